"""GA103: two ids of one kind differ by upper and lower case alone."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graphauth.model.schema import DECLARED_IN, Label
from graphauth.rules.base import Fixer, Nodes, Rule, Severity, Text
from graphauth.rules.declaring import declaring_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class IdsThatDifferOnlyByCase(Rule):
    """Two declared ids of one kind of node are the same but for upper and lower case."""

    code = "GA103"
    severity = Severity.WARNING
    fixer = Fixer.HSA_ADMINISTRATOR
    nodes = Nodes(node=None, other=None)
    dated = False
    about_rows = True
    title = Text(
        en="Ids that differ only by case",
        sv="Id:n som bara skiljer sig åt genom stora och små bokstäver",
    )
    why = Text(
        en="Some systems take them for one and others for two, so access given to the one may be "
        "missing, or may be somebody else's, at the other.",
        sv="Vissa system läser dem som samma id och andra som två, så behörighet som getts till "
        "det ena kan saknas på det andra, eller hamna hos någon annan.",
    )
    fix = Text(
        en="Find out which of `{node}` and `{other}` stands in HSA, and replace the other by it "
        "wherever it occurs.",
        sv="Ta reda på vilket av `{node}` och `{other}` som finns i HSA, och byt ut det andra mot "
        "det överallt där det förekommer.",
    )
    message = Text(
        en="`{node}` and `{other}` differ only by upper and lower case",
        sv="`{node}` och `{other}` skiljer sig bara åt genom stora och små bokstäver",
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Compare each kind's declared ids; of several alike, each with the first in byte order."""
        for label in DECLARED_IN:
            pairs = _alike(facts, label)
            rows = declaring_rows(facts, label, {code for pair in pairs for code in pair})
            for node, other in pairs:
                yield facts.hit(
                    {"node": (label, node), "other": (label, other)}, *rows[node], *rows[other]
                )


def _alike(facts: Facts, label: Label) -> list[tuple[int, int]]:
    """Return every id that is like an earlier one in byte order, with the first that it is like."""
    texts = facts.id_texts(label)
    lowered = [text.lower() for text in texts]
    if len(set(lowered)) == len(lowered):
        return []
    alike: dict[str, list[tuple[bytes, int]]] = defaultdict(list)
    for low, text, code in zip(lowered, texts, facts.ids(label).tolist(), strict=True):
        alike[low].append((text.encode(), code))
    return [
        (other, first)
        for several in alike.values()
        if len(several) > 1
        for (_, first), *others in [sorted(several)]
        for _, other in others
    ]
