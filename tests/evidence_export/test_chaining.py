"""The chain of links, broken in every way there is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyworld.evidence_export.chaining import broken_links, contents, unlike_contents, whole
from storyworld.records.account import Account
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.provenance import Link, Thing, ThingKind
from tests.evidence_export.conftest import Kinds
from tests.evidence_export.packing import chained_anew

ALL = (
    "achieved", "two beats", "impossible", "tried twice", "vetoed", "lacking", "failed",
    "terminated", "running",
)  # fmt: skip
LONG = ("achieved", "two beats", "impossible", "tried twice")


def with_links(account: Account, *links: Link) -> Account:
    return account.revised(links=links)


def told(account: Account) -> dict[str, str]:
    return {d.where.split(" (")[0]: d.words for d in broken_links(account)}


@pytest.mark.parametrize("kind", ALL)
def test_as_written_nothing_is_broken(kinds: Kinds, kind: str) -> None:
    assert list(broken_links(kinds[kind])) == []
    assert list(unlike_contents(kinds[kind])) == []
    assert whole(kinds[kind])


@pytest.mark.parametrize("kind", ALL)
def test_a_link_that_was_changed_is_the_one_named(kinds: Kinds, kind: str) -> None:
    account = kinds[kind]
    for place, link in enumerate(account.links):
        entry = link.entry.revised(code_version="9.9.9")
        links = [*account.links]
        links[place] = link.revised(entry=entry)
        assert list(told(with_links(account, *links))) == [f"link {place}"]


@pytest.mark.parametrize(
    "change",
    [
        {"seed": 4711},
        {"cost_usd": 0.25},
        {"timings_ms": (("work", 1.0),)},
        {"details": (("another", "{}"),)},
        {"settings_sha256": "f" * 64},
        {"used": ()},
    ],
    ids=lambda change: next(iter(change)),
)
def test_no_field_of_an_entry_may_change(kinds: Kinds, change: dict[str, object]) -> None:
    account = kinds["achieved"]
    link = account.links[2]
    links = (*account.links[:2], link.revised(entry=link.entry.revised(**change)))
    assert list(told(with_links(account, *links, *account.links[3:]))) == ["link 2"]


@pytest.mark.parametrize("kind", LONG)
def test_a_link_that_is_gone_is_the_one_named(kinds: Kinds, kind: str) -> None:
    account = kinds[kind]
    for place in range(len(account.links) - 1):
        less = with_links(account, *account.links[:place], *account.links[place + 1 :])
        assert told(less) == {f"link {place}": "is missing"}


def test_several_that_are_gone_are_named_together(kinds: Kinds) -> None:
    account = kinds["two beats"]
    less = with_links(account, *account.links[:2], *account.links[5:])
    assert told(less) == {"link 2": "and those up to link 4 are missing"}


@pytest.mark.parametrize("kind", LONG)
def test_a_chain_that_was_cut_at_its_end_does_not_end_as_the_episode_did(
    kinds: Kinds, kind: str
) -> None:
    account = kinds[kind]
    for length in range(1, len(account.links)):
        found = told(with_links(account, *account.links[:length]))
        assert list(found) == [f"link {length - 1}"]
        assert "those behind it are gone" in found[f"link {length - 1}"]
    assert list(told(with_links(account))) == ["provenance"]


@pytest.mark.parametrize("kind", LONG)
def test_two_that_were_swapped_are_named(kinds: Kinds, kind: str) -> None:
    account = kinds[kind]
    for place in range(len(account.links) - 1):
        first, second = account.links[place : place + 2]
        swapped = (*account.links[:place], second, first, *account.links[place + 2 :])
        assert set(told(with_links(account, *swapped))) == {f"link {place}", f"link {place + 1}"}


def test_one_that_was_added_is_found_wherever_it_is_put(kinds: Kinds) -> None:
    account = kinds["achieved"]
    last = account.links[-1]
    more = with_links(account, *account.links, last)
    assert "one was added" in " ".join(told(more).values())
    behind = last.revised(place=last.place + 1, previous=last.digest())
    assert f"link {behind.place}" in told(with_links(account, *account.links, behind))


def test_a_link_of_another_episode_is_found(kinds: Kinds) -> None:
    account, other = kinds["achieved"], kinds["impossible"]
    links = (*account.links[:4], other.links[4])
    found = told(with_links(account, *links))
    assert other.run.episode_id in " ".join(d.words for d in broken_links(
        with_links(account, *links)))  # fmt: skip
    assert found


def test_a_place_beyond_all_places_costs_nothing(kinds: Kinds) -> None:
    account = kinds["achieved"]
    far = account.links[4].revised(place=10**15)
    assert "link 4" in told(with_links(account, *account.links[:4], far))


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_any_other_order_or_choice_of_links_is_found(kinds: Kinds, data: st.DataObject) -> None:
    account = kinds["two beats"]
    links = data.draw(st.lists(st.sampled_from(account.links), max_size=12))
    if tuple(links) != account.links:
        assert list(broken_links(with_links(account, *links)))


@pytest.mark.parametrize("kind", LONG)
def test_who_chains_anew_has_another_head(kinds: Kinds, kind: str) -> None:
    account = kinds[kind]
    for place, link in enumerate(account.links):
        links = [*account.links]
        links[place] = link.revised(entry=link.entry.revised(code_version="9.9.9"))
        forged = chained_anew(with_links(account, *links))
        assert list(broken_links(forged)) == []
        assert forged.head != account.head


def test_each_stage_names_what_it_used_and_made(kinds: Kinds) -> None:
    account = kinds["achieved"]
    kinds_of = {
        link.entry.stage: (
            [t.kind for t in link.entry.used],
            [t.kind for t in link.entry.produced],
        )
        for link in account.links
    }
    one = ThingKind
    assert kinds_of == {
        Stage.PLAN: ([one.GOAL, one.NODE], [one.BEAT]),
        Stage.RENDER: ([one.REQUEST], [one.FILM]),
        Stage.OBSERVE: ([one.FILM, one.ATTEMPT], [one.OBSERVATION]),
        Stage.EVALUATE: ([one.BEAT, one.OBSERVATION], [one.JUDGEMENT]),
        Stage.COMMIT: ([one.JUDGEMENT, one.NODE], [one.NODE, one.TRANSITION, one.COMMITMENT]),
    }
    film = account.walks[0].filming
    assert film is not None
    assert film.artifact is not None
    assert account.links[1].entry.produced == account.links[2].entry.used[:1]
    assert account.links[1].entry.produced[0].sha256 == film.artifact.sha256
    key = AttemptKey(episode_id=account.run.episode_id)
    assert account.links[1].entry.used[0].name == str(key)
    assert all(link.entry.settings_sha256 for link in account.links)


def test_all_that_is_held_is_named_by_some_stage(kinds: Kinds) -> None:
    account = kinds["two beats"]
    told_of = {
        (t.kind, t.name, t.sha256)
        for link in account.links
        for t in (*link.entry.used, *link.entry.produced)
    }
    assert {(t.kind, t.name, t.sha256) for t in contents(account)} <= told_of


def test_links_that_contradict_each_other_are_found(kinds: Kinds) -> None:
    """The judgement was made of one observation, the archive holds another, both are named."""
    account = kinds["achieved"]
    link = account.links[3]
    used = tuple(
        t.revised(sha256="e" * 64) if t.kind is ThingKind.OBSERVATION else t
        for t in link.entry.used
    )
    links = (*account.links[:3], link.revised(entry=link.entry.revised(used=used)))
    forged = chained_anew(with_links(account, *links, *account.links[4:]))
    assert list(broken_links(forged)) == []
    assert [d.where.split()[0] for d in unlike_contents(forged)] == ["observation"]


def test_a_film_that_nobody_made_and_a_request_that_nobody_got_are_found(kinds: Kinds) -> None:
    account = kinds["achieved"]
    render = account.links[1]
    for entry in (
        render.entry.revised(produced=(Thing(kind=ThingKind.FILM, name="x", sha256="e" * 64),)),
        render.entry.revised(
            used=(render.entry.used[0].revised(sha256="e" * 64),),
        ),
    ):
        links = (account.links[0], render.revised(entry=entry), *account.links[2:])
        forged = chained_anew(with_links(account, *links))
        assert [d.where for d in unlike_contents(forged)] == ["attempt 0-0"]


def test_what_failed_and_who_ended_it_is_the_last_link(kinds: Kinds) -> None:
    failed, terminated = kinds["failed"].links[-1].entry, kinds["terminated"].links[-1].entry
    assert (failed.agent.name, failed.failure) == ("walk", kinds["failed"].run.failure)
    assert (terminated.agent.kind, terminated.failure) == ("person", None)
