"""The web application: one Django app per subject, shared settings, and what serves them."""
