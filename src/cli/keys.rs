//! Key files: where they are, and the passphrases that open them.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::changes::Change;
use crate::cli::random;
use crate::cli::terminal::Terminal;
use crate::error::{Attempt, Error};
use crate::seal::keys::{self, Locked, Signer};
use crate::verify::note::Key;
use crate::verify::replay::{Role, State};

/// The folder of keys. It is never within the project, where it could be published.
pub(super) struct Keys<'a> {
    folder: PathBuf,
    root: PathBuf,
    terminal: &'a Terminal<'a>,
    /// Whether passphrases may be asked for.
    asks: bool,
}

impl<'a> Keys<'a> {
    /// `CONDAU_KEY_DIR`, else a folder of the user's settings.
    pub(super) fn of(root: &Path, terminal: &'a Terminal<'a>) -> Result<Self, Error> {
        let named = variable("CONDAU_KEY_DIR").map(PathBuf::from);
        let folder = named.or_else(|| Some(configuration()?.join("condau").join("keys")));
        let folder = folder
            .ok_or_else(|| Error::new(Attempt::Read, "CONDAU_KEY_DIR", "cause-no-key-folder"))?;
        let failed = |it| Error::io(Attempt::Read, root, &it);
        let root = fs::canonicalize(root).map_err(failed)?;
        let keys = Self { folder, root, terminal, asks: true };
        keys.outside(&keys.folder)?;
        Ok(keys)
    }

    /// The same without any question: what is not in the environment is missing.
    pub(super) fn silent(self) -> Self {
        Self { asks: false, ..self }
    }

    /// Refuses what lies in the project, links followed.
    fn outside(&self, path: &Path) -> Result<(), Error> {
        let whole = std::path::absolute(path).map_err(|it| Error::io(Attempt::Read, path, &it))?;
        let real = whole.ancestors().find_map(|above| {
            let rest = whole.strip_prefix(above).ok()?;
            Some(fs::canonicalize(above).ok()?.join(rest))
        });
        if real.unwrap_or(whole).starts_with(&self.root) {
            let path = path.display().to_string();
            return Err(Error::new(Attempt::Read, path, "cause-key-in-project"));
        }
        Ok(())
    }

    /// The folder.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The path of a key file.
    pub(super) fn path(&self, role: Role, number: usize) -> PathBuf {
        self.folder.join(keys::file(role, number))
    }

    /// The signer of a role that is at hand; none where none is.
    pub(super) fn signer(&self, state: &State, role: Role) -> Result<Option<Signer>, Error> {
        let variable_of_role = match role {
            Role::Registrar => variable("CONDAU_REGISTRAR_KEY"),
            Role::Log => variable("CONDAU_LOG_KEY"),
            Role::Root => None,
        };
        if let Some(pem) = variable_of_role {
            return self.in_environment(state, role, &Zeroizing::new(pem)).map(Some);
        }
        for (number, holder) in keys::active(state, role) {
            let path = self.path(role, number);
            if path.exists() {
                return self.open(&path, &holder.key).map(Some);
            }
        }
        Ok(None)
    }

    /// The signer of a role, which must be at hand.
    pub(super) fn needed(&self, state: &State, role: Role) -> Result<Signer, Error> {
        let first = keys::active(state, role).next().map_or(1, |it| it.0);
        let path = self.path(role, first).display().to_string();
        self.signer(state, role)?.ok_or_else(|| Error::new(Attempt::Read, path, "cause-no-key"))
    }

    /// A key that somebody put into the environment, where no file has to keep it: encrypted or not.
    fn in_environment(&self, state: &State, role: Role, pem: &str) -> Result<Signer, Error> {
        let about = format!("CONDAU_{}_KEY", role.word().to_uppercase());
        let failed = |it: Locked| Error::new(Attempt::Read, about.clone(), it.message());
        let mut passphrase = None;
        for (_, holder) in keys::active(state, role) {
            let name = holder.key.name();
            let signer = match Signer::unlocked(name, pem) {
                Err(Locked::NotAKey) => {
                    if passphrase.is_none() {
                        passphrase = Some(self.passphrase(&about)?);
                    }
                    let typed = passphrase.as_ref().map_or("", |it| it.as_str());
                    Signer::open(name, pem, typed)
                }
                other => other,
            };
            let signer = signer.map_err(failed)?;
            if signer.public() == holder.key {
                return Ok(signer);
            }
        }
        Err(Error::new(Attempt::Read, about, "cause-key-other"))
    }

