"""Texts that stay in the file: sorted, found by halving, decoded one at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, overload

from graphauth.model.vocabulary import BLANK, Vocabulary

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from graphauth.snapshot.container import Section


class SortedTexts(Sequence[str]):
    """The texts of a snapshot in byte order, and those that were added since.

    Parameters
    ----------
    content
        The bytes of all texts, one after the other.
    ends
        Where each begins, and where the last one ends, int64, shape ``(texts + 1,)``.
    """

    def __init__(self, content: Section, ends: NDArray[np.integer[Any]]) -> None:
        self._content = content
        self._ends = ends.data
        self.stored = len(ends) - 1
        self.added: list[str] = []

    def __len__(self) -> int:
        """Return how many there are."""
        return self.stored + len(self.added)

    @overload
    def __getitem__(self, code: int) -> str: ...
    @overload
    def __getitem__(self, code: slice) -> list[str]: ...
    def __getitem__(self, code: int | slice) -> str | list[str]:
        """Return the text of a code."""
        if isinstance(code, slice):
            return [self[one] for one in range(*code.indices(len(self)))]
        if code >= self.stored:
            return self.added[code - self.stored]
        return str(self._bytes(code), "utf-8")

    def find(self, text: str) -> int | None:
        """Return the code of a stored text, or None."""
        wanted = text.encode()
        code = bisect_left(range(self.stored), wanted, key=lambda one: bytes(self._bytes(one)))
        return code if code < self.stored and self._bytes(code) == wanted else None

    def _bytes(self, code: int) -> memoryview:
        return self._content.between(self._ends[code], self._ends[code + 1])


class MappedVocabulary(Vocabulary):
    """The vocabulary of a snapshot; what is added to it stays in memory."""

    def __init__(self, texts: SortedTexts) -> None:
        super().__init__()
        self._stored = texts
        self.texts = texts
        self.codes = _Codes(texts)

    def __len__(self) -> int:
        """Return the number of texts."""
        return len(self._stored)

    def add(self, text: str) -> int:
        """Return the code of `text`, which is added where it is new."""
        known = self.find(text)
        if known is None:
            known = self.codes[text] = len(self._stored)
            self._stored.added.append(text)
        return known

    def find(self, text: str) -> int | None:
        """Return the code of `text`, or None where it was never seen."""
        try:
            return self.codes[text]
        except KeyError:
            return None


class _Codes(dict[str, int]):
    """Text to code; what has been found once is found as fast as in any dict."""

    def __init__(self, texts: SortedTexts) -> None:
        super().__init__({"": BLANK})
        self._texts = texts

    def __missing__(self, text: str) -> int:
        code = self._texts.find(text)
        if code is None:
            raise KeyError(text)
        self[text] = code
        return code
