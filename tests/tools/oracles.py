#!/usr/bin/env python3
"""The register through programs that are not condau's: aics-tlog, openssl, a reader of visible words, sha256sum.

    oracles.py CONDAU SITE PUBLIC      PUBLIC: the folder that CONDAU built from SITE

All must accept PUBLIC and a site of 300 sealed documents that is made here, and refuse copies with one thing changed;
so must `condau audit`. Both must refuse a register that was written again by whoever holds its keys, given a checkpoint
that was seen before. Exit 0: so it is.  Exit 1: each fault is named.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent / "oracles"
PREFIX = "so-con-dau"
AS_OF = "2026-05-04"
faults = []


def run(*command, **more):
    return subprocess.run([str(it) for it in command], capture_output=True, text=True, errors="replace", **more)


def expect(good, name, result):
    if good != (result.returncode == 0):
        faults.append(f"{name}: exit {result.returncode}: {(result.stdout + result.stderr)[-300:]!r}")


def register(public, good, name, old=None):
    """aics-tlog: tree, tiles, signatures of checkpoint and entries, receipts; that it continues an older checkpoint."""
    folder = public / PREFIX
    logs = re.findall(r"^log (\S+)", (folder / "policy.txt").read_text(), re.M)
    vkey = public.parent / "log.vkey"
    vkey.write_text("".join(f"{it}\n" for it in logs))
    receipts = sorted(public.glob("V/*/*.tlog-proof"))
    signers = ["--signers", folder / "signers.vkey"]
    older = ["--old", old] if old else []
    expect(good, f"{name}: register.py", run(sys.executable, HERE / "register.py", folder, "--vkey", vkey, *signers, *older, "--receipt", *receipts))


def entries(site):
    return sorted((site / "register").glob("[0-9]*/*.note"))


def signatures(site, public, name):
    """openssl: the signature of each entry by a registrar."""
    keys = [it for it in (public / PREFIX / "signers.vkey").read_text().split("\n") if "/registrar-" in it]
    vkey = public.parent / "registrar.vkey"
    vkey.write_text(keys[0] + "\n")
    for note in entries(site)[1:4]:
        expect(True, f"{name}: stock.sh {note.name}", run("sh", HERE / "stock.sh", note, vkey))
    changed = public.parent / "changed.note"
    changed.write_bytes(entries(site)[1].read_bytes().replace(b"version: 1", b"version: 2"))
    expect(False, f"{name}: stock.sh on a changed entry", run("sh", HERE / "stock.sh", changed, vkey))


def plains(site):
    """What the register says of visible words: article → hash."""
    found = {}
    for note in entries(site):
        lines = note.read_text().split("\n")
        if lines[0] == "condau/1 issue":
            code, version = lines[1][4:], lines[2][9:]
            for tag, digest in re.findall(r"^plain\.(\w+): sha256:(\w+)$", note.read_text(), re.M):
                found[f"{code}/{version}/{tag}"] = digest
    return found


def words(site, public, name):
    """plain.py: the words of every sealed page."""
    expected, seen = plains(site), 0
    for page in sorted(public.rglob("index.html")):
        for article in re.findall(r'data-seal="([^"]+)"', page.read_text()):
            seen += 1
            expect(True, f"{name}: plain.py {article}", run(sys.executable, HERE / "plain.py", "--expect", expected[article], page, article))
    if not seen:
        faults.append(f"{name}: no page shows a sealed article")
    return seen


def sums(public, name):
    for file in sorted(public.glob("V/*/*/SHA256SUMS")):
        expect(True, f"{name}: sha256sum {file}", run("sha256sum", "-c", "--quiet", "SHA256SUMS", cwd=file.parent))


def audit(condau, site, public, good, name, old=None):
    older = ["--old", old] if old else []
    expect(good, f"{name}: condau audit", run(condau, "audit", public, "--site", site, "--as-of", AS_OF, "--lang", "en", *older))


def flipped(path, at):
    data = bytearray(path.read_bytes())
    data[at % len(data)] ^= 1
    path.write_bytes(data)


def largest(folder):
    return max((it for it in folder.rglob("*") if it.is_file()), key=lambda it: it.stat().st_size)


def tampered(condau, site, public, name):
    """One thing changed in a copy: what the register vouches for is refused by a stranger, all else by an audit."""
    def article(folder):
        return next(it for it in sorted(folder.rglob("index.html")) if "data-seal" in it.read_text())

    def swap(folder, pattern, new):
        page = article(folder)
        page.write_text(re.sub(pattern, new, page.read_text(), count=1))

    cases = {
        "a tile": (True, lambda it: flipped(largest(it / PREFIX / "tile" / "0"), 5)),
        "an entry": (True, lambda it: flipped(largest(it / PREFIX / "tile" / "entries"), 400)),
        "the checkpoint": (True, lambda it: flipped(it / PREFIX / "checkpoint", 40)),
        "a receipt": (True, lambda it: flipped(sorted(it.glob("V/*/*.tlog-proof"))[0], 300)),
        "a sealed text": (False, lambda it: flipped(sorted(it.glob("V/*/*/vi.md"))[0], 30)),
        "a word": (False, lambda it: swap(it, r"(<article[^>]*data-seal[^>]*>\s*<h1>)", r"\1Khác ")),
        "a badge": (False, lambda it: swap(it, r'(data-state="[^"]+">)[^<]+', r"\1Đã thu hồi")),
    }
    for case, (is_of_register, change) in cases.items():
        copy = public.parent / "copy"
        shutil.copytree(public, copy)
        change(copy)
        if is_of_register:
            register(copy, False, f"{name}, {case} changed")
        audit(condau, site, copy, False, f"{name}, {case} changed")
        shutil.rmtree(copy)


def doing(condau, work):
    """What runs a command of the office below a folder."""
    env = {**os.environ, "CONDAU_KEY_DIR": str(work / "keys"), "CONDAU_KEY_PASSPHRASE": "thử", "CONDAU_LANG": "en"}

    def done(*command):
        result = run(condau, *command, cwd=work / "site" if (work / "site").exists() else work, env=env)
        expect(True, " ".join(map(str, command)), result)

    return done


def opened(condau, work, count):
    """An office with a register and documents that it has not sealed."""
    site, done = work / "site", doing(condau, work)
    done("init", site)
    paper = """+++
