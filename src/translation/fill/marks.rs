//! Marks for what is marked as a whole: the outermost block, item or row all of whose leaf blocks
//! say the same.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{FileId, Span};
use crate::document::blocks;
use crate::document::body::{Block, BlockKind, Body, Row};
use crate::translation::fill::Mark;

/// Marks by the places of what carries them.
type Places = BTreeMap<Span, Mark>;

/// The marks of blocks, and those of items and rows, of a translation into which blocks of another
/// file were put and in which these blocks are orphans.
pub(super) fn of(body: &Body, file: FileId, orphans: BTreeSet<Span>) -> (Places, Places) {
    let mut marks = Marks { file, orphans, blocks: Places::new(), parts: Places::new() };
    marks.find(&body.blocks);
    body.footnotes.iter().for_each(|it| marks.find(&it.blocks));
    (marks.blocks, marks.parts)
}

struct Marks {
    /// The file of the source.
    file: FileId,
    orphans: BTreeSet<Span>,
    blocks: Places,
    parts: Places,
}

/// What the leaf blocks of something say of it; nothing where there are none.
type Of = Option<Option<Mark>>;

impl Marks {
    fn find(&mut self, blocks: &[Block]) {
        for block in blocks {
            if let Some(Some(mark)) = self.of(block) {
                self.blocks.insert(block.span, mark);
                continue;
            }
            match &block.kind {
                BlockKind::List { items, .. } => {
                    for item in items {
                        match self.all(&item.blocks) {
                            Some(Some(mark)) => _ = self.parts.insert(item.span, mark),
                            _ => self.find(&item.blocks),
                        }
                    }
                }
                BlockKind::Quote(blocks) => self.find(blocks),
                BlockKind::Table { header, rows, .. } => {
                    for row in std::iter::once(header).chain(rows) {
                        if let Some(Some(mark)) = self.row(row) {
                            self.parts.insert(row.span, mark);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn of(&self, block: &Block) -> Of {
        match &block.kind {
            BlockKind::List { items, .. } => join(items.iter().map(|it| self.all(&it.blocks))),
            BlockKind::Quote(blocks) => self.all(blocks),
            BlockKind::Table { header, rows, .. } => {
                join(std::iter::once(header).chain(rows).map(|it| self.row(it)))
            }
            _ => (blocks::count(std::slice::from_ref(block)) > 0).then(|| self.leaf(block.span)),
        }
    }

    fn all(&self, blocks: &[Block]) -> Of {
        join(blocks.iter().map(|it| self.of(it)))
    }

    fn row(&self, row: &Row) -> Of {
        blocks::is_leaf(row).then(|| self.leaf(row.span))
    }

    fn leaf(&self, span: Span) -> Option<Mark> {
        if span.file == self.file {
            return Some(Mark::Untranslated);
        }
        self.orphans.contains(&span).then_some(Mark::Orphan)
    }
}

/// The mark that all parts have in common.
fn join(parts: impl Iterator<Item = Of>) -> Of {
    parts.flatten().reduce(|all, it| if all == it { all } else { None })
}
