"""GA304: a role names a part that nothing declares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from graphauth.model.schema import Rel
from graphauth.rules.base import Fixer, Kinds, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


_PARTS: Final = {
    "catalogue_id": (Label.CATALOGUE, Rel.LISTS),
    "specialty_id": (Label.SPECIALTY, Rel.IN_SPECIALTY),
    "profession_id": (Label.PROFESSION, Rel.OF_PROFESSION),
    "capability_id": (Label.CAPABILITY, Rel.WITH_CAPABILITY),
}


class RoleWhosePartsAreMissing(Rule):
    """A role names a catalogue, specialty, profession or capability that no table declares."""

    code = "GA304"
    severity = Severity.WARNING
    fixer = Fixer.CATALOGUE_OWNER
    nodes = Nodes(role=Label.ROLE, part=None)
    dated = False
    title = Text(
        en="Role whose parts are missing",
        sv="Kompetensroll vars delar saknas",
    )
    why = Text(
        en="A role is a specialty, a profession and a capability. Where one of them isn't "
        "known, nobody can say what the role is for, and filters miss it.",
        sv="En kompetensroll är en specialitet, ett yrke och en kapabilitet. Är någon av dem "
        "okänd kan ingen säga vad rollen är till för, och urval missar den.",
    )
    fix = Text(
        en="The catalogue's owner declares the part, or corrects the role.",
        sv="Katalogens ägare lägger in delen, eller rättar rollen.",
    )
    message = Kinds(
        catalogue=Text(
            en="role `{role}` is in catalogue `{part}`, which doesn't exist",
            sv="rollen `{role}` finns i rollkatalogen `{part}`, som inte finns",
        ),
        specialty=Text(
            en="specialty `{part}` of role `{role}` doesn't exist",
            sv="specialiteten `{part}` i rollen `{role}` finns inte",
        ),
        profession=Text(
            en="profession `{part}` of role `{role}` doesn't exist",
            sv="yrket `{part}` i rollen `{role}` finns inte",
        ),
        capability=Text(
            en="capability `{part}` of role `{role}` doesn't exist",
            sv="kapabiliteten `{part}` i rollen `{role}` finns inte",
        ),
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look for parts that are named and not declared."""
        roles = facts["roles"]
        for column, (label, rel) in _PARTS.items():
            part = roles[column]
            for row in np.flatnonzero((part != 0) & ~facts.declares(label, part)):
                yield facts.hit(
                    {"role": roles["role_id"][row], "part": (label, part[row])},
                    At("roles", row, rel),
                    kind=column.removesuffix("_id"),
                )
