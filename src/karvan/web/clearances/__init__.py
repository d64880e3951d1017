"""Compliance clearance (sanctions and export control) of companies, and of meetings that move technology."""
