"""What is turned away at the door: goals not in English, and units that contradict their words.

Both are the asker's to mend, so that they are errors with a fix and not verdicts. Conservative:
what is not certainly wrong passes, and is judged further on.
"""

import re
import unicodedata
from typing import Final

from storyworld.errors import InvalidField
from storyworld.reading.numbers import MAX_DIGITS
from storyworld.reading.quantities import Mention, QuantityReading, read_quantities
from storyworld.reading.units import unit_at
from storyworld.reading.words import TokenKind, Words, vocabulary
from storyworld.records.quantity import Unit

_ENGLISH: Final = frozenset(
    vocabulary(
        "the, of, and, is, are, it, its, from, with, without, at, by, on, to, not, than, into, "
        "over, under, that, this, which, then, what, falls, dropped, does, less, more, "
        "thrown, slides, stands, stays, down, up, stacked"
    )
)
# Function words and endings of German, French, Spanish, Italian, Portuguese and Dutch that are
# no English words.
_FOREIGN: Final = frozenset(
    vocabulary(
        "ein, eine, einen, einem, einer, der, das, aus, und, auf, mit, nicht, fällt, wird, vom, "
        "une, le, les, du, des, et, est, dans, avec, sur, qui, tombe, au, "
        "el, los, las, desde, una, uno, con, cae, hasta, y, del, que, sobre, altura, "
        "il, lo, gli, della, dal, dalla, cade, di, che, da, nel, alla, "
        "um, uma, não, os, cai, een, het, van, valt, niet, op, uit"
    )
)
_FIX: Final = "write the goal in English, for example 'A ball dropped from 20 m lands in 2.1 s'"

_LENGTH: Final = frozenset({Unit.METRE})
_SPEED: Final = frozenset({Unit.METRE_PER_SECOND, Unit.DEGREE_PER_SECOND, Unit.HERTZ})
_WEIGHT: Final = frozenset({Unit.KILOGRAM, Unit.NEWTON})
# Cue in front of a quantity: the units that can follow it. A premise 'from rest' has no number.
_BEFORE: Final[tuple[tuple[str, frozenset[Unit], str], ...]] = tuple(
    (cue, units, expected)
    for cues, units, expected in (
        ("dropped from, falls from, height of, height =, height is", _LENGTH,
         "a height in metres"),
        ("width of, width =, width is, "
         "length of, length =, diameter of, diameter =, radius of, radius =, thickness of, "
         "thickness =, distance of, depth of", _LENGTH, "a length in metres"),
        ("thrown at, launched at, speed of, velocity of, kicked at, speed =, velocity =, speed is",
         _SPEED, "a speed in m/s"),
        ("weighs, weighing, weight of", _WEIGHT, "a mass in kg"),
        ("mass of, mass =, mass is", frozenset({Unit.KILOGRAM}), "a mass in kg"),
        ("lasts, lasting, lasted, duration of, duration =", frozenset({Unit.SECOND}),
         "a time in seconds"),
        ("friction coefficient of, coefficient of friction of, coefficient of friction is, "
         "friction coefficient is, friction coefficient =, mu =, μ =", frozenset({Unit.ONE}),
         "a number without unit"),
        ("temperature of, temperature is, heated to, cooled to", frozenset({Unit.KELVIN}),
         "a temperature in °C or K"),
        ("angle of, angle =, angle is", frozenset({Unit.DEGREE, Unit.ONE}), "an angle in degrees"),
        ("density of, density =, density is", frozenset({Unit.KILOGRAM_PER_CUBIC_METRE}),
         "a density in kg/m^3"),
        ("acceleration of, acceleration =", frozenset({Unit.METRE_PER_SECOND_SQUARED}),
         "an acceleration in m/s^2"),
        ("volume of, volume =, volume is", frozenset({Unit.CUBIC_METRE}), "a volume in litres"),
    )
    for cue in vocabulary(cues)
)  # fmt: skip
_BEHIND: Final[tuple[tuple[str, frozenset[Unit], str], ...]] = (
    *((cue, _LENGTH, "a length in metres") for cue in ("tall", "high", "wide", "thick", "deep")),
    ("heavy", _WEIGHT, "a mass in kg"),
)
# What else may follow: 'thrown at 45 deg', 'a temperature of 20 degrees'.
_ALSO: Final = {
    "thrown at": frozenset({Unit.DEGREE}),
    "launched at": frozenset({Unit.DEGREE}),
    "kicked at": frozenset({Unit.DEGREE}),
    "distance of": frozenset({Unit.SECOND}),
    "length of": frozenset({Unit.SECOND}),
    "length =": frozenset({Unit.SECOND}),
    "temperature of": frozenset({Unit.DEGREE}),
    "temperature is": frozenset({Unit.DEGREE}),
    "heated to": frozenset({Unit.DEGREE}),
    "cooled to": frozenset({Unit.DEGREE}),
}
_CERTAIN: Final = frozenset(
    {Unit.KILOGRAM, Unit.METRE, Unit.SECOND, Unit.METRE_PER_SECOND, Unit.JOULE, Unit.NEWTON,
     Unit.WATT, Unit.PASCAL, Unit.METRE_PER_SECOND_SQUARED}
)  # fmt: skip
_LETTER_SCRIPTS: Final = ("LATIN", "GREEK")
_FILLERS: Final = frozenset({"about", "around", "exactly", "approximately", "roughly", "a", "only"})
_WORD_BREAK: Final = re.compile(r"\s+")
_SHOWN: Final = 12


