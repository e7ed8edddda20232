"""Finding out, step by step, why calls are refused; or that they are not."""

from __future__ import annotations

import asyncio
import os
import re
import socket
import ssl
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias
from urllib.parse import urlsplit

from pandapon_async._core.call.clock import SystemClock, parse_http_date
from pandapon_async._core.call.credentials import Credentials
from pandapon_async._core.call.errors import APIError, AuthenticationError, CallError, ServerError
from pandapon_async._core.call.options import RetryPolicy
from pandapon_async._core.errors import ConfigurationError, PandaPonError
from pandapon_async.cli.probes import choose_probe

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from pandapon_async._core.call.clock import Clock
    from pandapon_async._core.call.options import TimestampUnit
    from pandapon_async._core.call.response import Response
    from pandapon_async.cli.probes import Probe
    from pandapon_async.cli.surfaces import Surface

__all__ = ["Check", "CheckStatus", "diagnose"]

CheckStatus: TypeAlias = Literal["ok", "failed", "skipped"]

_PATIENCE: Final = 10.0
_WINDOW: Final = 600.0
#: Beyond this a clock is worth a word, although calls still pass.
_NOTABLE: Final = 60.0
_VARIABLES: Final = ("access_key", "access_secret", "user_id")
_UNITS: Final[tuple[TimestampUnit, ...]] = ("seconds", "milliseconds")

