"""JSON documents whose objects know the line they start on."""

from __future__ import annotations

import json
from bisect import bisect_right
from itertools import accumulate
from json import decoder, scanner
from typing import TYPE_CHECKING, Any, Final

from graphauth.importing.raw import UnreadableError
from graphauth.importing.row_errors import BROKEN_DOCUMENT, UNREADABLE

if TYPE_CHECKING:
    from pathlib import Path

LINE: Final = "*line"
"""The key under which an object holds its line."""


def read_placed(path: Path) -> dict[str, Any]:
    """Return a document that is an object; every object in it has its line under `LINE`.

    Raises
    ------
    UnreadableError
        When the file can't be opened, or is no JSON object in UTF-8.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
        document = _Placed(text).decode(text)
    except OSError as error:
        raise UnreadableError(UNREADABLE, reason=error.strerror or "") from error
    except json.JSONDecodeError as error:
        raise UnreadableError(BROKEN_DOCUMENT, error.lineno, error.msg) from error
    except (UnicodeDecodeError, RecursionError) as error:
        reason = type(error).__name__
        raise UnreadableError(BROKEN_DOCUMENT, reason=reason) from error
    if not isinstance(document, dict):
        raise UnreadableError(BROKEN_DOCUMENT, 1, "it is no object")
    return document


class _Placed(json.JSONDecoder):
    """The standard library's decoder in its Python form, which lets objects be seen as they start."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._starts = list(accumulate(map(len, text.split("\n")), lambda a, b: a + b + 1))
        self.parse_object = self._object
        self.scan_once = scanner.py_make_scanner(self)  # type: ignore[attr-defined]

    def _object(self, at: tuple[str, int], *rest: Any) -> tuple[dict[str, Any], int]:
        value, end = decoder.JSONObject(at, *rest)  # type: ignore[attr-defined]
        value[LINE] = bisect_right(self._starts, at[1] - 1) + 1
        return value, end
