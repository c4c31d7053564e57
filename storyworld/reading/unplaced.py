"""What a goal claims in words that a family's equation says nothing about.

Dropping such a claim would answer an easier goal than the one asked: a ball that "falls at
constant speed" is not a ball that falls. It is named as missing, so that the goal is incomplete.
"""

from collections.abc import Iterable
from typing import Final

from storyworld.reading.denials import sweeps
from storyworld.reading.quantities import read_quantities
from storyworld.reading.words import TokenKind, Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import MissingParameter, Parameter
from storyworld.records.quantity import Unit

UNPLACED_CLAIM: Final = "unplaced_claim"
_NAMED: Final = 5
_ANYWHERE: Final = vocabulary(
    "impossible, possible, possibly, perhaps, maybe, might, either, whether, unless, "
    "constant speed, constant velocity, constant rate, steady speed, steady velocity, "
    "steady rate, uniform speed, uniform velocity, unchanging speed, same speed throughout, "
    "instantly, instantaneously, in no time, at once, immediately, in an instant, sideways, "
    "backwards, backward, slow motion, zigzag, in a circle, in circles, forever, for ever, "
    "in mid air, in midair, into the air, in the air, into the sky, in the sky, "
    "ceiling, turns into, multiplies, doubles, shrinks, grows, stops halfway, turns around, "
    "softly, slowly, twice, barely, almost clears, nearly clears, almost reaches, almost crosses, "
    "nearly reaches, nearly crosses, turns back, comes back, returns, evaporates, "
    "a few, couple of, several, a moment, "
    "an eternity, anything but, all but, far from being, far from stable, far from clearing, far "
    "from reaching, far from upright, far from standing, can't help, cannot help, couldn't help, "
    "cannot but, can't but, by no means, in no way, least of all, the opposite of, the contrary "
    "of, the reverse of, almost, nearly, only if, only when, "
    "in vain, zero chance, zero times, zero slip, anything other than, everything except, doubt "
    "that, i deny, nobody says, says nobody, spared from, ceases to, neglects to, omits to, "
    "forgoes, immune to, proof against, safe against, lacks the thrust, lacks what, short of the "
    "thrust, would need more, needs more thrust, thrust than it needs, a steeper slope, in no "
    "hurry, no reason to, only in theory, only with help, the last thing, without so much as, a "
    "hint of, that is false, that is a lie, that is wrong, that is untrue, is a myth, is a lie, "
    "is nonsense, think again, is absent, of fantasy, anywhere but, outside, far from, few, out "
    "of its reach, as its ceiling, ruled out, "
    "day, days, week, weeks, month, months, year, years, fortnight, fortnights"
)
_SPANS: Final = frozenset(
    vocabulary("day, days, week, weeks, month, months, year, years, fortnight, fortnights")
)
_COUNTING: Final = frozenset(
    vocabulary(
        "a, an, one, two, three, four, five, six, seven, ten, twelve, per, for, in, within, some, "
        "several, few, many, all, every, each, whole, full, half, another, next, after, of"
    )
)
_ASKING: Final = frozenset(
    vocabulary("see, check, know, test, verify, determine, tell, find, out, show, decide, ask")
)
_QUESTIONS: Final = frozenset(
    {("true", "false"), ("yes", "no"), ("right", "wrong"), ("possible", "not"),
     ("possible", "impossible"), ("fact", "fiction")}
)  # fmt: skip
_SHORT_CLAUSE: Final = 4  # 'it cannot slip'
_FEET: Final = frozenset({"feet", "foot", "base", "footing", "legs", "bottom"})
_SHORT_OF: Final = frozenset({"almost", "nearly", "all but"})
_BOUNDING: Final = frozenset(
    vocabulary(
        "less, fewer, more, longer, under, over, below, above, sooner, faster, greater, further, "
        "farther, so, slower, later, higher, lower, quicker, taller, heavier, lighter, better, "
        "closer, thicker, wider, smaller, larger"
    )
)
_DENYING: Final = frozenset({"without", "no", "not", "never", "neither"})


def unplaced_claims(
    words: Words, also: tuple[str, ...] = (), *, tolerated: frozenset[str] = frozenset()
) -> tuple[MissingParameter, ...]:
    """Name the claims of a text that no equation here decides.

    Parameters
    ----------
    words
        The words of the goal.
    also
        Phrases that are such claims for the asking family.
    tolerated
        Phrases of the common list that the asking family understands.

    Returns
    -------
    tuple of MissingParameter
        One that names the phrases; empty if there is none.
    """
    said = words.candidates((*_ANYWHERE, *also))
    found = [p for p in said if p not in tolerated and _claimed(words, p)]
    if _offers_a_choice(words):
        found.append("or")
    return named(found)


