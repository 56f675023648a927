//! `condau seal`: versions of documents into the register.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use clap::ArgMatches;
use sha2::{Digest as _, Sha256};

use crate::catalogue::issue::{self, Refusal};
use crate::changes::Change;
use crate::cli::build::show;
use crate::cli::keys::Keys;
use crate::cli::register::{Desk, Stop, sealed, told};
use crate::cli::terminal::Terminal;
use crate::cli::{Outcome, as_of, site};
use crate::diagnostic::Diagnostics;
use crate::error::{Attempt, Error};
use crate::language::numbers;
use crate::render::Press;
use crate::seal::ledger::{Broken, Ledger};
use crate::seal::plan::{self, Plan, Step, Version};
use crate::site::{self as line, Options};
use crate::source::{Sources, register};
use crate::verify::code::Code;
use crate::verify::replay::{Record, Role};

pub(super) fn run(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Error> {
    told(seal(matches, terminal), terminal)
}

fn seal(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Stop> {
    let root = site(matches);
    let mut named = BTreeSet::new();
    for text in matches.get_many::<String>("codes").into_iter().flatten() {
        let code = Code::read(text).map_err(|_| Error::new(Attempt::Arguments, text, "cause-code"));
        named.insert(code?);
    }
    let broken = if matches.get_flag("drop-pending") { Broken::Drop } else { Broken::Refuse };
    let mut desk = Desk::open(&root, broken)?;
    let mut found = Diagnostics::default();
    let sources = Sources::read(&root, &mut found)?;
    let options = Options { as_of: as_of(matches), drafts: false, production: false };
    let press = match line::working_copy(sources, found, options) {
        (Ok(press), _) => press,
        (Err(sources), reported) => {
            show(&reported, &sources, terminal);
            terminal.warn("seal-stopped", &[]);
            return Ok(Outcome::Problems);
        }
    };
    if let Some(code) = named.iter().find(|it| press.catalogue.by_code(**it).is_none()) {
        terminal.warn("seal-unknown", &[("code", code.grouped())]);
        return Ok(Outcome::Problems);
    }
    let plan = plan::plan(&press, desk.ledger.state(), &named);
    if is_refused(&plan, &press, &named, terminal) {
        return Ok(Outcome::Problems);
    }
    for fault in desk.ledger.dropped() {
        terminal.warn("seal-dropped", &[("fault", fault.to_string())]);
    }
    let sealed = sealed(matches, &desk.ledger)?;
    let mut folders = Vec::new();
    for step in &plan.steps {
        say(step, &press, &desk.ledger, terminal);
        if let Step::Issue(version) = step {
            folders.extend(frozen(&root, version, &press)?);
        }
    }
    let keys = Keys::of(&root, terminal)?;
    let keys = if matches.get_flag("yes") { keys.silent() } else { keys };
    if !plan.steps.is_empty() || desk.has_begun() {
        // Whoever types the passphrase has read what would be written.
        let registrar = keys.needed(desk.ledger.state(), Role::Registrar)?;
        desk.commit_begun(&registrar, &sealed, terminal)?;
        for step in &plan.steps {
            let text = match step.text(&sealed) {
                Ok(text) => text,
                Err(refusal) => {
                    terminal.warn("seal-refused", &words(&refusal, step_name(step), terminal));
                    return Ok(Outcome::Problems);
                }
            };
            let signature = registrar.sign(&text);
            desk.ledger.append(&text, vec![signature])?;
        }
    }
    desk.finish(&keys, folders, Vec::new(), terminal)
}

/// Says why documents cannot be sealed. What has nothing to seal is passed over, unless it is named.
fn is_refused(plan: &Plan, press: &Press, named: &BTreeSet<Code>, terminal: &Terminal<'_>) -> bool {
    let mut is_any = false;
    for (index, refusal) in &plan.refused {
        if named.is_empty() && *refusal == Refusal::Empty {
            continue;
        }
        is_any = true;
        let item = press.catalogue.item(*index);
        terminal.warn("seal-refused", &words(refusal, item.name.clone(), terminal));
    }
    is_any
}

fn words(refusal: &Refusal, name: String, terminal: &Terminal<'_>) -> [(&'static str, String); 2] {
    let (id, what) = refusal.words();
    [("name", name), ("why", terminal.words(id, &[("what", what.to_owned())]))]
}

fn step_name(step: &Step) -> String {
    match step {
        Step::Issue(it) => it.code.grouped(),
        Step::Superseded { code, .. } => code.grouped(),
    }
}

/// Says in words what would be written.
fn say(step: &Step, press: &Press, ledger: &Ledger, terminal: &Terminal<'_>) {
    let language = terminal.messages.language();
    let version = match step {
        Step::Issue(version) => version,
        Step::Superseded { code, by, reason } => {
            let reason = reason.answer(language).1.to_owned();
            let words = [("code", code.grouped()), ("by", by.grouped()), ("reason", reason)];
            return terminal.say("seal-supersedes", &words);
        }
    };
    let before = ledger.state().records.get(&version.code.to_string());
    let item = press.catalogue.item(version.item);
    let new = item.source_text().title().to_owned();
    let number = version.issue.get("number");
    let name = number.into_iter().chain([new.as_str()]).collect::<Vec<_>>().join(" · ");
    let comma = terminal.words("list-comma", &[]);
    let changed = issue::words_of(&version.changed);
    let changed: Vec<_> = changed.iter().map(|it| terminal.words(it, &[])).collect();
    let changed = changed.join(&comma);
    let tag = item.source.code();
    let newest = before.and_then(Record::newest);
    let old = newest.and_then(|it| it.entry.by_tag("title").find(|it| it.0 == tag));
    let old = old.map_or("", |it| it.1);
    let words = [
        ("code", version.code.grouped()),
        ("version", version.number.to_string()),
        ("name", name),
        ("changed", if version.number == 1 { "none".to_owned() } else { changed }),
    ];
    terminal.say("seal-version", &words);
    if !old.is_empty() && old != new {
        terminal.say("seal-title-before", &[("title", old.to_owned())]);
    }
    for (from, name) in version.files() {
        let length = press.sources.attachment(from).map_or(0, |it| it.length);
        let size = numbers::file_size(language, length);
        terminal.say("seal-file", &[("name", name.to_owned()), ("size", size)]);
    }
}

/// The folder of a version: its files in the place of what a run that was cut short left there.
fn frozen(root: &Path, version: &Version, press: &Press) -> Result<Vec<Change>, Error> {
    let folder = version.folder();
    let mut changes = Vec::new();
    let mut names = BTreeSet::new();
    for (name, text) in version.texts() {
        changes.push(Change::renew(&format!("{folder}{name}"), text.as_bytes().to_vec()));
        names.insert(name);
    }
    for (from, name) in version.files() {
        let path = root.join(from);
        let bytes = fs::read(&path).map_err(|it| Error::io(Attempt::Read, &path, &it))?;
        let read = press.sources.attachment(from).map(|it| it.sha256);
        if read != Some(Sha256::digest(&bytes).into()) {
            let path = path.display().to_string();
            return Err(Error::new(Attempt::Read, path, "cause-changed-meanwhile"));
        }
        changes.push(Change::renew(&format!("{folder}{name}"), bytes));
        names.insert(name.to_owned());
    }
    for left in register::below(&root.join(&folder))? {
        if !names.contains(&left) {
            changes.push(Change::clear(&format!("{folder}{left}")));
        }
    }
    Ok(changes)
}
