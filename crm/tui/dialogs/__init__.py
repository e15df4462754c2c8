"""What is asked in front of a page: a line, a choice, a yes; one dialog per file."""
