//! How far the translations of an item are, block by block, and what accepting them makes of its lock
//! (translation.md §4, §6, §9).

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::Item;
use crate::date::Date;
use crate::diagnostic::Span;
use crate::document::blocks::{self, Leaf};
use crate::document::{Document, Role};
use crate::language::Language;
use crate::source::Sources;
use crate::translation::align::{Alignment, Block, Row};
use crate::translation::lock::{Entry, Hash, Lock, Quality, Wording};
use crate::translation::state::{self, Given, Judged, Side, State};
use crate::translation::{self, Bodies, HEAD};

/// A translation beside its source.
#[derive(Debug)]
pub struct Progress {
    /// The language of the translation.
    pub language: Language,
    /// Its blocks in the order of the source; title and summary first.
    pub blocks: Vec<BlockProgress>,
}

/// One block, or one pair of blocks.
#[derive(Debug)]
pub struct BlockProgress {
    /// How the block of the source is named; none of an orphan.
    pub anchor: Option<String>,
    /// Its kind: `p`, `h2`, `title`.
    pub kind: String,
    /// Its state.
    pub judged: Judged,
    /// The block of the source.
    pub source: Option<Leaf>,
    /// The block of the translation.
    pub target: Option<Leaf>,
}

impl BlockProgress {
    /// Whether it counts in what is translated of the text: title and summary do not.
    fn is_counted(&self) -> bool {
        !HEAD.contains(&self.kind.as_str())
    }
}

impl Progress {
    /// That of one language; none where the item has no file in it, or it is the source.
    pub fn of(
        item: &Item,
        language: Language,
        sources: &Sources,
        names: &BTreeSet<String>,
    ) -> Option<Self> {
        let text = item.text(language).filter(|_| language != item.source)?;
        let source = item.source_text();
        let none = Lock::new(item.source);
        let lock = item.lock().unwrap_or(&none);
        let is_machine = text.is_machine();
        let mut blocks = Vec::new();
        let head = lock.part(|kind| HEAD.contains(&kind));
        let given = Given { language, lock: &head, is_machine, names };
        head_of(source, text, given, &mut blocks);
        let body = lock.part(|kind| !HEAD.contains(&kind));
        let given = Given { language, lock: &body, is_machine, names };
        if text.has_text() {
            body_of(item, text, sources, given, &mut blocks);
        } else {
            missing(item, sources, given, &mut blocks);
        }
        Some(Self { language, blocks })
    }

    /// How many blocks of the body are in each state.
    pub fn counts(&self) -> BTreeMap<State, usize> {
        let mut counts = BTreeMap::new();
        for it in self.blocks.iter().filter(|it| it.is_counted()) {
            *counts.entry(it.judged.state).or_insert(0) += 1;
        }
        counts
    }

    /// How much of the source is translated as it is now, in whole percent, rounded down: 100 means all.
    pub fn percent(&self) -> usize {
        let counted = self.blocks.iter().filter(|it| it.is_counted() && it.source.is_some());
        let (mut all, mut done) = (0, 0);
        for it in counted {
            all += 1;
            done += usize::from(it.judged.state.is_done());
        }
        (100 * done).checked_div(all).unwrap_or(100)
    }

    /// Whether every block says what its source says now.
    pub fn is_done(&self) -> bool {
        self.blocks.iter().all(|it| it.judged.state.is_done())
    }

    /// The day on which the oldest block was accepted that is stale now.
    pub fn oldest_stale(&self) -> Option<Date> {
        let stale = self.blocks.iter().filter(|it| it.judged.state == State::Stale);
        stale.filter_map(|it| it.judged.entry.as_ref().map(|it| it.on)).min()
    }

    /// Takes blocks into a lock: each that `takes` says gets an entry of its present wordings in the place
    /// of the one it had; all others keep theirs. Gives what was taken.
    pub fn accept(
        &self,
        lock: &mut Lock,
        takes: impl Fn(&BlockProgress) -> bool,
        (quality, by, on): (Quality, &str, Date),
    ) -> Vec<&BlockProgress> {
        let mut old = lock.entries.remove(&self.language).unwrap_or_default();
        let mut entries = Vec::new();
        let mut accepted = Vec::new();
        let mut in_order: Vec<_> = self.blocks.iter().collect();
        in_order.sort_by_key(|it| (it.is_counted(), it.judged.translation));
        for it in in_order {
            let (Some(source), Some(target)) = (&it.source, &it.target) else { continue };
            if let Some(known) = &it.judged.entry {
                old.retain(|it| it != known);
            }
            if !takes(it) {
                entries.extend(it.judged.entry.clone());
                continue;
            }
            let hash = Hash::of(&source.kind, &source.text);
            let wording = Wording { kind: source.kind.clone(), text: source.text.clone() };
            lock.texts.insert(hash, wording);
            entries.push(Entry {
                source: hash,
                target: Hash::of(&target.kind, &target.text),
                quality,
                by: by.to_owned(),
                on,
            });
            accepted.push(it);
        }
        entries.append(&mut old);
        lock.entries.insert(self.language, entries);
        accepted
    }

