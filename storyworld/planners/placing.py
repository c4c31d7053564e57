"""From a model's proposal to intents: the goal's own words bear out every field, or it is dropped.

What the rules read from the words stands. A model places numbers the rules could not place, names
a family the rules did not know, says what is wanted where the words leave it open, and adds doubts.
It cannot bring in a number, take back a doubt of the rules, or move what they have placed.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from storyworld.physics.families import FAMILIES, GENERIC, family_named
from storyworld.physics.family import Family, Slot
from storyworld.physics.gravity import GRAVITY
from storyworld.planners.admitting import admitted, affinity_of, asks_for, read_as
from storyworld.planners.proposal import ProposedBeat, ProposedSlot
from storyworld.reading.quantities import Mention, read_quantities
from storyworld.reading.units import unit_at
from storyworld.reading.unplaced import UNPLACED_CLAIM, named
from storyworld.reading.words import Words
from storyworld.records.goal import Intent, MissingParameter, Parameter, Span
from storyworld.records.goal import ParameterSource as Source
from storyworld.records.quantity import Unit

_NAMES: Final = {family.name: family for family in FAMILIES}
_BARE: Final = frozenset({"", "1", "-", "none", "count"})
_INCHES: Final = frozenset({"in", "in.", '"', "″"})
_QUOTE: Final = 200


@dataclass(frozen=True)
class Part:
    """The words a beat speaks of, where they stand in the goal, and how the rules read them."""

    text: str
    start: int
    ruled: Intent

    @property
    def settled(self) -> bool:
        """Whether the rules alone have read all that decides."""
        family = family_named(self.ruled.family)
        return family.name != GENERIC.name and not family.complete(self.ruled).missing


@dataclass
class Notes:
    """What was dropped: faults are worth one repair, what was overruled is only recorded."""

    faults: list[str] = field(default_factory=list)
    overruled: list[str] = field(default_factory=list)


def beat(where: str, proposed: ProposedBeat, part: Part, notes: Notes) -> tuple[Intent, bool]:
    """Give the intent of one beat, and whether the model's family was taken for it."""
    family = _NAMES.get(proposed.family)
    taken = False
    intent = part.ruled
    if family is None:
        notes.faults.append(f"{where}: there is no family {proposed.family[:60]!r}")
    elif part.settled and family.name != part.ruled.family:
        notes.overruled.append(f"{where}: the words settle {part.ruled.family}, not {family.name}")
    elif not admitted(family, part.text):
        notes.faults.append(f"{where}: the goal speaks of what {family.name} does not model")
    else:
        taken = True
        intent = shifted(_of_family(where, proposed, family, part, notes), part.start)
    return _doubted(where, proposed, part, intent, notes), taken


def _of_family(
    where: str, proposed: ProposedBeat, family: Family, part: Part, notes: Notes
) -> Intent:
    intent = read_as(family, part.text)
    placed = _placed(where, proposed, family, part, intent, notes)
    if placed:
        intent = read_as(family, part.text, placed)
    sure = part.ruled.family_confidence
    if family.name != part.ruled.family:
        sure = max(0.5, affinity_of(family, part.text))
    intent = intent.revised(family_confidence=sure)
    return _wanting(where, proposed, family, part, intent, placed, notes)


def _wanting(
    where: str, proposed: ProposedBeat, family: Family, part: Part, intent: Intent,
    placed: dict[int, str], notes: Notes,
) -> Intent:  # fmt: skip
    wanted = proposed.wanted
    if wanted not in family.outcomes:
        notes.faults.append(f"{where}: {family.name} has no outcome {wanted[:60]!r}")
        return intent
    is_open = any(m.name == "wanted" for m in intent.unsettled)
    if is_open and asks_for(family, part.text, wanted, placed):
        rest = tuple(m for m in intent.unsettled if m.name != "wanted")
        return intent.revised(wanted=wanted, unsettled=rest)
    if wanted != intent.wanted:
        notes.overruled.append(f"{where}: the words ask for {intent.wanted}, not {wanted}")
    return intent


