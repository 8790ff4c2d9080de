"""Findings as a workbook to hand out: a sheet for each who may put them right, and the counts."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

from graphauth.i18n import N_, message
from graphauth.render.findings.text import title_of
from graphauth.render.plain import on_one_line
from graphauth.rules.finding import FIXERS, SEVERITIES, Fixer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graphauth.i18n import Translator
    from graphauth.questions.lint import Report
    from graphauth.rules.finding import Finding

_HEADINGS: Final = (
    (N_("rule"), 8),
    (N_("what"), 34),
    (N_("severity"), 12),
    (N_("finding"), 70),
    (N_("how it is put right"), 70),
    (N_("from"), 12),
    (N_("file"), 34),
    (N_("row"), 8),
    (N_("done"), 8),
    (N_("fingerprint"), 20),
)
_COUNTS: Final = (
    (N_("rule"), 8),
    (N_("what"), 50),
    (N_("found"), 10),
    (N_("of"), 10),
    (N_("counted"), 24),
)


def workbook_bytes(report: Report, say: Translator) -> bytes:
    """Return the workbook; text that begins like a formula stays text."""
    import xlsxwriter

    whole = io.BytesIO()
    book = xlsxwriter.Workbook(whole, {"in_memory": True})
    bold = book.add_format({"bold": True, "bottom": 1})
    _write(book, say(message("summary")), _COUNTS, _counts(report, say), bold, say)
    for fixer in Fixer:
        found = [one for one in report.findings if one.fixer is fixer]
        if found:
            rows = (_row(one, say) for one in found)
            _write(book, say(FIXERS[fixer]), _HEADINGS, rows, bold, say)
    book.close()
    return whole.getvalue()


def _counts(report: Report, say: Translator) -> Iterable[Sequence[str | int | None]]:
    for one in report.rules:
        yield one.rule, say(one.title), one.found, one.population, say(one.counted)


def _row(one: Finding, say: Translator) -> Sequence[str | int | None]:
    place = one.places[0] if one.places else None
    return (
        one.rule,
        say(title_of(one.rule)),
        say(SEVERITIES[one.severity]),
        say(one.message),
        say(one.fix),
        one.starts.isoformat() if one.starts else "",
        place.file if place else "",
        place.row if place else None,
        "",
        one.fingerprint,
    )


def _write(
    book: Any,
    name: str,
    headings: Sequence[tuple[str, int]],
    rows: Iterable[Sequence[str | int | None]],
    bold: Any,
    say: Translator,
) -> None:
    page = book.add_worksheet(name[:31])
    page.freeze_panes(1, 0)
    for column, (heading, width) in enumerate(headings):
        page.set_column(column, column, width)
        page.write_string(0, column, say(heading), bold)
    last = 0
    for last, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                page.write_number(last, column, cell)
            elif cell:
                page.write_string(last, column, on_one_line(cell))
    page.autofilter(0, 0, last, len(headings) - 1)
