"""Findings: what a rule found, where, why, and who can put it right how."""

from __future__ import annotations

import hashlib
from datetime import date
from enum import StrEnum
from typing import Final

from graphauth.i18n import Message, Text
from graphauth.model.answer import Answer, Fact, Node
from graphauth.model.entities import Place


class Severity(StrEnum):
    """How bad it is: an error gives or denies access wrongly; a warning may; info is for tidiness."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def weight(self) -> int:
        """Return 2 for an error, 1 for a warning, 0 for info."""
        return {"error": 2, "warning": 1, "info": 0}[self.value]


class Category(StrEnum):
    """What a rule is about; the rules of a category share the first digit of their codes."""

    SUPPRESSIONS = "suppressions"
    IDENTITY = "identity"
    ASSIGNMENTS = "assignments"
    ROLES = "roles"
    TICKETS = "tickets"
    STAFFING = "staffing"
    GOVERNANCE = "governance"

    @property
    def digit(self) -> int:
        """Return the first digit of the category's codes, 0 to 6."""
        return list(Category).index(self)


class Fixer(StrEnum):
    """Who may put a finding right."""

    NEAREST_MANAGER = "nearest-manager"
    IT_SUPPORT = "it-support"
    CATALOGUE_OWNER = "catalogue-owner"
    VO_HEAD = "vo-head"
    E_HEALTH_DEVELOPER = "e-health-developer"
    HSA_ADMINISTRATOR = "hsa-administrator"
    HR = "hr"


SEVERITIES: Final = {
    Severity.ERROR: Text(en="error", sv="fel"),
    Severity.WARNING: Text(en="warning", sv="varning"),
    Severity.INFO: Text(en="info", sv="upplysning"),
}
CATEGORIES: Final = {
    Category.SUPPRESSIONS: Text(en="Suppressions", sv="Undantag"),
    Category.IDENTITY: Text(en="Identity", sv="Identitet"),
    Category.ASSIGNMENTS: Text(en="Assignments", sv="Medarbetaruppdrag"),
    Category.ROLES: Text(en="Roles", sv="Kompetensroller"),
    Category.TICKETS: Text(en="Login tickets", sv="Inloggningsbiljetter"),
    Category.STAFFING: Text(en="Staffing", sv="Bemanning"),
    Category.GOVERNANCE: Text(en="Governance", sv="Ansvar"),
}
FIXERS: Final = {
    Fixer.NEAREST_MANAGER: Text(en="nearest manager", sv="närmsta chef"),
    Fixer.IT_SUPPORT: Text(en="IT support", sv="IT-supporten"),
    Fixer.CATALOGUE_OWNER: Text(en="catalogue owner", sv="ansvarig för rollkatalogen"),
    Fixer.VO_HEAD: Text(en="head of the VO", sv="verksamhetschef"),
    Fixer.E_HEALTH_DEVELOPER: Text(en="e-health developer", sv="e-hälsoutvecklare"),
    Fixer.HSA_ADMINISTRATOR: Text(en="HSA administrator", sv="HSA-administratör"),
    Fixer.HR: Text(en="HR", sv="HR"),
}
"""What they are called, for people to read."""


class Finding(Answer):
    """One thing that is wrong.

    Attributes
    ----------
    rule, name
        The rule's code and its name in words: ``GA101``, ``hsa-id-malformed``.
    kind
        Which of the rule's sentences it is; blank where the rule has one alone.
    nodes
        What it is about, the culprit first; with rule and kind, its identity.
    path
        The facts that witness it.
    places
        The rows that say so, in the order that they were read.
    starts
        The first day on which it will be so; None where it is so on the asked day.
    fingerprint
        The same for as long as the same rule finds the same about the same nodes, whatever else
        changes: neither rows, nor names, nor days go into it.
    """

    rule: str
    name: str
    category: Category
    severity: Severity
    kind: str
    nodes: tuple[Node, ...]
    message: Message
    fix: Message
    fixer: Fixer
    path: tuple[Fact, ...] = ()
    places: tuple[Place, ...] = ()
    starts: date | None = None
    fingerprint: str


def fingerprint(rule: str, kind: str, nodes: tuple[Node, ...]) -> str:
    """Return the fingerprint of a finding: 16 hexadecimal digits.

    Examples
    --------
    >>> from graphauth.model.schema import Label
    >>> fingerprint("GA101", "", (Node(Label.UNIT, "X"),))
    '795dd9bd5a86e50d'
    """
    parts = [rule, kind, *(part for node in nodes for part in (node.label.value, node.id))]
    whole = "".join(f"{len(part)}:{part}," for part in parts)
    return hashlib.sha256(whole.encode()).hexdigest()[:16]
