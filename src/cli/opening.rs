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
use crate::language::Text;
use crate::language::messages::Messages;
use crate::output;
use crate::output::lock::{self, LOCK};
use crate::project::host_of;
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
    let keys = Keys::of(&root, terminal)?;
    let _lock = lock::register(&root)?;
    unopened(&root)?;
    let names = Names::of(&settings);
    let predecessor = predecessor(matches, &names.origin)?;
    let roots = matches.get_one::<usize>("roots").copied().unwrap_or(QUORUM);
    terminal.say(
        "opening-says",
        &[
            ("origin", names.origin.clone()),
            ("host", names.host.clone()),
            ("roots", roots.to_string()),
            ("quorum", QUORUM.to_string()),
        ],
    );
    let made = Made::new(roots, &names, &keys)?;
    let ledger = opened(&made, &names, predecessor.as_deref(), matches, &settings)?;
    let language = settings.project.first_language();
    let name = office(&settings)?.answer(language).1;
    let paper = opening::paper(&ledger, &made.kept, name, &Messages::built_in(language));
    let mut changes = made.files;
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

/// Refuses where a register is open, or half opened.
fn unopened(root: &Path) -> Result<(), Error> {
    let first = files::note(0);
    for (path, cause) in [("checkpoint", "cause-opened"), (&first, "cause-opening")] {
        let path = root.join(REGISTER).join(path);
        if path.exists() {
            return Err(Error::new(Attempt::Write, path.display().to_string(), cause));
        }
    }
    Ok(())
}

/// How the register and the host of its codes are called.
struct Names {
    origin: String,
    host: String,
}

impl Names {
    /// As the settings say, else after the address of the site.
    fn of(settings: &Settings) -> Self {
        let (project, verify) = (&settings.project, &settings.project.verify);
        let host = verify.host.as_ref().map(|it| it.value.clone());
        let own = || {
            let host = host_of(&project.base_url.value).split(':').next().unwrap_or_default();
            host.to_ascii_lowercase()
        };
        let host = host.unwrap_or_else(own);
        let origin = verify.origin.as_ref().map(|it| it.value.clone());
        Self { origin: origin.unwrap_or_else(|| format!("{host}/{}", verify.prefix)), host }
    }
}

/// The names of the office.
fn office(settings: &Settings) -> Result<&Text, Error> {
    let id = &settings.project.office.organization;
    let found = settings.data.organization(id).map(|it| &it.name);
    found.ok_or_else(|| Error::new(Attempt::FindSite, id.clone(), "cause-settings"))
}

/// The first keys, with their files.
struct Made {
    signers: Vec<(Role, Signer)>,
    kept: Vec<Kept>,
    files: Vec<Change>,
}

impl Made {
    /// Makes them, and asks a passphrase for each. Files that stand there are of another register.
    fn new(roots: usize, names: &Names, keys: &Keys<'_>) -> Result<Self, Error> {
        let mut wanted: Vec<_> = (1..=roots).map(|it| (Role::Root, it)).collect();
        wanted.extend([(Role::Registrar, 1), (Role::Log, 1)]);
        if let Some(path) = wanted.iter().map(|it| keys.path(it.0, it.1)).find(|it| it.exists()) {
            let path = path.display().to_string();
            return Err(Error::new(Attempt::Write, path, "cause-key-exists"));
        }
        let mut made = Self { signers: Vec::new(), kept: Vec::new(), files: Vec::new() };
        for (role, number) in wanted {
            let name = keys::name(role, number, &names.host, &names.origin);
            let (signer, file) = keys.new_key(role, number, &name)?;
            let (key, name) = (signer.public(), keys::file(role, number));
            made.kept.push(Kept { role, key, file: name });
            made.signers.push((role, signer));
            made.files.extend(file);
        }
        Ok(made)
    }

    fn of(&self, role: Role) -> impl Iterator<Item = &Signer> {
        self.signers.iter().filter(move |it| it.0 == role).map(|it| &it.1)
    }
}

/// The register with its first entry and its first checkpoint.
fn opened(
    made: &Made,
    names: &Names,
    predecessor: Option<&str>,
    matches: &ArgMatches,
    settings: &Settings,
) -> Result<Ledger, Stop> {
    let mut ledger = Ledger::new(Stored::default(), Policy::default(), None, Broken::Refuse)?;
    let public: Vec<_> = made.kept.iter().map(|it| (it.role, it.key.clone())).collect();
    let opening = Opening {
        origin: &names.origin,
        specimen: settings.project.specimen,
        predecessor,
        issuer: office(settings)?,
        host: &names.host,
        keys: &public,
        quorum: QUORUM,
        sealed: &sealed(matches, &ledger)?,
    };
    let text = opening.text();
    let signatures = made.of(Role::Root).take(QUORUM).map(|it| it.sign(&text)).collect();
    ledger.append(&text, signatures)?;
    for log in made.of(Role::Log) {
        ledger.sequence(log)?;
    }
    Ok(ledger)
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
