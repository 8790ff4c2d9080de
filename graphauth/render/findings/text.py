"""Findings as a person reads them in a terminal."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from graphauth.i18n import message
from graphauth.render.plain import on_one_line
from graphauth.rules.catalogue import topics
from graphauth.rules.finding import CATEGORIES, FIXERS, SEVERITIES, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.i18n import Message, Translator
    from graphauth.questions.lint import Report, RuleSummary
    from graphauth.rules.base import Topic
    from graphauth.rules.finding import Finding


def findings_text(report: Report, say: Translator) -> str:
    """Return findings grouped by category and rule, then the counts."""
    lines = list(_groups(report, say))
    if lines:
        lines.append("")
    lines.append(total(report, say))
    return "".join(f"{on_one_line(line).rstrip()}\n" for line in lines)


def _groups(report: Report, say: Translator) -> Iterator[str]:
    summaries = {one.rule: one for one in report.rules}
    by_category = groupby(report.findings, key=lambda one: one.category)
    for number, (category, of_category) in enumerate(by_category):
        if number:
            yield ""
        yield say(CATEGORIES[category]).upper()
        for rule, found in groupby(of_category, key=lambda one: one.rule):
            yield from _rule(summaries.get(rule), list(found), say)


def _rule(summary: RuleSummary | None, found: list[Finding], say: Translator) -> Iterator[str]:
    code, severity = found[0].rule, say(SEVERITIES[found[0].severity])
    counts = "" if summary is None else f"; {say(how_many(summary))}"
    yield f"{code} {say(title_of(code))} ({severity}{counts})"
    yield f"  {say(why_of(code))}"
    for one in found:
        yield f"  - {said(one, say)}{_place(one)}"
    by_fix = {say(one.fix): one for one in found}
    for fix, one in by_fix.items():
        yield f"  → {say(FIXERS[one.fixer])}: {fix}"


def title_of(code: str) -> Message:
    """Return the title of a rule, or of what suppressions are judged by."""
    return message(_topic(code).title)


def why_of(code: str) -> Message:
    """Return why it matters what a rule finds."""
    return message(_topic(code).why)


def _topic(code: str) -> type[Topic]:
    return next(one for one in topics() if one.code == code)


def said(finding: Finding, say: Translator) -> str:
    """Return what a finding says, and from when where it is yet to come."""
    text = say(finding.message)
    if finding.starts is None:
        return text
    return say(message("from {day}: {said}", day=finding.starts, said=text))


def _place(finding: Finding) -> str:
    return f"  [{finding.places[0]}]" if finding.places else ""


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


def total(report: Report, say: Translator) -> str:
    """Say how many rules were asked, and how many findings of each severity there are."""
    count = Counter(one.severity for one in report.findings)
    text = say(
        message(
            "rules: {rules}; findings: {findings} (errors: {errors}, warnings: {warnings}, info: {info})",
            rules=sum(one.asked for one in report.rules),
            findings=len(report.findings),
            errors=count[Severity.ERROR],
            warnings=count[Severity.WARNING],
            info=count[Severity.INFO],
        )
    )
    return f"{text}{''.join(_hidden(report, say))}"


def _hidden(report: Report, say: Translator) -> Iterator[str]:
    if report.suppressed:
        yield f"; {say(message('suppressed: {count}', count=report.suppressed))}"
    if report.accepted:
        yield f"; {say(message('accepted by the baseline: {count}', count=report.accepted))}"
    silent = [one.rule for one in report.rules if not one.asked]
    if silent:
        yield f"; {say(message('not asked of a database: {rules}', rules=', '.join(silent)))}"
