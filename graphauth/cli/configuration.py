"""The configuration table of ``lint``: ``[lint]`` of graphauth.toml, or that of pyproject.toml.

The nearest file counts, from the working folder upwards: ``graphauth.toml``, or a ``pyproject.toml``
with a table ``[tool.graphauth.lint]``::

    [tool.graphauth.lint]
    select = ["GA1", "staffing"]        # words that name rules
    ignore = ["GA103"]
    severity = "info"                   # show from here
    fail-on = "warning"                 # exit 1 from here
    profile = "test-data"
    baseline = "lint-baseline.json"     # beside this file
    settings = { GA206 = { days = 400 } }

    [[tool.graphauth.lint.suppress]]
    rule = "GA604"
    ids = ["SE2321000198-EGEPV3"]
    reason = "new manager from February"
    until = 2027-02-28
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from graphauth.errors import UsageError
from graphauth.i18n import message
from graphauth.model.entities import Place
from graphauth.questions.lint_rules import PROFILES, codes_of
from graphauth.questions.validate import suggestions
from graphauth.rules.finding import Severity
from graphauth.rules.suppressions import Suppression

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from graphauth.i18n import Message

NAMES: Final = ("graphauth.toml", "pyproject.toml")
_SEVERITIES: Final = tuple(one.value for one in Severity)
_SUPPRESSION: Final = ("rule", "ids", "reason", "until")


@dataclass(frozen=True)
class Configuration:
    """What a configuration table says; None or empty where it says nothing."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: str | None = None
    fail_on: str | None = None
    profile: str | None = None
    baseline: Path | None = None
    settings: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    suppressions: tuple[Suppression, ...] = ()


KEYS: Final = (
    "select",
    "ignore",
    "severity",
    "fail-on",
    "profile",
    "baseline",
    "settings",
    "suppress",
)


def nearest(folder: Path) -> Path | None:
    """Return the configuration file that counts in a folder; None where there is none."""
    for home in (folder, *folder.parents):
        for name in NAMES:
            path = home / name
            if path.is_file() and (name == NAMES[0] or _table(path, _loaded(path)) is not None):
                return path
    return None


def read_configuration(path: Path) -> Configuration:
    """Return what a configuration file says of ``lint``.

    Raises
    ------
    UsageError
        When the file can't be read, or says something that means nothing.
    """
    table = _table(path, _loaded(path))
    return Configuration() if table is None else _Reader(path, table).configuration()


def _loaded(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(
            message("can't read `{path}`: {reason}", path=path, reason=error)
        ) from error


def _table(path: Path, held: dict[str, Any]) -> Any:
    if path.name == "pyproject.toml":
        held = held.get("tool", {}).get("graphauth", {})
    return held.get("lint")


class _Reader:
    def __init__(self, path: Path, table: Any) -> None:
        self._path = path
        self._table: dict[str, Any] = self._dictionary(table, "lint")
        self._refuse_unknown(self._table, KEYS, "lint")

    def configuration(self) -> Configuration:
        baseline = self._text("baseline")
        return Configuration(
            select=self._rules("select"),
            ignore=self._rules("ignore"),
            severity=self._choice("severity", _SEVERITIES),
            fail_on=self._choice("fail-on", _SEVERITIES),
            profile=self._choice("profile", PROFILES),
            baseline=None if baseline is None else self._path.parent / baseline,
            settings=self._settings(),
            suppressions=self._suppressions(),
        )

    def _settings(self) -> dict[str, dict[str, int]]:
        held = self._dictionary(self._table.get("settings", {}), "settings")
        return {
            rule: {
                name: self._whole(value, f"settings.{rule}.{name}")
                for name, value in self._dictionary(values, f"settings.{rule}").items()
            }
            for rule, values in held.items()
        }

    def _suppressions(self) -> tuple[Suppression, ...]:
        held = self._table.get("suppress", [])
        if not isinstance(held, list):
            raise self._wrong("suppress", message("a list of tables"))
        lines = self._lines()
        return tuple(
            self._suppression(self._dictionary(one, "suppress"), lines[number:][:1])
            for number, one in enumerate(held)
        )

    def _suppression(self, held: dict[str, Any], line: list[int]) -> Suppression:
        self._refuse_unknown(held, _SUPPRESSION, "suppress")
        rule, until, reason = held.get("rule"), held.get("until"), held.get("reason", "")
        if not isinstance(rule, str):
            raise self._wrong("suppress.rule", message("a code, a category or a name"))
        if isinstance(until, datetime) or not isinstance(until, date | None):
            raise self._wrong("suppress.until", message("a day, like 2026-11-23"))
        if not isinstance(reason, str):
            raise self._wrong("suppress.reason", message("a text"))
        return Suppression(
            rules=frozenset(codes_of([rule])),
            said=rule,
            ids=self._words(held, "ids"),
            reason=reason.strip(),
            until=until,
            place=Place(str(self._path), line[0] if line else 0),
        )

    def _lines(self) -> list[int]:
        """Return the lines where the suppressions begin, where each is a table of its own."""
        text = self._path.read_text(encoding="utf-8").splitlines()
        return [
            number
            for number, line in enumerate(text, 1)
            if line.replace(" ", "").startswith("[[") and "lint.suppress]]" in line.replace(" ", "")
        ]

    def _rules(self, key: str) -> tuple[str, ...]:
        words = self._words(self._table, key)
        codes_of(words)  # refuses what names no rule, though an option may take its place
        return words

    def _words(self, held: dict[str, Any], key: str) -> tuple[str, ...]:
        words = held.get(key, [])
        if isinstance(words, str):
            words = [words]
        if not isinstance(words, list) or not all(isinstance(one, str) for one in words):
            raise self._wrong(key, message("a list of texts"))
        return tuple(words)

    def _text(self, key: str) -> str | None:
        value = self._table.get(key)
        if value is not None and not isinstance(value, str):
            raise self._wrong(key, message("a text"))
        return value

    def _choice(self, key: str, choices: tuple[str, ...]) -> str | None:
        value = self._text(key)
        if value is not None and value not in choices:
            raise self._wrong(key, message("one of {choices}", choices=", ".join(choices)))
        return value

    def _whole(self, value: Any, key: str) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise self._wrong(key, message("a whole number"))
        return value

    def _dictionary(self, value: Any, key: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self._wrong(key, message("a table"))
        return value

    def _refuse_unknown(self, held: Iterable[str], known: tuple[str, ...], table: str) -> None:
        for key in held:
            if key not in known:
                alike = suggestions(key, known) or known
                raise UsageError(
                    message(
                        "{path}: no key `{key}` in [{table}]; did you mean {known}?",
                        path=self._path,
                        key=key,
                        table=table,
                        known=", ".join(f"`{one}`" for one in alike),
                    )
                )

    def _wrong(self, key: str, wanted: Message) -> UsageError:
        return UsageError(
            message("{path}: `{key}` must be {wanted}", path=self._path, key=key, wanted=wanted)
        )
