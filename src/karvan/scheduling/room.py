"""What a programme leaves free for one more meeting: the referee is asked, once for everything it is asked again.

`karvan.scheduling.explain` says with it why a meeting is left out, `karvan.scheduling.places` where it could be put.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from itertools import chain

from karvan.mission.calendar import Calendar, MeetingSlot
from karvan.mission.companies import TableRef
from karvan.mission.mission import Mission, Pair
from karvan.mission.programme import Attendance, Meeting, Programme
from karvan.mission.rules import Rule
from karvan.scheduling.referee.block_rules import find_blocks
from karvan.scheduling.referee.check import RULES
from karvan.scheduling.referee.spans import absences, is_too_far, local, overlap, stay

COMPANY_RULES = (
    Rule.WITHIN_BLOCK,
    Rule.BLOCK_DOMAIN,
    Rule.COMPANY_AWAY,
    Rule.ATTENDANCE,
    Rule.TRAVEL,
    Rule.ONE_AT_A_TIME,
    Rule.DAILY_LIMIT,
)
"""Rules about the two companies, those that cannot be helped first."""

LONE_RULES = frozenset((Rule.WITHIN_BLOCK, Rule.BLOCK_DOMAIN, Rule.COMPANY_AWAY, Rule.ATTENDANCE))
"""Those that look at one meeting at a time: they are asked about all trials at once."""

INTERPRETER_RULES = (
    Rule.INTERPRETER_AWAY,
    Rule.INTERPRETER_BUSY,
    Rule.INTERPRETER_HOURS,
    Rule.INTERPRETER_PAUSE,
)
"""Rules that an interpreter who speaks the languages must keep to be free."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One rule that a meeting would break in a slot.

    Attributes
    ----------
    who : str
        The company that it would break it for; empty: both, or none.
    other : str
        The company that `who` meets then.
    """

    rule: Rule
    who: str = ""
    other: str = field(default="", compare=False)


class Room:
    """A programme as it is asked about one meeting after another.

    Parameters
    ----------
    mission : Mission
    programme : Programme
        As it stands. Where a meeting of a pair is in it, everything about that pair is said as if it were not.

    Notes
    -----
    What does not depend on the pair (slots, tables, interpreters in each slot) is worked out when it is first asked
    for, and remembered: keep one for as long as the programme stays as it is.
    """

    def __init__(self, mission: Mission, programme: Programme) -> None:
        self.mission, self.programme = mission, programme
        self._tables: dict[tuple[datetime, datetime, str], dict[str, Meeting]] = {}
        self._is_free: dict[tuple[str, datetime, datetime, str], bool] = {}

    @cached_property
    def slots(self) -> tuple[MeetingSlot, ...]:
        """All slots of the mission, with the visits of the programme."""
        return Calendar(self.mission, visits_of(self.mission, self.programme)).slots

    # ---- companies -----------------------------------------------------------------------------------------------

    def of_companies(self, trials: Iterable[Meeting]) -> dict[Meeting, tuple[Obstacle, ...]]:
        """Give the rules about its companies that each of a pair's trials breaks, and whether it was agreed otherwise.

        Notes
        -----
        Of each trial: first whether the meeting was agreed otherwise, then the rules in the order of `COMPANY_RULES`.
        """
        rows = list(dict.fromkeys(trials))
        if not rows:
            return {}
        pair = rows[0].pair
        excerpt = _excerpt(self.mission, pair)
        agreed = self._agreed_otherwise(rows, pair)
        found = {rule: self._of_rule(rule, excerpt, rows, pair) for rule in COMPANY_RULES}
        return {trial: (*agreed[trial], *chain(*(found[rule][trial] for rule in COMPANY_RULES))) for trial in rows}

    def _of_rule(
        self, rule: Rule, excerpt: Mission, trials: list[Meeting], pair: Pair
    ) -> Mapping[Meeting, list[Obstacle]]:
        found: dict[Meeting, list[Obstacle]] = defaultdict(list)
        own, bound = () if rule in LONE_RULES else self._own(pair), self._bound(pair)
        for asked in [tuple(trials)] if rule in LONE_RULES else [(trial,) for trial in trials]:
            for violation in RULES[rule](excerpt, replace(bound, meetings=(*own, *asked))):
                for trial in violation.meetings:
                    if trial.pair == pair:
                        found[trial].append(_obstacle(rule, trial, violation.who, violation.meetings))
        return found

    def _own(self, pair: Pair) -> tuple[Meeting, ...]:
        """Give the meetings of two companies with others."""
        rows = dict.fromkeys(m for code in sorted(pair) for m in self.programme.meetings_of(code))
        return tuple(m for m in rows if m.pair != pair)

    def _bound(self, pair: Pair) -> Programme:
        """Give the visits and blocks of two companies."""
        visits, blocks = _part(self.programme.visits, pair), _part(self.programme.blocks, pair)
        return Programme(status="", meetings=(), visits=visits, blocks=blocks)

    def _agreed_otherwise(self, trials: list[Meeting], pair: Pair) -> dict[Meeting, list[Obstacle]]:
        """Say which trials are not where their meeting was agreed; about interpreters somebody else asks."""
        agreed = tuple(replace(row, interpreter="") for row in self.mission.fixed if row.pair == pair)
        if not agreed:
            return {trial: [] for trial in trials}
        tables = [table for row in agreed if row.table for table in self.mission.find_tables(row.table)]
        only_this = replace(self.mission, fixed=agreed)

        def is_otherwise(trial: Meeting) -> bool:
            seated = replace(trial, table=tables[0].table) if tables else trial
            return any(RULES[Rule.FIXED](only_this, Programme(status="", meetings=(seated,))))

        return {trial: [Obstacle(Rule.FIXED)] * is_otherwise(trial) for trial in trials}

    # ---- tables --------------------------------------------------------------------------------------------------

    def taken(self, trial: Meeting) -> dict[str, Meeting]:
        """Give the meeting of others at each table of the venue meanwhile."""
        key = trial.start, trial.end, trial.venue
        if key not in self._tables:
            self._tables[key] = {m.table: m for m in self._at_venue.get(trial.venue, ()) if _meanwhile(m, trial)}
        return {table: m for table, m in self._tables[key].items() if m.pair != trial.pair}

    @cached_property
    def _at_venue(self) -> dict[str, list[Meeting]]:
        rows: dict[str, list[Meeting]] = defaultdict(list)
        for meeting in self.programme.meetings:
            rows[meeting.venue].append(meeting)
        return rows

    def lost(self, trial: Meeting) -> frozenset[str]:
        """Give the tables of the venue that are lost meanwhile."""
        here = stay(trial)
        refs = self._ever_lost.get(trial.venue, {})
        return frozenset(t for t, ref in refs.items() if any(overlap(here, a) for a in absences(self.mission, ref)))

    @cached_property
    def _ever_lost(self) -> dict[str, dict[str, str]]:
        """By venue, tables that are lost at some time, with the names that absences give them."""
        away = {row.who for row in self.mission.absences}
        refs = {v: {t: str(TableRef(v, t)) for t in tables} for v, tables in self.mission.tables_at.items()}
        return {venue: {t: ref for t, ref in own.items() if ref in away} for venue, own in refs.items()}

    # ---- interpreters ----------------------------------------------------------------------------------------------

    def free_interpreters(self, trial: Meeting, *, first: str = "") -> Iterator[str]:
        """Give the interpreters who could take a meeting on: the agreed one, else those who speak the languages.

        Parameters
        ----------
        first : str
            Who is asked before all others.
        """
        agreed = {row.interpreter for row in self.mission.fixed if row.pair == trial.pair} - {""}
        own = {m.interpreter for m in self.programme.meetings_of(trial.company) if m.pair == trial.pair}
        for interpreter in sorted(self.mission.interpreters, key=lambda row: row.code != first):
            code = interpreter.code
            can_serve = code in agreed or (not agreed and self.mission.can_interpret(interpreter, *trial.pair))
            if can_serve and (self._can_take_instead(code, trial) if code in own else self._can_take(code, trial)):
                yield code

    def _can_take(self, code: str, trial: Meeting) -> bool:
        """Whether an interpreter could take one more meeting on: the same for every pair, and remembered."""
        key = code, trial.start, trial.end, trial.venue
        if key not in self._is_free:
            self._is_free[key] = self._asked(code, trial, self.programme.interpreted_by(code))
        return self._is_free[key]

    def _can_take_instead(self, code: str, trial: Meeting) -> bool:
        """Whether an interpreter could take a meeting on in the place of the same pair's, which is theirs now."""
        work = self.programme.interpreted_by(code)
        return self._asked(code, trial, [m for m in work if m.pair != trial.pair])

    def _asked(self, code: str, trial: Meeting, work: Iterable[Meeting]) -> bool:
        """Ask the referee about an interpreter's meetings on the day of a trial, and those in reach of it."""
        day, here = self._day(trial), stay(trial)
        near = [m for m in work if self._day(m) == day or is_too_far(self.mission, stay(m), here)]
        if any(_meanwhile(m, trial) for m in near):
            return False
        with_trial = Programme(status="", meetings=(*near, replace(trial, interpreter=code)))
        return not any(
            violation for rule in INTERPRETER_RULES for violation in RULES[rule](self._alone[code], with_trial)
        )

    def _day(self, meeting: Meeting) -> object:
        return local(self.mission, meeting.start).date()

    @cached_property
    def _alone(self) -> dict[str, Mission]:
        """The mission as it concerns each interpreter, to keep the referee quick."""
        bare = replace(self.mission, companies=(), opportunities=(), people=(), requests=(), fixed=())
        return {
            row.code: replace(
                bare, interpreters=(row,), absences=tuple(a for a in self.mission.absences if a.who == row.code)
            )
            for row in self.mission.interpreters
        }


