"""Worlds of which the truth is known: what is stated, what is so, what is seen, what is judged.

A goal is written with numbers drawn at random, one of which is known only to a stated standard
uncertainty. The world is drawn from what is stated; the closed form says what is so in it. Then
things go wrong, as often as :class:`Faults` says: a premise is not as stated, a film is of another
outcome, the observer is away, or states half the uncertainty it has.
"""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import Final

from storyworld import stages
from storyworld.clip import without_solver
from storyworld.epistemics.confidence import conjunction, probability
from storyworld.epistemics.judging import judge
from storyworld.observers.measuring import MeasuringObserver
from storyworld.physics.families import family_named
from storyworld.records.constraint import ConstraintKind
from storyworld.records.evidence import AbstentionReason, Evidence, EvidenceSource
from storyworld.records.goal import Parameter, ParameterSource
from storyworld.records.identity import AttemptKey
from storyworld.records.observation import Observation, ObserverAvailability
from storyworld.records.quantity import Quantity
from storyworld.records.scenario import Beat, Scenario
from storyworld.records.verdict import EpistemicState, Judgement
from storyworld.stages.observe import Viewing
from tests import making
from tests.physics.families.filmed import beats_of, filmed
from tests.vision.filming import ARTIFACT

G: Final = 9.81
GROSS: Final = 5.0  # a mistaken premise, and a film of something else, are this many u off


class Asking(StrEnum):
    """Who is to decide."""

    CLOSED_FORM = "closed form"
    SEEN_TOO = "has to be seen"
    FILM_ALONE = "film alone"


@dataclass(frozen=True)
class Faults:
    """How often something is not as it should be, each by itself."""

    mistaken: float = 0.05
    unfaithful: float = 0.05
    away: float = 0.10
    boastful: float = 0.20


@dataclass(frozen=True)
class Kind:
    """Goals of one family: words with numbers in them, and the number that is uncertain.

    `text` gives the words from chance and the relative uncertainty; `shares` are the least and
    the greatest of that. `seen` says by which of the solver's numbers a measured one is drawn.
    """

    parameter: str
    shares: tuple[float, float]
    text: Callable[[Random, float], str]
    seen: Mapping[str, str]


@dataclass(frozen=True)
class Trial:
    """One judgement, and whether it was right; `confidence` and `right` tell only where decided.

    `alone` is the probability that the verdict is right by the solver's margins alone.
    """

    family: str
    asking: Asking
    faults: tuple[str, ...]
    judgement: Judgement
    holds: bool
    alone: float

    @property
    def decided(self) -> bool:
        return self.judgement.confidence is not None

    @property
    def accepted(self) -> bool:
        return self.judgement.state is EpistemicState.ACCEPTED

    @property
    def right(self) -> bool:
        return self.decided and self.accepted is self.holds

    @property
    def confidence(self) -> float:
        return self.judgement.confidence.value if self.judgement.confidence is not None else 0.5


def _limit(chance: Random, value: float, share: float) -> str:
    """Write a limit within five standard uncertainties of the value that is held against it."""
    return f"{value * (1.0 + share * chance.uniform(-5.0, 5.0)):.4g}"


def _fall(chance: Random, share: float) -> str:
    height = round(chance.uniform(5.0, 40.0), 1)
    limit = _limit(chance, math.sqrt(2.0 * height / G), share / 2.0)
    return f"A steel ball dropped from {height} m reaches the ground in under {limit} s"


def _throw_over(chance: Random, share: float) -> str:
    speed = round(chance.uniform(8.0, 20.0), 1)
    away = round(0.55 * speed**2 / G, 2)
    drop = G * away**2 / speed**2
    high = away - drop + 2.0 * drop * share * chance.uniform(-5.0, 5.0)
    wall = f"a wall {high:.4g} m high and {away} m away"
    return f"A ball thrown at {speed} m/s at 45 degrees clears {wall}"


