"""One connection: a request at a time, and the knowledge of how much of it was handed to the kernel."""

from __future__ import annotations

import asyncio
import select
import ssl
from typing import TYPE_CHECKING, Final, cast

from pandapon_async._core.http.errors import HttpError, ResponseTooLargeError
from pandapon_async._core.http.transport.response_reader import BadResponseError
from pandapon_async._core.http.transport.tls import TlsLayer, describe_tls_failure

if TYPE_CHECKING:
    from collections.abc import Callable

    from pandapon_async._core.http.errors import Phase, Progress
    from pandapon_async._core.http.shared_timer import SharedTimer
    from pandapon_async._core.http.transport.response_reader import ResponseReader

__all__ = ["CAN_POLL", "Connection"]

#: Whether the kernel can be asked, without waiting, if anything has arrived. Not on Windows.
CAN_POLL: Final = hasattr(select, "poll")


class Connection(asyncio.Protocol):
    """A connection to a server or proxy, over TCP, TLS, or TLS in TLS.

    A response is accepted only while a request is outstanding. Bytes that arrive at any other time close the
    connection.

    Args:
        loop: The running loop.
        timer: Calls :meth:`on_silence`.
        on_lost: Called with the connection once it is closed.

    Attributes:
        idle_since: Loop time at which it went idle in a pool; ``None`` otherwise.
        reusable: Whether the last exchange left it fit for another one.
    """

    __slots__ = (
        "_after",
        "_exact",
        "_flushed",
        "_handshake",
        "_heard",
        "_loop",
        "_lost",
        "_on_lost",
        "_pending",
        "_poll",
        "_read_limit",
        "_reader",
        "_response",
        "_timer",
        "_tls",
        "_total",
        "_transport",
        "_write_limit",
        "idle_since",
        "reusable",
    )

    _transport: asyncio.Transport

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        timer: SharedTimer[Connection],
        on_lost: Callable[[Connection], None],
    ) -> None:
        self._loop = loop
        self._timer = timer
        self._on_lost = on_lost
        # Only of these loops is it known that a transport's buffer holds exactly what the kernel was not given.
        self._exact = isinstance(loop, asyncio.SelectorEventLoop)
        self._tls: list[TlsLayer] = []
        self._handshake: asyncio.Future[None] | None = None
        self._poll: select.poll | None = None
        self._lost = False
        self.idle_since: float | None = None
        self.reusable = False
        # Of the exchange under way, if there is a reader.
        self._reader: ResponseReader | None = None
        self._response: asyncio.Future[ResponseReader] | None = None
        self._read_limit: float | None = None
        self._write_limit: float | None = None
        self._flushed = False
        self._total = 0  # bytes of the request as they were given to the transport
        self._after = 0  # bytes given to it since then
        self._pending = 0  # bytes that it held when the write limit last began
        self._heard = 0.0

    # --- what the transport's users do ---

    @property
    def is_closing(self) -> bool:
        """Whether no request can be sent any more."""
        return self._lost or self._transport.is_closing()

    def is_quiet(self) -> bool:
        """Return whether the connection is open and the peer, as far as the kernel knows, has neither sent nor closed.

        Where the kernel cannot be asked, let the loop run for a few turns before.
        """
        return not self.is_closing and not (self._poll is not None and self._poll.poll(0))

    def is_untouched(self) -> bool:
        """Return whether a connection that was just opened is open, and the peer has sent nothing to its user.

        Over TLS the kernel cannot tell: the peer may have sent session tickets.
        """
        return not self.is_closing if self._tls else self.is_quiet()

    def start_tls(self, context: ssl.SSLContext, server_hostname: str) -> asyncio.Future[None]:
        """Begin TLS inside what is there; return a future that is done once the handshake is.

        The future raises :class:`HttpError`.
        """
        done = self._handshake = self._loop.create_future()
        self._tls.append(TlsLayer(context, server_hostname))
        self._decrypt(b"", len(self._tls) - 1)
        return done

    def exchange(
        self, request: bytes, reader: ResponseReader, *, read: float | None, write: float | None
    ) -> asyncio.Future[ResponseReader]:
        """Send a request; return a future of the response. If waiting for it is cancelled, call :meth:`abort`.

        Args:
            request: The whole request.
            reader: Reads the response.
            read: Seconds for which the peer may be silent once the request has left; ``None`` for no limit.
            write: Seconds in which some of the request must leave; ``None`` for no limit.

        The future raises :class:`HttpError`.
        """
        future = self._response = self._loop.create_future()
        self._reader, self._read_limit, self._write_limit = reader, read, write
        self.reusable = self._flushed = False
        self._after = 0
        self.idle_since = None
        transport = self._transport
        try:
            for layer in reversed(self._tls):
                request = layer.encrypt(request)
        except ssl.SSLError:
            self._fail("tls", "the TLS session does not send any more", progress="never_sent")
            return future
        self._total = len(request)
        # Sends at once what the kernel takes; pauses this protocol if anything is left.
        transport.write(request)
        if transport.is_closing():
            # The one attempt to send failed.
            self._fail("write", "the connection broke", progress="never_sent" if self._exact else "partly_sent")
            return future
        self._pending = transport.get_write_buffer_size()
        self._flushed = not self._pending
        self._wait(read if self._flushed else write)
        return future

    def close(self) -> None:
        """Close an idle connection, with TLS's farewell."""
        if not self.is_closing:
            for depth in range(len(self._tls) - 1, -1, -1):
                self._send_raw(self._tls[depth].farewell(), depth)
            self._transport.close()

    def abort(self) -> None:
        """Close at once. What was not handed to the kernel is never sent."""
        self._fail("read", "the transport was closed")
        self._transport.abort()

    def on_silence(self) -> None:
        """Tell whether a time limit has really been reached; the timer calls this."""
        if self._reader is None:
            return
        if not self._flushed:
            pending = self._transport.get_write_buffer_size()
            if pending < self._pending:
                self._pending = pending
                self._wait(self._write_limit)
            else:
                self._fail("write", "the request could not be written in time", timed_out=True)
            return
        rest = self._heard + (self._read_limit or 0.0) - self._loop.time()
        if rest > 0:
            self._timer.start(self, rest)
        else:
            self._fail("read", "no answer in time", timed_out=True)

    # --- what the loop calls ---

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Note the transport."""
        self._transport = cast("asyncio.Transport", transport)
        # Anything that stays in the buffer pauses this protocol; it resumes when all has gone to the kernel.
        self._transport.set_write_buffer_limits(high=0)
        if CAN_POLL:
            self._poll = select.poll()
            self._poll.register(transport.get_extra_info("socket").fileno(), select.POLLIN)

    def data_received(self, data: bytes) -> None:
        """Take bytes from the peer."""
        if self.idle_since is not None:
            self._transport.abort()
            return
        if self._tls:
            data = self._decrypt(data, 0)
        reader = self._reader
        if reader is not None:
            if data:
                self._read(reader, data)
        elif data:
            self._transport.abort()
        if self._tls and self._tls[-1].ended:
            self._end_of_input(clean=True)

    def eof_received(self) -> None:
        """Note that the peer sends no more."""
        # Over TLS the peer says so itself; without that, somebody may have cut the connection.
        self._end_of_input(clean=not self._tls)

    def resume_writing(self) -> None:
        """Note that the kernel has everything."""
        if self._reader is not None and not self._flushed:
            self._flushed = True
            self._wait(self._read_limit)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - says no more than is known
        """Note the end of the connection."""
        self._lost = True
        self._poll = None
        self._break()
        self._on_lost(self)

    # --- inside ---

    def _read(self, reader: ResponseReader, data: bytes) -> None:
        try:
            complete = reader.feed(data)
        except BadResponseError as fault:
            self._fail("protocol", str(fault), too_large=fault.too_large)
            return
        if complete:
            self._complete(reader)
        else:
            self._heard = self._loop.time()

    def _complete(self, reader: ResponseReader) -> None:
        # A server may answer before it has read the request; such a connection is in no known state.
        self.reusable = reader.keep_alive and self._flushed
        self._reader = None
        self._timer.stop(self)
        future, self._response = self._response, None
        if future is not None and not future.done():
            future.set_result(reader)

    def _end_of_input(self, *, clean: bool) -> None:
        reader = self._reader
        if reader is not None and clean and reader.finish():
            self._complete(reader)
        self._break()
        self._transport.abort()

    def _break(self) -> None:
        """The connection ended: so does what waits for it."""
        self._fail("read" if self._flushed else "write", "the connection broke")
        if self._handshake is not None:
            self._fail_handshake("the connection ended during the TLS handshake")

    def _fail(
        self,
        phase: Phase,
        message: str,
        *,
        progress: Progress | None = None,
        timed_out: bool = False,
        too_large: bool = False,
    ) -> None:
        """End the exchange, if there is one, and the connection."""
        if self._reader is None:
            return
        cls = ResponseTooLargeError if too_large else HttpError
        error = cls(message, progress=progress or self._progress(self._reader), phase=phase, timed_out=timed_out)
        self._reader = None
        self._timer.stop(self)
        self._transport.abort()
        future, self._response = self._response, None
        if future is not None and not future.done():
            future.set_exception(error)

    def _progress(self, reader: ResponseReader) -> Progress:
        if reader.begun:
            return "answer_begun"
        if self._flushed:
            return "sent"
        if not self._exact or self.is_closing:
            return "partly_sent"
        # The buffer is in order: what was written later is at its end.
        untouched = self._transport.get_write_buffer_size() - self._after >= self._total
        return "never_sent" if untouched else "partly_sent"

    def _wait(self, seconds: float | None) -> None:
        self._heard = self._loop.time()
        if seconds is not None:
            self._timer.start(self, seconds)
        else:
            self._timer.stop(self)

    def _decrypt(self, data: bytes, depth: int) -> bytes:
        """Pass bytes through the TLS layers from ``depth`` inwards, and send what the layers have to say."""
        for index in range(depth, len(self._tls)):
            layer = self._tls[index]
            try:
                data = layer.receive(data)
            except ssl.SSLError as error:
                # The alert tells the peer why.
                self._send_raw(layer.take_output(), index)
                self._tls_failed(error)
                return b""
            self._send_raw(layer.take_output(), index)
            if not data:
                break
        handshake = self._handshake
        if handshake is not None and self._tls[-1].established:
            self._handshake = None
            if not handshake.done():
                handshake.set_result(None)
        return data

    def _send_raw(self, data: bytes, depth: int) -> None:
        """Send what a TLS layer has to say, through the layers around it."""
        if not data or self._transport.is_closing():
            return
        for layer in reversed(self._tls[:depth]):
            data = layer.encrypt(data)
        self._after += len(data)
        self._transport.write(data)

    def _tls_failed(self, error: ssl.SSLError) -> None:
        if self._handshake is not None:
            self._fail_handshake(describe_tls_failure(error))
        self._fail("tls", "the TLS session broke")
        self._transport.close()

    def _fail_handshake(self, message: str) -> None:
        handshake, self._handshake = self._handshake, None
        if handshake is not None and not handshake.done():
            handshake.set_exception(HttpError(message, progress="never_sent", phase="tls"))
