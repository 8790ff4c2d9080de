"""The frame of a new rule has every part, in the places where the catalogue and the tests look."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from graphauth.rules.catalogue import catalogue
from scripts import new_rule

if TYPE_CHECKING:
    from pathlib import Path


def test_the_frame_has_the_parts_that_every_rule_has() -> None:
    rule = next(one for one in catalogue() if one.twin() is not None)
    paths = set(new_rule.frame(rule.code, rule.name()))
    module = f"graphauth/rules/{rule.category().value}/{rule.stem()}.py"
    assert {module, str(rule.twin()), f"tests/oracle/rules/{rule.code.lower()}.py"} <= paths
    assert all((new_rule.ROOT / path).exists() for path in paths if not path.endswith(".csv"))


def test_what_is_python_can_be_read(tmp_path: Path) -> None:
    written = new_rule.write("GA699", "unit-without-a-name", tmp_path)
    modules = [path for path in written if path.suffix == ".py"]
    rule = next(one for one in modules if "rules/governance" in one.as_posix())
    names = [
        node.name for node in ast.parse(rule.read_text()).body if isinstance(node, ast.ClassDef)
    ]
    assert names == ["UnitWithoutAName"]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    first = new_rule.write("GA699", "unit-without-a-name", tmp_path)
    first[0].write_text("mine")
    assert new_rule.write("GA699", "unit-without-a-name", tmp_path) == []
    assert first[0].read_text() == "mine"


@pytest.mark.parametrize(
    ("code", "name"), [("GA001", "a"), ("GA7", "a"), ("GA601", "A b"), ("", "")]
)
def test_what_is_no_code_or_name_is_refused(code: str, name: str) -> None:
    with pytest.raises(ValueError, match="write it like"):
        new_rule.frame(code, name)
