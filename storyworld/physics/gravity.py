"""Gravity, as every family knows it: the slot for g, g elsewhere, and the law a film must obey."""

from functools import partial
from typing import Final

from storyworld.physics.completion import inferred
from storyworld.physics.family import Slot
from storyworld.physics.solving import solver_evidence
from storyworld.physics.whereabouts import whereabouts
from storyworld.physics.wording import say
from storyworld.reading.words import Words
from storyworld.records.constraint import Comparison, Constraint, ConstraintKind
from storyworld.records.evidence import Evidence, EvidenceSource
from storyworld.records.goal import MissingParameter, Parameter
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.scenario import Measure, Scenario

GRAVITY: Final = Slot(
    name="gravity",
    unit=Unit.METRE_PER_SECOND_SQUARED,
    words="gravity",
    low=0.001,
    high=300.0,
    before=("gravity", "g", "gravity is", "gravitational acceleration", "gravitational field"),
    after=("gravity",),
    by_unit=True,
    default=9.81,
    default_u=0.015,
    because="at the Earth's surface g lies between 9.78 and 9.83 m/s²",
)
# A film conforms to g to this share: an equivalence test, never a point null.
CONFORMANCE: Final = 0.05


def gravity_of_the_place(words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """Infer g where the text names another place ('on the Moon') and states no g itself."""
    if any(p.name == GRAVITY.name for p in given):
        return ()
    bodies = whereabouts(words).bodies
    if len(bodies) != 1:
        return ()
    (body,) = bodies
    because = f"the goal plays on {body.name.capitalize()}"
    u = body.share_u * body.g_m_s2
    return (inferred(GRAVITY.name, body.g_m_s2, GRAVITY.unit, because, u),)


def gravity_unknown(
    words: Words, given: tuple[Parameter, ...], *, weightless: bool = True
) -> tuple[MissingParameter, ...]:
    """Name g as missing where a goal plays on a world nobody knows, on several, or in no weight.

    Parameters
    ----------
    words, given
        The text, and what it gives.
    weightless
        Whether to name it where things are weightless, too ('on the ISS').
    """
    if any(p.name == GRAVITY.name for p in given):
        return ()
    where = whereabouts(words)
    if len(where.bodies) > 1:
        names = " and ".join(body.name.capitalize() for body in where.bodies)
        because = f"the goal names several worlds: {names}"
    elif where.strange is not None:
        because = f"the goal plays on a world whose gravity is not given ('{where.strange}')"
    elif weightless and where.weightless is not None:
        because = f"things are weightless there ('{where.weightless}'): nothing falls with 9.81"
    else:
        return ()
    return (MissingParameter(name=GRAVITY.name, unit=GRAVITY.unit, because=because),)


def gravity_law(constraint_id: str, law: str, scenario: Scenario) -> tuple[Constraint, ...]:
    """Require that the body in flight accelerates downwards with g, to 5 %; nothing without g."""
    gravity = scenario.parameter(GRAVITY.name)
    if gravity is None:
        return ()
    g = gravity.quantity.value
    return (
        Constraint(
            constraint_id=constraint_id,
            claim=constraint_id,
            kind=ConstraintKind.LAW,
            law=law,
            statement=f"It gains {say(g, GRAVITY.unit)} downwards, to 5 %.",
            quantity="vertical_acceleration",
            comparison=Comparison.WITHIN,
            threshold=Quantity(value=g, unit=GRAVITY.unit),
            tolerance=Quantity(value=CONFORMANCE * g, unit=GRAVITY.unit),
        ),
    )


def flight_laws() -> tuple[Constraint, ...]:
    """Require, of a film without a scale, that one acceleration explains a whole flight.

    Declared policy: within a factor of two between the halves of it, since cameras have
    perspective, and a parabola to 1 % of its length; real throws and drops miss it by 0.2 %.
    """
    one = partial(Quantity, unit=Unit.ONE)
    return (
        Constraint(
            constraint_id="constant_acceleration",
            claim="constant_acceleration",
            kind=ConstraintKind.LAW,
            law="constant acceleration in free flight",
            statement="Both halves of the flight have the same acceleration, within a factor of 2.",
            quantity=Measure.ACCELERATION_EVENNESS.value,
            comparison=Comparison.WITHIN,
            threshold=one(value=0.0),
            tolerance=one(value=1.0),
            admits=(EvidenceSource.MEASUREMENT,),
            scale_free=True,
        ),
        Constraint(
            constraint_id="parabola",
            claim="parabola",
            kind=ConstraintKind.LAW,
            law="free flight is a parabola",
            statement="The flight is a parabola, to 1 % of its length.",
            quantity=Measure.PARABOLA_MISFIT.value,
            comparison=Comparison.AT_MOST,
            threshold=one(value=0.01),
            admits=(EvidenceSource.MEASUREMENT,),
            scale_free=True,
        ),
    )


def gravity_evidence(scenario: Scenario) -> Evidence:
    """Give the solver's evidence for that law: the scenario's g.

    Raises
    ------
    KeyError
        If the scenario has none.
    """
    g = scenario.parameter(GRAVITY.name)
    if g is None:
        raise KeyError(GRAVITY.name)
    return solver_evidence(
        "vertical_acceleration", g.quantity.value, g.quantity.uncertainty, GRAVITY.unit,
        "the scenario's g",
    )  # fmt: skip
