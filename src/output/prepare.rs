//! Rendering on all cores: what differs from the folder is written beside it, and then forgotten.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Component, Path};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::diagnostic::Diagnostic;
use crate::error::{Attempt, Error};
use crate::output::Failure;
use crate::output::disk::Disk;
use crate::output::place::{Kind, Place, Standing};
use crate::site::{Content, Rendered};

/// Where files are compared and written.
#[derive(Clone, Copy)]
pub(super) struct Bench<'a> {
    /// The project, from which attachments are copied.
    pub(super) root: &'a Path,
    pub(super) place: &'a Place,
    pub(super) standing: &'a Standing,
    pub(super) disk: &'a Disk,
}

/// What the site has, and what was seen while it was made.
#[derive(Debug, Default)]
pub(super) struct Prepared {
    /// The paths whose files are ready beside the folder.
    pub(super) changed: Vec<String>,
    /// The paths that stand in the folder already.
    pub(super) unchanged: Vec<String>,
    /// Problems that are seen on finished pages only.
    pub(super) warnings: Vec<Diagnostic>,
}

/// Renders the files of all tasks. `progress` hears how many are done, and of how many. After the
/// first failure no more is written; every fault is collected.
pub(super) fn all(
    tasks: usize,
    render: impl Fn(usize) -> Result<Rendered, Vec<Diagnostic>> + Sync,
    progress: impl Fn(usize, usize) + Sync,
    bench: Bench<'_>,
) -> Result<Prepared, Failure> {
    let done = AtomicUsize::new(0);
    let (vain, broken) = (AtomicBool::new(false), AtomicBool::new(false));
    let task = |task| {
        let mut prepared = Prepared::default();
        if broken.load(Ordering::Relaxed) {
            return Ok(prepared);
        }
        let rendered = render(task).map_err(|it| {
            vain.store(true, Ordering::Relaxed);
            Failure::Problems(it)
        })?;
        prepared.warnings = rendered.warnings;
        for (path, content) in rendered.files {
            if vain.load(Ordering::Relaxed) {
                break;
            }
            let differs = one(&path, &content, bench).map_err(|it| {
                broken.store(true, Ordering::Relaxed);
                Failure::Machine(it)
            })?;
            let paths = if differs { &mut prepared.changed } else { &mut prepared.unchanged };
            paths.push(path);
        }
        progress(done.fetch_add(1, Ordering::Relaxed) + 1, tasks);
        Ok(prepared)
    };
    join((0..tasks).into_par_iter().map(task).collect())
}

/// Brings the results of all tasks together, in the order of the tasks.
fn join(results: Vec<Result<Prepared, Failure>>) -> Result<Prepared, Failure> {
    let mut whole = Prepared::default();
    let mut problems = Vec::new();
    for result in results {
        match result {
            Ok(mut part) => {
                whole.changed.append(&mut part.changed);
                whole.unchanged.append(&mut part.unchanged);
                whole.warnings.append(&mut part.warnings);
            }
            Err(Failure::Problems(found)) => problems.extend(found),
            Err(machine) => return Err(machine),
        }
    }
    if problems.is_empty() { Ok(whole) } else { Err(Failure::Problems(problems)) }
}

/// Writes one file beside the folder if it differs from the one in it, and says whether it does.
fn one(
    path: &str,
    content: &Content,
    Bench { root, place, standing, disk }: Bench<'_>,
) -> Result<bool, Error> {
    if !is_below(path) {
        let cause = io::ErrorKind::InvalidInput.into();
        return Err(Error::io(Attempt::Write, Path::new(path), &cause));
    }
    // A link or a pipe may stand where a file stood: only plain files are compared.
    let is_plain = standing.files.get(path) == Some(&Kind::Plain);
    if is_plain && is_equal(&place.out.join(path), content).unwrap_or(false) {
        return Ok(false);
    }
    let target = place.files.join(path);
    let write = || match content {
        Content::Bytes(bytes) => {
            disk.write(&target, bytes).map_err(|it| Error::io(Attempt::Write, &target, &it))
        }
        Content::Copy { from, sha256, .. } => copy(&root.join(from), &target, sha256, disk),
    };
    if let Some(folder) = target.parent() {
        disk.create_dir_all(folder).map_err(|it| Error::io(Attempt::MakeFolder, folder, &it))?;
    }
    write().map(|()| true)
}

/// Whether a path stays in its folder and is one line.
pub(super) fn is_below(path: &str) -> bool {
    let is_name = |it: Component<'_>| matches!(it, Component::Normal(_));
    !path.is_empty()
        && !path.contains(char::is_control)
        && Path::new(path).components().all(is_name)
        && !path.split('/').any(|it| it.is_empty() || it == ".")
}

/// Whether what stands on the disk is what the site has.
fn is_equal(path: &Path, content: &Content) -> io::Result<bool> {
    let mut file = fs::File::open(path)?;
    let length = file.metadata()?.len();
    match content {
        Content::Bytes(bytes) => {
            if length != bytes.len() as u64 {
                return Ok(false);
            }
            let mut now = Vec::with_capacity(bytes.len() + 1);
            file.read_to_end(&mut now)?;
            Ok(now == *bytes)
        }
        Content::Copy { length: expected, sha256, .. } => {
            Ok(length == *expected && pieces(&mut file, |_| Ok(()))? == *sha256)
        }
    }
}

/// Copies an attachment, and makes sure that it is the one that the pages speak of.
fn copy(from: &Path, to: &Path, sha256: &[u8; 32], disk: &Disk) -> Result<(), Error> {
    let mut source = fs::File::open(from).map_err(|it| Error::io(Attempt::Read, from, &it))?;
    let failed = |it: io::Error| Error::io(Attempt::Write, to, &it);
    let mut target = disk.create(to).map_err(failed)?;
    let digest = pieces(&mut source, |piece| target.write_all(piece)).map_err(failed)?;
    if digest == *sha256 {
        return Ok(());
    }
    Err(Error::new(Attempt::Read, from.display().to_string(), "cause-changed-meanwhile"))
}

/// Reads a file piece by piece, and gives its digest.
fn pieces(
    file: &mut fs::File,
    mut each: impl FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<[u8; 32]> {
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let length = file.read(&mut buffer)?;
        if length == 0 {
            return Ok(hasher.finalize().into());
        }
        hasher.update(&buffer[..length]);
        each(&buffer[..length])?;
    }
}
