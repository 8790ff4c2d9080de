"""The pages about use: every command, option, column and schema, held to what really runs."""

from __future__ import annotations

import contextlib
import io
import json
import re
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from graphauth.cli.main import COMMANDS, graphauth, main
from scripts import docs
from scripts.docs import tutorial
from tests.cli.region import DAY, write_region

if TYPE_CHECKING:
    from pathlib import Path

SCHEMAS = sorted(name for name in docs.PAGES if name.startswith("docs/schemas/"))
QUESTIONS: dict[str, list[tuple[str, ...]]] = {
    "tickets": [("tickets", "anna"), ("tickets", "cia"), ("tickets", "anna", "--system", "npo")],
    "who": [("who", "KardMott"), ("who", "KardMott", "lak")],
    "matrix": [("matrix",), ("matrix", "--vo", "kard", "--capability", "triage")],
    "coverage": [("coverage",), ("coverage", "--unit", "OrtoMott")],
    "expiring": [("expiring", "--within", "30"), ("expiring", "--within", "0", "--role", "lak")],
    "check": [("check", "anna", "KardMott", "lak"), ("check", "gun", "KardMott", "lak")],
    "check-batch": [("check", "--batch", "{batch}")],
    "why": [
        ("why", "anna", "KardMott"),
        ("why", "cia", "OrtoMott", "lak"),
        ("why", "gun", "KardMott"),
    ],
    "lint": [("lint", "--no-config"), ("lint", "--no-config", "--within", "30")],
    "draw": [
        ("draw", "hierarchy"),
        ("draw", "overview"),
        ("draw", "vo", "kard"),
        ("draw", "unit", "KardMott"),
        ("draw", "unit", "KardMott", "--system", "npo"),
        ("draw", "employee", "anna"),
        ("draw", "ticket", "anna", "KardMott", "lak"),
        ("draw", "ticket", "cia", "OrtoMott"),
        ("draw", "lint"),
    ],
    "validate": [("validate",)],
}


def _answer(*arguments: str) -> Any:
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        with pytest.raises(SystemExit):
            main([*arguments, "-f", "json"])
        out.flush()
    out.seek(0)
    return json.loads(out.read())


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("ending", [".md", ".sv.md"])
def test_every_command_and_option_has_its_page(name: str, ending: str) -> None:
    page = (docs.ROOT / f"docs/commands/{name}{ending}").read_text(encoding="utf-8")
    command = graphauth.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    options = [one for parameter in command.params for one in parameter.opts if one[:1] == "-"]
    assert [option for option in options if option not in page] == []
    assert f"({name}{ending})" in (docs.ROOT / f"docs/commands/README{ending}").read_text("utf-8")


def test_no_page_is_left_of_a_command_that_is_gone() -> None:
    here = {path.relative_to(docs.ROOT).as_posix() for path in (docs.ROOT / "docs").rglob("*/*.*")}
    kept = {name for name in here if name.startswith(("docs/commands/", "docs/schemas/"))}
    assert kept <= set(docs.PAGES)


def test_there_is_a_schema_for_every_question_tried() -> None:
    assert {f"docs/schemas/{name}.json" for name in QUESTIONS} == set(SCHEMAS)


@pytest.mark.parametrize("data", ["sound", "skipped"])
@pytest.mark.parametrize("name", QUESTIONS)
def test_json_answers_fit_their_schemas(tmp_path: Path, name: str, data: str) -> None:
    broken = {"role_grants": "employee_id,role_id,valid_to\nanna,lak,2026-12-10\nbo,ssk,someday\n"}
    region = write_region(tmp_path / "region", broken if data == "skipped" else None)
    batch = tmp_path / "batch.csv"
    batch.write_text("employee_id,unit_id,role_id\nanna,KardMott,lak\nnobody,KardMott,lak\n")
    schema = json.loads((docs.ROOT / f"docs/schemas/{name}.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    options = ("-d", str(region), "--at", DAY, *(("--skip-invalid",) if data == "skipped" else ()))
    for question in QUESTIONS[name]:
        answer = _answer(*options, *(word.format(batch=batch) for word in question))
        jsonschema.validate(answer, schema)


@pytest.mark.parametrize("name", tutorial.pages())
def test_a_tutorial_asks_the_same_in_both_languages(name: str) -> None:
    assert tutorial.commands(name) == tutorial.commands("docs/tutorial.md")
    assert len(tutorial.commands(name)) >= 8


def test_the_python_page_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(docs.ROOT)
    page = (docs.ROOT / "docs/python.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert len(blocks) == 2
    for block in blocks:
        exec(block, {})  # noqa: S102 - our own page