kind = "document"
title = "Thông báo số {n}"
summary = "Văn bản để thử."
owner = "van-phong"
published = 2026-03-02
type = "notice"
number = "M-{n}/TB-MAU"
issuer = "co-quan"
issued = 2026-03-02
effective = 2026-03-02
signer = {{ authority = "none", role = "Giám đốc" }}
recipients = ["site"]
attachments = [{{ file = "a.txt" }}]
+++

## 1. Nội dung

Văn bản **số {n}**.
"""
    for n in range(1000, 1000 + count):
        folder = site / f"content/documents/so-{n}"
        folder.mkdir(parents=True)
        (folder / "index.vi.md").write_text(paper.format(n=n))
        (folder / "a.txt").write_text(f"Văn bản số {n}.\n")
        for lang, title in (("en", "Notice"), ("zh", "通知")):
            (folder / f"index.{lang}.md").write_text(f'+++\ntitle = "{title} {n}"\nsummary = "S."\n+++\n')
    run(condau, "check", "--fix", "--as-of", AS_OF, cwd=site)
    done("key", "init", "--sealed", "2026-05-04T01:00:00Z")
    return site


def sealed(condau, work):
    """Seals what an office has, and builds its site."""
    done = doing(condau, work)
    done("seal", "--yes", "--as-of", AS_OF, "--sealed", "2026-05-04T01:30:00Z")
    done("build", "--as-of", AS_OF, "--out", work / "public")
    return work / "site", work / "public"


def rewritten(condau, work):
    """Who holds all keys writes another history: lawful in itself, but not what was seen (verification.md §14, T2)."""
    seen, other = work / "seen", work / "other"
    seen.mkdir()
    site = opened(condau, seen, 3)
    shutil.copytree(seen, other)
    begun = (site / "register" / "checkpoint").read_bytes()
    paper = other / "site/content/documents/so-1001/index.vi.md"
    paper.write_text(paper.read_text().replace("Nội dung", "Nội dung khác"))
    histories = {"the seen history": sealed(condau, seen), "another history": sealed(condau, other)}
    olds = {"nothing": None, "its beginning": work / "begun"}
    olds["its beginning"].write_bytes(begun)
    for name, (_, public) in histories.items():
        olds[name] = public / PREFIX / "checkpoint"
    if len({olds[name].read_text().split("\n")[1] for name in histories}) != 1:
        faults.append("two histories are not of one size")
    for name, (of, public) in histories.items():
        for older, old in olds.items():
            good, case = older == name or older not in histories, f"{name} after {older}"
            register(public, good, case, old)
            audit(condau, of, public, good, case, old)


def main(condau, site, public):
    condau, site = Path(condau).resolve(), Path(site).resolve()
    counts = []
    with tempfile.TemporaryDirectory() as work:
        work = Path(work)
        demo = work / "demo" / "public"
        shutil.copytree(public, demo)
        (work / "large").mkdir()
        opened(condau, work / "large", 300)
        for name, (of, built) in {"demo": (site, demo), "large": sealed(condau, work / "large")}.items():
            register(built, True, name)
            signatures(of, built, name)
            seen = words(of, built, name)
            sums(built, name)
            audit(condau, of, built, True, name)
            tampered(condau, of, built, name)
            counts.append(f"{name} {len(entries(of))} entries, {seen} sealed pages")
        rewritten(condau, work)
    for fault in faults:
        print("FAULT", fault)
    print(f"other programs: {'; '.join(counts)}: {len(faults)} faults")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
