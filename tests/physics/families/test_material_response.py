"""The material-response families: what a rule decides, what numbers decide, what is to be seen."""

import json
import math
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyworld.physics.families import FAMILIES, family_named
from storyworld.physics.material_response import ALLOWED, MaterialResponse
from storyworld.physics.material_rules import present
from storyworld.planners.rules import RulesPlanner
from storyworld.reading.intent import read
from storyworld.reading.words import Words
from storyworld.records.constraint import ConstraintKind, FindingStatus
from storyworld.records.evidence import EvidenceSource
from storyworld.records.goal import Goal, RiskProfile
from storyworld.records.scenario import Beat, Plan
from storyworld.records.verdict import EpistemicState
from storyworld.stages.evaluate import evaluate
from storyworld.stages.plan import plan
from tests.goals import mechanics_a, mechanics_b
from tests.goals.case import Case, Phrasing
from tests.goals.materials import CASES, OTHER

NAMES = (
    "zero_g_fluid", "droplet_shape", "puncture_fracture", "squeeze_expel", "vacuum_collapse",
    "friction_mark_wear", "phase_path", "mixing", "combustion_chem", "light_appearance",
)  # fmt: skip
OWN = [c for c in CASES if c.family in NAMES]
SEEN = [c for c in OWN if c.phrasing is Phrasing.PERCEPTUAL]
DECIDED = [c for c in OWN if c.holds is not None]
MATERIALS = [f for f in FAMILIES if isinstance(f, MaterialResponse)]
DATA = Path("/work/shared/data/scenario_families.json")


@cache
def beat_of(text: str) -> Beat:
    planned = plan(Goal(text=text), planner=RulesPlanner())
    assert isinstance(planned, Plan), planned
    (beat,) = planned.beats
    return beat


def outcome_of(text: str) -> EpistemicState:
    return evaluate(beat_of(text), (), risk=RiskProfile.MEDIUM).state


def ids(case: object) -> str:
    return case.text[:60] if isinstance(case, Case) else str(case)[:60]


# ---- what holds for each of the ten -------------------------------------------------------------


def test_the_ten_families_are_registered_in_front_of_the_generic_one():
    assert [f.name for f in MATERIALS] == list(NAMES)
    assert FAMILIES[-1].name == "generic"


@pytest.mark.parametrize("family", MATERIALS, ids=lambda f: f.name)
def test_a_family_says_of_every_outcome_what_a_film_has_to_show(family):
    shown = {p.outcome for p in family.predicates if p.outcome}
    # How long a shadow is, its formula says.
    lengths = {c.outcome for limit in family.limits for c in limit.claims}
    lengths |= {c.otherwise for limit in family.limits for c in limit.claims}
    assert set(family.outcomes) == shown | lengths
    ids = [f"{p.outcome}_by_{p.quantity}" for p in family.predicates]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("family", MATERIALS, ids=lambda f: f.name)
def test_wishes_rules_and_claims_speak_of_the_familys_outcomes(family):
    outcomes = set(family.outcomes)
    assert {w.outcome for w in family.wishes} | {w.opposite for w in family.wishes} <= outcomes
    for rule in family.rules:
        assert {*rule.allows, *rule.forbids} <= outcomes
        assert not {*rule.allows} & {*rule.forbids}
        assert rule.law
        assert rule.statement.endswith(".")
    for claim in family.claims:
        assert {claim.outcome, claim.otherwise} <= outcomes
        assert family.formula(claim.quantity)
    assert all(family.opposite(o) != o for o in outcomes if not o.startswith("shadow_"))


@pytest.mark.parametrize("family", MATERIALS, ids=lambda f: f.name)
def test_of_every_outcome_a_vision_model_is_asked_something_with_its_contrary(family):
    assert all(c.statement != c.antonym for c in family.sights)
    borne = {name for c in family.sights for name in (*c.shows, *c.denies)}
    assert {p.outcome for p in family.predicates if p.outcome} <= borne


@pytest.mark.parametrize("family", MATERIALS, ids=lambda f: f.name)
def test_the_stub_renderer_is_refused_with_a_sentence(family):
    text = next(c.text for c in OWN if c.family == family.name)
    assert not family.filmable
    with pytest.raises(ValueError, match=r"the stub renderer cannot show .* nor break"):
        family.stage(beat_of(text).scenario)


@pytest.mark.skipif(not DATA.exists(), reason="the shared data are not here")
def test_the_families_are_those_of_the_data_with_their_evidence_asked_for():
    wanted = json.loads(DATA.read_text())["material_response_families"]
    assert [f["id"] for f in wanted] == list(NAMES)


# ---- the goals -----------------------------------------------------------------------------------


