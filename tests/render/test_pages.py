"""A sheet by the column is written to the same bytes as by the row."""

from __future__ import annotations

import io

import numpy as np
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphauth.i18n import translator_for
from graphauth.model.answer import Coded
from graphauth.render.formats import FORMATS
from graphauth.render.sheet import Sheet

TEXT = st.one_of(
    st.text(max_size=5),
    st.sampled_from(["", "a,b", 'say "hi"', "two\nlines", "a\rb", "=1+1", " x ", "Åsa", "'}) //"]),
)
ROWS = st.lists(st.tuples(TEXT, TEXT), max_size=8)


def as_page(rows: list[tuple[str, str]]) -> list[Coded]:
    columns = [[row[place] for row in rows] for place in (0, 1)]
    texts = [sorted(set(column)) for column in columns]
    codes = [
        np.array([known.index(cell) for cell in column], np.int32)
        for column, known in zip(columns, texts, strict=True)
    ]
    return [Coded(*one) for one in zip(codes, texts, strict=True)]


@pytest.mark.parametrize("kind", ["csv", "jsonl", "parquet"])
@given(pages=st.lists(ROWS, max_size=3))
def test_pages_and_rows_are_written_alike(kind: str, pages: list[list[tuple[str, str]]]) -> None:
    columns = ("employee_id", "unit_id")
    rows = [row for page in pages for row in page]
    written = []
    for sheet in (
        Sheet("tickets", columns, rows),
        Sheet("tickets", columns, (), pages=[as_page(page) for page in pages]),
    ):
        out = io.BytesIO()
        FORMATS[kind](sheet, out, translator_for("en"))
        written.append(out.getvalue())
    if kind == "parquet":
        one, other = (pq.read_table(io.BytesIO(content)) for content in written)
        assert other.equals(one)
    else:
        assert written[1] == written[0]
