"""Which of two weights a goal speaks of: 'X lifts Y', 'the lighter one rises', 'the 4 kg side'."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from storyworld.physics.atwood_words import DOWNWARD, LIFTED, LIFTS, RISES, SINKS, UPWARD
from storyworld.reading.bounds import denied_bound
from storyworld.reading.negation import denial_before
from storyworld.reading.quantities import Mention, read_quantities
from storyworld.reading.words import TokenKind, Words, vocabulary
from storyworld.records.goal import Parameter
from storyworld.records.quantity import Unit

_HEAVY: Final = vocabulary("heavier, heavy, larger, bigger, heaviest, greater, larger mass")
_LIGHT: Final = vocabulary("lighter, light one, smaller, light side, lightest, lesser, light mass")
_GENERAL: Final = frozenset({"one", "that", "which", "what", "side", "who"})
_PLAIN: Final = frozenset(
    {"the", "and", "with", "other", "one", "end", "ends", "side", "over", "rope", "string", "cord",
     "pulley", "atwood", "machine", "mass", "masses", "weight", "weights", "weighs", "weighing",
     "hang", "hangs",
     "hanging", "its", "two", "both", "from", "either", "tie", "tied", "that", "which", "for",
     "against", "block", "blocks", "ideal", "frictionless", "light", "released", "rest", "each",
     "holds", "carries", "bears", "while", "opposite", "another", "balanced", "versus", "who",
     "not", "this", "when", "then", "there", "being", "only", "just", "has", "have", "was", "are",
     "were", "gets", "into", "onto", "what", "goes", "comes", "moves", "rises", "sinks", "falls",
     "drops", "same", "under", "down", "upward", "downward", "starts", "starting", "let"}
)  # fmt: skip
_STOPPING: Final = frozenset(
    {"and", "with", "against", "while", "opposite", "than", "versus", "to"}
)  # fmt: skip
_HUNG: Final = frozenset({"and", "on", "hung", "hanging", "at", "versus", "against", ","})
_LIMITED: Final = frozenset({Unit.SECOND, Unit.METRE_PER_SECOND, Unit.METRE_PER_SECOND_SQUARED})
_NEW_CLAUSE: Final = frozenset({"and", "but", "while", "then", "so", ";", ":"})
_CLAUSE: Final = 40  # tokens
_FAR: Final = 6
_NEAR: Final = 3  # words between a weight and what it does: 'the 4 kg block slowly sinks'

# The verbs by their first word: the phrase, whether its subject sinks, whether it lifts another.
_BY_FIRST: Final[dict[str, list[tuple[str, bool, bool]]]] = {}
for _phrases, _sinks in ((LIFTS, True), (LIFTED, False), (SINKS, True), (RISES, False)):
    for _phrase in _phrases:
        _verb = (_phrase, _sinks, _phrases is LIFTS)
        _BY_FIRST.setdefault(_phrase.split()[0], []).append(_verb)


def of_pulley(words: Words, mention: Mention) -> bool:
    """Whether a mass is that of the pulley."""
    behind = words.tokens[mention.next_token : mention.next_token + 2]
    if any(t.text == "pulley" for t in behind[:1]):
        return True
    for place in range(mention.first_token - 1, max(-1, mention.first_token - 5), -1):
        text = words.tokens[place].text
        if text == "pulley":
            # 'over a pulley a 3 kg weight' and 'a pulley with 2 kg and 3 kg' weigh no pulley.
            between = [t.text for t in words.tokens[place + 1 : mention.first_token]]
            if between == ["with"] and {t.text for t in behind[:1]} & _HUNG:
                return False
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
        # 'Has pulled a bale up' pulls it: only what is pulled goes up.
        (
            place,
            -len(phrase.split()),
            *(
                (True, True)
                if _has_done(words, place) and not sinks and phrase in LIFTED
                else (sinks, lifts)
            ),
        )
        for first in words.present
        for phrase, sinks, lifts in _BY_FIRST.get(first, ())
        for place in words.places(phrase)
    )
    for place, length, sinks, lifts in said:
        subject = _subject(words, mentions, bodies, Verb(place, place - length, lifts), heavy)
        if subject is not None:
            return subject if sinks else 1 - subject
    return heavy


def _has_done(words: Words, place: int) -> bool:
    """Whether a participle stands behind a 'has', as in 'has pulled'."""
    return place > 0 and words.tokens[place - 1].text in {"has", "have", "had", "having"}


@dataclass(frozen=True)
class Verb:
    """What is said of a body: from which token to which, and whether it takes an object."""

    first: int
    after: int
    lifts: bool


def _subject(
    words: Words, mentions: tuple[Mention, ...], bodies: list[int], verb: Verb, heavy: int
) -> int | None:
    """Say which body a verb is said of: the one named or mentioned nearest before it.

    Behind it where the verb is turned round ('up goes the lighter one'), and where it is only
    spoken of in general ('the one that sinks is the 3 kg one').
    """
    names = _names(words, mentions, bodies, heavy)
    sentence = words.tokens[verb.first].sentence
    opening = next(n for n, t in enumerate(words.tokens) if t.sentence == sentence)
    weighed = [
        (mention.next_token, which)
        for mention in mentions
        for which, n in enumerate(bodies)
        if mentions[n].quantity == mention.quantity
        and not _bracketed(words, mention, words.tokens[verb.first].start)
        and not words.negated(mention.first_token)
    ]
    inverted = words.tokens[verb.first].text in {*UPWARD, *DOWNWARD}
    following = [t.text for t in words.tokens[verb.after : verb.after + 2]]
    general = verb.first > opening and words.tokens[verb.first - 1].text in _GENERAL
    # 'Falling 1 m from rest, the 4 kg side ...': what falls is named next.
    opens = verb.first == opening and words.tokens[opening].text.endswith("ing")
    if (inverted or opens or (general and "is" in following)) and not verb.lifts:
        ahead = range(verb.after, verb.after + (2 * _FAR if opens else _FAR))
        found = [(at, which) for at, which in weighed if at - 2 in ahead]
        found += [(at, which) for name, which in names.items()
                  for at in words.places(name) if at in ahead]  # fmt: skip
        if found:
            return min(found)[1]
    # 'The 7 kg side, with 8 kg on the other': the other side is not what is spoken of.
    aside = {m.next_token for m in mentions if _is_aside(words, m)}
    weighed = [pair for pair in weighed if opening < pair[0] <= verb.first]
    weighed = [pair for pair in weighed if pair[0] not in aside] or weighed
    if weighed and verb.first - weighed[-1][0] <= _NEAR and not _together(words, mentions, bodies):
        return weighed[-1][1]
    named = [
        (place, which)
        for name, which in names.items()
        for place in words.places(name)
        if opening <= place < verb.first and "pulley" not in _next(words, place)
    ]
    if named:
        return max(named)[1]
    if weighed:
        return weighed[-1][1]
    # 'A counterweight lifts 20 kg': what is not weighed is what lifts.
    alone = len(bodies) == 1 and mentions[bodies[0]].first_token > verb.first
    return 1 if alone else None


def _together(words: Words, mentions: tuple[Mention, ...], bodies: list[int]) -> bool:
    """Whether both weights are given at once: 'the light side of a machine with 1 kg and 2 kg'."""
    if len(bodies) < 2:
        return False
    one, two = (mentions[n] for n in bodies)
    between = [t.text for t in words.tokens[one.next_token : two.first_token]]
    lead = [t.text for t in words.tokens[max(0, one.first_token - 2) : one.first_token]]
    return between == ["and"] and bool({"with", "of", "carrying", "holding"} & set(lead))


def _names(
    words: Words, mentions: tuple[Mention, ...], bodies: list[int], heavy: int
) -> dict[str, int]:
    """Give the words that name one body and not the other: the heavy one, m2, 'the sacks'."""
    names = dict.fromkeys(_HEAVY, heavy) | dict.fromkeys(_LIGHT, 1 - heavy)
    if len(bodies) < 2:
        return names
    names |= {"m1": 0, "m2": 1}
    near: list[set[str]] = []
    for n in bodies:
        m = mentions[n]
        around = (
            *reversed(_until_mark(words, range(m.first_token - 1, m.first_token - 5, -1))),
            *_until_mark(words, range(m.next_token, m.next_token + 4)),
        )
        near.append({text for text in around if text not in _PLAIN and len(text) > 2})
    for which in (0, 1):
        names |= dict.fromkeys(near[which] - near[1 - which], which)
    sides = _sides(words, mentions, bodies)
    # 'The left bucket' and 'the right bucket': a bucket is either.
    either = {
        words.tokens[place + 1].text
        for side in sides
        for place in words.places(side)
        if place + 1 < len(words.tokens)
    }
    return {name: which for name, which in names.items() if name not in either} | sides


def _sides(words: Words, mentions: tuple[Mention, ...], bodies: list[int]) -> dict[str, int]:
    """Give which body hangs on the left and which on the right, where the text says both."""
    one, two = (mentions[n] for n in bodies)
    after = {
        0: [t.text for t in words.tokens[one.next_token : two.first_token]],
        1: [t.text for t in words.tokens[two.next_token : two.next_token + _FAR]],
    }
    ahead = [t.text for t in words.tokens[max(0, one.first_token - _FAR) : one.first_token]]
    sides = ("left", "right")
    for first, second in (sides, sides[::-1]):
        # 'On the left 4 kg, on the right 5 kg' and '4 kg on the left and 5 kg on the right'.
        if first in ahead and second in after[0] and first not in after[0]:
            return {first: 0, second: 1}
        if first in after[0] and second in after[1] and second not in after[0]:
            return {first: 0, second: 1}
    return {}


def _until_mark(words: Words, places: range) -> list[str]:
    """Give the words of a clause: up to a mark, a number or an 'and'."""
    found: list[str] = []
    for place in places:
        if not 0 <= place < len(words.tokens):
            break
        token = words.tokens[place]
        if token.kind is not TokenKind.WORD or token.text in _STOPPING:
            break
        found.append(token.text)
    return found


def _bracketed(words: Words, mention: Mention, start: int) -> bool:
    """Whether a mention stands in brackets, and what begins at `start` does not."""
    opened = words.text.rfind("(", 0, mention.start)
    closed = words.text.find(")", opened) if opened >= 0 else -1
    return opened >= 0 and mention.start < closed and not opened < start < closed


def said_twice(words: Words, masses: Mapping[str, Parameter]) -> bool:
    """Whether the text says two of the one mass it gives: 'two 5 kg weights'."""
    span = next(iter(masses.values())).words
    if span is None:
        return False
    before = [t.text for t in words.tokens if t.end <= span.start]
    return bool(before) and before[-1] in {"two", "2"}


def limit_denied(words: Words) -> tuple[bool, bool]:
    """Say whether a limit is denied with its verb, and whether the limit is yet to be turned.

    'Does not sink 1 m within 2 s' says that it takes longer, and not that it goes the other
    way. In 'does not sink at more than 1 m/s' the bound may have been turned as it was read.
    """
    limits = [
        m
        for m in read_quantities(words).mentions
        if m.quantity.unit in _LIMITED and _shares_denial(words, m)
    ]
    return bool(limits), any(not denied_bound(words, m) for m in limits)


def _shares_denial(words: Words, mention: Mention) -> bool:
    """Whether a denied verb is said of a limit: near it, past an aside, or behind it.

    'Does not reach the floor, 1 m below, within 2 s'; 'within 2 s the sack does not fall 1 m'.
    """
    if denial_before(words, mention.first_token) is not None:
        return True
    verbs = (phrase for first in words.present for phrase, *_ in _BY_FIRST.get(first, ()))
    for place in (place for verb in verbs for place in words.places(verb)):
        low, high = sorted((place, mention.first_token))
        if high - low > _CLAUSE:
            continue
        between = [t.text for t in words.tokens[low:high]]
        alike = words.tokens[low].sentence == words.tokens[high].sentence
        if not alike or _NEW_CLAUSE & set(between) or not words.negated(place):
            continue
        commas = between.count(",")
        if commas % 2 == 0 or (commas == 1 and place > mention.first_token):
            return True
    return False


def _is_aside(words: Words, mention: Mention) -> bool:
    """Whether a weight is only mentioned beside the one that is spoken of."""
    before = [t.text for t in words.tokens[max(0, mention.first_token - 2) : mention.first_token]]
    after = [t.text for t in words.tokens[mention.next_token : mention.next_token + 5]]
    linked = {"with", "against", "to", "opposite", "by"} & set(before)
    # '5 kg, with 3 kg opposite, ...'
    if "opposite" in after[:2] and {",", ";", "."} & set(after[1:3]):
        return True
    return bool(linked) or ("other" in after and not {",", ";", "and"} & set(after))


def _next(words: Words, place: int) -> set[str]:
    return {t.text for t in words.tokens[place : place + 4]}
