"""The client against the real web application: every method, every address."""

import json
import zipfile
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import httpx
import pytest
from flask import Flask
from sqlalchemy import Engine

from storyworld import __version__
from storyworld.archive import attempts
from storyworld.archive.engine import reading
from storyworld.client import StoryWorld
from storyworld.errors import (
    Conflicting,
    InvalidField,
    KeyNeeded,
    NotAllowed,
    NotFound,
    RequestError,
    StillRunning,
    TooMuch,
    UnreachedError,
)
from storyworld.records.access import Scope
from storyworld.records.calibration import Label, Labelling
from storyworld.records.episode import EpisodeState, RunStatus
from storyworld.records.event import EventKind
from storyworld.records.goal import Backend, Domain, Goal
from storyworld.records.identity import AttemptKey
from storyworld.records.rates import Rate
from storyworld.records.verdict import OutcomeKind
from storyworld.records.webhook import HookKind
from storyworld.settings import Settings
from tests.archive.hooked import given_up
from tests.cli.written import EPISODE, QUEUED, Web, result, summary
from tests.client.conftest import URL, Noting
from tests.vision.filming import dropped, take
from tests.webapp import written
from tests.webapp.conftest import SECRET, Bell
from tests.webapp.fall import goal_of
from tests.webapp.test_films import FILM, filmed
from tests.webapp.test_priors import refused
from tests.webapp.test_worlds import grown
from webapp import create_app

GOAL = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"
METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE"}

# For people with a browser, or about the API itself: no program needs a method for them.
NOT_FOR_A_CLIENT = {
    ("GET", "/static/<path:filename>"),
    ("GET", "/"),
    ("GET", "/favicon.ico"),
    ("GET", "/new"),
    ("POST", "/new"),
    ("GET", "/observers"),
    ("GET", "/docs"),
    ("GET", "/login"),
    ("POST", "/login"),
    ("POST", "/logout"),
    ("POST", "/keys/<key_id>/revoke"),
    ("GET", "/openapi.json"),
    ("GET", "/simulations/<episode_id>"),
    ("GET", "/judge"),  # a page
}


