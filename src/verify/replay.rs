//! Replay: what a register says after its last entry, or the first rule that it breaks.
//!
//! `replay` is a function of the entries, the checkpoint and what the reader trusts; nothing else.
//! Each entry is judged with what the entries before it say. Everything that is shown or answered
//! about a document comes from the [`State`].

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::verify::checkpoint::Checkpoint;
use crate::verify::entry::{Entry, Kind};
use crate::verify::note::{Key, Note};
use crate::verify::rules;
use crate::verify::time::Day;
use crate::verify::tree::{self, Hash, Tree};

/// The rules that a register keeps (docs/FORMAT.md, "Rules").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// The entries are those of the checkpoint.
    Tree = 1,
    /// Each entry is written as entries are.
    Form,
    /// Those signed who had to, and nobody else.
    Signer,
    /// What an entry speaks of exists, or does not yet.
    Exists,
    /// Versions follow each other.
    Version,
    /// A status follows from the one before.
    Transition,
    /// A number belongs to one document.
    Number,
    /// Time goes on.
    Time,
    /// What is referred to was issued before.
    Reference,
    /// Nothing private is said.
    Privacy,
}

impl Rule {
    /// The word after the number: `R3 signer`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Tree => "tree",
            Self::Form => "form",
            Self::Signer => "signer",
            Self::Exists => "exists",
            Self::Version => "version",
            Self::Transition => "transition",
            Self::Number => "number",
            Self::Time => "time",
            Self::Reference => "reference",
            Self::Privacy => "privacy",
        }
    }
}

/// A broken rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Which.
    pub rule: Rule,
    /// The entry, if it is one.
    pub index: Option<u64>,
    /// What is wrong with it.
    pub text: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "R{} {}: {}", self.rule as u8, self.rule.word(), self.text)
    }
}

/// What a key may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Opens, moves, and changes keys, together with other roots.
    Root,
    /// Seals.
    Registrar,
    /// Signs checkpoints.
    Log,
}

impl Role {
    /// The word in an entry.
    pub fn word(self) -> &'static str {
        match self {
            Self::Root => "root",
            Self::Registrar => "registrar",
            Self::Log => "log",
        }
    }

    fn of(word: Option<&str>) -> Option<Self> {
        [Self::Root, Self::Registrar, Self::Log].into_iter().find(|it| Some(it.word()) == word)
    }
}

/// A key of the register and the entries at which it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyholder {
    /// What it may do.
    pub role: Role,
    /// The key.
    pub key: Key,
    /// The first entry that it may sign.
    pub from: u64,
    /// The last entry that it may sign, where it was taken away.
    pub until: Option<u64>,
    /// The first entry that is not trusted, where it was compromised.
    pub compromised: Option<u64>,
}

impl Keyholder {
    /// Whether the key counts at an entry.
    pub fn is_active(&self, index: u64) -> bool {
        self.from <= index && self.until.is_none_or(|it| index <= it)
    }
}

/// An entry that concerns a document, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The position in the register.
    pub index: u64,
    /// What it says.
    pub entry: Entry,
    /// The registrar that signed it.
    pub signer: String,
    /// Whether it has no effect, because its key was compromised before.
    pub disowned: bool,
}

/// What the register says of one document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    /// The versions, the first first.
    pub versions: Vec<Placed>,
    /// The statuses in their order.
    pub statuses: Vec<Placed>,
}

/// What a document is on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Every version was sealed with a key that was compromised.
    Disowned,
    /// The office took it back.
    Revoked,
    /// Another document stands in its place.
    Superseded,
    /// It does not hold for the time being.
    Suspended,
    /// Its last day is over.
    Expired,
    /// Its first day is to come.
    NotYet,
    /// It holds.
    InForce,
}

/// What a page shows of a document, or of one of its versions, on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// It is published, and was never sealed.
    Unsealed,
    /// The version is not the newest one.
    Earlier,
    /// What the document is.
    Of(Standing),
}