    /// Opens a key file, and sees that it is the key that is meant.
    pub(super) fn open(&self, path: &Path, key: &Key) -> Result<Signer, Error> {
        let signer = self.opened(path, key.name())?;
        if signer.public() == *key {
            return Ok(signer);
        }
        Err(Error::new(Attempt::Read, path.display().to_string(), "cause-key-other"))
    }

    fn opened(&self, path: &Path, name: &str) -> Result<Signer, Error> {
        self.outside(path)?;
        let pem = fs::read_to_string(path).map_err(|it| Error::io(Attempt::Read, path, &it))?;
        let passphrase = self.passphrase(&path.display().to_string())?;
        let failed =
            |it: Locked| Error::new(Attempt::Read, path.display().to_string(), it.message());
        Signer::open(name, &pem, &passphrase).map_err(failed)
    }

    /// A new key, or the one that a run that was cut short had made. With it the file to write.
    pub(super) fn new_key(
        &self,
        role: Role,
        number: usize,
        name: &str,
    ) -> Result<(Signer, Option<Change>), Error> {
        let path = self.path(role, number);
        if path.exists() {
            return Ok((self.opened(&path, name)?, None));
        }
        let seed = Zeroizing::new(random::<32>()?);
        let signer = Signer::new(name, &seed);
        let passphrase = self.new_passphrase(&path)?;
        let pem = signer.lock(&passphrase, &random()?, random()?);
        let path =
            std::path::absolute(&path).map_err(|it| Error::io(Attempt::Write, &path, &it))?;
        Ok((signer, Some(Change::secret(&path, pem.into_bytes()))))
    }

    fn passphrase(&self, about: &str) -> Result<Zeroizing<String>, Error> {
        match variable("CONDAU_KEY_PASSPHRASE") {
            Some(it) => Ok(Zeroizing::new(it)),
            None => self.ask("passphrase-ask", about),
        }
    }

    /// Asks twice, for nobody sees what is typed.
    fn new_passphrase(&self, path: &Path) -> Result<Zeroizing<String>, Error> {
        let about = path.display().to_string();
        if let Some(it) = variable("CONDAU_KEY_PASSPHRASE") {
            return Ok(Zeroizing::new(it));
        }
        let first = self.ask("passphrase-new", &about)?;
        if first.is_empty() {
            return Err(Error::new(Attempt::Write, about, "cause-passphrase-empty"));
        }
        if *self.ask("passphrase-again", &about)? != *first {
            return Err(Error::new(Attempt::Write, about, "cause-passphrase-twice"));
        }
        Ok(first)
    }

    fn ask(&self, id: &str, about: &str) -> Result<Zeroizing<String>, Error> {
        let missing = || Error::new(Attempt::Read, about, "cause-no-passphrase");
        if !self.asks {
            return Err(missing());
        }
        let words = self.terminal.words(id, &[("file", about.to_owned())]);
        let typed = rpassword::prompt_password(format!("{words} "));
        typed.map(Zeroizing::new).map_err(|_| missing())
    }
}

/// A variable of the environment that says something.
fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|it| !it.is_empty())
}

/// Where the system keeps the settings of a user's programs.
fn configuration() -> Option<PathBuf> {
    let folder = |name| variable(name).map(PathBuf::from);
    if cfg!(windows) {
        folder("APPDATA")
    } else if cfg!(target_os = "macos") {
        folder("HOME").map(|it| it.join("Library").join("Application Support"))
    } else {
        folder("XDG_CONFIG_HOME").or_else(|| folder("HOME").map(|it| it.join(".config")))
    }
}
