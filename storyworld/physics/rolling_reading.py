"""Who races whom down a ramp, as a goal's words tell it: round bodies, and who is said to win.

A body is told by its noun and what stands before it ("hollow ball", "thin ring"); its shape factor
beta = I / (m r²) is a range where the words leave it open (a ball may be hollow). Who wins is told
by verbs between two bodies ("beats", "loses to") or behind one ("gets there first", "comes last").

References
----------
Moments of inertia: OpenStax, University Physics vol. 1, figure 10.20.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from storyworld.physics.rolling_words import BEATS, FIRST, LAST, LOSES, TIE
from storyworld.reading.tokens import TokenKind
from storyworld.reading.words import Words, vocabulary

Range = tuple[float, float]
SPHERE, SHELL, CYLINDER, HOOP = 2 / 5, 2 / 3, 1 / 2, 1.0

_SOLID: Final = frozenset(vocabulary("solid, massive, full, filled, uniform, homogeneous, compact"))
_HOLLOW: Final = frozenset(
    vocabulary("hollow, empty, shell, thin, walled, spherical_shell, inflated, open, tubular")
)
_SOLID_BALLS: Final = frozenset(vocabulary("bowling, billiard, snooker, pool, croquet"))
_INFLATED: Final = frozenset(vocabulary("soccer, tennis, beach, ping, pong, foot, volley, basket"))
_OPEN: Final = frozenset(vocabulary("thick, partly, partially, half"))
# Noun to its factor: (as it is, solid, hollow).
_SHAPES: Final[dict[str, tuple[Range, Range, Range]]] = {
    **dict.fromkeys(("ball", "balls", "sphere", "spheres", "globe", "orb", "bead", "beads"),
                    ((SPHERE, SHELL), (SPHERE, SPHERE), (SHELL, SHELL))),
    **dict.fromkeys(("marble", "marbles", "boulder", "bearing", "cannonball", "cannonballs"),
                    ((SPHERE, SPHERE), (SPHERE, SPHERE), (SHELL, SHELL))),
    **dict.fromkeys(("basketball", "soccerball", "football", "volleyball", "tennisball"),
                    ((0.55, SHELL), (SPHERE, SPHERE), (SHELL, SHELL))),
    **dict.fromkeys(("cylinder", "cylinders", "roller", "rollers", "drum", "drums", "barrel",
                     "barrels"), ((CYLINDER, HOOP), (CYLINDER, CYLINDER), (HOOP, HOOP))),
    **dict.fromkeys(("disc", "discs", "disk", "disks", "coin", "coins", "log", "logs", "rod",
                     "puck_on_edge", "pencil", "hockey_puck"),
                    ((CYLINDER, CYLINDER), (CYLINDER, CYLINDER), (HOOP, HOOP))),
    **dict.fromkeys(("hoop", "hoops", "ring", "rings", "rim", "rims", "pipe", "pipes", "tube",
                     "tubes", "hula"), ((HOOP, HOOP), (CYLINDER, CYLINDER), (HOOP, HOOP))),
    **dict.fromkeys(("shell", "shells"), ((SHELL, SHELL), (SHELL, SHELL), (SHELL, SHELL))),
    **dict.fromkeys(("wheel", "wheels", "tyre", "tire", "tyres", "tires", "can", "cans", "spool"),
                    ((CYLINDER, HOOP), (CYLINDER, CYLINDER), (HOOP, HOOP))),
}  # fmt: skip
_SLIDERS: Final = frozenset(
    vocabulary("block, box, cube, crate, puck, sled, brick, sledge, slab, blocks, ice cube, slider")
)
# Behind these a round word is no body: 'a ball bearing' is one, not two.
_ATTRIBUTES: Final = frozenset(vocabulary("bearing, shell, rim, ring, wheel, disc, disk, of, can"))
# A can rolls if it is a noun: 'a can', not 'can roll'.
_ARTICLES: Final = frozenset(vocabulary("a, an, the, one, each, another, two, its, empty, tin, "
                                        "soup, full, steel, this, that"))  # fmt: skip
_OBLIQUE: Final = frozenset(
    vocabulary("alongside, against, beside, with, versus, vs, than, racing, races, to, of, by, "
               "next, between, unlike, after, behind, before, ahead, and")
)  # fmt: skip
_CUTS: Final = frozenset({",", ";", ":", "and", "but", "while", "then", "so", "."})
_SPLITTING: Final = frozenset({",", ";", ":", ".", "while", "but", "whereas"})
_MATERIALS_ETC: Final = 4
_LONG_CLAUSE: Final = 10
_REACH: Final = 8

_STARTING: Final = frozenset(
    vocabulary("start, starts, started, starting, released, release, let, set, dropped, begin, "
               "begins, beginning, placed, roll, rolled, rolls, rolling, launched, side, race, "
               "stand, standing, go, leave, leaves, raced, racing, going, down, put")
)  # fmt: skip
_ARRIVING: Final = frozenset(
    vocabulary("reach, reaches, reached, arrive, arrives, arrived, finish, finishes, get, gets, "
               "tie, bottom, end, cross, crosses, hit, land, complete, line, reaching, arriving")
)  # fmt: skip
_SET_OFF: Final = frozenset(
    vocabulary("start, starts, started, starting, released, release, let, set, dropped, begin, "
               "begins, placed, launched, put, released, beginning")
)  # fmt: skip
_COPULA: Final = frozenset({"is", "=", ":", "was", "goes"})


@dataclass(frozen=True)
class Racer:
    """A body as the words tell it: where its noun stands, and what beta they allow."""

    place: int
    beta: Range
    noun: str
    slides: bool = False
    oblique: bool = False
    plural: bool = False


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


@lru_cache(maxsize=64)
def racers(words: Words) -> tuple[Racer, ...]:
    """Find the bodies of a text in their order, each as often as it is named."""
    found: list[Racer] = []
    tokens = words.tokens
    for place, token in enumerate(tokens):
        if token.kind is not TokenKind.WORD:
            continue
        text = token.text
        following = tokens[place + 1].text if place + 1 < len(tokens) else ""
        before = _modifiers(words, place)
        if text == "one" and (before & (_SOLID | _HOLLOW)) and found:
            kin = _SHAPES.get(found[0].noun)
            if kin is not None:
                hollow = bool(before & _HOLLOW)
                found.append(Racer(place, kin[2 if hollow else 1], found[0].noun,
                                   oblique=_oblique(words, place)))  # fmt: skip
            continue
        if text in ("can", "rod", "log") and not (before | _one_before(words, place)) & _ARTICLES:
            continue
        if text in _SLIDERS and following != "of_wood":
            found.append(Racer(place, (0.0, 0.0), text, slides=True,
                               oblique=_oblique(words, place)))  # fmt: skip
            continue
        if text not in _SHAPES or following in _ATTRIBUTES - {"of"} & set(_SHAPES):
            continue
        if text == "hula" or (found and text == "shell" and found[-1].place == place - 1):
            continue
        found.append(Racer(
            place, _factor(text, before, following), text, oblique=_oblique(words, place),
            plural=text.endswith("s"),
        ))  # fmt: skip
    return tuple(_same_again(words, found))


def _factor(noun: str, before: frozenset[str], following: str) -> Range:
    plain, solid, hollow = _SHAPES[noun]
    spherical = noun in {"ball", "balls"} and bool(before & _SOLID_BALLS)
    if noun in {"ball", "balls"} and before & _INFLATED:
        return 0.55, SHELL
    if before & _OPEN:
        return min(solid[0], plain[0]), max(hollow[1], plain[1])
    if noun == "shell" and "cylindrical" in before:
        return HOOP, HOOP
    if before & _HOLLOW or following == "shell":
        return hollow
    return (
        solid if spherical or (before & _SOLID and noun not in {"hoop", "ring", "rim"}) else plain
    )


def _one_before(words: Words, place: int) -> frozenset[str]:
    return frozenset({words.tokens[place - 1].text} if place else ())


def _modifiers(words: Words, place: int) -> frozenset[str]:
    """Give the words right before a noun, back to an article, a verb's mark or another body."""
    found: set[str] = set()
    for at in range(place - 1, max(-1, place - 1 - _MATERIALS_ETC), -1):
        token = words.tokens[at]
        if token.kind is TokenKind.MARK or token.text in {"a", "an", "the", "and", "with", "than"}:
            break
        if token.text in _SHAPES and token.text != "shell":
            break
        found.add(token.text)
    return frozenset(found)


