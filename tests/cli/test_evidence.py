"""``storyworld export``, ``verify``, ``replay`` and ``import``, as they are typed."""

import json
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from storyworld.archive.engine import writing
from storyworld.archive.tables import ArtifactRow
from storyworld.cli import main
from storyworld.evidence_export.layout import METADATA
from storyworld.records.account import Account
from storyworld.records.goal import Goal
from storyworld.records.verification import Verification
from tests.evidence_export.packing import listed_anew, pack, unpacked
from tests.evidence_export.test_statement import keys
from tests.evidence_export.walking import FALL, FORBIDDEN, walker


@dataclass(frozen=True)
class Home:
    """A house that is shut, with two episodes of one world in its archive."""

    folder: Path
    told: Account
    other: Account


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Home:
    folder = tmp_path_factory.mktemp("home")
    with walker(folder) as by:
        told = by.account(by.walk(Goal(text=FALL)))
        other = by.account(by.walk(Goal(text=FORBIDDEN, from_node=told.run.head_node)))
        by.begin(Goal(text=FALL, world_id=told.run.world_id))
    return Home(folder, told, other)


@pytest.fixture
def home(built: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    folder = tmp_path / "home"
    shutil.copytree(built.folder, folder)
    monkeypatch.setenv("STORYWORLD_HOME", str(folder))
    monkeypatch.chdir(tmp_path)
    return Home(folder, built.told, built.other)


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Iterator[pytest.CaptureFixture[str]]:
    capsys.readouterr()
    return capsys


def exported(home: Home, *more: str) -> Path:
    path = Path("crate.zip").absolute()
    assert main(["export", home.told.run.episode_id, "-o", str(path), *more]) == 0
    return path


def told(said: pytest.CaptureFixture[str]) -> str:
    return " ".join(said.readouterr().out.split())


def test_what_is_exported_is_verified(home: Home, said: pytest.CaptureFixture[str]) -> None:
    path = exported(home)
    assert "1 film," in told(said)
    assert "attempts/0-0/film.mp4" in unpacked(path)
    assert main(["verify", str(path)]) == 0
    words = told(said)
    assert "✓ judgements 1 examined" in words
    assert words.endswith("sound: nothing differs")
    assert main(["verify", str(path), "--head", str(home.told.head)]) == 0


def test_without_a_name_it_is_called_by_the_episode(
    home: Home, said: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", home.told.run.episode_id, "--no-film"]) == 0
    assert "0 films" in told(said)
    path = Path(f"{home.told.run.episode_id}.zip")
    assert main(["verify", str(path)]) == 0
    assert "remark 1 of 1 films are not in it" in told(said)
    assert not list(Path().glob(".*.part"))


def test_films_that_are_gone_are_left_out_and_all_is_replayed(
    home: Home, said: pytest.CaptureFixture[str]
) -> None:
    for film in (home.folder / "films").rglob("*.mp4"):
        film.unlink()
    assert main(["replay", home.told.run.episode_id]) == 0
    assert "sound: nothing differs" in told(said)
    assert main(["export", home.told.run.episode_id]) == 0
    assert "is left out" in said.readouterr().err


def test_one_changed_byte_is_exit_code_1_and_named(
    home: Home, said: pytest.CaptureFixture[str]
) -> None:
    files = unpacked(exported(home))
    film = bytearray(files["attempts/0-0/film.mp4"])
    film[7] ^= 1
    files["attempts/0-0/film.mp4"] = bytes(film)
    said.readouterr()
    assert main(["verify", str(pack(files, Path("tampered.zip")))]) == 1
    words = told(said)
    assert "✗ films 1 examined" in words
    assert "differs attempts/0-0/film.mp4: is not the film that was observed" in words
    assert words.endswith("NOT sound")


def test_markup_in_a_crate_is_shown_as_it_is(home: Home, said: pytest.CaptureFixture[str]) -> None:
    files = unpacked(exported(home))
    files["a.json"] = b"{}"
    cover = json.loads(files["episode.json"])
    cover["run"]["because"] = "[red]no[/red] [link=file:///etc/passwd]here[/link] [/]"
    files["episode.json"] = json.dumps(cover, sort_keys=True, separators=(",", ":")).encode()
    listed_anew(files)
    said.readouterr()
    assert main(["verify", str(pack(files, Path("tampered.zip")))]) == 1
    assert "[red]" not in told(said)  # it is not told at all: what it should be is


SCHEMA = {"episode_id", "outcome", "head", "examined", "differences", "remarks"}


def test_json_is_one_document_of_one_shape(home: Home, said: pytest.CaptureFixture[str]) -> None:
    path = exported(home)
    files = unpacked(path)
    files["goal.json"] = files["goal.json"].replace(b"2.1 s", b"2.2 s")
    bad = pack(files, Path("bad.zip"))
    said.readouterr()
    for arguments, code in (
        (["verify", str(path), "--json"], 0),
        (["verify", str(bad), "--json"], 1),
        (["verify", str(path), "--head", "0" * 64, "--json"], 1),
        (["replay", home.told.run.episode_id, "--json"], 0),
    ):
        assert main(arguments) == code
        (line,) = said.readouterr().out.splitlines()
        found = json.loads(line)
        assert set(found) == SCHEMA
        assert Verification.model_validate(found).sound is (code == 0)
        for item in found["differences"]:
            assert set(item) == {"aspect", "where", "words"}
        for item in found["examined"]:
            assert set(item) == {"aspect", "count"}


def test_a_signed_crate_is_checked_with_a_key(home: Home, said: pytest.CaptureFixture[str]) -> None:
    private, public = keys(Path())
    _, other = keys(Path(), "ecdsa")
    path = exported(home, "--sign", str(private))
    assert main(["verify", str(path), "--key", str(public)]) == 0
    assert "✓ signature 1 examined" in told(said)
    assert main(["verify", str(path), "--key", str(other)]) == 1
    assert main(["verify", str(exported(home)), "--key", str(public)]) == 1
    assert main(["verify", str(path), "--key", "nowhere.pem"]) == 2
    assert main(["export", home.told.run.episode_id, "--sign", "nowhere.pem"]) == 2
    assert not list(Path().glob(".*.part"))


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["verify", "nowhere.zip"], "nowhere.zip"),
        (["verify", "."], "crate"),
        (["verify", "text.zip"], "text.zip"),
        (["verify", "empty.zip"], "goal.json"),
        (["verify", "escaping.zip"], "../x"),
        (["export", "something"], "ep_"),
        (["export", "ep_" + "0" * 26], "ep_0000"),
        (["export", "wd_" + "0" * 26], "wd_0000"),
        (["export", "EPISODE", "-o", "no/such/folder/crate.zip"], "cannot be written"),
        (["export", "WORLD", "-o", "no/such/folder/world.ndjson"], "cannot be written"),
        (["export", "WORLD", "--sign", "key.pem"], "--sign"),
        (["replay", "ep_" + "0" * 26], "ep_0000"),
        (["import", "nowhere.ndjson"], "nowhere.ndjson"),
        (["import", "text.zip"], "line 1"),
        (["import", "."], "file"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_cannot_be_done_is_exit_code_2_and_one_sentence(
    home: Home, said: pytest.CaptureFixture[str], arguments: list[str], named: str
) -> None:
    Path("text.zip").write_text("no zip")
    pack({}, Path("empty.zip"))
    with zipfile.ZipFile("escaping.zip", "w") as archive:
        archive.writestr("../x", b"")
    names = {"EPISODE": home.told.run.episode_id, "WORLD": home.told.run.world_id}
    assert main([names.get(word, word) for word in arguments]) == 2
    words = said.readouterr().err
    assert named in words
    assert len(words.splitlines()) == 1
    assert not Path("../x").exists()


def test_without_an_archive_there_is_nothing_to_export_or_replay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STORYWORLD_HOME", str(tmp_path / "nobody"))
    for arguments in (["export", "ep_" + "0" * 26], ["replay", "ep_" + "0" * 26]):
        assert main(arguments) == 2
        assert "there is no archive" in said.readouterr().err
    assert not (tmp_path / "nobody").exists()


def test_a_world_goes_to_another_house_and_comes_back_the_same(
    home: Home, monkeypatch: pytest.MonkeyPatch, said: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    world_id = home.told.run.world_id
    assert main(["export", world_id, "-o", "world.ndjson"]) == 0
    assert "2 episodes" in told(said)
    monkeypatch.setenv("STORYWORLD_HOME", str(tmp_path / "another"))
    assert main(["import", "world.ndjson"]) == 0
    assert f"{world_id} 2 episodes imported, 0 were here already" in told(said)
    assert main(["import", "world.ndjson"]) == 0
    assert "0 episodes imported, 2 were here already" in told(said)
    for made in (home.told, home.other):
        assert main(["replay", made.run.episode_id]) == 0
        assert main(["export", made.run.episode_id, "-o", f"{made.run.episode_id}.zip"]) == 0
        assert main(["verify", f"{made.run.episode_id}.zip", "--head", str(made.head)]) == 0
    assert main(["export", world_id, "-o", "again.ndjson"]) == 0
    assert main(["import", "again.ndjson"]) == 0
    monkeypatch.setenv("STORYWORLD_HOME", str(home.folder))
    assert main(["import", "again.ndjson"]) == 0


def test_of_a_world_in_which_anything_was_changed_nothing_comes(
    home: Home, monkeypatch: pytest.MonkeyPatch, said: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    from storyworld.evidence_export.worlds import world_lines

    forged = home.other.revised(goal=home.other.goal.revised(seed=9))
    lines = world_lines(home.told.run.world_id, home.told.run.created_at, (home.told, forged))
    Path("world.ndjson").write_bytes(b"".join(lines))
    monkeypatch.setenv("STORYWORLD_HOME", str(tmp_path / "another"))
    assert main(["import", "world.ndjson"]) == 2
    words = said.readouterr().err
    assert f"{home.other.run.episode_id}: goal {home.other.run.episode_id}" in words
    assert "nothing was imported" in words
    assert main(["export", home.told.run.world_id]) == 2


def test_an_archive_that_was_tampered_with_is_exit_code_1(
    home: Home, said: pytest.CaptureFixture[str]
) -> None:
    from storyworld.archive.engine import open_engine
    from storyworld.settings import Settings

    engine = open_engine(Settings(home=home.folder).database)
    with writing(engine) as session:
        session.query(ArtifactRow).update({"size_bytes": 1})
    engine.dispose()
    assert main(["replay", home.told.run.episode_id]) == 1
    assert "differs attempt 0-0: not as it was" in told(said)


def test_metadata_too_deep_to_read_is_told(home: Home, said: pytest.CaptureFixture[str]) -> None:
    files = unpacked(exported(home))
    said.readouterr()
    for nonsense in (b"[" * 10**6, b'{"@graph": NaN}', b"null", b"", b'{"@graph": {"a": 1}}'):
        files[METADATA] = nonsense
        assert main(["verify", str(pack(files, Path("tampered.zip")))]) == 1
        assert f"differs {METADATA}: is missing, or lists no files" in told(said)
