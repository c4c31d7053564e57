"""``storyworld export``, ``verify``, ``replay`` and ``import``: evidence that others can check."""

import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

from storyworld.cli.archive import an_archive, the_archive
from storyworld.cli.asking import existing_file
from storyworld.cli.exits import ExitCode, say
from storyworld.cli.presentation import console
from storyworld.errors import Conflicting, InvalidField, StageError
from storyworld.records.access import LOCAL, OWNER, OWNER_WORDS
from storyworld.records.account import Account
from storyworld.records.verification import PathVerification, Verification
from storyworld.settings import Settings

if TYPE_CHECKING:
    from rich.console import Console
    from sqlalchemy.orm import Session

_MOST_SHOWN = 50


def export(name: str, output: Path | None, *, film: bool, sign: Path | None) -> int:
    """Write the crate of an episode (``ep_...``), or the lines of a whole world (``wd_...``).

    Raises
    ------
    RequestError
        If there is no such episode or world, or the file cannot be written.
    ConfigurationError
        If there is no archive, or no key to sign with.
    """
    if not name.startswith(("ep_", "wd_")):
        raise InvalidField("name an episode (ep_...) or a world (wd_...)", field="name")
    path = output or Path(f"{name}{'.zip' if name.startswith('ep_') else '.ndjson'}")
    write = _export_episode if name.startswith("ep_") else _export_world
    try:
        told = write(name, path, film=film, sign=sign)
    except OSError as error:
        words = f"{error.filename or path} cannot be written: {error.strerror or error}"
        raise InvalidField(words, field="--output") from error
    console().print(told)
    return ExitCode.ACHIEVED


def _export_episode(name: str, path: Path, *, film: bool, sign: Path | None) -> str:
    from storyworld.archive.accounts import account
    from storyworld.archive.engine import reading
    from storyworld.evidence_export.crate import write_crate

    settings = Settings.from_environment()
    with the_archive(settings) as engine, reading(engine) as session:
        told = account(session, name)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="storyworld-crate-")))
        films = _films(settings, told, folder) if film else {}
        with _finished(path) as unfinished:
            write_crate(told, unfinished, films=films, sign=_signer(sign))
    if not told.run.state.terminal:
        say(f"{name} is still running: the crate holds what there is by now")
    count = f"{len(films)} film{'' if len(films) == 1 else 's'}"
    return f"{path}  {count}, chain ends with {told.head}"


@contextmanager
def _finished(path: Path) -> Iterator[Path]:
    """Give a path to write to, whose file takes its place when it is whole, or is no more."""
    unfinished = path.with_name(f".{path.name}.part")
    try:
        yield unfinished
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _signer(key: Path | None) -> Callable[[Account, Mapping[str, str]], bytes] | None:
    if key is None:
        return None
    from storyworld.evidence_export.statement import signed_statement

    return lambda account, digests: signed_statement(account, digests, key)


def _films(settings: Settings, account: Account, folder: Path) -> dict[str, Path]:
    """Fetch the films that are still there; of one that is not, say so."""
    from storyworld.artifacts import film_store

    store, found = film_store(settings), {}
    for walk in account.walks:
        artifact = walk.filming.artifact if walk.filming is not None else None
        if artifact is None or walk.deleted_at is not None:
            continue
        try:
            found[artifact.sha256] = store.fetch(artifact, folder)
        except StageError as error:
            say(f"the film of attempt {walk.name} is left out: {error.failure.detail}")
    return found


def _export_world(name: str, path: Path, *, film: bool, sign: Path | None) -> str:  # noqa: ARG001 - films are named by digest
    from storyworld.archive import graph
    from storyworld.archive.accounts import of_world
    from storyworld.archive.engine import reading
    from storyworld.evidence_export.worlds import world_lines

    if sign is not None:
        raise InvalidField("is for the crate of an episode; a world is not signed", field="--sign")
    with the_archive(Settings.from_environment()) as engine, reading(engine) as session:
        begun = graph.require(session, name)
        with _finished(path) as unfinished, unfinished.open("wb") as file:
            count = -2
            for line in world_lines(name, begun, of_world(session, name)):
                file.write(line)
                count += 1
    return f"{path}  {count} episodes, films by digest only"


