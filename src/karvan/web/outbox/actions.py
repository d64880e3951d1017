"""Writes about letters and who has seen what; each change of a state is conditional, and its row count is checked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from karvan.web.accounts.models import User
from karvan.web.audit.actions import record_event
from karvan.web.errors import ExpectedError
from karvan.web.jobs.actions import queue_job
from karvan.web.jobs.models import Job
from karvan.web.letters.enums import LetterName
from karvan.web.members.models import Membership
from karvan.web.missions.models import Mission
from karvan.web.outbox.bridge import Composed, count_of
from karvan.web.outbox.enums import UNSENT, Problem, State
from karvan.web.outbox.models import Letter, Seen
from karvan.web.outbox.queries import told_last
from karvan.web.outbox.recipients import Recipient, recipients
from karvan.web.programmes.models import ProgrammeVersion
from karvan.web.programmes.queries import released_versions

SEND = "send-letters"
"""The kind of job that sends the letters of a release."""


class LetterGoneError(ExpectedError):
    """The letter has gone out, or is going out, or a later release has taken its place."""

    code = "letter-gone"
    status = 409


class NothingToSendError(ExpectedError):
    """No letter waits to be sent."""

    code = "nothing-to-send"
    status = 409


@transaction.atomic
def prepare_letters(version: ProgrammeVersion, *, by: User, at: datetime) -> int:
    """Write the letters of a release that are missing, and give their number.

    A letter is for everybody whose agenda or roster differs from the one that they were told last; who was told of
    none yet is told of the whole. Letters of earlier releases that have not gone out are superseded.

    Notes
    -----
    The mission's row is locked. Called again for the same release, it writes to those alone who have come since.
    """
    mission = Mission.objects.select_for_update().get(pk=version.mission_id)
    earlier = Letter.objects.filter(version__mission=mission, version__number__lt=version.number, state__in=UNSENT)
    earlier.update(state=State.SUPERSEDED, state_at=at)
    there = set(version.letters.values_list("email", "code", "is_roster"))
    last = version.letters.aggregate(last=Max("number"))["last"] or 0
    new = [each for each in recipients(mission) if each.key not in there]
    letters = list(_letters(version, new, first=last + 1, at=at))
    Letter.objects.bulk_create(letters, batch_size=500)
    if letters:
        number = str(version.number)
        record_event("letters-prepared", mission=mission, by=by, at=at, subject=number, letters=len(letters))
    return len(letters)


def _letters(version: ProgrammeVersion, new: list[Recipient], *, first: int, at: datetime) -> Iterator[Letter]:
    told = told_last(version.mission, before=version.number)
    versions = {each.number: each for each in released_versions().filter(mission=version.mission)}
    for each in new:
        since = told.get(each.key)
        before = versions[since] if since is not None else None
        changes = count_of(version, before, each.code, is_roster=each.is_roster)
        if changes:
            yield Letter(
                version=version,
                number=first,
                name=LetterName.PROGRAMME_CHANGED if before else LetterName.PROGRAMME_RELEASED,
                membership=each.membership,
                to_name=each.name,
                email=each.email,
                lang=each.lang,
                code=each.code,
                is_roster=each.is_roster,
                since=since,
                changes=changes,
                state_at=at,
            )
            first += 1


@transaction.atomic
def hold_back(letter: Letter, *, by: User, at: datetime) -> None:
    """Keep a letter from being sent.

    Raises
    ------
    LetterGoneError
        If it has gone out, or is going out, or is superseded.
    """
    _move(letter, (State.WAITING, State.QUEUED, State.FAILED), State.HELD, at=at)
    _record("letter-held", letter, by=by, at=at)


@transaction.atomic
def bring_back(letter: Letter, *, by: User, at: datetime) -> None:
    """Have a letter that was held back, or that failed, wait to be sent; raises as `hold_back` does."""
    _move(letter, (State.HELD, State.FAILED), State.WAITING, at=at)
    _record("letter-brought-back", letter, by=by, at=at)


def _move(letter: Letter, states: tuple[State, ...], to: State, *, at: datetime) -> None:
    found = Letter.objects.filter(pk=letter.pk, state__in=states)
    if found.update(state=to, state_at=at, problem="") != 1:
        raise LetterGoneError


def _record(action: str, letter: Letter, *, by: User, at: datetime) -> None:
    version = letter.version
    record_event(action, mission=version.mission, by=by, at=at, subject=f"{version.number}/{letter.number}")


@transaction.atomic
def queue_letters(version: ProgrammeVersion, *, are_failed: bool, site: str, by: User, at: datetime) -> Job:
    """Give the job that sends all letters of a release that wait, or all that failed and did not go out for certain.

    Parameters
    ----------
    site : str
        Where their links lead: scheme and host.

    Raises
    ------
    NothingToSendError
        If there are none.
    JobOpenError
        If letters of the release are being sent; then nothing is changed.
    """
    states = (State.FAILED,) if are_failed else (State.WAITING, State.QUEUED)
    found = Letter.objects.filter(version=version, state__in=states).exclude(email="").exclude(problem=Problem.UNSURE)
    count = found.update(state=State.QUEUED, state_at=at, problem="")
    if not count:
        raise NothingToSendError
    mission, number = version.mission, str(version.number)
    record_event("letters-queued", mission=mission, by=by, at=at, subject=number, letters=count)
    return queue_job(mission, SEND, subject=number, arguments={"site": site}, by=by, at=at)


# ---- what the job does to a letter -----------------------------------------------------------------------------------


def claim_letter(letter: Letter, composed: Composed, *, at: datetime) -> bool:
    """Take a letter to send it, and keep it as it goes out; False: somebody else has it, or holds it back."""
    kept = {"state": State.SENDING, "state_at": at, "subject": composed.subject[:500], "text": composed.text}
    return Letter.objects.filter(pk=letter.pk, state=State.QUEUED).update(**kept) == 1


def end_letter(letter: Letter, *, problem: Problem | None = None, at: datetime) -> None:
    """Write what became of a letter that was claimed."""
    ended = {"state": State.FAILED if problem else State.SENT, "state_at": at, "problem": problem or ""}
    forgotten = {"subject": "", "text": ""} if problem and problem is not Problem.UNSURE else {}
    Letter.objects.filter(pk=letter.pk, state=State.SENDING).update(**ended, **forgotten)


def give_up_lost_letters(version: ProgrammeVersion, *, at: datetime) -> int:
    """Mark letters whose worker died while it sent them: they wait for a word, since nobody knows whether they went."""
    lost = Letter.objects.filter(version=version, state=State.SENDING)
    return lost.update(state=State.FAILED, problem=Problem.UNSURE, state_at=at)


def unqueue_letters(version: ProgrammeVersion, *, at: datetime) -> int:
    """Have the letters that were not sent wait again."""
    return Letter.objects.filter(version=version, state=State.QUEUED).update(state=State.WAITING, state_at=at)


# ---- what readers do -------------------------------------------------------------------------------------------------


@transaction.atomic
def acknowledge(version: ProgrammeVersion, *, membership: Membership, at: datetime) -> None:
    """Write down that somebody has seen what a release changes for them; the first time counts."""
    _, is_new = Seen.objects.get_or_create(membership=membership, version=version, defaults={"at": at})
    if is_new:
        mission, number = version.mission, str(version.number)
        side = membership.company.side if membership.company else ""
        record_event("programme-seen", mission=mission, by=membership.user, at=at, subject=number, side=side)


def forget_person(mission: Mission, known: set[str], *, pseudonym: str) -> None:
    """Take from letters who somebody was: the letter stays as a number, without address and words."""
    letters = Letter.objects.filter(version__mission=mission)
    own = letters.filter(email__in={each.lower() for each in known}) | letters.filter(to_name__in=known)
    own.filter(state__in=UNSENT).update(state=State.SUPERSEDED)
    own.update(to_name=pseudonym, email="", subject="", text="")
