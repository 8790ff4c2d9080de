"""HSA-ids and personnummer, by the letter of domain.md."""

from __future__ import annotations

import pytest

from graphauth.i18n import message
from graphauth.model.ids import has_valid_organisation_number, holds_personnummer, is_hsa_id
from graphauth.privacy import contains_personnummer, mask_personnummer


@pytest.mark.parametrize(
    "text",
    [
        "191212121212",
        "19121212-1212",
        "121212-1212",
        "121212+1212",
        "1212121212",
        "Tolvan (121212-1212) Tolvansson",
        "19121272-1219",  # a coordination day: 12 + 60
        "0002290005",  # 29 February, of 2000
    ],
)
def test_a_personnummer_is_found(text: str) -> None:
    assert contains_personnummer(text)


@pytest.mark.parametrize(
    "text",
    [
        "121212-1213",  # the Luhn digit is wrong
        "121312-1211",  # no thirteenth month
        "a1212121212",  # touches a letter
        "1212121212å",
        "11212121212",  # eleven digits
        "12-12121212",  # the dash is elsewhere
        "2026-11-23",
        "SE2321000198-016965",
    ],
)
def test_what_looks_like_one_is_none(text: str) -> None:
    assert not contains_personnummer(text)


def test_a_well_formed_hsa_id_is_exempt() -> None:
    assert contains_personnummer("SE2321000198-1212121212")
    assert not holds_personnummer("SE2321000198-1212121212")


def test_no_message_echoes_one() -> None:
    said = message("no employee `{id}`", id="121212-1212")
    assert str(said) == "no employee `[personnummer]`"
    assert mask_personnummer("a 1212121212 b") == "a [personnummer] b"


def test_hsa_ids() -> None:
    assert is_hsa_id("SE2321000198-" + "A" * 18)
    assert not is_hsa_id("SE2321000198-" + "A" * 19)
    assert not is_hsa_id("se2321000198-1")
    assert has_valid_organisation_number("SE2321000198-1")
    assert not has_valid_organisation_number("SE2321000199-1")
