//! Audit: whether everything that is published says what the register says, page by page
//! (docs/FORMAT.md, "What audit checks").

pub mod leaks;
mod marks;
mod pages;
mod register;
mod sealed;

use std::collections::BTreeMap;
use std::ops::Bound;

use crate::verify::checkpoint::{self, Checkpoint, Policy};
use crate::verify::code::{self, Unlisted};
use crate::verify::replay::{Anchors, Fault, Record, Rule, State, replay};
use crate::verify::time::Day;
use crate::verify::tree::{self, Hash, Tree};
use crate::verify::{Found, Seen, Trust};
pub use pages::shown;
use register::Place;

/// The files of a folder by their paths, with `/` between the parts.
pub type Files = BTreeMap<String, Vec<u8>>;

/// What kind of fault was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A rule of the register is broken.
    Rule(Rule),
    /// A checkpoint cannot be read, or a witness did not sign it rightly.
    Signature,
    /// Too few witnesses have seen the checkpoint.
    Quorum,
    /// The register is not the continuation of an older checkpoint.
    Fork,
    /// A list of checkpoint sizes, or a policy, is not as it must be.
    Form,
    /// A key that is not the register's.
    Key,
    /// A file that must be there is not.
    Missing,
    /// A file that nothing in the register names.
    Unexpected,
    /// A file has other bytes than those that were sealed.
    File,
    /// A line of `SHA256SUMS` is not what was sealed.
    Sums,
    /// A receipt does not prove the entry of the register.
    Receipt,
    /// The words of an article are not those that were sealed.
    Words,
    /// Something hides words, adds some, or makes them unreadable.
    Hidden,
    /// An article names nothing that was sealed.
    Article,
    /// An article shows a version that is not the newest.
    OldArticle,
    /// Other languages of a version are shown, and this one is not.
    Untold,
    /// A page says another state than the register.
    State,
    /// The words of a state are not those of the format.
    StateWords,
    /// A page does not say the state that it must say.
    Stateless,
    /// The code of an unlisted record stands where it must not.
    Leak,
}

impl Kind {
    /// The word in JSON, and in messages (`audit-<word>`).
    pub fn word(&self) -> &'static str {
        match self {
            Self::Rule(_) => "rule",
            Self::Signature => "signature",
            Self::Quorum => "quorum",
            Self::Fork => "fork",
            Self::Form => "form",
            Self::Key => "key",
            Self::Missing => "missing",
            Self::Unexpected => "unexpected",
            Self::File => "file",
            Self::Sums => "sums",
            Self::Receipt => "receipt",
            Self::Words => "words",
            Self::Hidden => "hidden",
            Self::Article => "article",
            Self::OldArticle => "old-article",
            Self::Untold => "untold",
            Self::State => "state",
            Self::StateWords => "state-words",
            Self::Stateless => "stateless",
            Self::Leak => "leak",
        }
    }
}

/// Something that is not as the register says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: Kind,
    /// The file.
    pub path: String,
    /// The line, counted from one, where it is one.
    pub line: Option<usize>,
    /// What stands there.
    pub found: String,
    /// What would have to.
    pub expected: String,
}

/// What an audit found out.
#[derive(Debug, Clone, Default)]
pub struct Audit {
    /// All that is wrong.
    pub findings: Vec<Finding>,
    /// Whether the register is a specimen.
    pub specimen: bool,
    /// How many entries there are, if the register keeps its rules.
    pub size: Option<u64>,
    /// The checkpoint, which the next audit compares with.
    pub checkpoint: Vec<u8>,
    /// Which witnesses saw it, and when: seconds since 1970.
    pub cosignatures: BTreeMap<String, u64>,
    /// Whether nobody outside the office has to have seen the register.
    pub no_witness: bool,
    /// How many sealed articles were compared.
    pub articles: usize,
    /// How many states on pages were compared.
    pub states: usize,
}

/// Why nothing can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// There is no register among the files.
    NoRegister,
    /// The fingerprint of the register is not known.
    NoAnchor,
}

