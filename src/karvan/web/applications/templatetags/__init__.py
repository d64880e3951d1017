"""Filters of the applications' templates."""
