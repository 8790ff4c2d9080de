"""What is to be said, before a language is chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping  # noqa: TC003 - pydantic reads the annotations
from dataclasses import dataclass, field

from graphauth.privacy import mask_personnummer


@dataclass(frozen=True, slots=True)
class Text:
    """A text that stands in both languages where it is written, and so in no catalogue.

    For texts that belong to one thing alone and are read beside it, as a consistency rule's are.

    Examples
    --------
    >>> str(message(Text(en="`{unit}` has no manager", sv="`{unit}` saknar chef"), unit="X"))
    '`X` has no manager'
    """

    en: str
    sv: str

    def __str__(self) -> str:
        """Return the English text."""
        return self.en


@dataclass(frozen=True, slots=True)
class Message:
    """A text with named gaps, and the values that fill them.

    Attributes
    ----------
    text
        The English text, which is also the key of its translation; or a text in both languages.
    values
        What fills the gaps; a value may itself be a `Message`.
    """

    text: str | Text
    values: Mapping[str, object] = field(default_factory=dict)

    def say(self, gettext: Callable[[str | Text], str]) -> str:
        """Return the text in the language that `gettext` translates to, personnummer masked."""
        filled = {
            name: value.say(gettext) if isinstance(value, Message) else value
            for name, value in self.values.items()
        }
        return mask_personnummer(gettext(self.text).format_map(filled))

    def __str__(self) -> str:
        """Return the text in English."""
        return self.say(str)


def message(text: str | Text, /, **values: object) -> Message:
    """Mark `text` for translation and bind the values of its gaps.

    Examples
    --------
    >>> str(message("no unit `{unit}` is declared", unit="X"))
    'no unit `X` is declared'
    """
    return Message(text, values)


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "mark, don't translate yet"
    """Mark `text` for translation and return it as it is."""
    return text