@pytest.mark.parametrize("case", OWN, ids=ids)
def test_a_goal_is_read_as_its_family_and_decided_or_left_open_as_its_truth_says(case: Case):
    beat = beat_of(case.text)
    assert beat.scenario.family == case.family
    judged = evaluate(beat, (), risk=RiskProfile.MEDIUM)
    expected = {
        True: EpistemicState.ACCEPTED,
        False: EpistemicState.REJECTED,
        None: EpistemicState.EPISTEMICALLY_INCOMPLETE,
    }[case.holds]
    assert judged.state is expected, judged.because
    said = " ".join(f"{m.name} {m.because}" for m in beat.scenario.missing).replace("_", " ")
    assert all(hint in said for hint in case.missing)


@pytest.mark.parametrize("case", SEEN, ids=ids)
def test_what_has_to_be_seen_is_perceptual_and_names_the_evidence_that_is_missing(case: Case):
    beat = beat_of(case.text)
    assert beat.scenario.intent.requires_visual_verification
    assert beat.scenario.missing == ()
    assert beat.prediction.outcome is None
    assert beat.prediction.findings == ()
    assert not beat.answerable
    goals = [c for c in beat.constraints if c.kind is ConstraintKind.GOAL and c.required]
    assert goals
    assert all(c.admits == (EvidenceSource.MEASUREMENT,) for c in goals)
    judged = evaluate(beat, (), risk=RiskProfile.MEDIUM)
    assert {m.name for m in judged.missing_evidence} == {c.quantity for c in goals}
    assert all(str(c.quantity) in beat.prediction.explanation for c in goals)


@pytest.mark.parametrize("case", DECIDED, ids=ids)
def test_what_is_decided_needs_no_film_and_cites_the_solvers_evidence(case: Case):
    beat = beat_of(case.text)
    assert not beat.scenario.intent.requires_visual_verification
    (finding, *_) = beat.prediction.findings
    assert finding.source is EvidenceSource.SOLVER
    assert finding.margin is not None
    wanted, said = beat.scenario.wanted, beat.prediction.outcome
    assert said in family_named(case.family).outcomes
    assert (said == wanted) is case.holds
    by_rule = [e for e in beat.prediction.evidence if e.name == ALLOWED]
    if by_rule:
        law = next(c.law for c in beat.constraints if c.quantity == ALLOWED)
        assert by_rule[0].method == law
        assert law in beat.prediction.explanation


@pytest.mark.parametrize("name", NAMES)
def test_each_family_has_goals_of_every_kind(name: str):
    cases = [c for c in OWN if c.family == name]
    assert len(cases) >= 9
    assert {c.holds for c in cases} == {True, False, None}
    assert len({beat_of(c.text).scenario.wanted for c in cases}) >= 2


@pytest.mark.parametrize("case", [c for c in CASES if c.phrasing is OTHER], ids=ids)
def test_a_near_miss_is_left_to_its_own_family(case: Case):
    assert beat_of(case.text).scenario.family not in NAMES


def test_no_goal_of_mechanics_is_taken():
    texts = [c.text for c in (*mechanics_a.CASES, *mechanics_b.CASES)]
    taken = {t: read(t, FAMILIES).family for t in texts}
    assert {t: f for t, f in taken.items() if f in NAMES} == {}


