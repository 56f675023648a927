#!/usr/bin/env python3
"""The same bytes: from any machine, at any number of threads, and after any interruption.

    same.py CONDAU [SITE] [--kills N]

Builds the site with other --jobs, TZ, LANG, folders and (as root) another user, and compares every byte. Then builds
over an older site and kills the build after a random time, N times: each file in the folder must be whole (of the old site or of
the new one), and the next build must give what a fresh one gives. Exit 0: all equal.
"""
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

AS_OF = "2026-05-04"
NOBODY = 65534


def build(condau, site, out, *more, as_of=AS_OF, cwd=None, user=None, **env):
    command = [condau, "build", "--site", site, "--out", out, "--as-of", as_of, *more]
    run = subprocess.run([str(it) for it in command], env={**os.environ, **env}, cwd=cwd, user=user, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def digest(folder):
    files = (it for it in folder.rglob("*") if it.is_file())
    return {str(it.relative_to(folder)): hashlib.sha256(it.read_bytes()).hexdigest() for it in files}


def killed(condau, site, work, kills):
    new, old = work / "new", work / "old"
    build(condau, site, new)
    build(condau, site, old, as_of="2026-03-01")
    begun = time.monotonic()
    build(condau, site, work / "timed")
    length = time.monotonic() - begun
    whole = {path: {new_digest} for path, new_digest in digest(new).items()}
    for path, old_digest in digest(old).items():
        whole.setdefault(path, set()).add(old_digest)
    chance = random.Random(627)
    for number in range(kills):
        out = work / "killed"
        for path in (out, work / "killed.next"):
            shutil.rmtree(path, ignore_errors=True)
        (work / "killed.manifest").unlink(missing_ok=True)
        if number % 4:                     # three times over an older site, once into nothing
            build(condau, site, out, as_of="2026-03-01")
        command = [condau, "build", "--site", site, "--out", out, "--as-of", AS_OF]
        child = subprocess.Popen([str(it) for it in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.random() * length)
        child.send_signal(signal.SIGKILL)
        child.wait()
        for path, found in (digest(out) if out.exists() else {}).items():
            assert found in whole.get(path, ()), f"kill {number}: {path} is not whole"
        build(condau, site, out)
        assert digest(out) == digest(new), f"kill {number}: not mended"
    return kills


def main(condau, site=".", *rest):
    kills = int(rest[rest.index("--kills") + 1]) if "--kills" in rest else 40
    condau, site = Path(condau).resolve(), Path(site).resolve()
    with tempfile.TemporaryDirectory() as work:
        work = Path(work)
        first = work / "first"
        build(condau, site, first, "--jobs", "1", TZ="UTC", LANG="C")
        expected = digest(first)
        copy = work / "another folder" / "bản sao"
        shutil.copytree(site, copy, ignore=shutil.ignore_patterns("target", ".git", "public*", "node_modules"))
        ways = [
            (site, ["--jobs", "2"], {"TZ": "Asia/Ho_Chi_Minh", "LANG": "vi_VN.UTF-8"}),
            (site, ["--jobs", "7"], {"TZ": "America/Anchorage", "LC_ALL": "zh_CN.UTF-8"}),
            (copy, [], {"TZ": "Pacific/Kiritimati", "HOME": str(work)}),
        ]
        if os.geteuid() == 0:
            theirs = work / "of another user"
            shutil.copytree(copy, theirs)
            shutil.copy(condau, theirs / "condau")
            subprocess.run(["chown", "-R", f"{NOBODY}:{NOBODY}", work], check=True)
            ways.append((theirs, [], {"HOME": "/nonexistent", "user": NOBODY}))
        for number, (source, more, env) in enumerate(ways):
            out = work / f"way-{number}"
            build(source / "condau" if "user" in env else condau, source, out, *more, cwd=work, **env)
            assert digest(out) == expected, f"way {number} differs"
            before = {it: it.stat().st_mtime_ns for it in out.rglob("*")}
            build(condau, source, out)
            assert before == {it: it.stat().st_mtime_ns for it in out.rglob("*")}, "an equal site was touched"
        done = killed(condau, site, work, kills)
    print(f"same bytes: {len(ways) + 1} builds of {len(expected)} files, {done} killed builds mended")


if __name__ == "__main__":
    main(*sys.argv[1:])
