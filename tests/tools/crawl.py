#!/usr/bin/env python3
"""Crawl a built folder like a careful reader: nothing may be dead, foreign or missing in a language.

    crawl.py PUBLIC [--site DIR] [--base URL] [--external HOST]... [--quiet]

Looks at every file of PUBLIC, whether linked or not (Python standard library only):
  dead       a link, source or feed entry whose file does not exist; a folder without its last slash
  anchor     a #fragment that is no id of its page
  foreign    anything loaded from another host; an <a> to a host not named by --external; http: links
  scheme     javascript:, data: and the like; on a specimen also tel: and mail outside .example
  duplicate  one id twice on a page
  inline     style=, on...=, <style>, or a script that is not a data block; not in the file that readers keep, all in one
  markup     elements that are not closed, or closed in the wrong order; an attribute twice
  switcher   a page of /vi, /en, /zh without its counterpart in each other language, or whose
             counterpart does not lead back; <link hreflang> that disagrees; <html lang> that disagrees
  item       with --site: a published item without a page in each language, or with a switcher to another item
  error-page a relative address in 404.html, which is served from any address
Exit 0: nothing found.  Exit 1: the lists.  Exit 2: PUBLIC is no folder, or holds no page.
"""
import argparse
import json
import posixpath
import re
import sys
import tomllib
import xml.etree.ElementTree as ElementTree
from collections import Counter, defaultdict
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LANGUAGES = {"vi": "vi", "en": "en", "zh": "zh-Hans"}        # folder → language tag
EXTERNAL = ["dichvucong.gov.vn"]                              # [check] service_hosts of the demo
ADDRESSES = {                                                 # attributes that hold an address, by element
    "href": ("a", "area", "link", "base", "use", "image"),
    "xlink:href": ("a", "use", "image"),
    "src": ("img", "script", "source", "iframe", "audio", "video", "track", "embed", "input"),
    "action": ("form",), "formaction": ("button", "input"), "data": ("object",),
    "poster": ("video",), "cite": ("blockquote", "q", "del", "ins"),
}
VOID = set("area base br col embed hr img input link meta source track wbr".split())


