"""Results: medians, ratios, goals, and how they are written and shown."""

from __future__ import annotations

import importlib.metadata
import json
import os
import platform
import statistics
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, NotRequired, TypedDict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

__all__ = ["GOALS", "Comparison", "Goal", "compare", "load", "machine", "reached", "save", "table", "verdicts"]

_LIBRARIES: Final = (
    "aiohttp",
    "httptools",
    "httpx",
    "matplotlib",
    "msgspec",
    "openapi-python-client",
    "orjson",
    "pydantic",
    "pyreqwest",
    "uvloop",
    "wreq",
)


class Comparison(TypedDict):
    """One row: medians, and ours divided by each peer's."""

    ours: float
    peers: dict[str, float]
    ratio: dict[str, float]
    unit: str
    rounds: int
    #: Lowest and highest of our rounds.
    spread: list[float]
    #: The same for each peer.
    peer_spread: NotRequired[dict[str, list[float]]]


class Goal(NamedTuple):
    """A bound on one ratio."""

    comparison: str
    peer: str
    bound: Literal["at least", "at most"]
    value: float

    def met(self, ratio: float) -> bool:
        """Tell whether a ratio is within the bound."""
        return ratio >= self.value if self.bound == "at least" else ratio <= self.value


GOALS: Final = (
    Goal("calls_16", "aiohttp + json", "at least", 1.6),
    Goal("calls_64", "aiohttp + json", "at least", 1.6),
    Goal("calls_256", "aiohttp + json", "at least", 1.6),
    Goal("call_cost_64", "aiohttp + json", "at most", 0.55),
    Goal("tls_calls_16", "aiohttp + json", "at least", 1.6),
    Goal("tls_calls_64", "aiohttp + json", "at least", 1.6),
    Goal("tls_calls_256", "aiohttp + json", "at least", 1.6),
    Goal("tls_call_cost_64", "aiohttp + json", "at most", 0.55),
    Goal("calls_64", "stock openapi-python-client", "at least", 15),
    Goal("cost_growth_16_to_256", "own cost at 16", "at most", 1.1),
    Goal("decode_page", "pydantic v2", "at most", 1),
    Goal("decode_page", "msgspec", "at most", 2.5),
    Goal("decode_page", "stock openapi-python-client", "at most", 0.25),
    Goal("encode_order", "pydantic v2, same bytes", "at most", 1),
    Goal("import_and_build", "import httpx", "at most", 0.8),
    Goal("idle_memory", "httpx.AsyncClient", "at most", 0.7),
    Goal("orders_with_ledger", "without a ledger", "at least", 0.7),
    Goal("orders_memory_growth", "allowed", "at most", 1),
)


def compare(rounds: Mapping[str, Sequence[float]], unit: str) -> Comparison:
    """Make a row of what each peer measured in each round; one of them is ``ours``."""
    medians = {peer: statistics.median(values) for peer, values in rounds.items()}
    ours = medians.pop("ours")
    return {
        "ours": ours,
        "peers": medians,
        "ratio": {peer: ours / value for peer, value in medians.items()},
        "unit": unit,
        "rounds": len(rounds["ours"]),
        "spread": [min(rounds["ours"]), max(rounds["ours"])],
        "peer_spread": {peer: [min(rounds[peer]), max(rounds[peer])] for peer in medians},
    }


def machine() -> dict[str, object]:
    """Describe the machine and the versions, so that a file tells what it is about."""
    versions: dict[str, str] = {}
    for name in ("pandapon-async", *_LIBRARIES):
        try:
            versions[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return {
        "cpus": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "load_before": round(os.getloadavg()[0], 2),
        "versions": versions,
    }


def load(path: Path) -> dict[str, Any]:
    """Read a file of results; none is none yet."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def save(path: Path, results: Mapping[str, object]) -> None:
    """Merge results into a file."""
    merged = {**load(path), **results}
    path.write_text(json.dumps(merged, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def reached(results: Mapping[str, Any], goal: Goal) -> bool | None:
    """Tell whether a goal is met; ``None`` where it was not measured."""
    ratio = results.get(goal.comparison, {}).get("ratio", {}).get(goal.peer)
    return None if ratio is None else goal.met(ratio)


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _rows(results: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    row: Any
    for name, row in results.items():
        # Not the machine, nor rows that are no single number.
        if name == "machine" or not isinstance(row["ours"], int | float):
            continue
        for peer, value in row["peers"].items():
            yield (name, row["unit"], _number(row["ours"]), peer, _number(value), f"{row['ratio'][peer]:.2f}")


def table(results: Mapping[str, Any]) -> str:
    """Return the rows as a table in Markdown."""
    lines = ["| comparison | unit | ours | peer | peer's | ratio |", "|---|---|--:|---|--:|--:|"]
    lines += [f"| {' | '.join(row)} |" for row in _rows(results)]
    return "\n".join(lines)


def verdicts(results: Mapping[str, Any]) -> str:
    """Return the goals and whether each was reached as a table in Markdown."""
    lines = ["| comparison | against | goal | ratio | |", "|---|---|---|--:|---|"]
    for goal in GOALS:
        met = reached(results, goal)
        word = {True: "reached", False: "not reached", None: "not measured"}[met]
        ratio = "" if met is None else f"{results[goal.comparison]['ratio'][goal.peer]:.2f}"
        lines.append(f"| {goal.comparison} | {goal.peer} | {goal.bound} {goal.value:g} | {ratio} | {word} |")
    return "\n".join(lines)
