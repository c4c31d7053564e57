"""What contradicts the conservation of energy, momentum and mass."""

from collections.abc import Sequence
from typing import Final

from storyworld.reading.gate.lacks import Denial, Lack
from storyworld.reading.gate.tags import Tag
from storyworld.reading.gate.text import Reading
from storyworld.reading.words import TokenKind


def _lacks(found: list[Denial]) -> set[Lack]:
    return {denial.lack for denial in found}


def makes_energy(reading: Reading) -> bool:
    """Whether energy is said to come from nothing, or to vanish into it."""
    if _violates(reading, "energy"):
        return True
    if reading.names(Tag.SOURCE):
        return False
    return (
        _runs_on_nothing(reading)
        or _gives_more(reading)
        or _over_unity(reading)
        or _energy_from_nothing(reading)
    )


def _runs_on_nothing(reading: Reading) -> bool:
    for _, start, end in reading.said(Tag.PERPETUAL):
        stops = any(True for _ in reading.said(Tag.STOP, Tag.FALLS))
        works = reading.within(Tag.PERPETUAL_WORKS, end, end + 6)
        before = "working" in reading.texts[max(0, start - 2) : start]
        if not stops and (works or before):
            return True
    energy = {Lack.ENERGY, Lack.ALL}
    if not _MACHINES.isdisjoint(reading.texts):
        energy.add(Lack.INPUT)
    for tag, start, end in reading.said(Tag.RUN, Tag.WORK):
        lacks = _lacks(reading.lacking(start, end))
        forever = reading.close(start, end, Tag.FOREVER, 4)
        if tag is Tag.WORK and lacks & energy and not reading.names(Tag.ANIMATE):
            return True
        spent = lacks & {*energy, Lack.INPUT} or {Lack.FUEL, Lack.POWER} <= lacks
        if forever and (spent or (tag is Tag.WORK and Lack.POWER in lacks)):
            return tag is Tag.WORK or not reading.names(Tag.COASTING)
    return False


_EXCEEDS: Final = frozenset(
    {"exceeds", "surpasses", "exceed", "exceeding", "larger", "greater", "bigger", "higher"}
)
_OWN: Final = frozenset({"it", "they", "its", "their"})
_PASSIVE: Final = frozenset({"is", "are", "was", "were", "what", "has"})
_ASKER: Final = frozenset({"you", "we", "one", "anyone", "someone"})
_PUT: Final = frozenset(
    {"put", "puts", "feed", "feeds", "fed", "give", "gives", "supply", "supplied", "pour", "pours",
     "goes", "went", "enters", "flows", "comes", "entered", "given", "pumped", "pump", "spend"}
)  # fmt: skip
_TAKE: Final = _PUT | frozenset(
    {"consumes", "consume", "uses", "use", "takes", "take", "receives", "receive", "gets", "get",
     "draws", "draw", "absorbs", "eats", "burns", "input", "inputs",
     "consumed", "took", "received", "used", "swallows", "drawn", "drew", "intake", "ate"}
)  # fmt: skip


def _than_taken(texts: Sequence[str], more: int) -> bool:
    """Whether "more ..." is more than what goes in: "than it consumes", "than you feed it"."""
    for than in range(more, min(more + 7, len(texts) - 2)):
        if texts[than] != ("than" if texts[more] == "more" else "as"):
            continue
        after = {*texts[than + 2 : than + 7]}
        first = texts[than + 1]
        if first == "the":
            return texts[than + 2] == "input" or ("it" in after and bool(_TAKE & after))
        own = (first in _OWN and _TAKE & after) or first in _PUT | {"input"}
        return bool(own or (first in _ASKER | _PASSIVE and _PUT & after))
    return False


def _gives_more(reading: Reading) -> bool:
    if reading.names(Tag.SURPLUS):
        return False
    texts = reading.texts
    for _, _, end in reading.said(Tag.GIVE):
        ahead = range(end, min(end + 5, len(texts)))
        more = next((i for i in ahead if texts[i] in {"more", "much"}), None)
        if more is None or not reading.close(more, more, Tag.QUANTITY, 4):
            continue
        if _than_taken(texts, more):
            return True
    for at, text in enumerate(texts):
        if text in {"output", "outputs"}:
            window = texts[max(0, at - 2) : at + 10]
            later = texts[at + 1 : at + 10]
            energy = {"energy", "power", "work"} & {*window}
            if energy and _EXCEEDS & {*later} and {"input", "inputs"} & {*later}:
                return not any(reading.negated(i) for i in range(at, min(at + 6, len(texts))))
    return False


_MACHINES: Final = frozenset(
    {"motor", "engine", "machine", "generator", "dynamo", "device", "transformer", "gearbox",
     "converter", "wheel", "turbine", "alternator", "flywheel"}
)  # fmt: skip


def _over_unity(reading: Reading) -> bool:
    tokens, texts = reading.words.tokens, reading.texts
    if not _MACHINES & {*texts}:
        return False
    for at, text in enumerate(texts):
        if tokens[at].kind is not TokenKind.NUMBER or not text.isdigit() or len(text) > 6:
            continue
        unit = texts[at + 1 : at + 2]
        if int(text) > 100 and unit in (["%"], ["percent"], ["per"]):
            before = texts[max(0, at - 5) : at]
            relative = {"by", "increases", "rises", "below", "under", "not", "never"} & {*before}
            if ("efficiency" in before or "efficient" in texts[at : at + 4]) and not relative:
                return True
            if "efficiency" in texts[at : at + 4] and not relative:
                return True
    return False


_ENERGIES: Final = frozenset({"energy", "power", "electricity", "heat", "work"})


