"""Numbers in words: 'five', 'two and a half', 'three quarters of a', 'a dozen', 'a couple of'."""

from dataclasses import replace
from typing import Final

from storyworld.reading.digits import MAX_MAGNITUDE, SCALES, STATED_SHARE, Number, stated
from storyworld.reading.units import unit_at
from storyworld.reading.words import TokenKind, Words, vocabulary

_ONES: Final = {
    word: value
    for value, word in enumerate(
        vocabulary(
            "zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, "
            "thirteen, fourteen, fifteen, sixteen, seventeen, eighteen, nineteen"
        )
    )
} | {"nought": 0, "naught": 0}
_TENS: Final = {
    word: 10 * value
    for value, word in enumerate(
        vocabulary("twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety"), start=2
    )
}
_BELOW: Final = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
    "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8,
    "tenth": 10, "tenths": 10, "sixteenth": 16, "sixteenths": 16, "hundredth": 100,
    "hundredths": 100, "thousandth": 1000, "thousandths": 1000,
}  # fmt: skip
_GROUPS: Final = (("couple", 2.0), ("pair", 2.0))
_FIRST: Final = frozenset({*_ONES, *_TENS, *_BELOW, *SCALES, "a", "an", "dozen", "point", "couple",
                           "pair"})  # fmt: skip
_LENGTHS: Final = frozenset(
    vocabulary("metre, meter, kilometre, kilometer, centimetre, centimeter, millimetre, millimeter")
) | {"foot", "yard", "mile", "inch"}
_TIMES: Final = frozenset({"second", "minute", "hour", "millisecond"})
_STUFF: Final = frozenset(
    vocabulary(
        "kilogram, kilogramme, kilo, kg, gram, gramme, tonne, ton, pound, ounce, litre, liter, "
        "millilitre, milliliter, gallon, newton, kilonewton, joule, kilojoule, watt, kilowatt"
    )
)
_ARTICLE_UNITS: Final = _LENGTHS | _TIMES | _STUFF | {"degree"}
_BEFORE_ARTICLE: Final = frozenset(
    ("than", "in", "within", "under", "least", "most", "about", "around", "approximately",
     "roughly", "nearly", "almost", "over", "after", "takes", "take", "for", "exactly", "only",
     "just", "above", "below", "lasts", "exceeding", "exceeds", "inside", "by", "needs", "weighs",
     "weighing", "exceed", "lasting")
)  # fmt: skip
_AFTER_ARTICLE: Final = frozenset(
    ("or", "and", "to", "on", "after", "from", "before", "when", "if", "at", "with", "without",
     "for", "flat", "later", "high", "tall", "wide", "away", "long", "of", "by", "per", "under",
     "in", "off", "above", "below", "until", "once", "as", "total", "while", "but", "onto", "the",
     "it", "all", "every", "through", "off", "up", "down", "within", "which", "along", "over",
     "using")
)  # fmt: skip
_MEASURED: Final = frozenset(
    vocabulary(
        "high, tall, wide, long, deep, thick, away, apart, across, above, below, square, between, "
        "upward, upwards, down, up"
    )
)
_NAMES_SHARE: Final = frozenset(
    vocabulary("is, being, be, of, =, :, equals, mu, coefficient, friction, restitution, at, e")
)
_ENDS_SHARE: Final = frozenset(vocabulary("and, but, so, with, on, when, while, it, the, then"))
_NOT_COUNTING: Final = frozenset(
    vocabulary(
        "no, each, every, the, this, that, which, any, another, other, lower, upper, first, last, "
        "next, some, such, whose, smaller, larger, bigger, heavier, lighter"
    )
)
_AFTER_PRONOUN: Final = frozenset(
    vocabulary("another, of, below, above, beneath, after, before, and, is, has, falls, s, who")
)


