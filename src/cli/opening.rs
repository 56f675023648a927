//! `condau key init`: the first keys, the first entry, the first checkpoint.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::changes::{Change, Changes};
use crate::cli::keys::Keys;
use crate::cli::project::Settings;
use crate::cli::register::{Stop, sealed};
use crate::cli::roots::whole;
use crate::cli::sequence::checkpoint;
use crate::cli::terminal::Terminal;
use crate::cli::{Outcome, pasted, site};
use crate::error::{Attempt, Error};
use crate::language::messages::Messages;
use crate::output;
use crate::output::lock::{self, LOCK};
use crate::seal::entries::Opening;
use crate::seal::keys::{self, Signer};
use crate::seal::ledger::{Broken, Ledger, REGISTER};
use crate::seal::opening::{self, ATTRIBUTES, Kept};
use crate::source::register::Stored;
use crate::verify::checkpoint::Policy;
use crate::verify::files;
use crate::verify::replay::Role;

/// How many roots sign together.
const QUORUM: usize = 2;

pub(super) fn run(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Stop> {
    let root = site(matches);
    let settings = Settings::read(&root)?;
    let folder = root.join(REGISTER);
    for path in ["checkpoint", &files::note(0)] {
        let path = folder.join(path);
        if path.exists() {
            let cause = if path.ends_with("checkpoint") { "cause-opened" } else { "cause-opening" };
            return Err(Error::new(Attempt::Write, path.display().to_string(), cause).into());
        }
    }
    let base = settings.project.base_url.value.clone();
    let verify = &settings.project.verify;
    let host = verify.host.as_ref().map_or_else(|| host(&base), |it| it.value.clone());
    let named = verify.origin.as_ref().map(|it| it.value.clone());
    let origin = named.unwrap_or_else(|| format!("{host}/{}", verify.prefix));
    let predecessor = predecessor(matches, &origin)?;
    let office = settings.data.organization(&settings.project.office.organization);
    let Some(office) = office else {
        let about = settings.project.office.organization.clone();
        return Err(Error::new(Attempt::FindSite, about, "cause-settings").into());
    };
    let keys = Keys::of(&root, terminal)?;
    let roots = matches.get_one::<usize>("roots").copied().unwrap_or(QUORUM);
    terminal.say(
        "opening-says",
        &[
            ("origin", origin.clone()),
            ("host", host.clone()),
            ("roots", roots.to_string()),
            ("quorum", QUORUM.to_string()),
        ],
    );
    let mut wanted: Vec<_> = (1..=roots).map(|it| (Role::Root, it)).collect();
    wanted.extend([(Role::Registrar, 1), (Role::Log, 1)]);
    if let Some(path) = wanted.iter().map(|it| keys.path(it.0, it.1)).find(|it| it.exists()) {
        let path = path.display().to_string();
        return Err(Error::new(Attempt::Write, path, "cause-key-exists").into());
    }
    let _lock = lock::register(&root)?;
    let (mut signers, mut changes) = (Vec::new(), Vec::new());
    for (role, number) in wanted {
        let name = keys::name(role, number, &host, &origin);
        let (signer, change) = keys.new_key(role, number, &name)?;
        signers.push((role, signer));
        changes.extend(change);
    }
    let mut ledger = Ledger::new(Stored::default(), Policy::default(), None, Broken::Refuse)?;
    let public: Vec<_> = signers.iter().map(|it| (it.0, it.1.public())).collect();
    let opening = Opening {
        origin: &origin,
        specimen: settings.project.specimen,
        predecessor: predecessor.as_deref(),
        issuer: &office.name,
        host: &host,
        keys: &public,
        quorum: QUORUM,
        sealed: &sealed(matches, &ledger)?,
    };
    let text = opening.text();
    let of = |role| signers.iter().filter(move |it: &&(Role, Signer)| it.0 == role).map(|it| &it.1);
    ledger.append(&text, of(Role::Root).take(QUORUM).map(|it| it.sign(&text)).collect())?;
    for log in of(Role::Log) {
        ledger.sequence(log)?;
    }
    let mut numbers = [0; 3];
    let kept = public.into_iter().map(|(role, key)| {
        numbers[role as usize] += 1;
        Kept { role, key, file: keys::file(role, numbers[role as usize]) }
    });
    let kept: Vec<_> = kept.collect();
    let language = settings.project.first_language();
    let name = office.name.answer(language).1;
    let paper = opening::paper(&ledger, &kept, name, &Messages::built_in(language));
    changes.extend(around(&root, &settings.text, &ledger)?);
    changes.extend(ledger.changes().0);
    let sheet = matches.get_one::<PathBuf>("paper");
    if let Some(path) = sheet {
        changes.push(Change::create(&whole(path)?, paper.clone().into_bytes()));
    }
    output::apply(&Changes(changes), &root)?;
    match sheet {
        Some(path) => terminal.say("opening-paper", &[("file", pasted(path))]),
        None => terminal.print(&paper),
    }
    terminal.say("opening-done", &[("folder", keys.folder().display().to_string())]);
    Ok(Outcome::Done)
}

/// What changes beside the register: the settings and the lists of git.
fn around(root: &Path, settings: &str, ledger: &Ledger) -> Result<Vec<Change>, Error> {
    let state = ledger.state();
    let fingerprint = state.fingerprint().unwrap_or_default();
    let written = opening::settings(settings, &state.origin, &fingerprint)
        .ok_or_else(|| Error::new(Attempt::Write, "condau.toml", "cause-settings-verify"))?;
    let mut changes =
        vec![Change::replace("condau.toml", settings.as_bytes(), written.into_bytes())];
    for (path, line) in [(".gitattributes", ATTRIBUTES), (".gitignore", LOCK)] {
        let before = match fs::read_to_string(root.join(path)) {
            Ok(text) => Some(text),
            Err(it) if it.kind() == io::ErrorKind::NotFound => None,
            Err(it) => return Err(Error::io(Attempt::Read, &root.join(path), &it)),
        };
        let text = opening::with_line(before.as_deref().unwrap_or_default(), line);
        changes.extend(text.map(|it| match &before {
            Some(before) => Change::replace(path, before.as_bytes(), it.into_bytes()),
            None => Change::create(path, it.into_bytes()),
        }));
    }
    Ok(changes)
}

/// The host of an address.
fn host(base: &str) -> String {
    let rest = base.split_once("://").map_or(base, |it| it.1);
    rest.split(['/', ':']).next().unwrap_or_default().to_ascii_lowercase()
}

/// The last checkpoint of the register before, whose keys were lost: origin, size, root.
fn predecessor(matches: &ArgMatches, origin: &str) -> Result<Option<String>, Error> {
    let Some(path) = matches.get_one::<PathBuf>("predecessor") else { return Ok(None) };
    let point = checkpoint(path)?;
    if point.origin == origin {
        // Whoever saw the old register would take the new one for a forgery of it.
        return Err(Error::new(Attempt::Arguments, origin, "cause-same-origin"));
    }
    Ok(Some(point.to_string().trim_end().replace('\n', " ")))
}
