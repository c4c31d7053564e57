"""Two owners: whatever the one does, the other never learns of it, at no address there is.

Ada writes a word into all that can be written, and everything that she is shown is collected: names
of her episodes, worlds, nodes, transitions, observations, keys, and digests. Bob asks at every
address of the app, as a program and as a browser, in the path, query, body and headers with his
names and with hers. Nothing of hers may come back but what he named himself, and that is answered
as what does not exist.
"""

import io
import re
import secrets
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from sqlalchemy import Engine, text
from werkzeug.test import TestResponse

from storyworld.archive import labels, memory, webhooks
from storyworld.archive.engine import writing
from storyworld.records.access import LOCAL, Scope
from storyworld.records.calibration import Label, Labelling
from storyworld.records.goal import Domain, RiskProfile
from storyworld.records.webhook import Subscription
from storyworld.stages import evaluate
from tests import making
from tests.archives import new_archive
from tests.webapp import written
from tests.webapp.fall import goal_of
from tests.webapp.keyed import Program, keyed_app, made
from tests.webapp.written import archive_at
from webapp import events

KINDS = ("application/json", "text/html,application/xhtml+xml,*/*;q=0.8")
NAMES = re.compile(r"\b(?:ep|wd|nd|tr|obs?|key|wh|dl)_[0-9a-z]{10,40}\b")
DIGESTS = re.compile(r"\b[0-9a-f]{64}\b")
# What of the machinery shows everybody's, to those who may see it: `admin`.
OPERATIONS = {"diagnostics.state", "metrics.metrics", "keys.several"}
# Addresses at which bare names are not enough, and what else they are asked.
ASKED = {
    "priors.priors": {"domain": "kinematics"},
    "worlds.difference": {"from": "nd", "to": "nd"},
    "compare.two": {"a": "ep", "b": "ep"},
    "events.events": {"after": "0"},
}
PATHS = {"ep": "episode_id", "wd": "world_id", "wh": "webhook_id"}
CURSORS = ("before", "after", "ancestors_of", "from", "to", "q", "world_id", "from_node", "goal",
           "next", "label", "as_of", "a", "b", "episode_id", "last_event_id")  # fmt: skip
# Where somebody's own names are not answered with 200, and why.
OTHERWISE = {
    "films.film": 404,  # there is no file of the film
    "diagnostics.state": 403,  # bob is no operator
    "metrics.metrics": 403,
    "login.form": 200,
    "console.icon": 301,  # to the icon's file
}


WHICH = st.integers(0, 999)


