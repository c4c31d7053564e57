"""Who hits whom, and which speed is whose, before and after: reading a goal about a collision.

Bodies are told apart by the order in which they are weighed, by who moves, and by the words a
later clause names them with ("the heavy cart", "the target", "the van", "m2").
"""

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Final

from storyworld.physics.collision_verbs import (
    BACK,
    EVENTS,
    HEAVY,
    HITS,
    LIGHT,
    MOVES,
    ON,
    PASSIVE,
    RESTING,
    RESULTS,
    RUNS_INTO,
    SINGLY,
    STICKS,
    STOPS,
    STRIKER,
    STRUCK,
    TOGETHER,
)
from storyworld.physics.reach import kind_of
from storyworld.reading.quantities import Mention
from storyworld.reading.words import TokenKind, Words
from storyworld.records.quantity import Unit

_KG, _SPEED = Unit.KILOGRAM, Unit.METRE_PER_SECOND
_PARTS: Final = frozenset((",", ";", ".", ":", "and", "while", "then", "so", "but", "where",
                            "when"))  # fmt: skip
_PLAIN: Final = frozenset(
    ("a", "an", "the", "of", "at", "with", "and", "to", "is", "moving", "mass", "kg", "its", "it",
     "on", "in", "rest", "head", "into", "that", "which", "after", "off", "by", "one", "another",
     "for", "from", "speed", "moves", "another", "equal", "identical", "initially", "travelling",
     "rolling", "sliding", "going", "m", "s", "g", "t", "tonnes", "tonne", "per", "second")
)  # fmt: skip
_FIRST_SAID: Final = frozenset(("a", "an", "another", "of", "=", "second", "other"))
_LABELS: Final = {"one": 0, "two": 1, "a": 0, "b": 1, "1": 0, "2": 1}
_OF_IT: Final = frozenset({"speed", "velocity", "staying", "stopping", "standing"})
_STANDS: Final = frozenset({"stands", "stand", "rests", "lies", "stays", "remains", "is"})
_RELATIVE: Final = frozenset({"which", "that", "who"})
_NOUN: Final = 3  # letters
_AGAIN: Final = frozenset(("the", "that", "this", "its", "same"))
_NEAR: Final = 5
_BOTH: Final = "both"


@dataclass
class Reading:
    """Where the mentions belong, and what words say beyond them (name, value, reason)."""

    placed: dict[int, str] = field(default_factory=dict)
    implied: list[tuple[str, float, str]] = field(default_factory=list)


@lru_cache(maxsize=16)
def read_collision(words: Words, mentions: tuple[Mention, ...]) -> Reading:
    """Read who hits whom; see the module. The last few are kept: nobody is to change them."""
    return _Reader(words, mentions).read()


