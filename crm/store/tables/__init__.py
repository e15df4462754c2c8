"""The one declaration of the schema: one file per feature.

A write imports the files that it needs, since each table takes about 4 ms to declare
(docs/decisions/0010); `all` has them together, for migrations and tests.
"""