def _placed(
    where: str, proposed: ProposedBeat, family: Family, part: Part, ruled: Intent, notes: Notes
) -> dict[int, str]:
    """Give the slots of those mentions that the rules have left over and the model may place."""
    slots = {slot.name: slot for slot in family.slots}
    mentions = read_quantities(Words.of(part.text)).mentions
    by_rules = {p.words: p for p in ruled.parameters if p.words is not None}
    known = {p.name: p for p in ruled.parameters}
    placed: dict[int, str] = {}
    for index, given in enumerate(proposed.slots):
        at = f"{where}.slots[{index}]"
        slot = slots.get(given.name)
        if slot is None:
            notes.faults.append(f"{at}: {family.name} has no slot {given.name[:60]!r}")
            continue
        found = _mentions_of(given, part.text, mentions)
        if isinstance(found, str):
            notes.faults.append(f"{at}: {found}")
            continue
        because = [_misfit(slot, mentions[n]) for n in found]
        if None not in because:
            notes.faults.append(f"{at}: {because[0]}")
            continue
        found = [n for n, misfit in zip(found, because, strict=True) if misfit is None]
        spans = [mentions[n].span(part.text) for n in found]
        if any(s in by_rules and by_rules[s].name == slot.name for s in spans):
            continue
        free = [n for n, s in zip(found, spans, strict=True) if s not in by_rules]
        if not free:
            other = by_rules[spans[0]].name
            notes.overruled.append(f"{at}: {spans[0].text} is the {other} by the goal's words")
            continue
        number = next((n for n in free if n not in placed), None)
        if number is None:
            notes.faults.append(f"{at}: {given.quote[:60]} fills two slots")
        elif slot.name in known:
            _note_second(at, slot, mentions[number], known[slot.name], notes)
        elif slot.name in placed.values():
            notes.faults.append(f"{at}: the {slot.words} is given twice")
        else:
            placed[number] = slot.name
    return placed


def _note_second(at: str, slot: Slot, mention: Mention, known: Parameter, notes: Notes) -> None:
    """Say that a slot is already filled, unless with the same ("20 m (66 ft)")."""
    u = mention.quantity.uncertainty + known.quantity.uncertainty
    if abs(mention.quantity.value - known.quantity.value) > 2 * u:
        notes.overruled.append(f"{at}: the {slot.words} is {known.quantity} by the goal's words")


def _mentions_of(given: ProposedSlot, text: str, mentions: tuple[Mention, ...]) -> list[int] | str:
    """Give the mentions a proposed number may be, or say why there is none."""
    quote = given.quote.strip()
    if not quote or len(quote) > _QUOTE:
        return "the quote is empty" if not quote else "the quote is too long"
    quoted = [
        n
        for n, mention in enumerate(mentions)
        if any(at < mention.end and mention.start < at + len(quote) for at in _places(quote, text))
    ]
    if not any(True for _ in _places(quote, text)):
        return f"{quote[:60]!r} does not stand in the goal"
    canonical = _canonical(given.value, given.unit)
    if canonical is None:
        return f"{given.unit[:60]!r} is no unit known here"
    value, unit = canonical
    alike = [n for n in quoted if mentions[n].quantity.unit is unit]
    if quoted and not alike:
        return (
            f"{quote[:60]!r} is in {mentions[quoted[0]].quantity.unit.value}, not in {unit.value}"
        )
    found = [
        n for n in alike
        if math.isclose(mentions[n].quantity.value, value, rel_tol=1e-6, abs_tol=1e-12)
    ]  # fmt: skip
    return found or f"{given.value:g} {given.unit[:20]} is not what the goal says: {quote[:60]!r}"


def _places(quote: str, text: str) -> Iterator[int]:
    place = text.find(quote)
    while place >= 0:
        yield place
        place = text.find(quote, place + 1)


