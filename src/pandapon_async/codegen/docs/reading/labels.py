"""The words that documentation sites print around the structure of a page, in their languages."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = [
    "BUILT_WITH",
    "CODE",
    "CODE_LANGUAGES",
    "DEFAULT",
    "DEPRECATED",
    "ENUM",
    "EXAMPLE",
    "FIELD_EXAMPLE",
    "LANGUAGES",
    "METHODS",
    "MODIFIED",
    "NEIGHBOURS",
    "OPTIONAL",
    "REQUEST",
    "REQUIRED",
    "RESPONSES",
    "STATUS",
    "ends_with_media_type",
    "is_label",
    "may_be_heading",
    "media_type",
    "normalized",
    "parameter_block",
]

METHODS: Final = frozenset({"GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"})


def _words(text: str) -> frozenset[str]:
    return frozenset(normalized(word) for word in text.split(","))


def normalized(text: str) -> str:
    """Return a label in the form in which labels are compared: without case, accents, colon and extra space."""
    text = unicodedata.normalize("NFKC", text).casefold().strip().rstrip(":").strip()
    # Vietnamese, French and Spanish copies often lose accents; Thai and Japanese marks are letters and stay.
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(character for character in decomposed if not "\u0300" <= character <= "\u036f")
    return " ".join(unicodedata.normalize("NFC", bare).split())


REQUEST: Final = _words(
    "请求参数,請求參數,请求,request,request parameters,request params,parameters,yêu cầu,solicitud,petición,"
    "parámetros de solicitud,คำขอ,requête,paramètres de la requête,paramètres de requête,anfrage,"
    "anfrageparameter,requisição,pedido,リクエスト,リクエストパラメータ,요청,요청 매개변수,запрос,"
    "параметры запроса,permintaan"
)
RESPONSES: Final = _words(
    "返回响应,返回響應,响应,返回结果,response,responses,phản hồi,respuesta,respuestas,การตอบกลับ,การตอบสนอง,"
    "réponse,réponses,antwort,antworten,resposta,respostas,レスポンス,応答,응답,ответ,ответы,respons,"
    "tanggapan"
)
EXAMPLE: Final = _words(
    "示例,例子,範例,请求示例,响应示例,返回示例,example,examples,request example,response example,ví dụ,"
    "ejemplo,ejemplos,ตัวอย่าง,成功示例,异常示例,失败示例,exemple,exemples,beispiel,beispiele,exemplo,exemplos,"
    "サンプル,例,예시,예제,пример,примеры,contoh"
)
CODE: Final = _words(
    "示例代码,请求示例代码,請求示例代碼,代码示例,request code samples,request samples,code samples,mã mẫu,"
    "mã ví dụ yêu cầu,ejemplos de código,ejemplos de código de solicitud,ตัวอย่างโค้ด,ตัวอย่างโค้ดคำขอ,"
    "exemples de code,exemples de code de requête,codebeispiele,exemplos de código,コードサンプル,"
    "リクエストサンプルコード,코드 예시,примеры кода,contoh kode"
)
#: Tabs of the code samples, and the label that the page repeats beside them.
CODE_LANGUAGES: Final = _words(
    "shell,javascript,java,swift,go,php,python,http,c,c#,c++,objective-c,ruby,ocaml,dart,r,rust,kotlin,"
    "powershell,typescript,node.js,nodejs,curl,wget,axios,fetch,jquery,xhr,请求示例请求示例,请求示例,"
    "request samplerequest sample,request samples"
)
REQUIRED: Final = _words(
    "必需,必填,必須,必选,required,bắt buộc,obligatorio,obligatoria,requerido,requerida,จำเป็น,ต้องระบุ,"
    "obligatoire,requis,requise,erforderlich,pflichtfeld,obrigatório,obrigatória,需要,必須項目,필수,"
    "обязательно,обязательный,обязательное,wajib"
)
OPTIONAL: Final = _words(
    "可选,选填,可選,非必填,非必需,optional,tùy chọn,tuỳ chọn,opcional,ไม่จำเป็น,ไม่บังคับ,facultatif,facultative,"
    "optionnel,optionnelle,任意,선택,선택사항,необязательно,необязательный,необязательное,opsional,wahlfrei"
)
DEPRECATED: Final = _words(
    "已废弃,已廢棄,废弃,deprecated,không dùng nữa,obsoleto,obsoleta,เลิกใช้แล้ว,obsolète,déprécié,veraltet,"
    "非推奨,더 이상 사용되지 않음,устарело"
)
DEFAULT: Final = _words(
    "默认值,默認值,默认,default,default value,mặc định,giá trị mặc định,valor predeterminado,por defecto,"
    "ค่าเริ่มต้น,par défaut,valeur par défaut,standardwert,valor padrão,デフォルト,デフォルト値,既定値,기본값,"
    "по умолчанию,значение по умолчанию,nilai default"
)
ENUM: Final = _words(
    "枚举值,枚舉值,可选值,取值范围,enum,allowed values,allowed value,enum values,giá trị cho phép,"
    "valores permitidos,ค่าที่อนุญาต,valeurs autorisées,valeurs possibles,erlaubte werte,列挙値,許可される値,"
    "허용 값,열거값,допустимые значения,nilai yang diizinkan"
)
FIELD_EXAMPLE: Final = _words(
    "示例值,示例,範例值,例,example,examples,example value,giá trị ví dụ,ví dụ,valor de ejemplo,ejemplo,"
    "ค่าตัวอย่าง,ตัวอย่าง,exemple,exemples,valeur d'exemple,beispiel,beispielwert,exemplo,サンプル値,예시,пример,"
    "contoh"
)
NEIGHBOURS: Final = _words(
    "上一页,下一页,上一頁,下一頁,previous,next,trang trước,trang sau,anterior,siguiente,ก่อนหน้า,ถัดไป,"
    "précédent,suivant,zurück,weiter,próximo,前へ,次へ,이전,다음,назад,далее"
)
LANGUAGES: Final = frozenset(
    {
        "english",
        "简体中文",
        "中文简体",
        "中文",
        "繁體中文",
        "tiếng việt",
        "español",
        "ภาษาไทย",
        "日本語",
        "한국어",
        "français",
    }
)
BUILT_WITH: Final = "built with"
MODIFIED: Final = re.compile(
    r"(?:修改于|修改時間|更新于|Modified at|Updated at|Last modified|Sửa đổi lúc|Đã sửa đổi|"
    r"Modificado (?:el|en|em)|แก้ไขเมื่อ|"
    r"Modifié (?:le|à)|Geändert am|更新日時|수정일|Изменено|Diubah pada)\s*"
    r"(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2})"
)
#: A coloured dot, the status and its name: ``🟢200成功``.
STATUS: Final = re.compile(
    r"[\U0001F534\U0001F535\U0001F7E0-\U0001F7EB]\s*(\d{3}|[1-5]xx|default)\s*(.*)", re.IGNORECASE
)

_TERMS: Final = (
    r"(?:参数|參數|Params?|Parameters?|Tham số|Par[áa]metros?|Param[èe]tres?|Parametri|พารามิเตอร์|"
    r"パラメータ|파라미터|매개변수|Параметры)"
)
_PLACES: Final = r"(?P<place>Query|Header|Headers|Path|Cookie|Body)"
_MEDIA: Final = r"\s*(?P<media>[a-z]+/[\w.+*-]+)?"
_BLOCKS: Final = (
    re.compile(rf"{_PLACES}\s*{_TERMS}{_MEDIA}", re.IGNORECASE),
    re.compile(rf"{_TERMS}\s*(?:de\s+|d['\u2019]|du\s+|en\s+)?{_PLACES}{_MEDIA}", re.IGNORECASE),
    re.compile(r"(?P<place>Body)\s*(?P<media>[a-z]+/[\w.+*-]+)", re.IGNORECASE),
)
_MEDIA_TYPE: Final = re.compile(r"(?:application|text|multipart|image|audio|video|\*)/[\w.+*-]+", re.IGNORECASE)
_PLACE_WORD: Final = re.compile(r"query|headers?|path|cookies?|body", re.IGNORECASE)
_TERM_STEMS: Final = ("param", "参数", "參數", "パラメータ", "파라미터", "매개변수", "параметр", "tham so", "พารามิเตอร์")
_HEADING_WORDS: Final = 5


def is_label(text: str, words: frozenset[str]) -> bool:
    """Tell whether a line is one of these labels and nothing else."""
    return normalized(text) in words


def parameter_block(text: str) -> tuple[str, str | None] | None:
    """Return the location of the parameters below a heading, and the media type of a body."""
    for pattern in _BLOCKS:
        found = pattern.fullmatch(text.strip())
        if found:
            return found["place"].casefold().replace("headers", "header"), found["media"]
    return None


def media_type(text: str) -> str | None:
    """Return the media type if a line is one and nothing else."""
    return text if _MEDIA_TYPE.fullmatch(text) else None


def ends_with_media_type(text: str) -> bool:
    """Tell whether a line ends with a media type, as the heading of a body does."""
    match = list(_MEDIA_TYPE.finditer(text))
    return bool(match) and match[-1].end() == len(text) and len(text.split()) <= _HEADING_WORDS


def may_be_heading(text: str) -> bool:
    """Tell whether a line looks like the heading of a parameter block in a language that is not known."""
    words = text.split()
    if not words or len(words) > _HEADING_WORDS:
        return False
    plain = normalized(text)
    is_term = any(stem in plain for stem in _TERM_STEMS)
    has_place = len(words) <= 3 and (_PLACE_WORD.fullmatch(words[0]) or _PLACE_WORD.fullmatch(words[-1]))
    return (len(words) > 1 and (is_term or bool(has_place))) or (is_term and not text.isascii())