def _throw_far(chance: Random, share: float) -> str:
    speed = round(chance.uniform(8.0, 20.0), 1)
    limit = _limit(chance, speed**2 * math.sin(math.radians(60.0)) / G, 2.0 * share)
    return f"A ball thrown at {speed} m/s at 30 degrees lands at least {limit} m away"


def _throw_up(chance: Random, share: float) -> str:
    speed = round(chance.uniform(5.0, 15.0), 1)
    limit = _limit(chance, speed**2 / (2.0 * G), 2.0 * share)
    return f"A ball is thrown straight up at {speed} m/s and rises higher than {limit} m"


def _brake(chance: Random, share: float) -> str:
    speed, grip = round(chance.uniform(10.0, 25.0), 1), round(chance.uniform(0.4, 0.8), 2)
    limit = _limit(chance, speed**2 / (2.0 * grip * G), share)
    road = f"on a road with friction coefficient {grip}"
    return f"A car driving at {speed} m/s {road} stops within {limit} m"


def _bounce(chance: Random, share: float) -> str:
    high, keeps = round(chance.uniform(1.0, 3.0), 2), round(chance.uniform(0.6, 0.85), 2)
    limit = _limit(chance, keeps**2 * high, 2.0 * share)
    ball = f"A ball dropped from {high} m with a coefficient of restitution of {keeps}"
    return f"{ball} bounces higher than {limit} m"


def _swing(chance: Random, share: float) -> str:
    long = round(chance.uniform(0.5, 3.0), 2)
    limit = _limit(chance, 2.0 * math.pi * math.sqrt(long / G), share / 2.0)
    return f"A pendulum {long} m long swings with a period of under {limit} s"


def _slide(chance: Random, share: float) -> str:
    grip = round(chance.uniform(0.3, 0.8), 2)
    angle = math.degrees(math.atan(float(_limit(chance, grip, share))))
    wish = chance.choice(("stays in place", "slides down"))
    return f"A wooden block on a {angle:.4g} degree ramp with friction coefficient {grip} {wish}"


def _stack(chance: Random, share: float) -> str:
    offset = _limit(chance, 0.1, share)
    wish = chance.choice(("stays standing", "topples over"))
    return f"A stack of 3 boxes of 0.3 m, each shifted by {offset} m, {wish}"


FLIGHT: Final = {"vertical_acceleration": "vertical_acceleration"}
KINDS: Final[Mapping[str, Kind]] = {
    "free_fall": Kind("height", (0.01, 0.04), _fall, {"fall_time": "fall_time", **FLIGHT}),
    "projectile over": Kind(
        "speed", (0.01, 0.04), _throw_over, {"clearance_above": "clearance_above", **FLIGHT}
    ),
    "projectile far": Kind(
        "speed", (0.01, 0.04), _throw_far, {"landing_distance": "landing_distance", **FLIGHT}
    ),
    "vertical_throw": Kind(
        "speed", (0.01, 0.04), _throw_up, {"apex_height": "apex_height", **FLIGHT}
    ),
    "braking": Kind("friction", (0.02, 0.10), _brake, {"displacement": "stopping_distance"}),
    "bounce": Kind("restitution", (0.01, 0.04), _bounce, {"rebound_height": "rebound"}),
    "pendulum": Kind("length", (0.01, 0.04), _swing, {"period": "period"}),
}
"""Of which the film measures the very number that is solved."""

FILMED: Final[Mapping[str, Kind]] = {
    "free_fall": Kind("height", (0.005, 0.01), _fall, {}),
    "braking": Kind("friction", (0.02, 0.10), _brake, {}),
    "bounce": Kind("restitution", (0.01, 0.04), _bounce, {}),
    "pendulum": Kind("length", (0.005, 0.01), _swing, {}),
    "incline": Kind("friction_static", (0.02, 0.08), _slide, {}),
    "stack": Kind("offset", (0.01, 0.03), _stack, {}),
}
"""Of which films are made: what varies is not seen at the start, or is within what passes."""


