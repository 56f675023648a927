//! Translations beside their source: which block stands for which.

pub mod align;
pub mod fill;
pub mod lock;
pub mod numbers;
pub mod state;
pub mod words;

use std::collections::BTreeSet;

use crate::data::Data;
use crate::document::Document;
use crate::document::blocks::{self, Kinds, Leaf};
use crate::document::outline::{self, Outline};
use crate::language::{Language, Text};
use crate::source::Sources;
use align::{Alignment, Block};
use lock::Lock;
use state::{Given, Judged, Side};

/// The kinds of the blocks that stand in the front matter.
pub const HEAD: [&str; 2] = ["title", "summary"];

/// What tells the state of translations.
#[derive(Debug, Clone, Copy)]
pub struct Tracked<'a> {
    /// What was accepted.
    pub lock: &'a Lock,
    /// The texts.
    pub sources: &'a Sources,
    /// Words that are the same in all languages.
    pub names: &'a BTreeSet<String>,
}

/// Words, in lower case, that are the same in all languages: symbols of organisations, and names and
/// terms that every language writes alike.
pub fn shared_words(data: &Data) -> BTreeSet<String> {
    let symbols = data.organizations.iter().flat_map(|it| &it.abbreviations).map(String::as_str);
    let names = data.organizations.iter().map(|it| &it.name);
    let names = names.chain(data.glossary.iter().map(|it| &it.name)).filter_map(Text::shared);
    symbols.chain(names).flat_map(|it| words::letters(it, Language::Vi)).collect()
}

/// How a translation stands to its source.
#[derive(Debug)]
pub struct Compared {
    /// Which block stands for which; none where it has nothing to say: both have the same blocks, or
    /// one has none.
    pub alignment: Option<Alignment>,
    /// The anchors of its headings.
    pub anchors: Vec<String>,
    /// The state of every block, in the order of the source; empty where nothing was accepted.
    pub judged: Vec<Judged>,
}

/// Which block of a translation stands for which of its source, the anchors of its headings, and how
/// far each block is.
pub fn compare(
    source: &Document,
    source_anchors: &[String],
    translation: &Document,
    tracked: Option<Tracked<'_>>,
) -> Compared {
    let is_accepted = |it: &Tracked<'_>| !it.lock.of(translation.language).is_empty();
    if let Some(tracked) = tracked.filter(is_accepted) {
        return tracked.compare(source, source_anchors, translation);
    }
    if is_parallel(source, translation) {
        let anchors = source_anchors.to_vec();
        return Compared { alignment: None, anchors, judged: Vec::new() };
    }
    let ours = blocks(&source.kinds, &source.outline);
    let theirs = blocks(&translation.kinds, &translation.outline);
    let alignment = align::align(&ours, &theirs, None);
    let anchors = anchors(&ours, source_anchors, &theirs, &alignment);
    Compared { alignment: told(source, translation, alignment), anchors, judged: Vec::new() }
}

/// An alignment, where it has something to say.
fn told(source: &Document, translation: &Document, alignment: Alignment) -> Option<Alignment> {
    let is_told = source.has_text() && translation.has_text() && !alignment.is_whole();
    is_told.then_some(alignment)
}

impl Tracked<'_> {
    fn compare(self, source: &Document, source_anchors: &[String], text: &Document) -> Compared {
        let lock = self.lock.part(|kind| !HEAD.contains(&kind));
        let given = Given {
            language: text.language,
            lock: &lock,
            is_machine: text.is_machine(),
            names: self.names,
        };
        let Bodies { alignment, judged, .. } = judge(source, text, self.sources, given);
        let ours = blocks(&source.kinds, &source.outline);
        let theirs = blocks(&text.kinds, &text.outline);
        let anchors = anchors(&ours, source_anchors, &theirs, &alignment);
        Compared { alignment: told(source, text, alignment), anchors, judged }
    }
}

/// The bodies of a text and its translation, block by block.
#[derive(Debug)]
pub struct Bodies {
    /// The blocks of the source.
    pub ours: Vec<Leaf>,
    /// The blocks of the translation.
    pub theirs: Vec<Leaf>,
    /// Which stands for which.
    pub alignment: Alignment,
    /// The state of each, in the order of the source.
    pub judged: Vec<Judged>,
}

/// Aligns two bodies and says how far each block is; the lock that is given has no other blocks.
pub fn judge(source: &Document, text: &Document, sources: &Sources, given: Given<'_>) -> Bodies {
    let leaves = |it: &Document| blocks::leaves(&it.tree(sources));
    let (ours, theirs) = (leaves(source), leaves(text));
    let our_side = Side::new(blocks(&source.kinds, &source.outline), &ours, source.language);
    let their_side = Side::new(blocks(&text.kinds, &text.outline), &theirs, text.language);
    let alignment = state::align(&our_side, &their_side, given);
    let judged = state::judge(&our_side, &their_side, &alignment, given);
    Bodies { ours, theirs, alignment, judged }
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
