"""The unit behind a number, where more than its letters tells: the words around, a slip in it.

'g' is a gram, unless the words speak of accelerating, braking or grip ('brakes at 0.8 g');
'stone' is a mass only of what weighs so much; 'by 20 °C' is a difference of temperature and no
temperature; 'metrs' are metres.
"""

import re
from dataclasses import replace
from typing import Final

from storyworld.reading.digits import Number, token_from
from storyworld.reading.spelling import nearest
from storyworld.reading.unit_table import UNIT_WORDS
from storyworld.reading.units import (
    KELVINS,
    STANDARD_G,
    STONE,
    UnitMatch,
    UnknownUnit,
    WrittenUnit,
    unit_or_unknown_at,
)
from storyworld.reading.words import TokenKind, Words, vocabulary

_GEES: Final = re.compile(r"[ \u00a0-]?(?:(?P<sure>gees?|[gG]['’]s|Gs?|gs)|g)(?![\w/·*^])")
_ACCELERATING: Final = ("accelerat", "decelerat", "brak", "corner", "retard")
_ACCELERATIONS: Final = frozenset(
    vocabulary(
        "lateral, laterally, longitudinal, grip, gravity, gravitational, shock, centripetal, "
        "centrifugal, pulls, pulling, manoeuvre, maneuver, gee, crash"
    )
)
_BEFORE_G: Final = frozenset(
    vocabulary(
        "at, by, of, with, under, to, than, more, less, about, is, =, :, up, no, only, just, "
        "least, most, over, exceeding, exceeds, below, above, around, hard, gently, evenly, "
        "steadily, constantly, within, not, constant, reaches, g, load, force, a, rate"
    )
)
_AFTER_G: Final = frozenset(
    vocabulary("of, lateral, constant, peak, maximum, steady, hard, the, its, while, when, under")
)
_AIMED: Final = frozenset({"at", "to", "with", "by", "of", "than", "most", "least", "under"})
_DIFFERING: Final = frozenset(
    vocabulary("rise, increase, difference, drop, change, decrease, fall, gain, loss")
)
_COMPARED: Final = frozenset(
    vocabulary("warmer, hotter, colder, cooler, above, below, higher, lower")
)
_WARMER: Final = frozenset({"warmer", "hotter", "colder", "cooler"})
_WARMING: Final = ("heat", "warm", "cool", "chill", "temperature")
_AROUND: Final = 8
_MOST_GEES: Final = 20.0
_WHOLE: Final = re.compile(r" (?:full|whole|entire|solid|extra|additional|good) ")
_SPOILT: Final = 6
_IN_UNITS: Final = frozenset({"per", "a", "an", "/", "of", "force"})


def unit_behind(words: Words, number: Number) -> tuple[WrittenUnit | UnknownUnit | None, int, int]:
    """Read the unit behind a number: the unit, the token after it, and its end in the text."""
    text = words.text
    if _is_acceleration(words, number):
        gees = _GEES.match(text, number.end)
        end = gees.end() if gees else number.end
        return STANDARD_G, token_from(words, number.next_token, end), end
    whole = _WHOLE.match(text, number.end)
    found = unit_or_unknown_at(text, whole.end() - 1 if whole else number.end)
    if whole and not isinstance(found, UnitMatch):
        found = unit_or_unknown_at(text, number.end)
    spoilt = _mended(words, number, found)
    if spoilt is not None:
        found, after = spoilt
        return found.written, after, words.tokens[after - 1].end
    if found is None:
        if _is_stone(words, number):
            stone = words.tokens[number.next_token]
            return STONE, number.next_token + 1, stone.end
        return None, number.next_token, number.end
    after = token_from(words, number.next_token, found.end)
    if isinstance(found, UnknownUnit):
        return found, after, found.end
    written = found.written
    if written.symbol == "degree" and _of_temperature(words, number, after):
        written = KELVINS
    if written.offset and _is_difference(words, number, after):
        written = replace(written, symbol=f"delta_{written.symbol}", offset=0.0)
    # '4 kg of propellant per second': the words between may be cues.
    held = text.find(" of ", number.end, found.end)
    if held >= 0:
        after = token_from(words, number.next_token, held)
    return written, after, found.end


