"""``graphauth who``: who can log in at a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graphauth.cli.options import command
from graphauth.cli.showing import show_tickets

if TYPE_CHECKING:
    from graphauth.cli.options import Call


@command(click.argument("unit"), click.argument("role", required=False))
def who_command(call: Call, unit: str, role: str | None) -> int:
    """Show who can log in at a unit, as one role or as any."""
    from graphauth.questions.rows import who

    access = call.open()
    rows = who(access.engine, call.system, unit, role, call.day.toordinal())
    return show_tickets(call, access, rows, unit=unit, role=role)


command = who_command
