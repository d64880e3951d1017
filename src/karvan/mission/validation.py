"""Whether the parts of a mission agree with each other: one function per list of records."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from karvan.mission.blocks import EVERYBODY, BlockKind, ProgrammeBlock
from karvan.mission.calendar import Calendar
from karvan.mission.companies import Side, TableRef
from karvan.mission.issues import InvalidMissionError, Issue, Severity
from karvan.mission.mission import Mission

RESERVED_CODES = frozenset((Side.VISITOR.value, Side.HOST.value, EVERYBODY))
"""Words that a block's `companies` understands as a side, so that no company can be called so."""

MOST_CLASHES, MOST_NAMES = 100, 10
"""How many clashes of blocks are reported, and how many companies are named in each."""


def find_issues(mission: Mission, known_codes: Collection[str] = (), *, is_partial: bool = False) -> tuple[Issue, ...]:
    """Say everything that is wrong between the records of a mission.

    Parameters
    ----------
    mission : Mission
    known_codes : collection of str
        Codes of companies, interpreters, venues and tables whose own rows were refused, so that a
        reference to one of them is not reported as a second problem.
    is_partial : bool
        Whether rows or settings were refused, so that what needs the whole is not checked.

    Returns
    -------
    tuple of Issue
        Errors and warnings in the order of the lists; calendar and languages only where the
        references are sound and nothing was refused.
    """
    issues = [issue for check in _CHECKS for issue in check(mission, known_codes)]
    is_sound = all(issue.severity is Severity.WARNING for issue in issues)
    if is_sound and not known_codes and not is_partial:
        issues += [issue for check in _CHECKS_OF_THE_WHOLE for issue in check(mission)]
    return tuple(issues)


def require_valid(mission: Mission) -> None:
    """Refuse a mission with errors.

    Raises
    ------
    InvalidMissionError
        If `find_issues` gives an error; it carries all issues.
    """
    issues = find_issues(mission)
    if any(issue.severity is Severity.ERROR for issue in issues):
        raise InvalidMissionError(issues)


def _duplicates(keys: Iterable[Hashable]) -> Iterator[int]:
    """Give the positions of keys that stood before."""
    seen: set[Hashable] = set()
    for index, key in enumerate(keys):
        if key in seen:
            yield index
        seen.add(key)


def _unknown(record: str, field: str, codes: Sequence[str], known: Collection[str], code: str) -> Iterator[Issue]:
    for index, value in enumerate(codes):
        if value not in known:
            yield Issue(code, record, index, field, value)


def _settings(mission: Mission, _known: Collection[str]) -> Iterator[Issue]:
    settings = mission.settings
    if settings.end_date < settings.start_date:
        yield Issue(
            "end-before-start",
            "settings",
            None,
            "end_date",
            settings.end_date.isoformat(),
            settings.start_date.isoformat(),
        )


def _companies(mission: Mission, known: Collection[str]) -> Iterator[Issue]:
    for index in _duplicates(company.code for company in mission.companies):
        yield Issue("duplicate-code", "companies", index, "code", mission.companies[index].code)
    tables = _tables_by_name(mission, known)
    for index, company in enumerate(mission.companies):
        if company.code.casefold() in RESERVED_CODES:
            yield Issue("reserved-code", "companies", index, "code", company.code)
        yield from _table_issues(tables, "companies", index, "home_table", company.home_table)
    for side in Side:
        if not mission.delegation(side).companies and not known:
            yield Issue("empty-side", "companies", None, "side", side.value, severity=Severity.WARNING)


def _tables_by_name(mission: Mission, known: Collection[str]) -> dict[str, tuple[TableRef, ...]]:
    """Give the tables that each way of naming one can mean; a known code means itself."""
    names: dict[str, tuple[TableRef, ...]] = {code: (TableRef("", code),) for code in known}
    for full in (TableRef(t.venue, t.table) for t in mission.tables):
        for name in {str(full), full.table} - set(known):
            names[name] = (*names.get(name, ()), full)
    return names


def _table_issues(
    tables: Mapping[str, tuple[TableRef, ...]], record: str, index: int, field: str, ref: TableRef | None
) -> Iterator[Issue]:
    if ref is None:
        return
    found = tables.get(str(ref), ())
    if not found:
        yield Issue("unknown-table", record, index, field, str(ref))
    elif len(found) > 1:
        yield Issue("ambiguous-table", record, index, field, str(ref), "; ".join(map(str, found)))


def _opportunities(mission: Mission, known: Collection[str]) -> Iterator[Issue]:
    codes = {*mission.company, *known}
    companies = [row.company for row in mission.opportunities]
    yield from _unknown("opportunities", "company", companies, codes, "unknown-company")


def _people(mission: Mission, known: Collection[str]) -> Iterator[Issue]:
    codes = {*mission.company, *known}
    companies = [row.company for row in mission.people]
    yield from _unknown("people", "company", companies, codes, "unknown-company")