impl Shown {
    /// Each with its word in marks and JSON, then its words in Vietnamese, English and Chinese. The
    /// words are part of the format: a page that shows a state begins with them.
    const WORDS: [(Self, &str, [&str; 3]); 9] = [
        (Self::Unsealed, "unsealed", ["CHƯA ĐÓNG DẤU", "NOT YET SEALED", "尚未封存"]),
        (
            Self::Of(Standing::NotYet),
            "not-yet",
            ["CHƯA CÓ HIỆU LỰC", "NOT YET IN FORCE", "尚未生效"],
        ),
        (Self::Of(Standing::InForce), "in-force", ["CÒN HIỆU LỰC", "IN FORCE", "现行有效"]),
        (Self::Earlier, "earlier", ["BẢN CŨ, ĐÃ CÓ BẢN MỚI", "EARLIER VERSION", "旧版本"]),
        (
            Self::Of(Standing::Suspended),
            "suspended",
            ["TẠM NGƯNG HIỆU LỰC", "SUSPENDED", "暂停效力"],
        ),
        (
            Self::Of(Standing::Superseded),
            "superseded",
            ["ĐÃ ĐƯỢC THAY THẾ", "SUPERSEDED", "已被取代"],
        ),
        (Self::Of(Standing::Revoked), "revoked", ["ĐÃ THU HỒI", "REVOKED", "已撤销"]),
        (Self::Of(Standing::Expired), "expired", ["HẾT HIỆU LỰC", "NO LONGER IN FORCE", "已失效"]),
        (
            Self::Of(Standing::Disowned),
            "disowned",
            ["KHÔNG ĐƯỢC CÔNG NHẬN", "NOT RECOGNISED", "不予承认"],
        ),
    ];

    /// All that there are.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::WORDS.into_iter().map(|it| it.0)
    }

    /// The word in marks and in JSON.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|it| it.0 == self).map_or("", |it| it.1)
    }

    /// The words with which a page shows it, by the tag of a language: `vi`, `en`, `zh-Hans`. None in
    /// a language in which the register has none.
    pub fn words(self, tag: &str) -> Option<&'static str> {
        let language = tag.split('-').next().unwrap_or_default();
        let at = ["vi", "en", "zh"].iter().position(|it| it.eq_ignore_ascii_case(language))?;
        Self::WORDS.iter().find(|it| it.0 == self).map(|it| it.2[at])
    }
}

impl Record {
    /// The versions that count.
    pub fn effective(&self) -> impl DoubleEndedIterator<Item = &Placed> {
        self.versions.iter().filter(|it| !it.disowned)
    }

    /// The newest version that counts.
    pub fn newest(&self) -> Option<&Placed> {
        self.effective().next_back()
    }

    /// The status entry that counts; none where the document is in force from its sealing on.
    pub fn status(&self) -> Option<&Placed> {
        self.statuses.iter().rfind(|it| !it.disowned)
    }

    /// The word of the status.
    pub fn status_word(&self) -> &str {
        self.status().and_then(|it| it.entry.get("status")).unwrap_or("in-force")
    }

    /// What the document is on a day.
    pub fn standing(&self, day: Day) -> Standing {
        let Some(newest) = self.newest() else { return Standing::Disowned };
        let from = newest.entry.day("from").or_else(|| newest.entry.day("date"));
        match self.status_word() {
            "revoked" => Standing::Revoked,
            "superseded" => Standing::Superseded,
            "suspended" => Standing::Suspended,
            _ if newest.entry.day("until").is_some_and(|it| it < day) => Standing::Expired,
            _ if from.is_some_and(|it| it > day) => Standing::NotYet,
            _ => Standing::InForce,
        }
    }

    /// Whether a version is the newest one that counts.
    pub fn is_newest(&self, version: &Placed) -> bool {
        self.newest().is_some_and(|it| it.index == version.index)
    }

    /// What a version is on a day. What took the document back took all its versions back.
    pub fn shown(&self, version: &Placed, day: Day) -> Shown {
        match self.standing(day) {
            _ if version.disowned => Shown::Of(Standing::Disowned),
            it @ (Standing::Disowned | Standing::Revoked | Standing::Superseded) => Shown::Of(it),
            _ if !self.is_newest(version) => Shown::Earlier,
            it => Shown::Of(it),
        }
    }
}

