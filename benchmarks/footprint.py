"""What importing and building a client costs, and how much memory an idle one holds, each in a process of its own.

``python -m benchmarks.footprint PEER`` prints milliseconds of processor time, megabytes, and the modules of models
that were imported on the way.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["PEERS"]


def _nothing() -> object:
    return None


def _import_httpx() -> object:
    import httpx  # noqa: PLC0415 - importing is what is measured

    return httpx


def _httpx_client() -> object:
    import httpx  # noqa: PLC0415

    return httpx.AsyncClient()


def _ours() -> object:
    import pandapon_async  # noqa: PLC0415

    credentials = pandapon_async.Credentials(access_key="k" * 32, access_secret="s" * 32, user_id="2100007341207")
    return pandapon_async.PandaPonClient(credentials)


PEERS: Final[dict[str, Callable[[], object]]] = {
    "nothing": _nothing,
    "import httpx": _import_httpx,
    "httpx.AsyncClient": _httpx_client,
    "ours": _ours,
}


def resident() -> float:
    """Return the megabytes that this process holds now (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split(maxsplit=1)[0]) / 1024


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("peer", choices=PEERS)
    peer = PEERS[parser.parse_args().peer]
    started = time.process_time()
    kept = peer()
    spent = (time.process_time() - started) * 1e3
    gc.collect()
    models = sum(1 for name in sys.modules if ".models." in name and name.startswith("pandapon_async."))
    print(json.dumps({"cpu_ms": spent, "rss_mb": resident(), "models": models}))
