//! Markdown becomes a tree: every block, link and image with its place in the file.

mod address;
mod cjk;
mod frame;
mod ids;
mod notes;
#[cfg(test)]
mod properties;
mod raw;
#[cfg(test)]
mod tests;
mod tables;
mod unlinked;

use std::ops::Range;

use pulldown_cmark::{Alignment as Column, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::diagnostic::problem::Problem;
use crate::diagnostic::{Diagnostics, Span};
use crate::document::blocks;
use crate::document::body::{Alignment, Block, BlockKind, Body, Inline, Item, Row};
use crate::language::script::is_invisible;
use cjk::Marked;
use frame::{Frame, Kind};
use notes::Notes;

/// What is read besides `CommonMark`. No smart punctuation: official text stays as it is written.
/// Ids of headings are read here: the parser's own heading attributes crash it (0.13.6) where a
/// heading underlined with `---` has them on an indented line of their own, in a quotation.
const OPTIONS: Options =
    Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES).union(Options::ENABLE_STRIKETHROUGH);

/// How deep lists, quotations and emphasis may stand in each other; deeper ones are left out and
/// their content moves up. So no later stage can run out of stack.
const DEPTH: usize = 32;

/// Reads the body of a text. `place` is where it stands in its file.
pub fn parse(text: &str, place: Span, diagnostics: &mut Diagnostics) -> Body {
    let marked = Marked::new(text);
    let mut builder = Builder {
        source: text,
        marked: &marked,
        place,
        diagnostics,
        stack: vec![Frame::new(Kind::Root, 0..0)],
        notes: Notes::default(),
        level: 1,
        html: None,
        reached: 0,
        has_angles: memchr::memchr(b'<', text.as_bytes()).is_some(),
        has_odd_addresses: unlinked::may_have(text),
    };
    for (event, range) in Parser::new_ext(&marked.text, OPTIONS).into_offset_iter() {
        let range = marked.original(range.start)..marked.original(range.end);
        builder.event(event, range);
    }
    builder.close_open_paragraph();
    let blocks = builder.stack.into_iter().next().map(|it| it.blocks).unwrap_or_default();
    builder.notes.number(blocks)
}

/// Where raw HTML stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Html {
    /// Blocks of it, one after the other.
    Blocks,
    /// In the words of a block.
    Words,
}

