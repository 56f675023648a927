//! The rules R2 to R10, one function each, and who may sign a checkpoint.

use crate::verify::checkpoint::Checkpoint;
use crate::verify::code;
use crate::verify::entry::{ENTRY_LIMIT, Entry, Kind};
use crate::verify::note::{self, Key, Note};
use crate::verify::replay::{self, Fault, Keyholder, Record, Role, Rule, State};
use crate::verify::time::{DAY, Day, Moment};

/// Judges an entry with what stands before it. Gives it with the name of its first signer.
pub(super) fn judge(
    state: &State,
    index: u64,
    bytes: &[u8],
    cosigned: Option<u64>,
) -> Result<(Entry, String), Fault> {
    let (note, entry) = form(index, bytes)?;
    let signer = signers(state, index, &note, &entry)?;
    let record = entry.get("id").and_then(|it| state.records.get(it));
    let is_code = |it: &str| code::Code::parse(it).is_ok();
    let judged = Judged { state, index, entry: &entry, record, is_code };
    judged.exists()?;
    judged.version()?;
    judged.transition()?;
    judged.number()?;
    judged.time(cosigned)?;
    judged.references()?;
    judged.privacy()?;
    Ok((entry, signer))
}

/// Judges a note of an unlisted record as the entry that has its commitment, with what the notes
/// before it say (R2 to R6, R9).
pub(super) fn judge_unlisted(
    state: &State,
    index: u64,
    bytes: &[u8],
    record: &Record,
) -> Result<(Entry, String), Fault> {
    let (note, entry) = form(index, bytes)?;
    if !matches!(entry.kind, Kind::Issue | Kind::Status) {
        let text = format!("entry {index} line 1: `issue` or `status` is due");
        return Err(Fault { rule: Rule::Form, index: Some(index), text });
    }
    let signer = signers(state, index, &note, &entry)?;
    let record = Some(record).filter(|it| !it.versions.is_empty());
    let judged = Judged { state, index, entry: &entry, record, is_code: code::is_unlisted };
    judged.exists()?;
    judged.version()?;
    judged.transition()?;
    judged.references()?;
    Ok((entry, signer))
}

/// R2: the form of an entry, and that the first one alone opens the register.
fn form(index: u64, bytes: &[u8]) -> Result<(Note, Entry), Fault> {
    let fault = |text: String| Fault {
        rule: Rule::Form,
        index: Some(index),
        text: format!("entry {index} {text}"),
    };
    if bytes.len() > ENTRY_LIMIT {
        return Err(fault("line 1: larger than 16 KiB".to_owned()));
    }
    let note = Note::parse(bytes).map_err(|it| fault(format!("line {}: {it}", line_of(&it))))?;
    let entry =
        Entry::parse(&note.text).map_err(|it| fault(format!("line {}: {}", it.line, it.why)))?;
    if (entry.kind == Kind::Open) != (index == 0) {
        return Err(fault("line 1: `open` is the first entry, and only that".to_owned()));
    }
    Ok((note, entry))
}

fn line_of(fault: &note::Fault) -> usize {
    match fault {
        note::Fault::Line(line) => *line,
        _ => 1,
    }
}

/// R3: exactly those signed who had to.
fn signers(state: &State, index: u64, note: &Note, entry: &Entry) -> Result<String, Fault> {
    let fault = |text: String| Fault {
        rule: Rule::Signer,
        index: Some(index),
        text: format!("entry {index}: {text}"),
    };
    let role = match entry.kind {
        Kind::Open | Kind::Key | Kind::Move => Role::Root,
        Kind::Issue | Kind::Status | Kind::Private => Role::Registrar,
    };
    // The first entry names its own roots.
    let own: Vec<_> = match entry.kind {
        Kind::Open => entry.all("root").filter_map(|it| Key::parse(it).ok()).collect(),
        _ => Vec::new(),
    };
    let (known, needed): (Vec<&Key>, _) = match (entry.kind, role) {
        (Kind::Open, _) => (own.iter().collect(), entry.number("quorum").unwrap_or_default()),
        (_, Role::Root) => (state.active(role, index).map(|it| &it.key).collect(), state.quorum),
        _ => (state.active(role, index).map(|it| &it.key).collect(), 1),
    };
    let signed = note.signed_by(known.iter().copied()).map_err(|it| fault(it.to_string()))?;
    let is_known = |name: &str| signed.iter().any(|it| it.key.name() == name);
    if let Some(stranger) = note.signatures.iter().find(|it| !is_known(&it.name)) {
        let name = &stranger.name;
        let mut same = state.holders.iter().filter(|it| it.key.name() == name);
        let why = match same.next_back() {
            None => "unknown",
            Some(it) if it.role != role => "wrong role",
            Some(it) if !it.is_active(index) => "retired",
            Some(_) => "does not verify",
        };
        return Err(fault(format!("{name} {why}")));
    }
    let count = signed.len() as u64;
    match signed.first() {
        Some(first) if count == needed && note.signatures.len() == signed.len() => {
            Ok(first.key.name().to_owned())
        }
        _ => Err(fault(format!("{count} of {needed}"))),
    }
}