def visits_of(mission: Mission, programme: Programme) -> dict[int, tuple[str, ...]]:
    """Give who goes on each visit that is a choice, by the index of its block."""
    found = find_blocks(mission, programme.visits)
    return {index: visit.companies for index, visit in found.items() if mission.blocks[index].is_assigned}


def _excerpt(mission: Mission, pair: Pair) -> Mission:
    """Give the mission as it concerns two companies, to keep the referee quick."""
    return replace(
        mission,
        companies=tuple(c for c in mission.companies if c.code in pair),
        opportunities=tuple(row for row in mission.opportunities if row.company in pair),
        text_languages=(),
        people=(),
        requests=tuple(row for row in mission.requests if row.pair <= pair),
        fixed=tuple(row for row in mission.fixed if row.pair <= pair),
        absences=tuple(row for row in mission.absences if row.who in pair),
    )


def _part(attendances: tuple[Attendance, ...], pair: Pair) -> tuple[Attendance, ...]:
    """Give visits or blocks as they concern two companies."""
    own = (replace(a, companies=tuple(code for code in a.companies if code in pair)) for a in attendances)
    return tuple(a for a in own if a.companies)


def _meanwhile(meeting: Meeting, trial: Meeting) -> bool:
    return meeting.start < trial.end and trial.start < meeting.end


def _obstacle(rule: Rule, trial: Meeting, broken_for: tuple[str, ...], meetings: tuple[Meeting, ...]) -> Obstacle:
    who = "" if rule in (Rule.WITHIN_BLOCK, Rule.BLOCK_DOMAIN) else broken_for[0]
    held = next((m for m in meetings if m != trial), trial)
    return Obstacle(rule, who, held.other(who) if who else "")
