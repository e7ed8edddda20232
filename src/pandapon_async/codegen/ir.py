"""The intermediate representation of a generated package. Templates only lay it out; every decision is made before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from pandapon_async.codegen.evidence import EvidenceIR
    from pandapon_async.codegen.surfaces import Surface

__all__ = [
    "EnumIR",
    "EnumMember",
    "EventIR",
    "FieldIR",
    "InferenceIR",
    "ModelIR",
    "OperationIR",
    "PagingIR",
    "ParameterIR",
    "ResourceIR",
    "SurfaceIR",
    "ValueType",
]


class ValueType(NamedTuple):
    """How a value is typed in Python and written on the wire.

    Attributes:
        wire: Expression of the wire type, such as ``ListOf(TEXT)``.
        response: Python type of a received value.
        argument: Python type of a passed value.
        nullable: Whether the documentation allows ``null``.
        takes_null: Whether both Python types hold ``None`` already.
        models: Classes that the Python types name.
    """

    wire: str
    response: str
    argument: str
    nullable: bool = False
    takes_null: bool = False
    models: frozenset[str] = frozenset()


class FieldIR(NamedTuple):
    """A field of a model.

    Attributes:
        optional: Whether the constructor of the model accepts its absence.
        required: Whether a request needs it nevertheless.
    """

    name: str
    wire_name: str
    wire: str
    annotation: str
    optional: bool
    required: bool
    nullable: bool
    personal: bool
    kind: str
    description: str


class ModelIR(NamedTuple):
    """A model class and its module."""

    class_name: str
    module: str
    description: str
    fields: tuple[FieldIR, ...]
    models: tuple[str, ...]


class EnumMember(NamedTuple):
    """A documented value."""

    name: str
    value: str | int
    description: str


class EnumIR(NamedTuple):
    """An enum class and its module."""

    class_name: str
    module: str
    base: Literal["StrEnum", "IntEnum"]
    description: str
    members: tuple[EnumMember, ...]


class ParameterIR(NamedTuple):
    """An argument of a method and the parameter of the operation that it becomes."""

    name: str
    wire_name: str
    location: str
    wire: str
    annotation: str
    required: bool
    nullable: bool
    personal: bool
    kind: str
    description: str


class PagingIR(NamedTuple):
    """How an operation is called page by page, and the method that does so.

    Attributes:
        page: Argument with the page number.
        size: Argument with the page size.
        items: Attributes that lead from the result to the list.
        total: Attributes that lead to the number of items of all pages.
        actual_size: Attributes that lead to the page size that the server stated.
        method_name: Name of the method.
        annotation: Python type of an item.
    """

    page: str
    size: str | None
    items: tuple[str, ...]
    total: tuple[str, ...] | None
    actual_size: tuple[str, ...] | None
    method_name: str
    annotation: str


class InferenceIR(NamedTuple):
    """Why an operation is believed to exist."""

    rule: str
    evidence: str
    source: str


class OperationIR(NamedTuple):
    """An operation: its entry in the table and its method."""

    name: str
    method_name: str
    constant: str
    http_method: str
    path: str
    signing: str
    envelope: str
    effect: str
    summary: str
    description: str
    parameters: tuple[ParameterIR, ...]
    result_wire: str
    result_annotation: str
    result_description: str
    notes: tuple[str, ...]
    models: frozenset[str]
    result_models: frozenset[str]
    paging: PagingIR | None
    inference: InferenceIR | None
    evidence: EvidenceIR | None

    @property
    def signature(self) -> tuple[ParameterIR, ...]:
        """The arguments in the order of the method: required ones first."""
        return tuple(sorted(self.parameters, key=lambda parameter: not parameter.required))


class EventIR(NamedTuple):
    """A message push and its class.

    Attributes:
        message_type: Value of ``messageType``.
        summary: First sentence of the docstring.
        description: Rest of the docstring.
        body: Class of ``messageBody``.
        order_id: Dotted attributes of the body that lead to the order id, the safest first.
        once: Whether it happens at most once per order, so that equal content is the same change.
    """

    class_name: str
    message_type: str
    summary: str
    description: str
    body: str
    order_id: tuple[str, ...]
    once: bool


class ResourceIR(NamedTuple):
    """A resource class and its module.

    Attributes:
        path: Dotted path below the client.
        children: Attribute name and path of each resource below this one.
    """

    path: str
    class_name: str
    module: str
    description: str
    operations: tuple[OperationIR, ...]
    children: tuple[tuple[str, str], ...]


class SurfaceIR(NamedTuple):
    """A whole package."""

    surface: Surface
    title: str
    description: str
    operations: tuple[OperationIR, ...]
    resources: dict[str, ResourceIR]
    roots: tuple[str, ...]
    models: tuple[ModelIR, ...]
    enums: tuple[EnumIR, ...]
    events: tuple[EventIR, ...]

    @property
    def class_modules(self) -> dict[str, str]:
        """The module, by class name, of every model and enum, sorted."""
        models = {model.class_name: model.module for model in self.models}
        return dict(sorted((models | {enum.class_name: enum.module for enum in self.enums}).items()))
