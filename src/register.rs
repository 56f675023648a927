//! The register of the project, replayed: what is sealed, and whether it is whole.

use std::collections::{BTreeMap, BTreeSet};

use ed25519_dalek::SigningKey;
use sha2::{Digest as _, Sha256};

use crate::date::Date;
use crate::diagnostic::problem::Problem;
use crate::diagnostic::{Diagnostics, FileId, Span};
use crate::project::Project;
use crate::source::Sources;
use crate::verify::checkpoint::{Policy, Seen};
use crate::verify::code::{Code, Unlisted};
use crate::verify::entry::Entry;
use crate::verify::note::{Algorithm, Key, Note, hex};
use crate::verify::replay::{self, Anchors, Fault, Placed, Record, Rule, State};
use crate::verify::unlisted::{self, Folder, Why};
use crate::verify::{self, files, time};

/// The folder of the register in the project.
const FOLDER: &str = "register/";

/// A register that keeps its rules.
#[derive(Debug)]
pub struct Register {
    /// What it says after its last entry.
    pub state: State,
    /// The notes of the entries that count.
    pub entries: Vec<Vec<u8>>,
    /// How many entries wait to be covered by a checkpoint.
    pub pending: usize,
    /// The note of the checkpoint.
    pub checkpoint: String,
    /// The newest checkpoint that enough witnesses had seen, where it is another one.
    pub cosigned: Option<String>,
    /// The sizes of earlier checkpoints.
    pub sizes: Vec<usize>,
    /// The policy as it is written, and read.
    pub policy: Option<(String, Policy)>,
    /// What witnesses saw of the checkpoint.
    pub seen: Seen,
    /// The day on which everything said is to be true.
    pub day: time::Day,
    /// The unlisted records whose folders are at hand: of them it has the commitments alone.
    pub unlisted: BTreeMap<Unlisted, Record>,
}

