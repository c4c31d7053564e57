"""Hearing which outcome is wanted where phrases overlap: 'loses hold' is no 'hold'.

The longest phrase at a place is the one that is meant. Beyond what
:mod:`storyworld.reading.negation` reads, 'too weak to hold' and 'insufficient to hold' deny the
verb, and a sentence that begins with 'not even' denies its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from storyworld.physics.claims import Claim, Wish
from storyworld.reading.negation import denied
from storyworld.reading.words import TokenKind, Words, vocabulary
from storyworld.records.goal import MissingParameter, Parameter

_IRREGULAR: Final[Mapping[str, tuple[str, ...]]] = {
    "slide": ("slid",), "go": ("goes", "went", "gone"), "fall": ("fell", "fallen"),
    "hold": ("held",), "keep": ("kept",), "lose": ("lost",), "leave": ("left",),
    "fly": ("flew", "flown"), "come": ("came",), "run": ("ran",), "break": ("broke", "broken"),
    "get": ("got",), "make": ("made",), "take": ("took", "taken"), "stick": ("stuck",),
    "rise": ("rose", "risen"), "sink": ("sank", "sunk"), "swing": ("swung",), "spin": ("spun",),
    "hang": ("hung",), "stand": ("stood",), "sit": ("sat",), "ride": ("rode",), "cling": ("clung",),
    "shoot": ("shot",), "give": ("gave", "given"), "throw": ("threw", "thrown"),
    "send": ("sent",), "bring": ("brought",), "lean": ("leant",), "cut": ("cut",),
    "let": ("let",), "put": ("put",), "set": ("set",), "drive": ("drove", "driven"),
    "creep": ("crept",), "find": ("found",), "end": ("ended",), "overcome": ("overcame",),
    "bear": ("bore", "borne"), "tear": ("tore",), "lift": ("lifted",), "sweep": ("swept",),
}  # fmt: skip
# Short verbs of one vowel and one consonant double it: 'tipping', 'skidded'.
_DOUBLING: Final = frozenset(
    vocabulary(
        "tip, flip, slip, skid, drop, stop, grip, tug, ram, prod, run, get, sit, put, let, set, "
        "cut, spin, dip, drag, nip, grab, hug, pin, jam, slam, lug, scud, nod, jut"
    )
)
_PLAIN_ED: Final = frozenset(_IRREGULAR) - {"lean", "lift", "end"}
_TOO: Final = frozenset({"too"})
_INSUFFICIENT: Final = frozenset({"insufficient", "inadequate", "powerless", "unfit"})
_RULED_OUT: Final = frozenset({"avoided", "prevented", "averted", "excluded", "ruled"})
_HARDLY: Final = frozenset({"hardly", "scarcely", "seldom", "rarely"})
_AVERTED: Final = 4
_FAR: Final = 24
_NEGATION_REACH: Final = 5
_SUBORDINATE: Final = frozenset({"when", "whenever", "if", "once", "where", "after", "since"})
_CLAUSES: Final = frozenset({"but", "and", "while", "so"})
Heard = tuple[int, int, bool]


def inflected(verbs: str) -> str:
    """Give the forms of verbs, 'tip over, slide' -> 'tip over, tips over, tipping over, ...'."""
    return ", ".join(form for verb in vocabulary(verbs) for form in _forms(verb))


@cache
def _forms(verb: str) -> tuple[str, ...]:
    head, *rest = verb.split()
    tail = " ".join(["", *rest])
    vowel = len(head) > 1 and head[-2] in "aeiou"
    doubled = head + head[-1] if head in _DOUBLING else head
    if head.endswith(("s", "sh", "ch", "x", "z")) or head == "go":
        third = f"{head}es"
    elif head.endswith("y") and not vowel:
        third = f"{head[:-1]}ies"
    else:
        third = f"{head}s"
    stem = doubled[:-1] if head.endswith("e") and not head.endswith("ee") else doubled
    past: tuple[str, ...] = _IRREGULAR.get(head, ())
    if head not in _PLAIN_ED:
        regular = f"{head[:-1]}ied" if head.endswith("y") and not vowel else f"{stem}ed"
        past = (*past, regular)
    return tuple(dict.fromkeys(f"{w}{tail}" for w in (head, third, f"{stem}ing", *past)))


def heard(
    words: Words, wishes: Sequence[Wish], *, limited: bool, aside: tuple[str, ...] = ()
) -> tuple[dict[str, None], bool]:
    """Collect the outcomes words ask for, and whether they turn the limits stated round.

    As :class:`storyworld.physics.asking.Asked` does, but the longest of overlapping phrases
    counts. `aside` are phrases that ask for nothing: 'rollover assessment'.
    """
    votes: dict[str, None] = {}
    turned = False
    said = _spotted(words, (*(w.said for w in wishes), aside))
    for wish, places in zip(wishes, said, strict=False):
        asserted = any(not denial for _, _, denial in places)
        denied = any(denial for _, _, denial in places)
        if wish.turns and limited:
            turned = turned or (denied and not asserted)
            continue
        votes.update({wish.outcome: None} if asserted else {})
        votes.update({wish.opposite: None} if denied else {})
    if not votes and not limited:
        weak = _spotted(words, (*(w.weak for w in wishes), aside))
        for wish, places in zip(wishes, weak, strict=False):
            for _, _, denial in places:
                votes[wish.opposite if denial else wish.outcome] = None
    return votes, turned


@lru_cache(maxsize=64)
def _spotted(words: Words, groups: tuple[tuple[str, ...], ...]) -> tuple[list[Heard], ...]:
    """Give place, length and denial of each group's phrases that no longer one covers."""
    found = [
        (length, place, group)
        for group, phrases in enumerate(groups)
        for first, candidates in _by_first(phrases).items()
        if first in words
        for phrase in candidates
        for length in (len(phrase.split()),)
        for place in words.places(phrase)
    ]
    covered: set[int] = set()
    spotted: tuple[list[Heard], ...] = tuple([] for _ in groups)
    for length, place, group in sorted(found, key=lambda f: (-f[0], f[1])):
        span = set(range(place, place + length))
        if span <= covered:
            continue
        covered |= span
        denial = denies(words, place)
        if denial or not _averted(words, place):
            spotted[group].append((place, length, denial))
    return tuple(_inherited(sorted(places)) for places in spotted)


