"""``graphauth demo``: a tour on the demo region, each question with the command that asks it."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from graphauth.cli.options import command
from graphauth.cli.replay import printed_by
from graphauth.i18n import N_, message
from graphauth.model.ids import is_hsa_id
from graphauth.model.question import EVERYTHING
from graphauth.model.schema import Label

if TYPE_CHECKING:
    from graphauth.cli.options import Call
    from graphauth.engines.base import Engine
    from graphauth.model.answer import TicketRow

_DAY: Final = "2026-11-23"
_LINES: Final = 14
_TOUR: Final = (
    (N_("Is the data sound?"), "validate"),
    (N_("What can this person log in as, and where?"), "tickets {employee}"),
    (N_("May this person log in here as this?"), "check {employee} {unit} {role}"),
    (N_("Why? Every path, its dates, and the rows that say so."), "why {employee} {unit} {role}"),
    (N_("And why not somewhere else?"), "why {employee} {elsewhere}"),
    (N_("Who can log in at that unit?"), "who {unit}"),
    (N_("Where does a role have nobody?"), "coverage --unstaffed"),
    (N_("What ends within a month?"), "expiring --within 30"),
    (
        N_("What is wrong in the directories, and who can put it right?"),
        "lint --no-config --select staffing,governance",
    ),
    (
        N_("What does the unit look like? (-o unit.html opens in a browser, -o unit.svg prints.)"),
        "draw unit {unit}",
    ),
    (N_("Another system: NPÖ asks for no role."), "tickets {employee} --system npo"),
    (N_("Everything at once, as CSV."), "matrix -f csv"),
)


@command()
def demo_command(call: Call) -> int:
    """Take a tour on the demo region: each question, the command that asks it, and the answer."""
    from graphauth.access import open_access
    from graphauth.resources import resource_path

    region = _shortest(resource_path("fixtures/gavleborg"))
    access = open_access(region, engine=call.engine)
    engine = access.engine
    names = _example(engine)
    welcome = message(
        "The demo region: {employees} employees who don't exist, on {day}.",
        employees=len(set(engine.declared(Label.EMPLOYEE))),
        day=_DAY,
    )
    click.echo(call.say(welcome))
    for number, (title, line) in enumerate(_TOUR, 1):
        arguments = [word.format(**names) for word in line.split()]
        click.echo(f"\n{number}. {call.say(title)}")
        click.echo(f"$ graphauth -d {region} --at {_DAY} {shlex.join(arguments)}")
        options = ["-d", region, "--at", _DAY]
        _show(call, printed_by([*options, *arguments], call.say.language, access))
    ending = message(
        "That was the tour. Your own data: {words}", words="graphauth -d FOLDER --help"
    )
    click.echo("\n" + call.say(ending))
    return 0


def _shortest(path: Path) -> str:
    """Return a path relative to where the person stands, where that is below."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _show(call: Call, lines: list[str]) -> None:
    for line in lines[:_LINES]:
        click.echo(f"  {line}")
    if len(lines) > _LINES:
        more = message("… and {count} more lines", count=len(lines) - _LINES)
        click.echo(f"  {call.say(more)}")


def _example(engine: Engine) -> dict[str, str]:
    """Pick somebody with a few choices, and a unit of another VO."""
    from graphauth.access import day_of

    day = day_of(_DAY).toordinal()
    people = sorted(engine.declared(Label.EMPLOYEE))
    rows = next(
        rows
        for employee in people[len(people) // 2 :]
        if 3 <= len(rows := engine.tickets("clinic24", employee, day)) <= 6
    )
    first: TicketRow = rows[0]
    elsewhere = next(
        row
        for row in engine.coverage("clinic24", day, EVERYTHING)
        if row.vo_id != first.vo_id and row.role_id != first.role_id and is_hsa_id(row.unit_id)
    )
    return {
        "employee": first.employee_id,
        "unit": first.unit_id,
        "role": first.role_id,
        "elsewhere": elsewhere.unit_id,
    }


command = demo_command
