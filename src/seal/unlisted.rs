//! Unlisted results: notes in folders beside the site, their commitments in the register, and the files
//! that the holders get.
//!
//! A note is written before the entry that has its commitment. A run that was cut short in between
//! leaves a note without one, and the next run makes it (docs/FORMAT.md, "Unlisted results").

use std::collections::BTreeMap;

use crate::changes::{Change, Readers};
use crate::seal::ledger::Ledger;
use crate::verify::checkpoint;
use crate::verify::code::Unlisted;
use crate::verify::entry::{Entry, Kind};
use crate::verify::note::{Note, hex};
use crate::verify::receipt::{self, Holder, Receipt};
use crate::verify::replay::{Record, State};
use crate::verify::unlisted::{self, Broken, Folder, Kept, Why};

/// The folders of an office, as a run finds them and leaves them.
#[derive(Debug, Default)]
pub struct Shelf {
    /// Where they stand, as the settings say.
    place: String,
    folders: BTreeMap<Unlisted, Folder>,
    /// What is wrong with others.
    broken: Vec<Broken>,
    /// The holders' files that are there, by their paths.
    holders: BTreeMap<String, String>,
    /// The notes of this run.
    new: Vec<(Unlisted, usize)>,
}

impl Shelf {
    /// What stands in the folder that the settings name; files by their paths in it.
    pub fn new(place: &str, files: Vec<(String, String)>) -> Self {
        let read = unlisted::folders(files.iter().map(|it| (it.0.as_str(), it.1.as_str())));
        let folders = read.0.into_iter().map(|it| (it.code, it)).collect();
        let holders =
            files.into_iter().filter(|it| it.0.strip_suffix(".holder").is_some()).collect();
        Self { place: place.to_owned(), folders, broken: read.1, holders, new: Vec::new() }
    }

    /// The first folder that cannot be read.
    pub fn broken(&self) -> Option<&Broken> {
        self.broken.first()
    }

    /// The newest version and the newest status that stand in a folder, judged or not, and how many
    /// versions there are.
    pub fn newest(&self, code: Unlisted) -> (Option<Entry>, Option<Entry>, usize) {
        let notes = self.folders.get(&code).map(|it| it.notes.as_slice()).unwrap_or_default();
        let read = |it: &Kept| Entry::parse(&Note::parse(&it.note).ok()?.text).ok();
        let entries: Vec<_> = notes.iter().filter_map(read).collect();
        let of = |kind| entries.iter().filter(move |it| it.kind == kind);
        let count = of(Kind::Issue).count();
        (of(Kind::Issue).next_back().cloned(), of(Kind::Status).next_back().cloned(), count)
    }

    /// The notes that the register has no commitment to, by the codes of their folders: a run that was
    /// cut short had written them.
    pub fn begun(&self, state: &State) -> Vec<(Unlisted, String)> {
        let commits = |folder: &Folder| {
            let all = folder.notes.iter().map(Kept::commitment);
            let begun = all.filter(|it| !state.commits.contains_key(it));
            begun.map(|it| (folder.code, it)).collect::<Vec<_>>()
        };
        self.folders.values().flat_map(commits).collect()
    }

    /// Adds a note, and gives its commitment.
    pub fn add(&mut self, code: Unlisted, kept: Kept) -> String {
        let commitment = kept.commitment();
        let folder = self.folders.entry(code).or_insert(Folder { code, notes: Vec::new() });
        folder.notes.push(kept);
        self.new.push((code, folder.notes.len()));
        commitment
    }

    /// What a record says, each note judged at the place of its commitment.
    pub fn record(&self, code: Unlisted, state: &State) -> Result<Record, Broken> {
        let none = || Broken { file: unlisted::path(code, 1, "note"), why: Why::Missing };
        self.folders.get(&code).ok_or_else(none)?.replay(state)
    }

    /// The notes of this run with their salts, which stand first: a salt alone says nothing.
    pub fn changes(&self) -> Vec<Change> {
        let mut changes = Vec::new();
        for (code, number) in &self.new {
            let kept = self.folders.get(code).and_then(|it| it.notes.get(number - 1));
            let Some(Kept { note, salt }) = kept else { continue };
            let salt = hex(salt) + "\n";
            changes.push(self.change(&unlisted::path(*code, *number, "salt"), salt.into_bytes()));
            changes.push(self.change(&unlisted::path(*code, *number, "note"), note.clone()));
        }
        changes
    }

    /// The holders' files of notes that a checkpoint covers: those that are missing, and those whose
    /// checkpoint too few witnesses had seen, once enough have. `newest` is the checkpoint where it is
    /// another one than the ledger's.
    pub fn holders(&self, ledger: &Ledger, newest: Option<&[u8]>) -> Vec<Change> {
        let newest = newest.or_else(|| ledger.checkpoint()).unwrap_or_default();
        let seen = |note: &[u8]| ledger.policy().seen(note).filter(|it| it.is_enough);
        let enough = [Some(newest), ledger.cosigned()].into_iter().flatten();
        let enough: Vec<_> = enough.filter_map(|it| Some((seen(it)?.size, it))).collect();
        let mut changes = Vec::new();
        for folder in self.folders.values() {
            for (number, kept) in (1..).zip(&folder.notes) {
                let index = ledger.state().commits.get(&kept.commitment()).copied();
                let Some(index) = index.filter(|it| *it < ledger.size() as u64) else { continue };
                let path = unlisted::path(folder.code, number, "holder");
                let before = self.holders.get(&path);
                let held = before.and_then(|it| Holder::parse(it.as_bytes()));
                let held = held.filter(|it| it.salt == kept.salt && it.entry == kept.note);
                let proof = held.and_then(|it| Receipt::parse(&it.proof));
                let best = enough.iter().find(|it| it.0 > index).map(|it| it.1);
                let is_good = |it: &Receipt| seen(it.checkpoint.to_string().as_bytes()).is_some();
                if proof.is_some_and(|it| best.is_none() || is_good(&it)) {
                    continue;
                }
                let file = holder(ledger, kept, index, best.unwrap_or(newest));
                changes.extend(file.map(|it| self.change(&path, it.into_bytes())));
            }
        }
        changes
    }

    /// A file that nobody else may read, in the place of what a run that was cut short left.
    fn change(&self, path: &str, bytes: Vec<u8>) -> Change {
        let change = Change::renew(&format!("{}/{path}", self.place), bytes);
        Change { readers: Readers::Owner, ..change }
    }
}

/// The file of the holder of a note whose commitment is an entry, proved by a checkpoint.
fn holder(ledger: &Ledger, kept: &Kept, index: u64, checkpoint: &[u8]) -> Option<String> {
    let size = checkpoint::read(checkpoint)?.1.size;
    let (index, size) = (usize::try_from(index).ok()?, usize::try_from(size).ok()?);
    let tree = &ledger.state().tree;
    let point = str::from_utf8(checkpoint).ok()?;
    let proof = receipt::write(ledger.entry(index)?, index, tree, size, point).into_bytes();
    Some(Holder { salt: kept.salt, entry: kept.note.clone(), proof }.write())
}
