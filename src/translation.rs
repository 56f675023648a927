//! Translations beside their source: which block stands for which.

pub mod align;
pub mod fill;
pub mod numbers;

use crate::document::Document;
use crate::document::blocks::{self, Kinds};
use crate::document::outline::{self, Outline};
use align::{Alignment, Block};

/// Which block of a translation stands for which of its source, and the anchors of its headings.
/// No alignment where it has nothing to say: both have the same blocks, or one has none.
pub fn compare(
    source: &Document,
    source_anchors: &[String],
    translation: &Document,
) -> (Option<Alignment>, Vec<String>) {
    if is_parallel(source, translation) {
        return (None, source_anchors.to_vec());
    }
    let ours = blocks(&source.kinds, &source.outline);
    let theirs = blocks(&translation.kinds, &translation.outline);
    let alignment = align::align(&ours, &theirs);
    let anchors = anchors(&ours, source_anchors, &theirs, &alignment);
    let is_told = source.has_text() && translation.has_text() && !alignment.is_whole();
    (is_told.then_some(alignment), anchors)
}

/// Whether two texts surely pair block by block: the same kinds, and no id that says otherwise.
fn is_parallel(source: &Document, translation: &Document) -> bool {
    let ids = |it: &Document| it.outline.headings.iter().any(|it| it.explicit.is_some());
    let headings = || source.outline.headings.iter().zip(&translation.outline.headings);
    source.kinds == translation.kinds
        && (!ids(source) || !ids(translation) || headings().all(|(a, b)| a.explicit == b.explicit))
}

/// The leaf blocks of a text, as they are aligned.
pub fn blocks<'a>(kinds: &'a Kinds, outline: &'a Outline) -> Vec<Block<'a>> {
    let mut headings = outline.headings.iter();
    let block = |kind: &'a str| {
        let heading = if blocks::is_heading(kind) { headings.next() } else { None };
        Block { kind, id: heading.and_then(|it| it.explicit.as_deref()) }
    };
    kinds.iter().map(block).collect()
}

/// The anchors of the translation's headings: those of their pairs.
fn anchors(
    source: &[Block<'_>],
    source_anchors: &[String],
    translation: &[Block<'_>],
    alignment: &Alignment,
) -> Vec<String> {
    let partners = alignment.partners(translation.len());
    let mut headings = 0..;
    let number = |it: &Block<'_>| if it.is_heading() { headings.next() } else { None };
    let numbers: Vec<_> = source.iter().map(number).collect();
    let own = translation.iter().zip(partners).filter(|(it, _)| it.is_heading());
    outline::translated_anchors(source_anchors, own.map(|(_, partner)| numbers[partner?]))
}
