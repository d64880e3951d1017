"""Writes about drafts: each raises the revision, books its resources, and is a move that can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F, Max

from karvan.web.accounts.models import User
from karvan.web.audit.actions import record_event
from karvan.web.drafts import bridge
from karvan.web.drafts.bridge import Placed
from karvan.web.drafts.enums import MoveKind
from karvan.web.drafts.models import Booking, Draft, Meeting, Move
from karvan.web.errors import ExpectedError, NotFoundError, StaleError
from karvan.web.missions.models import Mission

BATCH = 2000
"""So many bookings are written at once."""


class StaleDraftError(StaleError):
    """Somebody else has changed the draft since this page of it was shown."""

    code = "draft-stale"


class TakenError(ExpectedError):
    """A company's seat, the table or the interpreter is booked for another meeting then."""

    code = "draft-taken"
    status = 409


class BlockedError(ExpectedError):
    """A rule stands in the way of a meeting where it was to be put."""

    code = "draft-blocked"
    status = 409


class NotReleasableError(ExpectedError):
    """The referee finds something wrong; the page of the draft says what."""

    code = "draft-broken"
    status = 409


@transaction.atomic
def create_draft(
    stored: Mission,
    *,
    mission: bridge.PureMission,
    name: str,
    by: User,
    at: datetime,
    programme: bridge.PureProgramme | None = None,
) -> Draft:
    """Give a new draft: empty, or with the meetings and visits of a programme.

    Notes
    -----
    The mission's row is locked, so that two drafts get two numbers.
    """
    placed = bridge.from_programme(mission, programme) if programme else []
    visits = bridge.programme_visits(mission, programme) if programme else []
    draft = _new(stored, name=name, by=by, at=at, visits=visits, cell_minutes=bridge.cell_minutes(mission))
    book_meetings(draft, placed, mission=mission)
    return draft


@transaction.atomic
def copy_draft(draft: Draft, *, mission: bridge.PureMission, name: str, by: User, at: datetime) -> Draft:
    """Give a copy of a draft, to try something out; its moves stay with the original."""
    placed = [bridge.from_row(row) for row in draft.meetings.all()]
    columns = {"visits": draft.visits, "goals": draft.goals, "cell_minutes": draft.cell_minutes, "source": draft}
    copied = _new(draft.mission, name=name, by=by, at=at, **columns)
    book_meetings(copied, placed, mission=mission)
    return copied


def _new(stored: Mission, *, name: str, by: User, at: datetime, **columns: object) -> Draft:
    locked = Mission.objects.select_for_update().get(pk=stored.pk)
    last = locked.drafts.aggregate(last=Max("number"))["last"] or 0
    draft = Draft.objects.create(
        mission=locked, number=last + 1, name=name, created_at=at, changed_at=at, changed_by=by, **columns
    )
    record_event("draft-created", mission=locked, by=by, at=at, subject=str(draft.number))
    return draft


def book_meetings(draft: Draft, placed: Iterable[Placed], *, mission: bridge.PureMission) -> None:
    """Write meetings with the bookings of all that they need.

    Raises
    ------
    TakenError
        If the database holds one of their companies' last seats, tables or interpreters, or a meeting of one of the
        pairs, already; then nothing is written.
    """
    rows = [Meeting(draft=draft, **bridge.columns(each)) for each in placed]
    codes = {code for row in rows for code in (row.low, row.high)}
    try:
        with transaction.atomic():
            Meeting.objects.bulk_create(rows)
            seats = bridge.Seats(mission, _seats_taken(draft, codes))
            Booking.objects.bulk_create(bridge.bookings(draft, rows, seats), batch_size=BATCH)
    except IntegrityError as error:
        raise TakenError from error


def _seats_taken(draft: Draft, codes: set[str]) -> Iterable[tuple[str, int]]:
    """Give the seats that some companies take already."""
    booked = Booking.objects.filter(draft=draft, resource__startswith="company/")
    if len(codes) <= 2:
        booked = booked.filter(meeting__in=_meetings_of(draft, codes))
    return booked.values_list("resource", "cell")


def _meetings_of(draft: Draft, codes: set[str]) -> list[int]:
    held = Meeting.objects.filter(draft=draft)
    return list((held.filter(low__in=codes) | held.filter(high__in=codes)).values_list("pk", flat=True))