def _is_acceleration(words: Words, number: Number) -> bool:
    gees = _GEES.match(words.text, number.end)
    if gees is None:
        return False
    if gees["sure"] or number.value == 0.0:
        return True
    first = first_token(words, number)
    # Nothing is 'at 1 g' but what is accelerated: a mass is of so much.
    if first and words.tokens[first - 1].text == "at" and (number.value or 0.0) <= _MOST_GEES:
        return True
    after = number.next_token + 1
    for token in words.tokens[after : after + 4]:
        if _accelerates(token.text):
            return True
        if token.text not in _AFTER_G:
            break
    return _led_by_acceleration(words, first_token(words, number))


def _led_by_acceleration(words: Words, first: int) -> bool:
    """Whether the words in front of a number speak of its acceleration."""
    tokens = words.tokens
    lead = tokens[first - 1].text if first else ""
    if lead in {"a", "an", "the"}:
        return False
    # 'braking the truck on ice at 0.8 g'
    other_words = 3 if lead in _AIMED else 0
    for at in range(first - 1, max(-1, first - 1 - _AROUND), -1):
        token = tokens[at]
        if token.sentence != tokens[first].sentence or token.text == ",":
            break
        if _accelerates(token.text):
            return True
        if token.text not in _BEFORE_G and not token.text.endswith("ly"):
            other_words -= 1
            if other_words < 0 or token.kind is TokenKind.NUMBER:
                break
    return False


def first_token(words: Words, number: Number) -> int:
    """Give the first of the tokens that a number is made of."""
    place = number.next_token - 1
    while place > 0 and words.tokens[place - 1].end > number.start:
        place -= 1
    return place


def _accelerates(word: str) -> bool:
    return word in _ACCELERATIONS or word.startswith(_ACCELERATING)


def _is_stone(words: Words, number: Number) -> bool:
    after = number.next_token
    if after >= len(words.tokens) or words.tokens[after].text not in {"stone", "st"}:
        return False
    said = words.tokens[after].sentence
    lead = words.tokens[max(0, after - 6) : after]
    return any(t.text.startswith("weigh") and t.sentence == said for t in lead)


def _is_difference(words: Words, number: Number, after: int) -> bool:
    """Whether a temperature is a difference: 'by 20 °C', 'a rise of 20 °C', '20 °C warmer'."""
    first = first_token(words, number)
    lead = [t.text for t in words.tokens[max(0, first - 3) : first]]
    if lead and lead[-1] in {"about", "roughly", "only", "just"}:
        lead = lead[:-1]
    if not lead:
        return False
    following = words.tokens[after].text if after < len(words.tokens) else ""
    rise = lead[-1] == "of" and len(lead) > 1 and lead[-2] in _DIFFERING
    return lead[-1] == "by" or rise or following in _COMPARED


def _of_temperature(words: Words, number: Number, after: int) -> bool:
    """Whether degrees are a difference of temperature: '20 degrees warmer', 'heated by 40°'."""
    following = words.tokens[after].text if after < len(words.tokens) else ""
    if following in _WARMER:
        return True
    first = first_token(words, number)
    if first == 0 or words.tokens[first - 1].text != "by":
        return False
    return any(t.text.startswith(_WARMING) for t in words.tokens[max(0, first - _AROUND) : first])


def _mended(
    words: Words, number: Number, found: UnitMatch | UnknownUnit | None
) -> tuple[UnitMatch, int] | None:
    """Read a misspelt unit: 'metrs', 'kilogrmas', 'metres per secnd'; None if none is."""
    spelt = str(number.value)
    place = number.next_token
    mended = False
    ends: list[int] = []
    while place < len(words.tokens) and len(ends) < _SPOILT:
        token = words.tokens[place]
        meant = token.text
        if meant not in UNIT_WORDS and token.kind is TokenKind.WORD:
            meant = nearest(meant, _NONE) or meant
        written = words.text[token.start : token.end].lower()
        mended = mended or (meant != written and meant in UNIT_WORDS)
        if meant not in UNIT_WORDS and meant not in _IN_UNITS:
            break
        gap = words.text[words.tokens[place - 1].end if ends else number.end : token.start]
        spelt += gap + meant
        ends.append(len(spelt))
        place += 1
    if not mended:
        return None
    match = unit_or_unknown_at(spelt, len(str(number.value)))
    if not isinstance(match, UnitMatch):
        return None
    count = next((i for i, end in enumerate(ends) if end >= match.end), None)
    if count is None:
        return None
    after = number.next_token + count + 1
    # Read so far without mending: a slip further on is of no unit.
    if found is not None and found.end >= words.tokens[after - 1].end:
        return None
    return match, after


_NONE: Final[frozenset[str]] = frozenset()
