#!/usr/bin/env python3
"""Read every QR code of a built folder with two decoders that are not condau's: zxing-cpp and zbar.

    decode.py PUBLIC --site DIR [--condau BINARY]

Needs zxing-cpp and pillow (requirements.txt), zbarimg (zbar-tools), rsvg-convert (librsvg2-bin).
Each code must say HTTPS://<HOST>/V/<CODE>/ of its own document, to both decoders:
  pages    every <img class="qr"> in a page, by the file that it shows; the code is the page's data-code.
           Each item of content/ that has an `id` must show just that code in each language
  files    qr.svg, qr-….png and the like; the code is the folder /V/<CODE>/, else the name
  made     with --condau: `condau qr CODE --svg F --png F --size-mm 22` for each folder of PUBLIC/V
  hard     the symbol of each folder of PUBLIC/V as bad copies show it (verification.md §14, T17): 2.5 pixels a module,
           turned by 30°, blurred, under a blot of 8 % of its area, through a fax of 204 × 98 dots an inch in black and
           white. zbar is not asked what it cannot read: blots near the corner that aligns. A blot of 30 % must be too much
A PNG must be 1 bit deep and say (pHYs) that it is 22 mm wide; an SVG file must say 22 mm.
Exit 0: all is so.  Exit 1: the list.  Exit 2: cannot run, or there is no code at all.
"""
import argparse
import io
import math
import re
import struct
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import zxingcpp
from PIL import Image, ImageDraw, ImageFilter

MM, WITHIN = 22.0, 0.2
IMAGE = re.compile(r"<img\b[^>]*>")
CLASS = re.compile(r"""\bclass\s*=\s*["'][^"']*(?<![\w-])qr(?![\w-])[^"']*["']""")
SOURCE = re.compile(r"""\bsrc\s*=\s*["']([^"']+)["']""")
DATA_CODE = re.compile(r"""\bdata-code\s*=\s*["']([^"']+)["']""")
NAME = re.compile(r"^(?:.*-)?qr(?:-.*)?\.(?:svg|png)$", re.I)
CODE = re.compile(r"(?<![0-9A-Z])(?:[0-9A-HJKMNP-TV-Z]{20}|[0-9A-HJKMNP-TV-Z]{10})(?![0-9A-Z])")


def rasterised(svg):
    """An SVG as PNG bytes, at 600 pixels; nothing of the page around it takes part."""
    return subprocess.run(["rsvg-convert", "-w", "600"], input=svg, capture_output=True, check=True).stdout


def zxing(image):
    found = [code for code in zxingcpp.read_barcodes(image) if code.valid]
    return [code.text for code in found if code.format == zxingcpp.BarcodeFormat.QRCode] if found else []


def zbar(image):
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        image.save(file, "PNG")
        file.flush()
        run = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file.name],
                             capture_output=True, text=True)
    return run.stdout.splitlines()


def physical_mm(png):
    """Width in millimetres by the pHYs chunk, and the bit depth."""
    width, depth = struct.unpack(">I4xB", png[16:25])
    at = png.find(b"pHYs")
    if at < 0:
        return None, depth
    across, _, unit = struct.unpack(">IIB", png[at + 4:at + 13])
    return (width / across * 1000 if unit == 1 else None), depth


def faults_of(data, kind, expected, sized):
    """What is wrong with one picture."""
    wrong = []
    try:
        image = flat(rasterised(data) if kind == "svg" else data)
    except Exception as error:
        return [f"cannot be read: {error}"]
    for name, decoder in (("zxing-cpp", zxing), ("zbar", zbar)):
        said = decoder(image)
        if said != [expected]:
            wrong.append(f"{name} reads {said}, expected {expected}")
    if sized and kind == "png":
        wide, depth = physical_mm(data)
        if wide is None or abs(wide - MM) > WITHIN:
            wrong.append(f"is {'of no stated width' if wide is None else f'{wide:.2f} mm wide'}, expected {MM:.0f} mm")
        if depth != 1:
            wrong.append(f"has {depth} bits a pixel, expected 1")
    if sized and kind == "svg":
        wide = re.search(rb"""<svg\b[^>]*\bwidth=["']([0-9.]+)mm["']""", data)
        if not wide or abs(float(wide[1]) - MM) > WITHIN:
            wrong.append(f"says width {wide[1].decode() + ' mm' if wide else 'nothing in mm'}, expected {MM:.0f} mm")
        if len(data) > 4096:
            wrong.append(f"has {len(data)} bytes, expected at most 4096")
    return wrong


def flat(png):
    """A picture on white paper, in shades of grey."""
    image = Image.open(io.BytesIO(png)).convert("RGBA")
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper.convert("L")


