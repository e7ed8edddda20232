"""Fault rules as text: ``lost_answer:A-1,times=2``, ``refuse:code=1030``, or primitives such as ``status=503``."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from pandapon_async.sandbox.faults.plan import FaultPlan, FaultSpecificationError
from pandapon_async.sandbox.faults.primitives import PRIMITIVES, parse_primitives
from pandapon_async.sandbox.faults.recipes import RECIPES, Recipe, Value, checked

_NAME = re.compile(r"\s*([A-Za-z0-9_-]*)")
# A comma may be part of a value, so only a comma before a name separates.
_SEPARATOR = re.compile(r",\s*(?=[a-z_]+\s*=)")
NO_LIMIT: Final = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultRule:
    """A fault, and the calls that it applies to.

    Attributes:
        fault: A recipe with its arguments, such as ``refuse:code=1030``, or primitives, such as ``latency=1, empty``.
        operation: Operation id, such as ``taobao.orders.create``; None for all operations.
        key: The caller's own order number, or the order id for calls about an order; None for all calls.
        account: Access key; None for all accounts.
        probability: Share of the matching calls, between 0 and 1.
        times: How often it applies at most; None for no limit.
        seed: Seed of its chance; None for the seed of the rule set.
    """

    fault: str
    operation: str | None = None
    key: str | None = None
    account: str | None = None
    probability: float = 1.0
    times: int | None = None
    seed: int | None = None


@dataclass(frozen=True, slots=True)
class ParsedFault:
    """A fault that was understood.

    Attributes:
        plans: The possible plans; chance picks one.
        lasts: Seconds after which it ends, None for no end.
        recipe: The recipe, None for primitives.
    """

    plans: Sequence[FaultPlan]
    lasts: float | None = None
    recipe: Recipe | None = None


def parse_faults(text: str) -> FaultPlan:
    """Return the plan of a fault, without its selectors.

    Raises:
        FaultSpecificationError: the fault is unknown, or an argument is invalid.
    """
    return parse_fault(parse_rule(text).fault).plans[0]


def parse_rule(text: str) -> FaultRule:
    """Return the rule that a text such as ``lost_answer:A-1,times=2`` describes.

    Primitives make a rule for all calls. A recipe applies as often as it says by default; ``times=any`` sets no limit.

    Raises:
        FaultSpecificationError: the fault is unknown, or an argument is invalid.
    """
    recipe = _recipe_in(text)
    if recipe is None:
        parse_primitives(text)
        return FaultRule(fault=text)
    values = _values_in(recipe, text)
    selectors: dict[str, str] = {name: values.pop(name) for name in _SELECTORS if name in values}
    rule = FaultRule(fault=recipe_text(recipe, values), times=recipe.times, probability=recipe.share)
    return _selected(rule, selectors)


def parse_fault(text: str) -> ParsedFault:
    """Return the plans of a fault without selectors.

    Raises:
        FaultSpecificationError: the fault is unknown, an argument is invalid, or the text has selectors.
    """
    recipe = _recipe_in(text)
    if recipe is None:
        return ParsedFault([parse_primitives(text)])
    values = _values_in(recipe, text)
    selectors = [name for name in _SELECTORS if name in values]
    if selectors:
        raise FaultSpecificationError(f"{recipe.name}: {selectors[0]} belongs beside fault, not inside it")
    return parsed_recipe(recipe, values)


def parsed_recipe(recipe: Recipe, given: Mapping[str, object]) -> ParsedFault:
    """Return the plans of a recipe with these arguments.

    Raises:
        FaultSpecificationError: an argument is unknown or invalid.
    """
    values = _arguments_of(recipe, given)
    plans = [replace(plan, recipes=(recipe.name,)) for plan in recipe.plans(values)]
    lasts: Any = None if recipe.lasts is None else values[recipe.lasts]
    return ParsedFault(plans, lasts, recipe)


def recipe_text(recipe: Recipe, given: Mapping[str, object]) -> str:
    """Return a recipe with its arguments as text, without those that have their default.

    Raises:
        FaultSpecificationError: an argument is unknown or invalid.
    """
    values = _arguments_of(recipe, given)
    defaults = {each.name: checked(recipe, each, each.default) for each in recipe.arguments}
    parts = [f"{name}={_as_text(value)}" for name, value in values.items() if value != defaults[name]]
    return f"{recipe.name}:{','.join(parts)}" if parts else recipe.name


def _arguments_of(recipe: Recipe, given: Mapping[str, object]) -> dict[str, Value]:
    arguments = {each.name: each for each in recipe.arguments}
    for name in given:
        if name not in arguments:
            known = ", ".join([*arguments, *_SELECTORS])
            raise FaultSpecificationError(f"{recipe.name} has no argument {name!r}; it has {known}")
    return {name: checked(recipe, each, given.get(name, each.default)) for name, each in arguments.items()}


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _recipe_in(text: str) -> Recipe | None:
    found = _NAME.match(text)
    name = found[1] if found else ""
    if name in RECIPES:
        return RECIPES[name]
    if name not in PRIMITIVES:
        known = ", ".join([*RECIPES, *PRIMITIVES])
        raise FaultSpecificationError(f"unknown fault {name!r}; known are {known}")
    return None


def _values_in(recipe: Recipe, text: str) -> dict[str, str]:
    head, colon, rest = text.strip().partition(":")
    if head.strip() != recipe.name:
        raise FaultSpecificationError(f"write {recipe.name} as {recipe.name}:NAME=VALUE,NAME=VALUE")
    values: dict[str, str] = {}
    for position, part in enumerate(_SEPARATOR.split(rest) if colon else ()):
        name, equals, value = (piece.strip() for piece in part.partition("="))
        if not position and not (equals and re.fullmatch(r"[a-z_]+", name)):
            name, value = recipe.first, part.strip()
        elif not equals:
            raise FaultSpecificationError(f"{recipe.name}: expected NAME=VALUE")
        if name in values:
            raise FaultSpecificationError(f"{recipe.name}: {name} is repeated")
        values[name] = value
    return values


_SELECTORS: Final[tuple[str, ...]] = ("key", "operation", "account", "times", "share", "seed")


def _selected(rule: FaultRule, given: Mapping[str, str]) -> FaultRule:
    for name, text in given.items():
        match name:
            case "times":
                if text != NO_LIMIT and not re.fullmatch(r"[0-9]{1,9}", text):
                    raise FaultSpecificationError(f"times must be a whole number, or {NO_LIMIT} for no limit")
                rule = replace(rule, times=None if text == NO_LIMIT else int(text))
            case "share":
                try:
                    rule = replace(rule, probability=float(text))
                except ValueError:
                    raise FaultSpecificationError("share must be a number between 0 and 1") from None
            case "seed":
                if not re.fullmatch(r"-?[0-9]{1,18}", text):
                    raise FaultSpecificationError("seed must be a whole number")
                rule = replace(rule, seed=int(text))
            case "key":
                rule = replace(rule, key=text)
            case "operation":
                rule = replace(rule, operation=text)
            case _:
                rule = replace(rule, account=text)
    return rule
