//! Entries: what a register says, line by line (docs/FORMAT.md, "Entries").
//!
//! One table says which keys a kind of entry has, in which order, how often and of which form.
//! Reading checks a text against it; what was read gives the same bytes when it is written.

use std::fmt;

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use crate::verify::checkpoint::decimal;
use crate::verify::code;
use crate::verify::note::{Algorithm, Key, unhex};
use crate::verify::time::{Day, Moment};

/// The largest entry with its signatures, in bytes.
pub const ENTRY_LIMIT: usize = 16 * 1024;

/// What an entry does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Opens the register.
    Open,
    /// Adds a key, or takes it away.
    Key,
    /// Seals a version of a document.
    Issue,
    /// Says what a document is from now on.
    Status,
    /// Commits to something that is not public.
    Private,
    /// Gives the office another name or address.
    Move,
}

impl Kind {
    const ALL: [Self; 6] =
        [Self::Open, Self::Key, Self::Issue, Self::Status, Self::Private, Self::Move];

    /// The word in the first line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Key => "key",
            Self::Issue => "issue",
            Self::Status => "status",
            Self::Private => "private",
            Self::Move => "move",
        }
    }

    fn keys(self) -> &'static [Rule] {
        match self {
            Self::Open => OPEN,
            Self::Key => KEY,
            Self::Issue => ISSUE,
            Self::Status => STATUS,
            Self::Private => PRIVATE,
            Self::Move => MOVE,
        }
    }
}

/// How often a key may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Often {
    Once,
    Maybe,
    Some,
    Any,
}

/// What a value looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Text,
    Word(&'static [&'static str]),
    Code,
    Number,
    Day,
    Moment,
    Vkey,
    Hash,
    Fact,
    File,
    Host,
    Tag,
    Tags,
    /// A register before this one: origin, size, root.
    Predecessor,
    /// A register after this one: origin, fingerprint.
    Successor,
    /// When a paper was scanned, and by whom.
    Converted,
}

#[derive(Debug, Clone, Copy)]
struct Rule {
    name: &'static str,
    often: Often,
    form: Form,
    /// Whether the key ends with the tag of a language: `title.vi`.
    tagged: bool,
}

const fn one(name: &'static str, form: Form) -> Rule {
    Rule { name, often: Often::Once, form, tagged: false }
}

const fn maybe(name: &'static str, form: Form) -> Rule {
    Rule { name, often: Often::Maybe, form, tagged: false }
}

const fn some(name: &'static str, form: Form) -> Rule {
    Rule { name, often: Often::Some, form, tagged: false }
}

const fn any(name: &'static str, form: Form) -> Rule {
    Rule { name, often: Often::Any, form, tagged: false }
}

const fn tagged(rule: Rule) -> Rule {
    Rule { tagged: true, ..rule }
}

const OPEN: &[Rule] = &[
    one("origin", Form::Text),
    maybe("specimen", Form::Word(&["yes"])),
    maybe("predecessor", Form::Predecessor),
    tagged(some("issuer", Form::Text)),
    maybe("issuer-code", Form::Text),
    some("host", Form::Host),
    some("root", Form::Vkey),
    one("quorum", Form::Number),
    some("registrar", Form::Vkey),
    some("log", Form::Vkey),
    one("rules", Form::Word(&["1"])),
    one("sealed", Form::Moment),
];

const KEY: &[Rule] = &[
    one("action", Form::Word(&["add", "retire", "compromised"])),
    one("role", Form::Word(&["root", "registrar", "log"])),
    one("vkey", Form::Vkey),
    maybe("from-index", Form::Number),
    one("reason.vi", Form::Text),
    one("sealed", Form::Moment),
];

const ISSUE: &[Rule] = &[
    one("id", Form::Code),
    one("version", Form::Number),
    one("type", Form::Text),
    maybe("number", Form::Text),
    one("date", Form::Day),
    one("issuer", Form::Text),
    maybe("signer", Form::Text),
    maybe("converted", Form::Converted),
    tagged(some("title", Form::Text)),
    one("authentic", Form::Tags),
    maybe("prevails", Form::Tag),
    maybe("from", Form::Day),
    maybe("until", Form::Day),
    maybe("pages", Form::Number),
    tagged(any("fact", Form::Fact)),
    tagged(any("text", Form::Hash)),
    tagged(any("plain", Form::Hash)),
    any("file", Form::File),
    any("amends", Form::Code),
    any("replaces", Form::Code),
    one("sealed", Form::Moment),
];

