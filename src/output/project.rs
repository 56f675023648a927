//! Changes of the project, carried out all or none.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::changes::{Before, Change, Changes};
use crate::error::{Attempt, Error};

/// Carries out changes in their order. If one cannot be, those before it are taken back.
pub fn apply(changes: &Changes, root: &Path) -> Result<(), Error> {
    for change in &changes.0 {
        allowed(change, &root.join(&change.path))?;
    }
    let mut done = Undo::default();
    for change in &changes.0 {
        if let Err((path, cause)) = carry_out(change, root, &mut done) {
            done.take_back();
            return Err(Error::io(Attempt::Write, &path, &cause));
        }
    }
    Ok(())
}

/// Whether what must be there is there.
fn allowed(change: &Change, path: &Path) -> Result<(), Error> {
    let refused = |cause: &str| Err(Error::new(Attempt::Write, path.display().to_string(), cause));
    match (&change.before, fs::read(path)) {
        (Before::Nothing, Ok(_)) => refused("cause-exists"),
        (Before::Nothing, Err(it)) if it.kind() != io::ErrorKind::NotFound => {
            Err(Error::io(Attempt::Write, path, &it))
        }
        (Before::Bytes(bytes), Ok(now)) if *bytes != now => refused("cause-changed-meanwhile"),
        (Before::Bytes(_), Err(it)) => Err(Error::io(Attempt::Read, path, &it)),
        // The signature of a PDF does not survive any change (verification.md §2.7).
        (Before::Anything, Ok(now)) if now.windows(10).any(|it| it == b"/ByteRange") => {
            refused("cause-signed-pdf")
        }
        _ => Ok(()),
    }
}

/// What to do if a later change fails.
#[derive(Default)]
struct Undo {
    created: Vec<PathBuf>,
    folders: Vec<PathBuf>,
    replaced: Vec<(PathBuf, Vec<u8>)>,
}

impl Undo {
    fn take_back(self) {
        for (path, bytes) in self.replaced.into_iter().rev() {
            let _ = fs::write(path, bytes);
        }
        for path in self.created {
            let _ = fs::remove_file(path);
        }
        for path in self.folders.into_iter().rev() {
            let _ = fs::remove_dir(path);
        }
    }
}

fn carry_out(change: &Change, root: &Path, done: &mut Undo) -> Result<(), (PathBuf, io::Error)> {
    let target = root.join(&change.path);
    let failed = |it: io::Error| (target.clone(), it);
    if let Some(parent) = target.parent() {
        make_folders(parent, done).map_err(failed)?;
    }
    let mut name = target.file_name().unwrap_or_default().to_os_string();
    name.push(".condau-new");
    let new = target.with_file_name(name);
    let written = fs::File::create(&new)
        .and_then(|mut it| it.write_all(&change.bytes).and_then(|()| it.sync_all()));
    let before = fs::read(&target).ok();
    let moved = written.and_then(|()| match change.before {
        // A link is only made where nothing is, so nothing that came meanwhile is overwritten.
        Before::Nothing => fs::hard_link(&new, &target).and_then(|()| fs::remove_file(&new)),
        _ => fs::rename(&new, &target),
    });
    if let Err(error) = moved {
        let _ = fs::remove_file(&new);
        return Err(failed(error));
    }
    match before {
        Some(bytes) => done.replaced.push((target, bytes)),
        None => done.created.push(target),
    }
    Ok(())
}

/// Makes the folders that are missing, and remembers them.
fn make_folders(folder: &Path, done: &mut Undo) -> io::Result<()> {
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    if let Some(parent) = folder.parent() {
        make_folders(parent, done)?;
    }
    fs::create_dir(folder)?;
    done.folders.push(folder.to_owned());
    Ok(())
}
