//! How far a translation is, block by block: what the lock says of each pair, without any date or
//! history (translation.md §3, §4).

#[cfg(test)]
mod tests;

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use crate::document::blocks::Leaf;
use crate::language::Language;
use crate::translation::align::{self, ALIKE, Alignment, Block, Memory, Row};
use crate::translation::lock::{Entry, Hash, Lock, Quality};
use crate::translation::words::{self, Bag};

/// The state of one block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It renders the present wording of its source.
    Current,
    /// Of its source only punctuation, emphasis, link targets or case have changed.
    Touched,
    /// It was changed since it was accepted; its source was not.
    Edited,
    /// Nobody has accepted it.
    Untracked,
    /// Its source says something else than when it was accepted.
    Stale,
    /// It is a copy of its source.
    Identical,
    /// Nothing stands for this block of the source.
    Missing,
    /// Blocks of both texts stand for each other as a whole only.
    Unaligned,
    /// It stands for nothing in the source.
    Orphan,
}

impl State {
    /// All states, the best first.
    pub const ALL: [Self; 9] = [
        Self::Current,
        Self::Touched,
        Self::Edited,
        Self::Untracked,
        Self::Stale,
        Self::Identical,
        Self::Missing,
        Self::Unaligned,
        Self::Orphan,
    ];

    /// The word in JSON, in `data-state` and at the end of messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Touched => "touched",
            Self::Edited => "edited",
            Self::Untracked => "untracked",
            Self::Stale => "stale",
            Self::Identical => "identical",
            Self::Missing => "missing",
            Self::Unaligned => "unaligned",
            Self::Orphan => "orphan",
        }
    }

    /// Whether the reader is shown the source in its place.
    pub fn is_untranslated(self) -> bool {
        matches!(self, Self::Missing | Self::Identical | Self::Unaligned)
    }

    /// Whether it says what the source says now.
    pub fn is_done(self) -> bool {
        matches!(self, Self::Current | Self::Touched)
    }
}

/// One block, or one pair of blocks, and its state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The block of the source; none of an orphan.
    pub source: Option<usize>,
    /// The block of the translation; none of a missing one and of those of a group.
    pub translation: Option<usize>,
    /// Its state.
    pub state: State,
    /// How good it is.
    pub quality: Quality,
    /// Whether a stale block was changed too since it was accepted.
    pub edited: bool,
    /// Whether it stands elsewhere in the translation.
    pub moved: bool,
    /// What was accepted of it.
    pub entry: Option<Entry>,
}

/// A text as it is compared with the lock.
pub struct Side<'a> {
    blocks: Vec<Block<'a>>,
    leaves: &'a [Leaf],
    language: Language,
    hashes: Vec<Hash>,
    bags: Vec<OnceCell<Bag>>,
}

impl<'a> Side<'a> {
    /// A text of these leaf blocks; `blocks` says what structure knows of each.
    pub fn new(blocks: Vec<Block<'a>>, leaves: &'a [Leaf], language: Language) -> Self {
        let hashes = leaves.iter().map(|it| Hash::of(&it.kind, &it.text)).collect();
        let bags = leaves.iter().map(|_| OnceCell::new()).collect();
        Self { blocks, leaves, language, hashes, bags }
    }

    /// The hash of a block.
    pub fn hash(&self, block: usize) -> Hash {
        self.hashes[block]
    }

    fn bag(&self, block: usize) -> &Bag {
        let text = || spoken(&self.leaves[block].text);
        self.bags[block].get_or_init(|| Bag::new(&text(), self.language))
    }

    /// Where each wording stands that stands once.
    fn once(&self) -> BTreeMap<Hash, usize> {
        let mut places = BTreeMap::<Hash, Option<usize>>::new();
        for (at, hash) in self.hashes.iter().enumerate() {
            places.entry(*hash).and_modify(|it| *it = None).or_insert(Some(at));
        }
        places.into_iter().filter_map(|(hash, at)| Some((hash, at?))).collect()
    }
}

/// What is said of a translation besides its texts.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// Its language.
    pub language: Language,
    /// What was accepted.
    pub lock: &'a Lock,
    /// Whether a machine wrote what nobody has accepted.
    pub is_machine: bool,
    /// Words that are the same in both languages: names of organisations, terms of the glossary.
    pub names: &'a BTreeSet<String>,
}

