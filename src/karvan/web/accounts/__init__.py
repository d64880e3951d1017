"""Accounts: who signs in, and how that is proved."""
