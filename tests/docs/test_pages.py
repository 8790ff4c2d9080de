"""Documentation says what the code says, and its links lead somewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from graphauth.model.schema import TABLES
from scripts import docs

if TYPE_CHECKING:
    from pathlib import Path

MARKDOWN = sorted(
    [*docs.ROOT.glob("*.md"), *docs.ROOT.glob("docs/**/*.md"), *docs.ROOT.glob("changelog.d/*.md")]
)
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)[^)]*\)")


@pytest.mark.parametrize("name", docs.PAGES)
def test_a_generated_page_is_what_the_code_would_write(name: str) -> None:
    committed = (docs.ROOT / name).read_text(encoding="utf-8")
    assert committed == docs.PAGES[name](), "run `make docs`"


def test_every_table_and_column_is_documented() -> None:
    page = docs.PAGES["docs/tables.md"]()
    for table in TABLES:
        section = page.split(f"## {table.name} (")[1].split("\n## ")[0]
        missing = [column.name for column in table.columns if f"| `{column.name}`" not in section]
        assert missing == [], f"columns of `{table.name}`"


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.relative_to(docs.ROOT).as_posix())
def test_links_lead_to_files_that_are_there(path: Path) -> None:
    targets = [link for link in LINK.findall(path.read_text(encoding="utf-8")) if ":" not in link]
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_fragments_of_the_changelog_are_of_a_known_kind() -> None:
    fragments = [path.name for path in (docs.ROOT / "changelog.d").iterdir()]
    kinds = re.compile(r"(README|.+\.(added|changed|fixed|removed))\.md")
    assert [name for name in fragments if not kinds.fullmatch(name)] == []
