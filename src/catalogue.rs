//! The catalogue: all items, joined. Its invariants hold for every reader.

pub mod edition;
pub mod issue;
pub mod progress;
pub mod relations;
pub mod routes;
pub mod status;

use std::collections::{BTreeMap, BTreeSet};

use crate::data::Data;
use crate::date::Date;
use crate::diagnostic::problem::{Problem, Word};
use crate::diagnostic::{Diagnostics, Span, Spanned, near};
use crate::document::meta::{Details, Meta};
use crate::document::{self, Document, Role, blocks, outline};
use crate::language::{Language, Text};
use crate::project::Project;
use crate::register::Register;
use crate::schema::plain_file_name;
use crate::source::Sources;
use crate::translation::align::Alignment;
use crate::translation::lock::Lock;
use crate::translation::state::Judged;
use crate::translation::{self, Tracked};
use crate::verify::code::Code;
use edition::Seal;
use relations::Relations;
use routes::Routes;
use status::Status;

/// An item, by its position in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ItemIndex(pub u32);

/// All items in the order of sections and slugs, and the introductions of sections.
#[derive(Debug)]
pub struct Catalogue {
    items: Vec<Item>,
    names: BTreeMap<String, ItemIndex>,
    codes: BTreeMap<Code, ItemIndex>,
    /// Introductions by section and language.
    introductions: BTreeMap<String, BTreeMap<Language, Document>>,
    /// The addresses, and the lists behind them.
    pub routes: Routes,
    /// The day that every word about time is true on.
    pub as_of: Date,
    /// Items that stand there and could not be taken.
    left_out: LeftOut,
}

/// Items that could not be taken. Their problem is told; that others name them is none.
#[derive(Debug, Default)]
struct LeftOut {
    /// Names of items whose source could not be understood.
    unread: BTreeSet<String>,
    /// Slugs of items in sections that do not exist.
    strange: BTreeSet<String>,
}

/// One item in all its languages.
#[derive(Debug)]
pub struct Item {
    /// Section and slug: `documents/ke-hoach`.
    pub name: String,
    /// The length of the section's part of the name.
    section: usize,
    /// What the source file says.
    pub meta: Meta,
    /// The language of the source.
    pub source: Language,
    /// The texts by language; the source is always there.
    texts: BTreeMap<Language, Document>,
    /// Languages whose file stands there but could not be understood, which was reported.
    tried: BTreeSet<Language>,
    /// Anchors of the headings, by language.
    anchors: BTreeMap<Language, Vec<String>>,
    /// How texts stand to the source, for those whose blocks do not all have their partners.
    alignments: BTreeMap<Language, Alignment>,
    /// What was accepted of its translations.
    lock: Option<Lock>,
    /// The state of every block of the translations of which something was accepted.
    judged: BTreeMap<Language, Vec<Judged>>,
    /// What it is on the day of the build.
    pub status: Status,
    /// How it stands to other items and to instruments.
    pub relations: Relations,
    /// How it stands in the register; none where it is not sealed.
    pub seal: Option<Seal>,
    /// Where its files stand, with its `/`.
    folder: String,
}

/// How much of an item is there in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// The source, or a text that lacks nothing of it.
    Full,
    /// A translation that lacks blocks.
    Partial,
    /// A translation that is divided otherwise than its source throughout: what it lacks, nobody
    /// can tell.
    Apart,
    /// Title and summary, then the source text.
    Stub,
}

/// What is published of an item in one language.
#[derive(Debug, Clone, Copy)]
pub struct Published<'a> {
    /// The language of the page.
    pub language: Language,
    /// How much there is.
    pub presence: Presence,
    /// The text that is shown.
    pub text: &'a Document,
    /// Title and summary in the language of the page, if there are any.
    pub words: Option<&'a Document>,
    /// How a translation stands to its source, where something is to be shown in its place.
    pub alignment: Option<&'a Alignment>,
}

impl Published<'_> {
    /// Whether a machine wrote the text, or a part of it.
    pub fn is_machine(&self) -> bool {
        self.text.is_machine()
    }

    /// Whether search engines are led to it: it is a text of its own, and a person's.
    pub fn is_indexed(&self) -> bool {
        self.presence != Presence::Stub && !self.is_machine()
    }
}

impl Item {
    /// The section's folder.
    pub fn section(&self) -> &str {
        &self.name[..self.section]
    }

