//! The folder of unlisted results: it stands beside the site and is published nowhere.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::error::{Attempt, Error};
use crate::source::Source;
use crate::source::register::{below, file};
use crate::verify::note::NOTE_LIMIT;
use crate::verify::unlisted::is_file;

/// The notes, salts and holders' files in a folder, by their paths in it; none where the folder is
/// not there. `named` is the folder as the settings of the site at `root` name it.
///
/// A folder of the same git repository as the site is refused: whatever is committed there is as
/// public as the site.
pub fn read(root: &Path, named: &str) -> Result<Option<Vec<Source>>, Error> {
    let folder = root.join(named);
    match fs::metadata(&folder) {
        Ok(meta) if meta.is_dir() => {}
        Ok(_) => {
            return Err(Error::io(Attempt::Read, &folder, &io::ErrorKind::NotADirectory.into()));
        }
        Err(it) if it.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(it) => return Err(Error::io(Attempt::Read, &folder, &it)),
    }
    let of_site = repository(root)?;
    if of_site.is_some() && of_site == repository(&folder)? {
        let folder = folder.display().to_string();
        return Err(Error::new(Attempt::Read, folder, "cause-unlisted-public"));
    }
    let mut files = Vec::new();
    for path in below(&folder)?.into_iter().filter(|it| is_file(it)) {
        // A holder's file has a note and a receipt in base64.
        let bytes = file(&folder.join(&path), 3 * NOTE_LIMIT as u64)?.unwrap_or_default();
        files.push(Source { path, text: String::from_utf8_lossy(&bytes).into_owned() });
    }
    Ok(Some(files))
}

/// The repository in which a folder stands: the nearest folder that has a `.git`.
fn repository(folder: &Path) -> Result<Option<PathBuf>, Error> {
    let whole = fs::canonicalize(folder).map_err(|it| Error::io(Attempt::Read, folder, &it))?;
    let found = whole.ancestors().find(|it| it.join(".git").exists());
    Ok(found.map(Path::to_owned))
}
