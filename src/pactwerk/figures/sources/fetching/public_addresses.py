"""Which IP addresses are out on the public internet, and nowhere else."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_V4_OTHER = tuple(
    ip_network(text)
    for text in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    )
)  # fmt: skip
_V6_PUBLIC = ip_network("2000::/3")
_V6_OTHER = tuple(
    ip_network(text)
    # protocol assignments with Teredo, documentation, 6to4, AS112, documentation: tunnels carry another address inside
    for text in ("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20")
)
"""Special-purpose blocks of the IANA registries (RFC 6890 and its updates)."""


def is_public(text: str) -> bool:
    """Whether an address, as a resolver gives it, is a public one. Anything that is no plain address is not.

    IPv6 outside 2000::/3 never is: that leaves out loopback, private, link-local, multicast, IPv4-mapped
    (::ffff:0:0/96) and NAT64 (64:ff9b::/96) addresses.
    """
    try:
        address: IPv4Address | IPv6Address = ip_address(text)
    except ValueError:
        return False
    if not address.is_global or address.is_multicast:
        return False
    if isinstance(address, IPv4Address):
        return not any(address in block for block in _V4_OTHER)
    return address.scope_id is None and address in _V6_PUBLIC and not any(address in block for block in _V6_OTHER)