const STATUS: &[Rule] = &[
    one("id", Form::Code),
    one("status", Form::Word(&["in-force", "suspended", "superseded", "revoked"])),
    maybe("by", Form::Code),
    maybe("erased", Form::Word(&["yes"])),
    tagged(some("reason", Form::Text)),
    one("sealed", Form::Moment),
];

const PRIVATE: &[Rule] = &[one("commit", Form::Hash), one("sealed", Form::Day)];

const MOVE: &[Rule] = &[
    tagged(any("issuer", Form::Text)),
    some("host", Form::Host),
    maybe("successor", Form::Successor),
    one("reason.vi", Form::Text),
    one("sealed", Form::Moment),
];

/// One line: `key: value`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    /// The key without its tag.
    key: &'static str,
    tag: Option<String>,
    value: String,
}

/// An entry, without its signatures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it does.
    pub kind: Kind,
    lines: Vec<Line>,
}

/// A line of an entry, counted from one, that is not as it must be, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line.
    pub line: usize,
    /// Why.
    pub why: &'static str,
}

/// A published file of an issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct File<'a> {
    /// The name.
    pub name: &'a str,
    /// How many bytes it has.
    pub size: u64,
    /// `sha256:` and the hash.
    pub hash: &'a str,
}

impl Entry {
    /// Reads the text of an entry's note.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let fault = |line, why| Err(Fault { line, why });
        let Some(body) = text.strip_suffix('\n') else {
            return fault(1, "no line feed at the end");
        };
        let mut lines = (1..).zip(body.split('\n'));
        let word = lines.next().and_then(|(_, it)| it.strip_prefix("condau/1 "));
        let Some(kind) = Kind::ALL.into_iter().find(|it| Some(it.word()) == word) else {
            return fault(1, "unknown kind of entry");
        };
        let mut read = Vec::<Line>::new();
        let mut rules = kind.keys().iter().peekable();
        for (number, line) in lines {
            let Some((written, value)) = line.split_once(": ") else {
                return fault(number, "not `key: value`");
            };
            if let Some(why) = fault_of_value(value) {
                return fault(number, why);
            }
            // Keys that stand in the table before this one end here.
            let rule = loop {
                let Some(rule) = rules.peek() else {
                    return fault(number, "unknown key, or out of order");
                };
                let is_there = read.last().is_some_and(|it| it.key == rule.name);
                if rule.fits(written) && (rule.repeats() || !is_there) {
                    break *rule;
                }
                if !is_there && matches!(rule.often, Often::Once | Often::Some) {
                    return fault(number, "a key before it is missing");
                }
                rules.next();
            };
            let tag = rule.tagged.then(|| written[rule.name.len() + 1..].to_owned());
            let before = read.last().filter(|it| it.key == rule.name);
            if let Some((tag, before)) = tag.as_ref().zip(before.and_then(|it| it.tag.as_ref())) {
                let (tag, before) = (order(tag), order(before));
                if tag < before || (tag == before && rule.name != "fact") {
                    return fault(number, "languages are out of order");
                }
            }
            if !rule.form.holds(value) {
                return fault(number, "the value has another form");
            }
            read.push(Line { key: rule.name, tag, value: value.to_owned() });
        }
        let last = body.matches('\n').count() + 1;
        let is_open = |rule: &Rule| {
            matches!(rule.often, Often::Once | Often::Some)
                && read.last().is_none_or(|it| it.key != rule.name)
        };
        if rules.any(is_open) {
            return fault(last, "a key is missing at the end");
        }
        let entry = Self { kind, lines: read };
        entry.whole().map_or(Ok(entry), |why| fault(last, why))
    }

    /// What is wrong between the lines.
    fn whole(&self) -> Option<&'static str> {
        let with = |key: &str| self.tags(key).collect::<Vec<_>>();
        match self.kind {
            Kind::Open => {
                let roots = self.all("root").count() as u64;
                let quorum = self.number("quorum").unwrap_or(0);
                (!(2..=roots).contains(&quorum))
                    .then_some("the quorum is not 2 to the number of roots")
            }
            Kind::Key => {
                let is_from =
                    self.get("action") == Some("compromised") && self.get("role") != Some("root");
                (is_from != self.get("from-index").is_some())
                    .then_some("from-index does not belong there")
            }
            Kind::Issue => {
                let (texts, titles) = (with("text"), with("title"));
                if texts.is_empty() && self.get("file").is_none() {
                    return Some("neither a text nor a file");
                }
                if with("plain") != texts || !texts.iter().all(|it| titles.contains(it)) {
                    return Some("a text without its words or its title");
                }
                let facts = with("fact");
                if facts.iter().any(|tag| facts.iter().filter(|it| *it == tag).count() > 8) {
                    return Some("more than 8 facts");
                }
                let mut names: Vec<_> = self.files().map(|it| it.name).collect();
                let count = names.len();
                names.sort_unstable();
                names.dedup();
                let is_zero = |key: &str| self.number(key) == Some(0);
                if names.len() < count {
                    return Some("two files of one name");
                }
                (is_zero("version") || is_zero("pages")).then_some("a number is zero")
            }
            Kind::Status => {
                let status = self.get("status");
                if self.get("by").is_some() != (status == Some("superseded")) {
                    return Some("`by` belongs to superseded");
                }
                if self.get("erased").is_some() && status != Some("revoked") {
                    return Some("`erased` belongs to revoked");
                }
                (!with("reason").contains(&"vi")).then_some("no reason in Vietnamese")
            }
            Kind::Private | Kind::Move => None,
        }
    }

    /// The lines as they are written: keys with their tags, and values.
    pub fn lines(&self) -> impl Iterator<Item = (String, &str)> {
        let key = |it: &Line| match &it.tag {
            Some(tag) => format!("{}.{tag}", it.key),
            None => it.key.to_owned(),
        };
        self.lines.iter().map(move |it| (key(it), it.value.as_str()))
    }

    /// The value of a key that stands at most once.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.all(key).next()
    }

    /// The values of a key, in their order.
    pub fn all(&self, key: &str) -> impl Iterator<Item = &str> {
        self.lines.iter().filter(move |it| it.key == key).map(|it| it.value.as_str())
    }

    /// The values of a key with the tags of their languages.
    pub fn by_tag(&self, key: &str) -> impl Iterator<Item = (&str, &str)> {
        let lines = self.lines.iter().filter(move |it| it.key == key);
        lines.filter_map(|it| Some((it.tag.as_deref()?, it.value.as_str())))
    }

    fn tags(&self, key: &str) -> impl Iterator<Item = &str> {
        self.by_tag(key).map(|it| it.0)
    }

    /// A number.
    pub fn number(&self, key: &str) -> Option<u64> {
        decimal(self.get(key)?)
    }

    /// A day.
    pub fn day(&self, key: &str) -> Option<Day> {
        Day::parse(self.get(key)?)
    }

    /// The published files.
    pub fn files(&self) -> impl Iterator<Item = File<'_>> {
        self.all("file").filter_map(file)
    }

    /// All files of a version, its texts first: names, and hashes as the entry writes them.
    pub fn sealed_files(&self) -> impl Iterator<Item = (String, &str)> {
        let texts = self.by_tag("text").map(|(tag, hash)| (format!("{tag}.md"), hash));
        texts.chain(self.files().map(|it| (it.name.to_owned(), it.hash)))
    }

    /// Label and value of the facts, with the tags of their languages.
    pub fn facts(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        self.by_tag("fact").filter_map(|(tag, it)| it.split_once(" = ").map(|it| (tag, it.0, it.1)))
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "condau/1 {}", self.kind.word())?;
        self.lines().try_for_each(|(key, value)| writeln!(f, "{key}: {value}"))
    }
}

