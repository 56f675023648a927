//! Changes of the project: files to write, all or none.

use std::path::{Path, PathBuf};

/// Changes in the order in which they are carried out.
#[derive(Debug, Default)]
pub struct Changes(pub Vec<Change>);

/// One file to write.
#[derive(Debug)]
pub struct Change {
    /// The path, relative to the project.
    pub path: PathBuf,
    /// What must be there before.
    pub before: Before,
    /// What is there afterwards.
    pub bytes: Vec<u8>,
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
}

impl Change {
    /// A new file.
    pub fn create(path: &str, bytes: Vec<u8>) -> Self {
        Self { path: path.into(), before: Before::Nothing, bytes }
    }

    /// Other bytes for a file that was read.
    pub fn replace(path: &str, before: &[u8], bytes: Vec<u8>) -> Self {
        Self { path: path.into(), before: Before::Bytes(before.to_vec()), bytes }
    }

    /// A file that was asked for by its name.
    pub fn write(path: &Path, bytes: Vec<u8>) -> Self {
        Self { path: path.to_owned(), before: Before::Anything, bytes }
    }
}
