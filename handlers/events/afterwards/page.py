"""A web page that says whether a certificate is genuine. Pure."""

from html import escape
from pathlib import Path
from string import Template

from handlers.events.afterwards.certificate_screens import genuine
from handlers.texts import Say
from storage.events.certificates import Certificate

FOLDER = "/c/"
"""Certificates have their addresses here."""

PAGE = Template(Path(__file__).with_name("certificate.html").read_text(encoding="utf-8"))
GENUINE, NOT = "#245a48", "#8a2b2b"


def page(found: Certificate | None, say: Say) -> str:
    """Make the page; all that stands on it is escaped."""
    title, *facts = [say.label("certificate-not-genuine")] if found is None else genuine(found, say)
    return PAGE.substitute(
        language=say.language, title=escape(title), association=escape(say.label("document-word-association")),
        colour=NOT if found is None else GENUINE, facts="\n".join(f"<p>{escape(fact)}</p>" for fact in facts),
    )  # fmt: skip
