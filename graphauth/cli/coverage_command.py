"""``graphauth coverage``: the staffing of every unit and role."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graphauth.cli.filters import asked, chosen, filter_options
from graphauth.cli.options import command
from graphauth.cli.showing import show
from graphauth.i18n import N_

if TYPE_CHECKING:
    from graphauth.cli.options import Call


@command(
    click.option("--unstaffed", is_flag=True, help=N_("Only where nobody has the role.")),
    click.option("--single", is_flag=True, help=N_("Only where one person alone can log in.")),
    *filter_options("employee"),
)
def coverage_command(
    call: Call, *, unstaffed: bool, single: bool, **filters: tuple[str, ...]
) -> int:
    """Show the staffing of every unit and role: how many hold it, how many can log in as it.

    A role that nobody holds is unstaffed; one that is held, but that nobody can log in as, shows 0
    able; 1 able hangs on a single person.
    """
    from graphauth.questions.rows import coverage
    from graphauth.render.sheets import coverage_sheet

    access = call.open()
    day = call.day.toordinal()
    rows = (
        row
        for row in coverage(access.engine, call.system, day, chosen(filters))
        if (not unstaffed or row.holders == 0) and (not single or row.able == 1)
    )
    sheet = coverage_sheet(rows, access.engine, day, call.question(**asked(filters)))
    return show(call, access, sheet)


command = coverage_command
