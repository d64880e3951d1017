"""Programmes: released versions, and the pages that show them."""
