//! Documents: the files of one item, understood. A document is complete when it exists.

pub mod blocks;
pub mod body;
pub mod markdown;
pub mod meta;
pub mod number;
pub mod outline;
pub mod schema;

use std::collections::BTreeMap;

use crate::diagnostic::problem::{Problem, Word};
use crate::diagnostic::{Diagnostics, FileId, Span, Spanned, near};
use crate::document::blocks::{Kinds, Places};
use crate::document::body::Body;
use crate::document::meta::{Details, Meta, Translation, Words};
use crate::document::outline::Outline;
use crate::language::Language;
use crate::project::{KINDS, Project};
use crate::schema::{self as closed, Known, Parsed, Table, is_slug, missing};
use crate::source::Sources;
use crate::verify::code::{Code, Fault};

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
    /// Where the body stands; it is read again when it is rendered.
    pub body: Span,
    /// Headings, links and images of the body.
    pub outline: Outline,
    /// The kinds of the leaf blocks of the body.
    pub kinds: Kinds,
    /// Where each of them stands.
    pub places: Places,
    /// Where the first block stands.
    pub first_block: Option<Span>,
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

    /// The title, or an empty text where a problem was reported.
    pub fn title(&self) -> &str {
        self.words.title.as_ref().map_or("", |it| &it.value)
    }

    /// The summary, or an empty text.
    pub fn summary(&self) -> &str {
        self.words.summary.as_ref().map_or("", |it| &it.value)
    }
}

/// The files of one item, or of one section's introduction.
#[derive(Debug)]
pub struct Folder<'a> {
    /// The section.
    pub section: &'a str,
    /// The slug; none for the introduction of the section.
    pub slug: Option<&'a str>,
    /// The files by language.
    pub files: BTreeMap<Language, (FileId, &'a str)>,
    /// Whether a file was refused when it was read. It is left out, and nothing is said twice.
    pub refused: bool,
}

/// The folders of `content/`, in order. Files that fit no place are reported.
pub fn folders<'a>(sources: &'a Sources, diagnostics: &mut Diagnostics) -> Vec<Folder<'a>> {
    let mut folders = BTreeMap::<(&str, Option<&str>), Folder<'a>>::new();
    for (file, source) in sources.iter() {
        let Some(path) = source.path.strip_prefix("content/") else { continue };
        let is_markdown = path.rsplit_once('.').is_some_and(|(_, it)| it == "md");
        if !is_markdown {
            continue;
        }
        match place(path) {
            Ok((section, slug, language)) => {
                let folder = folders.entry((section, slug)).or_insert_with(|| Folder {
                    section,
                    slug,
                    files: BTreeMap::new(),
                    refused: false,
                });
                if sources.is_refused(file) {
                    folder.refused = true;
                } else {
                    folder.files.insert(language, (file, &source.text));
                }
            }
            Err(form) => {
                let problem =
                    Problem::FileName { name: path.to_owned(), form: Word(form.to_owned()) };
                diagnostics.push(problem, Span::start_of(file));
            }
        }
    }
    folders.into_values().collect()
}

/// Section, slug and language of a path below `content/`, or the message that says its form.
fn place(path: &str) -> Result<(&str, Option<&str>, Language), &'static str> {
    let mut parts = path.split('/');
    let (section, second, third) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let (slug, name, stem) = match (second, third) {
        (Some(slug), Some(name)) => (Some(slug), name, "index."),
        (Some(name), None) => (None, name, "_index."),
        _ => return Err("form-content"),
    };
    if parts.next().is_some() {
        return Err("form-content");
    }
    if !is_slug(section) || slug.is_some_and(|it| !is_slug(it)) {
        return Err("form-slug");
    }
    let code = name.strip_prefix(stem).and_then(|it| it.strip_suffix(".md"));
    let language = code.and_then(Language::from_code).ok_or(match slug {
        Some(_) => "form-index",
        None => "form-section",
    })?;
    Ok((section, slug, language))
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
        let Some((front, body)) = split(file, text, diagnostics) else { continue };
        let parsed = Parsed::read(&text[front.range()], front, diagnostics);
        fronts.extend(parsed.map(|it| (language, file, front, body, it)));
    }
    let source = source_language(&fronts, surroundings.project.first_language());
    let have = |it: Language| folder.files.contains_key(&it);
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
        let body = markdown::parse(&text[body_span.range()], *body_span, diagnostics);
        let (kinds, places) = blocks::outline(&body);
        let document = Document {
            file: *file,
            language: *language,
            words: meta::words(&table),
            role,
            front: *front,
            body: *body_span,
            outline: Outline::of(&body),
            kinds,
            places,
            first_block: body.blocks.first().map(|it| it.span),
        };
        each(&document, &body, diagnostics);
        documents.push(document);
    }
    documents
}

