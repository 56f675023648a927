//! The ledger: the project's register, with what is to be added to it.
//!
//! What the checkpoint covers is replayed; what stands after it is *pending*: signed, without effect,
//! judged like the rest. What is appended is judged too, and the changes come out in the order in
//! which a run may be cut short after any of them (docs/FORMAT.md, "Writing").

use std::collections::BTreeMap;

use crate::changes::{Change, Changes};
use crate::register::test_key;
use crate::seal::keys::Signer;
use crate::source::register::Stored;
use crate::verify::checkpoint::{Checkpoint, Policy};
use crate::verify::files;
use crate::verify::note::{Note, Signature};
use crate::verify::replay::{self, Anchors, Fault, Rule, State};
use crate::verify::tree::Hash;

/// The folder of the register in the project.
pub const REGISTER: &str = "register";

/// What becomes of pending entries that break a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// Nothing is done while there is one.
    Refuse,
    /// They are left out, and later ones move down.
    Drop,
}

/// A register and what is to be added to it.
#[derive(Debug)]
pub struct Ledger {
    /// The entries that keep the rules, the pending ones and the new ones included.
    entries: Vec<Vec<u8>>,
    /// What they say.
    state: State,
    /// The pending entries as they stand on the disk, by their indexes.
    stored: BTreeMap<usize, Vec<u8>>,
    /// Those of them that broke a rule and are left out.
    dropped: Vec<Fault>,
    /// The checkpoint on the disk, where there is one, and how many entries it covers.
    checkpoint: Option<Vec<u8>>,
    covered: usize,
    cosigned: Option<Vec<u8>>,
    sizes: Option<String>,
    policy: Policy,
    /// The checkpoint that takes its place, and how many entries that covers.
    next: Option<(Vec<u8>, usize)>,
}

impl Ledger {
    /// Replays a register as it stands in the project. Without a checkpoint it is one that is to be
    /// opened.
    pub fn new(
        stored: Stored,
        policy: Policy,
        fingerprint: Option<Hash>,
        broken: Broken,
    ) -> Result<Self, Fault> {
        let found = stored.found;
        let checkpoint = Some(found.checkpoint).filter(|it| !it.is_empty());
        let mut cosigned = Vec::new();
        for note in checkpoint.iter().chain(&found.cosigned) {
            let seen = policy.seen(note).ok_or_else(|| Fault {
                rule: Rule::Signer,
                index: None,
                text: "checkpoint: not one, or a witness does not verify".to_owned(),
            })?;
            cosigned.extend(seen.newest.map(|it| (seen.size, it)));
        }
        let anchors = Anchors { fingerprint, cosigned };
        let state = match &checkpoint {
            Some(note) => replay::replay(&found.entries, note, &anchors)?,
            None => State::default(),
        };
        let covered = state.tree.size();
        let mut entries = found.entries;
        let pending = (covered..).zip(entries.split_off(covered));
        let standing: BTreeMap<_, _> = pending.chain(stored.beyond).collect();
        let mut ledger = Self {
            entries,
            state,
            stored: standing.clone(),
            dropped: Vec::new(),
            checkpoint,
            covered,
            cosigned: found.cosigned,
            sizes: stored.sizes,
            policy,
            next: None,
        };
        for (index, bytes) in standing {
            let missing = ledger.entries.len();
            if index > missing && broken == Broken::Refuse {
                return Err(tree(Some(missing), format!("entry {missing} missing")));
            }
            match (ledger.judge(bytes), broken) {
                (Ok(()), _) => {}
                (Err(fault), Broken::Refuse) => return Err(fault),
                (Err(fault), Broken::Drop) => {
                    ledger.dropped.push(Fault { index: Some(index as u64), ..fault });
                }
            }
        }
        let first = ledger.state.fingerprint();
        if fingerprint.is_some_and(|it| first.is_some_and(|first| it != first)) {
            return Err(tree(Some(0), "other register".to_owned()));
        }
        test_key(&ledger.state).map_or(Ok(ledger), Err)
    }

    /// Takes in a pending entry. One that stands twice was left so by a run that was cut short while
    /// it moved entries down.
    fn judge(&mut self, bytes: Vec<u8>) -> Result<(), Fault> {
        if self.entries[self.covered..].contains(&bytes) {
            let index = self.state.size();
            return Err(Fault {
                rule: Rule::Exists,
                index: Some(index),
                text: format!("entry {index}: stands twice"),
            });
        }
        self.state.push(&bytes, None)?;
        self.entries.push(bytes);
        Ok(())
    }

    /// What the register says after its last entry, pending and new ones included.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Whether there is a checkpoint.
    pub fn is_open(&self) -> bool {
        self.checkpoint.is_some()
    }

    /// The note of the newest checkpoint, the one that is to be written included.
    pub fn checkpoint(&self) -> Option<&[u8]> {
        self.next.as_ref().map(|it| &it.0).or(self.checkpoint.as_ref()).map(Vec::as_slice)
    }

