"""Units that took over from others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from graphauth.rules.arrays import Ints
    from graphauth.rules.facts import Facts


def successions(facts: Facts) -> Ints:
    """Return the rows of units that hold on the day and name another unit that they replace."""
    units = facts["units"]
    old, new = units["replaces"], units["unit_id"]
    return np.flatnonzero(facts.holds("units") & (old != 0) & (old != new))
