"""The figures of the matcher as other programs read them (`karvan/evaluation`, version 1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from karvan.matching.evaluation import Evaluation, Figures

Json = dict[str, Any]


def evaluation_data(full: Evaluation, without: Mapping[str, Evaluation]) -> Json:
    """Give the figures of the matcher as it is, and with parts of it switched off; unrounded, null where unknown.

    Parameters
    ----------
    without : mapping of str to Evaluation
        By the part that was switched off.
    """
    return {
        "format": "karvan/evaluation",
        "version": 1,
        "overall": _figures(full.overall),
        "by_languages": [
            {"company": a, "counterpart": b, **_figures(figures)} for (a, b), figures in full.by_languages.items()
        ],
        "no_word_in_common": _figures(full.wordless),
        "without": [{"part": part, **_figures(evaluation.overall)} for part, evaluation in without.items()],
    }


def _figures(figures: Figures) -> Json:
    return asdict(figures)
