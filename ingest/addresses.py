"""Which network addresses ingest may talk to."""

from __future__ import annotations

import ipaddress
import socket

from app.errors import FetchRefused

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_HINT = "Set DATELINE_ALLOW_PRIVATE_URLS=true if this server may read its own network."

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def resolve(host: str, port: int, *, allow_private: bool) -> str:
    """The address to connect to, after every address of the host has been checked.

    Raises:
        FetchRefused: the host has no address, or one that is private, loopback, link-local, multicast or reserved.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchRefused(f"The host {host} cannot be found.", hint="Check the address and the network.") from error
    addresses = [str(entry[4][0]) for entry in found]
    refused = next((address for address in addresses if not is_public(address)), None)
    if refused and not allow_private:
        named = host if host == refused else f"{host} ({refused})"
        raise FetchRefused(f"{named} is an address inside a private network.", hint=_HINT)
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether a numeric address belongs to the public internet, looking through IPv6 transition addresses."""
    found: Address = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    if isinstance(found, ipaddress.IPv6Address):
        found = _embedded(found) or found
    return found.is_global and not found.is_multicast and not found.is_reserved


def _embedded(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 one leads to: mapped, 6to4, Teredo or NAT64."""
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
