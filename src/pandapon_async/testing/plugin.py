"""The pytest plugin: fixtures, a guard against real hosts, and checks at the end of each test.

It is loaded by the entry point ``pytest11``, so it imports nothing of the package before a fixture needs it. It works
with pytest-asyncio, the plugin of anyio, and pytest-xdist: every fixture is an ordinary function.
"""

from __future__ import annotations

import functools
import inspect
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from pandapon_async import PandaPonClient, PandaPonV2Client, XportcnClient
    from pandapon_async.testing.pushes import PushesForTest
    from pandapon_async.testing.sandboxes import LedgersForTest, SandboxForTest

_SANDBOX = pytest.StashKey["SandboxForTest"]()
_OPTIONS = frozenset({"real_hosts", "socket", "unmatched_faults"})


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker."""
    config.addinivalue_line(
        "markers",
        "pandapon(socket=False, real_hosts=False, unmatched_faults=False): serve the sandbox on a socket; allow calls "
        "to hosts other than loopback; allow fault rules that never matched",
    )


def _options(item: pytest.Item) -> dict[str, Any]:
    options: dict[str, Any] = {}
    for marker in reversed(list(item.iter_markers("pandapon"))):
        options.update(marker.kwargs)
        unknown = marker.kwargs.keys() - _OPTIONS
        if marker.args or unknown:
            detail = "it takes keywords only" if marker.args else f"unknown: {min(unknown)}"
            raise pytest.UsageError(f"mark pandapon: {detail}; it knows {', '.join(sorted(_OPTIONS))}")
    return options


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, Any]:
    """Close the clients of a test in the event loop of the test."""
    function: Any = getattr(item, "obj", None)
    sandbox = item.stash.get(_SANDBOX, None)
    if sandbox is not None and inspect.iscoroutinefunction(function):

        @functools.wraps(function)
        async def closing(*args: Any, **kwargs: Any) -> Any:
            try:
                return await function(*args, **kwargs)
            finally:
                await sandbox.close_clients()

        item.obj = closing  # type: ignore[attr-defined]
    return (yield)


@pytest.fixture(autouse=True)
def _pandapon_loopback_only(request: pytest.FixtureRequest) -> Iterator[None]:
    """Keep every test away from real hosts, unless it is marked ``pandapon(real_hosts=True)``."""
    if _options(request.node).get("real_hosts"):
        yield
        return
    from pandapon_async.testing.guard import loopback_only  # noqa: PLC0415

    with loopback_only():
        yield


@pytest.fixture
def pandapon_sandbox(request: pytest.FixtureRequest) -> Iterator[SandboxForTest]:
    """A sandbox of the test's own. Fails the test if a fault rule never matched or an order was placed twice."""
    from pandapon_async.sandbox import Sandbox  # noqa: PLC0415
    from pandapon_async.testing.sandboxes import SandboxForTest, on_socket  # noqa: PLC0415

    options = _options(request.node)
    app = Sandbox()
    with ExitStack() as stack:
        sandbox = SandboxForTest(app)
        if options.get("socket"):
            sandbox.url = stack.enter_context(on_socket(app))
        request.node.stash[_SANDBOX] = sandbox
        yield sandbox
        unmatched = [] if options.get("unmatched_faults") else app.faults.unmatched()
    if unmatched:
        pytest.fail(f"fault rules that never matched: {'; '.join(map(str, unmatched))}", pytrace=False)


@pytest.fixture
def pandapon_client(pandapon_sandbox: SandboxForTest) -> PandaPonClient:
    """A client of PandaPon v1 at the sandbox."""
    from pandapon_async import PandaPonClient  # noqa: PLC0415

    return pandapon_sandbox.client(PandaPonClient)


@pytest.fixture
def pandapon_v2_client(pandapon_sandbox: SandboxForTest) -> PandaPonV2Client:
    """A client of PandaPon v2 at the sandbox."""
    from pandapon_async import PandaPonV2Client  # noqa: PLC0415

    return pandapon_sandbox.client(PandaPonV2Client)


@pytest.fixture
def xportcn_client(pandapon_sandbox: SandboxForTest) -> XportcnClient:
    """A client of Xportcn KA at the sandbox."""
    from pandapon_async import XportcnClient  # noqa: PLC0415

    return pandapon_sandbox.client(XportcnClient)


@pytest.fixture
def pandapon_ledger(
    pandapon_sandbox: SandboxForTest, pandapon_client: PandaPonClient, tmp_path: Path
) -> Iterator[LedgersForTest]:
    """Open ledgers in the folder of the test.

    ::

        async with pandapon_ledger(TaobaoOrder) as ledger: ...

    Fails the test if an order was lost or doubled.
    """
    from pandapon_async.testing.sandboxes import LedgersForTest  # noqa: PLC0415

    ledgers = LedgersForTest(pandapon_sandbox, pandapon_client, tmp_path)
    yield ledgers
    if problems := ledgers.problems():
        pytest.fail("\n".join(["orders were lost or doubled:", *problems]), pytrace=False)


@pytest.fixture
def pandapon_messages(pandapon_sandbox: SandboxForTest) -> PushesForTest:
    """The sandbox's pushes: wait for them with ``wait_for``, hand them to your application with ``deliver``."""
    from pandapon_async.testing.pushes import PushesForTest  # noqa: PLC0415

    return PushesForTest(pandapon_sandbox)


@pytest.fixture
def pandapon_no_waiting() -> Iterator[None]:
    """Let retries happen without their pauses."""
    from pandapon_async.testing.no_waiting import no_waiting  # noqa: PLC0415

    with no_waiting():
        yield
