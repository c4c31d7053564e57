"""Constraints over time: robustness as an independent monitor has it, and what gaps leave open."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from storyworld.epistemics.temporal import evaluate, missing
from storyworld.records.constraint import (
    Comparison,
    Condition,
    Constraint,
    ConstraintKind,
    Finding,
    FindingStatus,
    Temporal,
    TemporalOperator,
)
from storyworld.records.evidence import AbstentionReason, EvidenceSource, FrameRange
from storyworld.records.observation import Observation
from storyworld.records.provenance import Agent, AgentKind
from storyworld.records.quantity import Quantity, Sampling, TimeSeries, Unit
from tests import making
from tests.epistemics.oracle import robustness

ALWAYS, EVENTUALLY = TemporalOperator.ALWAYS, TemporalOperator.EVENTUALLY
HOLD, UNTIL = TemporalOperator.HOLD, TemporalOperator.UNTIL
SATISFIED, VIOLATED = FindingStatus.SATISFIED, FindingStatus.VIOLATED
UNDECIDED, UNEVALUABLE = FindingStatus.UNDECIDED, FindingStatus.UNEVALUABLE
RATE_HZ = 10.0
LIMIT_M = 1.0


def metres(value: float, u: float = 0.0) -> Quantity:
    return Quantity(value=value, unit=Unit.METRE, uncertainty=u)


def series(
    values: list[float | None],
    *,
    name: str = "box_shift",
    u: float = 0.0,
    imposed: int = 0,
    pace: float = 1.0,
    unit: Unit = Unit.METRE,
    known: bool = True,
) -> TimeSeries:
    """A sample a frame; None is a gap."""
    seen = [(n / RATE_HZ, v) for n, v in enumerate(values) if v is not None]
    film = Sampling(
        frame_rate_hz=RATE_HZ, frame_count=len(values), imposed_frames=imposed, pace=pace
    )
    return TimeSeries(
        name=name,
        unit=unit,
        times_s=tuple(t for t, _ in seen),
        values=tuple(v for _, v in seen),
        uncertainties=(u,) * len(seen),
        sampling=film if known else None,
    )


def seen(*courses: TimeSeries, observation_id: str = "obs_1", model: str | None = None):
    observer = Agent(name="measuring", kind=AgentKind.OBSERVER, version="1", model=model)
    blank = making.observation(None, observation_id=observation_id, observer=observer)
    return blank.revised(series=courses)


def asked(
    operator: TemporalOperator,
    first: int,
    last: int,
    *,
    hold: int | None = None,
    limit: float = LIMIT_M,
    comparison: Comparison = Comparison.AT_MOST,
    required: bool = False,
) -> Constraint:
    """A constraint from one frame to another; until waits for a door to be at least 1 m open."""
    door = Condition(
        quantity="door_shift", comparison=Comparison.AT_LEAST, threshold=metres(LIMIT_M)
    )
    over = Temporal(
        operator=operator,
        from_s=first / RATE_HZ,
        to_s=last / RATE_HZ,
        hold_s=None if hold is None else hold / RATE_HZ,
        until=door if operator is UNTIL else None,
    )
    return Constraint(
        constraint_id="over_time",
        claim="stands",
        kind=ConstraintKind.GOAL,
        law="what stands stays",
        statement="It stays.",
        quantity="box_shift",
        comparison=comparison,
        threshold=metres(limit),
        tolerance=metres(0.5) if comparison is Comparison.WITHIN else None,
        admits=(EvidenceSource.MEASUREMENT,),
        required=required,
        over=over,
    )


def found(
    constraint: Constraint,
    values: list[float | None],
    door: list[float | None] | None = None,
    *,
    u: float = 0.0,
    k: float = 2.0,
) -> Finding:
    courses = [series(values, u=u)]
    if door is not None:
        courses.append(series(door, name="door_shift", u=u))
    return evaluate(constraint, (seen(*courses),), k)


NUMBER = st.floats(-8, 8, allow_nan=False).map(lambda x: round(x, 3))
TRACE = st.lists(NUMBER, min_size=4, max_size=30)


@st.composite
def windows(draw, count: int) -> tuple[int, int]:
    first = draw(st.integers(0, count - 2))
    return first, draw(st.integers(first + 1, count - 1))


@st.composite
def questions(draw, *, gaps: bool = False):
    """A constraint on a trace within its film, and the traces of box and door."""
    sample = st.none() | NUMBER if gaps else NUMBER
    count = draw(st.integers(4, 14 if gaps else 30))
    box, door = (draw(st.lists(sample, min_size=count, max_size=count)) for _ in range(2))
    first, last = draw(windows(count))
    operator = draw(st.sampled_from(TemporalOperator))
    hold = draw(st.integers(1, last - first)) if operator is HOLD else None
    comparison = draw(st.sampled_from(Comparison))
    return asked(operator, first, last, hold=hold, comparison=comparison), box, door


def as_formula(constraint: Constraint) -> tuple[str, int]:
    """The same for rtamt, in samples, and the sample at which it is to hold."""
    over = constraint.over
    first, last = round(over.from_s * RATE_HZ), round(over.to_s * RATE_HZ)
    box = {
        Comparison.AT_MOST: "(box <= 1.0)",
        Comparison.AT_LEAST: "(box >= 1.0)",
        Comparison.WITHIN: "(abs(box - 1.0) <= 0.5)",
    }[constraint.comparison]
    span = last - first
    match over.operator:
        case TemporalOperator.HOLD:
            steps = round(over.hold_s * RATE_HZ)
            formula = f"eventually[0:{span - steps}](always[0:{steps}]{box})"
        case TemporalOperator.UNTIL:
            formula = f"{box} until[0:{span}] (door >= 1.0)"
        case operator:
            formula = f"{operator}[0:{span}]{box}"
    return formula, first


@given(questions())
def test_without_gaps_the_margin_is_the_robustness_that_rtamt_finds(question):
    constraint, box, door = question
    finding = found(constraint, box, door)
    formula, first = as_formula(constraint)
    expected = robustness(formula, box=box, door=door)[first]
    assert finding.margin is not None
    assert finding.margin.value == pytest.approx(expected, abs=1e-9)
    assert finding.status is (VIOLATED if expected < -1e-12 else SATISFIED)


@given(questions(), st.floats(0.01, 2.0), st.floats(0.5, 4.0))
def test_an_uncertainty_that_is_the_same_everywhere_leaves_the_margin_and_guards_it(question, u, k):
    constraint, box, door = question
    exact, guarded = found(constraint, box, door), found(constraint, box, door, u=u, k=k)
    assert guarded.margin is not None
    assert guarded.margin.value == pytest.approx(exact.margin.value)
    assert guarded.margin.uncertainty == pytest.approx(u)
    margin = exact.margin.value
    assume(abs(abs(margin) - k * u) > 1e-9)
    sure = SATISFIED if margin > k * u else VIOLATED if margin < -k * u else UNDECIDED
    assert guarded.status is sure


@given(questions(gaps=True), st.data())
def test_what_is_decided_stays_so_whatever_the_gaps_hid(question, data):
    constraint, box, door = question
    finding = found(constraint, box, door)
    filled = [
        [data.draw(NUMBER) if value is None else value for value in trace] for trace in (box, door)
    ]
    whole = found(constraint, *filled)
    if finding.status is UNEVALUABLE:
        assert None in box + door
        assert finding.margin is None
    else:
        assert whole.status is finding.status


@given(questions(), st.data())
def test_a_window_that_lacks_a_sample_never_satisfies_always(question, data):
    constraint, box, _ = question
    first, last = (round(t * RATE_HZ) for t in (constraint.over.from_s, constraint.over.to_s))
    constraint = asked(ALWAYS, first, last)
    lost = data.draw(st.integers(first, last))
    gappy = [None if n == lost else value for n, value in enumerate(box)]
    assert found(constraint, gappy).status in (VIOLATED, UNEVALUABLE)


@given(TRACE, st.data())
def test_a_run_that_lacks_a_sample_is_no_run_that_holds(box, data):
    constraint = asked(HOLD, 0, len(box) - 1, hold=len(box) - 1)
    lost = data.draw(st.integers(0, len(box) - 1))
    gappy = [None if n == lost else value for n, value in enumerate(box)]
    assert found(constraint, gappy).status in (VIOLATED, UNEVALUABLE)


@given(questions(gaps=True), st.floats(0, 2), st.floats(0, 3), st.floats(0, 3))
def test_a_larger_guard_never_decides_more(question, u, k, more):
    constraint, box, door = question
    loose, strict = (found(constraint, box, door, u=u, k=g) for g in (k, k + more))
    if strict.status in (SATISFIED, VIOLATED):
        assert loose.status is strict.status


@given(questions(), st.floats(0, 4), st.floats(0, 1))
def test_a_weaker_threshold_never_lowers_the_margin(question, by, u):
    constraint, box, door = question
    assume(constraint.comparison is Comparison.AT_MOST)
    weaker = constraint.revised(threshold=metres(LIMIT_M + by))
    one, other = (found(c, box, door, u=u) for c in (constraint, weaker))
    assert other.margin.value >= one.margin.value - 1e-12
    if one.status is SATISFIED:
        assert other.status is SATISFIED


def test_a_breach_of_always_is_decided_though_there_are_gaps():
    finding = found(asked(ALWAYS, 0, 5), [0.1, None, 3.0, None, 0.1, 0.1])
    assert finding.status is VIOLATED
    assert finding.margin == metres(-2.0)
    assert finding.frames == FrameRange(first=2, last=2)


def test_a_witness_decides_eventually_and_hold_though_there_are_gaps():
    box = [None, 3.0, 0.2, 0.3, 0.1, None]
    assert found(asked(EVENTUALLY, 0, 5), box).status is SATISFIED
    held = found(asked(HOLD, 0, 5, hold=2), box)
    assert held.status is SATISFIED
    assert held.frames == FrameRange(first=2, last=4)
    assert found(asked(HOLD, 0, 5, hold=3), box).status is UNEVALUABLE


def test_until_is_satisfied_only_where_nothing_is_missing_before_what_is_waited_for():
    until = asked(UNTIL, 0, 4)
    door: list[float | None] = [0.0, 0.0, 0.0, 2.0, None]
    assert found(until, [0.1, 0.1, 0.1, 9.0, 9.0], door).status is SATISFIED
    assert found(until, [0.1, None, 0.1, 9.0, 9.0], door).status is UNEVALUABLE
    broken = found(until, [0.1, 9.0, None, 9.0, 9.0], door)
    assert broken.status is VIOLATED
    assert broken.margin == metres(-1.0)


def test_where_uncertainties_differ_the_sample_that_is_least_sure_decides():
    course = series([0.5, 0.8, 0.7]).revised(uncertainties=(0.4, 0.01, 0.01))
    finding = evaluate(asked(ALWAYS, 0, 2), (seen(course),), 2.0)
    assert finding.status is UNDECIDED
    assert finding.margin == metres(0.5, 0.4)
    assert finding.frames == FrameRange(first=0, last=0)


def test_the_threshold_s_uncertainty_widens_the_guard_band():
    constraint = asked(ALWAYS, 0, 2).revised(threshold=metres(LIMIT_M, 0.3))
    assert found(constraint, [0.5, 0.5, 0.5]).status is UNDECIDED


def test_a_window_past_the_film_is_unevaluable_even_with_a_breach_or_a_witness_in_it():
    for operator in (ALWAYS, EVENTUALLY):
        for value in (0.1, 3.0):
            finding = found(asked(operator, 0, 8), [value] * 6)
            assert finding.status is UNEVALUABLE
            assert finding.because == "asked is of 0 to 0.8 s, and the film lasts 0.6 s"
    assert found(asked(ALWAYS, 0, 6), [0.1] * 6).status is SATISFIED


def test_a_series_without_its_sampling_may_have_gaps_and_satisfies_nothing():
    course = series([0.1] * 6, known=False)
    assert evaluate(asked(ALWAYS, 0, 3), (seen(course),)).status is UNEVALUABLE


def test_frames_that_the_generator_was_given_are_gaps():
    given_ = seen(series([3.0, 0.1, 0.1, 0.1], imposed=1))
    assert evaluate(asked(ALWAYS, 0, 3), (given_,)).status is UNEVALUABLE
    assert evaluate(asked(ALWAYS, 1, 3), (given_,)).status is SATISFIED
    (why,) = missing((asked(ALWAYS, 0, 3, required=True),), (given_,), 2.0)
    assert why.reason is AbstentionReason.FRAMES_IMPOSED


def test_a_film_in_slow_motion_is_held_to_the_time_in_life():
    # At half the pace of life 0.4 s of life fill frames 0 to 8, and frame 9 lies beyond.
    course = series([0.1] * 9 + [3.0], pace=0.5)
    assert evaluate(asked(ALWAYS, 0, 4), (seen(course),)).status is SATISFIED
    finding = evaluate(asked(ALWAYS, 0, 5), (seen(course),))
    assert finding.status is VIOLATED
    assert finding.because.endswith("at 0.45 s")


def test_pixels_are_no_metres_and_a_model_tells_no_series():
    pixels = seen(series([0.1] * 4, unit=Unit.PIXEL))
    told = seen(series([0.1] * 4), model="gemini-x")
    for observation in (pixels, told):
        assert evaluate(asked(ALWAYS, 0, 3), (observation,)).status is UNEVALUABLE
    (why,) = missing((asked(ALWAYS, 0, 3, required=True),), (pixels,), 2.0)
    assert why.reason is AbstentionReason.SCALE_UNKNOWN


def test_two_observers_that_decide_it_differently_decide_nothing_in_either_order():
    good, bad = seen(series([0.1] * 4)), seen(series([3.0] * 4), observation_id="obs_2")
    open_ = seen(series([0.1, None, 0.1, 0.1]), observation_id="obs_0")
    constraint = asked(ALWAYS, 0, 3)
    for several, status in (((good, bad), UNEVALUABLE), ((good, open_), SATISFIED)):
        assert evaluate(constraint, several) == evaluate(constraint, several[::-1])
        assert evaluate(constraint, several).status is status


@pytest.mark.parametrize(
    ("constraint", "box", "words"),
    [
        (asked(ALWAYS, 0, 3), [0.1, 0.3, 0.2, 0.1],
         "box shift stays at most 1 m from 0 to 0.3 s: worst 0.3 m at 0.1 s"),
        (asked(ALWAYS, 0, 3), [0.1, 0.3, 4.0, 0.1],
         "box shift does not stay at most 1 m from 0 to 0.3 s: worst 4 m at 0.2 s"),
        (asked(EVENTUALLY, 0, 3, comparison=Comparison.AT_LEAST), [0.1, 0.3, 0.2, 0.1],
         "box shift is at no time at least 1 m from 0 to 0.3 s: best 0.3 m at 0.1 s"),
        (asked(HOLD, 0, 3, hold=2), [4.0, 0.3, 0.2, 0.1],
         "box shift stays at most 1 m for 0.2 s without break from 0 to 0.3 s: "
         "worst 0.3 m at 0.1 s"),
        (asked(UNTIL, 0, 3), [0.1, 0.3, 4.0, 0.1],
         "box shift stays at most 1 m until door shift is at least 1 m, from 0 to 0.3 s: "
         "box shift is 0.3 m at 0.1 s"),
        (asked(ALWAYS, 0, 3), [0.1, None, 0.2, None],
         "box_shift has no sample at 2 of 4 frames between 0 and 0.3 s, the first at 0.1 s"),
    ],
)  # fmt: skip
def test_a_finding_says_what_was_so_and_when(constraint, box, words):
    finding = found(constraint, box, [0.0, 0.0, 2.0, 0.0])
    assert finding.because == words


def test_a_finding_cites_the_series_it_rests_on():
    box, door = [0.1] * 4, [0.0, 2.0, 0.0, 0.0]
    assert found(asked(ALWAYS, 0, 3), box).evidence_ids == ("obs_1:box_shift",)
    cited = found(asked(UNTIL, 0, 3), box, door).evidence_ids
    assert cited == ("obs_1:box_shift", "obs_1:door_shift")


def test_a_margin_of_exactly_nothing_known_exactly_satisfies():
    finding = found(asked(ALWAYS, 0, 3), [0.5, LIMIT_M, 0.5, 0.5])
    assert finding.status is SATISFIED
    assert finding.margin == metres(0.0)
    assert math.copysign(1.0, finding.margin.value) == 1.0


def test_nothing_was_filmed():
    nobody: tuple[Observation, ...] = ()
    assert evaluate(asked(ALWAYS, 0, 3), nobody).status is UNEVALUABLE
    (why,) = missing((asked(ALWAYS, 0, 3, required=True),), nobody, 2.0)
    assert why.reason is AbstentionReason.NO_FILM
