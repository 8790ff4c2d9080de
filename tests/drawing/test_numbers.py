"""Numbers in pictures are the tables' own, on random regions."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import TYPE_CHECKING

import pytest

from graphauth.errors import UsageError
from graphauth.i18n import translator_for
from graphauth.model.question import EVERYTHING
from graphauth.model.schema import Label
from graphauth.questions.scenes import Sight, scene_of
from graphauth.questions.scenes.folding import folded
from graphauth.questions.scenes.scene import Counts, NodeKind, Scene, SceneNode, Status
from graphauth.render.drawing.canvas import Box, Canvas, Words
from graphauth.render.drawing.panels import draw_panels
from graphauth.render.drawing.plans import plan_of
from graphauth.render.drawing.ways import _Ways
from tests.engines.engines import engine_of
from tests.strategies.regions import TODAY, random_region

if TYPE_CHECKING:
    from graphauth.engines.base import Engine
    from graphauth.model.answer import CoverageRow

SEEDS = range(40)


def sight_of(seed: int) -> Sight:
    return Sight(engine_of("compiled", random_region(Random(seed))), "clinic24", TODAY)


def staffing_of(engine: Engine) -> list[CoverageRow]:
    return list(engine.coverage("clinic24", TODAY.toordinal(), EVERYTHING))


def seeds_with_roles() -> list[int]:
    return [seed for seed in SEEDS if sight_of(seed).system.requires_role]


def expected(rows: list[CoverageRow]) -> Counts:
    """Return the counts of rows, worked out in another way than the scenes do."""
    return Counts(
        units=len({row.unit_id for row in rows}),
        roles=len({row.role_id for row in rows}),
        unit_roles=len(rows),
        unstaffed=sum(row.holders == 0 for row in rows),
        held=sum(row.holders > 0 and row.able == 0 for row in rows),
        single=sum(row.able == 1 for row in rows),
        staffed=sum(row.able > 1 for row in rows),
        grants=sum({row.role_id: row.holders for row in rows}.values()),
        tickets=sum(row.able for row in rows),
    )


def staffing_counts(counts: Counts) -> Counts:
    """Return counts without what is declared and not offered: units and roles."""
    return counts.model_copy(update={"units": 0, "roles": 0})


def of_kind(scene: Scene, kind: NodeKind) -> dict[str, SceneNode]:
    return {node.id: node for node in scene.nodes if node.kind is kind}


def test_most_random_regions_have_roles() -> None:
    assert len(seeds_with_roles()) > len(SEEDS) / 2


@pytest.mark.parametrize("seed", seeds_with_roles())
def test_the_overview_counts_what_coverage_counts(seed: int) -> None:
    sight = sight_of(seed)
    rows = staffing_of(sight.engine)
    scene = scene_of("overview", sight)
    assert staffing_counts(scene.counts) == staffing_counts(expected(rows))
    units = of_kind(scene, NodeKind.UNIT)
    for unit, node in units.items():
        mine = [row for row in rows if row.unit_id == unit]
        assert staffing_counts(node.counts) == staffing_counts(expected(mine))
    for vo, node in of_kind(scene, NodeKind.VO).items():
        assert node.counts.unit_roles == sum(row.vo_id == vo for row in rows)
        assert node.counts.units == sum(one.parent == node.key for one in units.values())


@pytest.mark.parametrize("seed", seeds_with_roles())
def test_the_hierarchy_shows_every_role_with_its_numbers(seed: int) -> None:
    sight = sight_of(seed)
    rows = staffing_of(sight.engine)
    scene = scene_of("hierarchy", sight)
    roles = of_kind(scene, NodeKind.ROLE)
    assert set(roles) == set(sight.roles)
    for role, node in roles.items():
        mine = [row for row in rows if row.role_id == role]
        assert node.counts == expected(mine).model_copy(update={"roles": 1})
    for profession in {node.id for node in scene.nodes if node.kind is NodeKind.PROFESSION}:
        below = [node for node in scene.nodes if node.kind is NodeKind.PROFESSION]
        mine = [row for row in rows if sight.roles[row.role_id].profession == profession]
        shown = [node.counts.unit_roles for node in below if node.id == profession]
        assert sum(shown) == len(mine)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_unit_shows_who_can_log_in_as_what(seed: int) -> None:
    sight = sight_of(seed)
    rows = staffing_of(sight.engine)
    for unit in sight.engine.declared(Label.UNIT):
        scene = scene_of("unit", sight, [unit])
        keys = {node.key: node for node in scene.nodes}
        tickets = Counter(
            (node.id, keys[node.parent].id if sight.system.requires_role else "")
            for node in scene.nodes
            if node.kind is NodeKind.TICKET
        )
        asked = sight.engine.who("clinic24", unit, None, TODAY.toordinal())
        assert tickets == Counter((row.employee_id, row.role_id) for row in asked)
        if sight.system.requires_role:
            mine = [row for row in rows if row.unit_id == unit]
            assert staffing_counts(scene.counts) == staffing_counts(expected(mine))


@pytest.mark.parametrize("seed", seeds_with_roles())
def test_a_vo_shows_its_units_and_their_roles(seed: int) -> None:
    sight = sight_of(seed)
    rows = staffing_of(sight.engine)
    for vo in sight.engine.declared(Label.VO):
        scene = scene_of("vo", sight, [vo])
        mine = [row for row in rows if row.vo_id == vo]
        assert staffing_counts(scene.counts) == staffing_counts(expected(mine))
        assert sum(node.kind is NodeKind.ROLE for node in scene.nodes) == len(mine)


@pytest.mark.parametrize("most", [1, 3, 8, 1000])
@pytest.mark.parametrize("seed", seeds_with_roles()[:10])
def test_a_grouped_picture_leaves_nothing_out(seed: int, most: int) -> None:
    scene = scene_of("hierarchy", sight_of(seed))
    closed = folded(scene, most)
    assert len(closed.nodes) <= max(most, 1)
    assert len(closed.nodes) + sum(node.folded for node in closed.nodes) == len(scene.nodes)
    assert closed.counts == scene.counts
    assert bool(closed.remarks) == (len(closed.nodes) < len(scene.nodes))


def test_staffing_is_not_drawn_for_a_system_without_roles() -> None:
    sight = sight_of(next(seed for seed in SEEDS if seed not in seeds_with_roles()))
    with pytest.raises(UsageError, match="no staffing to draw"):
        scene_of("overview", sight)


def test_the_legend_names_what_is_there() -> None:
    scenes = [scene_of("overview", sight_of(seed)) for seed in seeds_with_roles()]
    shown = {status for scene in scenes for status in scene.legend}
    assert {Status.UNSTAFFED, Status.HELD, Status.SINGLE, Status.STAFFED} <= shown


@pytest.mark.parametrize("kind", ["overview", "hierarchy", "vo", "unit"])
@pytest.mark.parametrize("seed", seeds_with_roles())
def test_a_picture_has_a_mark_for_every_leaf(seed: int, kind: str) -> None:
    sight = sight_of(seed)
    asked = {"vo": Label.VO, "unit": Label.UNIT}.get(kind)
    for one in sight.engine.declared(asked) if asked else [""]:
        scene = scene_of(kind, sight, [one] if one else [])
        plan = plan_of(scene)
        marked = NodeKind.ROLE if kind == "hierarchy" else plan.leaf
        shapes = draw_panels(scene, translator_for("en")).shapes
        words = Box if plan.row is None or plan.leaf is marked else Words
        drawn = [shape for shape in shapes if isinstance(shape, words) and shape.title]
        heads = len([node for node in scene.nodes if node.kind in plan.panels])
        leaves = [node for node in scene.nodes if node.kind is marked]
        assert len(drawn) >= len(leaves), (kind, one)
        assert len(drawn) <= len(leaves) + 2 * heads, (kind, one)


@pytest.mark.parametrize("seed", range(40))
def test_a_picture_of_ways_lists_every_ticket(seed: int) -> None:
    sight = sight_of(seed)
    for employee in sight.engine.declared(Label.EMPLOYEE):
        scene = scene_of("employee", sight, [employee])
        drawn = _Ways(Canvas(), scene, translator_for("en"), 0)
        listed = [item.node for placed in drawn._placed.values() for item in placed.listed]
        wanted = [n for n in scene.nodes if n.kind in (NodeKind.TICKET, NodeKind.ROLE)]
        assert sorted(one.key for one in listed) == sorted(one.key for one in wanted)


def test_a_unit_at_a_system_without_roles_shows_who_can_log_in() -> None:
    drawn = 0
    for sight in filter(lambda one: not one.system.requires_role, map(sight_of, range(150))):
        for unit in sight.engine.declared(Label.UNIT):
            scene = scene_of("unit", sight, [unit])
            tickets = [node for node in scene.nodes if node.kind is NodeKind.TICKET]
            shapes = draw_panels(scene, translator_for("en")).shapes
            assert sum(isinstance(one, Box) and bool(one.title) for one in shapes) == len(tickets)
            assert scene.counts.tickets == len(tickets)
            drawn += len(tickets)
    assert drawn