def trials(
    goals: int, seed: int, faults: Faults, *, films: bool = False, each: int = 1
) -> Iterator[Trial]:
    """Draw worlds, let them be witnessed, and judge them. The same seed gives the same trials.

    Parameters
    ----------
    goals
        How many are written and read, of the families in turn.
    films
        Whether each world is simulated, painted and measured; else the measured numbers are drawn.
    each
        Worlds drawn for each goal: reading it takes longer than they do.
    """
    kinds = FILMED if films else KINDS
    for number in range(goals):
        chance = Random(f"{seed}/{films}/{number}")
        name = tuple(kinds)[number % len(kinds)]
        share = math.exp(chance.uniform(*map(math.log, kinds[name].shares)))
        stated = _stated(kinds[name], share, chance)
        for _ in range(each):
            yield _trial(name, kinds[name], stated, chance, faults, films=films)


def _trial(
    name: str, kind: Kind, stated: Beat, chance: Random, faults: Faults, *, films: bool
) -> Trial:
    asking = chance.choice((Asking.CLOSED_FORM, Asking.CLOSED_FORM, *tuple(Asking)[1:]))
    beat = _asked(stated, asking)
    drawn = {w: chance.random() < getattr(faults, w) for w in Faults.__annotations__}
    world = _world(stated, kind, chance, off=GROSS if drawn["mistaken"] else 1.0)
    holds = _holds(world)
    shown = _another(stated, kind, chance, holds=holds) if drawn["unfaithful"] else world
    if drawn["away"]:
        seen = (making.observation(None, availability=ObserverAvailability.UNAVAILABLE),)
    elif films:
        seen = _watched(beat, shown)
    else:
        seen = (_drawn(beat, stated, shown, kind, chance, boastful=drawn["boastful"]),)
    if films and drawn["boastful"]:
        seen = tuple(_boasting(one) for one in seen)
    judgement = judge(beat, seen)
    happened = tuple(what for what, so in drawn.items() if so)
    alone = _alone(judgement)
    return Trial(name, asking, happened, judgement, holds, alone)


def _stated(kind: Kind, share: float, chance: Random) -> Beat:
    (beat,) = beats_of(kind.text(chance, share))
    given = beat.scenario.parameter(kind.parameter)
    if given is None:
        raise ValueError(f"{beat.scenario.intent.text}: gives no {kind.parameter}")
    quantity = given.quantity
    u = abs(quantity.value) * share
    known = Quantity(value=quantity.value, unit=quantity.unit, uncertainty=u)
    return _with(beat, {kind.parameter: known})


def _with(beat: Beat, values: Mapping[str, Quantity]) -> Beat:
    """Solve a beat anew with other values of some parameters."""
    family = family_named(beat.scenario.family)
    kept = tuple(p for p in beat.scenario.intent.parameters if p.name not in values)
    changed = tuple(
        Parameter(name=name, quantity=quantity, source=ParameterSource.USER)
        for name, quantity in values.items()
    )
    intent = beat.scenario.intent.revised(parameters=(*kept, *changed))
    scenario = family.complete(intent)
    premises = tuple(c for c in beat.constraints if c.kind is ConstraintKind.PREMISE)
    return beat.revised(
        scenario=scenario,
        constraints=(*family.constraints(scenario), *premises),
        prediction=family.solve(scenario),
    )


def _asked(beat: Beat, asking: Asking) -> Beat:
    seen = asking is not Asking.CLOSED_FORM
    intent = beat.scenario.intent.revised(requires_visual_verification=seen)
    beat = beat.revised(scenario=beat.scenario.revised(intent=intent))
    return without_solver(beat) if asking is Asking.FILM_ALONE else beat


