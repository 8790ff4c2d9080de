"""GA105: rows of one id contradict each other: two people, or two accounts of one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from graphauth.model.dataset import RemarkKind
from graphauth.model.schema import DECLARED_IN, TABLE
from graphauth.rules.arrays import key_of, overlaps, united
from graphauth.rules.base import Fixer, Kinds, Label, Nodes, Rule, Severity, Text
from graphauth.rules.declaring import declaring_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.arrays import Column
    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit

_ONE_AT_A_TIME: Final = {
    Label.EMPLOYEE: ("given_name", "family_name"),
    Label.UNIT: ("name",),
    Label.VO: ("name", "provider_id", "catalogue_id", "care_level"),
}
"""What rows that hold on the same day must agree on; managers and heads may be several."""
_WITHIN: Final = {Label.UNIT: ("vo_id",)}
"""Rows that differ in this are not compared: a unit in two VOs at once is another rule's."""
_TWO_PEOPLE: Final = "two_people"


class OneIdWithDifferingRows(Rule):
    """Rows of one id that hold on the same day disagree; a blank cell disagrees with nothing.

    For what has no dates, reading has seen it: there the first row counts. The names of protected
    people are not in the data, and so are not compared.
    """

    code = "GA105"
    severity = Severity.ERROR
    fixer = Fixer.HSA_ADMINISTRATOR
    nodes = Nodes(node=None)
    dated = False
    about_rows = True
    title = Text(en="One id with differing rows", sv="Samma id på rader som skiljer sig åt")
    why = Text(
        en="Two people under one id share their access: each can log in as what the other was "
        "granted. Two accounts of one thing mean that one of them is wrong.",
        sv="Två personer under samma id delar behörighet: var och en kan logga in som det den andra "
        "har tilldelats. Två olika uppgifter om samma sak betyder att den ena är fel.",
    )
    fix = Text(
        en="Find out in HSA whose the id `{node}` is, and give the other person an id of their own; "
        "if the rows mean the same, keep the one that is right.",
        sv="Ta reda på i HSA vem eller vad id:t `{node}` tillhör, och ge den andra ett eget; avser "
        "raderna samma sak, behåll den som är rätt.",
    )
    message = Kinds(
        two_people=Text(
            en="two people stand under the id `{node}`",
            sv="två personer står under id:t `{node}`",
        ),
        differing=Text(
            en="the rows of `{node}` contradict each other",
            sv="raderna för `{node}` motsäger varandra",
        ),
    )
    counted = Text(en="declared ids", sv="id:n")

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look for rows that overlap and disagree, and at what reading remarked on."""
        for label, columns in _ONE_AT_A_TIME.items():
            kind = _TWO_PEOPLE if label is Label.EMPLOYEE else "differing"
            codes = {int(code) for column in columns for code in _disputed(facts, label, column)}
            rows = declaring_rows(facts, label, codes)
            for code in codes:
                yield facts.hit({"node": (label, code)}, *rows[code], kind=kind)
        yield from _remarked(facts)


def _disputed(facts: Facts, label: Label, column: str) -> Column:
    """Return the ids for which the column has two values on one day.

    The periods of each value are united, so that what overlaps within an id are different values.
    """
    table = DECLARED_IN[label]
    rows = facts[table.name]
    several = facts.count(rows[table.key[0]])[rows[table.key[0]]] > 1
    filled = np.flatnonzero((rows[column] != 0) & several)
    alike = key_of(*(rows[one][filled] for one in (table.key[0], *_WITHIN.get(label, ()))))
    number = key_of(alike, rows[column][filled])
    spans = united(number, rows["valid_from"][filled], rows["valid_to"][filled])
    example = np.zeros(number.max(initial=-1) + 1, np.int64)
    example[number] = np.arange(len(number))
    one = example[spans.key]
    disputed = overlaps(alike[one], spans.first, spans.last).left
    ids: Column = rows[table.key[0]][filled[one[disputed]]]
    return ids


def _remarked(facts: Facts) -> Iterator[Hit]:
    for remark in facts.remarks(RemarkKind.DIFFERING_ROW, RemarkKind.TWO_PEOPLE):
        label, code = TABLE[remark.table].label, facts.code(remark.subject)
        if label is not None and code > 0:
            rows = declaring_rows(facts, label, [code])[code]
            kind = _TWO_PEOPLE if remark.kind is RemarkKind.TWO_PEOPLE else "differing"
            yield facts.hit({"node": (label, code)}, *rows, kind=kind, places=(remark.place,))
