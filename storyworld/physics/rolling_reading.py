"""Who races whom down a ramp, as a goal's words tell it: who is said to come before whom.

Who wins is told by verbs between two bodies ("beats", "loses to") or behind one ("gets there
first", "comes last", "comes in second").
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from storyworld.physics.rolling_bodies import Racer, racers
from storyworld.physics.rolling_words import (
    BEATEN,
    BEATS,
    CARRIED,
    FIRST,
    LAST,
    LOSES,
    SECOND,
    TIE,
    UPHILL,
)
from storyworld.reading.words import Words, vocabulary

_CUTS: Final = frozenset({",", ";", ":", "and", "but", "while", "then", "so", "."})
_SPLITTING: Final = frozenset({",", ";", ":", ".", "while", "but", "whereas"})
_LONG_CLAUSE: Final = 10
_REACH: Final = 8

_STARTING: Final = frozenset(
    vocabulary("start, starts, started, starting, released, release, let, set, dropped, begin, "
               "begins, beginning, placed, roll, rolled, rolls, rolling, launched, side, race, "
               "stand, standing, go, leave, leaves, raced, racing, going, down, put, "
               "trundle, trundles, trundling, come, coming, tumble, hurtle, hurtles")
)  # fmt: skip
_ARRIVING: Final = frozenset(
    vocabulary("reach, reaches, reached, arrive, arrives, arrived, finish, finishes, get, gets, "
               "tie, bottom, end, cross, crosses, hit, land, complete, line, reaching, arriving")
)  # fmt: skip
_SET_OFF: Final = frozenset(
    vocabulary("start, starts, started, starting, released, release, let, set, dropped, begin, "
               "begins, placed, launched, put, released, beginning")
)  # fmt: skip
_GOING: Final = frozenset(vocabulary("roll, rolls, rolling, rolled, goes, runs, moves, travels"))
_CLIMBING: Final = ("roll", "climb", "ascend", "run", "goes", "moves", "comes", "travels", "creeps")
_PLACING: Final = frozenset(vocabulary("home, place, down, in, past, one, across, over, there"))
_COPULA: Final = frozenset({"is", "=", ":", "was", "goes"})


@dataclass(frozen=True)
class Race:
    """Who is said to come before whom: `relation` is wins, loses, ties, not_wins, ... or ''.

    `first` is the body spoken of, `rival` the body it is held against; `clear` is false where the
    words leave open whom it is held against.
    """

    first: Racer | None
    rival: Racer | None
    relation: str
    clear: bool = True


def race_of(words: Words) -> Race:
    """Read who is said to win against whom; `relation` is empty where nobody races.

    Where several rivals are named the one is taken against which the claim is hardest to hold.
    """
    bodies = racers(words)
    ordered = _in_order(words, bodies)
    if ordered is not None:
        return ordered
    middle = _second_of(words, bodies)
    if middle is not None:
        return middle
    comparing = _comparing(words, bodies)
    if comparing is not None:
        return comparing
    tied = _tying(words, bodies)
    if tied is not None:
        return tied
    return _ranking(words, bodies) or Race(bodies[0] if bodies else None, None, "")


def uphill(words: Words) -> str | None:
    """Give the words that have a body go up by itself; it may as well be carried there."""
    for phrase in UPHILL:
        for place in words.places(phrase):
            near = [t.text for t in words.tokens[max(0, place - _REACH) : place]]
            cut = max((k for k, t in enumerate(near) if t in _SPLITTING), default=-1)
            verbs = [t for t in near[cut + 1 :] if t in CARRIED or t in _GOING]
            carried = bool(verbs) and verbs[-1] in CARRIED and not phrase.startswith(_CLIMBING)
            if not carried and not words.negated(place):
                return phrase
    return None


def _in_order(words: Words, bodies: tuple[Racer, ...]) -> Race | None:
    """Read 'in the order sphere, cylinder, hoop' and 'sphere first, then cylinder, hoop last'."""
    said = words.any_of(vocabulary("in the order, in this order, order is, the order, order of "
                                   "arrival, finishing order"))  # fmt: skip
    if said is None:
        return None
    place = next(words.places(said))
    row = [b for b in bodies if b.place > place]
    if len(row) < 2:
        row = list(bodies)
    if len(row) < 2:
        return Race(bodies[0] if bodies else None, None, "wins", clear=False)
    pairs = list(pairwise(row))
    first, rival = max(pairs, key=lambda p: _middle(p[0]) - _middle(p[1]))
    return Race(first, rival, "not_wins" if words.negated(place) else "wins")


def _second_of(words: Words, bodies: tuple[Racer, ...]) -> Race | None:
    """Read 'the disc comes in second': behind one of the others, and before the rest."""
    for phrase in SECOND:
        for place in words.places(phrase):
            first = _subject(words, bodies, place)
            if first is None:
                continue
            others = sorted({b.beta: b for b in bodies if b.beta != first.beta}.values(),
                            key=_middle)  # fmt: skip
            if len(others) < 2 or words.negated(place):
                return _against(first, bodies, "loses", words, place)
            claims = (Race(first, others[0], "loses"), Race(first, others[1], "wins"))
            return min(claims, key=_held)
    return None


def _comparing(words: Words, bodies: tuple[Racer, ...]) -> Race | None:
    """Read 'beats' and 'loses to'; of several comparisons give the one that is hardest to hold."""
    found: list[Race] = []
    found += _beaten(words, bodies)
    for phrases, relation in ((LOSES, "loses"), (BEATS, "wins")):
        for phrase in phrases:
            for place in words.places(phrase):
                if relation == "wins" and words.follows(place + len(phrase.split()), ["by"]):
                    continue
                race = _compared(words, bodies, (place, place + len(phrase.split())), relation)
                if race is not None:
                    found.append(race)
    return min(found, key=_held, default=None)


def _beaten(words: Words, bodies: tuple[Racer, ...]) -> list[Race]:
    """Read 'is beaten to the bottom of the slope by the ball'."""
    found = []
    for place, token in enumerate(words.tokens):
        if token.text not in BEATEN:
            continue
        near = [t.text for t in words.tokens[place : place + _LONG_CLAUSE]]
        if "by" in near and not _SPLITTING & set(near[: near.index("by")]):
            race = _compared(words, bodies, (place, place + near.index("by") + 1), "loses")
            found += [race] if race is not None else []
    return found


def _compared(
    words: Words, bodies: tuple[Racer, ...], span: tuple[int, int], relation: str
) -> Race | None:
    """Read one comparison, whose words are those from span[0] to before span[1]."""
    place, end = span
    first = _subject(words, bodies, place)
    if first is None:
        return None
    sentence = _sentence(words, place)
    near = (b for b in bodies if 0 <= b.place - end <= _REACH)
    rival = next((b for b in near if _sentence(words, b.place) == sentence), None)
    other = _other(words, end)
    if rival is None and other is None:
        return None
    if rival is None and other == "others":
        return _against(first, bodies, relation, words, place)
    if rival is None:
        rival = next((b for b in bodies if b.beta != first.beta), first)
    return Race(first, rival, _turned(words, place, relation))


def _held(race: Race) -> float:
    """Give by how much a comparison holds: negative where it does not."""
    if race.first is None or race.rival is None:
        return 0.0
    lead = _middle(race.rival) - _middle(race.first)
    return {"wins": lead, "loses": -lead, "not_wins": -lead, "not_loses": lead}[race.relation]


def _other(words: Words, end: int) -> str | None:
    """Give whether 'the other', 'the light one' or 'all others' stands at a place."""
    near = [t.text for t in words.tokens[end : end + 5]]
    if "others" in near or "everything" in near or "all" in near or "rest" in near:
        return "others"
    return "other" if {"other", "one", "it", "them", "another"} & set(near) else None


def _tying(words: Words, bodies: tuple[Racer, ...]) -> Race | None:
    if len(bodies) < 2 and not any(b.plural for b in bodies):
        return None
    for phrase in TIE:
        for place in words.places(phrase):
            near = [t.text for t in words.tokens[max(0, place - 5) : place]]
            if any(t in _SPLITTING for t in near):
                near = near[max(k for k, t in enumerate(near) if t in _SPLITTING) + 1 :]
            verbs = [t for t in near if t in _SET_OFF or t in _ARRIVING]
            if verbs and verbs[-1] in _SET_OFF:
                continue
            # 'roll down together and the rim finishes last': together is how they roll.
            if phrase in {"together", "side by side", "same time", "abreast"} and not verbs:
                rest = [t.text for t in words.tokens[place : place + 7]]
                ends = next((k for k, t in enumerate(rest) if t in _SPLITTING), None)
                rest = rest[:ends]
                if set(near) & _STARTING and not set(rest) & _ARRIVING:
                    continue
            first, rival = _farthest_apart(bodies)
            none = phrase.startswith(("neither", "no"))
            return Race(first, rival, "ties" if none else _turned(words, place, "ties"))
    return None


def _ranking(words: Words, bodies: tuple[Racer, ...]) -> Race | None:
    """Read 'gets there first' and 'comes last'; of several give the one hardest to hold."""
    found = []
    for phrases, relation in ((FIRST, "wins"), (LAST, "loses")):
        for phrase in phrases:
            for place in words.places(phrase):
                if place and words.tokens[place - 1].text == "at":
                    continue
                first = _announced(words, bodies, place + len(phrase.split()))
                first = first or (_subject(words, bodies, place) if place else None)
                if first is not None and (len(bodies) > 1 or first.plural):
                    found.append(_against(first, bodies, relation, words, place))
    return min(found, key=_held, default=None)


def _turned(words: Words, place: int, relation: str) -> str:
    """Give a relation, or its contrary where it or the arriving it tells of is denied."""
    denied = words.negated(place) or (place > 0 and words.tokens[place - 1].text in {"no", "not"})
    for at in range(place - 1, max(-1, place - _LONG_CLAUSE), -1):
        if denied or words.tokens[at].text in _SPLITTING:
            break
        denied = words.tokens[at].text in _ARRIVING and words.negated(at)
    return f"not_{relation}" if denied else relation


def _announced(words: Words, bodies: tuple[Racer, ...], end: int) -> Racer | None:
    """Give the body of 'the winner is the hoop', 'winner: hoop'."""
    near = [t.text for t in words.tokens[end : end + 3]]
    at = next((k for k, word in enumerate(near) if word in _COPULA), None)
    if at is None or not set(near[:at]) <= _PLACING:
        return None
    return next((b for b in bodies if 0 < b.place - end - at <= 5), None)


def _against(
    first: Racer, bodies: tuple[Racer, ...], relation: str, words: Words, place: int
) -> Race:
    """Hold a body against the one among all others that makes the claim hardest to hold."""
    others = [b for b in bodies if b.beta != first.beta or b.slides != first.slides]
    if not others:
        same = [b for b in bodies if b is not first and b.noun == first.noun]
        several = len(same) > 0 or first.plural
        return Race(first, first, _turned(words, place, relation), clear=several)
    hardest = min if relation == "wins" else max
    return Race(first, hardest(others, key=_middle), _turned(words, place, relation))


def _subject(words: Words, bodies: tuple[Racer, ...], place: int) -> Racer | None:
    """Give the body that a verb is said of: the last of its clause not behind a preposition.

    Where the clause names none ('..., and wins'), the first of the sentence.
    """
    at_once = next((b for b in bodies if b.place == place - 1), None)
    if at_once is not None:  # 'with the cylinder first'
        return at_once
    sentence = _sentence(words, place)
    start = place
    while start > 0 and words.tokens[start - 1].sentence == sentence:
        if words.tokens[start - 1].text in _CUTS:
            break
        start -= 1
    clause = [b for b in bodies if start <= b.place < place]
    plain = [b for b in clause if not b.oblique]
    if plain or clause:
        return (plain or clause)[-1 if len(plain) != len(clause) else 0]
    earlier = [b for b in bodies if b.place < place]
    here = [b for b in earlier if words.tokens[b.place].sentence == sentence]
    subjects = [b for b in here if not b.oblique] or here
    return subjects[0] if subjects else (earlier[0] if earlier else None)


def _sentence(words: Words, place: int) -> int:
    return words.tokens[place].sentence


def _farthest_apart(bodies: tuple[Racer, ...]) -> tuple[Racer, Racer]:
    low, high = min(bodies, key=_middle), max(bodies, key=_middle)
    return low, high


def _middle(one: Racer) -> float:
    return (one.beta[0] + one.beta[1]) / 2
