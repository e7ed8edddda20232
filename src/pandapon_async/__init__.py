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

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pandapon_async._core.clock import Clock
    from pandapon_async._core.credentials import Credentials
    from pandapon_async._core.envelope import Envelope
    from pandapon_async._core.errors import (
        APIError,
        AuthenticationError,
        CallError,
        ConfigurationError,
        DeadlineError,
        DecodeError,
        InvalidArgumentError,
        NotFoundError,
        OutcomeUnknownError,
        PandaPonError,
        RateLimitError,
        ServerError,
        TransportError,
        ValidationError,
    )
    from pandapon_async._core.hooks import Attempt, AttemptHook, AttemptOutcome, AttemptResult
    from pandapon_async._core.json import JsonValue
    from pandapon_async._core.model import Model
    from pandapon_async._core.operation import Effect, Operation
    from pandapon_async._core.options import CallOptions, ClientOptions, RateLimit, RetryPolicy, Settings
    from pandapon_async._core.paging import Items
    from pandapon_async._core.response import Answer, RawResponse
    from pandapon_async._core.signing import Md5Signer, Signable, Signature, Signer
    from pandapon_async._core.times import (
        CHINA_STANDARD_TIME,
        ChinaTime,
        EpochMilliseconds,
        EpochMillisecondsText,
        EpochSeconds,
        EpochSecondsText,
        WireTime,
    )
    from pandapon_async._core.transport import AiohttpTransport
    from pandapon_async._core.unset import UNSET, Unset
    from pandapon_async._core.version import __version__
    from pandapon_async.clients import PandaPonClient, PandaPonV2Client, XportcnClient

__all__ = [
    "CHINA_STANDARD_TIME",
    "UNSET",
    "APIError",
    "AiohttpTransport",
    "Answer",
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
    "InvalidArgumentError",
    "Items",
    "JsonValue",
    "Md5Signer",
    "Model",
    "NotFoundError",
    "Operation",
    "OutcomeUnknownError",
    "PandaPonClient",
    "PandaPonError",
    "PandaPonV2Client",
    "RateLimit",
    "RateLimitError",
    "RawResponse",
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
]

_HOMES = {
    "_core.clock": ("Clock",),
    "_core.credentials": ("Credentials",),
    "_core.envelope": ("Envelope",),
    "_core.errors": (
        "APIError",
        "AuthenticationError",
        "CallError",
        "ConfigurationError",
        "DeadlineError",
        "DecodeError",
        "InvalidArgumentError",
        "NotFoundError",
        "OutcomeUnknownError",
        "PandaPonError",
        "RateLimitError",
        "ServerError",
        "TransportError",
        "ValidationError",
    ),
    "_core.hooks": ("Attempt", "AttemptHook", "AttemptOutcome", "AttemptResult"),
    "_core.json": ("JsonValue",),
    "_core.model": ("Model",),
    "_core.operation": ("Effect", "Operation"),
    "_core.options": ("CallOptions", "ClientOptions", "RateLimit", "RetryPolicy", "Settings"),
    "_core.paging": ("Items",),
    "_core.response": ("Answer", "RawResponse"),
    "_core.signing": ("Md5Signer", "Signable", "Signature", "Signer"),
    "_core.transport": ("AiohttpTransport",),
    "_core.times": (
        "CHINA_STANDARD_TIME",
        "ChinaTime",
        "EpochMilliseconds",
        "EpochMillisecondsText",
        "EpochSeconds",
        "EpochSecondsText",
        "WireTime",
    ),
    "_core.unset": ("UNSET", "Unset"),
    "_core.version": ("__version__",),
    "clients": ("PandaPonClient", "PandaPonV2Client", "XportcnClient"),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    module = _HOME_OF.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(importlib.import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
