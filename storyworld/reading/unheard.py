"""Denials and comparisons that change nothing in a reading: they were not heard.

A goal and its denial cannot both be read alike. Each denial of a text is taken out in turn and
the text is read anew as a goal of the same family; where the reading is the same, nobody heard
the denial, and an answer would be one to the contrary of what is asked. A denial of the whole
sentence ('it is false that ...') has to change what is claimed, and no premise. As much holds for
comparisons: what reads the same with 'less than' for 'more than' did not hear which it is.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from storyworld.physics.family import Interpretation
from storyworld.reading.bound_phrases import BEFORE_THAN
from storyworld.reading.quantities import Bound, read_quantities
from storyworld.reading.tokens import TokenKind, vocabulary
from storyworld.reading.unplaced import UNPLACED_CLAIM, clause_alone
from storyworld.reading.words import Words
from storyworld.records.goal import MissingParameter
from storyworld.records.quantity import Unit

_MOST: Final = 8
_LONG: Final = 600
_MOST_IN_LONG: Final = 3
_QUOTED: Final = 3
_THAN_REACH: Final = 5
_FEET: Final = frozenset({"feet", "foot", "base", "footing", "legs"})
_ENDS: Final = frozenset(vocabulary("and, but, when, if, while, as, because, which, who")) | {
    ",",
    ":",
}
_CLAUSE: Final = 10
_THRESHOLDS: Final = ("_max", "_min", "_about")
_AUXILIARIES: Final = {"can't": "can", "won't": "will", "shan't": "shall", "cannot": "can"}
_FAILING: Final = frozenset(
    vocabulary("fails, fail, failed, failing, refuses, refuse, refusing, declines, unable")
)
_SCARCELY: Final = frozenset({"hardly", "scarcely", "seldom", "rarely", "barely"})
_UNTRUE: Final = tuple(
    tuple(phrase.split())
    for phrase in vocabulary(
        "it is false that, it's false that, it is not true that, it's not true that, it is untrue "
        "that, it isn't true that, it is not the case that, it isn't the case that, it is wrong "
        "that, it cannot happen that, it can't happen that, "
        "there is no way that, there is no way, there's no way that, there's no way, no way "
        "that, it is impossible that, it is impossible for, it is impossible to, it is not "
        "possible "
        "for, it is not possible that, it is not possible to, it isn't possible for, it isn't "
        "possible that, it isn't possible to, it cannot be that, it is out of the question that, "
        "there is no chance that, it is a lie that"
    )
)
_UNTRUE_FROM: Final = frozenset(phrase[0] for phrase in _UNTRUE)
# What denies no claim: 'not counting losses', 'whether or not', 'not drawn to scale'.
_NO_CLAIM: Final = frozenset(
    vocabulary(
        "only, just, counting, counted, including, included, necessarily, drawn, considered, "
        "considering, considers, matter, neglected, neglecting, needed, required, given, known, "
        "stated, specified, relevant, important, taken, present, even"
    )
)

_OPPOSED: Final = vocabulary(
    "more less, greater smaller, larger smaller, bigger smaller, higher lower, taller shorter, "
    "longer shorter, faster slower, quicker slower, farther nearer, further nearer, "
    "heavier lighter, hotter colder, warmer cooler, later sooner"
)
_PAIRS: Final = tuple(tuple(pair.split()) for pair in reversed(_OPPOSED))
_CONTRARY: Final = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}
_UTMOST: Final = {"least": "most", "most": "least"}
# What a body may be said not to do, by what it is: an inextensible rope, immiscible liquids.
_KINDS: Final = frozenset(
    vocabulary(
        "slip, stretch, mix, deform, spin, conduct, leak, dissolve, change, bend, absorb, moving, "
        "move, fixed, fastened, held, driven, tied"
    )
)


@dataclass(frozen=True)
class Turn:
    """What turns a claim round, as it stands in a text, and what stands there instead.

    It denies the `whole` sentence, stands in front of a bound in its clause (`of_bound`), or only
    compares.
    """

    start: int
    end: int
    instead: str = ""
    whole: bool = False
    of_bound: bool = False
    compares: bool = False


@dataclass(frozen=True)
class Said:
    """What a reading makes of a text: the outcome wanted, its thresholds, and its premises."""

    wanted: str
    thresholds: frozenset[tuple[str, float]]
    premises: frozenset[tuple[str, float, str]]
    unsettled: frozenset[str]

    @classmethod
    def of(cls, interpretation: Interpretation) -> "Said":
        """Take it from an interpretation."""
        numbers = [(p.name, p.quantity.value, p) for p in interpretation.parameters]
        return cls(
            interpretation.wanted,
            frozenset((n, v) for n, v, _ in numbers if n.endswith(_THRESHOLDS)),
            frozenset((n, v, str(p.bound)) for n, v, p in numbers if not n.endswith(_THRESHOLDS)),
            frozenset(m.name for m in interpretation.unsettled),
        )

    def differs(self, other: "Said") -> bool:
        """Whether the other reads otherwise, or says no more what is asked."""
        if (self.wanted, self.thresholds, self.premises) != (
            other.wanted, other.thresholds, other.premises,
        ):  # fmt: skip
            return True
        return "wanted" in other.unsettled - self.unsettled

    def contrary(self, other: "Said") -> bool:
        """Whether only what is claimed differs; a threshold that is stated has to turn round."""
        if self.premises != other.premises:
            return False
        if self.thresholds or other.thresholds:
            return self.turns(other)
        return self.wanted != other.wanted

    def vaguer(self, other: "Said") -> bool:
        """Whether a bound of the other is about so much here: 'cannot reach 70 km/h'."""
        return any(
            name.endswith("_about")
            and {(f"{name[:-6]}_min", value), (f"{name[:-6]}_max", value)} & other.thresholds
            for name, value in self.thresholds
        )

    def turns(self, other: "Said") -> bool:
        """Whether every threshold is the contrary of the other's: at most for at least."""
        return {(_swapped(name), value) for name, value in self.thresholds} == other.thresholds


