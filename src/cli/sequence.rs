//! `condau sequence`: a checkpoint over what is pending.

use std::fs;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::cli::keys::Keys;
use crate::cli::register::{Desk, Stop, told};
use crate::cli::terminal::Terminal;
use crate::cli::{Outcome, site};
use crate::error::{Attempt, Error};
use crate::seal::ledger::Broken;
use crate::seal::witness;
use crate::verify::checkpoint::Checkpoint;
use crate::verify::note::Note;

pub(super) fn run(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Error> {
    told(sequence(matches, terminal), terminal)
}

fn sequence(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Stop> {
    let root = site(matches);
    let broken = if matches.get_flag("drop-pending") { Broken::Drop } else { Broken::Refuse };
    let desk = Desk::open(&root, broken)?;
    if let Some(path) = matches.get_one::<PathBuf>("old")
        && !witness::extends(&desk.ledger, &checkpoint(path)?)
    {
        terminal.warn("sequence-fork", &[("file", path.display().to_string())]);
        return Ok(Outcome::Problems);
    }
    for fault in desk.ledger.dropped() {
        let index = fault.index.map(|it| it.to_string()).unwrap_or_default();
        terminal.say("sequence-dropped", &[("index", index), ("fault", fault.to_string())]);
    }
    let pending = desk.ledger.pending();
    if pending > 0 {
        let covered = desk.ledger.size().to_string();
        terminal.say("sequence-says", &[("n", pending.to_string()), ("size", covered)]);
    }
    let keys = Keys::of(&root, terminal)?;
    desk.finish(&keys, Vec::new(), Vec::new(), terminal)
}

/// The checkpoint in a file.
pub(super) fn checkpoint(path: &Path) -> Result<Checkpoint, Error> {
    let bytes = fs::read(path).map_err(|it| Error::io(Attempt::Read, path, &it))?;
    let point = Note::parse(&bytes).ok().and_then(|it| Checkpoint::parse(&it.text));
    let path = path.display().to_string();
    point.ok_or_else(|| Error::new(Attempt::Read, path, "cause-checkpoint"))
}
