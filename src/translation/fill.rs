//! What a translation lacks, put into its tree from the tree of its source.

mod marks;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::{FileId, Span};
use crate::document::blocks;
use crate::document::body::{Block, BlockKind, Body, Footnote, Inline, Item, Row, each_reference};
use crate::translation::align::{self, Alignment};

/// Why something in a translation is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It is the source's: nothing in the translation stands for it alone.
    Untranslated,
    /// Nothing in the source stands for it.
    Orphan,
}

/// A translation with what it lacks.
#[derive(Debug)]
pub struct Filled {
    /// The tree. What was put in has its place in the file of the source.
    pub body: Body,
    /// The marks of whole blocks, by their places.
    pub blocks: BTreeMap<Span, Mark>,
    /// The marks of list items and table rows in lists and tables that have no mark.
    pub parts: BTreeMap<Span, Mark>,
}

/// Puts the missing blocks where they belong, each in a list, quotation or table that stands for
/// its own, else in a copy of its own. Blocks of a group come after those of the translation: which
/// of them are translated is not known, and a reader who sees both loses nothing.
pub fn fill(mut translation: Body, source: Body, alignment: &Alignment, file: FileId) -> Filled {
    let spans = blocks::spans(&translation);
    let orphans = alignment.orphans().filter_map(|it| spans.get(it).copied()).collect();
    let plan = Plan::new(alignment, blocks::spans(&source).len(), spans.len());
    let notes = Notes::new(&translation, &source, &plan);
    let Body { mut blocks, footnotes } = source;
    notes.renumber(&mut blocks);
    let own = blocks::count(&translation.blocks);
    let (mut own_at, mut at) = (own, blocks::count(&blocks));
    translation.blocks = merge(translation.blocks, 0, blocks, 0, &plan);
    let starts: Vec<_> = translation.footnotes.iter().map(|it| start(&mut own_at, it)).collect();
    for (mut footnote, &target) in footnotes.into_iter().zip(&notes.targets) {
        let start = start(&mut at, &footnote);
        notes.renumber(&mut footnote.blocks);
        match starts.get(target) {
            Some(&own) => {
                let blocks = std::mem::take(&mut translation.footnotes[target].blocks);
                let blocks = merge(blocks, own, footnote.blocks, start, &plan);
                translation.footnotes[target].blocks = blocks;
            }
            None => {
                let blocks = cut(footnote.blocks, start, &plan);
                translation.footnotes.push(Footnote { blocks, ..footnote });
            }
        }
    }
    number_notes(&mut translation);
    let (blocks, parts) = marks::of(&translation, file, orphans);
    Filled { body: translation, blocks, parts }
}

/// The number of the first leaf block of a footnote; the next one follows its last.
fn start(at: &mut usize, footnote: &Footnote) -> usize {
    let start = *at;
    *at += blocks::count(&footnote.blocks);
    start
}

/// What is to be done with each leaf block.
struct Plan {
    /// Whether one of the source is shown.
    is_shown: Vec<bool>,
    /// The partner of one of the source.
    partners: Vec<Option<usize>>,
    /// Whether one of the translation has a partner.
    is_paired: Vec<bool>,
}

impl Plan {
    fn new(alignment: &Alignment, source: usize, translation: usize) -> Self {
        let partners = vec![None; source];
        let (is_shown, is_paired) = (vec![false; source], vec![false; translation]);
        let mut plan = Self { is_shown, partners, is_paired };
        for it in alignment.untranslated() {
            plan.is_shown[it] = true;
        }
        for row in &alignment.rows {
            if let align::Row::Pair { source, translation, .. } = row {
                plan.partners[*source] = Some(*translation);
                plan.is_paired[*translation] = true;
            }
        }
        plan
    }
}

/// Something in a list of its like: a block, an item of a list, a row of a table.
trait Node: Sized {
    /// How many leaf blocks it has.
    fn leaves(&self) -> usize;

    /// What is shown of it, in its own containers. Its leaf blocks begin with this number.
    fn cut(self, at: usize, plan: &Plan) -> Option<Self>;

    /// Puts into it what is shown of its counterpart. What does not fit in comes back. The leaf
    /// blocks of each begin with the number before it.
    fn join(&mut self, own: usize, at: usize, other: Self, plan: &Plan) -> Option<Self>;
}

