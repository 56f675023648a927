//! The machine's one error: what was tried, on which path, and why it failed.

use std::{fmt, io, path::Path};

/// A failure of the machine, never of the content. Opaque: it is shown, not matched.
#[derive(Debug)]
pub struct Error {
    attempt: Attempt,
    path: String,
    cause: String,
}

/// What was being done when the machine failed. The words live in `cli.ftl` as `attempt-…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt {
    /// Reading a file or folder.
    Read,
    /// Writing a file.
    Write,
    /// Replacing or removing a file of the site.
    Replace,
    /// Making a folder.
    MakeFolder,
    /// Looking for the settings of a site.
    FindSite,
    /// Drawing random numbers.
    Random,
    /// Starting the worker threads.
    Threads,
    /// Understanding the command line.
    Arguments,
}

impl Attempt {
    /// The name of the message that says it.
    pub fn message(self) -> &'static str {
        match self {
            Self::Read => "attempt-read",
            Self::Write => "attempt-write",
            Self::Replace => "attempt-replace",
            Self::MakeFolder => "attempt-make-folder",
            Self::FindSite => "attempt-find-site",
            Self::Random => "attempt-random",
            Self::Threads => "attempt-threads",
            Self::Arguments => "attempt-arguments",
        }
    }
}

impl Error {
    /// An error about a path, from the system's own answer.
    pub fn io(attempt: Attempt, path: &Path, cause: &io::Error) -> Self {
        Self { attempt, path: path.display().to_string(), cause: reason(cause) }
    }

    /// An error that is not the file system's.
    pub fn new(attempt: Attempt, about: impl Into<String>, cause: impl fmt::Display) -> Self {
        Self { attempt, path: about.into(), cause: cause.to_string() }
    }

    /// What was tried.
    pub fn attempt(&self) -> Attempt {
        self.attempt
    }

    /// On which path or thing.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// A message id of `cli.ftl` (`cause-…`), or the system's own words where there is none.
    pub fn cause(&self) -> &str {
        &self.cause
    }
}

/// The causes that people meet, by the message that words them.
fn reason(cause: &io::Error) -> String {
    let known = match cause.kind() {
        io::ErrorKind::NotFound => "cause-not-found",
        io::ErrorKind::PermissionDenied => "cause-permission",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "cause-disk-full",
        io::ErrorKind::AlreadyExists => "cause-exists",
        io::ErrorKind::IsADirectory => "cause-is-folder",
        io::ErrorKind::NotADirectory => "cause-not-folder",
        io::ErrorKind::ReadOnlyFilesystem => "cause-read-only",
        _ => return cause.to_string(),
    };
    known.to_owned()
}
