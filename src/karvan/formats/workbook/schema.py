"""The mission workbook as one table: its sheets, their columns, and what may stand in each.

Reader, writer, template and the organisers' documentation are all made from `SHEETS`. What an
empty cell means is said by the defaults of the mission's dataclasses, and nowhere else.
"""

from __future__ import annotations

import dataclasses
import enum
from dataclasses import dataclass
from typing import Any

from karvan.formats.workbook.text import word_key
from karvan.mission.blocks import BlockKind, ProgrammeBlock
from karvan.mission.companies import Company, CompanyKind, CompanySize, Person, Side
from karvan.mission.concepts import AddedConcept
from karvan.mission.goals import GoalName
from karvan.mission.mission import Settings
from karvan.mission.opportunities import CooperationRoute, Opportunity, OpportunityKind, Stage
from karvan.mission.requests import FixedMeeting, MeetingRequest, RequestLevel, RequestStatus
from karvan.mission.resources import Absence, Interpreter, Table, TravelTime

HELP_SHEET = "Read me"
"""A sheet that explains the workbook; the reader passes over it."""

KEY, VALUE = "key", "value"
"""The two columns of the sheet Mission."""

ALL_DAY_MINUTES = 24 * 60
"""Minutes of a day: no meeting, pause or way is longer."""


class CellType(enum.StrEnum):
    """What a cell holds; `karvan.formats.workbook.cells` has one parser for each."""

    TEXT = "text"
    CODE = "code"
    CODES = "codes"
    TABLE = "table"
    LANGUAGE = "language"
    LANGUAGES = "languages"
    COUNTRY = "country"
    ZONE = "zone"
    DATE = "date"
    TIME = "time"
    INTEGER = "integer"
    CHOICE = "choice"
    CHOICES = "choices"
    GOALS = "goals"
    YES_NO = "yes_no"
    EMAIL = "email"
    WEBSITE = "website"