def unheard(words: Words, reread: Callable[[str], Said], read: Said) -> list[str]:
    """Give the denials and comparisons of a text that do not matter to how it reads.

    Parameters
    ----------
    words
        The words of the goal.
    reread
        Reads a text as the goal was read.
    read
        How the goal reads as it stands.
    """
    found: list[str] = []
    most = _MOST if len(words.text) <= _LONG else _MOST_IN_LONG
    turns = list(islice(chain(denials(words), comparisons(words)), most + 1))
    if len(turns) > most:  # nobody follows so many
        return [_quoted(words, turns[most])]
    for turn in turns:
        without = reread(words.text[: turn.start] + turn.instead + words.text[turn.end :])
        heard = read.contrary(without) if turn.whole else read.differs(without)
        # 'Does not slide up or down' denies both; without, it leaves a choice.
        leaves_open = UNPLACED_CLAIM in without.unsettled - read.unsettled
        heard = heard or (leaves_open and ("or" in words or turn.compares))
        heard = heard and not read.vaguer(without)
        if heard and turn.of_bound and read.thresholds and without.thresholds:
            heard = read.turns(without)
        if not heard:
            found.append(_quoted(words, turn))
    return found


def _quoted(words: Words, turn: Turn) -> str:
    """Give what is not heard with the words behind it: 'not take as long'."""
    behind = [t.end for t in words.tokens if t.start >= turn.end][:_QUOTED]
    return words.text[turn.start : behind[-1] if behind else turn.end]


def _swapped(name: str) -> str:
    if name.endswith("_max"):
        return f"{name[:-4]}_min"
    # The contrary of about so much leaves open whether it is more or less.
    return f"{name[:-4]}_max" if name.endswith("_min") else f"not {name}"


def not_understood(said: Sequence[str]) -> MissingParameter:
    """Name what was not heard as a claim that is open."""
    quoted = ", ".join(f'"{words}"' for words in said)
    because = f"the goal reads the same without {quoted}: say that part in other words"
    return MissingParameter(name=UNPLACED_CLAIM, unit=Unit.ONE, because=because[:4000])


