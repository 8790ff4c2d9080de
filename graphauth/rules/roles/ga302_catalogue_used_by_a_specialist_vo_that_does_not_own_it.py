"""GA302: a specialist VO uses a catalogue that isn't its own."""

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


class CatalogueUsedByASpecialistVoThatDoesNotOwnIt(Rule):
    """A valid row of a VO in specialist care names a declared catalogue that the VO does not own."""

    code = "GA302"
    severity = Severity.WARNING
    fixer = Fixer.VO_HEAD
    nodes = Nodes(vo=Label.VO, catalogue=Label.CATALOGUE)
    title = Text(
        en="Catalogue used by a specialist VO that doesn't own it",
        sv="VO i specialistvården använder en annans rollkatalog",
    )
    why = Text(
        en="In specialist care each VO answers for its own catalogue; one that borrows "
        "another's has roles that it can't put right.",
        sv="I specialistvården ansvarar varje VO för sin egen rollkatalog; det VO som lånar en"
        " annans har roller som det inte kan rätta.",
    )
    fix = Text(
        en="The heads of the two VOs agree on who answers for the roles; the e-hälsoutvecklare"
        " moves them to a catalogue of the VO's own.",
        sv="De två VO:ns verksamhetschefer kommer överens om vem som ansvarar för rollerna; "
        "e-hälsoutvecklaren flyttar dem till VO:ts egen rollkatalog.",
    )
    message = Text(
        en="VO `{vo}`, in specialist care, uses catalogue `{catalogue}`, which it doesn't own",
        sv="VO `{vo}` i specialistvården använder rollkatalogen `{catalogue}`, som det inte äger",
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Compare the owners of the catalogues that specialist VOs use."""
        vos, catalogues = facts["vos"], facts["catalogues"]
        catalogue = vos["catalogue_id"]
        borrowed = facts.holds("vos") & facts.declares(Label.CATALOGUE, catalogue)
        borrowed &= vos["care_level"] == facts.code("specialist")
        rows = np.flatnonzero(borrowed)
        owner = catalogues["owner_vo_id"][facts.row_of(Label.CATALOGUE, catalogue[rows])]
        for row in rows[owner != vos["vo_id"][rows]]:
            yield facts.hit(
                {"vo": vos["vo_id"][row], "catalogue": catalogue[row]}, At("vos", row, Rel.USES)
            )