def _claimed(words: Words, phrase: str) -> bool:
    """Whether a phrase occurs and claims something.

    'The 41-year-old driver' is an age, and 'it should be possible for ...' is what every goal
    asks; 'not possible' is not.
    """
    length = len(phrase.split())
    if phrase in {"possible", "impossible"}:
        return any(not _frames(words, at) for at in words.places(phrase) if phrase[0] == "i"
                   or words.negated(at))  # fmt: skip
    return any(
        not any(words.follows(at + length, [old]) for old in ("old", "old's"))
        and (
            phrase != "outside"
            or (_text(words, at + 1) in {"of", "the"} and _number_near(words, at))
        )
        and (phrase != "far from" or _text(words, at + 2).endswith("ing"))
        and (phrase not in _SHORT_OF or _is_verb(words, at + 1))
        and not _of_feet(words, at)
        and not (at and words.tokens[at - 1].text == "without")
        and not (phrase in _SPANS and not _counted(words, at))
        and not (phrase == "whether" and _asked(words, at))
        for at in words.places(phrase)
    )


def _text(words: Words, place: int) -> str:
    return words.tokens[place].text if place < len(words.tokens) else ""


def _number_near(words: Words, place: int) -> bool:
    """Whether a number follows at once: 'outside the 30 m to 50 m band', 'outside of 70 m'."""
    return any(t.kind is TokenKind.NUMBER for t in words.tokens[place + 1 : place + 4])


def _frames(words: Words, place: int) -> bool:
    """Whether it is a question or the frame of the goal: 'it is not possible for a box to ...'."""
    behind = words.tokens[place + 1].text if place + 1 < len(words.tokens) else ""
    ahead = words.tokens[place - 1].text if place else ""
    return behind in {"for", "that", "to", "or"} or ahead == "or"


def _counted(words: Words, place: int) -> bool:
    """Whether a day or a week is a time that passes: 'for days', and not 'on a sunny day'."""
    ahead = [t.text for t in words.tokens[max(0, place - 2) : place]]
    if not ahead:
        return False
    number = words.tokens[place - 1].kind is TokenKind.NUMBER
    return "on" not in ahead and (number or ahead[-1] in _COUNTING)


def _asked(words: Words, place: int) -> bool:
    """Whether a 'whether' only says that the goal is a question: 'check whether it tips'."""
    ahead = [t.text for t in words.tokens[max(0, place - 3) : place]]
    return not _ASKING.isdisjoint(ahead) and "or" not in words


def _of_feet(words: Words, place: int) -> bool:
    """Whether it is the footing that cannot do it, which a goal may take for granted."""
    return _footing(words, place) and words.negated(place)


def clause_alone(words: Words, place: int) -> bool:
    """Whether a clause says only that something cannot slip: 'It cannot slip, and ...'."""
    first = last = place
    while first > 0 and words.tokens[first - 1].kind is not TokenKind.MARK:
        if words.tokens[first - 1].text == "where":  # 'on a floor where it cannot slip'
            break
        first -= 1
    while last + 1 < len(words.tokens) and words.tokens[last + 1].kind is not TokenKind.MARK:
        last += 1
    clause = [t.text for t in words.tokens[first : last + 1]]
    return len(clause) <= _SHORT_CLAUSE and not {"slip", "slide", "move"}.isdisjoint(clause)


def _footing(words: Words, place: int) -> bool:
    if clause_alone(words, place):
        return True
    return not _FEET.isdisjoint(t.text for t in words.tokens[max(0, place - 3) : place])


def _is_verb(words: Words, place: int) -> bool:
    """Whether a verb stands there: 'almost tips', and neither 'almost 3 m' nor 'nearly level'."""
    return place < len(words.tokens) and words.tokens[place].text.endswith("s")


def named(phrases: list[str]) -> tuple[MissingParameter, ...]:
    """Name phrases as claims that nothing here can place; nothing for none."""
    if not phrases:
        return ()
    said = ", ".join(f'"{phrase}"' for phrase in phrases[:_NAMED])
    because = f"the goal claims more than this kind of problem can decide: {said}"
    return (MissingParameter(name=UNPLACED_CLAIM, unit=Unit.ONE, because=because[:4000]),)


def _offers_a_choice(words: Words) -> bool:
    """Whether an 'or' leaves open which of two things is claimed.

    '2 s or less' bounds (it is read so only right behind the quantity), and 'without sliding
    or tipping' denies both.
    """
    behind = {mention.next_token for mention in read_quantities(words).mentions}
    denied_in: set[int] = set()
    for place, token in enumerate(words.tokens):
        if token.text in _DENYING or token.text.endswith("n't"):
            denied_in.add(token.sentence)
        if token.text != "or" or token.sentence in denied_in:
            continue
        after = words.tokens[place + 1].text if place + 1 < len(words.tokens) else ""
        if place and words.tokens[place - 1].text == "at" and after in _BOUNDING:
            continue  # 'at or below 5 m/s'
        if place and (words.tokens[place - 1].text, after) in _QUESTIONS:
            continue
        bounds = any(at in behind for at in range(place - 2, place + 1))
        if not bounds or after not in _BOUNDING:
            return True
    return False


_BEHIND: Final = frozenset({"a", "an", "into", "away", "out", "like", "off", "loudly", "happily"})
_SHORTEST: Final = 4


