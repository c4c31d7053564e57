"""From what was typed to a goal, or to one sentence that names what is wrong with it."""

import stat
import sys
from pathlib import Path

from pydantic import ValidationError

from storyworld.errors import InvalidField
from storyworld.records.goal import MAX_GOAL_CHARACTERS, Goal
from storyworld.records.identity import SUCH_AS

_FLAGS = {
    "text": "goal",
    "budget_usd": "--budget",
    "risk_profile": "--risk",
    "cost_policy": "--cost-policy",
    "backend": "--backend",
    "seed": "--seed",
    "requires_visual_verification": "--visual",
    "observer_impact": "--impact",
    "world_id": "--world",
    "from_node": "--from-node",
}
_STDIN_LIMIT = 4 * MAX_GOAL_CHARACTERS + 1  # UTF-8 takes at most four bytes a character


def typed(text: str) -> str:
    """Give the goal as typed, or from stdin where it is ``-``, reading no more than a goal holds.

    Raises
    ------
    InvalidField
        If stdin does not hold UTF-8 text.
    """
    if text != "-":
        return text
    raw = sys.stdin.buffer.read(_STDIN_LIMIT)
    if len(raw) == _STDIN_LIMIT:
        raise InvalidField(_too_long(), field="goal")
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise InvalidField("is not UTF-8 text: send plain text", field="goal") from error


def goal_of(text: str, **fields: object) -> Goal:
    """Make the goal.

    Raises
    ------
    InvalidField
        If the text or a field is no good, or the text is not admitted; the field is named as on
        the command line.
    """
    from storyworld.reading.admission import admit

    try:
        goal = Goal.model_validate({"text": text, **fields})
    except ValidationError as error:
        raise _at_fault(error) from error
    try:
        admit(goal.text)
    except InvalidField as error:
        raise InvalidField(error.detail, field=_FLAGS["text"]) from error
    return goal


def _at_fault(error: ValidationError) -> InvalidField:
    first = error.errors(include_url=False, include_input=False)[0]
    name = str(first["loc"][0]) if first["loc"] else "text"
    if first["type"] == "string_pattern_mismatch" and name in SUCH_AS:
        words = f"is not an identifier such as {SUCH_AS[name]}"
        return InvalidField(words, field=_FLAGS[name])
    return InvalidField.first_of(error, _FLAGS)


def positive(value: float | None, flag: str, unit: str, most: float) -> None:
    """Refuse a number that is not above 0 and at most `most`.

    Raises
    ------
    InvalidField
        Naming the flag.
    """
    if value is not None and not 0 < value <= most:
        raise InvalidField(f"must be more than 0 and at most {most:g} {unit}", field=flag)


def between(value: float | None, flag: str, unit: str, least: float, most: float) -> None:
    """Refuse a number that does not lie between two others.

    Raises
    ------
    InvalidField
        Naming the flag.
    """
    if value is not None and not least <= value <= most:
        raise InvalidField(f"must be between {least:g} and {most:g} {unit}", field=flag)


def existing_file(path: Path, what: str) -> None:
    """Refuse a path that is no readable file; a pipe is none, since opening it would wait.

    Raises
    ------
    InvalidField
        Naming the path.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise InvalidField(f"{path} is no regular file", field=what)
        with path.open("rb") as file:
            file.read(1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InvalidField(f"{path} cannot be read ({reason})", field=what) from error
    except ValueError as error:
        raise InvalidField("is no path of a file", field=what) from error


def _too_long() -> str:
    return f"is longer than {MAX_GOAL_CHARACTERS} characters: shorten it"
