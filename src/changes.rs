//! Changes of the project: files to write and to remove, all or none.

use std::path::{Path, PathBuf};

/// Changes in the order in which they are carried out.
#[derive(Debug, Default)]
pub struct Changes(pub Vec<Change>);

/// One file to write or to remove.
#[derive(Debug)]
pub struct Change {
    /// The path, relative to the project.
    pub path: PathBuf,
    /// What must be there before.
    pub before: Before,
    /// What is there afterwards; none where the file is removed.
    pub bytes: Option<Vec<u8>>,
    /// Who may read it.
    pub readers: Readers,
}

/// Who may read a file that was not there before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// Whoever may read files of this user.
    Usual,
    /// Nobody but this user: it holds a key.
    Owner,
}

/// What must be at a path before it is written.
#[derive(Debug)]
pub enum Before {
    /// Nothing: what is there is never overwritten.
    Nothing,
    /// Exactly these bytes: what somebody has changed meanwhile is never overwritten.
    Bytes(Vec<u8>),
    /// Nothing, or a picture of the same format: the path was named by whoever asked for it.
    Anything,
    /// Nothing, or a file that nobody needs: a run that was cut short left it, or it is erased.
    Leftover,
}

impl Change {
    /// A file in the place of what was read at its path, or of nothing.
    pub fn over(path: &Path, before: Option<Vec<u8>>, bytes: Vec<u8>) -> Self {
        Self::of(path, before.map_or(Before::Nothing, Before::Bytes), Some(bytes))
    }

    /// A new file.
    pub fn create(path: &str, bytes: Vec<u8>) -> Self {
        Self::of(path, Before::Nothing, Some(bytes))
    }

    /// Other bytes for a file that was read.
    pub fn replace(path: &str, before: &[u8], bytes: Vec<u8>) -> Self {
        Self::of(path, Before::Bytes(before.to_vec()), Some(bytes))
    }

    /// A file that was read goes.
    pub fn remove(path: &str, before: &[u8]) -> Self {
        Self::of(path, Before::Bytes(before.to_vec()), None)
    }

    /// A file in the place of what a run that was cut short may have left there.
    pub fn renew(path: &str, bytes: Vec<u8>) -> Self {
        Self::of(path, Before::Leftover, Some(bytes))
    }

    /// A file that nobody needs goes.
    pub fn clear(path: &str) -> Self {
        Self::of(path, Before::Leftover, None)
    }

    /// A file that was asked for by its name.
    pub fn write(path: &Path, bytes: Vec<u8>) -> Self {
        Self::of(path, Before::Anything, Some(bytes))
    }

    /// A new file that nobody else may read.
    pub fn secret(path: &Path, bytes: Vec<u8>) -> Self {
        Self { readers: Readers::Owner, ..Self::of(path, Before::Nothing, Some(bytes)) }
    }

    fn of(path: impl Into<PathBuf>, before: Before, bytes: Option<Vec<u8>>) -> Self {
        Self { path: path.into(), before, bytes, readers: Readers::Usual }
    }
}
