"""Provenance as PROV-JSON, read back with the library of the standard."""

import json
import re

import pytest
from prov.model import (
    ProvActivity,
    ProvAgent,
    ProvAssociation,
    ProvCommunication,
    ProvDerivation,
    ProvDocument,
    ProvEntity,
    ProvGeneration,
    ProvMembership,
    ProvUsage,
)

from storyworld.evidence_export.prov import prov_json
from storyworld.records.account import Account
from storyworld.records.provenance import Thing
from tests.evidence_export import accounts
from tests.evidence_export.conftest import Kinds

ALL = (
    "achieved", "two beats", "impossible", "tried twice", "vetoed", "lacking", "failed",
    "terminated", "running",
)  # fmt: skip


def read(account: Account) -> ProvDocument:
    return ProvDocument.deserialize(content=prov_json(account), format="json")


def pairs(document: ProvDocument, kind: type) -> set[tuple[str, str]]:
    return {(str(record.args[0]), str(record.args[1])) for record in document.get_records(kind)}


def entity(thing: Thing) -> str:
    digest = f".{thing.sha256[:16]}" if thing.sha256 else ""
    return f"sw:{thing.kind}.{re.sub(r'[^A-Za-z0-9_.-]', '-', thing.name)}{digest}"


@pytest.mark.parametrize("kind", ALL)
def test_each_link_is_an_activity_that_used_and_made_what_it_says(kinds: Kinds, kind: str) -> None:
    account, document = kinds[kind], read(kinds[kind])
    links = account.links
    assert {str(a.identifier) for a in document.get_records(ProvActivity)} == {
        f"sw:link.{link.place}" for link in links
    }
    used = {(f"sw:link.{k.place}", entity(t)) for k in links for t in k.entry.used}
    made = {(entity(t), f"sw:link.{k.place}") for k in links for t in k.entry.produced}
    assert pairs(document, ProvUsage) == used
    assert pairs(document, ProvGeneration) == made
    informed = {(f"sw:link.{k.place}", f"sw:link.{k.place - 1}") for k in links[1:]}
    assert pairs(document, ProvCommunication) == informed
    assert len(list(document.get_records(ProvAssociation))) == len(links)


def test_each_activity_says_when_by_whom_and_with_what(kinds: Kinds) -> None:
    account = kinds["failed"]
    activities = json.loads(prov_json(account))["activity"]
    for link in account.links:
        told = activities[f"sw:link.{link.place}"]
        assert told["sw:sha256"] == link.digest()
        assert told["prov:startTime"] == link.entry.started_at.isoformat()
        assert ("sw:failure" in told) is (link.entry.failure is not None)
    agents = json.loads(prov_json(kinds["terminated"]))["agent"]
    assert "prov:Person" in json.dumps(agents)


def test_evidence_is_derived_from_the_film_and_pinned_to_its_seconds(kinds: Kinds) -> None:
    account, document = kinds["two beats"], read(kinds["two beats"])
    items = [e for w in account.walks for o in w.observations for e in o.evidence]
    assert len(pairs(document, ProvDerivation)) == len(items)
    assert len(list(document.get_records(ProvMembership))) == len(items)
    entities = json.loads(prov_json(account))["entity"]
    item = account.walks[1].observations[0].evidence[0]
    told = entities[f"sw:evidence.{item.evidence_id.replace(':', '-')}"]
    rate = account.walks[1].filming.shot.camera.frame_rate_hz  # type: ignore[union-attr]
    place = f"attempts/1-0/film.mp4#t={2 / rate:.6g},{21 / rate:.6g}"
    assert place in json.dumps(told)


def test_of_one_thing_there_is_one_entity_and_of_what_was_changed_another(kinds: Kinds) -> None:
    document = read(kinds["achieved"])
    names = [str(e.identifier) for e in document.get_records(ProvEntity)]
    assert len(names) == len(set(names))
    agents = [str(a.identifier) for a in document.get_records(ProvAgent)]
    assert len(agents) == len(set(agents)) == 5


@pytest.mark.parametrize("kind", sorted(accounts.ALL))
def test_accounts_made_by_hand_are_told_too(kind: str) -> None:
    account = accounts.ALL[kind]()
    assert len(list(read(account).get_records(ProvActivity))) == len(account.links)


def test_the_same_account_gives_the_same_text(kinds: Kinds) -> None:
    assert prov_json(kinds["two beats"]) == prov_json(kinds["two beats"])
