"""What is simulated: scenario, shot, questions, prediction, beats and the plan of a goal."""

from collections.abc import Collection
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import Field, NonNegativeFloat, NonNegativeInt, PositiveFloat, PositiveInt

from storyworld.records.constraint import Constraint, Finding
from storyworld.records.evidence import Evidence
from storyworld.records.frozen import Identifier, Name, Record, Text
from storyworld.records.goal import Intent, MissingParameter, Parameter
from storyworld.records.prior import Prior
from storyworld.records.quantity import Quantity, Unit

Byte = Annotated[int, Field(ge=0, le=255)]
Colour = tuple[Byte, Byte, Byte]


class Scenario(Record):
    """Intent + family + complete parameters + starting node: what is simulated."""

    intent: Intent
    family: Name
    wanted: Name
    parameters: tuple[Parameter, ...]
    missing: tuple[MissingParameter, ...] = ()
    from_node: Identifier | None = None

    def parameter(self, name: str) -> Parameter | None:
        """Give the parameter of that name, if the scenario has it."""
        return next((p for p in self.parameters if p.name == name), None)

    def si(self, name: str) -> float:
        """Give the value of a parameter in its canonical unit.

        Raises
        ------
        KeyError
            If the scenario has no such parameter.
        """
        found = self.parameter(name)
        if found is None:
            raise KeyError(name)
        return found.quantity.value


class Measure(StrEnum):
    """What can be measured of bodies on film. Questions are data; this is their vocabulary."""

    FALL_TIME = "fall_time"
    IMPACT_SPEED = "impact_speed"
    VERTICAL_ACCELERATION = "vertical_acceleration"
    HORIZONTAL_VELOCITY = "horizontal_velocity"
    CLEARANCE_ABOVE = "clearance_above"
    LANDING_DISTANCE = "landing_distance"
    APEX_HEIGHT = "apex_height"
    SURFACE_ANGLE = "surface_angle"
    DISPLACEMENT = "displacement"
    ACCELERATION_ALONG = "acceleration_along"
    TILT = "tilt"
    TOP_HEIGHT = "top_height"
    HOLD_TIME = "hold_time"
    SCALE_BAR_LENGTH = "scale_bar_length"
    BODY_LENGTH = "body_length"
    BODY_BREADTH = "body_breadth"
    START_DISTANCE = "start_distance"
    START_GAP = "start_gap"
    ACCELERATION_EVENNESS = "acceleration_evenness"
    PARABOLA_MISFIT = "parabola_misfit"
    PERIOD = "period"
    REBOUND_HEIGHT = "rebound_height"
    REBOUND_SPEED = "rebound_speed"
    RESTITUTION = "restitution"
    STEADY_SPEED = "steady_speed"
    SWING_SPEED = "swing_speed"
    END_SPEED = "end_speed"
    TRAVEL_TIME = "travel_time"
    ANGULAR_RATE = "angular_rate"
    WATERLINE = "waterline"

    @property
    def lasting(self) -> bool:
        """Whether it is a property of the body, not of what happens to it or is drawn about it."""
        return self in (Measure.BODY_LENGTH, Measure.BODY_BREADTH)


class Question(Record):
    """One question to the observers: a measure of bodies, under the evidence's name.

    `subjects` and `reference` name bodies of the shot; with several subjects the answer is that
    of the worst (largest tilt, shortest hold). A closed-form goal can be judged without the
    answer; `required` says that a measured judgement cannot. `stated` says that the goal gives
    what it asks for: it is not only how the scene was drawn. `again` says that the goal speaks of
    bodies that were there before, not of others of their kind.
    """

    evidence: Name
    measure: Measure
    unit: Unit
    subjects: Annotated[tuple[Name, ...], Field(min_length=1)]
    reference: Name | None = None
    required: bool = True
    words: Text = ""
    stated: bool = False
    again: bool = False

    @property
    def lasting(self) -> bool:
        """Whether its answer stays true of the body in all that follows."""
        return self.stated and self.measure.lasting


class Check(Record):
    """What a vision model is asked to tell of a film: a statement, and what would deny it.

    Both are put to the model, so that a model which agrees with everything is found out. What it
    means for a goal no model is told: `shows` and `denies` name the claims that an honest film
    bears out only where the statement is true of it, and only where it is not.
    """

    name: Name
    statement: Text
    antonym: Text
    shows: tuple[Name, ...] = ()
    denies: tuple[Name, ...] = ()

    def expected(self, claims: Collection[str]) -> bool | None:
        """Say whether the statement has to be true where these claims are; None if it is open."""
        shown, denied = set(claims) & {*self.shows}, set(claims) & {*self.denies}
        return None if bool(shown) is bool(denied) else bool(shown)


class BodyRole(StrEnum):
    """Whether a body moves, carries, or is only a mark for reading the film."""

    MOVING = "moving"
    SUPPORT = "support"
    MARK = "mark"


class BodyMark(Record):
    """How one body is recognised on film: its colour. Never where it is.

    `relative_mass` is given of bodies that move freely but for meeting one another, in a unit
    that they share: between them momentum is kept.
    """

    name: Name
    colour: Colour
    role: BodyRole
    relative_mass: PositiveFloat | None = None


