"""``--pseudonymise``: the key, the commands that know it, and the ids in a question."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from graphauth.errors import UsageError
from graphauth.i18n import message

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from graphauth.access import Access
    from graphauth.cli.options import Call
    from graphauth.model.pseudonyms import Pseudonyms

_ASKS: Final = frozenset(
    {"check", "tickets", "who", "matrix", "why", "coverage", "expiring", "lint", "draw"}
)
_WRITES: Final = frozenset({"export", "compile"})


def pseudonyms_of(key_file: Path) -> Pseudonyms:
    """Return the pseudonyms under the secret that a file holds.

    Raises
    ------
    UsageError
        When the file can't be read, or holds too little to be a secret.
    """
    from graphauth.model.pseudonyms import LEAST_KEY, Pseudonyms

    try:
        key = key_file.read_bytes().strip()
    except OSError as error:
        raise UsageError(
            message("`{path}`: {reason}", path=key_file, reason=error.strerror)
        ) from error
    if len(key) < LEAST_KEY:
        raise UsageError(
            message(
                "`{path}` is no secret: it needs at least {count} bytes that nobody can guess",
                path=key_file,
                count=LEAST_KEY,
            )
        )
    return Pseudonyms(key)


def under_pseudonyms(
    call: Call, command: str, values: Mapping[str, Any]
) -> tuple[Call, dict[str, Any]]:
    """Return the call over pseudonymised data, and its values with ids replaced.

    An id is asked by its own name or by its pseudonym; what it says of a real id is never printed.

    Raises
    ------
    UsageError
        When the command answers nothing that could be pseudonymised.
    """
    if command in _WRITES:
        return call, dict(values)
    if command not in _ASKS:
        raise UsageError(message("`{command}` knows no --pseudonymise", command=command))
    access = replace(call, opened=None).open()
    hidden = {name: _hidden(value, access, call.pseudonyms) for name, value in values.items()}
    return replace(call, opened=access), hidden


def hidden_id(text: str, access: Access, under: Pseudonyms | None) -> str:
    """Return the pseudonym of an id that the data declare; any other text as it is."""
    from graphauth.model.pseudonyms import HIDDEN

    if under is None:
        return text
    other = under.id(text)
    return other if any(access.engine.declares(label, other) for label in HIDDEN) else text


def _hidden(value: Any, access: Access, under: Pseudonyms | None) -> Any:
    if isinstance(value, str):
        return hidden_id(value, access, under)
    if isinstance(value, tuple):
        return tuple(_hidden(one, access, under) for one in value)
    return value
