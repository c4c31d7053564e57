"""Looking at the words about a denial: what stands there, and what may follow what is denied."""

from typing import Final

from storyworld.reading.gate.lacks import (
    ADVERBS,
    ANYWHERE,
    BODY_CLAUSES,
    CLOSERS,
    EXCEPTIONS,
    HAPPENS,
    JOINERS,
    PASSIVES,
    PURPOSES,
    SIDES,
    VERBS,
    Denial,
    Lack,
)
from storyworld.reading.words import TokenKind, Words

_REACH: Final = 14
_ITEM: Final = 9
_ENDS: Final = frozenset({".", "!", "?", ";"})
_PRONOUNS: Final = frozenset({"it", "them", "him", "her"})


class Cursor:
    """The words of one text; every method looks at a bounded number of them."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.texts: list[str] = [token.text for token in words.tokens]
        self.found: list[Denial] = []
        self.denied: set[int] = set()

    def at(self, place: int) -> str:
        """Give the word at a place; a full stop before the text begins and after it ends."""
        return self.texts[place] if 0 <= place < len(self.texts) else "."

    def says(self, place: int, phrase: tuple[str, ...]) -> bool:
        """Whether exactly these words stand at a place."""
        return tuple(self.texts[place : place + len(phrase)]) == phrase

    def over(self, place: int) -> bool:
        """Whether the sentence ends at a place."""
        return self.at(place) in _ENDS

    def add(
        self, lack: Lack, start: int, end: int, *, plain: bool = False, net: bool = False
    ) -> None:
        """Note a denial, and that its words name what is not there."""
        self.found.append(Denial(lack, start, end, plain, net))
        self.denied.update(range(start, end))

    def tail(self, place: int, lack: Lack | None) -> int:
        """Give where the words end that may follow a denied thing; 0 where they qualify it."""
        at, clause = place, 0
        for _ in range(_ITEM):
            step = self._step(at)
            if step == 0:
                return max(at, place) if self._closes(at, lack) else clause
            if self.at(at) in VERBS and self.at(at).endswith("s"):
                clause = at
            at += step
        return at

    def _step(self, at: int) -> int:
        """Count the words at a place that leave a denial whole: "at all", "acting", "on it"."""
        word, after = self.at(at), self.at(at + 1)
        if word == "of" and after in {"any", "whatever", "all"}:
            return 3
        if (
            (word, after) == ("at", "all")
            or (word in {"is", "are", "being", "was", "ever"} and after in PASSIVES)
            or (word in {"to", "on", "upon", "into", "in"} and after in _PRONOUNS)
            or (word == "from" and after in ANYWHERE)
        ):
            return 2
        return int(word in ADVERBS or word in PASSIVES)

    def _closes(self, at: int, lack: Lack | None) -> bool:
        """Whether a denied thing may end here: the sentence, the clause or a new thing begins."""
        word, after = self.at(at), self.at(at + 1)
        if at >= len(self.texts) or self.words.tokens[at].kind is TokenKind.MARK:
            return True
        if word in {"on", "upon", "to"} and lack in {Lack.FORCE, Lack.ENERGY}:
            return after in {"the", "a", "either", "any"} or self._purpose(at)
        if word == "in":
            air = after in {"the", "a", "open", "thin"} and "air" in self.texts[at + 2 : at + 4]
            return air or after in {"mid", "midair", "thin", "any"}
        if word in {"for", "within", "until"}:
            return after[:1].isdigit() or after in {"a", "an", "ever", "ten", "hours", "it"}
        below = word in SIDES and lack is Lack.SUPPORT
        closes = word in CLOSERS | JOINERS | HAPPENS or word in VERBS or word.endswith("ly")
        return below or closes or self._purpose(at)

    def _purpose(self, at: int) -> bool:
        verb = self.at(at + 1)
        return self.at(at) == "to" and (verb in PURPOSES or self.at(at + 2) in {"it", "them"})

    def excepted(self, place: int) -> bool:
        """Whether the sentence goes on to name an exception: "no force but gravity"."""
        for at in range(place, place + _REACH):
            if self.over(at):
                return False
            if any(self.says(at, exception) for exception in EXCEPTIONS):
                if self.at(at) == "but" and self.at(at + 1) in BODY_CLAUSES | HAPPENS:
                    return HAPPENS.isdisjoint(self.texts[at + 1 : at + 7])
                return self.at(at) != "only"
        return False
