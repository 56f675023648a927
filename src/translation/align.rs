//! The alignment of two texts by their structure, and by what the lock knows of them. What these do
//! not decide is left open: a pair is never guessed.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::document::blocks;

/// What is known of a leaf block when texts are aligned.
#[derive(Debug, Clone, Copy)]
pub struct Block<'a> {
    /// Its kind.
    pub kind: &'a str,
    /// The explicit id of a heading.
    pub id: Option<&'a str>,
}

impl Block<'_> {
    /// Whether it is a heading.
    pub fn is_heading(&self) -> bool {
        blocks::is_heading(self.kind)
    }
}

/// What the lock knows of two texts.
pub struct Memory<'a> {
    /// Blocks that it says stand for each other, each wording of which stands once in its text, in
    /// the order of the source.
    pub pairs: Vec<(usize, usize)>,
    /// How like a block of the source is to the wording that a block of the translation renders,
    /// from 0 to 1: source, translation.
    pub likeness: &'a dyn Fn(usize, usize) -> f64,
}

/// From which likeness on a wording counts as one that was changed, and not as another.
pub const ALIKE: f64 = 0.5;

/// What blocks of two texts are to each other. Blocks are meant by their positions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// One stands for the other.
    Pair {
        /// In the source.
        source: usize,
        /// In the translation.
        translation: usize,
        /// Whether it stands elsewhere in the translation: then it cuts nothing.
        moved: bool,
    },
    /// A block of the source that nothing stands for.
    Missing(usize),
    /// A block of the translation that stands for nothing.
    Orphan(usize),
    /// Blocks of both that stand for each other as a whole; neither side is empty.
    Group {
        /// In the source.
        source: Vec<usize>,
        /// In the translation.
        translation: Vec<usize>,
    },
}

/// Every block of two texts in one row, in the order of the source. An orphan follows the row of
/// the block before it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Alignment {
    /// The rows.
    pub rows: Vec<Row>,
    /// Whether the texts, their footnotes left out, stand for each other as wholes only: nothing in
    /// them says which passage is which.
    pub is_apart: bool,
}

impl Alignment {
    /// Whether every block of both texts has its partner.
    pub fn is_whole(&self) -> bool {
        self.rows.iter().all(|it| matches!(it, Row::Pair { .. }))
    }

    /// The blocks of the source that count as not translated: missing ones and those of groups.
    pub fn untranslated(&self) -> impl Iterator<Item = usize> {
        self.rows.iter().flat_map(|row| match row {
            Row::Missing(source) => std::slice::from_ref(source).iter().copied(),
            Row::Group { source, .. } => source.iter().copied(),
            Row::Pair { .. } | Row::Orphan(_) => [].iter().copied(),
        })
    }

    /// The blocks of the translation that stand for nothing.
    pub fn orphans(&self) -> impl Iterator<Item = usize> {
        self.rows.iter().filter_map(|row| match row {
            Row::Orphan(translation) => Some(*translation),
            _ => None,
        })
    }

    /// For each block of the translation, of which there are so many, its partner in the source.
    pub fn partners(&self, length: usize) -> Vec<Option<usize>> {
        let mut partners = vec![None; length];
        for row in &self.rows {
            if let Row::Pair { source, translation, .. } = row {
                partners[*translation] = Some(*source);
            }
        }
        partners
    }
}

