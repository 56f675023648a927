//! What the commands share that write into the register.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::changes::{Change, Changes};
use crate::cli::keys::Keys;
use crate::cli::terminal::Terminal;
use crate::cli::verify::{fingerprint_of, policy_of};
use crate::cli::{Outcome, moment, now, pasted};
use crate::diagnostic::{Diagnostic, FileId, Span, report};
use crate::error::{Attempt, Error};
use crate::output;
use crate::output::lock::{self, Lock};
use crate::project;
use crate::register::{is_outside, unlisted_fault};
use crate::seal::entries;
use crate::seal::keys::Signer;
use crate::seal::ledger::{self, Ledger, REGISTER};
use crate::seal::unlisted::Shelf;
use crate::source::Sources;
use crate::source::{register, unlisted};
use crate::verify::replay::{Fault, Role};
use crate::verify::time::Moment;
use crate::verify::unlisted::{Broken, Why};

/// Seconds by which a clock may be behind the newest entry.
const BEHIND: i64 = 10 * 60;

/// Why a command ended before its end.
pub(super) enum Stop {
    /// The machine failed, or the command is wrong.
    Machine(Error),
    /// A rule of the register is broken, or would be.
    Fault(Fault),
    /// A folder of an unlisted result is not as it must be.
    Unlisted(Broken),
}

impl From<Broken> for Stop {
    fn from(broken: Broken) -> Self {
        match broken.why {
            Why::Rule(fault) => Self::Fault(fault),
            _ => Self::Unlisted(broken),
        }
    }
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
        Err(Stop::Unlisted(broken)) => {
            let (problem, span) = (unlisted_fault(&broken.why), Span::start_of(FileId(0)));
            let wrong = Diagnostic { problem, span, related: None, fix: None };
            let (what, hint) = report::words(&wrong, terminal.messages);
            let words = [("file", broken.file), ("what", what), ("hint", hint.unwrap_or_default())];
            terminal.warn("unlisted-stopped", &words);
            Ok(Outcome::Problems)
        }
    }
}

/// The register of a project, claimed by this run and replayed.
pub(super) struct Desk {
    pub(super) root: PathBuf,
    pub(super) settings: project::Verify,
    pub(super) ledger: Ledger,
    /// The unlisted results, where their folder is at hand.
    shelf: Option<Shelf>,
    _lock: Lock,
}

impl Desk {
    /// Claims and replays the register of the project at `root`.
    pub(super) fn open(root: &Path, broken: ledger::Broken) -> Result<Self, Stop> {
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
        let shelf = shelf(root, &settings)?;
        Ok(Self { root: root.to_owned(), settings, ledger, shelf, _lock: lock })
    }

    /// The unlisted results, which must be at hand.
    pub(super) fn shelf(&mut self) -> Result<&mut Shelf, Stop> {
        let named = self.settings.unlisted.as_ref().map(|it| it.value.as_str());
        let (place, cause) = match named {
            None => ("condau.toml".to_owned(), "cause-unlisted-unset"),
            Some(it) if !is_outside(it) => (it.to_owned(), "cause-unlisted-inside"),
            Some(it) => (self.root.join(it).display().to_string(), "cause-unlisted-missing"),
        };
        match &mut self.shelf {
            Some(results) if named.is_some_and(is_outside) => match results.broken() {
                Some(broken) => Err(Stop::Unlisted(broken.clone())),
                None => Ok(results),
            },
            _ => Err(Error::new(Attempt::Read, place, cause).into()),
        }
    }

    /// Whether a run that was cut short left notes without their commitments.
    pub(super) fn has_begun(&self) -> bool {
        self.shelf.as_ref().is_some_and(|it| !it.begun(self.ledger.state()).is_empty())
    }

    /// Ends what a run that was cut short began: the commitments that it had no time to make.
    pub(super) fn commit_begun(
        &mut self,
        registrar: &Signer,
        sealed: &str,
        terminal: &Terminal<'_>,
    ) -> Result<(), Stop> {
        let Some(results) = &self.shelf else { return Ok(()) };
        for (code, commitment) in results.begun(self.ledger.state()) {
            terminal.say("unlisted-begun", &[("code", code.grouped())]);
            let text = entries::private(&commitment, sealed);
            self.ledger.append(&text, vec![registrar.sign(&text)])?;
            if results.begun(self.ledger.state()).iter().all(|it| it.0 != code) {
                results.record(code, self.ledger.state())?;
            }
        }
        Ok(())
    }

    /// The holders' files that are due, for this checkpoint or the newest of the ledger.
    pub(super) fn holders(&self, newest: Option<&[u8]>) -> Vec<Change> {
        self.shelf.iter().flat_map(|it| it.holders(&self.ledger, newest)).collect()
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
        changes.0.extend(self.shelf.iter().flat_map(Shelf::changes));
        changes.0.extend(self.ledger.changes().0);
        let pending = self.ledger.pending();
        if pending == 0 {
            changes.0.extend(after);
        }
        let holders = self.holders(None);
        let paths: Vec<_> = holders.iter().map(|it| it.path.clone()).collect();
        changes.0.extend(holders);
        let is_change = !changes.0.is_empty();
        output::apply(&changes, &self.root)?;
        for path in paths {
            terminal.say("holder-written", &[("file", pasted(&path))]);
        }
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

/// The folder of unlisted results of a site whose register is claimed, where it is there.
fn shelf(root: &Path, settings: &project::Verify) -> Result<Option<Shelf>, Error> {
    let Some(place) = settings.unlisted.as_ref().map(|it| it.value.as_str()) else {
        return Ok(None);
    };
    let Some(files) = unlisted::read(root, place)? else { return Ok(None) };
    lock::sweep(&root.join(place))?;
    let files = files.into_iter().map(|it| (it.path, it.text)).collect();
    Ok(Some(Shelf::new(place, files)))
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
