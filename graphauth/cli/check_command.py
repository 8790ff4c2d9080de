"""``graphauth check``: whether this person may log in here as this."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from graphauth.cli.options import command
from graphauth.cli.pseudonyms import hidden_id
from graphauth.engines.base import Ask
from graphauth.errors import UsageError
from graphauth.i18n import N_, Message, message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphauth.access import Access
    from graphauth.cli.options import Call
    from graphauth.model.answer import Decision
    from graphauth.model.schema import Label

_NAMED: Final = 5
"""So many unknown ids of a batch are named; of the rest, the count."""


@command(
    click.argument("employee", required=False),
    click.argument("unit", required=False),
    click.argument("role", required=False),
    click.option(
        "--batch",
        metavar="FILE",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help=N_("Answer every line of a CSV of employee_id,unit_id,role_id."),
    ),
)
def check_command(
    call: Call, employee: str | None, unit: str | None, role: str | None, batch: Path | None
) -> int:
    """May this person log in here as this? Exits 0 for yes, 1 for no.

    ROLE is left out for a system without roles.

    A batch asks many at once: its lines come back in their order with one more column, decision
    (true or false), and it exits 0 whatever the decisions. Where a line names an id that is not
    declared, its decision is blank, and the batch exits 3.
    """
    if batch is not None:
        if employee:
            raise UsageError(message("give either a question or --batch, not both"))
        return _batch(call, batch)
    if not employee or not unit:
        raise UsageError(message("name an employee and a unit, or a file with --batch"))
    access = call.open()
    decision = access.check(employee, unit, role, at=call.day, system=call.system)
    _show(call, access, decision)
    return call.status(access) or int(not decision)


def _show(call: Call, access: Access, decision: Decision) -> None:
    from graphauth.render.explanation import decision_text
    from graphauth.render.output import format_for, write_object, write_sheet, write_text
    from graphauth.render.sheets import decision_sheet

    kind = format_for(call.output, call.format)
    if kind == "table":
        write_text(decision_text(decision, call.say), call.output)
    elif kind == "json":
        write_object(decision, access.skipped, call.output, call.say)
    else:
        write_sheet(decision_sheet(decision), call.output, call.format, call.say)


def _batch(call: Call, file: Path) -> int:
    from graphauth.cli.batch import answers, read_batch, undeclared
    from graphauth.questions.validate import system_named
    from graphauth.render.output import write_sheet
    from graphauth.render.sheets import batch_sheet

    access = call.open()
    lines = [
        line._replace(ask=Ask(*(hidden_id(one, access, call.pseudonyms) for one in line.ask)))
        for line in read_batch(file, system_named(access.engine, call.system))
    ]
    unknown = undeclared(access.engine, lines)
    rows = answers(access.engine, call.system, lines, call.day.toordinal(), unknown)
    sheet = batch_sheet(rows, call.question(), access.skipped)
    write_sheet(sheet, call.output, call.format, call.say)
    _remark_on_unknown(call, file, unknown)
    return 3 if unknown else call.status(access)


def _remark_on_unknown(call: Call, file: Path, unknown: Mapping[tuple[Label, str], int]) -> None:
    for (label, node_id), number in list(unknown.items())[:_NAMED]:
        call.remark(
            message(
                "{place}: {label} `{given}` is not declared in the data",
                place=f"{file}:{number}",
                label=Message(label),
                given=node_id,
            )
        )
    if len(unknown) > _NAMED:
        call.remark(message("further ids not declared: {count}", count=len(unknown) - _NAMED))


command = check_command
