//! The whole line in one function.

mod built;

use std::sync::Arc;

use rayon::prelude::*;

use crate::catalogue::routes::Page;
use crate::catalogue::{Catalogue, Folder, ItemIndex, Joining, Parts, edition};
use crate::check::{self, Facts};
use crate::data::{Data, Tables};
use crate::date::Date;
use crate::diagnostic::report::{Reported, Severity};
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::document::{self, Surroundings};
use crate::language::messages::Messages;
use crate::project::Project;
use crate::register::Register;
use crate::render::{self, Press};
use crate::source::Sources;
use crate::theme::{self, Theme};
use crate::translation;

/// What a build is told besides the sources. Everything that is not in them comes from here.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// The day on which everything said about time is to be true.
    pub as_of: Date,
    /// Whether drafts are published.
    pub drafts: bool,
    /// Whether the site is to go public: any error stops it.
    pub production: bool,
}

/// A finished build: the site, and what was wrong on the way.
#[derive(Debug)]
pub struct Build {
    /// The site, unless a problem forbids it to be written.
    pub files: Option<SiteFiles>,
    /// The problems, by place. Their texts are in the sources of `files`, or in `sources`.
    pub reported: Vec<Reported>,
    /// The sources, where there are no files.
    pub sources: Option<Sources>,
}

impl Build {
    /// The sources, wherever they are.
    pub fn sources(&self) -> Option<&Sources> {
        self.files.as_ref().map(SiteFiles::sources).or(self.sources.as_ref())
    }
}

/// Builds the site in memory. The same sources and options give the same files, to the byte.
pub fn build(sources: Sources, found: Diagnostics, options: Options) -> Build {
    match press(sources, found, options, Copy::Published) {
        (Ok(press), reported) => {
            Build { files: Some(SiteFiles::plan(*press)), reported, sources: None }
        }
        (Err(sources), reported) => Build { files: None, reported, sources: Some(sources) },
    }
}

/// Everything ready to be rendered as the office wrote it, whatever is sealed; and the problems. The
/// sources, where a problem forbids that.
pub fn working_copy(
    sources: Sources,
    found: Diagnostics,
    options: Options,
) -> (Result<Box<Press>, Sources>, Vec<Reported>) {
    press(sources, found, options, Copy::Working)
}

/// Which edition of sealed items is rendered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copy {
    Published,
    Working,
}

fn press(
    sources: Sources,
    found: Diagnostics,
    options: Options,
    copy: Copy,
) -> (Result<Box<Press>, Sources>, Vec<Reported>) {
    let mut diagnostics = found;
    let Some(line) = join(&sources, options, &mut diagnostics) else {
        let reported = check::judge(diagnostics.sorted(), None, &sources, options.production);
        return (Err(sources), reported);
    };
    let Line { project, data, register, mut catalogue, messages, theme } = line;
    let facts = Facts {
        catalogue: &catalogue,
        project: &project,
        data: &data,
        sources: &sources,
        register: register.as_ref(),
        messages: &messages,
        as_of: options.as_of,
        production: options.production,
        drafts: options.drafts,
    };
    check::run(&facts, &mut diagnostics);
    let reported = check::judge(diagnostics.sorted(), Some(&project), &sources, options.production);
    let stops =
        |it: &Reported| it.severity == Severity::Error && (options.production || check::blocks(it));
    let Some(theme) = theme.filter(|_| !reported.iter().any(stops)) else {
        return (Err(sources), reported);
    };
    if let Some(register) = register.as_ref().filter(|_| copy == Copy::Published) {
        let parts = parts(&project, &data, &sources, Some(register), options);
        edition::publish(&mut catalogue, register, parts);
    }
    match Press::new(sources, project, data, register, catalogue, theme, messages) {
        Ok(press) => (Ok(Box::new(press)), reported),
        Err(failed) => {
            let sources = failed.sources;
            let reported = check::judge(vec![failed.fault], None, &sources, options.production);
            (Err(sources), reported)
        }
    }
}

