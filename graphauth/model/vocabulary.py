"""Texts as small integers: every id, name and list of a data set is stored once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BLANK: Final = 0
SEPARATOR: Final = "|"
DROPPED: Final = "(dropped)"
"""Stands in a limit whose every item was dropped: a name that nothing has, so it permits nothing."""


class Vocabulary:
    """A growing set of texts, each with a code: 0, 1, 2, … in order of first sight; 0 is blank.

    Texts are never removed, so a code means the same text for as long as the vocabulary lives.
    A list is one text, its items joined by ``|``.

    Examples
    --------
    >>> words = Vocabulary()
    >>> words.add("SE2321000198-1"), words.add(""), words.find("unseen")
    (1, 0, None)
    """

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self.codes: dict[str, int] = {"": BLANK}
        self._known: list[str] = [""]
        self.texts: Sequence[str] = self._known
        self._items: dict[int, tuple[int, ...]] = {BLANK: ()}
        for text in texts:
            self.add(text)

    def __len__(self) -> int:
        """Return the number of texts, the blank one included."""
        return len(self._known)

    def add(self, text: str) -> int:
        """Return the code of `text`, which is added where it is new."""
        code = self.codes.setdefault(text, len(self._known))
        if code == len(self._known):
            self._known.append(text)
        return code

    def find(self, text: str) -> int | None:
        """Return the code of `text`, or None where it was never seen."""
        return self.codes.get(text)

    def items(self, code: int) -> tuple[int, ...]:
        """Return the codes of the items of the list `code`; a blank list has none."""
        known = self._items.get(code)
        if known is None:
            known = tuple(self.add(item) for item in self.texts[code].split(SEPARATOR))
            self._items[code] = known
        return known

    def words(self, code: int) -> tuple[str, ...]:
        """Return the items of the list `code` as texts."""
        return tuple(self.texts[code].split(SEPARATOR)) if code else ()
