"""Where a webhook may point: a server of somebody's on the internet, and nothing of ours.

A URL is parsed once, here, into a :class:`Target`; what is sent later is built of its parts, so
that no second parser can read it otherwise. The name is resolved here, too, and every address it
has must be one that anybody on the internet can reach. Whoever connects takes one of those
addresses and does not ask again (:mod:`storyworld.webhooks.pinning`).
"""

import re
import socket
import threading
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import ClassVar, Final
from urllib.parse import urlsplit

from storyworld.errors import InvalidField
from storyworld.records.frozen import Record
from storyworld.records.webhook import MAX_URL_CHARACTERS

Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int], tuple[Address, ...]]

FIELD: Final = "url"
LOOKUP_S: Final = 5.0
MOST_ADDRESSES: Final = 32
_PORTS: Final = {"https": 443, "http": 80}
MOST_LOOKUPS: Final = 32
"""Lookups at once: one that is given up goes on in its thread until the resolver lets go.

More than the names that the webhooks of one owner can have: whose names are never answered holds up
the deliveries of nobody else.
"""

_URL = re.compile(r"(?P<scheme>https?)://(?P<host>[^/?#@\\\s]+?)(?P<port>:[0-9]{1,5})?(?P<rest>[/?].*)?",
                  re.IGNORECASE)  # fmt: skip
_REST = re.compile(r"[A-Za-z0-9/?\-._~!$&'()*+,;=:@%]*", re.ASCII)
_NAME = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
)
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_LOCAL_NAMES: Final = ("localhost", "local", "internal", "intranet", "lan", "home.arpa")

_NOT_ANYBODYS_4: Final = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",  # carriers' own, and Alibaba's metadata
            "127.0.0.0/8",
            "168.63.129.16/32",  # Azure's metadata, though it looks public
            "169.254.0.0/16",  # link-local, and everybody else's metadata
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",  # multicast, reserved, broadcast
        ),
    )
)
_ANYBODYS_6: Final = ip_network("2000::/3")
_NOT_ANYBODYS_6: Final = tuple(
    map(
        ip_network,
        (
            "2001::/23",  # Teredo, ORCHID and others that are no server's
            "2001:db8::/32",
            "2002::/16",  # 6to4: an IPv4 address in disguise, by relays that are gone
            "3fff::/20",
        ),
    )
)
_IPV4_MAPPED: Final = ip_network("::ffff:0:0/96")
_NAT64: Final = ip_network("64:ff9b::/96")


class Target(Record):
    """The parts of a URL that may be posted to; `host` is ASCII, an IPv6 address without [ ]."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """The host as a header or a URL names it, with its port if that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The URL in its one form."""
        return f"{self.scheme}://{self.authority}{self.path}"


def target_of(url: str, *, private: bool) -> Target:
    """Parse the URL of a webhook; nothing is looked up yet.

    Parameters
    ----------
    url
        As somebody wrote it.
    private
        Whether http, any port and hosts that are only ours are allowed, too.

    Raises
    ------
    InvalidField
        Naming `url` and what is wrong with it.
    """
    if len(url) > MAX_URL_CHARACTERS:
        raise _bad(f"is longer than {MAX_URL_CHARACTERS} characters")
    found = _URL.fullmatch(url)
    if found is None:
        raise _bad(_what_is_wrong(url))
    scheme, rest = found["scheme"].lower(), found["rest"] or "/"
    if scheme != "https" and not private:
        raise _bad("should begin with https://: what is told is nobody else's business")
    if not _REST.fullmatch(rest):
        raise _bad("has characters in its path or query that are to be written as %xx")
    port = int(found["port"][1:]) if found["port"] else _PORTS[scheme]
    if not _may_have(port, private=private):
        raise _bad(f"names port {port}: 443 is allowed, and 1024 to 65535")
    host = _host(found["host"], private=private)
    path = rest if rest.startswith("/") else f"/{rest}"
    return Target(scheme=scheme, host=host, port=port, path=path)


def checked(target: Target, *, private: bool, resolve: Resolve) -> tuple[Address, ...]:
    """Give the addresses of a target, all of which may be told.

    Raises
    ------
    InvalidField
        If it has none, or one that is not anybody's: one is enough, since which of them would be
        taken is chance.
    """
    literal = _literal(target.host)
    found = resolve(target.host, target.port) if literal is None else (literal,)
    if not found or not (private or all(map(is_anybodys, found))):
        raise _elsewhere(target.host)
    return found


def is_anybodys(address: Address) -> bool:
    """Whether an address is a global unicast one: what anybody on the internet could reach."""
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_ANYBODYS_4)
    for wrapped in (_IPV4_MAPPED, _NAT64):
        if address in wrapped:
            return is_anybodys(IPv4Address(int(address) & 0xFFFF_FFFF))
    if address.scope_id is not None or address not in _ANYBODYS_6:
        return False
    return not any(address in network for network in _NOT_ANYBODYS_6)


def resolve(host: str, port: int) -> tuple[Address, ...]:
    """Look up all addresses that a name has.

    Raises
    ------
    InvalidField
        If it is not found, or not in time.
    """
    lookup = _Lookup.of(host, port)
    if lookup is None:
        raise _bad(f"names {host}, which cannot be looked up just now: try again")
    if not lookup.over.wait(LOOKUP_S):
        raise _bad(f"names {host}, which could not be looked up within {LOOKUP_S:g} s")
    if not lookup.found:
        raise _elsewhere(host)
    return lookup.found


class _Lookup:
    """A lookup that goes on in a thread; whoever asks for the same name meanwhile waits for it."""

    _going_on: ClassVar[dict[str, "_Lookup"]] = {}
    _lock: ClassVar = threading.Lock()

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self.over = threading.Event()
        self.found: tuple[Address, ...] = ()

    @classmethod
    def of(cls, host: str, port: int) -> "_Lookup | None":
        """Give the lookup of a name, begun unless it goes on; None if too many do."""
        with cls._lock:
            there = cls._going_on.get(host)
            if there is not None or len(cls._going_on) >= MOST_LOOKUPS:
                return there
            lookup = cls(host, port)
            threading.Thread(target=lookup._run, name=f"lookup {host}", daemon=True).start()
            cls._going_on[host] = lookup  # only now: a thread may be one too many
            return lookup

    def _run(self) -> None:
        try:
            self.found = _look_up(self._host, self._port)
        finally:
            with self._lock:
                del self._going_on[self._host]
            self.over.set()


def _literal(host: str) -> Address | None:
    """Read a host that is an address, of which nobody need be asked."""
    try:
        return ip_address(host)
    except ValueError:
        return None


def _look_up(host: str, port: int) -> tuple[Address, ...]:
    """Ask the system's resolver, which knows no timeout."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return _distinct(str(entry[4][0]) for entry in found)
    except (OSError, UnicodeError, ValueError):
        return ()


