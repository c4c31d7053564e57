"""A crate, as RO-Crate's own library reads it."""

import json
from pathlib import Path
from typing import Any

import pytest
from rocrate.rocrate import ROCrate

from storyworld.evidence_export.crate import PROV, REPORT, crate_bytes, write_crate
from storyworld.evidence_export.layout import METADATA, files_of
from storyworld.evidence_export.prov import prov_json
from storyworld.evidence_export.report import report
from storyworld.evidence_export.verifying import examine_crate
from tests.evidence_export import accounts
from tests.evidence_export.conftest import Kinds
from tests.evidence_export.packing import crate_of

PROFILE = "https://w3id.org/ro/wfrun/process/0.5"
ALL = (
    "achieved", "two beats", "impossible", "tried twice", "vetoed", "lacking", "failed",
    "terminated", "running",
)  # fmt: skip


def opened(kinds: Kinds, kind: str, folder: Path) -> ROCrate:
    path = folder / "crate.zip"
    write_crate(kinds[kind], path, films=kinds.films)
    return ROCrate(path)


@pytest.mark.parametrize("kind", ALL)
def test_it_is_a_process_run_crate_with_an_action_for_each_link(
    kinds: Kinds, kind: str, tmp_path: Path
) -> None:
    told, crate = kinds[kind], opened(kinds, kind, tmp_path)
    assert crate.root_dataset["conformsTo"].id == PROFILE
    assert str(crate.root_dataset["datePublished"]).startswith("20")
    actions = {e.id: e for e in crate.get_entities() if e.type == "CreateAction"}
    assert [a.id for a in crate.root_dataset["mentions"]] == [
        f"#link-{p}" for p in range(len(told.links))
    ]
    for link in told.links:
        action: Any = actions[f"#link-{link.place}"]
        entry = link.entry
        assert action["sha256"] == link.digest()
        assert action["instrument"]["name"] == entry.agent.name
        assert action["startTime"] == entry.started_at.isoformat()
        assert ("error" in action) is (entry.failure is not None)
        for side, things in (("object", entry.used), ("result", entry.produced)):
            listed = [held["sha256"] for held in as_list(action.get(side))]
            assert listed == [thing.sha256 for thing in things]


def as_list(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def test_what_an_action_made_is_the_very_file(kinds: Kinds, tmp_path: Path) -> None:
    crate = opened(kinds, "achieved", tmp_path)
    link = {e.id: e for e in crate.get_entities() if e.type == "CreateAction"}
    assert as_list(link["#link-1"]["result"])[0].id == "attempts/0-0/film.mp4"
    assert as_list(link["#link-3"]["result"])[0].id == "attempts/0-0/judgement.json"
    assert as_list(link["#link-0"]["object"])[0].id == "goal.json"


def test_every_file_is_listed_with_what_it_is(kinds: Kinds, tmp_path: Path) -> None:
    files = crate_of(kinds["two beats"], tmp_path / "crate.zip", kinds.films)
    listed = {e["@id"]: e for e in json.loads(files[METADATA])["@graph"] if e["@type"] == "File"}
    assert set(listed) == set(files) - {METADATA}
    for name, entity in listed.items():
        assert entity["contentSize"] == str(len(files[name]))
        assert "/" in entity["encodingFormat"]
    assert files[REPORT].decode() == report(kinds["two beats"])
    assert files[PROV].decode() == prov_json(kinds["two beats"])
    assert next(iter(files)) == METADATA


@pytest.mark.parametrize("kind", ALL)
def test_the_same_account_gives_the_same_bytes(kinds: Kinds, kind: str, tmp_path: Path) -> None:
    assert crate_bytes(kinds[kind]) == crate_bytes(kinds[kind])
    once, again = tmp_path / "once.zip", tmp_path / "again.zip"
    for path in (once, again):
        write_crate(kinds[kind], path, films=kinds.films)
    assert once.read_bytes() == again.read_bytes()


@pytest.mark.parametrize("kind", sorted(accounts.ALL))
def test_accounts_made_by_hand_are_written_and_told_for_what_they_are(
    kind: str, tmp_path: Path
) -> None:
    """Their links name things that are not there: none of them is sound, and none breaks it."""
    told = accounts.ALL[kind]()
    path = tmp_path / "crate.zip"
    write_crate(told, path)
    assert {name for name, _ in files_of(told)} <= set(crate_of(told, path))
    examine_crate(path)


def test_nothing_secret_is_in_it(kinds: Kinds, tmp_path: Path) -> None:
    content = b"".join(crate_of(kinds["achieved"], tmp_path / "crate.zip").values())
    assert b"nonce" not in content
    assert b"incoming/" not in content
