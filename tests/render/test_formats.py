"""Formats by themselves: types of empty answers, streaming, and text that is safe to show."""

from __future__ import annotations

import io
import itertools
import json
from datetime import date
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest

from graphauth.i18n import message, translator_for
from graphauth.model.answer import Clause, Condition, Node
from graphauth.model.schema import Label
from graphauth.render import formats
from graphauth.render.data import as_data
from graphauth.render.plain import on_one_line
from graphauth.render.sheet import Cell, Sheet, completeness

if TYPE_CHECKING:
    from collections.abc import Iterator

EN, SV = translator_for("en"), translator_for("sv")


def written(kind: str, sheet: Sheet) -> bytes:
    out = io.BytesIO()
    formats.FORMATS[kind](sheet, out, EN)
    return out.getvalue()


@pytest.mark.parametrize("rows", [[], [("U", None, 1)], [("U", True, None), ("V", False, 2)]])
def test_parquet_has_the_same_types_whatever_the_rows(rows: list[tuple[Cell, ...]]) -> None:
    table = pq.read_table(
        io.BytesIO(written("parquet", Sheet("x", ("unit_id", "decision", "holders"), rows)))
    )
    assert [str(kind) for kind in table.schema.types] == ["string", "bool", "int64"]
    assert [tuple(row.values()) for row in table.to_pylist()] == rows


class Watched(io.BytesIO):
    """A stream that notes how many rows had been drawn when it was first written to."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn = 0
        self.at_first_write = -1

    def rows(self, count: int) -> Iterator[tuple[str, str]]:
        for number in range(count):
            self.drawn += 1
            yield f"e{number}", "u"

    def write(self, data: object) -> int:
        if self.at_first_write < 0:
            self.at_first_write = self.drawn
        return super().write(data)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["table", "csv", "jsonl", "json"])
def test_rows_stream(kind: str) -> None:
    out = Watched()
    formats.FORMATS[kind](Sheet("x", ("employee_id", "unit_id"), out.rows(50_000)), out, EN)
    assert out.drawn == 50_000
    assert out.at_first_write <= 1000


def test_a_long_table_keeps_longer_cells_of_later_rows_whole() -> None:
    late = "x" * 50
    rows = itertools.chain([("a", "b")] * 1000, [(late, "b")])
    assert late.encode() in written("table", Sheet("x", ("one", "two"), rows))


def test_a_cell_that_is_no_text_is_so_in_json_and_csv() -> None:
    sheet = Sheet("x", ("a", "b", "c", "d"), [("t", True, 3, None)])
    assert json.loads(written("jsonl", sheet)) == {"a": "t", "b": True, "c": 3, "d": None}
    assert written("csv", sheet) == b"a,b,c,d\nt,true,3,\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Åsa Öberg – läkare", "Åsa Öberg – läkare"),
        ("a\nb\tc\r\n", "a b c  "),
        ("\x1b[2J\x07", "�[2J�"),
        ("right\u202eleft", "right�left"),
        ("", ""),
    ],
)
def test_text_stays_on_its_line_and_steers_nothing(text: str, shown: str) -> None:
    assert on_one_line(text) == shown


def test_models_become_plain_data_in_a_language() -> None:
    condition = Condition(
        clause=Clause.GRANT,
        holds=False,
        said=message("the employee has {roles}", roles="`lak`"),
        found=message("none"),
    )
    data = as_data({"node": Node(Label.UNIT, "U"), "day": date(2026, 1, 2), "of": condition}, SV)
    assert data == {
        "node": {"label": "Unit", "id": "U"},
        "day": "2026-01-02",
        "of": {
            "clause": "grant",
            "holds": False,
            "said": "medarbetaren har `lak`",
            "facts": [],
            "found": "ingen",
        },
    }


def test_what_is_complete_says_so_and_no_more() -> None:
    assert completeness(0, EN) == {"complete": True}
    assert completeness(3, SV) == {
        "complete": False,
        "incomplete_because": "utelämnade rader med fel: 3",
    }
