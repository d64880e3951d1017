"""Between stored calls and assessments, and the pure rules of readiness."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

from karvan.mission import readiness
from karvan.mission.localised import LocalisedText
from karvan.web.applications.models import Assessment, CallForCompanies

Questionnaire: TypeAlias = readiness.Questionnaire
PanelVerdict: TypeAlias = readiness.PanelVerdict
Verdict: TypeAlias = readiness.Verdict
TOP_GRADE = readiness.TOP_GRADE


@cache
def default_readiness() -> dict[str, Any]:
    """Give the questions and bands of calls that have none of their own."""
    return tomllib.loads((files("karvan.web.applications") / "readiness.toml").read_text(encoding="utf-8"))


def readiness_of(call: CallForCompanies) -> dict[str, Any]:
    """Give the stored questions and bands of a call, or the default ones."""
    return call.readiness or default_readiness()


def questionnaire(stored: dict[str, Any]) -> Questionnaire:
    """Give a stored questionnaire as the pure package knows it.

    Raises
    ------
    ValueError
        If its bands or weights contradict each other.
    """
    criteria = tuple(
        readiness.Criterion(
            code=row["code"],
            question=LocalisedText.from_mapping(row["question"]),
            hint=LocalisedText.from_mapping(row.get("hint", {})),
            weight=row["weight"],
            knock_out=row.get("knock_out"),
        )
        for row in stored["criteria"]
    )
    bands = tuple(
        readiness.Band(code=row["code"], name=LocalisedText.from_mapping(row["name"]), from_score=row["from_score"])
        for row in stored["bands"]
    )
    return Questionnaire(criteria=criteria, bands=bands)


def verdict_of(asked: Questionnaire, assessment: Assessment) -> Verdict:
    """Give what one assessment comes to."""
    return readiness.verdict(asked, assessment.grades)


def panel_of(asked: Questionnaire, assessments: Iterable[Assessment]) -> PanelVerdict | None:
    """Give what all assessments of an application come to; None: there are none."""
    return readiness.panel_verdict(asked, [verdict_of(asked, each) for each in assessments])
