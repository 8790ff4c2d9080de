"""HSA-ids: their form and their check digit (`domain.md`, "HSA-id")."""

from __future__ import annotations

import re

from graphauth.privacy import contains_personnummer, luhn_is_valid

MAX_LENGTH = 31
_FORM = re.compile(r"SE([0-9]{10})-[A-Za-z0-9]+")


def is_hsa_id(text: str) -> bool:
    """Whether `text` has the form of an HSA-id; the check digit is not looked at.

    Examples
    --------
    >>> is_hsa_id("SE2321000198-016965"), is_hsa_id("TSTNMT2321000156-1002")
    (True, False)
    """
    return len(text) <= MAX_LENGTH and _FORM.fullmatch(text) is not None


def has_valid_organisation_number(hsa_id: str) -> bool:
    """Whether the organisation number of a well-formed HSA-id has a valid Luhn digit.

    Examples
    --------
    >>> has_valid_organisation_number("SE2321000198-1")
    True
    """
    found = _FORM.fullmatch(hsa_id)
    return found is not None and luhn_is_valid(found[1])


def holds_personnummer(cell: str) -> bool:
    """Whether a cell or list item must be dropped; a well-formed HSA-id is exempt."""
    return contains_personnummer(cell) and not is_hsa_id(cell)