/// Settings, tables and items, for commands about the texts; none where the settings have errors.
pub fn joined(
    sources: &Sources,
    options: Options,
    diagnostics: &mut Diagnostics,
) -> Option<(Project, Data, Catalogue)> {
    let line = join(sources, options, diagnostics)?;
    Some((line.project, line.data, line.catalogue))
}

/// What the stages before the rules give.
struct Line {
    project: Project,
    data: Data,
    register: Option<Register>,
    catalogue: Catalogue,
    messages: [Arc<Messages>; 3],
    theme: Option<Theme>,
}

/// Settings, tables, words, documents, catalogue, theme: everything but the rules.
fn join(sources: &Sources, options: Options, diagnostics: &mut Diagnostics) -> Option<Line> {
    let text = |file| (!sources.is_refused(file)).then(|| sources.file_text(file));
    let tables = sources.iter().map(|(file, it)| (file, it.path.as_str(), text(file)));
    let tables = Tables::read(tables, diagnostics);
    let mut known = tables.known();
    let (file, text) = sources.get("condau.toml")?;
    let project = Project::parse(file, text, &mut known, &check::ids(), diagnostics)?;
    let data = Data::parse(&tables, &known, diagnostics);
    let names = translation::shared_words(&data);
    let joining = Joining { sources, names: &names, drafts: options.drafts };
    // The words and the templates wait for no text.
    let (mut of_texts, mut of_theme) = (Diagnostics::default(), Diagnostics::default());
    let (folders, (messages, theme)) = rayon::join(
        || first_pass(sources, &project, &known, joining, &mut of_texts),
        || {
            let messages = theme::messages(sources, &mut of_theme);
            let theme = Theme::parse(sources, &project, &messages, &mut of_theme);
            (messages, theme)
        },
    );
    diagnostics.append(of_texts);
    diagnostics.append(of_theme);
    let register = Register::read(sources, &project, options.as_of, diagnostics);
    let parts = parts(&project, &data, sources, register.as_ref(), options);
    let catalogue = Catalogue::assemble(folders, parts, diagnostics);
    Some(Line { project, data, register, catalogue, messages, theme })
}

fn parts<'a>(
    project: &'a Project,
    data: &'a Data,
    sources: &'a Sources,
    register: Option<&'a Register>,
    options: Options,
) -> Parts<'a> {
    Parts { project, data, sources, register, as_of: options.as_of }
}

/// Everything that can be said about the files of one item alone. Each item is a task of its own;
/// the tree of a text is dropped when the rules about it have run.
fn first_pass(
    sources: &Sources,
    project: &Project,
    known: &crate::schema::Known,
    joining: Joining<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Folder> {
    let folders = document::folders(sources, project, diagnostics);
    let surroundings = Surroundings { project, known };
    let parsed: Vec<_> = folders
        .par_iter()
        .map(|folder| {
            let mut found = Diagnostics::default();
            let documents =
                document::parse(folder, surroundings, &mut found, |document, _, found| {
                    check::text(document, sources.file_text(document.file), found);
                });
            (Folder::join(folder, documents, joining, &mut found), found)
        })
        .collect();
    let mut folders = Vec::with_capacity(parsed.len());
    for (folder, found) in parsed {
        folders.push(folder);
        diagnostics.append(found);
    }
    folders
}

/// What stands at one path.
#[derive(Debug)]
pub enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// A copy of a file of the project.
    Copy {
        /// Its path in the project.
        from: String,
        /// Its length in bytes.
        length: u64,
        /// Its digest.
        sha256: [u8; 32],
    },
}

/// What one task gives.
#[derive(Debug)]
pub struct Rendered {
    /// Paths and what stands there.
    pub files: Vec<(String, Content)>,
    /// Problems that are seen on finished pages only.
    pub warnings: Vec<Diagnostic>,
}

