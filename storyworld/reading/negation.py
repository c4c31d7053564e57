"""Denials at hand: 'does not slide', 'without tipping', 'keeps it from falling', 'none slips'.

Read backwards from the verb, within its clause. :mod:`storyworld.reading.denials` adds those that
stand farther off, and says whether what a goal says is denied in all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from storyworld.reading.tokens import Token, TokenKind, vocabulary

_CLAUSE_ENDS: Final = frozenset(
    {",", ":", "and", "but", "then", "while", "because", "so", "although", "though", "whereas"}
)
_NEGATORS: Final = frozenset(
    vocabulary(
        "not, never, cannot, neither, refuse, refuses, refusing, refused, unable, incapable, "
        "avoids, avoid, avoiding, avoided, dont, doesnt, didnt, wont, cant, isnt, arent, wasnt, "
        "werent, wouldnt, couldnt, shouldnt, declines, resists, resist"
    )
)
_FAILS: Final = frozenset({"fail", "fails", "failing", "failed"})
_PAIRS: Final = frozenset(
    {
        ("rather", "than"),
        ("instead", "of"),
        ("free", "of"),
        ("free", "from"),
        ("safe", "from"),
        ("absence", "of"),
    }
)
_PREVENTS: Final = frozenset(
    vocabulary(
        "prevent, prevents, prevented, preventing, stop, stops, stopped, stopping, keep, keeps, "
        "kept, keeping, hinder, hinders, hindered, save, saves, saved, hold, holds, held, holding, "
        "bars, barred, blocks, blocked, deter, deters, discourage, discourages"
    )
)
_NOTHING: Final = frozenset({"nothing", "none", "nobody", "nowhere"})
_BARE: Final = frozenset({"without", "no"})
_ARTICLES: Final = frozenset({"a", "an", "any", "the", "ever", "even", "so", "much", "as"})
_COMPARED: Final = frozenset(
    {"more", "less", "fewer", "longer", "later", "greater", "higher", "faster", "further",
     "farther", "slower", "lower", "sooner", "earlier", "wider", "taller", "larger", "smaller"}
)  # fmt: skip
_UNREAL: Final = frozenset({"only", "just", "merely", "necessarily"})
_PRONOUNS: Final = frozenset({"it", "which", "that", "who", "he", "she", "they", "to"})
NEGATION_REACH: Final = 5
# A denial in front of one of these is for another clause.
_SUBORDINATE: Final = frozenset({"when", "whenever", "if", "once", "where", "after", "since"})
_TIMES: Final = frozenset(
    {"time", "point", "moment", "stage", "instant", "circumstances", "case", "way", "account",
     "condition", "conditions", "position"}
)  # fmt: skip
_STOPS: Final = frozenset({"stop", "stops", "prevent", "prevents", "stopping", "preventing"})
_DETERMINERS: Final = frozenset({"a", "an", "the", "it", "its", "this", "that", "any", "them"})
_PLAIN_NOT: Final = frozenset({"not", "never", "cannot"})
_LIMIT_REACH: Final = 18
_FAR: Final = 24
_FAR_ENDS: Final = frozenset({"and", "but", ";", ":", "then", "so"})
_FAR_NOT: Final = frozenset({"not", "never", "cannot", "without"})
_CAUSES: Final = frozenset(
    vocabulary(
        "make, makes, making, let, lets, letting, cause, causes, causing, allow, allows, allowing, "
        "get, gets, force, forces, lead, leads"
    )
)


class HasTokens(Protocol):
    """Words, as far as denials need them."""

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens in their order."""
        ...


@dataclass(frozen=True, slots=True)
class Denials:
    """How often something is denied at hand, and the places of the words that do so."""

    count: int
    places: tuple[int, ...] = ()


def denials_at_hand(tokens: Sequence[Token], place: int) -> Denials:
    """Count the denials of what stands at `place` within its clause, a few words before it.

    `without` and `no` deny what follows them at once, or an -ing form a little later ('without
    any box tipping'). A comparison is no denial ('in no more than 2 s it slides'), nor is 'not
    only', nor what denies another clause ('does not slip when the hand lifts it').
    """
    verb = tokens[place]
    gerund = verb.text.endswith("ing")
    if gerund and place and tokens[place - 1].text == "from":
        prevents = _preventer(tokens, place)
        if prevents is not None:
            nothing = prevents > 0 and tokens[prevents - 1].text in _NOTHING
            further = denials_at_hand(tokens, prevents)
            return Denials(0 if nothing else 1 + further.count, (prevents - 1, *further.places))
    if gerund and _kept_from(tokens, place):
        return Denials(1)
    count = 0
    places: list[int] = []
    between: list[str] = []
    for back in range(1, NEGATION_REACH + 1):
        at = place - back
        if at < 0 or tokens[at].sentence != verb.sentence:
            break
        token = tokens[at]
        if token.text in _CLAUSE_ENDS and not _in_list(tokens, at, place):
            break
        if token.text in _SUBORDINATE and not (at and tokens[at - 1].text in _PLAIN_NOT):
            break
        if _denies(tokens, at, between, gerund=gerund):
            count += 1
            places.append(at)
        # 'neither tips nor slides': the 'neither' is for the first of them.
        if token.text == "nor":
            break
        between.append(token.text)
    following = tokens[place + 1].text if place + 1 < len(tokens) else ""
    count += following in {"neither", "nowhere"} or (
        following == "not" and _ends(tokens, place + 2)
    )
    return Denials(count, tuple(places))


