"""Reads of the match board."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.core.paginator import Page, Paginator
from django.db.models import Q

from karvan.web.access import Capability
from karvan.web.companies.enums import Standing
from karvan.web.companies.models import Company
from karvan.web.matches import bridge
from karvan.web.matches.enums import Asked, Choice
from karvan.web.matches.models import MatchDecision, Suggestion, SuggestionList
from karvan.web.missions.models import Mission
from karvan.web.programmes.queries import released_pairs
from karvan.web.requests.models import FixedMeeting, MeetingRequest

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from karvan.web.access import Seat

Key = tuple[int, int]
"""The numbers of a visitor and a host."""


@dataclass(slots=True)
class Match:
    """A visitor and a host with what is known of them, as far as somebody may read it.

    Attributes
    ----------
    suggestion : Suggestion or None
        None: the two were not suggested to each other.
    requests : list of MeetingRequest
        What either asked for.
    decision : MatchDecision or None
        Of the neutral desk; None also for whoever may not read it.
    """

    visitor: Company
    host: Company
    suggestion: Suggestion | None = None
    requests: list[MeetingRequest] = field(default_factory=list)
    decision: MatchDecision | None = None

    @property
    def companies(self) -> tuple[Company, Company]:
        """Both, the visitor first."""
        return self.visitor, self.host

    @property
    def score(self) -> float:
        """How well they fit; 0 where they were not suggested."""
        return self.suggestion.score if self.suggestion else 0.0

    @property
    def choice(self) -> str:
        """What was decided."""
        return self.decision.choice if self.decision else Choice.NONE.value

    @property
    def askers(self) -> set[str]:
        """The sides that asked for a meeting."""
        return {
            Asked.VISITOR if row.company_id == self.visitor.pk else Asked.HOST
            for row in self.requests
            if row.level != bridge.AVOID
        } or {Asked.NOBODY}


@dataclass(frozen=True, slots=True)
class Sharing:
    """What each company of a side has, and how even that is.

    Attributes
    ----------
    rows : list
        Each company with its suggestions, requests and meetings.
    spreads : dict
        How evenly each of the three is shared out, by its name.
    """

    side: str
    rows: list[tuple[Company, dict[str, int]]]
    spreads: dict[str, bridge.Spread]


def companies_by_number(mission: Mission) -> dict[int, Company]:
    """Companies that take part, in the organiser's order; one query."""
    return {row.pk: row for row in mission.companies.filter(standing=Standing.PARTICIPATING)}


def suggestion_list(mission: Mission) -> SuggestionList | None:
    """When the suggestions were made, None before the first time; one query."""
    return SuggestionList.objects.filter(mission=mission).select_related("made_by").first()


def matches(seat: Seat) -> list[Match]:
    """Every pair that was suggested, asked for or decided about, as far as somebody may read it.

    Notes
    -----
    Three queries, and a fourth for whoever may read decisions. Decisions and `avoid` are for the neutral desk: to
    everybody else a mission with them looks as one without. Reasons are left out: see `with_reasons`.
    """
    mission = seat.mission
    rows = companies_by_number(mission)
    found: dict[Key, Match] = {}

    def match(first: int, second: int) -> Match | None:
        if not {first, second} <= rows.keys():
            return None
        visitor, host = (first, second) if rows[first].side == bridge.VISITOR else (second, first)
        return found.setdefault((visitor, host), Match(rows[visitor], rows[host]))

    for suggestion in Suggestion.objects.filter(company__mission=mission).defer("reasons", "against"):
        if pair := match(suggestion.company_id, suggestion.counterpart_id):
            pair.suggestion = suggestion
    for request in _requests(seat):
        if pair := match(request.company_id, request.counterpart_id):
            pair.requests.append(request)
    for decision in _decisions(seat):
        if pair := match(decision.company_id, decision.counterpart_id):
            pair.decision = decision
    return list(found.values())


def _requests(seat: Seat) -> Iterable[MeetingRequest]:
    rows = MeetingRequest.objects.filter(company__mission=seat.mission).select_related("company")
    return rows if seat.may(Capability.READ_AVOID) else rows.exclude(level=bridge.AVOID)


def _decisions(seat: Seat) -> Iterable[MatchDecision]:
    if not seat.may(Capability.READ_AVOID):
        return ()
    return MatchDecision.objects.filter(company__mission=seat.mission).select_related("decided_by")


def with_reasons(page: Iterable[Match]) -> list[Match]:
    """The same matches with the reasons of their suggestions; one query."""
    page = list(page)
    whole = Suggestion.objects.in_bulk([match.suggestion.pk for match in page if match.suggestion])
    for match in page:
        if match.suggestion:
            match.suggestion = whole.get(match.suggestion.pk)
    return page


