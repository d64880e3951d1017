"""Languages as a contributor would change them: in a folder of their own, looked at by a fresh reader."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest

from karvan.languages import messages
from karvan.languages.language import ROOT

CACHES = (messages._sources, messages._bundle, messages._plain)


@pytest.fixture
def extra_messages(tmp_path, monkeypatch) -> Iterator[Callable[[str, str], None]]:
    """Return what adds messages to a language for the time of one test."""

    def add(lang: str, text: str) -> None:
        shutil.copytree(ROOT / lang, tmp_path / lang)
        (tmp_path / lang / "extra.ftl").write_text(text, encoding="utf-8")
        monkeypatch.setattr(messages, "ROOT", tmp_path)
        for cached in CACHES:
            cached.cache_clear()

    yield add
    for cached in CACHES:
        cached.cache_clear()
