//! `condau issue`: a result for one person into the register, of which the public sees a commitment; and
//! `condau mark` of such a result.

use std::fs;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use sha2::{Digest as _, Sha256};

use crate::cli::keys::Keys;
use crate::cli::mark::{says, tell};
use crate::cli::register::{Desk, Stop, sealed, told};
use crate::cli::terminal::Terminal;
use crate::cli::{Outcome, random, site};
use crate::date::Date;
use crate::error::{Attempt, Error};
use crate::language::numbers;
use crate::language::{Language, Text};
use crate::seal::entries::{self, Personal, Status};
use crate::seal::keys::Signer;
use crate::seal::ledger::Broken;
use crate::verify::code::Unlisted;
use crate::verify::entry::{is_file_name, value_of};
use crate::verify::note::{Note, hex};
use crate::verify::replay::Role;
use crate::verify::unlisted::Kept;

pub(super) fn run(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Error> {
    told(issue(matches, terminal), terminal)
}

fn issue(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Stop> {
    let root = site(matches);
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let day = |name: &str| matches.get_one::<Date>(name).map(Date::to_string);
    let typed = text("code").unwrap_or_default();
    let code = Unlisted::read(typed)
        .map_err(|_| Error::new(Attempt::Arguments, typed, "cause-code-unlisted"))?;
    let files: Vec<_> = matches.get_many::<PathBuf>("files").into_iter().flatten().collect();
    let files = files.iter().map(|it| Held::read(it)).collect::<Result<Vec<_>, _>>()?;
    let mut desk = Desk::open(&root, Broken::Refuse)?;
    let (before, status, count) = desk.shelf()?.newest(code);
    let sealed = sealed(matches, &desk.ledger)?;
    let lines: Vec<_> = files.iter().map(Held::line).collect();
    let (id, date, until) = (code.to_string(), day("date").unwrap_or_default(), day("until"));
    let issuers = &desk.ledger.state().issuer;
    let issuer = issuers.iter().find(|it| it.0 == "vi").or(issuers.first());
    let issuer = issuer.map(|it| it.1.clone()).unwrap_or_default();
    let title = Text(["title", "title-en", "title-zh"].map(|it| text(it).map(value_of)));
    let personal = Personal {
        code: &id,
        version: count + 1,
        kind: text("type").unwrap_or_default(),
        number: text("number"),
        date: &date,
        issuer: &issuer,
        signer: text("signer"),
        title: &title,
        until: until.as_deref(),
        files: &lines,
        sealed: &sealed,
    };
    let written = personal.text();
    // What was taken back is not issued again: that is refused by its rule, and not passed over.
    let word = status.as_ref().and_then(|it| it.get("status"));
    let is_final = matches!(word, Some("superseded" | "revoked"));
    let is_new = is_final || !before.is_some_and(|it| says(&it, &written));
    if is_new {
        let number = text("number").map(value_of);
        let name = number.into_iter().chain([title.answer(Language::Vi).1.to_owned()]);
        let name = name.collect::<Vec<_>>().join(" · ");
        let version = personal.version.to_string();
        terminal
            .say("issue-says", &[("code", code.grouped()), ("version", version), ("name", name)]);
        for it in &files {
            let size = numbers::file_size(terminal.messages.language(), it.length());
            terminal.say("seal-file", &[("name", it.name.clone()), ("size", size)]);
        }
    }
    let keys = Keys::of(&root, terminal)?;
    let keys = if matches.get_flag("yes") { keys.silent() } else { keys };
    commit(&mut desk, code, is_new.then_some(&*written), &sealed, &keys, terminal)?;
    let outcome = desk.finish(&keys, Vec::new(), Vec::new(), terminal)?;
    terminal.say("issue-next", &[]);
    Ok(outcome)
}

/// `condau mark` of an unlisted result.
pub(super) fn mark(
    matches: &ArgMatches,
    code: Unlisted,
    status: Status<'_>,
    terminal: &Terminal<'_>,
) -> Result<Outcome, Stop> {
    let root = site(matches);
    let mut desk = Desk::open(&root, Broken::Refuse)?;
    let (version, before, _) = desk.shelf()?.newest(code);
    if status.erased {
        let place = desk.settings.unlisted.as_ref().map(|it| format!("{}/{code}", it.value));
        let place = place.unwrap_or_default();
        return Err(Error::new(Attempt::Arguments, place, "cause-unlisted-erase").into());
    }
    let sealed = sealed(matches, &desk.ledger)?;
    let status = Status { sealed: &sealed, ..status };
    let word = before.as_ref().and_then(|it| it.get("status")).unwrap_or("in-force");
    tell(&status, version.as_ref().map(|it| (it, word)), terminal);
    let written = status.text();
    let is_new = !before.is_some_and(|it| says(&it, &written));
    let keys = Keys::of(&root, terminal)?;
    commit(&mut desk, code, is_new.then_some(&*written), &sealed, &keys, terminal)?;
    desk.finish(&keys, Vec::new(), Vec::new(), terminal)
}

/// Signs a note and its commitment, and what an earlier run had begun. Nothing is kept of a note that
/// breaks a rule.
fn commit(
    desk: &mut Desk,
    code: Unlisted,
    text: Option<&str>,
    sealed: &str,
    keys: &Keys<'_>,
    terminal: &Terminal<'_>,
) -> Result<(), Stop> {
    if text.is_none() && !desk.has_begun() {
        return Ok(());
    }
    let registrar = keys.needed(desk.ledger.state(), Role::Registrar)?;
    desk.commit_begun(&registrar, sealed, terminal)?;
    let Some(text) = text else { return Ok(()) };
    let kept = Kept { note: signed(&registrar, text), salt: random()? };
    let commitment = desk.shelf()?.add(code, kept);
    let private = entries::private(&commitment, sealed);
    desk.ledger.append(&private, vec![registrar.sign(&private)])?;
    let state = desk.ledger.state().clone();
    desk.shelf()?.record(code, &state)?;
    Ok(())
}

fn signed(registrar: &Signer, text: &str) -> Vec<u8> {
    let signatures = vec![registrar.sign(text)];
    Note { text: text.to_owned(), signatures }.to_string().into_bytes()
}

/// A file that somebody gets.
struct Held {
    name: String,
    bytes: Vec<u8>,
}

impl Held {
    fn read(path: &Path) -> Result<Self, Error> {
        let name = path.file_name().map(|it| it.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        if !is_file_name(&name) {
            return Err(Error::new(Attempt::Arguments, name, "cause-file-name"));
        }
        let bytes = fs::read(path).map_err(|it| Error::io(Attempt::Read, path, &it))?;
        Ok(Self { name, bytes })
    }

    fn length(&self) -> u64 {
        self.bytes.len() as u64
    }

    fn line(&self) -> String {
        format!("{} {} sha256:{}", self.name, self.length(), hex(&Sha256::digest(&self.bytes)))
    }
}
