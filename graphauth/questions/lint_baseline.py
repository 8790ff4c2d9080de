"""Baselines: today's findings accepted, so that only new ones fail."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from graphauth.errors import UsageError
from graphauth.i18n import message

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from graphauth.rules.finding import Finding

VERSION: Final = 1


def baseline_text(findings: Iterable[Finding]) -> str:
    """Return findings as a baseline: JSON that can be reviewed line by line, and names ids only."""
    lines = [
        json.dumps(
            {
                "fingerprint": one.fingerprint,
                "rule": one.rule,
                "kind": one.kind,
                "nodes": [f"{node.label.value}:{node.id}" for node in one.nodes],
            },
            ensure_ascii=False,
        )
        for one in findings
    ]
    body = ",\n".join(lines)
    return f'{{"version": {VERSION}, "findings": [\n{body}\n]}}\n'


def read_baseline(path: Path) -> dict[str, str]:
    """Return the fingerprints of a baseline, each with its rule.

    Raises
    ------
    UsageError
        When there is no such file, or it is no baseline.
    """
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        return _fingerprints(held)
    except FileNotFoundError as error:
        raise UsageError(
            message("no baseline `{path}`: write one with --write-baseline", path=path)
        ) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(
            message("`{path}` is no baseline: write one with --write-baseline", path=path)
        ) from error


def _fingerprints(held: Any) -> dict[str, str]:
    if held["version"] != VERSION:
        raise ValueError(held["version"])
    return {str(one["fingerprint"]): str(one["rule"]) for one in held["findings"]}
