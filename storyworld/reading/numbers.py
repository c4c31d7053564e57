"""Numbers as people write them: digits, words, fractions; bounded, and with their precision.

What is written in digits is read by :mod:`storyworld.reading.digits`, what is written in words
by :mod:`storyworld.reading.spelled`.
"""

from storyworld.reading.digits import MAX_DIGITS, STATED_SHARE, Number, number_in_digits, signed
from storyworld.reading.rounding import precise
from storyworld.reading.spelled import spelled_at
from storyworld.reading.words import TokenKind, Words

__all__ = ["MAX_DIGITS", "STATED_SHARE", "Number", "number_at", "precise"]


def number_at(words: Words, place: int) -> Number | None:
    """Read the number that begins at token `place`, or None if none does."""
    kind = words.tokens[place].kind
    if kind is TokenKind.NUMBER:
        return number_in_digits(words, place)
    if kind is not TokenKind.WORD:
        return None
    number = spelled_at(words, place)
    return signed(words, place, number) if number is not None else None
