//! What the roots sign together: at one place, or one after the other by way of a file.

use std::fs;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::changes::{Change, Changes};
use crate::cli::keys::Keys;
use crate::cli::register::{Desk, Stop};
use crate::cli::terminal::Terminal;
use crate::cli::{Outcome, pasted, site};
use crate::error::{Attempt, Error};
use crate::output;
use crate::seal::draft::Draft;
use crate::seal::keys::{Signer, active};
use crate::seal::ledger::Broken;
use crate::verify::replay::{Role, State};

/// Signs a text with the roots at hand and writes it into the register; or, with `--draft`, writes
/// it into a file that is carried from root to root. `before` are files that belong to it.
pub(super) fn settle(
    mut desk: Desk,
    text: String,
    before: Vec<Change>,
    (matches, keys): (&ArgMatches, &Keys<'_>),
    terminal: &Terminal<'_>,
) -> Result<Outcome, Stop> {
    let mut draft = Draft::new(text);
    if let Some(path) = matches.get_one::<PathBuf>("draft") {
        let mut changes = before;
        changes.push(Change::create(&whole(path)?, draft.to_string().into_bytes()));
        output::apply(&Changes(changes), &desk.root)?;
        let missing = draft.missing(desk.ledger.state());
        terminal.say("draft-written", &[("file", pasted(path)), ("n", missing.to_string())]);
        return Ok(Outcome::Done);
    }
    while draft.missing(desk.ledger.state()) > 0 {
        match at_hand(&draft, desk.ledger.state(), keys)? {
            Some(root) => draft.sign(&root),
            None => return Err(missing(&draft, desk.ledger.state()).into()),
        }
    }
    desk.ledger.append(&draft.text, draft.signatures)?;
    desk.finish(keys, before, Vec::new(), terminal)
}

/// `--sign FILE`: adds the signature of one root. With the last one the entry is written into the
/// register, and the file goes.
pub(super) fn sign(
    matches: &ArgMatches,
    path: &Path,
    terminal: &Terminal<'_>,
) -> Result<Outcome, Stop> {
    let root = site(matches);
    let mut desk = Desk::open(&root, Broken::Refuse)?;
    let bytes = fs::read(path).map_err(|it| Error::io(Attempt::Read, path, &it))?;
    let draft = Draft::parse(&bytes);
    let about = path.display().to_string();
    let mut draft = draft.ok_or_else(|| Error::new(Attempt::Read, about, "cause-draft"))?;
    terminal.say("draft-says", &[]);
    for (key, value) in draft.entry().iter().flat_map(|it| it.lines()) {
        terminal.say("verify-line", &[("name", key), ("value", value.to_owned())]);
    }
    let keys = Keys::of(&root, terminal)?;
    let state = desk.ledger.state();
    let signer = at_hand(&draft, state, &keys)?.ok_or_else(|| missing(&draft, state))?;
    draft.sign(&signer);
    let missing = draft.missing(state);
    if missing > 0 {
        let change = Change::replace(&whole(path)?, &bytes, draft.to_string().into_bytes());
        output::apply(&Changes(vec![change]), &root)?;
        let name = ("name", signer.name().to_owned());
        terminal.say("draft-signed", &[name, ("n", missing.to_string())]);
        return Ok(Outcome::Done);
    }
    // A run that was cut short may have written it, and left the file.
    if !desk.ledger.holds(&draft.to_string()) {
        desk.ledger.append(&draft.text, draft.signatures)?;
    }
    let outcome = desk.finish(&keys, Vec::new(), Vec::new(), terminal)?;
    // The entry is in the register, whether a checkpoint covers it yet or not.
    output::apply(&Changes(vec![Change::remove(&whole(path)?, &bytes)]), &root)?;
    Ok(outcome)
}

/// The first root that may still sign and whose key is here.
fn at_hand(draft: &Draft, state: &State, keys: &Keys<'_>) -> Result<Option<Signer>, Error> {
    for (number, holder) in active(state, Role::Root) {
        let path = keys.path(Role::Root, number);
        if !draft.is_signed_by(holder.key.name()) && path.exists() {
            return keys.open(&path, &holder.key).map(Some);
        }
    }
    Ok(None)
}

/// The refusal where no root that could sign is here.
fn missing(draft: &Draft, state: &State) -> Error {
    let names = active(state, Role::Root).map(|it| it.1.key.name());
    let names: Vec<_> = names.filter(|it| !draft.is_signed_by(it)).collect();
    Error::new(Attempt::Read, names.join(", "), "cause-roots-missing")
}

/// A path that means the same from the folder of the site.
pub(super) fn whole(path: &Path) -> Result<String, Error> {
    let whole = std::path::absolute(path).map_err(|it| Error::io(Attempt::Write, path, &it))?;
    Ok(whole.display().to_string())
}
