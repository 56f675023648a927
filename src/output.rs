//! Writing: a folder becomes equal to the built site, and what is equal is left alone.
#![expect(clippy::disallowed_methods, reason = "the module that writes the disk")]

mod project;

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::diagnostic::Diagnostic;
use crate::error::{Attempt, Error};
use crate::site::{Content, Rendered, SiteFiles};
pub use project::apply;

/// What a run did.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Files written.
    pub written: usize,
    /// Files that were equal already.
    pub unchanged: usize,
    /// Files of an earlier build that the site no longer has.
    pub removed: usize,
    /// Files in the folder that condau did not write. They are left alone.
    pub foreign: Vec<String>,
    /// Problems that are seen on finished pages only.
    pub warnings: Vec<Diagnostic>,
}

/// Why nothing was written.
#[derive(Debug)]
pub enum Failure {
    /// The machine failed.
    Machine(Error),
    /// Pages could not be made.
    Problems(Vec<Diagnostic>),
}

/// Makes the folder `out` equal to the site.
///
/// Files that differ are first written beside the folder, to `<out>.next`, all of them; then they
/// are moved in one by one, and files of the earlier build that are gone are removed. So a run
/// that fails or is killed leaves whole files only, and the next run, which compares everything
/// again, ends what this one began. Which files are condau's is kept in `<out>.manifest`.
pub fn write(
    files: &SiteFiles,
    root: &Path,
    out: &Path,
    progress: impl Fn(usize, usize) + Sync,
) -> Result<Report, Failure> {
    let place = Place::new(root, out).map_err(Failure::Machine)?;
    let result = fill(files, root, &place, progress);
    if result.is_err() {
        // What was written beside the folder is of no use; the folder itself was not touched yet.
        let _ = fs::remove_dir_all(&place.next);
    }
    result
}

/// The folder and what belongs to it.
struct Place {
    out: PathBuf,
    next: PathBuf,
    manifest: PathBuf,
    /// The files of the earlier build.
    ours: BTreeSet<String>,
    /// Whether there is nothing in the folder.
    empty: bool,
}

impl Place {
    fn new(root: &Path, out: &Path) -> Result<Self, Error> {
        let refused = || Error::new(Attempt::Write, out.display().to_string(), "cause-not-ours");
        let name = out.file_name().ok_or_else(refused)?.to_os_string();
        let parent = match out.parent() {
            Some(it) if !it.as_os_str().is_empty() => it.to_owned(),
            _ => PathBuf::from("."),
        };
        fs::create_dir_all(&parent).map_err(|it| Error::io(Attempt::MakeFolder, &parent, &it))?;
        let parent =
            fs::canonicalize(&parent).map_err(|it| Error::io(Attempt::Read, &parent, &it))?;
        let root = fs::canonicalize(root).map_err(|it| Error::io(Attempt::Read, root, &it))?;
        let out = parent.join(&name);
        let inside = ["content", "themes", "i18n", "register"].map(|it| root.join(it));
        if root.starts_with(&out) || inside.iter().any(|it| out.starts_with(it)) {
            return Err(refused());
        }
        let beside = |ending: &str| {
            let mut name = name.clone();
            name.push(ending);
            parent.join(name)
        };
        let (next, manifest) = (beside(".next"), beside(".manifest"));
        match fs::remove_dir_all(&next) {
            Err(it) if it.kind() != io::ErrorKind::NotFound => {
                return Err(Error::io(Attempt::Replace, &next, &it));
            }
            _ => {}
        }
        let empty = match fs::symlink_metadata(&out) {
            Err(_) => true,
            Ok(it) if it.is_dir() => fs::read_dir(&out)
                .map_err(|it| Error::io(Attempt::Read, &out, &it))?
                .next()
                .is_none(),
            Ok(_) => return Err(refused()),
        };
        let listed = fs::read_to_string(&manifest).unwrap_or_default();
        let ours: BTreeSet<_> = listed.lines().map(str::to_owned).collect();
        if !empty && ours.is_empty() && !is_site(&out) {
            return Err(refused());
        }
        Ok(Self { out, next, manifest, ours, empty })
    }

