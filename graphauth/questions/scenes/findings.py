"""The scene of what `lint` finds: where it is, by the VO that it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.i18n import Message, message
from graphauth.model.schema import Label
from graphauth.questions.lint import Asked, lint
from graphauth.questions.scenes.names import KINDS
from graphauth.questions.scenes.scene import (
    NodeKind,
    Scene,
    SceneFact,
    SceneKind,
    Status,
)
from graphauth.questions.scenes.staffing import staffing_scene
from graphauth.questions.scenes.tree import Branch, Tree
from graphauth.rules.finding import FIXERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphauth.questions.scenes.sight import Sight
    from graphauth.rules.finding import Finding


def findings(sight: Sight, vos: Iterable[str] = ()) -> Scene:
    """Return every finding of every rule: under its VO, else with others of its kind; by rule.

    A finding about a unit is under the unit's owner. The worst severities come first.

    Raises
    ------
    UnknownIdError
        When a VO is not declared.
    UsageError
        When findings are to be narrowed on an engine that can't.
    """
    report = lint(sight.engine, sight.system.system_id, sight.day, Asked(vos=frozenset(vos)))
    titles = {one.rule: one.title for one in report.rules}
    tree = Tree()
    root = Branch(NodeKind.REGION, name=message("All findings"))
    tree.place([root], status=None if report.findings else Status.CLEAN)
    places = {finding.fingerprint: _place(sight, finding) for finding in report.findings}
    for finding in sorted(report.findings, key=lambda one: _order(one, places[one.fingerprint])):
        place = places[finding.fingerprint]
        rule = Branch(
            NodeKind.RULE, finding.rule, _titled(finding, titles.get(finding.rule, finding.name))
        )
        key = tree.place(
            [root, place, rule, _branch(sight, finding)],
            vo=place.id if place.kind is NodeKind.VO else "",
        )
        tree.find(key, finding.severity)
    return staffing_scene(sight, SceneKind.LINT, message("What lint finds, and where"), tree)


def _order(finding: Finding, place: Branch) -> tuple[bool, str, str, int, str]:
    elsewhere = place.kind is not NodeKind.VO
    return elsewhere, str(place.name), place.id, -finding.severity.weight, finding.rule


def _place(sight: Sight, finding: Finding) -> Branch:
    """Return the VO that a finding is shown under, else the group of its kind of node."""
    units = [node.id for node in finding.nodes if node.label is Label.UNIT]
    vos = [sight.owners.get(unit, "") for unit in units]
    vos += [node.id for node in finding.nodes if node.label is Label.VO]
    if any(vos):
        vo = next(filter(None, vos))
        return Branch(NodeKind.VO, vo, sight.name(Label.VO, vo))
    if not finding.nodes:
        return Branch(NodeKind.GROUP, "", message("findings about no node"))
    kind = NodeKind.of(finding.nodes[0].label)
    return Branch(
        NodeKind.GROUP, kind.value, message("findings by {kind}", kind=message(KINDS[kind]))
    )


def _titled(finding: Finding, title: Message | str) -> Message:
    return message("{rule}: {title}", rule=finding.rule, title=title)


def _branch(sight: Sight, finding: Finding) -> Branch:
    culprit = finding.nodes[0] if finding.nodes else None
    return Branch(
        NodeKind.FINDING,
        finding.fingerprint,
        finding.message,
        facts=(
            SceneFact(name=message("rule"), value=finding.rule),
            SceneFact(name=message("fix"), value=finding.fix),
            SceneFact(name=message("by whom"), value=message(FIXERS[finding.fixer])),
        ),
        short=sight.name(culprit.label, culprit.id) if culprit else "",
    )
