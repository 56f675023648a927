//! Checkpoints: how large a register is and what its root is (C2SP tlog-checkpoint), and which
//! witnesses have to have seen it (C2SP tlog-policy).

use std::collections::BTreeMap;
use std::fmt;

use base64::prelude::{BASE64_STANDARD, Engine as _};

use crate::verify::note::{Algorithm, Key, Note};
use crate::verify::tree::Hash;

/// The text of a checkpoint. Extension lines are refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The name of the register, which never changes.
    pub origin: String,
    /// How many entries it has.
    pub size: u64,
    /// The root of its tree.
    pub root: Hash,
}

impl Checkpoint {
    /// Reads the text of a note.
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let origin = lines.next().filter(|it| !it.is_empty())?.to_owned();
        let size = decimal(lines.next()?)?;
        let root = hash(lines.next()?)?;
        let read = Self { origin, size, root };
        let is_empty = read.root == Hash::from(<sha2::Sha256 as sha2::Digest>::digest([]));
        // Written again it is the same: nothing more stands in it. The empty tree has one root.
        (read.to_string() == text && (size > 0 || is_empty)).then_some(read)
    }
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n{}\n{}", self.origin, self.size, BASE64_STANDARD.encode(self.root))
    }
}

/// A checkpoint and its note.
pub fn read(bytes: &[u8]) -> Option<(Note, Checkpoint)> {
    let note = Note::parse(bytes).ok()?;
    let point = Checkpoint::parse(&note.text)?;
    Some((note, point))
}

/// A number as it is written: digits, the first of which is no zero unless it is the only one.
pub(super) fn decimal(text: &str) -> Option<u64> {
    let is_plain =
        text.bytes().all(|it| it.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    is_plain.then(|| text.parse().ok()).flatten()
}

/// A hash in base64.
pub(super) fn hash(text: &str) -> Option<Hash> {
    BASE64_STANDARD.decode(text).ok()?.try_into().ok()
}

/// Whom a reader trusts: the log, and how many witnesses have to have seen a checkpoint.
#[derive(Debug, Clone, Default)]
pub struct Policy {
    /// The keys of logs.
    pub logs: Vec<Key>,
    /// The keys of witnesses, by the names that the policy gives them.
    witnesses: BTreeMap<String, Key>,
    groups: BTreeMap<String, Group>,
    /// Who has to have signed; nobody where there is none.
    quorum: Option<String>,
}

#[derive(Debug, Clone)]
struct Group {
    needed: usize,
    members: Vec<String>,
}

/// What witnesses saw of a checkpoint.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen {
    /// How many entries it covers.
    pub size: u64,
    /// Whether those who have to have seen it did.
    pub is_enough: bool,
    /// The newest of the times, where they are enough and any is asked for: seconds since 1970.
    pub newest: Option<u64>,
    /// When each of them saw it, by the names of their keys.
    pub times: BTreeMap<String, u64>,
}

impl Policy {
    /// Reads a policy; gives the number of the first line, counted from one, that is none.
    pub fn parse(text: &str) -> Result<Self, usize> {
        let mut policy = Self::default();
        let mut has_quorum = false;
        for (number, line) in (1..).zip(text.lines()) {
            let words: Vec<_> = line.split_ascii_whitespace().collect();
            let understood = match &words[..] {
                [] => true,
                [first, ..] if first.starts_with('#') => true,
                ["log", key] | ["log", key, _] => match Key::parse(key) {
                    Ok(key) if key.algorithm() == Algorithm::Ed25519 => {
                        policy.logs.push(key);
                        true
                    }
                    _ => false,
                },
                ["witness", name, key] | ["witness", name, key, _] => match Key::parse(key) {
                    Ok(key)
                        if key.algorithm() == Algorithm::Cosignature && policy.is_free(name) =>
                    {
                        policy.witnesses.insert((*name).to_owned(), key);
                        true
                    }
                    _ => false,
                },
                ["group", name, needed, members @ ..] => policy.group(name, needed, members),
                ["quorum", name] if !has_quorum => {
                    has_quorum = true;
                    policy.quorum = (*name != "none").then(|| (*name).to_owned());
                    *name == "none" || policy.is_known(name)
                }
                _ => false,
            };
            if !understood {
                return Err(number);
            }
        }
        Ok(policy)
    }

    fn group(&mut self, name: &str, needed: &str, members: &[&str]) -> bool {
        let mut distinct = members.to_vec();
        distinct.sort_unstable();
        distinct.dedup();
        let needed = match needed {
            "any" => Some(1),
            "all" => Some(members.len()),
            other => decimal(other).and_then(|it| usize::try_from(it).ok()),
        };
        let Some(needed) = needed.filter(|it| (1..=members.len()).contains(it)) else {
            return false;
        };
        let fits = self.is_free(name)
            && distinct.len() == members.len()
            && members.iter().all(|it| self.is_known(it));
        if fits {
            let members = members.iter().map(|it| (*it).to_owned()).collect();
            self.groups.insert(name.to_owned(), Group { needed, members });
        }
        fits
    }

    fn is_known(&self, name: &str) -> bool {
        self.witnesses.contains_key(name) || self.groups.contains_key(name)
    }

    fn is_free(&self, name: &str) -> bool {
        name != "none" && !self.is_known(name)
    }

    /// Whether any witness is asked for.
    pub fn has_quorum(&self) -> bool {
        self.quorum.is_some()
    }

    /// The witnesses.
    pub fn witnesses(&self) -> impl Iterator<Item = &Key> {
        self.witnesses.values()
    }

    /// Whether enough witnesses signed a checkpoint, given when each of them did, by its key's
    /// name; and the newest of their times.
    pub fn judge(&self, times: &BTreeMap<&str, u64>) -> Option<Option<u64>> {
        match &self.quorum {
            None => Some(times.values().copied().max()),
            Some(name) => self.meets(name, times).then(|| times.values().copied().max()),
        }
    }

    // A group names only what stands before it, so this ends.
    fn meets(&self, name: &str, times: &BTreeMap<&str, u64>) -> bool {
        match (self.witnesses.get(name), self.groups.get(name)) {
            (Some(key), _) => times.contains_key(key.name()),
            (None, Some(it)) => {
                it.members.iter().filter(|it| self.meets(it, times)).count() >= it.needed
            }
            (None, None) => false,
        }
    }

    /// Reads the note of a checkpoint: who of the witnesses saw it, and whether they are enough.
    pub fn seen(&self, bytes: &[u8]) -> Option<Seen> {
        let (note, point) = read(bytes)?;
        let times = self.times(&note).ok()?;
        let judged = self.judge(&times);
        let times = times.iter().map(|(name, time)| ((*name).to_owned(), *time)).collect();
        Some(Seen {
            size: point.size,
            is_enough: judged.is_some(),
            newest: judged.flatten(),
            times,
        })
    }

    /// The witnesses that signed a note, and when. One that did not sign it rightly is a fault.
    pub fn times(&self, note: &Note) -> Result<BTreeMap<&str, u64>, crate::verify::note::Fault> {
        let signed = note.signed_by(self.witnesses())?;
        Ok(signed.into_iter().filter_map(|it| Some((it.key.name(), it.time?))).collect())
    }
}
