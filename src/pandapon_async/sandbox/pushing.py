"""Message pushes: what happens to the sandbox's orders is told to one address, as the documentation says.

A push is a POST of ``{messageType, messageBody, messagePlatform, timestamp}`` that wants HTTP 200 within a second. What
is not taken is sent again after half an hour, five times at most. No order is promised, and a push may come twice.
The documentation gives the first pause only; the others are assumed to be as long.
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
from typing import Any, Final, Literal

import httpx

from pandapon_async.sandbox.authentication import Account
from pandapon_async.sandbox.push_faults import NO_PUSH_FAULTS, UNKNOWN_TYPE, PushFaults
from pandapon_async.sandbox.push_messages import Message, message_about
from pandapon_async.sandbox.state import State
from pandapon_async.sandbox.state.changes import Change
from pandapon_async.sandbox.state.orders import Order
from pandapon_async.sandbox.state.refunds import Refund

logger = logging.getLogger("pandapon_async.sandbox")

_MOST_REMEMBERED: Final = 10_000
_HEADERS: Final = {"content-type": "application/json", "user-agent": "pandapon-sandbox"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PushSettings:
    """Where pushes go, and how.

    Attributes:
        url: The receiver's address; nothing is pushed where there is none.
        signed: What ``Authorization`` is the hex HMAC-SHA256 of, with the access secret: the access key followed by the
            raw body, or the raw body alone. The documentation leaves that open.
        timeout: Seconds within which HTTP 200 has to come.
        retry_after: Seconds before a push that was not taken is sent again.
        retries: How often it is sent again.
        at_once: How many are on their way at once.
        sleep: Waits for so many seconds.

    Raises:
        ValueError: the address is none of HTTP.
    """

    url: str | None = field(default=None, repr=False)
    signed: Literal["access-key-and-body", "body"] = "access-key-and-body"
    timeout: float = 1.0
    retry_after: float = 1800.0
    retries: int = 5
    at_once: int = 16
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep

    def __post_init__(self) -> None:
        if self.url is not None:
            try:
                address = httpx.URL(self.url)
            except httpx.InvalidURL:
                address = httpx.URL()
            # A user in the address would take the place of the signature.
            if address.scheme not in {"http", "https"} or not address.host or address.userinfo:
                raise ValueError("the address of pushes must be a URL without a user, as https://example.com/pushes")


class PushState(StrEnum):
    """What became of a push."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    GIVEN_UP = "given-up"
    DROPPED = "dropped"


