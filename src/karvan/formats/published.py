"""Files of the published JSON formats: every place where one is not as its schema says, at once."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any, cast

import jsonschema

from karvan.mission.issues import InvalidMissionError, Issue

Json = dict[str, Any]

LONGEST_VALUE = 60
"""So many characters of what stands in a file are repeated."""


@cache
def schema(name: str) -> Json:
    """Give one of the published JSON Schemas by the name of its format."""
    text = files("karvan.formats").joinpath("schemas", f"{name}.schema.json").read_text("utf-8")
    loaded: Json = json.loads(text)
    return loaded


def read_json(text: str | bytes, name: str, source: str) -> Json:
    """Read JSON text of one of the published formats.

    Raises
    ------
    InvalidMissionError
        If it is no JSON, or not as the schema says; all places at once.
    """
    try:
        data = json.loads(text)
    except ValueError as error:
        raise InvalidMissionError((not_json(error, source),)) from error
    checker = jsonschema.Draft202012Validator(schema(name), format_checker=_FORMATS)
    errors = sorted(checker.iter_errors(data), key=lambda error: error.json_path)
    if errors:
        raise InvalidMissionError(tuple(_issue(error, source) for error in errors))
    checked: Json = data
    return checked


def not_json(error: ValueError | RecursionError, source: str) -> Issue:
    """Give the issue that a text is no JSON, with the line and the column where it ends to be some."""
    place = f"{error.lineno}:{error.colno}" if isinstance(error, json.JSONDecodeError) else ""
    return Issue("not-json", source, field=place)


def shown(value: object) -> str:
    """Give what stands in a file, shortened."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"


def _issue(error: jsonschema.ValidationError, source: str) -> Issue:
    """Name what a schema refuses by a code, with what was found and what would be right."""
    keyword, wanted = str(error.validator), cast("Any", error.validator_value)
    if keyword not in EXPECTED:
        return Issue("json-other", source, field=error.json_path, value=shown(error.instance))
    code = f"json-{NAME_OF_KEYWORD.get(keyword, keyword)}"
    return Issue(code, source, None, error.json_path, _found(keyword, error), EXPECTED[keyword](wanted))


def _found(keyword: str, error: jsonschema.ValidationError) -> str:
    """Give what stands there; where a name is missing or not known, the name says more."""
    if keyword == "required":  # one error for each name that is missing, which stands first in its message
        return next(name for name in cast("list[str]", error.validator_value) if error.message.startswith(repr(name)))
    if keyword == "additionalProperties":
        known = cast("Json", error.schema).get("properties", {})
        return ", ".join(sorted(set(cast("Json", error.instance)) - set(known)))
    return shown(error.instance)


def _listed(values: list[object]) -> str:
    return ", ".join(shown(value) for value in values)


def _types(given: str | list[str]) -> str:
    return given if isinstance(given, str) else " / ".join(given)


EXPECTED: dict[str, Callable[[Any], str]] = {
    "required": lambda _: "",
    "type": _types,
    "enum": _listed,
    "const": shown,
    "minimum": str,
    "maximum": str,
    "exclusiveMinimum": str,
    "minItems": str,
    "maxItems": str,
    "minLength": str,
    "uniqueItems": lambda _: "",
    "additionalProperties": lambda _: "",
    "format": str,
    "pattern": str,
}
"""What would be right, by the keyword of the schema that refuses a value."""

NAME_OF_KEYWORD = {
    "exclusiveMinimum": "above",
    "minItems": "too-few",
    "maxItems": "too-many",
    "minLength": "too-short",
    "uniqueItems": "twice",
    "additionalProperties": "unknown-name",
    "format": "moment",
    "pattern": "moment",
}
"""Keywords that have a plainer name in codes."""

_FORMATS = jsonschema.FormatChecker(())


@_FORMATS.checks("date-time", raises=ValueError)
def _is_moment(value: object) -> bool:
    """Whether a text is a moment with its distance from UTC."""
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None
