//! The lock: which wording of the source each block of a translation renders (translation.md §6).
//!
//! It lies beside the texts as [`LOCK`](crate::document::LOCK), is written by `condau translation accept`
//! alone, and makes the state of every block a function of files: no date and no history is asked.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use crate::date::Date;
use crate::document::blocks;
use crate::language::Language;
use crate::verify::note::{hex, unhex};

/// The only version there is.
const VERSION: i64 = 1;

/// The first 8 bytes of SHA-256 of kind, line feed and normal text; written as 16 hex digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 8]);

impl Hash {
    /// That of a block.
    pub fn of(kind: &str, text: &str) -> Self {
        Self(blocks::hash(kind, text))
    }

    fn parse(text: &str) -> Option<Self> {
        unhex(text).map(Self)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

/// How far a block of a translation was brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quality {
    /// A machine wrote it, and nobody has answered for it.
    Machine,
    /// A person wrote it.
    Draft,
    /// A unit of the office answers for it.
    Reviewed,
}

impl Quality {
    /// All of them, the least first.
    pub const ALL: [Self; 3] = [Self::Machine, Self::Draft, Self::Reviewed];

    /// The word in the lock.
    pub fn code(self) -> &'static str {
        match self {
            Self::Machine => "machine",
            Self::Draft => "draft",
            Self::Reviewed => "reviewed",
        }
    }

    /// The quality of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// One block that was accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The wording of the source that it renders.
    pub source: Hash,
    /// Its own wording.
    pub target: Hash,
    /// How good it is.
    pub quality: Quality,
    /// The unit that accepted it.
    pub by: String,
    /// The day of that.
    pub on: Date,
}

impl Entry {
    /// The entry as a line of the file.
    fn line(&self) -> String {
        let Self { source, target, quality, by, on } = self;
        let (quality, by) = (quality.code(), quoted(by));
        format!(
            "  {{ source = \"{source}\", target = \"{target}\", quality = \"{quality}\", by = {by}, on = {on} }},\n"
        )
    }
}

/// A wording of the source: kind and normal text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// The kind of the block.
    pub kind: String,
    /// Its normal text.
    pub text: String,
}

/// What a file of the lock says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lock {
    /// The language of the source.
    pub source: Language,
    /// The entries of each translation, in the order of its blocks.
    pub entries: BTreeMap<Language, Vec<Entry>>,
    /// The wordings of the source that entries name.
    pub texts: BTreeMap<Hash, Wording>,
}

/// Why a file is no lock, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The end of the message `lock-…` that says it.
    pub what: &'static str,
    /// The place in the file.
    pub range: Range<usize>,
}

/// The file as TOML. Whoever merges by hand adds no key that is passed over.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: Spanned<i64>,
    source: Spanned<String>,
    #[serde(default)]
    vi: Vec<Spanned<Line>>,
    #[serde(default)]
    en: Vec<Spanned<Line>>,
    #[serde(default)]
    zh: Vec<Spanned<Line>>,
    #[serde(default)]
    texts: BTreeMap<String, Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    source: String,
    target: String,
    quality: String,
    by: String,
    on: Datetime,
}

impl Line {
    fn entry(self) -> Option<Entry> {
        Some(Entry {
            source: Hash::parse(&self.source)?,
            target: Hash::parse(&self.target)?,
            quality: Quality::from_code(&self.quality)?,
            by: self.by,
            on: Date::parse(&self.on.to_string())?,
        })
    }
}

impl Lock {
    /// A lock without entries.
    pub fn new(source: Language) -> Self {
        Self { source, entries: BTreeMap::new(), texts: BTreeMap::new() }
    }

