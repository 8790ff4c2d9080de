"""How large a generated data set is.

The figures are those of the benchmark sizes: a region of 8,000 employees, a large set of 200,000,
and the whole country, 1.5 million. Between them, sizes grow in straight lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

SMALLEST: Final = 20
HOLDERS_AT_LEAST: Final = 3
LARGEST: Final = 3_000_000
# employees, VOs, units, roles, and how dense the offers are: chosen, by trial, so that an employee
# has about 17 tickets in a region, 14 in the large set and 10 in the country.
_SIZES: Final = (
    (20, 4, 6, 8, 94),
    (8_000, 55, 600, 400, 94),
    (200_000, 1_000, 12_000, 2_000, 57),
    (1_500_000, 7_000, 60_000, 5_000, 73),
    (3_000_000, 14_000, 120_000, 10_000, 73),
)
_EMPLOYEES_PER_REGION: Final = 70_000


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many of each there are to be.

    Attributes
    ----------
    density
        The chance, in per cent, that a unit (but each VO's first, which offers all) offers a role.
    """

    employees: int
    vos: int
    units: int
    roles: int
    density: int

    @property
    def regions(self) -> int:
        """How many regions the employees are shared among."""
        return max(1, (self.employees + _EMPLOYEES_PER_REGION // 2) // _EMPLOYEES_PER_REGION)


def sizes_for(employees: int) -> Sizes:
    """Return the sizes for a number of employees, between `SMALLEST` and `LARGEST`.

    Examples
    --------
    >>> sizes_for(200_000)
    Sizes(employees=200000, vos=1000, units=12000, roles=2000, density=57)
    """
    steps = list(pairwise(_SIZES))
    lower, upper = next((step for step in steps if employees <= step[1][0]), steps[-1])
    share, whole = employees - lower[0], upper[0] - lower[0]
    vos, units, roles, density = (
        low + (high - low) * share // whole for low, high in zip(lower[1:], upper[1:], strict=True)
    )
    return Sizes(employees, vos, units, roles, density)
