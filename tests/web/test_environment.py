"""Environment variables: what they mean, and what is refused."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from karvan.web import environment
from karvan.web.environment import EnvironmentVariableError


@pytest.mark.parametrize(("value", "is_on"), [("1", True), ("Yes", True), (" on ", True), ("0", False), ("", False)])
def test_a_switch_is_on_for_words_that_say_so(monkeypatch, value, is_on):
    monkeypatch.setenv("DEBUG", value)
    assert environment.is_on("DEBUG") is is_on


def test_words_are_parted_by_commas(monkeypatch):
    monkeypatch.setenv("KARVAN_ALLOWED_HOSTS", "a.example, b.example,,")
    assert environment.words("KARVAN_ALLOWED_HOSTS", ("localhost",)) == ["a.example", "b.example"]
    monkeypatch.delenv("KARVAN_ALLOWED_HOSTS")
    assert environment.words("KARVAN_ALLOWED_HOSTS", ("localhost",)) == ["localhost"]


@pytest.mark.parametrize(
    ("platform", "variables", "folder"),
    [
        ("linux", {}, "home/.local/share"),
        ("linux", {"XDG_DATA_HOME": "data"}, "data"),
        ("darwin", {}, "home/Library/Application Support"),
        ("win32", {}, "home/AppData/Local"),
        ("win32", {"LOCALAPPDATA": "local"}, "local"),
    ],
)
def test_data_lies_where_the_system_keeps_it(monkeypatch, platform, variables, folder):
    for name in ("KARVAN_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(environment.sys, "platform", platform)
    monkeypatch.setattr(Path, "home", lambda: Path("home"))
    assert environment.karvan_home() == Path(folder) / "karvan"


def test_a_home_of_ones_own(monkeypatch):
    monkeypatch.setenv("KARVAN_HOME", "here")
    assert environment.karvan_home() == Path("here")


def test_a_secret_key_is_made_once_for_its_owner_alone(monkeypatch, tmp_path):
    monkeypatch.delenv("KARVAN_SECRET_KEY", raising=False)
    for_this_process = environment.secret_key(tmp_path)
    environment.make_home(tmp_path / "new")
    key = environment.secret_key(tmp_path / "new")
    environment.make_home(tmp_path / "new")
    assert environment.secret_key(tmp_path / "new") == key
    assert len({key, for_this_process, environment.secret_key(tmp_path)}) == 3
    assert len(key) >= 64
    assert stat.S_IMODE((tmp_path / "new" / "secret_key").stat().st_mode) == 0o600
    monkeypatch.setenv("KARVAN_SECRET_KEY", "given")
    assert environment.secret_key(tmp_path / "new") == "given"


def test_without_an_address_the_database_lies_at_home(monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    entry = environment.database(Path("/home"))
    assert (entry["ENGINE"], entry["NAME"]) == ("django.db.backends.sqlite3", "/home/karvan.sqlite3")


@pytest.mark.parametrize(
    ("url", "name"), [("sqlite:////var/k.db", "/var/k.db"), ("sqlite:///k.db", "k.db"), ("sqlite:///", ":memory:")]
)
def test_sqlite_by_address(monkeypatch, url, name):
    monkeypatch.setenv("DATABASE_URL", url)
    assert environment.database(Path())["NAME"] == name


def test_postgresql_by_address(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://ann:p%40ss@db.example:5433/karvan?sslmode=require")
    entry = environment.database(Path())
    assert {name: entry[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")} == {
        "NAME": "karvan",
        "USER": "ann",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


@pytest.mark.parametrize("url", ["mysql://x/y", "postgres://host", "karvan", "sqlite:"])
def test_another_database_is_refused_with_what_would_be_right(monkeypatch, url):
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(EnvironmentVariableError, match=r"DATABASE_URL=.*sqlite:///PATH or postgres://") as error:
        environment.database(Path())
    assert (error.value.name, error.value.value) == ("DATABASE_URL", url)


@pytest.mark.parametrize(("demo", "kind"), [("", "smtp"), ("1", "filebased")])
def test_no_letter_leaves_the_computer_of_the_demo(monkeypatch, tmp_path, demo, kind):
    monkeypatch.setenv("KARVAN_SMTP_URL", "smtp://mail.example")
    monkeypatch.setenv("KARVAN_DEMO", demo)
    backend = f"django.core.mail.backends.{kind}.EmailBackend"
    assert environment.mail_backend(tmp_path) == (backend, str(tmp_path / "mail"))
