"""``graphauth draw``: pictures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from graphauth.cli.options import command
from graphauth.engines.addresses import is_address
from graphauth.errors import UsageError
from graphauth.i18n import N_, message
from graphauth.privacy import mask_personnummer
from graphauth.render.formats import PICTURE_FORMATS

if TYPE_CHECKING:
    from graphauth.cli.options import Call

_IDS: Final = {
    "hierarchy": (0, 1000, N_("[CATALOGUE|SPECIALTY…]")),
    "overview": (0, 0, ""),
    "vo": (1, 1, "VO"),
    "unit": (1, 1, N_("UNIT")),
    "employee": (1, 1, N_("EMPLOYEE")),
    "lint": (0, 1000, "[VO…]"),
    "ticket": (2, 3, N_("EMPLOYEE UNIT [ROLE]")),
}
"""Kind of picture to how few and how many ids it takes, and what they are."""


@command(
    click.argument("kind", type=click.Choice(list(_IDS))),
    click.argument("ids", nargs=-1, metavar="[ID]..."),
    formats=PICTURE_FORMATS,
)
def draw_command(call: Call, kind: str, ids: tuple[str, ...]) -> int:
    """Draw a picture: what it shows comes first, then the ids that it is about.

    hierarchy [CATALOGUE or SPECIALTY...]: catalogues, specialties, professions, capabilities, roles.
    overview: care providers, VOs and units by how they are staffed. vo VO: its units and their
    roles. unit UNIT: its roles and who can log in as them. employee EMPLOYEE: all paths to all login
    choices. ticket EMPLOYEE UNIT [ROLE]: the proofs, or the conditions that fail. lint [VO...]: where
    the findings are.

    The ending of the file after -o says the form, or -f does; without either it is an outline in
    text. A large picture groups, and says so; its json never does.
    """
    from graphauth.questions.scenes import Sight, scene_of
    from graphauth.render.drawing.write import picture_form, write_picture

    form = picture_form(call.output, call.format)
    _require_ids(kind, ids)
    access = call.open()
    sight = Sight(access.engine, call.system, call.day, _data(call), access.skipped)
    write_picture(scene_of(kind, sight, ids), call.output, form, call.say)
    return call.status(access)


def _require_ids(kind: str, ids: tuple[str, ...]) -> None:
    fewest, most, names = _IDS[kind]
    if not fewest <= len(ids) <= most:
        raise UsageError(
            message(
                "write it so: draw {kind} {ids}", kind=kind, ids=message(names) if names else ""
            )
        )


def _data(call: Call) -> tuple[str, ...]:
    """Return the sources by their last names: where on this machine they lie is nobody's business.

    Under pseudonyms they have none: it could say whose data they are.
    """
    if call.pseudonyms is not None:
        return ()
    return tuple(
        mask_personnummer(one if is_address(one) else Path(one).resolve().name or one)
        for one in call.data
    )


command = draw_command
