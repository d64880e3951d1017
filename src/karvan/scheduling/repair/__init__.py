"""Repair: the least change to a released programme after something has happened."""
