'''What a rule is: start here when you write one.

A rule is one file, `graphauth/rules/CATEGORY/gaNNN_name_in_words.py`, with one class; the catalogue
finds it by its place, so there is no list to add it to. Codes and names stand in
`docs/rules/README.md`. The file reads as a page: what it finds, why that matters, how it is put right
and by whom, and last the check::

    class GrantedToNobody(Rule):
        """A grant names an employee whom no table declares."""

        code = "GA399"
        severity = Severity.WARNING
        fixer = Fixer.HR
        nodes = Nodes(employee=Label.EMPLOYEE, role=Label.ROLE)
        title = Text(en="Role granted to nobody known", sv="Roll tilldelad en okänd medarbetare")
        why = Text(en="…", sv="…")
        fix = Text(en="…", sv="…")
        message = Text(
            en="role `{role}` is granted to `{employee}`, whom nothing declares",
            sv="rollen `{role}` är tilldelad `{employee}`, som inte finns",
        )

        def find(self, facts: Facts) -> Iterator[Hit]:
            """Look at every grant."""
            grants = facts["role_grants"]
            unknown = ~facts.declares(Label.EMPLOYEE, grants["employee_id"])
            for row in np.flatnonzero(unknown & facts.holds("role_grants")):
                yield facts.hit(
                    {"employee": grants["employee_id"][row], "role": grants["role_id"][row]},
                    At("role_grants", row),
                )

**The check is vectorised**: numpy over the columns of `graphauth.rules.facts.Facts`, whose helpers
say what the domain says; a loop runs over findings only, never over clean rows. A national data set
has nine million rows, and all rules together have twenty seconds. What a ticket is, the engine says
(`Facts.choices`, `Facts.staffing`): a rule never defines it anew.

**What a hit is about** (`nodes`) is its identity: every slot that is filled goes into the
fingerprint, in the order of the slots, the culprit first. Hits with the same kind and nodes become
one finding with all their rows, so the same key may be given twice. Choose nodes that survive
unrelated changes; counts, days and the like are `values` of the message. A slot whose label differs
from hit to hit is declared as None and filled with `(label, code)`.

**Several sentences** in one rule: `message = Kinds(vo_missing=Text(…), vo_ended=Text(…))`, and
`facts.hit(…, kind="vo_missing")`.

**Limits** are settings, never constants: `days = Setting(365, Text(…))` in the class, read as
`self.days`; a user sets them in the configuration table, and the Cypher twin gets `$days`.

**The day**: a rule says what is wrong *on* `facts.day` (`facts.holds(table)`, `facts.valid(label,
codes)`) unless its sentence is about all days. ``--within`` asks the rule on later days too; a rule
whose answer never depends on the day says `dated = False`, and one that looks ahead by itself too. One
that turns on a day of its own reckoning ("for more than N days") names it in `turning_days`.

**The form of ids**: a rule that judges what ids look like says `about_id_forms = True`.

**Messages** name ids only: no names of people, and no personnummer can get this far. Fill gaps by the
slots' names and by the values that the hit gives; days as `facts.date(day)`. A slot without label
has its kind, in the reader's language, under ``{slot_kind}``.

**The denominator** ("14 of 312 unit-roles"): `counted` and `population`; without them, the declared
nodes of the first slot's label.

**The Cypher twin**, `cypher/rules/GANNN_name_in_words.cypher`, one statement under one comment line
(`cypher/README.md` says what the graph holds), has the parameters `$day`, `$system` and the rule's
settings. It returns a row for each hit, with a column for each slot of `nodes` (null: not filled; a
slot without label: a list, ``[label, id]``), `kind` where there are several, the values of the
message's gaps, and `places`: a list of ``{file, line}``. A rule about rows as they were read has no
twin and says `about_rows = True`; a graph database reads its rows back for it.

**Tests**: `fixtures/rules/GANNN/broken/*.csv` and `clean/*.csv` with `expected.yaml`, by hand; and
in `tests/oracle/rules/gaNNN.py` a function `found(tables, day, system)` that says the rule's
sentence row by row over plain dicts and shares nothing with the rule. `make new-rule` writes the
frame of all parts, and `make docs` the rule's page.
'''

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar, Final, overload

from graphauth.i18n import Text
from graphauth.model.schema import Label
from graphauth.rules.finding import Category, Fixer, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import PurePosixPath

    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit

__all__ = ["Fixer", "Kinds", "Label", "Nodes", "Rule", "Setting", "Severity", "Text", "Topic"]

_STEM: Final = re.compile(r"ga(\d{3})_([a-z0-9_]+)")


