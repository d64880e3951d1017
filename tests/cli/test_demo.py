"""`karvan demo` and `karvan serve`."""

import contextlib
import errno
import re
import signal
import subprocess
import urllib.request
from argparse import Namespace
from types import SimpleNamespace

import pytest

from cli.small_mission import environment, karvan
from karvan.cli import demo as demo_command
from karvan.cli import plan as plan_command
from karvan.cli import serve as serve_command
from karvan.mission.programme import Programme
from karvan.scheduling.draw_up import Drawn
from karvan.web import runtime
from karvan.web.programmes import queries


@contextlib.contextmanager
def serving(home, *arguments):
    """Run a command that serves, and give its address and its messages until then."""
    command = karvan(*arguments, "--port", "0", "--ui-lang", "en")
    with subprocess.Popen(
        command, env=environment(KARVAN_HOME=str(home)), stderr=subprocess.PIPE, encoding="utf-8"
    ) as running:
        said = []
        for line in running.stderr:
            said.append(line)
            if found := re.search(r"http://[^/]+/", line):
                yield found[0], said
                break
        running.send_signal(signal.SIGINT)
        said += list(running.stderr)
    assert running.returncode == 0, said


def page(address):
    """Return the status and text of a page."""
    with urllib.request.urlopen(address, timeout=30) as answer:
        return answer.status, answer.read().decode()


@pytest.mark.slow
def test_the_demo_answers_in_three_languages_and_starts_quickly_the_second_time(tmp_path):
    with serving(tmp_path, "demo", "--no-browser", "--time-limit", "20") as (address, said):
        assert said[0].startswith("Preparing the sample mission")
        for lang, direction in (("fa", "rtl"), ("ru", "ltr"), ("en", "ltr")):
            status, text = page(f"{address}{lang}/")
            html = re.search(r"<html[^>]*>", text)[0]
            assert (status, f'lang="{lang}"' in html, f'dir="{direction}"' in html) == (200, True, True)
            assert text.count('name="user"') == 10
    with serving(tmp_path, "demo", "--no-browser") as (address, said):
        assert [line for line in said if "Preparing" in line] == []
        assert page(f"{address}healthz") == (200, "ok\n")
    with serving(tmp_path, "serve") as (address, _):
        assert page(f"{address}healthz") == (200, "ok\n")


# --- the same in parts, without a server


@pytest.fixture
def installed(monkeypatch):
    """An installation that is ready and serves at once; what was served and opened is noted."""
    done = SimpleNamespace(served=[], opened=[], released=[])

    def served(host, port, *, on_ready):
        done.served.append((host, port))
        on_ready(8123)

    monkeypatch.setattr(runtime, "prepare", lambda *, is_demo=False: None)
    monkeypatch.setattr(runtime, "serve", served)
    monkeypatch.setattr("webbrowser.open", done.opened.append)
    monkeypatch.setattr(demo_command, "_store", lambda mission, programme, name: done.released.append(programme))
    return done


def nothing_released(slug):
    raise queries.NothingReleasedError


def test_the_demo_opens_the_browser(run, installed, monkeypatch):
    monkeypatch.setattr(queries, "latest_version", lambda slug: None)
    code, out, err = run("demo", "--port", "9")
    assert (code, out, err) == (0, "", "Karvan is at http://127.0.0.1:8123/  (Ctrl-C ends it)\n")
    assert installed.served == [("127.0.0.1", 9)]
    assert installed.opened == ["http://127.0.0.1:8123/"]


@pytest.mark.parametrize(("meetings", "code"), [(("a meeting",), 0), ((), 4)])
def test_the_demo_releases_a_checked_programme_and_nothing_else(run, installed, monkeypatch, meetings, code):
    drawn = Drawn(Programme(status="feasible", meetings=meetings), ())
    monkeypatch.setattr(queries, "latest_version", nothing_released)
    monkeypatch.setattr(plan_command, "plan", lambda mission, search: (drawn, {}))
    left, _, err = run("demo", "--no-browser")
    assert (left, "No programme of the sample mission" in err) == (code, code == 4)
    assert installed.released == ([] if code else [drawn.programme])
    assert len(installed.served) == (not code)


def test_serve_listens_where_it_is_told(run, installed):
    assert run("serve", "--host", "0.0.0.0", "--port", "80")[0] == 0
    assert (installed.served, installed.opened) == ([("0.0.0.0", 80)], [])


def test_ctrl_c_ends_the_server_in_good_order(installed, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(runtime, "serve", interrupted)
    assert serve_command.run(Namespace(host="127.0.0.1", port=1, ui_lang="en")) == 0


def test_a_port_that_is_taken_is_told(run, installed, monkeypatch):
    def refused(*_, **__):
        raise OSError(errno.EADDRINUSE, "Address already in use")

    monkeypatch.setattr(runtime, "serve", refused)
    code, _, err = run("serve", "--port", "81")
    assert (code, err) == (2, "Port 81 cannot be used: Address already in use. Choose another with --port.\n")


@pytest.mark.django_db
def test_the_first_administrator_is_invited_from_the_command_line(run, installed):
    code, out, err = run("administrator", "first@test.example", "--site", "https://karvan.example/")
    assert (code, out.startswith("https://karvan.example/en/invitations/")) == (0, True)
    assert "works once, within two weeks" in err
