"""Concepts that a mission adds to Karvan's own, for the words of its companies."""
