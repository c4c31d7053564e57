"""The stub renderer: the same bytes for the same request, and a clear no for what it cannot."""

import hashlib

import pytest

from storyworld.errors import PermanentError, TransientError
from storyworld.physics.staging import frame_shot
from storyworld.records.goal import Backend
from storyworld.records.identity import AttemptKey
from storyworld.records.provenance import FailureCode
from storyworld.records.render import RenderRequest, UploadGrant
from storyworld.records.scenario import Framing, Shot
from storyworld.renderers import RENDERERS, renderer_for
from storyworld.renderers.stub import StubRenderer
from storyworld.vision.decoding import decode
from tests.making import EPISODE, beat
from tests.vision.filming import SMALL, dropped

SCENE = dropped(2.0)


def request(shot: Shot, *, seed: int = 0, attempt: int = 0) -> RenderRequest:
    return RenderRequest(
        key=AttemptKey(episode_id=EPISODE, attempt=attempt),
        nonce="n" * 16,
        scenario=beat().scenario,
        shot=shot,
        backend=Backend.STUB,
        seed=seed,
        grant=UploadGrant(object_key="films/x.mp4"),
        deadline_s=60,
    )


def test_two_renders_of_one_request_are_the_same_bytes(tmp_path):
    renderer = StubRenderer(lambda _: SCENE)
    shot = frame_shot(SCENE, SMALL)
    films = [renderer.render(request(shot, attempt=n), tmp_path) for n in (0, 1)]
    digests = {hashlib.sha256(film.read_bytes()).hexdigest() for film in films}
    assert len(digests) == 1
    assert films[0] != films[1]


@pytest.mark.parametrize("rate", [24.0, 30000 / 1001, 60.0])
def test_the_camera_of_the_request_decides_size_rate_and_length(tmp_path, rate):
    shot = frame_shot(SCENE, Framing(width_px=322, height_px=182, frame_rate_hz=rate))
    film = decode(StubRenderer(lambda _: SCENE).render(request(shot), tmp_path))
    assert (film.width_px, film.height_px) == (322, 182)
    assert film.frame_count == shot.camera.frame_count
    assert film.frame_rate_hz == pytest.approx(rate, rel=1e-4)


def test_the_film_can_be_played_before_it_is_loaded(tmp_path):
    shot = frame_shot(SCENE, SMALL)
    film = StubRenderer(lambda _: SCENE).render(request(shot), tmp_path).read_bytes()
    assert film.index(b"moov") < film.index(b"mdat")


def test_a_scenario_without_a_scene_is_a_permanent_failure_that_names_the_fix(tmp_path):
    def nothing(_):
        raise ValueError("no height")

    with pytest.raises(PermanentError) as refused:
        StubRenderer(nothing).render(request(frame_shot(SCENE, SMALL)), tmp_path)
    assert refused.value.failure.code is FailureCode.BACKEND_UNAVAILABLE
    assert "no height" in refused.value.failure.detail
    assert refused.value.failure.fix


def test_a_film_that_cannot_be_written_is_worth_another_try(tmp_path):
    with pytest.raises(TransientError) as refused:
        StubRenderer(lambda _: SCENE).render(
            request(frame_shot(SCENE, SMALL)), tmp_path / "nowhere"
        )
    assert refused.value.failure.code is FailureCode.STORAGE_FULL


def test_every_backend_is_registered():
    assert set(RENDERERS) == set(Backend)
    assert renderer_for(Backend.STUB).agent.name == "stub"


@pytest.mark.parametrize("backend", [Backend.VEO, Backend.SVD, Backend.ANIMATEDIFF])
def test_a_backend_of_a_later_release_says_so_and_what_to_do(backend):
    with pytest.raises(PermanentError, match=str(backend)) as refused:
        renderer_for(backend)
    assert refused.value.failure.code is FailureCode.BACKEND_UNAVAILABLE
    assert "stub" in refused.value.failure.fix
