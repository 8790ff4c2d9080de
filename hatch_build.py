"""Fetches the JavaScript that the interactive page is drawn with, when a wheel or sdist is built.

It comes from npm by a lock file that pins hashes and names no addresses, and goes below
``graphauth/_data/js`` with its licences; it is never committed. Without npm the build goes on, and
``graphauth draw`` says what its page then lacks. ``python hatch_build.py`` fetches into a checkout.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT: Final = Path(__file__).parent
TARGET: Final = ROOT / "graphauth" / "_data" / "js"
FILES: Final = {
    "cytoscape/dist/cytoscape.min.js": "cytoscape.min.js",
    "cytoscape/LICENSE": "cytoscape.LICENSE",
    "cytoscape-dagre/dist/cytoscape-dagre.min.js": "cytoscape-dagre.min.js",
    "cytoscape-dagre/LICENSE": "cytoscape-dagre.LICENSE",
}
"""What is taken from the packages, and what it is called here."""
DEVELOPMENT: Final = {"axe-core/axe.min.js": "axe.min.js"}
"""What the tests take beside."""


class CustomBuildHook(BuildHookInterface[Any]):
    """Called by hatchling before anything is built, an editable install included."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Fetch what isn't there yet; say so where it can't be had."""
        if all((TARGET / name).exists() for name in FILES.values()):
            return
        try:
            fetch(TARGET, FILES)
        except (OSError, subprocess.CalledProcessError) as error:
            self.app.display_warning(f"no interactive page: npm gave nothing ({error})")


def fetch(target: Path, files: dict[str, str]) -> None:
    """Put files of the locked packages into a folder, all of them or none.

    Raises
    ------
    OSError, subprocess.CalledProcessError
        npm isn't there, or can't reach a registry.
    """
    npm = shutil.which("npm")
    if npm is None:
        raise FileNotFoundError("npm is not installed")
    with tempfile.TemporaryDirectory() as home:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(ROOT / "scripts" / "js" / name, home)
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        subprocess.run(command, cwd=home, check=True)
        target.mkdir(parents=True, exist_ok=True)
        for source, name in files.items():
            shutil.copy(Path(home, "node_modules", source), target / name)


if __name__ == "__main__":
    fetch(TARGET, FILES)
    if "--axe" in sys.argv[1:]:
        fetch(ROOT / ".cache" / "js", DEVELOPMENT)
