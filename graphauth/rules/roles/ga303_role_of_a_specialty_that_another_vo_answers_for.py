"""GA303: a catalogue holds a role of a specialty that another VO answers for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.model.schema import Rel
from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class RoleOfASpecialtyThatAnotherVoAnswersFor(Rule):
    """The VO that owns a role's catalogue is not the VO that answers for the role's specialty."""

    code = "GA303"
    severity = Severity.WARNING
    fixer = Fixer.CATALOGUE_OWNER
    nodes = Nodes(role=Label.ROLE, specialty=Label.SPECIALTY)
    dated = False
    title = Text(
        en="Role of a specialty that another VO answers for",
        sv="Roll i en specialitet som ett annat VO ansvarar för",
    )
    why = Text(
        en="Cardiology answers for every role under cardiology. A role of it in somebody "
        "else's catalogue escapes those who know what it takes.",
        sv="Kardiologin ansvarar för alla roller under kardiologi. En sådan roll i någon "
        "annans rollkatalog undgår dem som vet vad den kräver.",
    )
    fix = Text(
        en="The catalogue's owner removes the role, and the VO that answers for the specialty "
        "takes it into its own catalogue.",
        sv="Katalogens ägare tar bort rollen, och det VO som ansvarar för specialiteten tar in"
        " den i sin egen rollkatalog.",
    )
    message = Text(
        en="role `{role}` is in a catalogue of `{owner}`, but `{answers}` answers for "
        "specialty `{specialty}`",
        sv="rollen `{role}` finns i en rollkatalog som ägs av `{owner}`, men `{answers}` "
        "ansvarar för specialiteten `{specialty}`",
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Compare who owns the catalogue with who answers for the specialty, where both are said."""
        roles = facts["roles"]
        declared = facts.row_of(Label.SPECIALTY, roles["specialty_id"])
        answers = np.append(facts["specialties"]["vo_id"], 0)[declared]
        declared = facts.row_of(Label.CATALOGUE, roles["catalogue_id"])
        owner = np.append(facts["catalogues"]["owner_vo_id"], 0)[declared]
        for row in np.flatnonzero((answers > 0) & (owner > 0) & (answers != owner)):
            yield facts.hit(
                {"role": roles["role_id"][row], "specialty": roles["specialty_id"][row]},
                At("roles", row, Rel.IN_SPECIALTY),
                owner=facts.text(owner[row]),
                answers=facts.text(answers[row]),
            )
