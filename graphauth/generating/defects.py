"""Plant a listed set of defects in a clean data set, and list them for a person to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphauth.errors import UsageError
from graphauth.generating.planted import assignments, identity, roles, staffing, tickets
from graphauth.generating.planting import Defect, Planter
from graphauth.i18n import message

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Defect", "GenerationError", "defects_document", "plant_defects"]

_HEADING: Final = """\
# What is wrong with the data set beside this file, and nothing else is.
# name: the rule, in words; also: other rules that find the same rows wrong;
# at: table and line of its file (the header is line 1); ids: what is concerned, the culprit first.
# Written when the data set was generated.
defects:
"""


class GenerationError(UsageError):
    """A data set can't be generated as asked: the size, or the place it is to stand."""

    code = "generation"


def plant_defects(folder: Path) -> tuple[Defect, ...]:
    """Make a clean, generated data set wrong in every listed way, in place.

    None of it makes the data unreadable; each is a finding.

    Raises
    ------
    GenerationError
        The data set has too few VOs to keep the defects apart.
    """
    planter = Planter(folder)
    try:
        planted = [
            defect
            for theme in (identity, assignments, roles, tickets, staffing)
            for defect in theme.plant(planter)
        ]
    except LookupError:
        said = message("too few people to keep defects apart; ask for `8000` employees or more")
        raise GenerationError(said) from None
    planter.write()
    return tuple(planted)


def defects_document(defects: tuple[Defect, ...]) -> str:
    """Return the list of defects as YAML."""
    return _HEADING + "\n".join(_entry(defect) for defect in defects)


def _entry(defect: Defect) -> str:
    also = f"    also: [{', '.join(defect.also)}]\n" if defect.also else ""
    places = "".join(f"      - {{table: {p.table}, line: {p.line}}}\n" for p in defect.places)
    ids = "".join(f"      - {one}\n" for one in defect.ids)
    return (
        f"  - name: {defect.name}\n{also}    at:\n{places}    ids:\n{ids}"
        f'    en: "{defect.english}"\n    sv: "{defect.swedish}"\n'
    )
