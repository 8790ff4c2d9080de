"""Pictures of one person: every ticket, every proof, and what fails."""

from __future__ import annotations

from random import Random

import pytest

from graphauth.model.schema import Label
from graphauth.questions.explain import explain
from graphauth.questions.scenes import Sight, scene_of
from graphauth.questions.scenes.scene import NodeKind, Status
from tests.engines.engines import engine_of
from tests.strategies.regions import TODAY, random_region


def sight_of(seed: int) -> Sight:
    return Sight(engine_of("compiled", random_region(Random(seed))), "clinic24", TODAY)


@pytest.mark.parametrize("seed", range(40))
def test_an_employee_shows_every_ticket_and_every_proof_of_it(seed: int) -> None:
    sight = sight_of(seed)
    for employee in sight.engine.declared(Label.EMPLOYEE):
        scene = scene_of("employee", sight, [employee])
        shown = [node for node in scene.nodes if node.kind is NodeKind.TICKET]
        rows = sight.engine.tickets("clinic24", employee, TODAY.toordinal())
        wanted = [(f"unit:{row.unit_id}", row.role_id) for row in rows]
        assert [(node.parent, node.id) for node in shown] == wanted
        assert scene.counts.tickets == len(rows)
        assert bool(scene.remarks) == (not rows)
        proved = {proof.ticket for proof in scene.proofs}
        assert proved == {node.key for node in shown}
        assert all(proof.holds for proof in scene.proofs)


@pytest.mark.parametrize("seed", range(40))
def test_a_ticket_shows_what_why_says(seed: int) -> None:
    sight = sight_of(seed)
    for employee in sight.engine.declared(Label.EMPLOYEE):
        for unit in sight.engine.declared(Label.UNIT):
            answer = explain(sight.engine, "clinic24", employee, unit, None, TODAY)
            scene = scene_of("ticket", sight, [employee, unit])
            paths = answer.paths or answer.attempts
            assert [proof.holds for proof in scene.proofs] == [answer.decision] * len(paths)
            for proof, path in zip(scene.proofs, paths, strict=True):
                assert [one.holds for one in proof.conditions] == [
                    one.holds for one in path.conditions
                ]
            seen = {edge.status for edge in scene.edges} | {node.status for node in scene.nodes}
            assert (Status.FAILS in seen) == (not answer.decision)


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("kind", ["employee", "ticket"])
def test_edges_and_parents_name_nodes_that_are_there(seed: int, kind: str) -> None:
    sight = sight_of(seed)
    unit = next(iter(sight.engine.declared(Label.UNIT)))
    for employee in sight.engine.declared(Label.EMPLOYEE):
        scene = scene_of(kind, sight, [employee, unit][: 1 if kind == "employee" else 2])
        keys = [node.key for node in scene.nodes]
        assert len(keys) == len(set(keys))
        named = {end for edge in scene.edges for end in (edge.source, edge.target)}
        assert named | {node.parent for node in scene.nodes} <= {*keys, ""}
        assert {key for proof in scene.proofs for key in proof.nodes} <= set(keys)