def test_every_route_of_the_api_has_a_method_that_reads_its_answer(
    app: Flask, engine: Engine, world: StoryWorld, noting: Noting, tmp_path: Path
) -> None:
    episode_id = filmed(engine, tmp_path)
    world_id, against = grown(engine), refused(engine)
    with reading(engine) as session:
        (seen,) = attempts.observations(session, AttemptKey(episode_id=episode_id))

    taken = world.submit(GOAL, seed=7, backend="svd")
    assert taken.status is RunStatus.QUEUED
    assert world.summary(taken.episode_id).goal == Goal(text=GOAL, seed=7, backend=Backend.SVD)
    assert world.terminate(taken.episode_id).status is RunStatus.CANCELED
    assert next(world.episodes()).episode_id == taken.episode_id

    read = world.preview(GOAL, risk_profile="low")
    assert (read.outcome, read.guard) == (OutcomeKind.GOAL_ACHIEVED, 3.0)
    assert read.goal == Goal(text=GOAL, risk_profile="low")

    assert world.result(episode_id).outcome is OutcomeKind.GOAL_ACHIEVED
    assert world.wait(episode_id, 1.0) == world.result(episode_id)
    (shown,) = world.beats(episode_id)
    assert shown.attempts[0].observations == (seen,)
    assert len(world.steps(episode_id)) == 5
    assert len(world.provenance(episode_id)) == 5
    assert [e.kind for e in world.events(episode_id)][-1] == EventKind.ENDED
    assert world.film(episode_id, tmp_path / "a.mp4").read_bytes() == FILM
    assert "</html>" in world.report(episode_id, tmp_path / "a.html").read_text()
    assert zipfile.is_zipfile(world.crate(episode_id, tmp_path / "a.zip"))
    assert "entity" in json.loads(world.prov(episode_id))
    assert world.world_state(episode_id).episode_id == episode_id
    assert world.compare(episode_id, taken.episode_id).after.episode_id == taken.episode_id

    assert world_id in {one.world_id for one in world.worlds()}
    assert world.world(world_id).transitions == 5
    assert len(list(world.branches(world_id))) == 3
    (stretch,) = world.graph(world_id)
    first, last = stretch.nodes[0].node_id, stretch.nodes[-1].node_id
    assert world.diff(world_id, first, last).common == first
    assert world.priors(Domain.KINEMATICS)[0].last_episode == against

    labelling = Labelling(label=Label.VALID, labelled_by="Ann", observation_id=seen.observation_id)
    assert world.label(labelling).film.episode_id == episode_id
    assert world.calibration().labels == 1
    clip = take(dropped(5.0), tmp_path / "fall.mp4").path
    judged = world.judge(clip, "A ball is dropped from 5.0 m and falls", px_per_m=50, fps=30)
    assert judged.observations

    opened = world.add_webhook("https://93.184.216.34/hook", tuple(HookKind))
    assert opened.secret.startswith("whsec_")
    assert opened.secret not in repr(opened)
    (hook,) = world.webhooks()
    assert world.webhook(hook.webhook_id) == hook
    assert hook.kinds == tuple(HookKind)
    sent = world.test_webhook(hook.webhook_id)
    assert list(world.deliveries(hook.webhook_id)) == [sent]
    given_up(engine, sent.delivery_id)
    assert world.resend(hook.webhook_id, sent.delivery_id).tries == 1
    assert world.rotate_secret(hook.webhook_id).secret != opened.secret
    world.remove_webhook(hook.webhook_id)
    assert world.webhooks() == ()

    made = world.make_key("runs", scopes=(Scope.READ,), owner="ada", expires_days=1)
    (listed,) = world.keys()
    assert listed.key_id == made.key_id
    assert world.revoke_key(made.key_id).revoked_at is not None

    assert world.diagnostics().database.kind == "sqlite"
    assert "storyworld_episodes" in world.metrics()
    assert world.health().version == __version__
    assert world.healthy()

    routes = {
        (method, rule.rule)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) & METHODS
    }
    assert routes - noting.asked == NOT_FOR_A_CLIENT


def test_pages_are_asked_for_as_they_are_read(
    world: StoryWorld, engine: Engine, noting: Noting
) -> None:
    made = [written.queued(engine, goal_of(2.1, f" {n}")) for n in range(5)]
    listed = world.episodes(page=2)
    assert not noting.requests
    assert [next(listed).episode_id, next(listed).episode_id] == made[:-3:-1]
    assert len(noting.requests) == 1
    assert [e.episode_id for e in listed] == made[2::-1]
    assert len(noting.requests) == 3


def test_a_graph_is_read_to_its_end_whatever_the_page(world: StoryWorld, engine: Engine) -> None:
    world_id = grown(engine)
    (whole,) = world.graph(world_id)
    by_two = list(world.graph(world_id, page=2))
    assert [t for s in by_two for t in s.transitions] == list(whole.transitions)
    assert [s.after is None for s in by_two] == [False, False, True]
    head = whole.nodes[-1].node_id
    (way,) = world.graph(world_id, ancestors_of=head)
    assert way.transitions[0].to_node == head
    (then,) = world.graph(world_id, as_of=whole.transitions[0].created_at)
    assert whole.transitions[0] in then.transitions


def test_episodes_are_filtered_as_the_page_filters_them(world: StoryWorld, engine: Engine) -> None:
    held, waiting = written.finished(engine), written.queued(engine, goal_of(2.1, " softly"))
    assert [e.episode_id for e in world.episodes(status=RunStatus.QUEUED)] == [waiting]
    achieved = world.episodes(outcome=OutcomeKind.GOAL_ACHIEVED)
    assert [e.episode_id for e in achieved] == [held]
    assert [e.episode_id for e in world.episodes(search="softly")] == [waiting]


def test_a_goal_is_taken_once_under_a_key_and_may_be_a_record(world: StoryWorld) -> None:
    goal = Goal(text=GOAL, seed=3)
    once = world.submit(goal, idempotency_key="k")
    assert world.submit(GOAL, idempotency_key="k", seed=3) == once
    assert world.submit(goal) != once
    with pytest.raises(InvalidField):
        world.submit("Another goal of a ball that falls", idempotency_key="k")


