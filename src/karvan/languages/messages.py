"""Messages in the reader's language: `say(lang, id, **values)`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from karvan.languages.bidi import END, has_rtl, isolate
from karvan.languages.language import LANGUAGES, ROOT
from karvan.languages.numbers import localise_numbers, number

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

Value = str | int | float | Sequence[str]

_MESSAGE = re.compile(r"^([a-z][\w-]*) = ?(.*)\n((?:[ }].*\n|\n+(?= ))*)", re.MULTILINE)
"""One message of a file: its id, the rest of its line, its further lines."""


class UnknownMessageError(KeyError):
    """A message was asked for that the language does not have, or not with these values."""


@cache
def _sources(lang: str) -> dict[str, str]:
    """Give each message of a language by its id, as it stands in its file."""
    return {
        match[1]: match[0]
        for file in sorted((ROOT / lang).glob("*.ftl"))
        for match in _MESSAGE.finditer(file.read_text(encoding="utf-8") + "\n")
    }


@cache
def _bundle(lang: str, message_id: str) -> FluentBundle:
    """Parse one message; Fluent is imported only where there is one to parse."""
    from fluent.runtime import FluentBundle, FluentResource

    bundle = FluentBundle([lang], use_isolating=False)
    bundle.add_resource(FluentResource(_sources(lang)[message_id]))
    return bundle


@cache
def _plain(lang: str, message_id: str) -> str | None:
    """Give a message that needs no parser, since it is one line without values; else None."""
    match = _MESSAGE.match(_sources(lang).get(message_id, ""))
    return match[2] if match and not match[3] and "{" not in match[2] else None


def has_message(lang: str, message_id: str) -> bool:
    """Whether a language has a message."""
    return message_id in _sources(lang)


def message_ids(lang: str) -> frozenset[str]:
    """Give the ids of all messages of a language."""
    return frozenset(_sources(lang))


def say(lang: str, message_id: str, /, **values: Value) -> str:
    """Give a message in a language.

    Parameters
    ----------
    lang : str
        A code of `LANGUAGES`.
    message_id : str
        As in the language's ``.ftl`` files.
    **values
        Text is wrapped in bidi isolates where it could disturb its surroundings; numbers are
        written in the language's digits and choose its plural forms; sequences become lists.

    Raises
    ------
    UnknownMessageError
        If there is no such message, or it asks for a value that was not given.
    """
    if not has_message(lang, message_id):
        raise UnknownMessageError(f"{lang}: {message_id}")
    plain = _plain(lang, message_id)
    if plain is not None:
        return localise_numbers(lang, plain)
    from fluent.runtime.types import fluent_number

    bundle = _bundle(lang, message_id)
    texts: dict[str, str] = {}
    given: dict[str, object] = {}
    for name, value in values.items():
        if isinstance(value, int):
            given[name] = fluent_number(value, useGrouping=False)
        elif isinstance(value, str) and _KEYWORD.fullmatch(value):
            given[name] = value
        else:
            given[name] = stand_in = chr(_FIRST_STAND_IN + len(texts))
            texts[stand_in] = _as_text(lang, value)
    pattern = bundle.get_message(message_id).value
    text, errors = ("", ["no text"]) if pattern is None else bundle.format_pattern(pattern, given)
    if errors:
        raise UnknownMessageError(f"{lang}: {message_id}: {errors}")
    # Numbers are localised while users' texts are out of the way: "No. 7" stays as it is.
    text = localise_numbers(lang, str(text))
    return "".join(texts.get(char, char) for char in text)


_KEYWORD = re.compile(r"[a-z][a-z_-]*")
"""A value that a message can choose a variant by."""

_FIRST_STAND_IN = 0xE000
"""Private-use characters stand in for texts while a message is put together."""


def _as_text(lang: str, value: Value) -> str:
    if isinstance(value, int | float):
        return number(lang, value)
    if isinstance(value, str):
        return isolate_in(lang, value)
    from babel.lists import format_list

    return format_list([isolate_in(lang, item) for item in value], locale=lang)


def isolate_in(lang: str, text: str) -> str:
    """Wrap a user's text for a sentence of a language, unless neither is right to left."""
    if text.endswith(END) or not (LANGUAGES[lang].is_rtl or has_rtl(text)):
        return text
    return isolate(text)