    /// Writes the list of files that are condau's, at once.
    fn list<'a>(&self, paths: impl Iterator<Item = &'a String>) -> Result<(), Error> {
        let text: String = paths.flat_map(|it| [it.as_str(), "\n"]).collect();
        let new = self.manifest.with_extension("manifest-new");
        let written = fs::write(&new, text).and_then(|()| fs::rename(&new, &self.manifest));
        written.map_err(|it| Error::io(Attempt::Write, &self.manifest, &it))
    }
}

/// Whether a folder was built by condau, where its manifest was lost.
fn is_site(folder: &Path) -> bool {
    let page = fs::read_to_string(folder.join("index.html"));
    page.is_ok_and(|it| it.contains("<meta name=\"generator\" content=\"condau\">"))
}

fn fill(
    files: &SiteFiles,
    root: &Path,
    place: &Place,
    progress: impl Fn(usize, usize) + Sync,
) -> Result<Report, Failure> {
    let done = AtomicUsize::new(0);
    let all = files.tasks();
    let results: Vec<_> = (0..all)
        .into_par_iter()
        .map(|task| {
            let result = files.render(task).map_err(Failure::Problems);
            let result = result.and_then(|it| prepare(it, root, place).map_err(Failure::Machine));
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, all);
            result
        })
        .collect();
    let mut changed = Vec::new();
    let mut unchanged = 0;
    let mut warnings = Vec::new();
    let mut problems = Vec::new();
    for result in results {
        match result {
            Ok(prepared) => {
                changed.extend(prepared.changed);
                unchanged += prepared.unchanged;
                warnings.extend(prepared.warnings);
            }
            Err(Failure::Problems(found)) => problems.extend(found),
            Err(machine) => return Err(machine),
        }
    }
    if !problems.is_empty() {
        return Err(Failure::Problems(problems));
    }
    let paths: BTreeSet<String> = files.paths().collect();
    let report = settle(place, &changed, &paths, unchanged).map_err(Failure::Machine)?;
    Ok(Report { warnings, ..report })
}

/// What one task left beside the folder.
struct Prepared {
    changed: Vec<String>,
    unchanged: usize,
    warnings: Vec<Diagnostic>,
}

/// Writes the files of one task that differ to `<out>.next`.
fn prepare(rendered: Rendered, root: &Path, place: &Place) -> Result<Prepared, Error> {
    let mut prepared = Prepared { changed: Vec::new(), unchanged: 0, warnings: rendered.warnings };
    for (path, content) in rendered.files {
        if !place.empty && is_equal(&place.out.join(&path), &content) {
            prepared.unchanged += 1;
            continue;
        }
        let target = place.next.join(&path);
        let write = || match &content {
            Content::Bytes(bytes) => fs::write(&target, bytes),
            Content::Copy { from, .. } => fs::copy(root.join(from), &target).map(|_| ()),
        };
        let written = write().or_else(|error| match (error.kind(), target.parent()) {
            (io::ErrorKind::NotFound, Some(parent)) => {
                fs::create_dir_all(parent).and_then(|()| write())
            }
            _ => Err(error),
        });
        written.map_err(|it| Error::io(Attempt::Write, &target, &it))?;
        prepared.changed.push(path);
    }
    Ok(prepared)
}

/// Whether what stands on the disk is what the site has.
fn is_equal(path: &Path, content: &Content) -> bool {
    let Ok(meta) = fs::symlink_metadata(path) else { return false };
    match content {
        Content::Bytes(bytes) => {
            meta.is_file()
                && meta.len() == bytes.len() as u64
                && fs::read(path).is_ok_and(|it| it == *bytes)
        }
        Content::Copy { length, sha256, .. } => {
            meta.is_file() && meta.len() == *length && digest(path).is_ok_and(|it| it == *sha256)
        }
    }
}

