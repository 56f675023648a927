//! The tree of a text as HTML: every element closed, nothing but the words and what marks them.

pub mod marks;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::article::html::marks::Marking;
use crate::article::typography::{self, Mail, escape};
use crate::diagnostic::Span;
use crate::document::body::{Alignment, Block, BlockKind, Body, Footnote, Inline, Item, Row};
use crate::document::outline::{Anchors, note_id, reference_id};
use crate::language::Language;
use crate::language::script::{is_white, is_wide};

/// Where a destination of the text leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Href {
    /// The address.
    pub url: String,
    /// Whether it is on another host.
    pub external: bool,
}

/// The few words that are not in the text, in the language of the page, none of which is seen; and
/// what may be ticked off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// Names a table for who cannot see it; its number follows.
    pub table: String,
    /// What a style sheet shows where a table is wider than the screen.
    pub wide: String,
    /// Names the footnotes.
    pub footnotes: String,
    /// Names the arrow from a footnote back to the text.
    pub back: String,
    /// The anchor of the section whose rows have boxes to tick; none in a text that is sealed, which
    /// has nothing but its words.
    pub checklist: Option<&'static str>,
}

/// Writes a body. Links and images whose destination is not in `hrefs` become their words.
pub fn write(
    body: &Body,
    language: Language,
    anchors: &Anchors,
    hrefs: &BTreeMap<String, Href>,
    labels: &Labels,
    marking: Option<&Marking>,
    into: &mut String,
) {
    let mut writer = Writer {
        language,
        anchors,
        hrefs,
        labels,
        marking,
        into,
        headings: 0,
        tables: 0,
        is_referred: vec![false; body.footnotes.len()],
        ticks: false,
        mail: Mail::Linked,
        last: None,
    };
    writer.blocks(&body.blocks);
    writer.footnotes(&body.footnotes);
}

struct Writer<'a> {
    language: Language,
    anchors: &'a Anchors,
    hrefs: &'a BTreeMap<String, Href>,
    labels: &'a Labels,
    /// What is to be marked; none where all is the translation's own, and inside a mark.
    marking: Option<&'a Marking>,
    into: &'a mut String,
    /// How many headings are written.
    headings: usize,
    /// How many tables are written.
    tables: usize,
    /// Which footnotes have been referred to: the first reference carries the id.
    is_referred: Vec<bool>,
    /// Whether rows have boxes to tick: those of one section.
    ticks: bool,
    /// What becomes of e-mail addresses: no link stands in another.
    mail: Mail,
    /// The last character of the running text, to judge the end of a line.
    last: Option<char>,
}

