"""A scene: what a picture shows, with no word about how it is drawn.

Nodes hang in a tree by `SceneNode.parent`, which is how a picture opens and closes them, and how a
large one is grouped: a node that is closed shows its own counts, and these are true whatever is
open. Edges say what else joins them. Every number is one that `coverage`, `who`, `tickets`, `why`
or `lint` would give.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from graphauth.i18n import Message
from graphauth.model.answer import Answer
from graphauth.model.schema import Label, Rel


class SceneKind(StrEnum):
    """The kinds of picture."""

    HIERARCHY = "hierarchy"
    OVERVIEW = "overview"
    VO = "vo"
    UNIT = "unit"
    EMPLOYEE = "employee"
    TICKET = "ticket"
    LINT = "lint"


class NodeKind(StrEnum):
    """What a node stands for: a node of the graph, a ticket, or what holds others together."""

    EMPLOYEE = "employee"
    ASSIGNMENT = "assignment"
    VO = "vo"
    UNIT = "unit"
    ROLE = "role"
    SPECIALTY = "specialty"
    PROFESSION = "profession"
    CAPABILITY = "capability"
    CATALOGUE = "catalogue"
    SYSTEM = "system"
    PROVIDER = "provider"
    REGION = "region"
    TICKET = "ticket"
    RULE = "rule"
    FINDING = "finding"
    GROUP = "group"

    @classmethod
    def of(cls, label: Label) -> NodeKind:
        """Return the kind of a node of the graph.

        Examples
        --------
        >>> NodeKind.of(Label.VO)
        <NodeKind.VO: 'vo'>
        """
        return cls(label.value.lower())


class Status(StrEnum):
    """How it stands with a node or an edge, worst first within each kind of question.

    Staffing: nobody has the role; it is held, but nobody can log in as it; one person alone can;
    several can; there is nothing to staff. Proofs: a condition fails, or holds. Findings: the worst
    severity.
    """

    UNSTAFFED = "unstaffed"
    HELD = "held"
    SINGLE = "single"
    STAFFED = "staffed"
    NOTHING = "nothing"
    FAILS = "fails"
    HOLDS = "holds"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    CLEAN = "clean"


class Counts(Answer):
    """What a node stands for, itself and everything below it; each number is a table's.

    Attributes
    ----------
    units, roles
        Different units, and different roles, that are offered or declared below it.
    unit_roles
        Rows of `coverage`: a role at a unit.
    unstaffed, held, single, staffed
        How many of them nobody has the role of; that are held, but nobody can log in as; that one
        person alone can log in as; that several can. They sum to `unit_roles`.
    grants
        Pairs of a valid employee and a role that they validly have, of the different roles that units
        offer: the sum of `holders`, each role once.
    tickets
        The login choices, the rows of the matrix: the sum of `able`.
    findings
        Findings of `lint` about it or what lies below it: the sum of the three that follow.
    errors, warnings, infos
        How many of them are of each severity.
    """

    units: int = 0
    roles: int = 0
    unit_roles: int = 0
    unstaffed: int = 0
    held: int = 0
    single: int = 0
    staffed: int = 0
    grants: int = 0
    tickets: int = 0
    findings: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0


class SceneFact(Answer):
    """One thing to know about a node: what it is called, and what it is."""

    name: Message
    value: Message | str | int | date | None


class SceneNode(Answer):
    """A node of a picture.

    Attributes
    ----------
    key
        What edges and parents name it by; the same in every picture of the same data.
    id, name
        The id of the node that it stands for, and its name; a name alone where it stands for no
        node of the data.
    parent
        The key of the node that holds it; blank for a root.
    detail, short, number
        A short line for beneath the name; a name for where there is little room, blank where there
        is no shorter one; and the number that says most about it, as text.
    specialties, professions, vos
        The ids that a filter finds it by.
    valid_from, valid_to
        The period around the asked day in which it holds; None: open.
    folded
        How many nodes below it are not in this scene: it stands for them, and its counts hold them.
    """

    key: str
    kind: NodeKind
    id: str = ""
    name: str | Message = ""
    parent: str = ""
    detail: Message | str = ""
    short: str | Message = ""
    number: str = ""
    status: Status = Status.NOTHING
    counts: Counts = Counts()
    facts: tuple[SceneFact, ...] = ()
    specialties: tuple[str, ...] = ()
    professions: tuple[str, ...] = ()
    vos: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    folded: int = 0


class SceneEdge(Answer):
    """What joins two nodes.

    Attributes
    ----------
    source, target
        Keys of nodes.
    kind
        The relationship; None where `source` only holds `target` in the tree.
    proofs
        The numbers of the scene's proofs that rest on it, from 1.
    valid_from, valid_to
        The period in which it holds; None: open.
    """

    source: str
    target: str
    kind: Rel | None = None
    status: Status = Status.HOLDS
    label: Message | str = ""
    proofs: tuple[int, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None


class SceneCondition(Answer):
    """A condition of a proof: its clause in the definition, and what was found in its place."""

    clause: int
    name: str
    holds: bool
    said: Message
    found: Message | None = None
    nodes: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None


class SceneProof(Answer):
    """One path to a ticket, or one attempt at one.

    Attributes
    ----------
    ticket
        The key of the node that it proves.
    nodes
        The keys of the nodes that it runs through, in its order.
    """

    number: int
    ticket: str
    holds: bool
    nodes: tuple[str, ...]
    conditions: tuple[SceneCondition, ...]
    valid_from: date | None = None
    valid_until: date | None = None


class Scene(Answer):
    """What a picture shows.

    Attributes
    ----------
    data
        What the data were read from, as people know it.
    counts
        Of everything in the scene.
    complete
        Whether every row of the data could be read.
    legend
        The statuses that occur, in the order of `Status`.
    """

    kind: SceneKind
    title: Message
    system_id: str
    day: date
    data: tuple[str, ...]
    counts: Counts
    nodes: tuple[SceneNode, ...]
    edges: tuple[SceneEdge, ...] = ()
    proofs: tuple[SceneProof, ...] = ()
    legend: tuple[Status, ...] = ()
    complete: bool = True
    remarks: tuple[Message, ...] = ()
