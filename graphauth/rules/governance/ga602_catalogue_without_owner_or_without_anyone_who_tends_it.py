"""GA602: a role catalogue that nobody owns or tends."""

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


class CatalogueWithoutOwnerOrWithoutAnyoneWhoTendsIt(Rule):
    """A declared catalogue names no owner, an owner that is not a valid VO, or nobody who tends it."""

    code = "GA602"
    severity = Severity.WARNING
    fixer = Fixer.VO_HEAD
    nodes = Nodes(catalogue=Label.CATALOGUE, vo=Label.VO)
    title = Text(
        en="Catalogue without owner or without anyone who tends it",
        sv="Rollkatalog utan ägare eller utan förvaltare",
    )
    why = Text(
        en="Nobody answers for the roles in it, and nobody takes away those that are out of date.",
        sv="Ingen ansvarar för rollerna i den, och ingen tar bort dem som är inaktuella.",
    )
    fix = Text(
        en="The heads of the VOs that use the catalogue agree on an owner, who names who tends it.",
        sv="Verksamhetscheferna för de VO som använder rollkatalogen kommer överens om en "
        "ägare, som utser vem som förvaltar den.",
    )
    message = Kinds(
        no_owner=Text(
            en="catalogue `{catalogue}` has no owner",
            sv="rollkatalogen `{catalogue}` saknar ägare",
        ),
        owner_gone=Text(
            en="VO `{vo}`, which owns catalogue `{catalogue}`, doesn't exist or has ended",
            sv="VO `{vo}`, som äger rollkatalogen `{catalogue}`, finns inte eller har upphört",
        ),
        untended=Text(
            en="nobody tends catalogue `{catalogue}`",
            sv="ingen förvaltar rollkatalogen `{catalogue}`",
        ),
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at every catalogue."""
        catalogues = facts["catalogues"]
        catalogue, owner = catalogues["catalogue_id"], catalogues["owner_vo_id"]
        gone = (owner != 0) & ~facts.valid(Label.VO, owner)
        for row in np.flatnonzero(owner == 0):
            yield facts.hit({"catalogue": catalogue[row]}, At("catalogues", row), kind="no_owner")
        for row in np.flatnonzero(gone):
            yield facts.hit(
                {"catalogue": catalogue[row], "vo": owner[row]},
                At("catalogues", row, Rel.OWNED_BY),
                kind="owner_gone",
            )
        for row in np.flatnonzero(catalogues["managed_by"] == 0):
            yield facts.hit({"catalogue": catalogue[row]}, At("catalogues", row), kind="untended")
