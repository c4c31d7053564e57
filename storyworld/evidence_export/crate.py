"""One episode as a crate: a zip that anybody can check without StoryWorld's archive.

An RO-Crate after the Process Run Crate profile: each link of the provenance is an action with its
instrument, its objects and its results. The same account gives the same bytes.

References
----------
RO-Crate 1.1 (https://w3id.org/ro/crate/1.1); Process Run Crate 0.5
(https://w3id.org/ro/wfrun/process/0.5).
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from storyworld.evidence_export.layout import METADATA, files_of, film_name
from storyworld.evidence_export.prov import prov_json
from storyworld.evidence_export.report import report
from storyworld.evidence_export.statement import SIGNED
from storyworld.records.account import Account
from storyworld.records.provenance import AgentKind, Link, Thing, ThingKind
from storyworld.records.render import sha256_of

if TYPE_CHECKING:
    from rocrate.rocrate import ROCrate

PROV, REPORT = "prov.json", "report.html"
_PROFILE: Final = "https://w3id.org/ro/wfrun/process/0.5"
_TERMS: Final = "https://w3id.org/ro/terms/workflow-run/context"
_THEN: Final = (1980, 1, 1, 0, 0, 0)  # the first moment a zip knows: bytes that do not change
_TYPES: Final = {
    "json": "application/json",
    "jsonl": "application/x-ndjson",
    "html": "text/html",
    "mp4": "video/mp4",
    "webm": "video/webm",
}
_ABOUT: Final = {
    "episode.json": "The run and its outcome",
    "goal.json": "The goal as it was asked",
    "provenance.jsonl": "Who did what: a chain of links, each naming the one before by digest",
    PROV: "The provenance as W3C PROV-JSON",
    REPORT: "All of it for people to read",
    SIGNED: "An in-toto statement about the crate, signed",
}
Films = Mapping[str, Path]
"""The film of each sha256, where it is at hand."""
Sign = Callable[[Account, Mapping[str, str]], bytes]
"""Makes a signed statement of an account and the sha256 of each file of its crate."""


def write_crate(
    account: Account, path: Path, *, films: Films | None = None, sign: Sign | None = None
) -> None:
    """Write the crate of an episode.

    Parameters
    ----------
    films
        Films to be taken along, by sha256; of the others the crate has the digest alone.
    sign
        Makes the statement that is put into it.
    """
    files, along = written(account), _along(account, films or {})
    listed = listed_as(files) | {
        name: Listed(sha256_of(film), film.stat().st_size) for name, film in along.items()
    }
    if sign is not None:
        files[SIGNED] = sign(account, {name: item.sha256 for name, item in listed.items()})
        listed |= listed_as({SIGNED: files[SIGNED]})
    metadata = metadata_of(account, listed)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_entry(METADATA), metadata)
        for name, content in files.items():
            archive.writestr(_entry(name), content)
        for name, film in along.items():
            with film.open("rb") as file, archive.open(_entry(name, packed=False), "w") as packed:
                while chunk := file.read(1 << 20):
                    packed.write(chunk)


@dataclass(frozen=True)
class Listed:
    """What the metadata says of a file: the digest of its bytes, and how many they are."""

    sha256: str
    size_bytes: int


def written(account: Account) -> dict[str, bytes]:
    """Give the files that are made of an account alone, in their order."""
    return {
        **dict(files_of(account)),
        PROV: prov_json(account).encode(),
        REPORT: report(account).encode(),
    }


def listed_as(files: Mapping[str, bytes]) -> dict[str, Listed]:
    """Say what the metadata lists files as."""
    return {
        name: Listed(hashlib.sha256(content).hexdigest(), len(content))
        for name, content in files.items()
    }


def crate_bytes(account: Account) -> bytes:
    """Give the crate of an episode without films, as bytes."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="storyworld-crate-") as folder:
        path = Path(folder) / "crate.zip"
        write_crate(account, path)
        return path.read_bytes()


