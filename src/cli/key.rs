//! `condau key`: who may sign, from when and until when.

use std::fs;
use std::path::PathBuf;

use clap::ArgMatches;
use sha2::{Digest as _, Sha256};

use crate::cli::keys::Keys;
use crate::cli::register::{Desk, Stop, sealed, told};
use crate::cli::terminal::Terminal;
use crate::cli::{Outcome, opening, roots, site};
use crate::error::{Attempt, Error};
use crate::seal::entries::{self, Action};
use crate::seal::keys;
use crate::seal::ledger::Broken;
use crate::seal::opening::grouped;
use crate::verify::note::hex;
use crate::verify::replay::{Keyholder, Role, State};

pub(super) fn run(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Error> {
    let result = match matches.subcommand() {
        Some(("init", it)) => opening::run(it, terminal),
        Some(("new", it)) => add(it, terminal),
        Some(("retire", it)) => take_away(it, Action::Retire, terminal),
        Some(("compromised", it)) => {
            let from = it.get_one::<u64>("from-index").copied();
            take_away(it, Action::Compromised(from), terminal)
        }
        Some(("show", it)) => show(it, terminal),
        _ => match matches.get_one::<PathBuf>("sign") {
            Some(path) => roots::sign(matches, path, terminal),
            None => Err(Error::new(Attempt::Arguments, "key", "cause-key-command").into()),
        },
    };
    told(result, terminal)
}

/// `condau key new --role R`: makes a key, and lets the roots add it.
fn add(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Stop> {
    let root = site(matches);
    let desk = Desk::open(&root, Broken::Refuse)?;
    let role = role(matches);
    let state = desk.ledger.state();
    let number = state.holders.iter().filter(|it| it.role == role).count() + 1;
    let host = state.hosts.first().map_or("", String::as_str);
    let name = keys::name(role, number, host, &state.origin);
    let sealed = sealed(matches, &desk.ledger)?;
    let keys = Keys::of(&root, terminal)?;
    let file = keys.path(role, number).display().to_string();
    let words = terminal.words(&format!("role-{}", role.word()), &[]);
    terminal.say("keys-adds", &[("role", words), ("name", name.clone()), ("file", file)]);
    let (signer, change) = keys.new_key(role, number, &name)?;
    let text = entries::key(Action::Add, role, &signer.public(), reason(matches), &sealed);
    let before = change.into_iter().collect();
    roots::settle(desk, text, before, (matches, &keys), terminal)
}

/// `condau key retire NAME`, `condau key compromised NAME --from-index N`.
fn take_away(
    matches: &ArgMatches,
    action: Action,
    terminal: &Terminal<'_>,
) -> Result<Outcome, Stop> {
    let root = site(matches);
    let desk = Desk::open(&root, Broken::Refuse)?;
    let state = desk.ledger.state();
    let name = matches.get_one::<String>("name").map_or("", String::as_str);
    let holder = found(state, name)?;
    let role = holder.role;
    let sealed = sealed(matches, &desk.ledger)?;
    let arguments = [
        ("role", terminal.words(&format!("role-{}", role.word()), &[])),
        ("key", holder.key.to_string()),
        ("name", holder.key.name().to_owned()),
    ];
    match action {
        Action::Compromised(from) => {
            // A root signs with others: nothing that it signed is taken back.
            if from.is_none() != (role == Role::Root) {
                let about = holder.key.name().to_owned();
                return Err(Error::new(Attempt::Arguments, about, "cause-from-index").into());
            }
            terminal.say("keys-compromised", &arguments);
            disowned(state, holder, from.unwrap_or(u64::MAX), terminal);
        }
        _ => terminal.say("keys-retires", &arguments),
    }
    let text = entries::key(action, role, &holder.key, reason(matches), &sealed);
    let keys = Keys::of(&root, terminal)?;
    roots::settle(desk, text, Vec::new(), (matches, &keys), terminal)
}

/// Names the versions that have no effect any more.
fn disowned(state: &State, holder: &Keyholder, from: u64, terminal: &Terminal<'_>) {
    let is_meant = |signer: &str, index| signer == holder.key.name() && index >= from;
    for (code, record) in &state.records {
        let lost = record.effective().filter(|it| is_meant(&it.signer, it.index));
        for it in lost {
            let version = it.entry.get("version").unwrap_or_default().to_owned();
            let index = it.index.to_string();
            let code = code.clone();
            terminal.say("keys-disowns", &[("code", code), ("version", version), ("index", index)]);
        }
    }
}

/// The key that is meant by a name, a part of a name such as `registrar-1`, or the whole key.
fn found<'a>(state: &'a State, name: &str) -> Result<&'a Keyholder, Error> {
    let all = [Role::Root, Role::Registrar, Role::Log];
    let mut active = all.into_iter().flat_map(|role| {
        keys::active(state, role).filter(move |(number, holder)| {
            let file = keys::file(role, *number);
            holder.key.to_string() == name
                || holder.key.name() == name
                || file.strip_suffix(".pem") == Some(name)
        })
    });
    let fail = |cause| Err(Error::new(Attempt::Arguments, name, cause));
    match (active.next(), active.next()) {
        (Some((_, one)), None) => Ok(one),
        (Some(_), Some(_)) => fail("cause-key-several"),
        (None, _) => fail("cause-key-unknown"),
    }
}

/// `condau key show`: the public halves, the fingerprint, the policy. Never a secret.
fn show(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Stop> {
    let root = site(matches);
    let desk = Desk::open(&root, Broken::Drop)?;
    let state = desk.ledger.state();
    if state.specimen {
        terminal.say("verify-specimen", &[]);
    }
    terminal.say("paper-register", &[("origin", state.origin.clone())]);
    terminal.say("paper-fingerprint", &[]);
    for line in grouped(&state.fingerprint().unwrap_or_default()) {
        terminal.print(&format!("{line}\n"));
    }
    for holder in &state.holders {
        let role = terminal.words(&format!("role-{}", holder.role.word()), &[]);
        let until = holder.until.map_or_else(|| "none".to_owned(), |it| it.to_string());
        let from = holder.compromised.map_or_else(|| "none".to_owned(), |it| it.to_string());
        let key = holder.key.to_string();
        let words = [("role", role), ("key", key), ("until", until), ("compromised", from)];
        terminal.say("keys-shows", &words);
    }
    let policy = root.join("register/policy.txt");
    match fs::read_to_string(&policy) {
        Ok(text) => {
            terminal.say("keys-policy", &[]);
            terminal.print(&text);
        }
        Err(_) => terminal.say("keys-no-policy", &[]),
    }
    let page = root.join("public").join(&desk.settings.prefix).join("verify.html");
    if let Ok(bytes) = fs::read(&page) {
        let hash = hex(&Sha256::digest(&bytes));
        terminal.say("keys-page", &[("file", page.display().to_string()), ("hash", hash)]);
    }
    Ok(Outcome::Done)
}

fn role(matches: &ArgMatches) -> Role {
    let all = [Role::Root, Role::Registrar, Role::Log];
    let word = matches.get_one::<String>("role").map(String::as_str);
    all.into_iter().find(|it| Some(it.word()) == word).unwrap_or(Role::Registrar)
}

fn reason(matches: &ArgMatches) -> &str {
    matches.get_one::<String>("reason").map_or("", String::as_str)
}
