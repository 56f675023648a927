#!/usr/bin/env python3
"""Make the PDF files of the demo: specimens with the Vietnamese text of their page, the same bytes on every run.

    specimen_pdf.py [--check] [LIST]

LIST (default specimens.tsv beside this file) has one file a line, fields between TABs:
    path from the root of the project · title · number and date · paragraphs with " / " between them
Paragraphs of a single "@" stand for the text of `index.vi.md` in the same folder, with the signer and the recipients
that its front matter names. A paragraph that ends with ":" is a line to fill in. "Number and date" of a document is
taken as given; `pages` in the front matter must be the number of pages of the file.
Needs fpdf2 (requirements-specimens.txt) and Debian's fonts-liberation2; run by hand when a text or the list changes,
the results are committed. --check writes nothing and says which files differ from what list and texts give.
Exit 0: done, or nothing differs.  Exit 1: a file differs, is missing, is larger than 60 KB or has other pages.
"""
import argparse
import csv
import datetime
import os
import re
import sys
import tomllib
import unicodedata
from pathlib import Path

os.environ["SOURCE_DATE_EPOCH"] = "1767225600"    # fontTools writes the time of subsetting into the font

from fpdf import FPDF, FontFace, XPos, YPos  # noqa: E402  (after the environment is set)
from fpdf.enums import Align  # noqa: E402

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FONTS = Path("/usr/share/fonts/truetype/liberation2")
MADE = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)
LIMIT = 60_000
OFFICE = "Sở Ngoại vụ tỉnh Mẫu"
NOTE = "Tệp này là bản mẫu, chỉ để minh họa phần mềm; văn bản không có giá trị pháp lý."
GREY, RED, BLACK = (90, 90, 90), (168, 32, 26), (0, 0, 0)


class Paper(FPDF):
    """A4 with the margins of an office's paper; each page says that it is a specimen."""

    def footer(self):
        self.set_y(-14)
        self.set_font("serif", "", 9)
        self.set_text_color(*GREY)
        self.cell(0, 5, "BẢN MẪU – không có giá trị pháp lý; nội dung để minh họa phần mềm", align=Align.C)
        self.set_text_color(*BLACK)


