"""GA110: the source holds personnummer, which were dropped."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graphauth.model.dataset import RemarkKind
from graphauth.rules.base import Fixer, Nodes, Rule, Severity, Text
from graphauth.rules.hits import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts


class PersonnummerInTheSource(Rule):
    """Cells of a column held personnummer; they were dropped at reading, and are nowhere."""

    code = "GA110"
    severity = Severity.ERROR
    fixer = Fixer.IT_SUPPORT
    nodes = Nodes()
    dated = False
    about_rows = True
    title = Text(en="Personnummer in the source", sv="Personnummer i källan")
    why = Text(
        en="Whoever may read the file reads whom it is about. What stood in the cell is gone here, "
        "so rights that rested on it are missing.",
        sv="Den som får läsa filen ser vilka den handlar om. Det som stod i cellen är borta här, så "
        "behörigheter som vilade på det saknas.",
    )
    fix = Text(
        en="Have the export use HSA-ids or employee ids instead, and delete the copies of the file.",
        sv="Se till att uttaget använder HSA-id eller tjänste-id i stället, och radera kopiorna av "
        "filen.",
    )
    message = Text(
        en="column `{column}` of `{table}` in `{file}` holds personnummer ({count}), which were "
        "dropped",
        sv="kolumnen `{column}` i `{table}` i `{file}` innehåller personnummer ({count}), som har "
        "utelämnats",
    )
    counted = Text(en="files", sv="filer")

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at what reading dropped."""
        for remark in facts.remarks(RemarkKind.PERSONNUMMER_DROPPED):
            # the name alone: the finding is the same wherever the folder is
            file = Path(remark.place.file).name
            values = {
                "column": remark.column,
                "table": remark.table,
                "file": file,
                "count": remark.count,
            }
            about = f"{file} {remark.table} {remark.column}"
            yield Hit({}, "", (remark.place,), values=values, about=about)

    def population(self, facts: Facts) -> int:
        """Return how many files were looked at; what is built in is none."""
        return len(facts.dataset.files) - 1
