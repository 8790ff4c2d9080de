"""``graphauth generate``: an invented region of any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graphauth.cli.options import command
from graphauth.errors import UsageError
from graphauth.i18n import N_, message

if TYPE_CHECKING:
    from graphauth.cli.options import Call


@command(
    click.option("--employees", type=int, required=True, metavar="N", help=N_("How many people.")),
    click.option(
        "--seed", type=int, default=1, metavar="S", help=N_("Same seed, same data; 1 if not given.")
    ),
    click.option("--defects", is_flag=True, help=N_("Plant the listed defects, for lint to find.")),
    click.option("--overwrite", is_flag=True, help=N_("Replace the folder if it is there.")),
)
def generate_command(
    call: Call, employees: int, seed: int, *, defects: bool, overwrite: bool
) -> int:
    """Write an invented region of any size as a folder of CSV; nobody in it exists.

    8000 employees make a region, 1500000 a country.
    """
    from graphauth.generating import generate

    if call.output is None:
        raise UsageError(message("where to? name a new folder with -o"))
    with call.progress(message("generating")) as tell:
        summary = generate(call.output, employees, seed, tell, defects=defects, overwrite=overwrite)
    rows = sum(summary.rows.values())
    call.remark(message("wrote {folder}: {rows} rows", folder=call.output, rows=rows))
    return 0


command = generate_command
