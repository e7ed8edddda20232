"""The client: what all three surfaces share."""

from __future__ import annotations

import copy
import hashlib
import os
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast
from urllib.parse import urlsplit

import attrs

from pandapon_async._core.call.clock import ServerTime, SystemClock
from pandapon_async._core.call.credentials import Credentials
from pandapon_async._core.call.default_sender import DefaultSender
from pandapon_async._core.call.encoding import request_by_path, request_for
from pandapon_async._core.call.inferred import explain_missing_path, require_allowed
from pandapon_async._core.call.limits import AccountHold, Limiter
from pandapon_async._core.call.options import ClientOptions
from pandapon_async._core.call.pipeline import Pipeline, seen_responses
from pandapon_async._core.call.resource import Resource
from pandapon_async._core.call.response import RawResponse
from pandapon_async._core.call.signing import Md5Signer, random_nonce
from pandapon_async._core.call.warming import warm_up
from pandapon_async._core.errors import ConfigurationError, InvalidArgumentError
from pandapon_async._core.http.guarded_sender import GuardedSender
from pandapon_async._core.http.httpx_adapter import sender_for

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping
    from types import TracebackType
    from typing import Any, Self, Unpack

    from pandapon_async._core.call.clock import Clock
    from pandapon_async._core.call.operation import EnvelopeStyle, Operation, Signing
    from pandapon_async._core.call.options import CallOptions, Settings
    from pandapon_async._core.call.response import Response
    from pandapon_async._core.call.signing import Signer
    from pandapon_async._core.http.httpx_adapter import AsyncHttpClient, AsyncHttpTransport
    from pandapon_async._core.http.request import Effect
    from pandapon_async._core.http.sender import DirectTransport, Sender
    from pandapon_async._core.schema.json import JsonValue

__all__ = ["Client"]

ResultT = TypeVar("ResultT")


@attrs.frozen
class _State:
    """Everything that a client is made of."""

    options: ClientOptions
    pipeline: Pipeline
    owns_pool: bool