/// R3 for a checkpoint: a log key signed that counts after the last entry.
pub(super) fn checkpoint(state: &State, note: &Note, point: &Checkpoint) -> Result<(), Fault> {
    let fault = |text: String| {
        Err(Fault { rule: Rule::Signer, index: None, text: format!("checkpoint: {text}") })
    };
    if point.origin != state.origin {
        return fault(format!("{} is another register", point.origin));
    }
    let keys: Vec<_> = state.active(Role::Log, point.size).map(|it| &it.key).collect();
    match note.signed_by(keys.iter().copied()) {
        Ok(signed) if signed.iter().any(|it| it.key.name() == point.origin) => Ok(()),
        Ok(_) => {
            let name = note.signatures.first().map_or("", |it| it.name.as_str());
            let is_log = |it: &&Keyholder| it.role == Role::Log && it.key.name() == name;
            let why =
                if state.holders.iter().any(|it| is_log(&it)) { "retired" } else { "unknown" };
            fault(format!("{name} {why}"))
        }
        Err(it) => fault(it.to_string()),
    }
}

/// The latest second that an entry is known to be sealed at; none where it has only a day.
pub(super) fn latest(entry: &Entry) -> Option<i64> {
    entry.get("sealed").and_then(Moment::parse).map(Moment::seconds)
}

struct Judged<'a> {
    state: &'a State,
    index: u64,
    entry: &'a Entry,
    /// What was said before of the code, if anything.
    record: Option<&'a Record>,
    is_code: fn(&str) -> bool,
}

impl<'a> Judged<'a> {
    fn fault(&self, rule: Rule, text: String) -> Fault {
        Fault { rule, index: Some(self.index), text }
    }

