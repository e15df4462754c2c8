"""The rules of the CRM: pure functions of the data and of a date, standard library only."""