/// Every file of the site by its path. Bytes are made when asked for, and not kept.
#[derive(Debug)]
pub struct SiteFiles {
    press: Press,
    /// Work that shares something: the pages of one item, or one page alone.
    tasks: Vec<Task>,
}

/// Pages that are made together.
#[derive(Debug)]
struct Task {
    item: Option<ItemIndex>,
    /// Their paths in the output folder.
    pages: Vec<(String, Page)>,
}

impl SiteFiles {
    fn plan(mut press: Press) -> Self {
        let mut of_items = std::collections::BTreeMap::<ItemIndex, Vec<_>>::new();
        let mut tasks = Vec::new();
        for (address, page) in std::mem::take(&mut press.catalogue.routes.pages) {
            let path = render::output_path(&address);
            match page {
                Page::Item(item, _) | Page::File(item, _) => {
                    of_items.entry(item).or_default().push((path, page));
                }
                _ => tasks.push(Task { item: None, pages: vec![(path, page)] }),
            }
        }
        let of_item = |(item, pages)| Task { item: Some(item), pages };
        tasks.extend(of_items.into_iter().map(of_item));
        Self { press, tasks }
    }

    /// The sources, for showing diagnostics in their places.
    pub fn sources(&self) -> &Sources {
        &self.press.sources
    }

    /// The settings.
    pub fn project(&self) -> &Project {
        &self.press.project
    }

    /// The paths of all files, sorted.
    pub fn paths(&self) -> impl Iterator<Item = String> {
        let mut paths: Vec<_> = self.all().map(|(path, _)| path.clone()).collect();
        paths.sort();
        paths.into_iter()
    }

    /// How many tasks there are.
    pub fn tasks(&self) -> usize {
        self.tasks.len()
    }

    /// The files of one task, and what is to be said of them.
    pub fn render(&self, task: usize) -> Result<Rendered, Vec<Diagnostic>> {
        let task = &self.tasks[task];
        let shared = task.item.map(|it| self.press.article_maker(it));
        let mut files = Vec::with_capacity(task.pages.len());
        let (mut faults, mut warnings) = (Vec::new(), Vec::new());
        for (path, page) in &task.pages {
            let path = path.clone();
            if let Some(it) = self.press.copied(page) {
                let (from, length, sha256) = (it.path.clone(), it.length, it.sha256);
                files.push((path, Content::Copy { from, length, sha256 }));
                continue;
            }
            let bytes = match &shared {
                Some(shared) => self.press.pages_of(shared, page),
                None => self.press.page(page),
            };
            match bytes {
                Ok(bytes) => {
                    let span = task.item.map_or(self.press.project.file, |it| {
                        Span::start_of(self.press.catalogue.item(it).source_text().file)
                    });
                    if let (Page::Item(item, language), Some(register)) =
                        (page, &self.press.register)
                    {
                        let item = self.press.catalogue.item(*item);
                        faults.extend(built::sealed(register, item, *language, &bytes, span));
                    }
                    warnings.extend(built::weight(&path, &bytes, span));
                    files.push((path, Content::Bytes(bytes)));
                }
                Err(fault) => faults.push(*fault),
            }
        }
        if faults.is_empty() { Ok(Rendered { files, warnings }) } else { Err(faults) }
    }

    /// The bytes of one file: what a test compares.
    pub fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        let task = (0..self.tasks.len())
            .find(|it| self.tasks[*it].pages.iter().any(|(it, _)| it == path))?;
        let rendered = self.render(task).ok()?;
        rendered.files.into_iter().find(|(it, _)| it == path).and_then(|(_, it)| match it {
            Content::Bytes(bytes) => Some(bytes),
            Content::Copy { .. } => None,
        })
    }

    /// How many pages people can read.
    pub fn pages(&self) -> usize {
        self.all().filter(|(_, page)| page.is_read()).count()
    }

    fn all(&self) -> impl Iterator<Item = &(String, Page)> {
        self.tasks.iter().flat_map(|it| &it.pages)
    }
}
