"""The console script: help, bad usage, languages, and what it imports."""

import argparse
import io
import subprocess
import sys

import pytest

from cli.small_mission import LANGUAGES, environment, karvan, run_karvan
from karvan import __version__
from karvan.cli import match
from karvan.cli.main import COMMANDS, _language, _usage_text, main
from karvan.languages import say

HEAVY = (
    "numpy",
    "ortools",
    "numba",
    "scipy",
    "pysat",
    "django",
    "fluent",
    "babel",
    "persiantools",
    "typst",
    "openpyxl",
)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_in_every_language(run, command, lang):
    code, out, err = run(command, "--help", "--ui-lang", lang)
    assert (code, err) == (0, "")
    text = " ".join(out.split())
    assert text.startswith(f"{say(lang, 'cli-usage')} karvan {command}")
    assert " ".join(say(lang, f"cli-{command}-about").split()) in text
    assert say(lang, "cli-options") in text
    assert say(lang, "cli-help-help") in text
    assert "%(" not in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_help_of_all_names_every_command(run, lang):
    code, out, err = run("--help", "--ui-lang", lang)
    assert (code, err) == (0, "")
    assert all(f"  {command}" in out for command in COMMANDS)
    assert say(lang, "cli-commands") in out


def test_without_a_command_help_is_given_and_nothing_done(run):
    code, out, _ = run()
    assert code == 2
    assert out == run("--help")[1]


def test_the_version(run):
    assert run("--version") == (0, f"karvan {__version__}\n", "")


@pytest.mark.parametrize(
    ("given", "variables", "lang"),
    [
        (["--ui-lang", "fa", "plan"], {}, "fa"),
        (["plan", "--ui-lang=ru"], {"LC_ALL": "fa_IR"}, "ru"),
        (["plan", "--ui-lang"], {"LC_ALL": "fa_IR.UTF-8"}, "fa"),
        (["plan"], {"LANG": "ru_RU.UTF-8", "LC_ALL": "C"}, "en"),
        (["plan"], {"LANG": "ru_RU.UTF-8"}, "ru"),
        (["plan"], {"LC_MESSAGES": "fa_IR", "LANG": "ru_RU"}, "fa"),
        (["--ui-lang", "xx"], {"LANG": "ru_RU"}, "en"),
    ],
)
def test_the_language_is_asked_for_or_the_locales(monkeypatch, given, variables, lang):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert _language(given) == lang


BAD_USAGE = [
    (["plam"], "COMMAND: “plam” is none of demo, serve, worker, administrator, plan, match, schedule,"),
    (["plan"], "Missing: MISSION, -o/--output."),
    (["plan", "a", "b", "-o", "c"], "Not understood: b."),
    (["plan", "a", "-o"], "-o/--output needs a value."),
    (["plan", "a", "-o", "c", "--workers", "0"], "--workers: “0” is no whole number of 1 or more."),
    (["plan", "a", "-o", "c", "--seed", "x"], "--seed: “x” is no whole number of 0 or more."),
    (["plan", "a", "-o", "c", "--time-limit", "-1"], "--time-limit: “-1” is no number of seconds above 0."),
    (["plan", "a", "-o", "c", "--time-limit", "nan"], "--time-limit: “nan” is no number of seconds above 0."),
    (["plan", "a", "-o", "c", "--time-limit", "soon"], "--time-limit: “soon” is no number of seconds above 0."),
    (["serve", "--port", "65536"], "--port: “65536” is no whole number from 0 to 65535."),
    (["schedule", "a", "--fairness", "-1"], "--fairness: “-1” is neither a whole number of 0 or more nor “none”."),
    (["schedule", "a", "--fairness", "few"], "--fairness: “few” is neither a whole number of 0 or more nor “none”."),
    (["match", "a", "--top", "0"], "--top: “0” is no whole number of 1 or more."),
    (["demo", "--no-browser=yes"], "--no-browser takes no value."),
    (["workbook", "burn", "a"], "new|check: “burn” is none of new and check."),
    (["check", "a", "b", "--ui-lang", "xx"], "--ui-lang: “xx” is none of en, fa, and ru."),
]


@pytest.mark.parametrize(("arguments", "text"), BAD_USAGE)
def test_bad_usage_is_explained_and_ends_with_2(run, arguments, text):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(text)
    assert "\nSee “karvan" in err
    assert err.endswith(" --help”.\n")


@pytest.mark.parametrize("lang", ["fa", "ru"])
@pytest.mark.parametrize("arguments", [arguments for arguments, _ in BAD_USAGE if "xx" not in arguments])
def test_bad_usage_is_explained_without_a_word_of_english(run, arguments, lang):
    code, _, err = run("--ui-lang", lang, *arguments)
    assert code == 2
    english = ("is none of", "Missing", "argument", "invalid", "required", "expected", "value", "whole number", "See")
    assert [word for word in english if word in err] == []


def test_an_option_that_could_be_several_is_explained():
    message = "ambiguous option: --l could match --lang, --limit"
    assert _usage_text("en", message) == "--l could mean any of --lang and --limit."


def test_what_argparse_has_no_usual_words_for_stays_as_it_is():
    assert _usage_text("ru", "something else") == "something else"


def test_the_program_imports_nothing_heavy_before_it_knows_what_for():
    program = f"import sys, karvan.cli.main; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[]\n", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_imports_nothing_heavy_either(command):
    program = f"""
import sys
from karvan.cli.main import main
try:
    main(["{command}", "--help", "--ui-lang", "fa"])
except SystemExit:
    print([name for name in {HEAVY} if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", env=environment(), check=False
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_program_runs_on_its_own():
    done = run_karvan("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"karvan {__version__}\n", "")


def test_three_scripts_are_written_whatever_the_locale():
    done = run_karvan("--help", "--ui-lang", "fa", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "فرمان‌ها" in done.stdout


def test_a_stream_that_has_no_encoding_is_left_as_it_is(monkeypatch):
    monkeypatch.setattr("sys.stderr", io.StringIO())
    with pytest.raises(SystemExit):
        main(["--ui-lang", "fa", "plan"])
    assert "راهنما" in sys.stderr.getvalue()


def test_whoever_reads_our_output_may_have_enough_of_it(mission_folder):
    reader = subprocess.Popen([sys.executable, "-c", "pass"], stdin=subprocess.PIPE)
    reader.wait()
    done = subprocess.run(
        karvan("match", mission_folder), stdout=reader.stdin, stderr=subprocess.PIPE, env=environment(), check=False
    )
    reader.stdin.close()
    assert (done.returncode, done.stderr) == (0, b"")


def test_ctrl_c_with_nothing_to_keep_ends_with_130(run, monkeypatch):
    def interrupted(options: argparse.Namespace) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(match, "run", interrupted)
    assert run("match", "anything") == (130, "", f"{say('en', 'cli-interrupted')}\n")
