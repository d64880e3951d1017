"""How long a repair takes: the sample mission, and a brokerage event of 700 companies and 2,500 meetings.

python bench/repair.py            both
python bench/repair.py event 42   the event of another seed

Times are those of the search alone, as `karvan repair` runs it, then of everything after reading the files
(search, explanations, referee, alternatives). The referee must accept every answer.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

from brokerage import make_event

from karvan.formats.workbook import read_mission
from karvan.matching.suggestions import suggest
from karvan.mission.changes import BlockChange, ChangeKind, Changes, MeetingChange, PresenceChange
from karvan.mission.mission import Mission
from karvan.mission.programme import Programme
from karvan.scheduling.draw_up import draw_up
from karvan.scheduling.repair.apply import apply_changes
from karvan.scheduling.repair.case import Case
from karvan.scheduling.repair.mend import repair
from karvan.scheduling.repair.search import Run, least_change
from karvan.scheduling.result import unwatched
from karvan.scheduling.stop import Limits

SAMPLE = Path(__file__).resolve().parent.parent / "examples" / "model-mission.xlsx"
SECONDS = 3.0
"""The time limit of `karvan repair`."""


def happenings(mission: Mission, programme: Programme) -> dict[str, Changes]:
    """Give changes as they happen, on the second day with most meetings; before it, nothing is frozen but the past."""
    days = Counter(m.start.date() for m in programme.meetings)
    day = sorted(days)[1]
    today = [m for m in programme.meetings if m.start.date() == day]
    now = min(m.start for m in today) - timedelta(hours=1)
    early = min(today, key=lambda m: (m.start, m.company)).company
    (voice, _), *_ = Counter(m.interpreter for m in today if m.interpreter).most_common(1)
    tables = [f"{m.venue}/{m.table}" for m in today if m.start.hour >= 13][:2]
    block = max(
        (i for i, b in enumerate(mission.blocks) if b.kind.value == "meetings" and b.date == day),
        key=lambda i: mission.blocks[i].start,
    )
    whole = mission.blocks[block]
    start, end = (datetime.combine(day, clock, mission.settings.zone) for clock in (whole.start, whole.end))
    met = {m.pair for m in programme.meetings} | set(mission.requested) | mission.avoided
    codes = list(mission.company)
    pair = next((a, b) for a in codes[3:] for b in reversed(codes) if a != b and frozenset((a, b)) not in met)

    def lost(kind: ChangeKind, who: str, begin: datetime, until: datetime) -> PresenceChange:
        return PresenceChange(kind=kind, who=who, start=begin, end=until)

    noon = datetime.combine(day, datetime.min.time().replace(hour=13), mission.settings.zone)
    evening = datetime.combine(day + timedelta(days=1), datetime.min.time(), mission.settings.zone)
    rows: dict[str, tuple[PresenceChange | BlockChange | MeetingChange, ...]] = {
        "nothing": (),
        "a company two hours late": (lost(ChangeKind.LATE, early, now, now + timedelta(hours=3)),),
        "an interpreter ill for a day": (lost(ChangeKind.INTERPRETER_LOST, voice, now, evening),),
        "two tables lost for an afternoon": tuple(
            lost(ChangeKind.TABLE_LOST, table, noon, evening) for table in dict.fromkeys(tables)
        ),
        "a block an hour shorter": (
            BlockChange(
                kind=ChangeKind.BLOCK_SHORTENED, block=block, start=start, end=end - timedelta(hours=1),
                venue=whole.venue,
            ),
        ),
        "a meeting added": (MeetingChange(kind=ChangeKind.MEETING_ADDED, company=pair[0], counterpart=pair[1]),),
    }  # fmt: skip
    return {name: Changes(changes=changes, now=now) for name, changes in rows.items()}


def measure(name: str, mission: Mission, programme: Programme) -> None:
    """Print a line for each change: times, what it costs, and how much of that is proved."""
    print(f"\n{name}: {len(mission.company)} companies, {len(programme.meetings)} meetings")
    print(f"{'':34}{'search':>14}{'all':>14}  proved  agreed/companies/suggestions/moved/minutes/tables/voices")
    for what, changes in happenings(mission, programme).items():
        case = Case(apply_changes(mission, programme, changes))
        begun, work = time.perf_counter(), time.process_time()
        least_change(case, Run(_limit(), unwatched))
        search = f"{time.perf_counter() - begun:.2f}/{time.process_time() - work:.2f}"
        begun, work = time.perf_counter(), time.process_time()
        found = repair(mission, programme, changes, stop=_limit())
        whole = f"{time.perf_counter() - begun:.2f}/{time.process_time() - work:.2f}"
        assert not found.violations, found.violations
        goals = found.programme.goals
        proved = sum(goal.is_proved for goal in goals)
        lost, rest = sum(g.value for g in goals[:3]), "/".join(str(g.value) for g in goals[3:])
        print(f"{what:34}{search:>14}{whole:>14}  {proved} of {len(goals)}  {lost}/{rest}", flush=True)


def _limit() -> Limits:
    return Limits(time.monotonic, time.monotonic() + SECONDS)


def main(arguments: list[str]) -> None:
    """Measure the sample, an event, or both."""
    print("wall/processor seconds")
    if not arguments or arguments[0] == "sample":
        mission = read_mission(SAMPLE).mission
        assert mission
        scores = {frozenset((s.company, s.counterpart)): s.score for s in suggest(mission)}
        drawn = draw_up(mission, scores, stop=Limits(time.monotonic, time.monotonic() + 45))
        measure("Sample", mission, drawn.programme)
    if not arguments or arguments[0] == "event":
        measure("Event", *make_event(seed=int(arguments[1]) if arguments[1:] else 1))


if __name__ == "__main__":
    main(sys.argv[1:])
