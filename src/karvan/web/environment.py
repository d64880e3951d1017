"""What the operator says in environment variables, read and checked in one place."""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

Database = dict[str, Any]

TRUE_WORDS = frozenset(("1", "true", "yes", "on"))
"""What switches a yes-or-no variable on."""

KEY_FILE = "secret_key"
"""Where an installation's generated secret lies in its folder."""

POSTGRESQL_SCHEMES = frozenset(("postgres", "postgresql"))
"""First words of a DATABASE_URL that mean PostgreSQL."""


class EnvironmentVariableError(ValueError):
    """A variable holds something that cannot be meant; the text says what would be right."""

    def __init__(self, name: str, value: str, right: str) -> None:
        self.name, self.value, self.right = name, value, right
        super().__init__(f"{name}={value!r}: expected {right}")


def is_on(name: str) -> bool:
    """Whether a yes-or-no variable is switched on; unset is off."""
    return os.environ.get(name, "").strip().lower() in TRUE_WORDS


def words(name: str, default: tuple[str, ...]) -> list[str]:
    """Give the parts of a comma-separated variable, or the default where it is empty."""
    parts = [part.strip() for part in os.environ.get(name, "").split(",")]
    return [part for part in parts if part] or list(default)


def text(name: str, default: str) -> str:
    """Give a variable, or the default where it is empty."""
    return os.environ.get(name, "").strip() or default


def mail_backend(home: Path) -> tuple[str, str]:
    """Give Django's mail backend and the folder for letters: files in the home folder until KARVAN_SMTP_URL is set.

    Nothing ever leaves the computer where the demo runs: its people do not exist.
    """
    kind = "smtp" if os.environ.get("KARVAN_SMTP_URL") and not is_on("KARVAN_DEMO") else "filebased"
    return f"django.core.mail.backends.{kind}.EmailBackend", str(home / "mail")


def mail_server() -> tuple[str, int, str, str, bool]:
    """Give host, port, user, password and whether to use STARTTLS, from KARVAN_SMTP_URL.

    Raises
    ------
    EnvironmentVariableError
        If the address is not ``smtp://…`` or ``smtps://…`` with a host.
    """
    url = os.environ.get("KARVAN_SMTP_URL", "")
    parts = urlsplit(url)
    if url and (parts.scheme not in {"smtp", "smtps"} or not parts.hostname):
        raise EnvironmentVariableError("KARVAN_SMTP_URL", url, "smtp://USER:PASSWORD@HOST:PORT (smtps:// for STARTTLS)")
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return parts.hostname or "localhost", parts.port or 25, user, password, parts.scheme == "smtps"


def data_folder() -> Path:
    """Give the folder where programs of this computer's user keep their data."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    if sys.platform == "darwin":
        return home / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")


def karvan_home() -> Path:
    """Give the folder of this installation (KARVAN_HOME); it may not be there yet."""
    return Path(os.environ.get("KARVAN_HOME") or data_folder() / "karvan")


def make_home(home: Path) -> None:
    """Create an installation's folder with its secret key, for its owner's eyes only, where it is missing."""
    (home / "static").mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        handle = os.open(home / KEY_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(64))


def secret_key(home: Path) -> str:
    """Give KARVAN_SECRET_KEY, else the key that `make_home` wrote, else one that lasts as long as this process."""
    path = home / KEY_FILE
    kept = path.read_text(encoding="ascii") if path.is_file() else ""
    return os.environ.get("KARVAN_SECRET_KEY") or kept or secrets.token_urlsafe(64)


def database(home: Path) -> Database:
    """Give Django's entry for DATABASE_URL; unset: SQLite in the home folder.

    Raises
    ------
    EnvironmentVariableError
        If the address is neither ``sqlite:///…`` nor ``postgres://…/name``.
    """
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{home / 'karvan.sqlite3'}"
    parts = urlsplit(url)
    if parts.scheme == "sqlite" and parts.path:
        return sqlite(parts.path.removeprefix("/") or ":memory:")
    if parts.scheme in POSTGRESQL_SCHEMES and parts.path.strip("/"):
        return postgresql(url)
    raise EnvironmentVariableError("DATABASE_URL", url, "sqlite:///PATH or postgres://USER:PASSWORD@HOST:PORT/NAME")


def sqlite(path: str) -> Database:
    """Give the entry of a SQLite file: readers never wait, and a write takes its lock at once or waits for it."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }


def postgresql(url: str) -> Database:
    """Give the entry of a PostgreSQL database; its query part (``?sslmode=require``) goes to the driver."""
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }
