"""Rules by which a substance responds, and what a film has to show of it."""

from dataclasses import dataclass
from typing import Final

from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.quantity import Unit

_DENYING: Final = frozenset(
    {
        "no",
        "not",
        "without",
        "never",
        "isn't",
        "aren't",
        "wasn't",
        "absence",
        "devoid",
        "lacking",
        "free",
    }
)
_SKIPPED: Final = frozenset(
    vocabulary("a, an, the, any, pure, in, of, with, under, inside, more, even, all, its")
)


@dataclass(frozen=True)
class Rule:
    """Words that, occurring together, settle by a law what happens.

    Parameters
    ----------
    name
        As a person would call it.
    when
        Of each group at least one phrase must occur and not be denied.
    allows, forbids
        The outcomes that come about, and those that cannot.
    law, statement
        The law's name, and what it says of this goal.
    never
        Phrases with which the rule says nothing.
    """

    name: str
    when: tuple[tuple[str, ...], ...]
    allows: tuple[str, ...]
    forbids: tuple[str, ...]
    law: str
    statement: str
    never: tuple[str, ...] = ()

    def speaks_of(self, words: Words) -> bool:
        """Whether the words are those of the rule."""
        if any(present(words, phrase) for phrase in self.never):
            return False
        return all(any(present(words, phrase) for phrase in group) for group in self.when)


@dataclass(frozen=True)
class Predicate:
    """What a film has to show of an outcome: a quantity against a threshold.

    Without an `outcome` it is a law that every such film must obey.
    """

    outcome: str
    quantity: str
    unit: Unit
    comparison: Comparison
    threshold: float
    statement: str
    tolerance: float | None = None


def present(words: Words, phrase: str) -> bool:
    """Whether a phrase occurs and is not denied right there ('in no vacuum', 'without air')."""
    for place in words.places(phrase):
        before = place - 1
        while before >= 0 and words.tokens[before].text in _SKIPPED:
            before -= 1
        if before < 0 or words.tokens[before].text not in _DENYING:
            return True
    return False