    /// The slug.
    pub fn slug(&self) -> &str {
        &self.name[self.section + 1..]
    }

    /// The source text.
    pub fn source_text(&self) -> &Document {
        &self.texts[&self.source]
    }

    /// The text of one language.
    pub fn text(&self, language: Language) -> Option<&Document> {
        self.texts.get(&language)
    }

    /// Whether there is no file for a language: not even one that could not be understood.
    pub fn lacks(&self, language: Language) -> bool {
        !(self.texts.contains_key(&language) || self.tried.contains(&language))
    }

    /// The texts, the first language first.
    pub fn texts(&self) -> impl Iterator<Item = &Document> {
        self.texts.values()
    }

    /// Anchors of the headings of a language's text.
    pub fn anchors(&self, language: Language) -> &[String] {
        self.anchors.get(&language).map_or(&[], Vec::as_slice)
    }

    /// How the blocks of a language's text stand to those of the source; none where each has its
    /// partner, or one of the texts has no blocks.
    pub fn alignment(&self, language: Language) -> Option<&Alignment> {
        self.alignments.get(&language)
    }

    /// How a block of the source is named: the anchor of the heading before it, and its number under
    /// it (translation.md §2).
    pub fn anchor(&self, block: usize) -> String {
        let kinds: Vec<_> = self.source_text().kinds.iter().take(block + 1).collect();
        let headings = kinds.iter().filter(|it| blocks::is_heading(it)).count();
        let number = kinds.iter().rev().take_while(|it| !blocks::is_heading(it)).count();
        let section = headings.checked_sub(1).and_then(|it| self.anchors(self.source).get(it));
        let section = section.map_or("top", String::as_str);
        if number == 0 { section.to_owned() } else { format!("{section}.{number}") }
    }

    /// The state of every block of a translation, in the order of the source; none where nothing of it
    /// was accepted.
    pub fn judged(&self, language: Language) -> Option<&[Judged]> {
        self.judged.get(&language).map(Vec::as_slice)
    }

    /// What was accepted of its translations.
    pub fn lock(&self) -> Option<&Lock> {
        self.lock.as_ref()
    }

    /// Whether the page of some translation shows blocks of the source.
    pub fn has_gaps(&self) -> bool {
        self.alignments.values().any(|it| !it.is_apart)
    }