def _requests(mission: Mission, known: Collection[str]) -> Iterator[Issue]:
    codes = {*mission.company, *known}
    rows = mission.requests
    for field in ("company", "counterpart"):
        values = [getattr(row, field) for row in rows]
        yield from _unknown("requests", field, values, codes, "unknown-company")
    for index, row in enumerate(rows):
        if row.company == row.counterpart:
            yield Issue("meets-itself", "requests", index, "counterpart", row.counterpart)
        elif row.is_binding and row.pair in mission.avoided:
            yield _warning("avoid-wins", "requests", index, "level", row.level.value)
    for index in _duplicates((row.company, row.counterpart, row.level) for row in rows):
        yield _warning("duplicate-request", "requests", index, "counterpart", rows[index].counterpart)


def _warning(code: str, record: str, index: int | None, field: str, *said: str) -> Issue:
    value, expected = (*said, "", "")[:2]
    return Issue(code, record, index, field, value, expected, Severity.WARNING)


def _day_issue(mission: Mission, record: str, index: int, day: date | None, severity: Severity) -> Iterator[Issue]:
    settings = mission.settings
    if day and not settings.start_date <= day <= settings.end_date:
        span = f"{settings.start_date} – {settings.end_date}"
        yield Issue("outside-mission", record, index, "date", day.isoformat(), span, severity)


def _blocks(mission: Mission, known: Collection[str]) -> Iterator[Issue]:
    names = {*mission.company, *known, *RESERVED_CODES}
    for index, block in enumerate(mission.blocks):
        yield from _day_issue(mission, "blocks", index, block.date, Severity.ERROR)
        if block.end <= block.start:
            yield Issue(
                "ends-before-start",
                "blocks",
                index,
                "end",
                f"{block.end:%H:%M}",
                f"{block.start:%H:%M}",
            )
        for code in block.companies:
            if code not in names:
                yield Issue("unknown-company", "blocks", index, "companies", code)
        yield from _visit_issues(mission, index, block)
        yield from _meetings_issues(mission, index, block)


def _visit_issues(mission: Mission, index: int, block: ProgrammeBlock) -> Iterator[Issue]:
    if block.is_choice and block.kind is not BlockKind.VISIT:
        yield _warning("choice-without-visit", "blocks", index, "choice", "yes")
    if block.kind is not BlockKind.VISIT or block.capacity is None or block.is_choice:
        return
    named = len(_participants(mission, block))
    if named > block.capacity:
        yield Issue("visit-too-small", "blocks", index, "capacity", str(block.capacity), str(named))


def _participants(mission: Mission, block: ProgrammeBlock) -> frozenset[str]:
    """Give the companies that a block names (`Mission.takes_part` for all of them at once)."""
    sides = set(Side) if EVERYBODY in block.companies else {side for side in Side if side.value in block.companies}
    of_sides = (c.code for side in sides for c in mission.delegation(side).companies)
    return frozenset((*of_sides, *(code for code in block.companies if code in mission.company)))


def _meetings_issues(mission: Mission, index: int, block: ProgrammeBlock) -> Iterator[Issue]:
    if block.kind is not BlockKind.MEETINGS:
        return
    offered = {domain for row in mission.opportunities for domain in row.domains}
    for domain in block.domains:
        if domain not in offered:
            yield _warning("unused-domain", "blocks", index, "domains", domain)
    if mission.tables and block.venue and block.venue not in mission.tables_at:
        places = "; ".join(mission.tables_at)
        yield _warning("venue-without-tables", "blocks", index, "venue", block.venue, places)


def _tables(mission: Mission, _known: Collection[str]) -> Iterator[Issue]:
    keys = [(table.venue, table.table) for table in mission.tables]
    for index in _duplicates(keys):
        yield Issue("duplicate-table", "tables", index, "table", "/".join(keys[index]))


def _travel(mission: Mission, _known: Collection[str]) -> Iterator[Issue]:
    places = {table.venue for table in mission.tables} | {b.venue for b in mission.blocks}
    for index, row in enumerate(mission.travel):
        for field in ("origin", "destination"):
            if getattr(row, field) not in places:
                yield _warning(
                    "unknown-venue",
                    "travel",
                    index,
                    field,
                    getattr(row, field),
                    "; ".join(sorted(places - {""})),
                )
    for index in _duplicates((row.origin, row.destination) for row in mission.travel):
        yield Issue("duplicate-travel", "travel", index, "destination")


def _interpreters(mission: Mission, _known: Collection[str]) -> Iterator[Issue]:
    rows = mission.interpreters
    for index in _duplicates(row.code for row in rows):
        yield Issue("duplicate-code", "interpreters", index, "code", rows[index].code)
    for index, row in enumerate(rows):
        if row.code in mission.company or row.code in RESERVED_CODES:
            yield Issue("duplicate-code", "interpreters", index, "code", row.code)
        if len(set(row.languages)) < 2:
            yield Issue("one-language", "interpreters", index, "languages", "; ".join(row.languages))
        if row.max_minutes_without_pause < mission.settings.slot_minutes:
            yield _warning(
                "shorter-than-slot",
                "interpreters",
                index,
                "max_minutes_without_pause",
                str(row.max_minutes_without_pause),
                str(mission.settings.slot_minutes),
            )


