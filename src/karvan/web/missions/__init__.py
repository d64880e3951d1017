"""Missions: what organisers said about them, as stored."""
