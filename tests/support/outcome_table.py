"""The table of outcomes as the README shows it."""

from __future__ import annotations

from pandapon_async._core.call.outcomes import CASES, TABLE, Decision

WORDS = {
    "succeeded": "result",
    "placed_in_part": "`PartialSuccessError`",
    "rejected": "`APIError`",
    "not_sent": "`TransportError`",
    "unknown": "`OutcomeUnknownError`",
    "failed": "error",
    "undecodable": "`DecodeError`",
}


def words(decision: Decision) -> str:
    text = WORDS[decision.outcome]
    if not decision.certain:
        text += ", not certain"
    return f"sent again, then {text}" if decision.retry else text


def table() -> str:
    rows = [f"| {CASES[case]} | {words(read)} | {words(write)} |" for case, (read, write) in TABLE.items()]
    return "\n".join(["| the attempt | read | write, payment |", "|---|---|---|", *rows])