def _world(beat: Beat, kind: Kind, chance: Random, *, off: float) -> Beat:
    """Draw what is so: every number that is uncertain, one of them perhaps grossly."""
    values = {
        p.name: Quantity(value=_around(p, chance, beat.scenario, kind, off), unit=p.quantity.unit)
        for p in beat.scenario.parameters
        if p.quantity.uncertainty > 0.0 and p.source is not ParameterSource.INFERRED
    }
    return _with(beat, values)


def _around(p: Parameter, chance: Random, scenario: Scenario, kind: Kind, off: float) -> float:
    slot = next(s for s in family_named(scenario.family).slots if s.name == p.name)
    u = p.quantity.uncertainty * (off if p.name == kind.parameter else 1.0)
    return min(max(chance.gauss(p.quantity.value, u), slot.low), slot.high)


def _another(beat: Beat, kind: Kind, chance: Random, *, holds: bool) -> Beat:
    """Draw a world of the other outcome, if one comes up."""
    for _ in range(20):
        world = _world(beat, kind, chance, off=GROSS)
        if _holds(world) is not holds:
            break
    return world


def _holds(world: Beat) -> bool:
    """Whether what the goal claims is so, by the closed form."""
    goals = {c.constraint_id for c in world.constraints if c.kind is ConstraintKind.GOAL}
    judged = judge(world, ()).findings
    told = [f.margin for f in judged if f.constraint_id in goals]
    return all(m.value >= 0.0 for m in told if m is not None)


def _watched(beat: Beat, world: Beat) -> tuple[Observation, ...]:
    """Simulate and paint a world, and measure the film."""
    film = filmed(world)
    key = AttemptKey(episode_id="ep_0123456789abcdef")
    viewing = Viewing(key=key, beat=beat, artifact=ARTIFACT, shot=film.shot)
    return stages.observe(viewing, observers=((MeasuringObserver(),),), open_film=lambda: film)


def _boasting(seen: Observation) -> Observation:
    """State half of the uncertainty that was measured."""
    return seen.revised(
        evidence=tuple(
            e.revised(quantity=e.quantity.revised(uncertainty=e.quantity.uncertainty / 2.0))
            for e in seen.evidence
        )
    )


def _drawn(
    beat: Beat, stated: Beat, world: Beat, kind: Kind, chance: Random, *, boastful: bool
) -> Observation:
    """Draw what would be measured: the true number with a normal error, as docs/measured.md says.

    A film is from five times better to twice worse than what is known beforehand.
    """
    known = {e.name: e.quantity for e in stated.prediction.evidence}
    so = {e.name: e.quantity.value for e in world.prediction.evidence}
    asked = {c.quantity for c in beat.constraints if EvidenceSource.MEASUREMENT in c.admits}
    ratio = math.exp(chance.uniform(math.log(0.2), math.log(2.0)))
    found: list[Evidence] = []
    for name, of in kind.seen.items():
        if name not in asked:
            continue
        law = name in FLIGHT
        u = 0.01 * so[of] if law else ratio * known[of].uncertainty
        value = chance.gauss(so[of], u)
        stated_u = u / 2.0 if boastful and not law else u
        quantity = Quantity(value=value, unit=known[of].unit, uncertainty=stated_u)
        found.append(
            making.evidence(
                0.0, name=name, source=EvidenceSource.MEASUREMENT, observation_id="obs_1"
            ).revised(quantity=quantity)
        )
    empty = making.observation(None, reason=AbstentionReason.EVENT_NOT_SEEN)
    return empty.revised(
        availability=ObserverAvailability.SUCCESS, evidence=tuple(found), abstentions=()
    )


def _alone(judgement: Judgement) -> float:
    """Give the probability that the verdict is right by the solver's margins alone."""
    required = {c.constraint_id for c in judgement.constraints if c.required}
    told = [
        probability(f.margin)
        for f in judgement.findings
        if f.source is EvidenceSource.SOLVER and f.constraint_id in required
        if f.margin is not None
    ]
    if not told:
        return 0.5
    holds = conjunction(told)
    return holds if judgement.state is EpistemicState.ACCEPTED else 1.0 - holds