def _oblique(words: Words, place: int) -> bool:
    """Whether a body stands behind a preposition: the hoop of 'alongside a hoop'."""
    for at in range(place - 1, max(-1, place - 2 - _MATERIALS_ETC), -1):
        token = words.tokens[at]
        if token.kind is TokenKind.MARK or token.text in _SHAPES or token.text in _SLIDERS:
            return False
        if token.text in _OBLIQUE:
            return token.text != "and"
    return False


def _same_again(words: Words, found: Sequence[Racer]) -> list[Racer]:
    """Read 'the ball' as the hollow ball spoken of before, and 'the cylinder' likewise."""
    known: list[Racer] = []
    for one in found:
        again = one.beta[0] < one.beta[1] and not _introduced(words, one.place)
        kin = {k.beta for k in known if k.noun == one.noun}
        kin = kin or {k.beta for k in known if _kind(k) == _kind(one)}
        known.append(replace(one, beta=kin.pop()) if again and len(kin) == 1 else one)
    return known


def _introduced(words: Words, place: int) -> bool:
    """Whether an article says that a body is new: 'a ball'."""
    near = [t.text for t in words.tokens[max(0, place - 3) : place]]
    return bool({"a", "an", "another"} & set(near)) and "the" not in near


def _kind(one: Racer) -> str:
    """Give what a body is called in short: a marble is a ball, a ring a hoop."""
    if one.noun not in _SHAPES:
        return one.noun
    solid = _SHAPES[one.noun][1][0]
    return "ball" if solid == SPHERE else one.noun if _SHAPES[one.noun][0][0] == HOOP else "drum"


