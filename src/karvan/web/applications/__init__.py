"""Calls for companies, applications, readiness, and who is accepted."""
