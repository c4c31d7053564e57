"""Crates taken apart, changed, and packed again: as whoever tampers with one would."""

import hashlib
import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from storyworld.evidence_export.crate import write_crate
from storyworld.evidence_export.layout import METADATA
from storyworld.evidence_export.verifying import examine_crate
from storyworld.records.account import Account
from storyworld.records.provenance import Link
from storyworld.records.verification import Aspect, Verification

Files = dict[str, bytes]
Tamper = Callable[[Files], None]


def unpacked(path: Path) -> Files:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(files: Mapping[str, bytes], path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return path


def crate_of(account: Account, path: Path, films: Mapping[str, Path] | None = None) -> Files:
    write_crate(account, path, films=films)
    return unpacked(path)


def listed_anew(files: Files) -> None:
    """Make the metadata list the files as they are now: what a forger does first."""
    metadata = json.loads(files[METADATA])
    kept = []
    for entity in metadata["@graph"]:
        if entity.get("@type") == "File" and "sha256" in entity:
            if entity["@id"] not in files:
                continue
            entity["sha256"] = hashlib.sha256(files[entity["@id"]]).hexdigest()
            entity["contentSize"] = str(len(files[entity["@id"]]))
        kept.append(entity)
    known = {entity["@id"] for entity in kept}
    kept += [
        {"@id": name, "@type": "File", "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in files.items()
        if name not in known and name != METADATA
    ]
    metadata["@graph"] = kept
    files[METADATA] = json.dumps(metadata).encode()


def examined(files: Mapping[str, bytes], folder: Path, **more: object) -> Verification:
    return examine_crate(pack(files, folder / "tampered.zip"), **more)  # type: ignore[arg-type]


def rewritten(told: object) -> bytes:
    return json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def aspects(found: Verification) -> set[Aspect]:
    return {difference.aspect for difference in found.differences}


def places(found: Verification, *but: Aspect) -> set[str]:
    return {d.where for d in found.differences if d.aspect not in but}


def chained_anew(account: Account) -> Account:
    """Chain the entries of an account anew from the first: its head is another one then."""
    links: list[Link] = []
    for place, link in enumerate(account.links):
        before = links[-1].digest() if links else None
        links.append(link.revised(place=place, previous=before))
    return account.revised(links=tuple(links), head=links[-1].digest() if links else None)