impl Rule {
    fn fits(&self, written: &str) -> bool {
        if !self.tagged {
            return written == self.name;
        }
        let tag = written.strip_prefix(self.name).and_then(|it| it.strip_prefix('.'));
        tag.is_some_and(is_tag)
    }

    fn repeats(&self) -> bool {
        self.tagged || matches!(self.often, Often::Some | Often::Any)
    }
}

impl Form {
    fn holds(self, value: &str) -> bool {
        match self {
            Self::Text => true,
            Self::Word(words) => words.contains(&value),
            Self::Code => code::are_symbols(value),
            Self::Number => decimal(value).is_some(),
            Self::Day => Day::parse(value).is_some(),
            Self::Moment => Moment::parse(value).is_some(),
            Self::Vkey => Key::parse(value).is_ok_and(|it| it.algorithm() == Algorithm::Ed25519),
            Self::Hash => is_hash(value),
            Self::Fact => value
                .split_once(" = ")
                .is_some_and(|(label, it)| !(label.is_empty() || it.is_empty())),
            Self::File => file(value).is_some(),
            Self::Host => is_host(value),
            Self::Tag => is_tag(value),
            Self::Tags => {
                let tags: Vec<_> = value.split(' ').collect();
                let ascends = tags.windows(2).all(|it| order(it[0]) < order(it[1]));
                tags.iter().all(|it| is_tag(it)) && ascends
            }
            Self::Predecessor => match value.split(' ').collect::<Vec<_>>()[..] {
                [origin, size, root] => {
                    !origin.is_empty()
                        && decimal(size).is_some()
                        && super::checkpoint::hash(root).is_some()
                }
                _ => false,
            },
            Self::Successor => value
                .split_once(' ')
                .is_some_and(|(origin, it)| !origin.is_empty() && unhex::<32>(it).is_some()),
            Self::Converted => value
                .split_once(' ')
                .is_some_and(|(time, it)| Moment::parse(time).is_some() && !it.is_empty()),
        }
    }
}

