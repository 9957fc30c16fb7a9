"""Whose address a request names: in its Host header, and in the Origin of the page that sent it."""

DEFAULT_PORTS = {"http": "80", "https": "443"}
LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
"""Host names that only this machine goes by."""


def host_name(place: str) -> str | None:
    """The host of a `host` or `host:port`, lower case, IPv6 in brackets; None if it is neither."""
    split = _split(place)
    return split[0] if split else None


def same_origin(origin: str, host: str, scheme: str) -> bool:
    """Whether an Origin header names this server as the request's Host header does.

    Behind a proxy that speaks TLS the server sees `http` where the page is of `https`, so that
    passes; a page of `http` never passes for one of `https`.
    """
    own, _, place = origin.lower().partition("://")
    if own not in (scheme, "https"):
        return False
    named = _with_port(place, own)
    return named is not None and named == _with_port(host, own)


def _with_port(place: str, scheme: str) -> tuple[str, str] | None:
    split = _split(place)
    return (split[0], split[1] or DEFAULT_PORTS[scheme]) if split else None


def _split(place: str) -> tuple[str, str] | None:
    """Host and port, which is empty where none is given."""
    name, bracket, rest = place.lower().partition("]")
    if not bracket:
        name, colon, port = name.partition(":")
        rest = colon + port
    if rest and not (rest[0] == ":" and rest[1:].isascii() and rest[1:].isdigit()):
        return None
    return name + bracket, rest[1:]
