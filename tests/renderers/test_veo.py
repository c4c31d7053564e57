"""Veo on the Agent Platform, by Google's SDK: what is sent, and how a film comes back."""

import base64
import hashlib

import numpy as np
import pytest
from pydantic import TypeAdapter

from storyworld.errors import TransientError
from storyworld.models.asking import NoFilmError, UnansweredError
from storyworld.physics.families import family_named
from storyworld.physics.painting import paint
from storyworld.physics.staging import frame_times, simulate
from storyworld.ports import FilmVendor
from storyworld.records.goal import Backend
from storyworld.records.provenance import AgentKind, Detail, FailureCode, TryResult
from storyworld.records.render import Grounding
from storyworld.renderers import film_format
from storyworld.renderers.veo import VEO_FORMAT, VeoVendor
from tests.models.serving import Said
from tests.renderers.vendor import MP4, Act, VeoServer, ended, film_reply
from tests.renderers.veo_making import MODEL, OPERATION, request, settings


def test_an_order_is_one_post_with_the_scene_in_words_and_its_first_frame():
    asked = request(seed=2**32 + 7)
    with VeoServer() as server:
        assert VeoVendor(settings(server.url)).order(asked) == OPERATION
    assert server.paths == [
        f"/v1beta1/projects/proj-1/locations/us-central1/publishers/google/models/{MODEL}"
        ":predictLongRunning"
    ]
    (order,) = server.orders
    assert set(order) == {"instances", "parameters"}
    (instance,) = order["instances"]
    assert set(instance) == {"prompt", "image"}
    assert "fixed camera" in instance["prompt"]
    parameters = order["parameters"]
    assert "camera motion" in parameters.pop("negativePrompt")
    assert parameters == {
        "sampleCount": 1, "durationSeconds": 4, "resolution": "720p", "aspectRatio": "16:9",
        "seed": 7, "personGeneration": "dont_allow", "generateAudio": False,
    }  # fmt: skip