    /// Reads a file. `source` is the language of the item's source.
    ///
    /// # Errors
    ///
    /// The first fault: a merge that was not ended, TOML that cannot be read, another version, another
    /// source, an entry that is none, a wording that does not have its hash, an entry without wording.
    pub fn parse(text: &str, source: Language) -> Result<Self, Fault> {
        if let Some(range) = conflict(text) {
            return Err(Fault { what: "conflict", range });
        }
        let file: File = toml::from_str(text).map_err(|error| {
            let what = if error.message().contains("unknown field") { "key" } else { "syntax" };
            Fault { what, range: error.span().unwrap_or(0..0) }
        })?;
        let fault = |what, range| Err(Fault { what, range });
        if *file.version.get_ref() != VERSION {
            return fault("version", file.version.span());
        }
        if Language::from_code(file.source.get_ref()) != Some(source) {
            return fault("source", file.source.span());
        }
        let mut lock = Self::new(source);
        for (digits, wording) in file.texts {
            let range = wording.span();
            let (kind, words) =
                wording.get_ref().split_once(' ').unwrap_or((wording.get_ref(), ""));
            let hash = Hash::of(kind, words);
            if Hash::parse(&digits) != Some(hash) {
                return fault("hash", range);
            }
            lock.texts.insert(hash, Wording { kind: kind.to_owned(), text: words.to_owned() });
        }
        for (language, lines) in
            [(Language::Vi, file.vi), (Language::En, file.en), (Language::Zh, file.zh)]
        {
            if lines.is_empty() {
                continue;
            }
            let mut entries = Vec::with_capacity(lines.len());
            for line in lines {
                let range = line.span();
                let Some(entry) = line.into_inner().entry().filter(|_| language != source) else {
                    return fault("entry", range);
                };
                if !lock.texts.contains_key(&entry.source) {
                    return fault("wording", range);
                }
                entries.push(entry);
            }
            lock.entries.insert(language, entries);
        }
        Ok(lock)
    }

    /// The entries of a translation.
    pub fn of(&self, language: Language) -> &[Entry] {
        self.entries.get(&language).map_or(&[], Vec::as_slice)
    }

    /// The lock of the blocks of some kinds alone.
    #[must_use]
    pub fn part(&self, has: impl Fn(&str) -> bool) -> Self {
        let texts: BTreeMap<_, _> = self.texts.iter().filter(|it| has(&it.1.kind)).collect();
        let of = |entries: &Vec<Entry>| {
            entries.iter().filter(|it| texts.contains_key(&it.source)).cloned().collect()
        };
        Self {
            source: self.source,
            entries: self.entries.iter().map(|(language, it)| (*language, of(it))).collect(),
            texts: texts.into_iter().map(|(hash, it)| (*hash, it.clone())).collect(),
        }
    }

    /// The file. The same lock gives the same bytes: duplicates are left out, and so are wordings that no
    /// entry names.
    pub fn write(&self) -> String {
        let mut file = format!("version = {VERSION}\nsource = \"{}\"\n", self.source.code());
        let mut used = BTreeMap::new();
        for (language, entries) in self.entries.iter().filter(|it| !it.1.is_empty()) {
            file.extend(["\n", language.code(), " = [\n"]);
            for (at, entry) in entries.iter().enumerate() {
                if entries[..at].contains(entry) {
                    continue;
                }
                used.extend(self.texts.get_key_value(&entry.source));
                file.push_str(&entry.line());
            }
            file.push_str("]\n");
        }
        file.push_str("\n[texts]\n");
        for (hash, Wording { kind, text }) in used {
            let wording = quoted(&format!("{kind} {text}"));
            file.extend(["\"", &hash.to_string(), "\" = ", &wording, "\n"]);
        }
        file
    }
}

/// The first line that git leaves where two versions of a file could not be joined.
fn conflict(text: &str) -> Option<Range<usize>> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if ["<<<<<<< ", "=======", ">>>>>>> "].iter().any(|it| line.starts_with(it)) {
            return Some(at..at + line.trim_end().len());
        }
        at += line.len();
    }
    None
}

/// A text as a basic string of TOML 1.0 on one line.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for it in text.chars() {
        match it {
            '"' | '\\' => quoted.extend(['\\', it]),
            it if it.is_control() => {
                let code = format!("\\u{:04X}", u32::from(it));
                quoted.push_str(&code);
            }
            it => quoted.push(it),
        }
    }
    quoted.push('"');
    quoted
}
