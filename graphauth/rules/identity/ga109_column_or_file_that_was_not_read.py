"""GA109: the source holds a column or a file that means nothing here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graphauth.model.dataset import RemarkKind
from graphauth.rules.base import Fixer, Kinds, Nodes, Rule, Severity, Text
from graphauth.rules.hits import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.model.dataset import Remark
    from graphauth.rules.facts import Facts


class ColumnOrFileThatWasNotRead(Rule):
    """A header is no column of its table, or a file is no table."""

    code = "GA109"
    severity = Severity.WARNING
    fixer = Fixer.E_HEALTH_DEVELOPER
    nodes = Nodes()
    dated = False
    about_rows = True
    title = Text(en="Column or file that was not read", sv="Kolumn eller fil som inte lästes")
    why = Text(
        en="A misspelt header or file name leaves out everything below it without a word: an end "
        "date that is not read ends nothing.",
        sv="En felstavad rubrik eller ett felstavat filnamn gör att allt under den utelämnas: ett "
        "slutdatum som inte läses avslutar ingenting.",
    )
    fix = Text(
        en="Correct the name if it is one of the known ones, else take the column or file out of "
        "the source.",
        sv="Rätta namnet om det ska vara ett av de kända, och ta annars bort kolumnen eller filen "
        "ur källan.",
    )
    message = Kinds(
        column=Text(
            en="column `{column}` of `{table}` is not known and was not read",
            sv="kolumnen `{column}` i `{table}` är okänd och lästes inte",
        ),
        file=Text(
            en="file `{file}` is no table and was not read",
            sv="filen `{file}` är ingen tabell och lästes inte",
        ),
    )
    counted = Text(en="files", sv="filer")

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at what reading remarked on."""
        for remark in facts.remarks(RemarkKind.UNKNOWN_COLUMN):
            said = {"column": remark.column, "table": remark.table}
            yield _hit(remark, "column", f"{remark.table} {remark.column}", said)
        for remark in facts.remarks(RemarkKind.OTHER_FILE):
            # the name alone: the finding is the same wherever the folder is
            name = Path(remark.place.file).name
            yield _hit(remark, "file", name, {"file": name})

    def population(self, facts: Facts) -> int:
        """Return how many files were looked at; what is built in is none."""
        return len(facts.dataset.files) - 1


def _hit(remark: Remark, kind: str, about: str, values: dict[str, str]) -> Hit:
    return Hit({}, kind, (remark.place,), values=values, about=about)