impl<'a> Writer<'a> {
    fn blocks(&mut self, blocks: &[Block]) {
        self.runs(blocks, |writer, blocks| blocks.iter().for_each(|it| writer.block(it)));
    }

    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Heading { level, content, .. } => {
                self.heading(*level, content, block.span);
            }
            BlockKind::Paragraph(content) => {
                self.open("p", self.clause(block.span));
                self.running(content);
                self.put("</p>\n");
            }
            BlockKind::List { start, tight, items } => self.list(*start, *tight, items),
            BlockKind::Quote(blocks) => {
                self.put("<blockquote>\n");
                self.blocks(blocks);
                self.put("</blockquote>\n");
            }
            BlockKind::Table { alignments, header, rows } => self.table(alignments, header, rows),
            BlockKind::Code(text) => {
                self.put("<pre><code>");
                escape(text, self.into);
                self.put("</code></pre>\n");
            }
            BlockKind::Rule => self.put("<hr>\n"),
        }
    }

    fn heading(&mut self, level: u8, content: &[Inline], span: Span) {
        let id = self.anchors.headings.get(self.headings);
        if level <= 2 {
            self.ticks = id.is_some_and(|it| self.labels.checklist == Some(it.as_str()));
        }
        let level = char::from(b'0' + level.clamp(1, 6));
        self.headings += 1;
        self.put("<h");
        self.into.push(level);
        self.attribute("id", id.map_or("", String::as_str));
        self.put(">");
        // Cited as an article, and named by its words.
        if let Some(clause) = self.clause(span) {
            self.open("span", Some(clause));
            self.put("</span>");
        }
        self.running(content);
        self.put("</h");
        self.into.push(level);
        self.put(">\n");
    }

    fn list(&mut self, start: Option<u64>, tight: bool, items: &[Item]) {
        match start {
            None => self.put("<ul>\n"),
            Some(1) => self.put("<ol>\n"),
            Some(start) => {
                self.put("<ol");
                self.attribute("start", &start.to_string());
                self.put(">\n");
            }
        }
        for item in items {
            let mark = self.part(item.span);
            self.put("<li");
            if let Some(mark) = mark {
                self.mark(mark);
            }
            self.attribute("id", self.clause(item.span).unwrap_or_default());
            self.put(">");
            self.inner_label(mark);
            match mark {
                Some(mark) => self.inside(mark, |writer| writer.item(tight, &item.blocks)),
                None => self.item(tight, &item.blocks),
            }
            self.put("</li>\n");
        }
        self.put(if start.is_some() { "</ol>\n" } else { "</ul>\n" });
    }

    fn item(&mut self, tight: bool, blocks: &[Block]) {
        let mut was_bare = false;
        self.runs(blocks, |writer, blocks| {
            for block in blocks {
                match &block.kind {
                    BlockKind::Paragraph(content)
                        if tight && !was_bare && writer.clause(block.span).is_none() =>
                    {
                        writer.running(content);
                        was_bare = true;
                    }
                    _ => {
                        if was_bare {
                            writer.put("\n");
                        }
                        writer.block(block);
                        was_bare = false;
                    }
                }
            }
        });
    }

    fn table(&mut self, alignments: &[Alignment], header: &Row, rows: &[Row]) {
        self.tables += 1;
        let label = format!("{} {}", self.labels.table, self.tables);
        self.put("<div class=\"table\" role=\"region\" tabindex=\"0\"");
        self.attribute("aria-label", label.trim());
        let wide = self.labels.wide.as_str();
        self.attribute("data-wide", wide);
        // A column of numbers or marks needs no width of its own.
        let is_counted = self.marking.is_none()
            && rows.iter().all(|it| it.cells.first().is_some_and(|it| is_within(it, 4)));
        self.put(if is_counted { "><table class=\"counted\">" } else { "><table>" });
        self.put("\n<thead>\n");
        let columns = self.columns(alignments, rows, header.cells.len());
        self.row(&columns, header, Cells::Header);
        self.put("</thead>\n");
        if !rows.is_empty() {
            self.put("<tbody>\n");
            for row in rows {
                self.row(&columns, row, Cells::Data);
            }
            self.put("</tbody>\n");
        }
        self.put("</table></div>\n");
    }

    /// The class of each column: how it is set, and whether it can be as narrow as its few words. A
    /// mark needs room in any; two columns have room enough.
    fn columns(&self, alignments: &[Alignment], rows: &[Row], count: usize) -> Vec<&'static str> {
        let is_slim = |at: usize| {
            let mut cells = rows.iter().filter_map(|it| it.cells.get(at));
            count > 2 && self.marking.is_none() && cells.all(|it| is_within(it, 12))
        };
        let class = |at| match (alignments.get(at), is_slim(at)) {
            (Some(Alignment::Left), false) => " class=\"left\">",
            (Some(Alignment::Left), true) => " class=\"left slim\">",
            (Some(Alignment::Center), false) => " class=\"center\">",
            (Some(Alignment::Center), true) => " class=\"center slim\">",
            (Some(Alignment::Right), false) => " class=\"right\">",
            (Some(Alignment::Right), true) => " class=\"right slim\">",
            (Some(Alignment::None) | None, false) => ">",
            (Some(Alignment::None) | None, true) => " class=\"slim\">",
        };
        (0..count).map(class).collect()
    }

    fn row(&mut self, columns: &[&str], row: &Row, cells: Cells) {
        let mark = self.part(row.span);
        self.put("<tr");
        if let Some(mark) = mark {
            self.mark(mark);
        }
        self.put(">");
        for (at, content) in row.cells.iter().enumerate() {
            // A header cell without words names nothing.
            let is_header = cells == Cells::Header && !is_silent(content);
            self.put(if is_header { "<th scope=\"col\"" } else { "<td" });
            self.put(columns.get(at).copied().unwrap_or(">"));
            let ticked = self.ticks && at == 0 && cells == Cells::Data;
            if ticked {
                self.put("<label><input type=\"checkbox\"> ");
            }
            self.inner_label(mark.filter(|_| at == 0));
            match mark {
                Some(mark) => self.inside(mark, |writer| writer.running(content)),
                None => self.running(content),
            }
            if ticked {
                self.put("</label>");
            }
            self.put(if is_header { "</th>" } else { "</td>" });
        }
        self.put("</tr>\n");
    }

    fn footnotes(&mut self, footnotes: &[Footnote]) {
        if footnotes.is_empty() {
            return;
        }
        self.put("<section class=\"footnotes\"");
        let label = self.labels.footnotes.as_str();
        self.attribute("aria-label", label);
        self.put("><ol>\n");
        for (number, footnote) in (1..).zip(footnotes) {
            self.open("li", Some(&note_id(number)));
            let last = footnote.blocks.split_last();
            if let Some((Block { kind: BlockKind::Paragraph(content), span }, before)) = last
                && self.marking.is_none_or(|it| !it.blocks.contains_key(span))
            {
                self.blocks(before);
                self.put("<p>");
                self.running(content);
                self.put(" ");
                self.way_back(number);
                self.put("</p>");
            } else {
                self.blocks(&footnote.blocks);
                self.way_back(number);
            }
            self.put("</li>\n");
        }
        self.put("</ol></section>\n");
    }

    /// The arrow, as text and not as a picture of one. There is no way back to a reference that is
    /// missing.
    fn way_back(&mut self, number: usize) {
        if !self.is_referred.get(number - 1).is_some_and(|it| *it) {
            return;
        }
        self.put("<a class=\"back\" data-seal-skip");
        self.attribute("href", &format!("#{}", reference_id(number)));
        let label = self.labels.back.as_str();
        self.attribute("aria-label", label);
        self.put(">↩\u{fe0e}</a>");
    }

    fn running(&mut self, content: &[Inline]) {
        self.last = None;
        self.inlines(content);
    }

    fn inlines(&mut self, content: &[Inline]) {
        for (at, inline) in content.iter().enumerate() {
            match inline {
                Inline::SoftBreak => {
                    let joined = self.last.is_some_and(is_wide)
                        && first(&content[at + 1..]).is_some_and(is_wide);
                    if !joined {
                        self.into.push('\n');
                    }
                }
                other => self.inline(other),
            }
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => {
                typography::write(text, self.language, self.mail, self.into);
                self.last = text.chars().next_back();
            }
            Inline::Code(text) => {
                self.put("<code>");
                escape(text, self.into);
                self.put("</code>");
                self.last = text.chars().next_back();
            }
            Inline::Emphasis(content) => self.element("<em>", content, "</em>"),
            Inline::Strong(content) => self.element("<strong>", content, "</strong>"),
            Inline::Struck(content) => self.element("<s>", content, "</s>"),
            Inline::Link { destination, content, .. } => self.link(destination, content),
            Inline::Image { destination, alternative, .. } => self.image(destination, alternative),
            Inline::FootnoteReference(at) => self.reference(*at),
            Inline::SoftBreak => self.put("\n"),
            Inline::HardBreak => {
                self.put("<br>\n");
                self.last = None;
            }
        }
    }

    fn element(&mut self, open: &str, content: &[Inline], close: &str) {
        self.put(open);
        self.inlines(content);
        self.put(close);
    }

    fn link(&mut self, destination: &str, content: &[Inline]) {
        let Some(href) = self.hrefs.get(destination).filter(|_| !is_silent(content)) else {
            return self.inlines(content);
        };
        self.put("<a");
        self.attribute("href", &href.url);
        if href.external {
            self.attribute("rel", "noreferrer");
        }
        self.put(">");
        self.mail = Mail::Plain;
        self.inlines(content);
        self.mail = Mail::Linked;
        self.put("</a>");
    }

    fn image(&mut self, destination: &str, alternative: &str) {
        let Some(href) = self.hrefs.get(destination) else {
            typography::write(alternative, self.language, self.mail, self.into);
            self.last = alternative.chars().next_back();
            return;
        };
        self.put("<img");
        self.attribute("src", &href.url);
        self.put(" alt=\"");
        escape(alternative, self.into);
        self.put("\" loading=\"lazy\">");
        self.last = None;
    }

    fn reference(&mut self, at: usize) {
        let number = at + 1;
        self.put("<sup><a");
        self.attribute("href", &format!("#{}", note_id(number)));
        if let Some(was_referred) = self.is_referred.get_mut(at)
            && !std::mem::replace(was_referred, true)
        {
            self.attribute("id", &reference_id(number));
        }
        self.put(">");
        self.put(&number.to_string());
        self.put("</a></sup>");
    }

    /// The id of an article, clause or point that begins at a place.
    fn clause(&self, span: Span) -> Option<&'a str> {
        self.anchors.clauses.get(&span).map(String::as_str)
    }

    fn open(&mut self, name: &str, id: Option<&str>) {
        self.put("<");
        self.put(name);
        self.attribute("id", id.unwrap_or_default());
        self.put(">");
    }

    /// Writes an attribute that has a value.
    fn attribute(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.into.extend([" ", name, "=\""]);
            escape(value, self.into);
            self.put("\"");
        }
    }

    fn put(&mut self, text: &str) {
        self.into.push_str(text);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Cells {
    Header,
    Data,
}

/// Whether running text gives nothing to read.
fn is_silent(content: &[Inline]) -> bool {
    content.iter().all(|it| match it {
        Inline::Text(text) | Inline::Code(text) => is_white(text),
        Inline::Emphasis(content)
        | Inline::Strong(content)
        | Inline::Struck(content)
        | Inline::Link { content, .. } => is_silent(content),
        Inline::Image { alternative, .. } => alternative.is_empty(),
        Inline::FootnoteReference(_) | Inline::SoftBreak | Inline::HardBreak => true,
    })
}

/// The first character that running text shows. References to footnotes do not part words.
fn first(content: &[Inline]) -> Option<char> {
    for inline in content {
        let found = match inline {
            Inline::Text(text) | Inline::Code(text) => text.chars().next(),
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Struck(content)
            | Inline::Link { content, .. } => first(content),
            Inline::FootnoteReference(_) => None,
            Inline::Image { .. } | Inline::SoftBreak | Inline::HardBreak => return None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

/// Whether a cell holds no more than plain words of so many letters; a Chinese one is as wide as two.
fn is_within(content: &[Inline], width: usize) -> bool {
    match content {
        [] => true,
        [Inline::Text(text)] => {
            let widths = text.chars().map(|it| 1 + usize::from(is_wide(it)));
            text.len() <= width * 4 && widths.sum::<usize>() <= width
        }
        _ => false,
    }
}