    /// What is published in one language. The only place that decides.
    pub fn published(&self, language: Language) -> Published<'_> {
        let source = self.source_text();
        let words = self.texts.get(&language);
        // An equally authentic text is no translation: it stands as it was signed, and what does
        // not match is a problem to be reported.
        let alignment =
            self.alignment(language).filter(|_| !self.meta.authentic.contains(&language));
        let is_apart = alignment.is_some_and(|it| it.is_apart);
        // The whole source below the whole translation would help nobody: it is one step away.
        let alignment = alignment.filter(|it| !it.is_apart);
        let lacks = |it: &Alignment| it.untranslated().next().is_some();
        let presence = match words {
            Some(it) if it.has_text() && is_apart => Presence::Apart,
            Some(it) if it.has_text() && alignment.is_some_and(lacks) => Presence::Partial,
            Some(it) if it.has_text() => Presence::Full,
            // A source without a body has nothing that a translation could lack.
            Some(_) if !source.has_text() => Presence::Full,
            // What a message says, it says in every language.
            None if self.is_generated() => Presence::Full,
            _ => Presence::Stub,
        };
        let text = if presence == Presence::Stub { source } else { words.unwrap_or(source) };
        Published { language, presence, text, words, alignment }
    }

    /// Whether its words are a message of `alerts.ftl`, and so in every language.
    pub fn is_generated(&self) -> bool {
        matches!(&self.meta.details, Details::Alert(it) if it.template.is_some())
    }

    /// The day of the last change of substance, or of publication.
    pub fn changed(&self) -> Option<Date> {
        self.meta.updated.as_ref().or(self.meta.published.as_ref()).map(|it| it.value)
    }

    /// The code, if one was allocated.
    pub fn code(&self) -> Option<Code> {
        self.meta.id.as_ref().map(|it| it.value)
    }

    /// The day by which lists are sorted: issue, signature, announcement, answer, else publication.
    pub fn day(&self) -> Option<Date> {
        let own = match &self.meta.details {
            Details::Document(it) => it.issued.as_ref().map(|it| it.value.date()),
            Details::Mou(it) => it.signed.as_ref().map(|it| it.value),
            Details::Programme(it) => it.announced.as_ref().map(|it| it.value.day()),
            Details::Question(it) => it.answered.as_ref().or(it.asked.as_ref()).map(|it| it.value),
            Details::Alert(it) => it.from.as_ref().map(|it| it.value.day()),
            Details::Procedure(_) | Details::Page(_) => None,
        };
        own.or(self.meta.published.as_ref().map(|it| it.value))
    }

    /// The number of a document, agreement or procedure.
    pub fn number(&self) -> Option<&Spanned<String>> {
        match &self.meta.details {
            Details::Document(it) => it.number.as_ref(),
            Details::Mou(it) => it.number.as_ref(),
            Details::Procedure(it) => it.code.as_ref(),
            _ => None,
        }
    }

    /// Names of files in the item's folder that the item shows: attachments and forms.
    pub fn files(&self) -> Vec<&Spanned<String>> {
        let mut files: Vec<_> = self.meta.attachments.iter().map(|it| &it.file).collect();
        if let Details::Procedure(it) = &self.meta.details {
            files.extend(it.forms.iter().map(|it| &it.file));
        }
        files
    }

    /// Names of files as keys, links and images of all languages give them.
    pub fn file_names(&self) -> impl Iterator<Item = &str> {
        let outlines = self.texts().map(|it| &it.outline);
        let links = outlines.flat_map(|it| it.links.iter().chain(&it.images));
        let names = self.files().into_iter().map(|it| it.value.as_str());
        names.chain(links.map(|it| it.destination.as_str()))
    }

    /// The file of the folder that was meant by a name of none: one that nothing else names.
    pub fn near_file(&self, name: &str, sources: &Sources) -> Option<String> {
        if name.contains(':') || sources.attachment(&self.file_path(name)).is_some() {
            return None;
        }
        let there: Vec<_> = sources
            .under(&self.folder)
            .filter(|(_, it)| sources.attachment(&it.path).is_some())
            .filter_map(|(_, it)| it.path.strip_prefix(self.folder.as_str()))
            .filter(|it| !self.file_names().any(|name| name == *it))
            .collect();
        let plain = plain_file_name(name);
        let same = there.iter().find(|it| !plain.is_empty() && plain_file_name(it) == plain);
        let same = same.map(|it| (*it).to_owned());
        same.or_else(|| near::nearest(name, there.iter().copied()))
    }

    /// Code and version of the sealed edition, where the item is published as that.
    pub fn edition(&self) -> Option<(Code, u64)> {
        let seal = self.seal.as_ref().filter(|_| !self.folder.starts_with("content/"))?;
        Some((seal.code, seal.version?))
    }

    /// The path of a file in the item's folder.
    pub fn file_path(&self, file: &str) -> String {
        format!("{}{file}", self.folder)
    }
}

/// What the files of one folder give.
#[derive(Debug)]
pub enum Folder {
    /// An item.
    Item(Box<Item>),
    /// The introduction of a section.
    Introduction(String, BTreeMap<Language, Document>),
    /// A draft that is not asked for.
    Nothing,
    /// An item whose source could not be understood, which was reported.
    Unread(String),
}

impl Folder {
    /// Joins the documents of a folder: which text is the source, and how the others stand to it.
    pub fn join(
        folder: &document::Folder<'_>,
        documents: Vec<Document>,
        joining: Joining<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let texts: BTreeMap<_, _> = documents.into_iter().map(|it| (it.language, it)).collect();
        let Some(slug) = folder.slug else {
            return Self::Introduction(folder.section.to_owned(), texts);
        };
        let has_source = texts.values().any(|it| matches!(it.role, Role::Source(_)));
        let tried = folder.files.keys().chain(&folder.tried);
        let tried = tried.filter(|it| !texts.contains_key(it)).copied().collect();
        match item(folder, slug, texts, joining, diagnostics) {
            Some(it) => Self::Item(Box::new(Item { tried, ..it })),
            None if has_source => Self::Nothing,
            None => Self::Unread(format!("{}/{slug}", folder.section)),
        }
    }
}