def match_of(seat: Seat, visitor: Company, host: Company) -> Match:
    """One pair with its reasons, as far as somebody may read it; two queries, or three."""
    pair = Q(company=visitor, counterpart=host)
    either = pair | Q(company=host, counterpart=visitor)
    suggestion = Suggestion.objects.filter(pair).first()
    requests = list(MeetingRequest.objects.filter(either).select_related("company"))
    if not seat.may(Capability.READ_AVOID):
        return Match(visitor, host, suggestion, [row for row in requests if row.level != bridge.AVOID])
    decision = MatchDecision.objects.filter(pair).select_related("decided_by").first()
    return Match(visitor, host, suggestion, requests, decision)


def is_agreed(visitor: Company, host: Company) -> bool:
    """Whether the meeting of two companies was agreed beforehand; one query."""
    pair = Q(company=visitor, counterpart=host) | Q(company=host, counterpart=visitor)
    return FixedMeeting.objects.filter(pair).exists()


def recommended_to(company: Company, most: int) -> list[tuple[Company, Suggestion]]:
    """The best counterparts of a company with reasons, best first; three queries.

    Notes
    -----
    Left out: whom the company itself avoids, and pairs that the neutral desk has blocked. That another company avoids
    this one changes nothing here.
    """
    avoided = MeetingRequest.objects.filter(company=company, level=bridge.AVOID).values_list("counterpart", flat=True)
    hidden = set(avoided) | _blocked_for(company)
    mine = Suggestion.objects.filter(Q(company=company) | Q(counterpart=company))
    found = [(row.counterpart if row.company_id == company.pk else row.company, row) for row in _standing(mine)]
    return [(other, row) for other, row in found if other.pk not in hidden][:most]


def _standing(rows: QuerySet[Suggestion]) -> QuerySet[Suggestion]:
    both = {"company__standing": Standing.PARTICIPATING, "counterpart__standing": Standing.PARTICIPATING}
    return rows.filter(**both).select_related("company", "counterpart")


def _blocked_for(company: Company) -> set[int]:
    mine = Q(company=company) | Q(counterpart=company)
    pairs = MatchDecision.objects.filter(mine, choice=Choice.BLOCK).values_list("company", "counterpart")
    return {number for pair in pairs for number in pair if number != company.pk}


def sharing(seat: Seat) -> list[Sharing]:
    """How many suggestions, requests and meetings each company has, side by side; four queries.

    Notes
    -----
    Requests for a meeting count for both companies, `avoid` is none. Meetings are those of the latest release. Staff
    of a side reads its own side.
    """
    rows = companies_by_number(seat.mission)
    pairs: Mapping[str, Iterable[Key]] = {
        "suggestions": Suggestion.objects.filter(company__mission=seat.mission)
        .order_by()
        .values_list("company", "counterpart"),
        "requests": MeetingRequest.objects.filter(company__mission=seat.mission)
        .exclude(level=bridge.AVOID)
        .order_by()
        .values_list("company", "counterpart"),
    }
    counts = {name: Counter(number for pair in found for number in pair) for name, found in pairs.items()}
    met = Counter(code for pair in released_pairs(seat.mission) for code in pair)
    counts["meetings"] = Counter({number: met[row.code] for number, row in rows.items()})
    by_side: dict[str, list[tuple[Company, dict[str, int]]]] = defaultdict(list)
    for number, row in rows.items():
        by_side[row.side].append((row, {name: found[number] for name, found in counts.items()}))
    sides = [bridge.VISITOR, bridge.HOST] if seat.is_neutral else [str(seat.desk)]
    return [_sharing(side, by_side[side]) for side in sides]


def _sharing(side: str, rows: list[tuple[Company, dict[str, int]]]) -> Sharing:
    names = ("suggestions", "requests", "meetings")
    return Sharing(side, rows, {name: bridge.spread([counts[name] for _, counts in rows]) for name in names})


HEAT_ROWS, HEAT_COLUMNS = 40, 60
"""So many visitors and hosts of the heat map stand on one page."""


@dataclass(frozen=True, slots=True)
class Heat:
    """A part of the heat map: hosts, and each visitor with its score with each, None where they were not suggested."""

    hosts: Page[Company]
    visitors: Page[Company]
    rows: list[tuple[Company, list[tuple[Company, float | None]]]]


def heat(mission: Mission, *, page: str = "1", hosts_page: str = "1") -> Heat:
    """Part of the heat map of a mission; two queries."""
    rows = companies_by_number(mission).values()
    hosts = Paginator([row for row in rows if row.side == bridge.HOST], HEAT_COLUMNS).get_page(hosts_page)
    visitors = Paginator([row for row in rows if row.side == bridge.VISITOR], HEAT_ROWS).get_page(page)
    shown = Suggestion.objects.filter(company__in=list(visitors), counterpart__in=list(hosts)).order_by()
    scores = {(a, b): score for a, b, score in shown.values_list("company", "counterpart", "score")}
    return Heat(hosts, visitors, [(v, [(h, scores.get((v.pk, h.pk))) for h in hosts]) for v in visitors])
