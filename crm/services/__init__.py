"""The deeds: one use case, one function, one transaction. ORM objects never leave this package.

Whatever writes is imported inside the function that writes: SQLModel alone takes longer to import
than `crm remind` may take (docs/decisions/0001).
"""
