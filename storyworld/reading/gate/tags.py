"""What the gate looks for in a goal, by tag, and the forms of the verbs that say it."""

from collections.abc import Iterator
from enum import StrEnum, auto
from typing import Final

from storyworld.reading.words import vocabulary

_DOUBLED: Final = frozenset(vocabulary("stop, spin, run, get, begin, set, let, sit, dim, hit, put"))
_IRREGULAR: Final = {
    "begin": "began", "come": "came", "fall": "fell", "freeze": "froze", "get": "got",
    "give": "gave", "go": "went", "grow": "grew", "hang": "hung", "have": "had", "leave": "left",
    "lose": "lost", "make": "made", "rise": "rose", "run": "ran", "set": "set", "shoot": "shot",
    "sit": "sat", "speed": "sped", "spin": "spun", "stand": "stood", "swing": "swung",
    "take": "took", "hear": "heard", "hold": "held", "keep": "kept", "break": "broke",
    "fly": "flew", "hit": "hit", "ring": "rang", "put": "put", "shine": "shone", "burst": "burst",
    "strike": "struck", "push": "pushed", "feed": "fed", "throw": "threw", "catch": "caught",
    "draw": "drew",
}  # fmt: skip


def inflected(phrases: str) -> tuple[str, ...]:
    """Give the forms of verbs (the first word of each phrase): base, -s, -ing and past."""
    return tuple(form for phrase in vocabulary(phrases) for form in _forms(phrase))


def _forms(phrase: str) -> Iterator[str]:
    verb, _, rest = phrase.partition(" ")
    consonant_y = verb.endswith("y") and verb[-2] not in "aeiou"
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    stem += verb[-1] if verb in _DOUBLED else ""
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o", "z")) else "s")
    third = verb[:-1] + "ies" if consonant_y else third
    past = _IRREGULAR.get(verb, (verb[:-1] + "i" if consonant_y else stem) + "ed")
    for form in (verb, third, stem + "ing", past):
        yield f"{form} {rest}".strip()


class Tag(StrEnum):
    """What a phrase says, as far as the gate cares."""

    HOVER = auto()
    FLOAT = auto()
    STAY = auto()
    STILL = auto()
    NO_FALL = auto()
    RELEASED = auto()
    MID_AIR = auto()
    AIR = auto()
    ABOVE = auto()
    FALLS = auto()
    RISE = auto()
    ACCELERATE = auto()
    AT_REST = auto()
    STOP = auto()
    TURN = auto()
    INERTIA = auto()
    SUDDEN = auto()
    RUN = auto()
    FOREVER = auto()
    WORK = auto()
    PERPETUAL = auto()
    PERPETUAL_WORKS = auto()
    GIVE = auto()
    QUANTITY = auto()
    CREATE = auto()
    FROM_NOTHING = auto()
    VANISH = auto()
    INTO_NOTHING = auto()
    CHANGE = auto()
    LESS = auto()
    ISOLATED = auto()
    HEAVIER = auto()
    BECOMES = auto()
    VIOLATES = auto()
    # What may bring it about, or makes the words mean something else.
    FICTION = auto()
    CARRIER = auto()
    BALLISTIC = auto()
    INSTANT = auto()
    STRUCTURE = auto()
    WEIGHTLESS = auto()
    MOVER = auto()
    STOPPER = auto()
    ROUGH = auto()
    VEHICLE = auto()
    ANIMATE = auto()
    BY_HAND = auto()
    ABSTRACT = auto()
    SOURCE = auto()
    SLED = auto()
    CELESTIAL = auto()
    ROCKET = auto()
    NATURAL = auto()
    SURPLUS = auto()
    COASTING = auto()
    FLUID = auto()
    NUCLEAR = auto()
    EXCHANGE = auto()
