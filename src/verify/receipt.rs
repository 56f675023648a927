//! Receipts: one entry, and the proof that a register has it (C2SP tlog-proof), for whoever keeps a
//! document for years; and what the holder of an unlisted record keeps.

use std::fmt::Write;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest as _, Sha256};

use crate::verify::checkpoint::{Checkpoint, decimal, hash};
use crate::verify::note::{Note, hex, unhex};
use crate::verify::tree::{self, Hash, Tree};

/// The most hashes that a proof may have: a tree is no higher.
const PROOF_LIMIT: usize = 63;

/// A receipt that was read: nothing is proved before [`Receipt::is_included`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The entry with its signatures.
    pub entry: Vec<u8>,
    /// Its position.
    pub index: u64,
    proof: Vec<Hash>,
    /// The note of the checkpoint that the proof leads to.
    pub checkpoint: Note,
    /// What the note says.
    pub point: Checkpoint,
}

impl Receipt {
    /// Reads a receipt.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let text = str::from_utf8(bytes).ok()?;
        let (head, note) = text.split_once("\n\n")?;
        let mut lines = head.split('\n');
        if lines.next() != Some("c2sp.org/tlog-proof@v1") {
            return None;
        }
        let entry = BASE64_STANDARD.decode(lines.next()?.strip_prefix("extra ")?).ok()?;
        let index = decimal(lines.next()?.strip_prefix("index ")?)?;
        let proof = lines.map(hash).collect::<Option<Vec<_>>>()?;
        let checkpoint = Note::parse(note.as_bytes()).ok()?;
        let point = Checkpoint::parse(&checkpoint.text)?;
        (proof.len() <= PROOF_LIMIT).then_some(Self { entry, index, proof, checkpoint, point })
    }

    /// Whether the entry is in the register of the checkpoint.
    pub fn is_included(&self) -> bool {
        let leaf = tree::leaf(&self.entry);
        tree::root_from_inclusion(leaf, self.index, self.point.size, &self.proof)
            == Some(self.point.root)
    }
}

/// Writes the receipt of an entry for a checkpoint, given as the text of its file.
pub fn write(entry: &[u8], index: usize, tree: &Tree, size: usize, checkpoint: &str) -> String {
    let mut text =
        format!("c2sp.org/tlog-proof@v1\nextra {}\nindex {index}\n", BASE64_STANDARD.encode(entry));
    for hash in tree.inclusion(index, size) {
        // Writing into a string does not fail.
        let _ = writeln!(text, "{}", BASE64_STANDARD.encode(hash));
    }
    text + "\n" + checkpoint
}

/// What the register says of an unlisted entry: the hash of a salt and its note.
pub fn commitment(salt: &[u8; 32], note: &[u8]) -> String {
    let hash =
        Sha256::new().chain_update("condau/1 commit\n").chain_update(salt).chain_update(note);
    format!("sha256:{}", hex(&hash.finalize()))
}

/// The file of the holder of an unlisted record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// What the commitment was made with.
    pub salt: [u8; 32],
    /// The note of the entry.
    pub entry: Vec<u8>,
    /// The receipt of the commitment.
    pub proof: Vec<u8>,
}

impl Holder {
    /// Reads a holder's file.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let text = str::from_utf8(bytes).ok()?;
        let lines: Vec<_> = text.strip_suffix('\n')?.split('\n').collect();
        let ["condau/1 holder", salt, entry, proof] = lines[..] else { return None };
        let read = Self {
            salt: unhex(salt.strip_prefix("salt: ")?)?,
            entry: BASE64_STANDARD.decode(entry.strip_prefix("entry: ")?).ok()?,
            proof: BASE64_STANDARD.decode(proof.strip_prefix("proof: ")?).ok()?,
        };
        (read.write() == text).then_some(read)
    }

    /// Writes it.
    pub fn write(&self) -> String {
        let (entry, proof) =
            (BASE64_STANDARD.encode(&self.entry), BASE64_STANDARD.encode(&self.proof));
        format!("condau/1 holder\nsalt: {}\nentry: {entry}\nproof: {proof}\n", hex(&self.salt))
    }
}
