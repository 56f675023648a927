//! Documents: the files of one item, understood. A document is complete when it exists.

pub mod blocks;
pub mod body;
mod front;
pub mod markdown;
pub mod meta;
pub mod number;
pub mod outline;
pub mod packed;
mod reader;
pub mod schema;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::problem::{Problem, Word};
use crate::diagnostic::{Diagnostics, FileId, Span, near};
use crate::document::blocks::{Kinds, Places};
use crate::document::body::Body;
use crate::document::meta::{Meta, Translation, Words};
use crate::document::outline::Outline;
use crate::document::packed::Packed;
use crate::document::reader::{Reader, is_of_source};
use crate::language::{Language, fold};
use crate::project::Project;
use crate::schema::{self as closed, Known, Parsed, Table, is_slug};
use crate::source::Sources;

/// One text of one item in one language.
#[derive(Debug)]
pub struct Document {
    /// The file.
    pub file: FileId,
    /// The language of the text.
    pub language: Language,
    /// Title, summary and what else each language has of its own.
    pub words: Words,
    /// Source or translation, with what only such a file says.
    pub role: Role,
    /// Where the front matter stands, without the lines of `+++`.
    pub front: Span,
    /// Where the body stands.
    pub body: Span,
    /// Its tree.
    pub packed: Packed,
    /// Headings, links and images of the body.
    pub outline: Outline,
    /// The kinds of the leaf blocks of the body.
    pub kinds: Kinds,
    /// Where each of them stands.
    pub places: Places,
    /// Where the first block stands.
    pub first_block: Option<Span>,
    /// Whether raw HTML was left out, which was reported: the blocks are not all that was written.
    pub lacks_html: bool,
}

/// What a file is to its item.
#[derive(Debug)]
pub enum Role {
    /// The first authentic text, with the data of the item.
    Source(Box<Meta>),
    /// A text in another language.
    Translation(Translation),
    /// The introduction of a section.
    Section,
}

impl Document {
    /// Whether there is any text after the front matter.
    pub fn has_text(&self) -> bool {
        !self.kinds.is_empty()
    }

    /// A text of which nothing is known yet.
    pub fn bare(language: Language) -> Self {
        let nowhere = Span::start_of(FileId(0));
        Self {
            file: nowhere.file,
            language,
            words: Words::default(),
            role: Role::Translation(Translation::default()),
            front: nowhere,
            body: nowhere,
            packed: Packed::default(),
            outline: Outline::default(),
            kinds: Kinds::default(),
            places: Places::default(),
            first_block: None,
            lacks_html: false,
        }
    }

    /// Takes another body: a whole file without front matter. What is wrong with it is not said: it
    /// was sealed as it is.
    pub fn take_body(&mut self, file: FileId, text: &str) {
        self.file = file;
        self.body = Span::new(file, 0..text.len());
        let body = markdown::parse(text, self.body, &mut Diagnostics::default());
        self.describe(&body, text);
    }

    /// Loses its body, and keeps its title.
    pub fn drop_body(&mut self) {
        self.body = Span::start_of(self.file);
        self.describe(&Body::default(), "");
    }

    /// The tree of the body.
    pub fn tree(&self, sources: &Sources) -> Body {
        self.packed.tree(sources.text(self.body), self.body)
    }

    fn describe(&mut self, body: &Body, text: &str) {
        self.packed = Packed::new(body, text, self.body);
        self.outline = Outline::of(body);
        (self.kinds, self.places) = blocks::outline(body);
        self.first_block = body.blocks.first().map(|it| it.span);
    }

    /// Whether a machine wrote the text, or a part of it.
    pub fn is_machine(&self) -> bool {
        matches!(&self.role, Role::Translation(it) if it.machine.is_some())
    }

    /// The title, or an empty text where a problem was reported.
    pub fn title(&self) -> &str {
        self.words.title.as_ref().map_or("", |it| &it.value)
    }

    /// The summary, or an empty text.
    pub fn summary(&self) -> &str {
        self.words.summary.as_ref().map_or("", |it| &it.value)
    }
}

/// The name of the file beside the texts that says which wording each translation renders.
pub const LOCK: &str = "translations.lock.toml";