@dataclass(slots=True, eq=False)
class Push:
    """One push.

    Attributes:
        number: Position among all pushes of the sandbox.
        type: ``messageType`` as it is sent.
        order_id: The order that it tells of, empty for none.
        access_key: Whose secret signs it.
        body: What is sent; may be personal.
        created_at: Seconds since the epoch, by the sandbox's clock.
        last_result: What came of the last attempt, for people.
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
    hurry: asyncio.Event = field(default_factory=asyncio.Event, repr=False)


class Pushing:
    """Records what is to be pushed and, while :meth:`running`, sends it.

    Recording costs an answer nothing but the encoding of the message. Up to ten thousand pushes wait, and as many are
    remembered after that; beyond it the oldest are given up, or forgotten.

    Args:
        settings: Where pushes go, and how.
        accounts: Whose secrets sign.
        clock: Wall time in seconds since the epoch.
        state: Whose changes are pushed.
        count_fault: Told the name of each fault that takes place.
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
        state.orders.on_change = self._order_changed
        state.refunds.on_change = self._refund_changed

    # -- what is recorded ----------------------------------------------------------------------------------------------

    @contextmanager
    def befallen_by(self, faults: PushFaults) -> Generator[None]:
        """Let faults befall what is recorded in the block, in which nothing may be awaited."""
        self._faults = faults
        try:
            yield
        finally:
            self._faults = NO_PUSH_FAULTS

    def _order_changed(self, change: Change, order: Order, refund: Refund | None = None) -> None:
        if self.settings.url is None:
            return
        message = message_about(self._state.orders, change, order, refund)
        if message is not None:
            self.record(message, order.owner.rpartition("/")[2])

    def _refund_changed(self, refund: Refund) -> None:
        self._order_changed(Change.REFUND_CHANGED, refund.order, refund)

    def record(self, message: Message, access_key: str) -> list[Push]:
        """Record a message, to be pushed as soon as possible, and return its pushes: none, one or two."""
        faults = self._faults
        for name in faults.names:
            self._count_fault(name)
        now = self._clock()
        first = self._add(message, access_key, faults, now)
        if faults.duplicate:
            return [first, self._add(message, access_key, faults, now)]
        if faults.repeat:
            return [first, self._add(message, access_key, faults, now + 0.002)]
        return [first]

    def _add(self, message: Message, access_key: str, faults: PushFaults, now: float) -> Push:
        name = UNKNOWN_TYPE if faults.unknown_type else message.type
        is_text = faults.string_body or (message.is_text and not faults.object_body)
        body = message.envelope(str(round(now * 1000)), type_name=name, is_text=is_text)
        push = Push(self._next_number, name, message.order_id, access_key, body, now, faults)
        self._next_number += 1
        self._waiting[push.number] = push
        if faults.drop:
            self._end(push, PushState.DROPPED)
            return push
        if len(self._waiting) > _MOST_REMEMBERED:
            oldest = next(iter(self._waiting.values()))
            oldest.last_result = "too many are waiting"
            self._end(oldest, PushState.GIVEN_UP)
        self._new.append(push)
        self._wake.set()
        return push

    def _end(self, push: Push, state: PushState) -> None:
        if self._waiting.pop(push.number, None) is None:
            # Forgotten meanwhile.
            return
        push.state = state
        self._counts[state.value] += 1
        self._ended[push.number] = push
        if len(self._ended) > _MOST_REMEMBERED:
            del self._ended[next(iter(self._ended))]
        # It may be waiting, and need not.
        push.hurry.set()

    # -- what is told about it -----------------------------------------------------------------------------------------

    def __iter__(self) -> Iterator[Push]:
        """Yield all that are remembered, in the order in which they were recorded."""
        return iter(sorted(chain(self._waiting.values(), self._ended.values()), key=lambda push: push.number))

    def counts(self) -> dict[str, int]:
        """Return how many pushes are in which state."""
        waiting = {PushState.WAITING.value: len(self._waiting)} if self._waiting else {}
        return {**dict(self._counts), **waiting}

    def redirect(self, url: str | None) -> None:
        """Push to another address, or nothing any more.

        Raises:
            ValueError: the address is none of HTTP.
        """
        self.settings = replace(self.settings, url=url)

    def hurry(self) -> int:
        """Send all waiting ones now and return how many there are."""
        for push in self._waiting.values():
            push.hurry.set()
        return len(self._waiting)

    def clear(self) -> None:
        """Forget all pushes. What is on its way arrives."""
        waiting = list(self._waiting.values())
        self._waiting = {}
        self._ended = {}
        self._counts = Counter()
        self._new.clear()
        for push in waiting:
            push.state = PushState.DROPPED
            push.hurry.set()

    # -- how it is sent ------------------------------------------------------------------------------------------------

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Send for the block. What is still waiting at its end stays so, and no task is left behind.

        Where it runs already, for a sandbox that is served at two addresses, one is enough.
        """
        if self._is_running:
            yield
            return
        # A task of its own, because a block may end in another task than it began in.
        task = asyncio.create_task(self._run())
        self._is_running = True
        try:
            yield
        finally:
            self._is_running = False
            task.cancel()
            await asyncio.wait([task])
            if not task.cancelled():
                # It ends by itself only where something went wrong.
                task.result()

    async def _run(self) -> None:
        self._wake = asyncio.Event()
        self._new.clear()
        self._held.clear()
        for push in self._waiting.values():
            # Whatever it waited for belonged to another event loop, perhaps.
            push.hurry = asyncio.Event()
            self._new.append(push)
        slots = asyncio.Semaphore(self.settings.at_once)
        while not self._new:
            await self._wake.wait()
            self._wake.clear()
        # The address is the user's own, on this machine as a rule: a proxy would only be in the way.
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
            await push.hurry.wait()
            self._held.discard(push)
        push.hurry.clear()
        while push.state is PushState.WAITING:
            async with slots:
                is_taken = await self._attempt(push, client)
            for held in self._held:
                if held.number < push.number:
                    held.hurry.set()
            if is_taken:
                self._end(push, PushState.DELIVERED)
            elif push.attempts > self.settings.retries:
                self._end(push, PushState.GIVEN_UP)
            else:
                await self._pause(push, self.settings.retry_after)

    async def _pause(self, push: Push, seconds: float) -> None:
        """Wait for so long, or until it shall be sent now."""
        sleeping = asyncio.ensure_future(self.settings.sleep(seconds))
        hurrying = asyncio.create_task(push.hurry.wait())
        try:
            await asyncio.wait([sleeping, hurrying], return_when=asyncio.FIRST_COMPLETED)
        finally:
            sleeping.cancel()
            hurrying.cancel()
            await asyncio.gather(sleeping, hurrying, return_exceptions=True)
        push.hurry.clear()

    async def _attempt(self, push: Push, client: httpx.AsyncClient) -> bool:
        """Send a push once and tell whether it was taken."""
        url = self.settings.url
        push.attempts += 1
        if url is None:
            push.last_result = "no address"
            return False
        headers = {"authorization": self._signature(push)}
        status: int | None = None
        try:
            async with asyncio.timeout(self.settings.timeout):
                status = (await client.post(url, content=push.body, headers=headers)).status_code
        except TimeoutError:
            push.last_result = f"no answer within {self.settings.timeout:g} s"
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            # ValueError: names of hosts that cannot be encoded. The text may quote the address.
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
