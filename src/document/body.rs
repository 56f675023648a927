//! The body of a document as a tree: blocks and inlines, each block with its place.

use crate::diagnostic::Span;

/// A whole body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body {
    /// The blocks in order.
    pub blocks: Vec<Block>,
    /// The footnotes in the order of their first reference.
    pub footnotes: Vec<Footnote>,
}

/// One block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in the file.
    pub span: Span,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading.
    Heading {
        /// 1 to 6.
        level: u8,
        /// The explicit `{#id}`.
        id: Option<String>,
        /// The words.
        content: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// The first number, if it is numbered.
        start: Option<u64>,
        /// Whether items are not separated by empty lines: their paragraphs print without `<p>`.
        tight: bool,
        /// The items: the blocks of each.
        items: Vec<Item>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// A table. Each row has as many cells as the header.
    Table {
        /// The alignment of each column.
        alignments: Vec<Alignment>,
        /// The header cells.
        header: Row,
        /// The other rows.
        rows: Vec<Row>,
    },
    /// A code block.
    Code(String),
    /// A line between parts.
    Rule,
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Where it stands.
    pub span: Span,
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The cells.
    pub cells: Vec<Vec<Inline>>,
    /// Where it stands.
    pub span: Span,
}

/// How a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// As the language writes.
    None,
    /// To the left.
    Left,
    /// In the middle.
    Center,
    /// To the right: amounts.
    Right,
}

/// One footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footnote {
    /// The label between `[^` and `]`.
    pub label: String,
    /// Its blocks; empty if it was never defined.
    pub blocks: Vec<Block>,
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain text, character references resolved.
    Text(String),
    /// `code`.
    Code(String),
    /// `*stressed*`.
    Emphasis(Vec<Inline>),
    /// `**strong**`.
    Strong(Vec<Inline>),
    /// `~~struck~~`.
    Struck(Vec<Inline>),
    /// A link.
    Link {
        /// Where it leads, as it was written.
        destination: String,
        /// Its words.
        content: Vec<Inline>,
        /// Where it stands.
        span: Span,
    },
    /// An image.
    Image {
        /// The file, as it was written.
        destination: String,
        /// What it shows, in words.
        alternative: String,
        /// Where it stands.
        span: Span,
    },
    /// A reference to a footnote: its position in [`Body::footnotes`].
    FootnoteReference(usize),
    /// The end of a source line. Between Han characters it is nothing, elsewhere a space.
    SoftBreak,
    /// A line break that was asked for.
    HardBreak,
}

/// Shows every reference to a footnote in these blocks, in the order in which they stand.
pub fn each_reference(blocks: &mut [Block], each: &mut impl FnMut(&mut Inline)) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => {
                references(content, each);
            }
            BlockKind::List { items, .. } => {
                for item in items {
                    each_reference(&mut item.blocks, each);
                }
            }
            BlockKind::Quote(blocks) => each_reference(blocks, each),
            BlockKind::Table { header, rows, .. } => {
                let rows = std::iter::once(header).chain(rows);
                rows.flat_map(|it| &mut it.cells).for_each(|it| references(it, each));
            }
            BlockKind::Code(_) | BlockKind::Rule => {}
        }
    }
}

fn references(content: &mut [Inline], each: &mut impl FnMut(&mut Inline)) {
    for inline in content {
        match inline {
            Inline::FootnoteReference(_) => each(inline),
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Struck(content)
            | Inline::Link { content, .. } => references(content, each),
            _ => {}
        }
    }
}
