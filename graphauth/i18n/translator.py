"""Translators: one for each language, made from the gettext catalogues beside this module."""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path
from typing import Final, Literal

from graphauth.i18n.messages import Message, Text

Language = Literal["en", "sv"]
LANGUAGES: Final[tuple[Language, ...]] = ("en", "sv")

_LOCALES = Path(__file__).parent / "locales"


class Translator:
    """Says messages in one language.

    Parameters
    ----------
    language
        ``"en"`` or ``"sv"``.
    catalogues
        The gettext catalogues of the language, chained; a text in none of them stays English.
    """

    def __init__(self, language: Language, catalogues: gettext.NullTranslations) -> None:
        self.language: Final = language
        self._catalogues = catalogues

    def gettext(self, text: str | Text) -> str:
        """Return `text` (English, or in both languages) in this language."""
        if isinstance(text, Text):
            return text.sv if self.language == "sv" else text.en
        return self._catalogues.gettext(text) if text else ""

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Return `one` or `many` in this language, as `count` asks for."""
        return self._catalogues.ngettext(one, many, count)

    def __call__(self, said: Message | Text | str, /, **values: object) -> str:
        """Say a message, or a marked text with the values of its gaps."""
        full = said if isinstance(said, Message) else Message(said, values)
        return full.say(self.gettext)


@cache
def translator_for(language: Language) -> Translator:
    """Return the translator of `language`.

    Examples
    --------
    >>> translator_for("en")("{count} tickets", count=3)
    '3 tickets'
    """
    chained = gettext.NullTranslations()
    for path in sorted(_LOCALES.glob(f"{language}/LC_MESSAGES/*.mo")):
        with path.open("rb") as file:
            catalogue = gettext.GNUTranslations(file)
        catalogue.add_fallback(chained)
        chained = catalogue
    return Translator(language, chained)