/// What the catalogue is joined from, besides the documents.
#[derive(Debug, Clone, Copy)]
pub struct Parts<'a> {
    /// The settings.
    pub project: &'a Project,
    /// The tables.
    pub data: &'a Data,
    /// All files, for what links and attachments name.
    pub sources: &'a Sources,
    /// What is sealed.
    pub register: Option<&'a Register>,
    /// The day of the build.
    pub as_of: Date,
}

impl Catalogue {
    /// Joins documents into items. What cannot be joined is reported, and the first one wins.
    pub fn assemble(folders: Vec<Folder>, parts: Parts<'_>, diagnostics: &mut Diagnostics) -> Self {
        let mut introductions = BTreeMap::new();
        let mut items = Vec::new();
        let mut unread = BTreeSet::new();
        for folder in folders {
            match folder {
                Folder::Item(item) => items.push(*item),
                Folder::Introduction(section, texts) => _ = introductions.insert(section, texts),
                Folder::Unread(name) => _ = unread.insert(name),
                Folder::Nothing => {}
            }
        }
        let order = |it: &Item| {
            let section = parts.project.sections.iter().position(|at| at.name == it.section());
            (section.unwrap_or(usize::MAX), it.name.clone())
        };
        items.sort_by_cached_key(order);
        let mut catalogue = Self::of(items, introductions, parts.as_of);
        catalogue.left_out = LeftOut { unread, strange: strange_slugs(parts) };
        catalogue.codes(parts.sources, diagnostics);
        if let Some(register) = parts.register {
            for item in &mut catalogue.items {
                item.seal = item.code().and_then(|it| Seal::of(it, register));
            }
        }
        relations::join(&mut catalogue, parts.data, diagnostics);
        status::derive(&mut catalogue);
        let (mut of_links, mut of_routes) = (Diagnostics::default(), Diagnostics::default());
        let ((), routes) = rayon::join(
            || relations::links(&catalogue, parts, &mut of_links),
            || Routes::plan(&catalogue, parts, &mut of_routes),
        );
        catalogue.routes = routes;
        diagnostics.append(of_links);
        diagnostics.append(of_routes);
        catalogue
    }

    fn of(
        items: Vec<Item>,
        introductions: BTreeMap<String, BTreeMap<Language, Document>>,
        as_of: Date,
    ) -> Self {
        let names = (0..).map(ItemIndex).zip(&items).map(|(at, it)| (it.name.clone(), at));
        Self {
            names: names.collect(),
            codes: BTreeMap::new(),
            items,
            introductions,
            routes: Routes::default(),
            left_out: LeftOut::default(),
            as_of,
        }
    }

    /// Whether there is an item of this name that could not be taken, which was reported.
    fn is_left_out(&self, name: &str) -> bool {
        let slug = name.split_once('/').map_or("", |(_, it)| it);
        self.left_out.unread.contains(name) || self.left_out.strange.contains(slug)
    }

    /// Whether an address may be that of an item which could not be taken: by its slug; by what it
    /// is where it holds a code, which stands in the file that could not be read.
    fn is_of_left_out(&self, url: &str) -> bool {
        let left_out = &self.left_out;
        let is_slug = |part: &str| {
            let is_unread = |it: &String| it.split_once('/').is_some_and(|(_, it)| it == part);
            left_out.strange.contains(part) || left_out.unread.iter().any(is_unread)
        };
        let is_code = url.starts_with("/V/");
        let any = !(left_out.unread.is_empty() && left_out.strange.is_empty());
        any && (is_code || url.split('/').any(is_slug))
    }

    /// The items in order.
    pub fn items(&self) -> impl Iterator<Item = (ItemIndex, &Item)> {
        (0..).map(ItemIndex).zip(&self.items)
    }

    /// One item.
    pub fn item(&self, index: ItemIndex) -> &Item {
        &self.items[index.0 as usize]
    }

    /// The item of a code.
    pub fn by_code(&self, code: Code) -> Option<&Item> {
        self.codes.get(&code).map(|it| self.item(*it))
    }

    /// The item of a name.
    pub fn find(&self, name: &str) -> Option<ItemIndex> {
        self.names.get(name).copied()
    }

    /// The names of all items in alphabetical order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    /// The introduction of a section in a language or the nearest one.
    pub fn introduction(&self, section: &str, language: Language) -> Option<&Document> {
        let texts = self.introductions.get(section)?;
        language.chain().into_iter().find_map(|it| texts.get(&it))
    }

