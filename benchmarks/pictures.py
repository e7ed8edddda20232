"""Draw the pictures of docs/performance.md and write its tables, from benchmarks/results.json."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any, Final

from benchmarks.results import load, table, verdicts

DOCS: Final = Path(__file__).parent.parent / "docs"
RESULTS: Final = Path(__file__).with_name("results.json")
_PREFIX: Final = "call_cost_"


def between_markers(text: str, name: str, content: str) -> str:
    """Return a text with what stands between the markers of a name replaced.

    Raises:
        ValueError: The text has no such markers.
    """
    start, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    before, rest = text[: text.index(start)], text[text.index(end) :]
    return f"{before}{start}\n\n{content}\n\n{rest}"


def described(results: dict[str, Any]) -> str:
    """Say in a line what the numbers were measured on."""
    about = results["machine"]
    versions = ", ".join(f"{name} {version}" for name, version in about["versions"].items())
    return (
        f"Measured with Python {about['python']} on {about['system']}, {about['cpus']} CPUs, "
        f"load {about['load_before']} before the start; {versions}."
    )


def costs(results: dict[str, Any]) -> dict[str, list[tuple[int, float]]]:
    """Return the cost of a call by number in flight, for each peer."""
    found: dict[str, list[tuple[int, float]]] = {}
    numbers = sorted(int(name.removeprefix(_PREFIX)) for name in results if name.startswith(_PREFIX))
    for number in numbers:
        row = results[f"{_PREFIX}{number}"]
        for peer, value in {"ours": row["ours"], **row["peers"]}.items():
            found.setdefault(peer, []).append((number, value))
    return found


def memory(results: dict[str, Any]) -> list[tuple[int, float]]:
    """Return peak memory by number of drafts sent, in hundred thousands."""
    row: Any = results.get("orders_memory_growth", {})
    return [(index + 1, value) for index, value in enumerate(row.get("peak_mb_per_100k", []))]


def draw(results: dict[str, Any], folder: Path) -> list[Path]:
    """Draw both pictures; return their files."""
    matplotlib: Any = importlib.import_module("matplotlib")
    matplotlib.use("svg")
    # The same numbers make the same file.
    matplotlib.rcParams.update({"svg.hashsalt": "pandapon-async", "font.size": 9, "axes.spines.top": False})
    pyplot: Any = importlib.import_module("matplotlib.pyplot")
    folder.mkdir(parents=True, exist_ok=True)

    def finish(figure: Any, name: str) -> Path:
        figure.tight_layout()
        path = folder / name
        figure.savefig(path, metadata={"Date": None, "Creator": None})
        pyplot.close(figure)
        return path

    figure, axes = pyplot.subplots(figsize=(6, 3.6))
    for peer, points in costs(results).items():
        axes.plot(*zip(*points, strict=True), marker="o", label=peer, linewidth=2.5 if peer == "ours" else 1.2)
    axes.set(xscale="log", yscale="log", xlabel="calls in flight", ylabel="processor time per call, µs")
    axes.set_xticks([number for number, _ in costs(results).get("ours", [])])
    axes.get_xaxis().set_major_formatter(matplotlib.ticker.ScalarFormatter())
    axes.legend(frameon=False)
    files = [finish(figure, "cost-by-concurrency.svg")]
    if points := memory(results):
        figure, axes = pyplot.subplots(figsize=(6, 3))
        axes.plot(*zip(*points, strict=True), marker="o", linewidth=2.5)
        axes.set(xlabel="drafts sent, hundred thousands", ylabel="peak memory, MB")
        axes.set_ylim(bottom=0)
        files.append(finish(figure, "memory-by-batch.svg"))
    return files


def main() -> None:
    """Draw and write."""
    results = load(RESULTS)
    draw(results, DOCS / "pictures")
    page = DOCS / "performance.md"
    text = page.read_text(encoding="utf-8")
    for name, content in (
        ("goals", verdicts(results)),
        ("results", table(results)),
        ("machine", described(results)),
    ):
        text = between_markers(text, name, content)
    page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
