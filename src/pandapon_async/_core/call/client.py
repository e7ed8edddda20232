"""The client: what all three surfaces share."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast
from urllib.parse import urlsplit

import attrs

from pandapon_async._core.call.clock import ServerTime, SystemClock
from pandapon_async._core.call.credentials import Credentials
from pandapon_async._core.call.default_sender import DefaultSender
from pandapon_async._core.call.encoding import request_by_path, request_for
from pandapon_async._core.call.limits import Limiter
from pandapon_async._core.call.options import ClientOptions
from pandapon_async._core.call.pipeline import Pipeline, answers_seen
from pandapon_async._core.call.response import RawResponse
from pandapon_async._core.call.signing import Md5Signer, random_nonce
from pandapon_async._core.errors import ConfigurationError, InvalidArgumentError
from pandapon_async._core.http.guarded_sender import GuardedSender

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping
    from types import TracebackType
    from typing import Any, Self, Unpack

    import httpx

    from pandapon_async._core.call.clock import Clock
    from pandapon_async._core.call.operation import EnvelopeStyle, Operation, Signing
    from pandapon_async._core.call.options import CallOptions, Settings
    from pandapon_async._core.call.response import Answer
    from pandapon_async._core.call.signing import Signer
    from pandapon_async._core.http.request import Effect
    from pandapon_async._core.http.sender import Sender
    from pandapon_async._core.schema.json import JsonValue

__all__ = ["Client"]

ResultT = TypeVar("ResultT")


@attrs.frozen
class _State:
    """All that a client is; one value, so that deriving another client cannot forget a part."""

    options: ClientOptions
    pipeline: Pipeline
    owns_pool: bool


class Client:
    """What the clients of all surfaces share; use one of these.

    A client holds a pool of connections and belongs to one event loop. Close it, or use it as ``async with``.

    Args:
        credentials: Account.
        base_url: Another address than the documented one, such as a sandbox's.
        http_client: Your own ``httpx.AsyncClient``, with its proxies, certificates, headers and event hooks. It stays
            yours to close. Note that httpx itself logs URLs at INFO, which hold ``sign`` on query-signed operations.
        transport: Your own httpx transport instead of the default one on aiohttp. The client closes it.
        signer: Another signature scheme.
        clock: Another source of time.
        nonce: Another source of nonces: 32 random characters, new at each call.
        settings: See :class:`ClientOptions`.

    Raises:
        ConfigurationError: An argument has an impossible value.
    """

    _default_base_url: ClassVar[str]
    _environment: ClassVar[str]

    def __init__(  # noqa: PLR0913 - each is a part that users replace
        self,
        credentials: Credentials,
        *,
        base_url: str | None = None,
        http_client: httpx.AsyncClient | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        signer: Signer | None = None,
        clock: Clock | None = None,
        nonce: Callable[[], str] = random_nonce,
        **settings: Unpack[Settings],
    ) -> None:
        if not isinstance(credentials, Credentials):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ConfigurationError("credentials must be Credentials(access_key=, access_secret=, user_id=)")
        if http_client is not None and transport is not None:
            raise ConfigurationError("pass http_client or transport, not both; an http_client has its own transport")
        clock = clock or SystemClock()
        options = ClientOptions.build(settings)
        pipeline = Pipeline(
            base_url=_checked_base_url(base_url or self._default_base_url),
            credentials=credentials,
            signer=signer or Md5Signer(),
            nonce=nonce,
            clock=clock,
            server_time=ServerTime(clock),
            sender=_sender(http_client, transport),
            limiter=_limiter(options, clock),
        )
        self._state = _State(options, pipeline, owns_pool=True)

    @classmethod
    def from_env(cls, **settings: Unpack[Settings]) -> Self:
        """Build a client from environment variables.

        Reads ``<prefix>_ACCESS_KEY``, ``<prefix>_ACCESS_SECRET``, ``<prefix>_USER_ID`` and, where set,
        ``<prefix>_BASE_URL``, with the prefix ``PANDAPON`` or, for :class:`XportcnClient`, ``XPORTCN``.

        Raises:
            ConfigurationError: A variable is missing or holds an impossible value.
        """
        credentials = Credentials.from_env(cls._environment)
        return cls(credentials, base_url=os.environ.get(f"{cls._environment}_BASE_URL") or None, **settings)

    @property
    def base_url(self) -> str:
        """Address that paths are appended to."""
        return self._state.pipeline.base_url

    @property
    def account(self) -> str:
        """A digest of the access key: tells accounts apart without showing the key."""
        key = self._state.pipeline.credentials.access_key
        return hashlib.sha256(b"pandapon-async account\0" + key.encode()).hexdigest()[:16]

    @property
    def user_id(self) -> str:
        """Sub-account that calls act for."""
        return self._state.options.user_id or self._state.pipeline.credentials.user_id

    @property
    def options(self) -> ClientOptions:
        """Settings of the client."""
        return self._state.options

    def with_options(self, **settings: Unpack[Settings]) -> Self:
        """Return a client with other settings that shares connections, limits and what is known of the server's clock.

        Other limits (``max_concurrency``, ``rate_limit``) count for the new client alone. Closing it does nothing;
        close the one that it came from.

        Raises:
            ConfigurationError: A setting is unknown or has an impossible value.
        """
        options = self._state.options.override(settings)
        pipeline = self._state.pipeline
        if settings.keys() & {"max_concurrency", "rate_limit"}:
            pipeline = attrs.evolve(pipeline, limiter=_limiter(options, pipeline.clock))
        # Not copied: resources that were already made would still call the old client.
        other = type(self).__new__(type(self))
        other._state = _State(options, pipeline, owns_pool=False)  # noqa: SLF001 - a second constructor
        return other

    def guarded(self, check: Callable[[], None]) -> Self:
        """Return a client that shares everything with this one and asks before each request.

        Args:
            check: Called immediately before each request leaves, also before a retry. A :class:`PandaPonError` that it
                raises ends the call, and nothing was sent.
        """
        pipeline = self._state.pipeline
        pipeline = attrs.evolve(pipeline, sender=GuardedSender(pipeline.sender, check))
        other = type(self).__new__(type(self))
        other._state = _State(self._state.options, pipeline, owns_pool=False)  # noqa: SLF001 - a second constructor
        return other

    def call(
        self, operation: Operation[ResultT], arguments: Mapping[str, object], options: CallOptions
    ) -> Coroutine[Any, Any, ResultT]:
        """Carry out an operation; the methods of the resources are the convenient way to do so.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            APIError: The server said no.
            TransportError: No answer, and nothing was done.
            OutcomeUnknownError: A write or payment that may have been done.
            DecodeError: The answer is not what the documentation says.
        """
        settings = self._state.options.for_call(options)
        # Hands on what is to be awaited: each coroutine around another costs every call in flight.
        running = self._state.pipeline.run(request_for(operation, arguments), settings)
        return cast("Coroutine[Any, Any, ResultT]", running)

    async def request(  # noqa: PLR0913 - the pieces of a request
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str | int | float | bool] | None = None,
        json: object = None,
        signing: Signing = "header",
        effect: Effect = "write",
        envelope: EnvelopeStyle | None = None,
        **options: Unpack[CallOptions],
    ) -> JsonValue:
        """Call any path, signed and unwrapped like the rest; for operations whose pages are not public.

        Args:
            method: HTTP method.
            path: Path below the base URL, percent-encoded, without a query.
            query: Query parameters.
            json: Body, any JSON value; ``None`` for no body.
            signing: ``"header"``, or ``"query"`` for paths whose documentation shows ``?timestamp&sign``.
            effect: What the call does. Only ``"read"`` may be repeated in doubt; the default is the careful one.
            envelope: Style of the answer; both are understood anyway.
            options: See :class:`CallOptions`.

        Returns:
            What the answer holds in ``data``.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            APIError: The server said no.
            TransportError: No answer, and nothing was done.
            OutcomeUnknownError: A write or payment that may have been done.
            DecodeError: The answer to a read is no envelope.
        """
        settings = self._state.options.for_call(options)
        unsigned = request_by_path(
            method, path, query=query, json=json, signing=signing, effect=effect, envelope=envelope
        )
        return cast("JsonValue", await self._state.pipeline.run(unsigned, settings))

    async def raw_response(self, call: Coroutine[Any, Any, ResultT]) -> RawResponse[ResultT]:
        """Await a call and return its result with the whole answer.

        ::

            raw = await client.raw_response(client.alibaba.orders.get_logistics(order_id="1"))
            raw.result, raw.answer.http_status, raw.answer.headers, raw.answer.data

        Args:
            call: The call, not yet awaited, and not wrapped in a task.

        Raises:
            InvalidArgumentError: ``call`` made no call of its own.
        """
        answers: list[Answer] = []
        token = answers_seen.set(answers)
        try:
            result = await call
        finally:
            answers_seen.reset(token)
        if not answers:
            raise InvalidArgumentError("call", "made no call; pass the coroutine that a method returns, not a task")
        return RawResponse(result=result, answer=answers[-1])

    async def aclose(self) -> None:
        """Close all connections, unless the pool belongs to somebody else."""
        if self._state.owns_pool:
            await self._state.pipeline.sender.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self.base_url!r})"


def _sender(http_client: httpx.AsyncClient | None, transport: httpx.AsyncBaseTransport | None) -> Sender:
    if http_client is None and transport is None:
        return DefaultSender()
    # httpx is imported where it is used: it is half of what importing this package would cost.
    from pandapon_async._core.http.httpx_adapter import sender_for  # noqa: PLC0415

    return sender_for(http_client, transport)


def _limiter(options: ClientOptions, clock: Clock) -> Limiter:
    return Limiter(max_concurrency=options.max_concurrency, rate_limit=options.rate_limit, clock=clock)


def _checked_base_url(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ConfigurationError("base_url must begin with https:// (or http:// for a sandbox) and name a host")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ConfigurationError("base_url must hold neither user, password, query nor fragment")
    return text.rstrip("/")
