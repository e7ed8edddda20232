"""TLS over bytes in memory, so that the connection knows which bytes it handed to the kernel."""

from __future__ import annotations

import contextlib
import os
import ssl
from typing import Final

__all__ = ["TlsLayer", "default_context", "describe_tls_failure"]

_READ_SIZE: Final = 256 * 1024
#: Reasons of OpenSSL for bytes that are no TLS.
_NOT_TLS: Final = {"WRONG_VERSION_NUMBER", "HTTP_REQUEST", "PACKET_LENGTH_TOO_LONG", "UNKNOWN_PROTOCOL"}
_NO_COMMON_VERSION: Final = {"UNSUPPORTED_PROTOCOL", "TLSV1_ALERT_PROTOCOL_VERSION", "VERSION_TOO_LOW"}
#: Codes of X509_V_ERR.
_CERTIFICATE: Final = {
    9: "it is not valid yet",
    10: "it has expired",
    18: "it is self-signed",
    19: "its chain ends in an unknown self-signed certificate",
    20: "its issuer is unknown",
    21: "its issuer is unknown",
    23: "it was revoked",
    62: "it is for another host name",
    64: "it is for another address",
}


def default_context() -> ssl.SSLContext:
    """Return a context that trusts the system's roots and certifi's.

    If ``SSL_CERT_FILE`` or ``SSL_CERT_DIR`` is set, only the roots found there are trusted. Reading the roots takes
    tens of milliseconds: call this outside the event loop's thread.
    """
    # Loads the system's roots, or what the two variables name.
    context = ssl.create_default_context()
    if not (os.environ.get("SSL_CERT_FILE") or os.environ.get("SSL_CERT_DIR")):
        import certifi  # noqa: PLC0415 - needed for https alone

        context.load_verify_locations(certifi.where())
    context.set_alpn_protocols(["http/1.1"])
    return context


def describe_tls_failure(error: BaseException | None) -> str:
    """Say why a handshake failed, in words that quote nothing."""
    if isinstance(error, ssl.SSLCertVerificationError):
        reason = _CERTIFICATE.get(error.verify_code)
        return "the server's TLS certificate was not accepted" + (f": {reason}" if reason else "")
    reason = getattr(error, "reason", None)
    if reason in _NOT_TLS:
        return "the server does not speak TLS on this port; check the scheme and the port"
    if reason in _NO_COMMON_VERSION:
        return "the server and the client have no TLS version in common"
    return "the TLS handshake failed"


class TlsLayer:
    """One TLS session. Bytes go in and out; nothing here touches a socket.

    Attributes:
        established: Whether the handshake is done.
        ended: Whether the peer has said that it sends no more. Without that, the end of the connection may be a cut.
    """

    __slots__ = ("_incoming", "_object", "_outgoing", "ended", "established")

    def __init__(self, context: ssl.SSLContext, server_hostname: str) -> None:
        self._incoming = ssl.MemoryBIO()
        self._outgoing = ssl.MemoryBIO()
        self._object = context.wrap_bio(self._incoming, self._outgoing, server_hostname=server_hostname)
        self.established = False
        self.ended = False

    def receive(self, data: bytes) -> bytes:
        """Take bytes from the peer, or none to begin the handshake; return what they decrypt to.

        Raises:
            ssl.SSLError: The handshake failed, or the bytes are no valid TLS.
        """
        if data:
            self._incoming.write(data)
        pieces: list[bytes] = []
        try:
            if not self.established:
                self._object.do_handshake()
                self.established = True
            while piece := self._object.read(_READ_SIZE):
                pieces.append(piece)
            self.ended = True
        except ssl.SSLWantReadError:
            pass
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def encrypt(self, data: bytes) -> bytes:
        """Return the bytes that carry ``data`` to the peer.

        Raises:
            ssl.SSLError: The session cannot send; no byte was produced for the peer to read.
        """
        # One call writes one record at most.
        sent = self._object.write(data)
        if sent < len(data):
            rest = memoryview(data)[sent:]
            while rest:
                rest = rest[self._object.write(rest) :]
        return self._outgoing.read()

    def take_output(self) -> bytes:
        """Return what the session itself has to say: handshake, alerts, key updates."""
        return self._outgoing.read() if self._outgoing.pending else b""

    def farewell(self) -> bytes:
        """Return the message that ends the session."""
        # The peer's own farewell is not waited for.
        with contextlib.suppress(ssl.SSLError):
            self._object.unwrap()
        return self.take_output()
