"""What the words of a throw ask for, and what its numbers are of."""

from collections.abc import Iterable
from typing import Final

from storyworld.physics.bound_denials import taken_by_bound
from storyworld.physics.completion import inferred
from storyworld.physics.masking import without
from storyworld.physics.throw_claims import LANDINGS
from storyworld.physics.throw_slots import (
    ANGLE,
    AT_NO_ANGLE,
    CLEARING,
    DISTANCES,
    GAP,
    GETTING_THERE,
    HITTING,
    LAUNCH_HEIGHT,
    LEVEL,
    RISE,
    SHORT,
    STAYING_BELOW,
    WALL_HEIGHT,
    WALLS,
)
from storyworld.physics.upward_words import TOPS
from storyworld.reading.quantities import Bound, read_quantities
from storyworld.reading.unplaced import lost_denials, named
from storyworld.reading.words import Words, vocabulary
from storyworld.records.goal import MissingParameter, Parameter, ParameterSource
from storyworld.records.quantity import Unit

_VERTICAL: Final = (LEVEL.name, RISE.name, LAUNCH_HEIGHT.name)
_LEVEL: Final = vocabulary(
    "horizontally, horizontal speed, horizontal velocity, horizontal direction, direction is "
    "horizontal, fired level, perfectly level, moving horizontally, horizontal throw"
)
_RUNS: Final = vocabulary(
    "rolls, rolled, rolling, roll, slides, slid, sliding, drives, driven, runs, skids, shoots "
    "off, shot off, drives off, pushed off, goes off the, goes over the, rolls off, leaves the "
    "edge, leaving the edge, walks off, rides off, speeds off, slide"
)
_GETS: Final = frozenset(
    vocabulary(
        "gets, get, makes, make, covers, cover, manages, carries, carry, carried, flies, fly, "
        "flew, travels, travel, reaches, reach"
    )
)
# 'The landing ramp' lands nowhere.
_PLACES: Final = frozenset(
    vocabulary(
        "ramp, platform, pad, zone, side, spot, bank, area, mat, level, ground, strip, edge, "
        "point, place, height, table, roof, cushion, net, pit, deck, stage, slope, hill"
    )
)
_EDGES: Final = vocabulary(
    "off the edge, off a, off the, over the edge, off its, leaves the edge, leaving the edge, "
    "off of, off my, off your, off his, off her, off their, off this, off one"
)
# What is thrown, or gives it its speed; none of it holds anything.
THROWN_THINGS: Final = vocabulary(
    "rope end, end of a rope, end of the rope, rope ring, coil of rope, heaving line, set of keys, "
    "chain of, fire hose, fire brigade jet, nozzle, jet"
)
_LANDS: Final = vocabulary(
    "lands, land, landing, comes down, touches down, come down, hits the ground, strikes the "
    "ground, hits the floor, strikes the floor, landed, touchdown, comes to earth, splashes "
    "down, hits the water"
)
# A body may start from these: then they are no wall.
_REAL_WALLS: Final = tuple(w for w in WALLS if w not in {"building", "house", "castle wall"})


# What is flown over, and is no wall.
_GROUND: Final = vocabulary(
    "over level ground, over flat ground, over open ground, over the ground, over a level field, "
    "over a flat field, over level terrain, over flat terrain, over a distance, over level land"
)
_OVER: Final = vocabulary(
    "over, clear, clears, clearing, cleared, above, past, across, higher, cross, crosses, jumps, "
    "passes, pass, flies over, hits the wall, hit the wall"
)
_GETS_TO: Final = vocabulary(
    "reach, reaches, reaching, reached, gets to, get to, as far as, arrives at, makes it to, hit a "
    "target, hits a target"
)
_LINES: Final = frozenset(vocabulary("line, mark, flag, peg, post, marker, sign, cone"))
_PAST: Final = frozenset(vocabulary("beyond, past, behind, over"))
_BEFORE: Final = frozenset(vocabulary("before, inside"))


def is_level(words: Words) -> bool:
    """Whether the body starts horizontally: said so, or because it runs off an edge."""
    if words.any_of(_LEVEL) is not None:
        return True
    if "from rest" in words:
        return False
    return words.any_of(_RUNS) is not None and words.any_of(_EDGES) is not None


