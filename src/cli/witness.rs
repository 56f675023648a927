//! `condau witness-request` and `condau witness-add`: what goes to witnesses and what comes back.

use std::fs;
use std::path::PathBuf;

use clap::ArgMatches;

use crate::changes::Changes;
use crate::cli::register::{Desk, Stop, told};
use crate::cli::terminal::Terminal;
use crate::cli::{Outcome, site};
use crate::error::{Attempt, Error};
use crate::output;
use crate::seal::ledger::Broken;
use crate::seal::witness::{self, Added, Unasked};

/// `condau witness-request`: the body of the request on standard output.
pub(super) fn request(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Error> {
    told(ask(matches, terminal), terminal)
}

fn ask(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Stop> {
    // A pending entry that breaks a rule does not concern what is covered.
    let desk = Desk::open(&site(matches), Broken::Drop)?;
    let old = matches.get_one::<usize>("old-size").copied();
    match witness::request(&desk.ledger, old) {
        Ok(body) => {
            terminal.print(&body);
            Ok(Outcome::Done)
        }
        Err(Unasked::NoCheckpoint) => {
            let place = desk.root.join("register/checkpoint").display().to_string();
            Err(Error::new(Attempt::Read, place, "cause-checkpoint").into())
        }
        Err(Unasked::Size) => {
            let size = old.unwrap_or_default().to_string();
            Err(Error::new(Attempt::Arguments, size, "cause-old-size").into())
        }
    }
}

/// `condau witness-add FILE`: the cosignatures of an answer.
pub(super) fn add(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Error> {
    told(take_in(matches, terminal), terminal)
}

fn take_in(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Stop> {
    let desk = Desk::open(&site(matches), Broken::Drop)?;
    let Some(path) = matches.get_one::<PathBuf>("answer") else { return Ok(Outcome::Done) };
    let answer = fs::read_to_string(path).map_err(|it| Error::io(Attempt::Read, path, &it))?;
    let file = ("file", path.display().to_string());
    match witness::add(&desk.ledger, &answer) {
        Added::New(names, change) => {
            // The holders of unlisted results get receipts that enough witnesses vouch for.
            let mut changes = desk.holders(change.bytes.as_deref());
            changes.insert(0, change);
            output::apply(&Changes(changes), &desk.root)?;
            terminal.say("witness-added", &[("names", names.join(", "))]);
            Ok(Outcome::Done)
        }
        Added::Nothing => {
            terminal.say("register-nothing", &[]);
            Ok(Outcome::Done)
        }
        Added::NoWitness => {
            terminal.warn("witness-none", &[file]);
            Ok(Outcome::Problems)
        }
        Added::OtherCheckpoint => {
            terminal.warn("witness-other", &[file]);
            Ok(Outcome::Problems)
        }
    }
}
