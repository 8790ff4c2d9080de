"""Findings as SARIF 2.1.0, for code hosts and editors that show results beside the data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from graphauth.render.findings.text import said
from graphauth.render.rules import with_gaps
from graphauth.rules.catalogue import topics
from graphauth.rules.finding import Severity

if TYPE_CHECKING:
    from graphauth.i18n import Translator
    from graphauth.model.entities import Place
    from graphauth.questions.lint import Report
    from graphauth.rules.base import Topic
    from graphauth.rules.finding import Finding

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FINGERPRINT: Final = "graphauth/v1"


def sarif_text(report: Report, skipped: int, version: str, say: Translator) -> str:
    """Return a SARIF log of one run; rows that were left out make its invocation a failed one.

    `version` is graphauth's own.
    """
    asked = {one.rule for one in report.rules} | {one.rule for one in report.findings}
    rules = [one for one in topics() if one.code in asked]
    place = {one.code: number for number, one in enumerate(rules)}
    run = {
        "tool": {"driver": _driver(version, [_rule(one, say) for one in rules])},
        "language": say.language,
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not skipped}],
        "properties": {"system": report.system_id, "day": report.day.isoformat()},
        "results": [_result(one, place[one.rule], say) for one in report.findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _driver(version: str, rules: list[dict[str, Any]]) -> dict[str, Any]:
    return {"name": "graphauth", "semanticVersion": version, "rules": rules}


def _rule(topic: type[Topic], say: Translator) -> dict[str, Any]:
    return {
        "id": topic.code,
        "name": "".join(word.capitalize() for word in topic.name().split("-")),
        "shortDescription": {"text": say(topic.title)},
        "fullDescription": {"text": say(topic.why)},
        "help": {"text": with_gaps(topic.fix, say)},
        "defaultConfiguration": {"level": _LEVELS[topic.severity]},
        "properties": {"tags": [topic.category().value], "fixer": topic.fixer.value},
    }


def _result(one: Finding, index: int, say: Translator) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": one.rule,
        "ruleIndex": index,
        "level": _LEVELS[one.severity],
        "message": {"text": f"{said(one, say)}. {say(one.fix)}"},
        "locations": [_location(one)],
        "partialFingerprints": {_FINGERPRINT: one.fingerprint},
        "properties": {"fix": say(one.fix), "fixer": one.fixer.value},
    }
    if len(one.places) > 1:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _physical(place)}
            for number, place in enumerate(one.places[1:], 1)
        ]
    if one.starts is not None:
        result["properties"]["starts"] = one.starts.isoformat()
    return result


def _location(one: Finding) -> dict[str, Any]:
    logical = [
        {"name": node.id, "fullyQualifiedName": f"{node.label.value}:{node.id}"}
        for node in one.nodes
    ]
    location: dict[str, Any] = {"logicalLocations": logical} if logical else {}
    return location | ({"physicalLocation": _physical(one.places[0])} if one.places else {})


def _physical(place: Place) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file)}}
    if place.row:
        physical["region"] = {"startLine": place.row}
    return physical


def _uri(file: str) -> str:
    """Return the file's address: relative as it was named, or absolute; a sheet is left out."""
    path = file.partition("!")[0].replace("\\", "/")
    prefix = "file://" if path.startswith("/") else ""
    return prefix + quote(path)