def spelled_at(words: Words, place: int) -> Number | None:
    """Read the number in words that begins at token `place`, or None if none does."""
    if words.tokens[place].text not in _FIRST:
        return None
    return (
        _fraction(words, place)
        or _group(words, place)
        or _article(words, place)
        or _cardinal(words, place)
    )


def _text(words: Words, place: int) -> str:
    return words.tokens[place].text if 0 <= place < len(words.tokens) else ""


def _made(words: Words, first: int, after: int, value: float, *, whole: bool = False) -> Number:
    return Number(
        value=value,
        half_step=stated(value, 0.5) if whole else STATED_SHARE * abs(value),
        start=words.tokens[first].start,
        end=words.tokens[after - 1].end,
        next_token=after,
        whole=whole,
    )


def _fraction(words: Words, place: int) -> Number | None:
    """Read 'half a', 'a quarter of a', 'two thirds of a', 'a half', in front of a unit.

    'Half of the height' is no number of metres: it is there, and it is not read.
    """
    at, above = place, 1
    if _text(words, at) in {"a", "an"} or 0 < _ONES.get(_text(words, at), 0) < 10:
        above = _ONES.get(_text(words, at), 1)
        at += 1
    name = _text(words, at)
    below = _BELOW.get(name)
    if below is None:
        return None
    at += 1
    value = above / below
    of_one = 2 if _text(words, at) == "of" else 1
    if _text(words, at + of_one - 1) in {"a", "an", "one"} and (of_one == 2 or below == 2):
        at += of_one
        if _text(words, at) == "dozen":
            return _made(words, place, at + 1, 12 * value)
        return _made(words, place, at, value)
    unit = unit_at(words.text, words.tokens[at - 1].end)
    measured = unit is not None and below in {2, 4} and len(_text(words, at)) > 1
    if measured or _stands_alone(words, place, at):
        return _made(words, place, at, value)
    numerator = at - 2 >= place and _text(words, place) not in {"a", "an"}
    if numerator and name.endswith(("s", "f")):
        return replace(_made(words, place, at, value), value=None)
    return None


def _stands_alone(words: Words, place: int, after: int) -> bool:
    """Whether a share is a number by itself: 'mu is a quarter', 'a friction of two thirds'."""
    following = words.tokens[after] if after < len(words.tokens) else None
    ends = following is None or following.kind is TokenKind.MARK or following.text in _ENDS_SHARE
    return ends and place > 0 and _text(words, place - 1) in _NAMES_SHARE


def _group(words: Words, place: int) -> Number | None:
    """Read 'a couple of' and 'a pair of' as two."""
    at = place + (_text(words, place) == "a")
    for name, value in _GROUPS:
        if words.follows(at, (name, "of")):
            return _made(words, place, at + 2, value, whole=True)
    return None


def _article(words: Words, place: int) -> Number | None:
    """Read the 'a' of a limit as one: 'in less than a second', 'within a minute', 'a litre of'.

    Only behind words that bound or in front of words that measure, and where the unit ends its
    phrase: 'for a second ball' counts balls.
    """
    if _text(words, place) not in {"a", "an"}:
        return None
    at = place + 1 + (_text(words, place + 1) in {"square", "cubic"})
    unit = _text(words, at)
    if unit not in _ARTICLE_UNITS:
        return None
    after = words.tokens[at + 1] if at + 1 < len(words.tokens) else None
    following = after.text if after is not None else ""
    ends = after is None or after.kind is not TokenKind.WORD or following in _AFTER_ARTICLE
    bounded = ends and _text(words, place - 1) in _BEFORE_ARTICLE
    measured = (unit in _LENGTHS and following in _MEASURED) or (
        unit in _TIMES and following == "later"
    )
    filled = following == "of" and unit not in _TIMES
    halved = words.follows(at + 1, ("and", "a")) and _text(words, at + 3) in {"half", "quarter"}
    if not (bounded or measured or filled or halved):
        return None
    return replace(_made(words, place, place + 1, 1.0), whole=False)


