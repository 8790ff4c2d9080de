"""GA112: one thing is said on several rows whose periods overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphauth.model.dataset import RemarkKind
from graphauth.model.schema import DECLARED_IN, TABLE
from graphauth.rules.again import said_again
from graphauth.rules.base import Fixer, Kinds, Label, Nodes, Rule, Severity, Text
from graphauth.rules.declaring import declaring_rows
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit

_JOINS: Final = {
    "unit_registrations": (("unit_id", Label.UNIT), ("system_id", Label.SYSTEM)),
    "unit_roles": (("unit_id", Label.UNIT), ("role_id", Label.ROLE)),
}
"""What joins two nodes, but for memberships and grants, which have rules of their own."""
_DATED: Final = tuple(label for label, table in DECLARED_IN.items() if table.is_dated)
_DAYS: Final = {"valid_from", "valid_to"}


class RepeatedOrOverlappingRows(Rule):
    """Two rows say the same in periods that share a day: of a node, a registration or an offer."""

    code = "GA112"
    severity = Severity.INFO
    fixer = Fixer.E_HEALTH_DEVELOPER
    nodes = Nodes(node=None, other=None)
    dated = False
    about_rows = True
    title = Text(en="Repeated or overlapping rows", sv="Upprepade eller överlappande rader")
    why = Text(
        en="Ending or correcting one of the rows changes nothing: the other still says the same.",
        sv="Att avsluta eller rätta den ena raden ändrar ingenting: den andra säger fortfarande "
        "samma sak.",
    )
    fix = Text(
        en="Keep the row that is right, and remove the rest from the source.",
        sv="Behåll den rad som är rätt, och ta bort övriga ur källan.",
    )
    message = Kinds(
        node=Text(
            en="`{node}` ({node_kind}) stands on several rows that say the same",
            sv="`{node}` ({node_kind}) står på flera rader som säger samma sak",
        ),
        join=Text(
            en="`{node}` ({node_kind}) is tied to `{other}` ({other_kind}) on several rows that "
            "overlap",
            sv="`{node}` ({node_kind}) är knuten till `{other}` ({other_kind}) på flera rader som "
            "överlappar varandra",
        ),
    )
    counted = Text(en="rows", sv="rader")

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look for dated rows that say the same on one day, and at what reading remarked on."""
        for table, ends in _JOINS.items():
            columns = [column for column, _ in ends]
            for later, earlier in said_again(facts, table, columns):
                node, other = ((label, facts[table][column][later]) for column, label in ends)
                about = {"node": node, "other": other}
                yield facts.hit(about, At(table, later), At(table, earlier), kind="join")
        for label in _DATED:
            table, key = DECLARED_IN[label].name, DECLARED_IN[label].key[0]
            columns = [one.name for one in DECLARED_IN[label].columns if one.name not in _DAYS]
            for later, earlier in said_again(facts, table, columns):
                said = {"node": (label, facts[table][key][later])}
                yield facts.hit(said, At(table, later), At(table, earlier), kind="node")
        yield from _remarked(facts)

    def population(self, facts: Facts) -> int:
        """Return how many rows there are of nodes, registrations and offers."""
        return sum(
            len(facts[one]) for one in (*_JOINS, *(each.name for each in DECLARED_IN.values()))
        )


def _remarked(facts: Facts) -> Iterator[Hit]:
    for remark in facts.remarks(RemarkKind.REPEATED_ROW):
        label, code = TABLE[remark.table].label, facts.code(remark.subject)
        if label is not None and code > 0:
            rows = declaring_rows(facts, label, [code])[code]
            yield facts.hit({"node": (label, code)}, *rows, kind="node", places=(remark.place,))