/// Why a text is not a value: NFC, no control, formatting or invisible character, single spaces.
fn fault_of_value(value: &str) -> Option<&'static str> {
    if value.is_empty() || value.starts_with(' ') || value.ends_with(' ') || value.contains("  ") {
        return Some("empty, or a space too many");
    }
    if value.chars().any(is_banned) {
        return Some("a character that is not seen");
    }
    (!is_nfc(value)).then_some("not in NFC")
}

/// A text as a value: composed characters, and one space between words.
pub fn value_of(text: &str) -> String {
    text.nfc().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A character that no value and no sealed article may have.
pub fn is_banned(it: char) -> bool {
    matches!(it, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Vietnamese, English, Chinese, then the others by name.
fn order(tag: &str) -> (usize, &str) {
    (["vi", "en", "zh"].iter().position(|it| *it == tag).unwrap_or(3), tag)
}

fn is_tag(text: &str) -> bool {
    let is_part =
        |it: &str| (1..=8).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_alphanumeric());
    let primary = text.split('-').next().unwrap_or_default();
    (2..=3).contains(&primary.len())
        && primary.bytes().all(|it| it.is_ascii_lowercase())
        && text.split('-').all(is_part)
}

fn is_hash(text: &str) -> bool {
    text.strip_prefix("sha256:").is_some_and(|it| unhex::<32>(it).is_some())
}

/// A name of a host as an address has it: labels of lower-case letters, digits and hyphens.
fn is_host(text: &str) -> bool {
    let is_label = |it: &str| {
        (1..=63).contains(&it.len())
            && it.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-')
            && !it.starts_with('-')
            && !it.ends_with('-')
    };
    text.len() <= 253 && text.split('.').all(is_label)
}

/// `NAME SIZE sha256:…`.
fn file(value: &str) -> Option<File<'_>> {
    let mut parts = value.split(' ');
    let (name, size, hash) = (parts.next()?, decimal(parts.next()?)?, parts.next()?);
    let is_whole = parts.next().is_none();
    (is_whole && is_file_name(name) && is_hash(hash)).then_some(File { name, size, hash })
}

/// Whether a file may be published beside the texts of a version.
pub fn is_file_name(name: &str) -> bool {
    let is_part = |it: u8| it.is_ascii_alphanumeric() || matches!(it, b'.' | b'_' | b'-');
    (1..=100).contains(&name.len())
        && name.as_bytes()[0].is_ascii_alphanumeric()
        && name.bytes().all(is_part)
        && !matches!(name.rsplit_once('.'), Some((_, "md" | "tlog-proof")))
        && name != "SHA256SUMS"
}
