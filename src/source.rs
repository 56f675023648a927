//! Sources: every file the build depends on, read once. The only reader.
#![expect(clippy::disallowed_methods, reason = "the one module that reads the disk")]

pub mod attachment;
mod walk;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::diagnostic::report::Texts;
use crate::diagnostic::{Diagnostics, FileId, Span};
use crate::error::{Attempt, Error};
use attachment::Attachment;

/// One file as it was on the disk.
#[derive(Debug)]
pub struct Source {
    /// The path, relative to the project, with `/` between its parts.
    pub path: String,
    /// The text; empty for attachments and for files that could not be read as text.
    pub text: String,
}

/// All files, sorted by path, so that a [`FileId`] means the same on each run.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
    attachments: BTreeMap<String, Attachment>,
}

impl Sources {
    /// Sources from memory: for tests, and for files that an editor has not saved yet.
    pub fn from_texts(texts: impl IntoIterator<Item = (String, String)>) -> Self {
        let files = texts.into_iter().map(|(path, text)| Source { path, text }).collect();
        Self::new(files, Vec::new())
    }

    /// Texts and attachments; each attachment gets its place among the files.
    pub fn new(mut files: Vec<Source>, attachments: Vec<Attachment>) -> Self {
        let empty = |it: &Attachment| Source { path: it.path.clone(), text: String::new() };
        files.extend(attachments.iter().map(empty));
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let mut sources = Self { files, attachments: BTreeMap::new() };
        for mut attachment in attachments {
            if let Some((file, _)) = sources.get(&attachment.path) {
                attachment.file = file;
            }
            sources.attachments.insert(attachment.path.clone(), attachment);
        }
        sources
    }

    /// Reads the project at `root`.
    pub fn read(root: &Path, diagnostics: &mut Diagnostics) -> Result<Self, Error> {
        if !root.join("condau.toml").is_file() {
            return Err(Error::new(Attempt::FindSite, site_name(root), "cause-no-site"));
        }
        walk::read(root, diagnostics)
    }

    /// Reads the settings alone: for commands that need no content.
    pub fn read_settings(root: &Path) -> Result<Self, Error> {
        let path = root.join("condau.toml");
        let text = std::fs::read_to_string(&path)
            .map_err(|_| Error::new(Attempt::FindSite, site_name(root), "cause-no-site"))?;
        Ok(Self::from_texts([("condau.toml".to_owned(), text)]))
    }

    /// The files in order.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        (0..).map(FileId).zip(&self.files)
    }

    /// The files below a folder, which is written with its `/`.
    pub fn under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (FileId, &'a Source)> {
        let start = self.files.partition_point(|it| it.path.as_str() < folder);
        let below = self.files[start..].iter().take_while(move |it| it.path.starts_with(folder));
        (u32::try_from(start).unwrap_or(u32::MAX)..).map(FileId).zip(below)
    }

    /// One text by its path.
    pub fn get(&self, path: &str) -> Option<(FileId, &str)> {
        let at = self.files.binary_search_by(|it| it.path.as_str().cmp(path)).ok()?;
        Some((FileId(u32::try_from(at).ok()?), &self.files[at].text))
    }

    /// The text of a span.
    pub fn text(&self, span: Span) -> &str {
        self.files[span.file.0 as usize].text.get(span.range()).unwrap_or_default()
    }

    /// The whole text of a file.
    pub fn file_text(&self, file: FileId) -> &str {
        &self.files[file.0 as usize].text
    }

    /// The path of a file.
    pub fn path(&self, file: FileId) -> &str {
        &self.files[file.0 as usize].path
    }

    /// One attachment by its path.
    pub fn attachment(&self, path: &str) -> Option<&Attachment> {
        self.attachments.get(path)
    }

    /// The attachments in order.
    pub fn attachments(&self) -> impl Iterator<Item = &Attachment> {
        self.attachments.values()
    }
}

fn site_name(root: &Path) -> String {
    let whole = std::fs::canonicalize(root).unwrap_or_else(|_| PathBuf::from(root));
    whole.display().to_string()
}

impl Texts for Sources {
    fn path(&self, file: FileId) -> &str {
        self.path(file)
    }

    fn text(&self, file: FileId) -> &str {
        self.file_text(file)
    }
}
