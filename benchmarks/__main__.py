"""Run all comparisons: ``python -m benchmarks`` (minutes), ``python -m benchmarks --quick`` (under a minute).

Each peer runs in a process of its own against one local server, peers alternate within a round, and what is written are
the medians of the rounds and their ratios. Absolute numbers are noise between machines; the ratios are what counts.
"""

from __future__ import annotations

import argparse
import compileall
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks.results import Comparison, compare, load, machine, save, table, verdicts
from benchmarks.servers import serving

from benchmarks import callers, codecs, footprint

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT: Final = Path(__file__).parent.parent
RESULTS: Final = Path(__file__).with_name("results.json")
#: The goals are about the last three; a quick run measures only those.
IN_FLIGHT: Final = (1, 4, 16, 64, 256)
#: Measurements with a command line of their own, and the arguments of a quick run. Run where they exist.
OTHERS: Final[dict[str, tuple[list[str], list[str]]]] = {
    "orders": ([], ["--drafts", "10000", "--rounds", "1"]),
    "messages": ([], ["--quick"]),
}
#: Those that write their numbers into the file of results themselves.
_WRITES: Final = ("orders",)


def _run(module: str, *arguments: object) -> Any:
    command = [sys.executable, "-m", f"benchmarks.{module}", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own
    return json.loads(done.stdout)


def generate_stock(folder: Path) -> None:
    """Let openapi-python-client make of our specification what it makes of any."""
    config = folder / "config.yaml"
    config.write_text("post_hooks: []\n", encoding="utf-8")
    command = [
        *(sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none", "--config", str(config)),
        *("--path", str(ROOT / "openapi" / "pandapon-v1.yaml"), "--output-path", str(folder / callers.STOCK)),
    ]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own


def compare_calls(  # noqa: PLR0913 - what is varied
    peers: Sequence[str],
    rounds: int,
    seconds: float,
    stock: Path | None,
    in_flight: Sequence[int] = IN_FLIGHT,
    *,
    tls: bool = False,
) -> dict[str, Comparison]:
    """Measure signed calls: how many a second, and what one costs."""
    rates: dict[int, dict[str, list[float]]] = {number: defaultdict(list) for number in in_flight}
    costs: dict[int, dict[str, list[float]]] = {number: defaultdict(list) for number in in_flight}
    growth: dict[str, list[float]] = defaultdict(list)
    least, most = str(16 if 16 in in_flight else min(in_flight)), str(max(in_flight))
    with serving() as server:
        where = [server.https, "--authority", server.authority] if tls else [server.http]
        for turn in range(rounds):
            # Every other round the other way round: neither is always the one after a rest.
            for peer in peers if turn % 2 == 0 else reversed(peers):
                extra = [*where[1:], *(["--stock", stock] if stock is not None else [])]
                measured = _run("callers", peer, where[0], seconds, *in_flight, *extra)
                name = peer.removesuffix(", write").removesuffix(callers.UVLOOP)
                for number in in_flight:
                    rates[number][name].append(measured[str(number)]["per_second"])
                    costs[number][name].append(measured[str(number)]["cpu_us"])
                growth[name].append(measured[most]["cpu_us"] / measured[least]["cpu_us"])
    results = {f"calls_{number}": compare(rates[number], "calls/s") for number in in_flight}
    results |= {f"call_cost_{number}": compare(costs[number], "µs CPU per call") for number in in_flight}
    if most != least:
        row = compare(growth, "cost at the most in flight, of that at the least")
        row["peers"][f"own cost at {least}"] = 1.0
        row["ratio"][f"own cost at {least}"] = row["ours"]
        results[f"cost_growth_{least}_to_{most}"] = row
    return results


def compare_tls(rounds: int, seconds: float, peers: Sequence[str]) -> dict[str, Comparison]:
    """Measure the same over HTTPS, on connections that stay."""
    measured = compare_calls(peers, rounds, seconds, None, IN_FLIGHT[2:], tls=True)
    return {f"tls_{name}": row for name, row in measured.items() if not name.startswith("cost_growth")}


def compare_uvloop(rounds: int, seconds: float) -> dict[str, Comparison]:
    """Measure the same under uvloop."""
    peers = [f"{peer}{callers.UVLOOP}" for peer in ("ours", "aiohttp + json")]
    results: dict[str, Comparison] = {}
    for scheme in ("", "tls_"):
        measured = compare_calls(peers, rounds, seconds, None, (64,), tls=bool(scheme))
        results |= {f"uvloop_{scheme}{name}": measured[name] for name in ("calls_64", "call_cost_64")}
    return results


def compare_growth() -> dict[str, Comparison]:
    """Measure how the cost grows, for longer: it is a ratio of two numbers, and both are disturbed."""
    row = "cost_growth_16_to_256"
    return {row: compare_calls(("ours", "aiohttp + json", "aiohttp + orjson"), 9, 3.0, None, (16, 256))[row]}


def compare_writes(rounds: int, seconds: float) -> dict[str, Comparison]:
    """Measure writes, which first let the loop see connections that the server has closed."""
    measured = compare_calls(("ours, write", "aiohttp + json, write"), rounds, seconds, None, (64,))
    return {"writes_64": measured["calls_64"], "write_cost_64": measured["call_cost_64"]}


def compare_codecs(what: str, peers: Sequence[str], rounds: int, seconds: float, stock: Path | None) -> Comparison:
    """Measure decoding or encoding."""
    measured: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        for peer in peers:
            extra = ["--stock", stock] if stock is not None else []
            measured[peer].append(_run("codecs", what, peer, seconds, *extra))
    return compare(measured, "µs CPU")


def compare_footprints(rounds: int) -> dict[str, Any]:
    """Measure importing and building, and idle memory."""
    # As pip compiles what it installs: the peers are, an editable install need not be.
    compileall.compile_dir(ROOT / "src", quiet=1)
    spent: dict[str, list[float]] = defaultdict(list)
    held: dict[str, list[float]] = defaultdict(list)
    models = 0
    for _ in range(rounds):
        for peer in footprint.PEERS:
            measured = _run("footprint", peer)
            spent[peer].append(measured["cpu_ms"])
            held[peer].append(measured["rss_mb"])
            models = max(models, measured["models"])
    return {
        "import_and_build": {
            **compare({peer: spent[peer] for peer in ("ours", "import httpx", "httpx.AsyncClient")}, "ms CPU"),
            "model_modules_imported": models,
        },
        "idle_memory": compare({peer: held[peer] for peer in ("ours", "httpx.AsyncClient", "nothing")}, "MB resident"),
    }


def _installed(peer: str) -> bool:
    module = callers.OPTIONAL.get(peer)
    return module is None or importlib.util.find_spec(module) is not None


def _others(output: Path, *, quick: bool) -> None:
    for name, (full, short) in OTHERS.items():
        script = Path(__file__).with_name(f"{name}.py")
        if not script.exists():
            continue
        arguments = [*(short if quick else full), *(("--output", str(output)) if name in _WRITES else ())]
        print(f"\n{name}", flush=True)
        subprocess.run([sys.executable, "-u", str(script), *arguments], cwd=ROOT, check=True)  # noqa: S603 - our own


def main(*, quick: bool, output: Path, others: bool = True) -> None:
    """Measure all, write the results and print them."""
    rounds, seconds = (1, 0.4) if quick else (5, 1.0)
    results: dict[str, Any] = {"machine": machine()}
    with tempfile.TemporaryDirectory() as name, serving() as server:
        results["machine"]["server"] = server.name
        folder = Path(name)
        generate_stock(folder)
        reads = [peer for peer in callers.PEERS if not peer.endswith((", write", callers.UVLOOP)) and _installed(peer)]
        # More rounds, as what else a machine does disturbs these most.
        results |= compare_calls(reads, rounds if quick else 7, seconds, folder, IN_FLIGHT[2:] if quick else IN_FLIGHT)
        if not quick:
            results |= compare_growth()
        results |= compare_writes(rounds, seconds)
        results |= compare_tls(rounds, seconds, [peer for peer in reads if not peer.startswith("stock")])
        results |= compare_uvloop(rounds, seconds)
        results["decode_page"] = compare_codecs("decode", list(codecs.DECODE), rounds, seconds, folder)
        results["read_page"] = compare_codecs("read", list(codecs.DECODE), rounds, seconds, folder)
        results["encode_order"] = compare_codecs("encode", list(codecs.ENCODE), rounds, seconds, folder)
        results |= compare_footprints(3 if quick else 15)
    save(output, results)
    if others:
        _others(output, quick=quick)
    written = load(output)
    print(f"\n{table(written)}\n\n{verdicts(written)}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="under a minute; its results are for a look only")
    parser.add_argument("--only-comparisons", action="store_true", help="without orders and messages")
    parser.add_argument("--output", type=Path)
    chosen = parser.parse_args()
    # A quick run leaves the committed results alone.
    target = chosen.output or (Path(tempfile.gettempdir()) / "pandapon-bench-quick.json" if chosen.quick else RESULTS)
    main(quick=chosen.quick, output=target, others=not chosen.only_comparisons)
    print(f"\nwritten to {target}")