def _cardinal(words: Words, place: int) -> Number | None:
    """Read 'five', 'twenty-five', 'two hundred and five', 'one and a half', 'zero point six'."""
    first = _text(words, place)
    if first == "one" and _is_pronoun(words, place):
        return None
    at = place
    if first == "a" and (_text(words, place + 1) in SCALES or _text(words, place + 1) == "dozen"):
        at += 1
    total = current = 0.0
    smallest = MAX_MAGNITUDE
    started = at
    while at < len(words.tokens) and at - place < 12:
        text = _text(words, at)
        rest = current % 100
        if at > started and total == current == 0:
            break
        if text in _ONES:
            one = _ONES[text]
            free = rest == 0 if one > 9 else rest % 10 == 0 and rest != 10
            if not free or (one == 0 and at > started):
                break
            current += one
        elif text in _TENS and rest == 0:
            current += _TENS[text]
        elif text == "hundred" and current < 100 and (current or at == started):
            current = 100 * max(current, 1.0)
        elif SCALES.get(text, 0.0) > 100 and SCALES[text] < smallest and (current or at == started):
            smallest = SCALES[text]
            total, current = total + max(current, 1.0) * smallest, 0.0
        elif not (text == "and" and at > started and _continues(words, at)):
            break
        at += 1
    if at == started and _text(words, at) != "dozen" and not words.follows(at, ("point",)):
        return None
    value, whole = total + current, True
    return _tail(words, place, at, value, whole=whole, begun=at > started)


def _tail(
    words: Words, place: int, at: int, value: float, *, whole: bool, begun: bool
) -> Number | None:
    """Read what goes on with a number in words: 'and a half', 'point six', 'dozen'."""
    if _text(words, at) == "dozen":
        return _made(words, place, at + 1, 12 * (value if begun else 1.0), whole=True)
    if words.follows(at, ("point",)) and _ONES.get(_text(words, at + 1), 10) < 10:
        step, half_digit, at = 0.1, 0.05, at + 1
        while _ONES.get(_text(words, at), 10) < 10 and step > 1e-9:
            value, half_digit = value + step * _ONES[_text(words, at)], step / 2
            step, at = step / 10, at + 1
        value = round(value, 9)
        return replace(
            _made(words, place, at, value), half_step=stated(value, half_digit), whole=False
        )
    if not begun:
        return None
    share = fraction_behind(words, at)
    if share is not None:
        return _made(words, place, share[1], value + share[0])
    return _made(words, place, at, value, whole=whole)


def fraction_behind(words: Words, place: int) -> tuple[float, int] | None:
    """Read 'and a half', 'and three quarters' at `place`: its value, and the token after it."""
    if _text(words, place) != "and":
        return None
    numerator = _text(words, place + 1)
    above = 1 if numerator in {"a", "one"} else _ONES.get(numerator, 0)
    below = _BELOW.get(_text(words, place + 2), 0)
    if not 0 < above < below or words.follows(place + 3, ("of",)):
        return None
    return above / below, place + 3


def _is_pronoun(words: Words, place: int) -> bool:
    """Whether a 'one' stands for a thing and counts nothing: 'the lower one', 'each one'."""
    following = _text(words, place + 1)
    if following in _ONES or following in SCALES or following in {"and", "point", "half"}:
        return (
            following == "and"
            and fraction_behind(words, place + 1) is None
            and (_text(words, place - 1) in _NOT_COUNTING)
        )
    if unit_at(words.text, words.tokens[place].end) is not None:
        return False
    return _text(words, place - 1) in _NOT_COUNTING or following in _AFTER_PRONOUN


def _continues(words: Words, place: int) -> bool:
    """Whether the 'and' at `place` goes on with a number: 'two hundred and five'."""
    following = _text(words, place + 1)
    return _text(words, place - 1) in SCALES and (following in _ONES or following in _TENS)
