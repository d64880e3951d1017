"""The search: finds timetables on one side, refutes better ones on the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Self

from karvan.scheduling.result import Progress
from karvan.scheduling.stop import Stop
from karvan.scheduling.timetable.plain import measure
from karvan.scheduling.timetable.prove import Prover
from karvan.scheduling.timetable.refute import Answer, Refuter
from karvan.scheduling.timetable.view import Timetable

if TYPE_CHECKING:
    from karvan.scheduling.timetable.mover import Mover
    from karvan.scheduling.timetable.smooth.team import Team

MOST_MEETINGS_EXACTLY = 500
"""Above this breaks are priced smoothly (`smooth`): the exact price finds its way in small timetables alone."""
MOST_MEETINGS_TO_REFUTE = 1000
"""Above this the clauses alone would take longer than the search."""
PATIENCE = 40
"""So many twentieths of a second the solvers have for themselves: what they answer at once needs no moves."""
PATIENT_FROM_S = 10.0
"""With less time than this, the moves begin at once: they are the first to have some timetable."""
TIRED_AFTER = 40
"""After so many batches of steps without a better timetable, the annealer leaves its core to a second proof."""
REST_S = 0.06
"""So long the annealer rests after each batch of steps where both cores have a solver: proofs come first."""
SOLVERS = 2
"""Processes of the prover: with as many workers, none is left for the moves."""
CONFLICTS_PER_ITERATION = 0.01
"""Where the search is limited by iterations, the refuter gets so many conflicts for each."""


class Search:
    """One run. Use it as a context manager: leaving it ends the refuting process.

    Attributes
    ----------
    best : list of int or None
        The slot of each meeting in the best timetable found.
    value, bound : int
        Its breaks, and a number below which there is none.
    is_refuted : bool
        Whether it is proved that there is no timetable.
    """

    def __init__(
        self,
        table: Timetable,
        *,
        stop: Stop,
        seed: int,
        workers: int,
        team: Team | None,
        on_progress: Callable[[Progress], None] | None,
    ) -> None:
        self.table, self.stop, self.workers = table, stop, workers
        self.best: list[int] | None = None
        self.value, self.bound = 0, 0
        self.is_refuted = False
        self._on_progress = on_progress
        self._seed, self._team = seed, team
        self._mover: Mover | None = None
        self._steps_left = stop.iterations
        self._prover: Prover | None = None
        self._idle_batches = 0

    def __enter__(self) -> Self:
        """Start proving where the problem is small enough and no steps are counted."""
        if self._is_small and self.stop.iterations is None:
            self._prover = Prover(self.table.plain)
            self._ask()
        return self

    def __exit__(self, *_: object) -> None:
        """End the proving processes, and the team."""
        if self._mover is not None:
            self._mover.close()
        if self._prover is not None:
            self._prover.__exit__()

    @property
    def _is_small(self) -> bool:
        return self.table.n_meetings <= MOST_MEETINGS_TO_REFUTE

    @property
    def is_over(self) -> bool:
        """Whether there is nothing left to find, or no time for it."""
        return self.is_refuted or self._is_optimal or self.stop.is_over() or self._is_without_end

    @property
    def _is_without_end(self) -> bool:
        """Whether nobody proves any more and no limit would ever end the search."""
        has_limit = self.stop.iterations is not None or self.stop.seconds_left() < float("inf")
        return not has_limit and (self._prover is None or self._prover.is_gone)

    @property
    def _is_owed(self) -> bool:
        """Whether the time is up, but a fair timetable is still to come from the quick first cooling."""
        mover = self._mover
        is_near = self.best is None and mover is not None and mover.state.is_complete and mover.annealer.is_quick
        return is_near and self.stop.seconds_left() <= 0.0

    @property
    def _is_optimal(self) -> bool:
        return self.best is not None and self.value <= self.bound

    @property
    def _is_tired(self) -> bool:
        """Whether the annealer has had its chance and others can make more of its core."""
        return self._prover is not None and not self._prover.is_gone and self._idle_batches >= TIRED_AFTER

    @property
    def _rest_s(self) -> float:
        """Give the annealer's rest: none where a core is left for it, or where moves get further than proofs."""
        is_proved = self._prover is not None and not self._prover.is_gone
        is_small = self.table.n_meetings <= MOST_MEETINGS_EXACTLY
        return REST_S if is_proved and is_small and self.best is not None and self.workers == SOLVERS else 0.0

    def run(self) -> None:
        """Search until the answer is proved or the stop rule says so."""
        if self.stop.iterations is not None:
            self._run_by_iterations()
            return
        self._wait()
        if self.is_refuted or self._is_optimal:
            return
        mover = self._start()
        while not self.is_over or self._is_owed:
            is_moving = mover.state.is_complete and (not self._is_tired or self.workers > 2)
            if is_moving:
                self._improve(mover)
            self._hear(self._rest_s if is_moving else 0.05)

    def _run_by_iterations(self) -> None:
        mover = self._start()
        while not self.is_over and mover.state.is_complete and self._steps_left:
            self._improve(mover)
        if not self._is_small or self.is_over:
            return
        budget = int((self.stop.iterations or 0) * CONFLICTS_PER_ITERATION) + 1000
        with Refuter(self.table.plain) as refuter:
            while not self.is_over:
                refuter.ask(self.bound, conflicts=budget)
                answer = None
                while answer is None and not refuter.is_silent and not self.stop.is_over():
                    answer = refuter.poll(0.05)
                if answer is None or answer.found is None:
                    return
                self._learn(answer)

    def _wait(self) -> None:
        """Let the solvers go first, where there is time for it."""
        if self._prover is None or self.table.n_meetings > MOST_MEETINGS_EXACTLY:
            return
        for _ in range(PATIENCE if self.stop.seconds_left() >= PATIENT_FROM_S else 0):
            if self.is_over:
                return
            self._hear(0.05)

    def _start(self) -> Mover:
        """Begin to move meetings, from the best timetable where there is one."""
        # Imported here: what is proved at once does without Numba, which takes longer to load than such a proof.
        from karvan.scheduling.timetable.mover import Mover

        is_large = self.table.n_meetings > MOST_MEETINGS_EXACTLY
        mover = Mover(
            self.table, seed=self._seed, stop=self.stop, team=self._team, workers=self.workers, is_smooth=is_large
        )
        self._mover = mover
        if self.best is not None:
            mover.take(self.best)
        elif mover.build(lambda: self.is_over or self._news()):
            self._take(mover.state.slot_of.tolist())
        return mover

    def _news(self) -> bool:
        self._hear(0.0)
        return self.best is not None or self.is_refuted

    def _improve(self, mover: Mover) -> None:
        annealer = mover.annealer
        made = annealer.advance(self.bound, self._steps_left)
        self._idle_batches += 1
        if self._steps_left is not None:
            self._steps_left -= made
        if annealer.best_value is not None and (self.best is None or annealer.best_value < self.value):
            self._take(annealer.best.tolist())

    def _ask(self) -> None:
        if self._prover is not None:
            value = None if self.best is None else self.value
            self._prover.ask(self.bound, value, with_finder=self.workers > 1 or self._is_tired)

    def _hear(self, wait_s: float) -> None:
        if self._prover is None:
            return
        while (answer := self._prover.poll(wait_s)) is not None and not self.is_over:
            self._learn(answer)
            wait_s = 0.0
        if not self.is_over:
            self._ask()

    def _learn(self, answer: Answer) -> None:
        if answer.found:
            self._take(answer.slot_of)
        elif answer.most is None:
            self.is_refuted = True
        elif answer.most >= self.bound:
            self.bound = answer.most + 1
            self._tell("refute")

    def _take(self, slot_of: list[int]) -> None:
        """Keep a complete timetable if it is fair and better than the best."""
        value, is_right = measure(self.table.plain, slot_of) if self._mover is None else self._mover.take(slot_of)
        if is_right and (self.best is None or value < self.value):
            self.best, self.value = list(slot_of), value
            self._idle_batches = 0
            self._tell("search")

    def _tell(self, stage: str) -> None:
        if self._on_progress is None:
            return
        n = self.table.n_meetings
        placed = n if self.best is not None else self._placed
        value = None if self.best is None else self.value
        self._on_progress(Progress(stage, value, self.bound, placed, n))

    @property
    def _placed(self) -> int:
        return 0 if self._mover is None else int((self._mover.state.slot_of >= 0).sum())