struct Builder<'a> {
    source: &'a str,
    marked: &'a Marked<'a>,
    place: Span,
    diagnostics: &'a mut Diagnostics,
    /// What is open, the root first. Never empty.
    stack: Vec<Frame>,
    notes: Notes,
    /// The level of the heading before; at first that of the title.
    level: u8,
    /// The raw HTML that was reported last, while nothing else has begun: a run of it is one
    /// problem.
    html: Option<Html>,
    /// The end of the last piece of text.
    reached: usize,
    /// Whether the text has a `<` at all.
    has_angles: bool,
    /// Whether there may be an address with a space in it.
    has_odd_addresses: bool,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, &range),
            Event::Text(text) => self.text(&text, &range),
            Event::Code(text) => {
                let text = self.marked.clean(&text).into_owned();
                self.inline(Inline::Code(text), &range);
            }
            Event::SoftBreak => self.inline(Inline::SoftBreak, &range),
            Event::HardBreak => self.inline(Inline::HardBreak, &range),
            Event::FootnoteReference(label) => {
                let position = self.notes.position(&self.marked.clean(&label));
                self.inline(Inline::FootnoteReference(position), &range);
            }
            Event::InlineHtml(_) => self.raw_html(Html::Words, range),
            Event::Rule => {
                self.close_open_paragraph();
                let span = self.span(range);
                self.top().blocks.push(Block { kind: BlockKind::Rule, span });
            }
            // The tag of a block of HTML was reported when the block began.
            Event::Html(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        if is_inline(tag.to_end()) {
            // A paragraph that has not begun yet begins here.
            self.content(&range);
        } else {
            self.close_open_paragraph();
            if !matches!(tag, Tag::HtmlBlock) {
                self.html = None;
            }
        }
        let deep = self.stack.len() >= DEPTH;
        let kind = match tag {
            Tag::Paragraph => {
                self.loosen();
                Some(Kind::Paragraph { open: false })
            }
            Tag::Heading { level, .. } => Some(self.heading(level as u8, range.clone())),
            Tag::BlockQuote(_) if !deep => Some(Kind::Quote),
            Tag::List(start) if !deep => Some(Kind::List { start, tight: true, items: Vec::new() }),
            Tag::Item => matches!(self.top().kind, Kind::List { .. }).then_some(Kind::Item),
            Tag::FootnoteDefinition(label) if !deep => {
                Some(Kind::Note(self.marked.clean(&label).into_owned()))
            }
            Tag::CodeBlock(_) => Some(Kind::Code),
            Tag::HtmlBlock => {
                self.raw_html(Html::Blocks, range.clone());
                Some(Kind::Html)
            }
            Tag::Table(columns) => {
                Some(Kind::Table(columns.into_iter().map(alignment).collect(), Vec::new()))
            }
            Tag::TableHead | Tag::TableRow => Some(Kind::Row(Vec::new())),
            Tag::TableCell => Some(Kind::Cell),
            Tag::Emphasis if !deep => Some(Kind::Emphasis),
            Tag::Strong if !deep => Some(Kind::Strong),
            Tag::Strikethrough if !deep => Some(Kind::Struck),
            Tag::Link { link_type, dest_url, .. } => {
                let mut destination = self.marked.clean(&dest_url).into_owned();
                if link_type == LinkType::Email {
                    destination.insert_str(0, "mailto:");
                }
                self.link(destination, &range)
            }
            Tag::Image { dest_url, .. } => {
                let destination = self.marked.clean(&dest_url).into_owned();
                Some(self.image(destination, &range))
            }
            _ => None,
        };
        match kind {
            Some(kind) => self.stack.push(Frame::new(kind, range)),
            None => self.top().passed += 1,
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        if is_inline(tag) {
            self.reached = self.reached.max(range.end);
        } else {
            self.close_open_paragraph();
        }
        let top = self.top();
        if top.passed > 0 {
            top.passed -= 1;
        } else {
            self.close();
        }
    }

    /// Ends what was begun last, and hands it to what it stands in.
    fn close(&mut self) {
        if self.stack.len() < 2 {
            return;
        }
        let Some(Frame { kind, range, blocks, content, .. }) = self.stack.pop() else { return };
        let span = self.span(range);
        if matches!(kind, Kind::Paragraph { .. } | Kind::Heading(_) | Kind::Cell) {
            self.unlinked(&content, span);
        }
        match kind {
            Kind::Paragraph { .. } => {
                if let Some(problem) = tables::without_line(self.written(span)) {
                    self.diagnostics.push(problem, span);
                }
                self.block(BlockKind::Paragraph(content), span);
            }
            Kind::Heading(level) => {
                let mut content = content;
                let id = ids::take(&mut content, self.written(span));
                self.block(BlockKind::Heading { level, id, content }, span);
            }
            Kind::Quote => self.block(BlockKind::Quote(blocks), span),
            Kind::List { start, tight, items } => {
                self.block(BlockKind::List { start, tight, items }, span);
            }
            Kind::Item => {
                if let Kind::List { items, .. } = &mut self.top().kind {
                    items.push(Item { blocks, span });
                }
            }
            Kind::Note(label) => self.notes.define(&label, blocks),
            Kind::Code => self.block(BlockKind::Code(only_text(content)), span),
            Kind::Table(alignments, rows) => self.table(alignments, rows, span),
            Kind::Row(cells) => {
                self.surplus(cells.len(), span);
                if let Kind::Table(_, rows) = &mut self.top().kind {
                    rows.push(Row { cells, span });
                }
            }
            Kind::Cell => {
                if let Kind::Row(cells) = &mut self.top().kind {
                    cells.push(content);
                }
            }
            Kind::Emphasis if !content.is_empty() => self.put(Inline::Emphasis(content)),
            Kind::Strong if !content.is_empty() => self.put(Inline::Strong(content)),
            Kind::Struck if !content.is_empty() => self.put(Inline::Struck(content)),
            Kind::Emphasis | Kind::Strong | Kind::Struck | Kind::Html | Kind::Root => {}
            Kind::Link(destination) => self.put(Inline::Link { destination, content, span }),
            Kind::Image(destination) => self.put_image(destination, &content, span),
        }
    }

    /// Reports cells beyond the columns: nobody would read them.
    fn surplus(&mut self, cells: usize, span: Span) {
        let written = self.written(span);
        if let Some((problem, place)) = tables::surplus(written, cells) {
            self.diagnostics.push(problem, span.part(place));
        }
    }

    fn table(&mut self, alignments: Vec<Alignment>, rows: Vec<Row>, span: Span) {
        let mut rows = rows.into_iter();
        let Some(header) = rows.next() else { return };
        let columns = header.cells.len();
        let mut rows: Vec<_> = rows.collect();
        for row in &mut rows {
            row.cells.resize_with(columns, Vec::new);
        }
        self.block(BlockKind::Table { alignments, header, rows }, span);
    }

    /// Adds a block, unless raw HTML was all it held.
    fn block(&mut self, kind: BlockKind, span: Span) {
        let is_empty = match &kind {
            BlockKind::Paragraph(content) | BlockKind::Heading { content, .. } => {
                content.iter().all(blocks::is_blank)
            }
            BlockKind::Quote(blocks) => blocks.is_empty(),
            _ => false,
        };
        if !is_empty {
            self.top().blocks.push(Block { kind, span });
        }
    }

    fn put_image(&mut self, destination: Option<String>, content: &[Inline], span: Span) {
        let alternative = blocks::words(content);
        let inline = match destination {
            Some(destination) => {
                if alternative.is_empty() {
                    let file = destination.clone();
                    self.diagnostics.push(Problem::ImageAlt { file }, span);
                }
                Inline::Image { destination, alternative, span }
            }
            None => Inline::Text(alternative),
        };
        self.put(inline);
    }

    fn heading(&mut self, level: u8, range: Range<usize>) -> Kind {
        if level == 1 || level > self.level + 1 {
            let problem = Problem::HeadingOrder { a: level.into(), b: self.level.into() };
            let span = self.span(range);
            self.diagnostics.push(problem, span);
        }
        self.level = level;
        Kind::Heading(level)
    }

    /// A link; none where only its words may be published.
    fn link(&mut self, destination: String, range: &Range<usize>) -> Option<Kind> {
        let Some(problem) = address::fault_of_link(&destination) else {
            return Some(Kind::Link(destination));
        };
        let span = self.span(range.clone());
        self.diagnostics.push(problem, span);
        None
    }

    /// Reports links that are shown as typed, each at its address.
    fn unlinked(&mut self, content: &[Inline], span: Span) {
        if !self.has_odd_addresses {
            return;
        }
        let mut from = 0;
        for address in unlinked::addresses(content) {
            let written = self.written(span);
            let found = written.get(from..).and_then(|it| it.find(&format!("]({address})")));
            let place = match found {
                Some(at) => {
                    let bracket = from + at;
                    // An escaped bracket is meant to be shown.
                    let is_escaped = written[..bracket].ends_with('\\');
                    from = bracket + 2 + address.len();
                    if is_escaped {
                        continue;
                    }
                    span.part(bracket + 2..from)
                }
                None => span,
            };
            self.diagnostics.push(unlinked::problem(address), place);
        }
    }

    fn image(&mut self, destination: String, range: &Range<usize>) -> Kind {
        let Some(problem) = address::fault_of_image(&destination) else {
            return Kind::Image(Some(destination));
        };
        let span = self.span(range.clone());
        self.diagnostics.push(problem, span);
        Kind::Image(None)
    }

    fn raw_html(&mut self, of: Html, range: Range<usize>) {
        if self.html.replace(of) == Some(of) {
            return;
        }
        let (tag, place) = raw::tag(self.source, range);
        let span = self.place.part(place);
        self.diagnostics.push(Problem::RawHtml { tag }, span);
    }

    /// What was pasted and is neither a tag nor a link in Markdown, and so would be shown as typed.
    fn pasted(&mut self, range: &Range<usize>) {
        let source = self.source;
        for at in source.get(range.clone()).into_iter().flat_map(|it| it.match_indices('<')) {
            let at = range.start + at.0;
            if let Some(length) = raw::office_tag(&source[at..]) {
                self.raw_html(Html::Words, at..at + length);
            }
        }
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        if matches!(self.top().kind, Kind::Html) {
            return;
        }
        if self.has_angles && !matches!(self.top().kind, Kind::Code) {
            self.pasted(range);
        }
        if self.source.as_bytes().get(range.start) == Some(&b'&') {
            self.referred(text, range);
        }
        let text = self.marked.clean(text);
        let content = self.content(range);
        if let Some(Inline::Text(last)) = content.last_mut() {
            last.push_str(&text);
        } else if !text.is_empty() {
            content.push(Inline::Text(text.into_owned()));
        }
    }

    /// Reports a reference to a character that is not seen: `&#8203;`, `&shy;`.
    fn referred(&mut self, text: &str, range: &Range<usize>) {
        let written = self.source.get(range.clone()).unwrap_or_default();
        let is_meant = |it: &char| is_invisible(*it) && !written.contains(*it);
        if let Some(it) = text.chars().find(is_meant) {
            let span = self.span(range.clone());
            self.diagnostics.push_invisible(it, span);
        }
    }

    fn inline(&mut self, inline: Inline, range: &Range<usize>) {
        self.content(range).push(inline);
    }

    /// Adds what has ended to the running text it stands in.
    fn put(&mut self, inline: Inline) {
        let content = &mut self.top().content;
        match (content.last_mut(), inline) {
            (Some(Inline::Text(last)), Inline::Text(text)) => last.push_str(&text),
            (_, inline) => content.push(inline),
        }
    }

    /// The running text that is open; where there is none, a paragraph is opened.
    fn content(&mut self, range: &Range<usize>) -> &mut Vec<Inline> {
        let is_open = !matches!(
            self.top().kind,
            Kind::Root
                | Kind::Quote
                | Kind::List { .. }
                | Kind::Item
                | Kind::Note(_)
                | Kind::Table(..)
                | Kind::Row(_)
        );
        if !is_open {
            self.stack.push(Frame::new(Kind::Paragraph { open: true }, range.clone()));
            self.reached = range.end;
        }
        self.reached = self.reached.max(range.end);
        &mut self.top().content
    }

    fn close_open_paragraph(&mut self) {
        let reached = self.reached;
        let top = self.top();
        if matches!(top.kind, Kind::Paragraph { open: true }) {
            top.range.end = reached;
            self.close();
        }
    }

    /// A paragraph of its own makes the list it stands in a loose one.
    fn loosen(&mut self) {
        let [.., list, item] = &mut self.stack[..] else { return };
        if let (Kind::List { tight, .. }, Kind::Item) = (&mut list.kind, &item.kind) {
            *tight = false;
        }
    }

    fn top(&mut self) -> &mut Frame {
        let last = self.stack.len() - 1;
        &mut self.stack[last]
    }

    /// What stands at a place.
    fn written(&self, span: Span) -> &str {
        let (range, base) = (span.range(), self.place.range().start);
        self.source.get(range.start - base..range.end - base).unwrap_or_default()
    }

    /// The place of a range, without the white space around it.
    fn span(&self, range: Range<usize>) -> Span {
        let text = self.source.get(range.clone()).unwrap_or_default();
        let words = text.trim_start();
        let start = range.start + (text.len() - words.len());
        self.place.part(start..start + words.trim_end().len())
    }
}

/// What stands in running text and not beside it.
fn is_inline(tag: TagEnd) -> bool {
    use TagEnd::{Emphasis, Image, Link, Strikethrough, Strong, Subscript, Superscript};
    matches!(tag, Emphasis | Image | Link | Strikethrough | Strong | Subscript | Superscript)
}

fn only_text(content: Vec<Inline>) -> String {
    match content.into_iter().next() {
        Some(Inline::Text(text)) => text,
        _ => String::new(),
    }
}

fn alignment(column: Column) -> Alignment {
    match column {
        Column::None => Alignment::None,
        Column::Left => Alignment::Left,
        Column::Center => Alignment::Center,
        Column::Right => Alignment::Right,
    }
}