Choices = type[enum.StrEnum]
"""The allowed values of a choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a sheet, or one key of the sheet Mission.

    Attributes
    ----------
    name : str
        Its header; of a localised column the stem: ``name`` for ``name_en``, ``name_fa``, …
    field : str
        The attribute of the record that it fills.
    choices : type of enum or None
        The allowed values of a choice.
    least, most : int
        Bounds of an integer.
    refers_to : tuple of str
        Records whose codes are meant, e.g. ``("companies",)``.
    is_defining : bool
        A code that this very row defines; it is a part of file names, so some characters are refused.
    is_localised : bool
        Stands for one column per language.
    language : str
        Of a localised column's one version.
    width : int
        In characters, as the template shows it.
    """

    name: str
    field: str
    type: CellType = CellType.TEXT
    is_required: bool = False
    choices: Choices | None = None
    least: int = 0
    most: int = ALL_DAY_MINUTES
    refers_to: tuple[str, ...] = ()
    is_defining: bool = False
    is_localised: bool = False
    language: str = ""
    width: int = 14

    @property
    def header(self) -> str:
        """The header, with the language of a localised column (English where it is open)."""
        return f"{self.name}_{self.language or 'en'}" if self.is_localised else self.name

    def version(self, language: str) -> Column:
        """Give a localised column's version in one language; only the English one can be required."""
        return dataclasses.replace(self, language=language, is_required=self.is_required and language == "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet.

    Attributes
    ----------
    name : str
        As in the workbook; the CSV file's name in lower case.
    record : str
        The list of `Mission` that its rows become (``settings``: one row per setting).
    row_type : type
        The dataclass of one record.
    max_rows : int
        More rows than this are refused: far beyond any mission, and a guard of the server.
    """

    name: str
    record: str
    row_type: type[Any]
    columns: tuple[Column, ...]
    is_required: bool = False
    max_rows: int = 100_000

    @property
    def is_keyed(self) -> bool:
        """Whether its rows are settings (key, value) instead of records."""
        return self.record == "settings"

    def defaults(self) -> dict[str, Any]:
        """Give what an empty cell means, by field; fields that must be given are left out."""
        given = {field.name: field.default for field in dataclasses.fields(self.row_type)}
        return {name: value for name, value in given.items() if value is not dataclasses.MISSING}


def _count(name: str, least: int, most: int = 10_000, **more: Any) -> Column:
    return Column(name=name, field=name, type=CellType.INTEGER, least=least, most=most, width=12, **more)


def _choice(name: str, choices: Choices, **more: Any) -> Column:
    return Column(name=name, field=name, type=CellType.CHOICE, choices=choices, **more)


def _company(name: str) -> Column:
    return Column(name=name, field=name, type=CellType.CODE, is_required=True, refers_to=("companies",), width=13)


def _text(name: str, width: int = 20, **more: Any) -> Column:
    return Column(name=name, field=name, width=width, **more)


def _moment(name: str, cell: CellType, field: str = "", **more: Any) -> Column:
    return Column(name=name, field=field or name, type=cell, width=12, **more)


_LANGUAGES = Column(name="languages", field="languages", type=CellType.LANGUAGES, width=13)
_DOMAINS = Column(name="domains", field="domains", type=CellType.CODES, width=24)
_CODE = Column(name="code", field="code", type=CellType.CODE, is_required=True, is_defining=True, width=10)
_TITLE = Column(name="title", field="title", is_localised=True, width=32)
_NAME = Column(name="name", field="name", is_localised=True, is_required=True, width=26)

_SETTINGS = (
    dataclasses.replace(_TITLE, is_required=True),
    _moment("start_date", CellType.DATE, is_required=True),
    _moment("end_date", CellType.DATE, is_required=True),
    Column(name="time_zone", field="time_zone", type=CellType.ZONE, is_required=True),
    Column(name="visiting_country", field="visiting_country", type=CellType.COUNTRY, is_required=True),
    Column(name="host_country", field="host_country", type=CellType.COUNTRY, is_required=True),
    _count("slot_minutes", 5, 480),
    _count("changeover_minutes", 0, 120),
    _LANGUAGES,
    _count("max_meetings_per_company_per_day", 1, 100),
    _count("min_meetings_per_company", 0, 1000),
    _text("body"),
    _count("session_number", 1),
    Column(name="goals", field="goals", type=CellType.GOALS, choices=GoalName, width=34),
    _text("send_texts_to", 34),
)

SHEETS: tuple[Sheet, ...] = (
    Sheet(name="Mission", record="settings", row_type=Settings, columns=_SETTINGS, is_required=True, max_rows=1_000),
    Sheet(
        name="Companies",
        record="companies",
        row_type=Company,
        is_required=True,
        max_rows=20_000,
        columns=(
            _CODE,
            _choice("side", Side, is_required=True, width=10),
            _NAME,
            Column(name="country", field="country", type=CellType.COUNTRY, width=9),
            _text("city"),
            _choice("kind", CompanyKind),
            _choice("size", CompanySize, width=10),
            _LANGUAGES,
            Column(name="website", field="website", type=CellType.WEBSITE, width=28),
            _text("contact_name", 24),
            Column(name="contact_email", field="contact_email", type=CellType.EMAIL, width=30),
            Column(name="home_table", field="home_table", type=CellType.TABLE, refers_to=("tables",), width=16),
            _count("max_meetings_per_day", 0, 100),
            _count("representatives", 1, 1_000),
        ),
    ),
    Sheet(
        name="Opportunities",
        record="opportunities",
        row_type=Opportunity,
        columns=(
            _company("company"),
            _choice("kind", OpportunityKind, is_required=True, width=10),
            _text("text", 70, is_required=True),
            _text("title", 32),
            Column(name="language", field="language", type=CellType.LANGUAGE, width=10),
            _DOMAINS,
            Column(name="routes", field="routes", type=CellType.CHOICES, choices=CooperationRoute, width=34),
            _choice("stage", Stage),
        ),
    ),
    Sheet(
        name="People",
        record="people",
        row_type=Person,
        columns=(
            _company("company"),
            _NAME,
            _text("role", 26),
            Column(name="email", field="email", type=CellType.EMAIL, width=30),
            _LANGUAGES,
            Column(name="travels", field="is_travelling", type=CellType.YES_NO, width=9),
            Column(name="reserve", field="is_reserve", type=CellType.YES_NO, width=9),
        ),
    ),
    Sheet(
        name="Requests",
        record="requests",
        row_type=MeetingRequest,
        columns=(
            _company("company"),
            _company("counterpart"),
            _choice("level", RequestLevel, is_required=True, width=10),
            _choice("status", RequestStatus),
            _text("message", 50),
        ),
    ),
    Sheet(
        name="Programme",
        record="blocks",
        row_type=ProgrammeBlock,
        max_rows=1_000,
        columns=(
            _moment("date", CellType.DATE, is_required=True),
            _moment("start", CellType.TIME, is_required=True),
            _moment("end", CellType.TIME, is_required=True),
            _choice("kind", BlockKind, is_required=True),
            _TITLE,
            Column(name="venue", field="venue", type=CellType.CODE, refers_to=("venues",), width=18),
            Column(
                name="companies",
                field="companies",
                type=CellType.CODES,
                refers_to=("companies", "sides"),
                width=24,
            ),
            _count("capacity", 1),
            Column(name="choice", field="is_choice", type=CellType.YES_NO, width=9),
            _DOMAINS,
        ),
    ),
    Sheet(
        name="Venues",
        record="tables",
        row_type=Table,
        max_rows=10_000,
        columns=(
            Column(name="venue", field="venue", type=CellType.CODE, is_required=True, is_defining=True, width=18),
            Column(name="table", field="table", type=CellType.CODE, is_required=True, width=12),
            _count("seats", 1),
            _TITLE,
        ),
    ),
    Sheet(
        name="Travel",
        record="travel",
        row_type=TravelTime,
        columns=(
            Column(
                name="from",
                field="origin",
                type=CellType.CODE,
                is_required=True,
                refers_to=("venues",),
                width=18,
            ),
            Column(
                name="to",
                field="destination",
                type=CellType.CODE,
                is_required=True,
                refers_to=("venues",),
                width=18,
            ),
            _count("minutes", 0, ALL_DAY_MINUTES, is_required=True),
        ),
    ),
    Sheet(
        name="Interpreters",
        record="interpreters",
        row_type=Interpreter,
        max_rows=10_000,
        columns=(
            _CODE,
            _text("name", 26, is_required=True),
            dataclasses.replace(_LANGUAGES, is_required=True),
            _count("max_minutes_per_day", 1, ALL_DAY_MINUTES),
            _count("max_minutes_without_pause", 1, ALL_DAY_MINUTES),
            _count("pause_minutes", 0, ALL_DAY_MINUTES),
        ),
    ),
    Sheet(
        name="Availability",
        record="absences",
        row_type=Absence,
        columns=(
            Column(
                name="who",
                field="who",
                type=CellType.CODE,
                is_required=True,
                refers_to=("companies", "interpreters"),
                width=13,
            ),
            _moment("date", CellType.DATE, is_required=True),
            _moment("from", CellType.TIME, "start"),
            _moment("to", CellType.TIME, "end"),
            _text("reason", 40),
        ),
    ),
    Sheet(
        name="Fixed",
        record="fixed",
        row_type=FixedMeeting,
        columns=(
            _company("company"),
            _company("counterpart"),
            _moment("date", CellType.DATE),
            _moment("start", CellType.TIME),
            Column(name="table", field="table", type=CellType.TABLE, refers_to=("tables",), width=18),
            Column(name="interpreter", field="interpreter", type=CellType.CODE, refers_to=("interpreters",), width=13),
        ),
    ),
    Sheet(
        name="Concepts",
        record="concepts",
        row_type=AddedConcept,
        max_rows=10_000,
        columns=(
            dataclasses.replace(_CODE, width=18),
            Column(name="parent", field="parent", type=CellType.CODE, is_required=True, width=18),
            dataclasses.replace(_NAME, name="label", field="label"),
            Column(name="synonyms", field="synonyms", is_localised=True, width=40),
            Column(name="links", field="links", type=CellType.CODES, width=30),
        ),
    ),
)
"""Every sheet in the order of the workbook."""

SHEET_OF: dict[str, Sheet] = {sheet.record: sheet for sheet in SHEETS}
"""Sheets by the list of `Mission` that they fill."""

_BY_KEY = {word_key(sheet.name): sheet for sheet in SHEETS}


def sheet_named(name: str) -> Sheet | None:
    """Give the sheet of a name, in any case and with any surrounding space."""
    return _BY_KEY.get(word_key(name))


def is_help_sheet(name: str) -> bool:
    """Whether a sheet of this name is the explanation that the template comes with."""
    return word_key(name) == word_key(HELP_SHEET)
