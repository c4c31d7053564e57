"""Verbs with what belongs to them a few words on: 'makes it all the way round', 'up it goes'.

People say the same thing with many verbs and many words between. A family lists the verbs and
what has to stand near them, rather than every phrase; denials are read at the verb.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from storyworld.reading.words import Words, vocabulary

_CLAUSE_ENDS: Final = frozenset({",", ";", ":", ".", "and", "but", "then", "while", "so"})
_NO: Final = frozenset({"no", "not", "never", "cannot", "nowhere"})
# Where a thing began: what is higher than this has gained height.
_ORIGIN: Final = frozenset(
    {"released", "release", "started", "start", "starting", "starts", "began", "begun", "let",
     "came", "initial", "original", "originally", "origin", "dropped", "drop", "before", "thrown",
     "fell", "fall", "beginning", "begins", "launched", "launch", "set", "previous", "falls",
     "drops", "throw", "left", "that", "this",
     "hand", "hands", "previously", "earlier", "loosed", "freed"}
)  # fmt: skip
_COMPARING: Final = vocabulary(
    "higher than, above, beyond, exceeds, exceed, exceeding, exceeded, past, surpasses, surpass, "
    "outdoes, overshoots, overshoot, tops, top, farther up than, further up than, taller than, "
    "higher up than, more than, over, greater than, overtops, overtop, beats, better than"
)
# What says less than it seems to.
PARTWAY: Final = vocabulary(
    "half way, halfway, part way, partway, most of the way, part of the way, some of the way, "
    "three quarters of the way"
)
_LOWER: Final = vocabulary("lower than, below, short of, less than, less high than, under")


@dataclass(frozen=True)
class Construction:
    """One of the verbs with one of the objects at most `reach` words behind it.

    `inverted` finds the objects up to two words in front too: 'up it goes', 'away it flies'.
    """

    verbs: frozenset[str]
    objects: frozenset[str]
    reach: int = 4
    inverted: bool = False

    @classmethod
    def of(
        cls, verbs: str, objects: str, *, reach: int = 4, inverted: bool = False
    ) -> "Construction":
        """Make one of two lists parted by commas, all single words."""
        return cls(frozenset(vocabulary(verbs)), frozenset(vocabulary(objects)), reach, inverted)

    def places(self, words: Words) -> Iterator[int]:
        """Give where a verb stands that has an object with it."""
        for verb in self.verbs.intersection(words.present):
            for place in words.places(verb):
                if self._has_object(words, place):
                    yield place

    def _has_object(self, words: Words, place: int) -> bool:
        sentence = words.tokens[place].sentence
        for at in range(place + 1, min(len(words.tokens), place + self.reach + 1)):
            token = words.tokens[at]
            if token.sentence != sentence or token.text in _CLAUSE_ENDS:
                break
            if token.text in self.objects:
                return True
        if self.inverted:
            before = words.tokens[max(0, place - 3) : place]
            return any(t.text in self.objects and t.sentence == sentence for t in before)
        return False


def forms(verbs: str, tails: str) -> tuple[str, ...]:
    """Give every verb with every tail: a dash stands for the verb alone."""
    return tuple(
        verb if tail == "-" else f"{verb} {tail}"
        for verb in vocabulary(verbs)
        for tail in vocabulary(tails)
    )


def asserted(words: Words, constructions: Iterable[Construction]) -> tuple[bool, bool]:
    """Say whether any of the constructions is asserted, and whether any is denied."""
    said = denial = False
    for construction in constructions:
        for place in construction.places(words):
            if words.negated(place):
                denial = True
            else:
                said = True
    return said, denial


def above_origin(words: Words) -> tuple[bool, bool]:
    """Say whether a text claims that something gets above where it began, and whether it denies.

    'Higher than the place it came from', 'above its release height'; 'no higher than ...' denies.
    """
    said = denial = False
    for phrase in (p for p in _COMPARING if p in words):
        for place in words.places(phrase):
            if _of_origin(words, place + len(phrase.split())):
                bare = place > 0 and words.tokens[place - 1].text in _NO
                if bare or words.negated(place):
                    denial = True
                else:
                    said = True
    return said, denial


def below_origin(words: Words) -> bool:
    """Whether a text claims that something stays below where it began."""
    return any(
        _of_origin(words, place + len(phrase.split())) and not words.negated(place)
        for phrase in _LOWER
        for place in words.places(phrase)
    )


def _of_origin(words: Words, after: int) -> bool:
    for token in words.tokens[after : after + 6]:
        if token.text in _CLAUSE_ENDS or token.text[0].isdigit():
            return False
        if token.text in _ORIGIN:
            return True
    return False