#: What a refusal is about, by the words in its text. The platform's codes are not public.
_SUBJECTS: Final = (
    ("user id", re.compile(r"user[-_ ]?id|sub[-_ ]?account|用户|子账号", re.IGNORECASE)),
    ("clock", re.compile(r"timestamp|time[-_ ]?stamp|expired|时间", re.IGNORECASE)),
    ("access key", re.compile(r"access[-_ ]?key|app[-_ ]?key|密钥", re.IGNORECASE)),
    ("signature", re.compile(r"sign|签名", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class Check:
    """What came of looking at one thing.

    Attributes:
        name: What was looked at.
        status: What came of it.
        detail: What was found. Holds no value of a credential.
        advice: What to change, where something is wrong.
    """

    name: str
    status: CheckStatus
    detail: str
    advice: str = ""


@dataclass(slots=True)
class _Refusal:
    """Why the probe was refused."""

    subject: str = ""
    text: str = ""


@dataclass(slots=True)
class _Attempt:
    """What came of one probe."""

    unit: TimestampUnit
    response: Response | None = None
    error: PandaPonError | None = None
    signed_at: float = 0.0
    answered_at: float = 0.0
    refusal: _Refusal = field(default_factory=_Refusal)

    @property
    def is_refused(self) -> bool:
        return bool(self.refusal.subject)


async def diagnose(
    surface: Surface, *, base_url: str | None = None, clock: Clock | None = None
) -> AsyncIterator[Check]:
    """Yield the checks of a surface one by one, each as soon as it is made.

    Args:
        surface: Whose account and address to try.
        base_url: Another address than that of the environment.
        clock: The machine's time.
    """
    clock = clock or SystemClock()
    ready = True
    for check in _environment(surface):
        ready = ready and check.status == "ok"
        yield check
    address, address_check = _address(surface, base_url)
    yield address_check
    if address is None:
        return
    async for check in _network(address):
        ready = ready and check.status != "failed"
        yield check
    if not ready:
        for name in ("harmless read", "clock", "timestamp unit", "signature", "user id"):
            yield Check(name, "skipped", "not tried, because of what failed above")
        return
    async for check in _calls(surface, address, clock):
        yield check


def _environment(surface: Surface) -> list[Check]:
    checks: list[Check] = []
    for attribute in _VARIABLES:
        name = f"{surface.environment}_{attribute.upper()}"
        value = os.environ.get(name)
        if not value:
            checks.append(Check(name, "failed", "is not set", f"export {name}=..."))
            continue
        try:
            Credentials(**{**dict.fromkeys(_VARIABLES, "x"), attribute: value})
        except ConfigurationError as error:
            problem = str(error).removeprefix(f"{attribute} ")
            checks.append(Check(name, "failed", problem, f"copy {name} again, without blanks or quotes around it"))
        else:
            checks.append(Check(name, "ok", "is set and well-formed"))
    return checks


def _address(surface: Surface, base_url: str | None) -> tuple[str | None, Check]:
    variable = f"{surface.environment}_BASE_URL"
    given = base_url or surface.base_url_from_env()
    try:
        # An account of nobody: whether the address is usable does not depend on it.
        client = surface.client_type(Credentials(**dict.fromkeys(_VARIABLES, "x")), base_url=given)
    except ConfigurationError as error:
        return None, Check(
            "base URL", "failed", str(error), f"correct {variable}, or unset it for the documented address"
        )
    origin = "--base-url" if base_url else variable if os.environ.get(variable) else "documented address"
    return client.base_url, Check("base URL", "ok", f"{client.base_url} ({origin})")


async def _network(address: str) -> AsyncIterator[Check]:
    parts = urlsplit(address)
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    if any(os.environ.get(name) for name in (f"{parts.scheme}_proxy", f"{parts.scheme}_proxy".upper())):
        yield Check("network", "skipped", "calls go through the proxy of the environment")
        return
    steps = [("DNS", _resolve), ("TCP", _connect)]
    if parts.scheme == "https":
        steps.append(("TLS", _handshake))
    for index, (name, step) in enumerate(steps):
        try:
            async with asyncio.timeout(_PATIENCE):
                detail = await step(host, port)
        except (OSError, TimeoutError) as error:
            yield Check(name, "failed", _problem(error), _NETWORK_ADVICE[name].format(host=host, port=port))
            for later, _ in steps[index + 1 :]:
                yield Check(later, "skipped", "not tried, because of what failed above")
            return
        yield Check(name, "ok", detail)


_NETWORK_ADVICE: Final = {
    "DNS": "check the host name {host} in the base URL, and the machine's name servers",
    "TCP": "nothing answers on {host} port {port}: check the base URL and firewalls (for a sandbox: is it running?)",
    "TLS": "check the base URL, the machine's clock and its certificates",
}


def _problem(error: Exception) -> str:
    match error:
        case TimeoutError():
            return f"no answer within {_PATIENCE:.0f} s"
        case ssl.SSLCertVerificationError():
            return f"the certificate is not accepted: {error.verify_message}"
        case OSError():
            # What asyncio says holds the address once more; numbers of resolvers are not those of the system.
            by_number = os.strerror(error.errno) if error.errno and error.errno > 0 else ""
            return by_number or error.strerror or type(error).__name__
        case _:
            return type(error).__name__


async def _resolve(host: str, port: int) -> str:
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = sorted({str(entry[4][0]) for entry in found})
    return f"{host} is {', '.join(addresses[:3])}"


async def _connect(host: str, port: int) -> str:
    _, writer = await asyncio.open_connection(host, port)
    writer.transport.abort()
    return f"port {port} is open"


async def _handshake(host: str, port: int) -> str:
    _, writer = await asyncio.open_connection(host, port, ssl=ssl.create_default_context())
    version = writer.get_extra_info("ssl_object").version()
    writer.transport.abort()
    return f"{version}, certificate accepted"


async def _calls(surface: Surface, address: str, clock: Clock) -> AsyncIterator[Check]:
    probe = choose_probe(surface)
    first = await _attempt(surface, address, clock, probe, "seconds")
    if problem := _problem_of_answer(first):
        yield Check("harmless read", "failed", f"{probe.name}: {_verdict(first)}", problem)
        return
    yield Check("harmless read", "ok", f"{probe.name}: {_verdict(first)}")
    yield _clock_check(first)
    accepted = first
    if first.is_refused:
        other = await _attempt(surface, address, clock, probe, "milliseconds")
        accepted = first if other.is_refused else other
    for check in _account_checks(surface, accepted):
        yield check


_WRONG_PATH: Final = "check the base URL: PandaPon is https://api.pandapon.com, Xportcn https://www.xportcn.com/api"


def _problem_of_answer(attempt: _Attempt) -> str:
    """Return what to do about an answer that tells nothing of the account; empty where it does."""
    if attempt.response is None:
        return "the server took the connection and gave no answer: try again"
    if attempt.response.http_status >= 500 or (isinstance(attempt.error, ServerError) and not attempt.is_refused):
        return "the server fails: try again later"
    if attempt.response.http_status == 404 or attempt.response.envelope is None:
        return _WRONG_PATH
    return ""


def _verdict(attempt: _Attempt) -> str:
    status = f"HTTP {attempt.response.http_status}" if attempt.response is not None else "no answer"
    if attempt.error is None:
        return f"{status}, answered"
    if attempt.is_refused:
        return f"{status}, the server answers, and refuses the caller"
    if isinstance(attempt.error, APIError):
        message = attempt.error.message or "no message"
        return f"{status}, the server answers, and refuses what was asked for (code {attempt.error.code}: {message})"
    return str(attempt.error)


async def _attempt(surface: Surface, address: str, clock: Clock, probe: Probe, unit: TimestampUnit) -> _Attempt:
    client = surface.build_client(
        address, clock=clock, timestamp_unit=unit, retry=RetryPolicy(attempts=2), deadline=3 * _PATIENCE
    )
    attempt = _Attempt(unit, signed_at=clock.time())
    async with client:
        try:
            raw = await client.raw_response(probe.call(client))
            attempt.response = raw.response
        except CallError as error:
            attempt.response, attempt.error = error.response, error
        except PandaPonError as error:
            attempt.error = error
        attempt.answered_at = clock.time()
    if isinstance(attempt.error, APIError):
        attempt.refusal = _refusal(attempt.error)
    return attempt


def _refusal(error: APIError) -> _Refusal:
    """Tell what a refusal is about; without a subject, it is about what was asked for, not about who asks."""
    subject = next((name for name, words in _SUBJECTS if words.search(error.message)), "")
    if isinstance(error, AuthenticationError):
        return _Refusal(subject or "unclear", error.message)
    # Codes are not public, so a refused signature may come with any; users are spoken of in other matters too.
    return _Refusal(subject, error.message) if subject not in ("", "user id") else _Refusal()


def _clock_check(attempt: _Attempt) -> Check:
    headers: Any = attempt.response.headers if attempt.response is not None else {}
    served_at = parse_http_date(headers.get("date"))
    if served_at is None:
        return Check("clock", "skipped", "the server sends no Date")
    # The server wrote its Date at some moment between; what lies within is no difference.
    difference = min(attempt.answered_at - served_at, 0) or max(attempt.signed_at - served_at, 0)
    # Date has whole seconds.
    seconds = 0 if abs(difference) < 2 else round(difference)
    words = "the same as the server's" if not seconds else f"{abs(seconds)} s {'ahead' if seconds > 0 else 'behind'}"
    if abs(difference) > _WINDOW:
        advice = "set the machine's clock (NTP); the client corrects for it at the price of one refused call"
        return Check("clock", "failed", f"{words}, and the server allows {_WINDOW:.0f} s", advice)
    if abs(difference) > _NOTABLE:
        words += f"; the server allows {_WINDOW:.0f} s, set the machine's clock (NTP) before it is more"
    return Check("clock", "ok", words)


def _account_checks(surface: Surface, attempt: _Attempt) -> list[Check]:
    prefix = surface.environment
    subject, text = attempt.refusal.subject, attempt.refusal.text
    if not attempt.is_refused:
        unit = Check("timestamp unit", "ok", attempt.unit)
        if attempt.unit != _UNITS[0]:
            advice = (
                f'pass timestamp_unit="{attempt.unit}" to the client (pandapon call --timestamp-unit {attempt.unit})'
            )
            unit = Check("timestamp unit", "failed", f"the server wants {attempt.unit}, the default is seconds", advice)
        return [unit, Check("signature", "ok", "accepted"), Check("user id", "ok", "accepted")]
    said = f"the server says: {text}"
    unit = Check("timestamp unit", "skipped", "refused in seconds and in milliseconds alike")
    untold = Check("user id", "skipped", "cannot be told before the signature is accepted")
    match subject:
        case "user id":
            advice = f"correct {prefix}_USER_ID: it must be a sub-account of this access key"
            signature = Check("signature", "skipped", "not refused; the server may look at the user id first")
            return [unit, signature, Check("user id", "failed", said, advice)]
        case "access key":
            advice = f"correct {prefix}_ACCESS_KEY; check that it belongs to this base URL"
            return [unit, Check("signature", "failed", said, advice), untold]
        case "clock":
            advice = "set the machine's clock (NTP)"
            return [Check("timestamp unit", "failed", said, advice), Check("signature", "skipped", "not told"), untold]
        case "signature":
            advice = (
                f"correct {prefix}_ACCESS_SECRET (a reset in the console replaces it at once), or {prefix}_ACCESS_KEY"
            )
            return [unit, Check("signature", "failed", said, advice), untold]
        case _:
            advice = f"compare {prefix}_ACCESS_KEY, {prefix}_ACCESS_SECRET and {prefix}_USER_ID with the console"
            return [unit, Check("signature", "failed", f"{said}; it does not tell which part", advice), untold]
