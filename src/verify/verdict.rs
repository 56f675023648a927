//! Verdicts: what is found out about a paper, why, and the number that programs read.

use std::collections::BTreeMap;

use crate::verify::entry::Entry;
use crate::verify::replay::{Fault, Placed, Standing};

/// The answer, as a number that programs read (docs/FORMAT.md, "Verdicts").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Genuine, and holds today or from a day to come.
    Current = 0,
    /// Genuine, and no longer the text that holds.
    NotCurrent = 10,
    /// Genuine; whether it still holds cannot be told from what is at hand.
    Unknown = 11,
    /// Not what was sealed.
    Differs = 20,
    /// The register vouches for no such document.
    NotInRegister = 21,
    /// The address is not the office's.
    OtherHost = 22,
    /// The register, or the proof, is broken.
    Broken = 30,
    /// Nothing can be said.
    CannotCheck = 40,
}

impl Verdict {
    /// The word in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::NotCurrent => "not-current",
            Self::Unknown => "currency-unknown",
            Self::Differs => "differs",
            Self::NotInRegister => "not-in-register",
            Self::OtherHost => "other-host",
            Self::Broken => "broken",
            Self::CannotCheck => "cannot-check",
        }
    }
}

/// Why a verdict is what it is; each has its words in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The document holds.
    InForce,
    /// It holds from a day to come.
    NotYet,
    /// A newer version was sealed.
    Earlier,
    /// Suspended.
    Suspended,
    /// Superseded.
    Superseded,
    /// Revoked.
    Revoked,
    /// Its last day is over.
    Expired,
    /// No register is at hand.
    NoRegister,
    /// The register at hand is older than the receipt.
    OldRegister,
    /// No witness saw the register for longer than is accepted.
    Stale,
    /// A record that is not public.
    Unlisted,
    /// The bytes are not those that were sealed under this code.
    OtherBytes,
    /// No sealed version has these bytes.
    NoSuchBytes,
    /// No such code in the register.
    UnknownCode,
    /// A typing error: the check symbol is wrong.
    Mistyped,
    /// Sealed only with a key that was compromised.
    Disowned,
    /// Published, and not sealed.
    Unsealed,
    /// Another host, a port, a user name, or no https.
    Host,
    /// A rule of the register is broken.
    Rule,
    /// The proof does not lead to the checkpoint.
    Proof,
    /// A signature is missing or wrong.
    Signature,
    /// Too few witnesses.
    Quorum,
    /// The receipt is of another register, or of another history of it.
    Fork,
    /// Neither the fingerprint nor the keys of the register are known.
    NoAnchor,
    /// What was given cannot be read.
    Unreadable,
}

impl Reason {
    /// The word in JSON, and in messages (`reason-<word>`).
    pub fn word(self) -> &'static str {
        match self {
            Self::InForce => "in-force",
            Self::NotYet => "not-yet",
            Self::Earlier => "earlier",
            Self::Suspended => "suspended",
            Self::Superseded => "superseded",
            Self::Revoked => "revoked",
            Self::Expired => "expired",
            Self::NoRegister => "no-register",
            Self::OldRegister => "old-register",
            Self::Stale => "stale",
            Self::Unlisted => "unlisted",
            Self::OtherBytes => "other-bytes",
            Self::NoSuchBytes => "no-such-bytes",
            Self::UnknownCode => "unknown-code",
            Self::Mistyped => "mistyped",
            Self::Disowned => "disowned",
            Self::Unsealed => "unsealed",
            Self::Host => "host",
            Self::Rule => "rule",
            Self::Proof => "proof",
            Self::Signature => "signature",
            Self::Quorum => "quorum",
            Self::Fork => "fork",
            Self::NoAnchor => "no-anchor",
            Self::Unreadable => "unreadable",
        }
    }

    pub(super) fn verdict(self) -> Verdict {
        match self {
            Self::InForce | Self::NotYet => Verdict::Current,
            Self::Earlier | Self::Suspended | Self::Superseded | Self::Revoked | Self::Expired => {
                Verdict::NotCurrent
            }
            Self::NoRegister | Self::OldRegister | Self::Stale | Self::Unlisted => Verdict::Unknown,
            Self::OtherBytes | Self::NoSuchBytes => Verdict::Differs,
            Self::UnknownCode | Self::Mistyped | Self::Disowned | Self::Unsealed => {
                Verdict::NotInRegister
            }
            Self::Host => Verdict::OtherHost,
            Self::Rule | Self::Proof | Self::Signature | Self::Quorum | Self::Fork => {
                Verdict::Broken
            }
            Self::NoAnchor | Self::Unreadable => Verdict::CannotCheck,
        }
    }
}

/// What was found out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The answer.
    pub verdict: Verdict,
    /// Why.
    pub reason: Reason,
    /// Whether the register is a specimen.
    pub specimen: bool,
    /// The code of the document.
    pub code: Option<String>,
    /// Its version.
    pub version: Option<u64>,
    /// What the document is on the day.
    pub standing: Option<Standing>,
    /// Where the entry stands.
    pub index: Option<u64>,
    /// How many entries the register has.
    pub size: Option<u64>,
    /// Who signed the entry.
    pub signers: Vec<String>,
    /// Which witnesses saw the checkpoint, and when: seconds since 1970.
    pub cosignatures: BTreeMap<String, u64>,
    /// The broken rule.
    pub fault: Option<Fault>,
    /// The entry, whose words are to be compared with the paper.
    pub entry: Option<Entry>,
    /// Whether nobody outside the office has to have seen the register.
    pub no_witness: bool,
}

impl Finding {
    /// A reason, of which nothing more is known.
    pub fn of(reason: Reason) -> Self {
        Self {
            verdict: reason.verdict(),
            reason,
            specimen: false,
            code: None,
            version: None,
            standing: None,
            index: None,
            size: None,
            signers: Vec::new(),
            cosignatures: BTreeMap::new(),
            fault: None,
            entry: None,
            no_witness: false,
        }
    }

    pub(super) fn because(self, reason: Reason) -> Self {
        Self { verdict: reason.verdict(), reason, ..self }
    }

    pub(super) fn broken(fault: Fault) -> Self {
        Self { fault: Some(fault), ..Self::of(Reason::Rule) }
    }

    pub(super) fn with(self, placed: &Placed) -> Self {
        Self {
            code: placed.entry.get("id").map(str::to_owned),
            version: placed.entry.number("version"),
            index: Some(placed.index),
            signers: vec![placed.signer.clone()],
            entry: Some(placed.entry.clone()),
            ..self
        }
    }
}