class _Reader:
    def __init__(self, words: Words, mentions: tuple[Mention, ...]) -> None:
        self.words, self.mentions = words, mentions
        self.texts = [t.text for t in words.tokens]
        self._found: dict[tuple[str, ...], list[int]] = {}
        passive = self._places(PASSIVE)
        hits = self._places(HITS) or self._places(EVENTS) or self._places(RUNS_INTO)
        self.hit = passive[0] if passive else hits[0] if hits else len(self.texts)
        self.passive = bool(passive) and passive[0] <= (hits[0] if hits else passive[0])
        self.masses = self._bodies()
        places = [self.mentions[k].first_token for k in self.masses]
        # 'After being struck by a ...': who strikes is mentioned first.
        self.passive = self.passive and not (len(places) == 2 and self.hit < places[0])
        # Where the second body begins to be spoken of.
        self.middle = self.hit
        if len(places) == 2 and not places[0] < self.hit < places[1]:
            self.middle = places[1] - 3
        self.bodies = [0, 1] if len(places) == 2 else [int(p > self.hit) for p in places]
        self.swapped = False

    def _places(self, phrases: tuple[str, ...]) -> list[int]:
        if phrases not in self._found:
            found = {place for phrase in phrases for place in self.words.places(phrase)}
            self._found[phrases] = sorted(found)
        return self._found[phrases]

    def _bodies(self) -> list[int]:
        """Give the mentions that weigh the first and the second body."""
        found: list[int] = []
        for n, m in enumerate(self.mentions):
            again = any(self.mentions[k].quantity == m.quantity for k in found)
            # The same mass again names its body, unless it stands where the second is introduced.
            last = self.mentions[found[-1]].next_token if found else 0
            since = self.texts[max(self.hit, last) : m.first_token]
            lead = self.texts[m.first_token - 1] if m.first_token else ""
            fresh = not set(since) & _PARTS if m.first_token > self.hit else lead in _FIRST_SAID
            if m.quantity.unit is _KG and (not again or fresh) and len(found) < 2:
                found.append(n)
        if len(found) == 1:
            # The same mass twice weighs two bodies, unless it only names the one again.
            same = self.mentions[found[0]].quantity
            rest = [(n, m) for n, m in enumerate(self.mentions) if n > found[0]]
            found += [
                n
                for n, m in rest
                if m.quantity == same and self.texts[m.first_token - 1] not in _AGAIN
            ][:1]
        return found

    # ---- putting it together -------------------------------------------------------------------

    def read(self) -> Reading:
        reading = Reading()
        before: list[int] = []
        after: list[tuple[int, str]] = []
        for n, m in enumerate(self.mentions):
            if m.quantity.unit is _SPEED:
                at = self._result_before(m)
                if at is None:
                    before.append(n)
                else:
                    after.append((n, self._whose(at, m.first_token)))
        if not after and self._places(RESTING) and len(before) == 2:
            # Where one body rests a second speed is one afterwards, whatever the verb.
            last = before.pop()
            at = self.mentions[last].first_token
            after.append((last, self._whose(at - 1, at)))
        owners, moving = self._owners(before)
        # Body 1 strikes: the one that moves, or of two that move the one mentioned first.
        self.swapped = moving == [1] or (self.passive and len(moving) != 1)
        for body, n in zip(self.bodies, self.masses, strict=True):
            reading.placed[n] = f"mass_{self._number(body)}"
        for n, m in enumerate(self.mentions):
            if m.quantity.unit is _KG and n not in reading.placed:
                known = any(self.mentions[k].quantity == m.quantity for k in self.masses)
                if known:
                    reading.placed[n] = ""
        for n, body in zip(before, owners, strict=True):
            reading.placed[n] = f"speed_{self._number(body)}"
        both_move = not self._places(RESTING)
        if len(before) == 1 and both_move and SINGLY & set(self._around(before[0])):
            value = self.mentions[before[0]].quantity.value
            other = 3 - int(reading.placed[before[0]][-1])
            reading.implied.append((f"speed_{other}", value, "both move at that speed"))
        for n, whose in after:
            self._place_after(reading, n, whose)
        self._stopped(reading)
        return reading

    def _number(self, body: int) -> int:
        """Give 1 for the body that strikes and 2 for the other, from 0 and 1 as mentioned."""
        return 2 - body if self.swapped else 1 + body

    def _around(self, n: int) -> list[str]:
        m = self.mentions[n]
        return (
            self.texts[max(0, m.first_token - 6) : m.first_token] + self.texts[m.next_token :][:2]
        )

    # ---- before --------------------------------------------------------------------------------

    def _owner(self, n: int) -> int:
        """Give whose speed before the collision a mention is: 0 for the body mentioned first."""
        m = self.mentions[n]
        symbol = self._symbol(m.first_token)
        if symbol is not None:
            return symbol
        return self._side(m.first_token)

    def _side(self, place: int) -> int:
        """Give which body is spoken of at a place: 0 for the one mentioned first."""
        places = [self.mentions[k].first_token for k in self.masses]
        if len(places) == 2 and place < places[0]:
            return int(place > self.hit)
        return int(place > self.middle)

    def _owners(self, before: list[int]) -> tuple[list[int], list[int]]:
        """Give whose the speeds before the collision are, and which bodies move."""
        owners = [self._owner(n) for n in before]
        plain = all(self._symbol(self.mentions[n].first_token) is None for n in before)
        if len(before) == 2 and owners[0] == owners[1] and plain:
            owners = [0, 1]
        moves = [o for n, o in zip(before, owners, strict=True)
                 if self.mentions[n].quantity.value != 0.0]  # fmt: skip
        if len(before) == 1 and len(moves) == 1 and plain:
            resting = [self._side(place) for place in self._places(RESTING)]
            if owners[0] in resting and 1 - owners[0] not in resting:
                owners = [1 - owners[0]]
            elif self.passive and not resting:
                owners = [1]
            moves = owners
        return owners, sorted(set(moves))

    def _symbol(self, token: int) -> int | None:
        """Read 'v1 =' and 'v2 ='."""
        for back in range(1, 4):
            if token - back >= 0 and self.texts[token - back] in {"v1", "u1", "v2", "u2"}:
                return int(self.texts[token - back][-1]) - 1
            if token - back < 0 or self.texts[token - back] not in {"=", ":", "is", "~"}:
                break
        return None

    # ---- after ---------------------------------------------------------------------------------

    def _result_before(self, m: Mention) -> int | None:
        """Give the place of the phrase that makes a speed one after the collision, if any does."""
        floor = max(
            (o.next_token for o in self.mentions
             if o.next_token <= m.first_token and o.quantity.unit is not Unit.ONE), default=0
        )  # fmt: skip
        said = [p for p in self._places(RESULTS) if p < m.first_token]
        near = [p for p in said if p >= max(floor, m.first_token - 2 * _NEAR)]
        if near:
            return near[-1]
        later = [p for p in said if p >= self.hit - 3 and p != self.hit]
        if later:
            return later[-1]
        moves = [p for p in self._places(MOVES) if floor <= p < m.first_token]
        if moves and moves[-1] > self.hit and self.texts[moves[-1] - 1] not in {"that", "which"}:
            gerund = self.texts[moves[-1]].endswith("ing") or self.texts[moves[-1]] == "speed"
            return None if gerund and floor <= self.hit + _NEAR * 2 else moves[-1]
        return None

    def _clause(self, at: int, until: int) -> list[str]:
        """Give the words from where the clause of a result begins to its number."""
        start = at
        while start > 0 and self.texts[start - 1] not in _PARTS:
            start -= 1
            if self.texts[start] in {"which", "that", "whose"}:
                break
        said = [m.next_token for m in self.mentions if at < m.first_token < until
                and m.quantity.unit is _SPEED]  # fmt: skip
        if said:
            start = said[-1]
        return self.texts[start:until]

    def _whose(self, at: int, until: int) -> str:
        """Say whose a speed after the collision is: 'first', 'second' (as weighed), both, pair.

        'striker' and 'struck' where only the part played is known.
        """
        symbol = self._symbol(until)
        if symbol is not None:
            return ("first", "second")[symbol]
        clause = self._clause(at, until)
        said = set(clause)
        named = said & (STRUCK | STRIKER | HEAVY | LIGHT)
        if self.words.asserted(STICKS)[0] and (said & TOGETHER or not named):
            return "pair"
        if self._in_company(at, until):
            return "pair"
        labelled = self._labelled(clause)
        if labelled is None and said & SINGLY and not said & {"other", "second"}:
            return _BOTH
        return (
            labelled
            or self._weighed(clause, until)
            or self._by_part(set(self.texts[at:until]) & set(clause))
            or self._by_part(said)
            or self._named(clause)
            or self._by_verb(clause, at)
        )

    def _in_company(self, at: int, until: int) -> bool:
        """Whether what moves takes the other along: 'the block slides off with the bullet at'."""
        first, second = self._introduced()
        bodies = (first ^ second) | STRIKER | STRUCK
        return any(
            self.texts[place] == "with"
            and self.texts[place + 1] in _AGAIN
            and self.texts[place + 2] in bodies
            and self.texts[place + 3] not in _OF_IT
            for place in range(at, min(until, len(self.texts) - 3))
        )

    def _weighed(self, clause: list[str], until: int) -> str | None:
        """Say which body a clause names by its mass: 'the 3 kg cart', 'the heavy one'."""
        for m in self.mentions:
            if m.quantity.unit is not _KG or not until - len(clause) <= m.first_token < until:
                continue
            for body, k in zip(self.bodies, self.masses, strict=True):
                if self.mentions[k].quantity == m.quantity and m != self.mentions[k]:
                    return ("first", "second")[body]
        if len(self.masses) == 2 and set(clause) & (HEAVY | LIGHT):
            one, two = (self.mentions[k].quantity.value for k in self.masses)
            return "second" if (two > one) == bool(set(clause) & HEAVY) else "first"
        return None

    def _labelled(self, clause: list[str]) -> str | None:
        """Say which body a clause names by its label: 'puck two', 'glider B', 'cart 2'."""
        for noun, label in pairwise(clause):
            which = _LABELS.get(label)
            if which is None or len(noun) < _NOUN:
                continue
            said = {_LABELS.get(after) for word, after in pairwise(self.texts) if word == noun}
            if {0, 1} <= said:
                return ("first", "second")[which]
        return None

    def _by_part(self, said: set[str]) -> str | None:
        """Say which body is named by the part it plays: 'the target', 'the incoming one'."""
        if said & STRIKER and "other" not in said:
            return "striker"
        return "struck" if said & STRUCK - {"hit"} else None

    def _by_verb(self, clause: list[str], at: int) -> str:
        """Say which body a verb is likely said of: what strikes rebounds, what is struck leaves."""
        phrase = " ".join(self.texts[at : at + 3])
        backward = any(phrase == b or phrase.startswith(b + " ") for b in (*BACK, *ON))
        goes_on = self.texts[at] in {"slows", "keeps", "continues"}
        return "striker" if backward or "it" in clause[:1] or goes_on else "struck"

    def _named(self, clause: list[str]) -> str | None:
        """Find the noun or adjective that only one of the bodies was introduced with."""
        first, second = self._introduced()
        for word in reversed(clause):
            if word in first - second:
                return "first"
            if word in second - first:
                return "second"
        return None

    def _introduced(self) -> tuple[set[str], set[str]]:
        if len(self.masses) == 2:
            places = [self.mentions[k] for k in self.masses]
            spans = [(max(0, m.first_token - 2), m.next_token + 2) for m in places]
        else:
            spans = [(max(0, self.hit - 12), self.hit), (self.hit + 1, self.hit + 6)]
        sets = []
        for low, high in spans:
            tokens = self.words.tokens[low:high]
            said = {t.text for t in tokens if t.kind is TokenKind.WORD} - _PLAIN
            sets.append(said - {"hits", "strikes"})
        return sets[0], sets[1]

    def _body(self, whose: str) -> int | None:
        if whose in ("first", "second"):
            return self._number(int(whose == "second"))
        return {"striker": 1, "struck": 2}.get(whose)

    def _place_after(self, reading: Reading, n: int, whose: str) -> None:
        mention = self.mentions[n]
        upward = self.texts[max(0, mention.first_token - 2) : mention.first_token] == ["up", "to"]
        kind = "about" if upward and not mention.firm else kind_of(mention)
        if whose == "pair":
            reading.placed[n] = f"pair_speed_{kind}"
            return
        at = mention.first_token
        clause = self.texts[max(0, at - 10) : at] + self.texts[mention.next_token :][:5]
        way = self._way(clause)
        if whose == _BOTH:
            reading.placed[n] = f"after_2_{kind}"
            value = abs(mention.quantity.value)
            reading.implied.append((f"after_1_{kind}", value, "both leave at that speed"))
            if way < 0:
                reading.implied += [("way_1", -1.0, "both rebound"), ("way_2", 1.0, "both rebound")]
            return
        body = self._body(whose)
        reading.placed[n] = f"after_{body}_{kind}"
        if way and body == 1:
            reading.implied.append(("way_1", way, "the goal says which way"))
        elif way:
            # What is struck rebounds the way the striker came; or goes on the way it went.
            name = "way_2" if way < 0 else "on_2"
            reading.implied.append((name, 1.0, "the goal says which way"))

    def _way(self, clause: list[str]) -> float:
        text = f" {' '.join(clause)} "
        if any(f" {b} " in text for b in BACK):
            return -1.0
        return 1.0 if any(f" {o} " in text for o in ON) else 0.0

    def _stopped(self, reading: Reading) -> None:
        """Read 'the first one stops dead' as a speed of nothing."""
        for phrase in STOPS:
            for place in self.words.places(phrase):
                if place < self.hit or self.words.negated(place):
                    continue
                # 'Knocks a pin, which stands still, away': so it stood before.
                if phrase.split()[0] in _STANDS and self.texts[place - 1] in _RELATIVE:
                    continue
                whose = self._whose(place, place + len(phrase.split()))
                if whose in ("pair", _BOTH):
                    reading.implied.append(("pair_speed_about", 0.0, "both stop"))
                else:
                    plain = self.texts[place - 1] in {"and", ",", "it"} or whose == "struck"
                    named = set(self._clause(place, place)) & (STRUCK - {"which", "that"})
                    body = 1 if plain and not named else self._body(whose)
                    reading.implied.append((f"after_{body}_about", 0.0, "the goal says it stops"))
                return
