"""Every way an order or a poll can fail, over HTTP with Google's SDK: one request, sorted."""

import socket

import pytest

from storyworld.models.asking import NoFilmError, UnansweredError
from storyworld.records.provenance import TryResult
from storyworld.renderers.veo import VeoVendor
from tests.models.serving import DAILY, RETRY_INFO, Said, gemini_error
from tests.renderers.vendor import Act, VeoServer, ended
from tests.renderers.veo_making import MODEL, OPERATION, request, settings

TOKEN = "canary-token-0123456789"


def vendor_of(url: str, **given: object) -> VeoVendor:
    from google.oauth2.credentials import Credentials

    return VeoVendor(settings(url, **given), lambda: Credentials(token=TOKEN))


def refused_order(server: VeoServer, **given: object) -> UnansweredError:
    with pytest.raises(UnansweredError) as refused:
        vendor_of(server.url, **given).order(request())
    return refused.value


def refused_poll(server: VeoServer, into, operation=OPERATION, **given: object) -> UnansweredError:
    with pytest.raises(UnansweredError) as refused:
        vendor_of(server.url, **given).collect(operation, into)
    assert list(into.iterdir()) == []
    return refused.value


@pytest.mark.parametrize(
    ("act", "result", "rest_s", "unbilled"),
    [
        (Act.CREDIT, TryResult.CREDIT_EXHAUSTED, 900, True),
        (Act.DEPLETED, TryResult.CREDIT_EXHAUSTED, 900, True),
        (Act.DAILY, TryResult.QUOTA_EXHAUSTED, 900, True),
        (Act.RATE, TryResult.RATE_LIMITED, 53, True),
        (Act.RETIRED, TryResult.MODEL_MISSING, 900, True),
        (Act.FORBIDDEN, TryResult.REFUSED, 900, True),
        (Act.POLICY, TryResult.BLOCKED, 0, True),
        (Act.BROKEN, TryResult.UNAVAILABLE, 0, False),
    ],
)
def test_a_refused_order_is_sorted_and_never_sent_again(act, result, rest_s, unbilled):
    with VeoServer(acts=(act,)) as server:
        error = refused_order(server)
    assert (error.result, error.rest_s, error.unbilled) == (result, rest_s, unbilled)
    assert not isinstance(error, NoFilmError)
    assert len(server.paths) == 1


@pytest.mark.parametrize("status", [408, 500, 502, 503, 504])
def test_after_a_servers_own_error_nobody_knows_whether_the_film_was_bought(status):
    with VeoServer() as server:
        server.answer(gemini_error(status, "INTERNAL", "Deadline exceeded."))
        error = refused_order(server)
    assert error.result in (TryResult.UNAVAILABLE, TryResult.TIMEOUT)
    assert not error.unbilled
    assert len(server.paths) == 1


def test_a_bad_request_that_is_not_about_words_is_refused_not_blocked():
    with VeoServer() as server:
        server.answer(gemini_error(400, "INVALID_ARGUMENT", "durationSeconds is out of range."))
        assert refused_order(server).result is TryResult.REFUSED


@pytest.mark.parametrize("given", [{"veo_timeout_s": 0.2}, {"lease_s": 0.4}])
def test_an_order_that_is_not_answered_in_time_may_have_been_bought(given):
    with VeoServer(acts=(Act.SLOW,)) as server:
        server.slow_s = 1.0
        error = refused_order(server, **given)
    assert error.result is TryResult.TIMEOUT
    assert not error.unbilled
    assert len(server.paths) == 1


def test_where_nobody_listens_nothing_was_bought():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{probe.getsockname()[1]}"
        with pytest.raises(UnansweredError) as refused:
            vendor_of(url).order(request())
    assert refused.value.result is TryResult.UNAVAILABLE
    assert refused.value.unbilled


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b"null",
        b"",
        b'"x"',
        b'{"name": 7}',
        b"{}",
        b'{"name": "projects/p/locations/l/publishers/google/models/m/operations/../../x"}',
        b'{"name": "projects/p/locations/evil.com/publishers/google/models/m/operations/1"}',
        b'{"name": "operations/1"}',
        b'{"name": "\\u001b[2J' + b"x" * 5000 + b'"}',
    ],
)
def test_an_order_taken_under_no_name_is_malformed_and_may_be_billed(body):
    with VeoServer() as server:
        server.answer(Said(body))
        error = refused_order(server)
    assert error.result is TryResult.MALFORMED
    assert not error.unbilled
    assert len(error.detail) <= 500
    assert error.detail.isprintable()
    assert len(server.paths) == 1


def test_a_reply_to_an_order_has_no_reason_to_be_long():
    with VeoServer() as server:
        server.answer(Said(b" " * 2_100_000))
        error = refused_order(server)
    assert error.result is TryResult.MALFORMED
    assert "longer than" in error.detail


def test_a_packed_reply_is_not_unpacked():
    with VeoServer() as server:
        server.answer(Said(b"\x1f\x8b", headers=(("Content-Encoding", "gzip"),)))
        error = refused_order(server)
    assert error.result is TryResult.MALFORMED
    assert "packed" in error.detail


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_not_followed_and_the_token_stays(tmp_path, status):
    with VeoServer() as elsewhere, VeoServer() as server:
        to = (("Location", elsewhere.url.replace("127.0.0.1", "localhost")),)
        server.answer(*[Said({}, status=status, headers=to)] * 2)
        assert refused_order(server).result is TryResult.UNAVAILABLE
        assert refused_poll(server, tmp_path).result is TryResult.UNAVAILABLE
    assert elsewhere.paths == []
    assert [h["Authorization"] for h in server.headers] == [f"Bearer {TOKEN}"] * 2