/// A normal text without the destinations of its links and images: what is read aloud of it.
pub fn spoken(normal: &str) -> String {
    let mut spoken = String::with_capacity(normal.len());
    let mut rest = normal;
    while let Some(at) = rest.find("](") {
        let (before, after) = rest.split_at(at);
        spoken.push_str(before);
        // A destination may hold pairs of parentheses.
        let mut depth = 0_usize;
        let end = after.char_indices().skip(1).find(|(_, it)| {
            match it {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            depth == 0
        });
        match end {
            Some((end, _)) => rest = &after[end + 1..],
            None => {
                spoken.push_str(after);
                rest = "";
            }
        }
    }
    spoken.push_str(rest);
    spoken
}

/// The old wordings of the source, as bags of words, made when they are asked for.
struct Old<'a> {
    entries: &'a [Entry],
    lock: &'a Lock,
    bags: Vec<OnceCell<Bag>>,
}

impl<'a> Old<'a> {
    fn new(lock: &'a Lock, language: Language) -> Self {
        let entries = lock.of(language);
        Self { entries, lock, bags: entries.iter().map(|_| OnceCell::new()).collect() }
    }

    fn bag(&self, entry: usize) -> &Bag {
        self.bags[entry].get_or_init(|| {
            let wording = self.lock.texts.get(&self.entries[entry].source);
            let text = spoken(wording.map_or("", |it| it.text.as_str()));
            Bag::new(&text, self.lock.source)
        })
    }

    fn with_target(&self, hash: Hash) -> impl Iterator<Item = usize> {
        let entries = self.entries.iter().enumerate();
        entries.filter(move |it| it.1.target == hash).map(|it| it.0)
    }
}

/// Aligns a translation with its source by structure and lock.
pub fn align(source: &Side<'_>, translation: &Side<'_>, given: Given<'_>) -> Alignment {
    let old = Old::new(given.lock, given.language);
    let (ours, theirs) = (source.once(), translation.once());
    let pair = |it: &Entry| Some((*ours.get(&it.source)?, *theirs.get(&it.target)?));
    let mut pairs: Vec<_> = old.entries.iter().filter_map(pair).collect();
    pairs.sort_unstable();
    // A wording that was accepted for two blocks proves neither.
    let (mut seen_source, mut seen_target) = (BTreeMap::new(), BTreeMap::new());
    pairs.dedup();
    for (source, target) in &pairs {
        *seen_source.entry(*source).or_insert(0) += 1;
        *seen_target.entry(*target).or_insert(0) += 1;
    }
    pairs.retain(|(source, target)| seen_source[source] == 1 && seen_target[target] == 1);
    let likeness = |ours: usize, theirs: usize| {
        let entries = old.with_target(translation.hash(theirs));
        let dice = entries.map(|it| old.bag(it).dice(source.bag(ours)));
        dice.fold(0.0, f64::max)
    };
    let memory = Memory { pairs, likeness: &likeness };
    align::align(&source.blocks, &translation.blocks, Some(&memory))
}

/// The state of every block, in the order of the rows of an alignment.
pub fn judge(
    source: &Side<'_>,
    translation: &Side<'_>,
    alignment: &Alignment,
    given: Given<'_>,
) -> Vec<Judged> {
    let old = Old::new(given.lock, given.language);
    let judge = Judge { source, translation, old, given };
    let entries = judge.entries(alignment);
    let mut judged = Vec::with_capacity(alignment.rows.len());
    for (row, entry) in alignment.rows.iter().zip(entries) {
        match row {
            Row::Pair { source, translation, moved } => {
                judged.push(Judged { moved: *moved, ..judge.pair(*source, *translation, entry) });
            }
            Row::Missing(source) => judged.push(judge.alone(Some(*source), None, State::Missing)),
            Row::Orphan(it) => judged.push(judge.alone(None, Some(*it), State::Orphan)),
            Row::Group { source, .. } => {
                let unaligned = |it: &usize| judge.alone(Some(*it), None, State::Unaligned);
                judged.extend(source.iter().map(unaligned));
            }
        }
    }
    judged
}

struct Judge<'a> {
    source: &'a Side<'a>,
    translation: &'a Side<'a>,
    old: Old<'a>,
    given: Given<'a>,
}

