"""The organiser's list of companies: who takes part, what is missing, and what is done about it."""