/// The places of front matter and body.
fn split(file: FileId, text: &str, diagnostics: &mut Diagnostics) -> Option<(Span, Span)> {
    // A byte order mark at the start is not text.
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let rest = &text[start..];
    if rest.is_empty() && start == 0 && text.is_empty() {
        diagnostics.push(Problem::FrontMatterMissing {}, Span::start_of(file));
        return None;
    }
    let opened = rest.strip_prefix("+++\r\n").or_else(|| rest.strip_prefix("+++\n"));
    let Some(opened) = opened else {
        let line = rest.lines().next().map_or(0, str::len);
        diagnostics.push(Problem::FrontMatterMissing {}, Span::new(file, start..start + line));
        return None;
    };
    let front = text.len() - opened.len();
    let mut at = front;
    for line in opened.split_inclusive('\n') {
        if line.trim_end() == "+++" {
            return Some((
                Span::new(file, front..at),
                Span::new(file, at + line.len()..text.len()),
            ));
        }
        at += line.len();
    }
    diagnostics.push(Problem::FrontMatterMissing {}, Span::new(file, start..start + 3));
    None
}

type Front<'a> = (Language, FileId, Span, Span, Parsed<'a>);

/// The first language of `authentic`, wherever it is written; else that of the only file that
/// declares a kind; else the site's first.
fn source_language(fronts: &[Front<'_>], first: Language) -> Language {
    let authentic = |it: &Front<'_>| it.4.table().languages("authentic").first().map(|it| it.value);
    fronts.iter().find_map(authentic).unwrap_or(first)
}

/// Reads one front matter and reports what cannot be understood.
struct Reader<'a, 'b> {
    folder: &'a Folder<'a>,
    surroundings: Surroundings<'a>,
    diagnostics: &'b mut Diagnostics,
}

impl Reader<'_, '_> {
    fn source(&mut self, table: Table<'_>, language: Language) -> Option<Meta> {
        let Some(kind) = self.kind(table) else {
            // Without a kind nothing else can be judged: one cause, one problem.
            return None;
        };
        let has_template = kind.value == "alert" && table.has("template");
        let mut found = Diagnostics::default();
        closed::check(table, schema::keys(&kind.value), self.surroundings.known, &mut found);
        for it in found.sorted() {
            let generated = matches!(&it.problem, Problem::MissingKey { key, .. } if key == "title" || key == "summary");
            let elsewhere =
                matches!(&it.problem, Problem::UnknownKey { key, .. } if is_of_translation(key));
            if elsewhere {
                self.misplaced(table, it.span, language);
            } else if !(generated && has_template) {
                self.diagnostics.add(it);
            }
        }
        let id = self.code(table);
        let meta = meta::meta(&table, kind, id, language);
        self.conditions(table, &meta);
        Some(meta)
    }

    /// The kind, which must be one that the section takes.
    fn kind(&mut self, table: Table<'_>) -> Option<Spanned<String>> {
        let Some(kind) = table.str("kind") else {
            if table.has("kind") {
                closed::check(table, KIND_ONLY, self.surroundings.known, self.diagnostics);
            } else {
                missing("kind", table.span(), self.diagnostics);
            }
            return None;
        };
        if !KINDS.contains(&kind.value.as_str()) {
            let near = near::nearest(&kind.value, KINDS.iter().copied()).unwrap_or_default();
            let problem = Problem::UnknownValue { value: kind.value, list: KINDS.join(" "), near };
            self.diagnostics.push(problem, kind.span);
            return None;
        }
        let section = self.surroundings.project.section(self.folder.section);
        if let Some(section) = section.filter(|it| !it.kinds.contains(&kind.value)) {
            let problem = Problem::KindInSection {
                section: section.name.clone(),
                kind: kind.value.clone(),
                kinds: section.kinds.join(", "),
            };
            self.diagnostics.push(problem, kind.span);
        }
        Some(kind)
    }

    fn code(&mut self, table: Table<'_>) -> Option<Spanned<Code>> {
        let id = table.str("id")?;
        // The form in groups, which pages print, is read as well.
        match Code::read(&id.value) {
            Ok(value) => Some(Spanned { value, span: id.span }),
            Err(fault) => {
                let why = match fault {
                    Fault::Length => "why-length",
                    Fault::Symbol => "why-symbol",
                    Fault::Check { .. } => "why-check",
                };
                let problem = Problem::CodeForm { code: id.value, why: Word(why.to_owned()) };
                self.diagnostics.push(problem, id.span);
                None
            }
        }
    }

    /// Keys that other keys make required.
    fn conditions(&mut self, table: Table<'_>, meta: &Meta) {
        let mut need = |key: &str| {
            if !table.has(key) {
                missing(key, table.span(), self.diagnostics);
            }
        };
        match &meta.details {
            Details::Programme(it) => {
                let keys: &[&str] = match it.kind.as_ref().map(|it| it.value.as_str()) {
                    Some("programme" | "consultation") => &["opens", "closes"],
                    Some("event") => &["from", "to", "place"],
                    _ => &[],
                };
                for key in keys {
                    need(key);
                }
            }
            Details::Mou(it) => {
                need("authentic");
                if it.renewal == "automatic" {
                    need("renewal_months");
                }
            }
            Details::Procedure(_) => {
                need("basis");
                if table.has("fees") && table.tables("fees").is_empty() {
                    self.diagnostics.push(Problem::FeeMissing {}, table.value_span("fees"));
                }
                for fee in table.tables("fees") {
                    if !(fee.has("price") || fee.has("amount")) {
                        missing("price", fee.span(), self.diagnostics);
                    }
                }
            }
            _ => {}
        }
    }

    fn translation(&mut self, table: Table<'_>, source: Language, equal: bool) {
        let mut found = Diagnostics::default();
        closed::check(table, schema::TRANSLATION, self.surroundings.known, &mut found);
        for it in found.sorted() {
            let of_source =
                matches!(&it.problem, Problem::UnknownKey { key, .. } if is_of_source(key));
            if of_source {
                self.misplaced(table, it.span, source);
            } else {
                self.diagnostics.add(it);
            }
        }
        if equal {
            for key in ["translator", "reviewer", "machine"] {
                if let Some(span) = table.key_span(key) {
                    self.misplaced(table, span, source);
                }
            }
        }
    }

    /// A key that belongs into another file of the item.
    fn misplaced(&mut self, table: Table<'_>, span: Span, source: Language) {
        let key = table.keys().into_iter().find(|it| it.span == span);
        let key = key.map(|it| it.value.to_owned()).unwrap_or_default();
        let file = if is_of_source(&key) {
            format!("index.{}.md", source.code())
        } else {
            let other = self.folder.files.keys().find(|it| **it != source);
            format!("index.{}.md", other.map_or("en", |it| it.code()))
        };
        self.diagnostics.push(Problem::MisplacedKey { key, file }, span);
    }
}

const KIND_ONLY: &[closed::Key] = &[closed::Key {
    name: "kind",
    kind: closed::Type::Enum(KINDS),
    need: closed::Need::Required,
    example: "\"document\"",
}];

fn is_of_source(key: &str) -> bool {
    KINDS.iter().flat_map(|it| schema::keys(it)).any(|it| it.name == key)
}

fn is_of_translation(key: &str) -> bool {
    schema::TRANSLATION.iter().any(|it| it.name == key) && !is_of_source(key)
}
