"""Drafts: what shall be ordered, under the caller's own order number."""

from __future__ import annotations

import functools
import hashlib
import importlib
import logging
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

import attrs

from pandapon_async._core.call.encoding import request_for
from pandapon_async._core.errors import InvalidArgumentError
from pandapon_async._core.schema.json import JsonError, dump_json, load_json
from pandapon_async._core.schema.models import Model
from pandapon_async._core.schema.unset import UNSET
from pandapon_async._core.schema.wire_types import Id
from pandapon_async.orders.drafts.fields import (
    Form,
    FormError,
    FormField,
    ValueNotes,
    check_fields,
    dump_fields,
    load_fields,
    place_from,
    place_text,
)
from pandapon_async.orders.drafts.values import LONGEST_KEY, key_identity
from pandapon_async.orders.errors import InvalidDraftError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

    from pandapon_async._core.call.operation import Operation
    from pandapon_async._core.schema.json import JsonValue
    from pandapon_async._core.schema.wire_types import FieldKind, WireType

__all__ = ["Draft", "DraftKind", "StoredDraft", "own_field"]

_OWN: Final = "pandapon_own_field"
_log: Final = logging.getLogger("pandapon_async.orders")


@functools.cache
def _operation(address: str) -> Operation[object]:
    module, _, name = address.partition(":")
    return cast("Operation[object]", getattr(importlib.import_module(module), name))


def own_field(wire_type: WireType | None = None, kind: FieldKind = "key") -> Any:
    """Declare a field that is no argument of the operation: a key that is not sent, or a value sent in another form."""
    return attrs.field(metadata={_OWN: (wire_type or Id(), kind)})


@attrs.frozen(kw_only=True)
class DraftKind:
    """What is particular to one kind of draft.

    Attributes:
        name: As the command line and the ledger have it.
        surface: Surface of the operation, as in the catalogue.
        operation_at: The operation, as ``package.module:NAME``; imported when first used.
        key: Name of the field that holds the caller's own order number.
    """

    name: str
    surface: str
    operation_at: str
    key: str = "key"

    @property
    def operation(self) -> Operation[object]:
        """The operation that sends a draft."""
        return _operation(self.operation_at)


@attrs.frozen
class StoredDraft:
    """A draft as the ledger keeps it."""

    key: str
    payload: bytes = attrs.field(repr=False)

    @property
    def identity(self) -> str:
        """The same for all spellings of the key."""
        return key_identity(self.key)

    @property
    def digest(self) -> str:
        """Tells different drafts from identical ones."""
        return hashlib.blake2b(self.payload, digest_size=16).hexdigest()


@attrs.frozen(kw_only=True, repr=False)
class Draft:
    """Base of all drafts. Its fields are the arguments of the operation, under the same names.

    Reprs and errors show the key only: the rest is a person's address.
    """

    kind: ClassVar[DraftKind]
    _form: ClassVar[Form | None] = None

    @property
    def draft_key(self) -> str:
        """The key, whatever its field is called: the caller's own order number."""
        return str(getattr(self, self.kind.key))

    @classmethod
    def form(cls) -> Form:
        """Return the fields, in their order."""
        # Looked up in the class itself: a subclass has fields of its own.
        form: Form | None = cls.__dict__.get("_form")
        if form is None:
            parameters = {parameter.argument: parameter for parameter in cls.kind.operation.parameters}
            fields: list[FormField] = []
            for attribute in attrs.fields(cls):
                required = attribute.default is attrs.NOTHING
                parameter = parameters.get(attribute.name)
                if parameter is None:
                    own: tuple[WireType, FieldKind] = attribute.metadata[_OWN]
                    wire, kind = own
                    fields.append(
                        FormField(
                            attribute.name,
                            attribute.name,
                            wire,
                            required,
                            personal=False,
                            is_argument=False,
                            kind=kind,
                        )
                    )
                else:
                    fields.append(
                        FormField(
                            attribute.name,
                            parameter.name,
                            parameter.type,
                            required,
                            parameter.personal,
                            kind=parameter.kind,
                        )
                    )
            form = cls._form = Form(fields)
        return form

    @classmethod
    def load(
        cls, source: JsonValue, *, text: bool = False, stored: bool = False, notes: ValueNotes | None = None
    ) -> Self:
        """Build a draft from its form.

        Args:
            source: A JSON object with the names of the fields, or those of the wire.
            text: Whether scalars come as text, out of a table.
            stored: Whether it comes out of the ledger.
            notes: Takes what was repaired and what is suspicious.

        Raises:
            InvalidDraftError: It cannot be sent.
        """
        try:
            values = load_fields(cls.form(), source, text=text, stored=stored, notes=notes)
        except FormError as error:
            raise InvalidDraftError(place_text(error.place), error.problem) from None
        return cls(**values)

    @classmethod
    def loads(cls, payload: bytes) -> Self:
        """Build a draft from what :meth:`store` made of it.

        Raises:
            InvalidDraftError: It cannot be sent.
        """
        try:
            source = load_json(payload)
        except JsonError:
            raise InvalidDraftError("", "what the ledger holds is no JSON") from None
        return cls.load(source, stored=True)

    def arguments(self) -> Mapping[str, object]:
        """Return the arguments of the operation."""
        return {
            field.name: value
            for field in self.form().fields
            if field.is_argument and (value := getattr(self, field.name)) is not UNSET
        }

    def store(self, *, accept_suspicious: bool = False) -> StoredDraft:
        """Return the form that the ledger keeps, with its values checked as those of files are.

        Values whose meaning is certain are repaired; the log says which.

        Args:
            accept_suspicious: Whether values that may be damaged are taken as they are.

        Raises:
            InvalidDraftError: It cannot be sent, or a value is damaged or suspicious.
        """
        notes = ValueNotes()
        try:
            changes = check_fields(self.form(), self, notes)
        except FormError as error:
            raise InvalidDraftError(place_text(error.place), error.problem) from None
        if notes.suspicions and not accept_suspicious:
            place, problem = notes.suspicions[0]
            raise InvalidDraftError(
                place_text(place), f"{problem}; if it is right, pass accept_suspicious=True to store() or Ledger.add()"
            )
        draft = attrs.evolve(self, **changes) if changes else self
        for place, repair in notes.repairs:
            _log.warning("draft %r: %s: %s", draft.draft_key, place_text(place), repair)
        return draft.store_checked()

    def store_checked(self) -> StoredDraft:
        """Return the form that the ledger keeps of a draft whose values were checked already.

        Raises:
            InvalidDraftError: The encoder that sends it refuses it.
        """
        key = self.draft_key
        if not key.strip() or len(key) > LONGEST_KEY or not key.isprintable():
            problem = f"must be 1 to {LONGEST_KEY} printable characters"
            raise InvalidDraftError(self.kind.key, problem)
        try:
            request_for(self.kind.operation, self.arguments())
            form = dump_fields(self.form(), {field.name: getattr(self, field.name) for field in self.form().fields})
            payload = dump_json(form)
        except InvalidArgumentError as error:
            raise InvalidDraftError(place_text(place_from(error.argument)), error.problem) from None
        except (UnicodeError, OverflowError):
            raise InvalidDraftError("", "holds a text or number that JSON cannot carry") from None
        return StoredDraft(key, payload)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.draft_key!r})"


def as_json(value: object) -> JsonValue:
    """Return the JSON of a decoded result, for the ledger to keep."""
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, list):
        return [as_json(item) for item in cast("list[object]", value)]
    return cast("JsonValue", value)
