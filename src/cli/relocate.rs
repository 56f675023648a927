//! `condau move`: another name or another address of the office.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::cli::keys::Keys;
use crate::cli::register::{Desk, Stop, sealed, told};
use crate::cli::roots;
use crate::cli::terminal::Terminal;
use crate::cli::{Outcome, site};
use crate::error::Error;
use crate::language::{Language, Text};
use crate::seal::entries::Move;
use crate::seal::ledger::Broken;
use crate::verify::entry::value_of;

pub(super) fn run(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Error> {
    let result = match matches.get_one::<PathBuf>("sign") {
        Some(path) => roots::sign(matches, path, terminal),
        None => relocate(matches, terminal),
    };
    told(result, terminal)
}

fn relocate(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Stop> {
    let root = site(matches);
    let desk = Desk::open(&root, Broken::Refuse)?;
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let many = |name: &str| matches.get_many::<String>(name).into_iter().flatten().cloned();
    let issuer = Text(Language::ALL.map(|it| text(&format!("issuer-{}", it.code())).map(value_of)));
    let hosts: Vec<_> = many("host").map(|it| it.to_ascii_lowercase()).collect();
    let successor = many("successor").collect::<Vec<_>>().join(" ");
    let sealed = sealed(matches, &desk.ledger)?;
    let moved = Move {
        issuer: &issuer,
        hosts: &hosts,
        successor: Some(successor.as_str()).filter(|it| !it.is_empty()),
        reason: text("reason").unwrap_or_default(),
        sealed: &sealed,
    };
    let state = desk.ledger.state();
    let is_named =
        |(tag, name): (&str, &String)| state.issuer.iter().any(|it| it.0 == tag && it.1 == *name);
    let names = Language::ALL.iter().map(|it| it.code()).zip(&issuer.0);
    let mut names = names.filter_map(|(tag, name)| Some((tag, name.as_ref()?)));
    if state.hosts == hosts && moved.successor.is_none() && names.all(is_named) {
        terminal.say("register-nothing", &[]);
        return Ok(Outcome::Done);
    }
    let kept = state.every_host.iter().filter(|it| !hosts.contains(it)).cloned();
    let kept = kept.collect::<Vec<_>>().join(", ");
    let kept = if kept.is_empty() { "none".to_owned() } else { kept };
    let first = hosts.first().cloned().unwrap_or_default();
    terminal.say("move-says", &[("hosts", hosts.join(", ")), ("kept", kept)]);
    for name in issuer.0.iter().flatten() {
        terminal.say("move-issuer", &[("name", name.clone())]);
    }
    let pinned = desk.settings.host.as_ref();
    if pinned.is_none_or(|it| it.value != first) {
        terminal.say("move-settings", &[("host", first)]);
    }
    let keys = Keys::of(&root, terminal)?;
    roots::settle(desk, moved.text(), Vec::new(), (matches, &keys), terminal)
}