def denial_before(words: "HasTokens", place: int) -> int | None:
    """Give the 'not' or 'never' that stands in the clause before `place`, if there is one near."""
    tokens = words.tokens
    for at in range(place - 1, max(-1, place - 1 - _LIMIT_REACH), -1):
        token = tokens[at]
        if token.sentence != tokens[place].sentence or token.text in _CLAUSE_ENDS:
            return None
        if token.text in _PLAIN_NOT or token.text.endswith("n't"):
            return None if tokens[at + 1].text in _FAILS else at  # 'cannot fail to heat' heats
    return None


def _ends(tokens: Sequence[Token], place: int) -> bool:
    """Whether a sentence or a clause ends before `place`: 'P = 9 kN; it buckles not'."""
    return place >= len(tokens) or tokens[place].kind is TokenKind.MARK


def denied_from_afar(tokens: Sequence[Token], place: int) -> bool:
    """Whether a verb is denied by a causing or preventing one farther in front.

    'Does not make the load (mu 0.6) shift': a denied verb of causing denies what it would cause,
    and one of preventing what follows its 'from', however much is said of the body in between.
    What 'nothing keeps from' drifting drifts.
    """
    prevented = place > 0 and tokens[place - 1].text == "from"
    for at in range(place - 1, max(0, place - _FAR), -1):
        token, before = tokens[at], tokens[at - 1].text
        if token.sentence != tokens[place].sentence or token.text in _FAR_ENDS:
            return False
        negated = before in _FAR_NOT or before in _NOTHING or before.endswith("n't")
        if token.text in _CAUSES and negated:
            return True
        if prevented and token.text in _PREVENTS:
            return not negated
    return False


def _denies(tokens: Sequence[Token], at: int, between: list[str], *, gerund: bool) -> bool:
    """Whether the word at `at` denies a verb that `between` separates from it, nearest first."""
    text = tokens[at].text
    following = tokens[at + 1].text
    after = tokens[at + 2].text if at + 2 < len(tokens) else ""
    compared = following in _COMPARED and (following != "longer" or after == "than")
    if text == "no" and following in _TIMES:  # 'at no time', 'under no circumstances'
        return True
    if text in _BARE:
        return not compared and following != "one" and _bare(tokens, at, between, gerund=gerund)
    if text in _NOTHING or (text == "one" and at and tokens[at - 1].text == "no"):
        return _subject(between)
    if text in _FAILS:  # 'fails to clear', not 'whose motors have failed drops'
        return following == "to"
    if text in _NEGATORS or text == "nor" or text.endswith("n't"):
        return not compared and following not in _UNREAL
    return at > 0 and (tokens[at - 1].text, text) in _PAIRS


def _bare(tokens: Sequence[Token], at: int, between: list[str], *, gerund: bool) -> bool:
    if not between or gerund or between == ["longer"]:
        return True
    if len(between) == 1 and between[0] in _ARTICLES:
        return True
    # 'no box tips', but not 'with no friction slides'
    starts = at == 0 or tokens[at - 1].text in _CLAUSE_ENDS or tokens[at - 1].kind is TokenKind.MARK
    return starts and tokens[at].text == "no" and len(between) <= 2 and _subject(between)


def _subject(between: list[str]) -> bool:
    """Whether what stands between a 'nothing' and a verb is no clause of its own."""
    return not any(
        word.endswith("ing") or (word in _PRONOUNS and "of" not in between[place:])
        for place, word in enumerate(between)
    )


def _preventer(tokens: Sequence[Token], place: int) -> int | None:
    """Give what prevents a -ing form behind 'from': the 'keeps' of 'keeps it from tipping'."""
    for at in range(place - 2, max(-1, place - 2 - NEGATION_REACH), -1):
        if tokens[at].sentence != tokens[place].sentence or tokens[at].text in _CLAUSE_ENDS:
            return None
        if tokens[at].text in _PREVENTS:
            return at
    return None


def _kept_from(tokens: Sequence[Token], place: int) -> bool:
    """Whether something is to stop a body doing it: 'enough to stop a hammer dropping'.

    'Stops dropping' itself is no such thing: there the body must stand between.
    """
    for at in range(place - 2, max(-1, place - 2 - 2 * NEGATION_REACH), -1):
        token = tokens[at]
        if token.sentence != tokens[place].sentence or token.text in _CLAUSE_ENDS:
            return False
        if token.text in _STOPS:
            behind = tokens[at + 1].text
            negated = at > 0 and (tokens[at - 1].text in _FAR_NOT or tokens[at - 1].text == "not")
            return behind in _DETERMINERS and not negated
    return False


def _in_list(tokens: Sequence[Token], comma: int, place: int) -> bool:
    """Whether a comma only parts verbs of one denial: the one in 'does not tip, slip or slide'."""
    if tokens[comma].text != ",":
        return False
    linked = {"or", "nor"}
    if comma == place - 1:
        return place + 1 < len(tokens) and tokens[place + 1].text in linked
    return comma == place - 3 and tokens[place - 1].text in linked
