"""The wheel and the sdist hold what they must, and the wheel alone runs the demo.

Whatever git tracks of the shipped folders has to be in the wheel, so a folder that is forgotten in
`pyproject.toml` fails here.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import hatch_build

ROOT = Path(__file__).resolve().parent.parent.parent
SHIPPED = ("cypher", "fixtures/gavleborg", "fixtures/overlays")
PIN = re.compile(r"^[A-Za-z0-9_.\-\[\]]+==[^\\]+", re.MULTILINE)

pytestmark = [pytest.mark.wheel, pytest.mark.xdist_group("wheel")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build(ROOT, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build(ROOT, "sdist", tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the programs' folder of an environment with the wheel and what it asks for."""
    environment = tmp_path_factory.mktemp("installed")
    _run(sys.executable, "-m", "venv", environment / "venv")
    programs = environment / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pins = environment / "pins.txt"
    locked = (ROOT / "requirements" / "runtime.txt").read_text(encoding="utf-8")
    pins.write_text("\n".join(PIN.findall(locked)), encoding="utf-8")
    _run(programs / "python", "-m", "pip", "install", "--quiet", "-c", pins, wheel)
    return programs


def test_the_wheel_holds_the_package_and_every_shipped_file(wheel: Path) -> None:
    names = _wheel_names(wheel)
    assert set(_tracked("graphauth")) <= names
    assert {f"graphauth/_data/{name}" for name in _tracked(*SHIPPED)} <= names


def test_wheel_and_sdist_ship_the_javascript_with_its_licences(wheel: Path, sdist: Path) -> None:
    shipped = {f"graphauth/_data/js/{name}" for name in hatch_build.FILES.values()}
    if not os.environ.get("CI") and shutil.which("npm") is None:
        pytest.skip("npm is missing, so wheels are built without JavaScript")
    assert shipped <= _wheel_names(wheel)
    with tarfile.open(sdist) as archive:
        assert shipped <= {name.split("/", 1)[-1] for name in archive.getnames()}


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    foreign = {name for name in _wheel_names(wheel) if not name.startswith("graphauth")}
    assert foreign == set()
    assert not [name for name in _wheel_names(wheel) if "__pycache__" in name]


def test_the_wheel_names_its_licence_and_its_program(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        metadata = [name for name in archive.namelist() if ".dist-info/" in name]
        programs = next(name for name in metadata if name.endswith("entry_points.txt"))
        assert b"graphauth = graphauth.cli.main:main" in archive.read(programs)
        assert [name for name in metadata if name.endswith("licenses/LICENSE")]


def test_the_sdist_builds_the_same_wheel(wheel: Path, sdist: Path, tmp_path: Path) -> None:
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    unpacked = tmp_path / sdist.name.removesuffix(".tar.gz")
    again = _build(unpacked, "wheel", tmp_path / "again")
    assert _wheel_names(again) == _wheel_names(wheel)


def test_the_sdist_holds_what_a_developer_needs(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    wanted = _tracked("tests", "scripts", "docs", "requirements", "Makefile", "README.md")
    assert set(wanted) <= names


def test_the_wheel_alone_runs_the_demo(installed: Path, tmp_path: Path) -> None:
    demo = _run(installed / "graphauth", "demo", cwd=tmp_path)
    assert demo.startswith("The demo region: ")
    assert demo.count("$ graphauth -d ") > 5


def test_the_wheel_alone_speaks_swedish(installed: Path, tmp_path: Path) -> None:
    say = "from graphauth.i18n import translator_for; print(translator_for('sv')('check the path'))"
    said = _run(installed / "python", "-I", "-c", say, cwd=tmp_path)
    assert said.strip() == "kontrollera sökvägen"


def _build(source: Path, target: str, to: Path) -> Path:
    _run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", to, cwd=source)
    (built,) = to.iterdir()
    return built


def _wheel_names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if not name.endswith("/")}


def _tracked(*folders: str) -> list[str]:
    """Return the files of some folders that git tracks, as paths from the root."""
    listed = _run("git", "ls-files", "-z", "--", *folders, cwd=ROOT).split("\0")
    return [name for name in listed if name and (ROOT / name).exists()]


def _run(*command: str | Path, cwd: Path | None = None) -> str:
    """Run a program that must succeed, away from this checkout, and return what it prints."""
    environment = {name: text for name, text in os.environ.items() if not _is_ours(name)}
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{command} said:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
    return done.stdout


def _is_ours(name: str) -> bool:
    return name.startswith(("GRAPHAUTH_", "PYTHON", "LC_")) or name in ("LANG", "VIRTUAL_ENV")
