r"""A whole world as lines of JSON, to be taken to another archive.

The first line says which world it is, each line after it is an episode's account, in the order
in which they began, so that the node an episode starts from comes before it; the last line counts
them and names all lines before it by digest, so that a file cut short is told from a whole one.
"""

import hashlib
from collections.abc import Iterable, Iterator
from typing import IO, Annotated, Final, Literal

from pydantic import Field, NonNegativeInt, TypeAdapter, ValidationError

from storyworld import __version__
from storyworld.errors import InvalidField
from storyworld.records.account import Account
from storyworld.records.frozen import Identifier, Instant, Record, Sha256, Text

WORLD_VERSION: Final = 1
MOST_LINE_BYTES: Final = 64 * 2**20


class WorldLine(Record):
    """Which world it is."""

    kind: Literal["world"]
    version: NonNegativeInt
    storyworld: Text
    world_id: Identifier
    created_at: Instant


class EpisodeLine(Record):
    """One of its episodes."""

    kind: Literal["episode"]
    account: Account


class EndLine(Record):
    """That nothing is missing."""

    kind: Literal["end"]
    episodes: NonNegativeInt
    sha256: Sha256


_Line = Annotated[WorldLine | EpisodeLine | EndLine, Field(discriminator="kind")]
_LINES: Final[TypeAdapter[WorldLine | EpisodeLine | EndLine]] = TypeAdapter(_Line)


def world_lines(world_id: str, created_at: Instant, accounts: Iterable[Account]) -> Iterator[bytes]:
    """Write a world, line by line; each ends with a newline."""
    digest, count = hashlib.sha256(), 0
    first = WorldLine(
        kind="world",
        version=WORLD_VERSION,
        storyworld=__version__,
        world_id=world_id,
        created_at=created_at,
    )
    line = first.canonical_json().encode() + b"\n"
    digest.update(line)
    yield line
    for account in accounts:
        told = EpisodeLine(kind="episode", account=account)
        line = told.canonical_json().encode() + b"\n"
        digest.update(line)
        count += 1
        yield line
    end = EndLine(kind="end", episodes=count, sha256=digest.hexdigest())
    yield end.canonical_json().encode() + b"\n"


def read_world(file: IO[bytes]) -> Iterator[WorldLine | Account]:
    """Read a world: first which it is, then its episodes.

    Raises
    ------
    InvalidField
        Naming the line that is not what it should be; at the end, too, if the file was cut short
        or changed. Whoever keeps what was read keeps none of it then.
    """
    digest, count, ended = hashlib.sha256(), 0, False
    number = 0
    while text := file.readline(MOST_LINE_BYTES + 1):
        number += 1
        if len(text) > MOST_LINE_BYTES:
            raise _bad(number, f"is longer than {MOST_LINE_BYTES // 2**20} MiB")
        if ended:
            raise _bad(number, "comes after the end")
        line = _read(number, text)
        if (number == 1) is not isinstance(line, WorldLine):
            raise _bad(number, "should say which world it is" if number == 1 else "says so again")
        if isinstance(line, EndLine):
            if (line.episodes, line.sha256) != (count, digest.hexdigest()):
                words = "names other lines than there are before it: some were changed or lost"
                raise _bad(number, words)
            ended = True
            continue
        digest.update(text)
        if isinstance(line, WorldLine):
            yield line
        else:
            count += 1
            yield line.account
    if not ended:
        raise _bad(number + 1, "is missing: the file was cut short")


def _read(number: int, text: bytes) -> WorldLine | EpisodeLine | EndLine:
    try:
        line = _LINES.validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(map(str, first["loc"])) or "the whole of it"
        raise _bad(number, f"cannot be read: {field}: {first['msg']}") from error
    if isinstance(line, WorldLine) and line.version > WORLD_VERSION:
        words = f"was written by a newer StoryWorld ({line.storyworld}): import it with that one"
        raise _bad(number, words)
    return line


def _bad(number: int, words: str) -> InvalidField:
    return InvalidField(f"line {number} {words[:600]}; nothing was imported", field="file")