/// Aligns two texts (translation.md §3).
pub fn align(
    source: &[Block<'_>],
    translation: &[Block<'_>],
    memory: Option<&Memory<'_>>,
) -> Alignment {
    let pairs = known(explicit(source, translation), memory);
    let chain = chain(&pairs);
    let mut work = Work::new(source, translation, &pairs, memory);
    for &(source, translation) in pairs.iter().filter(|it| chain.binary_search(it).is_err()) {
        work.moved(source, translation);
    }
    let (mut s, mut t) = (0, 0);
    for &(s_end, t_end) in &chain {
        work.gap(s..s_end, t..t_end);
        work.pair(s_end, t_end);
        (s, t) = (s_end + 1, t_end + 1);
    }
    // What lies between the text and its footnotes is a cut too.
    let notes = |blocks: &[Block<'_>], from: usize| {
        from + blocks[from..].iter().take_while(|it| !it.kind.starts_with('n')).count()
    };
    let (s_notes, t_notes) = (notes(source, s), notes(translation, t));
    work.gap(s..s_notes, t..t_notes);
    let is_apart = pairs.is_empty() && matches!(work.rows[..], [(_, Row::Group { .. })]);
    work.gap(s_notes..source.len(), t_notes..translation.len());
    work.rows.sort_by_key(|it| it.0);
    Alignment { rows: work.rows.into_iter().map(|it| it.1).collect(), is_apart }
}

/// Step 1: pairs of equal explicit ids in the order of the source; of several equal ones the first.
fn explicit(source: &[Block<'_>], translation: &[Block<'_>]) -> Vec<(usize, usize)> {
    let mut positions = BTreeMap::new();
    for (at, block) in translation.iter().enumerate() {
        if let Some(id) = block.id {
            positions.entry(id).or_insert(at);
        }
    }
    let partner = |(at, it): (usize, &Block<'_>)| Some((at, positions.remove(it.id?)?));
    source.iter().enumerate().filter_map(partner).collect()
}

/// Step 2: the pairs of equal ids with those that the lock knows, in the order of the source.
fn known(mut pairs: Vec<(usize, usize)>, memory: Option<&Memory<'_>>) -> Vec<(usize, usize)> {
    let Some(memory) = memory else { return pairs };
    let taken: (BTreeSet<_>, BTreeSet<_>) = pairs.iter().copied().unzip();
    let is_free = |it: &&(usize, usize)| !taken.0.contains(&it.0) && !taken.1.contains(&it.1);
    let free: Vec<_> = memory.pairs.iter().filter(is_free).copied().collect();
    pairs.extend(free);
    pairs.sort_unstable();
    pairs
}

/// Step 3: of pairs in the order of the source, the longest chain that rises in the translation
/// too; of several the one that begins earliest.
fn chain(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // Patience sorting from the end: `ends[n]` is the highest place in the translation at which a
    // chain of n + 1 pairs begins, so the places fall.
    let mut ends: Vec<usize> = Vec::new();
    let mut lengths = vec![0; pairs.len()];
    for (length, &(_, place)) in lengths.iter_mut().zip(pairs).rev() {
        *length = ends.partition_point(|it| *it > place);
        match ends.get_mut(*length) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
    }
    let mut chain: Vec<(usize, usize)> = Vec::with_capacity(ends.len());
    for (length, pair) in lengths.into_iter().zip(pairs) {
        let rises = chain.last().is_none_or(|it| it.1 < pair.1);
        if rises && length + 1 + chain.len() == ends.len() {
            chain.push(*pair);
        }
    }
    chain
}

/// Where a row stands that begins with a block of the source.
fn after(source: usize) -> usize {
    2 * source + 1
}

/// An alignment on the way.
struct Work<'a> {
    source: &'a [Block<'a>],
    translation: &'a [Block<'a>],
    memory: Option<&'a Memory<'a>>,
    /// Which blocks have no partner from the steps before.
    is_free: (Vec<bool>, Vec<bool>),
    /// The rows, each with its place: those of blocks of the source stand at odd places.
    rows: Vec<(usize, Row)>,
    /// Whether pairs that are found stand elsewhere in the translation.
    is_moved: bool,
}

