"""Which rules are asked, and with which limits.

A word names rules by code (``GA104``), by the beginning of codes (``GA1``), by category
(``identity``) or by name (``hsa-id-malformed``), in any case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphauth.errors import UsageError
from graphauth.i18n import message
from graphauth.questions.validate import suggestions
from graphauth.rules.catalogue import catalogue, topic_named, topics

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graphauth.i18n import Message
    from graphauth.rules.base import Rule, Topic

TEST_DATA: Final = "test-data"
PROFILES: Final = (TEST_DATA,)
"""``test-data`` leaves out the rules that judge what ids look like."""


def rules_asked(
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    profile: str | None = None,
    limits: Mapping[str, Mapping[str, int]] | None = None,
) -> list[Rule]:
    """Return the rules to ask, in the order of their codes.

    Parameters
    ----------
    select, ignore
        Words that name rules; none selects all. What is ignored is not asked, selected or not.
    profile
        One of `PROFILES`.
    limits
        Rule to setting to value.

    Raises
    ------
    UsageError
        When a word names no rule, a rule has no such setting, or there is no such profile.
    """
    chosen = codes_of(select) if select else {one.code for one in catalogue()}
    chosen -= codes_of(ignore)
    given = _judged(limits or {})
    if profile is not None and profile not in PROFILES:
        raise _unknown(message("no profile `{word}`", word=profile), profile, PROFILES)
    return [
        rule(given.get(rule.code))
        for rule in catalogue()
        if rule.code in chosen and not (profile == TEST_DATA and rule.about_id_forms)
    ]


def codes_of(words: Iterable[str]) -> set[str]:
    """Return the codes that words name.

    Raises
    ------
    UsageError
        When a word names no rule.

    Examples
    --------
    >>> "GA101" in codes_of(["identity"]), codes_of(["ga101"])
    (True, {'GA101'})
    """
    return {code for word in words for code in _codes(word.strip())}


def topic_asked(word: str) -> type[Topic]:
    """Return the rule that a code or a name means.

    Raises
    ------
    UsageError
        When there is none.
    """
    found = topic_named(word)
    if found is None:
        raise _unknown(message("no rule `{word}`", word=word), word, _words())
    return found


def _codes(word: str) -> set[str]:
    given = word.casefold()
    found = {
        one.code
        for one in topics()
        if given in (one.name(), one.category().value)
        or (given.startswith("ga") and one.code.casefold().startswith(given))
    }
    if not found:
        raise _unknown(message("no rule `{word}`", word=word), word, _words())
    return found


def _words() -> list[str]:
    named = [word for one in topics() for word in (one.code, one.name())]
    return [*named, *sorted({one.category().value for one in topics()})]


def _judged(limits: Mapping[str, Mapping[str, int]]) -> dict[str, Mapping[str, int]]:
    rules = {one.code: one for one in catalogue()}
    judged = {}
    for word, values in limits.items():
        code = topic_asked(word).code
        known = rules[code].settings() if code in rules else {}
        for name in values:
            if name not in known:
                said = message("{code} has no setting `{word}`", code=code, word=name)
                raise _unknown(said, name, known)
        judged[code] = values
    return judged


def _unknown(said: Message, word: str, known: Iterable[str]) -> UsageError:
    alike = suggestions(word, known)
    if not alike:
        return UsageError(said)
    named = ", ".join(f"`{one}`" for one in alike)
    return UsageError(message("{said}; did you mean {known}?", said=said, known=named))
