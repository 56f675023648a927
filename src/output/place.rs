//! The folder of the site, and what stands in it and beside it.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::error::{Attempt, Error};
use crate::output::disk::{Disk, unless_gone};

/// The first line of a manifest: a stored format carries its version.
const HEADER: &str = "condau manifest 1";

/// Folders of a project that never become a site.
const INPUTS: [&str; 5] = ["content", "themes", "i18n", "register", ".git"];

/// Where a site is written.
#[derive(Debug)]
pub(super) struct Place {
    /// The folder of the site, without links in its path.
    pub(super) out: PathBuf,
    /// What the next state of the folder is made in, and its files.
    pub(super) next: PathBuf,
    pub(super) files: PathBuf,
    /// Says that `next` is condau's own.
    mark: PathBuf,
    /// The list of the files that are condau's.
    manifest: PathBuf,
    /// Folders above that this run made, the outermost first.
    made: Vec<PathBuf>,
    /// Keeps other runs waiting until this one is done.
    lock: Option<fs::File>,
}

/// What stands in the folder before it is changed.
#[derive(Debug, Default)]
pub(super) struct Standing {
    /// Everything but folders, by path.
    pub(super) files: BTreeMap<String, Kind>,
    /// The folders.
    pub(super) folders: BTreeSet<String>,
    /// The files that condau wrote, whether they still stand or not.
    pub(super) ours: BTreeSet<String>,
    /// Whether there is nothing at all.
    pub(super) is_empty: bool,
}

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A file.
    Plain,
    /// A link, a pipe, a device.
    Other,
}

impl Place {
    /// Finds the place, and refuses one that the project needs for itself. Changes nothing.
    pub(super) fn new(root: &Path, out: &Path) -> Result<Self, Error> {
        let failed = |it: io::Error| Error::io(Attempt::Write, out, &it);
        let real = real_path(out).map_err(failed)?;
        let root = fs::canonicalize(root).map_err(|it| Error::io(Attempt::Read, root, &it))?;
        let is_input = INPUTS.iter().any(|it| real.starts_with(root.join(it)));
        let (Some(parent), Some(name)) = (real.parent(), real.file_name()) else {
            return Err(not_ours(&real));
        };
        if root.starts_with(&real) || is_input {
            return Err(not_ours(&real));
        }
        let beside = |ending: &str| {
            let mut name: OsString = name.to_owned();
            name.push(ending);
            parent.join(name)
        };
        let next = beside(".next");
        Ok(Self {
            files: next.join("files"),
            mark: next.join("condau"),
            manifest: beside(".manifest"),
            made: Vec::new(),
            lock: None,
            next,
            out: real,
        })
    }

    /// Makes the folders above the place, and waits until no other run works there.
    pub(super) fn claim(&mut self, disk: &Disk) -> Result<(), Error> {
        let Some(parent) = self.out.parent() else { return Ok(()) };
        let mut missing: Vec<_> =
            parent.ancestors().take_while(|it| fs::symlink_metadata(it).is_err()).collect();
        missing.reverse();
        for folder in missing {
            disk.create_dir(folder).map_err(|it| Error::io(Attempt::MakeFolder, folder, &it))?;
            self.made.push(folder.to_owned());
        }
        // Some file systems have no locks: there it is up to people to build once at a time.
        self.lock = fs::File::open(parent).ok().filter(|it| it.lock().is_ok());
        Ok(())
    }

    /// Sees what stands in the folder. A folder with files of others is refused.
    pub(super) fn look(&self) -> Result<Standing, Error> {
        let mut standing = Standing { is_empty: true, ..Standing::default() };
        match fs::symlink_metadata(&self.out) {
            Ok(meta) if meta.is_dir() => {}
            Ok(_) => return Err(not_ours(&self.out)),
            Err(it) if it.kind() == io::ErrorKind::NotFound => return Ok(standing),
            Err(it) => return Err(Error::io(Attempt::Read, &self.out, &it)),
        }
        for entry in WalkDir::new(&self.out).min_depth(1).follow_links(false) {
            let entry = entry.map_err(|it| self.failure(&it))?;
            standing.is_empty = false;
            let below = entry.path().strip_prefix(&self.out).unwrap_or(entry.path());
            let path = below.iter().map(|it| it.to_string_lossy()).collect::<Vec<_>>().join("/");
            let kind = entry.file_type();
            if kind.is_dir() {
                standing.folders.insert(path);
            } else {
                let kind = if kind.is_file() { Kind::Plain } else { Kind::Other };
                standing.files.insert(path, kind);
            }
        }
        match (standing.is_empty, self.listed()?) {
            (true, _) => {}
            (false, Some(ours)) => standing.ours = ours,
            (false, None) => return Err(not_ours(&self.out)),
        }
        Ok(standing)
    }

    fn failure(&self, error: &walkdir::Error) -> Error {
        let path = error.path().unwrap_or(&self.out);
        match error.io_error() {
            Some(cause) => Error::io(Attempt::Read, path, cause),
            None => Error::new(Attempt::Read, path.display().to_string(), error),
        }
    }