def further_verbs(words: Words, known: frozenset[str]) -> list[str]:
    """Give the verbs behind an 'and' that a family does not know: '... lands, and sings'.

    A word in -s that ends its clause or has an object behind it; what stands behind another word
    in -s is rather a second noun ('ropes and magnets').
    """
    found: list[str] = []
    units = {m.next_token - 1 for m in read_quantities(words).mentions if m.written is not None}
    for place in words.places("and"):
        if place + 1 >= len(words.tokens) or place == 0:
            continue
        before, verb = words.tokens[place - 1], words.tokens[place + 1]
        after = words.tokens[place + 2] if place + 2 < len(words.tokens) else None
        ends = after is None or after.kind is TokenKind.MARK or after.text in _BEHIND
        unknown = verb.kind is TokenKind.WORD and verb.text not in known
        is_verb = verb.text.endswith("s") and not verb.text.endswith(("ss", "us", "is", "'s"))
        plural = before.text.endswith("s") and place - 1 not in units
        second_noun = plural or len(verb.text) < _SHORTEST
        if ends and unknown and is_verb and not second_noun:
            found.append(f"and {verb.text}")
    return found


_NEEDING: Final = frozenset(
    vocabulary("needs, need, needed, requires, require, required, takes, take, demands, calls")
)
_NEEDING_REACH: Final = 6


def needed(words: Words, given: Iterable[Parameter]) -> list[str]:
    """Give the premises that a goal says to be needed at least: 'needs no less than 10 kN'.

    That asks how much is needed, and not what comes of more than so much.
    """
    starts = {
        p.words.start for p in given if p.bound is Comparison.AT_LEAST and p.words is not None
    }
    found: list[str] = []
    for mention in read_quantities(words).mentions:
        first = max(0, mention.first_token - _NEEDING_REACH)
        ahead = [t.text for t in words.tokens[first : mention.first_token]]
        if mention.start in starts and not _NEEDING.isdisjoint(ahead):
            found.append(f"{' '.join(ahead)} {words.text[mention.start : mention.end]}")
    return found


# Words by which a family is known and that say nothing of it: the 'm' of 'never darts off at 2 m/s'
# takes up no denial.
_NAMING: Final = frozenset(
    vocabulary(
        "m, kg, g, t, lb, lbs, n, s, k, x, h, r, e, m1, m2, u1, v1, d1, d2, oz, tonne, tonnes, "
        "kilos, kilo, grams, gram, kilogram, kilograms, pounds, pound, ounces, speed, mass, "
        "masses, weight, weights, height, radius, diameter, radii, stiffness"
    )
)
_STRONG: Final = frozenset({"not", "never", "cannot"})
_FAILING: Final = frozenset(
    vocabulary("fails, fail, failed, failing, unable, refuses, refuse, powerless, insufficient")
)
_NEAR: Final = 8
_NO_DENIAL: Final = frozenset({"only", "just", "including", "counting", "counted", "change", "to",
                              "necessarily", "included"})  # fmt: skip


def _next(words: Words, at: int) -> set[str]:
    return {t.text for t in words.tokens[at + 1 : at + 3]}


def lost_denials(words: Words, heard: Iterable[str]) -> list[str]:
    """Give the denials that no phrase a family hears takes up: 'does not get it to 100 °C'.

    Dropping a 'not' would answer the contrary of what is asked. A denial is taken up by a phrase
    that it denies, or by the bound of a quantity ('not more than 3 s', 'never goes above 5 m/s');
    one from afar ('no car ...') only by a phrase in its sentence.

    Parameters
    ----------
    words
        The words of the goal.
    heard
        All phrases by which the family reads what is wanted.
    """
    places = [
        at
        for at, token in enumerate(words.tokens)
        if token.text in _STRONG
        or token.text.endswith("n't")
        or (token.text in _FAILING and words.follows(at + 1, ("to",)))
    ]
    afar = [at for at in range(len(words.tokens)) if sweeps(words.tokens, at)]
    if not places and not afar:
        return []
    taken = {
        at
        for phrase in words.candidates(heard)
        if phrase not in _NAMING
        for at in words.places(phrase)
        if words.negated(at)
    }
    bounded = {m.first_token for m in read_quantities(words).mentions if m.bound is not None}
    found: list[str] = []
    for at in places:
        before = 4 if {"occur", "happen", "occurs", "happens"} & _next(words, at) else 2
        near = range(at - before, at + _NEAR + 1)
        next_two = _next(words, at)
        if (
            at in afar
            or next_two & _NO_DENIAL
            or _footing(words, at)
            or taken.intersection(near)
            or bounded.intersection(near)
        ):
            continue
        found.append(" ".join(t.text for t in words.tokens[at : at + 3]))
    for at in afar:
        sentence = words.tokens[at].sentence
        if not any(place > at and words.tokens[place].sentence == sentence for place in taken):
            found.append(" ".join(t.text for t in words.tokens[at : at + 2]))
    return found