# ---- traps ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Vinegar on baking soda fizzes and turns into gold",
        "Vinegar on baking soda fizzes and sings",
        "A diamond scratches glass and the glass heals itself",
        "Vinegar on baking soda fizzes within a heartbeat",
        "An ice cube melts instantly at 20 °C",
        "It is impossible that ice melts at 20 °C",
        "Ice at 20 °C melts into mercury",
        "Does ice melt or freeze at 20 °C",
        "A copper salt colours the flame green within 2 s",
        "Steel scratches glass",
        "Water condenses on the window at 10 °C",
        "Water at -3 °C with salt in it freezes",
        "A water drop 3 mm wide on clean glass is round",
        "A water drop 1.5 mm wide on wax is round",
        "A steel can 10 cm in diameter with a 0.5 mm wall collapses when it is evacuated",
        "A candle burns in a mixture of nitrogen and oxygen",
        "Water boils at 80 °C",
    ],
)
def test_nothing_is_accepted_that_a_rule_does_not_settle(text: str):
    assert outcome_of(text) is not EpistemicState.ACCEPTED


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("A burning candle dipped under water goes out", EpistemicState.ACCEPTED),
        ("A candle does not burn in pure nitrogen", EpistemicState.ACCEPTED),
        ("A candle burns in no vacuum but in the air", EpistemicState.EPISTEMICALLY_INCOMPLETE),
        ("A candle slowly goes out in argon", EpistemicState.ACCEPTED),
        ("Lemon juice turns blue litmus paper red", EpistemicState.ACCEPTED),
        ("Ice at -10 °C melts in a room at 25 °C", EpistemicState.ACCEPTED),
        ("In a copper pot ice melts at 10 °C", EpistemicState.ACCEPTED),
        ("Dry ice does not melt at room temperature", EpistemicState.ACCEPTED),
        ("Liquid nitrogen remains liquid at 20 °C", EpistemicState.REJECTED),
        ("Water stays liquid at -60 °C", EpistemicState.REJECTED),
        ("A concave mirror shows her image at twice her size",
         EpistemicState.EPISTEMICALLY_INCOMPLETE),
        ("Shaken oil and vinegar mix into a cloudy dressing",
         EpistemicState.EPISTEMICALLY_INCOMPLETE),
        ("A snowman melts within an hour at -10 °C", EpistemicState.REJECTED),
        ("A snowman melts within an hour at 5 °C", EpistemicState.EPISTEMICALLY_INCOMPLETE),
        ("Glass is scratched by copper", EpistemicState.REJECTED),
        ("Diamond is not scratched by glass", EpistemicState.ACCEPTED),
        ("With light from the left the shadow of the cup falls to the left",
         EpistemicState.REJECTED),
        ("A prism bends violet light less than red light", EpistemicState.REJECTED),
        ("A prism does not bend red light more than violet light", EpistemicState.ACCEPTED),
    ],
)  # fmt: skip
def test_a_trap_is_read_as_it_is_meant(text: str, state: EpistemicState):
    assert outcome_of(text) is state


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("A spike with a point area of 0.05 cm^2 pressed with 40 N pierces a sheet", "strength"),
        ("A sponge gives off 20 g of water when it is squeezed", "held_mass"),
        ("A metal melts at 900 °C", "melting_point"),
        ("Water cooled to -5 °C stays liquid", "supercooling"),
        ("A water drop 3 mm wide on clean glass is round", "contact_angle"),
        ("A 2 m pole casts a shadow at least 3 m long", "elevation"),
        ("50 g of salt dissolves in water", "water_mass"),
        ("A long steel tube with a diameter of 5 cm collapses when evacuated", "thickness"),
        ("A copper salt colours the flame green within 2 s", "duration"),
        ("Steel scratches glass", "hardness"),
    ],
)
def test_what_decides_and_is_not_given_is_named(text: str, missing: str):
    beat = beat_of(text)
    named = {m.name: m.because for m in beat.scenario.missing}
    assert named.get(missing)
    assert beat.prediction.findings == ()


def test_milk_in_coffee_is_to_be_seen():
    beat = beat_of("Milk is poured slowly into black coffee and swirls until the colour is even.")
    assert beat.scenario.family == "mixing"
    assert beat.scenario.wanted == "mixes"
    assert beat.scenario.intent.requires_visual_verification
    assert [c.quantity for c in beat.constraints] == ["colour_variance"]


def test_a_time_limit_of_what_is_to_be_seen_is_to_be_seen_as_well():
    beat = beat_of("Milk swirls into coffee until the colour is even, within 30 s")
    assert [c.quantity for c in beat.constraints] == ["colour_variance", "completion_time"]


def test_two_outcomes_to_be_seen_are_both_asked_for():
    beat = beat_of("The sponge drips when squeezed and springs back afterwards")
    claims = {c.claim for c in beat.constraints}
    assert claims == {"expels", "springs_back"}
    assert beat.scenario.missing == ()


def test_a_person_on_a_ledge_in_the_wind_stays_generic():
    beat = beat_of("A person balances on a narrow 10cm ledge with wind gusts.")
    assert beat.scenario.family == "generic"
    assert beat.scenario.intent.requires_visual_verification


def test_a_denied_phrase_is_not_present():
    assert present(Words.of("in a vacuum"), "vacuum")
    assert not present(Words.of("in no vacuum"), "vacuum")
    assert not present(Words.of("without any air"), "air")
    assert present(Words.of("it does not burn in pure nitrogen"), "nitrogen")


# ---- laws, computed anew -------------------------------------------------------------------------


