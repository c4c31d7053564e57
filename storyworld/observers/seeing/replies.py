"""Reading a vision model's reply field by field: what is hostile or malformed is dropped."""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from storyworld.models.asking import sound
from storyworld.observers.seeing.prompting import Statement
from storyworld.records.evidence import FrameRange

_LONGEST_REPLY: Final = 200_000
_LONGEST_TEXT: Final = 200
_LONGEST_DESCRIPTION: Final = 1500
_MOST_TEXTS: Final = 20


class Tells(StrEnum):
    """What a model says of a statement."""

    YES = "yes"
    NO = "no"
    CANNOT_TELL = "cannot_tell"


class MalformedReplyError(Exception):
    """A reply that is no JSON object of the schema at all."""


@dataclass(frozen=True)
class Told:
    """One answer: what a model says of one statement, and in which frames it sees it."""

    statement: Statement
    tells: Tells
    frames: FrameRange | None


@dataclass(frozen=True)
class Described:
    """What is seen in a film, and the text in its pictures."""

    words: str
    texts: tuple[str, ...]


def described(text: str) -> Described:
    """Read a description.

    Raises
    ------
    MalformedReplyError
        If it is none.
    """
    found = _object(text)
    words = found.get("description")
    if not isinstance(words, str) or not words.strip():
        raise MalformedReplyError("the reply describes nothing")
    return Described(sound(" ".join(words.split()), _LONGEST_DESCRIPTION), _texts(found))


def told(text: str, asked: tuple[Statement, ...], shown: tuple[int, ...]) -> tuple[Told, ...]:
    """Read the answers to statements; of two to one statement the first counts.

    Frames are kept only where they are among those shown, the first not behind the last.

    Raises
    ------
    MalformedReplyError
        If not one answer can be read.
    """
    by_key = {statement.key: statement for statement in asked}
    found: dict[str, Told] = {}
    given = _object(text).get("answers")
    for item in given if isinstance(given, list) else ():
        if not isinstance(item, dict):
            continue
        key, answer = item.get("id"), item.get("answer")
        if not isinstance(key, str) or key not in by_key or key in found:
            continue
        if answer not in tuple(Tells):
            continue
        found[key] = Told(by_key[key], Tells(str(answer)), _cited(item, shown))
    if not found:
        raise MalformedReplyError("the reply answers none of what was asked")
    return tuple(found.values())


def counted(text: str) -> int:
    """Read a count.

    Raises
    ------
    MalformedReplyError
        If there is none.
    """
    count = _object(text).get("count")
    if not isinstance(count, int) or isinstance(count, bool):
        raise MalformedReplyError("the reply counts nothing")
    return count


def _cited(item: dict[str, object], shown: tuple[int, ...]) -> FrameRange | None:
    first, last = item.get("first_frame"), item.get("last_frame")
    if not isinstance(first, int) or not isinstance(last, int):
        return None
    if isinstance(first, bool) or isinstance(last, bool) or first > last:
        return None
    inside = shown and shown[0] <= first and last <= shown[-1]
    return FrameRange(first=first, last=last) if inside else None


def _object(text: str) -> dict[str, object]:
    if len(text) > _LONGEST_REPLY:
        raise MalformedReplyError(f"the reply is {len(text)} characters long")
    start, end = text.find("{"), text.rfind("}")  # some wrap it in a fence
    try:
        found = json.loads(text[start : end + 1])
    except (ValueError, RecursionError) as error:
        raise MalformedReplyError(f"the reply is no JSON: {error}") from None
    if not isinstance(found, dict):
        raise MalformedReplyError("the reply is no JSON object")
    return found


def _texts(found: dict[str, object]) -> tuple[str, ...]:
    given = found.get("text_in_video")
    texts = [t for t in given if isinstance(t, str)] if isinstance(given, list) else []
    cut = (sound(" ".join(t.split()), _LONGEST_TEXT) for t in texts)
    return tuple(t for t in cut if t)[:_MOST_TEXTS]
