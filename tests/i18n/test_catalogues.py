"""The Swedish catalogues are whole: every marked text, translated, compiled, with its own gaps."""

from __future__ import annotations

import gettext
from collections import defaultdict
from string import Formatter

import pytest
from babel.messages.catalog import Catalog

from scripts import i18n

TEMPLATES = i18n.extracted()
DOMAINS = sorted(path.stem for path in i18n.CATALOGUES.glob("*.po"))
ADVICE = "run `make i18n`, and translate what it names"


def test_every_domain_with_texts_has_a_catalogue() -> None:
    assert set(TEMPLATES) <= set(DOMAINS), ADVICE


def test_every_catalogue_has_texts() -> None:
    assert set(DOMAINS) <= set(TEMPLATES), ADVICE


def test_texts_are_found_in_rooms_known_to_have_some() -> None:
    assert {"errors", "importing", "generating"} <= set(TEMPLATES)
    assert TEMPLATES["errors"].get("{said}; did you mean {known}?") is not None


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_catalogue_holds_exactly_the_marked_texts(domain: str) -> None:
    assert _ids(i18n.catalogue(domain)) == _ids(TEMPLATES[domain]), ADVICE


@pytest.mark.parametrize("domain", DOMAINS)
def test_nothing_is_untranslated_or_fuzzy(domain: str) -> None:
    catalogue = i18n.catalogue(domain)
    assert i18n.untranslated(catalogue) == [], ADVICE
    assert [text.id for text in catalogue if text.id and text.fuzzy] == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_compiled_catalogue_says_what_the_source_says(domain: str) -> None:
    with (i18n.CATALOGUES / f"{domain}.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for text in i18n.catalogue(domain):
        key, string = _all(text.id), _all(text.string)
        if len(key) > 1:
            said = tuple(compiled.ngettext(key[0], key[1], count) for count in (1, 2))
            assert said == string, ADVICE
        elif text.id:
            assert compiled.gettext(key[0]) == string[0], ADVICE


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_translation_has_the_gaps_of_its_text(domain: str) -> None:
    for text in i18n.catalogue(domain):
        for key, string in zip(_all(text.id), _all(text.string), strict=True):
            if key:
                assert _gaps(string) == _gaps(key), f"gaps of {string!r} in {domain}.po"


def test_one_text_is_translated_alike_in_every_domain() -> None:
    said: defaultdict[object, set[object]] = defaultdict(set)
    for domain in DOMAINS:
        for text in i18n.catalogue(domain):
            said[text.id].add(text.string)
    said.pop("")
    assert {key: ways for key, ways in said.items() if len(ways) > 1} == {}


def test_an_update_keeps_translations_and_drops_what_is_no_longer_said() -> None:
    old, template = Catalog(locale="sv"), Catalog()
    old.add("kept", "behållen")
    old.add("dropped", "borttagen")
    template.add("kept")
    template.add("new")
    new = i18n.updated(template, old)
    assert {text.id: text.string for text in new if text.id} == {"kept": "behållen", "new": None}
    assert i18n.untranslated(new) == ["new"]


def test_the_longest_path_decides_the_domain() -> None:
    assert i18n.domain_of("render/drawing/svg.py") == "drawing"
    assert i18n.domain_of("render/formats.py") == "render"
    assert i18n.domain_of("model/days.py") == "errors"


def test_a_room_without_a_domain_is_told() -> None:
    with pytest.raises(i18n.UnknownRoomError, match=r"name its domain in scripts/i18n\.py"):
        i18n.domain_of("attic/box.py")


def _ids(catalogue: Catalog) -> set[object]:
    return {text.id for text in catalogue if text.id}


def _all(text: object) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, tuple | list) else (str(text),)


def _gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
