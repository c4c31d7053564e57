"""What a model may propose: the schema of its reply, and reading a reply field by field.

A reply is data from outside. What has the wrong shape is dropped and said; the rest stands.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NoReturn

from pydantic import ValidationError

from storyworld.models.asking import sound
from storyworld.physics.family import Family
from storyworld.records.frozen import Record, Text

MAX_REPLY_CHARACTERS: Final = 64_000
MAX_BEATS: Final = 6
_MAX_SLOTS: Final = 40
_MAX_CLAIMS: Final = 10
_LONGEST: Final = 4000
_SPACES: Final = "\n\t\r"  # a goal that is quoted may hold them


class ProposedSlot(Record):
    """A number of the goal, in the unit it is written in, and the slot it is to fill."""

    name: Text
    value: float
    unit: Text
    quote: Text


class ProposedBeat(Record):
    """One moment of the goal as a model reads it; `part` are the words it speaks of."""

    family: Text
    wanted: Text = ""
    part: Text = ""
    slots: tuple[ProposedSlot, ...] = ()
    requires_visual_verification: bool = False
    claims_not_covered: tuple[Text, ...] = ()


class Reply(Record):
    """What a model proposes for a goal: one beat or several, in causal order."""

    beats: tuple[ProposedBeat, ...]


@dataclass(frozen=True)
class Parsed:
    """A reply as far as it has the right shape, and what was dropped because it has not."""

    reply: Reply
    faults: tuple[str, ...]


class MalformedError(Exception):
    """A reply that is no reply at all."""


def schema(families: Sequence[Family]) -> dict[str, object]:
    """Give the JSON schema that a model's reply has to keep to."""
    text: dict[str, object] = {"type": "string"}
    slot = _closed(name=text, value={"type": "number"}, unit=text, quote=text)
    beat = _closed(
        part=text,
        family={"type": "string", "enum": [f.name for f in families]},
        wanted={"type": "string", "enum": sorted({o for f in families for o in f.outcomes})},
        slots={"type": "array", "items": slot, "maxItems": _MAX_SLOTS},
        requires_visual_verification={"type": "boolean"},
        claims_not_covered={"type": "array", "items": text, "maxItems": _MAX_CLAIMS},
    )
    return _closed(beats={"type": "array", "items": beat, "minItems": 1, "maxItems": MAX_BEATS})


def _closed(**properties: dict[str, object]) -> dict[str, object]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def parse(text: str) -> Parsed:
    """Read a reply.

    Raises
    ------
    MalformedError
        If it is no JSON object with a list of beats.
    """
    if len(text) > MAX_REPLY_CHARACTERS:
        raise MalformedError(f"the reply is longer than {MAX_REPLY_CHARACTERS} characters")
    try:
        found = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise MalformedError(f"the reply is no JSON: {str(error)[:200]}") from error
    beats = found.get("beats") if isinstance(found, dict) else None
    if not isinstance(beats, list) or not beats:
        raise MalformedError('the reply is no object with a list "beats"')
    faults: list[str] = []
    if len(beats) > MAX_BEATS:
        raise MalformedError(f"the reply has more than {MAX_BEATS} beats")
    read = [_beat(f"beats[{place}]", beat, faults) for place, beat in enumerate(beats)]
    return Parsed(Reply(beats=tuple(read)), tuple(faults))


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _beat(where: str, given: object, faults: list[str]) -> ProposedBeat:
    if not isinstance(given, dict):
        faults.append(f"{where} is no object")
        given = {}
    for name in sorted(set(map(str, given)) - set(ProposedBeat.model_fields)):
        faults.append(f"{where}: there is no field {name[:60]!r}")
    fields: dict[str, object] = {"family": _text(where, given, "family", faults)}
    for name in ("wanted", "part"):
        fields[name] = _text(where, given, name, faults)
    slots = _items(where, given, "slots", _MAX_SLOTS, faults)
    shaped = [_slot(where, place, slot, faults) for place, slot in enumerate(slots)]
    fields["slots"] = tuple(slot for slot in shaped if slot is not None)
    seen = given.get("requires_visual_verification", False)
    if not isinstance(seen, bool):
        faults.append(f"{where}: requires_visual_verification is neither true nor false")
    fields["requires_visual_verification"] = seen is True
    claims = _items(where, given, "claims_not_covered", _MAX_CLAIMS, faults)
    fields["claims_not_covered"] = tuple(
        sound(c, _LONGEST, kept=_SPACES) for c in claims if isinstance(c, str)
    )
    return ProposedBeat.model_validate(fields)


def _text(where: str, given: dict[str, object], name: str, faults: list[str]) -> str:
    value = given.get(name, "")
    if isinstance(value, str):
        return sound(value, _LONGEST, kept=_SPACES)
    faults.append(f"{where}: {name} is no text")
    return ""


def _items(
    where: str, given: dict[str, object], name: str, at_most: int, faults: list[str]
) -> list[object]:
    value = given.get(name, [])
    if not isinstance(value, list):
        faults.append(f"{where}: {name} is no list")
        return []
    return value[:at_most]


def _slot(where: str, index: int, given: object, faults: list[str]) -> ProposedSlot | None:
    try:
        return ProposedSlot.model_validate(given, strict=True)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"])) or "it"
        faults.append(f"{where}.slots[{index}]: {field}: {first['msg'][:200]}")
        return None
