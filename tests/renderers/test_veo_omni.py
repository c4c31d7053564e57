"""Films by an API key, over the Interactions API by Google's SDK: one request, sorted."""

import base64
import hashlib
import socket

import pytest

from storyworld.models.asking import NoFilmError, UnansweredError
from storyworld.records.goal import Backend
from storyworld.records.provenance import TryResult
from storyworld.records.render import Grounding
from storyworld.renderers import VENDORS
from storyworld.renderers.veo import OmniVendor, VeoVendor, lacking
from storyworld.settings import Settings
from tests.models.serving import DAILY, KEY, RETRY_INFO, Said, gemini_error, serving
from tests.renderers.vendor import MP4
from tests.renderers.veo_making import request, settings

MODEL = "gemini-omni-1.2-flash"
NAME = "interactions/v1_abc"


def omni(url: str | None = None, **given: object) -> Settings:
    priced = {"render_prices": f"{MODEL}=0.1", "gemini_api_key": KEY, "google_cloud_project": None}
    return settings(url, veo_model=MODEL, **{**priced, **given})


def said(status: str, **more: object) -> Said:
    return Said({"id": "v1_abc", "status": status, "object": "interaction", "model": MODEL, **more})


def output(*content: dict, **more: object) -> dict:
    return {"steps": [{"type": "model_output", "content": list(content), **more}]}


def video(film: bytes = MP4, **more: object) -> dict:
    data = base64.b64encode(film).decode()
    return {"type": "video", "mime_type": "video/mp4", "data": data, **more}


def test_the_vendor_is_chosen_by_the_name_of_the_model():
    assert isinstance(VENDORS[Backend.VEO](omni()), OmniVendor)
    assert isinstance(VENDORS[Backend.VEO](settings()), VeoVendor)


def test_an_order_is_one_post_that_goes_on_in_the_background():
    asked = request(frames=144)
    with serving(said("in_progress")) as server:
        vendor = OmniVendor(omni(server.url))
        assert vendor.order(asked) == NAME
    assert server.paths == ["/v1beta/interactions"]
    (body,) = server.asked
    (step,) = body.pop("input")
    image, text = step["content"]
    png = base64.b64decode(image["data"])
    grounding, imposed, details = vendor.footage_facts(asked)
    told = dict(details)
    assert (grounding, imposed) == (Grounding.INITIAL, 1)
    assert (image["type"], image["mime_type"]) == ("image", "image/png")
    assert told["keyframe_sha256"] == hashlib.sha256(png).hexdigest()
    assert told["prompt"] == text["text"]
    assert "Not to be seen: cuts" in text["text"]
    assert body == {
        "model": MODEL,
        "background": True,
        "generation_config": {"seed": 7, "video_config": {"task": "image_to_video"}},
        "response_format": {
            "type": "video", "aspect_ratio": "16:9", "resolution": "720p", "duration": "6s",
            "delivery": "inline",
        },
    }  # fmt: skip
    headers = {name.lower(): value for name, value in server.headers[0].items()}
    assert headers["x-goog-api-key"] == KEY
    assert headers["accept-encoding"] == "identity"
    assert KEY not in server.paths[0]


def test_a_film_is_polled_for_by_name(tmp_path):
    with serving(
        said("queued"), said("in_progress"), said("completed", **output(video()))
    ) as server:
        vendor = OmniVendor(omni(server.url))
        polls = [vendor.collect(NAME, tmp_path) for _ in range(3)]
    assert polls[:2] == [None, None]
    assert polls[2] is not None
    assert polls[2].read_bytes() == MP4
    assert server.paths == ["/v1beta/interactions/v1_abc?stream=false"] * 3


def test_a_film_is_quoted_by_the_price_that_is_set_and_not_without():
    assert OmniVendor(omni()).quote_usd(request(frames=192)) == pytest.approx(0.8)
    unpriced = omni(render_prices="")
    with pytest.raises(UnansweredError, match=f"STORYWORLD_RENDER_PRICES={MODEL}") as refused:
        OmniVendor(unpriced).quote_usd(request())
    assert refused.value.result is TryResult.NOT_CONFIGURED
    assert lacking(unpriced) is not None
    assert lacking(omni()) is None


