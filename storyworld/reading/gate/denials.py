"""What a goal says there is none of: support, force, energy, a cause, and by which words.

A denial is a pattern, not a phrase: a denier (without, no, nothing, lacking, in the absence of,
neither, not ... by anything, un-) and, within a few words, what it denies. A denial that is
qualified denies only something and is passed over: "without support *from the left*", "without
force *sensors*", "without *visible* support", "no force *but gravity*". Every denier looks at a
bounded number of words, so that the time is linear in the length of the text.
"""

from dataclasses import dataclass
from typing import Final

from storyworld.reading.gate.lacks import (
    AFTERWARDS,
    ANYTHING,
    CLOSERS,
    DENIERS,
    FIRST,
    HEADS,
    JOINERS,
    MODIFIERS,
    MORE,
    NOT,
    PARTIAL,
    SIDES,
    STRENGTH,
    SUPPLIES,
    TAKING,
    TOUCHING,
    UN,
    VERBS,
    Denials,
    Lack,
)
from storyworld.reading.gate.verbal import Verbal
from storyworld.reading.words import TokenKind, Words

_REACH: Final = 14
_ITEM: Final = 9
_NAMED: Final = 4
_PAIRS: Final = {
    **{
        (holding, force): Lack.SUPPORT
        for holding in ("upward", "lifting", "upholding", "supporting", "holding")
        for force in ("force", "forces", "lift")
    },
    ("work", "done"): Lack.ENERGY,
    ("work", "being"): Lack.ENERGY,
    ("air", "resistance"): Lack.FRICTION,
    ("air", "drag"): Lack.FRICTION,
}
_THINGS: Final = frozenset({"thing", "object", "things", "objects"})
_NET: Final = frozenset({"net", "resultant", "unbalanced"})


@dataclass(frozen=True, slots=True)
class _Modified:
    """The words before a denied thing, which begins at `at`: "any net external"."""

    words: frozenset[str]
    at: int


def denials(words: Words) -> Denials:
    """Read what a text says there is none of.

    Returns
    -------
    Denials
        The words of passed-over denials count as denied too, so that "without ropes" does not
        name a rope.
    """
    return _Reader(words).read()


