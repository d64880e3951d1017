"""Between letters as rows and what they say: words and calendar files from the released programmes."""

from __future__ import annotations

from dataclasses import dataclass
from email.utils import parseaddr
from typing import TYPE_CHECKING

from django.conf import settings

from karvan.formats.calendars import Edition, cancelled_ics, diary_ics
from karvan.formats.diary import Diary, agenda_text, change_texts, changes_of
from karvan.formats.readers import Reader
from karvan.languages.bidi import strip_isolates
from karvan.languages.messages import isolate_in
from karvan.languages.names import city_of_zone
from karvan.web.letters.enums import LetterName
from karvan.web.letters.queries import Wording, wording
from karvan.web.outbox.models import Letter
from karvan.web.programmes.bridge import difference_between, read_release
from karvan.web.programmes.models import ProgrammeVersion
from karvan.web.programmes.queries import released_versions

if TYPE_CHECKING:
    from karvan.web.missions.models import Mission


@dataclass(frozen=True, slots=True)
class Attached:
    """A calendar file of a letter.

    Attributes
    ----------
    method : str
        Of RFC 5546: ``PUBLISH`` or ``CANCEL``.
    """

    name: str
    method: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter as it is read.

    Attributes
    ----------
    message_id : str
        Always the same for a letter, so that one that is tried again is known for the same.
    """

    subject: str
    text: str
    attached: tuple[Attached, ...]
    message_id: str


def diary(version: ProgrammeVersion, lang: str, code: str, *, is_roster: bool) -> Diary:
    """Give what a company or interpreter does in a version; of it only what everybody may see."""
    release = read_release(version)
    return Diary(Reader(release.mission, lang), release.programme, code, is_roster)


def count_of(version: ProgrammeVersion, before: ProgrammeVersion | None, code: str, *, is_roster: bool) -> int:
    """Count what differs for a company or interpreter since a version; without one, what they do."""
    own = diary(version, "en", code, is_roster=is_roster)
    if before is None:
        return sum(len(items) for _, items in own.days)
    return len(changes_of(difference_between(before, version), own))


def texts_of(
    version: ProgrammeVersion, before: ProgrammeVersion, lang: str, code: str, *, is_roster: bool
) -> list[str]:
    """Say what differs for a company or interpreter between two versions."""
    now, was = (diary(each, lang, code, is_roster=is_roster) for each in (version, before))
    return change_texts(was, now, changes_of(difference_between(before, version), now))


def _sender() -> str:
    """Give the address that letters come from, without a name."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


class Press:
    """Puts the letters of a release together, and remembers what they share.

    Parameters
    ----------
    site : str
        Where links lead: scheme and host, without a slash at the end.
    """

    def __init__(self, version: ProgrammeVersion, *, site: str) -> None:
        self._version, self._site = version, site
        self._mission: Mission = version.mission
        self._versions: dict[int, ProgrammeVersion] = {version.number: version}
        self._wordings: dict[tuple[str, str], Wording] = {}

    def compose(self, letter: Letter) -> Composed:
        """Give a letter as it is read: as it went out, or with the words of now."""
        name = f"<letter-{letter.pk}.{self._version.digest[:16]}@{_sender().rpartition('@')[2]}>"
        if letter.subject:
            return Composed(letter.subject, letter.text, self._attached(letter), name)
        words = self._wording(LetterName(letter.name), letter.lang)
        values = self._values(letter)
        subject, text = words.filled(values).subject, words.filled(values).text
        return Composed(" ".join(strip_isolates(subject).split()), text, self._attached(letter), name)

    def _wording(self, name: LetterName, lang: str) -> Wording:
        key = (name.value, lang)
        if key not in self._wordings:
            self._wordings[key] = wording(self._mission, name, lang)
        return self._wordings[key]

    def _since(self, letter: Letter) -> ProgrammeVersion | None:
        number = letter.since
        if number is not None and number not in self._versions:
            self._versions[number] = released_versions().get(mission=self._mission, number=number)
        return None if number is None else self._versions[number]

    def _diary(self, letter: Letter, version: ProgrammeVersion) -> Diary:
        return diary(version, letter.lang, letter.code, is_roster=letter.is_roster)

    def _values(self, letter: Letter) -> dict[str, str]:
        """Give what stands for the braces; lines of the agenda are isolated already, and an address stays bare."""
        now, before = self._diary(letter, self._version), self._since(letter)
        zone = now.reader.mission.settings.time_zone
        short = {
            "name": letter.to_name,
            "whose": now.name or (self._diary(letter, before).name if before else "") or letter.code,
            "mission": now.reader.title,
            "release": self._version.name,
            "zone": city_of_zone(letter.lang, zone),
        }
        place = "roster" if letter.is_roster else "agenda"
        page = f"{self._site}/{letter.lang}/missions/{self._mission.slug}/programme/{place}/"
        values = {name: isolate_in(letter.lang, value) for name, value in short.items()} | {"page": page}
        if before is None:
            return values | {"agenda": agenda_text(now)}
        was = self._diary(letter, before)
        texts = change_texts(was, now, changes_of(difference_between(before, self._version), now))
        return values | {"changes": "\n".join(f"– {text}" for text in texts)}

    def _attached(self, letter: Letter) -> tuple[Attached, ...]:
        """Give the agenda as a calendar, and a file for each thing that is cancelled."""
        now, before = self._diary(letter, self._version), self._since(letter)
        edition = Edition(self._version.released_at, self._version.number)
        files = [Attached("agenda.ics", "PUBLISH", diary_ics(now, edition, organizer=_sender()))]
        if before is not None:
            was = self._diary(letter, before)
            gone = cancelled_ics(was, now, edition, organizer=_sender(), attendee=letter.email)
            files += [Attached(f"cancelled-{n}.ics", "CANCEL", content) for n, content in enumerate(gone, start=1)]
        return tuple(files)