def evidence(text: str, name: str) -> float:
    return next(e.quantity.value for e in beat_of(text).prediction.evidence if e.name == name)


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("A drop of water with a diameter of 1 cm on a lotus leaf is a ball", "bond_number",
         998 * 9.81 * 0.01**2 / 0.0725),
        ("A long steel pipe (E = 200 GPa, nu = 0.3), 100 mm diameter, wall 10 mm, is pumped empty "
         "and does not buckle", "critical_pressure", 2 * 200e9 / 0.91 * 0.1**3),
        ("A force of 20 N on a needle tip of 0.01 cm² punctures a film with a strength of 5 MPa",
         "pressure_margin", 20 / 1e-6 - 5e6),
        ("Gold is heated to 1100 °C and melts", "melting_excess", 1100 - 1064.2),
        ("With the sun at 30 degrees a 2 m pole casts a shadow at least 3 m long",
         "shadow_length", 2 / math.tan(math.radians(30))),
        ("A soaked sponge that holds 50 g of water gives off 80 g when squeezed",
         "expelled_mass_excess", 0.030),
        ("Water floats on top of mercury", "density_difference", 13546 - 1010),
        ("A diamond scratches quartz", "hardness_excess", 3.0),
    ],
)  # fmt: skip
def test_a_number_is_what_its_formula_gives(text: str, name: str, value: float):
    assert evidence(text, name) == pytest.approx(value, rel=1e-6)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A 6 mm drop of water on Teflon is flattened", "A 0.6 cm drop of water on Teflon is "
         "flattened"),
        ("Iron stays solid at 1000 °C", "Iron stays solid at 1273.15 K"),
        ("A towel that holds 400 g of water releases 300 g when wrung out",
         "A towel that holds 0.4 kg of water releases 0.3 kg when wrung out"),
        ("A 10 m tree casts a shadow at least 15 m long with the sun at 45 degrees",
         "A 1000 cm tree casts a shadow at least 15 m long with the sun at 45 degrees"),
    ],
)  # fmt: skip
def test_another_unit_leaves_the_outcome(one: str, other: str):
    assert beat_of(one).prediction.outcome == beat_of(other).prediction.outcome is not None


def margins(texts: list[str]) -> list[float]:
    found = [beat_of(t).prediction.findings[0].margin for t in texts]
    assert all(m is not None for m in found)
    return [m.value for m in found if m is not None]


@pytest.mark.parametrize(
    ("pattern", "values", "rising"),
    [
        ("Water droplet {} mm across on wax is round", (0.1, 0.2, 0.4, 0.5), False),
        ("Lead melts at {} °C", (100, 200, 400, 800), True),
        ("A long steel pipe (E = 200 GPa, nu = 0.3), 100 mm diameter, wall {} mm, is pumped empty "
         "and collapses", (0.5, 1, 2, 4), False),
        ("A force of {} N on a tip of 0.01 cm² punctures a film with a strength of 5 MPa",
         (1, 2, 20, 40), True),
        ("A sponge that holds 50 g of water gives off {} g when squeezed", (10, 30, 60), False),
        ("With the sun at {} degrees a 2 m pole casts a shadow at least 3 m long",
         (10, 30, 50, 70), False),
    ],
)  # fmt: skip
def test_the_margin_only_rises_or_only_falls(pattern: str, values: tuple, rising: bool):
    found = margins([pattern.format(v) for v in values])
    assert found == sorted(found, reverse=not rising)
    assert len(set(found)) == len(found)


@settings(max_examples=20)
@given(st.floats(1.0, 3000.0))
def test_ice_never_both_melts_and_stays_solid(kelvin: float):
    melts, stays = (
        beat_of(f"Ice {verb} at {kelvin:.2f} K").prediction.findings[0].status
        for verb in ("melts", "stays solid")
    )
    assert not (melts is stays is FindingStatus.SATISFIED)


@settings(max_examples=30)
@given(
    st.sampled_from(DECIDED),
    st.sampled_from(["and sings", "and then vanishes", "and the cat flies"]),
)
def test_a_further_claim_is_never_accepted(case: Case, further: str):
    text = f"{case.text.rstrip('.')} {further}"
    planned = plan(Goal(text=text), planner=RulesPlanner())
    states = (
        {evaluate(b, (), risk=RiskProfile.MEDIUM).state for b in planned.beats}
        if isinstance(planned, Plan)
        else {EpistemicState.REJECTED}
    )
    assert EpistemicState.ACCEPTED not in states


@pytest.mark.parametrize("case", DECIDED[::7], ids=ids)
def test_what_the_words_say_is_not_stored_but_read_again_for_another_wish(case: Case):
    """A planner may settle what is wanted afterwards: the rule follows."""
    family = family_named(case.family)
    assert isinstance(family, MaterialResponse)
    intent = beat_of(case.text).scenario.intent
    other = family.opposite(intent.wanted)
    turned = family.solve(family.complete(intent.revised(wanted=other)))
    accepted = [f for f in turned.findings if f.status is FindingStatus.SATISFIED]
    assert not (case.holds and accepted)
