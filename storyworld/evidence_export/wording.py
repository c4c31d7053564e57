"""How values are written for people: every outcome and status has a word and a shape.

The shape never stands alone and colour never tells anything that shape and word do not.
"""

import math
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from storyworld.records.constraint import Comparison, Constraint, FindingStatus
from storyworld.records.episode import RunStatus
from storyworld.records.evidence import EvidenceSource
from storyworld.records.goal import SCENARIO_FAMILY, UNPLACED_QUANTITY
from storyworld.records.quantity import NOISE, Quantity, Unit
from storyworld.records.verdict import EpistemicState, OutcomeKind

# value -> (shape, word, tone); shapes are drawn in templates/shapes.html
MARKS: dict[StrEnum | str, tuple[str, str, str]] = {
    OutcomeKind.GOAL_ACHIEVED: ("tick", "Achieved", "good"),
    OutcomeKind.GOAL_IMPOSSIBLE: ("cross", "Impossible", "bad"),
    OutcomeKind.DEAD_STATE: ("stop", "Dead state", "bad"),
    OutcomeKind.GOAL_ABANDONED: ("slash", "Abandoned", "quiet"),
    OutcomeKind.EPISTEMICALLY_INCOMPLETE: ("gap", "Evidence missing", "open"),
    OutcomeKind.UNCERTAIN_TERMINATION: ("diamond", "Uncertain", "open"),
    OutcomeKind.IN_PROGRESS: ("half", "In progress", "live"),
    FindingStatus.SATISFIED: ("tick", "Satisfied", "good"),
    FindingStatus.VIOLATED: ("cross", "Violated", "bad"),
    FindingStatus.UNDECIDED: ("diamond", "Undecided", "open"),
    FindingStatus.UNEVALUABLE: ("gap", "No evidence", "quiet"),
    EpistemicState.ACCEPTED: ("tick", "Accepted", "good"),
    EpistemicState.REJECTED: ("cross", "Rejected", "bad"),
    EpistemicState.EPISTEMICALLY_INCOMPLETE: ("gap", "Evidence missing", "open"),
    EpistemicState.UNCERTAIN_TERMINATION: ("diamond", "Uncertain", "open"),
    RunStatus.QUEUED: ("ring", "Queued", "quiet"),
    RunStatus.RUNNING: ("half", "Running", "live"),
    RunStatus.SUCCEEDED: ("tick", "Succeeded", "quiet"),
    RunStatus.FAILED: ("warn", "Failed", "bad"),
    RunStatus.CANCELED: ("slash", "Canceled", "quiet"),
    "waiting": ("ring", "Waiting", "quiet"),
    "working": ("half", "Working", "live"),
    "done": ("tick", "Done", "quiet"),
    "dead": ("warn", "Dead", "bad"),
    "canceled": ("slash", "Canceled", "quiet"),
}
SOURCES = {
    EvidenceSource.USER: "the goal",
    EvidenceSource.SOLVER: "solver",
    EvidenceSource.MEASUREMENT: "measurement",
    EvidenceSource.VISION_MODEL: "vision model",
    EvidenceSource.INFERRED: "inferred",
}
MOST_PLACES = 6
_NAMED: Final = {
    UNPLACED_QUANTITY: "what a number is of",
    SCENARIO_FAMILY: "a kind of problem that is solved here",
}
"""What is missing, where its name is a word of ours alone."""
SIGNS = {Comparison.AT_MOST: "≤", Comparison.AT_LEAST: "≥", Comparison.WITHIN: "="}


def mark(value: StrEnum | str) -> tuple[str, str, str]:
    """Give shape, word and tone of an outcome, a status or a finding."""
    return MARKS.get(value, ("ring", plainly(str(value)).capitalize(), "quiet"))


def instant(then: datetime) -> str:
    """Write an instant to the second, in UTC."""
    return then.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")


