"""Which of two weights a goal speaks of: 'X lifts Y', 'the lighter one rises', 'the 4 kg side'."""

from collections.abc import Mapping
from typing import Final

from storyworld.physics.atwood_words import LIFTED, LIFTS, RISES, SINKS
from storyworld.reading.quantities import Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.goal import Parameter

_HEAVY: Final = vocabulary("heavier, heavy, larger, bigger, heaviest, greater, larger mass")
_LIGHT: Final = vocabulary("lighter, light one, smaller, light side, lightest, lesser, light mass")
_NEAR: Final = 3  # words between a weight and what it does: 'the 4 kg block slowly sinks'


def of_pulley(words: Words, mention: Mention) -> bool:
    """Whether a mass is that of the pulley."""
    behind = words.tokens[mention.next_token : mention.next_token + 2]
    if any(t.text == "pulley" for t in behind[:1]):
        return True
    for place in range(mention.first_token - 1, max(-1, mention.first_token - 5), -1):
        text = words.tokens[place].text
        if text == "pulley":
            # 'over a pulley a 3 kg weight' weighs no pulley.
            return place < mention.first_token - 1 and words.tokens[place + 1].text != "a"
        if text not in {"of", "mass", "weighing", "weighs", "is", "=", "a", "with", "whose", ":"}:
            return False
    return False


def sinking_of(words: Words, mentions: tuple[Mention, ...], bodies: list[int]) -> int:
    """Say which of the bodies (0 or 1, in the order of the text) is the one said to sink."""
    heavy = 0
    if len(bodies) == 2:
        heavy = int(mentions[bodies[1]].quantity.value > mentions[bodies[0]].quantity.value)
    said = sorted(
        (place, sinks, phrase in LIFTED or phrase in LIFTS)
        for phrases, sinks in ((LIFTS, True), (LIFTED, False), (SINKS, True), (RISES, False))
        for phrase in phrases
        for place in words.places(phrase)
    )
    for place, sinks, _ in said:
        subject = _subject(words, mentions, bodies, place, heavy)
        if subject is not None:
            return subject if sinks else 1 - subject
    return heavy


def _subject(
    words: Words, mentions: tuple[Mention, ...], bodies: list[int], verb: int, heavy: int
) -> int | None:
    """Say which body a verb is said of: the one named or mentioned nearest before it."""
    names = dict.fromkeys(_HEAVY, heavy) | dict.fromkeys(_LIGHT, 1 - heavy)
    names |= {"m1": 0, "m2": 1} if len(bodies) == 2 else {}
    sentence = words.tokens[verb].sentence
    first = next(n for n, t in enumerate(words.tokens) if t.sentence == sentence)
    weighed = [
        (mention.next_token, which)
        for mention in mentions
        for which, n in enumerate(bodies)
        if first <= mention.first_token < verb and mentions[n].quantity == mention.quantity
    ]
    # 'The 7 kg side, with 8 kg on the other': the other side is not what is spoken of.
    aside = {m.next_token for m in mentions if _is_aside(words, m)}
    weighed = [pair for pair in weighed if pair[0] not in aside] or weighed
    if weighed and verb - weighed[-1][0] <= _NEAR:
        return weighed[-1][1]
    named = [
        (place, which)
        for name, which in names.items()
        for place in words.places(name)
        if first <= place < verb and "pulley" not in _next(words, place)
    ]
    if named:
        return max(named)[1]
    if weighed:
        return weighed[-1][1]
    # 'A counterweight lifts 20 kg': what is not weighed is what lifts.
    alone = len(bodies) == 1 and mentions[bodies[0]].first_token > verb
    return 1 if alone else None


def said_twice(words: Words, masses: Mapping[str, Parameter]) -> bool:
    """Whether the text says two of the one mass it gives: 'two 5 kg weights'."""
    span = next(iter(masses.values())).words
    if span is None:
        return False
    before = [t.text for t in words.tokens if t.end <= span.start]
    return bool(before) and before[-1] in {"two", "2"}


def _is_aside(words: Words, mention: Mention) -> bool:
    """Whether a weight is only mentioned beside the one that is spoken of."""
    before = [t.text for t in words.tokens[max(0, mention.first_token - 2) : mention.first_token]]
    after = [t.text for t in words.tokens[mention.next_token : mention.next_token + 5]]
    linked = {"with", "against", "to", "opposite", "by"} & set(before)
    return bool(linked) or ("other" in after and not {",", ";", "and"} & set(after))


def _next(words: Words, place: int) -> set[str]:
    return {t.text for t in words.tokens[place : place + 4]}
