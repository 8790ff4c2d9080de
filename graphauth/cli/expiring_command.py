"""``graphauth expiring``: what ends soon, and who is then missing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from graphauth.cli.filters import asked, chosen, filter_options
from graphauth.cli.options import command
from graphauth.i18n import N_

if TYPE_CHECKING:
    from graphauth.cli.options import Call


@command(
    click.option(
        "--within",
        required=True,
        type=click.IntRange(min=0, max=3660),
        metavar="DAYS",
        help=N_("How many days ahead; 0 is the asked day alone."),
    ),
    *filter_options(),
)
def expiring_command(call: Call, within: int, **filters: tuple[str, ...]) -> int:
    """Show the tickets whose last day lies within so many days, and the unit-roles that then stand empty.

    One row for each: kind is ticket (ends: its last day) or unstaffed (ends: the last day on which
    somebody holds the role at the unit).
    """
    from graphauth.questions.forecast import expiring
    from graphauth.questions.validate import require_filters, system_named
    from graphauth.render.output import write_sheet
    from graphauth.render.sheets import forecast_sheet

    access = call.open()
    system_named(access.engine, call.system)
    selection = chosen(filters)
    require_filters(access.engine, selection)
    day = call.day.toordinal()
    forecast = expiring(access.engine, call.system, day, within, selection)
    question = call.question(within=within, **asked(filters))
    sheet = forecast_sheet(forecast, access.engine, day, question)
    sheet = replace(sheet, skipped=access.skipped)
    write_sheet(sheet, call.output, call.format, call.say)
    return call.status(access)


command = expiring_command
