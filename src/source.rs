//! Sources: every file the build depends on, read once. The only reader.
#![expect(clippy::disallowed_methods, reason = "the one module that reads the disk")]

mod archive;
pub mod pdf;
pub mod attachment;
pub mod register;
pub mod unlisted;
mod encoding;
mod walk;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::report::Texts;
use crate::diagnostic::{Diagnostics, FileId, Span};
use crate::error::{Attempt, Error};
use crate::source::attachment::Attachment;

/// One file as it was on the disk.
#[derive(Debug)]
pub struct Source {
    /// The path, relative to the project, with `/` between its parts.
    pub path: String,
    /// The text without its byte order mark; empty for attachments and for refused files.
    pub text: String,
}

/// All files, sorted by path, so that a [`FileId`] means the same on each run.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
    /// Sorted by path as well.
    attachments: Vec<Attachment>,
    refused: BTreeSet<FileId>,
}

impl Sources {
    /// Sources from memory: for tests, and for files that an editor has not saved yet.
    pub fn from_texts(texts: impl IntoIterator<Item = (String, String)>) -> Self {
        let files = texts.into_iter().map(|(path, text)| Source { path, text }).collect();
        Self::new(files, Vec::new())
    }

    /// Texts and attachments in order; each attachment gets its place among the files. Of two with
    /// one path the first is taken.
    pub fn new(mut files: Vec<Source>, mut attachments: Vec<Attachment>) -> Self {
        let empty = |it: &Attachment| Source { path: it.path.clone(), text: String::new() };
        files.extend(attachments.iter().map(empty));
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files.dedup_by(|a, b| a.path == b.path);
        attachments.sort_by(|a, b| a.path.cmp(&b.path));
        attachments.dedup_by(|a, b| a.path == b.path);
        let mut sources = Self { files, ..Self::default() };
        for it in &mut attachments {
            it.file = sources.find(&it.path).unwrap_or(it.file);
        }
        sources.attachments = attachments;
        sources
    }

    /// Reads the project at `root`: `condau.toml`, `addresses.txt` and all that stands in
    /// `content/`, `themes/`, `i18n/` and `register/`. Files that cannot be taken are reported and kept without
    /// their text; a machine that does not read is an error.
    pub fn read(root: &Path, diagnostics: &mut Diagnostics) -> Result<Self, Error> {
        Self::read_beside(root, Vec::new(), diagnostics)
    }

    /// The same with texts from beside the project, whose paths say so: `../folder/file`.
    pub fn read_beside(
        root: &Path,
        beside: Vec<Source>,
        diagnostics: &mut Diagnostics,
    ) -> Result<Self, Error> {
        find_settings(root)?;
        walk::read(root, beside, diagnostics)
    }

    /// The text of the settings; none where it cannot be taken, which [`Self::read`] reports.
    pub fn settings(root: &Path) -> Result<Option<String>, Error> {
        let path = find_settings(root)?;
        let bytes = fs::read(&path).map_err(|it| Error::io(Attempt::Read, &path, &it))?;
        Ok(encoding::decode(bytes).ok())
    }

    /// Reads the settings alone: for commands that need no content.
    pub fn read_settings(root: &Path) -> Result<Self, Error> {
        let path = find_settings(root)?;
        let text = fs::read_to_string(&path).map_err(|it| Error::io(Attempt::Read, &path, &it))?;
        Ok(Self::from_texts([("condau.toml".to_owned(), text)]))
    }

    /// The files in order, attachments and refused files included.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        (0..).map(FileId).zip(&self.files)
    }

    /// The files whose paths begin with `folder`, which is written with its `/`.
    pub fn under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (FileId, &'a Source)> {
        let start = self.files.partition_point(|it| it.path.as_str() < folder);
        let below = self.files[start..].iter().take_while(move |it| it.path.starts_with(folder));
        (u32::try_from(start).unwrap_or(u32::MAX)..).map(FileId).zip(below)
    }

    /// One text by its path; none where the file was refused.
    pub fn get(&self, path: &str) -> Option<(FileId, &str)> {
        let file = self.find(path).filter(|it| !self.is_refused(*it))?;
        Some((file, self.file_text(file)))
    }

    /// Whether a file was refused: its text is empty, and the problem that was reported leaves
    /// nothing more to say about it.
    pub fn is_refused(&self, file: FileId) -> bool {
        self.refused.contains(&file)
    }

    /// Whether what stands at a path was refused.
    pub fn refuses(&self, path: &str) -> bool {
        self.find(path).is_some_and(|it| self.is_refused(it))
    }

    /// The text of a span.
    pub fn text(&self, span: Span) -> &str {
        self.file_text(span.file).get(span.range()).unwrap_or_default()
    }

    /// The whole text of a file.
    pub fn file_text(&self, file: FileId) -> &str {
        self.file(file).map_or("", |it| &it.text)
    }

    /// The path of a file.
    pub fn path(&self, file: FileId) -> &str {
        self.file(file).map_or("", |it| &it.path)
    }

    /// A line of a file, counted from one.
    pub fn line(&self, file: FileId, number: usize) -> Span {
        let mut lines = self.file_text(file).split_inclusive('\n');
        let before: usize = lines.by_ref().take(number.saturating_sub(1)).map(str::len).sum();
        let length = lines.next().map_or(0, |it| it.trim_end().len());
        Span::new(file, before..before + length)
    }

    /// One attachment by its path.
    pub fn attachment(&self, path: &str) -> Option<&Attachment> {
        let at = self.attachments.binary_search_by(|it| it.path.as_str().cmp(path)).ok()?;
        self.attachments.get(at)
    }

    /// The attachments in order.
    pub fn attachments(&self) -> impl Iterator<Item = &Attachment> {
        self.attachments.iter()
    }

    fn file(&self, file: FileId) -> Option<&Source> {
        self.files.get(usize::try_from(file.0).ok()?)
    }

    /// The place of a path among the files.
    pub fn find(&self, path: &str) -> Option<FileId> {
        let at = self.files.binary_search_by(|it| it.path.as_str().cmp(path)).ok()?;
        u32::try_from(at).ok().map(FileId)
    }
}

/// Where the settings stand. Without them a folder is no site.
fn find_settings(root: &Path) -> Result<PathBuf, Error> {
    let path = root.join("condau.toml");
    match fs::symlink_metadata(&path) {
        Ok(meta) if meta.is_dir() => {
            Err(Error::io(Attempt::Read, &path, &io::ErrorKind::IsADirectory.into()))
        }
        Ok(_) => Ok(path),
        Err(cause) if cause.kind() == io::ErrorKind::PermissionDenied => {
            Err(Error::io(Attempt::Read, &path, &cause))
        }
        Err(_) => {
            let whole = std::path::absolute(root).unwrap_or_else(|_| root.to_owned());
            let whole = fs::canonicalize(&whole).unwrap_or(whole);
            Err(Error::new(Attempt::FindSite, whole.display().to_string(), "cause-no-site"))
        }
    }
}

impl Texts for Sources {
    fn path(&self, file: FileId) -> &str {
        self.path(file)
    }

    fn text(&self, file: FileId) -> &str {
        self.file_text(file)
    }
}

#[cfg(test)]
mod tests;
