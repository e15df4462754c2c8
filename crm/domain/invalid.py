"""The error of the rules: something given that they cannot work with."""

from __future__ import annotations


class Invalid(ValueError):
    """A value that a rule refuses, told by a code and its parameters, never by a sentence."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
