"""How tall somebody is: a length beside a problem that does not turn on it."""

from collections.abc import Mapping
from typing import Final

from storyworld.reading.quantities import Mention
from storyworld.reading.words import Words, vocabulary

_PEOPLE: Final = frozenset(
    vocabulary(
        "man, woman, boy, girl, person, child, player, nurse, farmer, sailor, climber, pupil, "
        "student, worker, plumber, actor, actress, waiter, teacher, athlete, guy, lady, lad, "
        "goalkeeper, bowler, thrower, dancer, inspector, gardener, soldier, adult, teenager"
    )
)
_I_AM: Final = frozenset({"am", "i'm"})
_THEY_ARE: Final = frozenset({"he", "she", "who"})


def is_stature(words: Words, mention: Mention) -> bool:
    """Whether a length is how tall somebody is: 'I am 1.75 m tall', 'a 1.8 m tall nurse'."""
    if not words.follows(mention.next_token, ("tall",)):
        return False
    behind = {t.text for t in words.tokens[mention.next_token + 1 : mention.next_token + 2]}
    if behind & _PEOPLE:
        return True
    ahead = [t.text for t in words.tokens[max(0, mention.first_token - 3) : mention.first_token]]
    aged = "old" in ahead or "old" in {t.text for t in words.tokens[mention.next_token :][:6]}
    return aged or bool(_I_AM & {*ahead}) or bool(ahead[-1:] == ["is"] and _THEY_ARE & {*ahead})


def statures(words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
    """Give the lengths that are of no account, for :meth:`Family.place`."""
    return {n: "" for n, mention in enumerate(mentions) if is_stature(words, mention)}
