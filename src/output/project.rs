//! Changes of the project, carried out all or none.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::changes::{Before, Change, Changes, Readers};
use crate::error::{Attempt, Error};
use crate::output::disk::Disk;

/// Carries out changes in their order.
///
/// All are first written beside their places, where a full disk is found out, and then moved in one
/// by one. If one cannot be, those before it are taken back. The files beside are hidden, so that
/// what a killed run leaves is never read as a source.
pub(super) fn apply(changes: &Changes, root: &Path, disk: &Disk) -> Result<(), Error> {
    let mut staged = Vec::new();
    for change in &changes.0 {
        let place = place(change, root);
        allowed(change, &place)?;
        staged.push(Staged { change, place, stage: Stage::Planned });
    }
    let mut made = Vec::new();
    let result = carry_out(&mut staged, &mut made, disk);
    if result.is_err() {
        take_back(&staged, &made, disk);
    } else {
        for it in &staged {
            let _ = disk.remove_file(&beside(&it.place, "old"));
        }
        for it in staged.iter().filter(|it| it.stage == Stage::Removed) {
            let path = Path::new(&it.change.path);
            // Folders of the project that are empty now go; its own folders stay, and all others.
            let is_deep = |it: &&Path| path.is_relative() && it.components().count() > 1;
            for folder in path.ancestors().skip(1).take_while(is_deep) {
                let _ = disk.remove_dir(&root.join(folder));
            }
        }
    }
    result
}

/// A change on its way.
struct Staged<'a> {
    change: &'a Change,
    place: PathBuf,
    stage: Stage,
}

/// How far a change has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Planned,
    /// Where nothing was before.
    Created,
    /// What was before is kept beside.
    Replaced,
    /// The same, and nothing took its place.
    Removed,
}

/// Where a change goes. A link that somebody named is followed to what it stands for.
fn place(change: &Change, root: &Path) -> PathBuf {
    let place = root.join(&change.path);
    match &change.before {
        Before::Anything => fs::canonicalize(&place).unwrap_or(place),
        _ => place,
    }
}

/// Whether what must be there is there.
fn allowed(change: &Change, path: &Path) -> Result<(), Error> {
    let refused = |cause: &str| Err(Error::new(Attempt::Write, path.display().to_string(), cause));
    let failed = |it: &io::Error| Error::io(Attempt::Write, path, it);
    let meta = match fs::symlink_metadata(path) {
        Ok(meta) => Some(meta),
        Err(it) if matches!(it.kind(), io::ErrorKind::NotFound) => None,
        Err(it) => return Err(failed(&it)),
    };
    match (&change.before, meta) {
        (Before::Nothing, Some(_)) => refused("cause-exists"),
        (Before::Bytes(_), None) => Err(failed(&io::ErrorKind::NotFound.into())),
        (_, Some(meta)) if meta.is_dir() => Err(failed(&io::ErrorKind::IsADirectory.into())),
        (Before::Bytes(bytes), Some(_)) => {
            let now = fs::read(path).map_err(|it| Error::io(Attempt::Read, path, &it))?;
            // Texts are read without their byte order mark.
            let text = now.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&now);
            if text == bytes || now == *bytes { Ok(()) } else { refused("cause-changed-meanwhile") }
        }
        // The signature of a PDF does not survive any change (verification.md §2.7).
        (Before::Anything, Some(meta)) if meta.is_file() => {
            let now = fs::read(path).map_err(|it| Error::io(Attempt::Read, path, &it))?;
            let is_signed = now.windows(10).any(|it| it == b"/ByteRange");
            if is_signed {
                refused("cause-signed-pdf")
            } else if change.bytes.as_ref().is_some_and(|new| is_alike(&now, new)) {
                Ok(())
            } else {
                refused("cause-other-file")
            }
        }
        _ => Ok(()),
    }
}

/// Whether a file may be taken for an earlier version of the new one: a picture asked for under the
/// name of a text would cost the text.
fn is_alike(now: &[u8], new: &[u8]) -> bool {
    let is_png = |it: &[u8]| it.starts_with(b"\x89PNG");
    let is_svg = |it: &[u8]| {
        let it = it.trim_ascii_start();
        let start = &it[..it.len().min(1024)];
        it.starts_with(b"<svg")
            || (it.starts_with(b"<?xml") && start.windows(4).any(|it| it == b"<svg"))
    };
    now.is_empty() || (is_png(now) && is_png(new)) || (is_svg(now) && is_svg(new))
}