    /// The newest checkpoint before it that enough witnesses had seen.
    pub fn cosigned(&self) -> Option<&[u8]> {
        self.cosigned.as_deref()
    }

    /// Which witnesses count.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// How many entries the newest checkpoint covers.
    pub fn size(&self) -> usize {
        self.next.as_ref().map_or(self.covered, |it| it.1)
    }

    /// How many entries no checkpoint covers.
    pub fn pending(&self) -> usize {
        self.entries.len() - self.size()
    }

    /// The pending entries that broke a rule and are left out, by the places that they had.
    pub fn dropped(&self) -> &[Fault] {
        &self.dropped
    }

    /// An entry as it is signed, pending or covered.
    pub fn entry(&self, index: usize) -> Option<&[u8]> {
        self.entries.get(index).map(Vec::as_slice)
    }

    /// Whether an entry stands in it, as it is signed, pending or covered.
    pub fn holds(&self, note: &str) -> bool {
        self.entries.iter().any(|it| it == note.as_bytes())
    }

    /// Adds an entry, and says where it stands. One that is pending already is not added again: a
    /// run that was cut short had written it. Nothing is kept of one that breaks a rule.
    pub fn append(&mut self, text: &str, signatures: Vec<Signature>) -> Result<u64, Fault> {
        let bytes = Note { text: text.to_owned(), signatures }.to_string().into_bytes();
        let pending = &self.entries[self.covered..];
        if let Some(at) = pending.iter().position(|it| *it == bytes) {
            return Ok((self.covered + at) as u64);
        }
        let index = self.state.size();
        self.state.push(&bytes, None)?;
        self.entries.push(bytes);
        Ok(index)
    }

    /// Covers all entries with a new checkpoint. Does nothing where all are covered.
    pub fn sequence(&mut self, log: &Signer) -> Result<(), Fault> {
        if self.pending() == 0 {
            return Ok(());
        }
        let size = self.entries.len();
        let origin = self.state.origin.clone();
        let point = Checkpoint { origin, size: size as u64, root: self.state.tree.root(size) };
        let text = point.to_string();
        let note = Note { signatures: vec![log.sign(&text)], text };
        self.state.is_covered(&note, &point)?;
        self.next = Some((note.to_string().into_bytes(), size));
        Ok(())
    }

    /// What is to be written, in its order: entries, sizes, the checkpoint that witnesses saw, the
    /// new checkpoint. Sealed folders are to be written before, and to be removed after.
    pub fn changes(&self) -> Changes {
        let mut changes = Vec::new();
        for (index, bytes) in self.entries.iter().enumerate().skip(self.covered) {
            let before = self.stored.get(&index);
            if before != Some(bytes) {
                let path = path(&files::note(index as u64));
                changes.push(written(&path, before.map(Vec::as_slice), bytes.clone()));
            }
        }
        for (index, before) in self.stored.range(self.entries.len()..).rev() {
            changes.push(Change::remove(&path(&files::note(*index as u64)), before));
        }
        changes.extend(self.next.iter().flat_map(|(next, _)| self.sequenced(next)));
        Changes(changes)
    }

    /// What is written where a checkpoint takes the place of another one.
    fn sequenced(&self, next: &[u8]) -> Vec<Change> {
        let (path, old) = (path("checkpoint"), self.checkpoint.as_deref());
        let mut changes = Vec::new();
        if let Some(old) = old {
            changes.extend(self.size_kept());
            changes.extend(self.cosigned_kept(old));
        }
        changes.push(written(&path, old, next.to_vec()));
        changes
    }

    /// The size of the checkpoint that goes, among the earlier ones.
    fn size_kept(&self) -> Option<Change> {
        let (before, size) = (self.sizes.as_deref(), self.covered.to_string());
        let mut lines: Vec<_> = before.unwrap_or_default().lines().collect();
        if lines.contains(&size.as_str()) {
            return None;
        }
        lines.push(&size);
        let text = lines.join("\n") + "\n";
        Some(written(&path("sizes"), before.map(str::as_bytes), text.into_bytes()))
    }

    /// The checkpoint that goes, where enough witnesses have seen it.
    fn cosigned_kept(&self, old: &[u8]) -> Option<Change> {
        let seen = self.policy.seen(old)?;
        let before = self.cosigned.as_deref();
        let is_news = seen.is_enough && seen.newest.is_some() && before != Some(old);
        is_news.then(|| written(&path("cosigned"), before, old.to_vec()))
    }
}

fn path(below: &str) -> String {
    format!("{REGISTER}/{below}")
}

fn written(path: &str, before: Option<&[u8]>, bytes: Vec<u8>) -> Change {
    match before {
        None => Change::create(path, bytes),
        Some(before) => Change::replace(path, before, bytes),
    }
}

fn tree(index: Option<usize>, text: String) -> Fault {
    Fault { rule: Rule::Tree, index: index.map(|it| it as u64), text }
}
