"""Where a webhook may point, and the many ways to write where it may not."""

import threading
from collections.abc import Callable, Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest

from storyworld.archive import webhooks
from storyworld.errors import InvalidField
from storyworld.webhooks import addresses
from storyworld.webhooks.addresses import Address, checked, is_anybodys, resolve, target_of
from tests.webhooks.receiving import LOOPBACK, PUBLIC


def everywhere(*found: Address) -> Callable[[str, int], tuple[Address, ...]]:
    return lambda _host, _port: found


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://example.com/hook", "https://example.com/hook"),
        ("HTTPS://EXAMPLE.COM/Hook", "https://example.com/Hook"),
        ("https://example.com", "https://example.com/"),
        ("https://example.com?a=1&b=%2F", "https://example.com/?a=1&b=%2F"),
        ("https://example.com:443/x", "https://example.com/x"),
        ("https://example.com:8443/x", "https://example.com:8443/x"),
        ("https://example.com./x", "https://example.com/x"),
        ("https://bücher.example/x", "https://xn--bcher-kva.example/x"),
        ("https://例え.jp/x", "https://xn--r8jz45g.jp/x"),
        ("https://93.184.216.34/x", "https://93.184.216.34/x"),
        ("https://[2606:4700::1111]:8443/x", "https://[2606:4700::1111]:8443/x"),
    ],
)
def test_a_url_has_one_form(written: str, meant: str) -> None:
    target = target_of(written, private=False)
    assert target.url == meant
    assert target_of(meant, private=False) == target


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.com/hook",
        "ftp://example.com/",
        "http://example.com/",  # in the clear
        "https://",
        "https:///hook",
        "https://example.com:0/",
        "https://example.com:99999/",
        "https://example.com:22/",  # other services'
        "https://example.com:80/",
        "https://user@example.com/",
        "https://user:password@example.com/",
        "https://example.com@127.0.0.1/",
        "https://127.0.0.1\\@example.com/",
        "https://example.com\\.evil.test/",
        "https://example.com/#fragment",
        "https://example.com/a b",
        "https://example.com/\r\nX-Forged: 1",
        "https://exam\nple.com/",
        "https://example.com/ü",
        "https://ex ample.com/",
        "https://-example.com/",
        "https://a..example.com/",
        "https://" + "a" * 64 + ".example/",
        "https://" + "a." * 130 + "example/",
        "https://example.com/" + "a" * 2000,
        "https://%31%32%37.0.0.1/",
        "https://2130706433/",  # 127.0.0.1, as resolvers read it
        "https://0x7f000001/",
        "https://017700000001/",
        "https://0x7f.1/",
        "https://0177.0.0.1/",
        "https://127.1/",
        "https://127.0.0.1.1/",
        "https://0x7f.0x0.0x0.0x1/",
        "https://0/",
        "https://999.1.1.1/",
        "https://[::1/",
        "https://[fe80::1%25eth0]/",
        "https://[::ffff:127.0.0.1%1]/",
        "https://[v1.a:b]/",
        "https://[example.com]/",
        "https://localhost/",
        "https://LOCALHOST./",
        "https://a.localhost/",
        "https://ｌocalhost/",
        "https://printer/",
        "https://db.internal/",
        "https://printer.local/",
        "https://router.home.arpa/",
        "https://metadata.google.internal/computeMetadata/v1/",
    ],
)  # fmt: skip
def test_what_is_no_public_url_is_refused_before_anything_is_looked_up(url: str) -> None:
    with pytest.raises(InvalidField, match=r"^url ") as caught:
        target_of(url, private=False)
    assert caught.value.field == "url"


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/",
        "https://127.0.0.1./",
        "https://１２７.０.０.１/",
        "https://127。0。0。1/",
        "https://①②⑦.⓪.⓪.①/",
        "https://10.0.0.1/",
        "https://172.16.0.1/",
        "https://192.168.1.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://100.100.100.200/",
        "https://168.63.129.16/",
        "https://0.0.0.0/",
        "https://255.255.255.255/",
        "https://224.0.0.1/",
        "https://[::]/",
        "https://[::1]/",
        "https://[0:0:0:0:0:0:0:1]/",
        "https://[::127.0.0.1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:7f00:1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[64:ff9b::169.254.169.254]/",
        "https://[64:ff9b:1::1]/",
        "https://[2002:7f00:1::]/",
        "https://[2002:a9fe:a9fe::]/",
        "https://[2001:0:7f00:1::]/",
        "https://[2001:db8::1]/",
        "https://[fe80::1]/",
        "https://[fc00::1]/",
        "https://[fd00:ec2::254]/",
        "https://[fec0::1]/",
        "https://[ff02::1]/",
        "https://[3fff::1]/",
        "https://[5f00::1]/",
    ],
)
def test_an_address_that_is_not_anybody_s_is_refused_however_it_is_written(url: str) -> None:
    target = target_of(url, private=False)
    with pytest.raises(InvalidField, match="found on the public internet"):
        checked(target, private=False, resolve=resolve)


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"],
)
def test_public_addresses_are_anybody_s(address: str) -> None:
    assert is_anybodys(ip_address(address))


