"""``graphauth matrix``: every ticket, filtered as asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graphauth.cli.filters import asked, chosen, filter_options
from graphauth.cli.options import command
from graphauth.cli.showing import show

if TYPE_CHECKING:
    from graphauth.cli.options import Call


@command(*filter_options())
def matrix_command(call: Call, **filters: tuple[str, ...]) -> int:
    """Show every ticket: who can log in where, as what, until when.

    Filters may be repeated, and combine: a row must pass every one of them. Rows are sorted by
    employee, unit and role, and are written as they are found.
    """
    from graphauth.questions.rows import matrix, matrix_pages
    from graphauth.render.sheets import ticket_sheet

    access = call.open()
    question = (access.engine, call.system, call.day.toordinal(), chosen(filters))
    sheet = ticket_sheet(
        matrix(*question), access.engine, call.day.toordinal(), call.question(**asked(filters))
    )
    return show(call, access, replace(sheet, pages=matrix_pages(*question)))


command = matrix_command
