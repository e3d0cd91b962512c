"""What is read from each format, and that nothing but plain text comes of it."""

import json
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.calls.feeds import plain, portal, table
from storage.calls.feeds.parsing import Page, read
from storage.calls.feeds.rules import ENTRIES_AT_MOST, GUID_AT_MOST, Document, Kind
from storage.calls.rules import SUMMARY_AT_MOST, TITLE_AT_MOST, DeadlineKind, Details, When

URL = "https://www.gov.si/razpisi/rss"
PORTAL = (Path(__file__).parent / "portal.json").read_bytes()


def document(content: bytes | str, content_type: str | None = None, **more: Any) -> Document:
    found = read(content.encode() if isinstance(content, str) else content, more.pop("url", URL), content_type, **more)
    assert isinstance(found, Document)
    return found


def details(content: bytes | str, content_type: str | None = None, **more: Any) -> list[Details]:
    return [entry.content.details for entry in document(content, content_type, **more).entries]


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>Razpisi &amp; pozivi</title>%s
<item><guid isPermaLink="false">a1</guid><title>Razpis &lt;b&gt;krepko&lt;/b&gt; &amp;amp; ležeče</title><link>/1</link>
<dc:creator>Ministrstvo za kulturo</dc:creator><pubDate>Mon, 01 Feb 2027 08:00:00 GMT</pubDate>
<description>&lt;p&gt;Prvi &lt;i&gt;odstavek&lt;/i&gt;.&lt;/p&gt;&lt;p&gt;Drugi&lt;script&gt;alert(1)&lt;/script&gt;.</description></item>
<item><guid isPermaLink="false">a2</guid><title>Novejši</title><link>javascript:alert(1)</link><pubDate>Tue, 02 Feb 2027 08:00:00 GMT</pubDate></item>
<item><description>Brez naslova, a z besedilom.</description></item><item><title>  </title></item></channel></rss>"""  # noqa: E501


def test_rss_is_read_newest_first_as_plain_text() -> None:
    found = document(RSS % "")
    assert (found.kind, found.title, found.every) == (Kind.XML, "Razpisi & pozivi", None)
    assert [entry.guid for entry in found.entries] == ["a2", "a1", None]
    newer, first, untitled = (entry.content.details for entry in found.entries)
    assert first == Details(
        "Razpis krepko & ležeče", caller="Ministrstvo za kulturo", summary_sl="Prvi odstavek.\nDrugi.",
        link="https://www.gov.si/1",
    )  # fmt: skip
    assert (newer.title_sl, newer.link) == ("Novejši", None)
    assert (untitled.title_sl, untitled.summary_sl) == ("Brez naslova, a z besedilom.", "Brez naslova, a z besedilom.")
    assert all(entry.content.deadlines == () for entry in found.entries)


@pytest.mark.parametrize(
    ("says", "every"),
    [
        ("<ttl>180</ttl>", timedelta(hours=3)),
        ("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", timedelta(hours=6)),
        ("<sy:updatePeriod> Weekly </sy:updatePeriod>", timedelta(days=7)),
        ("<ttl>-5</ttl>", None),
        ("<ttl>99999999999999999999</ttl>", None),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", timedelta(hours=1)),
    ],
)
def test_how_often_a_feed_wishes_to_be_looked_at(says: str, every: timedelta | None) -> None:
    assert document(RSS % says).every == every


def test_atom_and_its_kinds_of_text() -> None:
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Vir &lt;i&gt;X&lt;/i&gt;</title>
    <entry><id>urn:1</id><title type="text">3 &lt; 5 &amp; to</title><link href="https://a.si/1"/>
    <author><name>JAK</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Ena<br/>dve</div>
    </content></entry></feed>"""
    assert document(atom).title == "Vir X"
    assert details(atom) == [Details("3 < 5 & to", caller="JAK", summary_sl="Ena\ndve", link="https://a.si/1")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1250", "iso-8859-2", "utf-16"])
def test_letters_arrive_in_any_encoding_that_the_feed_names(encoding: str) -> None:
    name = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    rss = f'<?xml version="1.0" encoding="{name}"?><rss version="2.0"><channel><item><title>Čebele, žabe in šoje</title></item></channel></rss>'  # noqa: E501
    assert [one.title_sl for one in details(rss.encode(encoding))] == ["Čebele, žabe in šoje"]


def test_a_wrong_encoding_still_gives_the_rest() -> None:
    rss = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><item><title>Razpis šole</title></item></channel></rss>'  # noqa: E501
    (one,) = details(rss.encode("windows-1250"), "text/xml; charset=utf-8")
    assert one.title_sl.startswith("Razpis")


def test_a_json_feed() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1", "title": "Vir",
        "items": [
            {"id": 7, "title": "Starejši", "url": "https://a.si/7", "date_published": "2027-01-01T00:00:00Z",
             "content_html": "<p>Besedilo &amp; več</p>", "authors": [{"name": "Ana"}, {"name": "Bojan"}, 3]},
            {"id": "8", "title": "Novejši", "external_url": "https://a.si/8", "date_published": "2027-02-01T00:00:00Z"},
            "ne", {"id": "9"}, {"id": {"a": 1}, "title": ["x"], "content_text": "Samo besedilo"},
        ],
    }  # fmt: skip
    found = document(json.dumps(feed))
    assert (found.kind, found.title) == (Kind.JSON, "Vir")
    assert [(entry.guid, entry.content.details) for entry in found.entries] == [
        ("8", Details("Novejši", link="https://a.si/8")),
        ("7", Details("Starejši", caller="Ana, Bojan", summary_sl="Besedilo & več", link="https://a.si/7")),
        (None, Details("Samo besedilo", summary_sl="Samo besedilo")),
    ]


