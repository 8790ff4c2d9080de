"""Holds the contestants' answers to each other; a difference is brought down to one question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.relations import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from benchmarks.contestant import Question
    from benchmarks.data import Questions
    from benchmarks.worker import Answers

_SHOWN = 12


class DisagreementError(Exception):
    """Two contestants answer differently, so nothing is timed."""


def compare(answers: Mapping[str, Answers], asked: Questions, folder: Path) -> None:
    """Hold every contestant to the first one, on all that both have answered.

    Raises
    ------
    DisagreementError
        With the smallest question that they differ on, and the rows that it rests on.
    """
    names = list(answers)
    for other in names[1:]:
        first = names[0]
        for question, where in differences(answers[first], answers[other], asked):
            held = " and ".join(f"`{name}` says {said}" for name, said in where.items())
            named = held.replace("`left`", f"`{first}`").replace("`right`", f"`{other}`")
            raise DisagreementError(
                "\n".join([f"{question}: {named}", *evidence(folder, question)])
            )


def differences(
    left: Answers, right: Answers, asked: Questions
) -> Iterator[tuple[Question | str, dict[str, object]]]:
    """Yield what two contestants differ on, each brought down to one check where it can be."""
    for name in ("checks", "batch"):
        pairs = zip(asked.checks, getattr(left, name), getattr(right, name), strict=False)
        for question, one, other in pairs:
            if one != other:
                yield question, {"left": one, "right": other}
    for employee, ours, theirs in zip(asked.employees, left.tickets, right.tickets, strict=False):
        for unit, role in sorted(ours ^ theirs):
            yield (employee, unit, role), _sides((unit, role) in ours)
    for login, holders, others in zip(asked.logins, left.who, right.who, strict=False):
        for employee in sorted(holders ^ others):
            yield (employee, *login), _sides(employee in holders)
    if None not in (left.matrix, right.matrix) and left.matrix != right.matrix:
        yield "the number of tickets", {"left": left.matrix, "right": right.matrix}


def _sides(in_left: bool) -> dict[str, object]:
    return {"left": in_left, "right": not in_left}


def evidence(folder: Path, question: Question | str) -> list[str]:
    """Return the rows that name two of the question's ids, or one of them in its own table."""
    if isinstance(question, str):
        return []
    employee, unit, role = question
    found = [
        *_rows(folder, "employees", ("employee_id",), (employee,)),
        *_rows(folder, "units", ("unit_id",), (unit,)),
        *_rows(folder, "unit_registrations", ("unit_id",), (unit,)),
        *_rows(folder, "role_grants", ("employee_id", "role_id"), (employee, role)),
        *_rows(folder, "unit_roles", ("unit_id", "role_id"), (unit, role)),
        *_rows(folder, "assignment_members", ("employee_id",), (employee,)),
    ]
    return found[:_SHOWN]


_COLUMNS = {
    "employees": ("employee_id", "valid_from", "valid_to"),
    "units": ("unit_id", "vo_id", "valid_from", "valid_to"),
    "unit_registrations": ("unit_id", "system_id", "valid_from", "valid_to"),
    "role_grants": ("employee_id", "role_id", "valid_from", "valid_to"),
    "unit_roles": ("unit_id", "role_id", "valid_from", "valid_to"),
    "assignment_members": ("employee_id", "assignment_id", "valid_from", "valid_to"),
}


def _rows(
    folder: Path, table: str, columns: tuple[str, ...], ids: tuple[str, ...]
) -> Iterator[str]:
    for row in read_table(folder, table, *_COLUMNS[table]):
        if row[: len(columns)] == ids:
            yield f"  {table}: {','.join(row)}"
