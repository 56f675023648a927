//! What the commands share that write into the register.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::changes::{Change, Changes};
use crate::cli::keys::Keys;
use crate::cli::terminal::Terminal;
use crate::cli::verify::{fingerprint_of, policy_of};
use crate::cli::{Outcome, moment, now};
use crate::error::{Attempt, Error};
use crate::output;
use crate::output::lock::{self, Lock};
use crate::project;
use crate::seal::ledger::{Broken, Ledger, REGISTER};
use crate::source::Sources;
use crate::source::register;
use crate::verify::replay::{Fault, Role};
use crate::verify::time::Moment;

/// Seconds by which a clock may be behind the newest entry.
const BEHIND: i64 = 10 * 60;

/// Why a command ended before its end.
pub(super) enum Stop {
    /// The machine failed, or the command is wrong.
    Machine(Error),
    /// A rule of the register is broken, or would be.
    Fault(Fault),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Machine(error)
    }
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// Tells what stopped a command.
pub(super) fn told(
    result: Result<Outcome, Stop>,
    terminal: &Terminal<'_>,
) -> Result<Outcome, Error> {
    match result {
        Ok(outcome) => Ok(outcome),
        Err(Stop::Machine(error)) => Err(error),
        Err(Stop::Fault(fault)) => {
            terminal.warn("register-stopped", &[("fault", fault.to_string())]);
            Ok(Outcome::Problems)
        }
    }
}

/// The register of a project, claimed by this run and replayed.
pub(super) struct Desk {
    pub(super) root: PathBuf,
    pub(super) settings: project::Verify,
    pub(super) ledger: Ledger,
    _lock: Lock,
}

impl Desk {
    /// Claims and replays the register of the project at `root`.
    pub(super) fn open(root: &Path, broken: Broken) -> Result<Self, Stop> {
        let sources = Sources::read_settings(root)?;
        let text = sources.get("condau.toml").map(|it| it.1).unwrap_or_default();
        let settings = project::verify(text);
        let folder = root.join(REGISTER);
        let missing =
            || Error::new(Attempt::Read, folder.display().to_string(), "cause-not-opened");
        if !folder.is_dir() {
            return Err(missing().into());
        }
        let lock = lock::register(root)?;
        let stored = register::read(&folder, &settings.prefix)?.ok_or_else(missing)?;
        let policy = match &stored.policy {
            Some(text) => policy_of(&folder.join("policy.txt").display().to_string(), text)?,
            None => crate::verify::checkpoint::Policy::default(),
        };
        let pinned = settings.fingerprint.as_ref();
        let pinned = pinned.map(|it| fingerprint_of(&it.value)).transpose()?;
        let ledger = Ledger::new(stored, policy, pinned, broken)?;
        if ledger.state().specimen != project::is_specimen(text) {
            return Err(Error::new(Attempt::Arguments, "condau.toml", "cause-specimen").into());
        }
        Ok(Self { root: root.to_owned(), settings, ledger, _lock: lock })
    }

    /// Covers what is pending, where the key of the log is at hand, and writes everything: what
    /// stands before the entries, the entries, and what may only go when they count.
    pub(super) fn finish(
        mut self,
        keys: &Keys<'_>,
        before: Vec<Change>,
        after: Vec<Change>,
        terminal: &Terminal<'_>,
    ) -> Result<Outcome, Stop> {
        if self.ledger.pending() > 0
            && let Some(log) = keys.signer(self.ledger.state(), Role::Log)?
        {
            self.ledger.sequence(&log)?;
        }
        let mut changes = Changes(before);
        changes.0.extend(self.ledger.changes().0);
        let pending = self.ledger.pending();
        if pending == 0 {
            changes.0.extend(after);
        }
        let is_change = !changes.0.is_empty();
        output::apply(&changes, &self.root)?;
        match (pending, is_change) {
            (0, true) => {
                terminal.say("register-covered", &[("size", self.ledger.size().to_string())]);
            }
            (0, false) => terminal.say("register-nothing", &[]),
            _ => terminal.warn("register-pending", &[("n", pending.to_string())]),
        }
        Ok(Outcome::Done)
    }
}

/// The time of an entry: `--sealed`, else now. A clock that is behind the register is refused.
pub(super) fn sealed(matches: &ArgMatches, ledger: &Ledger) -> Result<String, Error> {
    let time = match matches.get_one::<String>("sealed") {
        Some(text) => text.clone(),
        None => moment(now()),
    };
    let seconds = Moment::parse(&time).map(Moment::seconds).unwrap_or_default();
    if ledger.state().latest.is_some_and(|it| seconds < it - BEHIND) {
        return Err(Error::new(Attempt::Arguments, time, "cause-clock"));
    }
    Ok(time)
}