class Owners(RuleBasedStateMachine):
    """Ada acts, Bob looks."""

    def __init__(self) -> None:
        super().__init__()
        self.opened = ExitStack()
        self.home = Path(self.opened.enter_context(tempfile.TemporaryDirectory()))
        self.engine: Engine = new_archive(archive_at(self.home))
        self.opened.callback(self.engine.dispose)
        self.app: Flask = self.opened.enter_context(keyed_app(self.home))
        self.word = f"quixotic{secrets.token_hex(4)}"
        self.theirs: dict[str, list[str]] = {"ep": [], "wd": [], "wh": []}
        self.mine: dict[str, str] = {}
        self.common: set[str] = set()
        self.films: list[tuple[str, str]] = []
        self.count = 0

    def teardown(self) -> None:
        self.opened.close()

    @initialize()
    def begin(self) -> None:
        client = partial(self.app.test_client, use_cookies=False)
        self.ada = Program(client(), made(self.engine, LOCAL, name=self.word))
        self.bob = Program(client(), made(self.engine, "bob", Scope.READ, Scope.WRITE))
        self.operator = Program(client(), made(self.engine, "bob", *Scope))
        mine = written.finished(self.engine)
        with self.engine.begin() as connection:
            for table in ("episodes", "worlds"):
                connection.execute(text(f"UPDATE {table} SET owner = 'bob'"))
        state = self.bob.get(f"/world-state/{mine}").json
        first, *_, last = (node["node_id"] for node in state["nodes"])
        hook = self.hook("bob", "https://hooks.example/bob")
        self.mine = {"ep": mine, "wd": state["world_id"], "nd": first, "to": last, "wh": hook}
        self.theirs["wh"].append(self.hook(LOCAL, f"https://hooks.example/{self.word}"))
        self.common = set(DIGESTS.findall(" ".join(map(_shown, self.seen_by(self.bob)))))
        refused = self.finish()  # so that there is something to be kept from him
        beat = making.beat(2.5)
        judgement = evaluate(beat, (making.observation(2.5),), risk=RiskProfile.MEDIUM)
        worded = [c.revised(statement=f"{c.statement} {self.word}") for c in beat.constraints]
        with writing(self.engine) as session:
            memory.remember(
                session, refused, beat.scenario, judgement.revised(constraints=tuple(worded))
            )

    def hook(self, owner: str, url: str) -> str:
        with writing(self.engine) as session:
            made = webhooks.add(
                session, owner, Subscription(url=url), secret="whsec_x", now=datetime.now(UTC)
            )
        return made.webhook_id

    def note(self, episode_id: str) -> None:
        self.theirs["ep"].append(episode_id)
        self.theirs["wd"].append(self.ada.get(f"/world-state/{episode_id}").json["world_id"])

    def finish(self) -> str:
        """Write an episode of Ada's that was filmed, and by nobody else so."""
        self.count += 1
        episode_id = written.finished(self.engine, extra=f" {self.word} {self.count}")
        digest = secrets.token_hex(32)
        with self.engine.begin() as connection:
            connection.execute(
                text("UPDATE artifacts SET sha256 = :s WHERE episode_id = :e"),
                {"s": digest, "e": episode_id},
            )
        self.note(episode_id)
        (beat,) = self.ada.get(f"/episodes/{episode_id}/beats").json["beats"]
        (attempt,) = beat["attempts"]
        self.films.append((attempt["observations"][0]["observation_id"], digest))
        return episode_id

    # what Ada does

    @rule(key=st.sampled_from(["k1", "k2", None]))
    def ada_asks_for_something(self, key: str | None) -> None:
        self.count += 1
        again = "" if key else f" {self.count}"
        headers = {} if key is None else {"Idempotency-Key": key}
        goal = f"A ball dropped from 2 m lands, says {self.word}{again}"
        taken = self.ada.post("/simulate", {"goal": goal}, **headers)
        assert taken.status_code == 202
        self.note(taken.json["episode_id"])

    @rule(how=st.sampled_from(["finished", "hostile", "running", "failed", "vetoed"]))
    def ada_s_episode_goes_on(self, how: str) -> None:
        self.count += 1
        extra = f" {self.word} {self.count}"
        match how:
            case "finished":
                self.finish()
                return
            case "hostile":
                episode_id = written.hostile(self.engine, extra)
            case "running":
                episode_id = written.running(self.engine, goal_of(2.1, extra))
            case "failed":
                episode_id = written.failed(self.engine, detail=extra)
            case _:
                episode_id = written.vetoed(self.engine, f"A stone floats{extra}")
        self.note(episode_id)

    @rule()
    def ada_labels_a_film(self) -> None:
        self.finish()
        observation_id, _ = self.films[-1]
        labelling = Labelling(
            observation_id=observation_id, label=Label.VALID, labelled_by=self.word, note=self.word
        )
        with writing(self.engine) as session:
            labels.add(session, labelling)

    # what Bob does

    @rule(key=st.sampled_from(["k1", "k2"]))
    def bob_uses_the_same_idempotency_key(self, key: str) -> None:
        taken = self.bob.post("/simulate", {"goal": "A ball falls 3 m"}, **{"Idempotency-Key": key})
        assert taken.status_code == 202
        self.check(taken, told=set())

    @rule(which=WHICH)
    def bob_names_what_is_hers_in_a_body(self, which: int) -> None:
        world_id = self.of_hers("wd", which)
        nodes = self.ada.get(f"/worlds/{world_id}/graph").json["nodes"]
        observed, digest = self.films[which % len(self.films)]
        node = nodes[-1]["node_id"]
        label = {"label": "valid", "labelled_by": "Bob"}
        for address, body, named in (
            ("/simulate", {"goal": "A ball falls 2 m", "world_id": world_id}, world_id),
            ("/simulate", {"goal": "A ball falls 2 m", "from_node": node}, node),
            ("/simulate", {"goal": "The same ball falls", "from_node": node}, node),
            ("/preview", {"goal": "The same ball falls", "from_node": node}, node),
            ("/preview", {"goal": "A ball falls 2 m", "world_id": world_id}, world_id),
            ("/observers/calibration/labels", {**label, "observation_id": observed}, observed),
            ("/observers/calibration/labels", {**label, "sha256": digest}, digest),
        ):
            answer = self.bob.post(address, body)
            assert answer.status_code == 404, (address, answer.json)
            self.check(answer, told={named})
            nothing = _like(named)
            (field,) = (name for name, value in body.items() if value == named)
            other = self.bob.post(address, body | {field: nothing})
            assert other.json == _renamed(answer.json, named, nothing)

    @rule(which=WHICH)
    def bob_would_end_hers(self, which: int) -> None:
        episode_id = self.of_hers("ep", which)
        before = self.ada.get(f"/episodes/{episode_id}").json["status"]
        for rule_, _ in self.routes("POST"):
            for of, name in (("ep", episode_id), ("wh", self.of_hers("wh", which))):
                if f"<{PATHS[of]}>" in rule_:
                    answer = self.bob.post(rule_.replace(f"<{PATHS[of]}>", name), {})
                    assert answer.status_code == 404
                    self.check(answer, told={name})
        assert self.ada.get(f"/episodes/{episode_id}").json["status"] == before
        key_id = self.ada.key.key_id
        assert self.bob.client.delete(
            f"/keys/{key_id}", headers={"Authorization": f"Bearer {self.bob.key.key}"}
        ).status_code == 404  # fmt: skip

    @rule()
    def bob_looks_everywhere(self) -> None:
        secret = self.secrets()
        assert self.word in self.ada.get("/episodes").text
        for asker in (self.bob, self.operator):
            for answer in self.seen_by(asker):
                self.check(answer, told=set(), secret=secret)

    @rule(which=WHICH, kind=st.sampled_from(KINDS), cursor=st.sampled_from(CURSORS))
    def bob_asks_for_hers(self, which: int, kind: str, cursor: str) -> None:
        secret = self.secrets()
        named = {of: self.of_hers(of, which) for of in self.theirs}
        names = sorted(s for s in secret if NAMES.fullmatch(s))
        value = names[which % len(names)]
        for rule_, endpoint in self.routes("GET"):
            address, told = rule_, set()
            for of, field in PATHS.items():
                if f"<{field}>" in rule_:
                    address, told = address.replace(f"<{field}>", named[of]), {named[of]}
            hers = {"nd": value, "ep": named["ep"]}
            asked = {n: hers.get(v, v) for n, v in ASKED.get(endpoint, {}).items()}
            for query in (asked, asked | {cursor: value}):
                answer = self.bob.client.get(
                    address,
                    query_string=query,
                    headers={"Authorization": f"Bearer {self.bob.key.key}", "Accept": kind},
                    buffered=True,
                )
                self.check(answer, told=told | set(query.values()), secret=secret)
                if told:  # some look at a query before they look for whose it is
                    assert answer.status_code in ((404, 422) if "<webhook" in rule_ else (404,))
                    (name,) = told
                    nothing = _like(name)
                    other = self.bob.client.get(
                        address.replace(name, nothing),
                        query_string=query,
                        headers={"Authorization": f"Bearer {self.bob.key.key}", "Accept": kind},
                        buffered=True,
                    )
                    assert other.status_code == answer.status_code
                    assert other.text == answer.text.replace(name, nothing)

    # how it is told

    def of_hers(self, of: str, which: int) -> str:
        return self.theirs[of][which % len(self.theirs[of])]

    def routes(self, method: str) -> Iterator[tuple[str, str]]:
        """Give every route but that of our own files."""
        for found in self.app.url_map.iter_rules():
            if method in (found.methods or ()) and found.endpoint != "static":
                yield found.rule, found.endpoint

    def seen_by(self, asker: Program) -> Iterator[TestResponse]:
        """Ask at every address with one's own names; a new one that needs more has to say so."""
        for rule_, endpoint in self.routes("GET"):
            if asker is self.operator and endpoint in OPERATIONS:
                continue
            address = rule_
            for of, field in PATHS.items():
                address = address.replace(f"<{field}>", self.mine[of])
            assert "<" not in address, f"{rule_} names something that this test does not know"
            query = {
                name: self.mine.get("to" if name == "to" else value, value)
                for name, value in ASKED.get(endpoint, {}).items()
            }
            for kind in KINDS:
                answer = asker.client.get(
                    address,
                    query_string=query,
                    headers={"Authorization": f"Bearer {asker.key.key}", "Accept": kind},
                    buffered=True,
                )
                expected = OTHERWISE.get(endpoint, 200)
                assert answer.status_code == expected, (rule_, "see OTHERWISE and ASKED")
                yield answer

    def secrets(self) -> set[str]:
        """Give all that Ada is shown that names something of hers."""
        found = {self.word, self.ada.key.key_id, self.ada.key.prefix}
        for listed in ("/episodes?limit=100", "/worlds?limit=100", "/observers/calibration",
                       "/constraints/priors?domain=kinematics"):  # fmt: skip
            found |= _named(self.ada.get(listed).text)
        found |= _named(self.ada.get("/webhooks").text)
        for episode_id, world_id in zip(self.theirs["ep"], self.theirs["wd"], strict=True):
            for below in ("", "/result", "/beats", "/provenance"):
                found |= _named(self.ada.get(f"/episodes/{episode_id}{below}").text)
            found |= _named(self.ada.get(f"/worlds/{world_id}/graph").text)
        return found - self.common - set(self.mine.values())

    def check(
        self, answer: TestResponse, *, told: set[Any], secret: set[str] | None = None
    ) -> None:
        """Find nothing of Ada's in an answer but what was asked with."""
        shown = f"{answer.headers}\n{_shown(answer)}"
        leaked = {s for s in (secret or self.secrets()) - told if s in shown}
        assert not leaked, (answer.request.path, leaked)


