"""Examining an account, or a crate: whether all is as it was, and follows from what was seen.

Nothing else is asked: no archive, no network, not whoever made it.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from storyworld.errors import InvalidField
from storyworld.evidence_export import chaining, ending, replaying
from storyworld.evidence_export.crate import (
    PROV,
    REPORT,
    Listed,
    listed_as,
    metadata_of,
    written,
)
from storyworld.evidence_export.layout import (
    EPISODE,
    METADATA,
    account_of,
    files_of,
    film_name,
)
from storyworld.evidence_export.opening import Opened, open_crate
from storyworld.evidence_export.statement import SIGNED, unlike_statement
from storyworld.records.account import Account
from storyworld.records.render import Artifact
from storyworld.records.verification import Aspect, Difference, Examined, Verification


def examine(account: Account) -> Verification:
    """Hold an account against itself: chain, contents, predictions, judgements, commitments.

    Nothing but the account is asked: no archive, no film.
    """
    judged = sum(walk.judgement is not None for walk in account.walks)
    return Verification(
        episode_id=account.run.episode_id,
        outcome=account.run.outcome,
        head=account.head,
        examined=(
            Examined(aspect=Aspect.CHAIN, count=len(account.links)),
            Examined(aspect=Aspect.CONTENTS, count=len(chaining.contents(account))),
            Examined(
                aspect=Aspect.ADMISSION, count=sum(len(w.observations) for w in account.walks)
            ),
            Examined(aspect=Aspect.PREDICTIONS, count=len(account.beats)),
            Examined(aspect=Aspect.JUDGEMENTS, count=judged),
            Examined(aspect=Aspect.COMMITMENTS, count=judged),
        ),
        differences=differences(account),
        remarks=tuple(_remarks(account)),
    )


def differences(account: Account) -> tuple[Difference, ...]:
    """Find all that is not as it was, or does not follow."""
    return (
        *chaining.broken_links(account),
        *chaining.unlike_contents(account),
        *replaying.not_admitted(account),
        *replaying.unlike_predictions(account),
        *replaying.unlike_judgements(account),
        *replaying.unlike_commitments(account),
        *ending.unlike_branch(account),
    )


def _remarks(account: Account) -> list[str]:
    remarks = []
    if not account.run.state.terminal:
        remarks.append("it is still running: what is yet to come is not in here")
    if not chaining.whole(account):
        remarks.append(
            "its provenance was not chained from the start: what was made before has no digest"
        )
    told = (t for link in account.links for t in (*link.entry.used, *link.entry.produced))
    if any(thing.sha256 is None for thing in told):
        remarks.append("some of its entries call things by a name alone")
    return remarks


def examine_crate(path: Path, *, key: Path | None = None, head: str | None = None) -> Verification:
    """Hold a crate against itself, file by file and as an account.

    Parameters
    ----------
    key
        Public key (PEM) of whoever should have signed it.
    head
        The digest of the last link of its provenance, as it is known from elsewhere.

    Raises
    ------
    InvalidField
        If it is no crate, or one that must not be opened.
    ConfigurationError
        If signatures cannot be checked here.
    """
    opened = open_crate(path)
    account, unreadable = account_of(opened.files)
    found = [*unreadable, *_unlike_files(opened)]
    if account is None:
        told = "; ".join(f"{d.where} {d.words}" for d in found[:3])
        raise InvalidField(f"this is no crate that can be examined: {told}", field="crate")
    found += _unlike_films(account, opened)
    if head is not None and head != account.head:
        words = f"it ends with {account.head}, and should with {head[:80]}"
        found.append(Difference(aspect=Aspect.CHAIN, where="provenance", words=words))
    if key is not None:
        found += _unlike_signature(opened, account, key)
    whole = examine(account)
    found += whole.differences
    _, cover = next(files_of(account))
    same_writer = cover == opened.files[EPISODE]
    if same_writer and all(difference.aspect is Aspect.FILES for difference in found):
        try:
            found += _unlike_retold(account, opened)
        except Exception as error:  # noqa: BLE001 - an account of anybody's may hold anything
            found.append(_file(METADATA, f"cannot be told again: {type(error).__name__}: {error}"))
    return whole.revised(
        examined=(*_counted(opened, signed=key is not None), *whole.examined),
        differences=tuple(found),
        remarks=(
            *whole.remarks,
            *_not_examined(account, opened, asked=key is not None),
            *(() if same_writer else (_ANOTHER_WRITER,)),
        ),
    )


_ANOTHER_WRITER: Final = (
    "another version of StoryWorld or of its libraries wrote it: whether report.html, prov.json "
    "and the metadata tell what the other files hold is not examined"
)


def _unlike_retold(account: Account, opened: Opened) -> Iterator[Difference]:
    """Find where report, PROV and metadata tell something else than the account they are made of.

    What differs already is not told twice.
    """
    files = written(account)
    for name in (PROV, REPORT):
        if name in opened.files and opened.files[name] != files[name]:
            yield _file(name, "does not tell what the other files hold")
    listed = listed_as(files)
    listed |= {
        name: Listed(artifact.sha256, artifact.size_bytes)
        for name, artifact in _films(account).items()
        if name in opened.films
    }
    listed |= listed_as({SIGNED: opened.files[SIGNED]} if SIGNED in opened.files else {})
    if METADATA in opened.files and opened.files[METADATA].decode(errors="replace") != metadata_of(
        account, listed
    ):
        yield _file(METADATA, "does not tell what the other files hold")


def _counted(opened: Opened, *, signed: bool) -> Iterator[Examined]:
    yield Examined(aspect=Aspect.FILES, count=len(opened.digests) + len(opened.damaged))
    yield Examined(aspect=Aspect.FILMS, count=len(opened.films))
    if signed:
        yield Examined(aspect=Aspect.SIGNATURE, count=int(SIGNED in opened.files))


def _not_examined(account: Account, opened: Opened, *, asked: bool) -> Iterator[str]:
    films = len(_films(account))
    if gone := films - len(opened.films):
        yield f"{gone} of {films} films are not in it: of them only the digest is known"
    if not asked and SIGNED in opened.files:
        yield "it is signed; give --key to see by whom"


def _unlike_signature(opened: Opened, account: Account, key: Path) -> Iterator[Difference]:
    statement = opened.files.get(SIGNED)
    if statement is None:
        words = "is missing: nobody signed it"
        yield Difference(aspect=Aspect.SIGNATURE, where=SIGNED, words=words)
        return
    yield from unlike_statement(statement, account, opened.digests, key)


def _unlike_files(opened: Opened) -> Iterator[Difference]:
    """Hold the files against the digests that the crate's metadata gives of them."""
    for name in opened.damaged:
        yield _file(name, "is damaged: its bytes are not those that were packed")
    listed = _listed(opened)
    if listed is None:
        yield _file(METADATA, "is missing, or lists no files")
        return
    for name, digest in listed.items():
        if name in opened.damaged:
            continue
        if name not in opened.digests:
            yield _file(name, "is missing")
        elif opened.digests[name] != digest:
            yield _file(name, f"was changed: sha256 {opened.digests[name]}, listed as {digest}")
    for name in opened.digests:
        if name not in listed and name != METADATA:
            yield _file(name, "was added: the metadata does not list it")


def _listed(opened: Opened) -> dict[str, str] | None:
    try:
        entities = json.loads(opened.files[METADATA])["@graph"]
        return {
            str(entity["@id"]): str(entity["sha256"])
            for entity in entities
            if entity.get("@type") == "File" and "sha256" in entity
        }
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return None


def _films(account: Account) -> dict[str, Artifact]:
    """Give the films that were observed, by where they would lie."""
    filmed = (w.filming for w in account.walks if w.filming is not None)
    return {
        film_name(f.beat, f.attempt, f.artifact.media_type): f.artifact
        for f in filmed
        if f.artifact is not None
    }


def _unlike_films(account: Account, opened: Opened) -> Iterator[Difference]:
    """Hold the films that are in it against those that were observed."""
    observed = _films(account)
    for name in opened.films:
        artifact = observed.get(name)
        if artifact is None or opened.digests[name] != artifact.sha256:
            words = "is not the film that was observed"
            words += f": that had sha256 {artifact.sha256}" if artifact is not None else ""
            yield Difference(aspect=Aspect.FILMS, where=name, words=words)


def _file(name: str, words: str) -> Difference:
    return Difference(aspect=Aspect.FILES, where=name[:300], words=words[:1000])
