"""One try, against real servers on loopback."""

import socket
import threading
import time
from collections.abc import Iterator
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from standardwebhooks.webhooks import Webhook

from storyworld.webhooks.addresses import Address
from storyworld.webhooks.sending import Outgoing, Sender
from storyworld.webhooks.signing import new_secret
from tests.webhooks.receiving import LOOPBACK, Receiver, certified, receiver

SECRET = new_secret()
BODY = '{"type":"ping","goal":"fällt 💥"}'
NAME = "hooks.example"


class Rebinding:
    """A resolver that answers otherwise each time."""

    def __init__(self, *answers: Address) -> None:
        self._answers, self.asked = list(answers), 0

    def __call__(self, _host: str, _port: int) -> tuple[Address, ...]:
        self.asked += 1
        return (self._answers[min(self.asked, len(self._answers)) - 1],)


@pytest.fixture
def here() -> Iterator[Receiver]:
    with receiver() as told:
        yield told


def outgoing(url: str) -> Outgoing:
    return Outgoing(url=url, delivery_id="msg_1", body=BODY.encode(), secrets=(SECRET,))


def test_a_delivery_arrives_as_the_reference_implementation_wants_it(here: Receiver) -> None:
    answered = Sender(private=True).post(outgoing(here.url + "?a=1"))
    assert (answered.status, answered.accepted, answered.error) == (204, True, "")
    (got,) = here.received
    assert got.path == "/hook?a=1"
    assert got.headers["content-type"] == "application/json"
    assert got.headers["host"] == f"127.0.0.1:{here.port}"
    assert got.headers["user-agent"].startswith("StoryWorld/")
    assert Webhook(SECRET).verify(got.body, got.headers)["goal"] == "fällt 💥"
    assert got.headers["webhook-id"] == "msg_1"


@pytest.mark.parametrize("status", [301, 302, 307, 308, 400, 404, 410, 429, 500, 503])
def test_anything_but_2xx_is_a_failure_and_redirects_are_not_followed(
    here: Receiver, status: int
) -> None:
    here.statuses.append(status)
    here.headers |= {"Location": here.url, "Retry-After": "17", "Content-Length": "0"}
    answered = Sender(private=True).post(outgoing(here.url))
    assert (answered.status, answered.accepted) == (status, False)
    assert answered.gone is (status == 410)
    assert answered.retry_after_s == 17.0
    assert len(here.received) == 1


def test_the_connection_goes_where_the_check_went_whatever_the_name_means_later(
    here: Receiver,
) -> None:
    """The first answer is taken; the second, which whoever connects would get, is never asked."""
    rebinding = Rebinding(LOOPBACK, IPv4Address("127.0.0.2"))
    sender = Sender(private=True, resolve=rebinding)
    assert sender.post(outgoing(f"http://{NAME}:{here.port}/hook")).accepted
    assert rebinding.asked == 1
    assert here.received[0].headers["host"] == f"{NAME}:{here.port}"


def test_a_name_that_became_private_after_it_was_taken_is_refused_when_sent(
    here: Receiver,
) -> None:
    rebinding = Rebinding(LOOPBACK)
    answered = Sender(resolve=rebinding).post(outgoing(f"https://{NAME}:{here.port}/hook"))
    assert answered.status is None
    assert "found on the public internet" in answered.error
    assert here.received == []


def test_the_certificate_is_held_against_the_name_and_the_name_is_told(tmp_path: Path) -> None:
    server, trusting = certified(tmp_path, NAME)
    at_home = Rebinding(LOOPBACK)
    with receiver(server) as told:
        sender = Sender(private=True, resolve=at_home, tls=trusting)
        assert sender.post(outgoing(f"https://{NAME}:{told.port}/x")).accepted
        assert told.named == [NAME]
        assert told.received[0].headers["host"] == f"{NAME}:{told.port}"

        other = sender.post(outgoing(f"https://other.example:{told.port}/x"))
        assert other.error == "its certificate is not valid"
        distrusting = Sender(private=True, resolve=at_home)
        assert distrusting.post(outgoing(f"https://{NAME}:{told.port}/x")).error == other.error
        assert len(told.received) == 1


def test_no_proxy_of_the_environment_is_asked(
    here: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert Sender(private=True).post(outgoing(here.url)).accepted


def test_nobody_there_is_told_in_few_words() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        answered = Sender(private=True).post(outgoing(f"http://127.0.0.1:{port}/"))
    assert (answered.status, answered.error) == (None, "no connection")


@pytest.mark.parametrize("drips", [b"", b"HTTP/1.1 2", b"HTTP/1.1 200 OK\r\nX-A: a\r\n"])
def test_who_dawdles_is_given_up_in_time_however_it_drips(drips: bytes) -> None:
    """A byte now and then keeps no connection open: the time of a try is one for all of it."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        over = threading.Event()

        def drip() -> None:
            connection, _ = server.accept()
            with connection:
                connection.sendall(drips)
                while not over.wait(0.01):
                    try:
                        connection.sendall(drips[-1:] and b"X")
                    except OSError:
                        return

        thread = threading.Thread(target=drip)
        thread.start()
        began = time.monotonic()
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
        answered = Sender(private=True, total_s=0.15).post(outgoing(url))
        over.set()
        thread.join()
    assert answered.error == "no answer within 0.15 s"
    assert time.monotonic() - began < 1.0


@pytest.mark.parametrize("said", [b"", b"SSH-2.0-OpenSSH\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n"])
def test_what_is_no_http_is_a_failure_like_any_other(said: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(said)

        thread = threading.Thread(target=answer)
        thread.start()
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
        answered = Sender(private=True, total_s=2).post(outgoing(url))
        thread.join()
    assert answered.status is None
    assert answered.error.startswith("the connection broke")


def test_the_next_address_is_tried_where_one_does_not_answer(here: Receiver) -> None:
    both = (IPv4Address("127.0.0.2"), LOOPBACK)
    sender = Sender(private=True, resolve=lambda _host, _port: both)
    assert sender.post(outgoing(f"http://{NAME}:{here.port}/")).accepted


def test_a_body_is_never_waited_for(here: Receiver) -> None:
    here.statuses.append(200)
    here.headers["Content-Length"] = "1000000000"
    assert Sender(private=True, total_s=1).post(outgoing(here.url)).accepted


def test_secrets_do_not_show() -> None:
    assert SECRET not in repr(outgoing("https://example.com/"))
