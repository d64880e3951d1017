"""Teams for a joint project: the smallest that cover it, with the best mutual fit."""

from karvan.matching.consortia.project import Consortium, Found, Part, Project, find_consortia

__all__ = ["Consortium", "Found", "Part", "Project", "find_consortia"]
