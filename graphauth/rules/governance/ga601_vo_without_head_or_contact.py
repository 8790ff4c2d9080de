"""GA601: a VO that nobody heads, or that has no contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.model.schema import Rel
from graphauth.rules.base import Fixer, Kinds, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class VoWithoutHeadOrContact(Rule):
    """A valid row of a VO names no head or no contact, or one who is not a valid employee."""

    code = "GA601"
    severity = Severity.WARNING
    fixer = Fixer.VO_HEAD
    nodes = Nodes(vo=Label.VO, person=Label.EMPLOYEE)
    title = Text(
        en="VO without head or contact",
        sv="VO utan verksamhetschef eller kontaktperson",
    )
    why = Text(
        en="A change of roles or units is first anchored with the contact person and the head;"
        " here it can't be.",
        sv="En ändring av roller eller enheter förankras först hos kontaktpersonen och "
        "verksamhetschefen; här går det inte.",
    )
    fix = Text(
        en="The head names a contact person; where there is no head, the region's management "
        "appoints one.",
        sv="Verksamhetschefen utser en kontaktperson; saknas verksamhetschef utser "
        "regionledningen en.",
    )
    message = Kinds(
        no_head=Text(
            en="VO `{vo}` has no head",
            sv="VO `{vo}` saknar verksamhetschef",
        ),
        no_contact=Text(
            en="VO `{vo}` has no contact",
            sv="VO `{vo}` saknar kontaktperson",
        ),
        head_not_employed=Text(
            en="`{person}`, who heads VO `{vo}`, is not employed",
            sv="`{person}`, som är verksamhetschef för `{vo}`, är inte anställd",
        ),
        contact_not_employed=Text(
            en="`{person}`, the contact of VO `{vo}`, is not employed",
            sv="`{person}`, som är kontaktperson för `{vo}`, är inte anställd",
        ),
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at the valid rows of VOs."""
        vos, now = facts["vos"], facts.holds("vos")
        for part, rel in (("head", Rel.HEADED_BY), ("contact", Rel.HAS_CONTACT)):
            person = vos[f"{part}_id"]
            for row in np.flatnonzero(now & (person == 0)):
                yield facts.hit({"vo": vos["vo_id"][row]}, At("vos", row), kind=f"no_{part}")
            for row in np.flatnonzero(now & (person != 0) & ~facts.valid(Label.EMPLOYEE, person)):
                yield facts.hit(
                    {"vo": vos["vo_id"][row], "person": person[row]},
                    At("vos", row, rel),
                    kind=f"{part}_not_employed",
                )
