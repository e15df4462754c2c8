"""vCard 2.1, 3.0 and 4.0: cards to records, records to cards (RFC 2426, RFC 6350)."""