class Nodes:
    """The slots of what a rule's findings are about: name to label, the culprit first.

    Examples
    --------
    >>> Nodes(employee=Label.EMPLOYEE, role=Label.ROLE).slots["role"].value
    'Role'
    """

    def __init__(self, **slots: Label | None) -> None:
        self.slots: Final[Mapping[str, Label | None]] = slots


class Kinds:
    """The sentences of a rule that has several, by kind."""

    def __init__(self, **texts: Text) -> None:
        self.texts: Final[Mapping[str, Text]] = texts


class Setting:
    """A limit that a user may set: a whole number with a default.

    In the class it is the setting itself; in a rule, its value.
    """

    name: str

    def __init__(self, default: int, means: Text) -> None:
        self.default: Final = default
        self.means: Final = means

    def __set_name__(self, owner: type, name: str) -> None:
        """Learn the name."""
        self.name = name

    @overload
    def __get__(self, rule: None, owner: type) -> Setting: ...
    @overload
    def __get__(self, rule: Rule, owner: type) -> int: ...
    def __get__(self, rule: Rule | None, owner: type) -> Setting | int:
        """Return the setting, or its value in a rule."""
        return self if rule is None else rule.given.get(self.name, self.default)


class Topic:
    """What a finding can be an instance of, in words.

    Attributes
    ----------
    code
        ``GA`` and three digits, the first of them the category's.
    severity, fixer
        How bad a finding is, and who may put it right.
    nodes
        What a finding is about.
    title, why, fix
        The rule in a few words; why it matters; how it is put right.
    message
        What a finding says: one sentence, or several `Kinds` of them.
    """

    code: ClassVar[str]
    severity: ClassVar[Severity]
    fixer: ClassVar[Fixer]
    nodes: ClassVar[Nodes]
    title: ClassVar[Text]
    why: ClassVar[Text]
    fix: ClassVar[Text]
    message: ClassVar[Text | Kinds]

    @classmethod
    def name(cls) -> str:
        """Return the name in words, ``hsa-id-malformed``, from the file's."""
        found = _STEM.fullmatch(cls.stem())
        return found[2].replace("_", "-") if found else cls.stem()

    @classmethod
    def stem(cls) -> str:
        """Return the name of the file, ``ga101_hsa_id_malformed``."""
        return cls.__module__.rpartition(".")[2]

    @classmethod
    def category(cls) -> Category:
        """Return the category, from the package that the file stands in."""
        return Category(cls.__module__.split(".")[-2])

    @classmethod
    def kinds(cls) -> Mapping[str, Text]:
        """Return the sentences by kind; a single one's kind is blank."""
        return cls.message.texts if isinstance(cls.message, Kinds) else {"": cls.message}


class Rule(Topic, ABC):
    """A consistency rule; this module's docstring says how one is written.

    Parameters
    ----------
    given
        Values of its settings; the default holds where there is none.

    Attributes
    ----------
    about_rows
        Whether it is about rows as they were read, which the graph doesn't show as such: no twin.
    about_id_forms
        Whether it judges what ids look like; the profile for test data leaves it out.
    dated
        Whether its answer may change from one day to the next though no row changes.
    counted
        What its findings are counted among; None: the declared nodes of the first slot's label.
    """

    about_rows: ClassVar[bool] = False
    about_id_forms: ClassVar[bool] = False
    dated: ClassVar[bool] = True
    counted: ClassVar[Text | None] = None

    def __init__(self, given: Mapping[str, int] | None = None) -> None:
        self.given: Final[Mapping[str, int]] = given or {}

    @abstractmethod
    def find(self, facts: Facts) -> Iterator[Hit]:
        """Yield what is wrong, in any order."""

    def population(self, facts: Facts) -> int:
        """Return how many things were looked at: what the findings are counted among."""
        label = next(iter(self.nodes.slots.values()))
        return len(facts.ids(label)) if label is not None else facts.declared_ids

    def turning_days(self, facts: Facts, last: int) -> Iterable[int]:  # noqa: ARG002
        """Return days after `facts.day`, to `last`, on which it may find more though no row changes.

        The days on which a row begins or ends are asked about anyhow.
        """
        return ()

    @classmethod
    def twin(cls) -> PurePosixPath | None:
        """Return the path of the Cypher twin, from the root; None for a rule about rows."""
        from pathlib import PurePosixPath

        if cls.about_rows:
            return None
        return PurePosixPath("cypher/rules", f"{cls.code}{cls.stem()[len(cls.code) :]}.cypher")

    @classmethod
    def settings(cls) -> dict[str, Setting]:
        """Return its settings by name."""
        return {
            name: one
            for holder in reversed(cls.__mro__)
            for name, one in vars(holder).items()
            if isinstance(one, Setting)
        }
