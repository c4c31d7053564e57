"""Denials by a verb: "nothing holding it", "held by nothing", "not held up by anything"."""

from collections.abc import Iterator
from typing import Final

from storyworld.reading.gate.cursor import Cursor
from storyworld.reading.gate.lacks import (
    ANYTHING,
    HAPPENS,
    JOINERS,
    LINKS,
    OBJECTS,
    PARTIAL,
    PARTS,
    SIDES,
    UN,
    VERBS,
    Lack,
)

_NOT_HELD: Final = frozenset({"back", "down", "from", "steady", "open", "together"})
_WAYS: Final = {"in": Lack.ADDED, "into": Lack.ADDED, "out": Lack.REMOVED}
_GOES: Final = frozenset({"gets", "get", "comes", "goes", "got", "getting", "coming", "going"})

Found = tuple[tuple[Lack, ...], int]
"""What verbs deny, and where they and their object end."""


class Verbal(Cursor):
    """Reads the denials that are made by a verb."""

    def nothing(self, place: int, after: int) -> None:
        """Read what follows or precedes "nothing", of which `after` is the next word."""
        if self.at(after) in PARTIAL:
            return
        lack = self._before(place)
        if lack and self.tail(after, lack):
            self.add(lack, place - 1, after)
            return
        at = after
        while self.at(at) in LINKS and at - after < 5:
            at += 1
        if self.at(at) in PARTIAL:
            return
        if not self._beside(place, at) and not self._done(place, at):
            self._alone(place, after, at)

    def _beside(self, place: int, at: int) -> bool:
        """Read "nothing underneath it", "nothing above or below it", "nothing in contact"."""
        if self.says(at, ("in", "contact")) or self.says(at, ("contact",)):
            self.add(Lack.CONTACT, place, at + 1)
            return True
        if self.at(at) not in SIDES:
            return False
        sides = {SIDES[self.at(i)] for i in range(at, at + 8) if self.at(i) in SIDES}
        for side in sorted(sides):
            if not self.excepted(at):
                self.add(side, place, at + 1)
        for that in range(at, at + 10):
            if self.over(that) or self.at(that) in {"but", "while", "because"}:
                break
            if self.at(that) in {"that", "which", "to"}:
                self.all(self.verbs(that + 1), place)
        return True

    def _done(self, place: int, at: int) -> bool:
        for verb in (at, at + 1):
            found = self.verbs(verb)
            if found and not self.excepted(found[1]):
                self.all(found, place)
                return True
        return False

    def _alone(self, place: int, after: int, at: int) -> None:
        """Read "no wires, no magnets, nothing"."""
        if self.at(place - 1) in {",", "and", ":"} and (self.over(at) or self.at(at) in {":", ","}):
            listed = any(i in self.denied for i in range(max(0, place - 4), place))
            if listed or self.at(place - 2) == "nothing":
                self.add(Lack.ALL, place, after)

    def _before(self, place: int) -> Lack | None:
        """Give what "nothing" denies by the verb before it: "supported by nothing"."""
        if self.at(place - 1) in {"touching", "touches", "contacting"}:
            return Lack.CONTACT
        if self.at(place - 1) not in {"by", "on", "upon", "from", "to", "against"}:
            return None
        return next((VERBS[w] for b in range(2, 6) if (w := self.at(place - b)) in VERBS), None)

    def nobody(self, place: int) -> None:
        """Read "nobody pushes it"."""
        after = place + (2 if self.at(place) == "no" else 1)
        at = after
        while self.at(at) in LINKS and at - after < 4:
            at += 1
        if VERBS.get(self.at(at)) in {Lack.PUSH, Lack.PULL}:
            self.add(Lack.PEOPLE, place, at + 1)

    def negation(self, place: int) -> int | None:
        """Read "is not held up by anything"; give where "any" stands if a thing follows it."""
        if self.at(place + 1) in {"a", "one"} and self.at(place + 2) in {"thing", "object"}:
            self.nothing(place, place + 3)
            return None
        lack: Lack | None = None
        for at in range(place + 1, place + 8):
            word = self.at(at)
            if self.over(at) or word in {",", "and", "but", "because", "until"}:
                return None
            if word == "any" and not (lack and self.says(at - 1, ("in", "any", "way"))):
                return at
            everything = word in {"anything", "anyone", "anybody"}
            if everything and not lack:
                self.nothing(place, at + 1)
                return None
            if lack and (everything or word == "any" or self.says(at, ("at", "all"))):
                if self.at(at + 1) not in PARTIAL and not self.excepted(at + 1):
                    self.add(lack, place, at + 1)
                return None
            lack = VERBS.get(word, lack)
        return None

    def un(self, place: int) -> None:
        """Read "unsupported": of a thing that something happens to, or on its own."""
        noun = self.at(place - 1) in {"a", "an", "one", "this", "the"}
        at = place + 1
        while noun and self.at(at) not in HAPPENS and at - place < 4:
            at += 1
        if (noun and self.at(at) in HAPPENS) or (not noun and self.tail(place + 1, None)):
            self.add(UN[self.at(place)], place, place + 1)

    def being(self, place: int, after: int) -> bool:
        """Read "without being pushed by anything"."""
        found = self.verbs(after)
        if found is None:
            return False
        by, what = self.at(found[1]), self.at(found[1] + 1)
        if by not in {"by", "from", "with", "on", "to"} or what in ANYTHING | {"its", "it"}:
            self.all(found, place)
        return True

    def verbs(self, place: int) -> Found | None:
        """Read verbs and their object: "holding it up", "pushing or pulling the cart"."""
        if self.at(place) in _GOES:
            way = _WAYS.get(self.at(place + 1))
            return ((way,), place + 2) if way else None
        verbs = tuple(self._coordinated(place))
        if not verbs:
            return None
        lacks, at = tuple(VERBS[self.at(verb)] for verb in verbs), verbs[-1] + 1
        if not self._whole(at, lacks):
            return None
        return lacks, at + (self.at(at) in OBJECTS)

    def _whole(self, at: int, lacks: tuple[Lack, ...]) -> bool:
        """Whether the object is the body itself, and all of it."""
        word, after = self.at(at), self.at(at + 1)
        if word in {"back", "down", "open"} and Lack.SUPPORT in lacks:
            return False
        if word == "in":
            return after == "any" or Lack.SUPPORT not in lacks
        if word in {"its", "their", "one", "us", "you", "me"}:
            return after in {"weight", "motion", "movement", "path", "way"}
        if word in OBJECTS:
            return after not in _NOT_HELD
        if word == "by":
            return after in ANYTHING
        return not (word == "the" and after in PARTS)

    def _coordinated(self, place: int) -> Iterator[int]:
        """Give the places of "pushed, pulled or acted" that begin at a place."""
        at = place
        while self.at(at) in VERBS and at - place < 8:
            yield at
            at += 1
            if self.at(at) not in JOINERS:
                return
            while self.at(at) in JOINERS:
                at += 1

    def all(self, found: Found | None, start: int) -> None:
        """Note what verbs deny."""
        if found:
            for lack in found[0]:
                self.add(lack, start, found[1])