class Client:
    """What the clients of all surfaces share; use one of these.

    A client holds a pool of connections and belongs to one event loop. Close it, or use it as ``async with``.

    Args:
        credentials: Account.
        base_url: Another address than the documented one, such as a sandbox's.
        http_client: Your own ``AsyncClient`` of httpx or httpx2, with its proxies, certificates, headers and event
            hooks. It stays yours to close. Note that httpx itself logs URLs at INFO, which hold ``sign`` on
            query-signed operations.
        transport: Another transport than a plain :class:`HttpTransport`: one with other settings, an
            :class:`AiohttpTransport`, or an asynchronous transport of httpx or httpx2. The client closes it.
        signer: Another signature scheme.
        clock: Another source of time.
        nonce: Another source of nonces: 32 random characters, new at each call.
        hold: Shared with other clients of the account: if the server asks one of them to wait, all of them do.
        settings: See :class:`ClientOptions`.

    Raises:
        ConfigurationError: An argument has an impossible value.
    """

    #: Imported on entering the client, so that the first call does not block the event loop.
    _modules: ClassVar[tuple[str, ...]] = ()
    _default_base_url: ClassVar[str]
    _environment: ClassVar[str]

    def __init__(  # noqa: PLR0913 - each is a part that users replace
        self,
        credentials: Credentials,
        *,
        base_url: str | None = None,
        http_client: AsyncHttpClient | None = None,
        transport: AsyncHttpTransport | DirectTransport | None = None,
        signer: Signer | None = None,
        clock: Clock | None = None,
        nonce: Callable[[], str] = random_nonce,
        hold: AccountHold | None = None,
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
            hold=AccountHold() if hold is None else hold,
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
        """Return a client with other settings that shares connections, limits and the known difference of clocks.

        ``headers`` and ``codes`` are added to those of this client. Other limits (``max_concurrency``, ``rate_limit``)
        apply to the new client alone. Closing it does nothing; close the one that it came from.

        Raises:
            ConfigurationError: A setting is unknown or has an impossible value.
        """
        options = self._state.options.override(settings)
        pipeline = self._state.pipeline
        if settings.keys() & {"max_concurrency", "rate_limit"}:
            pipeline = attrs.evolve(pipeline, limiter=_limiter(options, pipeline.clock))
        other = copy.copy(self)
        for name, value in list(vars(other).items()):
            # They would still call the old client.
            if isinstance(value, Resource):
                delattr(other, name)
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
        """Run an operation; the methods of the resources are the convenient way to do so.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            InferredPathError: The path is inferred and not allowed; nothing was sent.
            CallError: The call failed; see the module ``errors``.
        """
        settings = self._state.options.for_call(options)
        require_allowed(operation, settings.inferred)
        # Returns the coroutine instead of awaiting it, to save a frame.
        running = self._state.pipeline.run(request_for(operation, arguments), settings)
        if operation.inference is not None:
            running = explain_missing_path(running)
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
            effect: What the call changes. Only a ``"read"`` is retried in doubt; the default is the careful one.
            envelope: Style of the envelope; both are understood anyway.
            options: See :class:`CallOptions`.

        Returns:
            ``data`` of the response.

        Raises:
            InvalidArgumentError: An argument cannot be sent; nothing was sent.
            CallError: The call failed; see the module ``errors``.
        """
        settings = self._state.options.for_call(options)
        unsigned = request_by_path(
            method, path, query=query, json=json, signing=signing, effect=effect, envelope=envelope
        )
        # Tracebacks show local variables, and these may hold personal data.
        query = json = None
        return cast("JsonValue", await self._state.pipeline.run(unsigned, settings))

    async def raw_response(self, call: Coroutine[Any, Any, ResultT]) -> RawResponse[ResultT]:
        """Await a call and return its result with the whole response.

        ::

            raw = await client.raw_response(client.alibaba.orders.get_logistics(order_id="1"))
            raw.result, raw.response.http_status, raw.response.headers, raw.response.data

        Args:
            call: The call, not yet awaited, and not wrapped in a task.

        Raises:
            InvalidArgumentError: ``call`` made no call of its own.
        """
        responses: list[Response] = []
        token = seen_responses.set(responses)
        try:
            result = await call
        finally:
            seen_responses.reset(token)
        if not responses:
            raise InvalidArgumentError("call", "made no call; pass the coroutine that a method returns, not a task")
        return RawResponse(result=result, response=responses[-1])

    async def aclose(self) -> None:
        """Close all connections, unless they belong to another client or to the caller."""
        if self._state.owns_pool:
            await self._state.pipeline.sender.aclose()

    async def __aenter__(self) -> Self:
        await warm_up(self._modules)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self.base_url!r})"


def _sender(http_client: AsyncHttpClient | None, transport: AsyncHttpTransport | DirectTransport | None) -> Sender:
    if http_client is None and transport is None:
        return DefaultSender()
    return sender_for(http_client, transport)


def _limiter(options: ClientOptions, clock: Clock) -> Limiter:
    return Limiter(max_concurrency=options.max_concurrency, rate_limit=options.rate_limit, clock=clock)


def _checked_base_url(text: str) -> str:
    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ConfigurationError(f"base_url must be str, got {type(text).__name__}")
    if not text.isascii() or not text.isprintable() or " " in text or "\\" in text:
        raise ConfigurationError("base_url holds blanks, line breaks, backslashes or characters outside ASCII")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise ConfigurationError("base_url has an impossible port or host") from None
    if port == 0 or parts.netloc.endswith(":"):
        raise ConfigurationError("base_url has an impossible port or host")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ConfigurationError("base_url must begin with https:// (or http:// for a sandbox) and name a host")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ConfigurationError("base_url must hold neither user, password, query nor fragment")
    return text.rstrip("/")