def drawn(svg, width):
    run = subprocess.run(["rsvg-convert", "-w", str(round(width))], input=svg, capture_output=True, check=True)
    return flat(run.stdout)


def on_sheet(image, share):
    """With white paper around it: so much of its width on each side."""
    side = round(image.width * share)
    sheet = Image.new("L", (image.width + 2 * side, image.height + 2 * side), 255)
    sheet.paste(image, (side, side))
    return sheet


def blotted(svg, modules, share, x, y, shade):
    """Under a round blot of a share of the symbol's area. x and y: its middle, of the symbol without the quiet zone."""
    image, pixels = drawn(svg, modules * 8), 8
    side = (modules - 8) * pixels
    radius = (share * side * side / math.pi) ** 0.5
    x, y = 4 * pixels + x * side, 4 * pixels + y * side
    ImageDraw.Draw(image).ellipse((x - radius, y - radius, x + radius, y + radius), fill=shade)
    return image


def faxed(svg, modules):
    """As a fax sends 22 mm: dots that are higher than wide, each black or white."""
    sheet = on_sheet(drawn(svg, modules * 16), 0.2)
    across, down = (round(1.4 * MM / 25.4 * dots) for dots in (204, 98))
    return sheet.resize((across, down), Image.BOX).point(lambda it: 255 * (it > 127)).convert("1").convert("L")


def copies(svg):
    """What bad copies make of a symbol: (name, picture, whether zbar can read it)."""
    modules = int(re.search(rb'viewBox="0 0 (\d+)', svg)[1])
    yield "2.5 pixels a module", drawn(svg, modules * 16).resize((round(modules * 2.5),) * 2, Image.BOX), True
    yield "turned by 30°", on_sheet(drawn(svg, modules * 6), 0.6).rotate(30, Image.BICUBIC, fillcolor=255), True
    yield "blurred by 0.4 modules", drawn(svg, modules * 8).filter(ImageFilter.GaussianBlur(0.4 * 8)), True
    for place, x, y, easy in (("in the middle", 0.5, 0.5, True), ("below", 0.5, 0.75, True), ("in the corner", 0.72, 0.72, False)):
        for ink, shade in (("black", 0), ("grey", 96)):
            yield f"a {ink} blot of 8 % {place}", blotted(svg, modules, 0.08, x, y, shade), easy
    fax = faxed(svg, modules)
    yield "a fax", fax, True
    yield "a fax on a screen", fax.resize((fax.width, fax.height * 2), Image.NEAREST), True


def faults_of_copies(svg, expected):
    """Which copies are not read, and whether a copy that cannot be is."""
    wrong = []
    for name, image, easy in copies(svg):
        for reader, decoder in (("zxing-cpp", zxing), ("zbar", zbar)):
            if (easy or decoder is zxing) and (said := decoder(image)) != [expected]:
                wrong.append(f"{name}: {reader} reads {said}, expected {expected}")
    modules = int(re.search(rb'viewBox="0 0 (\d+)', svg)[1])
    if zxing(blotted(svg, modules, 0.30, 0.5, 0.5, 0)):
        wrong.append("is read under a blot of 30 %: the blots of this test are none")
    return wrong