/// What stands in the files of a register.
struct Files<'a> {
    /// The entries with their files.
    entries: Vec<(FileId, &'a str)>,
    checkpoint: (FileId, &'a str),
}

impl Register {
    /// Replays the register of a project; none where there is none, or where it is broken, which is
    /// reported.
    pub fn read(
        sources: &Sources,
        project: &Project,
        as_of: Date,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let fault = |what: &str, rule: &str, text: String| Problem::RegisterFault {
            what: what.to_owned(),
            rule: rule.to_owned(),
            text,
        };
        let pinned = project.verify.fingerprint.as_ref();
        let beside = Beside { sources, project };
        beside.is_outside(diagnostics);
        let Some(files) = found(sources) else {
            if let Some(it) = pinned {
                diagnostics.push(fault("missing", "", String::new()), it.span);
            } else {
                beside.without_register(diagnostics);
            }
            return None;
        };
        let Some(pinned) = pinned else {
            let place = Span::start_of(files.checkpoint.0);
            diagnostics.push(fault("unpinned", "", String::new()), place);
            return None;
        };
        let Some(fingerprint) = verify::fingerprint(&pinned.value) else {
            diagnostics.push(fault("fingerprint", "", pinned.value.clone()), pinned.span);
            return None;
        };
        let policy = match policy(sources) {
            Ok(policy) => policy,
            Err((file, line)) => {
                let place = sources.line(file, line);
                diagnostics.push(fault("policy", "", line.to_string()), place);
                return None;
            }
        };
        let cosigned = sources.get("register/cosigned").map(|it| it.1.to_owned());
        let nobody = Policy::default();
        let trusted = policy.as_ref().map_or(&nobody, |it| &it.1);
        let seen = |text: &str| trusted.seen(text.as_bytes());
        let (newest, older) = (seen(files.checkpoint.1), cosigned.as_deref().and_then(seen));
        let times = [&newest, &older].into_iter().flatten();
        let anchors = Anchors {
            fingerprint: Some(fingerprint),
            cosigned: times.filter_map(|it| Some((it.size, it.newest?))).collect(),
        };
        let mut entries: Vec<_> = files.entries.iter().map(|it| it.1.as_bytes().to_vec()).collect();
        let replayed = replay::replay(&entries, files.checkpoint.1.as_bytes(), &anchors);
        match replayed.and_then(|it| test_key(&it).map_or(Ok(it), Err)) {
            Ok(state) => {
                let pending = entries.split_off(state.tree.size());
                let unlisted = beside.records(&state, &pending, diagnostics);
                Some(Self {
                    state,
                    entries,
                    pending: pending.len(),
                    checkpoint: files.checkpoint.1.to_owned(),
                    cosigned,
                    sizes: sizes(sources),
                    policy,
                    seen: newest.unwrap_or_default(),
                    day: time::Day::parse(&as_of.to_string())?,
                    unlisted,
                })
            }
            Err(it) => {
                let at = it.index.and_then(|it| usize::try_from(it).ok());
                let file = at.and_then(|it| files.entries.get(it)).map(|it| it.0);
                let rule = format!("R{} {}", it.rule as u8, it.rule.word());
                let place = Span::start_of(file.unwrap_or(files.checkpoint.0));
                diagnostics.push(fault("rule", &rule, it.text), place);
                None
            }
        }
    }

    /// What it says of a code.
    pub fn record(&self, code: Code) -> Option<&Record> {
        self.state.records.get(&code.to_string())
    }

    /// The newest version of a code that counts.
    pub fn newest(&self, code: Code) -> Option<&Placed> {
        self.record(code)?.newest()
    }

    /// The codes of the documents that amend one, by issues that count.
    pub fn amended_by(&self, code: Code) -> Vec<Code> {
        let code = code.to_string();
        let amends = |it: &Placed| it.entry.all("amends").any(|it| it == code);
        let records = self.state.records.iter();
        let by = records.filter(|(_, it)| it.newest().is_some_and(amends));
        by.filter_map(|(code, _)| Code::parse(code).ok()).collect()
    }

    /// The size and the note of the checkpoint that vouches for an entry: the newest that enough
    /// witnesses saw, where it covers it, else the newest of all.
    pub fn witnessed(&self, index: u64) -> (usize, &str) {
        let whole = (self.state.tree.size(), self.checkpoint.as_str());
        let Some((_, policy)) = &self.policy else { return whole };
        if self.seen.is_enough {
            return whole;
        }
        let older = self.cosigned.as_deref().and_then(|it| Some((policy.seen(it.as_bytes())?, it)));
        match older {
            Some((seen, note)) if seen.is_enough && seen.size > index => {
                (usize::try_from(seen.size).unwrap_or(whole.0).min(whole.0), note)
            }
            _ => whole,
        }
    }

    /// Whether the words of a document were taken back, and only what the register says stays.
    pub fn is_erased(&self, code: Code) -> bool {
        let statuses = self.record(code).into_iter().flat_map(|it| &it.statuses);
        statuses.filter(|it| !it.disowned).any(|it| it.entry.get("erased").is_some())
    }

    /// Every version of every document: its code, what the register says of it, and itself.
    pub fn versions(&self) -> impl Iterator<Item = (Code, &Record, &Placed)> {
        let records = self.state.records.iter();
        let records = records.filter_map(|(code, it)| Some((Code::parse(code).ok()?, it)));
        records.flat_map(|(code, record)| record.versions.iter().map(move |it| (code, record, it)))
    }

    /// Compares the frozen files with what was sealed (`sealed-changed`), and says which of them
    /// belong to no version.
    pub fn check(&self, sources: &Sources, diagnostics: &mut Diagnostics) {
        let mut known = BTreeSet::new();
        for (code, _, placed) in self.versions() {
            let version = placed.entry.number("version").unwrap_or_default();
            for (name, hash) in placed.entry.sealed_files() {
                let path = frozen(code, version, &name);
                let found = digest(sources, &path);
                known.insert(path.clone());
                if found.as_deref() == Some(hash) || (found.is_none() && self.is_erased(code)) {
                    continue;
                }
                let what = if found.is_none() { "missing" } else { "changed" }.to_owned();
                let problem =
                    Problem::SealedChanged { name: format!("{code}/{version}/{name}"), what };
                let file = sources.find(&path).or_else(|| sources.find("register/checkpoint"));
                diagnostics.push(problem, file.map_or(self.place(sources), Span::start_of));
            }
        }
        for (file, it) in sources.under("register/sealed/") {
            if !known.contains(&it.path) {
                let problem = Problem::UnusedFile { file: it.path.clone() };
                diagnostics.push(problem, Span::start_of(file));
            }
        }
    }

    fn place(&self, sources: &Sources) -> Span {
        let file = sources.find("register/checkpoint");
        file.map_or(Span::start_of(FileId(0)), Span::start_of)
    }
}

/// The folder of unlisted results, where one is named.
#[derive(Clone, Copy)]
struct Beside<'a> {
    sources: &'a Sources,
    project: &'a Project,
}

/// What is wrong with a folder of an unlisted result.
pub fn unlisted_fault(why: &Why) -> Problem {
    let (what, fault) = match why {
        Why::Code => ("code", None),
        Why::Missing => ("missing", None),
        Why::Salt => ("salt", None),
        Why::Commit => ("commit", None),
        Why::Rule(fault) => ("rule", Some(fault)),
    };
    let rule = fault.map(|it| format!("R{} {}", it.rule as u8, it.rule.word()));
    let text = fault.map(|it| it.text.clone()).unwrap_or_default();
    Problem::UnlistedFault { what: what.to_owned(), rule: rule.unwrap_or_default(), text }
}

fn named(what: &str) -> Problem {
    let (rule, text) = (String::new(), String::new());
    Problem::UnlistedFault { what: what.to_owned(), rule, text }
}

