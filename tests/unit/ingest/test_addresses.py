from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import FetchRefused
from ingest.addresses import is_public, resolve


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104  # refused as a target here
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
    ],
)
def test_addresses_inside_a_network_are_not_public(address: str) -> None:
    """Private, loopback, link-local, multicast and reserved ones, also in an IPv6 disguise."""
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    """Those of ordinary sites."""
    assert is_public(address)


@given(st.ip_addresses())
def test_every_address_can_be_judged(address: object) -> None:
    """Nothing makes the check fail."""
    assert is_public(str(address)) in (True, False)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0x7f.1", "2130706433"])
def test_a_host_that_leads_inside_is_refused(host: str) -> None:
    """Whatever the spelling, the resolved address decides."""
    with pytest.raises(FetchRefused, match=r"private network|cannot be found"):
        resolve(host, 80, allow_private=False)


def test_a_private_host_is_resolved_when_allowed() -> None:
    """The setting is for people who read their own intranet."""
    assert resolve("127.0.0.1", 80, allow_private=True) == "127.0.0.1"


def test_a_host_that_does_not_exist_is_named() -> None:
    """One sentence with the host."""
    with pytest.raises(FetchRefused, match=r"no-such-host\.invalid cannot be found"):
        resolve("no-such-host.invalid", 80, allow_private=False)