@pytest.mark.parametrize("status", [400, 403, 429, 500])
def test_the_token_is_in_no_error(tmp_path, status):
    said = gemini_error(status, "X", f"Bearer {TOKEN} is bad. Responsible AI: {TOKEN}")
    with VeoServer() as server:
        server.answer(said, said, Said({"name": OPERATION, "done": True, "error": {
            "code": 7, "message": f"no {TOKEN}"}}))  # fmt: skip
        errors = [refused_order(server), *(refused_poll(server, tmp_path) for _ in range(2))]
    for error in errors:
        assert TOKEN not in error.detail + str(error) + repr(error)
        assert "***" in error.detail


@pytest.mark.parametrize("message", [["a"], {"b": 1}, 7, None])
def test_a_message_that_is_no_text_is_sorted_all_the_same(message):
    with VeoServer() as server:
        server.answer(Said({"error": {"code": 403, "message": message}}, status=403))
        assert refused_order(server).result is TryResult.REFUSED


@pytest.mark.parametrize(
    ("said", "result", "rest_s"),
    [
        (gemini_error(429, "RESOURCE_EXHAUSTED", "slow down", RETRY_INFO),
         TryResult.RATE_LIMITED, 53),
        (gemini_error(429, "RESOURCE_EXHAUSTED", "Quota", DAILY), TryResult.QUOTA_EXHAUSTED, 900),
        (gemini_error(500, "INTERNAL", "Internal"), TryResult.UNAVAILABLE, 0),
        (gemini_error(401, "UNAUTHENTICATED", "token expired"), TryResult.REFUSED, 900),
        (Said(b"{"), TryResult.MALFORMED, 0),
    ],
)  # fmt: skip
def test_a_poll_that_is_not_answered_leaves_open_whether_there_is_a_film(
    tmp_path, said, result, rest_s
):
    with VeoServer(polls=0) as server:
        operation = vendor_of(server.url).order(request())
        server.answer(said)
        error = refused_poll(server, tmp_path, operation)
        assert (error.result, error.rest_s) == (result, rest_s)
        assert not isinstance(error, NoFilmError)
        assert not error.unbilled
        assert len(server.polled) == 1
        assert vendor_of(server.url).collect(operation, tmp_path) is not None


def test_a_poll_that_nobody_answers_says_nothing_of_the_bill(tmp_path):
    with VeoServer() as server:
        url = server.url
    with pytest.raises(UnansweredError) as refused:
        vendor_of(url).collect(OPERATION, tmp_path)
    assert refused.value.result is TryResult.UNAVAILABLE
    assert not refused.value.unbilled
    assert not isinstance(refused.value, NoFilmError)


def test_an_operation_that_is_gone_is_over_and_opens_no_breaker(tmp_path):
    with VeoServer() as server:
        error = refused_poll(server, tmp_path)
    assert isinstance(error, NoFilmError)
    assert (error.result, error.rest_s) == (TryResult.UNAVAILABLE, 0)
    assert "nobody knows" in error.detail


def test_a_model_that_was_retired_meanwhile_is_told_from_an_operation_that_is_gone(tmp_path):
    with VeoServer() as server:
        message = f"Publisher Model {MODEL} is no longer available."
        server.answer(gemini_error(404, "NOT_FOUND", message))
        error = refused_poll(server, tmp_path)
    assert isinstance(error, NoFilmError)
    assert (error.result, error.rest_s) == (TryResult.MODEL_MISSING, 900)


@pytest.mark.parametrize(
    ("error", "result", "rest_s"),
    [
        ({"code": 13, "message": "Internal"}, TryResult.UNAVAILABLE, 0),
        ({"code": 14, "message": "Unavailable"}, TryResult.UNAVAILABLE, 0),
        ({"code": 4, "message": "Deadline"}, TryResult.UNAVAILABLE, 0),
        ({"code": 3, "message": "It violates our usage guidelines."}, TryResult.BLOCKED, 0),
        ({"code": 3, "message": "The image is too small."}, TryResult.REFUSED, 0),
        ({"code": 5, "message": "Image not found."}, TryResult.REFUSED, 0),
        ({"code": 5, "message": "m is no longer available"}, TryResult.MODEL_MISSING, 900),
        ({"code": 7, "message": "Permission denied"}, TryResult.REFUSED, 900),
        ({"code": 8, "message": "Your credits are depleted"}, TryResult.CREDIT_EXHAUSTED, 900),
        ({"code": 8, "message": "Quota", "details": [DAILY]}, TryResult.QUOTA_EXHAUSTED, 900),
        ({"code": "x", "message": ["\x1b[2J"]}, TryResult.UNAVAILABLE, 0),
        ({"what": 1}, TryResult.UNAVAILABLE, 0),
    ],
)
def test_the_error_an_operation_ends_with_comes_before_its_response(
    tmp_path, error, result, rest_s
):
    over = {**ended(raiMediaFilteredCount=1), "error": error}
    with VeoServer() as server:
        server.answer(Said({"name": OPERATION, **over}))
        found = refused_poll(server, tmp_path)
    assert isinstance(found, NoFilmError)
    assert (found.result, found.rest_s) == (result, rest_s)
    assert found.detail.isprintable()


@pytest.mark.parametrize(
    "name",
    ["", "x", "../x", OPERATION + "/../../y", OPERATION.replace("proj-1", ".."),
     OPERATION.replace("us-central1", "evil.com"), OPERATION + "\n", "x" * 100_000],
)  # fmt: skip
def test_a_name_that_is_none_is_not_asked_for(tmp_path, name):
    with VeoServer() as server:
        error = refused_poll(server, tmp_path, name)
    assert isinstance(error, NoFilmError)
    assert error.result is TryResult.INVALID
    assert server.paths == []
    assert len(error.detail) <= 500