def _along(account: Account, films: Films) -> dict[str, Path]:
    found = {}
    for walk in account.walks:
        artifact = walk.filming.artifact if walk.filming is not None else None
        if artifact is not None and artifact.sha256 in films:
            name = film_name(walk.beat, walk.attempt, artifact.media_type)
            found[name] = films[artifact.sha256]
    return found


def _entry(name: str, *, packed: bool = True) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, date_time=_THEN)
    entry.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    entry.external_attr = 0o644 << 16
    return entry


def metadata_of(account: Account, listed: Mapping[str, Listed]) -> str:
    """Write the metadata of a crate that holds these files, in this order."""
    from rocrate.rocrate import ROCrate

    run, crate = account.run, ROCrate(version="1.1")
    ended = run.finished_at or run.updated_at
    crate.name = f"StoryWorld episode {run.episode_id}"
    crate.description = f"{account.goal.text} Outcome: {run.outcome}. {run.because}"
    crate.datePublished = ended
    crate.root_dataset["conformsTo"] = crate.add_jsonld(
        {"@id": _PROFILE, "@type": "CreativeWork", "name": "Process Run Crate", "version": "0.5"}
    )
    crate.metadata.extra_contexts.append(_TERMS)
    made = {
        name: crate.add_file(io.BytesIO(), name, properties=_about(name, item))
        for name, item in listed.items()
    }
    by_digest = {item.sha256: made[name] for name, item in listed.items()}
    mentioned = [_action(crate, link, by_digest) for link in account.links]
    crate.root_dataset["mentions"] = mentioned
    return json.dumps(crate.metadata.generate(), indent=1, ensure_ascii=False, sort_keys=True)


def _about(name: str, item: Listed) -> dict[str, Any]:
    kind = _TYPES.get(name.rsplit(".", 1)[-1], "application/octet-stream")
    about: dict[str, Any] = {
        "sha256": item.sha256, "contentSize": str(item.size_bytes), "encodingFormat": kind,
    }  # fmt: skip
    return about | ({"description": _ABOUT[name]} if name in _ABOUT else {})


def _action(crate: "ROCrate", link: Link, by_digest: Mapping[str, Any]) -> Any:
    """Describe a link as an action: who did it, with what, of what, with what result."""
    entry = link.entry
    properties: dict[str, Any] = {
        "name": f"{entry.stage} of attempt {link.beat}-{link.attempt}",
        "startTime": entry.started_at.isoformat(),
        "endTime": entry.finished_at.isoformat(),
        "sha256": link.digest(),
        "actionStatus": "http://schema.org/FailedActionStatus"
        if entry.failure is not None
        else "http://schema.org/CompletedActionStatus",
    }
    if entry.failure is not None:
        properties["error"] = f"{entry.failure.code}: {entry.failure.detail}"
    agent = entry.agent
    person = agent.kind is AgentKind.PERSON
    properties_of_it = {"name": agent.name} | ({} if person else {"softwareVersion": agent.version})
    if agent.model:
        properties_of_it["description"] = f"model {agent.model}"
    instrument = crate.add_jsonld(
        {
            "@id": f"#{agent.kind}-{agent.name}-{link.place}",
            "@type": "Person" if person else "SoftwareApplication",
            **properties_of_it,
        }
    )
    return crate.add_action(
        instrument,
        identifier=f"#link-{link.place}",
        object=_things(crate, entry.used, by_digest),
        result=_things(crate, entry.produced, by_digest),
        properties=properties,
    )


def _things(crate: "ROCrate", things: Iterable[Thing], by_digest: Mapping[str, Any]) -> list[Any]:
    """Give the files of things; what has none here is named by its digest."""
    found = []
    for thing in things:
        here = by_digest.get(thing.sha256 or "")
        if here is None:
            what = "VideoObject" if thing.kind is ThingKind.FILM else "CreativeWork"
            about = {"@id": f"#{thing.kind}-{(thing.sha256 or thing.name)[:80]}", "@type": what}
            about["name"] = f"{thing.kind} {thing.name}"
            if thing.sha256:
                about["sha256"] = thing.sha256
            here = (
                crate.add_jsonld(about)
                if crate.get(about["@id"]) is None
                else crate.get(about["@id"])
            )
        found.append(here)
    return found