/// Who gave a document its number, in which year, and the number.
pub(super) type Number = (String, u16, String);

/// The number of an issue, if it has one.
pub(super) fn number(entry: &Entry) -> Option<Number> {
    let (issuer, number) = (entry.get("issuer")?, entry.get("number")?);
    Some((issuer.to_owned(), entry.day("date")?.year(), number.to_owned()))
}

/// What a register says after its last entry.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// The name of the register.
    pub origin: String,
    /// Whether it is a specimen.
    pub specimen: bool,
    /// The names of the office, by tags of languages.
    pub issuer: Vec<(String, String)>,
    /// The hosts that codes may lead to, the one that is printed first.
    pub hosts: Vec<String>,
    /// All hosts that codes ever led to: an old paper stays genuine.
    pub every_host: BTreeSet<String>,
    /// The keys, in the order in which they came.
    pub holders: Vec<Keyholder>,
    /// How many roots have to sign.
    pub quorum: u64,
    /// The documents by their codes.
    pub records: BTreeMap<String, Record>,
    /// The commitments, each with the entry that it stands in.
    pub commits: BTreeMap<String, u64>,
    /// The hashes of all entries.
    pub tree: Tree,
    /// The codes of the documents that ever had a number.
    pub(super) numbers: BTreeMap<Number, BTreeSet<String>>,
    /// The latest second at which anything was sealed.
    pub latest: Option<i64>,
}

impl State {
    /// How many entries there are.
    pub fn size(&self) -> u64 {
        self.tree.size() as u64
    }

    /// The hash of the first entry, which names the register.
    pub fn fingerprint(&self) -> Option<Hash> {
        self.tree.level(0).first().copied()
    }

    /// What a document is on a day.
    pub fn shown(&self, code: &str, day: Day) -> Shown {
        self.records.get(code).map_or(Shown::Unsealed, |it| Shown::Of(it.standing(day)))
    }

    /// The keys of a role that count at an entry.
    pub fn active(&self, role: Role, index: u64) -> impl Iterator<Item = &Keyholder> {
        self.holders.iter().filter(move |it| it.role == role && it.is_active(index))
    }

    /// Takes in one more entry, if it keeps the rules. `cosigned` is the time of the newest
    /// trusted cosignature on a checkpoint that covers it.
    pub fn push(&mut self, bytes: &[u8], cosigned: Option<u64>) -> Result<(), Fault> {
        let index = self.size();
        let entry = rules::judge(self, index, bytes, cosigned)?;
        self.tree.push(tree::leaf(bytes));
        self.apply(index, entry);
        Ok(())
    }

    /// Whether a log key that counts after the last entry signed a checkpoint.
    pub fn is_covered(&self, note: &Note, point: &Checkpoint) -> Result<(), Fault> {
        rules::checkpoint(self, note, point)
    }

    fn apply(&mut self, index: u64, (entry, signer): (Entry, String)) {
        self.latest = self.latest.max(rules::latest(&entry));
        match entry.kind {
            Kind::Open => self.open(&entry),
            Kind::Key => self.change_key(index, &entry),
            Kind::Move => {
                let issuer =
                    entry.by_tag("issuer").map(|(tag, it)| (tag.to_owned(), it.to_owned()));
                for (tag, name) in issuer {
                    self.issuer.retain(|it| it.0 != tag);
                    self.issuer.push((tag, name));
                }
                self.name_hosts(entry.all("host"));
            }
            Kind::Private => {
                self.commits.extend(entry.get("commit").map(|it| (it.to_owned(), index)));
            }
            Kind::Issue | Kind::Status => {
                let code = entry.get("id").unwrap_or_default().to_owned();
                let is_version = entry.kind == Kind::Issue;
                if let Some(number) = number(&entry).filter(|_| is_version) {
                    self.numbers.entry(number).or_default().insert(code.clone());
                }
                let placed = Placed { index, entry, signer, disowned: false };
                let record = self.records.entry(code).or_default();
                if is_version { &mut record.versions } else { &mut record.statuses }.push(placed);
            }
        }
    }