    /// The files of the manifest; none if there is no manifest, or none that can be understood.
    fn listed(&self) -> Result<Option<BTreeSet<String>>, Error> {
        let text = match fs::read(&self.manifest) {
            Ok(bytes) => String::from_utf8(bytes).unwrap_or_default(),
            Err(it) if it.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(it) => return Err(Error::io(Attempt::Read, &self.manifest, &it)),
        };
        let mut lines = text.lines();
        Ok((lines.next() == Some(HEADER)).then(|| lines.map(str::to_owned).collect()))
    }

    /// Makes the folder beside the site, with its mark.
    pub(super) fn make_next(&self, disk: &Disk) -> Result<(), Error> {
        for folder in [&self.next, &self.files] {
            let made = disk.create_dir(folder);
            made.map_err(|it| Error::io(Attempt::MakeFolder, folder, &it))?;
            if folder == &self.next {
                let marked = disk.write(&self.mark, b"");
                marked.map_err(|it| Error::io(Attempt::Write, &self.mark, &it))?;
            }
        }
        Ok(())
    }

    /// Removes the folder beside the site. Its mark goes last, so that a run that is cut short here
    /// leaves nothing that the next does not know. A folder of others is refused.
    pub(super) fn drop_next(&self, disk: &Disk) -> Result<(), Error> {
        match fs::symlink_metadata(&self.next) {
            Err(it) if it.kind() == io::ErrorKind::NotFound => return Ok(()),
            Ok(meta) if meta.is_dir() => {}
            _ => return Err(not_ours(&self.next)),
        }
        let failed = |it: io::Error| Error::io(Attempt::Replace, &self.next, &it);
        let is_ours = fs::symlink_metadata(&self.mark).is_ok_and(|it| it.is_file());
        if is_ours {
            unless_gone(disk.remove_dir_all(&self.files)).map_err(failed)?;
            for entry in fs::read_dir(&self.next).map_err(failed)? {
                let path = entry.map_err(failed)?.path();
                if path != self.mark {
                    unless_gone(disk.remove_file(&path)).map_err(failed)?;
                }
            }
            unless_gone(disk.remove_file(&self.mark)).map_err(failed)?;
        }
        match disk.remove_dir(&self.next) {
            Err(it) if it.kind() == io::ErrorKind::DirectoryNotEmpty => Err(not_ours(&self.next)),
            other => other.map_err(failed),
        }
    }

    /// Undoes what this run has done beside the folder. What it has begun in the folder itself is
    /// left for the next run, which finishes it.
    pub(super) fn give_up(&self, disk: &Disk) {
        let is_ours = fs::symlink_metadata(&self.mark).is_ok();
        if is_ours && !self.next.join("journal").exists() {
            let _ = self.drop_next(disk);
        }
        for folder in self.made.iter().rev() {
            // What is not empty stays.
            let _ = disk.remove_dir(folder);
        }
    }

    /// Writes the manifest, at once.
    pub(super) fn list(&self, paths: &BTreeSet<&str>, disk: &Disk) -> Result<(), Error> {
        let new = self.next.join("list");
        let failed = |it: io::Error| Error::io(Attempt::Write, &self.manifest, &it);
        disk.write(&new, manifest(paths).as_bytes()).map_err(failed)?;
        self.relist(&new, disk)
    }

    /// Puts a manifest in the place of the last one.
    pub(super) fn relist(&self, new: &Path, disk: &Disk) -> Result<(), Error> {
        let moved = unless_gone(disk.rename(new, &self.manifest));
        moved.map_err(|it| Error::io(Attempt::Replace, &self.manifest, &it))
    }

    /// Makes all that was prepared the folder, which was empty or not there.
    pub(super) fn move_whole(&self, disk: &Disk) -> Result<(), Error> {
        let failed = |it: io::Error| Error::io(Attempt::Replace, &self.out, &it);
        if let Ok(meta) = fs::symlink_metadata(&self.out) {
            // Whoever made the empty folder may have said who is to read it.
            fs::set_permissions(&self.files, meta.permissions()).map_err(failed)?;
        }
        disk.rename(&self.files, &self.out).map_err(failed)
    }
}

/// The text of a manifest: one path a line.
pub(super) fn manifest(paths: &BTreeSet<&str>) -> String {
    let mut text = format!("{HEADER}\n");
    for path in paths {
        text.push_str(path);
        text.push('\n');
    }
    text
}

/// The refusal of a folder that is not condau's.
fn not_ours(path: &Path) -> Error {
    Error::new(Attempt::Write, path.display().to_string(), "cause-not-ours")
}

/// A path without links, also of a folder that is not there yet.
fn real_path(path: &Path) -> io::Result<PathBuf> {
    let whole = std::path::absolute(path)?;
    let mut missing = Vec::new();
    let mut above = whole.as_path();
    loop {
        match fs::canonicalize(above) {
            Ok(mut real) => {
                real.extend(missing.iter().rev());
                return Ok(real);
            }
            Err(it) if it.kind() != io::ErrorKind::NotFound => return Err(it),
            Err(it) => {
                // A folder that is not there has no `..` either.
                let (Some(name), Some(parent)) = (above.file_name(), above.parent()) else {
                    return Err(it);
                };
                missing.push(name.to_owned());
                above = parent;
            }
        }
    }
}
