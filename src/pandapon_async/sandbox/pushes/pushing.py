"""Sends message pushes about changes of orders to one address, as documented.

A push is a POST of ``{messageType, messageBody, messagePlatform, timestamp}`` that expects HTTP 200 within a second.
After a failure it is retried after half an hour, at most five times. Order is not guaranteed, and duplicates may occur.

Assumption: all pauses between retries are as long as the first, the only documented one.
"""

import asyncio
import hashlib
import hmac
import logging
from collections import Counter, deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, Literal, cast

import httpx

from pandapon_async.sandbox.http.authentication import Account
from pandapon_async.sandbox.pushes.faults import NO_PUSH_FAULTS, UNKNOWN_TYPE, PushFaults
from pandapon_async.sandbox.pushes.messages import Message, message_about
from pandapon_async.sandbox.state import State
from pandapon_async.sandbox.state.changes import Change
from pandapon_async.sandbox.state.orders import Order
from pandapon_async.sandbox.state.refunds import Refund

if TYPE_CHECKING:
    from starlette.types import ASGIApp

logger = logging.getLogger("pandapon_async.sandbox")

_MAX_KEPT: Final = 10_000
_HEADERS: Final = {"content-type": "application/json", "user-agent": "pandapon-sandbox"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PushSettings:
    """Where and how pushes are sent.

    Attributes:
        url: The receiver's address; None to send nothing.
        signed: The base of the signature. ``Authorization`` is its hex HMAC-SHA256 with the access secret as the key:
            the access key followed by the raw body, or the raw body alone. The documentation leaves this open.
        timeout: Seconds to wait for HTTP 200.
        retry_after: Seconds before a failed push is retried.
        retries: Maximum number of retries.
        concurrency: Maximum number of pushes in flight.
        sleep: Sleeps for a number of seconds.

    Raises:
        ValueError: the address is not an HTTP URL.
    """

    url: str | None = field(default=None, repr=False)
    signed: Literal["access-key-and-body", "body"] = "access-key-and-body"
    timeout: float = 1.0
    retry_after: float = 1800.0
    retries: int = 5
    concurrency: int = 16
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep

    def __post_init__(self) -> None:
        if self.url is not None:
            try:
                address = httpx.URL(self.url)
            except httpx.InvalidURL:
                address = httpx.URL()
            # A user in the URL would replace the signature in the Authorization header.
            if address.scheme not in {"http", "https"} or not address.host or address.userinfo:
                raise ValueError("the push address must be a URL without a user, such as https://example.com/pushes")


class PushState(StrEnum):
    """State of a push."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    GIVEN_UP = "given-up"
    DROPPED = "dropped"


@dataclass(slots=True, eq=False)
class Push:
    """One push.

    Attributes:
        number: Position among all pushes of the sandbox.
        type: The ``messageType`` that is sent.
        order_id: The order that it is about, empty for none.
        access_key: The account whose secret signs it.
        body: The request body; may be personal.
        created_at: Seconds since the epoch, by the sandbox's clock.
        last_result: Result of the last attempt, for people.
    """

    number: int
    type: str
    order_id: str
    access_key: str = field(repr=False)
    body: bytes = field(repr=False)
    created_at: float
    faults: PushFaults = NO_PUSH_FAULTS
    state: PushState = PushState.WAITING
    attempts: int = 0
    last_result: str | None = None
    due: asyncio.Event = field(default_factory=asyncio.Event, repr=False)


class Pushing:
    """Queues pushes and, while :meth:`running`, sends them.

    Queueing only encodes the message and delays no response. At most ten thousand pushes wait and ten thousand finished
    ones are kept; beyond that, the oldest are given up or deleted.

    Args:
        settings: Where and how pushes are sent.
        accounts: The accounts whose secrets sign.
        clock: Wall time in seconds since the epoch.
        state: The records whose changes are pushed.
        count_fault: Called with the name of each injected fault.
    """

    def __init__(
        self,
        settings: PushSettings,
        accounts: Iterable[Account],
        clock: Callable[[], float],
        state: State,
        count_fault: Callable[[str], None],
    ) -> None:
        self.settings = settings
        self._accounts = {account.access_key: account for account in accounts}
        self._clock = clock
        self._state = state
        self._count_fault = count_fault
        self._faults = NO_PUSH_FAULTS
        self._next_number = 1
        self._waiting: dict[int, Push] = {}
        self._ended: dict[int, Push] = {}
        self._counts: Counter[str] = Counter()
        self._new: deque[Push] = deque()
        self._held: set[Push] = set()
        self._wake = asyncio.Event()
        self._is_running = False
        self._receivers: dict[str, str | ASGIApp] = {}
        state.orders.on_change = self._order_changed
        state.refunds.on_change = self._refund_changed

    # -- queueing ------------------------------------------------------------------------------------------------------

    @contextmanager
    def inject(self, faults: PushFaults) -> Generator[None]:
        """Inject faults into pushes recorded inside the block. The block must not await."""
        self._faults = faults
        try:
            yield
        finally:
            self._faults = NO_PUSH_FAULTS

    def _order_changed(self, change: Change, order: Order, refund: Refund | None = None) -> None:
        access_key = order.owner.rpartition("/")[2]
        if self.receiver_of(access_key) is None:
            return
        message = message_about(self._state.orders, change, order, refund)
        if message is not None:
            self.record(message, access_key)

    def _refund_changed(self, refund: Refund) -> None:
        self._order_changed(Change.REFUND_CHANGED, refund.order, refund)

    def record(self, message: Message, access_key: str) -> list[Push]:
        """Queue a message and return its pushes: one, or two if a fault repeats it."""
        faults = self._faults
        for name in faults.names:
            self._count_fault(name)
        now = self._clock()
        first = self._enqueue(message, access_key, faults, now)
        if faults.duplicate:
            return [first, self._enqueue(message, access_key, faults, now)]
        if faults.repeat:
            return [first, self._enqueue(message, access_key, faults, now + 0.002)]
        return [first]

    def _enqueue(self, message: Message, access_key: str, faults: PushFaults, now: float) -> Push:
        name = UNKNOWN_TYPE if faults.unknown_type else message.type
        is_text = faults.string_body or (message.is_text and not faults.object_body)
        body = message.envelope(str(round(now * 1000)), type_name=name, is_text=is_text)
        push = Push(self._next_number, name, message.order_id, access_key, body, now, faults)
        self._next_number += 1
        self._waiting[push.number] = push
        if faults.drop:
            self._end(push, PushState.DROPPED)
            return push
        if len(self._waiting) > _MAX_KEPT:
            oldest = next(iter(self._waiting.values()))
            oldest.last_result = "too many are waiting"
            self._end(oldest, PushState.GIVEN_UP)
        self._new.append(push)
        self._wake.set()
        return push

    def _end(self, push: Push, state: PushState) -> None:
        if self._waiting.pop(push.number, None) is None:
            # Deleted by clear().
            return
        push.state = state
        self._counts[state.value] += 1
        self._ended[push.number] = push
        if len(self._ended) > _MAX_KEPT:
            del self._ended[next(iter(self._ended))]
        # End its pause, if any.
        push.due.set()

    # -- state ---------------------------------------------------------------------------------------------------------

    def __iter__(self) -> Iterator[Push]:
        """Yield all kept pushes in the order in which they were queued."""
        return iter(sorted(chain(self._waiting.values(), self._ended.values()), key=lambda push: push.number))

    def counts(self) -> dict[str, int]:
        """Return the number of pushes in each state."""
        waiting = {PushState.WAITING.value: len(self._waiting)} if self._waiting else {}
        return {**dict(self._counts), **waiting}

    def set_address(self, url: str | None) -> None:
        """Change the address; None stops sending.

        Raises:
            ValueError: the address is not an HTTP URL.
        """
        self.settings = replace(self.settings, url=url)

    def add_account(self, account: Account) -> None:
        """Sign pushes for another account."""
        self._accounts[account.access_key] = account

    def remove_account(self, access_key: str) -> None:
        """Delete the waiting pushes of an account and its address."""
        self._receivers.pop(access_key, None)
        for push in [push for push in self._waiting.values() if push.access_key == access_key]:
            self._end(push, PushState.DROPPED)

    def set_receiver(self, access_key: str, receiver: "str | ASGIApp | None") -> None:
        """Send the pushes of one account to an address or to an ASGI application; None for the common address.

        Raises:
            ValueError: the address is not an HTTP URL.
        """
        if receiver is None:
            self._receivers.pop(access_key, None)
            return
        if isinstance(receiver, str):
            replace(self.settings, url=receiver)
        self._receivers[access_key] = receiver

    def receiver_of(self, access_key: str) -> "str | ASGIApp | None":
        """Return the address or the application that receives the pushes of an account; None for none."""
        return self._receivers.get(access_key, self.settings.url)

    def send_now(self) -> int:
        """Send all waiting pushes now and return their number."""
        for push in self._waiting.values():
            push.due.set()
        return len(self._waiting)

    def clear(self) -> None:
        """Delete all pushes. Those in flight still arrive."""
        waiting = list(self._waiting.values())
        self._waiting = {}
        self._ended = {}
        self._counts = Counter()
        self._new.clear()
        for push in waiting:
            push.state = PushState.DROPPED
            push.due.set()

    # -- sending -------------------------------------------------------------------------------------------------------

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Send pushes for the duration of the block. Pushes that still wait at its end stay queued.

        Nested use, as by a sandbox served at two addresses, has no effect.
        """
        if self._is_running:
            yield
            return
        # A separate task, because the block may end in a different task than it began in.
        task = asyncio.create_task(self._run())
        self._is_running = True
        try:
            yield
        finally:
            self._is_running = False
            task.cancel()
            await asyncio.wait([task])
            if not task.cancelled():
                # The task ends by itself only after an error.
                task.result()

    async def _run(self) -> None:
        self._wake = asyncio.Event()
        self._new.clear()
        self._held.clear()
        for push in self._waiting.values():
            # The old event may belong to another event loop.
            push.due = asyncio.Event()
            self._new.append(push)
        slots = asyncio.Semaphore(self.settings.concurrency)
        while not self._new:
            await self._wake.wait()
            self._wake.clear()
        # The address is the user's own, usually on this machine: use no proxy.
        client = httpx.AsyncClient(timeout=None, trust_env=False, headers=_HEADERS)  # noqa: S113 - see _attempt
        async with client, asyncio.TaskGroup() as group:
            while True:
                while self._new:
                    group.create_task(self._deliver(self._new.popleft(), client, slots))
                await self._wake.wait()
                self._wake.clear()

    async def _deliver(self, push: Push, client: httpx.AsyncClient, slots: asyncio.Semaphore) -> None:
        if push.faults.late and not push.attempts:
            await self._pause(push, push.faults.late)
        if push.faults.reorder and not push.attempts:
            self._held.add(push)
            await push.due.wait()
            self._held.discard(push)
        push.due.clear()
        while push.state is PushState.WAITING:
            async with slots:
                is_accepted = await self._attempt(push, client)
            for held in self._held:
                if held.number < push.number:
                    held.due.set()
            if is_accepted:
                self._end(push, PushState.DELIVERED)
            elif push.attempts > self.settings.retries:
                self._end(push, PushState.GIVEN_UP)
            else:
                await self._pause(push, self.settings.retry_after)

    async def _pause(self, push: Push, seconds: float) -> None:
        """Wait until the time has passed or the push is due."""
        sleeping = asyncio.ensure_future(self.settings.sleep(seconds))
        due = asyncio.create_task(push.due.wait())
        try:
            await asyncio.wait([sleeping, due], return_when=asyncio.FIRST_COMPLETED)
        finally:
            sleeping.cancel()
            due.cancel()
            await asyncio.gather(sleeping, due, return_exceptions=True)
        push.due.clear()

    async def _attempt(self, push: Push, client: httpx.AsyncClient) -> bool:
        """Send a push once; return True if the receiver accepted it."""
        receiver = self.receiver_of(push.access_key)
        push.attempts += 1
        if receiver is None:
            push.last_result = "no address"
            return False
        headers = {"authorization": self._signature(push)}
        status: int | None = None
        try:
            async with asyncio.timeout(self.settings.timeout):
                if isinstance(receiver, str):
                    status = (await client.post(receiver, content=push.body, headers=headers)).status_code
                else:
                    status = await _post_in_process(receiver, push.body, headers)
        except TimeoutError:
            push.last_result = f"no response within {self.settings.timeout:g} s"
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            # ValueError: host names that cannot be encoded. The error's text may quote the address.
            push.last_result = type(error).__name__
        else:
            push.last_result = f"HTTP {status}"
        logger.info("push %d %s attempt %d: %s", push.number, push.type, push.attempts, push.last_result)
        return status == 200

    def _signature(self, push: Push) -> str:
        secret = self._accounts[push.access_key].access_secret
        if push.faults.wrong_signature:
            secret = f"not {secret}"
        prefix = push.access_key if self.settings.signed == "access-key-and-body" else ""
        return hmac.new(secret.encode(), prefix.encode() + push.body, hashlib.sha256).hexdigest()


def push_json(push: Push) -> dict[str, Any]:
    """Return what the console shows of a push: nothing personal, so nothing of its body."""
    return {
        "number": push.number,
        "messageType": push.type,
        "orderId": push.order_id or None,
        "state": push.state.value,
        "attempts": push.attempts,
        "lastResult": push.last_result,
        "faults": push.faults.names,
        "bytes": len(push.body),
    }


async def _post_in_process(app: "ASGIApp", body: bytes, headers: dict[str, str]) -> int:
    # An exception of the application becomes HTTP 500, as on a server.
    transport = httpx.ASGITransport(cast("Any", app), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1", headers=_HEADERS) as client:
        return (await client.post("/", content=body, headers=headers)).status_code
