"""What contradicts gravity, force and inertia: rest in the air, motion and stops without cause."""

from collections.abc import Iterator
from typing import Final

from storyworld.reading.gate.lacks import Denial, Lack
from storyworld.reading.gate.tags import Tag, inflected
from storyworld.reading.gate.text import Reading
from storyworld.reading.words import TokenKind

_HELD: Final = frozenset(
    {"held", "supported", "carried", "lifted", "suspended", "propped", "gripped", "balanced",
     "kept", "hung", "hangs", "hang", "hanging"}
)  # fmt: skip
_IN_THE_AIR: Final = (Tag.HOVER, Tag.FLOAT, Tag.STAY, Tag.STILL, Tag.NO_FALL, Tag.RISE)
_ON: Final = frozenset({"on", "onto", "atop", "upon"})
_NO_SURFACE: Final = frozenset(
    {"day", "morning", "night", "evening", "afternoon", "earth", "mars", "planet", "command",
     "side", "sides", "spot", "nothing", "no", "it", "them", "its", "any", "anything", "air",
     "the spot", "either", "all", "camera", "sunday", "monday", "cue"}
)  # fmt: skip


def _lacks(found: list[Denial]) -> set[Lack]:
    return {denial.lack for denial in found}


def _held(reading: Reading) -> bool:
    """Whether a surface or a holder is named: "on the shelf", "held by a child"."""
    texts = reading.texts
    for at, text in enumerate(texts):
        if at in reading.denied:
            continue
        after = texts[at + 1 : at + 4]
        if text in _ON and after and not _NO_SURFACE & {*after} and after[0].isalpha():
            return True
        if text in _HELD:
            for by in range(at + 1, min(at + 4, len(texts) - 1)):
                if texts[by] in {"by", "from"} and texts[by + 1] not in _NO_SURFACE:
                    return not reading.negated(at) and by + 1 not in reading.denied
    return False


def _for_seconds(reading: Reading) -> bool:
    """Whether the goal lasts no longer than a throw: "stays in the air for 2 s"."""
    texts = reading.texts
    return any(
        text == "for"
        and texts[at + 2] in {"s", "sec", "second", "seconds"}
        and len(texts[at + 1]) < 4
        for at, text in enumerate(texts[:-2])
    )


def floats_without_support(reading: Reading) -> bool:
    """Whether a body is said to rest or rise in the air with nothing to hold it."""
    if reading.names(Tag.CARRIER, Tag.WEIGHTLESS, Tag.INSTANT) or _held(reading):
        return False
    fallen = [
        start
        for _, start, _ in reading.said(Tag.FALLS)
        if not any(reading.covers(tag, start) for tag in (Tag.NO_FALL, Tag.RISE))
    ]
    if fallen:
        return False
    structure = reading.names(Tag.STRUCTURE)
    ballistic = reading.names(Tag.BALLISTIC) or _for_seconds(reading)
    for tag, start, end in reading.said(*_IN_THE_AIR):
        found = reading.lacking(start, end)
        if not found:
            continue
        mid_air = reading.beside(start, Tag.MID_AIR)
        in_air = mid_air or reading.aloft(start)
        still = reading.beside(start, Tag.STILL)
        hovers = tag in {Tag.HOVER, Tag.RISE} or (tag is Tag.FLOAT and in_air)
        released = reading.beside(start, Tag.RELEASED) and tag in {Tag.STAY, Tag.NO_FALL}
        if not (hovers or in_air or released):
            continue
        alive = reading.within(Tag.ANIMATE, start - 4, start)
        if (structure and not hovers) or ((ballistic or alive) and not (hovers or still)):
            continue
        lacks = _lacks(found)
        force = Lack.FORCE in {d.lack for d in found if not d.net}
        if (
            lacks & {Lack.SUPPORT, Lack.ALL}
            or {Lack.ABOVE, Lack.BELOW} <= lacks
            or (hovers and Lack.BELOW in lacks)
            or (mid_air and (hovers or still) and Lack.CONTACT in lacks)
            or (force and (hovers or still))
        ):
            return True
    return False


_LEVEL: Final = frozenset({"flat", "level", "horizontal"})
_SPEEDS: Final = frozenset({"speed", "velocity", "pace", "speeds", "rpm"})
_SINKS: Final = frozenset(inflected("fall, drop, sink, rise, climb, jump, soar"))
_UNITS: Final = frozenset({"m", "km", "mph", "kph", "kmh", "metres", "meters", "knots", "miles"})
_ONWARDS: Final = frozenset({"moving", "rolling", "sliding", "gliding", "flying", "dead", "its"})


