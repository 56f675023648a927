#!/usr/bin/env python3
"""What machines read of the site, given to parsers that are not condau's.

    feeds.py SITE_DIR

  Atom      feedparser, and the ids, addresses and language of each entry     JSON Feed  the same entries, version 1.1
  ICS       icalendar; lines of at most 75 octets, UID, DTSTAMP, DTSTART       sitemap    sitemap.xsd by xmlschema
  CSV       the strict reader of Python: BOM, equal widths, as many rows as the JSON beside it
  JSON-LD   every block parses and is of schema.org; one page of every type names what content.md §9 asks for
  meta      Dublin Core and og:locale on one page of every type
Needs feedparser, icalendar and xmlschema (tests/tools/requirements.txt), and node for the list of pages. What is
known not to be built yet stands in not-yet.json: reported, not passed over. Exit 0: all hold.  Exit 1: the faults.
"""
import csv
import io
import json
import re
import subprocess
import sys
from collections import defaultdict
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import feedparser
import icalendar
import xmlschema

HERE = Path(__file__).resolve().parent
TAGS = {"vi": "vi", "en": "en", "zh": "zh-Hans"}
LOCALES = {"vi": "vi_VN", "en": "en_GB", "zh": "zh_CN"}
TABLES = ["organizations", "units", "instruments", "prices", "ddci", "glossary", "feedback", "holidays", "gates"]
IN_FEEDS = ["document", "agreement", "procedure", "programme", "question", "alert"]     # sections with a feed of their own
KNOWN = json.loads((HERE / "not-yet.json").read_text())["files"]
DUBLIN_CORE = ["title", "creator", "date", "description", "publisher", "identifier", "language"]

# type → properties; "a|b" is one of them. Names are those of schema.org; content.md §9 shortens some.
WANTED = {
    "document": {"Legislation": ["name", "inLanguage", "legislationIdentifier|identifier", "legislationDate|datePublished",
                                 "legislationDateVersion", "legislationLegalForce", "encoding"]},
    "mou": {"Legislation": ["name", "inLanguage", "legislationType", "legislationDate|datePublished", "legislationLegalForce"]},
    "procedure": {"GovernmentService": ["name", "serviceType", "provider", "availableChannel|serviceChannel", "offers", "termsOfService"]},
    "programme": {"Event": ["name", "startDate"], "Article": ["headline", "datePublished"]},
    "question": {"QAPage": ["mainEntity"]},
    "questions": {"FAQPage": ["mainEntity"]},
    "alert": {"SpecialAnnouncement": ["name", "datePosted", "text|description"]},
    "data": {"Dataset": ["name", "description", "distribution"]},
}


class Tally:
    """Counts what held; one fault seen at several places is said once."""

    def __init__(self):
        self.passed = self.failed = 0
        self.faults, self.notes = defaultdict(list), []

    def check(self, place, faults):
        faults = [it for it in faults if it]
        self.passed, self.failed = self.passed + (not faults), self.failed + bool(faults)
        for fault in faults:
            self.faults[fault].append(place)

    def part(self, name, there):
        """A part of the site that may not be built yet: whether to look at it."""
        if not there and name in KNOWN:
            self.notes.append(f"absent, and known to be: {name} – {KNOWN[name]}")
        elif not there:
            self.check(name, ["is not there"])
        else:
            self.check(name, [name in KNOWN and "is there by now: strike it from not-yet.json"])
        return there

    def end(self):
        print(*self.notes, sep="\n", end="\n" if self.notes else "")
        for fault, places in sorted(self.faults.items(), key=lambda it: -len(it[1])):
            some = list(dict.fromkeys(places))
            print(f"FAULT {fault}\n      {', '.join(some[:4])}{f' and {len(some) - 4} more' if len(some) > 4 else ''}")
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0


class Page(HTMLParser):
    """The head of one page: its data blocks, metas and links."""

    def __init__(self, path):
        super().__init__()
        self.blocks, self.meta, self.links, self.inside = [], defaultdict(list), [], False
        self.feed(path.read_text())

    def handle_starttag(self, tag, attrs):
        at = {name: value or "" for name, value in attrs}
        if tag == "script" and at.get("type") == "application/ld+json":
            self.inside = True
            self.blocks.append("")
        if tag == "meta":
            self.meta[(at.get("name") or at.get("property") or "").lower()].append(at.get("content", ""))
        if tag == "link":
            self.links.append(at)

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "script"

    def handle_data(self, data):
        if self.inside:
            self.blocks[-1] += data


