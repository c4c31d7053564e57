"""Who sits where on a lever.

A text names loads (masses or forces) and their distances from the pivot. Those that belong
together make a body; the first is on the left unless the text says otherwise.
"""

from dataclasses import dataclass
from typing import Final

from storyworld.physics.lever_efforts import effort_of, is_length
from storyworld.physics.lever_pairs import Lever, ahead, lead, paired
from storyworld.physics.lever_phrases import (
    APART,
    BALANCING,
    BEAMS,
    EACH,
    EDGES,
    GOES_DOWN,
    GOES_UP,
    HE,
    LIFTS,
    LONG,
    OPPOSITE,
    OUTER_ENDS,
    OVERHANGS,
    PIVOTS,
    PLAIN,
    SAME,
    SHE,
    TILTS,
)
from storyworld.reading.quantities import Mention
from storyworld.reading.words import TokenKind, Words
from storyworld.records.quantity import Unit

LEFT, RIGHT = "left", "right"
OTHER: Final = {LEFT: RIGHT, RIGHT: LEFT}
_SIDES: Final = frozenset({LEFT, RIGHT})
_REACH: Final = 4
_OF_END: Final = frozenset(
    {"side", "end", "arm", "hand", "that", "which", "of", "the", "plank", "beam", "board", "seesaw",
     "lever", "rod", "bar", "will", "must", "should", "can", "does", "not", "then",
     "also", "cannot"}
)  # fmt: skip
_WEIGHTS: Final = frozenset({"kg", "g", "n", "lb", "t", "kilograms", "kilos", "pounds", "m", "cm"})
_MODAL: Final = frozenset(
    {"to", "will", "must", "should", "can", "cannot", "not", "may", "would", "could", "does", "do",
     "shall", "can't", "won't", "doesn't"}
)  # fmt: skip


@dataclass(frozen=True)
class Seating:
    """The bodies of a text, and the mentions that are of the beam itself."""

    bodies: tuple[Lever, ...]
    beam_length: int | None
    beam_mass: int | None
    clear: bool
    effort: int | None = None

    @property
    def effort_side(self) -> str | None:
        """The side that is pressed down to lift the other, where the text says which."""
        if self.effort is None or len(self.bodies) != 2 or not self.clear:
            return None
        return next((b.side for b in self.bodies if b.load == self.effort), None)

    def slots(self) -> dict[int, str]:
        """Give the slot of each mention; the second body of a side has slots of its own."""
        placed: dict[int, str] = {}
        taken: dict[str, int] = {LEFT: 0, RIGHT: 0}
        for body in self.bodies:
            taken[body.side] += 1
            suffix = "" if taken[body.side] == 1 else f"_{taken[body.side]}"
            if taken[body.side] > _MOST:
                continue
            if body.load is not None:
                placed[body.load] = f"{body.side}_load{suffix}"
            if body.arm is not None:
                placed[body.arm] = f"{body.side}_arm{suffix}"
        return placed


_MOST: Final = 2
_SHORT: Final = ("short arm", "shorter arm")


def seating(words: Words, mentions: tuple[Mention, ...]) -> Seating:
    """Find the bodies on the lever."""
    length = mass = None
    loads: list[int] = []
    arms: list[int] = []
    again: dict[int, int] = {}
    for n, m in enumerate(mentions):
        if m.quantity.unit in (Unit.KILOGRAM, Unit.NEWTON):
            if m.quantity.unit is Unit.KILOGRAM and _of_beam(words, m) and mass is None:
                mass = n
            elif (first := _repeats(words, mentions, n, loads)) is not None:
                again[n] = first
            else:
                loads.append(n)
        elif m.quantity.unit is Unit.METRE and not _of_height(words, m):
            if length is None and (_of_beam(words, m) or lead(words, m) in {"length", "l"}):
                length = n
            else:
                arms.append(n)
    if overhangs(words):
        return _hanging(words, mentions, (loads, arms), length, mass)
    bodies = paired(words, mentions, loads, arms)
    for n, first in again.items():
        owner = next(b for b in bodies if b.load == first)
        owner.anchors.append(mentions[n].first_token)
    for body in bodies:
        if body.load is not None:
            body.value = mentions[body.load].quantity.value
    _name(words, mentions, bodies)
    clear = _seat(words, mentions, bodies)
    return Seating(tuple(bodies), length, mass, clear, effort_of(words, mentions, loads))


