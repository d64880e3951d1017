"""Filters of the pages about what is owed."""
