"""No personnummer and no protected name reaches a finding, in any format and language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.region import PERSONNUMMER, PROTECTED_NAME
from tests.lint.region import write_region

if TYPE_CHECKING:
    from pathlib import Path

    from tests.lint.conftest import Lint

BROKEN = {
    "employees": "employee_id,given_name,family_name,protected,manager_id\n"
    f"chef,Eva,{PROTECTED_NAME},ja,\n"
    f"anna,Ann,{PROTECTED_NAME},ja,chef\n"
    f"anna,Bea,{PROTECTED_NAME},,{PERSONNUMMER}\n",
    "units": f"unit_id,name,vo_id,manager_id\nK1,Mottagningen,kard,{PERSONNUMMER}\n",
    "vos": f"vo_id,name,head_id,contact_id\nkard,Kardiologi,{PERSONNUMMER},\n",
}


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "sarif", "junit", "markdown"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_findings_name_nobody(lint: Lint, tmp_path: Path, form: str, language: str) -> None:
    write_region(tmp_path / "region", BROKEN)
    told = lint("-f", form, "--lang", language, "--within", "30", rules=None)
    assert told.status == 1
    assert len(told.out) > 1000
    for secret in (PERSONNUMMER, PERSONNUMMER.replace("-", ""), PROTECTED_NAME):
        assert secret not in told.out
        assert secret not in told.err


def test_a_baseline_names_nobody(lint: Lint, tmp_path: Path) -> None:
    write_region(tmp_path / "region", BROKEN)
    lint("--baseline", "base.json", "--write-baseline", rules=None)
    text = (tmp_path / "base.json").read_text(encoding="utf-8")
    assert '"Employee:anna"' in text
    assert [word for word in (PERSONNUMMER, PROTECTED_NAME, "Ann", "Bea") if word in text] == []