    fn name_hosts<'a>(&mut self, hosts: impl Iterator<Item = &'a str>) {
        self.hosts = hosts.map(str::to_owned).collect();
        self.every_host.extend(self.hosts.iter().cloned());
    }

    fn open(&mut self, entry: &Entry) {
        entry.get("origin").unwrap_or_default().clone_into(&mut self.origin);
        self.specimen = entry.get("specimen").is_some();
        self.issuer =
            entry.by_tag("issuer").map(|(tag, it)| (tag.to_owned(), it.to_owned())).collect();
        self.name_hosts(entry.all("host"));
        self.quorum = entry.number("quorum").unwrap_or_default();
        for role in [Role::Root, Role::Registrar, Role::Log] {
            let keys = entry.all(role.word()).filter_map(|it| Key::parse(it).ok());
            // The roots of the first entry sign it themselves.
            let from = u64::from(role != Role::Root);
            self.holders.extend(keys.map(|key| Keyholder {
                role,
                key,
                from,
                until: None,
                compromised: None,
            }));
        }
    }

    fn change_key(&mut self, index: u64, entry: &Entry) {
        let (Some(role), Some(Ok(key))) =
            (Role::of(entry.get("role")), entry.get("vkey").map(Key::parse))
        else {
            return;
        };
        if entry.get("action") == Some("add") {
            let holder = Keyholder { role, key, from: index + 1, until: None, compromised: None };
            return self.holders.push(holder);
        }
        let from = entry.number("from-index");
        for holder in &mut self.holders {
            if holder.role == role && holder.key == key && holder.until.is_none() {
                holder.until = Some(index);
                holder.compromised = from;
            }
        }
        if let (Role::Registrar, Some(from)) = (role, from) {
            let records = self.records.values_mut();
            for placed in records.flat_map(|it| it.versions.iter_mut().chain(&mut it.statuses)) {
                placed.disowned |= placed.signer == key.name() && placed.index >= from;
            }
        }
    }
}

/// What a reader trusts: the register that is meant, and the newest cosignatures that count.
#[derive(Debug, Clone, Default)]
pub struct Anchors {
    /// The hash of the first entry, as it is printed on paper.
    pub fingerprint: Option<Hash>,
    /// Sizes of checkpoints and when enough witnesses had seen them.
    pub cosigned: Vec<(u64, u64)>,
}

/// Replays a register: all entries and the note of its checkpoint.
pub fn replay(entries: &[Vec<u8>], checkpoint: &[u8], anchors: &Anchors) -> Result<State, Fault> {
    let tree = |text: String| Fault { rule: Rule::Tree, index: None, text };
    let note = Note::parse(checkpoint).map_err(|it| tree(format!("checkpoint: {it}")))?;
    let point =
        Checkpoint::parse(&note.text).ok_or_else(|| tree("checkpoint: not one".to_owned()))?;
    let size = usize::try_from(point.size).unwrap_or(usize::MAX);
    if let Some(missing) = (entries.len() < size).then_some(entries.len()) {
        return Err(tree(format!("entry {missing} missing")));
    }
    let whole = Tree::new(entries[..size].iter().map(|it| tree::leaf(it)));
    if whole.root(size) != point.root {
        return Err(tree(format!("root differs at size {size}")));
    }
    if anchors.fingerprint.is_some_and(|it| whole.level(0).first() != Some(&it)) {
        return Err(Fault { index: Some(0), ..tree("other register".to_owned()) });
    }
    let mut state = State::default();
    for (index, entry) in (0..).zip(&entries[..size]) {
        let covering = anchors.cosigned.iter().filter(|it| it.0 > index);
        state.push(entry, covering.map(|it| it.1).min())?;
    }
    state.is_covered(&note, &point)?;
    Ok(state)
}
