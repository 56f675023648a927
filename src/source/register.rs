//! A register as files: as the office keeps it, or as it is published.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::error::{Attempt, Error};
use crate::verify::Found;
use crate::verify::audit::{Files, shown};
use crate::verify::code::is_unlisted;
use crate::verify::entry::ENTRY_LIMIT;
use crate::verify::files;
use crate::verify::note::NOTE_LIMIT;
use crate::verify::tile::WIDTH;

/// The largest bundle: each of its entries with two bytes for its length.
const BUNDLE_LIMIT: u64 = ((ENTRY_LIMIT + 2) * WIDTH) as u64;

/// A register that was found on the disk.
#[derive(Debug, Default)]
pub struct Stored {
    /// What it says.
    pub found: Found,
    /// The policy beside it.
    pub policy: Option<String>,
    /// The sizes of earlier checkpoints, one a line.
    pub sizes: Option<String>,
    /// Entries after one that is missing, with their indexes.
    pub beyond: Vec<(usize, Vec<u8>)>,
}

/// Reads the register in a folder: `register/` of an office, the folder that is published for it, or
/// a whole site, in which that folder is named by its prefix or found. None where there is none.
pub fn read(folder: &Path, prefix: &str) -> Result<Option<Stored>, Error> {
    if folder.join("000").is_dir() {
        return kept(folder).map(Some);
    }
    let Some(place) = published(folder, prefix)? else { return Ok(None) };
    let mut stored = from_tiles(&place)?;
    stored.found.published = pages(&folder.join("V"))?;
    for code in stored.found.published.iter().filter(|it| is_unlisted(it)) {
        let page = text(&folder.join("V").join(code).join("index.html"))?;
        let said = page.and_then(|it| shown(&it, code));
        stored.found.unlisted.extend(said.map(|it| (code.clone(), it)));
    }
    Ok(Some(stored))
}

/// All files of a folder, by their paths below it.
pub fn files(folder: &Path) -> Result<Files, Error> {
    let mut files = Files::new();
    for entry in WalkDir::new(folder).follow_links(true) {
        let entry = entry.map_err(|it| {
            let path = it.path().unwrap_or(folder).to_owned();
            match it.io_error() {
                Some(it) => Error::io(Attempt::Read, &path, it),
                None => Error::new(Attempt::Read, path.display().to_string(), it),
            }
        })?;
        if entry.file_type().is_file() {
            let path = entry.path();
            let bytes = fs::read(path).map_err(|it| Error::io(Attempt::Read, path, &it))?;
            files.insert(joined(folder, path), bytes);
        }
    }
    Ok(files)
}

/// `register/` of an office.
fn kept(folder: &Path) -> Result<Stored, Error> {
    let found = files::kept(|path| file(&folder.join(path), ENTRY_LIMIT.max(NOTE_LIMIT) as u64))?;
    let mut beyond = Vec::new();
    for path in below(folder)? {
        let number = path.get(4..).and_then(|it| it.strip_suffix(".note")?.parse().ok());
        let is_hidden = |it: &u64| *it > found.entries.len() as u64 && files::note(*it) == path;
        let Some(index) = number.filter(is_hidden).and_then(|it| usize::try_from(it).ok()) else {
            continue;
        };
        beyond.extend(file(&folder.join(path), ENTRY_LIMIT as u64)?.map(|it| (index, it)));
    }
    let (policy, sizes) = (text(&folder.join("policy.txt"))?, text(&folder.join("sizes"))?);
    Ok(Stored { found, policy, sizes, beyond })
}

/// The files below a folder, by their paths in it.
pub fn below(folder: &Path) -> Result<Vec<String>, Error> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry =
            entry.map_err(|it| Error::new(Attempt::Read, folder.display().to_string(), it))?;
        if !entry.file_type().is_dir() {
            found.push(joined(folder, entry.path()));
        }
    }
    Ok(found)
}

/// A path in a folder, with `/` between its parts.
fn joined(folder: &Path, path: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    below.iter().map(|it| it.to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The folder with checkpoint and tiles: this one, the one that is named, or the only one below.
fn published(folder: &Path, prefix: &str) -> Result<Option<PathBuf>, Error> {
    let is_one = |it: &Path| it.join("checkpoint").is_file() && it.join("tile").is_dir();
    for place in [folder.to_owned(), folder.join(prefix)] {
        if is_one(&place) {
            return Ok(Some(place));
        }
    }
    let listed = match fs::read_dir(folder) {
        Ok(listed) => listed,
        Err(it) if it.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(it) => return Err(Error::io(Attempt::Read, folder, &it)),
    };
    let mut places: Vec<_> =
        listed.filter_map(|it| it.ok().map(|it| it.path())).filter(|it| is_one(it)).collect();
    places.sort();
    Ok(places.into_iter().next())
}

fn from_tiles(place: &Path) -> Result<Stored, Error> {
    let mut found = files::published(|path| file(&place.join(path), BUNDLE_LIMIT))?;
    for path in below(&place.join("tile"))? {
        let bytes = file(&place.join("tile").join(&path), BUNDLE_LIMIT)?.unwrap_or_default();
        found.tiles.push((format!("tile/{path}"), bytes));
    }
    let policy = text(&place.join("policy.txt"))?;
    Ok(Stored { found, policy, ..Stored::default() })
}

/// The codes that have a page.
fn pages(folder: &Path) -> Result<Vec<String>, Error> {
    let listed = match fs::read_dir(folder) {
        Ok(listed) => listed,
        Err(it) if it.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(it) => return Err(Error::io(Attempt::Read, folder, &it)),
    };
    let mut codes: Vec<_> = listed
        .filter_map(|it| it.ok())
        .filter(|it| it.path().join("index.html").is_file())
        .map(|it| it.file_name().to_string_lossy().into_owned())
        .collect();
    codes.sort();
    Ok(codes)
}

/// The bytes of a file; none where there is none. A larger one gives what is too much for a reader.
pub(super) fn file(path: &Path, limit: u64) -> Result<Option<Vec<u8>>, Error> {
    use std::io::Read as _;
    let file = match fs::File::open(path) {
        Ok(file) => file,
        Err(it) if it.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(it) => return Err(Error::io(Attempt::Read, path, &it)),
    };
    let mut bytes = Vec::new();
    let read = file.take(limit + 1).read_to_end(&mut bytes);
    read.map_err(|it| Error::io(Attempt::Read, path, &it))?;
    Ok(Some(bytes))
}

fn text(path: &Path) -> Result<Option<String>, Error> {
    let bytes = file(path, NOTE_LIMIT as u64)?;
    Ok(bytes.map(|it| String::from_utf8_lossy(&it).into_owned()))
}
