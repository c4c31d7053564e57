"""Which changes of phase lie between two temperatures, and whether what is asked agrees with them.

Between its melting and its boiling point a substance has one heat capacity and no latent heat.
Where the way from the first temperature to the last leaves that range, the heat of the change is
counted, if it is known, or missing; it is never left out in silence.

References
----------
CRC Handbook of Chemistry and Physics, 95th ed.; H. D. Goff and A. R. Hill, Dairy Science and
Technology Education (milk freezes at -0.5 °C, boils 0.15 K above water); IOC, TEOS-10 Manual (sea
water freezes at -1.9 °C).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from storyworld.physics.heat_words import (
    Heated,
    Process,
    at_melting_point,
    heated,
    place_temperatures,
    room_temperature,
)
from storyworld.physics.materials import MATERIALS, Material, Property
from storyworld.physics.phase_points import SUBSTANCES
from storyworld.physics.spans import Span
from storyworld.physics.wording import say
from storyworld.reading.quantities import read_quantities
from storyworld.reading.words import Words
from storyworld.records.goal import Intent, MissingParameter, Parameter
from storyworld.records.quantity import Unit

Range = tuple[float, float]

_KELVIN, _PER_KG = Unit.KELVIN, Unit.JOULE_PER_KILOGRAM
_CAPACITY: Final = Unit.JOULE_PER_KILOGRAM_KELVIN
# So near to where it changes its phase something is there, K: 212 °F is 100 °C.
_THERE: Final = 0.2
_ROOM: Final = 294.0
_BEAT: Final = "beat_"
_ALSO_CALLED: Final = {"ice": "water", "alcohol": "ethanol"}
# Melting and boiling ranges, K, of what the other tables do not know.
_MORE: Final[Mapping[str, tuple[Range | None, Range | None]]] = {
    "milk": ((272.5, 272.7), (373.2, 374.2)),
    "sea water": ((271.1, 271.5), (373.6, 374.5)),
    "oil": ((253.0, 273.0), None),
}
_LIQUIDS: Final = frozenset({"water", "sea water", "oil", "alcohol", "milk", "mercury"})
_UPWARDS: Final = frozenset({Process.WARMS, Process.MELTS, Process.BOILS, Process.BOILS_AWAY})
# Open it boils away before it gets any warmer; under pressure it takes no latent heat at all.
_OPEN: Final = Span(0.0, 1e8, "open it boils away first, under pressure it stays liquid")


@dataclass(frozen=True)
class Points:
    """Where a substance melts and boils, K, each as a range; None where it is not known."""

    melts: Range | None
    boils: Range | None


@dataclass(frozen=True)
class Course:
    """What is heated or cooled along the way asked for.

    Attributes
    ----------
    heated
        The substance and the process, with the change of phase that lies on the way.
    missing
        What is contradictory about it, or not known of a change of phase on the way.
    over_boiling
        Whether a liquid is to get hotter than it boils.
    """

    heated: Heated
    missing: tuple[MissingParameter, ...] = ()
    over_boiling: bool = False


def points_of(material: Material | None) -> Points:
    """Give where a material melts and boils, from whichever table knows it."""
    if material is None:
        return Points(None, None)
    melts = material.known.get(Property.MELTING_POINT)
    boils = material.known.get(Property.BOILING_POINT)
    called = _ALSO_CALLED.get(material.name, material.name)
    listed = next((s for s in SUBSTANCES if s.name == called), None)
    more = _MORE.get(material.name, (None, None))
    if listed is not None:
        more = (listed.melts, listed.boils)
    return Points(melts or more[0], boils or more[1])


def course(words: Words, given: tuple[Parameter, ...]) -> Course:
    """Read what becomes of a substance between the temperatures given."""
    values = {p.name: p.quantity.value for p in given if p.quantity.unit is _KELVIN}
    return _course(heated(words), words, values, frozenset(p.name for p in given))


def taken_over(intent: Intent) -> Intent:
    """Hold what a goal takes over of an earlier one against the changes of phase on the way.

    'Then it cools it to -18 °C': what it is, and from where, the goal before says.
    """
    taken = [p for p in intent.parameters if any(s.startswith(_BEAT) for s in p.inferred_from)]
    if not taken:
        return intent
    words = Words.of(intent.text)
    what = heated(words)
    if what.substance is None:
        known = (heated(Words.of(p.because or "")).substance for p in taken)
        what = replace(what, substance=next((m for m in known if m is not None), None))
    values = {p.name: p.quantity.value for p in intent.parameters if p.quantity.unit is _KELVIN}
    values.pop("turn", None)
    found = _course(what, words, values, frozenset(values))
    missing = list(found.missing)
    if not missing and (found.over_boiling or found.heated.process is not what.process):
        because = "it changes its phase on the way, which the goal before does not say"
        missing.append(_missing("latent_heat", _PER_KG, because))
    already = {m.name for m in intent.unsettled}
    new = tuple(m for m in missing if m.name not in already)
    return intent.revised(unsettled=(*intent.unsettled, *new)) if new else intent


def latent_span(words: Words) -> Mapping[str, Span]:
    """Give the range of the heat that boiling takes where a liquid is to get hotter than that."""
    mentions = read_quantities(words).mentions
    placed = place_temperatures(words, mentions)
    values = {name: mentions[n].quantity.value for n, name in placed.items()}
    found = _course(heated(words), words, values, frozenset(values))
    return {"latent_heat": _OPEN} if found.over_boiling and not found.missing else {}


def _course(
    what: Heated, words: Words, values: Mapping[str, float], names: frozenset[str]
) -> Course:
    points = points_of(what.substance)
    start, end = _ends(words, what, points, values)
    if what.substance is None or start is None:
        return _of_rise(what, points, values)
    wrong = _wrong_state(what, points, start, values.get("end"))
    if wrong is not None or end is None:
        return Course(what, () if wrong is None else (wrong,))
    what = _as_it_is(what, points, start, end)
    counted = what.process
    melted = counted not in (Process.MELTS, Process.FREEZES) and _between(
        points.melts, start, end, boiling=False
    )
    boiled = counted is not Process.BOILS_AWAY and _between(points.boils, start, end, boiling=True)
    if melted or boiled:
        return _changed(what, points, (melted, boiled), names, start < end)
    if not {"specific_heat", "latent_heat"} & names and _elsewhere(what, points, start, end):
        because = f"between {_said(start)} and {_said(end)} it is in another state than usual"
        return Course(what, (_missing("specific_heat", _CAPACITY, because),))
    return Course(what)


def _changed(
    what: Heated, points: Points, crossed: tuple[bool, bool], names: frozenset[str], upwards: bool
) -> Course:
    """Count a change of phase on the way where it can be counted; `crossed` melting, boiling.

    A mere change of temperature does not say how much of it comes before and how much after.
    """
    known = set(what.substance.known) if what.substance is not None else set()
    counts = {Property.FUSION, Property.MELTING_POINT} <= known and "rise" not in names
    if crossed == (True, False) and counts and what.process in (Process.WARMS, Process.COOLS):
        return Course(_melted(what, upwards))
    boils = what.process in (Process.WARMS, Process.BOILS) and "rise" not in names
    if crossed == (False, True) and upwards and boils:
        if "latent_heat" in names:
            return Course(replace(what, process=Process.BOILS_AWAY))
        return Course(what, over_boiling=True)
    return Course(what, (_uncounted(what, points, melted=crossed[0]),))


def _ends(
    words: Words, what: Heated, points: Points, values: Mapping[str, float]
) -> tuple[float | None, float | None]:
    """Give the first and the last temperature, also where only words say them."""
    start, end = values.get("start"), values.get("end")
    if start is None and room_temperature(words) and what.process is not Process.COOLS:
        start = _ROOM
    if start is None and at_melting_point(words) and what.process is Process.MELTS:
        start = sum(points.melts) / 2 if points.melts else None
    if end is None and start is not None and "rise" in values:
        way = 1.0 if what.process in _UPWARDS else -1.0
        end = start + way * values["rise"]
    if end is None and what.process is not Process.WARMS and what.process is not Process.COOLS:
        boils = what.process in (Process.BOILS, Process.BOILS_AWAY)
        turn = points.boils if boils else points.melts
        end = sum(turn) / 2 if turn else None
    return start, end


def _of_rise(what: Heated, points: Points, values: Mapping[str, float]) -> Course:
    """Read a change of temperature that is greater than the range of the liquid."""
    rise, low, high = values.get("rise"), points.melts, points.boils
    if rise is None or low is None or high is None or what.substance is None:
        return Course(what)
    counted = what.process not in (Process.WARMS, Process.COOLS, Process.BOILS)
    if counted or what.substance.name not in _LIQUIDS or rise <= high[1] - low[0] + _THERE:
        return Course(what)
    because = f"no {what.substance.name} stays liquid over {rise:.4g} K"
    return Course(what, (_missing("latent_heat", _PER_KG, because),))


def _wrong_state(
    what: Heated, points: Points, start: float, end: float | None
) -> MissingParameter | None:
    """Say what contradicts itself: ice at 5 °C, water that freezes at 5 °C, steam that boils."""
    name, process = what.substance.name if what.substance else "", what.process
    solid = process is Process.MELTS or (name == "ice" and process is not Process.FREEZES)
    said = None
    if points.melts is not None:
        if solid and start > points.melts[1] + _THERE:
            said = "start", f"at {_said(start)} {name} is no longer solid"
        elif process is Process.FREEZES and start < points.melts[0] - _THERE:
            said = "start", f"at {_said(start)} {name} is not liquid"
        elif process is Process.MELTS and end is not None and end < points.melts[0] - _THERE:
            said = "end", f"at {_said(end)} {name} does not melt"
        elif process is Process.FREEZES and end is not None and end > points.melts[1] + _THERE:
            said = "end", f"at {_said(end)} {name} does not freeze"
    if points.boils is not None and process in (Process.BOILS, Process.BOILS_AWAY):
        if start > points.boils[1] + _THERE:
            said = "start", f"at {_said(start)} {name} has boiled already"
        elif process is Process.BOILS and end is None and start > points.boils[0] - _THERE:
            said = "latent_heat", f"at {_said(start)} {name} boils: how much is to boil away?"
        elif process is Process.BOILS_AWAY and end is not None and end < points.boils[0] - 1.0:
            said = "end", f"at {_said(end)} {name} does not boil"
    if said is None:
        return None
    return _missing(said[0], _PER_KG if said[0] == "latent_heat" else _KELVIN, said[1])


def _as_it_is(what: Heated, points: Points, start: float, end: float) -> Heated:
    """Take water below its freezing point for the ice it is."""
    warms = what.process in (Process.WARMS, Process.COOLS)
    if what.substance is None or what.substance.name != "water" or points.melts is None:
        return what
    frozen = max(start, end) < points.melts[0] + _THERE and start < points.melts[0] - _THERE
    return replace(what, substance=_named("ice")) if warms and frozen else what


def _melted(what: Heated, upwards: bool) -> Heated:
    """Give the process that counts melting or freezing on the way."""
    process = Process.MELTS if upwards else Process.FREEZES
    if what.substance is not None and what.substance.name in {"water", "ice"}:
        return Heated(_named("ice" if upwards else "water"), process)
    return replace(what, process=process)


def _between(at: Range | None, start: float, end: float, *, boiling: bool) -> bool:
    """Whether the way from one temperature to the other leads through a change of phase.

    What starts where it changes is liquid: it freezes and boils from there, and does not melt.
    What ends within a range of melting has begun to.
    """
    if at is None:
        return False
    if end > start:
        return end > at[0] + _THERE and start < at[1] + (_THERE if boiling else -_THERE)
    return end < at[1] - _THERE and start > at[0] + (_THERE if boiling else -_THERE)


def _elsewhere(what: Heated, points: Points, start: float, end: float) -> bool:
    """Whether all of the way lies where the heat capacity known is that of another state."""
    if what.substance is None:
        return False
    low, high = min(start, end), max(start, end)
    if what.substance.name in _LIQUIDS:
        frozen = points.melts is not None and high < points.melts[0] - _THERE
        return frozen or (points.boils is not None and low > points.boils[1] + _THERE)
    return points.melts is not None and low > points.melts[1] + _THERE


def _uncounted(what: Heated, points: Points, *, melted: bool) -> MissingParameter:
    at = points.melts if melted else points.boils
    name = what.substance.name if what.substance else "it"
    where = _said(sum(at) / 2) if at else "a temperature on the way"
    verb = "melts or freezes" if melted else "boils or condenses"
    because = f"{name} {verb} at {where}, on the way: the heat that takes is not known here"
    return _missing("latent_heat", _PER_KG, because)


def _missing(name: str, unit: Unit, because: str) -> MissingParameter:
    return MissingParameter(name=name, unit=unit, because=because)


def _said(kelvins: float) -> str:
    return say(kelvins, _KELVIN)


def _named(name: str) -> Material:
    return next(m for m in MATERIALS if m.name == name)


def holding(words: Words, values: Mapping[str, float]) -> Mapping[str, Range]:
    """Give the ranges of temperatures within which the heat balance of a goal holds.

    A start beyond where it melts, or an end beyond where it boils, is another goal.
    """
    what, found = heated(words), dict[str, Range]()
    points = points_of(what.substance)
    latent = values.get("latent_heat", 0.0)
    if latent == 0.0:
        found["latent_heat"] = (0.0, 0.0)
    turn = values.get("turn")
    if turn is not None:
        found["turn"] = (turn, turn)
    start, end = values.get("start"), values.get("end", turn)
    if start is None or end is None:
        return found
    changes = sorted(sum(at) / 2 for at in (points.melts, points.boils) if at is not None)
    through = turn if latent > 0.0 and turn is not None else None
    upwards = end > start or (end == start and what.process in _UPWARDS)
    low, high = min(start, end), max(start, end)
    if through is None:
        below = max((c for c in changes if c <= low + _THERE), default=1.0)
        above = min((c for c in changes if c >= high - _THERE), default=5000.0)
    else:
        below = max((c for c in changes if c < through - 1.0), default=1.0)
        above = min((c for c in changes if c > through + 1.0), default=5000.0)
    first, last = (low, high) if through is None else (through, through)
    found["start"] = (below, last) if upwards else (first, above)
    found["end"] = (first, above) if upwards else (below, last)
    return found
