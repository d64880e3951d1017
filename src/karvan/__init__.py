"""Karvan (کاروان): a self-hosted platform for bilateral technology missions."""

__version__ = "0.1.0"