MOST_SIDE_PX: Final = 1920
"""No film is wider or higher: its decoder takes no more."""
MOST_FILM_S: Final = 86_400.0
"""No film is asked for that lasts longer."""


class Framing(Record):
    """How the film is asked to be made: what an attempt may vary."""

    width_px: Annotated[int, Field(ge=64, le=1920)] = 640
    height_px: Annotated[int, Field(ge=64, le=1920)] = 360
    frame_rate_hz: Annotated[float, Field(gt=0, le=240)] = 30.0
    zoom: Annotated[float, Field(gt=0.1, le=4.0)] = 1.0
    extra_s: Annotated[float, Field(ge=0, le=10)] = 0.0


class Camera(Record):
    """A fixed orthographic side view: pixels per metre, and where x = 0, y = 0 lies.

    World x points right and y up, in metres; pixel x right, pixel y down.
    """

    width_px: Annotated[int, Field(gt=0, le=MOST_SIDE_PX)]
    height_px: Annotated[int, Field(gt=0, le=MOST_SIDE_PX)]
    frame_rate_hz: Annotated[float, Field(gt=0, le=1000)]
    frame_count: Annotated[int, Field(ge=1, le=2000)]
    pixels_per_metre: PositiveFloat
    origin_x_px: float
    origin_y_px: float


class Clock(Record):
    """A dark mark that goes along its lane evenly, from the first frame to the last.

    Its middle is at `left_px` at 0 s and at `right_px` at `lasts_s`; it is `width_px` wide and
    fills the rows from `top_px` to before `bottom_px`. As the scale bar shows a metre on the
    film, it shows a second.
    """

    left_px: NonNegativeInt
    right_px: PositiveInt
    top_px: NonNegativeInt
    bottom_px: PositiveInt
    width_px: PositiveInt
    lasts_s: PositiveFloat


class Shot(Record):
    """What the control side declares of a film before it is made: all an observer may know.

    Camera, the colour of each body, the length of the painted scale bar (body `scale_bar`), the
    painted clock, how strong gravity is where it plays, and by how much faster than life it runs
    (`pace`: 0.5 is slow motion). For a film nobody staged, `bodies` is empty, `scale_bar_m` and
    `clock` None, and `scale_u` says how well its scale is known, as a share (2 % unless given).
    """

    camera: Camera
    bodies: tuple[BodyMark, ...] = ()
    scale_bar_m: PositiveFloat | None = None
    clock: Clock | None = None
    gravity_m_s2: NonNegativeFloat | None = None
    scale_u: Annotated[float, Field(ge=0, le=1)] | None = None
    pace: PositiveFloat = 1.0

    def body(self, name: str) -> BodyMark:
        """Give the mark of a body.

        Raises
        ------
        KeyError
            If the shot has no such body.
        """
        for mark in self.bodies:
            if mark.name == name:
                return mark
        raise KeyError(name)


class Alternative(Record):
    """The smallest change of one parameter that would flip the finding."""

    parameter: Name
    asked: Quantity
    limit: Quantity
    words: Text


class Prediction(Record):
    """What the solver says before anything is filmed: evidence, findings, and what would flip them.

    `outcome` is the family's outcome predicted, or None when a decisive parameter is missing.
    """

    outcome: Name | None
    equation: Text
    evidence: tuple[Evidence, ...] = ()
    findings: tuple[Finding, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    explanation: Text = ""


class Beat(Record):
    """One renderable moment with everything needed to judge it.

    `priors` say what stood against earlier goals of its domain; nobody judges by them.
    """

    index: NonNegativeInt
    title: Text
    scenario: Scenario
    constraints: tuple[Constraint, ...]
    questions: tuple[Question, ...]
    prediction: Prediction
    checks: tuple[Check, ...] = ()
    filmable: bool = True
    priors: tuple[Prior, ...] = ()

    @property
    def claims(self) -> tuple[str, ...]:
        """What has to hold, by name."""
        return tuple(dict.fromkeys(c.claim for c in self.constraints if c.required))

    @property
    def answerable(self) -> bool:
        """Whether filming it can settle anything: nothing decisive missing, something to test."""
        tested = any(c.required for c in self.constraints)
        return self.filmable and tested and not self.scenario.missing


class Plan(Record):
    """A goal read, solved and cut into beats."""

    kind: Literal["plan"] = "plan"
    beats: Annotated[tuple[Beat, ...], Field(min_length=1)]

    @property
    def open_beat(self) -> Beat | None:
        """The first beat that no film can settle, unless the walk ends before it."""
        for beat in self.beats:
            if not beat.answerable:
                return beat
            if beat.prediction.outcome != beat.scenario.wanted:
                return None
        return None


class Vetoed(Record):
    """A goal contradictory in language: never rendered."""

    kind: Literal["vetoed"] = "vetoed"
    constraints: Annotated[tuple[Constraint, ...], Field(min_length=1)]
    because: Text