@pytest.mark.parametrize(("fields", "named"), [({"seed": -1}, "seed"), ({"wings": 2}, "wings")])
def test_a_goal_that_is_none_is_not_even_sent(
    world: StoryWorld, noting: Noting, fields: dict[str, object], named: str
) -> None:
    for goal in (GOAL, Goal(text=GOAL)):
        with pytest.raises(InvalidField) as caught:
            world.submit(goal, **fields)
        assert caught.value.field == named
    assert not noting.requests


def test_a_refusal_is_an_error_of_the_tree_with_its_field(
    world: StoryWorld, engine: Engine, tmp_path: Path
) -> None:
    held = written.finished(engine)
    nobody = "ep_" + "0" * 26
    with pytest.raises(NotFound, match="no"):
        world.summary(nobody)
    with pytest.raises(NotFound):
        world.crate(nobody, tmp_path / "never.zip")
    assert not list(tmp_path.glob("*never*")), "nothing half-written"
    with pytest.raises(Conflicting, match="already ended"):
        world.terminate(held)
    with pytest.raises(InvalidField) as caught:
        next(world.graph(grown(engine), claim="a.b"))
    assert caught.value.field == "claim"
    with pytest.raises(InvalidField, match="cannot be read"):
        world.judge(tmp_path / "no.mp4", "A ball falls")
    with pytest.raises(InvalidField, match="cannot be written"):
        world.report(held, tmp_path / "no" / "folder.html")


def test_a_full_queue_says_when_to_come_back(engine: Engine, tmp_path: Path) -> None:
    full = create_app(Settings(home=tmp_path, secret_key=SECRET, queue_limit=1), ring=Bell())
    client = StoryWorld(URL, patience_s=1.0, transport=httpx.WSGITransport(app=full))
    client.submit(GOAL)
    with pytest.raises(TooMuch) as caught:
        client.submit(GOAL)
    assert caught.value.retry_after_s >= 1
    with full.app_context():
        full.extensions["sqlalchemy"].engine.dispose()


def test_who_is_told_to_come_back_does_and_has_done_it_once(engine: Engine, tmp_path: Path) -> None:
    second = Rate(requests=1, seconds=1)
    busy = create_app(Settings(home=tmp_path, secret_key=SECRET, rate_writes=second), ring=Bell())
    client = StoryWorld(URL, transport=httpx.WSGITransport(app=busy))
    assert client.submit(GOAL) != client.submit(GOAL)
    assert len(list(client.episodes())) == 2
    with busy.app_context():
        busy.extensions["sqlalchemy"].engine.dispose()


