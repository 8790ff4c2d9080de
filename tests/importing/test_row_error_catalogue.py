"""The catalogue of row errors holds itself to account."""

from __future__ import annotations

import re

import pytest

from graphauth.i18n import translator_for
from graphauth.importing.row_errors import ROW_ERRORS, RowErrorKind

GAP = re.compile(r"\{(\w+)\}")


def test_codes_are_unique_and_well_named() -> None:
    codes = [kind.code for kind in ROW_ERRORS]
    assert len(codes) == len(set(codes)) >= 15
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code) for code in codes)


@pytest.mark.parametrize("kind", ROW_ERRORS, ids=lambda kind: kind.code)
def test_every_text_exists_in_swedish_with_the_same_gaps(kind: RowErrorKind) -> None:
    swedish = translator_for("sv")
    for text in (kind.title, kind.template, kind.advice):
        said = swedish.gettext(text)
        assert said != text
        assert sorted(GAP.findall(said)) == sorted(GAP.findall(text))
