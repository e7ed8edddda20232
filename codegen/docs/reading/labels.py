"""The words that pages print around their structure, in the languages of the documentation sites."""

from __future__ import annotations

import re
from typing import Final

__all__ = [
    "ANSWERS",
    "BUILT_WITH",
    "CODE",
    "DEFAULT",
    "DEPRECATED",
    "ENUM",
    "EXAMPLE",
    "FIELD_EXAMPLE",
    "LANGUAGES",
    "LIMIT",
    "METHODS",
    "MODIFIED",
    "NEIGHBOURS",
    "OPTIONAL",
    "REQUEST",
    "REQUIRED",
    "STATUS",
    "is_label",
    "parameter_block",
]

METHODS: Final = frozenset({"GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"})

REQUEST: Final = frozenset({"请求参数", "request", "request parameters", "yêu cầu", "solicitud", "petición", "คำขอ"})
ANSWERS: Final = frozenset(
    {"返回响应", "response", "responses", "phản hồi", "respuesta", "respuestas", "การตอบกลับ", "การตอบสนอง"}
)
EXAMPLE: Final = frozenset(
    {"示例", "例子", "example", "examples", "ví dụ", "ejemplo", "ejemplos", "ตัวอย่าง", "成功示例", "异常示例"}
)
CODE: Final = frozenset(
    {
        "示例代码",
        "请求示例代码",
        "request code samples",
        "code samples",
        "mã mẫu",
        "mã ví dụ yêu cầu",
        "ejemplos de código",
        "ejemplos de código de solicitud",
        "ตัวอย่างโค้ด",
        "ตัวอย่างโค้ดคำขอ",
    }
)
REQUIRED: Final = frozenset({"必需", "必填", "required", "bắt buộc", "obligatorio", "requerido", "จำเป็น", "ต้องระบุ"})
OPTIONAL: Final = frozenset({"可选", "选填", "optional", "tùy chọn", "tuỳ chọn", "opcional", "ไม่จำเป็น", "ไม่บังคับ"})
DEPRECATED: Final = frozenset({"已废弃", "deprecated", "không dùng nữa", "obsoleto", "เลิกใช้แล้ว"})
DEFAULT: Final = frozenset(
    {"默认值", "default", "default value", "mặc định", "giá trị mặc định", "valor predeterminado", "ค่าเริ่มต้น"}
)
ENUM: Final = frozenset(
    {"枚举值", "可选值", "enum", "allowed values", "enum values", "giá trị cho phép", "valores permitidos", "ค่าที่อนุญาต"}
)
FIELD_EXAMPLE: Final = frozenset(
    {"示例值", "example", "examples", "example value", "giá trị ví dụ", "valor de ejemplo", "ค่าตัวอย่าง"}
)
#: Bounds that pages print below a type; the specification has no use for them, so they count as description.
LIMIT: Final = re.compile(r"(>=|<=|>|<)\s*\d+|\d+\s*(characters|字符)")
NEIGHBOURS: Final = frozenset(
    {"上一页", "下一页", "previous", "next", "trang trước", "trang sau", "anterior", "siguiente", "ก่อนหน้า", "ถัดไป"}
)
LANGUAGES: Final = frozenset(
    {"english", "简体中文", "中文简体", "中文", "繁體中文", "tiếng việt", "español", "ภาษาไทย", "日本語", "한국어"}
)
BUILT_WITH: Final = "built with"
MODIFIED: Final = re.compile(
    r"(?:修改于|Modified at|Updated at|Sửa đổi lúc|Đã sửa đổi|Modificado (?:el|en)|แก้ไขเมื่อ)\s*"
    r"(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2})"
)
#: A coloured dot, the status and its name: ``🟢200成功``.
STATUS: Final = re.compile(r"[\U0001F534\U0001F535\U0001F7E0-\U0001F7EB]\s*(\d{3}|[45x]xx)\s*(.*)", re.IGNORECASE)

_WORDS: Final = r"(?:参数|Params?|Parameters?|Tham số|Par[áa]metros?|พารามิเตอร์)"
_PLACES: Final = r"(?P<place>Query|Header|Path|Cookie|Body)"
_MEDIA: Final = r"\s*(?P<media>[a-z]+/[\w.+-]+)?"
_BLOCKS: Final = (
    re.compile(rf"{_PLACES}\s*{_WORDS}{_MEDIA}", re.IGNORECASE),
    re.compile(rf"{_WORDS}\s*(?:de\s+)?{_PLACES}{_MEDIA}", re.IGNORECASE),
)


def is_label(text: str, words: frozenset[str]) -> bool:
    """Tell whether a line is one of these words and nothing else."""
    return text.strip().rstrip(":\uff1a").strip().casefold() in words


def parameter_block(text: str) -> tuple[str, str | None] | None:
    """Return where the parameters below a heading travel, and the media type of a body."""
    for pattern in _BLOCKS:
        found = pattern.fullmatch(text.strip())
        if found:
            return found["place"].casefold(), found["media"]
    return None
