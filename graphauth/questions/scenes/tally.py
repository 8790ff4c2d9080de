"""Counts that add up: staffing gathered from rows of `coverage`, for whatever holds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graphauth.questions.scenes.scene import Counts, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphauth.model.answer import CoverageRow
    from graphauth.rules.finding import Severity


def status_of(row: CoverageRow) -> Status:
    """Return how one role at one unit is staffed.

    Examples
    --------
    >>> from graphauth.model.answer import CoverageRow
    >>> status_of(CoverageRow("U", "r", "V", 3, 1)).value
    'single'
    """
    if row.holders == 0:
        return Status.UNSTAFFED
    if row.able == 0:
        return Status.HELD
    return Status.SINGLE if row.able == 1 else Status.STAFFED


@dataclass
class Tally:
    """What has been counted so far; `holders` by role, for a role's are the same at every unit."""

    units: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    holders: dict[str, int] = field(default_factory=dict)
    statuses: dict[Status, int] = field(default_factory=dict)
    tickets: int = 0
    findings: dict[Status, int] = field(default_factory=dict)

    def add(self, row: CoverageRow) -> None:
        """Count a row of the staffing."""
        status = status_of(row)
        self.units.add(row.unit_id)
        self.roles.add(row.role_id)
        self.holders[row.role_id] = row.holders
        self.statuses[status] = self.statuses.get(status, 0) + 1
        self.tickets += row.able

    def find(self, severity: Severity) -> None:
        """Count a finding."""
        status = Status(severity.value)
        self.findings[status] = self.findings.get(status, 0) + 1

    def counts(self) -> Counts:
        """Return what was counted."""
        return Counts(
            units=len(self.units),
            roles=len(self.roles),
            unit_roles=sum(self.statuses.values()),
            unstaffed=self.statuses.get(Status.UNSTAFFED, 0),
            held=self.statuses.get(Status.HELD, 0),
            single=self.statuses.get(Status.SINGLE, 0),
            staffed=self.statuses.get(Status.STAFFED, 0),
            grants=sum(self.holders.values()),
            tickets=self.tickets,
            findings=sum(self.findings.values()),
            errors=self.findings.get(Status.ERROR, 0),
            warnings=self.findings.get(Status.WARNING, 0),
            infos=self.findings.get(Status.INFO, 0),
        )

    def worst(self) -> Status:
        """Return the worst status that was counted; nothing where nothing was."""
        return worst([*self.statuses, *self.findings])


def worst(statuses: Iterable[Status]) -> Status:
    """Return the worst of some statuses, in the order of `Status`.

    Examples
    --------
    >>> worst([Status.STAFFED, Status.SINGLE]).value
    'single'
    """
    order = list(Status)
    return min(statuses, key=order.index, default=Status.NOTHING)
