//! Unlisted records: results for one person, of which the register has commitments alone. What they say
//! stands in folders that are published nowhere (docs/FORMAT.md, "Unlisted results").

use std::collections::BTreeMap;

use crate::verify::code::Unlisted;
use crate::verify::entry::Kind;
use crate::verify::note::unhex;
use crate::verify::replay::{Fault, Placed, Record, Role, Rule, State};
use crate::verify::{receipt, rules};

/// A note, and what its commitment is made with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The note of an `issue` or a `status`.
    pub note: Vec<u8>,
    /// The salt.
    pub salt: [u8; 32],
}

impl Kept {
    /// What the register says of it.
    pub fn commitment(&self) -> String {
        receipt::commitment(&self.salt, &self.note)
    }
}

/// The folder of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// The code: the name of the folder.
    pub code: Unlisted,
    /// The notes, the first first.
    pub notes: Vec<Kept>,
}

/// A folder that is not as it must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The file that shows it.
    pub file: String,
    /// What is wrong.
    pub why: Why,
}

/// What may be wrong with a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Its name is no code of an unlisted record.
    Code,
    /// A note is missing.
    Missing,
    /// A note has no salt.
    Salt,
    /// The register has no commitment to this note.
    Commit,
    /// A rule is broken.
    Rule(Fault),
}

/// The path of a file of a record, below the folder of all: `note`, `salt` or `holder` of the
/// `number`th note.
pub fn path(code: Unlisted, number: usize, ending: &str) -> String {
    format!("{code}/{}", name(number, ending))
}

fn name(number: usize, ending: &str) -> String {
    format!("{number:06}.{ending}")
}

/// Whether a file below the folder of all belongs to a record: `CODE/000001.note`. Whatever else
/// stands there is the office's own.
pub fn is_file(path: &str) -> bool {
    let Some((_, name)) = path.split_once('/') else { return false };
    let Some((number, ending)) = name.split_once('.') else { return false };
    number.len() == 6
        && number.bytes().all(|it| it.is_ascii_digit())
        && matches!(ending, "note" | "salt" | "holder")
}

/// The folders, from files by their paths below the folder of all; and what is wrong with others. A
/// salt without a note says nothing: a run that was cut short left it.
pub fn folders<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> (Vec<Folder>, Vec<Broken>) {
    let mut named = BTreeMap::<&str, BTreeMap<&str, &str>>::new();
    for (path, text) in files.into_iter().filter(|it| is_file(it.0)) {
        if let Some((folder, name)) = path.split_once('/') {
            named.entry(folder).or_default().insert(name, text);
        }
    }
    let (mut folders, mut broken) = (Vec::new(), Vec::new());
    for (folder, files) in named {
        match read(folder, &files) {
            Ok(folder) => folders.extend(folder),
            Err((name, why)) => broken.push(Broken { file: format!("{folder}/{name}"), why }),
        }
    }
    (folders, broken)
}

/// One folder; none where it has no note. What is wrong is said with the name of the file.
fn read(folder: &str, files: &BTreeMap<&str, &str>) -> Result<Option<Folder>, (String, Why)> {
    let mut names = files.keys().filter(|it| it.strip_suffix(".note").is_some());
    let Some(first) = names.next() else { return Ok(None) };
    let code = Unlisted::parse(folder).map_err(|_| ((*first).to_owned(), Why::Code))?;
    let mut notes = Vec::new();
    for number in 1..=names.count() + 1 {
        let file = name(number, "note");
        let note = files.get(file.as_str());
        let note = note.ok_or((file, Why::Missing))?.as_bytes().to_vec();
        let file = name(number, "salt");
        let salt =
            files.get(file.as_str()).and_then(|it| unhex(it.strip_suffix('\n').unwrap_or(it)));
        notes.push(Kept { note, salt: salt.ok_or((file, Why::Salt))? });
    }
    Ok(Some(Folder { code, notes }))
}

impl Folder {
    /// What the notes say, each judged as the entry that has its commitment.
    pub fn replay(&self, state: &State) -> Result<Record, Broken> {
        let mut record = Record::default();
        for (number, kept) in (1..).zip(&self.notes) {
            let broken = |why| Broken { file: path(self.code, number, "note"), why };
            let index = state.commits.get(&kept.commitment()).copied();
            let index = index.ok_or_else(|| broken(Why::Commit))?;
            let placed = self.judge(state, index, kept, &record);
            let placed = placed.map_err(|it| broken(Why::Rule(it)))?;
            let is_version = placed.entry.kind == Kind::Issue;
            if is_version { &mut record.versions } else { &mut record.statuses }.push(placed);
        }
        Ok(record)
    }

    fn judge(
        &self,
        state: &State,
        index: u64,
        kept: &Kept,
        record: &Record,
    ) -> Result<Placed, Fault> {
        let (entry, signer) = rules::judge_unlisted(state, index, &kept.note, record)?;
        if entry.get("id") != Some(&self.code.to_string()) {
            let text = format!("entry {index}: the note is of another code");
            return Err(Fault { rule: Rule::Exists, index: Some(index), text });
        }
        let mut holders = state.holders.iter().filter(|it| it.role == Role::Registrar);
        let disowned = holders
            .any(|it| it.key.name() == signer && it.compromised.is_some_and(|from| index >= from));
        Ok(Placed { index, entry, signer, disowned })
    }
}