def _absences(mission: Mission, known: Collection[str]) -> Iterator[Issue]:
    tables = (str(TableRef(table.venue, table.table)) for table in mission.tables)
    codes = {*mission.company, *mission.interpreter, *tables, *known}
    who = [row.who for row in mission.absences]
    yield from _unknown("absences", "who", who, codes, "unknown-company-or-interpreter")
    for index, row in enumerate(mission.absences):
        yield from _day_issue(mission, "absences", index, row.date, Severity.WARNING)
        if row.start and row.end and row.end <= row.start:
            said = f"{row.end:%H:%M}", f"{row.start:%H:%M}"
            yield Issue("ends-before-start", "absences", index, "end", *said)


def _fixed(mission: Mission, known: Collection[str]) -> Iterator[Issue]:
    codes = {*mission.company, *known}
    for field in ("company", "counterpart"):
        values = [getattr(row, field) for row in mission.fixed]
        yield from _unknown("fixed", field, values, codes, "unknown-company")
    interpreters, tables = {*mission.interpreter, *known}, _tables_by_name(mission, known)
    for index, row in enumerate(mission.fixed):
        if row.company == row.counterpart:
            yield Issue("meets-itself", "fixed", index, "counterpart", row.counterpart)
        elif row.pair in mission.avoided:
            yield _warning("avoid-wins", "fixed", index, "counterpart", row.counterpart)
        if row.interpreter and row.interpreter not in interpreters:
            yield Issue("unknown-interpreter", "fixed", index, "interpreter", row.interpreter)
        yield from _day_issue(mission, "fixed", index, row.date, Severity.ERROR)
        yield from _table_issues(tables, "fixed", index, "table", row.table)
    for index in _duplicates(row.pair for row in mission.fixed):
        yield Issue("fixed-twice", "fixed", index, "counterpart", mission.fixed[index].counterpart)


def _short_blocks(mission: Mission) -> Iterator[Issue]:
    calendar = Calendar(mission)
    used = {slot.block for slot in calendar.slots}
    for index, block in enumerate(mission.blocks):
        if block.kind is BlockKind.MEETINGS and index not in used:
            minutes = calendar.span_of(block).minutes, mission.settings.slot_minutes
            yield _warning("no-slot", "blocks", index, "end", *map(str, minutes))


def _off_grid(mission: Mission) -> Iterator[Issue]:
    grid = {slot.span.start for slot in Calendar(mission).slots if slot.only is None}
    clocks = {start.time() for start in grid}
    for index, row in enumerate(mission.fixed):
        if row.start is None:
            continue
        if row.date is None and row.start not in clocks:
            allowed = "; ".join(f"{clock:%H:%M}" for clock in sorted(clocks))
            yield Issue("no-such-slot", "fixed", index, "start", f"{row.start:%H:%M}", allowed)
        elif row.date and Calendar(mission).at(row.date, row.start) not in grid:
            yield _warning("off-grid", "fixed", index, "start", f"{row.start:%H:%M}")


def _double_bound(mission: Mission) -> Iterator[Issue]:
    """Warn of blocks that one company must attend and cannot: they overlap or lie too far apart."""
    for earlier, later in islice(_clashes(mission), MOST_CLASHES):
        first, then = mission.blocks[earlier], mission.blocks[later]
        both = _participants(mission, first) & _participants(mission, then)
        codes = [code for code in mission.company if code in both]
        title = first.title.best(*mission.settings.languages) or f"{first.start:%H:%M}"
        yield _warning("bound-twice", "blocks", later, "companies", "; ".join(codes[:MOST_NAMES]), title)


def _clashes(mission: Mission) -> Iterator[tuple[int, int]]:
    """Give pairs of binding blocks that share a company and are not apart."""
    calendar = Calendar(mission)
    participants: dict[tuple[str, ...], frozenset[str]] = {}
    bound = [
        (index, calendar.span_of(block), participants.setdefault(block.companies, _participants(mission, block)))
        for index, block in enumerate(mission.blocks)
        if block.kind is not BlockKind.MEETINGS and not block.is_assigned
    ]
    for position, (later, span, named) in enumerate(bound):
        for earlier, other, others in bound[:position]:
            if not calendar.are_apart(other, span) and not named.isdisjoint(others):
                yield earlier, later


def _assumed_languages(mission: Mission) -> Iterator[Issue]:
    """Warn of companies that give no language, neither of their delegates nor of a text."""
    detected = mission.text_languages or ("",) * len(mission.opportunities)
    texts = zip(mission.opportunities, detected, strict=True)
    with_texts = {row.company for row, language in texts if row.language or language}
    for index, company in enumerate(mission.companies):
        if not company.languages and company.code not in with_texts:
            assumed = mission.languages_of[company.code]
            yield _warning("assumed-language", "companies", index, "languages", "", "; ".join(assumed))


_CHECKS: tuple[Callable[[Mission, Collection[str]], Iterator[Issue]], ...] = (
    _settings,
    _companies,
    _opportunities,
    _people,
    _requests,
    _blocks,
    _tables,
    _travel,
    _interpreters,
    _absences,
    _fixed,
)

_CHECKS_OF_THE_WHOLE = (_assumed_languages, _short_blocks, _off_grid, _double_bound)
