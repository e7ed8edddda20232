"""Asyncio-first client for the PandaPon and Xportcn KA open platforms: purchasing on Taobao and 1688.

::

    from pandapon_async import PandaPonClient

    async with PandaPonClient.from_env() as client:
        await client.taobao.orders.update_warehouse(
            order_id="1024285237573584051", warehouse_name="Warehouse 1", warehouse_address="Guangxi"
        )

Models live beside their surface: ``pandapon_async.pandapon_v1``, ``pandapon_async.pandapon_v2``,
``pandapon_async.xportcn_ka``. Names are imported when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pandapon_async._core.lazy_imports import lazy_names

if TYPE_CHECKING:
    from pandapon_async._core.call.clock import Clock
    from pandapon_async._core.call.code_meanings import Meaning
    from pandapon_async._core.call.codes import CodeBook, load_codes
    from pandapon_async._core.call.credentials import Credentials
    from pandapon_async._core.call.envelope import Envelope
    from pandapon_async._core.call.errors import (
        APIError,
        AuthenticationError,
        CallError,
        DeadlineError,
        DecodeError,
        NotFoundError,
        OutcomeUnknownError,
        PartialSuccessError,
        RateLimitError,
        ServerError,
        TransportError,
        ValidationError,
    )
    from pandapon_async._core.call.hooks import Attempt, AttemptHook, AttemptOutcome, AttemptResult
    from pandapon_async._core.call.inferred import InferredPathError
    from pandapon_async._core.call.limits import AccountHold
    from pandapon_async._core.call.operation import Operation
    from pandapon_async._core.call.options import CallOptions, ClientOptions, RateLimit, RetryPolicy, Settings
    from pandapon_async._core.call.paging import Items
    from pandapon_async._core.call.response import RawResponse, Response
    from pandapon_async._core.call.signing import Md5Signer, Signable, Signature, Signer
    from pandapon_async._core.errors import ConfigurationError, InvalidArgumentError, PandaPonError
    from pandapon_async._core.http.aiohttp_transport import AiohttpTransport
    from pandapon_async._core.http.headers import Headers
    from pandapon_async._core.http.request import Effect
    from pandapon_async._core.http.transport.http_transport import HttpTransport
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.models import Model
    from pandapon_async._core.schema.times import (
        CHINA_STANDARD_TIME,
        ChinaTime,
        EpochMilliseconds,
        EpochMillisecondsText,
        EpochSeconds,
        EpochSecondsText,
        WireTime,
    )
    from pandapon_async._core.schema.unset import UNSET, Unset
    from pandapon_async._core.version import __version__
    from pandapon_async.clients import PandaPonClient, PandaPonV2Client, XportcnClient

__all__ = [
    "CHINA_STANDARD_TIME",
    "UNSET",
    "APIError",
    "AccountHold",
    "AiohttpTransport",
    "Attempt",
    "AttemptHook",
    "AttemptOutcome",
    "AttemptResult",
    "AuthenticationError",
    "CallError",
    "CallOptions",
    "ChinaTime",
    "ClientOptions",
    "Clock",
    "CodeBook",
    "ConfigurationError",
    "Credentials",
    "DeadlineError",
    "DecodeError",
    "Effect",
    "Envelope",
    "EpochMilliseconds",
    "EpochMillisecondsText",
    "EpochSeconds",
    "EpochSecondsText",
    "Headers",
    "HttpTransport",
    "InferredPathError",
    "InvalidArgumentError",
    "Items",
    "JsonValue",
    "Md5Signer",
    "Meaning",
    "Model",
    "NotFoundError",
    "Operation",
    "OutcomeUnknownError",
    "PandaPonClient",
    "PandaPonError",
    "PandaPonV2Client",
    "PartialSuccessError",
    "RateLimit",
    "RateLimitError",
    "RawResponse",
    "Response",
    "RetryPolicy",
    "ServerError",
    "Settings",
    "Signable",
    "Signature",
    "Signer",
    "TransportError",
    "Unset",
    "ValidationError",
    "WireTime",
    "XportcnClient",
    "__version__",
    "load_codes",
]

_HOMES = {
    "_core.call.clock": ("Clock",),
    "_core.call.code_meanings": ("Meaning",),
    "_core.call.codes": ("CodeBook", "load_codes"),
    "_core.call.credentials": ("Credentials",),
    "_core.call.envelope": ("Envelope",),
    "_core.http.request": ("Effect",),
    "_core.call.inferred": ("InferredPathError",),
    "_core.errors": ("ConfigurationError", "InvalidArgumentError", "PandaPonError"),
    "_core.call.errors": (
        "APIError",
        "AuthenticationError",
        "CallError",
        "DeadlineError",
        "DecodeError",
        "NotFoundError",
        "OutcomeUnknownError",
        "PartialSuccessError",
        "RateLimitError",
        "ServerError",
        "TransportError",
        "ValidationError",
    ),
    "_core.call.limits": ("AccountHold",),
    "_core.call.hooks": ("Attempt", "AttemptHook", "AttemptOutcome", "AttemptResult"),
    "_core.schema.json": ("JsonValue",),
    "_core.schema.models": ("Model",),
    "_core.call.operation": ("Operation",),
    "_core.call.options": ("CallOptions", "ClientOptions", "RateLimit", "RetryPolicy", "Settings"),
    "_core.call.paging": ("Items",),
    "_core.call.response": ("RawResponse", "Response"),
    "_core.call.signing": ("Md5Signer", "Signable", "Signature", "Signer"),
    "_core.http.aiohttp_transport": ("AiohttpTransport",),
    "_core.http.headers": ("Headers",),
    "_core.http.transport.http_transport": ("HttpTransport",),
    "_core.schema.times": (
        "CHINA_STANDARD_TIME",
        "ChinaTime",
        "EpochMilliseconds",
        "EpochMillisecondsText",
        "EpochSeconds",
        "EpochSecondsText",
        "WireTime",
    ),
    "_core.schema.unset": ("UNSET", "Unset"),
    "_core.version": ("__version__",),
    "clients": ("PandaPonClient", "PandaPonV2Client", "XportcnClient"),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}


if not TYPE_CHECKING:
    # Hidden from type checkers: a module-level __getattr__ would make every name valid.
    __getattr__, __dir__ = lazy_names(
        __name__,
        _HOME_OF,
        missing={"aiohttp": 'AiohttpTransport needs aiohttp. Install it with: pip install "pandapon-async[aiohttp]"'},
    )