class Site:
    def __init__(self, folder):
        self.folder = folder
        listed = subprocess.run(["node", HERE / "pages.mjs", folder, "--json"], capture_output=True, text=True, check=True)
        self.pages = json.loads(listed.stdout)["pages"]
        root = Page(folder / "index.html")
        self.base = next(it["href"] for it in root.links if it.get("rel") == "canonical")
        self.host = urlsplit(self.base).hostname
        self.specimen = "noindex" in root.meta["robots"][0] if root.meta["robots"] else False

    def has(self, address):
        """Whether a full or rooted address of this site leads to a file of the folder."""
        parts = urlsplit(address)
        if parts.netloc and not address.startswith(self.base):
            return False
        path = unquote(parts.path).lstrip("/")
        return (self.folder / path / "index.html").is_file() if path.endswith("/") or not path else (self.folder / path).is_file()

    def file(self, page):
        return self.folder / (page["address"].lstrip("/") + ("index.html" if page["address"].endswith("/") else ""))

    def found(self, pattern):
        return sorted(self.folder.glob(pattern))

    def address(self, file):
        return self.base + file.relative_to(self.folder).as_posix()


def time(text):
    """Whether this is a time of RFC 3339 with an offset."""
    try:
        return bool(re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$", text)) and bool(datetime.fromisoformat(text.replace("Z", "+00:00")))
    except (TypeError, ValueError):
        return False


# ---- Feeds ----------------------------------------------------------------------------------------------------------

def entry_faults(site, language, ident, link, title, body, updated):
    yield not re.fullmatch(rf"tag:{re.escape(site.host)},\d{{4}}(-\d\d){{0,2}}:[a-z0-9-]+/[a-z0-9-]+:{language}", ident or "") and f"an entry whose id is not tag:HOST,DATE:SECTION/SLUG:{language}: {ident}"
    yield not (link or "").startswith(site.base) and f"an entry without full address: {link}"
    yield not site.has(link or "") and f"an entry that leads nowhere: {link}"
    yield not (title or "").strip() and f"an entry without title: {ident}"
    yield not (body or "").strip() and f"an entry without text: {ident}"
    yield not time(updated) and f"an entry without a time of RFC 3339: {updated}"


def atom(site, tally, file, ids):
    data = file.read_bytes()
    language = file.relative_to(site.folder).parts[0]
    feed = feedparser.parse(data)
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        tally.check(site.address(file), [f"is no XML: {error}"])
        return set()
    links = {it.get("rel"): it.get("href") for it in feed.feed.get("links", [])}
    faults = [
        feed.bozo and f"feedparser: {feed.get('bozo_exception')}",
        feed.version != "atom10" and f"feedparser takes it for {feed.version or 'no feed'}",
        root.get("{http://www.w3.org/XML/1998/namespace}lang") != TAGS[language] and "xml:lang is not that of its folder",
        links.get("self") != site.address(file) and f"rel=self is {links.get('self')}",
        not site.has(links.get("alternate") or "x") and f"rel=alternate is {links.get('alternate')}",
        not feed.feed.get("id") and "no id", not time(feed.feed.get("updated")) and "no time of RFC 3339",
        site.specimen and not feed.feed.get("title", "").startswith("[MẪU]") and f"its title does not begin with [MẪU]: {feed.feed.get('title')}",
        not feed.feed.get("author") and not all(it.get("author") for it in feed.entries) and "no author",
        not feed.entries and "no entries", len(feed.entries) > 50 and f"{len(feed.entries)} entries, at most 50",
        len({it.get("id") for it in feed.entries}) < len(feed.entries) and "one id twice",
    ]
    for it in feed.entries:
        faults += entry_faults(site, language, it.get("id"), it.get("link"), it.get("title"), it.get("summary") or (it.get("content") or [{}])[0].get("value"), it.get("updated"))
        faults.append(ids.setdefault(it.get("link"), it.get("id")) != it.get("id") and f"another id than in another feed: {it.get('link')}")
    tally.check(site.address(file), faults)
    return {it.get("id") for it in feed.entries}


def json_feed(site, tally, file, expected):
    language = file.relative_to(site.folder).parts[0]
    try:
        feed = json.loads(file.read_text())
    except ValueError as error:
        return tally.check(site.address(file), [f"is no JSON: {error}"])
    items = feed.get("items") or []
    faults = [
        feed.get("version") != "https://jsonfeed.org/version/1.1" and f"version is {feed.get('version')}",
        not feed.get("title") and "no title", feed.get("feed_url") != site.address(file) and f"feed_url is {feed.get('feed_url')}",
        site.specimen and not (feed.get("title") or "").startswith("[MẪU]") and "its title does not begin with [MẪU]",
        not site.has(feed.get("home_page_url") or "x") and f"home_page_url is {feed.get('home_page_url')}",
        feed.get("language") != TAGS[language] and f"language is {feed.get('language')}",
        "author" in feed and "author is of version 1.0, version 1.1 has authors",
        {it.get("id") for it in items} != expected and "other entries than the Atom feed beside it",
        any(not isinstance(it.get("id"), str) for it in items) and "an id that is no string",
    ]
    for it in items:
        faults += entry_faults(site, language, str(it.get("id")), it.get("url"), it.get("title"), it.get("content_html") or it.get("content_text"), it.get("date_modified") or it.get("date_published"))
    tally.check(site.address(file), faults)


def feeds(site, tally):
    found, ids = site.found("*/feed.xml") + site.found("*/*/feed.xml"), {}
    if tally.part("feed.xml", found):
        wanted = {f"/{it}/" for it in TAGS} | {re.sub(r"[^/]+/$", "", it["address"]) for it in site.pages if it["type"] in IN_FEEDS}
        for address in sorted(wanted):
            tally.check(address, [not site.has(f"{address}feed.xml") and "has no feed.xml"])
        for page in (it for it in site.pages if it["type"] == "home"):
            offered = [it.get("href", "") for it in Page(site.file(page)).links if it.get("rel") == "alternate" and it.get("type") == "application/atom+xml"]
            tally.check(page["name"], [not any(site.has(it) for it in offered) and "does not offer its feed in <head>"])
    sets = {file.parent: atom(site, tally, file, ids) for file in found}
    beside = site.found("*/feed.json") + site.found("*/*/feed.json")
    if tally.part("feed.json", beside):
        for folder in sets:
            tally.check(site.address(folder / "feed.json"), [folder / "feed.json" not in beside and "is not there, the Atom feed is"])
        for file in beside:
            json_feed(site, tally, file, sets.get(file.parent, set()))


def calendars(site, tally):
    found = site.found("**/*.ics")
    if tally.part("notices.ics", found):
        for language in TAGS:
            tally.check(f"/{language}/notices.ics", [site.folder / language / "notices.ics" not in found and "is not there"])
    for file in found:
        data, faults = file.read_bytes(), []
        if re.search(rb"(?<!\r)\n|\r(?!\n)", data) or not data.endswith(b"\r\n"):
            faults.append("lines do not end with CR LF")
        if any(len(line) > 75 for line in data.split(b"\r\n")):
            faults.append("a line of more than 75 octets")
        try:
            calendar = icalendar.Calendar.from_ical(data)
        except (ValueError, KeyError, IndexError) as error:
            tally.check(site.address(file), [*faults, f"icalendar: {error}"])
            continue
        faults += [f"icalendar: {name}: {error}" for part in calendar.walk() for name, error in part.errors]
        faults += [f"no {it}" for it in ("VERSION", "PRODID") if it not in calendar]
        events, seen = calendar.walk("VEVENT"), set()
        faults.append(not events and "no event")
        for event in events:
            faults += [f"an event without {it}" for it in ("UID", "DTSTAMP", "DTSTART", "SUMMARY") if not event.get(it)]
            faults.append(event.get("UID") in seen and f"UID twice: {event.get('UID')}")
            seen.add(event.get("UID"))
            faults.append(event.get("DTSTART") and event.get("DTEND") and event.decoded("DTEND") < event.decoded("DTSTART") and "an event ends before it begins")
            faults.append(event.get("URL") and not site.has(str(event["URL"])) and f"an event leads nowhere: {event['URL']}")
        tally.check(site.address(file), faults)


def sitemap(site, tally):
    file = site.folder / "sitemap.xml"
    if not tally.part("sitemap.xml", file.is_file()):
        return
    schema = xmlschema.XMLSchema(HERE / "sitemap.xsd")
    try:
        tally.check("/sitemap.xml", [f"sitemap.xsd: {it.path}: {it.reason}" for it in schema.iter_errors(str(file))][:5])
        urls = ElementTree.parse(file).getroot()
    except ElementTree.ParseError as error:
        return tally.check("/sitemap.xml", [f"is no XML: {error}"])
    space, rows = "{http://www.sitemaps.org/schemas/sitemap/0.9}", {}
    for url in urls:
        rows.setdefault(url.findtext(f"{space}loc"), []).append({it.get("hreflang"): it.get("href") for it in url.findall("{http://www.w3.org/1999/xhtml}link")})
    for address, [others, *more] in rows.items():
        tally.check(address, [
            more and "stands twice in the sitemap", not site.has(address or "x") and "stands in the sitemap and leads nowhere",
            *(f"its alternate leads nowhere: {it}" for it in others.values() if not site.has(it)),
            others and "x-default" not in others and "its alternates lack x-default",
            others and address not in others.values() and "its alternates do not name itself",
            *(f"its alternate is not in the sitemap: {it}" for tag, it in others.items() if tag != "x-default" and it not in rows),
            *("its alternate does not lead back" for tag, it in others.items() if tag != "x-default" and it in rows and address not in rows[it][0].values()),
        ])
    for page in site.pages:
        listed = site.base.rstrip("/") + page["address"] in rows
        out = page["type"] in ("document-stub", "document-machine", "not-found", "search") or page["address"].startswith(("/V/", "/vi-"))
        if out or page.get("kind"):
            tally.check(page["name"], [listed and out and "stands in the sitemap, should not", not listed and not out and "is missing in the sitemap"])


# ---- Tables -----------------------------------------------------------------------------------------------------------

def tables(site, tally):
    if not tally.part("data", (site.folder / "data").is_dir()):
        return
    names = {it.stem for it in site.found("data/*.csv") + site.found("data/*.json")}
    for name in sorted(names | set(TABLES)):
        paths, faults, rows = [site.folder / "data" / f"{name}{it}" for it in (".csv", ".json")], [], None
        faults += [f"{it.name} is not there" for it in paths if not it.is_file()]
        if not faults:
            try:
                rows = json.loads(paths[1].read_bytes())
                rows = next((it for it in rows.values() if isinstance(it, list)), None) if isinstance(rows, dict) else rows
                faults.append(not isinstance(rows, list) and "the JSON holds no list of rows")
            except ValueError as error:
                faults.append(f"is no JSON: {error}")
            data = paths[0].read_bytes()
            faults.append(not data.startswith(b"\xef\xbb\xbf") and "the CSV begins without a BOM")
            try:
                head, *body = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
                faults += [
                    (len(set(head)) < len(head) or "" in head) and "a column without a name of its own",
                    *(f"row {at} has {len(it)} fields, {len(head)} are named" for at, it in enumerate(body, 2) if len(it) != len(head)),
                    rows is not None and len(rows) != len(body) and f"{len(body)} rows in the CSV, {len(rows)} in the JSON",
                    any(cell[:1] in "=@+\t\r" and cell for it in body for cell in it) and "a cell that a spreadsheet takes for a formula",
                    not body and "no rows",
                ]
            except (csv.Error, UnicodeDecodeError, ValueError) as error:
                faults.append(f"the CSV cannot be read: {error}")
            faults.append(name == "units" and b"contacts" in data + paths[1].read_bytes() and "contacts of persons are published")
        tally.check(f"/data/{name}", faults)


# ---- In the pages -------------------------------------------------------------------------------------------------------

def nodes(value):
    """Every object within a JSON-LD value."""
    if isinstance(value, list):
        for it in value:
            yield from nodes(it)
    if isinstance(value, dict):
        yield value
        for it in value.values():
            yield from nodes(it)


def types(node):
    it = node.get("@type", [])
    return it if isinstance(it, list) else [it]


def wanted(page, every):
    """What the page's JSON-LD lacks."""
    kind, named = page.get("kind"), WANTED.get(page.get("kind"), {})
    of = lambda name: [it for it in every if name in types(it)]  # noqa: E731
    main = next(((name, it) for name in named for it in of(name)), None)
    if named and not main:
        yield f"{kind}: no {' or '.join(named)}"
    for name in named[main[0]] if main else []:
        if not any(main[1].get(it) not in (None, "", [], {}) for it in name.split("|")):
            yield f"{kind}: {main[0]} without {name}"
    if main and kind == "document":
        translated, machine = page["language"] != "vi", page["type"] == "document-machine"
        wants = {"legislationLegalValue": not machine, "translationOfWork": translated and page["type"] != "document-stub",
                 "workTranslation": not translated, "legislationChanges|legislationRepeals": page["type"] == "document"}
        for name, due in wants.items():
            if due and not any(main[1].get(it) for it in name.split("|")):
                yield f"{kind}: Legislation without {name}"
        if machine and main[1].get("legislationLegalValue"):
            yield "a machine translation claims a legal value"
    if main and kind == "mou" and len([it for it in nodes([it for key, it in main[1].items() if key != "publisher"]) if {"Organization", "GovernmentOrganization"} & set(types(it))]) < 2:
        yield "mou: fewer than two parties as Organization"
    if main and kind in ("question", "questions"):
        asked = [it for it in nodes(main[1]["mainEntity"]) if "Question" in types(it)]
        answered = [it for it in asked if it.get("acceptedAnswer") or it.get("suggestedAnswer")]
        if not asked or any(not it.get("name") for it in asked):
            yield f"{kind}: {main[0]} without a Question that has a name"
        if kind == "questions" and len(answered) < len(asked) or kind == "question" and page["type"] != "question-waiting" and not answered:
            yield f"{kind}: a Question without acceptedAnswer"
    if main and kind == "data" and not any("DataDownload" in types(it) and it.get("contentUrl") for it in nodes(main[1]["distribution"] if "distribution" in main[1] else [])):
        yield "data: Dataset whose distribution has no DataDownload with contentUrl"
    if not of("GovernmentOrganization"):
        yield "no GovernmentOrganization"
    if page["type"] != "home":
        steps = [it for trail in of("BreadcrumbList") for it in nodes(trail.get("itemListElement")) if "ListItem" in types(it)]
        if not steps or any(not it.get("position") or not (it.get("name") or it.get("item")) for it in steps):
            yield "no BreadcrumbList with positions and names"


def embedded(site, tally):
    every, read = {}, {it: Page(it) for it in site.found("**/*.html")}
    if tally.part("json-ld", any(it.blocks for it in read.values())):
        for file, page in read.items():
            faults, every[file] = [], []
            for block in page.blocks:
                try:
                    data = json.loads(block)
                except ValueError as error:
                    faults.append(f"a data block is no JSON: {error}")
                    continue
                for top in data if isinstance(data, list) else [data]:
                    faults.append(not re.match(r"https?://schema\.org/?$", str(top.get("@context"))) and f"@context is {top.get('@context')}")
                every[file] += list(nodes(data))
            for node in every[file]:
                own = (it for key in ("url", "item", "contentUrl", "@id") for it in [node.get(key)] if isinstance(it, str) and it.startswith(site.base))
                faults += [f"JSON-LD leads nowhere: {it}" for it in own if not site.has(it)]
            tally.check(site.address(file), faults)
        for page in site.pages:
            if page["language"] in TAGS:
                tally.check(page["name"], wanted(page, every[site.file(page)]))
    local = [(it, read[site.file(it)]) for it in site.pages if it["language"] in TAGS]
    core = {name: {re.sub(r"^dc(terms)?[.:]", "", key): value for key, value in page.meta.items() if re.match(r"dc(terms)?[.:]", key)} for name, page in ((it["name"], page) for it, page in local)}
    if tally.part("dublin-core", any(core.values())):
        for page, _ in local:
            if page.get("kind") not in (None, "questions"):
                mine = core[page["name"]]
                tally.check(page["name"], [*(f"no Dublin Core {it}" for it in DUBLIN_CORE if not any(mine.get(it, []))),
                                           mine.get("language") and mine["language"] != [TAGS[page["language"]]] and f"Dublin Core language is {mine['language']}"])
    if tally.part("og-locale", any("og:locale" in page.meta for _, page in local)):
        for it, page in local:
            tally.check(it["name"], [page.meta["og:locale"] != [LOCALES[it["language"]]] and f"og:locale is {page.meta['og:locale']}"])


def main(folder):
    site, tally = Site(Path(folder)), Tally()
    for part in (feeds, calendars, sitemap, tables, embedded):
        part(site, tally)
    return tally.end()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) == 2 and (Path(sys.argv[1]) / "index.html").is_file() else print(__doc__) or 2)
