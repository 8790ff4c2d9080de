"""The gallery: every kind of picture, drawn from the demo region, in both languages."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from graphauth.access import day_of, open_access
from graphauth.i18n import translator_for
from graphauth.questions.scenes import Scene, Sight, scene_of
from graphauth.render.drawing.picture import svg_picture
from graphauth.render.drawing.words import title_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from graphauth.i18n.translator import Language

_ROOT: Final = Path(__file__).resolve().parent.parent.parent
_REGION: Final = "gavleborg"
_DAY: Final = "2026-11-23"


class Picture(NamedTuple):
    """A picture of the gallery: its file, what is asked, and a word about it in both languages."""

    name: str
    asked: tuple[str, ...]
    en: str
    sv: str


PICTURES: Final = (
    Picture(
        "overview",
        ("overview",),
        "The region: a tile for each unit, and by name the units where something is missing.",
        "Regionen: en ruta för varje enhet, och vid namn de enheter där något saknas.",
    ),
    Picture(
        "hierarchy",
        ("hierarchy",),
        "Every role catalogue. The number by a role is how many have it.",
        "Alla rollkataloger. Siffran vid en roll är hur många som har den.",
    ),
    Picture(
        "catalogue",
        ("hierarchy", "njurmedicin"),
        "One specialty: there is room for the counts of each role.",
        "En specialitet: här får antalen för varje roll plats.",
    ),
    Picture(
        "vo",
        ("vo", "SE2321000198-VSAVA2"),
        "A VO: its units, and how many can log in as each role there.",
        "Ett verksamhetsområde: enheterna, och hur många som kan logga in i varje roll där.",
    ),
    Picture(
        "unit",
        ("unit", "SE2321000198-EPBSG7"),
        "A unit: its roles, and who can log in as them.",
        "En enhet: rollerna, och vilka som kan logga in i dem.",
    ),
    Picture(
        "employee",
        ("employee", "SE2321000198-MV1WHJ"),
        "An employee: every way to every login choice.",
        "En medarbetare: alla vägar till alla inloggningsval.",
    ),
    Picture(
        "ticket",
        ("ticket", "SE2321000198-MV1WHJ", "SE2321000198-E4XG3P", "oron-ssk"),
        "A ticket: its proof.",
        "En inloggningsbiljett: beviset.",
    ),
    Picture(
        "no-ticket",
        ("ticket", "SE2321000198-MBY7R3", "SE2321000198-E4XG3P", "oron-ssk"),
        "No ticket: what was tried, and what fails, dashed.",
        "Ingen inloggningsbiljett: vad som prövats, och vad som brister, streckat.",
    ),
    Picture(
        "lint",
        ("lint",),
        "What `graphauth lint` finds, and where.",
        "Vad `graphauth lint` finner, och var.",
    ),
)
_HEAD: Final = {
    "en": """\
# Gallery

<!-- written by `make docs` from scripts/docs/gallery.py -->

På svenska: [gallery.sv.md](gallery.sv.md). All that is here is invented: the demo region, on {day}.
The command is [draw](commands/draw.md); the ending of the file says the form: `.svg` (as here),
`.html` (a page to explore, in one file), `.png` and `.pdf` (these need `graphauth[draw]`), `.mmd`,
`.dot`, `.graphml`, `.json` ([its schema](schemas/draw.json)). Each status has a sign beside its
colour; the colours are told apart by the colour-blind.
""",
    "sv": """\
# Galleri

<!-- written by `make docs` from scripts/docs/gallery.py -->

In English: [gallery.md](gallery.md). Allt här är påhittat: demoregionen, den {day}. Kommandot är
[draw](commands/draw.sv.md); filens ändelse anger formatet: `.svg` (som här), `.html` (en sida att
utforska, i en enda fil), `.png` och `.pdf` (de behöver `graphauth[draw]`), `.mmd`, `.dot`,
`.graphml`, `.json` ([schemat](schemas/draw.json)). Varje status har ett tecken vid sidan av färgen;
färgerna går att skilja åt även för färgblinda.
""",
}


def pages() -> dict[str, Callable[[], str]]:
    """Return the gallery's pages and pictures by their paths."""
    found: dict[str, Callable[[], str]] = {}
    languages: tuple[tuple[Language, str], ...] = (("en", ""), ("sv", ".sv"))
    for language, ending in languages:
        found[f"docs/gallery{ending}.md"] = partial(_page, language, ending)
        for one in PICTURES:
            path = f"docs/gallery/{one.name}{ending}.svg"
            found[path] = partial(_picture, one.asked, language)
    return found


def _page(language: Language, ending: str) -> str:
    parts = [_HEAD[language].format(day=_DAY)]
    for one in PICTURES:
        title = title_of(_scene(one.asked), translator_for(language))
        command = f"graphauth -d fixtures/gavleborg --at {_DAY} draw {' '.join(one.asked)}"
        about = one.sv if language == "sv" else one.en
        image = f"[![{title}](gallery/{one.name}{ending}.svg)](gallery/{one.name}{ending}.svg)"
        output = f"-o {one.name}.svg" + (" --lang sv" if language == "sv" else "")
        parts.append(f"## {title}\n\n{about}\n\n    {command} {output}\n\n{image}\n")
    return "\n".join(parts)


def _picture(asked: tuple[str, ...], language: Language) -> str:
    return svg_picture(_scene(asked), translator_for(language)).decode()


@cache
def _scene(asked: tuple[str, ...]) -> Scene:
    kind, *ids = asked
    return scene_of(kind, _sight(), ids)


@cache
def _sight() -> Sight:
    access = open_access(_ROOT / "fixtures" / _REGION)
    return Sight(access.engine, "clinic24", day_of(_DAY), (_REGION,))
