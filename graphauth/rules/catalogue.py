"""The rules there are, found by their place: a file in the sub-package of its category."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from graphauth.rules.base import Rule, Topic
from graphauth.rules.finding import Category

if TYPE_CHECKING:
    from types import ModuleType


@cache
def catalogue() -> tuple[type[Rule], ...]:
    """Return every rule, in the order of their codes.

    Examples
    --------
    >>> catalogue()[0].code
    'GA101'
    """
    found = [
        rule
        for category in Category
        if category is not Category.SUPPRESSIONS
        for package in [import_module(f"graphauth.rules.{category.value}")]
        for module in iter_modules(package.__path__)
        if module.name.startswith("ga")
        for rule in _rules_of(import_module(f"{package.__name__}.{module.name}"))
    ]
    return tuple(sorted(found, key=lambda rule: rule.code))


def topics() -> tuple[type[Topic], ...]:
    """Return everything that a finding can be of: the rules, and what suppressions are judged by."""
    from graphauth.rules.suppressions import TOPICS

    return (*TOPICS, *catalogue())


def topic_named(code: str) -> type[Topic] | None:
    """Return the topic of a code or a name, in any case; None where there is none."""
    wanted = code.casefold()
    return next((one for one in topics() if wanted in (one.code.casefold(), one.name())), None)


def rule_named(code: str) -> type[Rule] | None:
    """Return the rule of a code or a name, in any case; None where there is none."""
    wanted = code.casefold()
    return next(
        (rule for rule in catalogue() if wanted in (rule.code.casefold(), rule.name())), None
    )


def _rules_of(module: ModuleType) -> list[type[Rule]]:
    return [
        one
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, Rule) and one.__module__ == module.__name__
    ]
