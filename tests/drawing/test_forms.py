"""Every form of every kind of picture: well formed, safe whatever names hold, the same each time."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree as ET

import networkx as nx
import pygraphviz
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphauth.i18n import translator_for
from graphauth.questions.scenes.scene import Status
from graphauth.render.drawing.canvas import Box, Canvas, Words
from graphauth.render.drawing.measure import width_of
from graphauth.render.drawing.picture import canvas_of
from graphauth.render.drawing.raster import painted
from graphauth.render.drawing.write import WRITERS
from graphauth.render.plain import on_one_line
from tests.drawing.scenes import KINDS, scenes_of

EN, SV = translator_for("en"), translator_for("sv")
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    "<script>alert(1)</script>",
    "</title></svg><img src=x onerror=alert(1)>",
    '"]; n0 -> n0; x ["',
    "]]> &amp; &lt; %3C",
    "\\N \\G \\l \\",
    "<b>bold</b>",
    "\\\\ a\\\\\\b \\",
    'x"]:::y\n  click n0 "javascript:alert(1)"',
    "end --> ; subgraph %% {{}} `#35;`",
    "Åsa Öst – 日本 🏥",
    "tab\there\x1b[31m",
    "\u202eright to left",
]
names = st.text(min_size=1, max_size=30).filter(
    lambda text: text.strip() and "|" not in text and "\0" not in text
)


def pictures(form: str, text: str) -> dict[str, bytes]:
    return {kind: WRITERS[form](scene, SV) for kind, scene in scenes_of(text)}


def is_safe_xml(text: str) -> ET.Element:
    """Parse XML, and hold it to what it may hold: no script, no event, no address."""
    root = ET.fromstring(text)  # noqa: S314 - our own, without entities
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in {
            "svg",
            "title",
            "desc",
            "rect",
            "text",
            "path",
            "polygon",
        }
        assert not [name for name in element.attrib if name.startswith("on") or "href" in name]
    return root


@pytest.mark.parametrize("text", HOSTILE)
def test_svg_says_hostile_names_and_obeys_none(text: str) -> None:
    for kind, whole in pictures("svg", text).items():
        root = is_safe_xml(whole.decode())
        said = [element.text or "" for element in root.iter()]
        assert any(on_one_line(text.strip())[:5] in one for one in said), kind


@pytest.mark.parametrize("text", HOSTILE)
def test_mermaid_holds_nothing_but_quoted_text(text: str) -> None:
    plain = r"[\w ,.\-–()/:+#;<>]*"
    shape = re.compile(
        rf'---|title: "{plain}"|flowchart LR|  n\d+\["{plain}"\]:::\w+|  n\d+ --- n\d+'
        rf'|  n\d+ (-->|-\.->)(\|"{plain}"\|)? n\d+|  legend_\w+\["{plain}"\]:::\w+'
        r'|  remark\d+\["' + plain + r'"\]|  classDef \w+ [\w:#,]+'
    )
    for whole in pictures("mmd", text).values():
        for line in whole.decode().splitlines():
            assert shape.fullmatch(line), line
            inside = re.sub("<br/>|-->|-\\.->", "", line)
            assert "<" not in inside
            assert ">" not in inside


@pytest.mark.parametrize("text", HOSTILE)
def test_dot_is_read_back_with_the_same_nodes(text: str) -> None:
    for kind, scene in scenes_of(text):
        graph = pygraphviz.AGraph(string=WRITERS["dot"](scene, EN).decode())
        assert len(graph.nodes()) == len(scene.nodes), kind
        assert {str(node) for node in graph.nodes()} == {f"n{i}" for i in range(len(scene.nodes))}


@pytest.mark.parametrize("text", HOSTILE)
def test_graphml_is_read_back_with_ids_and_numbers(text: str) -> None:
    for _, scene in scenes_of(text):
        graph = nx.parse_graphml(WRITERS["graphml"](scene, EN).decode())
        ids = [graph.nodes[f"n{i}"]["id"] for i in range(len(scene.nodes))]
        assert ids == [on_one_line(node.id) for node in scene.nodes]
        held = [graph.nodes[f"n{i}"]["unit_roles"] for i in range(len(scene.nodes))]
        assert held == [node.counts.unit_roles for node in scene.nodes]


@pytest.mark.parametrize("text", HOSTILE)
def test_json_keeps_ids_as_they_are(text: str) -> None:
    for _, scene in scenes_of(text):
        read = json.loads(WRITERS["json"](scene, SV))
        assert [node["id"] for node in read["nodes"]] == [node.id for node in scene.nodes]


@settings(max_examples=30, deadline=None)
@given(names)
def test_no_name_breaks_a_text_form(text: str) -> None:
    for _, scene in scenes_of(text):
        is_safe_xml(WRITERS["svg"](scene, SV).decode())
        assert len(WRITERS["mmd"](scene, SV).decode().splitlines()) > len(scene.nodes)
        nx.parse_graphml(WRITERS["graphml"](scene, SV).decode())
        json.loads(WRITERS["json"](scene, SV))
        assert len(pygraphviz.AGraph(string=WRITERS["dot"](scene, SV).decode()).nodes()) == len(
            scene.nodes
        )


@pytest.mark.parametrize("text", HOSTILE)
def test_no_name_breaks_png_or_pdf(text: str) -> None:
    scenes = dict(scenes_of(text))
    assert WRITERS["png"](scenes["unit"], SV).startswith(b"\x89PNG")
    assert WRITERS["pdf"](scenes["no-ticket"], SV).startswith(b"%PDF")


@pytest.mark.parametrize("text", [*HOSTILE, "Kardiologi"])
def test_graphviz_paints_every_line_of_text(text: str) -> None:
    for kind, scene in scenes_of(text):
        canvas = canvas_of(scene, SV)
        wanted = [one.text.rstrip() for one in canvas.shapes if isinstance(one, Words)]
        root = ET.fromstring(painted(canvas, "svg"))  # noqa: S314 - Graphviz's own
        shown = [(one.text or "").replace("\xa0", " ").rstrip() for one in root.iter(f"{SVG}text")]
        assert shown == wanted, kind


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(alphabet='\\ab "-', min_size=1, max_size=8), max_size=5))
def test_graphviz_reads_backslashes_as_text(texts: list[str]) -> None:
    lines = [f"x{text}" for text in texts]
    canvas = Canvas(500, 500)
    canvas.add(*(Words(10, 20 * number, line) for number, line in enumerate(lines, 1)))
    root = ET.fromstring(painted(canvas, "svg"))  # noqa: S314 - Graphviz's own
    shown = [(one.text or "").replace("\xa0", " ").rstrip() for one in root.iter(f"{SVG}text")]
    assert shown == [line.rstrip() for line in lines]


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_the_same_scene_is_written_as_the_same_bytes(form: str) -> None:
    assert pictures(form, "Kardiologi") == pictures(form, "Kardiologi")


@pytest.mark.parametrize(
    "text", ["Kardiologi", "Ett mycket långt namn på en enhet med allt i " * 4]
)
def test_no_line_of_text_runs_into_another_or_out_of_the_picture(text: str) -> None:
    for kind, scene in scenes_of(text):
        canvas = canvas_of(scene, SV)
        places = [_place(one) for one in canvas.shapes if isinstance(one, Words)]
        for left, top, right, bottom in places:
            assert 0 <= left < right <= canvas.width, kind
            assert 0 <= top < bottom <= canvas.height, kind
        for number, one in enumerate(places):
            for other in places[number + 1 :]:
                apart = one[2] <= other[0] or other[2] <= one[0]
                assert apart or one[3] <= other[1] or other[3] <= one[1], (kind, one, other)


def _place(words: Words) -> tuple[float, float, float, float]:
    width = width_of(words.text, words.size, bold=words.bold)
    left = words.x - {"start": 0, "middle": width / 2, "end": width}[words.anchor]
    return left, words.y - words.size * 0.75, left + width, words.y + words.size * 0.1


def test_what_fails_is_dashed_and_said() -> None:
    scenes = dict(scenes_of("Kardiologi"))
    assert Status.FAILS not in scenes["ticket"].legend
    assert Status.FAILS in scenes["no-ticket"].legend
    dashes = [
        one for one in canvas_of(scenes["no-ticket"], EN).shapes if getattr(one, "dashed", False)
    ]
    assert dashes
    assert "does not hold" in WRITERS["svg"](scenes["no-ticket"], EN).decode()


def test_the_title_says_what_when_and_from_which_data() -> None:
    for form in ("svg", "mmd", "dot", "graphml", "table"):
        for kind, whole in pictures(form, "Kardiologi").items():
            text = whole.decode()
            assert "2026-11-23" in text, (form, kind)
            assert "clinic24 den" in text, (form, kind)


def test_every_kind_is_here() -> None:
    assert tuple(kind for kind, _ in scenes_of("x")) == KINDS
    assert any(isinstance(one, Box) for one in canvas_of(dict(scenes_of("x"))["unit"], EN).shapes)
