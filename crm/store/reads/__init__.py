"""Named SQL statements and the immutable views they give, one file per feature.

Views are named tuples: a frozen dataclass takes ten times as long to declare (docs/decisions/0004).
"""
