"""Write the frame of a consistency rule: ``make new-rule CODE=GA605 NAME=unit-without-a-name``.

The frame has every part that the tests ask for; what is still to be said in it stands as ``…``, and
the tests fail until it is said. Nothing that exists is overwritten.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final

from graphauth.rules.finding import Category

ROOT: Final = Path(__file__).resolve().parent.parent
_RULE: Final = '''\
"""{code}: …"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.rules.base import Fixer, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class {class_name}(Rule):
    """…"""

    code = "{code}"
    severity = Severity.WARNING
    fixer = Fixer.IT_SUPPORT
    nodes = Nodes(unit=Label.UNIT)
    title = Text(en="…", sv="…")
    why = Text(en="….", sv="….")
    fix = Text(en="….", sv="….")
    message = Text(en="unit `{{unit}}` …", sv="enheten `{{unit}}` …")

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at …."""
        units = facts["units"]
        wrong = facts.holds("units") & (units["name"] == 0)
        for row in np.flatnonzero(wrong):
            yield facts.hit({{"unit": units["unit_id"][row]}}, At("units", row))
'''
_TWIN: Final = """\
// ….
MATCH (:DataSet {{state: 'published'}})
WITH date($day) AS day
MATCH (u:Unit {{declared: true}})
WHERE …
RETURN u.id AS unit, [i IN range(0, size(u.file) - 1) | {{file: u.file[i], line: u.line[i]}}] AS places
"""
_ORACLE: Final = '''\
"""{code}: …"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.oracle.oracle import Oracle, covers

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every …."""
    return {{
        ("", f"Unit:{{row['unit_id']}}")
        for row in Oracle(tables).rows("units")
        if covers(row, day) and …
    }}
'''
_EXPECTED: Final = """\
day: 2026-11-23
findings:
  - nodes: ["Unit:U1"]
    places: ["units.csv:2"]
    en: "unit `U1` …"
    sv: "enheten `U1` …"
"""
_UNITS: Final = "unit_id,name,vo_id,manager_id,valid_from,valid_to\nU1,Mottagningen,V1,chef,,\n"


def frame(code: str, name: str) -> dict[str, str]:
    """Return the files of a new rule: path from the root to text.

    Raises
    ------
    ValueError
        When the code or the name has not the form of one.

    Examples
    --------
    >>> sorted(frame("GA605", "unit-without-a-name"))[0]
    'cypher/rules/GA605_unit_without_a_name.cypher'
    """
    if not re.fullmatch(r"GA[1-6][0-9]{2}", code):
        raise ValueError(f"`{code}` is no code: write it like GA605")
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise ValueError(f"`{name}` is no name: write it like unit-without-a-name")
    category = list(Category)[int(code[2])].value
    stem = name.replace("-", "_")
    values = {"code": code, "class_name": "".join(word.capitalize() for word in name.split("-"))}
    return {
        f"graphauth/rules/{category}/{code.lower()}_{stem}.py": _RULE.format(**values),
        f"cypher/rules/{code}_{stem}.cypher": _TWIN.format(),
        f"tests/oracle/rules/{code.lower()}.py": _ORACLE.format(**values),
        f"fixtures/rules/{code}/expected.yaml": _EXPECTED,
        f"fixtures/rules/{code}/broken/units.csv": _UNITS,
        f"fixtures/rules/{code}/clean/units.csv": _UNITS,
    }


def write(code: str, name: str, root: Path = ROOT) -> list[Path]:
    """Write what is not there yet, and return it."""
    written = []
    for path, text in frame(code, name).items():
        target = root / path
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
            written.append(target)
    return written


def main(arguments: list[str]) -> int:
    """Write the frame of the rule that the arguments name."""
    if len(arguments) != 2:
        sys.stderr.write("make new-rule CODE=GA605 NAME=unit-without-a-name\n")
        return 2
    try:
        code, name = arguments
        for path in write(code, name):
            sys.stdout.write(f"{path.relative_to(ROOT)}\n")
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write("name it in docs/rules/README.md, say what stands as …, and run `make test`\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