    fn code(&self) -> Option<&'a str> {
        self.entry.get("id")
    }

    /// R4.
    fn exists(&self) -> Result<(), Fault> {
        let (entry, index) = (self.entry, self.index);
        let fault = |text: String| Err(self.fault(Rule::Exists, text));
        if let Some(code) = self.code() {
            if !(self.is_code)(code) {
                return fault(format!("entry {index}: {code} is no code"));
            }
            let is_first = entry.kind == Kind::Issue && entry.number("version") == Some(1);
            return match self.record {
                Some(_) if is_first => fault(format!("entry {index}: {code} is used")),
                None if !is_first => fault(format!("entry {index}: {code} was not issued")),
                _ => Ok(()),
            };
        }
        if entry.kind == Kind::Open {
            let keys: Vec<_> =
                ["root", "registrar", "log"].into_iter().flat_map(|it| entry.all(it)).collect();
            let mut distinct = keys.clone();
            distinct.sort_unstable();
            distinct.dedup();
            let origin = entry.get("origin").unwrap_or_default();
            let is_log = |it: &str| Key::parse(it).is_ok_and(|it| it.name() == origin);
            if distinct.len() < keys.len() {
                return fault(format!("entry {index}: a key stands twice"));
            }
            if !entry.all("log").all(is_log) {
                return fault(format!(
                    "entry {index}: a log key has another name than the register"
                ));
            }
        }
        if entry.kind == Kind::Key {
            return self.key();
        }
        Ok(())
    }

    /// R4 for keys.
    fn key(&self) -> Result<(), Fault> {
        let (state, entry, index) = (self.state, self.entry, self.index);
        let fault = |text: &str| Err(self.fault(Rule::Exists, format!("entry {index}: {text}")));
        let Some(Ok(key)) = entry.get("vkey").map(Key::parse) else { return fault("no key") };
        let role = entry.get("role").unwrap_or_default();
        let same_role = |it: &&Keyholder| it.role.word() == role;
        if entry.get("action") == Some("add") {
            let is_used = state
                .holders
                .iter()
                .any(|it| it.key == key || it.key.name() == key.name() && role != "log");
            if is_used {
                return fault("the key is not new");
            }
            if role == "log" && key.name() != state.origin {
                return fault("a log key has another name than the register");
            }
            return Ok(());
        }
        let active: Vec<_> =
            state.holders.iter().filter(|it| it.until.is_none()).filter(same_role).collect();
        if !active.iter().any(|it| it.key == key) {
            return fault("the key is not there");
        }
        let least = if role == "root" { state.quorum } else { 1 };
        if (active.len() as u64) <= least {
            return fault("too few keys would be left");
        }
        match entry.number("from-index") {
            Some(from) if from > index => fault("from-index is to come"),
            _ => Ok(()),
        }
    }

    /// R5.
    fn version(&self) -> Result<(), Fault> {
        let Some(says) = self.entry.number("version") else { return Ok(()) };
        let expected = self.record.map_or(0, |it| it.versions.len() as u64) + 1;
        if says == expected {
            return Ok(());
        }
        let text = format!("entry {} says {says}, expected {expected}", self.index);
        Err(self.fault(Rule::Version, text))
    }

    /// R6.
    fn transition(&self) -> Result<(), Fault> {
        let Some(record) = self.record else { return Ok(()) };
        let now = record.status_word();
        let is_final = matches!(now, "superseded" | "revoked");
        let (to, fits) = match self.entry.kind {
            Kind::Issue => ("issue", !is_final),
            Kind::Status => {
                let to = self.entry.get("status").unwrap_or_default();
                (to, !is_final || to == now)
            }
            _ => return Ok(()),
        };
        if fits { Ok(()) } else { Err(self.fault(Rule::Transition, format!("{now} → {to}"))) }
    }

    /// R7.
    fn number(&self) -> Result<(), Fault> {
        if self.entry.kind != Kind::Issue {
            return Ok(());
        }
        let Some(own) = replay::number(self.entry) else { return Ok(()) };
        // A version that was disowned holds no number.
        let holds =
            |it: &Record| it.effective().any(|it| replay::number(&it.entry).as_ref() == Some(&own));
        let mut codes = self.state.numbers.get(&own).into_iter().flatten();
        let is_other = |it: &&String| {
            Some(it.as_str()) != self.code() && self.state.records.get(*it).is_some_and(holds)
        };
        match codes.find(is_other) {
            None => Ok(()),
            Some(code) => {
                Err(self.fault(Rule::Number, format!("{}/{} held by {code}", own.2, own.1)))
            }
        }
    }

    /// R8.
    fn time(&self, cosigned: Option<u64>) -> Result<(), Fault> {
        let sealed = self.entry.get("sealed").unwrap_or_default();
        // A day counts as its last second where it may be too early, as its first where too late.
        let (late, early) = match (Moment::parse(sealed), Day::parse(sealed)) {
            (Some(it), _) => (it.seconds(), it.seconds()),
            (None, Some(it)) => (it.end(), it.start()),
            (None, None) => {
                return Err(self.fault(Rule::Time, format!("entry {}: no time", self.index)));
            }
        };
        if self.state.latest.is_some_and(|it| late < it - DAY) {
            let text = format!("entry {}: sealed a day before the entries before it", self.index);
            return Err(self.fault(Rule::Time, text));
        }
        let seen = cosigned.and_then(|it| i64::try_from(it).ok());
        if seen.is_some_and(|it| early > it + DAY) {
            let text = format!("entry {}: sealed a day after witnesses saw it", self.index);
            return Err(self.fault(Rule::Time, text));
        }
        Ok(())
    }

    /// R9.
    fn references(&self) -> Result<(), Fault> {
        let named = ["by", "amends", "replaces"].into_iter().flat_map(|it| self.entry.all(it));
        let is_before = |it: &Record| it.versions.first().is_some_and(|it| it.index < self.index);
        let is_there = |it: &&str| {
            self.state.records.get(*it).is_some_and(is_before) && Some(*it) != self.code()
        };
        match named.into_iter().find(|it| !is_there(it)) {
            None => Ok(()),
            Some(it) => Err(self.fault(Rule::Reference, format!("{it} unknown"))),
        }
    }

    /// R10.
    fn privacy(&self) -> Result<(), Fault> {
        let is_known =
            self.entry.get("commit").is_some_and(|it| self.state.commits.contains_key(it));
        if is_known || code::find_unlisted(&self.entry.to_string()).is_some() {
            return Err(self.fault(Rule::Privacy, format!("entry {}", self.index)));
        }
        Ok(())
    }
}
