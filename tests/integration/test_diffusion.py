"""Diffusion models through the whole walk: real diffusers, tiny random weights, a processor."""

import json
from collections.abc import Iterator

import pytest

from storyworld.archive import attempts, episodes, provenance
from storyworld.archive.engine import reading
from storyworld.records.goal import Backend
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.provenance import FailureCode, ProvenanceEntry
from storyworld.records.render import Artifact, Grounding
from storyworld.records.verdict import OutcomeKind
from tests.integration.nodes import LocalHouse
from tests.renderers.diffusion import tiny
from tests.renderers.vendor import Act, VeoServer

FALL = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"


@pytest.fixture(scope="module")
def veo() -> Iterator[VeoServer]:
    with VeoServer(acts=(Act.CREDIT,)) as server:
        yield server


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, veo: VeoServer) -> Iterator[LocalHouse]:
    """A house with a card that is a processor; the fallback of Veo is the default."""
    models = tmp_path_factory.mktemp("models")
    tiny.save_all(models)
    built = LocalHouse(
        tmp_path_factory.mktemp("house"),
        loading=("tests.integration.tiny_rows",),
        GOOGLE_CLOUD_PROJECT="proj-1",
        OMP_NUM_THREADS="1",
        STORYWORLD_VEO_URL=veo.url,
        STORYWORLD_DEVICE="cpu",
        STORYWORLD_MODELS=str(models),
        STORYWORLD_WARM_BACKEND="svd",
        STORYWORLD_RENDER_DEADLINE_S="60",
    )
    built.heal()
    yield built
    built.teardown()


def rendered(house: LocalHouse, episode_id: str) -> tuple[Artifact, list[ProvenanceEntry]]:
    with reading(house.archive) as session:
        artifact = attempts.artifact(session, AttemptKey(episode_id=episode_id))
        entries = [e for e in provenance.entries(session, episode_id) if e.stage is Stage.RENDER]
    assert artifact is not None
    return artifact, entries


def test_without_credit_for_veo_svd_films_it(house: LocalHouse, veo: VeoServer) -> None:
    episode_id = house.submit(FALL, backend="veo")
    ended = house.until_ended(episode_id)
    artifact, (failed, done) = rendered(house, episode_id)

    assert ended.outcome is OutcomeKind.GOAL_ACHIEVED, "the solver's finding stands"
    assert len(veo.orders) == 1
    assert failed.agent.name == "veo"
    assert failed.failure is not None
    assert failed.failure.code is FailureCode.CREDIT_EXHAUSTED
    assert (artifact.backend, artifact.renderer) == (Backend.SVD, "svd_xt")
    assert (artifact.grounding, artifact.imposed_frames) == (Grounding.INITIAL, 1)
    told = dict(done.details)
    assert told["revision"] == tiny.SVD.model.revision
    assert json.loads(told["weights_sha256"])
    assert told["frames_sha256"]


def test_a_guided_film_says_nothing_of_what_has_to_be_seen(house: LocalHouse) -> None:
    episode_id = house.submit(FALL, backend="animatediff", requires_visual_verification=True)
    ended = house.until_ended(episode_id)
    artifact, _ = rendered(house, episode_id)

    assert artifact.grounding is Grounding.GUIDED
    assert ended.outcome is OutcomeKind.EPISTEMICALLY_INCOMPLETE
    with reading(house.archive) as session:
        result = episodes.result(session, episode_id)
    assert "film_without_weight" in result.constraints_discovered
    assert ended.attempts_made == 1, "it is not filmed again the same way"


def test_what_lies_there_as_a_pickle_is_not_loaded(house: LocalHouse) -> None:
    (unet,) = (p for p in house.settings.weights.glob("stabilityai*/*/unet"))
    (weights,) = unet.glob("*.safetensors")
    away = weights.rename(weights.with_suffix(".bin"))
    house.gpu.kill()
    house.heal()
    try:
        episode_id = house.submit(FALL, backend="svd")
        ended = house.until_ended(episode_id)
    finally:
        away.rename(weights)
    assert ended.status == "failed"
    with reading(house.archive) as session:
        failure = episodes.result(session, episode_id).failure
    assert failure is not None
    assert failure.code is FailureCode.BACKEND_UNAVAILABLE
    assert "prefetch" in failure.fix