def test_the_portal_in_its_documented_mapping() -> None:
    found = document(PORTAL)
    assert (found.kind, found.title) == (Kind.PORTAL, portal.NAME)
    assert [entry.guid for entry in found.entries] == [
        "CREA-CULT-2027-COOP-1", "HORIZON-CL2-2027-HERITAGE-01-02", "DIGITAL-2027-SKILLS",
    ]  # fmt: skip
    cooperation, heritage, skills = (entry.content for entry in found.entries)
    assert cooperation.details == Details(
        "European cooperation projects small scale",
        caller=portal.NAME,
        amount=200_000,
        summary_sl="CREA-CULT-2027-COOP-1\nObjective\nCooperation of libraries & museums.",
        link="https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details/CREA-CULT-2027-COOP-1",
    )
    submission, stage = DeadlineKind.SUBMISSION, DeadlineKind.STAGE
    assert [(one.kind, one.when) for one in cooperation.deadlines] == [(submission, When(date(2027, 5, 5), time(17)))]
    assert [(one.kind, one.when) for one in heritage.deadlines] == [
        (stage, When(date(2027, 4, 29), provisional=True)), (submission, When(date(2027, 9, 17), provisional=True)),
    ]  # fmt: skip
    assert heritage.details.amount is None
    assert [(one.kind, one.when.day) for one in skills.deadlines] == [
        (submission, date(2027, 6, 15)), (submission, date(2027, 12, 15)),
    ]  # fmt: skip
    assert skills.details.link is not None
    assert skills.details.link.endswith("/competitive-calls-cs/12345")


def test_the_portal_is_asked_for_open_and_coming_calls_and_others_are_simply_got() -> None:
    form = portal.form_for("https://api.tech.ec.europa.eu/search-api/prod/rest/search?apiKey=SEDIA&text=culture")
    assert form is not None
    assert json.loads(form["query"])["bool"]["must"][1] == {"terms": {"status": ["31094501", "31094502"]}}
    assert portal.form_for(URL) is None


def test_what_the_portal_says_fits_into_the_books() -> None:
    said = {"title": ["Razpis"], "deadlineDate": ["9999-12-31T00:00:00+00:00", "2027-05-05T17:00:00+00:00"]}
    answer = {"apiVersion": "2", "results": [{"metadata": {**said, "identifier": ["X\x00\ud800 " * 300]}}]}
    (entry,) = document(json.dumps(answer)).entries
    assert [one.when for one in entry.content.deadlines] == [When(date(2027, 5, 5), time(17))]
    assert entry.guid is not None
    assert (len(entry.guid) <= GUID_AT_MOST, entry.guid.isprintable()) == (True, True)


NAMES = ["metadata", "identifier", "title", "deadlineDate", "budgetOverview", "language", "url"]
STRANGE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner),
    max_leaves=12,
)


@given(STRANGE)
def test_no_answer_of_the_portal_is_too_strange(result: Any) -> None:
    read(json.dumps({"apiVersion": "2", "results": [result]}).encode(), URL)
    read(json.dumps({"version": "https://jsonfeed.org/version/1", "items": [result], "title": result}).encode(), URL)


