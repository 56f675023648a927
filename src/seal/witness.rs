//! Witnesses: what they are asked (C2SP tlog-witness, add-checkpoint), and their answers.

use base64::prelude::{BASE64_STANDARD, Engine as _};

use crate::changes::Change;
use crate::seal::ledger::{Ledger, REGISTER};
use crate::verify::checkpoint::Checkpoint;
use crate::verify::note::Note;

/// Why a size cannot be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unasked {
    /// There is no checkpoint.
    NoCheckpoint,
    /// The size is larger than that of the checkpoint.
    Size,
}

/// The request: the size that the witness saw last, the proof that the register only grew since,
/// and the checkpoint. Without a size it is that of the newest checkpoint that enough witnesses
/// had seen.
pub fn request(ledger: &Ledger, old: Option<usize>) -> Result<String, Unasked> {
    let checkpoint = ledger.checkpoint().ok_or(Unasked::NoCheckpoint)?;
    let size = ledger.size();
    let old = old.unwrap_or_else(|| seen(ledger));
    if old > size {
        return Err(Unasked::Size);
    }
    let proof = ledger.state().tree.consistency(old, size);
    let lines = proof.iter().map(|it| BASE64_STANDARD.encode(it) + "\n");
    let lines: String = lines.collect();
    Ok(format!("old {old}\n{lines}\n{}", String::from_utf8_lossy(checkpoint)))
}

/// The size of the newest checkpoint that enough witnesses had seen, or 0.
fn seen(ledger: &Ledger) -> usize {
    let notes = [ledger.checkpoint(), ledger.cosigned()];
    let seen = notes.into_iter().flatten().filter_map(|it| ledger.policy().seen(it));
    let sizes = seen.filter(|it| it.is_enough && it.newest.is_some()).map(|it| it.size);
    sizes.max().and_then(|it| usize::try_from(it).ok()).unwrap_or_default()
}

/// What became of an answer.
#[derive(Debug)]
pub enum Added {
    /// These witnesses had not signed before, or longer ago.
    New(Vec<String>, Change),
    /// All of them had signed already.
    Nothing,
    /// No line is a signature of a witness of the policy.
    NoWitness,
    /// A signature of a witness is of another checkpoint.
    OtherCheckpoint,
}

/// Adds the cosignatures of an answer to the checkpoint: its lines, alone or in a note.
pub fn add(ledger: &Ledger, answer: &str) -> Added {
    let checkpoint = ledger.checkpoint().and_then(|it| Some((it, Note::parse(it).ok()?)));
    let Some((before, mut note)) = checkpoint else { return Added::OtherCheckpoint };
    let lines: Vec<_> = answer.lines().filter(|it| it.starts_with("— ")).collect();
    let Ok(answer) = Note::parse(format!("{}\n{}\n", note.text, lines.join("\n")).as_bytes())
    else {
        return Added::NoWitness;
    };
    let policy = ledger.policy();
    let Ok(times) = policy.times(&answer) else { return Added::OtherCheckpoint };
    let known = note.clone();
    let known = policy.times(&known).unwrap_or_default();
    let mut names = Vec::new();
    for it in answer.signatures {
        let Some(time) = times.get(it.name.as_str()) else { continue };
        match known.get(it.name.as_str()) {
            Some(before) if before >= time => continue,
            // Who has seen it again says that it is still the newest one.
            _ => note.signatures.retain(|old| old.name != it.name),
        }
        names.push(it.name.clone());
        note.signatures.push(it);
    }
    match (times.is_empty(), names.is_empty()) {
        (true, _) => Added::NoWitness,
        (false, true) => Added::Nothing,
        (false, false) => {
            let path = format!("{REGISTER}/checkpoint");
            Added::New(names, Change::replace(&path, before, note.to_string().into_bytes()))
        }
    }
}

/// Whether a register begins with the entries of another checkpoint of it.
pub fn extends(ledger: &Ledger, old: &Checkpoint) -> bool {
    let (state, size) = (ledger.state(), usize::try_from(old.size).unwrap_or(usize::MAX));
    old.origin == state.origin && size <= state.tree.size() && state.tree.root(size) == old.root
}
