"""The national test data for HSA: a folder of persons and one of care providers, in JSON.

It is read as `domain.md` says ("Real material"): a care unit is a VO; it and its sub-units are that
VO's units. A commission makes its person a member of the assignment ``UNIT/PURPOSE`` (``UNIT/`` where
it has no purpose), granted at the care unit; one to a sub-unit is granted at its care unit and limited
to it. A commission that points nowhere stays, and dangles. Personal identity numbers are not looked at.
"""

from __future__ import annotations

import os
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from graphauth.importing.raw import RawTable, UnreadableError, content_of
from graphauth.importing.readers.placed_json import LINE, read_placed
from graphauth.importing.row_errors import BROKEN_DOCUMENT
from graphauth.model.dataset import RemarkKind
from graphauth.model.ids import holds_personnummer
from graphauth.model.schema import TABLE
from graphauth.model.vocabulary import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graphauth.importing.report import Report

_PERSONS: Final = "persons"
_PROVIDERS: Final = "careproviders"
_HEADERS: Final = {
    "providers": ("provider_id", "name"),
    "vos": ("vo_id", "name", "provider_id"),
    "units": ("unit_id", "name", "vo_id"),
    "employees": (
        "employee_id",
        "given_name",
        "family_name",
        "licences",
        "protected",
    ),
    "assignments": ("assignment_id", "vo_id", "purpose", "unit_ids"),
    "assignment_members": ("assignment_id", "employee_id"),
}

Row = tuple[str, ...]
Rows = dict[str, list[tuple[Row, int]]]


def is_hsa_test_data(path: Path) -> bool:
    """Whether a source is a folder of HSA test data."""
    return (path / _PERSONS).is_dir() and (path / _PROVIDERS).is_dir()


def read_hsa(folder: Path, source: int, report: Report) -> Iterator[RawTable]:
    """Yield the tables of each file, care providers first."""
    reading = _HsaReading(report)
    for part, understand in (
        (_PROVIDERS, reading.provider),
        (_PERSONS, reading.person),
    ):
        for path in sorted((folder / part).iterdir(), key=os.fsencode):
            file = report.file(str(path), source)
            if path.suffix.lower() != ".json":
                report.remark(RemarkKind.OTHER_FILE, file)
                continue
            try:
                rows = understand(read_placed(path), file)
            except UnreadableError as error:
                report.unreadable(file, error)
                continue
            yield from _tables(rows, file)


def _tables(rows: Rows, file: int) -> Iterator[RawTable]:
    for table, placed in rows.items():
        cells = [row for row, _ in placed]
        content = content_of(_HEADERS[table], cells, [line for _, line in placed])
        yield RawTable(TABLE[table], file, 0, lambda content=content: content)  # type: ignore[misc]


class _HsaReading:
    """What one file must know of the others: which care unit a sub-unit has, and what was seen."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._care_units: set[str] = set()
        self._owners: dict[str, list[str]] = defaultdict(list)
        self._assignments: set[str] = set()
        self._people: dict[str, Row] = {}

    def provider(self, document: dict[str, Any], file: int) -> Rows:
        """Return the provider, its VOs and their units."""
        rows: Rows = defaultdict(list)
        provider = _text(document, "id")
        rows["providers"].append(((provider, _text(document, "name")), document[LINE]))
        for care_unit in _objects(document, "careUnits"):
            self._care_unit(care_unit, provider, rows, file)
        return rows

    def _care_unit(self, care_unit: dict[str, Any], provider: str, rows: Rows, file: int) -> None:
        vo, name, line = (
            _text(care_unit, "id"),
            _text(care_unit, "name"),
            care_unit[LINE],
        )
        self._care_units.add(vo)
        rows["vos"].append(((vo, name, provider), line))
        rows["units"].append(((vo, name, vo), line))
        for unit in _objects(care_unit, "subUnits"):
            unit_id = _text(unit, "id")
            rows["units"].append(((unit_id, _text(unit, "name"), vo), unit[LINE]))
            self._owners[unit_id].append(vo)
            if self._owners[unit_id][-2:-1] not in ([], [vo]):
                self._remark(RemarkKind.TWO_OWNERS, file, unit[LINE], "units", unit_id)

    def person(self, document: dict[str, Any], file: int) -> Rows:
        """Return the employee, the memberships, and the assignments not seen before."""
        rows: Rows = defaultdict(list)
        person = _text(document, "hsaId")
        names = _text(document, "givenName"), _text(document, "middleAndSurname")
        licences = SEPARATOR.join(_texts(document, "healthCareProfessionalLicence"))
        protected = _boolean(document, "protectedPerson")
        row = (person, *names, licences, protected)
        rows["employees"].append((row, document[LINE]))
        if self._people.setdefault(person, row) != row:
            self._remark(RemarkKind.TWO_PEOPLE, file, document[LINE], "employees", person)
        for commission in _objects(document, "commissionList"):
            self._commission(commission, person, rows, file)
        return rows

    def _commission(self, commission: dict[str, Any], person: str, rows: Rows, file: int) -> None:
        unit, line = _text(commission, "healthCareUnitHsaId"), commission[LINE]
        vo, limit = self._granted_at(unit)
        for purpose in _texts(commission, "commissionPurpose") or [""]:
            assignment = f"{unit}/{purpose}"
            if assignment not in self._assignments:
                self._assignments.add(assignment)
                rows["assignments"].append(((assignment, vo, purpose, limit), line))
            rows["assignment_members"].append(((assignment, person), line))
            if limit:
                self._remark(RemarkKind.SUB_UNIT, file, line, "assignments", assignment)

    def _granted_at(self, unit: str) -> tuple[str, str]:
        """Return the VO of a commission, and the unit that it is limited to, if any."""
        if unit in self._care_units or unit not in self._owners:
            return unit, ""
        return min(self._owners[unit], key=os.fsencode), unit

    def _remark(self, kind: RemarkKind, file: int, line: int, table: str, subject: str) -> None:
        if not holds_personnummer(subject):
            self._report.remark(kind, file, line, table=table, subject=subject)


def _text(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise UnreadableError(BROKEN_DOCUMENT, item[LINE], f"`{key}` is no text")
    return value.strip()


def _boolean(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    return str(value).lower() if isinstance(value, bool) else _text(item, key)


def _texts(item: dict[str, Any], key: str) -> list[str]:
    values = item.get(key) or []
    if not isinstance(values, list) or not all(isinstance(one, str) for one in values):
        raise UnreadableError(BROKEN_DOCUMENT, item[LINE], f"`{key}` is no list of texts")
    return [text for value in values if (text := value.strip())]


def _objects(item: dict[str, Any], key: str) -> list[dict[str, Any]]:
    values = item.get(key) or []
    if not isinstance(values, list) or not all(isinstance(one, dict) for one in values):
        raise UnreadableError(BROKEN_DOCUMENT, item[LINE], f"`{key}` is no list of objects")
    return values
