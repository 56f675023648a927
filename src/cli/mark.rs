//! `condau mark`: what a sealed document is from now on.

use std::path::Path;

use clap::ArgMatches;

use crate::changes::Change;
use crate::cli::keys::Keys;
use crate::cli::register::{Desk, Stop, sealed, told};
use crate::cli::terminal::Terminal;
use crate::cli::{Outcome, site};
use crate::error::{Attempt, Error};
use crate::language::Text;
use crate::seal::entries::Status;
use crate::seal::ledger::{Broken, REGISTER};
use crate::source::register;
use crate::verify::code::{Code, Unlisted};
use crate::verify::entry::{Entry, value_of};
use crate::verify::replay::{Record, Role};

pub(super) fn run(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Error> {
    told(mark(matches, terminal), terminal)
}

fn mark(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Stop> {
    let root = site(matches);
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let typed = text("code").unwrap_or_default();
    let unlisted = Unlisted::read(typed).ok();
    let code = unlisted.map_or_else(|| self::code(typed), |it| Ok(it.to_string()))?;
    let by = text("by").map(self::code).transpose()?;
    let status = text("status").unwrap_or_default();
    if by.is_some() != (status == "superseded") {
        return Err(Error::new(Attempt::Arguments, status, "cause-mark-by").into());
    }
    let erased = matches.get_flag("erase");
    if erased && status != "revoked" {
        return Err(Error::new(Attempt::Arguments, status, "cause-mark-erase").into());
    }
    let reason = Text(["reason", "reason-en", "reason-zh"].map(|it| text(it).map(value_of)));
    let status =
        Status { code: &code, status, by: by.as_deref(), erased, reason: &reason, sealed: "" };
    if let Some(code) = unlisted {
        return crate::cli::unlisted::mark(matches, code, status, terminal);
    }
    let mut desk = Desk::open(&root, Broken::Refuse)?;
    let sealed = sealed(matches, &desk.ledger)?;
    let status = Status { sealed: &sealed, ..status };
    let keys = Keys::of(&root, terminal)?;
    let record = desk.ledger.state().records.get(&code);
    let newest = record.and_then(Record::newest).map(|it| &it.entry);
    tell(&status, newest.zip(record.map(Record::status_word)), terminal);
    let written = status.text();
    if !record.and_then(Record::status).is_some_and(|it| says(&it.entry, &written)) {
        let registrar = keys.needed(desk.ledger.state(), Role::Registrar)?;
        desk.ledger.append(&written, vec![registrar.sign(&written)])?;
    }
    // The words stay as long as the status has no effect.
    let after = if erased { frozen(&root, &code)? } else { Vec::new() };
    desk.finish(&keys, Vec::new(), after, terminal)
}

fn code(text: &str) -> Result<String, Error> {
    let code = Code::read(text).map_err(|_| Error::new(Attempt::Arguments, text, "cause-code"))?;
    Ok(code.to_string())
}

/// Says the change in words, from what was said before: the newest version, and the word of its status.
pub(super) fn tell(status: &Status<'_>, before: Option<(&Entry, &str)>, terminal: &Terminal<'_>) {
    let word = |it: &str| terminal.words(&format!("mark-status-{it}"), &[]);
    let newest = before.map(|it| it.0);
    let title = newest.and_then(|it| it.by_tag("title").next()).map_or("", |it| it.1);
    let number = newest.and_then(|it| it.get("number")).unwrap_or_default();
    let name = [number, title].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>();
    let name = if name.is_empty() { "none".to_owned() } else { name.join(" · ") };
    let before = before.map_or_else(|| "none".to_owned(), |it| word(it.1));
    terminal.say(
        "mark-says",
        &[
            ("code", status.code.to_owned()),
            ("name", name),
            ("before", before),
            ("after", word(status.status)),
            ("by", status.by.unwrap_or("none").to_owned()),
            ("reason", status.reason.answer(terminal.messages.language()).1.to_owned()),
        ],
    );
    if status.erased {
        terminal.say("mark-erases", &[("code", status.code.to_owned())]);
    }
}

/// Whether an entry says the same already, but for its version and its time.
pub(super) fn says(entry: &Entry, text: &str) -> bool {
    let lines = |it: &Entry| {
        let lines = it.lines().filter(|it| !matches!(&*it.0, "version" | "sealed"));
        lines.map(|it| (it.0, it.1.to_owned())).collect::<Vec<_>>()
    };
    Entry::parse(text).is_ok_and(|it| lines(&it) == lines(entry))
}

/// The frozen texts and files of all versions of a document, to be removed.
fn frozen(root: &Path, code: &str) -> Result<Vec<Change>, Error> {
    let folder = format!("{REGISTER}/sealed/{code}");
    let files = register::below(&root.join(&folder))?;
    Ok(files.iter().map(|it| Change::clear(&format!("{folder}/{it}"))).collect())
}
