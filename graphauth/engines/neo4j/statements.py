"""The Cypher that ships with graphauth: one statement in a file, under a comment line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graphauth.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Mapping

_PARAMETER = re.compile(r"\$(\w+)")


@dataclass(frozen=True, slots=True)
class Statement:
    """One file of ``cypher/``.

    Attributes
    ----------
    name
        Folder and stem: ``queries/check_ticket``.
    title
        What its comment line says.
    text
        The whole file, the comment included.
    """

    name: str
    title: str
    text: str

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of its parameters, in the order they are first used."""
        body = self.text.partition("\n")[2]
        return tuple(dict.fromkeys(_PARAMETER.findall(body)))


@cache
def statement(name: str) -> Statement:
    """Return the statement ``cypher/<name>.cypher``.

    Raises
    ------
    FileNotFoundError
        When there is no such file.

    Examples
    --------
    >>> statement("queries/check_ticket").parameters
    ('day', 'system', 'employee', 'unit', 'role')
    """
    text = resource_path(f"cypher/{name}.cypher").read_text("utf-8")
    return Statement(name, text.partition("\n")[0].removeprefix("//").strip(), text)


@dataclass(frozen=True, slots=True)
class Question:
    """The text of a statement, and its parameters."""

    text: str
    parameters: Mapping[str, object]


def question(name: str, /, **parameters: object) -> Question:
    """Return ``queries/<name>`` with parameters."""
    return Question(statement(f"queries/{name}").text, parameters)


@cache
def names_in(folder: str) -> tuple[str, ...]:
    """Return the stems of a folder of ``cypher/``, sorted."""
    return tuple(sorted(path.stem for path in resource_path(f"cypher/{folder}").glob("*.cypher")))
