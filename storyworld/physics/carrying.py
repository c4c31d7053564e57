"""What a beat takes over from those before it: a shared object keeps its parameters.

A beat starts from what the last one established. A parameter the words of a beat leave out is
the one an earlier beat had, if both speak of the same thing; a quantity the solver predicts of an
earlier beat may be the start of a later one (:attr:`storyworld.physics.family.Slot.also`).
"""

from collections.abc import Iterator, Sequence
from typing import Final

from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.derivation import in_force
from storyworld.physics.families import family_named
from storyworld.physics.family import Slot
from storyworld.physics.gravity import GRAVITY
from storyworld.reading.intent import read_as
from storyworld.reading.words import TokenKind, Words, vocabulary
from storyworld.records.goal import Intent, Parameter, ParameterSource
from storyworld.records.quantity import Quantity
from storyworld.records.scenario import Beat

_POINTING: Final = frozenset({"the", "same", "that", "this", "those", "these", "its", "their"})
_PRONOUNS: Final = frozenset({"it", "they", "them", "he", "she", "which", "itself"})
_DOES_IT: Final = ("does it", "do it", "does so", "does this", "does the same", "managed it")
_LEADING: Final = frozenset({"same", "that", "this", "those", "these"})
_ABOUT: Final = frozenset(
    vocabulary(
        "at, in, on, from, to, by, for, over, under, after, before, of, onto, into, off, beside"
    )
)
_NO_THING: Final = frozenset(
    vocabulary(
        "a, an, the, any, each, every, all, some, no, one, when, if, time, case, moment, way, is, "
        "it, they"
    )
)
_NUMBERS: Final = frozenset(vocabulary("two, three, four, five, six, seven, eight, nine, ten"))


def refers_back(text: str, earlier: str) -> bool:
    """Whether a goal speaks of the things of an earlier one ("The same crate pushed at 0.8 m").

    The noun it points at must occur in the earlier goal: "at the same level" points nowhere.
    """
    words, before = Words.of(text), Words.of(earlier)
    if words.any_of(_DOES_IT) is not None:
        return True
    known = set(before.present)
    for place, token in enumerate(words.tokens):
        leads = place <= 1 and token.text in _LEADING
        if token.text != "that" and not leads:
            continue
        following = [t.text for t in words.tokens[place + 1 : place + 4]]
        if known.intersection(following) - _POINTING - _PRONOUNS:
            return True
    return False


def points_back(text: str) -> bool:
    """Whether a goal begins by pointing at a thing that was there: "The same crate", "That box".

    It says less than :func:`refers_back`, and needs no earlier goal: what else it may mean (a crate
    is not yet *the* crate) is not taken for a thing that is known. "Show that a crate", "This time
    a crate" and "On that shelf a crate" point at no crate.
    """
    texts = [token.text for token in Words.of(text).tokens]
    place = next((n for n, said in enumerate(texts[:2]) if said in _LEADING), None)
    if place is None or (place == 1 and texts[0] in _ABOUT):
        return False
    following = texts[place + 1] if place + 1 < len(texts) else ""
    counted = following in _NUMBERS or following[:1].isdigit()
    return following not in _NO_THING and not (texts[place] == "that" and counted)


def carried(intent: Intent, before: Sequence[Beat], *, referring: bool = False) -> Intent:
    """Give an intent what it leaves out and the beats before it had.

    Parameters
    ----------
    intent
        Of one beat.
    before
        The beats before it, in their order.
    referring
        Whether the goal says that it speaks of the things of an earlier one.
    """
    if not before:
        return intent
    last = before[-1].scenario
    if referring and intent.family != last.family:
        again = read_as(intent.text, family_named(last.family))
        if again.parameters and intent.family == "generic":
            intent = again
    if not (referring or _shares(intent.text, before)):
        return _filled(intent, before, (GRAVITY,))
    slots = family_named(intent.family).slots
    # A limit stated of one event is none of the next; only a goal about the same keeps it.
    kept = referring and intent.family == last.family
    intent = _filled(intent, before, tuple(s for s in slots if kept or not _is_limit(s.name)))
    if referring and intent.family == last.family:
        open_wish = any(m.name == "wanted" for m in intent.unsettled)
        rest = tuple(m for m in intent.unsettled if m.name != "wanted")
        if open_wish:
            intent = intent.revised(wanted=last.wanted, unsettled=rest)
    return intent


def _filled(intent: Intent, before: Sequence[Beat], slots: Sequence[Slot]) -> Intent:
    family = {slot.name for slot in family_named(intent.family).slots}
    known = {p.name for p in intent.parameters}
    # A limit of one kind stated anew ("to 5 m") replaces that of the earlier goal.
    limits = {name.rpartition("_")[0] for name in known if _is_limit(name)}
    found: list[Parameter] = []
    for slot in slots:
        restated = _is_limit(slot.name) and slot.name.rpartition("_")[0] in limits
        if slot.name in known or slot.name not in family or restated:
            continue
        parameter = next(_offers(slot, before), None)
        if parameter is not None:
            found.append(parameter)
    if not found:
        return intent
    names = {p.name for p in found}
    return intent.revised(
        parameters=(*intent.parameters, *found),
        unsettled=tuple(m for m in intent.unsettled if m.name not in names),
    )


def _is_limit(name: str) -> bool:
    return name.rpartition("_")[2] in {"max", "min", "about"}


def _offers(slot: Slot, before: Sequence[Beat]) -> Iterator[Parameter]:
    """Give what earlier beats have for a slot, the latest first."""
    for beat in reversed(before):
        family = family_named(beat.scenario.family)
        rules = family.derived if isinstance(family, ClosedForm) else ()
        derived = {rule.name for rule in in_force(beat.scenario.parameters, rules)}
        for name in (slot.name, *slot.also):
            parameter = beat.scenario.parameter(name)
            if parameter is None or name in derived:  # what it follows from is taken over instead
                continue
            if parameter.source is not ParameterSource.DEFAULT:
                source = f"beat_{beat.index}:{name}"
                yield _taken(slot, parameter.quantity, f"as in: {beat.title}", source)
        for evidence in beat.prediction.evidence:
            if evidence.name in slot.also:
                source = f"beat_{beat.index}:{evidence.evidence_id}"
                yield _taken(slot, evidence.quantity, f"what comes of: {beat.title}", source)


def _taken(slot: Slot, quantity: Quantity, because: str, source: str) -> Parameter:
    return Parameter(
        name=slot.name,
        quantity=quantity,
        source=ParameterSource.INFERRED,
        because=because[:4000],
        inferred_from=(source,),
        added_uncertainty=0.0,
    )


def _shares(text: str, before: Sequence[Beat]) -> bool:
    """Whether a beat's words point at something of the beats before, or name no subject."""
    words = Words.of(text)
    first = next((t.text for t in words.tokens if t.kind is TokenKind.WORD), "")
    if first in _PRONOUNS or first.endswith("s"):  # 'it bounces', or 'bounces' alone
        return True
    known = {w for beat in before for w in Words.of(beat.scenario.intent.text).present}
    return any(
        token.text in _POINTING and words.tokens[place + 1].text in known - _POINTING
        for place, token in enumerate(words.tokens[:-1])
    )