def import_world(path: Path, owner: str = LOCAL) -> int:
    """Take over an exported world as an owner's: each episode is examined, all come or none.

    Raises
    ------
    RequestError
        If the file is no exported world, anything in it is not as it was, or the world is here and
        another owner's; naming what.
    ConfigurationError
        If the archive cannot be opened.
    """
    from sqlalchemy.exc import IntegrityError

    from storyworld.archive.engine import writing

    existing_file(path, "file")
    if not re.fullmatch(OWNER, owner):
        raise InvalidField(OWNER_WORDS, field="--owner")
    with an_archive(Settings.from_environment()) as engine, path.open("rb") as file:
        examined = _examined(file)
        file.seek(0)
        try:
            with writing(engine) as session:
                world_id, fresh, known = _take_over(session, file, examined, owner)
        except IntegrityError as error:
            words = f"the archive refuses it, nothing was imported: {error.orig}"
            raise Conflicting(words, field="file") from error
    console().print(f"{world_id}  {fresh} episodes imported, {known} were here already")
    return ExitCode.ACHIEVED


def _examined(file: IO[bytes]) -> tuple[str, ...]:
    """Examine all episodes before any is written, for others write meanwhile; give digests."""
    from storyworld.evidence_export.verifying import examine
    from storyworld.evidence_export.worlds import WorldLine, read_world

    found = []
    for line in read_world(file):
        if isinstance(line, WorldLine):
            continue
        verification = examine(line)
        if not verification.sound:
            first = verification.differences[0]
            words = f"{line.run.episode_id}: {first.where}: {first.words}; nothing was imported"
            raise InvalidField(words, field="file")
        found.append(line.digest())
    return tuple(found)


def _take_over(
    session: "Session", file: IO[bytes], examined: Iterable[str], owner: str = LOCAL
) -> tuple[str, int, int]:
    from storyworld.archive import importing
    from storyworld.evidence_export.worlds import WorldLine, read_world

    world_id, fresh, known, expected = "", 0, 0, iter(examined)
    for line in read_world(file):
        if isinstance(line, WorldLine):
            world_id = line.world_id
            importing.import_world(session, world_id, line.created_at, owner=owner)
            continue
        if line.digest() != next(expected, None):
            raise InvalidField("was changed while it was read; nothing was imported", field="file")
        imported = importing.import_episode(session, world_id, line)
        fresh, known = fresh + imported, known + (not imported)
    if not fresh + known:  # its root would come with the episode that began it
        raise InvalidField("holds no episode that has ended; nothing was imported", field="file")
    return world_id, fresh, known


def verify(crate: Path, *, key: Path | None, head: str | None, as_json: bool) -> int:
    """Examine a crate, standing on it alone; say exactly what differs.

    Raises
    ------
    InvalidField
        If it is no crate, or one that must not be opened.
    """
    from storyworld.evidence_export.verifying import examine_crate

    existing_file(crate, "crate")
    if key is not None:
        existing_file(key, "--key")
    return _tell(examine_crate(crate, key=key, head=head), as_json=as_json)


def replay(name: str, *, as_json: bool) -> int:
    """Recompute an episode from the archive, or all episodes that lead to a node of a world.

    Raises
    ------
    RequestError
        If there is no such episode or node.
    ConfigurationError
        If there is no archive.
    """
    from storyworld.archive.accounts import account, on_the_way_to
    from storyworld.archive.engine import reading
    from storyworld.evidence_export.verifying import examine

    with the_archive(Settings.from_environment()) as engine, reading(engine) as session:
        if not name.startswith("nd_"):
            return _tell(examine(account(session, name)), as_json=as_json)
        way = on_the_way_to(session, name)
        found = tuple(examine(account(session, episode_id)) for episode_id in way)
    return _tell(PathVerification(node_id=name, episodes=found), as_json=as_json)


def _tell(found: Verification | PathVerification, *, as_json: bool) -> int:
    if as_json:
        sys.stdout.write(found.canonical_json() + "\n")
    elif isinstance(found, Verification):
        show(console(), found)
    else:
        for episode in found.episodes:
            show(console(), episode)
        told = "sound" if found.sound else "NOT sound"
        console().print(f"{len(found.episodes)} episodes lead to {found.node_id}: {told}")
    return ExitCode.ACHIEVED if found.sound else ExitCode.UNHEALTHY


def show(to: "Console", found: Verification) -> None:
    """Write what was examined, what differs, and what could not be examined."""
    to.print(f"episode     {found.episode_id}")
    to.print(f"outcome     {found.outcome}")
    to.print(f"chain       ends with {found.head or 'nothing'}")
    by_aspect = {d.aspect for d in found.differences}
    for item in found.examined:
        sign = "✗" if item.aspect in by_aspect else "✓"
        to.print(f"{sign} {item.aspect:<13} {item.count} examined")
    for difference in found.differences[:_MOST_SHOWN]:
        to.print(f"differs     {difference.where}: {difference.words}", markup=False)
    if len(found.differences) > _MOST_SHOWN:
        to.print(f"            and {len(found.differences) - _MOST_SHOWN} more")
    for remark in found.remarks:
        to.print(f"remark      {remark}", markup=False)
    to.print("sound: nothing differs" if found.sound else "NOT sound")
