"""Findings as rows: one for each, at its first place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphauth.render.sheet import Sheet

if TYPE_CHECKING:
    from graphauth.i18n import Translator
    from graphauth.questions.lint import Report
    from graphauth.render.sheet import Cell
    from graphauth.rules.finding import Finding

FINDING_COLUMNS: Final = (
    "rule",
    "name",
    "severity",
    "message",
    "fix",
    "fixer",
    "nodes",
    "file",
    "row",
    "starts",
    "fingerprint",
)


def finding_sheet(report: Report, skipped: int, say: Translator) -> Sheet:
    """Return findings as rows."""
    rows = (_row(one, say) for one in report.findings)
    return Sheet("findings", FINDING_COLUMNS, rows, skipped=skipped)


def _row(one: Finding, say: Translator) -> tuple[Cell, ...]:
    place = one.places[0] if one.places else None
    return (
        one.rule,
        one.name,
        one.severity.value,
        say(one.message),
        say(one.fix),
        one.fixer.value,
        "|".join(f"{node.label.value}:{node.id}" for node in one.nodes),
        place.file if place else "",
        place.row if place else None,
        one.starts.isoformat() if one.starts else "",
        one.fingerprint,
    )
