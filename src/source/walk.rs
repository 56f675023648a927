//! Which files belong to a project, and which are refused: links, devices, other encodings.

use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::sync::mpsc;

use walkdir::{DirEntry, WalkDir};

use crate::diagnostic::problem::{Problem, Word};
use crate::diagnostic::{Diagnostics, Span};
use crate::error::{Attempt, Error};
use crate::source::attachment::{self, Attachment};
use crate::source::{Source, Sources, encoding};

/// The folders that are read, and the files beside them.
const FOLDERS: [&str; 4] = ["content", "themes", "i18n", "register"];
const FILES: [&str; 2] = ["addresses.txt", "condau.toml"];

/// The endings of the files whose words matter. All others are taken as they are; in `content/`
/// a web page or a drawing is such a file too, for its item may offer it for download.
const TEXTS_OF_CONTENT: [&str; 2] = ["md", "toml"];
const TEXTS_OF_REGISTER: [&str; 2] = ["md", "note"];
const TEXTS: [&str; 10] = ["css", "ftl", "html", "js", "json", "md", "svg", "toml", "txt", "xml"];

/// What stands there is read to the byte: it is signed or sealed.
const REGISTER: &str = "register/";

/// The largest text that is read, and the largest attachment, in bytes.
const TEXT_LIMIT: u64 = 4_000_000;
const ATTACHMENT_LIMIT: u64 = 200_000_000;

/// Reads everything below `root` that belongs to the project, and adds what stands beside it.
pub(super) fn read(
    root: &Path,
    beside: Vec<Source>,
    diagnostics: &mut Diagnostics,
) -> Result<Sources, Error> {
    let found = read_all(root)?;
    let (mut files, mut attachments, mut problems) = (beside, Vec::new(), Vec::new());
    for Found { path, text, attachment, problem } in found {
        if let Some(problem) = problem {
            problems.push((path.clone(), problem, attachment.is_none()));
        }
        attachments.extend(attachment);
        files.push(Source { path, text });
    }
    let mut sources = Sources::new(files, attachments);
    for (path, problem, refused) in problems {
        let Some(file) = sources.find(&path) else { continue };
        diagnostics.push(problem, Span::start_of(file));
        if refused {
            sources.refused.insert(file);
        }
    }
    Ok(sources)
}

/// Reads every file. Those that the walk has found are read while it goes on.
fn read_all(root: &Path) -> Result<Vec<Found>, Error> {
    let (sender, receiver) = mpsc::channel();
    rayon::scope(|scope| {
        let mut numbers = 0..;
        list_all(root, &mut |entry| {
            let (sender, number) = (sender.clone(), numbers.next());
            // The receiver outlives the scope: nothing that is sent is lost.
            scope.spawn(move |_| _ = sender.send((number, take(root, entry))));
        })
    })?;
    drop(sender);
    let mut found: Vec<_> = receiver.into_iter().collect();
    // In the order of the walk: of several files that cannot be read, the first is named each time.
    found.sort_by_key(|it: &(Option<u32>, _)| it.0);
    found.into_iter().map(|it| it.1).collect()
}

/// A path of the project before it is opened.
struct Entry {
    path: String,
    refused: Option<Problem>,
}

impl Entry {
    fn of(path: String, kind: fs::FileType) -> Self {
        let refused = (!kind.is_file()).then(|| Problem::FileLink { name: path.clone() });
        Self { path, refused }
    }
}

/// Shows the files of the project, one after the other.
fn list_all(root: &Path, found: &mut impl FnMut(Entry)) -> Result<(), Error> {
    for path in FILES {
        match fs::symlink_metadata(root.join(path)) {
            Ok(meta) => found(Entry::of(path.to_owned(), meta.file_type())),
            Err(it) if it.kind() == io::ErrorKind::NotFound => {}
            Err(it) => return Err(Error::io(Attempt::Read, &root.join(path), &it)),
        }
    }
    FOLDERS.into_iter().try_for_each(|it| list(root, it, found))
}

