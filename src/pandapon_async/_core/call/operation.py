"""An operation as a value: everything that the specification says about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Literal, TypeAlias, TypeVar

import attrs

from pandapon_async._core.http.request import Effect

if TYPE_CHECKING:
    from pandapon_async._core.schema.wire_types import FieldKind, WireType

__all__ = [
    "Effect",
    "EnvelopeStyle",
    "EvidenceRules",
    "Inference",
    "Operation",
    "Paging",
    "Parameter",
    "Signing",
]

Signing: TypeAlias = Literal["header", "query"]
EnvelopeStyle: TypeAlias = Literal["code", "errorCode"]

ResultT_co = TypeVar("ResultT_co", covariant=True)


@attrs.frozen(kw_only=True)
class Parameter:
    """An argument of an operation.

    Attributes:
        argument: Its Python name.
        name: Its name on the wire.
        location: Where it travels.
        type: How it is written.
        required: Whether a call needs it.
        nullable: Whether ``None`` may be sent as ``null``.
        personal: Whether its value is personal data, which exception texts leave out.
        kind: What damage to look for when its value comes out of a file, where the type does not tell.
    """

    argument: str
    name: str
    location: Literal["path", "query", "body"]
    type: WireType
    required: bool = False
    nullable: bool = False
    personal: bool = False
    kind: FieldKind | None = None


@attrs.frozen(kw_only=True)
class Paging:
    """How an operation returns a list page by page. Pages are numbered from 1.

    Attributes:
        page: Argument for the number of the page.
        size: Argument for the number of items on a page, if there is one.
        items: Attributes that lead from the result to the list; empty if the result is the list.
        total: Attributes that lead to the number of items on all pages, if it is documented.
        actual_size: Attributes that lead to the page size that the server used, if it is documented.
    """

    page: str
    size: str | None = None
    items: tuple[str, ...] = ()
    total: tuple[str, ...] | None = None
    actual_size: tuple[str, ...] | None = None


@attrs.frozen(kw_only=True)
class Inference:
    """Why an operation is believed to exist whose path no known page prints.

    Attributes:
        rule: Name of the rule that gives the path.
        source: The documented operation that it follows from.
        evidence: How well the rule fits what is documented.
    """

    rule: str
    source: str
    evidence: str


@attrs.frozen(kw_only=True)
class EvidenceRules:
    """What in a response to a write proves success, as the specification declares it.

    Success flags, error codes and lists of failures count wherever they are, without being declared.

    Attributes:
        ids: Names of the fields that hold the id of what was created, or several ids.
        empty: Further names of lists that are empty if everything was done.
        flags: Further names of flags that must not be false.
        documented: Whether the specification knows the operation. If not, order ids under usual names count as well.
    """

    ids: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    documented: bool = True

    @property
    def expects_id(self) -> bool:
        """Whether a successful response has an id."""
        return bool(self.ids)

    @property
    def ids_matter(self) -> bool:
        """Whether an id in a response is a sign that something was created."""
        return bool(self.ids) or not self.documented


def _arguments_of(operation: Operation[object]) -> frozenset[str]:
    return frozenset(parameter.argument for parameter in operation.parameters)


def _has_body(operation: Operation[object]) -> bool:
    return any(parameter.location == "body" for parameter in operation.parameters)


@attrs.frozen(kw_only=True)
class Operation(Generic[ResultT_co]):
    """A documented operation.

    Attributes:
        name: Python name below the client, such as ``taobao.orders.create``.
        method: HTTP method.
        path: Path below the base URL, with ``{name}`` for path parameters.
        signing: Signature scheme.
        envelope: Style of the response's envelope.
        effect: What the call changes.
        parameters: Arguments, in documented order.
        result: Wire type of ``data``.
        evidence: What proves that a write succeeded.
        paging: How to request one page after another, if the result is a page of a list.
        inference: Why the operation is believed to exist; ``None`` for a documented one.
        arguments: Names of the arguments.
        has_body: Whether it has a JSON body.
    """

    name: str
    method: str
    path: str
    signing: Signing
    envelope: EnvelopeStyle
    effect: Effect
    parameters: tuple[Parameter, ...]
    result: WireType
    evidence: EvidenceRules = EvidenceRules()
    paging: Paging | None = None
    inference: Inference | None = None
    arguments: frozenset[str] = attrs.field(
        init=False, eq=False, repr=False, default=attrs.Factory(_arguments_of, takes_self=True)
    )
    has_body: bool = attrs.field(init=False, eq=False, repr=False, default=attrs.Factory(_has_body, takes_self=True))
