"""The stub renderer: the same pictures for the same request, and a clear no for what it cannot."""

import numpy as np
import pytest

from storyworld.errors import PermanentError
from storyworld.physics.staging import frame_shot
from storyworld.records.goal import Backend
from storyworld.records.provenance import FailureCode
from storyworld.records.render import Grounding
from storyworld.records.scenario import Framing
from storyworld.renderers import RENDERERS, VENDORS, film_format, renderer_for
from storyworld.renderers.stub import StubRenderer
from storyworld.settings import Settings
from tests import making
from tests.vision.filming import SMALL, dropped

SCENE = dropped(2.0)


def pictures(shot, **changes):
    footage = StubRenderer(lambda _: SCENE).render(
        making.request(shot=shot, **changes), making.UNHURRIED
    )
    return list(footage.pictures)


def test_two_renders_of_one_request_are_the_same_pictures():
    shot = frame_shot(SCENE, SMALL)
    assert np.array_equal(pictures(shot, seed=1), pictures(shot, seed=2))


def test_the_camera_of_the_request_decides_size_and_length():
    shot = frame_shot(SCENE, Framing(width_px=322, height_px=182, frame_rate_hz=24))
    made = pictures(shot)
    assert made[0].shape == (182, 322, 3)
    assert len(made) == shot.camera.frame_count


def test_its_films_are_simulated_and_it_says_how_far_it_is():
    watch = making.Unhurried()
    footage = StubRenderer(lambda _: SCENE).render(
        making.request(shot=frame_shot(SCENE, SMALL)), watch
    )
    assert (footage.grounding, footage.imposed_frames) == (Grounding.SIMULATED, 0)
    assert watch.told == [(1, 1, "simulating")]


def test_a_scenario_without_a_scene_is_a_permanent_failure_that_names_the_fix():
    def nothing(_):
        raise ValueError("no height")

    with pytest.raises(PermanentError) as refused:
        StubRenderer(nothing).render(
            making.request(shot=frame_shot(SCENE, SMALL)), making.UNHURRIED
        )
    assert refused.value.failure.code is FailureCode.BACKEND_UNAVAILABLE
    assert "no height" in refused.value.failure.detail
    assert refused.value.failure.fix


def test_every_backend_renders_or_sells():
    assert {*RENDERERS, *VENDORS} == set(Backend)
    assert not {*RENDERERS} & {*VENDORS}
    assert {backend for backend in Backend if backend.bought} == {*VENDORS}
    assert renderer_for(Backend.STUB, Settings()).agent.name == "stub"


def test_what_is_bought_is_not_rendered_here():
    with pytest.raises(PermanentError, match="bought, not rendered"):
        renderer_for(Backend.VEO, Settings())


@pytest.mark.parametrize("backend", [b for b in Backend if b is not Backend.STUB])
def test_every_generator_says_what_film_it_can_make(backend):
    film = film_format(backend, Settings())
    assert film is not None
    shot = frame_shot(SCENE, Framing(), film)
    assert (shot.camera.width_px, shot.camera.height_px) == (film.width_px, film.height_px)
    assert shot.camera.frame_count in film.frame_counts
    assert film.slowest_hz <= shot.camera.frame_rate_hz <= film.fastest_hz
    assert shot.clock is None