class Survey:
    def __init__(self, public, address, base):
        self.public, self.address, self.base = public, address, base
        self.jobs, self.wrong, self.count = [], [], Counter()

    def add(self, where, data, kind, code, group, sized):
        self.count[group] += 1
        self.jobs.append((where, data, kind, self.address.replace("CODE", code), sized))

    def pages(self):
        """Codes shown by pages: the same picture on three pages is decoded once."""
        shown = {}
        for path in sorted(self.public.rglob("*.html")):
            name = path.relative_to(self.public).as_posix()
            text = path.read_text(encoding="utf-8")
            codes = set(DATA_CODE.findall(text))
            for image in (found for found in IMAGE.findall(text) if CLASS.search(found)):
                if len(codes) != 1:
                    self.wrong.append(f"{name}: QR code beside data-code {sorted(codes)}, expected one")
                    continue
                code, source = next(iter(codes)), SOURCE.search(image)
                file = self.public / source[1].removeprefix(self.base).lstrip("/") if source else self.public
                if not file.is_file():
                    self.wrong.append(f"{name}: QR code {image} shows no file")
                    continue
                shown.setdefault(name, set()).add(code)
                self.add(name, file.read_bytes(), file.suffix[1:].lower(), code, "in pages", True)
        return shown

    def files(self):
        for path in sorted(self.public.rglob("*")):
            if not path.is_file() or not NAME.match(path.name):
                continue
            name = path.relative_to(self.public).as_posix()
            parts = name.split("/")
            named = [parts[parts.index("V") + 1]] if "V" in parts[:-2] else CODE.findall(path.name.upper())
            if len(named) != 1:
                self.wrong.append(f"{name}: belongs to no code: neither in /V/<CODE>/ nor with the code in its name")
                continue
            self.add(name, path.read_bytes(), path.suffix[1:].lower(), named[0], "as files", True)

    def codes(self):
        folder = self.public / "V"
        return sorted(path.name for path in folder.iterdir() if path.is_dir() and CODE.fullmatch(path.name)) \
            if folder.is_dir() else []

    def made(self, condau, site, codes):
        with tempfile.TemporaryDirectory() as folder:
            for code in codes:
                svg, png = Path(folder, f"{code}.svg"), Path(folder, f"{code}.png")
                run = subprocess.run([condau, "qr", code, "--svg", svg, "--png", png, "--size-mm", f"{MM:.0f}"],
                                     cwd=site, capture_output=True, text=True)
                if run.returncode or not svg.exists() or not png.exists():
                    self.wrong.append(f"condau qr {code}: exit {run.returncode}, {run.stderr.strip()[:200]}")
                    continue
                self.add(f"condau qr {code} --svg", svg.read_bytes(), "svg", code, "made", True)
                self.add(f"condau qr {code} --png", png.read_bytes(), "png", code, "made", True)

    def items(self, site, settings, shown, folders):
        """The code in the front matter is the code on the item's pages and of a folder in /V/."""
        languages, count = settings["site"]["languages"], 0
        for folder in sorted(path for path in (site / "content").glob("*/*/") if path.is_dir()):
            section = settings["sections"].get(folder.parent.name)
            source = next((file for lang in languages if (file := folder / f"index.{lang}.md").exists()), None)
            if section is None or source is None:
                continue
            front = tomllib.loads(source.read_text(encoding="utf-8").split("+++")[1])
            code, item = front.get("id"), f"{folder.parent.name}/{folder.name}"
            if front.get("draft"):
                continue
            count += code is not None
            if code is not None and code not in folders:
                self.wrong.append(f"{item}: there is no folder V/{code}")
            for lang in languages:
                page = f"{lang}/{section['path'][lang]}/{folder.name}/index.html"
                if shown.get(page, set()) != ({code} if code else set()):
                    self.wrong.append(f"{page}: shows {sorted(shown.get(page, set()))}, expected {code or 'no code'}")
        return count

    def hard(self, codes):
        symbols = [(f"V/{code}/qr.svg", code) for code in codes if (self.public / "V" / code / "qr.svg").exists()]
        self.count["hard"] = len(symbols)
        with ThreadPoolExecutor() as pool:
            job = lambda it: faults_of_copies((self.public / it[0]).read_bytes(), self.address.replace("CODE", it[1]))
            for (where, _), faults in zip(symbols, pool.map(job, symbols)):
                self.wrong += [f"{where}: {fault}" for fault in faults]
        if codes and not symbols:
            self.wrong.append("no folder of V/ has a symbol")

    def decode(self):
        unique = {}
        for where, *job in self.jobs:
            unique.setdefault(tuple(job), where)
        with ThreadPoolExecutor() as pool:
            for where, faults in zip(unique.values(), pool.map(lambda job: faults_of(*job), unique)):
                self.wrong += [f"{where}: {fault}" for fault in faults]


def main():
    about = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    about.add_argument("public", type=Path)
    about.add_argument("--site", type=Path, required=True)
    about.add_argument("--condau", type=Path)
    given = about.parse_args()
    settings = tomllib.loads((given.site / "condau.toml").read_text(encoding="utf-8"))
    base = urlsplit(settings["site"]["base_url"])
    host = settings.get("verify", {}).get("host") or base.netloc
    path = base.path.rstrip("/")
    survey = Survey(given.public, f"HTTPS://{host.upper()}{path}/V/CODE/", path)
    shown, codes = survey.pages(), survey.codes()
    survey.files()
    items = survey.items(given.site, settings, shown, codes)
    if given.condau:
        survey.made(given.condau.resolve(), given.site, codes)
    if not survey.jobs:
        about.exit(2, f"decode: there is no QR code in {given.public}\n")
    survey.hard(codes)
    survey.decode()
    for line in survey.wrong:
        print(f"  {line}")
    tally = ", ".join(f"{number} {group}" for group, number in survey.count.items())
    print(f"decode: {len(codes)} codes of {items} items; {tally}; zxing-cpp and zbar; {len(survey.wrong)} faults")
    return 1 if survey.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
