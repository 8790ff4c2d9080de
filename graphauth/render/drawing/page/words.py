"""What the page itself says, in English and Swedish."""

from __future__ import annotations

from typing import Final

from graphauth.i18n import Text
from graphauth.questions.scenes.names import COUNTS, KINDS, STATUSES

_WORDS: Final = {
    "search": Text(en="Search", sv="Sök"),
    "specialty": Text(en="Specialty", sv="Specialitet"),
    "profession": Text(en="Profession", sv="Yrke"),
    "vo": Text(en="VO", sv="VO"),
    "day": Text(en="Day", sv="Dag"),
    "attention": Text(en="only what needs attention", sv="bara det som behöver ses över"),
    "all": Text(en="all", sv="alla"),
    "open_all": Text(en="Open everything", sv="Öppna allt"),
    "close_all": Text(en="Close everything", sv="Stäng allt"),
    "open": Text(en="Open ({count})", sv="Öppna ({count})"),
    "close": Text(en="Close", sv="Stäng"),
    "print": Text(en="Print", sv="Skriv ut"),
    "permalink": Text(en="Link to this view", sv="Länk till den här vyn"),
    "other_language": Text(en="På svenska", sv="In English"),
    "outline": Text(en="Outline", sv="Översikt"),
    "picture": Text(en="Picture", sv="Bild"),
    "facts": Text(en="Facts", sv="Fakta"),
    "legend": Text(en="Legend", sv="Teckenförklaring"),
    "zoom_in": Text(en="Zoom in", sv="Zooma in"),
    "zoom_out": Text(en="Zoom out", sv="Zooma ut"),
    "fit": Text(en="Show all of it", sv="Visa hela bilden"),
    "choose": Text(
        en="Choose something in the outline or in the picture to see its facts.",
        sv="Välj något i översikten eller i bilden för att se fakta om det.",
    ),
    "id": Text(en="id", sv="id"),
    "period": Text(en="holds", sv="gäller"),
    "always": Text(en="without end", sv="tills vidare"),
    "folded": Text(en="stands for so many more", sv="står för så många till"),
    "proofs": Text(en="Why", sv="Varför"),
    "path": Text(en="Path {number}: show it", sv="Väg {number}: visa den"),
    "attempt": Text(en="Attempt {number}: show it", sv="Försök {number}: visa det"),
    "not_that_day": Text(en="does not hold on that day", sv="gäller inte den dagen"),
    "shown": Text(en="{shown} of {all} are open to view.", sv="{shown} av {all} visas."),
    "cut": Text(
        en="The picture holds the first {drawn} of these {shown}; the outline holds all.",
        sv="Bilden rymmer de första {drawn} av dessa {shown}; översikten rymmer alla.",
    ),
    "totals": Text(
        en="Totals count everything, also what the filter hides.",
        sv="Summor räknar allt, även det som urvalet döljer.",
    ),
    "matches": Text(
        en="{count} found; Enter goes to the next.", sv="{count} träffar; Enter går till nästa."
    ),
    "about": Text(
        en="{day}, {system}; data: {data}",
        sv="{day}, {system}; underlag: {data}",
    ),
    "incomplete": Text(
        en="Rows with errors were left out: this picture is incomplete.",
        sv="Rader med fel har utelämnats: bilden är ofullständig.",
    ),
    "no_picture": Text(
        en="The outline stands alone: the picture's library was not there when graphauth was installed.",
        sv="Översikten står ensam: bildbiblioteket fanns inte när graphauth installerades.",
    ),
}


def page_words(language: str) -> dict[str, object]:
    """Return the page's words in one language; their gaps are filled by the page."""

    def said(text: Text) -> str:
        return text.sv if language == "sv" else text.en

    return {
        **{name: said(text) for name, text in _WORDS.items()},
        "statuses": {status.value: said(text) for status, text in STATUSES.items()},
        "kinds": {kind.value: said(text) for kind, text in KINDS.items()},
        "counts": {name: [said(one) for one in both] for name, both in COUNTS.items()},
    }
