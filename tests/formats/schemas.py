"""The published JSON Schemas."""

from __future__ import annotations

from typing import Any

import jsonschema

from karvan.formats.published import schema


def problems(data: Any, name: str) -> list[str]:
    """Return what is wrong with data by one of the published schemas."""
    checker = jsonschema.Draft202012Validator(schema(name))
    return [f"{error.json_path}: {error.message}" for error in checker.iter_errors(data)]