class Page(HTMLParser):
    """What one HTML file says of itself."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.ids, self.links, self.inline, self.markup, self.open = Counter(), [], [], [], []
        self.lang, self.switch, self.alternates, self.robots = None, {}, {}, ""
        self.feed(text)
        self.close()
        self.markup += [(line, f"<{tag}> is never closed") for tag, line in self.open]

    def handle_endtag(self, tag):
        line = self.getpos()[0]
        if self.open and self.open[-1][0] == tag:
            self.open.pop()
        elif any(tag == other for other, _ in self.open):
            self.markup.append((line, f"</{tag}> while <{self.open[-1][0]}> of line {self.open[-1][1]} is open"))
            while self.open.pop()[0] != tag:
                pass
        else:
            self.markup.append((line, f"</{tag}> closes nothing"))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            line = self.open.pop()[1]
            if not any(other in ("svg", "math") for other, _ in self.open) and tag not in ("svg", "math"):
                self.markup.append((line, f"<{tag}/> does not close itself in HTML"))

    def handle_starttag(self, tag, attrs):
        at = dict(attrs)
        line = self.getpos()[0]
        if tag not in VOID:
            self.open.append((tag, line))
        if len(at) < len(attrs):
            self.markup.append((line, f"an attribute twice on <{tag}>"))
        if at.get("id") is not None:
            self.ids[at["id"]] += 1
        if tag == "html":
            self.lang = at.get("lang")
        for name, value in attrs:
            value = (value or "").strip()
            if tag in ADDRESSES.get(name, ()):
                self.links.append((tag, at.get("rel", ""), value, line))
            elif name == "srcset":
                self.links += [(tag, "", part.split()[0], line) for part in value.split(",") if part.split()]
            elif name == "style" or name.startswith("on"):
                self.inline.append((line, f"{name}= on <{tag}>"))
        if tag == "style":
            self.inline.append((line, "<style>"))
        if tag == "script" and "src" not in at and at.get("type") not in ("application/ld+json", "application/json"):
            self.inline.append((line, "<script> without src"))
        if tag == "meta":
            content = at.get("content") or ""
            if (at.get("http-equiv") or "").lower() == "refresh" and "url=" in content.lower():
                self.links.append(("meta", "refresh", content[content.lower().index("url=") + 4:].strip("'\" "), line))
            if at.get("property") in ("og:url", "og:image"):
                self.links.append(("meta", at["property"], content, line))
            if at.get("name") == "robots":
                self.robots = content
        if at.get("hreflang"):
            if tag == "a":                      # the frame comes first on a page: its links are the switcher
                self.switch.setdefault(at["hreflang"], at.get("href") or "")
            elif tag == "link" and "alternate" in at.get("rel", "").split() and "html" in at.get("type", "html"):
                self.alternates[at["hreflang"]] = at.get("href") or ""


class Crawl:
    def __init__(self, root, base, external, specimen):
        self.root, self.specimen = root, specimen
        split = urlsplit(base) if base else urlsplit("https://songoaivu.example/")
        self.host, self.prefix = split.netloc.lower(), split.path.rstrip("/")
        self.external = [host.lower() for host in external]
        self.files = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
        self.folders = {posixpath.dirname(name) for name in self.files}
        self.folders |= {parent.as_posix() for folder in self.folders for parent in Path(folder).parents}
        self.pages, self.found, self.checked = {}, defaultdict(list), 0

    def say(self, kind, where, what):
        self.found[kind].append(f"{where}: {what}")

    def target(self, address, page):
        """The file that an address names: (file, fragment), (None, reason) if there is none, None if foreign."""
        split = urlsplit(address)
        if split.scheme or split.netloc:
            if split.netloc.lower() != self.host or split.scheme not in ("https", ""):
                return None
            path = split.path or "/"
        else:
            path = split.path
        if not path:
            return page, split.fragment
        if path.startswith("/"):
            if self.prefix and not (path + "/").startswith(self.prefix + "/"):
                return None, "outside the site's path"
            full = unquote(path[len(self.prefix):]).lstrip("/")
        else:
            full = posixpath.join(posixpath.dirname(page), unquote(path))
        ends = full == "" or full.endswith("/") or posixpath.basename(full) in (".", "..")
        full = posixpath.normpath(full) if full else "."
        if full.startswith(".."):
            return None, "climbs out of the site"
        full = "" if full == "." else full
        if ends:
            full = posixpath.join(full, "index.html")
        if full in self.files:
            return full, split.fragment
        return None, "needs a slash at its end" if full in self.folders else "does not exist"

    def follow(self, page, address, where, tag="a", rel=""):
        """Judges one address."""
        self.checked += 1
        try:
            split = urlsplit(address)
        except ValueError as error:
            return self.say("dead", where, f"{address!r}: {error}")
        scheme = split.scheme.lower()
        if address in ("", "#") and tag != "form":
            return self.say("dead", where, f"empty address {address!r} on <{tag}>")
        if scheme == "mailto" and tag == "a":
            host = split.path.rpartition("@")[2].lower()
            if self.specimen and not host.endswith(".example"):
                self.say("scheme", where, f"mail to a real address on a specimen: {address}")
            return None
        if scheme == "tel" and tag == "a":
            return self.say("scheme", where, f"{address} on a specimen") if self.specimen else None
        if scheme not in ("", "http", "https"):
            return self.say("scheme", where, f"{address[:60]} on <{tag}>")
        hit = self.target(address, page)
        if hit is None:
            host = split.netloc.lower()
            known = any(host == one or host.endswith("." + one) for one in self.external)
            if rel.lower() == "schema.dc":
                return None                       # the name of a vocabulary: nothing is loaded from it
            if tag != "a":
                self.say("foreign", where, f"<{tag}> takes {address}")
            elif scheme != "https" or not known:
                self.say("foreign", where, f"link to {address}")
            return None
        name, rest = hit
        if name is None:
            return self.say("dead", where, f"{address} {rest}")
        if rest and name in self.pages and unquote(rest) not in self.pages[name].ids:
            self.say("anchor", where, f"{address}: no such id in {name}")
        return None

    def read(self):
        for name in sorted(self.files):
            if name.endswith((".html", ".htm")):
                text = (self.root / name).read_text(encoding="utf-8")
                self.pages[name] = Page(text)
                if "\ufffd" in text:
                    self.say("dead", name, "contains U+FFFD, a character lost on the way")

    def every_page(self):
        for name, page in self.pages.items():
            for identity, times in page.ids.items():
                if times > 1:
                    self.say("duplicate", name, f"id {identity!r} {times} times")
                if not identity or re.search(r"\s", identity):
                    self.say("duplicate", name, f"id {identity!r} is empty or has white space")
            for line, what in page.inline if not name.endswith("/verify.html") else []:
                self.say("inline", f"{name}:{line}", what)
            for line, what in page.markup:
                self.say("markup", f"{name}:{line}", what)
            for tag, rel, address, line in page.links:
                self.follow(name, address, f"{name}:{line}", tag, rel)
                if name == "404.html" and not re.match(r"[a-z]+:|/|#", address):
                    self.say("error-page", f"{name}:{line}", f"relative address {address}")

    def other_files(self):
        """Feeds, site map, stylesheets, pictures: they hold addresses too."""
        for name in sorted(self.files):
            path = self.root / name
            if name.endswith(".css"):
                text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
                for found in re.finditer(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", text):
                    self.follow(name, found[1] or found[2], name, "css")
            elif name.endswith((".xml", ".svg")):
                try:
                    tree = ElementTree.parse(path)
                except ElementTree.ParseError as error:
                    self.say("dead", name, f"is not well-formed: {error}")
                    continue
                for node in tree.iter():
                    tag = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
                    if tag in ("loc", "url") and node.text:
                        self.follow(name, node.text.strip(), name)
                    for key, value in node.attrib.items():
                        if key.rpartition("}")[2] in ("href", "src") and value:
                            self.follow(name, value, name, "a" if tag in ("link", "a") else tag)
            elif name.endswith("feed.json"):
                for entry in walk(json.loads(path.read_text(encoding="utf-8"))):
                    self.follow(name, entry, name)

    def language_of(self, name):
        folder = name.split("/", 1)[0]
        return folder if folder in LANGUAGES and "/" in name else None

    def switchers(self):
        tags = {tag: folder for folder, tag in LANGUAGES.items()} | {folder: folder for folder in LANGUAGES}
        to = {}                                                # (page, folder) → page
        for name, page in self.pages.items():
            here = self.language_of(name)
            if here is None or any(rel == "refresh" for _, rel, _, _ in page.links):
                continue                                       # not in a tree, or a redirect from a former address
            if page.lang != LANGUAGES[here]:
                self.say("switcher", name, f"<html lang={page.lang!r}>, expected {LANGUAGES[here]!r}")
            to[name, here] = name
            for tag, address in page.switch.items():
                if tag not in tags:
                    self.say("switcher", name, f"hreflang {tag!r} is no language of the site")
                    continue
                hit = self.target(address, name)
                if hit is None or hit[0] is None:
                    continue                                   # dead: reported above
                if self.language_of(hit[0]) != tags[tag]:
                    self.say("switcher", name, f"hreflang {tag!r} leads to {hit[0]}")
                to.setdefault((name, tags[tag]), hit[0])
            for folder in LANGUAGES:
                if (name, folder) not in to:
                    self.say("switcher", name, f"has no link to its page in {LANGUAGES[folder]}")
            for tag, address in page.alternates.items():
                hit = self.target(address, name)
                if tag == "x-default" or hit is None or hit[0] is None:
                    continue
                if tag not in LANGUAGES.values():
                    self.say("switcher", name, f"<link hreflang={tag!r}> is no language of the site")
                elif to.get((name, tags[tag])) != hit[0]:
                    self.say("switcher", name, f"<link hreflang={tag!r}> says {hit[0]}, the switcher {to.get((name, tags[tag]))}")
        for (name, folder), other in sorted(to.items()):
            here = self.language_of(name)
            if other != name and to.get((other, here)) != name:
                self.say("switcher", name, f"leads to {other}, which leads back to {to.get((other, here))}")
        for folder in LANGUAGES:
            if not any(self.language_of(name) == folder for name in self.pages):
                self.say("switcher", folder, "no page in this language")
        return to

    def items(self, site, to):
        """Each item of content/ has its page in each language, and the switchers lead to just that one."""
        settings = tomllib.loads((site / "condau.toml").read_text(encoding="utf-8"))
        sections, count = settings["sections"], 0
        for folder in sorted(path for path in (site / "content").glob("*/*/") if path.is_dir()):
            section, slug = folder.parent.name, folder.name
            source = next((file for lang in LANGUAGES if (file := folder / f"index.{lang}.md").exists()), None)
            if section not in sections or source is None:
                continue
            front = tomllib.loads(source.read_text(encoding="utf-8").split("+++")[1])
            if front.get("draft"):
                continue
            count += 1
            name = {lang: f"{lang}/{sections[section]['path'][lang]}/{slug}/index.html" for lang in LANGUAGES}
            for lang in LANGUAGES:
                if name[lang] not in self.pages:
                    self.say("item", f"{section}/{slug}", f"has no page {name[lang]}")
                    continue
                for other in LANGUAGES:
                    got = to.get((name[lang], other))
                    if got is not None and got != name[other]:
                        self.say("item", name[lang], f"switches to {got} instead of {name[other]}")
        return count

    def unreachable(self):
        """Pages that no chain of links from the first page reaches: no fault, but worth a look."""
        seen, todo = set(), ["index.html"]
        while todo:
            name = todo.pop()
            if name in seen or name not in self.pages:
                continue
            seen.add(name)
            for tag, _, address, _ in self.pages[name].links:
                hit = self.target(address, name) if tag in ("a", "area", "meta") else None
                if hit is not None and hit[0] is not None:
                    todo.append(hit[0])
        return sorted(set(self.pages) - seen - {"404.html"})


def walk(value):
    """Addresses in a JSON feed."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("url", "home_page_url", "feed_url", "next_url") and isinstance(inner, str):
                yield inner
            else:
                yield from walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner)


