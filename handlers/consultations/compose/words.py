"""How the draft of a consultation is put into words. Pure."""

from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction

from handlers.dates import writing
from handlers.membership.names import kind_name
from handlers.texts import Say
from storage.consultations import drafting, reading
from storage.consultations.drafting import Form
from storage.consultations.majority import Majority, Rule
from storage.consultations.rules import Terms
from storage.consultations.wording.articles import Article
from storage.drafts import Draft

SHORT = 80


def short(text: str, most: int = SHORT) -> str:
    """Return the first words of a text, in one line."""
    plain = " ".join(text.split())
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + "…"


def so_far(draft: Draft, say: Say) -> list[str | None]:
    """Say what there is of the consultation by now."""
    data = draft.data
    ends_at = data.get("ends_at")
    return [
        say("consult-title-sl", title=data["title_sl"]) if data.get("title_sl") else None,
        say("consult-title-en", title=data["title_en"]) if data.get("title_en") else None,
        questions(draft, say) if data.get("outline") else None,
        say("consult-ends", when=writing.moment(datetime.fromisoformat(ends_at), say.language)) if ends_at else None,
    ]


def questions(draft: Draft, say: Say) -> str:
    """Say how many articles, or questions of other kinds, there are."""
    texts = drafting.texts(draft.data)
    return counted(len(texts), say, articles=reading.all_articles(texts))


def counted(count: int, say: Say, *, articles: bool) -> str:
    """Say how many questions there are."""
    return say("consultation-articles" if articles else "consultation-questions", count=count)


def pieces(articles: list[Article], form: Form, say: Say) -> str:
    """Say how many articles were found, in how many chapters, or what else there is."""
    chapters = len({article.chapter for article in articles if article.chapter})
    found = say(f"consult-found-{form}", count=len(articles))
    return say("consult-found-in", found=found, count=chapters) if chapters else found


def rule(one: Rule, say: Say) -> str:
    """Say when something is adopted."""
    share = "entitled" if one.majority is Majority.ABSOLUTE else one.share
    majority = say.label(f"majority-{one.majority}")
    return say("consult-rule", majority=majority, share=say.label(f"share-{share}"))


def quorum(share: Fraction, say: Say) -> str:
    """Name a quorum."""
    return say.label(f"quorum-{share.numerator}-{share.denominator}")


def kinds(chosen: Sequence[str], libraries: int, say: Say) -> str:
    """Say who is asked, and how many libraries these are."""
    if not chosen:
        return say("consult-asked-all", count=libraries)
    return say("consult-asked", count=libraries, kinds=", ".join(kind_name(kind, say) for kind in chosen))


def terms(of: Terms, libraries: int, say: Say) -> list[str]:
    """Say all terms, a line each; so many libraries are asked."""
    said = [
        kinds(of.kinds, libraries, say),
        say(f"consult-ballot-{of.ballot}"),
        say(f"consult-results-{of.results}"),
        say(f"consult-remarks-{of.remarks}"),
        rule(of.rule, say),
    ]
    if of.rule.quorum:
        said.append(say("consult-quorum", quorum=quorum(of.rule.quorum, say)))
    if of.weights:
        named = (f"{kind_name(kind, say)} {weight(one, say)}" for kind, one in of.weights.items())
        said.append(say("consult-weights", weights=", ".join(named)))
    return [*said, say("consult-proxies", count=of.proxies)]


def weight(one: Fraction, say: Say) -> str:
    """Write a weight as a decimal number."""
    text = f"{float(one):.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if say.language == "sl" else text
