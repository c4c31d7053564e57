"""Keys in the archive: found by their text, and only while they count."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, text

from storyworld.archive import keys
from storyworld.archive.engine import reading, writing
from storyworld.errors import NotFound
from storyworld.records.access import MadeKey, Scope


def made(engine: Engine, owner: str = "ada", **more: datetime) -> MadeKey:
    with writing(engine) as session:
        return keys.create(session, owner=owner, name="laptop", scopes=(Scope.READ,), **more)


def test_a_key_is_found_by_its_text_and_by_no_other(engine: Engine) -> None:
    key = made(engine)
    with reading(engine) as session:
        found = keys.by_text(session, key.key)
        assert found is not None
        assert dict(found) == {k: v for k, v in dict(key).items() if k != "key"}
        for other in (
            key.key[:-1],
            key.key.upper(),
            key.key + "x",
            "",
            "sw_",
            key.prefix,
            key.key_id,
        ):
            assert keys.by_text(session, other) is None


def test_two_keys_have_nothing_in_common(engine: Engine) -> None:
    one, two = made(engine), made(engine)
    assert one.key[3:] != two.key[3:]
    assert len(one.key) == 46, "256 bits"


def test_of_its_text_only_a_digest_is_kept(engine: Engine) -> None:
    key = made(engine)
    with engine.connect() as connection:
        row = connection.execute(text("SELECT * FROM keys")).one()
    assert row.sha256 == keys.digest_of(key.key)
    assert key.key[9:] not in str(tuple(row))


def test_a_key_counts_until_it_expires(engine: Engine) -> None:
    now = datetime.now(UTC)
    key = made(engine, expires_at=now + timedelta(days=1))
    with reading(engine) as session:
        for at, counts in ((now, True), (now + timedelta(days=1), False)):
            assert (keys.by_text(session, key.key, at) is not None) is counts
            assert (keys.by_id(session, key.key_id, at) is not None) is counts


def test_a_revoked_key_stays_revoked_since_the_first_time(engine: Engine) -> None:
    key = made(engine)
    with writing(engine) as session:
        first = keys.revoke(session, key.key_id, owner="ada")
    with writing(engine) as session:
        assert keys.revoke(session, key.key_id, owner=None) == first
    with reading(engine) as session:
        assert keys.by_text(session, key.key) is None
        assert keys.by_id(session, key.key_id) is None
        assert keys.several(session, owner="ada") == (first,)


def test_nobody_revokes_another_s(engine: Engine) -> None:
    key = made(engine)
    for key_id, owner in ((key.key_id, "bob"), ("key_" + "0" * 26, "ada")):
        with pytest.raises(NotFound) as refused, writing(engine) as session:
            keys.revoke(session, key_id, owner=owner)
        assert refused.value.detail == keys.NO_SUCH


def test_keys_are_listed_newest_first_an_owner_s_or_all(engine: Engine) -> None:
    whose = {made(engine, owner).key_id: owner for owner in ("ada", "bob", "ada")}
    newest = sorted(whose, reverse=True)
    with reading(engine) as session:
        assert [k.key_id for k in keys.several(session, owner=None)] == newest
        mine = [k.key_id for k in keys.several(session, owner="ada")]
        assert mine == [key_id for key_id in newest if whose[key_id] == "ada"]
        assert [k.key_id for k in keys.several(session, owner=None, limit=1)] == newest[:1]
        after = keys.several(session, owner=None, before=newest[0])
        assert [k.key_id for k in after] == newest[1:]


def test_of_some_keys_those_that_still_count_are_told(engine: Engine) -> None:
    now = datetime.now(UTC)
    lasting, ending = made(engine), made(engine, expires_at=now + timedelta(hours=1))
    revoked = made(engine)
    with writing(engine) as session:
        keys.revoke(session, revoked.key_id, owner=None)
    named = [lasting.key_id, ending.key_id, revoked.key_id, "key_of_nobody"]
    with reading(engine) as session:
        assert keys.standing(session, named, now) == {lasting.key_id, ending.key_id}
        assert keys.standing(session, named, now + timedelta(hours=1)) == {lasting.key_id}
        assert keys.standing(session, []) == set()


def test_a_key_s_text_is_in_no_representation(engine: Engine) -> None:
    key = made(engine)
    assert key.key not in repr(key)
    assert key.key not in str(key)