impl<'a> Work<'a> {
    fn new(
        source: &'a [Block<'a>],
        translation: &'a [Block<'a>],
        pairs: &[(usize, usize)],
        memory: Option<&'a Memory<'a>>,
    ) -> Self {
        let mut is_free = (vec![true; source.len()], vec![true; translation.len()]);
        for (source, translation) in pairs {
            is_free.0[*source] = false;
            is_free.1[*translation] = false;
        }
        let rows = Vec::with_capacity(source.len().max(translation.len()));
        Self { source, translation, memory, is_free, rows, is_moved: false }
    }

    fn row(&mut self, place: usize, row: Row) {
        self.rows.push((place, row));
    }

    /// A heading that stands elsewhere has taken its section along: the blocks up to the next pair
    /// or the next heading that is not below it. They stand for each other and for nothing else;
    /// left to the gaps around, they would be paired with blocks of other sections.
    fn moved(&mut self, source: usize, translation: usize) {
        self.is_moved = true;
        self.pair(source, translation);
        if !self.source[source].is_heading() {
            self.is_moved = false;
            return;
        }
        let ours = section(self.source, &self.is_free.0, source);
        let theirs = section(self.translation, &self.is_free.1, translation);
        self.gap(ours.clone(), theirs.clone());
        self.is_moved = false;
        self.is_free.0[ours].fill(false);
        self.is_free.1[theirs].fill(false);
    }

    /// Step 4: blocks whose old wording the lock knows find it in what it has become, and cut the gap.
    fn gap(&mut self, source: Range<usize>, translation: Range<usize>) {
        let mut place = 2 * source.start;
        let ours: Vec<_> = source.filter(|it| self.is_free.0[*it]).collect();
        let theirs: Vec<_> = translation.filter(|it| self.is_free.1[*it]).collect();
        let (mut s, mut t) = (0, 0);
        for (s_end, t_end) in self.changed(&ours, &theirs) {
            self.structure(place, &ours[s..s_end], &theirs[t..t_end]);
            self.pair(ours[s_end], theirs[t_end]);
            place = after(ours[s_end]) + 1;
            (s, t) = (s_end + 1, t_end + 1);
        }
        self.structure(place, &ours[s..], &theirs[t..]);
    }

    /// Positions in a gap of blocks of the same kind that are alike, none crossing another: for each
    /// of the translation in turn the likeliest; of several the first.
    fn changed(&self, ours: &[usize], theirs: &[usize]) -> Vec<(usize, usize)> {
        let Some(memory) = self.memory else { return Vec::new() };
        let mut pairs = Vec::new();
        let mut from = 0;
        for (at, &block) in theirs.iter().enumerate() {
            let kind = self.translation[block].kind;
            let mut best: Option<(usize, f64)> = None;
            for (position, &candidate) in ours.iter().enumerate().skip(from) {
                if self.source[candidate].kind != kind {
                    continue;
                }
                let likeness = (memory.likeness)(candidate, block);
                if likeness >= ALIKE && best.is_none_or(|it| likeness > it.1) {
                    best = Some((position, likeness));
                }
            }
            if let Some((position, _)) = best {
                pairs.push((position, at));
                from = position + 1;
            }
        }
        pairs
    }

    /// Step 5: where both sides have the same headings, these pair in order and cut the gap.
    fn structure(&mut self, place: usize, ours: &[usize], theirs: &[usize]) {
        let our_headings = headings(self.source, ours);
        let their_headings = headings(self.translation, theirs);
        let kind = |blocks: &[Block<'a>], at: usize| blocks[at].kind;
        let our_kinds = our_headings.iter().map(|it| kind(self.source, ours[*it]));
        let their_kinds = their_headings.iter().map(|it| kind(self.translation, theirs[*it]));
        if !our_kinds.eq(their_kinds) {
            return self.rest(place, ours, theirs);
        }
        let (mut place, mut s, mut t) = (place, 0, 0);
        for (s_end, t_end) in our_headings.into_iter().zip(their_headings) {
            self.rest(place, &ours[s..s_end], &theirs[t..t_end]);
            self.pair(ours[s_end], theirs[t_end]);
            place = after(ours[s_end]) + 1;
            (s, t) = (s_end + 1, t_end + 1);
        }
        self.rest(place, &ours[s..], &theirs[t..]);
    }

    /// What lies between two cuts: pairs where all kinds are the same, else nothing is guessed.
    fn rest(&mut self, place: usize, ours: &[usize], theirs: &[usize]) {
        let our_kinds = ours.iter().map(|it| self.source[*it].kind);
        let their_kinds = theirs.iter().map(|it| self.translation[*it].kind);
        match (ours, theirs) {
            _ if our_kinds.eq(their_kinds) => {
                for (source, translation) in ours.iter().zip(theirs) {
                    self.pair(*source, *translation);
                }
            }
            (_, []) => {
                for source in ours {
                    self.row(after(*source), Row::Missing(*source));
                }
            }
            ([], _) => {
                for translation in theirs {
                    self.row(place, Row::Orphan(*translation));
                }
            }
            ([first, ..], _) => {
                let (source, translation) = (ours.to_vec(), theirs.to_vec());
                self.row(after(*first), Row::Group { source, translation });
            }
        }
    }

    fn pair(&mut self, source: usize, translation: usize) {
        self.row(after(source), Row::Pair { source, translation, moved: self.is_moved });
    }
}

/// The free blocks that follow a heading and belong to it.
fn section(blocks: &[Block<'_>], is_free: &[bool], heading: usize) -> Range<usize> {
    // What stands in a list or quotation has the longer kind: it ends no section around it.
    let rank = |it: &Block<'_>| (it.kind.len(), it.kind.chars().next_back());
    let is_below = |at: &usize| {
        is_free[*at] && (!blocks[*at].is_heading() || rank(&blocks[*at]) > rank(&blocks[heading]))
    };
    let start = heading + 1;
    start..start + (start..blocks.len()).take_while(is_below).count()
}

/// Which of the blocks at these positions are headings.
fn headings(blocks: &[Block<'_>], positions: &[usize]) -> Vec<usize> {
    (0..positions.len()).filter(|it| blocks[positions[*it]].is_heading()).collect()
}
