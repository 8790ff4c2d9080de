"""``graphauth check``: whether this person may log in here as this."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphauth.cli.options import command
from graphauth.errors import UsageError
from graphauth.i18n import N_, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.access import Access
    from graphauth.cli.options import Call
    from graphauth.engines.base import Ask
    from graphauth.model.answer import Decision

_COLUMNS = ("employee_id", "unit_id", "role_id")


@command(
    click.argument("employee", required=False),
    click.argument("unit", required=False),
    click.argument("role", required=False),
    click.option(
        "--batch",
        metavar="FILE",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help=N_("Answer a CSV of employee_id,unit_id,role_id; the exit status is then 0."),
    ),
)
def check_command(
    call: Call, employee: str | None, unit: str | None, role: str | None, batch: Path | None
) -> int:
    """May this person log in here as this? Exits 0 for yes, 1 for no.

    ROLE is left out for a system without roles.

    A batch asks many at once: each line is answered, and an id that is not declared is a no.
    """
    if batch is not None:
        if employee:
            raise UsageError(message("give either a question or --batch, not both"))
        return _batch(call, batch)
    if not employee or not unit:
        raise UsageError(message("name an employee and a unit, or a file with --batch"))
    access = call.open()
    decision = access.check(employee, unit, role, at=call.day, system=call.system)
    _show(call, decision)
    return call.status(access) or int(not decision)


def _show(call: Call, decision: Decision) -> None:
    from graphauth.render.data import as_data
    from graphauth.render.explanation import condition_lines
    from graphauth.render.output import format_for, write_sheet, write_text
    from graphauth.render.sheet import JSON_VERSION, Sheet

    kind = format_for(call.output, call.format)
    if kind == "table":
        verdict = message("yes") if decision else message("no")
        lines = [call.say(verdict), *condition_lines(decision.reasons, call.say)]
        write_text("\n".join(lines) + "\n", call.output)
    elif kind == "json":
        import json

        data = as_data(decision, call.say)
        assert isinstance(data, dict)  # noqa: S101 - a model becomes an object
        text = json.dumps({"version": JSON_VERSION, **data}, ensure_ascii=False, indent=2)
        write_text(text + "\n", call.output)
    else:
        columns = (*_COLUMNS, "decision")
        row = (decision.employee_id, decision.unit_id, decision.role_id, decision.decision)
        write_sheet(Sheet("checks", columns, [row]), call.output, call.format, call.say)


def _batch(call: Call, file: Path) -> int:
    from graphauth.questions.validate import system_named
    from graphauth.render.output import write_sheet
    from graphauth.render.sheet import Sheet

    access = call.open()
    system_named(access.engine, call.system)
    sheet = Sheet(
        "checks",
        (*_COLUMNS, "decision"),
        _answers(access, call, list(_asks(file))),
        call.question(),
        complete=not access.skipped,
    )
    write_sheet(sheet, call.output, call.format, call.say)
    return call.status(access)


def _answers(access: Access, call: Call, asks: list[Ask]) -> Iterator[tuple[str | bool, ...]]:
    decisions = access.engine.check_many(call.system, asks, call.day.toordinal())
    for ask, decision in zip(asks, decisions, strict=True):
        yield *ask, decision


def _asks(file: Path) -> Iterator[Ask]:
    from graphauth.engines.base import Ask

    with file.open(encoding="utf-8-sig", newline="") as text:
        reader = csv.DictReader(text, restval="")
        missing = [name for name in _COLUMNS[:2] if name not in (reader.fieldnames or ())]
        if missing:
            raise UsageError(
                message(
                    "`{file}` has no column `{column}`: the header must name {columns}",
                    file=file,
                    column=missing[0],
                    columns=", ".join(_COLUMNS),
                )
            )
        for row in reader:
            yield Ask(*(str(row.get(name) or "").strip() for name in _COLUMNS))


command = check_command
