#!/usr/bin/env python3
"""Broken inputs, through the binary: each gives a clear message in two languages and leaves the output as it was.

    broken.py CONDAU [SITE]        SITE: the folder of a site that builds (default: the demo)

Each case changes a copy of the site and runs `condau build` on it in Vietnamese and in English. A fault of the content
must end it with 1 and the rule that the case is about, one of the machine with 2; it says so on standard error in words
of that language, and every byte of the folder that was built before stays. Root may read everything: there the command
runs as a user without rights. Exit 0: all hold.  Exit 1: some do not, each named.
"""
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ITEM = "content/about/lien-he"
PAPER = "content/documents/ke-hoach-ho-tro-doanh-nghiep-2026"
OLD = "content/documents/ke-hoach-ho-tro-doanh-nghiep-2025"
USER = 65534 if os.geteuid() == 0 else None     # nobody


def cases(site):
    """Name, the rule that must be reported (none: a fault of the machine), and a function that breaks the site."""
    vi = site / ITEM / "index.vi.md"
    paper = site / PAPER / "index.vi.md"
    settings = site / "condau.toml"

    def write(path, data):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())

    def swap(path, old, new):
        text = path.read_text()
        assert old in text, (path, old)
        write(path, text.replace(old, new, 1))

    def link(target, name):
        os.symlink(target, site / name)

    good = vi.read_text()
    yield "bad UTF-8", "file-encoding", lambda: write(vi, good.encode() + b"\xff\xfe\x80")
    yield "UTF-16", "file-encoding", lambda: write(vi, good.encode("utf-16"))
    yield "TCVN3 bytes", "file-encoding", lambda: write(vi, good.encode().replace(b"Li", b"\xae\xb5\xb8\xb9"))
    yield "50 MB text", "file-large", lambda: write(vi, good + "a " * 25_000_000)
    yield "NUL bytes", "file-encoding", lambda: write(vi, good + "\0\0")
    yield "random bytes", "file-encoding", lambda: write(vi, bytes(range(256)) * 40)
    yield "empty file", "front-matter-missing", lambda: write(vi, "")
    yield "no front matter", "front-matter-missing", lambda: write(vi, "# Tiêu đề\n")
    yield "unclosed front matter", "front-matter-missing", lambda: write(vi, good.replace("\n+++\n", "\n", 1))
    yield "half a file", "front-matter-missing", lambda: write(vi, good[: len(good) // 6])
    yield "TOML error", "front-matter-syntax", lambda: swap(vi, 'kind = "page"', 'kind = "page')
    yield "key twice", "front-matter-syntax", lambda: swap(vi, 'kind = "page"', 'kind = "page"\nkind = "page"')
    yield "unknown key", "unknown-key", lambda: swap(vi, "owner", "ownr")
    yield "missing key", "missing-key", lambda: swap(vi, "published", "# published")
    yield "date as text", "wrong-type", lambda: swap(paper, "issued = 2026-03-02", 'issued = "2/3/2026"')
    yield "impossible date", "front-matter-syntax", lambda: swap(paper, "issued = 2026-03-02", "issued = 2026-02-30")
    yield "unknown kind", "unknown-value", lambda: swap(vi, '"page"', '"trang"')
    yield "unknown unit", "unknown-value", lambda: swap(vi, 'owner = "', 'owner = "khong-')
    yield "HTML in the text", "raw-html", lambda: write(vi, good + "\n<script>alert(1)</script>\n")
    yield "javascript link", "raw-html", lambda: write(vi, good + "\n[a](javascript:alert(1))\n")
    yield "picture of another host", "third-party-resource", lambda: write(vi, good + "\n![a](https://host.example/a.png)\n")
    yield "broken link", "broken-reference", lambda: write(vi, good + "\n[a](@/about/khong-co)\n")
    yield "../ in an attachment", "attachment-missing", lambda: swap(paper, '{ file = "', '{ file = "../../')
    yield "absolute attachment", "attachment-missing", lambda: swap(paper, '{ file = "', '{ file = "/etc/')
    yield "attachment missing", "attachment-missing", lambda: next((site / PAPER).glob("*.pdf")).unlink()
    yield "cyclic replaces", "relation-cycle", lambda: swap(site / OLD / "index.vi.md", 'type = "plan"', f'type = "plan"\nreplaces = ["{PAPER[8:]}"]')
    yield "code with a slip", "code-form", lambda: swap(paper, "DVJZAS54P8", "DVJZAS54P9")
    yield "one code twice", "code-duplicate", lambda: swap(site / OLD / "index.vi.md", "Z1N5HCTXSJ", "DVJZAS54P8")
    yield "one number twice", "duplicate-number", lambda: (swap(site / OLD / "index.vi.md", "M-09", "M-12"), swap(site / OLD / "index.vi.md", "issued = 2025-03-03\neffective = 2025-03-03", "issued = 2026-01-05\neffective = 2026-01-05"))
    yield "marked secret", "secrecy-marking", lambda: write(vi, good + "\nMẬT\n")
    yield "uncleared text", "mou-not-cleared", lambda: write(site / "content/cooperation/thoa-thuan-du-lich-2024/index.en.md", '+++\ntitle = "A"\nsummary = "B."\n+++\n\nText.\n')
    yield "symlink out of the tree", "file-link", lambda: link("/etc/passwd", f"{ITEM}/mat-khau.txt")
    yield "symlink in the tree", "file-link", lambda: link("index.vi.md", f"{ITEM}/index.fr.md")
    yield "symlinked folder", "file-link", lambda: link("/tmp", "content/about/tmp")
    yield "named pipe", "file-link", lambda: os.mkfifo(site / ITEM / "ong.md")
    yield "private key", "private-key", lambda: write(site / ITEM / "khoa.txt", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")
    yield "invisible character", "invisible-character", lambda: swap(vi, "title = \"", "title = \"\u200b")
    yield "template that does not compile", "template-error", lambda: write(site / "themes/plain/templates/home.html", "{% if %}")
    yield "template that fails", "template-error", lambda: write(site / "themes/plain/templates/home.html", "{{ khong.co.gi }}")
    yield "template without a message", "template-error", lambda: write(site / "themes/plain/templates/home.html", '{{ t(m="khong-co") }}')
    yield "Fluent error", "message-syntax", lambda: write(site / "i18n/vi/site.ftl", "home = Nhà\n= sai\n")
    yield "settings missing", None, lambda: settings.unlink()
    yield "settings broken", "front-matter-syntax", lambda: swap(settings, "[site]", "[site")
    yield "settings misspelt", "unknown-key", lambda: swap(settings, "languages", "langauges")
    yield "two sections, one address", "address-clash", lambda: swap(settings, 'vi = "hop-tac"', 'vi = "van-ban"')
    yield "alias on a living address", "address-clash", lambda: swap(vi, "kind", 'aliases = ["lien-he"]\nkind')
    yield "published address lost", "address-lost", lambda: write(site / "addresses.txt", "/vi/van-ban/khong-con/\n")
    yield "data file broken", "front-matter-syntax", lambda: write(site / "content/data/units.toml", "[[unit]\n")
    yield "data row with an unknown key", "unknown-key", lambda: swap(site / "content/data/prices.toml", "amount", "amout")
    yield "unreadable file", None, lambda: vi.chmod(0)
    yield "unreadable folder", None, lambda: (site / ITEM).chmod(0)


def digest(folder):
    files = sorted(it for it in folder.rglob("*") if it.is_file())
    return [(str(it.relative_to(folder)), hashlib.sha256(it.read_bytes()).hexdigest()) for it in files]


def build(condau, site, out, lang):
    command = [condau, "build", "--site", site, "--out", out, "--as-of", "2026-05-04", "--lang", lang]
    return subprocess.run([str(it) for it in command], capture_output=True, text=True, errors="replace", timeout=60, user=USER)


def full_disk(condau, site, work, faults):
    """A folder on a disk that is too small: nothing is left half done. Only where a disk can be mounted."""
    disk = work / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", disk], capture_output=True).returncode:
        print("note: cannot mount a small disk here; the full disk is not tried")
        return 0
    owned(disk)
    try:
        for lang, word in (("vi", "đầy"), ("en", "full")):
            run = build(condau, site, disk / "public", lang)
            if run.returncode != 2 or word not in run.stderr or (disk / "public").exists() or (disk / "public.next").exists():
                faults.append(f"full disk ({lang}): exit {run.returncode}, {run.stderr[-300:]}, left {list(disk.iterdir())}")
    finally:
        subprocess.run(["umount", disk])
    return 1


def owned(*folders):
    """Gives what root made to the user that builds."""
    if USER is not None:
        for folder in folders:
            subprocess.run(["chown", "-R", f"{USER}:{USER}", folder], check=True)


def judge(name, rule, run):
    """What is wrong with how the command ended."""
    if run.returncode != (1 if rule else 2):
        yield f"{name}: exit {run.returncode}"
    if not run.stderr.strip() or "panicked" in run.stderr or "RUST_BACKTRACE" in run.stderr:
        yield f"{name}: {run.stderr[-300:]!r}"
    if rule and f"[{rule}]" not in run.stderr:
        yield f"{name}: not the rule {rule}: {run.stderr[:300]!r}"


def main(condau, demo="."):
    faults, tried = [], 0
    with tempfile.TemporaryDirectory() as work:
        work = Path(work)
        condau = shutil.copy(condau, work / "condau")        # where the user that builds may run it
        whole, site, out = work / "whole", work / "site", work / "public"
        whole.mkdir()
        for name in ("condau.toml", "content", "register"):
            source = Path(demo) / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, whole / name)
        owned(work)
        first = build(condau, whole, out, "vi")
        assert first.returncode == 0, first.stderr
        before = digest(out)
        for number, (name, rule, _) in enumerate(list(cases(whole))):
            shutil.copytree(whole, site)
            owned(site)
            list(cases(site))[number][2]()
            said = []
            for lang in ("vi", "en"):
                run = build(condau, site, out, lang)
                said.append(run.stderr)
                faults += judge(f"{name} ({lang})", rule, run)
                if digest(out) != before or (work / "public.next").exists():
                    faults.append(f"{name} ({lang}): the output has changed")
            if said[0] == said[1]:
                faults.append(f"{name}: the same words in both languages: {said[0][:200]!r}")
            tried += 1
            subprocess.run(["chmod", "-R", "u+rwX", site])
            shutil.rmtree(site)
        tried += full_disk(condau, whole, work, faults)
    for fault in faults:
        print("FAULT", fault)
    print(f"broken inputs: {tried} tried, {len(faults)} faults")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