impl Beside<'_> {
    /// What is named in the settings lies outside the site, whose files are published.
    fn is_outside(self, diagnostics: &mut Diagnostics) {
        let Some(folder) = &self.project.verify.unlisted else { return };
        if !is_outside(&folder.value) {
            diagnostics.push(named("inside"), folder.span);
        }
    }

    /// The folders with what is wrong with others.
    fn folders(self) -> (Vec<Folder>, Vec<unlisted::Broken>) {
        let Some(folder) = &self.project.verify.unlisted else { return Default::default() };
        let start = format!("{}/", folder.value);
        let files = self.sources.under(&start);
        unlisted::folders(files.map(|(_, it)| (&it.path[start.len()..], it.text.as_str())))
    }

    fn without_register(self, diagnostics: &mut Diagnostics) {
        if let Some(folder) = &self.project.verify.unlisted
            && !self.folders().0.is_empty()
        {
            diagnostics.push(named("register"), folder.span);
        }
    }

    /// The records of the folders that keep their rules; all else is reported.
    fn records(
        self,
        state: &State,
        pending: &[Vec<u8>],
        diagnostics: &mut Diagnostics,
    ) -> BTreeMap<Unlisted, Record> {
        let (folders, mut broken) = self.folders();
        let mut records = BTreeMap::new();
        for folder in &folders {
            match folder.replay(state) {
                Ok(record) => _ = records.insert(folder.code, record),
                Err(it) => broken.push(it),
            }
        }
        let waiting: BTreeSet<_> = pending.iter().filter_map(|it| commitment(it)).collect();
        let waits = |file: &str| {
            let mut all = folders.iter().flat_map(|it| (1..).zip(&it.notes).map(move |n| (it, n)));
            let found = all.find(|(it, (n, _))| unlisted::path(it.code, *n, "note") == file);
            found.is_some_and(|(_, (_, it))| waiting.contains(&it.commitment()))
        };
        for it in broken {
            let problem = match &it.why {
                Why::Commit if waits(&it.file) => named("pending"),
                why => unlisted_fault(why),
            };
            diagnostics.push(problem, self.place(&it.file));
        }
        records
    }

    /// The start of a file, or of the first one in its folder where it is not there.
    fn place(self, file: &str) -> Span {
        let Some(folder) = &self.project.verify.unlisted else { return self.project.file };
        let path = format!("{}/{file}", folder.value);
        let above = path.rsplit_once('/').map_or(path.as_str(), |it| it.0);
        let above = format!("{above}/");
        let found = self.sources.find(&path);
        let first = || self.sources.under(&above).next().map(|it| it.0);
        found.or_else(first).map_or(folder.span, Span::start_of)
    }
}

/// Whether a path that settings name leads out of the folder of the site.
pub fn is_outside(path: &str) -> bool {
    let is_absolute = path.starts_with('/') || path.get(1..3).is_some_and(|it| it.starts_with(':'));
    let mut depth = 0_i32;
    for part in path.split(['/', '\\']) {
        depth += match part {
            ".." => -1,
            "" | "." => 0,
            _ => 1,
        };
        if depth < 0 {
            return true;
        }
    }
    is_absolute
}

/// The commitment of an entry that has one.
fn commitment(note: &[u8]) -> Option<String> {
    let entry = Entry::parse(&Note::parse(note).ok()?.text).ok()?;
    entry.get("commit").map(str::to_owned)
}

/// Where a file of a version is kept.
pub fn frozen(code: Code, version: u64, name: &str) -> String {
    format!("{FOLDER}sealed/{code}/{version}/{name}")
}

/// `sha256:` and the hash of a file, where it is there.
fn digest(sources: &Sources, path: &str) -> Option<String> {
    if let Some(it) = sources.attachment(path) {
        return Some(format!("sha256:{}", it.hex()));
    }
    let (_, text) = sources.get(path)?;
    Some(format!("sha256:{}", hex(&Sha256::digest(text))))
}

fn found(sources: &Sources) -> Option<Files<'_>> {
    let checkpoint = sources.get("register/checkpoint")?;
    let note = |at| sources.get(&format!("{FOLDER}{}", files::note(at)));
    let entries = (0..).map_while(note).collect();
    Some(Files { entries, checkpoint })
}

/// The sizes of earlier checkpoints. A line that is no number is passed over: the sizes only say
/// which partial tiles are published besides those of the checkpoint.
fn sizes(sources: &Sources) -> Vec<usize> {
    let text = sources.get("register/sizes").map_or("", |it| it.1);
    text.lines().filter_map(|it| it.parse().ok()).collect()
}

/// The policy; the file and the line that is none.
fn policy(sources: &Sources) -> Result<Option<(String, Policy)>, (FileId, usize)> {
    match sources.get("register/policy.txt") {
        None => Ok(None),
        Some((file, text)) => match Policy::parse(text) {
            Ok(policy) => Ok(Some((text.to_owned(), policy))),
            Err(line) => Err((file, line)),
        },
    }
}

/// The fault of a register that is no specimen and holds a key of the test vectors, whose private half
/// everybody knows (verification.md §13.2).
pub fn test_key(state: &State) -> Option<Fault> {
    let public = |seed: u8, name: &str| {
        let key = SigningKey::from_bytes(&[seed; 32]).verifying_key();
        Key::new(name, Algorithm::Ed25519, key)
    };
    let is_known = |key: &Key| (1..=32).any(|it| public(it, key.name()) == *key);
    let known = state.holders.iter().find(|it| !state.specimen && is_known(&it.key))?;
    let text = format!("{} is a key of the test vectors", known.key.name());
    Some(Fault { rule: Rule::Signer, index: None, text })
}