    /// Blocks that the path for staff without the command takes: those that nobody has accepted, and
    /// stale ones that were changed since (`accept --from-review`).
    pub fn is_for_review(block: &BlockProgress) -> bool {
        match block.judged.state {
            State::Edited | State::Untracked => true,
            State::Stale => block.judged.edited,
            _ => false,
        }
    }
}

/// The unit and the day of the review that the front matter of a translation gives, if it is later than
/// everything that was accepted in its language.
pub fn new_review(item: &Item, text: &Document) -> Option<(String, Date)> {
    let Role::Translation(it) = &text.role else { return None };
    let (unit, day) = (it.reviewer.as_ref()?, it.reviewed.as_ref()?);
    let newest = item.lock().and_then(|lock| lock.of(text.language).iter().map(|it| it.on).max());
    let is_new = newest.is_none_or(|it| it < day.value);
    is_new.then(|| (unit.value.clone(), day.value))
}

/// Title and summary.
fn head_of(source: &Document, text: &Document, given: Given<'_>, into: &mut Vec<BlockProgress>) {
    let values = |it: &Document| {
        let words = [&it.words.title, &it.words.summary];
        let nowhere = Span::start_of(it.file);
        [0, 1].map(|at| Leaf {
            kind: HEAD[at].to_owned(),
            text: blocks::settle(words[at].as_ref().map_or("", |it| it.value.as_str())),
            span: words[at].as_ref().map_or(nowhere, |it| it.span),
        })
    };
    let (ours, theirs) = (values(source), values(text));
    let plain = || HEAD.map(|kind| Block { kind, id: None }).to_vec();
    let (our_side, their_side) =
        (Side::new(plain(), &ours, source.language), Side::new(plain(), &theirs, text.language));
    let rows = (0..HEAD.len()).map(|it| Row::Pair { source: it, translation: it, moved: false });
    let alignment = Alignment { rows: rows.collect(), is_apart: false };
    let judged = state::judge(&our_side, &their_side, &alignment, given);
    for ((judged, ours), theirs) in judged.into_iter().zip(ours).zip(theirs) {
        if ours.text.is_empty() {
            continue;
        }
        into.push(BlockProgress {
            anchor: Some(ours.kind.clone()),
            kind: ours.kind.clone(),
            judged,
            source: Some(ours),
            target: Some(theirs),
        });
    }
}

fn body_of(
    item: &Item,
    text: &Document,
    sources: &Sources,
    given: Given<'_>,
    into: &mut Vec<BlockProgress>,
) {
    let Bodies { ours, theirs, judged, .. } =
        translation::judge(item.source_text(), text, sources, given);
    for judged in judged {
        let leaf = |leaves: &[Leaf], at: Option<usize>| at.and_then(|it| leaves.get(it).cloned());
        let (our_leaf, their_leaf) =
            (leaf(&ours, judged.source), leaf(&theirs, judged.translation));
        let kind = our_leaf.as_ref().or(their_leaf.as_ref()).map(|it| it.kind.clone());
        into.push(BlockProgress {
            anchor: judged.source.map(|it| item.anchor(it)),
            kind: kind.unwrap_or_default(),
            judged,
            source: our_leaf,
            target: their_leaf,
        });
    }
}

/// A translation that has title and summary only.
fn missing(item: &Item, sources: &Sources, given: Given<'_>, into: &mut Vec<BlockProgress>) {
    let quality = if given.is_machine { Quality::Machine } else { Quality::Draft };
    for (at, leaf) in blocks::leaves(&item.source_text().tree(sources)).into_iter().enumerate() {
        into.push(BlockProgress {
            anchor: Some(item.anchor(at)),
            kind: leaf.kind.clone(),
            judged: Judged {
                source: Some(at),
                translation: None,
                state: State::Missing,
                quality,
                edited: false,
                moved: false,
                entry: None,
            },
            source: Some(leaf),
            target: None,
        });
    }
}
