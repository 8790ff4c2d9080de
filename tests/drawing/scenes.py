"""Every kind of scene, of a region whose names and ids are as hostile as names can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.importing import read_tables
from graphauth.questions.scenes import Scene, Sight, scene_of
from tests.engines.engines import engine_from
from tests.strategies.regions import TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = ("hierarchy", "overview", "vo", "unit", "employee", "ticket", "no-ticket")


def hostile_tables(text: str) -> dict[str, list[dict[str, str]]]:
    """Return a region in which everything that can be called something is called `text`."""
    other = f"{text} 2"
    return {
        "providers": [{"provider_id": text, "name": text}],
        "vos": [{"vo_id": text, "name": text, "provider_id": text}],
        "units": [{"unit_id": one, "name": one, "vo_id": text} for one in (text, other)],
        "unit_registrations": [{"unit_id": text, "system_id": "clinic24"}],
        "catalogues": [{"catalogue_id": text, "name": text}],
        "specialties": [{"specialty_id": text, "name": text}],
        "professions": [{"profession_id": text, "name": text}],
        "capabilities": [{"capability_id": text, "name": text}],
        "roles": [
            {
                "role_id": text,
                "catalogue_id": text,
                "specialty_id": text,
                "profession_id": text,
                "capability_id": text,
                "name": text,
            }
        ],
        "unit_roles": [{"unit_id": one, "role_id": text} for one in (text, other)],
        "employees": [{"employee_id": text, "given_name": text, "family_name": text}],
        "assignments": [{"assignment_id": text, "vo_id": text, "name": text}],
        "assignment_members": [{"assignment_id": text, "employee_id": text}],
        "role_grants": [{"employee_id": text, "role_id": text}],
    }


def scenes_of(text: str) -> Iterator[tuple[str, Scene]]:
    """Yield a scene of every kind, by its name in `KINDS`."""
    text = text.strip()
    engine = engine_from(read_tables(hostile_tables(text)), "compiled")
    sight = Sight(engine, "clinic24", TODAY, (text,))
    ids: dict[str, list[str]] = {
        "hierarchy": [],
        "overview": [],
        "vo": [text],
        "unit": [text],
        "employee": [text],
        "ticket": [text, text, text],
        "no-ticket": [text, f"{text} 2", text],
    }
    for kind in KINDS:
        yield kind, scene_of(kind.removeprefix("no-"), sight, ids[kind])
