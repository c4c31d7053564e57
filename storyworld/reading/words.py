"""The words of a goal: tokens with offsets, phrases found among them, and what negates a verb.

Everything that reads text (quantities, gate, families) reads these tokens; how they are cut, and
which names with digits are one token, is said in :mod:`storyworld.reading.tokens`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from storyworld.reading.denials import denied
from storyworld.reading.spelling import corrections
from storyworld.reading.tokens import Token, TokenKind, cut, vocabulary

__all__ = ["Token", "TokenKind", "Words", "vocabulary"]

_FEW = 4
_AVERTED = 4
_FAILING = frozenset({"fail", "fails", "failed", "failing"})


@cache
def _cut(phrase: str) -> tuple[str, tuple[str, ...]]:
    first, *rest = phrase.split()
    return first, tuple(rest)


@lru_cache(maxsize=4096)
def _by_first(phrases: tuple[str, ...]) -> dict[str, list[tuple[int, str]]]:
    """Index phrases by their first word, each with its place in the order."""
    index: dict[str, list[tuple[int, str]]] = {}
    for place, phrase in enumerate(phrases):
        index.setdefault(_cut(phrase)[0], []).append((place, phrase))
    return index


@dataclass(frozen=True)
class Words:
    """A text cut into tokens; hyphens, quotes and brackets between words are no tokens.

    ``Words.of("mid-air")`` has the tokens ``mid`` and ``air``. `corrected` are the indices of
    the tokens whose `text` is not as written, but as it was meant: ``text[start:end]`` is the
    word as written.
    """

    text: str
    tokens: tuple[Token, ...]
    corrected: tuple[int, ...] = ()
    _places: dict[str, list[int]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, text: str, known: frozenset[str] | None = None) -> "Words":
        """Cut a text into tokens, in linear time.

        Parameters
        ----------
        text
            A goal's plain text.
        known
            Words that the caller looks for. A misspelt one, or one spelt the other side of the
            Atlantic, is read as the known word it was meant to be; see
            :mod:`storyworld.reading.spelling`. Make the set once: its index is kept.
        """
        tokens: Sequence[Token] = cut(text)
        mended: tuple[int, ...] = ()
        if known is not None:
            read = corrections((t.text if t.kind is TokenKind.WORD else "" for t in tokens), known)
            mended = tuple(read)
            tokens = [
                replace(token, text=read[place]) if place in read else token
                for place, token in enumerate(tokens)
            ]
        places: dict[str, list[int]] = {}
        for place, token in enumerate(tokens):
            places.setdefault(token.text, []).append(place)
        return cls(text, tuple(tokens), mended, places)

    def __hash__(self) -> int:
        """Hash by the text alone: tokens follow from it."""
        return hash(self.text)

    @property
    def present(self) -> Iterable[str]:
        """Every token's text once, in order of first occurrence."""
        return self._places.keys()

    def __contains__(self, phrase: str) -> bool:
        """Whether the phrase (words separated by spaces) occurs."""
        first, rest = _cut(phrase)
        found = self._places.get(first)
        if found is None:
            return False
        return not rest or any(self.follows(place + 1, rest) for place in found)

    def places(self, phrase: str) -> Iterator[int]:
        """Give the index of the first token of each occurrence of a phrase."""
        # Asked of every phrase of every family: most do not begin with a word of the text.
        first, rest = _cut(phrase)
        found = self._places.get(first)
        if found is None:
            return iter(())
        if not rest:
            return iter(found)
        return (place for place in found if self.follows(place + 1, rest))

    def follows(self, place: int, words: Sequence[str]) -> bool:
        """Whether exactly these words stand at `place`."""
        if place + len(words) > len(self.tokens):
            return False
        for i, word in enumerate(words):  # noqa: SIM110  a generator takes twice the time
            if self.tokens[place + i].text != word:
                return False
        return True

    def any_of(self, phrases: Iterable[str]) -> str | None:
        """Give the first of the phrases that occurs."""
        return next((p for p in self.candidates(phrases) if p in self), None)

    def candidates(self, phrases: Iterable[str]) -> Iterable[str]:
        """Give the phrases whose first word occurs, in their order: a text has few words."""
        if not isinstance(phrases, tuple) or len(phrases) < _FEW:
            return phrases
        by_first = _by_first(phrases)
        firsts = self._places.keys() & by_first.keys()
        if not firsts:
            return ()
        found = [e for first in firsts for e in by_first[first]]
        return [phrase for _, phrase in sorted(found)]

    def negated(self, place: int) -> bool:
        """Whether what stands at `place` is denied: 'does not slide', 'without tipping'.

        Two denials cancel ('does not fail to clear'); see :mod:`storyworld.reading.denials`.
        """
        return denied(self.tokens, place)

    def asserted(self, phrases: Iterable[str]) -> tuple[bool, bool]:
        """Say whether any of the phrases is asserted, and whether any is denied."""
        said = denial = False
        for phrase in self.candidates(phrases):
            for place in self.places(phrase):
                if phrase in _FAILING and self.follows(place + 1, ("to",)):
                    continue  # 'fails to tip' does not fail
                if self.negated(place):
                    denial = True
                elif not self._averted(place):
                    said = True
        return said, denial

    def _averted(self, place: int) -> bool:
        """Whether something comes before what stands at `place`: 'stops before it hits'."""
        return any(
            self.tokens[at].text == "before"
            and self.tokens[at].sentence == self.tokens[place].sentence
            for at in range(max(0, place - _AVERTED), place)
        )
