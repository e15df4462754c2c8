"""The facts: the only place that speaks SQL. Reads are plain SQL, writes go through SQLModel."""