/// The files of one item, or of one section's introduction.
#[derive(Debug)]
pub struct Folder<'a> {
    /// The section.
    pub section: &'a str,
    /// The slug; none for the introduction of the section.
    pub slug: Option<&'a str>,
    /// The files by language.
    pub files: BTreeMap<Language, (FileId, &'a str)>,
    /// The lock of its translations.
    pub lock: Option<(FileId, &'a str)>,
    /// Languages whose file stands there but could not be taken. A problem says why, and that
    /// they lack is not said again.
    pub tried: BTreeSet<Language>,
    /// Whether a file stands there of which nobody knows the language.
    pub refused: bool,
}

/// The folders of `content/`, in order. Files that fit no place are reported; of a folder that
/// fits none, the folder is, once.
pub fn folders<'a>(
    sources: &'a Sources,
    project: &Project,
    diagnostics: &mut Diagnostics,
) -> Vec<Folder<'a>> {
    let mut folders = BTreeMap::<(&str, Option<&str>), Folder<'a>>::new();
    let mut reported = BTreeSet::new();
    for (file, source) in sources.iter() {
        let Some(path) = source.path.strip_prefix("content/") else { continue };
        let is_markdown = path.rsplit_once('.').is_some_and(|(_, it)| it == "md");
        let is_text = || is_meant_as_text(path) && !is_attached(sources, &source.path);
        if !(is_markdown || is_text()) {
            continue;
        }
        let place = match place(path, project) {
            Ok(place) => place,
            Err(misplaced) => {
                if reported.insert(misplaced.name) {
                    diagnostics.push(misplaced.problem(), Span::start_of(file));
                }
                continue;
            }
        };
        let Place { section, slug, name, language } = place;
        let is_known = project.sections.is_empty() || project.section(section).is_some();
        if !is_known && reported.insert(section) {
            diagnostics.push(unknown_section(section, project), Span::start_of(file));
        }
        if !is_known {
            continue;
        }
        let folder = folders.entry((section, slug)).or_insert_with(|| Folder {
            section,
            slug,
            files: BTreeMap::new(),
            lock: None,
            tried: BTreeSet::new(),
            refused: false,
        });
        let Some(language) = language else {
            let stem = if slug.is_some() { "index" } else { "_index" };
            let meant = meant_language(name, project.first_language());
            let right = meant.map(|it| format!("{stem}.{}.md", it.code()));
            let folder_path = source.path.strip_suffix(name).unwrap_or_default();
            let is_free = |it: &String| {
                !sources.iter().any(|(_, at)| at.path == format!("{folder_path}{it}"))
            };
            let form = if slug.is_some() { "form-index" } else { "form-section" };
            let problem = Problem::FileName {
                name: path.to_owned(),
                form: Word(form.to_owned()),
                near: right.filter(is_free).unwrap_or_default(),
            };
            diagnostics.push(problem, Span::start_of(file));
            folder.tried.extend(meant);
            folder.refused |= meant.is_none();
            continue;
        };
        if sources.is_refused(file) {
            folder.tried.insert(language);
        } else {
            folder.files.insert(language, (file, &source.text));
        }
    }
    for (file, source) in sources.under("content/").filter(|(it, _)| !sources.is_refused(*it)) {
        let Some(path) = source.path.strip_suffix(LOCK) else { continue };
        let mut parts = path.trim_start_matches("content/").trim_end_matches('/').split('/');
        let place = (parts.next().unwrap_or_default(), parts.next());
        if let Some(folder) = folders.get_mut(&place) {
            folder.lock = Some((file, &source.text));
        }
    }
    folders.into_values().collect()
}

/// Whether a file is named as an attachment by a text beside it.
fn is_attached(sources: &Sources, path: &str) -> bool {
    let Some((folder, name)) = path.rsplit_once('/') else {
        return false;
    };
    let (folder, value) = (format!("{folder}/"), format!("\"{name}\""));
    let is_value = |line: &str| line.contains(&value) && line.contains("file");
    sources.under(&folder).any(|(_, it)| it.text.lines().any(is_value))
}

/// A section that the settings do not have, with the one that was meant: by its folder, or by its
/// address in some language.
fn unknown_section(name: &str, project: &Project) -> Problem {
    let names = project.sections.iter().map(|it| it.name.as_str());
    let by_address = project
        .sections
        .iter()
        .find(|it| Language::ALL.iter().any(|language| it.path.get(*language) == Some(name)));
    let near = by_address.map(|it| it.name.clone()).or_else(|| near::nearest(name, names.clone()));
    Problem::UnknownValue {
        value: name.to_owned(),
        list: format!("condau.toml [sections]: {}", names.collect::<Vec<_>>().join(" ")),
        near: near.unwrap_or_default(),
    }
}

