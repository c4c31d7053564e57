"""What real processes leave is evidence: exported, verified elsewhere, replayed, imported."""

import json
import os
import subprocess
import sys
from pathlib import Path

import httpx

from storyworld.archive.accounts import account
from storyworld.archive.engine import reading
from storyworld.evidence_export.crate import write_crate
from storyworld.evidence_export.verifying import examine_crate
from storyworld.records.account import Account
from storyworld.records.identity import Stage
from storyworld.records.verdict import OutcomeKind
from tests.evidence_export.packing import pack, unpacked
from tests.integration.nodes import OURS, ROOT, LocalHouse

FALL = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"
GOALS = {
    "achieved": FALL,
    "impossible": "A steel ball dropped from rest at 20 m reaches the ground in under 1.5 s",
    "two beats": f"{FALL} and then a row of dominoes 5 cm tall spaced 2.5 cm apart all fall",
    "vetoed": "A stone floats motionless in mid-air without support",
    "lacking": "A robot stacks three boxes vertically on a narrow base without external support.",
}


def command(*arguments: object, environment: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "storyworld.cli", *map(str, arguments)],
        env=environment, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def elsewhere(folder: Path) -> dict[str, str]:
    """A machine that has nothing of the house: no archive, no broker, no films."""
    plain = {k: v for k, v in os.environ.items() if not k.startswith(OURS)}
    return {**plain, "STORYWORLD_HOME": str(folder)}


def walked(house: LocalHouse) -> dict[str, str]:
    """Walk a goal of every kind; one fails for want of its backend, one is ended by hand."""
    made = {kind: house.submit(text) for kind, text in GOALS.items()}
    made["failed"] = house.submit(FALL, backend="animatediff")
    for episode_id in made.values():
        house.until_ended(episode_id)
    house.gpu.pause()
    try:
        made["terminated"] = house.submit(FALL)
        answer = httpx.post(f"{house.url}/episodes/{made['terminated']}/terminate", timeout=10)
        assert answer.is_success, answer.text
    finally:
        house.gpu.resume()
    house.until_ended(made["terminated"])
    return made


def told(house: LocalHouse, episode_id: str) -> Account:
    with reading(house.archive) as session:
        return account(session, episode_id)


def test_episodes_of_every_kind_stand_up_to_whoever_checks_them(
    house: LocalHouse, tmp_path: Path
) -> None:
    made, there = walked(house), elsewhere(tmp_path / "nothing")
    for kind, films in (("two beats", 2), ("vetoed", 0)):
        crate, episode_id = tmp_path / f"{kind}.zip", made[kind]
        done = command("export", episode_id, "-o", crate, environment=house.environment)
        assert done.returncode == 0, done.stderr
        head = told(house, episode_id).head
        done = command("verify", crate, "--head", head, "--json", environment=there)
        assert done.returncode == 0, (kind, done.stdout, done.stderr)
        found = json.loads(done.stdout)
        counts = {item["aspect"]: item["count"] for item in found["examined"]}
        assert found["differences"] == []
        assert counts["films"] == films
        assert counts["chain"] == len(told(house, episode_id).links) > 0
    assert not (tmp_path / "nothing").exists()

    for film in house.settings.films.rglob("*.mp4"):
        film.unlink()
    done = command("replay", made["two beats"], environment=house.environment)
    assert done.returncode == 0, (done.stdout, done.stderr)
    for kind, episode_id in made.items():
        crate = tmp_path / f"without films, {kind}.zip"
        write_crate(told(house, episode_id), crate)
        assert examine_crate(crate).differences == (), kind

    files = unpacked(tmp_path / "two beats.zip")
    name = next(name for name in files if "attempts/1-0/observations/" in name)
    del files[name]
    done = command("verify", pack(files, tmp_path / "less.zip"), environment=there)
    assert done.returncode == 1
    assert name in "".join(done.stdout.split())
    assert "judgement 1-0" in " ".join(done.stdout.split())


def test_every_stage_of_a_real_walk_names_settings_code_and_things(house: LocalHouse) -> None:
    episode_id = house.submit(FALL)
    house.until_ended(episode_id)
    made = told(house, episode_id)
    assert [link.entry.stage for link in made.links] == list(Stage)
    for link in made.links:
        entry = link.entry
        assert entry.code_version
        assert entry.used
        assert entry.produced
        assert all(thing.sha256 for thing in (*entry.used, *entry.produced))
    # the card's machine has other settings (no database): they bear on nothing
    assert {link.entry.settings_sha256 for link in made.links} == {house.settings.digest()}
    answer = httpx.get(f"{house.url}/episodes/{episode_id}/result", timeout=10)
    assert answer.json()["provenance_head"] == made.head


def test_a_world_of_real_episodes_is_taken_to_another_house(
    house: LocalHouse, tmp_path: Path
) -> None:
    first = house.submit(FALL)
    assert house.until_ended(first).outcome is OutcomeKind.GOAL_ACHIEVED
    head = told(house, first).run.head_node
    second = house.submit(GOALS["impossible"], from_node=head)
    house.until_ended(second)
    world_id, lines = told(house, first).run.world_id, tmp_path / "world.ndjson"
    done = command("export", world_id, "-o", lines, environment=house.environment)
    assert done.returncode == 0, done.stderr
    there = elsewhere(tmp_path / "another")
    done = command("import", lines, environment=there)
    assert "2 episodes imported" in " ".join(done.stdout.split()), done.stderr
    for episode_id in (first, second):
        head = told(house, episode_id).head
        done = command("replay", episode_id, "--json", environment=there)
        assert (done.returncode, json.loads(done.stdout)["head"]) == (0, head), done.stdout
