"""What a number in a goal of braking is: the way it takes to stop, or the room there is for it.

'Needs 60 m to stop', 'the braking distance is 60 m', 'skids 60 m to a halt', 'stops 60 m later'
state a value, which is met to a share like all numbers without a bound. 'A wall 60 m ahead', 'has
60 m to stop', 'stops in 60 m' give room, which is not to be used up. Where it cannot be told, or
counts from another place ('stops 60 m short of the wall'), the number is open.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final

from storyworld.physics.braking_words import RUNS_ON, STOPS
from storyworld.physics.nearby import after, before, says
from storyworld.reading.quantities import Bound, Mention, read_quantities
from storyworld.reading.words import Words, vocabulary
from storyworld.records.goal import MissingParameter, Parameter
from storyworld.records.quantity import Unit


class Standing(StrEnum):
    """What a number without a firm bound is."""

    VALUE = "value"
    ROOM = "room"
    OPEN = "open"


_LIMITS: Final = ("stopping_distance", "stopping_time")
_NEAR: Final = 8  # tokens
_BOUNDING: Final = frozenset({Bound.IN, Bound.AT_MOST, Bound.AT_LEAST, Bound.EXACTLY})
_AT_REST: Final = frozenset(vocabulary(
    "stop, stops, stopped, stopping, rest, halt, halts, halted, halting, standstill, stand, "
    "stands, still, stationary, rests"
))  # fmt: skip
_STOPS: Final = frozenset(vocabulary("stop, stops, stopping, halt, halts, halting, rest"))
_PULLS: Final = frozenset({"pulls", "pull", "pulling", "pulled"})
_RELATIVE: Final = frozenset({"that", "which", "who", "where"})
_IN_FRONT: Final = frozenset({"ahead", "away", "in", "off", "distant", "up", "down"})
_WITHIN: Final = frozenset({"in", "within", "inside", "before", "under", "below"})
_PLACING: Final = frozenset({"at", "after", "over"})
# 'Is stationary after 60 m' and 'has stopped after 60 m' leave open when it got there.
_STATE: Final = frozenset(vocabulary(
    "is, are, be, being, been, has, have, had, having, remains, still, hasn't, isn't, haven't"
))  # fmt: skip
_BROUGHT: Final = frozenset({"brought", "braked", "slowed"})
_TAKES: Final = frozenset(vocabulary(
    "takes, take, taking, took, needs, need, needing, needed, requires, require, requiring, "
    "required, uses, use, using, used, consumes, wants, eats"
))  # fmt: skip
_HAS: Final = frozenset(vocabulary(
    "has, have, having, had, with, given, room, space, gap, leaves, leaving, left, enough, "
    "available, gets, get"
))  # fmt: skip
_NAMES: Final = vocabulary(
    "stopping distance, braking distance, brake distance, stop distance, stopping way, braking "
    "way, skid, skids, skid mark, skid marks, marks, stopping time, braking time, d stop, s stop, "
    "t stop, stopping in, distance to stop, distance needed, time to stop, distance covered, run "
    "out, stops is, stopping length, braking length"
)
_ENOUGH: Final = frozenset(vocabulary("available, enough, sufficient, suffice, suffices, plenty"))
_AMOUNTS: Final = frozenset(vocabulary(
    "is, was, be, being, =, :, equals, to, measures, of, are, at, comes, makes, reads"
))  # fmt: skip
_TRACES: Final = frozenset(vocabulary("skid, skids, skidding, rubber, tyre, tire, black, braking"))
_RUNS: Final = frozenset(vocabulary(
    "slides, slide, sliding, slid, skids, skid, skidding, glides, glide, gliding, travels, travel, "
    "travelling, traveling, covers, cover, covering, goes, go, going, rolls, roll, rolling, moves, "
    "move, moving, runs, run, running, coasts, coasting, carries, drifts, for, another, d, s"
))  # fmt: skip
_AHEAD: Final = frozenset(vocabulary(
    "ahead, away, in, off, from, distant, down, up, of, along, on, further, farther, off, clear, "
    "left, available, gap, straight"
))  # fmt: skip
# From where these count is another place than that where the brakes are put on.
_ELSEWHERE: Final = frozenset(vocabulary("short, from, before, past, beyond, behind, to"))
_STOPPING_FOR: Final = vocabulary(
    "avoid, avoids, avoiding, avoided, miss, misses, missing, spares, spared, in time, "
    "enough, suffice, suffices, sufficient, room, gap, obstacle, wall, barrier, collision, hit, "
    "hits, crash, crashes, collide, before it hits, before it reaches, before the, before a, "
    "before an, before reaching, short of, in front of, reaches the, reach the, only, available, "
    "clear"
)
_SKIPPED: Final = frozenset(vocabulary(
    "a, an, the, of, about, roughly, some, just, only, at, after, another, full, total, "
    "approximately, nearly, almost, around, exactly, no, all, ,, :, ="
))  # fmt: skip
_COUNTS: Final = frozenset(vocabulary("takes, take, needs, need, requires, require"))


def as_stated(words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """Take what a goal states of stopping as about so much, and not as at most so much."""
    standing = _standings(words)
    return tuple(
        p.revised(name=p.name.removesuffix("max") + "about")
        if p.name in {f"{limit}_max" for limit in _LIMITS}
        and p.words is not None
        and standing.get(p.words.start) is Standing.VALUE
        else p
        for p in given
    )


def open_values(words: Words, given: tuple[Parameter, ...]) -> list[MissingParameter]:
    """Name the numbers of which it cannot be told, and the values that a goal denies."""
    standing = _standings(words)
    found: list[MissingParameter] = []
    limits = [(p, p.words) for p in given if p.words is not None and p.name.startswith(_LIMITS)]
    for p, said in limits:
        if standing.get(said.start) is Standing.OPEN:
            because = (
                f'whether "{said.text}" is the way it takes to stop or the room there is, and '
                "from where it counts, the goal does not say in words known here"
            )
            name = p.name.rpartition("_")[0]
            found.append(MissingParameter(name=name, unit=p.quantity.unit, because=because))
    values = [p for p, _ in limits if p.name.endswith("_about")]
    if values and words.asserted((*STOPS, *_TAKES))[1]:
        because = "a number that is denied without saying more or less leaves both open"
        found.append(MissingParameter(name="wanted", unit=Unit.ONE, because=because))
    return found


def _standings(words: Words) -> Mapping[int, Standing]:
    """Give what each length and time without a bound is, by where it starts in the text."""
    mentions = read_quantities(words).mentions
    found: dict[int, Standing] = {}
    for number, mention in enumerate(mentions):
        if mention.bound in _BOUNDING or mention.firm:
            continue
        if mention.quantity.unit is Unit.METRE:
            found[mention.start] = _of_length(words, mentions, number)
        elif mention.quantity.unit is Unit.SECOND:
            found[mention.start] = _of_time(words, mentions, number)
    return found


def _of_time(words: Words, mentions: Sequence[Mention], number: int) -> Standing:
    ahead = before(words, mentions, number, _NEAR)
    behind = after(words, mentions, number)
    if _is_state(ahead) or (_to_stop(behind) and _is_had(_lead(words, mentions[number]))):
        return Standing.ROOM
    return Standing.VALUE


def _of_length(words: Words, mentions: Sequence[Mention], number: int) -> Standing:
    """Go by the first rule that holds; what stands nearest to the number comes first."""
    mention = mentions[number]
    leading, ahead = _without_distance(before(words, mentions, number, _NEAR))
    behind = after(words, mentions, number)
    lead = _lead(words, mention)
    beginning = behind[0] if behind else ""
    at_rest = _is_event(ahead) and not (beginning in _IN_FRONT and _is_obstacle(ahead))
    margin = behind[:2] == ("to", "spare") or (leading == "by" and not says(lead, _NAMES))
    named = _is_named(ahead, behind, lead) or (not lead and _is_said_of(words, mention))
    runs_on = words.asserted(RUNS_ON)[0] and not words.asserted(STOPS)[0]
    runs = not _RUNS.isdisjoint(_last(ahead)) or mention.bound is Bound.FOR
    rules = (
        (_is_state(ahead) or leading in _WITHIN or _is_stretch(ahead), Standing.ROOM),
        (at_rest and beginning in _ELSEWHERE, Standing.OPEN),
        (at_rest or beginning == "later" or mention.bound is Bound.TAKES, Standing.VALUE),
        (margin, Standing.OPEN),
        (named or _is_taken(ahead, beginning), Standing.VALUE),
        (_to_stop(behind), Standing.ROOM if _is_had(lead) else Standing.VALUE),
        (_runs_out(behind) and beginning != "and", Standing.VALUE),
        (runs and _comes_to_rest(words, mention), Standing.VALUE),
        (runs_on or beginning in _AHEAD, Standing.ROOM),
        (runs, Standing.VALUE),
        (words.any_of(_STOPPING_FOR) is not None, Standing.ROOM),
    )
    return next((standing for holds, standing in rules if holds), Standing.OPEN)


def _lead(words: Words, mention: Mention) -> tuple[str, ...]:
    """Give all words in front of a quantity in its sentence."""
    sentence = words.tokens[mention.first_token].sentence
    return tuple(t.text for t in words.tokens[: mention.first_token] if t.sentence == sentence)


def _without_distance(ahead: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Give the preposition of a number, and what is in front of it and of 'a distance of'.

    'Stops within a distance of', 'comes to rest at a distance of'; a name of its own stays.
    """
    left = list(ahead)
    if left[-2:] == ["distance", "of"] and not {"a", "the"}.isdisjoint(left[-4:-2]):
        while left[-1] not in {"a", "the"}:
            left.pop()
        left.pop()
    leading = left[-1] if left else ""
    return leading, tuple(left) if leading in _PLACING else ahead