@pytest.mark.parametrize(
    ("method", "status", "again", "sent"),
    [
        ("GET", 503, "0", 2),
        ("POST", 429, "0", 2),
        ("POST", 503, "0", 1),  # it may have been done
        ("GET", 503, "31", 1),  # beyond our patience
        ("GET", 503, "soon", 1),
        ("GET", 500, "0", 1),
    ],
)
def test_a_request_is_sent_again_only_where_that_is_asked_for_and_harmless(
    method: str, status: int, again: str, sent: int
) -> None:
    requests: list[httpx.Request] = []

    def busy(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        if len(requests) == 1:
            return httpx.Response(status, headers={"Retry-After": again}, json={"title": "busy"})
        return httpx.Response(200, json=json.loads(summary().model_dump_json()))

    client = StoryWorld("http://web", transport=httpx.MockTransport(busy))
    asked = client.summary if method == "GET" else client.terminate
    with nullcontext() if sent == 2 else pytest.raises(UnreachedError):
        asked(EPISODE)
    assert len(requests) == sent


def test_what_has_not_ended_in_time_goes_on(world: StoryWorld, engine: Engine) -> None:
    waiting = written.queued(engine, goal_of(2.1))
    with pytest.raises(StillRunning, match=waiting):
        world.wait(waiting, 0.05)
    assert world.summary(waiting).status is RunStatus.QUEUED


def test_waiting_sits_out_trouble_that_passes() -> None:
    answers = [httpx.ConnectError("refused"), httpx.Response(503), httpx.Response(429)]
    running = result(EpisodeState.EXECUTING, OutcomeKind.IN_PROGRESS)

    def scripted(_request: httpx.Request) -> httpx.Response:
        if answers:
            answer = answers.pop(0)
            if isinstance(answer, Exception):
                raise answer
            return answer
        ended = result().model_dump_json()
        return httpx.Response(200, content=ended)

    answers.append(httpx.Response(200, content=running.model_dump_json()))
    client = StoryWorld("http://web", transport=httpx.MockTransport(scripted))
    assert client.wait(EPISODE, 20.0) == result()
    assert not answers


@pytest.mark.parametrize(
    "trouble",
    [
        httpx.ConnectError("refused"),
        httpx.ReadTimeout("slow"),
        httpx.RemoteProtocolError("torn"),
        httpx.Response(500, text="oops"),
        httpx.Response(404, text="<html>a proxy's page"),
        httpx.Response(200, text="<html>"),
        httpx.Response(200, json=[1]),
        httpx.Response(200, json={"episode_id": "of another version"}),
    ],
)
def test_trouble_that_may_pass_is_told_apart_from_refusal(
    trouble: Exception | httpx.Response,
) -> None:
    client = StoryWorld("http://web", transport=Web(trouble).transport())
    with pytest.raises(UnreachedError):
        client.summary(EPISODE)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (422, InvalidField),
        (404, NotFound),
        (410, NotFound),
        (409, Conflicting),
        (401, KeyNeeded),
        (403, NotAllowed),
        (418, RequestError),
        (429, TooMuch),
    ],
)
def test_a_refusal_is_the_web_application_s_own_sentence(
    status: int, kind: type[RequestError]
) -> None:
    problem = {"title": "Invalid", "detail": "backend veo has no key", "field": "backend"}
    web = Web(summary(), submits=(httpx.Response(status, json=problem),))
    with pytest.raises(kind) as caught:
        StoryWorld("http://web", transport=web.transport()).submit("A ball falls")
    assert caught.value.detail == "backend veo has no key"
    assert caught.value.field == "backend"
    assert type(caught.value) is kind


def test_a_key_is_sent_and_none_is_not() -> None:
    for key, sent in (("swk_1", "Bearer swk_1"), (None, None)):
        web = Web(QUEUED)
        StoryWorld("http://web/", key, transport=web.transport()).summary(EPISODE)
        assert web.requests[0].headers.get("Authorization") == sent


def test_health_is_a_yes_or_no() -> None:
    def sick(_request: httpx.Request) -> httpx.Response:
        return httpx.Response(503, json={"status": "unavailable"})

    def gone(_request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused")

    for answer in (sick, gone):
        assert not StoryWorld("http://web", transport=httpx.MockTransport(answer)).healthy()


def test_a_film_in_a_bucket_is_fetched_and_the_bucket_never_sees_the_key(tmp_path: Path) -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        if request.url.host == "web":
            return httpx.Response(302, headers={"Location": "https://bucket.example/a?signed=1"})
        return httpx.Response(200, content=FILM)

    client = StoryWorld("http://web", "swk_1", transport=httpx.MockTransport(answer))
    assert client.film(EPISODE, tmp_path / "a.mp4").read_bytes() == FILM
    ours, theirs = asked
    assert ours.headers["Authorization"] == "Bearer swk_1"
    assert "Authorization" not in theirs.headers


class BreaksOff(httpx.SyncByteStream):
    """A body that ends in its midst."""

    def __iter__(self) -> Iterator[bytes]:
        yield b"half"
        raise httpx.ReadError("reset")


def test_a_file_that_breaks_off_is_not_left_behind(tmp_path: Path) -> None:
    def answer(_request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, stream=BreaksOff())

    client = StoryWorld("http://web", transport=httpx.MockTransport(answer))
    kept = tmp_path / "a.zip"
    kept.write_bytes(b"what was there before")
    with pytest.raises(UnreachedError, match="reset"):
        client.crate(EPISODE, kept)
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"what was there before"]
