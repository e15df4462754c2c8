"""Text to records and records to text, one file per format: no database, no screens."""
