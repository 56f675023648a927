//! `condau verify`: what is known of a paper, a file, a receipt, a code or an address.

use std::fs;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde_json::{Value, json};

use crate::cli::terminal::Terminal;
use crate::cli::{Outcome, as_of, moment, site};
use crate::error::{Attempt, Error};
use crate::language::Language;
use crate::language::numbers;
use crate::project;
use crate::source::Sources;
use crate::source::register::{self, Stored};
use crate::verify::checkpoint::Policy;
use crate::verify::entry::Entry;
use crate::verify::note::Key;
use crate::verify::replay::Shown;
use crate::verify::time::Day;
use crate::verify::tree::Hash;
use crate::verify::verdict::{Finding, Reason, Verdict};
use crate::verify::{self, Evidence, Trust};

/// The largest file that is looked at, in bytes.
const FILE_LIMIT: u64 = 200_000_000;

pub(super) fn run(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Error> {
    let root = site(matches);
    let settings = settings(&root)?;
    let stored = stored(matches, &root, &settings)?;
    let trust = trust(matches, &settings, stored.as_ref())?;
    let day = as_of(matches);
    let found = stored.as_ref().map(|it| &it.found);
    let mut worst = Verdict::Current;
    for what in matches.get_many::<String>("what").into_iter().flatten() {
        let held = Held::of(what)?;
        let code = matches.get_one::<String>("id").map(String::as_str);
        let is_day = Day::parse(&day.to_string());
        let is_code = matches!(held, Some(Held::Text(_)));
        let finding = match (held, is_day) {
            (Some(held), Some(day)) => verify::verify(held.evidence(code), found, &trust, day),
            _ => Finding::of(Reason::Unreadable),
        };
        worst = worst.max(finding.verdict);
        if matches.get_flag("json") {
            terminal.print(&format!("{}\n", object(&finding)));
        } else {
            tell(what, is_code, &finding, terminal);
        }
    }
    Ok(Outcome::Verdict(worst as u8))
}

/// What `condau.toml` says of the register, where there is one.
pub(super) fn settings(root: &Path) -> Result<project::Verify, Error> {
    if !root.join("condau.toml").is_file() {
        return Ok(project::Verify::default());
    }
    let sources = Sources::read_settings(root)?;
    Ok(sources.get("condau.toml").map(|(_, text)| project::verify(text)).unwrap_or_default())
}

/// The register that was named, else that of the site.
fn stored(
    matches: &ArgMatches,
    root: &Path,
    settings: &project::Verify,
) -> Result<Option<Stored>, Error> {
    let named = matches.get_one::<PathBuf>("register");
    let folder = named.cloned().unwrap_or_else(|| root.join("register"));
    let stored = register::read(&folder, &settings.prefix)?;
    match (named, &stored) {
        (Some(named), None) => {
            Err(Error::new(Attempt::Read, named.display().to_string(), "cause-no-register"))
        }
        _ => Ok(stored),
    }
}

/// The fingerprint and the policy that were named, else those of the settings and beside the register.
pub(super) fn anchors(
    matches: &ArgMatches,
    settings: &project::Verify,
    beside: Option<&str>,
) -> Result<Trust, Error> {
    let pinned = settings.fingerprint.as_ref().map(|it| &it.value);
    let fingerprint = matches.get_one::<String>("fingerprint").or(pinned);
    let fingerprint = fingerprint.map(|it| fingerprint_of(it)).transpose()?;
    let policy = match matches.get_one::<PathBuf>("policy") {
        Some(path) => Some((path.display().to_string(), read(path)?)),
        None => beside.map(|it| ("policy.txt".to_owned(), it.to_owned())),
    };
    let policy = policy.map(|(path, text)| policy_of(&path, &text)).transpose()?;
    Ok(Trust { fingerprint, policy, ..Trust::default() })
}

fn trust(
    matches: &ArgMatches,
    settings: &project::Verify,
    stored: Option<&Stored>,
) -> Result<Trust, Error> {
    let beside = stored.and_then(|it| it.policy.as_deref());
    let trust = anchors(matches, settings, beside)?;
    let mut signers = Vec::new();
    if let Some(path) = matches.get_one::<PathBuf>("signers") {
        for (number, line) in (1..).zip(read(path)?.lines()) {
            let place = || format!("{}:{number}", path.display());
            signers.push(
                Key::parse(line).map_err(|_| Error::new(Attempt::Read, place(), "cause-vkey"))?,
            );
        }
    }
    let max_age = matches.get_one::<u32>("max-age").copied();
    Ok(Trust { signers, max_age, ..trust })
}

/// Reads a fingerprint.
pub(super) fn fingerprint_of(text: &str) -> Result<Hash, Error> {
    verify::fingerprint(text)
        .ok_or_else(|| Error::new(Attempt::Arguments, text, "cause-fingerprint"))
}

/// Reads a policy.
pub(super) fn policy_of(path: &str, text: &str) -> Result<Policy, Error> {
    let fault = |line| Error::new(Attempt::Read, format!("{path}:{line}"), "cause-policy");
    Policy::parse(text).map_err(fault)
}

fn read(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(|it| Error::io(Attempt::Read, path, &it))
}

/// What was given, as it was found.
enum Held {
    File(Vec<u8>),
    Text(String),
}

impl Held {
    /// A file where there is one of that name; none where the file cannot be looked at.
    fn of(what: &str) -> Result<Option<Self>, Error> {
        let path = Path::new(what);
        if !path.is_file() {
            // No code has a dot or a slash: what has one was meant as a file.
            let is_path = what.contains(['.', '/', '\\']) && !what.contains("://");
            return Ok((!is_path).then(|| Self::Text(what.to_owned())));
        }
        let size = fs::metadata(path).map_err(|it| Error::io(Attempt::Read, path, &it))?.len();
        if size > FILE_LIMIT {
            return Ok(None);
        }
        let bytes = fs::read(path).map_err(|it| Error::io(Attempt::Read, path, &it))?;
        Ok(Some(Self::File(bytes)))
    }

    fn evidence<'a>(&'a self, code: Option<&'a str>) -> Evidence<'a> {
        match self {
            Self::File(bytes) if bytes.starts_with(b"c2sp.org/tlog-proof@") => {
                Evidence::Receipt(bytes)
            }
            Self::File(bytes) if bytes.starts_with(b"condau/1 holder\n") => Evidence::Holder(bytes),
            Self::File(bytes) => Evidence::File(bytes, code),
            Self::Text(text) if text.contains("://") => Evidence::Address(text),
            Self::Text(text) => Evidence::Code(text),
        }
    }
}

fn object(finding: &Finding) -> Value {
    let witness = |(name, at): (&String, &u64)| json!({ "name": name, "time": time(*at) });
    let fault = finding.fault.iter().map(
        |it| json!({ "rule": format!("R{}", it.rule as u8), "index": it.index, "text": it.text }),
    );
    json!({
        "verdict": finding.verdict.word(),
        "exit": finding.verdict as u8,
        "reason": finding.reason.word(),
        "specimen": finding.specimen,
        "id": finding.code,
        "version": finding.version,
        "state": finding.standing.map(|it| Shown::Of(it).word()),
        "index": finding.index,
        "size": finding.size,
        "signers": finding.signers,
        "cosignatures": finding.cosignatures.iter().map(witness).collect::<Vec<_>>(),
        "faults": fault.collect::<Vec<_>>(),
    })
}

/// When a witness saw the register.
pub(super) fn time(seconds: u64) -> String {
    i64::try_from(seconds).map(moment).unwrap_or_default()
}

/// The verdict in words, then the words to compare with the paper.
fn tell(what: &str, is_code: bool, finding: &Finding, terminal: &Terminal<'_>) {
    if finding.specimen {
        terminal.say("verify-specimen", &[]);
    }
    let code = finding.code.clone().unwrap_or_default();
    let version = finding.version.map(|it| it.to_string()).unwrap_or_default();
    let is_unlisted = finding.reason == Reason::Unlisted;
    let kind = match is_code {
        // What is not public is not in the register: its page is all that is known.
        true if is_unlisted => "page",
        // A code that is in the register says nothing of the paper that it stands on.
        true => "code",
        false => "file",
    };
    let words = [
        ("what", what.to_owned()),
        ("kind", kind.to_owned()),
        ("code", code),
        ("version", version),
    ];
    terminal.say(&format!("verdict-{}", finding.verdict.word()), &words);
    terminal.say(&format!("reason-{}", finding.reason.word()), &words);
    let language = terminal.messages.language().tag();
    let said = finding.standing.filter(|_| is_unlisted);
    if let Some(state) = said.and_then(|it| Shown::Of(it).words(language)) {
        terminal.say("verify-page-says", &[("state", state.to_owned())]);
    }
    if let Some(fault) = &finding.fault {
        terminal.say("verify-fault", &[("fault", fault.to_string())]);
    }
    if let Some(entry) = &finding.entry {
        compare(entry, terminal);
    }
    if let Some((index, size)) = finding.index.zip(finding.size) {
        let signers = finding.signers.join(", ");
        let words =
            [("index", index.to_string()), ("size", size.to_string()), ("signers", signers)];
        terminal.say("verify-sealed", &words);
    }
    for (name, at) in &finding.cosignatures {
        terminal.say("verify-witness", &[("name", name.clone()), ("time", time(*at))]);
    }
    if finding.no_witness && finding.verdict < Verdict::Differs {
        terminal.say("verify-no-witness", &[]);
    }
}

/// What the paper must say, word for word. A code can be copied; these words cannot be changed.
fn compare(entry: &Entry, terminal: &Terminal<'_>) {
    terminal.say("verify-compare", &[]);
    let line = |id: &str, value: String| {
        terminal.say("verify-line", &[("name", terminal.words(id, &[])), ("value", value)]);
    };
    let language = terminal.messages.language();
    for (id, key) in [("key-number", "number"), ("key-issuer", "issuer"), ("key-signer", "signer")]
    {
        if let Some(value) = entry.get(key) {
            line(id, value.to_owned());
        }
    }
    if let Some(day) = entry.get("date").and_then(crate::date::Date::parse) {
        line("key-issued", numbers::date(language, day));
    }
    for (tag, title) in entry.by_tag("title") {
        let of = Language::from_code(tag).map_or(tag, |it| it.code());
        line("key-title", format!("{title} ({of})"));
    }
    if let Some(pages) = entry.get("pages") {
        line("key-pages", pages.to_owned());
    }
    for (_, label, value) in entry.facts() {
        terminal.say("verify-line", &[("name", label.to_owned()), ("value", value.to_owned())]);
    }
}