/// Where a file stands below `content/`.
struct Place<'a> {
    section: &'a str,
    slug: Option<&'a str>,
    name: &'a str,
    /// None where the name is not of the form.
    language: Option<Language>,
}

/// A folder or file that fits no place.
struct Misplaced<'a> {
    name: &'a str,
    form: &'static str,
    near: String,
}

impl Misplaced<'_> {
    fn problem(&self) -> Problem {
        Problem::FileName {
            name: self.name.to_owned(),
            form: Word(self.form.to_owned()),
            near: self.near.clone(),
        }
    }
}

/// Section, slug and language of a path below `content/`.
fn place<'a>(path: &'a str, project: &Project) -> Result<Place<'a>, Misplaced<'a>> {
    let mut parts = path.split('/');
    let (section, second, third) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let folder = path.rsplit_once('/').map_or(path, |(it, _)| it);
    let (slug, name, stem) = match (second, third) {
        (Some(slug), Some(name)) => (Some(slug), name, "index."),
        (Some(name), None) => (None, name, "_index."),
        _ => return Err(Misplaced { name: path, form: "form-content", near: String::new() }),
    };
    if parts.next().is_some() {
        return Err(Misplaced { name: folder, form: "form-content", near: String::new() });
    }
    let bad_part = if is_slug(section) { slug.filter(|it| !is_slug(it)) } else { Some(section) };
    if let Some(bad) = bad_part {
        let name = if is_slug(section) { folder } else { section };
        let near = Some(fold::slug(bad, 60)).filter(|it| is_slug(it)).unwrap_or_default();
        return Err(Misplaced { name, form: "form-slug", near });
    }
    let code = name.strip_prefix(stem).and_then(|it| it.strip_suffix(".md"));
    let language = code.and_then(Language::from_code);
    if slug.is_none() && language.is_none() && !is_meant_as_text(path) {
        // An item is a folder: a text that stands alone in its section lacks one.
        let stem = fold::slug(name.trim_end_matches(".md"), 60);
        let first = project.first_language().code();
        let near = format!("content/{section}/{stem}/index.{first}.md");
        let near = if is_slug(&stem) && section != "data" { near } else { String::new() };
        return Err(Misplaced { name: path, form: "form-content", near });
    }
    Ok(Place { section, slug, name, language })
}

/// Whether a name is that of a text of an item, but for its form: `Index.vi.md`, `index.en.md.txt`.
pub fn is_meant_as_text(path: &str) -> bool {
    let name = path.rsplit_once('/').map_or(path, |(_, it)| it).to_lowercase();
    let stem = name.strip_prefix('_').unwrap_or(&name);
    stem.starts_with("index.")
        && [".md", ".md.txt", ".txt", ".markdown"].iter().any(|it| name.ends_with(it))
}

/// The language that was meant by the name of a text. A name that says none means the first.
fn meant_language(name: &str, first: Language) -> Option<Language> {
    if !is_meant_as_text(name) {
        return None;
    }
    let lower = name.to_lowercase();
    let mut parts = lower.split(['.', '_', '-', ' ']).filter(|it| !it.is_empty());
    parts.next();
    let mut parts = parts.filter(|it| !["md", "txt", "markdown"].contains(it)).peekable();
    if parts.peek().is_none() {
        return Some(first);
    }
    parts.find_map(Language::meant)
}

/// What parsing needs to know of the site.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    /// The settings.
    pub project: &'a Project,
    /// The ids that exist.
    pub known: &'a Known,
}