/// Shows the files of a folder. Links and devices are refused, wherever they lead.
fn list(root: &Path, folder: &str, found: &mut impl FnMut(Entry)) -> Result<(), Error> {
    let top = root.join(folder);
    match fs::symlink_metadata(&top) {
        Ok(meta) if meta.is_dir() => {}
        Ok(meta) if meta.is_file() => {
            return Err(Error::io(Attempt::Read, &top, &io::ErrorKind::NotADirectory.into()));
        }
        Ok(meta) => {
            found(Entry::of(folder.to_owned(), meta.file_type()));
            return Ok(());
        }
        Err(it) if it.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(it) => return Err(Error::io(Attempt::Read, &top, &it)),
    }
    let walk = WalkDir::new(&top).follow_links(false).follow_root_links(false);
    let mut walk = walk.into_iter();
    while let Some(entry) = walk.next() {
        let entry = entry.map_err(|it| failure(&top, &it))?;
        if entry.depth() == 0 {
            continue;
        }
        let kind = entry.file_type();
        let is_skipped = is_skipped(&entry);
        let below = entry.path().strip_prefix(root).unwrap_or(entry.path());
        let parts: Option<Vec<_>> = below.iter().map(|it| it.to_str()).collect();
        let fault = match &parts {
            None => Some("form-utf8"),
            Some(parts) => parts.iter().any(|it| it.contains(is_odd)).then_some("form-attachment"),
        };
        if kind.is_dir() && (is_skipped || fault.is_some()) {
            walk.skip_current_dir();
        }
        if is_skipped {
            continue;
        }
        let lossy = || below.iter().map(|it| it.to_string_lossy()).collect::<Vec<_>>().join("/");
        let path = parts.as_ref().map_or_else(lossy, |it| it.join("/"));
        if let Some(form) = fault {
            let name = path.replace(is_odd, "\u{fffd}");
            let form = Word(form.to_owned());
            let refused = Some(Problem::FileName { name: name.clone(), form, near: String::new() });
            found(Entry { path: name, refused });
        } else if !kind.is_dir() {
            found(Entry::of(path, kind));
        }
    }
    Ok(())
}

fn failure(top: &Path, error: &walkdir::Error) -> Error {
    let path = error.path().unwrap_or(top);
    match error.io_error() {
        Some(cause) => Error::io(Attempt::Read, path, cause),
        None => Error::new(Attempt::Read, path.display().to_string(), error),
    }
}

/// What no name of a file may hold: it would break lists of files, one to a line.
fn is_odd(letter: char) -> bool {
    letter.is_control()
}

/// Hidden files, and what editors and systems leave behind.
fn is_skipped(entry: &DirEntry) -> bool {
    const LEFT: [&str; 4] = ["thumbs.db", "desktop.ini", "node_modules", "__macosx"];
    let name = entry.file_name().to_string_lossy().to_lowercase();
    name.starts_with(['.', '~'])
        || name.ends_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        || name.strip_suffix(".swp").is_some()
        || LEFT.contains(&name.as_str())
}

/// What was found at one path.
struct Found {
    path: String,
    text: String,
    attachment: Option<Attachment>,
    problem: Option<Problem>,
}

/// Reads one file.
fn take(root: &Path, entry: Entry) -> Result<Found, Error> {
    let Entry { path, refused } = entry;
    let place = root.join(&path);
    let refuse = |path, problem| Found {
        path,
        text: String::new(),
        attachment: None,
        problem: Some(problem),
    };
    if let Some(problem) = refused {
        return Ok(refuse(path, problem));
    }
    let failed = |it: io::Error| Error::io(Attempt::Read, &place, &it);
    let file = fs::File::open(&place).map_err(failed)?;
    let length = file.metadata().map_err(failed)?.len();
    let limit = if is_text(&path) { TEXT_LIMIT } else { ATTACHMENT_LIMIT };
    if length > limit {
        let mb = |bytes: u64| i64::try_from(bytes.div_ceil(1_000_000)).unwrap_or(i64::MAX);
        return Ok(refuse(path, Problem::FileLarge { mb: mb(length), limit: mb(limit) }));
    }
    if !is_text(&path) {
        let (attachment, head) = attachment::read(file, &path).map_err(failed)?;
        let problem = attachment::is_private_key(&head).then_some(Problem::PrivateKey {});
        return Ok(Found { path, text: String::new(), attachment: Some(attachment), problem });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0) + 1);
    file.take(TEXT_LIMIT).read_to_end(&mut bytes).map_err(failed)?;
    if attachment::is_private_key(&bytes) {
        return Ok(refuse(path, Problem::PrivateKey {}));
    }
    if path.starts_with(REGISTER) {
        // Bytes that are no text become other bytes, which no hash of the register is of.
        let text = String::from_utf8(bytes);
        let text = text.unwrap_or_else(|it| String::from_utf8_lossy(it.as_bytes()).into_owned());
        return Ok(Found { path, text, attachment: None, problem: None });
    }
    match encoding::decode(bytes) {
        Ok(text) => Ok(Found { path, text, attachment: None, problem: None }),
        Err(font) => Ok(refuse(path, Problem::FileEncoding { font: Word(font.to_owned()) })),
    }
}

fn is_text(path: &str) -> bool {
    let texts = match path.strip_prefix(REGISTER) {
        // A sealed file is taken as it is, whatever it is called.
        Some(below) if !below.contains('/') => return true,
        Some(_) => &TEXTS_OF_REGISTER[..],
        None if path.starts_with("content/") => &TEXTS_OF_CONTENT[..],
        None => &TEXTS[..],
    };
    path.rsplit_once('.').is_some_and(|(_, ending)| texts.contains(&ending))
}
