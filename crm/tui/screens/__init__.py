"""One page of the program per file."""
