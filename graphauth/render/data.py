"""Answers as plain data for JSON: models become objects, days text, messages what they say."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from pydantic import BaseModel

from graphauth.i18n import Message

if TYPE_CHECKING:
    from graphauth.i18n import Translator


def as_data(value: object, say: Translator) -> object:
    """Return `value` as objects, lists, text, numbers and booleans.

    Examples
    --------
    >>> from graphauth.i18n import translator_for
    >>> as_data({"day": date(2026, 11, 23), "ids": ("a",)}, translator_for("en"))
    {'day': '2026-11-23', 'ids': ['a']}
    """
    if isinstance(value, Message):
        return say(value)
    if isinstance(value, BaseModel):
        return {name: as_data(getattr(value, name), say) for name in type(value).model_fields}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {name: as_data(getattr(value, name), say) for name in value._fields}
    if isinstance(value, dict):
        return {name: as_data(inner, say) for name, inner in value.items()}
    if isinstance(value, list | tuple | frozenset):
        return [as_data(inner, say) for inner in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value
