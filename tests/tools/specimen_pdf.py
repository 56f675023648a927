#!/usr/bin/env python3
"""Make the PDF files of the demo: specimens with the text of their page, the same bytes on every run.

    specimen_pdf.py [--check] [LIST]

LIST (default specimens.tsv beside this file) has one file a line, fields between TABs:
    path from the root of the project · title · number and date · paragraphs with " / " between them
Paragraphs of a single "@" stand for the text of `index.vi.md` in the same folder, with the signer and the recipients
that its front matter names; "@en" and "@zh" for the text in another language of an agreement. A paragraph that ends with
":" is a line to fill in. "Number and date" of a document is taken as given; `pages` in the front matter must be the number
of pages of the Vietnamese file.
Needs fpdf2 (requirements-specimens.txt) and Debian's fonts-liberation2 and fonts-noto-cjk; run by hand when a text or the
list changes, the results are committed. --check writes nothing and says which files differ from what list and texts give.
Exit 0: done, or nothing differs.  Exit 1: a file differs, is missing, is larger than 100 KB or has other pages.
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
LIBERATION = Path("/usr/share/fonts/truetype/liberation2")
NOTO = Path("/usr/share/fonts/opentype/noto")
SIMPLIFIED = 2                                    # of the fonts in a file of Noto Serif CJK
MADE = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc)
LIMIT = 100_000
OFFICE = "Sở Ngoại vụ tỉnh Mẫu"
NOTE = "Tệp này là bản mẫu, chỉ để minh họa phần mềm; văn bản không có giá trị pháp lý."
WORDS = {
    "vi": {
        "tag": "vi-VN", "stamp": "BẢN MẪU", "author": f"{OFFICE} (cơ quan mẫu)", "note": NOTE,
        "footer": "BẢN MẪU – không có giá trị pháp lý; nội dung để minh họa phần mềm",
        "parties": ("ĐẠI DIỆN BÊN A", "ĐẠI DIỆN BÊN B"), "unsigned": "(bản mẫu, không có chữ ký)",
    },
    "en": {
        "tag": "en", "stamp": "SPECIMEN", "author": "Department of Foreign Affairs of Mẫu Province (specimen)",
        "note": "This file is a specimen that illustrates software; the document has no legal force.",
        "footer": "SPECIMEN – no legal force; the content illustrates software",
        "parties": ("FOR PARTY A", "FOR PARTY B"), "unsigned": "(specimen, not signed)",
    },
    "zh": {
        "tag": "zh-Hans", "stamp": "样本", "author": "样本省外事厅（样本机关）",
        "note": "本文件为样本，仅用于演示软件，不具有法律效力。",
        "footer": "样本——不具有法律效力，内容仅用于演示软件",
        "parties": ("甲方代表", "乙方代表"), "unsigned": "（样本，无签名）",
    },
}
# Chinese breaks between any two characters, but not before a closing mark nor after an opening one; words and numbers
# in Latin letters stay whole.
HAN_PIECE = re.compile(r"(?:\*\*)?[（《“]*(?:[\w./@%:-]+(?<![^\x00-\x7f])|.)(?:\*\*)?[，。、；：！？）》”]*(?:\*\*)?")
GREY, RED, BLACK = (90, 90, 90), (168, 32, 26), (0, 0, 0)


class Paper(FPDF):
    """A4 with the margins of an office's paper in one language; each page says that it is a specimen."""

    def __init__(self, language):
        super().__init__(format="A4")
        self.language, self.words = language, WORDS[language]

    def footer(self):
        self.set_y(-14)
        self.set_font("serif", "", 9)
        self.set_text_color(*GREY)
        self.cell(0, 5, self.words["footer"], align=Align.C)
        self.set_text_color(*BLACK)


