"""HSA-ids of invented things: a valid organisation number and a suffix that is nobody's."""

from __future__ import annotations

from typing import Final

from graphauth.generating.vocabulary import REGION_ORGANISATION

# Crockford's letters: none that is mistaken for another, and no vowel but A and E to spell with.
_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_PAIRS: Final = tuple(first + second for first in _LETTERS for second in _LETTERS)
_LIMIT: Final = 32**5
# Odd, so that multiplying by it modulo a power of two meets every number once.
_STEP: Final = 20_117_465
# No Swedish organisation number begins with 992: whoever reads it sees that it is invented.
_INVENTED: Final = 992_000_000


def luhn_digit(digits: str) -> str:
    """Return the Luhn check digit for `digits`.

    Examples
    --------
    >>> luhn_digit("232100019")
    '8'
    """
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 - place % 2)
        total += doubled // 10 + doubled % 10
    return str(-total % 10)


def invented_organisation(number: int) -> str:
    """Return the `number`-th invented organisation number, with a valid check digit.

    Examples
    --------
    >>> invented_organisation(1)
    '9920000016'
    """
    digits = str(_INVENTED + number)
    return digits + luhn_digit(digits)


def region_organisation(region: int) -> str:
    """Return the organisation number of the region with that number; the first is Gävleborg's."""
    return REGION_ORGANISATION if region == 0 else invented_organisation(900_000 + region)


def suffix(kind: str, number: int) -> str:
    """Return the suffix of the `number`-th thing of a `kind` (one letter): unique, upper case.

    Examples
    --------
    >>> suffix("M", 0), suffix("M", 1)
    ('M00000', 'MK5XYS')
    """
    mixed = number * _STEP % _LIMIT
    return f"{kind}{_PAIRS[mixed >> 15]}{_PAIRS[mixed >> 5 & 1023]}{_LETTERS[mixed & 31]}"


def hsa_id(organisation: str, kind: str, number: int) -> str:
    """Return the HSA-id of the `number`-th thing of a `kind` in an organisation."""
    return f"SE{organisation}-{suffix(kind, number)}"