CSV = "Šifra;Naziv;Razpisovalec;Povezava;Rok;Znesek;Opis\n"
ROW = 'R1;"Bralna ""kultura""\nv dveh vrsticah";JAK;https://jakrs.si/1;15. 4. 2027 ob 12.00;20.000,00 €;Za knjižnice\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1250"])
def test_a_table_with_the_usual_columns(encoding: str) -> None:
    (entry,) = document((CSV + ROW).encode(encoding), "text/csv; charset=x").entries
    assert entry.guid == "R1"
    assert entry.content.details == Details(
        'Bralna "kultura" v dveh vrsticah', caller="JAK", summary_sl="Za knjižnice", link="https://jakrs.si/1",
        amount=20_000,
    )  # fmt: skip
    assert [one.when for one in entry.content.deadlines] == [When(date(2027, 4, 15), time(12))]


def test_a_table_with_columns_of_its_own() -> None:
    columns = {"title": "Ime razpisa", "deadline": "Do kdaj"}
    (one, two) = document("x,IME  razpisa,Do kdaj\n,Ena,2027-04-15\n,Dve,po objavi\n,,\n", columns=columns).entries
    assert [deadline.when for deadline in one.content.deadlines] == [When(date(2027, 4, 15))]
    assert (two.content.deadlines, two.content.details.summary_sl) == ((), "po objavi")
    assert read(b"a,b\n1,2\n", "https://a.si/x.csv") == Page()
    assert read(b"a,b\n1,2\n", "https://a.si/x", None, {"title": "c"}) == Page()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2027-04-15", When(date(2027, 4, 15))), ("2027-04-15T12:30", When(date(2027, 4, 15), time(12, 30))),
        ("15.4.2027", When(date(2027, 4, 15))), ("do 15. 4. 2027, do 23.59", When(date(2027, 4, 15), time(23, 59))),
        ("15/04/2027 9:00", When(date(2027, 4, 15), time(9))), ("31. 2. 2027", None), ("april", None), ("", None),
        ("15. 4. 2027 ob 25.00", None), ("31. 12. 9999", None), ("0027-04-15", None),
    ],
)  # fmt: skip
def test_days_in_tables(text: str, read: When | None) -> None:
    assert table.when(text) == read


def test_a_page_names_its_feeds() -> None:
    page = """<!doctype html><html><head><link rel="stylesheet" href="a.css"><link rel="alternate" hreflang="en"
      href="/en"><link rel="alternate" type="application/rss+xml" href="/rss?a=1&amp;b=2">
      <LINK REL=alternate TYPE='application/atom+xml' HREF='https://drugje.si/atom'></head><body>x</body></html>"""
    assert read(page.encode(), "https://www.gov.si/razpisi/") == Page(
        ("https://www.gov.si/rss?a=1&b=2", "https://drugje.si/atom")
    )
    for nothing in (b"", b" ", b"Zdravo", b"{}", b"[]", b"{", b'{"items":[]}', b"%PDF-1.7", b"\x00\x01"):
        assert read(nothing, URL) == Page()


def test_no_more_is_read_than_is_sensible() -> None:
    items = "".join(f"<item><guid>{number}</guid><title>Razpis {number}</title></item>" for number in range(500))
    assert len(details(f"<rss version='2.0'><channel>{items}</channel></rss>")) == ENTRIES_AT_MOST
    long = f"<rss version='2.0'><channel><item><title>{'a ' * 5000}</title><description>{'b ' * 5000}</description></item></channel></rss>"  # noqa: E501
    (one,) = details(long)
    assert (len(one.title_sl) <= TITLE_AT_MOST, len(one.summary_sl or "") <= SUMMARY_AT_MOST) == (True, True)


def test_an_entry_that_is_there_twice_is_read_once() -> None:
    item = "<item><guid>1</guid><title>%s</title><link>https://a.si/%s</link></item>"
    rss = "<rss version='2.0'><channel>" + "".join(
        item % pair for pair in (("Ena", "1"), ("Ena popravljena", "1?utm_source=x"), ("Druga", "2"))
    )
    assert [one.title_sl for one in details(rss + "</channel></rss>")] == ["Ena", "Druga"]


@given(st.text(max_size=200))
def test_what_is_shown_can_be_shown(text: str) -> None:
    shown = plain.line(text, 50)
    assert shown.isprintable()
    assert len(shown) <= 50
    assert all(part.isprintable() and part for part in (plain.block(text, 60) or "x").split("\n"))
    plain.of_html(text)
