//! `condau audit`: whether everything that is published says what the register says.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::{Value, json};

use crate::changes::{Change, Changes};
use crate::cli::terminal::Terminal;
use crate::cli::verify::{anchors, settings, time};
use crate::cli::{Outcome, as_of, site};
use crate::error::{Attempt, Error};
use crate::output;
use crate::project::Verify;
use crate::source::{self, Source, register};
use crate::verify::Trust;
use crate::verify::audit::{self, Audit, Finding, Kind, Refusal};
use crate::verify::checkpoint::{self, Checkpoint};
use crate::verify::time::Day;
use crate::verify::unlisted::{Folder, folders};
use crate::verify::verdict::Verdict;

pub(super) fn run(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Error> {
    let folder = matches.get_one::<PathBuf>("dir").cloned().unwrap_or_default();
    let root = site(matches);
    let settings = settings(&root)?;
    // The office itself knows what the pages of its unlisted results have to say.
    let unlisted = unlisted(&root, &settings)?;
    let trust = Trust { unlisted, ..anchors(matches, &settings, None)? };
    let state = matches.get_one::<PathBuf>("state");
    let saved = state.map(|it| saved(it)).transpose()?.flatten();
    let mut old = Vec::new();
    if let Some(path) = matches.get_one::<PathBuf>("old") {
        let bytes = fs::read(path).map_err(|it| Error::io(Attempt::Read, path, &it))?;
        old.push(old_checkpoint(path, &bytes)?);
    }
    if let Some((path, bytes)) = state.zip(saved.as_ref()) {
        old.push(old_checkpoint(path, bytes)?);
    }
    let date = as_of(matches).to_string();
    let refused = |cause| Error::new(Attempt::Read, folder.display().to_string(), cause);
    let day = Day::parse(&date).ok_or_else(|| refused("cause-day"))?;
    let files = register::files(&folder)?;
    let audit = audit::audit(&files, &settings.prefix, &trust, &old, day);
    let audit = audit.map_err(|it| match it {
        Refusal::NoRegister => refused("cause-no-register"),
        Refusal::NoAnchor => refused("cause-no-fingerprint"),
    })?;
    let is_clean = audit.findings.is_empty();
    let verdict = if is_clean { Verdict::Current } else { Verdict::Broken };
    if let Some(path) = state.filter(|_| is_clean && saved.as_ref() != Some(&audit.checkpoint)) {
        save(path, saved, audit.checkpoint.clone())?;
    }
    if matches.get_flag("json") {
        terminal.print(&format!("{}\n", object(&audit, verdict, &date)));
    } else {
        tell(&audit, terminal);
    }
    Ok(Outcome::Verdict(verdict as u8))
}

/// The folders of unlisted results, where they are at hand.
fn unlisted(root: &Path, settings: &Verify) -> Result<Option<Vec<Folder>>, Error> {
    let Some(place) = &settings.unlisted else { return Ok(None) };
    let files = source::unlisted::read(root, &place.value)?;
    let read =
        |files: Vec<Source>| folders(files.iter().map(|it| (it.path.as_str(), it.text.as_str()))).0;
    Ok(files.map(read))
}

/// The checkpoint that the last audit saved; none before the first.
fn saved(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(it) if it.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(it) => Err(Error::io(Attempt::Read, path, &it)),
    }
}

fn old_checkpoint(path: &Path, bytes: &[u8]) -> Result<Checkpoint, Error> {
    let read = checkpoint::read(bytes).map(|it| it.1);
    read.ok_or_else(|| Error::new(Attempt::Read, path.display().to_string(), "cause-no-checkpoint"))
}

fn save(path: &Path, saved: Option<Vec<u8>>, bytes: Vec<u8>) -> Result<(), Error> {
    output::apply(&Changes(vec![Change::over(path, saved, bytes)]), Path::new(""))
}

fn rule(kind: &Kind) -> Option<String> {
    match kind {
        Kind::Rule(rule) => Some(format!("R{}", *rule as u8)),
        _ => None,
    }
}

fn object(audit: &Audit, verdict: Verdict, date: &str) -> Value {
    let finding = |it: &Finding| {
        json!({
            "kind": it.kind.word(),
            "rule": rule(&it.kind),
            "path": it.path,
            "line": it.line,
            "found": it.found,
            "expected": it.expected,
        })
    };
    let witness = |(name, at): (&String, &u64)| json!({ "name": name, "time": time(*at) });
    json!({
        "exit": verdict as u8,
        "as_of": date,
        "specimen": audit.specimen,
        "size": audit.size,
        "articles": audit.articles,
        "states": audit.states,
        "cosignatures": audit.cosignatures.iter().map(witness).collect::<Vec<_>>(),
        "findings": audit.findings.iter().map(finding).collect::<Vec<_>>(),
    })
}

fn tell(audit: &Audit, terminal: &Terminal<'_>) {
    if audit.specimen {
        terminal.say("verify-specimen", &[]);
    }
    for it in &audit.findings {
        let place = match it.line {
            Some(line) => format!("{}:{line}", it.path),
            None => it.path.clone(),
        };
        let words = [("found", it.found.clone()), ("expected", it.expected.clone())];
        let what = terminal.words(&format!("audit-{}", it.kind.word()), &words);
        terminal.print(&format!("{place}: {what}\n"));
    }
    for (name, at) in &audit.cosignatures {
        terminal.say("verify-witness", &[("name", name.clone()), ("time", time(*at))]);
    }
    if audit.findings.is_empty() {
        if audit.no_witness {
            terminal.say("verify-no-witness", &[]);
        }
        let words = [
            ("size", audit.size.unwrap_or_default().to_string()),
            ("articles", audit.articles.to_string()),
            ("states", audit.states.to_string()),
        ];
        terminal.say("audit-clean", &words);
    } else {
        terminal.say("audit-broken", &[("n", audit.findings.len().to_string())]);
    }
}
