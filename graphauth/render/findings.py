"""Findings as a person reads them, and as rows."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from graphauth.i18n import message
from graphauth.render.plain import on_one_line
from graphauth.render.sheet import Sheet
from graphauth.rules.finding import CATEGORIES, FIXERS, SEVERITIES, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.i18n import Message, Translator
    from graphauth.questions.lint import Report, RuleSummary
    from graphauth.render.sheet import Cell
    from graphauth.rules.finding import Finding

FINDING_COLUMNS: Final = (
    "rule",
    "name",
    "severity",
    "message",
    "fix",
    "fixer",
    "ids",
    "file",
    "row",
    "starts",
    "fingerprint",
)


def findings_text(report: Report, say: Translator) -> str:
    """Return findings grouped by category and rule, then the counts."""
    lines = list(_groups(report, say))
    if lines:
        lines.append("")
    lines.append(_total(report, say))
    return "".join(f"{on_one_line(line).rstrip()}\n" for line in lines)


def _groups(report: Report, say: Translator) -> Iterator[str]:
    summaries = {one.rule: one for one in report.rules}
    by_category = groupby(report.findings, key=lambda one: one.category)
    for number, (category, of_category) in enumerate(by_category):
        if number:
            yield ""
        yield say(CATEGORIES[category]).upper()
        for rule, found in groupby(of_category, key=lambda one: one.rule):
            yield from _rule(summaries[rule], list(found), say)


def _rule(summary: RuleSummary, found: list[Finding], say: Translator) -> Iterator[str]:
    severity = say(SEVERITIES[summary.severity])
    yield f"{summary.rule} {say(summary.title)} ({severity}; {say(how_many(summary))})"
    for one in found:
        place = f"  [{one.places[0]}]" if one.places else ""
        yield f"  - {say(one.message)}{place}"
    by_fix = {say(one.fix): one for one in found}
    for fix, one in by_fix.items():
        yield f"  → {say(FIXERS[one.fixer])}: {fix}"


def how_many(summary: RuleSummary) -> Message:
    """Say how many a rule found, of how many."""
    if summary.population is None:
        return message("{found} found", found=summary.found)
    return message(
        "{found} of {population} {counted}",
        found=summary.found,
        population=summary.population,
        counted=summary.counted,
    )


def _total(report: Report, say: Translator) -> str:
    count = dict.fromkeys(Severity, 0)
    for one in report.findings:
        count[one.severity] += 1
    return say(
        message(
            "{rules} rules, {findings} findings: {errors} errors, {warnings} warnings, {info} info",
            rules=sum(one.asked for one in report.rules),
            findings=len(report.findings),
            errors=count[Severity.ERROR],
            warnings=count[Severity.WARNING],
            info=count[Severity.INFO],
        )
    )


def finding_sheet(report: Report, question: dict[str, object], say: Translator) -> Sheet:
    """Return findings as rows, one for each."""
    rows = (_row(one, say) for one in report.findings)
    return Sheet("findings", FINDING_COLUMNS, rows, question)


def _row(one: Finding, say: Translator) -> tuple[Cell, ...]:
    place = one.places[0] if one.places else None
    return (
        one.rule,
        one.name,
        one.severity.value,
        say(one.message),
        say(one.fix),
        one.fixer.value,
        "|".join(node.id for node in one.nodes),
        place.file if place else "",
        place.row if place else None,
        one.starts.isoformat() if one.starts else "",
        one.fingerprint,
    )