impl Judge<'_> {
    /// What nobody has accepted was written by a person, unless its file says that a machine did.
    fn unaccepted(&self) -> Quality {
        if self.given.is_machine { Quality::Machine } else { Quality::Draft }
    }

    fn alone(&self, source: Option<usize>, translation: Option<usize>, state: State) -> Judged {
        let quality = self.unaccepted();
        Judged { source, translation, state, quality, edited: false, moved: false, entry: None }
    }

    /// The entry of each row that is a pair.
    fn entries(&self, alignment: &Alignment) -> Vec<Option<usize>> {
        let mut entries: Vec<_> = alignment
            .rows
            .iter()
            .map(|row| match row {
                Row::Pair { source, translation, .. } => self.named(*source, *translation),
                _ => None,
            })
            .collect();
        let mut used: BTreeSet<usize> = entries.iter().flatten().copied().collect();
        let known: BTreeSet<Hash> =
            self.source.hashes.iter().chain(&self.translation.hashes).copied().collect();
        let is_lost = |it: &Entry| !known.contains(&it.source) && !known.contains(&it.target);
        for at in 0..entries.len() {
            let Row::Pair { source, .. } = &alignment.rows[at] else { continue };
            if entries[at].is_some() {
                continue;
            }
            let before = entries[..at].iter().rev().flatten().next().copied();
            let after = entries[at + 1..].iter().flatten().next().copied();
            let lost: Vec<_> = (0..self.old.entries.len())
                .filter(|it| !used.contains(it) && is_lost(&self.old.entries[*it]))
                .collect();
            let alike = |it: &&usize| self.old.bag(**it).dice(self.source.bag(*source)) >= ALIKE;
            let between = || {
                let is_between = |it: &&usize| {
                    before.is_none_or(|before| before < **it)
                        && after.is_none_or(|after| **it < after)
                };
                let mut inside = lost.iter().filter(is_between);
                inside.next().filter(|_| inside.next().is_none()).copied()
            };
            let found = lost.iter().find(alike).copied().or_else(between);
            used.extend(found);
            entries[at] = found;
        }
        entries
    }

    /// The entry that names a pair by both of its wordings or by one.
    fn named(&self, source: usize, translation: usize) -> Option<usize> {
        let (ours, theirs) = (self.source.hash(source), self.translation.hash(translation));
        let entries = self.old.entries;
        let both = entries.iter().position(|it| it.source == ours && it.target == theirs);
        let by_target = || {
            let mut best: Option<(usize, f64)> = None;
            for it in self.old.with_target(theirs) {
                let dice = self.old.bag(it).dice(self.source.bag(source));
                if best.is_none_or(|best| dice > best.1) {
                    best = Some((it, dice));
                }
            }
            best.map(|it| it.0)
        };
        let by_source = || entries.iter().position(|it| it.source == ours);
        both.or_else(by_target).or_else(by_source)
    }

    /// The state of a pair: the first line of the table that holds.
    fn pair(&self, source: usize, translation: usize, entry: Option<usize>) -> Judged {
        let plain = |state| self.alone(Some(source), Some(translation), state);
        let Some(at) = entry else {
            let is_copy = self.is_copy(source, translation);
            return plain(if is_copy { State::Identical } else { State::Untracked });
        };
        let known = &self.old.entries[at];
        let is_same = known.source == self.source.hash(source);
        let is_unedited = known.target == self.translation.hash(translation);
        let says_the_same = || self.old.bag(at) == self.source.bag(source);
        let state = if is_same && is_unedited {
            State::Current
        } else if is_same || says_the_same() {
            if is_unedited { State::Touched } else { State::Edited }
        } else {
            State::Stale
        };
        let quality = if state == State::Edited { self.unaccepted() } else { known.quality };
        let edited = state == State::Stale && !is_unedited;
        Judged { quality, edited, entry: Some(known.clone()), ..plain(state) }
    }

    /// Whether a block is a copy of its source that says something: a word that is no number and no
    /// name which both languages share.
    fn is_copy(&self, source: usize, translation: usize) -> bool {
        let text = &self.source.leaves[source].text;
        *text == self.translation.leaves[translation].text
            && words::letters(&spoken(text), self.source.language)
                .iter()
                .any(|it| !self.given.names.contains(it))
    }
}