@transaction.atomic
def change_draft(
    draft: Draft,
    kind: MoveKind,
    *,
    removed: Sequence[Placed] = (),
    added: Sequence[Placed] = (),
    mission: bridge.PureMission,
    revision: int,
    by: User,
    at: datetime,
    visits: list[bridge.Json] | None = None,
    goals: list[bridge.Json] | None = None,
) -> Move:
    """Take meetings out of a draft and put meetings in, as one move that can be taken back.

    Parameters
    ----------
    revision : int
        That of the draft which the change was made from.
    visits, goals : list of dict, optional
        Who goes on which visit now (None: as before), and what the scheduler reached.

    Raises
    ------
    StaleDraftError
        If the draft has been changed since.
    TakenError
        If something that is needed is booked; then nothing is changed.
    """
    _raise_revision(draft, revision, by=by, at=at, goals=goals)
    both = [] if visits is None or visits == draft.visits else [draft.visits, visits]
    draft.moves.filter(is_undone=True).delete()
    last = draft.moves.aggregate(last=Max("number"))["last"] or 0
    _apply(draft, removed, added, both[1:], mission)
    return Move.objects.create(
        draft=draft,
        number=last + 1,
        kind=kind,
        at=at,
        by=by,
        removed=[bridge.data_of(each) for each in removed],
        added=[bridge.data_of(each) for each in added],
        visits=both,
    )


def _raise_revision(
    draft: Draft, revision: int, *, by: User, at: datetime, goals: list[bridge.Json] | None = None
) -> None:
    """Make the draft this change's own: of several changes to one revision, one wins."""
    seen = Draft.objects.filter(pk=draft.pk, revision=revision)
    if not seen.update(revision=F("revision") + 1, changed_at=at, changed_by=by, goals=goals or []):
        raise StaleDraftError
    draft.refresh_from_db()


def _apply(
    draft: Draft,
    removed: Iterable[Placed],
    added: Iterable[Placed],
    visits: list[list[bridge.Json]],
    mission: bridge.PureMission,
) -> None:
    lows_highs = {tuple(sorted(each.pair)) for each in removed}
    gone = [row.pk for row in draft.meetings.all() if (row.low, row.high) in lows_highs] if lows_highs else []
    Meeting.objects.filter(pk__in=gone).delete()
    book_meetings(draft, added, mission=mission)
    if visits:
        draft.visits = visits[0]
        draft.save(update_fields=["visits"])


@transaction.atomic
def undo_move(draft: Draft, *, mission: bridge.PureMission, revision: int, by: User, at: datetime) -> Move:
    """Take the last move back.

    Raises
    ------
    NotFoundError
        If there is none.
    StaleDraftError
        If the draft has been changed since.
    """
    move = _required(draft.moves.filter(is_undone=False).order_by("-number").first())
    _raise_revision(draft, revision, by=by, at=at)
    _apply(draft, _read(move.added), _read(move.removed), move.visits[:1], mission)
    Move.objects.filter(pk=move.pk).update(is_undone=True)
    return move


@transaction.atomic
def redo_move(draft: Draft, *, mission: bridge.PureMission, revision: int, by: User, at: datetime) -> Move:
    """Do again the move that was taken back last; raises as `undo_move` does."""
    move = _required(draft.moves.filter(is_undone=True).order_by("number").first())
    _raise_revision(draft, revision, by=by, at=at)
    _apply(draft, _read(move.removed), _read(move.added), move.visits[1:], mission)
    Move.objects.filter(pk=move.pk).update(is_undone=False)
    return move


def _required(move: Move | None) -> Move:
    if move is None:
        raise NotFoundError
    return move


def _read(rows: Iterable[bridge.Json]) -> list[Placed]:
    return [bridge.from_data(row) for row in rows]


def require_releasable(draft: Draft, opened: bridge.Opened, *, revision: int) -> None:
    """Refuse to release what the releaser has not seen, or what breaks a rule.

    Raises
    ------
    StaleDraftError
        If the draft has been changed since.
    NotReleasableError
        If the referee finds anything, or there are no meetings.
    """
    if draft.revision != revision:
        raise StaleDraftError
    if opened.is_broken:
        raise NotReleasableError