def test_without_a_key_it_is_not_configured():
    bare = omni(gemini_api_key=None)
    for call in (OmniVendor(bare).quote_usd, OmniVendor(bare).order):
        with pytest.raises(UnansweredError, match="GEMINI_API_KEY") as refused:
            call(request())
        assert refused.value.result is TryResult.NOT_CONFIGURED
    assert lacking(bare) == (
        f"{MODEL} has no key", "set GEMINI_API_KEY, or take veo off the backends",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "result", "rest_s", "unbilled"),
    [
        (gemini_error(402, "X", "Your prepayment credits are depleted."),
         TryResult.CREDIT_EXHAUSTED, 900, True),
        (gemini_error(429, "X", "Quota", DAILY), TryResult.QUOTA_EXHAUSTED, 900, True),
        (gemini_error(429, "X", "slow", RETRY_INFO), TryResult.RATE_LIMITED, 53, True),
        (gemini_error(404, "X", "m is no longer available"), TryResult.MODEL_MISSING, 900, True),
        (gemini_error(403, "X", f"no {KEY}"), TryResult.REFUSED, 900, True),
        (gemini_error(400, "X", "It violates our content policy."), TryResult.BLOCKED, 0, True),
        (gemini_error(503, "X", "Overloaded"), TryResult.UNAVAILABLE, 0, False),
        (Said({}, status=307, headers=(("Location", "http://127.0.0.1:9/"),)),
         TryResult.UNAVAILABLE, 0, False),
        (Said(b"{"), TryResult.MALFORMED, 0, False),
        (Said(b"[]"), TryResult.MALFORMED, 0, False),
        (Said({"id": "../x", "status": "in_progress"}), TryResult.MALFORMED, 0, False),
        (Said(b" " * 2_100_000), TryResult.MALFORMED, 0, False),
    ],
)  # fmt: skip
def test_a_refused_order_is_sorted_and_never_sent_again(answer, result, rest_s, unbilled):
    with serving(answer) as server, pytest.raises(UnansweredError) as refused:
        OmniVendor(omni(server.url)).order(request())
    error = refused.value
    assert (error.result, error.rest_s, error.unbilled) == (result, rest_s, unbilled)
    assert KEY not in error.detail + str(error)
    assert error.detail.isprintable()
    assert len(server.paths) == 1


@pytest.mark.parametrize("given", [{"veo_timeout_s": 0.2}, {"lease_s": 0.4}])
def test_an_order_that_is_not_answered_in_time_may_have_been_bought(given):
    with (
        serving(Said({}, after_s=1.0)) as server,
        pytest.raises(UnansweredError) as refused,
    ):
        OmniVendor(omni(server.url, **given)).order(request())
    assert refused.value.result is TryResult.TIMEOUT
    assert not refused.value.unbilled
    assert len(server.paths) == 1


def test_where_nobody_listens_nothing_was_bought():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{probe.getsockname()[1]}"
        with pytest.raises(UnansweredError) as refused:
            OmniVendor(omni(url)).order(request())
    assert refused.value.result is TryResult.UNAVAILABLE
    assert refused.value.unbilled


@pytest.mark.parametrize(
    ("answer", "result", "words"),
    [
        (said("failed"), TryResult.UNAVAILABLE, "no reason"),
        (said("failed", errors=[{"code": "x", "message": "It violates our content policy."}]),
         TryResult.BLOCKED, "content policy"),
        (said("failed", **output(error={"code": 8, "message": "Your credits are depleted"})),
         TryResult.CREDIT_EXHAUSTED, "depleted"),
        (said("cancelled"), TryResult.UNAVAILABLE, "cancelled"),
        (said("completed"), TryResult.MALFORMED, "without a film"),
        (said("completed", **output({"type": "text", "text": "I cannot."})),
         TryResult.MALFORMED, "I cannot"),
        (said("completed", **output(video(), video())), TryResult.MALFORMED, "2 films"),
        (said("completed", **output(video(b"<html>" * 9))), TryResult.MALFORMED, "begin"),
        (said("completed", **output({"type": "video", "mime_type": "video/mp4", "data": "%%"})),
         TryResult.MALFORMED, "base64"),
        (said("completed", **output({"type": "video", "uri": "https://evil.example/x"})),
         TryResult.MALFORMED, "elsewhere"),
        (gemini_error(404, "NOT_FOUND", "not found"), TryResult.UNAVAILABLE, "nobody knows"),
    ],
)  # fmt: skip
def test_what_is_over_without_a_film_says_why(tmp_path, answer, result, words):
    with serving(answer) as server, pytest.raises(NoFilmError, match=words) as refused:
        OmniVendor(omni(server.url)).collect(NAME, tmp_path)
    assert refused.value.result is result
    assert not refused.value.unbilled
    assert list(tmp_path.iterdir()) == []
    assert len(server.paths) == 1


@pytest.mark.parametrize("megabytes", [1.1, 3.0], ids=["decoded", "in the reply"])
def test_a_film_beyond_all_size_is_not_taken(tmp_path, megabytes):
    film = MP4 + b"\x00" * int(megabytes * 10**6)
    with (
        serving(said("completed", **output(video(film)))) as server,
        pytest.raises(NoFilmError, match=r"longer than|at most") as refused,
    ):
        OmniVendor(omni(server.url, upload_max_mb=1)).collect(NAME, tmp_path)
    assert refused.value.result is TryResult.MALFORMED
    assert list(tmp_path.iterdir()) == []


def test_a_poll_that_is_not_answered_leaves_open_whether_there_is_a_film(tmp_path):
    with serving(gemini_error(503, "X", "Overloaded")) as server:
        with pytest.raises(UnansweredError) as refused:
            OmniVendor(omni(server.url)).collect(NAME, tmp_path)
        assert not isinstance(refused.value, NoFilmError)
        assert not refused.value.unbilled
    assert len(server.paths) == 1


@pytest.mark.parametrize("name", ["v1_abc", "interactions/../files", "interactions/", NAME + "\n"])
def test_a_name_that_is_none_is_not_asked_for(tmp_path, name):
    with serving(said("completed")) as server, pytest.raises(NoFilmError) as refused:
        OmniVendor(omni(server.url)).collect(name, tmp_path)
    assert refused.value.result is TryResult.INVALID
    assert server.paths == []