def test_the_first_frame_sent_is_the_simulators_at_the_cameras_size():
    import cv2

    asked = request()
    with VeoServer() as server:
        VeoVendor(settings(server.url)).order(asked)
    image = server.orders[0]["instances"][0]["image"]
    assert image["mimeType"] == "image/png"
    png = np.frombuffer(base64.b64decode(image["bytesBase64Encoded"]), np.uint8)
    sent = cv2.cvtColor(cv2.imdecode(png, cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB)
    scene = family_named(asked.scenario.family).stage(asked.scenario)
    motion = simulate(scene, frame_times(asked.shot.camera))
    painted = next(iter(paint(scene, motion, asked.shot)))
    assert sent.shape == (asked.shot.camera.height_px, asked.shot.camera.width_px, 3)
    np.testing.assert_array_equal(sent, painted)


@pytest.mark.parametrize(("frames", "seconds"), [(96, 4), (144, 6), (192, 8)])
def test_the_seconds_ordered_and_paid_are_those_of_the_camera(frames, seconds):
    asked = request(frames=frames)
    with VeoServer() as server:
        vendor = VeoVendor(settings(server.url))
        vendor.order(asked)
    assert server.orders[0]["parameters"]["durationSeconds"] == seconds
    assert vendor.quote_usd(asked) == pytest.approx(0.08 * seconds)


def test_a_film_is_polled_for_by_name_and_lies_below_the_folder_when_it_is_done(tmp_path):
    with VeoServer(polls=2) as server:
        operation = VeoVendor(settings(server.url)).order(request())
        later = VeoVendor(settings(server.url))  # another process: it knows the name, no more
        polls = [later.collect(operation, tmp_path) for _ in range(3)]
    assert polls[:2] == [None, None]
    assert polls[2] is not None
    assert polls[2].parent == tmp_path
    assert polls[2].suffix == ".mp4"
    assert polls[2].read_bytes() == MP4
    assert server.polled == [operation] * 3
    assert len(server.orders) == 1
    assert server.paths[1].endswith(f"/v1beta1/{OPERATION.partition('/operations/')[0]}"
                                    ":fetchPredictOperation")  # fmt: skip


def test_a_poll_asks_where_the_film_was_ordered_whatever_is_configured_now(tmp_path):
    with VeoServer() as server:
        operation = VeoVendor(settings(server.url)).order(request())
        moved = settings(server.url, google_cloud_project="other", google_cloud_location="global")
        VeoVendor(moved).collect(operation, tmp_path)
    assert server.paths[1].startswith("/v1beta1/projects/proj-1/locations/us-central1/")


def test_what_is_ordered_again_is_ordered_in_other_words_and_neither_are_the_goals():
    text = "A canary ball dropped from 20 m lands in under 2.1 s"
    asked = request(text)
    with VeoServer() as server:
        vendor = VeoVendor(settings(server.url))
        vendor.order(asked)
        vendor.order(asked, rephrased=True)
    first, second = (order["instances"][0]["prompt"] for order in server.orders)
    assert "canary" not in first + second
    assert first != second


def test_what_is_recorded_is_what_was_sent():
    asked = request()
    with VeoServer() as server:
        vendor = VeoVendor(settings(server.url))
        for rephrased in (False, True):
            vendor.order(asked, rephrased=rephrased)
    for rephrased, order in zip((False, True), server.orders, strict=True):
        grounding, imposed, details = vendor.footage_facts(asked, rephrased=rephrased)
        told = dict(details)
        png = base64.b64decode(order["instances"][0]["image"]["bytesBase64Encoded"])
        assert (grounding, imposed) == (Grounding.INITIAL, 1)
        assert told["prompt"] == order["instances"][0]["prompt"]
        assert told["negative_prompt"] == order["parameters"]["negativePrompt"]
        assert told["keyframe_sha256"] == hashlib.sha256(png).hexdigest()
        assert (told["model"], told["duration_s"], told["seed"]) == (MODEL, "4", "7")
        assert (told["resolution"], told["location"]) == ("720p", "us-central1")
        assert "proj-1" not in str(details)
        assert TypeAdapter(tuple[Detail, ...]).validate_python(details) == details


def test_the_vendor_is_a_film_vendor_and_names_its_model():
    vendor: FilmVendor = VeoVendor(settings())
    assert (vendor.agent.name, vendor.agent.kind) == ("veo", AgentKind.RENDERER)
    assert vendor.agent.model == MODEL
    assert film_format(Backend.VEO, settings()) == VEO_FORMAT


@pytest.mark.parametrize(
    "camera",
    [{"frame_count": 97}, {"frame_rate_hz": 30.0}, {"width_px": 640, "height_px": 360}],
    ids=["length", "rate", "size"],
)
def test_a_film_that_veo_does_not_make_is_neither_quoted_nor_ordered(camera):
    asked = request()
    odd = asked.revised(shot=asked.shot.revised(camera=asked.shot.camera.revised(**camera)))
    with VeoServer() as server:
        vendor = VeoVendor(settings(server.url))
        for call in (vendor.quote_usd, vendor.order):
            with pytest.raises(UnansweredError, match="1280x720") as refused:
                call(odd)
            assert refused.value.result is TryResult.UNSUITED
            assert refused.value.unbilled
    assert server.paths == []


def test_a_scenario_without_a_scene_is_not_ordered():
    asked = request()
    bare = asked.revised(scenario=asked.scenario.revised(parameters=()))
    with VeoServer() as server, pytest.raises(UnansweredError, match="free_fall") as refused:
        VeoVendor(settings(server.url)).order(bare)
    assert refused.value.result is TryResult.UNSUITED
    assert server.paths == []


@pytest.mark.parametrize(
    ("over", "said"),
    [
        (film_reply(MP4, copies=2), "2 films"),
        (film_reply(MP4, mime="video/webm"), "webm"),
        (film_reply(b"<html>no film</html>"), "begin"),
        (film_reply(b""), "without|empty"),
        (ended(raiMediaFilteredCount=0, videos=[]), "without film"),
        (ended(), "without film"),
        ({"done": True}, "without film"),
        ({"done": True, "response": {"videos": [{}]}}, "empty"),
        (ended(videos=[{"gcsUri": "gs://b/f.mp4", "mimeType": "video/mp4"}]), "bucket"),
    ],
)
def test_what_is_no_film_is_over_and_nothing_is_written(tmp_path, over, said):
    with VeoServer() as server:
        server.answer(Said({"name": OPERATION, **over}))
        with pytest.raises(NoFilmError, match=said) as refused:
            VeoVendor(settings(server.url)).collect(OPERATION, tmp_path)
    assert refused.value.result is TryResult.MALFORMED
    assert not refused.value.unbilled
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("megabytes", [1.1, 3.0], ids=["decoded", "in the reply"])
def test_a_film_beyond_all_size_is_not_taken(tmp_path, megabytes):
    film = MP4 + b"\x00" * int(megabytes * 10**6)
    with VeoServer(film, polls=0) as server:
        vendor = VeoVendor(settings(server.url, upload_max_mb=1))
        operation = vendor.order(request())
        with pytest.raises(NoFilmError, match=r"longer than|at most") as refused:
            vendor.collect(operation, tmp_path)
    assert refused.value.result is TryResult.MALFORMED
    assert list(tmp_path.iterdir()) == []


def test_a_film_of_some_megabytes_is_taken(tmp_path):
    film = MP4 + b"\x00" * 9_000_000
    with VeoServer(film, polls=0) as server:
        vendor = VeoVendor(settings(server.url))
        got = vendor.collect(vendor.order(request()), tmp_path)
    assert got is not None
    assert got.read_bytes() == film


def test_a_film_that_cannot_be_written_is_worth_another_try(tmp_path):
    with VeoServer(polls=0) as server:
        vendor = VeoVendor(settings(server.url))
        operation = vendor.order(request())
        with pytest.raises(TransientError) as refused:
            vendor.collect(operation, tmp_path / "nowhere")
        assert refused.value.failure.code is FailureCode.STORAGE_FULL
        assert vendor.collect(operation, tmp_path) is not None


def test_a_filtered_film_is_blocked_and_says_why(tmp_path):
    with VeoServer(polls=0, acts=(Act.FILTERED,)) as server:
        vendor = VeoVendor(settings(server.url))
        operation = vendor.order(request())
        with pytest.raises(NoFilmError, match="42237218") as refused:
            vendor.collect(operation, tmp_path)
    assert refused.value.result is TryResult.BLOCKED
    assert refused.value.rest_s == 0


def test_hostile_reasons_are_cut_and_cannot_command_a_terminal(tmp_path):
    reasons = ["\x1b[2J\x00" + "x" * 10_000, "\ud800"] * 50
    reply = ended(raiMediaFilteredCount=1, raiMediaFilteredReasons=reasons)
    with VeoServer() as server:
        server.answer(Said({"name": OPERATION, **reply}))
        with pytest.raises(NoFilmError) as refused:
            VeoVendor(settings(server.url)).collect(OPERATION, tmp_path)
    assert refused.value.result is TryResult.BLOCKED
    assert len(refused.value.detail) <= 500
    assert refused.value.detail.isprintable()
    assert refused.value.detail.encode()