class _Reader(Verbal):
    """Reads the denials of one text."""

    def read(self) -> Denials:
        for place, text in enumerate(self.texts):
            if text in FIRST and (length := self._denier(place)):
                self._denies(place, place + length)
            elif text == "nothing":
                self.nothing(place, place + 1)
            elif text in {"nobody", "none"}:
                self.nobody(place)
            elif text in NOT or text.endswith("n't"):
                things = self.negation(place)
                if things is not None:
                    self._items(place, things)
            elif text in UN:
                self.un(place)
            if text in AFTERWARDS:
                self._afterwards(place)
        return Denials(tuple(self.found), frozenset(self.denied))

    def _denier(self, place: int) -> int:
        """Count the words of a denier; 0 where there is none, or it stands in a list read."""
        if place in self.denied and self.at(place) != "without":
            return 0
        return max((len(d) for d in DENIERS if self.says(place, d)), default=0)

    def _denies(self, place: int, after: int) -> None:
        if self.at(place) == "no" and self._no(place, after):
            return
        if self._anything(place, after):
            return
        verbal = self.at(place) in {"neither", "nor"} and self.at(after) not in HEADS
        if verbal and (found := self.verbs(after)):
            self.all(found, place)
            return
        if self.at(after) == "being":
            if not self.being(place, after + 1) and self.at(after + 1) in TAKING:
                self._items(place, after + 2)
            return
        matter = self.at(after) in {"adding", "removing"} and self._matter(after + 1)
        if matter or (self.at(after) in TOUCHING and self._thing(after + 1)):
            self.all(self.verbs(after), place)
            return
        if self.at(after) in TAKING:
            after += 1 + (self.at(after + 1) in {"up", "in", "on"})
        self._items(place, after)

    def _no(self, place: int, after: int) -> bool:
        """Read "no more", "no thing", "no one"; whether that is all "no" denies."""
        word = self.at(after)
        if word in _THINGS:
            self.nothing(place, after + 1)
        elif word == "one":
            self.nobody(place)
        return word in MORE or word in _THINGS or word == "one"

    def _anything(self, place: int, after: int) -> bool:
        """Read "without anything (or a thing) to hold it"."""
        thing = after + (self.at(after) in {"a", "one", "any", "single"})
        whatever = self.at(thing) in _THINGS
        after = thing if whatever else after
        if not (whatever or self.at(after) in ANYTHING - {"any"}) or self.at(after + 1) in PARTIAL:
            return False
        count = len(self.found)
        self.nothing(place, after + 1)
        if len(self.found) == count and self.at(after) == "anything" and self.tail(after + 1, None):
            self.add(Lack.ALL, place, after + 1)
        return len(self.found) > count

    def _matter(self, place: int) -> bool:
        at = place + (self.at(place) in {"any", "more", "extra", "new", "additional"})
        return HEADS.get(self.at(at)) is Lack.ADDED and self.tail(at + 1, None) > 0

    def _thing(self, place: int) -> bool:
        at = place + (self.at(place) in {"on", "upon", "against", "from", "with"})
        return self.at(at) in ANYTHING and self.at(at + 1) not in PARTIAL

    def _items(self, place: int, after: int) -> None:
        """Read the list of what is denied: "fuel, power, or any external force"."""
        start, listed, joined = after, False, "without"
        while start - place < _REACH:
            end = self._named(start, listed=listed, joined=joined)
            if end is None:
                return
            self.denied.update(range(start if listed else place, end))
            listed, joined, start = True, "", end
            while self.at(start) in JOINERS or (joined and self.at(start) in {"without", "no"}):
                joined = self.at(start) if self.at(start) in JOINERS else joined
                start += 1
            if not joined or self.at(start) in {"nothing", "nobody"}:
                return

    def _modified(self, start: int, *, listed: bool, joined: str) -> _Modified | None:
        """Read over "any", "kind of", "external"; None where a new subject begins instead."""
        at = start
        while self.at(at) in MODIFIERS and (self.at(at) not in HEADS or self.at(at + 1) == "of"):
            word = self.at(at)
            subject = listed and word in {"a", "an", "the"} and joined in {",", "and"}
            certain = word == "the" and self.at(at + 1) not in MODIFIERS
            if subject or certain or (word == "other" and not listed):
                return None
            at += 1
        return _Modified(frozenset(self.texts[start:at]), at)

    def _head(self, at: int) -> tuple[Lack | None, int]:
        """Give what the words at a place name, and where they end."""
        word, after = self.at(at), self.at(at + 1)
        pair = _PAIRS.get((word, after))
        if pair:
            return pair, at + 2
        lack = HEADS.get(word)
        if lack in {Lack.ENERGY, Lack.POWER, Lack.FUEL} and after in SUPPLIES:
            return lack if lack is Lack.FUEL else Lack.ENERGY, at + 2
        if lack is Lack.POWER and self.at(at - 1) == "of" and self.at(at - 2) in SUPPLIES:
            return Lack.ENERGY, at + 1
        if lack is Lack.FORCE and VERBS.get(after) is Lack.SUPPORT:
            return Lack.SUPPORT, at + 2
        if lack is Lack.ADDED:
            verb = at + 1 + (self.at(at + 1) not in VERBS)
            moved = VERBS.get(self.at(verb))
            return (moved, verb + 1) if moved in {Lack.ADDED, Lack.REMOVED} else (None, at + 1)
        return lack, at + 1

    def _named(self, start: int, *, listed: bool, joined: str, stop: int = 0) -> int | None:
        """Read one thing of the list and give where it ends; None where the list is over."""
        modified = self._modified(start, listed=listed, joined=joined)
        if modified is None:
            return None
        if "other" in modified.words and self.at(modified.at) in _THINGS:
            self.nothing(start, modified.at + 1)
            return modified.at + 1
        lack, end = self._head(modified.at)
        if lack is None:
            return self._unknown(modified.at, listed=listed, joined=joined)
        external = not modified.words.isdisjoint({"external", "outside"})
        if external and lack in {Lack.POWER, Lack.FUEL, Lack.CAUSE}:
            return end
        closed = stop or self.tail(end, lack)
        subject = listed and joined in {",", "and"} and self._verb_follows(end)
        if not closed or subject:
            return None if closed else end
        if lack is Lack.FORCE and "applied" in modified.words | {*self.texts[end:closed]}:
            lack = Lack.APPLIED
        if lack is Lack.ENERGY and external:
            lack = Lack.INPUT
        if not self.excepted(end):
            side = SIDES.get(self.at(closed)) if lack is Lack.SUPPORT else None
            plain = closed == end and modified.words.isdisjoint(STRENGTH)
            net = not modified.words.isdisjoint(_NET)
            self.add(side or lack, start, closed, plain=plain, net=net)
        return closed

    def _unknown(self, at: int, *, listed: bool, joined: str) -> int | None:
        """Pass over a thing the gate has no name for: "wooden beams" in a list."""
        end = at
        while end - at < _NAMED and self.at(end) not in CLOSERS | JOINERS and not self.over(end):
            if self.words.tokens[end].kind is not TokenKind.WORD:
                break
            end += 1
        subject = listed and joined in {",", "and"} and self._verb_follows(end)
        if end == at or subject:
            return None
        return end if not listed or self.at(end) in JOINERS or self.over(end) else None

    def _verb_follows(self, place: int) -> bool:
        word = self.at(place)
        return word in {"has", "have", "can", "will", "are"} or (
            word.endswith("s") and word not in CLOSERS - {"is", "was", "does"}
        )

    def _afterwards(self, place: int) -> None:
        """Read "support: none", "all forces absent", "the net force is zero"."""
        at = place - 1
        while self.at(at) in {":", "=", "is", "are", "of", "being", "was"} and place - at < 4:
            at -= 1
        linked, end = at < place - 1, at + 1
        if self.at(at) in SUPPLIES and self.at(at - 1) in HEADS:
            at -= 1
        if self.at(at) not in HEADS or not (linked or self.at(place) == "absent"):
            return
        while self.at(at - 1) in MODIFIERS and place - at < _ITEM:
            at -= 1
        first = self.over(at - 1) or self.at(at - 1) in JOINERS | {":", "with", "where"}
        last = self.over(place + 1) or self.at(place + 1) in JOINERS | CLOSERS | {":"}
        count = len(self.found)
        if first and last:
            self._named(at, listed=False, joined="none", stop=end)
        if len(self.found) > count:
            self.denied.update(range(at, place + 1))