def _speeds(reading: Reading, tag: Tag) -> Iterator[tuple[int, int]]:
    """Give the changes of a speed: "its speed rises", "gains 10 km/h"."""
    texts = reading.texts
    for _, start, end in reading.said(tag):
        near = {*texts[max(0, start - 4) : start]}
        if texts[start] not in _SINKS:
            near.update(texts[end : end + 5])
        by = reading.words.tokens[end : end + 1]
        gained = (
            bool(by) and by[0].kind is TokenKind.NUMBER and _UNITS & {*texts[end + 1 : end + 2]}
        )
        if _SPEEDS & near or (gained and "/" in texts[end + 1 : end + 4]):
            yield start, end


def _started(reading: Reading) -> Iterator[tuple[int, int]]:
    for _, start, end in reading.said(Tag.ACCELERATE):
        yield start, end
    yield from _speeds(reading, Tag.CHANGE)


def _stopped(reading: Reading) -> Iterator[tuple[Tag, int, int]]:
    """Give the stops and turns; "stops accelerating" is none."""
    for tag, start, end in reading.said(Tag.STOP, Tag.TURN):
        after = "".join(reading.texts[end : end + 1])
        if not (tag is Tag.STOP and after.endswith("ing") and after not in _ONWARDS):
            yield tag, start, end
    for start, end in _speeds(reading, Tag.LESS):
        yield Tag.STOP, start, end


def accelerates_without_cause(reading: Reading) -> bool:
    """Whether a body is said to gain speed with no force, energy or cause."""
    level = not _LEVEL.isdisjoint(reading.texts)
    if reading.names(Tag.MOVER, Tag.ABSTRACT) or (reading.names(Tag.SLED) and not level):
        return False
    rocket, celestial = reading.names(Tag.ROCKET), reading.names(Tag.CELESTIAL)
    animate, vehicle = reading.names(Tag.ANIMATE), reading.names(Tag.VEHICLE)
    for start, end in _started(reading):
        found = reading.lacking(start, end)
        lacks = _lacks(found)
        rest = reading.beside(start, Tag.AT_REST)
        strong = any(d.lack is Lack.FORCE and not d.plain for d in found)
        unfuelled = Lack.FORCE in lacks and lacks & {Lack.FUEL, Lack.ENERGY, Lack.POWER}
        if celestial and not strong:
            continue
        if rocket and not (unfuelled or Lack.PUSH in lacks):
            continue
        if animate and not (strong or Lack.ENERGY in lacks):
            continue
        pushed = {Lack.PUSH, Lack.PEOPLE} & lacks
        if (
            lacks & {Lack.FORCE, Lack.ALL, Lack.CAUSE, Lack.ENERGY}
            or {Lack.PUSH, Lack.PULL} <= lacks
            or (pushed and rest and not vehicle)
            or (Lack.APPLIED in lacks and rest)
            or (Lack.POWER in lacks and lacks & {Lack.FUEL, Lack.ENGINE, Lack.PUSH, Lack.APPLIED})
            or ({Lack.FUEL, Lack.ENGINE} <= lacks and pushed)
        ):
            return True
    return False


def stops_without_force(reading: Reading) -> bool:
    """Whether a body is said to stop or turn with no force on it."""
    if reading.names(Tag.STOPPER, Tag.ABSTRACT):
        return False
    gently = reading.names(Tag.ANIMATE, Tag.BY_HAND)
    rough, sudden = reading.names(Tag.ROUGH), reading.names(Tag.SUDDEN)
    for tag, start, end in _stopped(reading):
        found = reading.lacking(start, end)
        lacks = _lacks(found)
        smooth = Lack.FRICTION in lacks or "frictionless" in reading.texts
        about = tag is Tag.TURN and gently and {"around", "round"} & {*reading.texts[start:end]}
        if about:
            continue
        if any(d.lack is Lack.FORCE and not (d.plain and gently) for d in found):
            return True
        if (
            lacks & {Lack.ALL, Lack.STOPPING}
            or (Lack.CAUSE in lacks and not gently)
            or (smooth and lacks & {Lack.CONTACT, Lack.APPLIED, Lack.STOPPING})
            or (tag is Tag.TURN and {Lack.PUSH, Lack.PULL} <= lacks)
            or (Lack.APPLIED in lacks and sudden and not rough)
        ):
            return True
    return False