def race_of(words: Words) -> Race:
    """Read who is said to win against whom; `relation` is empty where nobody races.

    Where several rivals are named the one is taken against which the claim is hardest to hold.
    """
    bodies = racers(words)
    ordered = _in_order(words, bodies)
    if ordered is not None:
        return ordered
    comparing = _comparing(words, bodies)
    if comparing is not None:
        return comparing
    tied = _tying(words, bodies)
    if tied is not None:
        return tied
    return _ranking(words, bodies) or Race(bodies[0] if bodies else None, None, "")


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


def _comparing(words: Words, bodies: tuple[Racer, ...]) -> Race | None:
    """Read 'beats' and 'loses to'; of several comparisons give the one that is hardest to hold."""
    found: list[Race] = []
    for phrases, relation in ((LOSES, "loses"), (BEATS, "wins")):
        for phrase in phrases:
            for place in words.places(phrase):
                race = _compared(words, bodies, (place, place + len(phrase.split())), relation)
                if race is not None:
                    found.append(race)
    return min(found, key=_held, default=None)


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
                if set(near) & _STARTING and not set(rest) & _ARRIVING:
                    continue
            first, rival = _farthest_apart(bodies)
            none = phrase.startswith(("neither", "no"))
            return Race(first, rival, "ties" if none else _turned(words, place, "ties"))
    return None


def _ranking(words: Words, bodies: tuple[Racer, ...]) -> Race | None:
    for phrases, relation in ((FIRST, "wins"), (LAST, "loses")):
        for phrase in phrases:
            for place in words.places(phrase):
                if place == 0 or words.tokens[place - 1].text == "at":
                    continue
                first = _announced(words, bodies, place + len(phrase.split()))
                first = first or _subject(words, bodies, place)
                if first is None or not (len(bodies) > 1 or first.plural):
                    continue
                return _against(first, bodies, relation, words, place)
    return None


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
    if end < len(words.tokens) and words.tokens[end].text in _COPULA:
        return next((b for b in bodies if 0 < b.place - end <= 5), None)
    return None


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