def _last(ahead: Sequence[str]) -> tuple[str, ...]:
    """Give the last two words in front that are no mere fillers."""
    left = [text for text in ahead if text not in _SKIPPED]
    return tuple(left[-2:])


def _is_event(ahead: Sequence[str]) -> bool:
    """Whether it stops at the very number: 'comes to rest after 60 m', 'stops 60 m later'."""
    last = _last(ahead)
    return not _AT_REST.isdisjoint(last[-1:]) or (last[-1:] == ("up",) and last[0] in _PULLS)


def _is_stretch(ahead: Sequence[str]) -> bool:
    """Whether it is a stretch of road to stop on: 'in the 60 m it has', 'on a 60 m bridge'."""
    leading = [text for text in ahead if text not in {"a", "the", "an", "its", "last"}][-1:]
    return leading != list(ahead[-1:]) and not {*leading}.isdisjoint((*_WITHIN, "on"))


def _is_obstacle(ahead: Sequence[str]) -> bool:
    """Whether something else stands there: 'before a dog that stands 35 m ahead'."""
    stands = _last(ahead)[-1] not in _STOPS or ahead[-2:] == ("at", "rest")
    return stands or not _RELATIVE.isdisjoint(ahead[-4:])


def _is_state(ahead: Sequence[str]) -> bool:
    """Whether it is at rest by then: 'is stationary after 60 m'."""
    if not _is_event(ahead) or not _BROUGHT.isdisjoint(ahead):
        return False
    return not _STATE.isdisjoint(ahead[-5:]) or ahead[-2:-1] == ("stationary",)


