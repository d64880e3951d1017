"""The audit trail: who did what, when, and on whose behalf."""
