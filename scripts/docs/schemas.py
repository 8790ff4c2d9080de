"""JSON schemas of what the commands write with ``-f json``, from the columns and the models."""

from __future__ import annotations

import json
from datetime import date
from enum import Enum
from functools import partial
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from graphauth.cli import validate_command
from graphauth.i18n import Message
from graphauth.model.answer import Decision, Explanation
from graphauth.questions.lint import Report
from graphauth.questions.scenes.scene import Scene, Status
from graphauth.render.sheet import JSON_VERSION
from graphauth.render.sheets import (
    CHECK_COLUMNS,
    COVERAGE_COLUMNS,
    FORECAST_COLUMNS,
    TICKET_COLUMNS,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Schema = dict[str, Any]
_TEXT: Final[Schema] = {"type": "string"}
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
_IDS: Final[Schema] = {"type": "array", "items": _TEXT}
_FILTERS: Final = dict.fromkeys(
    ("employee", "unit", "role", "vo", "provider", "specialty", "profession", "capability"), _IDS
)
_ASKED: Final[Schema] = {"system": _TEXT, "day": {"type": "string", "format": "date"}}
_COLUMNS: Final[dict[str, Schema]] = {
    "holders": _COUNT,
    "able": _COUNT,
    "row": {"type": ["integer", "null"]},
    "column": {"type": ["string", "null"]},
    "severity": {"enum": ["error", "remark"]},
    "kind": {"enum": ["ticket", "unstaffed"]},
    "decision": {"type": ["boolean", "null"]},
}
_FORECAST: Final[dict[str, Schema]] = {
    "employee_id": {"type": ["string", "null"]},
    "holders": {"type": ["integer", "null"]},
}


def pages() -> dict[str, Callable[[], str]]:
    """Return every schema's text by its path."""
    schemas = {
        "tickets": _sheet("tickets", TICKET_COLUMNS, {"employee": _TEXT}),
        "who": _sheet(
            "tickets", TICKET_COLUMNS, {"unit": _TEXT, "role": {"type": ["string", "null"]}}
        ),
        "matrix": _sheet("tickets", TICKET_COLUMNS, {}, _FILTERS),
        "coverage": _sheet("coverage", COVERAGE_COLUMNS, {}, _FILTERS),
        "expiring": _sheet("expiring", FORECAST_COLUMNS, {"within": _COUNT}, _FILTERS, _FORECAST),
        "check-batch": _sheet("checks", CHECK_COLUMNS, {}),
        "check": _answer(Decision),
        "why": _answer(Explanation),
        "lint": _answer(Report),
        "draw": _picture(),
        "validate": _problems(),
    }
    return {f"docs/schemas/{name}.json": partial(_text, name, one) for name, one in schemas.items()}


def _text(name: str, schema: Schema) -> str:
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"graphauth {name.replace('-', ' --')} -f json",
    }
    return json.dumps({**head, **schema}, indent=2) + "\n"


def _sheet(
    key: str,
    columns: Iterable[str],
    asked: Schema,
    filters: Schema | None = None,
    special: dict[str, Schema] | None = None,
) -> Schema:
    kinds = {**_COLUMNS, **(special or {})}
    row = _object({column: kinds.get(column, _TEXT) for column in columns})
    return _object(
        {**_head(), **_ASKED, **asked, key: _list(row)}, {**_incomplete(), **(filters or {})}
    )


def _problems() -> Schema:
    row = _object({column: _COLUMNS.get(column, _TEXT) for column in validate_command.COLUMNS})
    return _object({**_head(), "valid": {"type": "boolean"}, "problems": _list(row)})


def _picture() -> Schema:
    legend = _object({"status": _of(Status), "said": _TEXT})
    written = {
        "language": {"enum": ["en", "sv"]},
        "legend": _list(legend),
        "kinds": {"type": "object", "additionalProperties": _TEXT},
    }
    return _object({**_head(), **_fields(Scene), **written}, _incomplete())


def _answer(model: type[BaseModel]) -> Schema:
    return _object({**_head(), **_fields(model)}, _incomplete())


def _head() -> Schema:
    return {"version": {"const": JSON_VERSION}, "complete": {"type": "boolean"}}


def _incomplete() -> Schema:
    return {"incomplete_because": _TEXT}


def _object(required: Schema, optional: Schema | None = None) -> Schema:
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _fields(model: type[Any]) -> Schema:
    return {
        name: _of(kind) for name, kind in get_type_hints(model).items() if name in _names(model)
    }


def _names(model: type[Any]) -> Iterable[str]:
    return model.model_fields if issubclass(model, BaseModel) else model._fields


def _of(kind: Any) -> Schema:
    """Return the schema of a value as `graphauth.render.data.as_data` writes it."""
    if get_origin(kind) in (UnionType,):
        return {"anyOf": [_of(one) for one in get_args(kind)]}
    if get_origin(kind) is tuple:
        return _list(_of(get_args(kind)[0]))
    plain: dict[Any, Schema] = {
        str: _TEXT,
        Message: _TEXT,
        bool: {"type": "boolean"},
        int: {"type": "integer"},
        date: {"type": "string", "format": "date"},
        NoneType: {"type": "null"},
    }
    if kind in plain:
        return plain[kind]
    if issubclass(kind, Enum):
        return {"enum": [one.value for one in kind]}
    return _object(_fields(kind))