def _is_named(ahead: Sequence[str], behind: Sequence[str], lead: Sequence[str]) -> bool:
    """Whether it is called the way or the time of stopping, or the length of a skid mark."""
    if behind[:1] == ("skid",):
        return True
    if behind[:1] == ("of",) and not _TRACES.isdisjoint(behind[1:3]):
        return True
    if behind[:1] == ("long",) and not _TRACES.isdisjoint(ahead[-4:]):
        return True
    if says(behind[:3], ("stopping distance", "braking distance")):
        return True
    if not _ENOUGH.isdisjoint((*lead, *behind)):
        return False
    amounts = not _AMOUNTS.isdisjoint(ahead[-1:]) and says(lead, _NAMES)
    return amounts or says(ahead[-4:], _NAMES)


def _is_said_of(words: Words, mention: Mention) -> bool:
    """Whether a sentence says what it is: '60 m is how far the car goes before it stops'."""
    sentence = words.tokens[mention.first_token].sentence
    rest = [t.text for t in words.tokens[mention.next_token :] if t.sentence == sentence]
    if rest[:1] not in (["is"], ["are"]) or not _ENOUGH.isdisjoint(rest):
        return False
    return says(rest, (*_NAMES, "how far")) or not _TAKES.isdisjoint(rest)


def _is_taken(ahead: Sequence[str], beginning: str) -> bool:
    """Whether it is what stopping takes: 'needs a full 60 m', not 'needs to stop ... ahead'."""
    if beginning in {"ahead", "away", "in"}:
        return False
    places = [at for at, text in enumerate(ahead) if text in _TAKES]
    if not places:
        return False
    between = ahead[places[-1] + 1 :]
    return between[:1] != ("to",) and _HAS.isdisjoint(between)


def _to_stop(behind: Sequence[str]) -> bool:
    """Whether 'to stop', 'to come to rest', 'for a car to stop' follows."""
    if behind[:1] == ("for",):
        return any(text == "to" for text in behind)
    stops = {"stop", "halt", "come", "pull", "brake", "get", "stand", "be", "a", "stopping"}
    return behind[:1] == ("to",) and not stops.isdisjoint(behind[1:2]) and behind[1] != "a"


def _is_had(lead: Sequence[str]) -> bool:
    """Whether a way is there to be used: 'has 60 m to stop', 'with 60 m to stop'."""
    found = [text for text in lead if text in _COUNTS or text in _HAS]
    if _COUNTS.isdisjoint(found):
        return bool(found)
    return found[-1] in _HAS - {"with"}


def _comes_to_rest(words: Words, mention: Mention) -> bool:
    """Whether its sentence ends in that: 'slides 60 m on ice before it stops'."""
    sentence = words.tokens[mention.first_token].sentence
    rest = [t.text for t in words.tokens[mention.next_token :] if t.sentence == sentence]
    places = [at for at, text in enumerate(rest) if text in {"before", "until", "till"}]
    return any(not _AT_REST.isdisjoint(rest[at + 1 : at + 5]) for at in places)


def _runs_out(behind: Sequence[str]) -> bool:
    """Whether it then stops: 'before it comes to rest', 'to a halt', 'until it stops'."""
    turns = {"before", "until", "till", "to", "and"}
    if turns.isdisjoint(behind[:1]):
        return False
    clause = behind[1:5]
    end = clause.index("and") if "and" in clause else len(clause)
    return not _AT_REST.isdisjoint(clause[:end])
