"""Style sheets: what they may hold, and the one that is written by rule."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import karvan.web.frame

FOLDER = Path(karvan.web.frame.__file__).parent / "static" / "karvan"
SHEETS = sorted(path.name for path in FOLDER.glob("*.css"))
PHYSICAL = re.compile(
    r"(?<![-\w])(?:margin|padding|border|inset)-(?:left|right|top|bottom)\b|(?<![-\w])(?:left|right|top|bottom)\s*:"
    r"|(?<![-\w])(?:max-|min-)?(?:width|height)\s*:(?![^;{]*\)\s*\{)|text-align:\s*(?:left|right)|float\s*:"
)


def rules(name):
    """Return a sheet without comments and without the conditions of its media queries."""
    text = re.sub(r"/\*.*?\*/", "", (FOLDER / name).read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.sub(r"@media[^{]*", "@media ", text)


def steps_css():
    """Return what steps.css must be: a class for each row, length, column and width of the timeline."""
    head = (
        "/* Places on the timeline: row, length, column, width. They stand in for inline styles, which the security"
        " policy refuses.\n   Written by tests/web/test_static.py, which compares. */"
    )
    lines = [
        head,
        "@media screen and (min-width: 56rem) {",
        *(f".r-{n}{{grid-row-start:{n + 1}}}" for n in range(288)),
        *(f".l-{n}{{grid-row-end:span {n}}}" for n in range(1, 289)),
        *(f".c-{n}{{grid-column-start:{n + 1}}}" for n in range(1, 13)),
        *(f".w-{n}{{grid-column-end:span {n}}}" for n in range(1, 13)),
        "}\n",
    ]
    return "\n".join(lines)


def test_steps_are_as_the_rule_says():
    assert (FOLDER / "steps.css").read_text(encoding="utf-8") == steps_css()


@pytest.mark.parametrize("name", SHEETS)
def test_sheets_know_no_left_and_right(name):
    assert PHYSICAL.findall(rules(name)) == []


@pytest.mark.parametrize("name", SHEETS)
def test_sheets_name_no_other_place(name):
    assert re.findall(r"url\(\s*[\"']?(?:https?:|//)|@import", rules(name)) == []


@pytest.mark.parametrize(
    ("bad", "found"), [("a { margin-left: 1px }", 1), ("a { width: 1px }", 1), ("a { max-inline-size: 1px }", 0)]
)
def test_a_physical_property_is_seen(bad, found):
    assert len(PHYSICAL.findall(bad)) == found