def _shown(answer: TestResponse) -> str:
    """Give what an answer holds as text, a crate's files too."""
    if answer.mimetype != "application/zip":
        return answer.data.decode(errors="replace")
    with zipfile.ZipFile(io.BytesIO(answer.data)) as crate:
        return "\n".join(crate.read(name).decode(errors="replace") for name in crate.namelist())


def _named(shown: str) -> set[str]:
    return set(NAMES.findall(shown)) | set(DIGESTS.findall(shown))


def _like(name: str) -> str:
    """Give a name of the same kind that nothing has."""
    return f"{name.partition('_')[0]}_{'0' * 26}" if "_" in name else "0" * 64


def _renamed(problem: Any, name: str, other: str) -> Any:
    return {k: v.replace(name, other) if isinstance(v, str) else v for k, v in problem.items()}


@pytest.fixture(autouse=True)
def no_stream_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """End /events once all that has happened is told."""
    monkeypatch.setattr(events, "LIFE_S", 0.0)


def test_an_owner_never_learns_of_another_s() -> None:
    run_state_machine_as_test(
        Owners,
        settings=settings(
            max_examples=4,
            stateful_step_count=6,
            deadline=None,
            derandomize=True,
            phases=(Phase.generate,),  # a failing walk is short enough as it is
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_each_way_to_hers_once() -> None:
    """A walk of the machine that leaves nothing to chance, and that there is what could leak."""
    machine = Owners()
    try:
        machine.begin()
        address = f"/constraints/priors?domain={Domain.KINEMATICS}"
        (theirs,) = machine.ada.get(address).json["priors"]
        assert machine.word in theirs["statement"]
        assert machine.bob.get(address).json["priors"] == []
        machine.ada_asks_for_something(key="k1")
        machine.bob_uses_the_same_idempotency_key(key="k1")
        machine.bob_uses_the_same_idempotency_key(key="k2")
        machine.ada_asks_for_something(key="k2")
        machine.ada_s_episode_goes_on(how="finished")
        machine.ada_labels_a_film()
        assert machine.ada.get("/observers/calibration").json["labels"] == 1
        assert machine.bob.get("/observers/calibration").json["labels"] == 0
        for which in range(2):
            machine.bob_names_what_is_hers_in_a_body(which=which)
        machine.bob_would_end_hers(which=0)
        machine.bob_asks_for_hers(which=0, kind=KINDS[1], cursor="world_id")
        machine.bob_looks_everywhere()
    finally:
        machine.teardown()
