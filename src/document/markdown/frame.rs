//! What has begun and not ended while Markdown is read.

use std::ops::Range;

use crate::document::body::{Alignment, Block, Inline, Item, Row};

/// Something that has begun and not ended.
pub(super) struct Frame {
    pub(super) kind: Kind,
    /// Where it stands in the text.
    pub(super) range: Range<usize>,
    pub(super) blocks: Vec<Block>,
    pub(super) content: Vec<Inline>,
    /// How many constructs have begun directly in it that leave no trace in the tree.
    pub(super) passed: u32,
}

pub(super) enum Kind {
    Root,
    Quote,
    List {
        start: Option<u64>,
        tight: bool,
        items: Vec<Item>,
    },
    Item,
    Note(String),
    Table(Vec<Alignment>, Vec<Row>),
    Row(Vec<Vec<Inline>>),
    Cell,
    /// An `open` paragraph has no begin and no end of its own: the text of a tight list.
    Paragraph {
        open: bool,
    },
    Heading(u8),
    Code,
    /// Raw HTML, which is not read.
    Html,
    Emphasis,
    Strong,
    Struck,
    Link(String),
    /// An image; without a destination only its words are kept.
    Image(Option<String>),
}

impl Frame {
    pub(super) fn new(kind: Kind, range: Range<usize>) -> Self {
        Self { kind, range, blocks: Vec::new(), content: Vec::new(), passed: 0 }
    }
}
