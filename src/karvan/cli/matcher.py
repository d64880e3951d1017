"""How the commands run the matcher: at once for a usual mission, with all processors for a large one."""

from __future__ import annotations

import gc
import os
import signal
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag

from karvan.cli.inputs import BadInput
from karvan.cli.terminal import tell
from karvan.languages import say

if TYPE_CHECKING:
    from karvan.matching.semantic import Semantic
    from karvan.matching.suggestions import Suggestion
    from karvan.mission.mission import Mission, Pair

MANY_TEXTS = 8_000
"""From so many texts on, several processes read; below, starting them takes longer than it saves."""


KEY = "KARVAN_ENCODER_KEY"
"""The variable of the environment that holds an endpoint's key, so that no command line shows it."""


def add_encoder(parser: ArgumentParser, lang: str) -> None:
    """Add ``--encoder``."""
    parser.add_argument("--encoder", metavar="FOLDER|URL", help=say(lang, "cli-encoder-help"))


def suggestions(mission: Mission, options: Namespace, **asked: Any) -> tuple[Suggestion, ...]:
    """Suggest counterparts, with a model of sentences if the options name one.

    Parameters
    ----------
    **asked
        As `karvan.matching.suggestions.suggest` takes it.

    Raises
    ------
    BadInput
        If the model cannot be used, or the mission does not agree to send texts to it.
    """
    if not getattr(options, "encoder", None):
        return _suggestions(mission, **asked)
    from karvan.encoders import EncoderError

    try:
        return _suggestions(mission, semantic=_semantic(mission, options), **asked)
    except EncoderError as error:
        tell(say(options.ui_lang, f"cli-encoder-{error.code}", where=error.where, why=error.why))
        raise BadInput from error


def _semantic(mission: Mission, options: Namespace) -> Semantic:
    """Open the model; an endpoint only if it is the one that the mission names."""
    from karvan.encoders import Endpoint, open_folder
    from karvan.matching.semantic import Semantic

    if "://" not in options.encoder:
        return Semantic(open_folder(Path(options.encoder)))
    address = urldefrag(options.encoder).url
    if address != mission.settings.send_texts_to:
        tell(say(options.ui_lang, "cli-encoder-not-agreed", where=address))
        raise BadInput
    return Semantic(Endpoint(options.encoder, os.environ.get(KEY, "")))


def _suggestions(mission: Mission, **asked: Any) -> tuple[Suggestion, ...]:
    """Suggest counterparts, with all processors where there are many texts."""
    from karvan.matching.suggestions import suggest

    with _nothing_to_collect():
        if 2 * len(mission.opportunities) < MANY_TEXTS:
            return suggest(mission, **asked)
        hands = max(1, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
        with ProcessPoolExecutor(hands, initializer=_leave_interrupts) as readers, ThreadPoolExecutor(hands) as threads:
            return suggest(mission, executor=threads, readers=readers, **asked)


def scores_of(mission: Mission, options: Namespace, **asked: Any) -> dict[Pair, float]:
    """Give the score of every pair that is worth telling, as the searches take it."""
    return {frozenset((row.company, row.counterpart)): row.score for row in suggestions(mission, options, **asked)}


def _leave_interrupts() -> None:
    """Leave Ctrl-C to the command: it ends its readers itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _nothing_to_collect() -> Iterator[None]:
    """Have Python look for lost objects rarely: matching loses none, and looking took a third of its time."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, 50, 1000)
    try:
        yield
    finally:
        gc.set_threshold(*before)
