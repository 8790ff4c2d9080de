"""GA108: a cell that must hold one of a few words holds another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.model.dataset import RemarkKind
from graphauth.model.schema import TABLE
from graphauth.rules.base import Fixer, Nodes, Rule, Severity, Text
from graphauth.rules.declaring import declaring_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class UnknownChoice(Rule):
    """A VO's care level, or a provider's sector, is none of the words that there are for it."""

    code = "GA108"
    severity = Severity.WARNING
    fixer = Fixer.E_HEALTH_DEVELOPER
    nodes = Nodes(node=None)
    dated = False
    about_rows = True
    title = Text(en="Unknown word where there is a choice", sv="Okänt ord där det finns givna val")
    why = Text(
        en="Checks that ask whether a VO is specialist or primary care, or a provider public or "
        "private, pass it by: what is wrong there is not found.",
        sv="Kontroller som frågar om ett VO är specialistvård eller primärvård, eller om en "
        "vårdgivare är offentlig eller privat, hoppar över det: fel där hittas inte.",
    )
    fix = Text(
        en="Write one of the words there are: specialist or primary, public or private.",
        sv="Använd ett av de ord som finns: specialistvård eller primärvård, offentlig eller "
        "privat.",
    )
    message = Text(
        en="`{node}` ({node_kind}) has no known value of `{column}`",
        sv="`{node}` ({node_kind}) har inget känt värde i `{column}`",
    )
    counted = Text(en="declared ids", sv="id:n")

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at what reading remarked on."""
        for remark in facts.remarks(RemarkKind.UNKNOWN_CHOICE):
            label, code = TABLE[remark.table].label, facts.code(remark.subject)
            if label is not None and code > 0 and declaring_rows(facts, label, [code]):
                about = {"node": (label, code)}
                yield facts.hit(about, places=(remark.place,), column=remark.column)
