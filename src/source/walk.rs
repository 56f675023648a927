//! Which files belong to a project, and what is refused: links, devices, other encodings.

use std::io::Read;
use std::path::Path;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::diagnostic::problem::{Problem, Word};
use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Span};
use crate::error::{Attempt, Error};
use crate::source::attachment::Attachment;
use crate::source::{Source, Sources};

/// The folders that are read, and the files beside them.
const FOLDERS: [&str; 3] = ["content", "themes", "i18n"];
const FILES: [&str; 2] = ["condau.toml", "addresses.txt"];

/// Files whose words matter; everything else in `content/` is an attachment.
const TEXTS: [&str; 8] = ["md", "toml", "ftl", "html", "css", "js", "txt", "xml"];

/// The largest text that is read, and the largest attachment, in bytes.
const TEXT_LIMIT: u64 = 4_000_000;
const ATTACHMENT_LIMIT: u64 = 200_000_000;

/// What was found at one path.
enum Found {
    Text(Source),
    Attachment(Attachment),
}

/// Reads everything below `root` that belongs to the project.
pub(super) fn read(root: &Path, diagnostics: &mut Diagnostics) -> Result<Sources, Error> {
    let mut entries = Vec::new();
    for name in FILES {
        if root.join(name).symlink_metadata().is_ok() {
            entries.push(name.to_owned());
        }
    }
    let mut refused = Vec::new();
    for folder in FOLDERS {
        if root.join(folder).symlink_metadata().is_ok() {
            list(root, folder, &mut entries, &mut refused)?;
        }
    }
    let read: Vec<_> =
        entries.par_iter().map(|path| file(root, path)).collect::<Result<Vec<_>, Error>>()?;
    let (mut texts, mut attachments) = (Vec::new(), Vec::new());
    for (found, problem) in read {
        let path = match &found {
            Found::Text(it) => it.path.clone(),
            Found::Attachment(it) => it.path.clone(),
        };
        refused.extend(problem.map(|it| (path, it)));
        match found {
            Found::Text(it) => texts.push(it),
            Found::Attachment(it) => attachments.push(it),
        }
    }
    // What was refused still has a place to point at.
    for (path, _) in &refused {
        let known = |it: &Source| it.path == *path;
        if !(texts.iter().any(known) || attachments.iter().any(|it: &Attachment| it.path == *path))
        {
            texts.push(Source { path: path.clone(), text: String::new() });
        }
    }
    let sources = Sources::new(texts, attachments);
    for (path, problem) in refused {
        let file = sources.get(&path).map_or(FileId(0), |(it, _)| it);
        let span = Span::start_of(file);
        diagnostics.add(Diagnostic { problem, span, related: None, fix: None });
    }
    Ok(sources)
}

/// Lists the files of a folder, sorted by path; links and devices are refused.
fn list(
    root: &Path,
    folder: &str,
    entries: &mut Vec<String>,
    refused: &mut Vec<(String, Problem)>,
) -> Result<(), Error> {
    let walk = WalkDir::new(root.join(folder)).follow_links(false).sort_by_file_name();
    for entry in walk.into_iter().filter_entry(|it| it.depth() == 0 || !is_skipped(it)) {
        let entry = entry.map_err(|error| {
            let path = error.path().map_or_else(|| root.join(folder), Path::to_owned);
            match error.io_error() {
                Some(cause) => Error::io(Attempt::Read, &path, cause),
                None => Error::new(Attempt::Read, path.display().to_string(), &error),
            }
        })?;
        let kind = entry.file_type();
        if kind.is_dir() {
            continue;
        }
        let below = entry.path().strip_prefix(root).unwrap_or(entry.path());
        let parts: Option<Vec<_>> = below.iter().map(|it| it.to_str()).collect();
        let Some(parts) = parts else {
            let name = below.display().to_string();
            let form = Word("form-utf8".to_owned());
            refused.push((name.clone(), Problem::FileName { name, form }));
            continue;
        };
        let path = parts.join("/");
        if kind.is_file() {
            entries.push(path);
        } else {
            refused.push((path.clone(), Problem::FileLink { name: path }));
        }
    }
    Ok(())
}

/// Hidden files, and what editors and systems leave behind.
fn is_skipped(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.')
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || matches!(&*name, "Thumbs.db" | "desktop.ini" | "node_modules")
}

/// Reads one file.
fn file(root: &Path, path: &str) -> Result<(Found, Option<Problem>), Error> {
    let place = root.join(path);
    let failed = |cause: &std::io::Error| Error::io(Attempt::Read, &place, cause);
    let meta = place.symlink_metadata().map_err(|it| failed(&it))?;
    let text = |text: String| Found::Text(Source { path: path.to_owned(), text });
    if !meta.is_file() {
        return Ok((text(String::new()), Some(Problem::FileLink { name: path.to_owned() })));
    }
    let is_text = path.rsplit_once('.').is_some_and(|(_, it)| TEXTS.contains(&it));
    let limit = if is_text { TEXT_LIMIT } else { ATTACHMENT_LIMIT };
    if meta.len() > limit {
        let mb = |bytes: u64| i64::try_from(bytes / 1_000_000).unwrap_or(i64::MAX);
        let problem = Problem::FileLarge { mb: mb(meta.len()), limit: mb(limit) };
        return Ok((text(String::new()), Some(problem)));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or(0) + 1);
    let file = std::fs::File::open(&place).map_err(|it| failed(&it))?;
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|it| failed(&it))?;
    let secret = is_private_key(&bytes).then_some(Problem::PrivateKey {});
    if !is_text {
        return Ok((Found::Attachment(Attachment::of(path, &bytes)), secret));
    }
    match String::from_utf8(bytes) {
        Ok(whole) => Ok((text(whole), secret)),
        Err(error) => {
            let font = Word(font(error.as_bytes()).to_owned());
            Ok((text(String::new()), Some(Problem::FileEncoding { font })))
        }
    }
}

fn is_private_key(bytes: &[u8]) -> bool {
    const MARK: &[u8] = b"PRIVATE KEY-----";
    bytes.len() <= 1_000_000 && bytes.windows(MARK.len()).any(|it| it == MARK)
}

/// Bytes that are frequent in texts typed with old fonts.
const TCVN3: &[u8] = &[0xae, 0xb5, 0xb8, 0xb9, 0xc7, 0xca, 0xd0, 0xd3, 0xd6, 0xdc, 0xde, 0xe1];
const VNI: &[u8] = &[0xf1, 0xf8, 0xf9, 0xef, 0xf5, 0xfb, 0xe2, 0xe1, 0xe0, 0xe5];

/// The old font that a text was probably typed in, by bytes that are frequent in it and rare in
/// others: TCVN3 has its letters at A8–FE one byte each; VNI adds a byte of marks to a letter.
fn font(bytes: &[u8]) -> &'static str {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return "font-utf16";
    }
    let follows = bytes.windows(2).filter(|it| it[0].is_ascii_alphabetic() && VNI.contains(&it[1]));
    let vni = follows.count();
    let tcvn3 = bytes.iter().filter(|it| TCVN3.contains(it)).count();
    match (tcvn3, vni) {
        (0, 0) => "font-unknown",
        (tcvn3, vni) if vni > tcvn3 => "font-vni",
        _ => "font-tcvn3",
    }
}
