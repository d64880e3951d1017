"""The words of the web pages: the same messages in every language, none missing, none idle."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import karvan.web
from karvan.languages import LANGUAGES
from karvan.languages.language import ROOT
from karvan.languages.messages import has_message
from karvan.mission.blocks import BlockKind
from karvan.mission.companies import Side
from karvan.web.errors import ExpectedError
from karvan.web.missions.enums import Phase
from karvan.web.programmes.queries import NothingReleasedError
from karvan.web.programmes.screens.directory import Order
from karvan.web.programmes.screens.glance import PUBLIC_FIGURES

WEB = Path(karvan.web.__file__).parent


def messages(lang):
    text = (ROOT / lang / "web.ftl").read_text(encoding="utf-8")
    return set(re.findall(r"^([\w-]+) =", text, flags=re.MULTILINE))


def sources():
    files = (path for pattern in ("*.html", "*.py") for path in WEB.rglob(pattern))
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def codes(kind):
    found = {kind.code}
    return found.union(*(codes(sub) for sub in kind.__subclasses__()))


ERRORS = {*codes(ExpectedError), NothingReleasedError.code, "bad-request"}


def dynamic():
    """Return the messages whose names are put together."""
    yield from (f"web-phase-{phase}" for phase in Phase)
    yield from (f"web-sort-{order}" for order in Order)
    yield from (f"web-grid-{name}" for field in ("company", "interpreter", "venue") for name in (field, f"any-{field}"))
    yield from (f"web-status-{status}" for status in ("optimal", "feasible", "infeasible", "unknown"))
    yield from (f"web-error-{code}{end}" for code in ERRORS for end in ("", "-text"))


def shared():
    """Return the messages of other files that pages use under names put together."""
    yield from (f"figure-{name}" for name in PUBLIC_FIGURES)
    yield from (f"block-{kind}" for kind in BlockKind)
    yield from (f"side-{side}" for side in Side)


def used():
    return set(re.findall(r"[\"'](web-[\w-]+|count-[\w-]+|side-[\w-]+)[\"']", sources())) - {
        "web-phase", "web-sort", "web-grid", "web-status",
    }  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_every_message_and_none_that_is_idle(lang):
    wanted = used() | set(dynamic())
    assert {name for name in wanted | set(shared()) if not has_message(lang, name)} == set()
    assert messages(lang) - wanted == set()