def test_whatever_is_private_by_the_registry_is_nobody_s() -> None:
    """What the standard library reads in IANA's registries is refused here, and more."""
    steps = range(0, 2**32, 2**32 // 5003)
    for address in map(IPv4Address, steps):
        if is_anybodys(address):
            assert address.is_global, address
            assert not address.is_multicast, address
    for prefix in range(0, 2**16, 7):
        six = IPv6Address(prefix << 112 | 1)
        if is_anybodys(six):
            assert six.is_global, six
            assert not six.is_multicast, six


def test_one_private_address_among_public_ones_is_enough() -> None:
    target = target_of("https://example.com/", private=False)
    for found in ((PUBLIC, LOOPBACK), (LOOPBACK, PUBLIC)):
        with pytest.raises(InvalidField, match="found on the public internet"):
            checked(target, private=False, resolve=everywhere(*found))
    assert checked(target, private=False, resolve=everywhere(PUBLIC)) == (PUBLIC,)
    with pytest.raises(InvalidField, match="on the public internet"):
        checked(target, private=False, resolve=everywhere())


def test_a_refusal_does_not_say_what_a_name_means_here_nor_whether_it_means_anything() -> None:
    said = set()
    for found in ((IPv4Address("10.1.2.3"),), (LOOPBACK, PUBLIC), ()):
        target = target_of("https://db.example.com/", private=False)
        with pytest.raises(InvalidField) as caught:
            checked(target, private=False, resolve=everywhere(*found))
        said.add(caught.value.detail)
    with pytest.raises(InvalidField) as caught:
        resolve("nobody.invalid", 443)
    said.add(caught.value.detail.replace("nobody.invalid", "db.example.com"))
    assert len(said) == 1


def test_for_development_http_private_addresses_and_any_port_are_allowed() -> None:
    for url in ("http://127.0.0.1:9/x", "http://receiver:80/", "https://localhost:22/"):
        target = target_of(url, private=True)
        assert checked(target, private=True, resolve=everywhere(LOOPBACK)) == (LOOPBACK,)
    with pytest.raises(InvalidField):
        target_of("ftp://127.0.0.1/", private=True)


def test_names_are_looked_up_and_addresses_are_not() -> None:
    literal = target_of("https://8.8.8.8/", private=False)
    found = checked(literal, private=False, resolve=everywhere(LOOPBACK))
    assert found == (ip_address("8.8.8.8"),)
    assert LOOPBACK in resolve("localhost", 443)
    with pytest.raises(InvalidField, match="cannot be found"):
        resolve("nobody.invalid", 443)


@pytest.fixture
def silence(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Have the resolver answer nothing, and note what it was asked for."""
    let_go, asked = threading.Event(), list[str]()

    def slow(host: str, _port: int) -> tuple[Address, ...]:
        asked.append(host)
        let_go.wait(5)
        return ()

    monkeypatch.setattr(addresses, "_look_up", slow)
    monkeypatch.setattr(addresses, "LOOKUP_S", 0.01)
    yield asked
    let_go.set()
    for thread in threading.enumerate():
        if thread.name.startswith("lookup "):
            thread.join()


def test_a_resolver_that_does_not_answer_is_given_up(silence: list[str]) -> None:
    with pytest.raises(InvalidField, match="could not be looked up within"):
        resolve("slow.example", 443)
    assert silence == ["slow.example"]


def test_names_that_are_never_answered_hold_up_nobody_else(silence: list[str]) -> None:
    """One owner's webhooks have as many names as webhooks at most, however often they are tried."""
    names = [f"{number}.slow.example" for number in range(webhooks.MOST)]
    for name in (*names, *names, *names):
        with pytest.raises(InvalidField, match="could not be looked up within"):
            resolve(name, 443)
    assert sorted(silence) == sorted(names), "each is asked for once"
    with pytest.raises(InvalidField, match="could not be looked up within"):
        resolve("another.example", 443)
    assert silence[-1] == "another.example"
    for number in range(addresses.MOST_LOOKUPS):
        with pytest.raises(InvalidField, match=r"within|just now"):
            resolve(f"{number}.slower.example", 443)
    assert len(silence) == addresses.MOST_LOOKUPS
