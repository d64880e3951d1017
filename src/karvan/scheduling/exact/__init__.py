"""The exact technique: every rule and goal as a CP-SAT model, solved goal by goal."""

from karvan.scheduling.exact.conflict import smallest_conflict
from karvan.scheduling.exact.solve import solve

__all__ = ["smallest_conflict", "solve"]
