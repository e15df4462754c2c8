"""Codes and numbers → sentences, in the language of the given translator."""
