//! The tree of a body in few bytes. Reading Markdown is the dearest step of a build and its trees are
//! the largest thing in memory; packed, each is read once and kept until its pages are written.

use crate::diagnostic::Span;
use crate::document::body::{Alignment, Block, BlockKind, Body, Footnote, Inline, Item, Row};

/// How far behind the text before it a text is looked for: over the marks of Markdown between both.
const REACH: usize = 16;

/// A tree without its words: they stay in the source, and the tree says where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Packed(Box<[u8]>);

impl Packed {
    /// Packs the tree of `text`, which stands at `place` in its file.
    pub fn new(body: &Body, text: &str, place: Span) -> Self {
        let base = place.range().start;
        let mut packer = Packer { text, base, at: 0, bytes: Vec::with_capacity(text.len() / 4) };
        packer.body(body);
        Self(packer.bytes.into_boxed_slice())
    }

    /// The tree, given the text and the place it was packed with.
    pub fn tree(&self, text: &str, place: Span) -> Body {
        if self.0.is_empty() {
            return Body::default();
        }
        Unpacker { text, place, bytes: &self.0 }.body()
    }
}

/// What a block is, as one byte.
mod block {
    pub(super) const HEADING: u8 = 0;
    pub(super) const PARAGRAPH: u8 = 1;
    pub(super) const LIST: u8 = 2;
    pub(super) const QUOTE: u8 = 3;
    pub(super) const TABLE: u8 = 4;
    pub(super) const CODE: u8 = 5;
    pub(super) const RULE: u8 = 6;
}

/// What a piece of running text is, as one byte.
mod inline {
    pub(super) const TEXT: u8 = 0;
    pub(super) const CODE: u8 = 1;
    pub(super) const EMPHASIS: u8 = 2;
    pub(super) const STRONG: u8 = 3;
    pub(super) const STRUCK: u8 = 4;
    pub(super) const LINK: u8 = 5;
    pub(super) const IMAGE: u8 = 6;
    pub(super) const FOOTNOTE: u8 = 7;
    pub(super) const SOFT_BREAK: u8 = 8;
    pub(super) const HARD_BREAK: u8 = 9;
}

const ALIGNMENTS: [Alignment; 4] =
    [Alignment::None, Alignment::Left, Alignment::Center, Alignment::Right];

struct Packer<'a> {
    text: &'a str,
    base: usize,
    /// The end of the text that was found last.
    at: usize,
    bytes: Vec<u8>,
}

impl Packer<'_> {
    /// Seven bits a byte, the lowest first; the highest bit says that more follow.
    fn number(&mut self, number: usize) {
        let mut rest = number;
        loop {
            let [low, ..] = rest.to_le_bytes();
            rest >>= 7;
            self.bytes.push(if rest == 0 { low } else { low | 0x80 });
            if rest == 0 {
                return;
            }
        }
    }

    fn span(&mut self, span: Span) {
        let range = span.range();
        self.number(range.start - self.base);
        self.number(range.len());
    }

    /// A text: where it stands, or itself where the source writes it otherwise.
    fn text(&mut self, text: &str) {
        let source = self.text.as_bytes();
        let end = source.len().min(self.at + REACH);
        let found = (self.at..end).find(|it| source[*it..].starts_with(text.as_bytes()));
        match found.filter(|it| self.text.is_char_boundary(*it)) {
            Some(at) => {
                self.number(text.len() << 1);
                self.number(at);
                self.at = at + text.len();
            }
            None => {
                self.number(text.len() << 1 | 1);
                self.bytes.extend_from_slice(text.as_bytes());
            }
        }
    }

    fn body(&mut self, body: &Body) {
        self.blocks(&body.blocks);
        self.number(body.footnotes.len());
        for note in &body.footnotes {
            self.text(&note.label);
            self.blocks(&note.blocks);
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        self.number(blocks.len());
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        let kind = match &block.kind {
            BlockKind::Heading { .. } => block::HEADING,
            BlockKind::Paragraph(_) => block::PARAGRAPH,
            BlockKind::List { .. } => block::LIST,
            BlockKind::Quote(_) => block::QUOTE,
            BlockKind::Table { .. } => block::TABLE,
            BlockKind::Code(_) => block::CODE,
            BlockKind::Rule => block::RULE,
        };
        self.bytes.push(kind);
        self.span(block.span);
        self.at = block.span.range().start - self.base;
        match &block.kind {
            BlockKind::Heading { level, id, content } => {
                self.bytes.push(*level);
                self.inlines(content);
                self.bytes.push(u8::from(id.is_some()));
                if let Some(id) = id {
                    self.text(id);
                }
            }
            BlockKind::Paragraph(content) => self.inlines(content),
            BlockKind::List { start, tight, items } => {
                self.bytes.push(u8::from(*tight) << 1 | u8::from(start.is_some()));
                if let Some(start) = start {
                    self.bytes.extend(start.to_le_bytes());
                }
                self.number(items.len());
                for item in items {
                    self.span(item.span);
                    self.blocks(&item.blocks);
                }
            }
            BlockKind::Quote(blocks) => self.blocks(blocks),
            BlockKind::Table { alignments, header, rows } => {
                self.number(alignments.len());
                self.bytes.extend(alignments.iter().map(|it| *it as u8));
                self.number(rows.len() + 1);
                for row in std::iter::once(header).chain(rows) {
                    self.span(row.span);
                    self.at = row.span.range().start - self.base;
                    self.number(row.cells.len());
                    for cell in &row.cells {
                        self.inlines(cell);
                    }
                }
            }
            BlockKind::Code(text) => self.text(text),
            BlockKind::Rule => {}
        }
    }

    fn inlines(&mut self, content: &[Inline]) {
        self.number(content.len());
        for inline in content {
            match inline {
                Inline::Text(text) => {
                    self.bytes.push(inline::TEXT);
                    self.text(text);
                }
                Inline::Code(text) => {
                    self.bytes.push(inline::CODE);
                    self.text(text);
                }
                Inline::Emphasis(content) => self.within(inline::EMPHASIS, content),
                Inline::Strong(content) => self.within(inline::STRONG, content),
                Inline::Struck(content) => self.within(inline::STRUCK, content),
                Inline::Link { destination, content, span } => {
                    self.within(inline::LINK, content);
                    self.text(destination);
                    self.span(*span);
                }
                Inline::Image { destination, alternative, span } => {
                    self.bytes.push(inline::IMAGE);
                    self.text(alternative);
                    self.text(destination);
                    self.span(*span);
                }
                Inline::FootnoteReference(position) => {
                    self.bytes.push(inline::FOOTNOTE);
                    self.number(*position);
                }
                Inline::SoftBreak => self.bytes.push(inline::SOFT_BREAK),
                Inline::HardBreak => self.bytes.push(inline::HARD_BREAK),
            }
        }
    }

    fn within(&mut self, kind: u8, content: &[Inline]) {
        self.bytes.push(kind);
        self.inlines(content);
    }
}