def _hanging(
    words: Words,
    mentions: tuple[Mention, ...],
    found: tuple[list[int], list[int]],
    length: int | None,
    mass: int | None,
) -> Seating:
    """Seat a plank over an edge: its own weight inside, the one body on it at the outer end."""
    loads, arms = found
    if mass is None:
        own = [n for n in loads if _behind_beam(words, mentions[n])]
        mass = own[0] if len(own) == 1 else None
        loads = [n for n in loads if n not in own]
    outside = words.any_of(OUTER_ENDS) is not None
    if length is None or mass is None or len(loads) != 1 or len(arms) != 1 or not outside:
        return Seating((), length, None, clear=False)
    value = mentions[loads[0]].quantity.value
    plank = Lever(mass, None, LEFT, value=mentions[mass].quantity.value)
    return Seating((plank, Lever(loads[0], arms[0], RIGHT, value=value)), length, None, clear=True)


def _behind_beam(words: Words, mention: Mention) -> bool:
    """Whether a mass stands behind the beam it is of: 'plank of 30 kg', 'board weighs 12 kg'."""
    front = [t.text for t in words.tokens[max(0, mention.first_token - 3) : mention.first_token]]
    return any(t in BEAMS for t in front) or front[-1:] == ["itself"]


def _of_beam(words: Words, mention: Mention) -> bool:
    """Whether a quantity is the beam's own: '3 m long plank', '10 kg beam'."""
    at = mention.next_token
    if words.follows(at, ("long", "arm")) and words.any_of(_SHORT) is not None:
        return False
    while at < len(words.tokens) and words.tokens[at].text in LONG:
        at += 1
    if at < len(words.tokens) and words.tokens[at].text in BEAMS:
        return True
    lead = words.tokens[max(0, mention.first_token - 3) : mention.first_token]
    return any(t.text == "length" for t in lead) or is_length(words, mention)


def _of_height(words: Words, mention: Mention) -> bool:
    behind = [t.text for t in words.tokens[mention.next_token : mention.next_token + 2]]
    if any(t.text in PIVOTS | _MIDDLES for t in ahead(words, mention.next_token, 4)):
        return False
    return behind[:1] in (["high"], ["off"], ["tall"], ["into"], ["above"]) or behind == [
        "up", "into",
    ]  # fmt: skip


_NO_NAMES: Final = frozenset({"a", "an", "the", "n", "kg", "on", "in", "at", "her", "his", "one"})
_MIDDLES: Final = frozenset({"middle", "centre", "center", "midpoint"})


def overhangs(words: Words) -> bool:
    """Whether a plank lies over an edge and turns about it."""
    return words.any_of(OVERHANGS) is not None and words.any_of(EDGES) is not None


def _repeats(words: Words, mentions: tuple[Mention, ...], n: int, loads: list[int]) -> int | None:
    """Give the load that 'the 30 kg child' speaks of again."""
    m = mentions[n]
    if m.first_token == 0 or words.tokens[m.first_token - 1].text != "the":
        return None
    same = (k for k in loads if mentions[k].quantity.value == m.quantity.value)
    return next(same, None)


_STOPS: Final = APART | frozenset(
    phrase
    for phrases in (LIFTS, TILTS, EACH, ("fulcrum", "pivot", "balances", "balance", "whose"))
    for phrase in phrases
    if " " not in phrase
)


