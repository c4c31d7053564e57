"""One goal as the gate sees it: what happens, what is denied, and which denial speaks of what."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from storyworld.reading.gate.denials import denials
from storyworld.reading.gate.lacks import Denial
from storyworld.reading.gate.phrases import KNOWN, spots
from storyworld.reading.gate.tags import Tag
from storyworld.reading.words import Words

_NEAR: Final = 40
_CLAUSE_ENDS: Final = frozenset({",", ":", "and", "but", "then", "while", "because", "so", "yet"})
_NEGATORS: Final = frozenset({"not", "never", "cannot", "unable", "fails", "refuses", "fail"})
_ENDED: Final = frozenset({"stop", "stops", "stopped", "cease", "ceases", "ceased", "quits"})
_TAKEN_AWAY: Final = frozenset({"gone", "removed", "taken", "withdrawn", "cut", "absent"})
_COULD: Final = frozenset({"can", "could", "will", "would", "should", "may", "ever", "does"})
_LEANING: Final = frozenset(
    {"no", "nothing", "neither", "without", "there", "it", "they", "not", "zero", "nobody", "yet",
     "still", "nevertheless", "this"}
)  # fmt: skip
_ELSEWHERE: Final = frozenset({"another", "other", "others", "second", "whereas"})
_ASIDE: Final = frozenset({"until", "unless", "before", "after", "once"})


_ABOVE: Final = frozenset({"above", "over", "off", "up", "high"})
_ARTICLES: Final = frozenset({"the", "a", "an", "my", "our", "his", "her", "their", "your"})
_LENGTHS: Final = frozenset(
    {"m", "cm", "mm", "km", "ft", "metre", "metres", "meter", "meters", "feet", "foot", "inch",
     "inches", "centimetre", "centimetres", "centimeters", "yards", "storeys", "stories", "floors"}
)  # fmt: skip


class Reading:
    """One text as the gate sees it."""

    def __init__(self, text: str) -> None:
        self.words = Words.of(text, KNOWN)
        self.texts: list[str] = [token.text for token in self.words.tokens]
        self.spots = spots(self.words)
        read = denials(self.words)
        self.denials = sorted(read.found, key=lambda denial: denial.start)
        self._starts = [denial.start for denial in self.denials]
        self.denied = read.denied
        self._groups = self._grouped()
        self._above = {
            self.group(at)
            for at, word in enumerate(self.texts)
            if word in _ABOVE and self._raised(at)
        }
        self._said: dict[Tag, list[tuple[int, int]]] = {}
        self._names: dict[Tag, bool] = {}
        self._beside: dict[Tag, set[int]] = {}
        self._happening = {
            place
            for tag in (Tag.ACCELERATE, Tag.STOP, Tag.TURN)
            for start, end in self.spots.get(tag, ())
            if end - start > 1
            for place in range(start, end)
        }

    def _grouped(self) -> list[int]:
        """Give each sentence the first of those it leans on: "It hovers. Nothing holds it."."""
        groups: list[int] = []
        end = ""
        for token in self.words.tokens:
            if token.sentence == len(groups):
                leans = bool(groups) and (token.text in _LEANING or end == ";")
                groups.append(groups[-1] if leans else token.sentence)
            while token.sentence >= len(groups):
                groups.append(token.sentence)
            end = token.text
        return groups

    def group(self, place: int) -> int:
        """Give the first of the sentences that belong together at a place."""
        return self._groups[self.words.tokens[place].sentence]

    def negated(self, place: int) -> bool:
        """Whether what happens is itself denied; denials of support and force do not count."""
        sentence = self.words.tokens[place].sentence
        count = 0
        for at in range(place - 1, max(-1, place - 6), -1):
            text = self.texts[at]
            if self.words.tokens[at].sentence != sentence or text in _CLAUSE_ENDS:
                break
            if at in self.denied:
                continue
            bare = text == "without" and (at == place - 1 or self.texts[place].endswith("ing"))
            over = at == place - 1 and text in _ENDED
            none = text == "no" and bool(_COULD & {*self.texts[at:place]})
            count += text in _NEGATORS or text.endswith("n't") or bare or none or over
        return count % 2 == 1

    def said(self, *tags: Tag) -> Iterator[tuple[Tag, int, int]]:
        """Give what is asserted under any of these tags: ``(tag, start, end)``."""
        for tag in tags:
            for start, end in self._asserted(tag):
                yield tag, start, end

    def _asserted(self, tag: Tag) -> list[tuple[int, int]]:
        found = self._said.get(tag)
        if found is None:
            found = self._said[tag] = [
                (start, end)
                for start, end in self.spots.get(tag, ())
                if start not in self.denied and (tag is Tag.NO_FALL or not self.negated(start))
            ]
        return found

    def within(self, tag: Tag, low: int, high: int) -> bool:
        """Whether anything asserted under the tag begins at a place in ``[low, high)``."""
        found = self._asserted(tag)
        at = bisect_left(found, (low, 0))
        return at < len(found) and found[at][0] < high

    def covers(self, tag: Tag, place: int) -> bool:
        """Whether a phrase under the tag covers a place."""
        found = self.spots.get(tag, [])
        at = bisect_left(found, (place + 1, 0)) - 1
        return at >= 0 and place < found[at][1]

    def names(self, *tags: Tag) -> bool:
        """Whether anything under these tags is named and not denied."""
        return any(self._named(tag) for tag in tags)

    def _named(self, tag: Tag) -> bool:
        named = self._names.get(tag)
        if named is None:
            named = self._names[tag] = any(
                not self.denied.issuperset(range(start, end))
                and not (end == start + 1 and start in self._happening)
                and not self._gone(end)
                and (tag is Tag.FICTION or not self.negated(start))
                for start, end in self.spots.get(tag, ())
            )
        return named

    def _gone(self, end: int) -> bool:
        """Whether what was named is taken away again: "after the rope is cut", "battery-free"."""
        after = self.texts[end : end + 4]
        if after[:1] in (["removed"], ["gone"], ["sized"]):
            return True
        if after[:1] == ["free"] and after[1:2] not in (["to"], ["of"], ["from"]):
            return True
        return after[:1] in (["is"], ["are"], ["was"], ["has"], ["were"]) and any(
            word in _TAKEN_AWAY for word in after[1:]
        )

    def beside(self, place: int, *tags: Tag) -> bool:
        """Whether anything under these tags stands in the same sentence, or one leaning on it."""
        return any(self.group(place) in self._groups_of(tag) for tag in tags)

    def _groups_of(self, tag: Tag) -> set[int]:
        groups = self._beside.get(tag)
        if groups is None:
            groups = {self.group(start) for start, _ in self.spots.get(tag, ())}
            self._beside[tag] = groups
        return groups

    def aloft(self, place: int) -> bool:
        """Whether the sentence puts something up in the air: "2 m above", "over the bench"."""
        above = self.beside(place, Tag.MID_AIR, Tag.AIR, Tag.ABOVE)
        return above or self.group(place) in self._above

    def _raised(self, at: int) -> bool:
        before, after = self.texts[max(0, at - 1) : at], self.texts[at + 1 : at + 2]
        if at in self.denied:
            return False
        high = bool(before) and (before[0] in _LENGTHS or before[0] in {"high", "far", "well"})
        over = self.texts[at] in {"above", "over"} and bool(after) and after[0] in _ARTICLES
        return high or over

    def close(self, start: int, end: int, tag: Tag, reach: int) -> bool:
        """Whether anything under the tag stands within `reach` words of ``[start, end)``."""
        found = self.spots.get(tag, [])
        for first, last in found[bisect_left(found, (start - reach, 0)) :]:
            if last <= end + reach:
                return True
            if first > end + reach:
                break
        return False

    def lacking(self, start: int, end: int) -> list[Denial]:
        """Give the denials that speak of what happens at ``[start, end)``."""
        first = bisect_left(self._starts, start - _NEAR)
        last = bisect_left(self._starts, end + _NEAR)
        return [d for d in self.denials[first:last] if self._speaks_of(d, start, end)]

    def _speaks_of(self, denial: Denial, start: int, end: int) -> bool:
        if self.group(denial.start) != self.group(start):
            return False
        if denial.start <= start < denial.end:
            return False
        after = denial.start >= end
        low, high = (end, denial.start) if after else (denial.end, start)
        between = [at for at in range(low, high) if at not in self.denied]
        texts = {self.texts[at] for at in between}
        if _ELSEWHERE & texts:
            return False
        joint = {self.texts[at] for at in range(max(low, high - 3), high)}
        if after:
            coasts = self.within(Tag.INERTIA, low, high)
            apart = "while" in texts and "while" not in joint
            return not (coasts or apart or "then" in texts or _ASIDE & joint)
        return not ({"while", "until", "unless"} & texts)