/// Parses the files of one folder. `each` sees every document with its tree, which is then dropped.
pub fn parse(
    folder: &Folder<'_>,
    surroundings: Surroundings<'_>,
    diagnostics: &mut Diagnostics,
    mut each: impl FnMut(&Document, &Body, &mut Diagnostics),
) -> Vec<Document> {
    let mut fronts = Vec::new();
    for (&language, &(file, text)) in &folder.files {
        let Some((front, body)) = front::split(file, text, diagnostics) else { continue };
        let parsed = Parsed::read(&text[front.range()], front, diagnostics);
        fronts.extend(parsed.map(|it| (language, file, front, body, it)));
    }
    let unread = folder.files.keys().filter(|it| !fronts.iter().any(|(at, ..)| at == *it));
    let unread = unread.chain(&folder.tried).next().copied();
    let mut source = source_language(&fronts, surroundings.project.first_language());
    if let Some(unread) = unread
        && fronts.iter().any(|(it, .., front)| *it == source && !has_data(&front.table()))
    {
        // The data of the item are in a file that could not be read, and not in this one.
        source = unread;
    }
    if let Some(holder) = other_holder(&fronts, source) {
        // The data stand in another file than `authentic` says: they are read where they are.
        let (written, holder) = holder;
        let (first, file) = (source.code().to_owned(), format!("index.{}.md", holder.code()));
        let is_read = fronts.iter().any(|(it, ..)| *it == source);
        let is_there = folder.files.contains_key(&source) || folder.tried.contains(&source);
        if is_read || !is_there {
            diagnostics.push(Problem::AuthenticFirst { first, file }, written);
        }
        source = holder;
    }
    let have = |it: Language| folder.files.contains_key(&it) || folder.tried.contains(&it);
    if folder.slug.is_some()
        && !(have(source) || folder.refused)
        && let Some((file, _)) = folder.files.values().next()
    {
        let problem = Problem::SourceMissing { file: format!("index.{}.md", source.code()) };
        diagnostics.push(problem, Span::start_of(*file));
    }
    let authentic = fronts
        .iter()
        .find(|(it, ..)| *it == source)
        .map(|(.., it)| it.table().languages("authentic"))
        .unwrap_or_default();
    let mut documents = Vec::new();
    for (language, file, front, body_span, parsed) in &fronts {
        let table = parsed.table();
        let mut reader = Reader { folder, surroundings, diagnostics };
        let role = if folder.slug.is_none() {
            closed::check(table, schema::SECTION, surroundings.known, reader.diagnostics);
            Some(Role::Section)
        } else if *language == source {
            reader.source(table, source).map(|it| Role::Source(Box::new(it)))
        } else {
            let equal = authentic.iter().any(|it| it.value == *language);
            reader.translation(table, source, equal);
            Some(Role::Translation(meta::translation(&table)))
        };
        let Some(role) = role else { continue };
        let text = folder.files.get(language).map_or("", |it| it.1);
        let mut found = Diagnostics::default();
        let text = &text[body_span.range()];
        let body = markdown::parse(text, *body_span, &mut found);
        let lacks_html = found.any(|it| matches!(it, Problem::RawHtml { .. }));
        diagnostics.append(found);
        let mut document = Document {
            file: *file,
            words: meta::words(&table),
            role,
            front: *front,
            body: *body_span,
            lacks_html,
            ..Document::bare(*language)
        };
        document.describe(&body, text);
        each(&document, &body, diagnostics);
        documents.push(document);
    }
    documents
}

type Front<'a> = (Language, FileId, Span, Span, Parsed<'a>);

/// The first language of `authentic`, wherever it is written; else that of the only file that
/// declares a kind; else the site's first.
fn source_language(fronts: &[Front<'_>], first: Language) -> Language {
    let authentic = |it: &Front<'_>| it.4.table().languages("authentic").first().map(|it| it.value);
    fronts.iter().find_map(authentic).unwrap_or(first)
}

/// The file that has the data of the item although `authentic` begins with another language, and
/// the place of `authentic`.
fn other_holder(fronts: &[Front<'_>], source: Language) -> Option<(Span, Language)> {
    let named = fronts.iter().find(|(it, ..)| *it == source);
    if named.is_some_and(|(.., it)| has_data(&it.table())) {
        return None;
    }
    let (language, .., holder) = fronts.iter().find(|(.., it)| {
        let table = it.table();
        table.has("kind") && !table.languages("authentic").is_empty()
    })?;
    Some((holder.table().value_span("authentic"), *language))
}

/// Whether a front matter says what only that of a source says.
fn has_data(table: &Table<'_>) -> bool {
    let of_translation = |key: &str| schema::TRANSLATION.iter().any(|it| it.name == key);
    table.keys().iter().any(|it| is_of_source(it.value) && !of_translation(it.value))
}