fn digest(path: &Path) -> io::Result<[u8; 32]> {
    let mut file = fs::File::open(path)?;
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let length = file.read(&mut buffer)?;
        if length == 0 {
            return Ok(hasher.finalize().into());
        }
        hasher.update(&buffer[..length]);
    }
}

/// Moves what was prepared into the folder, and removes what the site no longer has.
fn settle(
    place: &Place,
    changed: &[String],
    paths: &BTreeSet<String>,
    unchanged: usize,
) -> Result<Report, Error> {
    let replace = |path: &Path| {
        let path = path.to_owned();
        move |it: io::Error| Error::io(Attempt::Replace, &path, &it)
    };
    if place.empty {
        place.list(paths.iter())?;
        fs::create_dir_all(&place.next).map_err(replace(&place.next))?;
        fs::rename(&place.next, &place.out).map_err(replace(&place.out))?;
        let written = changed.len();
        return Ok(Report { written, unchanged, ..Report::default() });
    }
    let stale: Vec<_> = place.ours.difference(paths).cloned().collect();
    let both: BTreeSet<_> = place.ours.union(paths).cloned().collect();
    place.list(both.iter())?;
    // A file of the earlier build may stand where a folder is needed now, and the other way round.
    for path in stale.iter().filter(|it| is_in_the_way(it, paths)) {
        remove(&place.out, path)?;
    }
    for path in changed {
        let target = place.out.join(path);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(replace(parent))?;
        }
        fs::rename(place.next.join(path), &target).map_err(replace(&target))?;
    }
    for path in &stale {
        remove(&place.out, path)?;
    }
    place.list(paths.iter())?;
    let _ = fs::remove_dir_all(&place.next);
    let foreign = foreign(&place.out, paths)?;
    Ok(Report {
        written: changed.len(),
        unchanged,
        removed: stale.len(),
        foreign,
        ..Report::default()
    })
}

fn is_in_the_way(path: &str, paths: &BTreeSet<String>) -> bool {
    let folder = format!("{path}/");
    let below = paths.range(folder.clone()..).next().is_some_and(|it| it.starts_with(&folder));
    let mut above = path;
    while let Some((folder, _)) = above.rsplit_once('/') {
        if paths.contains(folder) {
            return true;
        }
        above = folder;
    }
    below
}

/// Removes a file and the folders that it leaves empty.
fn remove(out: &Path, path: &str) -> Result<(), Error> {
    let file = out.join(path);
    match fs::remove_file(&file) {
        Err(it) if !matches!(it.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Err(Error::io(Attempt::Replace, &file, &it));
        }
        _ => {}
    }
    let mut folder = file.parent();
    while let Some(it) = folder.filter(|it| *it != out) {
        // Not empty: something else stands in it.
        if fs::remove_dir(it).is_err() {
            break;
        }
        folder = it.parent();
    }
    Ok(())
}

/// Files that are not of the site, sorted.
fn foreign(out: &Path, paths: &BTreeSet<String>) -> Result<Vec<String>, Error> {
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(out).sort_by_file_name() {
        let entry = entry.map_err(|it| Error::new(Attempt::Read, out.display().to_string(), it))?;
        if entry.file_type().is_dir() {
            continue;
        }
        let below = entry.path().strip_prefix(out).unwrap_or(entry.path());
        let path = below.iter().map(|it| it.to_string_lossy()).collect::<Vec<_>>().join("/");
        if !paths.contains(&path) {
            found.push(path);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_the_way_is_seen() {
        let paths: BTreeSet<_> = ["a/b/index.html", "c"].map(str::to_owned).into();
        for (path, expected) in [("a", true), ("a/b", true), ("c/d", true), ("a/c", false)] {
            assert_eq!(is_in_the_way(path, &paths), expected, "{path}");
        }
    }
}
