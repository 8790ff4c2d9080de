"""Suppressions: findings that somebody answers for, for a time, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from graphauth.i18n import Text, message
from graphauth.rules.base import Fixer, Kinds, Nodes, Severity, Topic
from graphauth.rules.finding import Category, Finding, fingerprint

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date

    from graphauth.model.entities import Place


@dataclass(frozen=True, slots=True)
class Suppression:
    """Findings that are not to be shown until a day, and why.

    Attributes
    ----------
    rules
        Codes of the rules whose findings are meant.
    said
        The rules as they were named.
    ids
        Ids that a finding must all be about; none: every finding of the rules.
    until
        The last day that it holds.
    """

    rules: frozenset[str]
    said: str
    ids: tuple[str, ...] = ()
    reason: str = ""
    until: date | None = None
    place: Place | None = None

    def holds(self, day: date) -> bool:
        """Whether it suppresses anything on a day: it must have a reason and an end."""
        return bool(self.reason) and self.until is not None and day <= self.until

    def means(self, finding: Finding) -> bool:
        """Whether a finding is one of those that it suppresses."""
        named = {node.id for node in finding.nodes}
        return finding.rule in self.rules and named.issuperset(self.ids)


class _AboutSuppressions(Topic):
    nodes = Nodes(node=None)
    fixer = Fixer.IT_SUPPORT

    @classmethod
    def category(cls) -> Category:
        """Return the category."""
        return Category.SUPPRESSIONS


class WithoutReasonOrEnd(_AboutSuppressions):
    """A suppression says not why, or not until when."""

    code = "GA001"
    severity = Severity.ERROR
    title = Text(en="Suppression without reason or end", sv="Undantag utan skäl eller slutdatum")
    why = Text(
        en="Nobody can tell later whether the exception was meant, or is still needed.",
        sv="Ingen kan i efterhand avgöra om undantaget var avsett, eller om det fortfarande behövs.",
    )
    fix = Text(
        en="Write the reason and the last day (`until`) beside the suppression.",
        sv="Ange skäl (`reason`) och sista dag (`until`) i undantaget.",
    )
    message = Kinds(
        reason=Text(
            en="the suppression of {what} has no reason, and suppresses nothing",
            sv="undantaget för {what} saknar skäl, och gäller därför inte",
        ),
        until=Text(
            en="the suppression of {what} has no end, and suppresses nothing",
            sv="undantaget för {what} saknar slutdatum, och gäller därför inte",
        ),
    )

    @classmethod
    def name(cls) -> str:
        """Return the name in words."""
        return "suppression-without-reason-or-end"


class Expired(_AboutSuppressions):
    """A suppression's last day has passed."""

    code = "GA002"
    severity = Severity.WARNING
    title = Text(en="Suppression expired", sv="Undantag som har gått ut")
    why = Text(
        en="What it was to give time for has not been done, or nobody took the suppression away.",
        sv="Det som undantaget skulle ge tid till är inte gjort, eller så har ingen tagit bort det.",
    )
    fix = Text(
        en="Put the finding right and remove the suppression, or decide anew until when it holds.",
        sv="Rätta det som undantaget gäller och ta bort det, eller besluta om ett nytt slutdatum.",
    )
    message = Text(
        en="the suppression of {what} expired on {until}",
        sv="undantaget för {what} gick ut {until}",
    )

    @classmethod
    def name(cls) -> str:
        """Return the name in words."""
        return "suppression-expired"


class MatchesNothing(_AboutSuppressions):
    """No finding is suppressed by a suppression."""

    code = "GA003"
    severity = Severity.WARNING
    title = Text(en="Suppression that matches nothing", sv="Undantag som inte träffar något")
    why = Text(
        en="It is misspelt, or what it was about has been put right; left standing, it will hide "
        "the next finding of its kind.",
        sv="Det är felskrivet, eller så är det som det gällde redan rättat; står det kvar döljer det "
        "nästa anmärkning av samma slag.",
    )
    fix = Text(
        en="Correct the ids of the suppression, or remove it.",
        sv="Rätta id:na i undantaget, eller ta bort det.",
    )
    message = Text(
        en="nothing is found that the suppression of {what} means",
        sv="inget hittas som undantaget för {what} avser",
    )

    @classmethod
    def name(cls) -> str:
        """Return the name in words."""
        return "suppression-that-matches-nothing"


TOPICS: Final[tuple[type[Topic], ...]] = (WithoutReasonOrEnd, Expired, MatchesNothing)


def without_suppressed(
    findings: Sequence[Finding], suppressions: Sequence[Suppression], day: date
) -> list[Finding]:
    """Return the findings that no suppression hides on a day."""
    live = [one for one in suppressions if one.holds(day)]
    return [one for one in findings if not any(each.means(one) for each in live)]


def judged(
    suppressions: Sequence[Suppression],
    findings: Sequence[Finding],
    day: date,
    asked: Collection[str],
) -> Iterator[Finding]:
    """Yield what is wrong with suppressions.

    Parameters
    ----------
    findings
        All that was found, suppressed or not.
    asked
        Codes of the rules that were asked in full: only about those can nothing have been found.
    """
    for one in suppressions:
        if not one.reason:
            yield _finding(WithoutReasonOrEnd, one, "reason")
        if one.until is None:
            yield _finding(WithoutReasonOrEnd, one, "until")
        elif day > one.until:
            yield _finding(Expired, one)
        if one.rules <= set(asked) and not any(one.means(each) for each in findings):
            yield _finding(MatchesNothing, one)


def _finding(topic: type[Topic], about: Suppression, kind: str = "") -> Finding:
    what = " ".join([about.said, *(f"`{one}`" for one in about.ids)])
    said = message(topic.kinds()[kind], what=what, until=about.until)
    return Finding(
        rule=topic.code,
        name=topic.name(),
        category=topic.category(),
        severity=topic.severity,
        kind=kind,
        nodes=(),
        message=said,
        fix=message(topic.fix),
        fixer=topic.fixer,
        places=(about.place,) if about.place else (),
        fingerprint=fingerprint(topic.code, f"{kind} {what}", ()),
    )