def lines(paper, text, style="", size=13, align=Align.J, before=0.0, indent=0.0, lead=""):
    """One paragraph; `lead` is the number or dash that stands before it, hanging."""
    paper.ln(before)
    paper.set_font("serif", style, size)
    height = size * 0.5
    if paper.get_y() + 2 * height > paper.page_break_trigger:
        paper.add_page()
    left = paper.l_margin + indent
    if lead:
        paper.set_x(left - 7)
        paper.cell(7, height, lead)
    paper.set_x(left)
    paper.multi_cell(paper.w - paper.r_margin - left, height, text, align=align, markdown="**" in text,
                     new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def fill_in(paper, label):
    """A label with dots up to the margin."""
    paper.ln(2.5)
    paper.set_font("serif", "", 13)
    room = paper.w - paper.r_margin - paper.get_x() - paper.get_string_width(label + " ") - 2
    paper.cell(0, 7, label + " " + "." * int(room / paper.get_string_width(".")),
               new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def plain(text):
    """Inline Markdown as text: links by their words, notes by their number, bold as it is."""
    text = re.sub(r"\[\^(\w+)\]", r" (\1)", text)
    return re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text)


def table(paper, rows):
    paper.ln(3)
    paper.set_font("serif", "", 11)
    paper.set_draw_color(*GREY)
    widths = [max(5, min(34, max(len(row[at]) for row in rows))) for at in range(len(rows[0]))]
    widths = [max(width, 13) if any(re.match(r"\d\d/\d\d/", row[at]) for row in rows) else width
              for at, width in enumerate(widths)]                       # a date is not broken
    with paper.table(rows, col_widths=widths, line_height=5.6, padding=1, align=Align.L, text_align=Align.L,
                     headings_style=FontFace(emphasis="B")):
        pass
    paper.ln(1)


def blocks(text):
    """The blocks of a page's Markdown, as much of it as the texts of the demo use: pairs of kind and content."""
    found, notes, rows = [], [], []
    for line in text.split("\n") + [""]:
        stripped = line.strip()
        if stripped.startswith("|"):
            if not re.fullmatch(r"[|\s:-]+", stripped):
                rows.append([plain(cell.strip()) for cell in stripped.strip("|").split("|")])
            continue
        if rows:
            found.append(("table", rows))
            rows = []
        if not stripped:
            continue
        if heading := re.fullmatch(r"#+ (.*?)(?:\s*\{#[\w-]+\})?", stripped):
            found.append(("heading", heading[1]))
        elif note := re.fullmatch(r"\[\^(\w+)\]: (.*)", stripped):
            notes.append(("note", f"({note[1]}) {plain(note[2])}"))
        elif item := re.fullmatch(r"(\d+\.|-) (.*)", stripped):
            found.append(("–" if item[1] == "-" else item[1], plain(item[2])))
        elif stripped.startswith("> "):
            found.append(("quote", "“" + plain(stripped[2:]) + "”"))
        else:
            found.append(("nested" if line.startswith("   ") else "paragraph", plain(stripped)))
    return found + notes


def draw(paper, kind, content):
    if kind == "table":
        table(paper, content)
    elif kind == "heading":
        if paper.get_y() > paper.page_break_trigger - 32:
            paper.add_page()
        lines(paper, content, "B", 13, Align.L, before=4)
    elif kind == "note":
        lines(paper, content, size=10, before=2.5)
    elif kind == "quote":
        lines(paper, content, before=2, indent=12)
    elif kind == "nested":
        lines(paper, content, before=1.2, indent=14)
    elif kind == "paragraph":
        lines(paper, content, before=2.2)
    else:
        lines(paper, content, before=1.2, indent=9, lead=kind)


def body(paper, text, room):
    """The text; its last block stands on the page of the signature, which needs `room` millimetres."""
    found = blocks(text)
    last = len(found) - 1
    while last and (found[last][0] == "note" or found[last - 1][0] == "heading"):
        last -= 1
    for at, (kind, content) in enumerate(found):
        if at == last and paper.get_y() > paper.page_break_trigger - room - 10 * (len(found) - last):
            paper.add_page()
        draw(paper, kind, content)


def names():
    found = {"site": "Trang thông tin điện tử của Sở"}
    for file, table_name in (("organizations", "organization"), ("units", "unit")):
        rows = tomllib.loads((ROOT / f"content/data/{file}.toml").read_text(encoding="utf-8"))[table_name]
        found |= {row["id"]: row["name"]["vi"] for row in rows}
    return found


def end(paper, about, room):
    """Recipients on the left, who signs on the right; an agreement has two signers."""
    if paper.get_y() > paper.page_break_trigger - room:
        paper.add_page()
    paper.ln(6)
    top, half = paper.get_y(), (paper.w - paper.l_margin - paper.r_margin) / 2
    unsigned = "(bản mẫu, không có chữ ký)"

    def block(left, *texts):
        paper.set_y(top)
        for text, style, size in texts:
            paper.set_x(left)
            paper.set_font("serif", style, size)
            paper.multi_cell(half, 6, text, align=Align.C, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    if about["kind"] == "mou":
        block(paper.l_margin, ("ĐẠI DIỆN BÊN A", "B", 13), (unsigned, "", 11))
        block(paper.l_margin + half, ("ĐẠI DIỆN BÊN B", "B", 13), (unsigned, "", 11))
        return
    known = names()
    paper.set_font("serif", "B", 11)
    paper.cell(half, 5, "Nơi nhận:", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    paper.set_font("serif", "", 11)
    for recipient in about["recipients"]:
        paper.multi_cell(half, 5, f"– {known[recipient]};", align=Align.L, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    bottom = paper.get_y()
    block(paper.l_margin + half, (about["signer"]["role"].upper(), "B", 13), (unsigned, "", 11))
    paper.set_y(max(bottom, paper.get_y()))


def make(head, title, number, paragraphs, page):
    """The bytes of one file and its number of pages; `page` is the file whose text it carries, if any."""
    paper = Paper(format="A4")
    paper.set_creation_date(MADE)
    paper.set_lang("vi-VN")
    paper.set_title(title)
    paper.set_author(f"{OFFICE} (cơ quan mẫu)")
    paper.set_margins(30, 20, 15)
    paper.set_auto_page_break(True, 20)
    paper.add_font("serif", "", FONTS / "LiberationSerif-Regular.ttf")
    paper.add_font("serif", "B", FONTS / "LiberationSerif-Bold.ttf")
    paper.add_page()
    paper.set_draw_color(*RED)
    paper.set_text_color(*RED)
    paper.set_font("serif", "B", 14)
    paper.cell(40, 9, "BẢN MẪU", border=1, align=Align.C, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    paper.set_text_color(*BLACK)
    paper.ln(4)
    if head:
        lines(paper, head, "B", 12, Align.L)
    if number:
        lines(paper, number, "", 12, Align.L)
    lines(paper, title, "B", 15, Align.C, before=6)
    paper.ln(2)
    if page:
        _, about, text = page.read_text(encoding="utf-8").split("+++\n", 2)
        about = tomllib.loads(about)
        if about["kind"] == "mou":
            text = text.split("{#benefits}")[0].rsplit("\n## ", 1)[0]    # what enterprises can use is no part of it
        room = 24 + 5 * len(about.get("recipients", []))
        body(paper, unicodedata.normalize("NFC", text), room)
        end(paper, about, room)
    for paragraph in paragraphs:
        if paragraph.endswith(":"):
            fill_in(paper, paragraph)
        else:
            lines(paper, paragraph, before=2.5)
    if page or not paragraphs[-1].startswith("Tệp này là bản mẫu"):
        lines(paper, NOTE, size=10, before=4)
    return bytes(paper.output()), paper.pages_count


def main():
    about = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    about.add_argument("list", type=Path, nargs="?", default=HERE / "specimens.tsv")
    about.add_argument("--check", action="store_true")
    given = about.parse_args()
    wrong = 0

    def fault(path, text):
        nonlocal wrong
        print(f"{path}: {text}")
        wrong = 1

    rows = list(csv.reader(given.list.open(encoding="utf-8", newline=""), delimiter="\t", quoting=csv.QUOTE_NONE))
    for path, title, number, text in rows:
        file = ROOT / path
        page = file.parent / "index.vi.md" if text.strip() == "@" else None
        head = "" if "/cooperation/" in path else OFFICE.upper()     # an agreement has two heads: its text says them
        paragraphs = [] if page else [unicodedata.normalize("NFC", part.strip()) for part in text.split(" / ")]
        title, number = (unicodedata.normalize("NFC", field.strip()) for field in (title, number))
        content, pages = make(head, title, number, paragraphs, page)
        if len(content) > LIMIT:
            fault(path, f"{len(content)} bytes, more than {LIMIT}")
        if page and (said := re.search(r"^pages = (\d+)$", page.read_text(encoding="utf-8"), re.M)):
            if int(said[1]) != pages:
                fault(path, f"{pages} pages, but index.vi.md says {said[1]}")
        if not given.check:
            file.write_bytes(content)
        elif not file.exists() or file.read_bytes() != content:
            fault(path, "differs from list and text" if file.exists() else "is missing")
    print(f"{len(rows)} specimens {'compared' if given.check else 'written'}")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
