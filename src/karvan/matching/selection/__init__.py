"""Who meets whom: room kept, the worst-off company first, then the greatest value."""

from karvan.matching.selection.choose import Meeting, Selection, choose
from karvan.matching.selection.fairness import Fairness, fairness

__all__ = ["Fairness", "Meeting", "Selection", "choose", "fairness"]
