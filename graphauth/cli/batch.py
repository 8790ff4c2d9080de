"""A file of questions: read by the rules that the tables are read by, and judged before it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from graphauth.engines.base import Ask
from graphauth.errors import DataRefusedError, RowError, UsageError
from graphauth.i18n import N_, message
from graphauth.importing.csv_text import open_csv
from graphauth.importing.headers import fold
from graphauth.importing.raw import UnreadableError
from graphauth.model.ids import holds_personnummer
from graphauth.model.schema import DECLARED_IN, Label
from graphauth.privacy import MASK

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from graphauth.engines.base import Engine
    from graphauth.model.entities import System

COLUMNS: Final = ("employee_id", "unit_id", "role_id")
_LABELS: Final = (Label.EMPLOYEE, Label.UNIT, Label.ROLE)


class Line(NamedTuple):
    """One question of the file, and the line where it stands."""

    number: int
    ask: Ask


def read_batch(path: Path, system: System) -> list[Line]:
    """Return the questions of a CSV file; lines of blank cells only are skipped.

    Raises
    ------
    DataRefusedError
        When the file can't be read.
    UsageError
        When a column is missing, or a line has a role where the system has none, or lacks one.
    """
    try:
        content = open_csv(path)
        places = _places(path, content.headers)
        rows = [
            (int(line), _cells(row, places))
            for chunk in content.chunks
            for line, row in zip(chunk.lines, chunk.rows, strict=True)
        ]
    except UnreadableError as error:
        said = error.kind.say(reason=error.reason)
        raise DataRefusedError(
            [RowError(str(path), error.line, None, error.kind.code, said)]
        ) from error
    lines = [Line(number, ask) for number, ask in rows if any(ask)]
    for line in lines:
        _require_fitting_role(path, line, system)
    return lines


def undeclared(engine: Engine, lines: Sequence[Line]) -> dict[tuple[Label, str], int]:
    """Return the ids that no table declares, each with the first line that names it."""
    found: dict[tuple[Label, str], int] = {}
    for position, label in enumerate(_LABELS):
        first: dict[str, int] = {}
        for line in lines:
            first.setdefault(line.ask[position], line.number)
        for node_id, number in first.items():
            if (node_id or label is not Label.ROLE) and not engine.declares(label, node_id):
                found[label, node_id] = number
    return found


def answers(
    engine: Engine,
    system: str,
    lines: Sequence[Line],
    day: int,
    unknown: Mapping[tuple[Label, str], int],
) -> Iterator[tuple[str | bool | None, ...]]:
    """Yield each question with its decision: None where it names an id that is not declared."""
    asks = [line.ask for line in lines]
    for ask, decision in zip(asks, engine.check_many(system, asks, day), strict=True):
        known = all(key not in unknown for key in zip(_LABELS, ask, strict=True))
        yield *map(_shown, ask), decision if known else None


def _places(path: Path, headers: Sequence[str]) -> list[int]:
    by_name = {fold(header): place for place, header in reversed(list(enumerate(headers)))}
    places = []
    for label, name in zip(_LABELS, COLUMNS, strict=True):
        swedish = DECLARED_IN[label].column(name).swedish
        place = next((by_name[fold(one)] for one in (name, *swedish) if fold(one) in by_name), -1)
        if place < 0 and label is not Label.ROLE:
            raise UsageError(
                message(
                    "`{file}` has no column `{column}`: the header must name {columns}",
                    file=path,
                    column=name,
                    columns=", ".join(COLUMNS),
                )
            )
        places.append(place)
    return places


def _cells(row: Sequence[str], places: Sequence[int]) -> Ask:
    return Ask(*(row[place].strip() if 0 <= place < len(row) else "" for place in places))


def _require_fitting_role(path: Path, line: Line, system: System) -> None:
    if bool(line.ask.role) == system.requires_role:
        return
    text = (
        N_("{place}: `{system}` asks for a role, and the line has none")
        if system.requires_role
        else N_("{place}: `{system}` has no roles, but the line names one")
    )
    place = f"{path}:{line.number}:role_id"
    raise UsageError(message(text, place=place, system=system.system_id))


def _shown(node_id: str) -> str:
    return MASK if holds_personnummer(node_id) else node_id
