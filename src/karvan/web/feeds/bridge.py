"""Between a released programme and the calendar file of a feed."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache

from karvan.formats.calendars import Edition, diary_ics
from karvan.formats.diary import Diary
from karvan.formats.readers import Reader
from karvan.web.programmes.bridge import read_release
from karvan.web.programmes.models import ProgrammeVersion

REFRESH = timedelta(hours=1)
"""How often a telephone is asked to look again."""


def calendar_of(version: ProgrammeVersion, lang: str, code: str, *, is_roster: bool) -> bytes:
    """Give the calendar file of a company or interpreter; it never changes for a version, so it is remembered."""
    return _calendar(version, version.digest, lang, code, is_roster)


@lru_cache(maxsize=512)
def _calendar(version: ProgrammeVersion, _digest: str, lang: str, code: str, is_roster: bool) -> bytes:  # noqa: FBT001
    release = read_release(version)
    diary = Diary(Reader(release.mission, lang), release.programme, code, is_roster)
    return diary_ics(diary, Edition(version.released_at, version.number), refresh=REFRESH)


def forget() -> None:
    """Drop what is remembered (for tests, which roll versions back)."""
    _calendar.cache_clear()