    /// The documents of all introductions.
    pub fn introductions(&self) -> impl Iterator<Item = (&str, &Document)> {
        self.introductions
            .iter()
            .flat_map(|(section, texts)| texts.values().map(|it| (section.as_str(), it)))
    }

    /// The title of a section, or its folder where no introduction was written.
    pub fn section_title(&self, section: &str, language: Language) -> Text {
        let texts = self.introductions.get(section);
        let title = |it: Language| Some(texts?.get(&it)?.title().to_owned());
        let mut text = Text(Language::ALL.map(title));
        if text.is_empty() {
            text.0[language.index()] = Some(section.to_owned());
        }
        text
    }

    /// Two items with one code: the first keeps it.
    fn codes(&mut self, sources: &Sources, diagnostics: &mut Diagnostics) {
        let mut first = BTreeMap::<Code, Span>::new();
        for (index, item) in (0..).map(ItemIndex).zip(&mut self.items) {
            let Some(id) = &item.meta.id else { continue };
            if let Some(&other) = first.get(&id.value) {
                let (code, file) = (id.value.to_string(), sources.path(other.file).to_owned());
                diagnostics.push_related(Problem::CodeDuplicate { code, file }, id.span, other);
                item.meta.id = None;
            } else {
                first.insert(id.value, id.span);
                self.codes.insert(id.value, index);
            }
        }
    }
}

/// The slugs of the folders that stand in sections which the settings do not have.
fn strange_slugs(parts: Parts<'_>) -> BTreeSet<String> {
    let is_known = |it: &str| it == "data" || parts.project.section(it).is_some();
    let slug = |path: &str| {
        let (section, rest) = path.strip_prefix("content/")?.split_once('/')?;
        let (slug, _) = rest.split_once('/')?;
        (!is_known(section)).then(|| slug.to_owned())
    };
    parts.sources.iter().filter_map(|(_, it)| slug(&it.path)).collect()
}

/// What documents are joined with.
#[derive(Debug, Clone, Copy)]
pub struct Joining<'a> {
    /// The texts.
    pub sources: &'a Sources,
    /// Words that are the same in all languages.
    pub names: &'a BTreeSet<String>,
    /// Whether drafts are published.
    pub drafts: bool,
}

/// One item of its texts; none where the source could not be understood, or is a draft.
fn item(
    folder: &document::Folder<'_>,
    slug: &str,
    mut texts: BTreeMap<Language, Document>,
    Joining { sources, names, drafts }: Joining<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Item> {
    let section = folder.section;
    let is_source = |it: &&Document| matches!(it.role, Role::Source(_));
    let source = texts.values().find(is_source)?.language;
    let Role::Source(meta) = std::mem::replace(&mut texts.get_mut(&source)?.role, Role::Section)
    else {
        return None;
    };
    if meta.draft && !drafts {
        return None;
    }
    let original = &texts[&source];
    let own = outline::heading_anchors(&original.outline);
    let lock = folder.lock.and_then(|(file, text)| match Lock::parse(text, source) {
        Ok(lock) => Some(lock),
        Err(fault) => {
            let what = Word(format!("lock-{}", fault.what));
            diagnostics.push(Problem::LockInvalid { what }, Span::new(file, fault.range));
            None
        }
    });
    let tracked = lock.as_ref().map(|lock| Tracked { lock, sources, names });
    let (mut anchors, mut alignments) = (BTreeMap::new(), BTreeMap::new());
    let mut judged = BTreeMap::new();
    for (&language, text) in texts.iter().filter(|(it, _)| **it != source) {
        let compared = translation::compare(original, &own, text, tracked);
        anchors.insert(language, compared.anchors);
        alignments.extend(compared.alignment.map(|it| (language, it)));
        if !compared.judged.is_empty() {
            judged.insert(language, compared.judged);
        }
    }
    anchors.insert(source, own);
    Some(Item {
        lock,
        judged,
        name: format!("{section}/{slug}"),
        section: section.len(),
        source,
        anchors,
        alignments,
        status: Status::None,
        relations: Relations::default(),
        seal: None,
        folder: format!("content/{section}/{slug}/"),
        meta: *meta,
        texts,
        tried: BTreeSet::new(),
    })
}