/// Reads what [`Packer`] wrote, in its order.
struct Unpacker<'a> {
    text: &'a str,
    place: Span,
    /// What is still to be read.
    bytes: &'a [u8],
}

impl Unpacker<'_> {
    fn byte(&mut self) -> u8 {
        let (first, rest) = self.bytes.split_first().unwrap_or((&0, &[]));
        self.bytes = rest;
        *first
    }

    fn number(&mut self) -> usize {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
            shift += 7;
        }
    }

    fn span(&mut self) -> Span {
        let start = self.number();
        let length = self.number();
        self.place.part(start..start + length)
    }

    fn text(&mut self) -> String {
        let head = self.number();
        let length = head >> 1;
        if head & 1 == 0 {
            let at = self.number();
            return self.text[at..at + length].to_owned();
        }
        let (text, rest) = self.bytes.split_at(length);
        self.bytes = rest;
        String::from_utf8_lossy(text).into_owned()
    }

    fn body(&mut self) -> Body {
        let blocks = self.blocks();
        let footnotes = self.many(|it| Footnote { label: it.text(), blocks: it.blocks() });
        Body { blocks, footnotes }
    }

    /// So many of something as the number before them says.
    fn many<T>(&mut self, mut one: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let count = self.number();
        (0..count).map(|_| one(self)).collect()
    }

    fn blocks(&mut self) -> Vec<Block> {
        self.many(Self::block)
    }

    fn block(&mut self) -> Block {
        let kind = self.byte();
        let span = self.span();
        let kind = match kind {
            block::HEADING => {
                let level = self.byte();
                let content = self.inlines();
                let id = (self.byte() == 1).then(|| self.text());
                BlockKind::Heading { level, id, content }
            }
            block::PARAGRAPH => BlockKind::Paragraph(self.inlines()),
            block::LIST => self.list(),
            block::QUOTE => BlockKind::Quote(self.blocks()),
            block::TABLE => self.table(),
            block::CODE => BlockKind::Code(self.text()),
            _ => BlockKind::Rule,
        };
        Block { kind, span }
    }

    fn list(&mut self) -> BlockKind {
        let flags = self.byte();
        let mut start = None;
        if flags & 1 == 1 {
            let (number, rest) = self.bytes.split_first_chunk().unwrap_or((&[0; 8], &[]));
            start = Some(u64::from_le_bytes(*number));
            self.bytes = rest;
        }
        let items = self.many(|it| Item { span: it.span(), blocks: it.blocks() });
        BlockKind::List { start, tight: flags & 2 == 2, items }
    }

    fn table(&mut self) -> BlockKind {
        let alignments = self.many(|it| ALIGNMENTS[usize::from(it.byte()) % ALIGNMENTS.len()]);
        let rows = self.number();
        let header = self.row();
        let rows = (1..rows).map(|_| self.row()).collect();
        BlockKind::Table { alignments, header, rows }
    }

    fn row(&mut self) -> Row {
        Row { span: self.span(), cells: self.many(Self::inlines) }
    }

    fn inlines(&mut self) -> Vec<Inline> {
        self.many(Self::inline)
    }

    fn inline(&mut self) -> Inline {
        match self.byte() {
            inline::TEXT => Inline::Text(self.text()),
            inline::CODE => Inline::Code(self.text()),
            inline::EMPHASIS => Inline::Emphasis(self.inlines()),
            inline::STRONG => Inline::Strong(self.inlines()),
            inline::STRUCK => Inline::Struck(self.inlines()),
            inline::LINK => {
                let (content, destination) = (self.inlines(), self.text());
                Inline::Link { destination, content, span: self.span() }
            }
            inline::IMAGE => {
                let (alternative, destination) = (self.text(), self.text());
                Inline::Image { destination, alternative, span: self.span() }
            }
            inline::FOOTNOTE => Inline::FootnoteReference(self.number()),
            inline::SOFT_BREAK => Inline::SoftBreak,
            _ => Inline::HardBreak,
        }
    }
}
