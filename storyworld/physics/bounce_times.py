"""Whose time a goal of bouncing speaks of: that of the fall, or that until the bouncing ends.

'Lands within 1.5 s' bounds the fall and 'stops bouncing within 3 s' the whole; 'bounces to 5 m
within 4 s' is of neither, and stays open.

Equation
    t = (sqrt(v_0² + 2 g h_0) - v_0) / g
Source
    OpenStax, University Physics vol. 1, section 3.5 (free fall).
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Final

from storyworld.physics.bounce_words import STOPS
from storyworld.physics.claims import Formula, Limit
from storyworld.physics.constructions import forms
from storyworld.physics.nearby import limit_of
from storyworld.physics.timing import aloft
from storyworld.reading.quantities import Bound, Mention, read_quantities
from storyworld.reading.words import Words, vocabulary
from storyworld.records.goal import MissingParameter
from storyworld.records.quantity import Unit


def _fall_s(v: Mapping[str, float]) -> float:
    v0, g = v["throw_speed"], v["gravity"]
    return (math.sqrt(v0 * v0 + 2 * g * v["drop_height"]) - v0) / g


FALL: Final = Formula(
    "fall_time", Unit.SECOND, _fall_s, ("drop_height", "throw_speed", "gravity"),
    "time until it first lands",
)  # fmt: skip
LANDS: Final = Limit(
    "fall_time", Unit.SECOND, "time until it first lands", 1e-3, 1e5,
    says="The time until it first lands is", name="landing",
    at_most=("lands_in_time", "lands_later"), at_least=("lands_later", "lands_in_time"),
    within=("lands_then", "lands_at_another_time"),
    seen=lambda comparison, slot: aloft(comparison, slot, "ball"),
)  # fmt: skip


class Event(StrEnum):
    """What a time belongs to."""

    LANDING = "landing"
    END = "end"
    OTHER = "other"


_HITS: Final = forms(
    "hits, hit, hitting, strikes, strike, striking, struck, reaches, reach, reaching, reached, "
    "meets, meet, meeting, touches, touch, touching, touched, contacts, down on, down to, arrives "
    "at, arrive at, arriving at, onto, impacts, falls to, fall to, drops to, gets to, get to, is "
    "on, be on, smacks, smacks into",
    "the floor, the ground, the table, the concrete, the pavement, the slab, the earth, the deck, "
    "the court, the plate, the surface, the boards, the tiles, the street, the anvil, the stone, "
    "a floor, a hard floor, the hard floor, concrete, a table, a slab, a plate, ground, floor, "
    "bottom, the bottom, the base, a steel plate, the steel plate, the mat, the carpet, the lawn, "
    "the yard, the sidewalk, the road, the hall floor, the wooden floor, the stone floor",
)
_LANDING: Final = _HITS + vocabulary(
    "lands, land, landing, landed, touches down, touch down, touching down, touchdown, comes "
    "down, come down, coming down, first impact, first contact, falls, fall takes, fall lasts, "
    "fall time, falling time, time of the fall, time of fall, the fall, the drop takes, drop "
    "lasts, to fall, its fall, first hit, makes contact, descent takes, in the air before, is "
    "down"
)
# A premise: how high it was, and no time of its own.
_FROM: Final = frozenset({"from", "off", "through", "onto", "and"})
_END: Final = (
    STOPS.before
    + STOPS.after
    + vocabulary(
        "stops bouncing, stop bouncing, stopped bouncing, comes to rest, come to rest, coming "
        "to rest, at rest, lies still, lie still, lying still, bouncing ends, bouncing is over, "
        "stops, stop, stopped, stopping, settles, settle, settled, done bouncing, finished "
        "bouncing, finishes bouncing, ends bouncing, bounces itself out, still bouncing, keeps "
        "bouncing, keep bouncing, goes on bouncing, go on bouncing, bounces on for, bouncing "
        "lasts, bouncing takes, bouncing time, whole bouncing, motionless, stationary, "
        "standstill, is still, be still, stays put, to rest, all the bouncing, quits bouncing, "
        "ceases bouncing, ceases to bounce, stops moving, stop moving, no longer moves, "
        "bouncing for, bounces for, bounce for, hopping for, hops for, bouncing after, bounces "
        "after, keeps hopping, of bouncing"
    )
)
_STOPPING: Final = frozenset({"stops", "stop", "stopped", "stopping"})
# At the top of its way it stops, too.
_RISING: Final = frozenset({"at", "rising", "going", "climbing", "there", "falling", "up"})
_OTHER: Final = vocabulary(
    "bounces, bounce, bounced, rebounds, rebound, rebounding, rebounded, rises, rise, rising, "
    "climbs, climb, jumps, jump, hops, hop, leaps, leap, springs, returns, return, returning, "
    "back, up, apex, top, peak, peaks, reaches, reach, reaching, gets, get, leaves, leave, "
    "leaving, recovers, regains, flies, shoots, pops, second, third, again, twice"
)
# The time cues of a limit alone say nothing of whose time it is.
_BARE: Final = frozenset({"within", "in", "for", "after", "stops after"})
_PARTING: Final = frozenset({"and", "then", ",", ";", "but", ":", "while", "before"})
_NOT_FIRST: Final = frozenset(vocabulary(
    "again, second, third, fourth, fifth, next, last, twice, final, finally, thrice, further"
))  # fmt: skip
_SINCE: Final = frozenset({"of", "after", "from", "since", "following"})
_TAKING: Final = frozenset(vocabulary("takes, take, taking, needs, need, requires, require"))
_RESTING: Final = frozenset(vocabulary("is, has, lies, lie, be, have, been, lying, motionless"))
_LASTING: Final = frozenset(vocabulary("still, keeps, keep, goes, go, on"))

_Found = tuple[int, int, Event]


def landing_and_end(words: Words, mentions: Sequence[Mention]) -> dict[int, str]:
    """Place each time on what it belongs to; one that belongs to neither is placed on nothing."""
    found: dict[int, str] = {}
    for number, mention in enumerate(mentions):
        if mention.quantity.unit is not Unit.SECOND:
            continue
        event = _event_of(words, mention)
        if event is None or event[2] is Event.OTHER:
            found[number] = ""
        elif event[2] is Event.LANDING:
            found[number] = f"{LANDS.called}_{_kind(mention)}"
        else:
            found[number] = f"{STOPS.called}_{_kind_of_end(words, mention, event)}"
    return found


def whose_time(words: Words) -> tuple[MissingParameter, ...]:
    """Name the times of a goal that belong neither to the landing nor to the end."""
    mentions = read_quantities(words).mentions
    placed = landing_and_end(words, mentions)
    said = [
        words.text[mentions[n].start : mentions[n].end] for n, name in placed.items() if not name
    ]
    if not said:
        return ()
    because = (
        "whether it is until the ball first lands or until it has stopped bouncing, the goal does "
        f"not say in words known here: {', '.join(said[:5])}"
    )
    return (MissingParameter(name=STOPS.called, unit=Unit.SECOND, because=because[:4000]),)


def _kind(mention: Mention) -> str:
    return "max" if mention.bound is Bound.IN else limit_of(mention)


def _kind_of_end(words: Words, mention: Mention, event: _Found) -> str:
    """Say how a time bounds the end: 'lies still after 3 s', 'is still bouncing after 3 s'."""
    kind = _kind(mention)
    if kind != "about" or mention.bound is Bound.EXACTLY:
        return kind
    upto = mention.first_token if event[1] <= mention.first_token else event[1]
    near = [t.text for t in words.tokens[max(0, event[0] - 2) : upto]]
    bouncing = any(text in {"bouncing", "hopping", "bounces"} for text in near)
    if bouncing and not _LASTING.isdisjoint(near) and "stopped" not in near:
        return "min"
    return kind if _RESTING.isdisjoint(near) else "max"


def _event_of(words: Words, mention: Mention) -> _Found | None:
    """Give what a time belongs to: the nearest event in its clause, else in its sentence."""
    tokens = words.tokens
    first, after = mention.first_token, mention.next_token
    sentence = tokens[first].sentence
    events = [e for e in _events(words) if tokens[e[0]].sentence == sentence]
    if _is_since(words, after, events):
        return None
    start = max((at + 1 for at in range(first) if tokens[at].text in _PARTING), default=0)
    stop = min(
        (at for at in range(after, len(tokens)) if tokens[at].text in _PARTING),
        default=len(tokens),
    )
    ahead = [e for e in events if e[1] <= first]
    behind = [e for e in events if e[0] >= after]
    near_ahead = [e for e in ahead if e[0] >= start]
    near_behind = [e for e in behind if e[0] < stop]
    taking = any(t.text in _TAKING for t in tokens[max(start, first - 8) : first])
    ways = (near_behind[:1], near_ahead[-1:]) if taking else (near_ahead[-1:], near_behind[:1])
    chosen = next((e for e in (*ways, ahead[-1:], behind[:1]) if e), [])
    if not chosen or _is_later(words, mention, chosen[0], start, stop):
        return None
    return chosen[0]


def _is_later(words: Words, mention: Mention, event: _Found, start: int, stop: int) -> bool:
    """Whether it is a landing that is not the first: 'hits the floor again within 5 s'."""
    low, high = min(start, event[0]), max(stop, event[1], mention.next_token)
    said = {t.text for t in words.tokens[low:high]}
    return event[2] is Event.LANDING and not _NOT_FIRST.isdisjoint(said)


def _is_since(words: Words, after: int, events: Sequence[_Found]) -> bool:
    """Whether it counts from an event that follows: 'within 2 s of landing'."""
    tokens = words.tokens
    if after >= len(tokens) or tokens[after].text not in _SINCE:
        return False
    reach = next(
        (at for at in range(after, min(after + 5, len(tokens))) if tokens[at].text in _PARTING),
        min(after + 5, len(tokens)),
    )
    return any(after < e[0] < reach and e[2] is not Event.END for e in events) or any(
        t.text in {"impact", "contact", "bounce", "hit"} for t in tokens[after:reach]
    )


def _events(words: Words) -> list[_Found]:
    """Give all events of a text in reading order; of phrases that overlap the longest counts."""
    found = sorted(_phrases(words), key=lambda e: (e[0] - e[1], e[0]))
    kept: list[_Found] = []
    for event in found:
        if all(event[1] <= k[0] or event[0] >= k[1] for k in kept):
            kept.append(event)
    return sorted(kept)


def _phrases(words: Words) -> Iterator[_Found]:
    for phrases, event in ((_LANDING, Event.LANDING), (_END, Event.END), (_OTHER, Event.OTHER)):
        for phrase in words.candidates(phrases):
            if phrase in _BARE:
                continue
            length = len(phrase.split())
            for place in words.places(phrase):
                behind = {t.text for t in words.tokens[place + length : place + length + 1]}
                premise = phrase == "falls" and not _FROM.isdisjoint(behind)
                turning = phrase in _STOPPING and not _RISING.isdisjoint(behind)
                if not premise and not turning:
                    yield place, place + length, event
