"""Findings as Markdown, for a report or a comment."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from graphauth.i18n import Message, message
from graphauth.render.findings.text import how_many, title_of, total, why_of
from graphauth.render.plain import on_one_line
from graphauth.rules.finding import CATEGORIES, FIXERS, SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.i18n import Translator
    from graphauth.questions.lint import Report
    from graphauth.rules.finding import Finding


def markdown_text(report: Report, say: Translator) -> str:
    """Return the report: what it comes to, a table of the rules, and each rule's findings."""
    day = report.day.isoformat()
    title = say(message("Consistency of {system} on {day}", system=report.system_id, day=day))
    lines = [f"# {_safe(title)}", "", total(report, say), *_summary(report, say)]
    for category, of_category in groupby(report.findings, key=lambda one: one.category):
        lines += ["", f"## {say(CATEGORIES[category])}"]
        for rule, found in groupby(of_category, key=lambda one: one.rule):
            lines += ["", *_rule(rule, list(found), say)]
    return "".join(f"{on_one_line(line)}\n" for line in lines)


def _summary(report: Report, say: Translator) -> Iterator[str]:
    shown = {one.rule for one in report.findings}
    rows = [one for one in report.rules if one.rule in shown]
    if rows:
        yield ""
        headings = (message("rule"), message("severity"), message("how many"))
        yield f"| {' | '.join(say(one) for one in headings)} |"
        yield "| --- | --- | --- |"
    for one in rows:
        yield (
            f"| {one.rule} {say(one.title)} | {say(SEVERITIES[one.severity])} "
            f"| {say(how_many(one))} |"
        )


def _rule(code: str, found: list[Finding], say: Translator) -> Iterator[str]:
    yield f"### {code} {say(title_of(code))}"
    yield ""
    yield say(why_of(code))
    yield ""
    for one in found:
        place = f" ({_code(str(one.places[0]))})" if one.places else ""
        yield f"- {_said(one, say)}{place}"
    yield ""
    for fix in {_fix(one, say): None for one in found}:
        yield f"> {fix}"


def _said(one: Finding, say: Translator) -> str:
    text = say(_safe_message(one.message))
    if one.starts is None:
        return text
    return say(message("from {day}: {said}", day=one.starts, said=text))


def _fix(one: Finding, say: Translator) -> str:
    return f"**{say(FIXERS[one.fixer])}**: {say(_safe_message(one.fix))}"


def _safe_message(said: Message) -> Message:
    """Return a message whose values cannot leave the code marks that they stand between."""
    values = {
        name: one.replace("`", "'") if isinstance(one, str) else one
        for name, one in said.values.items()
    }
    return Message(said.text, values)


def _safe(text: str) -> str:
    return text.replace("<", "&lt;").replace("`", "'")


def _code(text: str) -> str:
    return f"`{text.replace('`', chr(39))}`"
