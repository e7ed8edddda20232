"""Certificates for servers on this machine."""

from __future__ import annotations

import ssl
from functools import cache

import trustme


@cache
def authority() -> trustme.CA:
    """The authority that the tests trust."""
    return trustme.CA()


@cache
def server_context() -> ssl.SSLContext:
    """A server's context, with a certificate for 127.0.0.1 and localhost."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority().issue_cert("127.0.0.1", "localhost").configure_cert(context)
    return context


@cache
def client_context() -> ssl.SSLContext:
    """A client's context that trusts the authority, and nothing else."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    authority().configure_trust(context)
    return context
