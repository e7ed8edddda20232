"""Strict JSON (RFC 8259). Error messages never quote the text."""

import json
from typing import Any


class JsonTextError(ValueError):
    """The text is not strict JSON. The message says why without quoting the text."""


def _refuse_constant(_name: str) -> Any:
    raise JsonTextError("NaN and Infinity are not JSON")


def _object_of_distinct_fields(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise JsonTextError("an object names a field twice")
    return fields


_decoder = json.JSONDecoder(parse_constant=_refuse_constant, object_pairs_hook=_object_of_distinct_fields)
_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def read_json(text: str | bytes) -> Any:
    """Decode JSON more strictly than the standard library does by default.

    Raises:
        JsonTextError: the text is not UTF-8 or not JSON, or it contains NaN, Infinity, a duplicate field, a lone
            surrogate, or more nesting or digits than Python accepts.
    """
    try:
        if isinstance(text, bytes):
            text = text.decode()
        value = _decoder.decode(text)
        # Only an escape can contain a lone surrogate, so text without escapes skips this second pass.
        if "\\u" in text:
            _encoder.encode(value).encode()
    except JsonTextError:
        raise
    except json.JSONDecodeError as error:
        raise JsonTextError(f"{error.msg.lower()} at character {error.pos}") from None
    except UnicodeDecodeError:
        raise JsonTextError("not UTF-8") from None
    except UnicodeEncodeError:
        raise JsonTextError("lone surrogate") from None
    except RecursionError:
        raise JsonTextError("nested too deep") from None
    except ValueError:
        raise JsonTextError("a number has too many digits") from None
    return value


def write_json(value: Any) -> bytes:
    """Encode as compact UTF-8, as the platform does."""
    return _encoder.encode(value).encode()
