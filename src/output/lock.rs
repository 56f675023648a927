//! One run at a time works on a register.

use std::fs::{self, TryLockError};
use std::path::Path;

use walkdir::WalkDir;

use crate::error::{Attempt, Error};

/// The file that is locked. It is not part of the register: git ignores it.
pub const LOCK: &str = "register/.lock";

/// Keeps other runs off a register while it lives.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "the lock ends with the file")] fs::File);

/// Claims the register of the project at `root`, which need not be there yet, and removes what a run
/// that was cut short left beside its files. Another run that is at work is a failure.
pub fn register(root: &Path) -> Result<Lock, Error> {
    let path = root.join(LOCK);
    let failed = |it: &std::io::Error| Error::io(Attempt::Write, &path, it);
    let folder = path.parent().unwrap_or(root);
    fs::create_dir_all(folder).map_err(|it| failed(&it))?;
    let file = fs::OpenOptions::new().create(true).append(true).open(&path);
    let file = file.map_err(|it| failed(&it))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => {
            return Err(Error::new(Attempt::Write, folder.display().to_string(), "cause-locked"));
        }
        // Some file systems have no locks: there it is up to people to work one at a time.
        Ok(()) | Err(TryLockError::Error(_)) => {}
    }
    sweep(folder)?;
    Ok(Lock(file))
}

/// Removes the files that stand beside others while those are written. Only who has claimed the
/// register may do so.
pub fn sweep(folder: &Path) -> Result<(), Error> {
    for entry in WalkDir::new(folder).into_iter().filter_map(Result::ok) {
        let name = entry.file_name().to_string_lossy();
        let is_ours = name.starts_with('.')
            && (name.ends_with(".condau-new") || name.ends_with(".condau-old"));
        if is_ours && entry.file_type().is_file() {
            let gone = fs::remove_file(entry.path());
            gone.map_err(|it| Error::io(Attempt::Write, entry.path(), &it))?;
        }
    }
    Ok(())
}
