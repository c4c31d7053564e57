"""What the checks of every family mean for its claims: names that exist, and goals they bear on."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import combinations

import pytest

from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import inferred
from storyworld.physics.families import FAMILIES, family_named
from storyworld.physics.family import Family
from storyworld.physics.material_response import MaterialResponse
from storyworld.physics.throw_claims import LANDINGS, about_landing, about_the_wall
from storyworld.physics.throw_slots import WALL_DISTANCE
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Check, Scenario
from tests.physics.families.decided import beats, is_kept
from tests.physics.families.filmed import beats_of

# By module: all that is asked of a family in turn, while its claims are at hand.
EVERY = pytest.mark.parametrize("family", FAMILIES, ids=lambda f: f.name, scope="module")
CLOSED = [f for f in FAMILIES if isinstance(f, ClosedForm)]
MATERIALS = pytest.mark.parametrize(
    "family", [f for f in FAMILIES if isinstance(f, MaterialResponse)], ids=lambda f: f.name
)
# Goals that the solver finds kept and on which no check bears, by family: how high a later bounce
# gets is not seen in a few pictures, nor is how long a shadow is.
WITHOUT = {"bounce": 1, "light_appearance": 1}


@cache
def claims_of(family: Family) -> frozenset[str]:
    """Give every claim that a family can make of a goal."""
    if isinstance(family, ClosedForm):
        slots = [slot.name for slot in family.slots]
        givens = {frozenset(names) for n in range(3) for names in combinations(slots, n)}
        givens.add(frozenset(slots))
        asked = (family.ask(o, given) for o in family.outcomes for given in givens)
        return frozenset(claim.outcome for claims in asked for claim in claims)
    return frozenset(constraint.claim for s in _throws() for constraint in family.constraints(s))


def _throws() -> Iterator[Scenario]:
    """Give a throw of every kind: at a wall, over a gap, as far as every limit says."""
    (thrown,) = beats_of("A ball thrown at 20 m/s and 45 deg clears a 5 m wall 10 m away")
    for wanted in family_named("projectile").outcomes:
        yield thrown.scenario.revised(wanted=wanted)
        for name in (*LANDINGS, WALL_DISTANCE.name):
            about = inferred(name, 3.0, Unit.METRE, "to see what is claimed")
            others = tuple(p for p in thrown.scenario.parameters if not p.name.startswith("wall"))
            yield thrown.scenario.revised(wanted=wanted, parameters=(*others, about))


def checks_of(family: Family) -> tuple[Check, ...]:
    """Give every check that a family can put, each way its meaning turns on the scenario."""
    if isinstance(family, ClosedForm):
        found = [*family.sights]
    else:
        found = [check for s in _throws() for check in family.checks(s)]
    found += [c for b in beats() if b.scenario.family == family.name for c in b.checks]
    return tuple(dict.fromkeys(found))


def test_the_claims_of_a_throw_are_all_found():
    outcomes = {c.claim for w in family_named("projectile").outcomes for c in about_the_wall(w)}
    landing = {c.claim for s in _throws() for c in about_landing(s)}
    assert outcomes | landing | {"projectile_law"} == claims_of(family_named("projectile"))
    assert {"clears_wall", "stays_below_wall", "hits_wall"} == outcomes
    assert {"crosses_gap", "falls_short", "reaches", "lands_within", "lands_at"} <= landing


@EVERY
def test_a_check_names_claims_that_the_family_can_make_and_none_twice(family):
    claims = claims_of(family)
    for check in checks_of(family):
        assert {*check.shows, *check.denies} <= claims, check.name
        assert not {*check.shows} & {*check.denies}, check.name
        for names in (check.shows, check.denies):
            assert len(set(names)) == len(names), check.name


@EVERY
def test_every_claim_of_a_goal_is_one_that_the_family_can_make(family):
    laws = {"free_fall_law", "ramp_as_asked", "vertical_throw_law", "projectile_law"}
    made = {claim for b in beats() if b.scenario.family == family.name for claim in b.claims}
    timed = {f"{outcome}_in_time" for outcome in family.outcomes}
    assert made - laws - timed <= claims_of(family)


@EVERY
def test_statement_and_antonym_of_a_check_speak_of_the_pictures_alone(family):
    words = {"goal", "asked", "required", "supposed", "should", "speed of", "force", "energy"}
    for check in checks_of(family):
        for said in (check.statement, check.antonym):
            assert said.endswith("."), said
            assert not any(character.isdigit() for character in said), said
            assert not any(word in said for word in words), said
        assert check.statement != check.antonym


def test_some_check_bears_on_every_goal_that_is_kept_but_on_a_few_named_ones():
    kept = [b for b in beats() if is_kept(b)]
    assert {b.scenario.family for b in kept} == {f.name for f in FAMILIES} - {"generic"}
    without = Counter(
        b.scenario.family
        for b in kept
        if all(check.expected(b.claims) is None for check in b.checks)
    )
    assert without == WITHOUT


def test_of_all_families_the_generic_one_alone_has_nothing_to_ask():
    assert [f.name for f in FAMILIES if not any(c.shows or c.denies for c in checks_of(f))] == [
        "generic"
    ]


@MATERIALS
def test_of_what_a_substance_may_do_only_that_is_asked_which_bears_on_the_goal(family):
    for beat in beats():
        if beat.scenario.family == family.name and beat.claims:
            assert 1 <= len(beat.checks) <= 6
            for check in beat.checks:
                bears = check.expected(beat.claims) is not None
                assert bears or not (check.shows or check.denies)