def _energy_from_nothing(reading: Reading) -> bool:
    texts = reading.texts
    for _, start, end in reading.said(Tag.CREATE):
        what = {*texts[max(0, start - 4) : end + 4]}
        near = reading.close(start, end, Tag.FROM_NOTHING, 8)
        if near and _ENERGIES & what and not _but_follows(reading, Tag.FROM_NOTHING):
            return True
    for tag, start, end in reading.said(Tag.CHANGE, Tag.LESS, Tag.VANISH):
        before = texts[max(0, start - 9) : start]
        if "energy" not in before:
            continue
        if tag is not Tag.CHANGE and reading.close(start, end, Tag.INTO_NOTHING, 4):
            return True
        at = start - len(before) + before.index("energy")
        total = {"total", "overall", "whole"} & {*texts[max(0, at - 2) : at]}
        if total and reading.within(Tag.ISOLATED, at + 1, start):
            return True
    return False


def _but_follows(reading: Reading, tag: Tag) -> bool:
    return any(
        reading.texts[end : end + 1] in (["but"], ["except"], ["more"], ["other"], ["to"])
        for _, end in reading.spots.get(tag, ())
    )


def _violates(reading: Reading, what: str) -> bool:
    for _, _, end in reading.said(Tag.VIOLATES):
        after = reading.texts[end : end + 9]
        if "conservation" in after and what in after[after.index("conservation") :]:
            return True
    return False


_TOTAL: Final = frozenset({"total", "overall", "combined", "whole", "net"})
_DIFFERENT: Final = frozenset({"twice", "double", "larger", "greater", "smaller", "different"})


def changes_momentum_alone(reading: Reading) -> bool:
    """Whether the momentum of something isolated is said to change."""
    if _violates(reading, "momentum"):
        return True
    if _centre_starts(reading):
        return True
    texts = reading.texts
    forceless = {reading.group(d.start) for d in reading.denials if d.lack is Lack.FORCE}
    for at, text in enumerate(texts):
        if text not in {"momentum", "momenta"}:
            continue
        total = bool(_TOTAL & {*texts[max(0, at - 3) : at]})
        owner = reading.within(Tag.ISOLATED, at + 1, at + (11 if total else 5))
        holder = reading.within(Tag.ISOLATED, at - 10, at)
        if not (owner or holder or reading.group(at) in forceless):
            continue
        alone = not reading.names(Tag.EXCHANGE) or total
        if alone and _changes(reading, at):
            return True
    return False


def _changes(reading: Reading, at: int) -> bool:
    """Whether what is named at a place is said to change."""
    texts = reading.texts
    comma = texts.index(",", at, at + 10) if "," in texts[at : at + 10] else at + 10
    for tag in (Tag.CHANGE, Tag.LESS):
        if reading.within(tag, at - 5, at) or reading.within(tag, at + 1, comma):
            return True
    later = texts[at + 1 : at + 14]
    if "conserved" in later:
        return {"not", "isn't"} & {*later[: later.index("conserved")]} != set()
    return bool(_DIFFERENT & {*later}) and not {"not", "isn't", "never"} & {*later}


def _centre_starts(reading: Reading) -> bool:
    centre = "centre of mass" in reading.words or "center of mass" in reading.words
    if not centre or not any(True for _ in reading.said(Tag.ISOLATED)):
        return False
    return any(True for _ in reading.said(Tag.ACCELERATE, Tag.STOP, Tag.TURN))


def makes_matter(reading: Reading) -> bool:
    """Whether matter is said to appear from nothing, to vanish, or a mass to change by itself."""
    if _violates(reading, "mass"):
        return True
    if reading.names(Tag.NUCLEAR):
        return False
    texts = reading.texts
    if not _but_follows(reading, Tag.FROM_NOTHING):
        for _, start, end in reading.said(Tag.CREATE):
            if not reading.close(start, end, Tag.FROM_NOTHING, 9):
                continue
            if not (
                reading.names(Tag.ANIMATE, Tag.NATURAL)
                or _ENERGIES & {*texts[max(0, start - 4) : end + 4]}
            ):
                return True
    if not _but_follows(reading, Tag.INTO_NOTHING) and not reading.names(Tag.FLUID, Tag.ANIMATE):
        for _, start, end in reading.said(Tag.VANISH):
            near = reading.close(start, end, Tag.INTO_NOTHING, 6)
            if near and not {"momentum", "speed", *_ENERGIES} & {
                *texts[max(0, start - 12) : start]
            }:
                return True
    return _mass_changes(reading)


def _changes_after(reading: Reading, at: int) -> bool:
    return any(reading.within(tag, at + 1, at + 10) for tag in (Tag.CHANGE, Tag.LESS))


def _mass_changes(reading: Reading) -> bool:
    texts = reading.texts
    for at, text in enumerate(texts):
        if text != "mass" or texts[at - 1 : at] == ["of"]:
            continue
        owner = reading.within(Tag.ISOLATED, at + 1, at + 5)
        if owner and _changes_after(reading, at):
            return True
    if any(reading.beside(d.start, Tag.BECOMES) for d in reading.denials if d.lack is Lack.ADDED):
        return not reading.names(Tag.FLUID)
    gains = [
        (tag, start, end)
        for tag, start, end in reading.said(Tag.HEAVIER, Tag.CHANGE, Tag.LESS)
        if tag is Tag.HEAVIER or {"mass"} & {*texts[max(0, start - 6) : end + 9]}
    ]
    for tag, start, end in gains:
        lacks = _lacks(reading.lacking(start, end))
        wanted = Lack.REMOVED if tag is Tag.LESS else Lack.ADDED
        if lacks & {wanted, Lack.ALL}:
            return not reading.names(Tag.FLUID)
    return False
