"""The words of a goal: tokens with offsets, phrases found among them, and what negates a verb.

Everything that reads text (quantities, gate, families) reads these tokens. One regular
expression makes them; at every character one of its branches matches, so that the time is
linear in the length of the text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

_TOKEN: Final = re.compile(
    r"(?P<number>[0-9]+(?:[.,][0-9]+)*(?:[eE][+\-−]?[0-9]+)?|\.[0-9]+(?:[eE][+\-−]?[0-9]+)?)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<mark>\S)"
)


def vocabulary(text: str) -> tuple[str, ...]:
    """Give the phrases of a comma-separated list, blanks normalised."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(",") if phrase.strip())


_JOINERS: Final = frozenset({"-", "‐", "‑", "‒", '"', "“", "”", "(", ")", "_", "'", "’", "`"})
_SENTENCE_ENDS: Final = frozenset({".", "!", "?", ";"})
_CLAUSE_ENDS: Final = frozenset({",", ":", "and", "but", "then", "while", "because", "so"})
_NEGATORS: Final = frozenset(
    vocabulary(
        "not, never, cannot, nor, neither, fail, fails, failing, failed, refuses, unable, avoids, "
        "avoid"
    )
)
_BARE_NEGATORS: Final = frozenset({"without", "no"})
_PREFERRED_TO: Final = frozenset({("rather", "than"), ("instead", "of")})
_COMPARED: Final = frozenset({"more", "less", "fewer", "longer", "later", "greater"})
_REACH: Final = 5


class TokenKind(StrEnum):
    """What a token is made of."""

    NUMBER = "number"
    WORD = "word"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark: lower-cased, with its place ``text[start:end]``."""

    kind: TokenKind
    text: str
    start: int
    end: int
    sentence: int


@dataclass(frozen=True)
class Words:
    """A text cut into tokens; hyphens, quotes and brackets between words are no tokens.

    ``Words.of("mid-air")`` has the tokens ``mid`` and ``air``.
    """

    text: str
    tokens: tuple[Token, ...]
    _places: dict[str, list[int]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, text: str) -> "Words":
        """Cut a text into tokens, in linear time."""
        tokens: list[Token] = []
        places: dict[str, list[int]] = {}
        sentence = 0
        for match in _TOKEN.finditer(text):
            kind = TokenKind(match.lastgroup or "mark")
            written = match.group().lower().replace("’", "'")
            if kind is TokenKind.MARK and written in _JOINERS:
                continue
            places.setdefault(written, []).append(len(tokens))
            tokens.append(Token(kind, written, match.start(), match.end(), sentence))
            if kind is TokenKind.MARK and written in _SENTENCE_ENDS:
                sentence += 1
        return cls(text, tuple(tokens), places)

    def __contains__(self, phrase: str) -> bool:
        """Whether the phrase (words separated by spaces) occurs."""
        return next(self.places(phrase), None) is not None

    def places(self, phrase: str) -> Iterator[int]:
        """Give the index of the first token of each occurrence of a phrase."""
        first, *rest = phrase.split()
        for place in self._places.get(first, ()):
            if self.follows(place + 1, rest):
                yield place

    def follows(self, place: int, words: list[str]) -> bool:
        """Whether exactly these words stand at `place`."""
        if place + len(words) > len(self.tokens):
            return False
        return all(self.tokens[place + i].text == w for i, w in enumerate(words))

    def any_of(self, phrases: Iterable[str]) -> str | None:
        """Give the first of the phrases that occurs."""
        return next((p for p in phrases if p in self), None)

    def negated(self, place: int) -> bool:
        """Whether what stands at `place` is denied: 'does not slide', 'without tipping'.

        Two denials cancel ('does not fail to clear'). `without` and `no` deny what follows
        them at once, or an -ing form a little later ('without any box tipping').
        """
        verb = self.tokens[place]
        denials = 0
        for back in range(1, _REACH + 1):
            if place - back < 0:
                break
            token = self.tokens[place - back]
            if token.sentence != verb.sentence or token.text in _CLAUSE_ENDS:
                break
            if token.text in _BARE_NEGATORS:
                compared = self.tokens[place - back + 1].text in _COMPARED
                denials += not compared and (back == 1 or verb.text.endswith("ing"))
            elif token.text in _NEGATORS or token.text.endswith("n't"):
                denials += self.tokens[place - back + 1].text not in _COMPARED
            elif (self.tokens[place - back - 1].text, token.text) in _PREFERRED_TO:
                denials += 1
        return denials % 2 == 1

    def asserted(self, phrases: Iterable[str]) -> tuple[bool, bool]:
        """Say whether any of the phrases is asserted, and whether any is denied."""
        said = denied = False
        for phrase in phrases:
            for place in self.places(phrase):
                if self.negated(place):
                    denied = True
                else:
                    said = True
        return said, denied
