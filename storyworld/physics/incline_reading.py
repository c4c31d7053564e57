"""What the numbers of a block on a ramp are of, and what the words deny or call smooth."""

from collections.abc import Mapping
from typing import Final

from storyworld.physics.incline_slots import MU_KINETIC, MU_STATIC
from storyworld.physics.incline_words import SURFACES
from storyworld.physics.nearby import after, before
from storyworld.reading.bounds import denied_bound
from storyworld.reading.negation import denial_before
from storyworld.reading.quantities import Mention, read_quantities
from storyworld.reading.words import TokenKind, Words, vocabulary
from storyworld.records.goal import Parameter
from storyworld.records.quantity import Unit

_ONE: Final = Unit.ONE
_KINETIC_WORDS: Final = frozenset(
    vocabulary("kinetic, dynamic, sliding friction, mu k, μ k, μk, µk, muk")
)
_STATIC_WORDS: Final = frozenset(vocabulary("static, mu s, μ s, μs, µs, mus, stiction"))
_NEAR: Final = 5
_THE_TWO: Final = ("the", "two")


def frictions(words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
    """Tell static from kinetic friction by the word that stands next to each number."""
    found: dict[int, str] = {}
    kinetic = any(phrase in words for phrase in _KINETIC_WORDS)
    for number, mention in enumerate(mentions):
        if mention.quantity.unit is not _ONE or mention.written is not None:
            continue
        if words.follows(mention.first_token - 1, _THE_TWO):
            found[number] = ""  # 'friction between the two being 0.3'
        elif found.get(number - 1) == "" and not kinetic:
            found[number] = MU_STATIC.name
        elif kinetic:
            name = _kind_of_friction(words, mentions, number)
            if name is not None and name not in found.values():
                found[number] = name
    return found


def _kind_of_friction(words: Words, mentions: tuple[Mention, ...], number: int) -> str | None:
    """Say whether a number is a static or a kinetic friction: the word in front, else behind."""
    for context in (
        before(words, mentions, number, _NEAR)[::-1],
        after(words, mentions, number, 2),
    ):
        for at, text in enumerate(context):
            said = {text, " ".join(context[at : at + 2][::-1])}
            if said & _STATIC_WORDS:
                return MU_STATIC.name
            if said & _KINETIC_WORDS:
                return MU_KINETIC.name
    return None


def time_is_denied(words: Words, time: Parameter) -> bool:
    """Whether a time is denied: 'does not get to the bottom in under 3 s'."""
    for mention in read_quantities(words).mentions:
        if time.words is not None and mention.start == time.words.start:
            denied = denial_before(words, mention.first_token) is not None
            return denied and not denied_bound(words, mention)
    return False


def is_smooth(words: Words) -> bool:
    """Whether a surface is called smooth, as textbooks call one without friction."""
    following = (
        words.tokens[at + 1] for at in words.places("smooth") if at + 1 < len(words.tokens)
    )
    return any(t.kind is TokenKind.NUMBER or t.text in SURFACES for t in following)
