"""Text that is safe to show: nothing in the data breaks a line or steers a terminal."""

from __future__ import annotations


def on_one_line(text: str) -> str:
    r"""Return `text` with line breaks as spaces, and what would steer a terminal made visible.

    Examples
    --------
    >>> on_one_line("a\nb \x1b[31mred")
    'a b �[31mred'
    """
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() else _harmless(one) for one in text)


def _harmless(character: str) -> str:
    return " " if character.isspace() else "\N{REPLACEMENT CHARACTER}"
