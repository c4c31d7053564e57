"""Hearing which outcome is wanted where phrases overlap: 'loses hold' is no 'hold'.

The longest phrase at a place is the one that is meant.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from storyworld.physics.claims import Claim, Wish
from storyworld.reading.words import Words, vocabulary
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
_AVERTED: Final = 4
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
        denial = words.negated(place)
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