def main():
    about = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    about.add_argument("public", type=Path)
    about.add_argument("--site", type=Path, help="the sources; gives base_url, specimen and the items to expect")
    about.add_argument("--base", help="base_url, if --site is not given")
    about.add_argument("--external", action="append", default=[], metavar="HOST", help="a host that <a> may lead to")
    about.add_argument("--quiet", action="store_true", help="no line about unreachable pages")
    given = about.parse_args()
    if not given.public.is_dir():
        about.exit(2, f"crawl: {given.public} is no folder\n")
    base, specimen, external = given.base, True, EXTERNAL + given.external
    if given.site:
        settings = tomllib.loads((given.site / "condau.toml").read_text(encoding="utf-8"))
        base = base or settings["site"]["base_url"]
        specimen = settings["site"].get("specimen", False)
        external += settings.get("check", {}).get("service_hosts", [])
    crawl = Crawl(given.public, base, external, specimen)
    crawl.read()
    if not crawl.pages:
        about.exit(2, f"crawl: no page in {given.public}\n")
    crawl.every_page()
    crawl.other_files()
    to = crawl.switchers()
    items = crawl.items(given.site, to) if given.site else None
    if not given.quiet and (lost := crawl.unreachable()):
        print(f"note: {len(lost)} pages are not linked from /: {' '.join(lost[:8])}{' …' if len(lost) > 8 else ''}")
    for kind, lines in sorted(crawl.found.items()):
        print(f"\n{kind} ({len(lines)}):")
        for line in lines[:40]:
            print(f"  {line}")
        if len(lines) > 40:
            print(f"  … and {len(lines) - 40} more")
    faults = sum(len(lines) for lines in crawl.found.values())
    print(f"crawl: {len(crawl.pages)} pages{'' if items is None else f', {items} items'}, "
          f"{crawl.checked} addresses, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
