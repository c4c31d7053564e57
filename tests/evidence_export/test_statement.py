"""Signed crates: who vouches for what."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from storyworld.errors import ConfigurationError, InvalidField
from storyworld.evidence_export.crate import write_crate
from storyworld.evidence_export.layout import METADATA
from storyworld.evidence_export.statement import SIGNED, signed_statement, unlike_statement
from storyworld.records.account import Account
from storyworld.records.verification import Aspect
from tests.evidence_export.conftest import Kinds
from tests.evidence_export.packing import (
    Files,
    aspects,
    chained_anew,
    examined,
    listed_anew,
    places,
    unpacked,
)

KEYS = {
    "ed25519": ed25519.Ed25519PrivateKey.generate,
    "ecdsa": lambda: ec.generate_private_key(ec.SECP256R1()),
    "rsa": lambda: rsa.generate_private_key(65537, 2048),
}


def keys(folder: Path, kind: str = "ed25519") -> tuple[Path, Path]:
    private, public = folder / f"{kind}.pem", folder / f"{kind}.pub.pem"
    key = KEYS[kind]()
    private.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    public.write_bytes(
        key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    )
    return private, public


def signed(account: Account, folder: Path, key: Path, films: Mapping[str, Path]) -> Files:
    path = folder / "signed.zip"
    write_crate(account, path, films=films, sign=lambda a, d: signed_statement(a, d, key))
    return unpacked(path)


@pytest.mark.parametrize("kind", sorted(KEYS))
def test_whoever_has_the_public_key_can_tell_who_signed(
    kinds: Kinds, kind: str, tmp_path: Path
) -> None:
    private, public = keys(tmp_path, kind)
    files = signed(kinds["achieved"], tmp_path, private, kinds.films)
    found = examined(files, tmp_path, key=public)
    assert found.sound, found.differences
    assert {e.aspect: e.count for e in found.examined}[Aspect.SIGNATURE] == 1
    unasked = examined(files, tmp_path)
    assert unasked.sound
    assert any("it is signed" in remark for remark in unasked.remarks)


def test_the_statement_names_every_file_the_outcome_and_the_head(
    kinds: Kinds, tmp_path: Path
) -> None:
    import base64

    private, _ = keys(tmp_path)
    told = kinds["achieved"]
    files = signed(told, tmp_path, private, kinds.films)
    envelope = json.loads(files[SIGNED])
    assert envelope["payloadType"] == "application/vnd.in-toto+json"
    statement = json.loads(base64.b64decode(envelope["payload"]))
    assert statement["_type"] == "https://in-toto.io/Statement/v1"
    assert {s["name"] for s in statement["subject"]} == set(files) - {SIGNED, METADATA}
    predicate = statement["predicate"]
    assert (predicate["outcome"], predicate["head"]) == (told.run.outcome, told.head)


def test_who_makes_everything_anew_cannot_sign_it(kinds: Kinds, tmp_path: Path) -> None:
    """Neither the old statement nor one of the forger's own stands up to the key."""
    private, public = keys(tmp_path)
    theirs, _ = keys(tmp_path, "ecdsa")
    told = kinds["terminated"]
    link = told.links[0]
    forged = chained_anew(
        told.revised(
            links=(
                link.revised(entry=link.entry.revised(code_version="9.9.9")), *told.links[1:]
            )
        )
    )  # fmt: skip
    of_old = signed(told, tmp_path, private, {})[SIGNED]
    files = signed(forged, tmp_path, theirs, {})
    assert examined(files, tmp_path).sound
    assert places(examined(files, tmp_path, key=public)) == {SIGNED}
    files[SIGNED] = of_old
    listed_anew(files)
    found = examined(files, tmp_path, key=public)
    assert {"provenance", "provenance.jsonl", "episode.json"} <= places(found)


@pytest.mark.parametrize("name", ["timeline.json", "episode.json", "report.html"])
def test_the_signature_covers_what_no_chain_does(kinds: Kinds, name: str, tmp_path: Path) -> None:
    private, public = keys(tmp_path)
    files = signed(kinds["achieved"], tmp_path, private, {})
    year = b"2026" if b"2026" in files[name] else b"StoryWorld"
    files[name] = files[name].replace(year, year[::-1], 1)
    listed_anew(files)
    found = examined(files, tmp_path, key=public)
    assert name in {d.where for d in found.differences if d.aspect is Aspect.SIGNATURE}


def test_a_statement_that_is_gone_or_of_nobody_is_told(kinds: Kinds, tmp_path: Path) -> None:
    private, public = keys(tmp_path)
    files = signed(kinds["vetoed"], tmp_path, private, {})
    for content in (None, b"", b"{}", b"[]", b"null", b'{"payload": 1}', b"[" * 100_000, b"\xff"):
        files.pop(SIGNED, None)
        if content is not None:
            files[SIGNED] = content
        listed_anew(files)
        found = examined(files, tmp_path, key=public)
        assert Aspect.SIGNATURE in aspects(found), content
    _, other = keys(tmp_path, "rsa")
    files = signed(kinds["vetoed"], tmp_path, private, {})
    assert places(examined(files, tmp_path, key=other)) == {SIGNED}


def test_keys_that_are_none_are_told(kinds: Kinds, tmp_path: Path) -> None:
    private, public = keys(tmp_path)
    nonsense = tmp_path / "nonsense.pem"
    nonsense.write_text("no key")
    for bad in (nonsense, tmp_path / "nowhere.pem", public, tmp_path):
        with pytest.raises(ConfigurationError, match=bad.name):
            signed(kinds["vetoed"], tmp_path, bad, {})
    files = signed(kinds["vetoed"], tmp_path, private, {})
    for bad in (nonsense, tmp_path / "nowhere.pem", private, tmp_path):
        with pytest.raises(InvalidField, match=bad.name):
            examined(files, tmp_path, key=bad)


def test_a_key_with_a_password_is_asked_for_without(kinds: Kinds, tmp_path: Path) -> None:
    locked = tmp_path / "locked.pem"
    private, _ = keys(tmp_path)
    key = load_pem_private_key(private.read_bytes(), password=None)
    locking = BestAvailableEncryption(b"x")
    locked.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, locking))
    with pytest.raises(ConfigurationError, match="without a password"):
        signed(kinds["vetoed"], tmp_path, locked, {})


@pytest.mark.parametrize("missing", ["securesystemslib", "cryptography"])
def test_without_what_signing_needs_it_is_said_what_to_install(
    kinds: Kinds, missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == missing]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)  # type: ignore[arg-type]
    told, key = kinds["vetoed"], tmp_path / "key.pem"
    with pytest.raises(ConfigurationError, match=r"storyworld\[signing\]"):
        signed_statement(told, {}, key)
    with pytest.raises(ConfigurationError, match=r"storyworld\[signing\]"):
        list(unlike_statement(b"{}", told, {}, key))
