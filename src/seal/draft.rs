//! A draft: the text of an entry that several roots sign, one after the other, each at its own place.

use std::fmt;

use crate::seal::keys::Signer;
use crate::verify::entry::{Entry, Kind};
use crate::verify::note::{Note, Signature};
use crate::verify::replay::State;

/// An entry with the signatures that it has so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The text.
    pub text: String,
    /// Who signed it.
    pub signatures: Vec<Signature>,
}

impl Draft {
    /// A text that nobody has signed.
    pub fn new(text: String) -> Self {
        Self { text, signatures: Vec::new() }
    }

    /// Reads the file of a draft: an entry that roots sign, with or without signatures.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let draft = match Note::parse(bytes) {
            Ok(Note { text, signatures }) => Self { text, signatures },
            Err(_) => Self::new(str::from_utf8(bytes).ok()?.to_owned()),
        };
        draft.entry().filter(|it| matches!(it.kind, Kind::Key | Kind::Move))?;
        Some(draft)
    }

    /// What it says; none where that is no entry.
    pub fn entry(&self) -> Option<Entry> {
        Entry::parse(&self.text).ok()
    }

    /// Whether it bears a signature under a name.
    pub fn is_signed_by(&self, name: &str) -> bool {
        self.signatures.iter().any(|it| it.name == name)
    }

    /// How many signatures it still needs.
    pub fn missing(&self, state: &State) -> usize {
        usize::try_from(state.quorum).unwrap_or(usize::MAX).saturating_sub(self.signatures.len())
    }

    /// Adds a signature.
    pub fn sign(&mut self, root: &Signer) {
        self.signatures.push(root.sign(&self.text));
    }
}

impl fmt::Display for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.signatures.is_empty() {
            return f.write_str(&self.text);
        }
        let (text, signatures) = (self.text.clone(), self.signatures.clone());
        Note { text, signatures }.fmt(f)
    }
}