def admit(text: str) -> None:
    """Turn away a goal that is not in English or whose units contradict its words.

    Linear in the length of the text.

    Parameters
    ----------
    text
        A goal's plain text.

    Raises
    ------
    InvalidField
        For the field ``text``, naming the words at fault and the fix.
    """
    words = Words.of(text)
    _admit_language(words)
    reading = read_quantities(words)
    _admit_numbers(words, reading)
    _admit_units(words, reading)


def _admit_language(words: Words) -> None:
    spoken = [token.text for token in words.tokens if token.kind is TokenKind.WORD]
    letters = [character for word in spoken for character in word if character.isalpha()]
    other = [c for c in letters if not unicodedata.name(c, "LATIN").startswith(_LETTER_SCRIPTS)]
    if len(other) > len(letters) / 2:
        raise InvalidField(
            f"The goal is not in Latin script ('{_start(words)}'): {_FIX}.", field="text"
        )
    if any(word in _ENGLISH for word in spoken):
        return
    foreign = list(dict.fromkeys(word for word in spoken if word in _FOREIGN))
    # 'a' and 'in' are words of several languages; one foreign word may be a name.
    if len(foreign) >= 2:
        said = ", ".join(f"'{word}'" for word in foreign[:5])
        raise InvalidField(f"The goal is not in English ({said}): {_FIX}.", field="text")


def _start(words: Words) -> str:
    return _WORD_BREAK.sub(" ", words.text.strip())[:40]


def _admit_numbers(words: Words, reading: QuantityReading) -> None:
    """Turn away numbers of more digits than mean anything, where a unit says they are meant."""
    for span in reading.unread:
        digits = sum(character.isdigit() for character in span.text)
        if digits <= MAX_DIGITS or unit_at(words.text, span.end) is None:
            continue
        raise InvalidField(
            f"'{span.text[:_SHOWN]}...' has {digits} digits; numbers of at most {MAX_DIGITS} "
            f"digits are read: shorten it, or choose a larger unit.",
            field="text",
        )


def _admit_units(words: Words, reading: QuantityReading) -> None:
    for mention in reading.mentions:
        unit = mention.quantity.unit
        if mention.written is None or unit not in _CERTAIN:
            continue
        found = _contradicted(words, mention)
        if found is not None:
            cue, expected = found
            first, last = mention.first_token, mention.next_token - 1
            said = words.text[words.tokens[first].start : words.tokens[last].end]
            raise InvalidField(
                f"'{said}' contradicts '{cue}', which takes {expected}: mend the unit or the word.",
                field="text",
            )


def _contradicted(words: Words, mention: Mention) -> tuple[str, str] | None:
    """Give the cue directly beside a quantity that its unit contradicts, and what it takes."""
    unit = mention.quantity.unit
    if mention.parts > 1:
        return None
    before = mention.first_token
    while before > 0 and words.tokens[before - 1].text in _FILLERS:
        before -= 1
    for cue, units, expected in _BEFORE:
        parts = cue.split()
        place = before - len(parts)
        if place >= 0 and words.follows(place, parts):
            allowed = units | _ALSO.get(cue, frozenset())
            # 'thrown at a 5 m wall' aims at the wall; 'at 20 m height' tells where.
            aimed = cue.endswith(" at") and unit is Unit.METRE
            if unit not in allowed and not aimed and not _describes(words, mention):
                return cue, expected
    for cue, units, expected in _BEHIND:
        if words.follows(mention.next_token, [cue]) and unit not in units:
            return cue, expected
    return None


def _describes(words: Words, mention: Mention) -> bool:
    """Whether a noun follows that the quantity belongs to: 'dropped from a 500 kg crane'."""
    if mention.next_token >= len(words.tokens):
        return False
    token = words.tokens[mention.next_token]
    return token.kind is TokenKind.WORD and token.text not in _ENDING


_ENDING: Final = _ENGLISH | frozenset(
    vocabulary(
        "reaches, lands, hits, clears, crosses, in, above, below, rises, takes, will, must, can, "
        "for, while, when, or, but, touches, strikes, drops"
    )
)
