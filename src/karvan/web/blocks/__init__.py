"""Blocks of the programme: days, meetings, visits, plenaries, receptions, transfers."""
