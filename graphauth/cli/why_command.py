"""``graphauth why``: the proof, or what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graphauth.cli.options import command

if TYPE_CHECKING:
    from graphauth.cli.options import Call


@command(click.argument("employee"), click.argument("unit"), click.argument("role", required=False))
def why_command(call: Call, employee: str, unit: str, role: str | None) -> int:
    """Show why an employee can log in at a unit, or why not. Exits 0 for yes, 1 for no.

    Every path that carries the ticket is shown, each condition with its dates and the row that says
    so. For a no, each condition is shown with what was found in its place. Without ROLE the
    question is about any role at the unit.
    """
    access = call.open()
    answer = access.why(employee, unit, role, at=call.day, system=call.system)
    from graphauth.render.explanation import condition_sheet, explanation_text
    from graphauth.render.output import format_for, write_object, write_sheet, write_text

    kind = format_for(call.output, call.format)
    if kind == "table":
        write_text(explanation_text(answer, call.say), call.output)
    elif kind == "json":
        write_object(answer, access.skipped, call.output, call.say)
    else:
        write_sheet(condition_sheet(answer, call.say), call.output, call.format, call.say)
    return call.status(access) or int(not answer.decision)


command = why_command
