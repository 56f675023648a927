#!/usr/bin/env python3
"""Make the PDF files of the demo: short specimens with real text, the same bytes on every run.

    specimen_pdf.py [--check] [LIST]

LIST (default specimens.tsv beside this file) has one file a line, fields between TABs:
    path from the root of the project · title · number and date · paragraphs with " / " between them
Needs fpdf2 (requirements-specimens.txt) and Debian's fonts-liberation2; run by hand when the list changes, the
results are committed. --check writes nothing and says which files differ from what the list gives.
Exit 0: done, or nothing differs.  Exit 1: a file differs, is missing or is larger than 40 KB.
"""
import argparse
import csv
import datetime
import os
import sys
import unicodedata
from pathlib import Path

os.environ["SOURCE_DATE_EPOCH"] = "1767225600"    # fontTools writes the time of subsetting into the font

from fpdf import FPDF, XPos, YPos  # noqa: E402  (after the environment is set)
from fpdf.enums import Align  # noqa: E402

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FONTS = Path("/usr/share/fonts/truetype/liberation2")
MADE = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)
LIMIT = 40_000
OFFICE = "Sở Ngoại vụ tỉnh Mẫu"
GREY, RED, BLACK = (90, 90, 90), (168, 32, 26), (0, 0, 0)


class Paper(FPDF):
    """A4 with the margins of an office's paper; each page says that it is a specimen."""

    def footer(self):
        self.set_y(-14)
        self.set_font("serif", "", 9)
        self.set_text_color(*GREY)
        self.cell(0, 5, "BẢN MẪU – không có giá trị pháp lý; nội dung để minh họa phần mềm", align=Align.C)


def lines(paper, text, style="", size=13, align=Align.J, before=0, indent=False):
    paper.ln(before)
    paper.set_font("serif", style, size)
    if indent:
        text = "\u2003" + text
    paper.multi_cell(0, size * 0.53, text, align=align, new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def make(head, title, number, paragraphs):
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
    lines(paper, title, "B", 15, Align.C, before=8)
    paper.ln(2)
    for paragraph in paragraphs:
        lines(paper, paragraph, before=2.5, indent=True)
    return bytes(paper.output())


def main():
    about = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    about.add_argument("list", type=Path, nargs="?", default=HERE / "specimens.tsv")
    about.add_argument("--check", action="store_true")
    given = about.parse_args()
    wrong = 0
    rows = list(csv.reader(given.list.open(encoding="utf-8", newline=""), delimiter="\t", quoting=csv.QUOTE_NONE))
    for path, title, number, text in rows:
        head = "" if "/cooperation/" in path else OFFICE.upper()     # an agreement has two heads: its text says them
        content = make(head, *(unicodedata.normalize("NFC", field.strip()) for field in (title, number)),
                       [unicodedata.normalize("NFC", part.strip()) for part in text.split(" / ")])
        file = ROOT / path
        if len(content) > LIMIT:
            print(f"{path}: {len(content)} bytes, more than {LIMIT}")
            wrong = 1
        if given.check:
            if not file.exists() or file.read_bytes() != content:
                print(f"{path}: {'differs from the list' if file.exists() else 'is missing'}")
                wrong = 1
        else:
            file.write_bytes(content)
    print(f"{len(rows)} specimens {'compared' if given.check else 'written'}")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
