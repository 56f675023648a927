//! The texts of entries, from what somebody wants to say. The ledger judges them like any other.

use crate::language::{Language, Text};
use crate::verify::entry::{Kind, value_of};
use crate::verify::note::Key;
use crate::verify::replay::Role;

/// What opens a register.
#[derive(Debug)]
pub struct Opening<'a> {
    /// The name of the register.
    pub origin: &'a str,
    /// Whether it is a specimen.
    pub specimen: bool,
    /// The register before this one: origin, size, root.
    pub predecessor: Option<&'a str>,
    /// The names of the office.
    pub issuer: &'a Text,
    /// The host that codes lead to.
    pub host: &'a str,
    /// The keys with what they may do.
    pub keys: &'a [(Role, Key)],
    /// How many roots have to sign.
    pub quorum: usize,
    /// When.
    pub sealed: &'a str,
}

impl Opening<'_> {
    /// The text of the entry.
    pub fn text(&self) -> String {
        let keys =
            |role| self.keys.iter().filter(move |it| it.0 == role).map(|it| it.1.to_string());
        let mut lines = Lines::new(Kind::Open);
        lines.line("origin", self.origin);
        lines.lines("specimen", self.specimen.then_some("yes"));
        lines.lines("predecessor", self.predecessor);
        lines.tagged("issuer", self.issuer);
        lines.line("host", self.host);
        lines.lines("root", keys(Role::Root));
        lines.line("quorum", self.quorum.to_string());
        lines.lines("registrar", keys(Role::Registrar));
        lines.lines("log", keys(Role::Log));
        lines.line("rules", "1");
        lines.end(self.sealed)
    }
}

/// What is done to a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// It counts from the next entry on.
    Add,
    /// It counts no more.
    Retire,
    /// It counts no more, and what it signed from an entry on has no effect. Of a root nothing is
    /// taken back.
    Compromised(Option<u64>),
}

/// The text that changes a key.
pub fn key(action: Action, role: Role, key: &Key, reason: &str, sealed: &str) -> String {
    let (word, from) = match action {
        Action::Add => ("add", None),
        Action::Retire => ("retire", None),
        Action::Compromised(from) => ("compromised", from),
    };
    let mut lines = Lines::new(Kind::Key);
    lines.line("action", word);
    lines.line("role", role.word());
    lines.line("vkey", key.to_string());
    lines.lines("from-index", from.map(|it| it.to_string()));
    lines.line("reason.vi", value_of(reason));
    lines.end(sealed)
}

/// What a document is from now on.
#[derive(Debug, Clone, Copy)]
pub struct Status<'a> {
    /// The code.
    pub code: &'a str,
    /// The word of the status.
    pub status: &'a str,
    /// What takes its place.
    pub by: Option<&'a str>,
    /// Whether its frozen texts are deleted.
    pub erased: bool,
    /// Why.
    pub reason: &'a Text,
    /// When.
    pub sealed: &'a str,
}

impl Status<'_> {
    /// The text of the entry.
    pub fn text(&self) -> String {
        let mut lines = Lines::new(Kind::Status);
        lines.line("id", self.code);
        lines.line("status", self.status);
        lines.lines("by", self.by);
        lines.lines("erased", self.erased.then_some("yes"));
        lines.tagged("reason", self.reason);
        lines.end(self.sealed)
    }
}

/// What is sealed for one person.
#[derive(Debug)]
pub struct Personal<'a> {
    /// The code of the record.
    pub code: &'a str,
    /// Its version.
    pub version: usize,
    /// The abbreviation of the type, as in the number.
    pub kind: &'a str,
    /// The number of the paper.
    pub number: Option<&'a str>,
    /// The day of the paper.
    pub date: &'a str,
    /// The name of the office.
    pub issuer: &'a str,
    /// Who signed the paper.
    pub signer: Option<&'a str>,
    /// What the paper is called.
    pub title: &'a Text,
    /// The last day on which it holds.
    pub until: Option<&'a str>,
    /// The files: `NAME SIZE HASH`.
    pub files: &'a [String],
    /// When.
    pub sealed: &'a str,
}

impl Personal<'_> {
    /// The text of the note.
    pub fn text(&self) -> String {
        let mut lines = Lines::new(Kind::Issue);
        lines.line("id", self.code);
        lines.line("version", self.version.to_string());
        lines.line("type", value_of(self.kind));
        lines.lines("number", self.number.map(value_of));
        lines.line("date", self.date);
        lines.line("issuer", self.issuer);
        lines.lines("signer", self.signer.map(value_of));
        lines.tagged("title", self.title);
        lines.line("authentic", Language::Vi.code());
        lines.lines("until", self.until);
        lines.lines("file", self.files);
        lines.end(self.sealed)
    }
}

/// The text that says of a commitment on which day it was made, and no more: an hour could be found
/// again on a paper.
pub fn private(commitment: &str, sealed: &str) -> String {
    let mut lines = Lines::new(Kind::Private);
    lines.line("commit", commitment);
    lines.end(sealed.get(..10).unwrap_or(sealed))
}

/// Another name or address of the office.
#[derive(Debug)]
pub struct Move<'a> {
    /// Its names, where they change.
    pub issuer: &'a Text,
    /// All hosts, the one that is printed first.
    pub hosts: &'a [String],
    /// The register that goes on: origin and fingerprint.
    pub successor: Option<&'a str>,
    /// Why.
    pub reason: &'a str,
    /// When.
    pub sealed: &'a str,
}

impl Move<'_> {
    /// The text of the entry.
    pub fn text(&self) -> String {
        let mut lines = Lines::new(Kind::Move);
        lines.tagged("issuer", self.issuer);
        lines.lines("host", self.hosts);
        lines.lines("successor", self.successor);
        lines.line("reason.vi", value_of(self.reason));
        lines.end(self.sealed)
    }
}

/// The lines of an entry, in the order in which they are said.
struct Lines(String);

impl Lines {
    fn new(kind: Kind) -> Self {
        Self(format!("condau/1 {}\n", kind.word()))
    }

    fn line(&mut self, key: &str, value: impl AsRef<str>) {
        for part in [key, ": ", value.as_ref(), "\n"] {
            self.0.push_str(part);
        }
    }

    fn lines(&mut self, key: &str, values: impl IntoIterator<Item = impl AsRef<str>>) {
        values.into_iter().for_each(|it| self.line(key, it));
    }

    fn tagged(&mut self, key: &str, text: &Text) {
        for language in Language::ALL {
            if let Some(text) = &text.0[language.index()] {
                self.line(&format!("{key}.{}", language.code()), value_of(text));
            }
        }
    }

    fn end(mut self, sealed: &str) -> String {
        self.line("sealed", sealed);
        self.0
    }
}