def _name(words: Words, mentions: tuple[Mention, ...], bodies: list[Lever]) -> None:
    """Collect where the text speaks of each body: its numbers, and its nouns wherever they are."""
    nouns: list[set[str]] = []
    edges = {m.first_token for m in mentions}
    for body in bodies:
        own = [mentions[n] for n in (body.load, body.arm) if n is not None]
        body.anchors += [m.first_token for m in own]
        found = _nouns(words, mentions[body.load], edges) if body.load is not None else set()
        if body.load is not None:
            found |= _proper(words, mentions[body.load])
        nouns.append(found)
    for k, body in enumerate(bodies):
        others = set().union(*(nouns[j] for j in range(len(bodies)) if j != k), set())
        for noun in nouns[k] - others:
            body.anchors += [*words.places(noun), *words.places(f"{noun}'s")]
    for pronoun, kind in (("he", HE), ("she", SHE)):
        meant = [k for k, found in enumerate(nouns) if found & kind]
        if len(meant) == 1:
            start = bodies[meant[0]].anchors[0]
            bodies[meant[0]].anchors += [p for p in words.places(pronoun) if p > start]
    if len(bodies) == 2 and all(b.value for b in bodies) and bodies[0].value != bodies[1].value:
        heavy = max(bodies, key=lambda b: b.value)
        light = min(bodies, key=lambda b: b.value)
        for body, said in ((heavy, ("heavier", "bigger")), (light, ("lighter", "smaller"))):
            for word in said:
                body.anchors += list(words.places(word))


def _proper(words: Words, mention: Mention) -> set[str]:
    """Give the name of who weighs so much: 'Anna, who is 9 years old and has a mass of 32 kg'."""
    for at in range(mention.first_token - 1, -1, -1):
        token = words.tokens[at]
        if token.sentence != words.tokens[mention.first_token].sentence:
            return set()
        opens = at == 0 or words.tokens[at - 1].sentence != token.sentence
        capital = words.text[token.start].isupper() and token.text not in _NO_NAMES
        titled = not opens or words.follows(at + 1, [","]) or words.follows(at + 1, ["who"])
        if token.kind is TokenKind.WORD and capital and titled:
            return {token.text}
    return set()


def _nouns(words: Words, mention: Mention, edges: set[int]) -> set[str]:
    """Collect the nouns on both sides of a load's number."""
    found: set[str] = set()
    for step in (-1, 1):
        at = mention.first_token - 1 if step < 0 else mention.next_token
        # 'Sam, 30 kg,': what stands in front of a comma is what weighs so much.
        if step < 0 and _named_before(words, at):
            at -= 1
        # A title in front of a colon names what the load is.
        titled = [t.text for t in words.tokens[max(0, at - 1) : at + 1]]
        named = at > 1 and words.tokens[at - 2].text not in BEAMS
        if step < 0 and named and titled in ([":", "load"], [":", "weight"], [":", "mass"]):
            at -= 2
        for _ in range(3):
            if not 0 <= at < len(words.tokens) or at in edges:
                break
            token = words.tokens[at]
            if token.text in _STOPS:
                break
            if token.kind is TokenKind.WORD and token.text not in PLAIN | BEAMS:
                found.add(token.text)
            at += step
    return found


def _named_before(words: Words, comma: int) -> bool:
    """Whether a comma parts a number from the name in front of it, at the start of a clause."""
    tokens = words.tokens
    if comma < 1 or tokens[comma].text not in {",", ":"}:
        return False
    if tokens[comma - 1].kind is not TokenKind.WORD or tokens[comma - 1].text in PLAIN | BEAMS:
        return False
    start = comma - 1
    while start > 0 and tokens[start - 1].kind is TokenKind.WORD:
        start -= 1
    return comma - start <= 4