def _canonical(value: float, written: str) -> tuple[float, Unit] | None:
    """Convert a number by the table of units; None for a unit that is not in it."""
    unit = written.strip()
    if unit.lower() in _BARE:
        return value, Unit.ONE
    found = unit_at("inch" if unit in _INCHES else unit, 0)
    if found is not None and found.end == len("inch" if unit in _INCHES else unit):
        return value * found.written.factor + found.written.offset, found.written.unit
    return (value, Unit(unit)) if unit in set(Unit) else None


def _misfit(slot: Slot, mention: Mention) -> str | None:
    """Say why a slot cannot take a quantity of the goal, or None if it can."""
    quantity, bound = mention.quantity, mention.bound
    said = bound.replace("_", " ") if bound else "no limit"
    why = {
        f"the {slot.words} is in {slot.unit.value}, not in {quantity.unit.value}": (
            quantity.unit is not slot.unit
        ),
        f"the {slot.words} is not written in {mention.symbol or 'bare numbers'}": (
            slot.symbol != mention.symbol and "percent" in (slot.symbol, mention.symbol)
        ),
        f"the {slot.words} is a whole number": (
            slot.counts and (mention.written is not None or not mention.whole)
        ),
        f"{slot.name} takes another kind of limit; the goal says: {said}": (
            slot.bounds is not None and bound not in slot.bounds
        ),
        f"the {slot.words} lies between {slot.low:g} and {slot.high:g} {slot.unit.value}": (
            not slot.low <= quantity.value <= slot.high
        ),
    }
    return next((because for because, holds in why.items() if holds), None)


def _doubted(
    where: str, proposed: ProposedBeat, part: Part, intent: Intent, notes: Notes
) -> Intent:
    """Add what the model says is left open, where the goal says it; take nothing back."""
    spans = [p.words for p in intent.parameters if p.words is not None]
    claims: list[str] = []
    for claim in proposed.claims_not_covered:
        quote = claim.strip()[:_QUOTE]
        place = part.text.find(quote) if quote else -1
        if place < 0:
            notes.faults.append(f"{where}: the claim {quote[:60]!r} does not stand in the goal")
            continue
        first, last = part.start + place, part.start + place + len(quote)
        if any(first < s.end and s.start < last for s in spans):
            notes.overruled.append(f"{where}: {quote[:60]!r} is covered by a slot")
        else:
            claims.append(quote)
    doubts = () if any(m.name == UNPLACED_CLAIM for m in intent.unsettled) else named(claims)
    if doubts:
        intent = intent.revised(unsettled=(*intent.unsettled, *doubts))
    if proposed.requires_visual_verification and not intent.requires_visual_verification:
        intent = intent.revised(requires_visual_verification=True)
    return intent


def elsewhere(intent: Intent, goal_text: str) -> Intent:
    """Name what another part of the goal implies for this beat and its own part does not say.

    "On the Moon ... . Then a ball is dropped ...": where it is dropped is not settled.
    """
    known = {p.name for p in intent.parameters} | {m.name for m in intent.unsettled}
    whole = read_as(family_named(intent.family), goal_text)
    found = tuple(
        MissingParameter(
            name=p.name,
            unit=p.quantity.unit,
            because=f"another part of the goal says it, this one does not: {p.because or p.name}",
        )
        for p in whole.parameters
        if p.source is Source.INFERRED and p.name not in known
    )
    if GRAVITY.name not in known:
        found += tuple(m for m in whole.unsettled if m.name == GRAVITY.name)
    return intent.revised(unsettled=(*intent.unsettled, *found)) if found else intent


def shifted(intent: Intent, by: int) -> Intent:
    """Give an intent whose places in a part are places in the goal."""
    if by == 0:
        return intent

    def moved(span: Span) -> Span:
        return span.revised(start=span.start + by, end=span.end + by)

    return intent.revised(
        parameters=tuple(p.revised(words=moved(p.words)) if p.words else p
                         for p in intent.parameters),
        unused=tuple(moved(span) for span in intent.unused),
    )  # fmt: skip