def misplaced(words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
    """Name heights that were taken for distances, and walls beside landings: one would be lost."""
    found: list[str] = []
    for parameter in given:
        if parameter.words is None or parameter.name in _VERTICAL:
            continue
        after = words.text[parameter.words.end : parameter.words.end + 12].split()
        if after and after[0].strip(".,;") in {"lower", "higher", "below", "deeper", "deep"}:
            found.append(f"{parameter.words.text} {after[0]}")
    names = {p.name for p in given}
    if WALL_HEIGHT.name in names and names & {GAP.name, *(slot.name for slot in DISTANCES)}:
        found.append("a wall and a landing in one throw")
    return named(found)


def wanted_of(words: Words, names: set[str]) -> str:
    """Give the outcome that the words ask for, beside the names of what is given."""
    words = without(words, _GROUND)
    clearing, not_clearing = words.asserted(CLEARING)
    if words.any_of(AT_NO_ANGLE) is not None:
        clearing, not_clearing = False, True
    hitting, _ = words.asserted(HITTING)
    falling_short, _ = words.asserted(SHORT)
    for name, (_, wanted) in LANDINGS.items():
        if name in names and name != GAP.name:
            return wanted
    walled = bool(names & {"wall_height", "wall_distance"}) or words.any_of(WALLS) is not None
    if falling_short:
        return "short"
    below, _ = words.asserted(STAYING_BELOW)
    at_wall = walled and GAP.name not in names
    if hitting and (walled or not clearing):
        return "hits_wall" if at_wall else "short"
    if (not_clearing or (below and walled)) and not clearing:
        # What does not clear a wall may hit it, or come down before it.
        return "stays_below" if at_wall else "short"
    return "clears"


def placed(words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """Name distances by what the text speaks of: a wall, a gap, or how far the body flies."""
    names = {p.name for p in given}
    high = LAUNCH_HEIGHT.name in names and WALL_HEIGHT.name not in names
    walled = words.any_of(_REAL_WALLS if high else WALLS) is not None and not (
        high and is_level(words)
    )
    if WALL_HEIGHT.name not in names and words.any_of(_OVER) is None:
        # 'Reaches a shed 60 m away': the shed is what is to be hit.
        walled = walled and words.any_of(_GETS_TO) is None
    if WALL_HEIGHT.name in names and not high and words.any_of(_OVER) is not None:
        walled = True  # 'a tower 25 m high is 40 m away; the stone flies over the tower'
    topped = words.any_of((*TOPS, *STAYING_BELOW[-2:])) is not None
    if high and (topped or any(_of_a_wall(words, p) for p in given)):
        given = tuple(
            p.revised(name=WALL_HEIGHT.name) if p.name == LAUNCH_HEIGHT.name else p for p in given
        )
        walled = True
    given = tuple(_lowered(words, p, names) for p in given)
    found: list[Parameter] = []
    for parameter in given:
        name = parameter.name
        if name == "wall_distance" and not walled:
            lands = _lands(words) and not _gets(words, parameter)
            name = "distance_about" if lands else "distance_min"
            bound = _bound_of(words, parameter) or _line_of(words, parameter)
            if bound is not None:
                name = "distance_max" if bound is Bound.AT_MOST else "distance_min"
                found.append(parameter.revised(name=name, bound=None))
                continue
            if _is_averted(words, parameter):
                name = "distance_max"
        elif name in {"distance_min", "distance_max"} and walled and "wall_distance" not in names:
            name = "wall_distance"
        found.append(parameter.revised(name=name) if name != parameter.name else parameter)
    if any(phrase in words for phrase in ("to the vertical", "from the vertical", "from vertical")):
        found = [_from_vertical(p) if p.name == ANGLE.name else p for p in found]
    return tuple(found)


def _bound_of(words: Words, parameter: Parameter) -> Bound | None:
    """Give how the text bounds a distance on one side: 'over 55 m from her', 'at least 1 m'."""
    for mention in read_quantities(words).mentions:
        if parameter.words is not None and mention.start == parameter.words.start:
            return mention.bound if mention.bound in (Bound.AT_MOST, Bound.AT_LEAST) else None
    return None


def gets_across(words: Words) -> bool:
    """Whether a word of getting across is there, and no bound: 'at over 2.5 m/s'."""
    speeds = {
        m.first_token
        for m in read_quantities(words).mentions
        if m.quantity.unit is Unit.METRE_PER_SECOND and m.bound in (Bound.AT_MOST, Bound.AT_LEAST)
    }
    return any(
        at + len(phrase.split()) not in speeds for phrase in CLEARING for at in words.places(phrase)
    )


def gets_over(words: Words) -> bool:
    """Whether something else is said of a wall than that a body gets to it."""
    said = without(words, _GROUND)
    return said.any_of(tuple(p for p in CLEARING if p not in _GETS_TO)) is not None


def _lands(words: Words) -> bool:
    """Whether a body is said to come down, and no place is called after that."""
    return any(
        phrase != "landing" or not _PLACES & {t.text for t in words.tokens[at + 1 : at + 2]}
        for phrase in _LANDS
        for at in words.places(phrase)
    )


def _line_of(words: Words, parameter: Parameter) -> Bound | None:
    """Read where a body comes down by a line: 'beyond the 65 m line', 'short of the 60 m mark'."""
    for mention in read_quantities(words).mentions:
        if parameter.words is None or mention.start != parameter.words.start:
            continue
        ahead = [
            t.text for t in words.tokens[max(0, mention.first_token - 3) : mention.first_token]
        ]
        behind = {t.text for t in words.tokens[mention.next_token : mention.next_token + 1]}
        if not behind & _LINES or ahead[-1:] != ["the"]:
            return None
        if _PAST & {*ahead[-2:-1]}:
            return Bound.AT_LEAST
        short = _BEFORE & {*ahead[-2:-1]} or ahead[:2] == ["short", "of"]
        return Bound.AT_MOST if short else None
    return None


def _gets(words: Words, parameter: Parameter) -> bool:
    """Whether a body is said to get so far, wherever it lands: 'gets 0.5 m from the table'."""
    if parameter.words is None:
        return False
    ahead = [t for t in words.tokens if t.end <= parameter.words.start][-3:]
    return any(t.text in _GETS for t in ahead)


def _is_averted(words: Words, parameter: Parameter) -> bool:
    """Whether the body is down before it gets that far: 'before it has covered 40 m'."""
    if parameter.words is None:
        return False
    ahead = [t for t in words.tokens if t.end <= parameter.words.start][-6:]
    return any(t.text == "before" for t in ahead)


def _lowered(words: Words, parameter: Parameter, names: set[str]) -> Parameter:
    """Take 'touches down 10 m below' for how much lower it lands."""
    distances = {"wall_distance", *(slot.name for slot in DISTANCES)}
    if parameter.name not in distances or parameter.words is None or LEVEL.name in names:
        return parameter
    behind = [t.text for t in words.tokens if t.start >= parameter.words.end][:2]
    lower = behind[:1] in (["below"], ["lower"], ["beneath"], ["deeper"])
    return parameter.revised(name=LEVEL.name) if lower and behind[1:] != ["the"] else parameter


def _of_a_wall(words: Words, parameter: Parameter) -> bool:
    """Whether a launch height is that of a wall beside it: 'over a parapet 9 m up'."""
    if parameter.name != LAUNCH_HEIGHT.name or parameter.words is None:
        return False
    ahead = [t for t in words.tokens if t.end <= parameter.words.start][-4:]
    said = {t.text for t in ahead}
    return bool(said & {"over", "above", "clear", "clears"}) and bool(said & {*_REAL_WALLS})


def turned(words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """Turn a distance round where getting there is denied: 'does not reach a bucket 18 m away'."""
    getting, not_getting = words.asserted(GETTING_THERE)
    names = {p.name for p in given}
    open_ground = not names & {GAP.name, WALL_HEIGHT.name}
    other = {"distance_min": "distance_max", "distance_max": "distance_min"}
    if open_ground and words.asserted(SHORT)[0]:
        short = {"distance_min": "distance_max", "distance_about": "distance_max"}
        return tuple(p.revised(name=short.get(p.name, p.name)) for p in given)
    if words.any_of(AT_NO_ANGLE) is not None:
        return tuple(p.revised(name=other.get(p.name, p.name)) for p in given)
    if not not_getting:
        return given
    far = [p for p in given if p.name in other]
    if taken_by_bound(words, GETTING_THERE):
        return given
    if getting and not limit_denied(words, far, GETTING_THERE):
        return given
    return tuple(p.revised(name=other.get(p.name, p.name)) for p in given)


def _from_vertical(angle: Parameter) -> Parameter:
    quantity = angle.quantity.revised(value=90.0 - angle.quantity.value)
    because = "the goal gives the angle to the vertical"
    return angle.revised(quantity=quantity, source=ParameterSource.INFERRED, because=because)


def level_start(words: Words, names: set[str]) -> tuple[Parameter, ...]:
    """Give a launch angle of 0° where the words say so and no angle is given."""
    if ANGLE.name in names or not is_level(words):
        return ()
    return (inferred(ANGLE.name, 0.0, Unit.DEGREE, "the body starts horizontally"),)


def limit_denied(words: Words, given: Iterable[Parameter], phrases: Iterable[str]) -> bool:
    """Whether, of the phrases that limits speak of, the one next to the limit is denied.

    'Going straight up, it won't clear the wire 5 m above': one verb is asserted, one denied, and
    the limit is the denied one's. With verbs of one kind only there is nothing to tell apart.
    """
    phrases = tuple(phrases)
    if words.asserted(phrases) != (True, True):
        return False
    starts = [p.words.start for p in given if p.words is not None]
    number = next((at for at, t in enumerate(words.tokens) if t.start in starts), None)
    if number is None:
        return False
    sentence = words.tokens[number].sentence
    near = [
        at
        for phrase in phrases
        for at in words.places(phrase)
        if words.tokens[at].sentence == sentence
    ]
    ahead = [at for at in near if at < number]
    nearest = max(ahead, default=min(near, default=None))
    return nearest is not None and words.negated(nearest)


def lost(words: Words) -> tuple[MissingParameter, ...]:
    """Name denials that deny none of the verbs of throws: they are not to be dropped."""
    heard = (*CLEARING, *GETTING_THERE, *HITTING, *SHORT)
    return named(lost_denials(words, heard))