def _distinct(texts: Iterable[str]) -> tuple[Address, ...]:
    return tuple(ip_address(text) for text in dict.fromkeys(texts))[:MOST_ADDRESSES]


def _may_have(port: int, *, private: bool) -> bool:
    """Whether a port may be posted to: those below 1024 but for 443 are other services'."""
    return 0 < port < 65536 and (private or port == _PORTS["https"] or port >= 1024)


def _host(written: str, *, private: bool) -> str:
    """Give a host in its one ASCII form.

    Raises
    ------
    InvalidField
        If it is no name or address, one in a form that resolvers understand differently, or one
        that can only be ours.
    """
    if written.startswith("["):
        return _ipv6(written)
    host = _ascii(written).removesuffix(".")
    if len(host) > 253 or not _NAME.fullmatch(host):
        raise _bad("has a host that is no name or address")
    if _NUMBER.fullmatch(host.rpartition(".")[2]):
        try:
            return str(IPv4Address(host))
        except ValueError as error:
            words = "has a host that is a number: write an IPv4 address as 203.0.113.7"
            raise _bad(words) from error
    ours = "." not in host or any(f".{host}".endswith(f".{name}") for name in _LOCAL_NAMES)
    if ours and not private:
        raise _elsewhere(host)
    return host


def _ascii(written: str) -> str:
    if written.isascii():
        return written.lower()
    import idna

    try:
        return idna.encode(written, uts46=True, std3_rules=True).decode().lower()
    except idna.IDNAError as error:
        raise _bad("has a host that is no name in any script") from error


def _ipv6(written: str) -> str:
    if not written.endswith("]") or "%" in written:
        raise _bad("has a host that is no IPv6 address: write it as [2606:4700::1111]")
    try:
        return str(IPv6Address(written[1:-1]))
    except ValueError as error:
        raise _bad("has a host that is no IPv6 address: write it as [2606:4700::1111]") from error


def _what_is_wrong(url: str) -> str:
    """Say why a URL is none, as far as that can be said."""
    if not url.lower().startswith(("https://", "http://")):
        return "should begin with https://"
    try:
        parts = urlsplit(url)
    except ValueError:
        return "is no URL: write it as https://example.com/hook"
    if "@" in parts.netloc:
        return "should hold no user name or password: check the signature instead"
    if "#" in url:
        return "should hold no fragment: what is behind # is never sent"
    return "is no URL: write it as https://example.com/hook"


def _elsewhere(host: str) -> InvalidField:
    """Refuse a host in the same words whether it is nowhere or here: nobody learns our names."""
    return _bad(f"names {host}, which cannot be found on the public internet")


def _bad(what: str) -> InvalidField:
    return InvalidField(f"{FIELD} {what}", field=FIELD)
