"""Documents made from templates, in a process of its own: a template can come from anywhere.

It stands here, by itself, because that process would load all of a feature with any module of it.
"""

import base64
import io
import json
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from storage import apart

LARGEST = 20 * 2**20
"""Bytes of a template."""

WORDS = 200
"""Characters of what is said of a fault."""

LANGUAGES = {"sl": "sl-SI", "en": "en-GB"}
"""By which Word checks the spelling."""


class Fault(StrEnum):
    """What is wrong with a template."""

    UNREADABLE = "unreadable"
    NOT_WORD = "not-word"
    SYNTAX = "syntax"
    UNKNOWN = "unknown"
    FORBIDDEN = "forbidden"
    FAILED = "failed"
    TOO_LONG = "too-long"


@dataclass(frozen=True, slots=True)
class Faulty:
    """No document can be made of the template; `words` are those of whoever found it out, in English."""

    fault: Fault
    words: str = ""


def render(template: Path, content: dict[str, Any], seconds: float = apart.SECONDS) -> bytes | Faulty:
    """Make a .docx of the content. Blocks, so call it in a thread."""
    try:
        with template.open("rb") as file:
            read = file.read(LARGEST + 1)
    except OSError as error:
        return Faulty(Fault.UNREADABLE, type(error).__name__)
    if len(read) > LARGEST:
        return Faulty(Fault.UNREADABLE)
    asked = json.dumps({"template": base64.b64encode(read).decode(), "content": content})
    try:
        made = apart.run(__name__, asked.encode(), seconds)
    except apart.TookTooLong:
        return Faulty(Fault.TOO_LONG)
    except apart.Died:
        return Faulty(Fault.FAILED)
    if made.startswith(b"PK"):
        return made
    fault, words = json.loads(made)
    return Faulty(Fault(fault), words)


def _made(template: bytes, content: dict[str, Any]) -> bytes | Faulty:
    from docxtpl import DocxTemplate  # noqa: PLC0415 - only this process needs it
    from jinja2 import StrictUndefined  # noqa: PLC0415
    from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError, UndefinedError  # noqa: PLC0415
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415

    try:
        document = DocxTemplate(io.BytesIO(template))
        document.init_docx()
    except Exception as error:  # noqa: BLE001 - whatever a file that is no .docx does to its readers
        return Faulty(Fault.NOT_WORD, type(error).__name__)
    try:
        document.render(content, ImmutableSandboxedEnvironment(undefined=StrictUndefined), autoescape=True)
        for language in document.docx.styles.element.xpath("//w:lang"):
            language.set(language.nsmap["w"].join("{}") + "val", LANGUAGES[content["language"]])
        file = io.BytesIO()
        document.save(file)
    except SecurityError as error:
        return Faulty(Fault.FORBIDDEN, str(error))
    except UndefinedError as error:
        return Faulty(Fault.UNKNOWN, str(error))
    except TemplateSyntaxError as error:
        return Faulty(Fault.SYNTAX, str(error.message))
    except TemplateError as error:
        return Faulty(Fault.SYNTAX, str(error))
    except Exception as error:  # noqa: BLE001 - a template can do anything
        return Faulty(Fault.FAILED, str(error) or type(error).__name__)
    return file.getvalue()


def main() -> None:
    """Read what is asked for, and write the document, or what is wrong."""
    apart.limit()
    asked = json.loads(sys.stdin.buffer.read())
    made = _made(base64.b64decode(asked["template"]), asked["content"])
    if isinstance(made, Faulty):
        made = json.dumps([made.fault, made.words[:WORDS]]).encode()
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    main()
