"""``graphauth expiring``: what ends soon, and who is then missing."""

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
    from graphauth.questions.held import held
    from graphauth.render.sheets import forecast_sheet

    access = call.open()
    engine, day = held(access.engine), call.day.toordinal()
    forecast = expiring(engine, call.system, day, within, chosen(filters))
    question = call.question(within=within, **asked(filters))
    sheet = forecast_sheet(forecast, engine, day, question)
    return show(call, access, sheet)


command = expiring_command