def _seat(words: Words, mentions: tuple[Mention, ...], bodies: list[Lever]) -> bool:
    """Say on which side each body is; False where the text leaves it open."""
    spans = [
        (min(mentions[n].first_token for n in own), max(mentions[n].next_token - 1 for n in own))
        for b in bodies
        if (own := [n for n in (b.load, b.arm) if n is not None])
    ]
    seats = [p for s in (LEFT, RIGHT) for p in words.places(s) if not of_outcome(words, p)]
    leading = bool(seats and spans) and min(seats) < spans[0][0]
    for side in (LEFT, RIGHT):
        for place in words.places(side):
            if spans and not of_outcome(words, place):
                near = _whose(place, spans, leading=leading)
                bodies[near].side = bodies[near].side or side
    if not bodies:
        return True
    if not any(b.side for b in bodies):
        bodies[0].side = LEFT
    if len(bodies) == 2:
        one, other = bodies
        one.side = one.side or OTHER[other.side]
        other.side = other.side or OTHER[one.side]
        return one.side != other.side and words.any_of(("same side",)) is None
    verb = next(iter(sorted(p for v in (*LIFTS, *BALANCING) for p in words.places(v))), None)
    for k in range(len(bodies)):
        body = bodies[k]
        if body.side:
            continue
        before = bodies[k - 1].side if k else ""
        between = Words(words.text, words.tokens[spans[k - 1][1] if k else 0 : spans[k][1] + 4])
        said = [t.text for t in between.tokens]
        joined = " ".join(said)
        if any(p in joined for p in SAME) and before:
            body.side = before
        elif any(p in joined for p in OPPOSITE) and bodies[0].side:
            body.side = OTHER[bodies[0].side]
        elif verb is not None and spans[0][0] < verb < spans[-1][0] and bodies[0].side:
            body.side = bodies[0].side if spans[k][0] < verb else OTHER[bodies[0].side]
    clear = all(b.side for b in bodies)
    for body in bodies:
        body.side = body.side or RIGHT
    return clear and {b.side for b in bodies} == _SIDES


def _whose(place: int, spans: list[tuple[int, int]], *, leading: bool) -> int:
    """Give the body a side is said of: the next one where the first side stands before all."""
    if leading:
        return next((k for k, span in enumerate(spans) if place < span[1]), len(spans) - 1)
    return max((k for k, span in enumerate(spans) if span[0] < place), default=0)


def of_outcome(words: Words, place: int) -> bool:
    """Whether 'left' or 'right' says where the lever tips, and not where a body is."""
    behind = [t.text for t in words.tokens[place + 1 : place + 7]]
    named = behind[:1] and behind[0] in {"side", "end", "arm", "hand", "goes", "sinks", "rises"}
    if named and not _loaded(words, place):
        joined = " ".join([w for w in behind if w not in _OF_END])
        # 'Is lower' has to be said in full: 'on the left side is hanging 8 kg'.
        said = (p if p.startswith(("is ", "are ", "be ")) else p.split()[0]
                for p in (*GOES_DOWN, *GOES_UP))  # fmt: skip
        if any(f"{joined} ".startswith(f"{p} ") for p in said):
            return True
    front = [t.text for t in words.tokens[max(0, place - _REACH) : place]]
    first = max(0, place - _REACH)
    tilts = any(tilts_at(words, first + n) for n in range(len(front)))
    return tilts and not any(w.isdigit() for w in front)


def _loaded(words: Words, place: int) -> bool:
    """Whether something is said to be on that side: '12 kg on the right end of the plank'."""
    lead = [t.text for t in words.tokens[max(0, place - 3) : place]]
    return len(lead) == 3 and lead[1] in {"on", "at"} and lead[2] in {"the", "its"} and (
        lead[0] in _WEIGHTS
    )  # fmt: skip


def tilts_at(words: Words, place: int) -> bool:
    """Whether a verb of tilting stands there; 'the pivot on the left' is none."""
    text = words.tokens[place].text
    if text == "pivot":
        return place > 0 and words.tokens[place - 1].text in _MODAL
    return text in TILTS
