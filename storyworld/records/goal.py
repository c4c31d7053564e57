"""What is asked, and how it was read."""

import unicodedata
from enum import StrEnum
from typing import Annotated, Final

from pydantic import AfterValidator, Field, NonNegativeInt

from storyworld.records.constraint import Comparison
from storyworld.records.frozen import Identifier, Name, Probability, Record, Text
from storyworld.records.quantity import NonNegative, Quantity, Unit

MAX_GOAL_CHARACTERS = 2000


def _plain(text: str) -> str:
    text = text.strip()
    if not text:
        raise ValueError("is empty: say in a sentence what should happen")
    if len(text) > MAX_GOAL_CHARACTERS:
        raise ValueError(f"is longer than {MAX_GOAL_CHARACTERS} characters: shorten it")
    # what is printable holds none; looking at each character takes longer than all else
    if not text.isprintable() and any(
        unicodedata.category(c) in {"Cc", "Cs", "Cf"} and c not in "\n\t\r\u200d" for c in text
    ):
        raise ValueError("holds control characters: send plain text")
    return text


GoalText = Annotated[
    str,
    AfterValidator(_plain),
    Field(json_schema_extra={"minLength": 1, "maxLength": MAX_GOAL_CHARACTERS}),
]


class RiskProfile(StrEnum):
    """How much is tried before giving up, and how strict the guard band is."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class CostPolicy(StrEnum):
    """What another attempt may cost, after the first showed too little.

    `FRUGAL`: nothing is bought again, and no backend taken that is dearer than the last.
    `BALANCED`: only while what is left of the budget pays for it, and for a film of each beat to
    come. `THOROUGH`: whatever fits what is left.
    """

    FRUGAL = "frugal"
    BALANCED = "balanced"
    THOROUGH = "thorough"


class Backend(StrEnum):
    """The render backends a goal may ask for."""

    STUB = "stub"
    VEO = "veo"
    SVD = "svd"
    ANIMATEDIFF = "animatediff"

    @property
    def bought(self) -> bool:
        """Whether its films are ordered of a vendor, rather than rendered on a machine of ours."""
        return self is Backend.VEO


class ObserverImpact(StrEnum):
    """What becomes of a judgement when the film gives no evidence.

    `BLOCKING`: nothing is accepted that was not seen. `CONFIDENCE_ONLY`: the solver's finding
    stands, and the judgement is less sure.
    """

    BLOCKING = "blocking"
    CONFIDENCE_ONLY = "confidence_only"


class Goal(Record):
    """What someone asks to see happen, with budget, risk profile and overrides.

    `earlier` is a goal that this one refers back to ("the same crate ..."): what it gives stands
    in for what this one leaves out. `requires_visual_verification` and `observer_impact`
    override how the goal is classified.
    """

    text: GoalText
    earlier: GoalText | None = None
    budget_usd: Annotated[NonNegative, Field(le=10_000)] | None = None
    risk_profile: RiskProfile = RiskProfile.MEDIUM
    cost_policy: CostPolicy = CostPolicy.BALANCED
    backend: Backend | None = None
    seed: Annotated[int, Field(ge=0, lt=2**31)] = 0
    requires_visual_verification: bool | None = None
    observer_impact: ObserverImpact | None = None
    world_id: Identifier | None = None
    from_node: Identifier | None = None


class Domain(StrEnum):
    """The problem domains a goal may belong to."""

    VEHICLE_DYNAMICS = "vehicle_dynamics"
    STATICS = "statics"
    STRUCTURAL = "structural"
    FLUID = "fluid"
    GENERIC = "generic"
    KINEMATICS = "kinematics"
    COLLISION = "collision"
    ENERGY = "energy"
    ROTATION = "rotation"
    THERMAL = "thermal"
    OPTICS = "optics"
    ROCKETRY = "rocketry"


class ParameterSource(StrEnum):
    """Who gave a parameter its value."""

    USER = "user"
    DEFAULT = "default"
    INFERRED = "inferred"


class Span(Record):
    """The words of the goal something came from: ``goal.text[start:end]``."""

    start: NonNegativeInt
    end: NonNegativeInt
    text: str


class Parameter(Record):
    """One named parameter of a scenario with unit, source and the words it was read from.

    `bound` says that the text gives no value but a limit of it ("friction of at least 0.6"): the
    quantity is then that limit. What follows from others names them in `inferred_from`, and says
    in `added_uncertainty` what inferring it added, where that is not the quantity's own.
    """

    name: Name
    quantity: Quantity
    source: ParameterSource
    words: Span | None = None
    because: Text | None = None
    bound: Comparison | None = None
    inferred_from: tuple[str, ...] = ()
    added_uncertainty: NonNegative | None = None


UNPLACED_QUANTITY: Final = "unplaced_quantity"
"""What is missing where a number is of nothing that is known here."""
SCENARIO_FAMILY: Final = "scenario_family"
"""What is missing where no family fits a goal."""


class MissingParameter(Record):
    """A parameter that decides the outcome and is nowhere given."""

    name: Name
    unit: Unit
    because: Text


class Intent(Record):
    """How one beat of the goal was read: domain, family, wanted outcome and parameters.

    `wanted` is one of the family's outcomes; `parameters` holds what the text gives, no
    defaults; `unused` are the quantities read but not needed. `unsettled` names what the text
    asks for and does not settle (a claim nobody can place, a height only bounded).
    `observer_impact` is given where the goal says otherwise than its kind.
    """

    text: Text
    domain: Domain
    family: Name
    family_confidence: Probability
    wanted: Name
    parameters: tuple[Parameter, ...] = ()
    unused: tuple[Span, ...] = ()
    unsettled: tuple[MissingParameter, ...] = ()
    requires_visual_verification: bool = False
    observer_impact: ObserverImpact | None = None

    @property
    def impact(self) -> ObserverImpact:
        """What a film without evidence does to the judgement, said or as its kind has it."""
        seen = self.requires_visual_verification
        as_its_kind = ObserverImpact.BLOCKING if seen else ObserverImpact.CONFIDENCE_ONLY
        return self.observer_impact or as_its_kind