/// Audits files: a published site, the folder of its register, or the register of an office.
///
/// `prefix` names the folder of the register in a site; `old` are checkpoints that were seen before.
/// Where no policy is trusted, the one that stands beside the register is.
pub fn audit(
    files: &Files,
    prefix: &str,
    trust: &Trust,
    old: &[Checkpoint],
    day: Day,
) -> Result<Audit, Refusal> {
    if trust.fingerprint.is_none() {
        return Err(Refusal::NoAnchor);
    }
    let place = Place::of(files, prefix).ok_or(Refusal::NoRegister)?;
    let found = place.register(files);
    let beside = files.get(&place.path("policy.txt"));
    let beside = beside.and_then(|it| Policy::parse(str::from_utf8(it).ok()?).ok());
    let policy = trust.policy.clone().or(beside).unwrap_or_default();
    let (found, fingerprint, audit) = (&found, trust.fingerprint, Audit::default());
    let unlisted = None;
    let mut auditor = Auditor { files, place, found, fingerprint, policy, day, unlisted, audit };
    auditor.audit.checkpoint.clone_from(&found.checkpoint);
    auditor.history(old);
    if let Some(state) = auditor.register() {
        auditor.unlisted = trust.unlisted.as_ref().map(|folders| {
            let read = folders.iter().filter_map(|it| Some((it.code, it.replay(&state).ok()?)));
            read.collect()
        });
        auditor.audit.specimen = state.specimen;
        auditor.audit.size = Some(state.size());
        auditor.published(&state);
        auditor.sealed(&state);
        auditor.receipts(&state);
        auditor.pages(&state);
    }
    auditor.leaks();
    Ok(auditor.audit)
}

/// A text without the codes of unlisted records: a report may be read by anybody.
fn masked(mut text: String) -> String {
    while let Some(code) = code::find_unlisted(&text) {
        let first = code.chars().take(4).collect::<String>();
        text = text.replace(code, &format!("{first}…"));
    }
    text
}

/// The paths that begin with a text.
fn starting<'a>(files: &'a Files, start: &'a str) -> impl Iterator<Item = &'a str> {
    let from = files.range::<str, _>((Bound::Included(start), Bound::Unbounded));
    from.map(|it| it.0.as_str()).take_while(move |it| it.starts_with(start))
}

struct Auditor<'a> {
    files: &'a Files,
    place: Place,
    found: &'a Found,
    fingerprint: Option<Hash>,
    policy: Policy,
    day: Day,
    /// The unlisted records, where their folders are at hand.
    unlisted: Option<BTreeMap<Unlisted, Record>>,
    audit: Audit,
}

impl Auditor<'_> {
    fn find(
        &mut self,
        kind: Kind,
        (path, line): (&str, Option<usize>),
        found: impl Into<String>,
        expected: impl Into<String>,
    ) {
        let (path, found) = (masked(path.to_owned()), masked(found.into()));
        let expected = masked(expected.into());
        self.audit.findings.push(Finding { kind, path, line, found, expected });
    }

    /// R1 to R10, the tiles, and the witnesses. None where a rule is broken.
    fn register(&mut self) -> Option<State> {
        let point = self.place.path("checkpoint");
        let seen = match Seen::of(self.found, &self.policy) {
            Ok(seen) => seen,
            Err(()) => {
                self.find(Kind::Signature, (&point, None), "", "");
                Seen::default()
            }
        };
        let anchors = Anchors { fingerprint: self.fingerprint, cosigned: seen.cosigned };
        let state = match replay(&self.found.entries, &self.found.checkpoint, &anchors) {
            Ok(state) => state,
            Err(fault) => {
                let path = fault.index.map_or(point, |it| self.place.entry(it));
                self.broken(&path, &fault);
                return None;
            }
        };
        if self.policy.has_quorum() && seen.newest.is_none() {
            self.find(Kind::Quorum, (&point, None), "", "");
        }
        self.audit.cosignatures = seen.cosignatures;
        self.audit.no_witness = !self.policy.has_quorum();
        self.tiles(&state);
        Some(state)
    }

    fn broken(&mut self, path: &str, fault: &Fault) {
        self.find(Kind::Rule(fault.rule), (path, None), fault.to_string(), "");
    }

    /// Whether the entries begin with those of older checkpoints.
    fn history(&mut self, old: &[Checkpoint]) {
        let path = self.place.path("checkpoint");
        let Some((_, now)) = checkpoint::read(&self.found.checkpoint) else { return };
        let entries = &self.found.entries;
        let tree = Tree::new(entries.iter().map(|it| tree::leaf(it)));
        for before in old {
            let size = usize::try_from(before.size).unwrap_or(usize::MAX);
            let is_ours = before.origin == now.origin && before.size <= now.size;
            // Entries that are missing are said to be.
            if is_ours && (size > tree.size() || tree.root(size) == before.root) {
                continue;
            }
            let said = |it: &Checkpoint| it.to_string().trim_end().replace('\n', " ");
            self.find(Kind::Fork, (&path, None), said(&now), said(before));
        }
    }
}