def _inherited(places: list[Heard]) -> list[Heard]:
    """Let a phrase that goes on where another began share its denial: not 'drifting up | up the'.

    The second phrase of 'without drifting up to the wall' is no verb of its own.
    """
    found: list[Heard] = []
    for place, length, denial in places:
        goes_on = bool(found) and found[-1][0] + found[-1][1] >= place
        found.append((place, length, found[-1][2] if goes_on else denial))
    return found


@lru_cache(maxsize=256)
def _by_first(phrases: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Index phrases by their first word."""
    index: dict[str, list[str]] = {}
    for phrase in dict.fromkeys(phrases):
        index.setdefault(phrase.split()[0], []).append(phrase)
    return {first: tuple(found) for first, found in index.items()}


def denies(words: Words, place: int) -> bool:
    """Whether what stands at `place` is denied, by any of the ways known here."""
    turns = int(_negated(words, place)) + _too(words, place) + _not_even(words, place)
    turns += _ruled_out(words, place) + _answered_no(words, place) + _hardly(words, place)
    return turns % 2 == 1


def _negated(words: Words, place: int) -> bool:
    """Whether it is denied within its own clause: not in 'does not slip when the hand lifts it'."""
    if not words.negated(place):
        return False
    sentence = words.tokens[place].sentence
    for at in range(place - 1, max(-1, place - 1 - _FAR), -1):
        if words.tokens[at].sentence != sentence:
            break
        if words.tokens[at].text == ":":
            return denied(words.tokens[at + 1 :], place - at - 1)
    for at in range(place - 1, max(-1, place - 1 - _NEGATION_REACH), -1):
        if words.tokens[at].text in _SUBORDINATE:
            return denied(words.tokens[at + 1 :], place - at - 1)
    return True


def asserted(words: Words, phrases: Iterable[str]) -> tuple[bool, bool]:
    """Say whether any of the phrases is asserted, and whether any is denied."""
    (places,) = _spotted(words, (tuple(phrases),))
    return any(not d for *_, d in places), any(d for *_, d in places)


def limits_alone(
    asked: tuple[Claim, ...], given: frozenset[str], *driven: str
) -> tuple[Claim, ...]:
    """Give the limits alone where a goal asks for the highest that holds, and not for one case."""
    limits = tuple(c for c in asked if isinstance(c.threshold, str))
    return limits if limits and not given.intersection(driven) else asked


def bounded_twice(
    given: tuple[Parameter, ...], limit: str, driven: str
) -> tuple[MissingParameter, ...]:
    """Name a quantity that a goal bounds beside the limit it states on the same."""
    stated = any(p.name.startswith(f"{limit}_") for p in given)
    bounded = next((p for p in given if p.name == driven and p.bound is not None), None)
    if not stated or bounded is None:
        return ()
    because = "the goal bounds it twice: one of the two may be claimed, and the other is not placed"
    return (MissingParameter(name=driven, unit=bounded.quantity.unit, because=because),)


def _averted(words: Words, place: int) -> bool:
    sentence = words.tokens[place].sentence
    return any(
        t.text == "before" and t.sentence == sentence
        for t in words.tokens[max(0, place - _AVERTED) : place]
    )


def _too(words: Words, place: int) -> bool:
    """Whether it is 'too weak to' or 'insufficient to' do so."""
    tokens = words.tokens
    if place < 2 or tokens[place - 1].text not in {"to", "for"}:
        return False
    if tokens[place - 2].text in _INSUFFICIENT:
        return True
    return any(t.text in _TOO for t in tokens[max(0, place - 4) : place - 1])


def _ruled_out(words: Words, place: int) -> bool:
    """Whether it is said to be ruled out: 'rolling over is out of the question'."""
    sentence = words.tokens[place].sentence
    behind = [t.text for t in words.tokens[place + 1 : place + 9] if t.sentence == sentence]
    for at, text in enumerate(behind):
        if text in _CLAUSES or text == ",":
            return False
        if text == "is" and behind[at + 1 : at + 2] and behind[at + 1] in _RULED_OUT:
            return True
        if behind[at : at + 4] == ["out", "of", "the", "question"]:
            return True
    return False


def _answered_no(words: Words, place: int) -> bool:
    """Whether it is asked, and the answer is no: 'Does it tip? No.'."""
    for at in range(place + 1, min(len(words.tokens), place + 40)):
        if words.tokens[at].text == "?":
            answer = words.tokens[at + 1].text if at + 1 < len(words.tokens) else ""
            return answer in {"no", "nope", "never"}
        if words.tokens[at].sentence != words.tokens[place].sentence:
            return False
    return False


def _hardly(words: Words, place: int) -> bool:
    """Whether it is hardly ever so: 'scarcely holds', 'hardly any car could hold'."""
    near = words.tokens[max(0, place - _NEGATION_REACH) : place]
    return any(t.text in _HARDLY and t.sentence == words.tokens[place].sentence for t in near)


def _not_even(words: Words, place: int) -> bool:
    """Whether the clause begins with 'not even', out of reach of a plain 'not'."""
    tokens = words.tokens
    for at in range(place - 1, -1, -1):
        token = tokens[at]
        if token.sentence != tokens[place].sentence or token.text in _CLAUSES:
            return False
        begins = at == 0 or tokens[at - 1].kind is TokenKind.MARK
        if begins and token.text in {"not", "nor"} and words.follows(at + 1, ["even"]):
            return place - at > _NEGATION_REACH
    return False
