"""A canvas as SVG, complete in itself: no script, no style from elsewhere, no font."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from graphauth.render.drawing.canvas import PAPER, Box, Canvas, Curve, Shape, Words, arrow_head
from graphauth.render.plain import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_FONTS: Final = "Helvetica Neue, Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif"


def svg_text(canvas: Canvas, title: str, description: str) -> str:
    """Return the text of the file; title and description are for readers who listen."""
    width, height = _number(canvas.width), _number(canvas.height)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" font-family={quoteattr(_FONTS)}>',
        f"<title>{_safe(title)}</title>",
        f"<desc>{_safe(description)}</desc>",
        f'<rect width="{width}" height="{height}" fill="{PAPER}"/>',
        *(line for shape in canvas.shapes for line in _shape(shape)),
        "</svg>",
    ]
    return "".join(f"{line}\n" for line in lines)


def _shape(shape: Shape) -> Iterator[str]:
    match shape:
        case Box():
            yield _titled("rect", _box(shape), shape.title)
        case Words():
            yield _words(shape)
        case Curve():
            yield _titled("path", _curve(shape), shape.title)
            if shape.arrow:
                corners = " ".join(f"{_number(x)},{_number(y)}" for x, y in arrow_head(shape))
                yield f'<polygon points="{corners}" fill="{shape.line}"/>'


def _titled(tag: str, attributes: str, title: str) -> str:
    if not title:
        return f"<{tag} {attributes}/>"
    return f"<{tag} {attributes}><title>{_safe(title)}</title></{tag}>"


def _box(box: Box) -> str:
    line = f' stroke="{box.line}" stroke-width="{_number(box.weight)}"' if box.line else ""
    dashes = ' stroke-dasharray="5 3"' if box.dashed else ""
    return (
        f'x="{_number(box.x)}" y="{_number(box.y)}" width="{_number(box.width)}" '
        f'height="{_number(box.height)}" rx="{_number(box.radius)}" fill="{box.fill}"{line}{dashes}'
    )


def _words(words: Words) -> str:
    weight = ' font-weight="600"' if words.bold else ""
    anchor = "" if words.anchor == "start" else f' text-anchor="{words.anchor}"'
    title = f"<title>{_safe(words.title)}</title>" if words.title else ""
    return (
        f'<text x="{_number(words.x)}" y="{_number(words.y)}" font-size="{_number(words.size)}" '
        f'fill="{words.fill}"{weight}{anchor}>{_safe(words.text)}{title}</text>'
    )


def _curve(curve: Curve) -> str:
    (x, y), *rest = curve.points
    steps = " ".join(f"{_number(a)} {_number(b)}" for a, b in rest)
    dashes = ' stroke-dasharray="6 4"' if curve.dashed else ""
    return (
        f'd="M{_number(x)} {_number(y)} C{steps}" fill="none" stroke="{curve.line}" '
        f'stroke-width="{_number(curve.weight)}"{dashes}'
    )


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _safe(text: str) -> str:
    """Return text as XML can hold it: nothing of it is markup, nothing a control character."""
    return escape("\n".join(map(on_one_line, text.split("\n"))))