def lines(paper, text, style="", size=13, align=Align.J, before=0.0, indent=0.0, lead=""):
    """One paragraph; `lead` is the number or dash that stands before it, hanging."""
    paper.ln(before)
    paper.set_font("serif", style, size)
    height = size * (0.6 if paper.language == "zh" else 0.5)
    if paper.get_y() + 2 * height > paper.page_break_trigger:
        paper.add_page()
    left = paper.l_margin + indent
    if lead:
        paper.set_x(left - 7)
        paper.cell(7, height, lead)
    paper.set_x(left)
    width = paper.w - paper.r_margin - left
    if paper.language == "zh":
        text = broken(paper, text, width - 2 * paper.c_margin)
        align = Align.L if align == Align.J else align
    paper.multi_cell(width, height, text, align=align, markdown="**" in text, new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def broken(paper, text, width):
    """Chinese text with its ends of lines."""
    done, line = [], ""
    for piece in HAN_PIECE.findall(text):
        if line and paper.get_string_width((line + piece).replace("**", "")) > width:
            done.append(line)
            line = ""
        line += piece
    return "\n".join([*done, line])


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
    unsigned = paper.words["unsigned"]

    def block(left, *texts):
        paper.set_y(top)
        for text, style, size in texts:
            paper.set_x(left)
            paper.set_font("serif", style, size)
            paper.multi_cell(half, 6, text, align=Align.C, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    if about["kind"] == "mou":
        for left, party in zip((paper.l_margin, paper.l_margin + half), paper.words["parties"]):
            block(left, (party, "B", 13), (unsigned, "", 11))
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


def fonts(paper):
    for style, weight in (("", "Regular"), ("B", "Bold")):
        if paper.language == "zh":
            paper.add_font("serif", style, NOTO / f"NotoSerifCJK-{weight}.ttc", collection_font_number=SIMPLIFIED)
        else:
            paper.add_font("serif", style, LIBERATION / f"LiberationSerif-{weight}.ttf")


def front_and_text(page):
    _, front, text = page.read_text(encoding="utf-8").split("+++\n", 2)
    return tomllib.loads(front), unicodedata.normalize("NFC", text)


def make(head, title, number, paragraphs, folder, language):
    """The bytes of one file and its number of pages; `folder` is that of the item whose text it carries, if any."""
    paper = Paper(language)
    paper.set_creation_date(MADE)
    paper.set_lang(paper.words["tag"])
    paper.set_title(title)
    paper.set_author(paper.words["author"])
    paper.set_margins(30, 20, 15)
    paper.set_auto_page_break(True, 20)
    fonts(paper)
    paper.add_page()
    paper.set_draw_color(*RED)
    paper.set_text_color(*RED)
    paper.set_font("serif", "B", 14)
    paper.cell(40, 9, paper.words["stamp"], border=1, align=Align.C, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    paper.set_text_color(*BLACK)
    paper.ln(4)
    if head:
        lines(paper, head, "B", 12, Align.L)
    if number:
        lines(paper, number, "", 12, Align.L)
    lines(paper, title, "B", 15, Align.C, before=6)
    paper.ln(2)
    if folder:
        about, _ = front_and_text(folder / "index.vi.md")
        _, text = front_and_text(folder / f"index.{language}.md")
        if about["kind"] == "mou":
            text = text.split("{#benefits}")[0].rsplit("\n## ", 1)[0]    # what enterprises can use is no part of it
        room = 24 + 5 * len(about.get("recipients", []))
        body(paper, text, room)
        end(paper, about, room)
    for paragraph in paragraphs:
        if paragraph.endswith(":"):
            fill_in(paper, paragraph)
        else:
            lines(paper, paragraph, before=2.5)
    if folder or not paragraphs[-1].startswith("Tệp này là bản mẫu"):
        lines(paper, paper.words["note"], size=10, before=4)
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
        carried = re.fullmatch(r"@(\w\w)?", text.strip())
        folder, language = (file.parent, carried[1] or "vi") if carried else (None, "vi")
        head = "" if "/cooperation/" in path else OFFICE.upper()     # an agreement has two heads: its text says them
        paragraphs = [] if folder else [unicodedata.normalize("NFC", part.strip()) for part in text.split(" / ")]
        title, number = (unicodedata.normalize("NFC", field.strip()) for field in (title, number))
        content, pages = make(head, title, number, paragraphs, folder, language)
        if len(content) > LIMIT:
            fault(path, f"{len(content)} bytes, more than {LIMIT}")
        if folder and language == "vi":
            said = front_and_text(folder / "index.vi.md")[0].get("pages", pages)
            if said != pages:
                fault(path, f"{pages} pages, but index.vi.md says {said}")
        if not given.check:
            file.write_bytes(content)
        elif not file.exists() or file.read_bytes() != content:
            fault(path, "differs from list and text" if file.exists() else "is missing")
    print(f"{len(rows)} specimens {'compared' if given.check else 'written'}")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
