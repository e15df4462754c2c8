"""A networking CRM for freelancers: whom to talk to today, why, and what about."""

__version__ = "0.1.0"
