"""Trees of a scene: nodes put in their places, and rows of the staffing counted at each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphauth.questions.scenes.scene import NodeKind, SceneFact, SceneNode, Status
from graphauth.questions.scenes.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphauth.i18n import Message
    from graphauth.model.answer import CoverageRow
    from graphauth.rules.finding import Severity


class Branch(NamedTuple):
    """A node on the way from the root, before it is counted."""

    kind: NodeKind
    id: str = ""
    name: str | Message = ""
    detail: Message | str = ""
    facts: tuple[SceneFact, ...] = ()
    short: str | Message = ""
    number: str = ""


class Traits(NamedTuple):
    """What filters find a node by, gathered from everything below it."""

    specialties: set[str]
    professions: set[str]
    vos: set[str]


class Tree:
    """Nodes by the way that leads to them from the root; the first way to come is drawn first."""

    def __init__(self) -> None:
        self._branches: dict[str, Branch] = {}
        self._parents: dict[str, str] = {}
        self._tallies: dict[str, Tally] = {}
        self._traits: dict[str, Traits] = {}
        self._given: dict[str, Status] = {}

    def place(
        self,
        way: Sequence[Branch],
        *,
        specialty: str = "",
        profession: str = "",
        vo: str = "",
        status: Status | None = None,
    ) -> str:
        """Put the nodes of a way in their places, once each, and return the key of the last."""
        parent = ""
        for branch in way:
            key = _key(parent, branch)
            self._branches.setdefault(key, branch)
            self._parents.setdefault(key, parent)
            traits = self._traits.setdefault(key, Traits(set(), set(), set()))
            traits.specialties.update({specialty} - {""})
            traits.professions.update({profession} - {""})
            traits.vos.update({vo} - {""})
            parent = key
        if status is not None:
            self._given[parent] = status
        return parent

    def count(self, key: str, row: CoverageRow) -> None:
        """Count a row at a node, and at everything that holds it."""
        while key:
            self._tallies.setdefault(key, Tally()).add(row)
            key = self._parents[key]

    def declare(self, key: str, *, unit: str = "", role: str = "") -> None:
        """Count a unit or a role at a node and at all that holds it, staffed there or not."""
        while key:
            tally = self._tallies.setdefault(key, Tally())
            tally.units.update({unit} - {""})
            tally.roles.update({role} - {""})
            key = self._parents[key]

    def find(self, key: str, severity: Severity) -> None:
        """Count a finding at a node, and at everything that holds it."""
        while key:
            self._tallies.setdefault(key, Tally()).find(severity)
            key = self._parents[key]

    def nodes(self) -> tuple[SceneNode, ...]:
        """Return the nodes, each before what it holds."""
        return tuple(self._node(key) for key in self._branches)

    def _node(self, key: str) -> SceneNode:
        branch, traits = self._branches[key], self._traits[key]
        tally = self._tallies.get(key, Tally())
        return SceneNode(
            key=key,
            kind=branch.kind,
            id=branch.id,
            name=branch.name,
            parent=self._parents[key],
            detail=branch.detail,
            status=self._given.get(key, tally.worst()),
            counts=tally.counts(),
            facts=branch.facts,
            short=branch.short,
            number=branch.number,
            specialties=tuple(sorted(traits.specialties)),
            professions=tuple(sorted(traits.professions)),
            vos=tuple(sorted(traits.vos)),
        )


def _key(parent: str, branch: Branch) -> str:
    """Return a key that says the way, so that no two ways have the same, whatever the ids hold."""
    own = branch.id.replace("%", "%25").replace("/", "%2F")
    step = f"{branch.kind.value}:{own}"
    return f"{parent}/{step}" if parent else step
