"""Findings as JUnit XML, for what shows test results: a suite for a category, a case for a rule."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from graphauth.i18n import message
from graphauth.render.findings.text import said
from graphauth.render.plain import on_one_line
from graphauth.render.rules import with_gaps
from graphauth.rules.catalogue import topics
from graphauth.rules.finding import CATEGORIES, FIXERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphauth.i18n import Translator
    from graphauth.questions.lint import Report
    from graphauth.rules.base import Topic
    from graphauth.rules.finding import Finding, Severity


def junit_text(report: Report, fail_on: Severity, say: Translator) -> str:
    """Return the XML; findings of this severity or a worse one fail their rule's case."""
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for one in report.findings:
        found[one.rule].append(one)
    asked = {one.rule: one.asked for one in report.rules}
    shown = [one for one in topics() if one.code in asked or one.code in found]
    root = ET.Element("testsuites", name="graphauth lint")
    for category, of_category in groupby(shown, key=lambda one: one.category()):
        suite = ET.SubElement(root, "testsuite", name=say(CATEGORIES[category]))
        for topic in of_category:
            case = ET.SubElement(
                suite,
                "testcase",
                classname=f"graphauth.lint.{category.value}",
                name=f"{topic.code} {say(topic.title)}",
            )
            _fill(case, topic, found[topic.code], fail_on, say)
            if not asked.get(topic.code, True):
                ET.SubElement(case, "skipped", message=say(message("not asked of a database")))
        _count(suite)
    _count(root)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _fill(
    case: ET.Element,
    topic: type[Topic],
    found: Sequence[Finding],
    fail_on: Severity,
    say: Translator,
) -> None:
    if not found:
        return
    lines = [on_one_line(_line(one, say)) for one in found]
    fix = f"{say(FIXERS[topic.fixer])}: {with_gaps(topic.fix, say)}"
    text = "\n".join([*lines, on_one_line(fix)])
    if topic.severity.weight >= fail_on.weight:
        said_shortly = say(message("findings: {count}", count=len(found)))
        failure = ET.SubElement(case, "failure", type=topic.severity.value, message=said_shortly)
        failure.text = text
    else:
        ET.SubElement(case, "system-out").text = text


def _line(one: Finding, say: Translator) -> str:
    place = f"{one.places[0]}: " if one.places else ""
    return f"{place}{said(one, say)}"


def _count(element: ET.Element) -> None:
    element.set("tests", str(len(element.findall(".//testcase"))))
    element.set("failures", str(len(element.findall(".//failure"))))
    element.set("errors", "0")
    element.set("skipped", str(len(element.findall(".//skipped"))))
