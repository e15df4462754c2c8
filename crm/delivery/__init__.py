"""Where things go when they leave the program: other programs, the clipboard."""
