"""The referee: checks a programme against its mission, and shares nothing with the solver.

It imports the mission model alone. Every rule of `karvan.mission.rules` has one function here.
"""

from karvan.scheduling.referee.check import Violation, check
from karvan.scheduling.referee.figures import figures

__all__ = ["Violation", "check", "figures"]
