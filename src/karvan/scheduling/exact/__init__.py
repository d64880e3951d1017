"""The exact technique: every rule and goal as a CP-SAT model, solved goal by goal."""

from karvan.scheduling.exact.solve import solve

__all__ = ["solve"]
