"""The command line: parse → service → render.

Commands import only Typer and their parameters at module top; services are imported inside the
body, so that building the command costs nothing of what running it does. `main` registers only the
command that was typed, all of them for help.
"""