fn carry_out(staged: &mut [Staged<'_>], made: &mut Vec<PathBuf>, disk: &Disk) -> Result<(), Error> {
    for it in staged.iter() {
        let written = stage(it, made, disk);
        written.map_err(|cause| Error::io(Attempt::Write, &it.place, &cause))?;
    }
    for it in staged {
        let moved = put(it, disk);
        it.stage = moved.map_err(|cause| Error::io(Attempt::Write, &it.place, &cause))?;
    }
    Ok(())
}

/// Writes the bytes beside the place, with the rights of the file that is there.
fn stage(it: &Staged<'_>, made: &mut Vec<PathBuf>, disk: &Disk) -> io::Result<()> {
    let Some(bytes) = &it.change.bytes else { return Ok(()) };
    let before = fs::symlink_metadata(&it.place).ok();
    if before.as_ref().is_some_and(|it| !it.is_file() && !it.is_symlink()) {
        // A terminal or a pipe takes the bytes when all else is ready.
        return Ok(());
    }
    if let Some(parent) = it.place.parent() {
        make_folders(parent, made, disk)?;
    }
    let new = beside(&it.place, "new");
    let mut file = disk.create(&new)?;
    if it.change.readers == Readers::Owner {
        keep_from_others(&file)?;
    }
    file.write_all(bytes)?;
    file.sync_all()?;
    match before.filter(fs::Metadata::is_file) {
        Some(before) => fs::set_permissions(&new, before.permissions()),
        None => Ok(()),
    }
}

/// Lets nobody but the owner read a file, before anything is in it.
fn keep_from_others(file: &fs::File) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        file.set_permissions(fs::Permissions::from_mode(0o600))?;
    }
    #[cfg(not(unix))]
    let _ = file;
    Ok(())
}

/// Moves one change in, for good, and says what was there before.
fn put(it: &Staged<'_>, disk: &Disk) -> io::Result<Stage> {
    let stage = move_in(it, disk)?;
    match it.place.parent() {
        Some(folder) if stage != Stage::Planned => disk.sync_folder(folder)?,
        _ => {}
    }
    Ok(stage)
}

fn move_in(it: &Staged<'_>, disk: &Disk) -> io::Result<Stage> {
    let (new, old) = (beside(&it.place, "new"), beside(&it.place, "old"));
    let before = fs::symlink_metadata(&it.place).ok();
    let Some(bytes) = &it.change.bytes else {
        return match before {
            None => Ok(Stage::Planned),
            Some(_) => disk.rename(&it.place, &old).map(|()| Stage::Removed),
        };
    };
    if before.as_ref().is_some_and(|it| !it.is_file() && !it.is_symlink()) {
        let mut device = fs::OpenOptions::new().write(true).open(&it.place)?;
        return device.write_all(bytes).map(|()| Stage::Planned);
    }
    if matches!(it.change.before, Before::Nothing) || before.is_none() {
        // A link is only made where nothing is, so nothing that came meanwhile is overwritten.
        match disk.hard_link(&new, &it.place) {
            Ok(()) => disk.remove_file(&new)?,
            Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => return Err(cause),
            // Some file systems have no links.
            Err(_) if before.is_none() => disk.rename(&new, &it.place)?,
            Err(cause) => return Err(cause),
        }
        return Ok(Stage::Created);
    }
    let _ = disk.remove_file(&old);
    if disk.hard_link(&it.place, &old).is_err() {
        let bytes = fs::read(&it.place)?;
        disk.write(&old, &bytes)?;
    }
    disk.rename(&new, &it.place)?;
    Ok(Stage::Replaced)
}

/// Takes back what was done, the last first. It needs no room on the disk.
fn take_back(staged: &[Staged<'_>], made: &[PathBuf], disk: &Disk) {
    for it in staged.iter().rev() {
        let (new, old) = (beside(&it.place, "new"), beside(&it.place, "old"));
        let _ = match it.stage {
            Stage::Planned => Ok(()),
            Stage::Created => disk.remove_file(&it.place),
            Stage::Replaced | Stage::Removed => disk.rename(&old, &it.place),
        };
        let _ = disk.remove_file(&new);
        let _ = disk.remove_file(&old);
    }
    for folder in made.iter().rev() {
        let _ = disk.remove_dir(folder);
    }
}

/// A hidden name beside a file.
fn beside(place: &Path, ending: &str) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(place.file_name().unwrap_or_default());
    name.push(".condau-");
    name.push(ending);
    place.with_file_name(name)
}

/// Makes the folders that are missing, and remembers them.
fn make_folders(folder: &Path, made: &mut Vec<PathBuf>, disk: &Disk) -> io::Result<()> {
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    if let Some(parent) = folder.parent() {
        make_folders(parent, made, disk)?;
    }
    disk.create_dir(folder)?;
    made.push(folder.to_owned());
    folder.parent().map_or(Ok(()), |it| disk.sync_folder(it))
}