/// Joins what stands in two containers that stand for each other. The leaf blocks of each begin
/// with the number after it. What is put in follows what it follows in the source, and what stands
/// there alone: it comes before the next thing in the translation that has a partner.
fn merge<N: Node>(ours: Vec<N>, own: usize, theirs: Vec<N>, at: usize, plan: &Plan) -> Vec<N> {
    let mut places = Vec::with_capacity(ours.len());
    let mut end = own;
    for node in &ours {
        places.push(end..end + node.leaves());
        end += node.leaves();
    }
    let is_paired = |it: &Range<usize>| plan.is_paired[it.clone()].contains(&true);
    let slot = |from: usize| {
        let next = places[from..].iter().position(is_paired);
        next.map_or(places.len(), |it| from + it)
    };
    let mut nodes: Vec<_> = ours.into_iter().map(|it| (Vec::new(), Some(it))).collect();
    nodes.push((Vec::new(), None));
    let mut is_joined = vec![false; places.len()];
    let (mut at, mut next) = (at, slot(0));
    for node in theirs {
        let start = at;
        at += node.leaves();
        let position = |it: &usize| places.partition_point(|place| place.end <= *it);
        let here = |it: &&usize| (own..end).contains(*it);
        let mut partners = plan.partners[start..at].iter().flatten().filter(here);
        let first = partners.next();
        let last = partners.next_back().or(first);
        next = last.map_or(next, |it| slot(position(it) + 1));
        // A list may stand for two of the source: the second one is not joined to it.
        let first = first.map(position).filter(|it| !std::mem::replace(&mut is_joined[*it], true));
        let rest = match first.and_then(|it| Some((places[it].start, nodes[it].1.as_mut()?))) {
            Some((own, joined)) => joined.join(own, start, node, plan),
            None => node.cut(start, plan),
        };
        nodes[next].0.extend(rest);
    }
    nodes.into_iter().flat_map(|(before, node)| before.into_iter().chain(node)).collect()
}

/// What is shown of these nodes, whose leaf blocks begin with this number.
fn cut<N: Node>(nodes: Vec<N>, mut at: usize, plan: &Plan) -> Vec<N> {
    let mut kept = Vec::new();
    for node in nodes {
        let start = at;
        at += node.leaves();
        kept.extend(node.cut(start, plan));
    }
    kept
}

impl Node for Block {
    fn leaves(&self) -> usize {
        blocks::count(std::slice::from_ref(self))
    }

    fn cut(self, at: usize, plan: &Plan) -> Option<Self> {
        let leaves = self.leaves();
        let shown = plan.is_shown[at..at + leaves].iter().filter(|it| **it).count();
        if shown == leaves {
            return (leaves > 0).then_some(self);
        }
        let kind = match self.kind {
            _ if shown == 0 => return None,
            BlockKind::List { start, tight, items } => {
                let first = first_shown(&items, at, plan);
                let start = start.map(|it| it.saturating_add(first));
                BlockKind::List { start, tight, items: cut(items, at, plan) }
            }
            BlockKind::Quote(blocks) => BlockKind::Quote(cut(blocks, at, plan)),
            // Rows say nothing without their header.
            BlockKind::Table { alignments, header, rows } => {
                let rows = cut(rows, at + usize::from(blocks::is_leaf(&header)), plan);
                BlockKind::Table { alignments, header, rows }
            }
            leaf => leaf,
        };
        Some(Self { kind, span: self.span })
    }

    fn join(&mut self, own: usize, at: usize, other: Self, plan: &Plan) -> Option<Self> {
        match (&mut self.kind, other.kind) {
            (BlockKind::List { items: ours, .. }, BlockKind::List { items, .. }) => {
                *ours = merge(std::mem::take(ours), own, items, at, plan);
                None
            }
            (BlockKind::Quote(ours), BlockKind::Quote(blocks)) => {
                *ours = merge(std::mem::take(ours), own, blocks, at, plan);
                None
            }
            (
                BlockKind::Table { header: ours, rows: our_rows, .. },
                BlockKind::Table { header, rows, .. },
            ) => {
                let own = own + usize::from(blocks::is_leaf(ours));
                let (mut theirs, mut at) = (rows, at);
                if blocks::is_leaf(&header) {
                    if plan.is_shown[at] {
                        theirs.insert(0, header);
                    } else {
                        at += 1;
                    }
                }
                *our_rows = merge(std::mem::take(our_rows), own, theirs, at, plan);
                None
            }
            (_, kind) => Self { kind, span: other.span }.cut(at, plan),
        }
    }
}

