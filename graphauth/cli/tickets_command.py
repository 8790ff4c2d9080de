"""``graphauth tickets``: the login choices that an employee gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graphauth.cli.options import command
from graphauth.cli.showing import show_tickets

if TYPE_CHECKING:
    from graphauth.cli.options import Call


@command(click.argument("employee"))
def tickets_command(call: Call, employee: str) -> int:
    """Show the login choices that an employee gets: every unit, and as which role."""
    from graphauth.questions.rows import tickets

    access = call.open()
    rows = tickets(access.engine, call.system, employee, call.day.toordinal())
    return show_tickets(call, access, rows, employee=employee)


command = tickets_command