def denials(words: Words) -> Iterator[Turn]:
    """Find the denials of a text that may deny a claim."""
    tokens = words.tokens
    taken = -1
    for place, token in enumerate(tokens):
        if token.kind is not TokenKind.WORD or place <= taken:
            continue
        untrue = _UNTRUE if token.text in _UNTRUE_FROM else ()
        whole = next((p for p in untrue if words.follows(place, p)), None)
        following = tokens[place + 1].text if place + 1 < len(tokens) else ""
        if whole is not None:
            taken = place + len(whole) - 1
            yield Turn(token.start, tokens[taken].end, whole=True)
        elif following in _NO_CLAIM or _of_a_body(words, place):
            continue
        elif following in _FAILING and _denies(token.text):
            taken = place + 1  # 'cannot fail to reach' reaches
        elif token.text in _AUXILIARIES:
            yield Turn(
                token.start, token.end, _AUXILIARIES[token.text],
                of_bound=_before_bound(words, place),
            )  # fmt: skip
        elif token.text.endswith("n't"):
            yield Turn(
                token.start, token.end, token.text[:-3], of_bound=_before_bound(words, place)
            )
        elif token.text in {"not", "never"} or token.text in _SCARCELY:
            yield Turn(token.start, token.end, of_bound=_before_bound(words, place))
        elif token.text in _FAILING and following == "to":
            end = tokens[place + 1].end
            yield Turn(token.start, end, of_bound=_before_bound(words, place))


def _before_bound(words: Words, place: int) -> bool:
    """Whether a bounded quantity follows in the clause: 'does not move faster than 2 m/s'."""
    bounded = {
        m.first_token
        for m in read_quantities(words).mentions
        if m.bound in (Bound.AT_MOST, Bound.AT_LEAST)
    }
    for at in range(place + 1, min(len(words.tokens), place + _CLAUSE)):
        token = words.tokens[at]
        if token.sentence != words.tokens[place].sentence or token.text in _ENDS:
            return False
        if at in bounded:
            return True
    return False


def comparisons(words: Words) -> Iterator[Turn]:
    """Find the comparisons of a text, each with its contrary."""
    counted = {m.next_token for m in read_quantities(words).mentions}
    tokens = words.tokens
    for place, token in enumerate(tokens):
        contrary = _CONTRARY.get(token.text)
        # '4 cm further than the book below': how much is said in front
        difference = place in counted
        of_that = any(words.follows(place + 2, (pronoun,)) for pronoun in ("that", "this", "it"))
        behind = [t.text for t in tokens[place + 1 : place + 1 + _THAN_REACH]]
        reach = behind.index("than") if "than" in behind else 0
        near = BEFORE_THAN.issuperset(behind[:reach]) and "than" in behind
        compares = near and not difference and not of_that
        if contrary is not None and compares:
            yield Turn(token.start, token.end, contrary, compares=True)
        elif token.text in _UTMOST and place and words.tokens[place - 1].text == "at":
            yield Turn(token.start, token.end, _UTMOST[token.text], compares=True)


def _denies(text: str) -> bool:
    return text in {"not", "never", "cannot"} or text.endswith("n't")


def _of_a_body(words: Words, place: int) -> bool:
    """Whether a denial says what a body is like, and claims nothing.

    'Two liquids that do not mix', 'a hollow sphere that doesn't slip', 'room air, not helium,'.
    """
    tokens = words.tokens
    ahead = [t.text for t in tokens[max(0, place - 2) : place]]
    behind = [t.text for t in tokens[place + 1 : place + 3]]
    if ahead[-1:] == ["or"]:  # 'whether or not'
        return True
    clause = tokens[place : place + _CLAUSE]
    sentence = {t.text for t in clause if t.sentence == tokens[place].sentence}
    if "until" in sentence:  # 'does not land until 2 s have passed' says when it does
        return True
    relative = not {"that", "which", "who"}.isdisjoint(ahead)
    if relative and not _KINDS.isdisjoint(behind):
        return True
    if clause_alone(words, place) or not _FEET.isdisjoint(ahead):  # 'its feet cannot slip'
        return True
    aside = ahead[-1:] == [","] and tokens[place].text == "not"
    numbered = tokens[place + 1 : place + 2] and tokens[place + 1].kind is TokenKind.NUMBER
    return aside and not numbered and behind[1:2] in ([","], [])