def duration(seconds: float | None) -> str:
    """Write a duration with three digits."""
    if seconds is None:
        return "–"
    for below, digits, unit, scale in (
        (0.9995, 0, "ms", 1000),
        (9.995, 2, "s", 1),
        (59.95, 1, "s", 1),
    ):
        if seconds < below:
            return f"{seconds * scale:.{digits}f} {unit}"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02d} s"


def percent(value: float | None) -> str:
    """Write a probability; nothing is rounded to certainty or to nothing."""
    if value is None:
        return "–"
    whole = f"{value * 100:.0f}"
    if whole == "100" and value < 1:
        return "> 99\N{NO-BREAK SPACE}%"
    if whole == "0" and value > 0:
        return "< 1\N{NO-BREAK SPACE}%"
    return f"{whole}\N{NO-BREAK SPACE}%"


def usd(value: float | None) -> str:
    """Write money to the cent, or finer where a cent hides it; unknown is not nothing."""
    if value is None:
        return "unknown"
    if 0 < value < 0.0001:
        return "< $0.0001"
    return f"${value:.2f}" if value == 0 or value >= 0.01 else f"${value:.4f}"


def plainly(name: str) -> str:
    """Write a name in words."""
    return _NAMED.get(name, name.replace("_", " "))


def symbol(unit: Unit) -> str:
    """Write a unit as people do."""
    signs = {Unit.ONE: "", Unit.DEGREE: "°"}
    return signs.get(unit, str(unit).replace("^2", "²").replace("^3", "³"))


def signed(quantity: Quantity) -> str:
    """Write a quantity with its sign, as margins are."""
    return ("+" if quantity.value > 0 else "") + brief(quantity)


def bands(value: float) -> str:
    """Write how many guard bands a margin has, without its sign."""
    size = abs(value)
    return f"{size:.2g}" if size < 10 else f"{size:.0f}" if size < 1000 else "more than 1000"


def sharp(quantity: Quantity) -> Quantity:
    """Leave out the uncertainty, where it is written beside; noise of rounding becomes nothing."""
    noise = abs(quantity.value) < NOISE * quantity.uncertainty
    return quantity.revised(value=0.0 if noise else quantity.value, uncertainty=0.0)


def brief(quantity: Quantity) -> str:
    """Write a quantity with two digits of its uncertainty and its value to the same place.

    References
    ----------
    JCGM 100:2008 section 7.2.6 (digits of an uncertainty).
    """
    u = quantity.uncertainty
    places = 1 - math.floor(math.log10(u)) if u > 0 else MOST_PLACES + 1
    if places > MOST_PLACES:
        number = f"{quantity.value:.4g}" + (f" ± {u:.2g}" if u > 0 else "")
    else:
        rounded = round(u, places)  # 0.0996 becomes 0.10 and has a place less
        places = max(1 - math.floor(math.log10(rounded)), 0)
        number = f"{quantity.value:.{places}f} ± {u:.{places}f}"
    unit = symbol(quantity.unit)
    return number.replace("-", "−") + ("" if unit in {"", "°"} else "\N{NO-BREAK SPACE}") + unit


def asked(constraint: Constraint) -> str:
    """Write what a constraint asks for: ``≤ 2.1 s``, ``= 9.81 ± 0.5 m/s²``."""
    if constraint.comparison is None or constraint.threshold is None:
        return "–"
    limit = brief(constraint.threshold)
    if constraint.tolerance is not None:
        value = f"{constraint.threshold.value:.4g}".replace("-", "−")
        limit = f"{value} ± {brief(constraint.tolerance)}"
    return f"{SIGNS[constraint.comparison]} {limit}"


FILTERS: Final[Mapping[str, Callable[..., object]]] = MappingProxyType(
    {
        "asked": asked,
        "brief": brief,
        "duration": duration,
        "instant": instant,
        "mark": mark,
        "percent": percent,
        "plainly": plainly,
        "sharp": sharp,
        "signed": signed,
        "symbol": symbol,
        "usd": usd,
    }
)
"""What every template is taught, those of the report and those of the pages."""
