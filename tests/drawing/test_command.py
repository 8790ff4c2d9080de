"""`draw`: what it takes, where the picture goes, and how it exits."""

from __future__ import annotations

import sys
from random import Random
from typing import TYPE_CHECKING

import pytest

from graphauth.i18n import translator_for
from graphauth.questions.lint import lint
from graphauth.questions.scenes import Sight, scene_of
from graphauth.questions.scenes.folding import folded
from graphauth.questions.scenes.scene import NodeKind
from graphauth.render.drawing import picture
from graphauth.render.drawing.canvas import Words
from tests.cli.conftest import ask, region, run, start
from tests.cli.region import DAY, PROTECTED_NAME
from tests.engines.engines import engine_of
from tests.strategies.regions import TODAY, random_region

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

__all__ = ["ask", "region", "run", "start"]
QUESTIONS = [
    ("hierarchy",),
    ("hierarchy", "kardiologi"),
    ("overview",),
    ("vo", "kard"),
    ("unit", "KardMott"),
    ("employee", "anna"),
    ("ticket", "anna", "KardMott", "lak"),
    ("ticket", "cia", "KardMott"),
    ("lint",),
]


@pytest.mark.parametrize("lang", ["en", "sv"])
@pytest.mark.parametrize("form", ["svg", "mmd", "dot", "graphml", "json", "txt"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_the_ending_says_the_form(
    ask: Run, tmp_path: Path, question: tuple[str, ...], form: str, lang: str
) -> None:
    file = tmp_path / f"picture.{form}"
    assert ask("draw", *question, "-o", file, "--lang", lang).status == 0
    said = ask("draw", *question, "-f", "table" if form == "txt" else form, "--lang", lang)
    assert said.status == 0
    assert file.read_text(encoding="utf-8") == said.out
    assert DAY in said.out
    assert PROTECTED_NAME not in said.out


def test_a_ticket_is_drawn_as_an_outline_too(ask: Run) -> None:
    lines = ask("draw", "ticket", "cia", "KardMott", "lak").out.splitlines()
    assert lines[0] == "No: Cia Chef can't log in at Kardiologmottagningen as Läkare"
    assert "✕ no assignment" in lines
    assert "Cia Chef - - member of, no membership of any assignment → no assignment" in lines


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ((), 2),
        (("castle",), 2),
        (("overview", "kard"), 2),
        (("unit",), 2),
        (("unit", "KardMott", "OrtoMott"), 2),
        (("ticket", "anna"), 2),
        (("unit", "KardMot"), 3),
        (("employee", "nobody"), 3),
        (("hierarchy", "nothing"), 3),
        (("vo", "kardd"), 3),
        (("lint", "kardd"), 3),
        (("overview", "-f", "csv"), 2),
        (("overview", "-o", "x.gif"), 2),
        (("overview", "--system", "npo"), 2),
        (("overview", "--system", "nothing"), 3),
    ],
)
def test_what_can_not_be_drawn_is_said(ask: Run, arguments: tuple[str, ...], status: int) -> None:
    ran = ask("draw", *arguments)
    assert ran.status == status
    assert ran.out == ""
    assert ran.err


def test_png_without_pygraphviz_says_what_to_install(
    ask: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    ran = ask("draw", "overview", "-o", tmp_path / "x.png")
    assert ran.status == 2
    assert "graphauth[draw]" in ran.err
    assert not (tmp_path / "x.png").exists()
    assert ask("draw", "overview", "-o", tmp_path / "x.svg").status == 0


def test_skipped_rows_are_said_in_the_picture(run: Run, region: Path, tmp_path: Path) -> None:
    with (region / "role_grants.csv").open("a") as file:
        file.write("bo,lak,someday\n")
    ran = run("-d", region, "--at", DAY, "--skip-invalid", "draw", "overview", "-f", "svg")
    assert ran.status == 5
    assert "incomplete: rows with errors were left out" in ran.out


@pytest.mark.parametrize("seed", range(15))
def test_the_picture_of_lint_counts_what_lint_finds(seed: int) -> None:
    sight = Sight(engine_of("compiled", random_region(Random(seed))), "clinic24", TODAY)
    report = lint(sight.engine, "clinic24", TODAY.toordinal())
    scene = scene_of("lint", sight)
    shown = [node.id for node in scene.nodes if node.kind is NodeKind.FINDING]
    assert sorted(shown) == sorted(finding.fingerprint for finding in report.findings)
    assert scene.counts.findings == len(report.findings)
    for rule in {finding.rule for finding in report.findings}:
        nodes = [node for node in scene.nodes if node.kind is NodeKind.RULE and node.id == rule]
        found = sum(finding.rule == rule for finding in report.findings)
        assert sum(node.counts.findings for node in nodes) == found


def test_a_picture_that_is_grouped_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "MOST_NODES", 3)
    sight = Sight(engine_of("compiled", random_region(Random(1))), "clinic24", TODAY)
    scene = scene_of("overview", sight)
    canvas = picture.canvas_of(scene, translator_for("en"))
    said = [one.text for one in canvas.shapes if isinstance(one, Words)]
    kept = len(folded(scene, 3).nodes)
    assert (
        f"grouped: {kept} of {len(scene.nodes)} nodes are drawn; the counts hold all of them"
        in said
    )


def test_under_pseudonyms_the_picture_does_not_name_its_data(ask: Run, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("a secret of the tests alone")
    assert "from region" in ask("draw", "overview").out
    hidden = ask("draw", "overview", "--pseudonymise", secret).out
    assert "from unnamed data" in hidden
    assert "Kardiologmottagningen" not in hidden
