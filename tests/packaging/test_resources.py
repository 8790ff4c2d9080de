"""Files that come with graphauth are found in a checkout, and preferably beside the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphauth import resources

if TYPE_CHECKING:
    from pathlib import Path


def test_the_demo_region_is_found_in_the_checkout() -> None:
    assert (resources.resource_path("fixtures/gavleborg") / "units.csv").is_file()


def test_an_installed_copy_goes_before_anything_beside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "graphauth"
    for home in (package / "_data", tmp_path):
        (home / "fixtures").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", package)
    assert resources.resource_path("fixtures") == package / "_data" / "fixtures"


def test_what_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "graphauth")
    with pytest.raises(FileNotFoundError, match="fixtures/none"):
        resources.resource_path("fixtures/none")
