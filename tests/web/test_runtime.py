"""Preparing and serving an installation, as a process of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

from karvan.web import runtime

PREPARE = """
from pathlib import Path
from karvan.web import runtime
runtime.prepare(Path(HOME))
import sys
sys.path.insert(0, TESTS)
from web import factory
print(factory.release().number)
"""
SERVE = """
from pathlib import Path
from karvan.web import runtime
runtime.configure(Path(HOME))
try:
    runtime.serve("127.0.0.1", PORT, on_ready=lambda port: print(port, flush=True), threads=2)
finally:
    print("closed", flush=True)
"""
TESTS = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 - goes into source text as it is


def program(source, home, port=0):
    text = f"HOME, TESTS, PORT = {str(home)!r}, {TESTS!r}, {port}\n{source}"
    environment = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "COV_CORE_SOURCE"}}
    return subprocess.Popen(
        [sys.executable, "-c", text], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )


def output(process):
    text, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    return text.splitlines()


def get(port, address, **headers):
    request = urllib.request.Request(f"http://127.0.0.1:{port}{address}", headers=headers)
    with urllib.request.urlopen(request, timeout=20) as answer:
        return answer.status, answer.headers, answer.read()


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("home") / "karvan"
    assert output(program(PREPARE, folder)) == ["1"]
    return folder


@pytest.fixture
def served(home):
    process = program(SERVE, home)
    yield int(process.stdout.readline()), process
    process.kill()
    process.communicate()


def test_preparing_again_keeps_what_is_there(home):
    before = (home / "secret_key").read_text()
    assert output(program(PREPARE, home)) == ["1"]
    assert (home / "secret_key").read_text() == before
    assert (home / "static" / "staticfiles.json").is_file()
    assert list((home / "static" / "fonts").glob("*.ttf*")) == []


def test_pages_and_files_are_served(served):
    port, _ = served
    status, _, page = get(port, "/fa/")
    assert (status, b'<html lang="fa" dir="rtl">' in page) == (200, True)
    assert get(port, "/healthz")[2] == b"ok\n"


def test_static_files_are_named_by_content_compressed_and_kept_for_ever(served):
    port, _ = served
    page = get(port, "/fa/")[2].decode()
    address = page.partition('<link rel="stylesheet" href="')[2].partition('"')[0]
    assert address.count(".") == 2
    _, headers, _ = get(port, address, **{"Accept-Encoding": "gzip"})
    assert headers["Content-Encoding"] == "gzip"
    assert "immutable" in headers["Cache-Control"]
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_only_our_own_hosts_are_answered(served):
    with pytest.raises(urllib.error.HTTPError, match="400"):
        get(served[0], "/en/", Host="evil.example")


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_server_ends_cleanly_and_gives_its_port_back(served, sign):
    port, process = served
    process.send_signal(sign)
    assert output(process) == ["closed"]
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", port))


def test_a_killed_server_leaves_a_home_that_serves_again(home):
    process = program(SERVE, home)
    process.stdout.readline()
    process.kill()
    process.communicate()
    again = program(SERVE, home)
    assert get(int(again.stdout.readline()), "/en/")[0] == 200
    again.send_signal(signal.SIGTERM)
    assert output(again) == ["closed"]


def test_a_taken_port_is_an_error(served, home):
    second = program(SERVE, home, served[0])
    assert second.communicate(timeout=60)[0] == "closed\n"
    assert second.returncode == 1


def test_outside_the_main_thread_signals_are_left_alone():
    import threading

    before = signal.getsignal(signal.SIGTERM)
    seen = []

    def enter():
        with runtime._terminated_like_interrupted():
            seen.append(signal.getsignal(signal.SIGTERM))

    thread = threading.Thread(target=enter)
    thread.start()
    thread.join()
    assert seen == [before]


def test_a_terminated_server_exits_and_restores_the_signal():
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(SystemExit), runtime._terminated_like_interrupted():
        os.kill(os.getpid(), signal.SIGTERM)
    assert signal.getsignal(signal.SIGTERM) == before


def test_the_application_speaks_asgi_and_wsgi():
    from karvan.web import asgi, wsgi

    assert callable(asgi.application)
    assert callable(wsgi.application)


@pytest.mark.django_db
def test_prepare_and_serve_in_this_process(monkeypatch, tmp_path, settings):
    settings.STATIC_ROOT = str(tmp_path / "static")
    monkeypatch.setenv("KARVAN_HOME", str(tmp_path))
    runtime.prepare()
    assert (tmp_path / "static" / "karvan" / "base.css").is_file()
    told = []

    def stop(port):
        told.append(port)
        os.kill(os.getpid(), signal.SIGTERM)

    with pytest.raises(SystemExit):
        runtime.serve("127.0.0.1", 0, on_ready=stop)
    assert told[0] > 0


def test_a_name_with_several_addresses_has_its_first_port():
    class Several:
        effective_listen = (("127.0.0.1", "8000"), ("::1", "8001"))

    assert runtime._port_of(Several()) == 8000
