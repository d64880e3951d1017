"""What a person at the terminal sees, and a log that is none."""

import io
import os
import signal
import sys
import time

import pytest

from karvan.cli import terminal
from karvan.cli.terminal import interruptible, searching
from karvan.languages import say
from karvan.languages.bidi import strip_isolates
from karvan.scheduling.result import Progress

FIRST, BETTER = Progress("must", 1, 2, 3, 9), Progress("must", 2, 2, 4, 9)
MUST, REFUTE = (say("en", f"goal-{stage}") for stage in ("must", "refute"))
PROOF = Progress("refute", None, None, 0, 9)


class Screen(io.StringIO):
    """A terminal."""

    def isatty(self):
        return True


def test_where_there_is_no_terminal_each_step_is_one_plain_line(capsys, monkeypatch):
    moments = iter([0.0, 1.0, 1.2, 1.3, 9.0])
    monkeypatch.setattr(terminal.time, "monotonic", lambda: next(moments))
    with searching("en", 4.0) as watch:
        for step in (FIRST, BETTER, PROOF, BETTER):
            watch(step)
    assert capsys.readouterr().err.splitlines() == [
        f"{MUST}: 1 (bound 2); 3 of 9 placed; 3 s left",
        # the second comes too soon after the first
        f"{REFUTE}: – (bound –); 0 of 9 placed; 3 s left",
        f"{MUST}: 2 (bound 2); 4 of 9 placed; 0 s left",
    ]


def test_without_a_limit_no_time_is_told(capsys):
    with searching("fa", None) as watch:
        watch(FIRST)
    line = strip_isolates(capsys.readouterr().err)
    assert line.endswith("۳ از ۹ گنجانده شد\n")


def test_on_a_terminal_there_is_a_bar_that_is_gone_at_the_end(monkeypatch):
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    with searching("ru", 4.0) as watch:
        watch(FIRST)
        watch(PROOF)
    assert "Поиск" in screen.getvalue()


def test_the_first_ctrl_c_is_a_wish_and_the_second_an_order():
    outside = signal.signal(signal.SIGINT, signal.default_int_handler)
    before = signal.getsignal(signal.SIGINT)
    with interruptible() as is_asked:
        assert is_asked() is False
        os.kill(os.getpid(), signal.SIGINT)
        while not is_asked():
            time.monotonic()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before
    signal.signal(signal.SIGINT, outside)
