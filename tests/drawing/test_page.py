"""The interactive page in a real browser: from a file, with the network cut, in both languages."""

from __future__ import annotations

import os
import re
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from graphauth.access import open_access
from graphauth.i18n import translator_for
from graphauth.importing import read_tables
from graphauth.questions.scenes import Sight, scene_of
from graphauth.render.drawing import page
from graphauth.render.drawing.page import libraries, page_text
from tests.cli.region import write_region

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from graphauth.questions.scenes.scene import Scene

pytestmark = pytest.mark.xdist_group("browser")
ROOT: Final = Path(__file__).parents[2]
REGION: Final = ROOT / "fixtures" / "gavleborg"
AXE: Final = ROOT / ".cache" / "js" / "axe.min.js"
DAY: Final = date(2026, 11, 23)
QUIET: Final = (
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def required(there: bool, what: str) -> None:
    """Skip aloud where something is missing; in CI, fail."""
    if not there and os.environ.get("CI"):
        pytest.fail(f"{what} is missing, and CI requires it")
    if not there:
        pytest.skip(f"{what} is missing")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    required(chromium is not None, "Chromium")
    required(len(libraries()) == 2, "the page's JavaScript (python hatch_build.py)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield browser
        browser.close()


class Opened:
    """A page that was opened from a file, and what went wrong in it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.wrong: list[str] = []
        page.on("console", lambda said: self.wrong.append(said.text))
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("request", lambda asked: self.asked.append(asked.url))
        self.asked: list[str] = []

    def items(self) -> list[str]:
        found: list[str] = self.page.evaluate(
            "[...document.querySelectorAll('[role=treeitem]')].map(one => one.dataset.key)"
        )
        return found

    def drawn(self) -> list[str]:
        found: list[str] = self.page.evaluate("cy.nodes().map(node => node.id())")
        return found

    def chosen(self) -> str:
        return str(self.page.evaluate("state.node"))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The demo region's pictures, and one of a small region with proofs."""
    home = tmp_path_factory.mktemp("pages")
    return {
        "hierarchy": write(home, demo_scene("hierarchy")),
        "overview": write(home, demo_scene("overview")),
        "employee": write(home, small_scene(home, "employee", "anna")),
        "ticket": write(home, small_scene(home, "ticket", "anna", "KardMott", "ssk")),
    }


def demo_scene(kind: str, *ids: str) -> Scene:
    engine = open_access(REGION).engine
    return scene_of(kind, Sight(engine, "clinic24", DAY, ("gavleborg",), 0), ids)


def small_scene(home: Path, kind: str, *ids: str) -> Scene:
    if not (home / "region").exists():
        write_region(home / "region")
    engine = open_access(home / "region").engine
    return scene_of(kind, Sight(engine, "clinic24", DAY, ("region",), 0), ids)


def write(home: Path, scene: Scene, language: str = "en") -> Path:
    path = home / f"{scene.kind.value}.html"
    path.write_text(page_text(scene, translator_for(language)), "utf-8")
    return path


@pytest.fixture
def visit(browser: Browser, written: dict[str, Path]) -> Iterator[Any]:
    opened: list[Opened] = []

    def go(kind: str, hash_: str = "") -> Opened:
        context = browser.new_context(offline=True, viewport={"width": 1400, "height": 900})
        one = Opened(context.new_page())
        opened.append(one)
        path = written[kind] if kind in written else Path(kind)
        one.page.goto(path.as_uri() + hash_)
        one.page.wait_for_selector("body[data-ready]")
        assert one.page.evaluate("!!window.cytoscape")
        return one

    yield go
    for one in opened:
        assert one.wrong == []
        assert [url for url in one.asked if not url.startswith("file:")] == []
        one.page.context.close()


def test_it_opens_quickly_and_says_what_it_shows(visit: Any) -> None:
    seen = visit("hierarchy")
    took = seen.page.evaluate("performance.now()")
    assert took < 10_000  # far below it by day; a machine that stalls is not what is tested
    assert seen.page.title() == "The role hierarchy and its staffing"
    assert seen.page.inner_text("#about") == "2026-11-23, clinic24; data: gavleborg"
    assert seen.page.locator("#legend li").count() >= 4
    assert 1 < len(seen.items()) <= 41
    assert seen.drawn() == seen.items()


def test_opening_and_closing_shows_and_hides_what_lies_below(visit: Any) -> None:
    seen = visit("hierarchy")
    before = seen.items()
    row = seen.page.locator("[role=treeitem]", has_text="Rollkatalog Kardiologi").last
    row.locator(".twist").first.click()
    opened = seen.items()
    assert len(opened) == len(before) + 1
    assert seen.drawn() == opened
    seen.page.click("#toggle")
    assert seen.items() == before
    seen.page.click("#close-all")
    assert len(seen.items()) == 1
    seen.page.click("#open-all")
    assert len(seen.items()) == seen.page.evaluate("scene.nodes.length")
    assert "the outline holds all" in seen.page.inner_text("#told")


def test_search_goes_from_match_to_match(visit: Any) -> None:
    seen = visit("hierarchy")
    seen.page.fill("#search", "njurmedicin-ssk-admin")
    assert "1 found" in seen.page.inner_text("#told")
    seen.page.press("#search", "Enter")
    assert seen.page.inner_text("#facts h2").startswith("Njurmedicin")
    assert "nobody has the role" in seen.page.inner_text("#facts")
    assert seen.chosen() in seen.drawn()
    seen.page.fill("#search", "no such thing")
    assert "0 found" in seen.page.inner_text("#told")


@pytest.mark.parametrize(
    ("id_", "value", "column"),
    [("specialty", "kardiologi", "specialties"), ("profession", "lak", "professions")],
)
def test_filters_hide_the_rest_and_say_that_totals_stay(
    visit: Any, id_: str, value: str, column: str
) -> None:
    seen = visit("hierarchy")
    seen.page.click("#open-all")
    seen.page.select_option(f"#{id_}", value)
    expected = seen.page.evaluate(
        f"scene.nodes.filter(node => node.{column}.includes('{value}')).map(node => node.key)"
    )
    assert seen.items() == expected
    assert 1 < len(expected) < seen.page.evaluate("scene.nodes.length")
    assert "Totals count everything" in seen.page.inner_text("#told")


def test_a_vo_is_found_by_its_filter(visit: Any) -> None:
    seen = visit("overview")
    option = seen.page.locator("#vo option", has_text="VO Kardiologi").first
    seen.page.select_option("#vo", option.get_attribute("value"))
    seen.page.click("#open-all")
    assert any("VO Kardiologi" in text for text in seen.page.locator(".row").all_inner_texts())
    assert not any("VO Ortopedi" in text for text in seen.page.locator(".row").all_inner_texts())


def test_only_what_needs_attention_is_left(visit: Any) -> None:
    seen = visit("hierarchy")
    seen.page.check("#attention")
    seen.page.click("#open-all")
    roles = seen.page.evaluate(
        "visible().filter(({node}) => node.kind === 'role').map(({node}) => node.status)"
    )
    assert sorted(roles) == ["held", "held", "single", "unstaffed"]


def test_a_day_strikes_out_what_does_not_hold_then(visit: Any) -> None:
    seen = visit("employee")
    assert seen.page.locator(".off").count() == 0
    seen.page.fill("#day", "2027-06-01")
    seen.page.locator("#day").dispatch_event("change")
    assert seen.page.locator(".row .off").count() > 0
    assert seen.page.evaluate("cy.nodes('.off').length") > 0


def test_a_click_on_a_node_shows_its_facts_and_a_ticket_its_proof(visit: Any) -> None:
    seen = visit("employee")
    seen.page.click("#open-all")
    ticket = seen.page.evaluate("scene.nodes.find(node => node.kind === 'ticket').key")
    seen.page.evaluate("key => { cy.getElementById(key).emit('tap'); }", ticket)
    assert seen.chosen() == ticket
    facts = seen.page.inner_text("#facts")
    assert "login choice" in facts
    assert "Path 1: show it" in facts
    seen.page.locator(".proof button").first.click()
    assert seen.page.evaluate("cy.nodes('.proof').length") > 2


def test_a_no_shows_the_conditions_that_fail_dashed(visit: Any) -> None:
    seen = visit("ticket")
    seen.page.click("#open-all")
    assert seen.page.evaluate("cy.edges('.fails').length") > 0
    style = seen.page.evaluate("cy.edges('.fails')[0].style('line-style')")
    assert style == "dashed"
    key = seen.page.evaluate("scene.proofs[0].ticket")
    seen.page.evaluate("key => { choose(key); }", key)
    assert seen.page.locator("#facts .proof .sign", has_text="✕").count() > 0


def test_everything_is_said_in_swedish_too(visit: Any) -> None:
    seen = visit("hierarchy")
    english = seen.page.inner_text("body")
    seen.page.click("#language")
    swedish = seen.page.inner_text("body")
    assert seen.page.evaluate("document.documentElement.lang") == "sv"
    for word in ("Rollhierarkin", "Sök", "Specialitet", "Öppna allt", "Teckenförklaring"):
        assert word in swedish + str(seen.page.get_attribute("#legend", "aria-label"))
    for word in ("Search", "Specialty", "Open everything", "roles at units"):
        assert word in english
        assert word not in swedish


def test_the_outline_is_worked_by_keyboard_alone(visit: Any) -> None:
    seen = visit("hierarchy")
    seen.page.locator("[role=treeitem]").first.focus()
    seen.page.keyboard.press("ArrowDown")
    second = seen.items()[1]
    assert seen.chosen() == second
    seen.page.keyboard.press("ArrowRight")
    assert len(seen.items()) > 26
    seen.page.keyboard.press("ArrowRight")
    assert seen.chosen() == seen.items()[2]
    seen.page.keyboard.press("ArrowLeft")
    seen.page.keyboard.press("ArrowLeft")
    assert seen.chosen() == second
    seen.page.keyboard.press("Home")
    assert seen.chosen() == seen.items()[0]
    seen.page.keyboard.press("/")
    assert seen.page.evaluate("document.activeElement.id") == "search"


def test_zooming_panning_and_showing_all(visit: Any) -> None:
    seen = visit("hierarchy")
    before = seen.page.evaluate("cy.zoom()")
    seen.page.click("#zoom-in")
    assert seen.page.evaluate("cy.zoom()") > before
    seen.page.click("#zoom-out")
    seen.page.click("#zoom-out")
    assert seen.page.evaluate("cy.zoom()") < before
    pan = seen.page.evaluate("cy.pan()")
    seen.page.mouse.move(620, 500)
    seen.page.mouse.down()
    seen.page.mouse.move(560, 420, steps=4)
    seen.page.mouse.up()
    assert seen.page.evaluate("cy.pan()") != pan
    seen.page.click("#fit")
    assert seen.page.evaluate("cy.zoom()") == pytest.approx(before)


def test_a_permalink_leads_back_to_the_view(visit: Any) -> None:
    seen = visit("hierarchy")
    seen.page.select_option("#specialty", "kardiologi")
    seen.page.click("#open-all")
    seen.page.fill("#search", "kardiologi")
    seen.page.press("#search", "Enter")
    link = seen.page.get_attribute("#permalink", "href")
    again = visit("hierarchy", link)
    assert again.items() == seen.items()
    assert again.chosen() == seen.chosen() != ""
    assert again.page.input_value("#search") == "kardiologi"
    assert again.page.input_value("#specialty") == "kardiologi"


def test_print_leaves_the_controls_out(visit: Any) -> None:
    seen = visit("hierarchy")
    seen.page.emulate_media(media="print")
    assert not seen.page.is_visible("#tools")
    assert seen.page.is_visible("#tree")


@pytest.mark.parametrize("kind", ["hierarchy", "ticket"])
@pytest.mark.parametrize("language", ["en", "sv"])
def test_axe_has_nothing_serious_to_say(visit: Any, kind: str, language: str) -> None:
    required(AXE.exists(), "axe-core (python hatch_build.py --axe)")
    seen = visit(kind, f"#lang={language}")
    seen.page.locator("[role=treeitem] .row").first.click()
    # The page's own rule forbids scripts from elsewhere, so axe is evaluated, not added.
    seen.page.evaluate(AXE.read_text("utf-8"))
    found = seen.page.evaluate("axe.run().then(result => result.violations)")
    assert [
        (one["id"], one["impact"], one["nodes"][0]["html"])
        for one in found
        if one["impact"] in ("serious", "critical")
    ] == []


def test_no_name_can_run_a_script(visit: Any, tmp_path: Path) -> None:
    hostile = "</script><script>window.hacked=1</script><img src=x onerror=hacked=1>"
    tables = {
        "vos": [{"vo_id": "v1", "name": hostile}],
        "units": [{"unit_id": f"u<b>{hostile}", "name": hostile, "vo_id": "v1"}],
    }
    engine = open_access_of(tables)
    scene = scene_of("overview", Sight(engine, "clinic24", DAY, (hostile,), 0), ())
    path = write(tmp_path, scene)
    seen = visit(str(path))
    seen.page.click("#open-all")
    seen.page.locator("[role=treeitem] .row").last.click()
    assert seen.page.evaluate("window.hacked") is None
    assert hostile in seen.page.inner_text("#facts h2")


def open_access_of(tables: dict[str, list[dict[str, str]]]) -> Any:
    from graphauth.access import engine_over

    return engine_over(read_tables(tables), "compiled")


def test_nothing_in_the_file_points_to_the_web(written: dict[str, Path]) -> None:
    required(len(libraries()) == 2, "the page's JavaScript (python hatch_build.py)")
    for path in written.values():
        text = path.read_text("utf-8")
        assert re.findall(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//""", text) == []
        assert "default-src 'none'" in text


def test_without_its_library_the_page_says_what_it_lacks(
    written: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "libraries", list)
    text = page_text(demo_scene("overview"), translator_for("sv"))
    assert "<script>\n!function" not in text
    assert "bildbiblioteket fanns inte när graphauth installerades" in text