/// How many items of a list stand before the first that is shown: numbers are kept.
fn first_shown(items: &[Item], mut at: usize, plan: &Plan) -> u64 {
    let mut before = 0;
    for item in items {
        let start = at;
        at += item.leaves();
        if plan.is_shown[start..at].contains(&true) {
            break;
        }
        before += 1;
    }
    before
}

impl Node for Item {
    fn leaves(&self) -> usize {
        blocks::count(&self.blocks)
    }

    fn cut(self, at: usize, plan: &Plan) -> Option<Self> {
        let blocks = cut(self.blocks, at, plan);
        (!blocks.is_empty()).then_some(Self { blocks, span: self.span })
    }

    fn join(&mut self, own: usize, at: usize, other: Self, plan: &Plan) -> Option<Self> {
        self.blocks = merge(std::mem::take(&mut self.blocks), own, other.blocks, at, plan);
        None
    }
}

impl Node for Row {
    fn leaves(&self) -> usize {
        usize::from(blocks::is_leaf(self))
    }

    fn cut(self, at: usize, plan: &Plan) -> Option<Self> {
        (blocks::is_leaf(&self) && plan.is_shown[at]).then_some(self)
    }

    fn join(&mut self, _own: usize, at: usize, other: Self, plan: &Plan) -> Option<Self> {
        other.cut(at, plan)
    }
}

/// Where the footnotes of the source go.
struct Notes {
    /// For each of them the position among those of the translation; those that have no
    /// counterpart come after them.
    targets: Vec<usize>,
}

impl Notes {
    fn new(translation: &Body, source: &Body, plan: &Plan) -> Self {
        let mut end = blocks::count(&translation.blocks);
        let mut ends = Vec::new();
        for it in &translation.footnotes {
            start(&mut end, it);
            ends.push(end);
        }
        let mut at = blocks::count(&source.blocks);
        let mut added = ends.len();
        let target = |it: &Footnote| {
            let first = start(&mut at, it);
            let partner = plan.partners[first..at].iter().flatten().next();
            let position = partner.map(|it| ends.partition_point(|end| end <= it));
            position.filter(|it| *it < ends.len()).unwrap_or_else(|| {
                added += 1;
                added - 1
            })
        };
        Self { targets: source.footnotes.iter().map(target).collect() }
    }

    fn renumber(&self, blocks: &mut [Block]) {
        each_reference(blocks, &mut |inline| {
            if let Inline::FootnoteReference(at) = inline {
                *at = self.targets[*at];
            }
        });
    }
}

/// Puts the footnotes into the order of their first reference. One that nobody refers to comes
/// last: its reference is missing in the translation.
fn number_notes(body: &mut Body) {
    let mut rest: Vec<_> = std::mem::take(&mut body.footnotes).into_iter().map(Some).collect();
    let mut order = Vec::new();
    let mut numbers = vec![None; rest.len()];
    let mut number = |blocks: &mut [Block], order: &mut Vec<usize>| {
        each_reference(blocks, &mut |inline| {
            if let Inline::FootnoteReference(at) = inline {
                let next = || {
                    order.push(*at);
                    order.len() - 1
                };
                *at = *numbers[*at].get_or_insert_with(next);
            }
        });
    };
    number(&mut body.blocks, &mut order);
    loop {
        let next = order.get(body.footnotes.len()).copied();
        let is_left = |it: &Option<Footnote>| it.as_ref().is_some_and(|it| !it.blocks.is_empty());
        let Some(next) = next.or_else(|| rest.iter().position(is_left)) else { return };
        let Some(mut footnote) = rest[next].take() else { return };
        number(&mut footnote.blocks, &mut order);
        body.footnotes.push(footnote);
    }
}
