//! Every address of the site, and the only place that forms one.

pub mod register;

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{Catalogue, Item, ItemIndex, Parts};
use crate::diagnostic::problem::Problem;
use crate::diagnostic::{Diagnostics, FileId, Span};
use crate::document::meta::Details;
use crate::language::Language;
use crate::project::Project;
use crate::verify::code::{Code, Unlisted};
use register::Publication;

/// How many entries a list shows on one page.
pub const PAGE_LENGTH: usize = 50;

/// How many addresses one part of the sitemap names. The protocol allows 50,000 and 50 MB; an
/// entry names itself and its languages, so this many stay below both whatever they are called.
pub const SITEMAP_LENGTH: usize = 20_000;

/// What stands at an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// `/`: the choice of a language.
    Chooser,
    /// The home page of a language.
    Home(Language),
    /// One page of a list.
    List {
        /// The language.
        language: Language,
        /// The list.
        list: List,
        /// Which page of it, from 1.
        number: usize,
    },
    /// An item in one language.
    Item(ItemIndex, Language),
    /// A former address of an item.
    Former(ItemIndex, Language),
    /// The site map.
    SiteMap(Language),
    /// How to check a document.
    VerifyHelp(Language),
    /// The verification page of a code.
    Verify(Code),
    /// The page of an unlisted record.
    Unlisted(Unlisted),
    /// The form for codes typed by hand.
    VerifyIndex,
    /// What the host shows where nothing is.
    NotFound,
    /// A file of an item, by its position in [`Item::files`].
    File(ItemIndex, usize),
    /// A code as a picture of its own.
    Symbol(Code),
    /// A file of the register.
    Publication(Publication),
    /// A file of the theme, by its name.
    Asset(String),
    /// A file that machines read.
    Machine(Machine),
}

impl Page {
    /// Whether people read it.
    pub fn is_read(&self) -> bool {
        !matches!(
            self,
            Self::File(..)
                | Self::Asset(_)
                | Self::Symbol(_)
                | Self::Machine(_)
                | Self::Publication(_)
        )
    }
}

/// A file that machines read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Machine {
    /// The newest items of one language.
    Feed(Language, Channel, Syntax),
    /// The days of programmes, events and consultations.
    Calendar(Language),
    /// The pages for search engines; with a number, one part of them.
    Sitemap(Option<usize>),
    /// What search engines may read.
    Robots,
    /// Where faults of the site are reported (RFC 9116).
    Security,
    /// A table of `content/data/`.
    Table(&'static str, Grid),
    /// The headers of answers, for one kind of host.
    Headers(Host),
}

/// What a feed follows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    /// Everything.
    Site,
    /// One section.
    Section(String),
    /// The alerts of one gate: the section they stand in, and the gate's id.
    Gate(String, String),
}

/// How a feed is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// RFC 4287.
    Atom,
    /// JSON Feed 1.1.
    Json,
}

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grid {
    /// An object with its rows.
    Json,
    /// RFC 4180 with a mark of UTF-8.
    Csv,
}

/// A kind of host that sets headers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// Hosts of static sites that read `_headers`.
    Static,
    /// nginx.
    Nginx,
    /// Caddy.
    Caddy,
    /// Apache httpd.
    Apache,
}

impl Host {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Static, Self::Nginx, Self::Caddy, Self::Apache];
}

/// One list: a section, whole or one aspect of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct List {
    /// The section's folder.
    pub section: String,
    /// Which of its items.
    pub filter: Filter,
}

/// Which items of a section a list shows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Filter {
    /// All.
    All,
    /// Those of a year.
    Year(i32),
    /// Those of a document type.
    Type(String),
    /// Those of a unit.
    Unit(String),
    /// Those of a topic.
    Topic(String),
}

impl Filter {
    /// Which of the ways to look at a section it is.
    pub fn aspect(&self) -> u8 {
        match self {
            Self::All => 0,
            Self::Year(_) => 1,
            Self::Type(_) => 2,
            Self::Unit(_) => 3,
            Self::Topic(_) => 4,
        }
    }
}

/// All addresses, and the lists behind them.
#[derive(Debug, Default)]
pub struct Routes {
    /// What stands where. An address begins with `/`; a page's ends with `/` or `.html`.
    pub pages: BTreeMap<String, Page>,
    /// The items of each list, the newest first.
    pub lists: BTreeMap<List, Vec<ItemIndex>>,
}

impl Routes {
    /// Plans the addresses of a catalogue. Two pages at one address, of which the first stays, and
    /// published addresses that are lost are reported.
    pub(super) fn plan(
        catalogue: &Catalogue,
        parts: Parts<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let lists = lists(catalogue, parts.project);
        let mut pages = BTreeMap::<String, Page>::new();
        let mut reported = BTreeSet::new();
        let machines = machines(catalogue, parts, &lists);
        for (address, page, span) in
            all(catalogue, parts.project, &lists).into_iter().chain(machines)
        {
            match pages.entry(address) {
                Entry::Vacant(place) => _ = place.insert(page),
                Entry::Occupied(place) => {
                    let span = span.unwrap_or(parts.project.file);
                    if reported.insert(span) {
                        let (a, b) = (name(catalogue, place.get()), name(catalogue, &page));
                        let url = place.key().clone();
                        diagnostics.push(Problem::AddressClash { a, b, url }, span);
                    }
                }
            }
        }
        if let Some(register) = parts.register {
            // A document and the register have one page for a code.
            for (address, page) in register::all(register, parts.project) {
                pages.entry(address).or_insert(page);
            }
        }
        if let Some((file, text)) = parts.sources.get("addresses.txt") {
            lost(catalogue, (file, text), &pages, diagnostics);
        }
        Self { pages, lists }
    }

    /// Adds the files of the theme.
    pub fn add_assets(&mut self, names: &[String]) {
        let asset = |it: &String| (self::asset(it), Page::Asset(it.clone()));
        self.pages.extend(names.iter().map(asset));
    }
}

/// The home page.
pub fn home(language: Language) -> String {
    ["/", language.code(), "/"].concat()
}

/// A section's path in one language.
fn section_path<'a>(project: &'a Project, section: &'a str, language: Language) -> &'a str {
    project.section(section).map_or(section, |it| it.path.answer(language).1)
}

/// One page of a list.
pub fn list(project: &Project, language: Language, list: &List, number: usize) -> String {
    let section = section_path(project, &list.section, language);
    let words = Words::of(language);
    let filter = match &list.filter {
        Filter::All => String::new(),
        Filter::Year(year) => format!("{}-{year}/", words.year),
        Filter::Type(id) => format!("{}-{id}/", words.kind),
        Filter::Unit(id) => format!("{}-{id}/", words.unit),
        Filter::Topic(id) => format!("{}-{id}/", words.topic),
    };
    let page = if number > 1 { format!("{}-{number}/", words.page) } else { String::new() };
    ["/", language.code(), "/", section, "/", &filter, &page].concat()
}

/// The whole of a section.
pub fn section(project: &Project, language: Language, section: &str) -> String {
    list(project, language, &List { section: section.to_owned(), filter: Filter::All }, 1)
}

/// An item's page.
pub fn item(project: &Project, language: Language, item: &Item) -> String {
    slug(project, language, item.section(), item.slug())
}

fn slug(project: &Project, language: Language, section: &str, slug: &str) -> String {
    ["/", language.code(), "/", section_path(project, section, language), "/", slug, "/"].concat()
}

/// A file of an item: as it was sealed, or beside the page of the source language.
pub fn file(project: &Project, it: &Item, file: &str) -> String {
    match it.edition() {
        Some((code, version)) => register::frozen(code, version, file),
        None => beside(project, it, file),
    }
}

/// Where a file of an item stands from the day of its publication on, sealed or not.
fn beside(project: &Project, it: &Item, file: &str) -> String {
    item(project, it.source, it) + file
}

/// The verification page of a code. Always in upper case (verification.md §2.4).
pub fn verify(code: Code) -> String {
    format!("/V/{code}/")
}

/// The page of an unlisted record.
pub fn unlisted(code: Unlisted) -> String {
    format!("/V/{code}/")
}

/// The code of a document as a picture.
pub fn symbol(code: Code) -> String {
    format!("/V/{code}/qr.svg")
}

/// The form for codes typed by hand.
pub const VERIFY_INDEX: &str = "/V/";

/// The site map.
pub fn site_map(language: Language) -> String {
    format!("/{}/{}/", language.code(), Words::of(language).site_map)
}

/// How to check a document.
pub fn verify_help(language: Language) -> String {
    format!("/{}/{}/", language.code(), Words::of(language).verify)
}

/// A feed.
pub fn feed(project: &Project, language: Language, of: &Channel, syntax: Syntax) -> String {
    let folder = match of {
        Channel::Site => home(language),
        Channel::Section(name) => section(project, language, name),
        Channel::Gate(name, gate) => format!("{}{gate}/", section(project, language, name)),
    };
    let name = match syntax {
        Syntax::Atom => "feed.xml",
        Syntax::Json => "feed.json",
    };
    folder + name
}

/// The calendar of a language.
pub fn calendar(language: Language) -> String {
    format!("/{}/notices.ics", language.code())
}

/// The sitemap, or one part of it.
pub fn sitemap(part: Option<usize>) -> String {
    part.map_or_else(|| "/sitemap.xml".to_owned(), |it| format!("/sitemap-{it}.xml"))
}

/// Where search engines look for what they may read.
pub const ROBOTS: &str = "/robots.txt";

/// Where RFC 9116 says whom to tell of a fault.
pub const SECURITY: &str = "/.well-known/security.txt";

/// A table as a file.
pub fn table(name: &str, grid: Grid) -> String {
    let ending = match grid {
        Grid::Json => "json",
        Grid::Csv => "csv",
    };
    format!("/data/{name}.{ending}")
}

/// The headers for a kind of host.
pub fn headers(host: Host) -> &'static str {
    match host {
        Host::Static => "/_headers",
        Host::Nginx => "/headers/nginx.conf",
        Host::Caddy => "/headers/Caddyfile",
        Host::Apache => "/headers/apache.htaccess",
    }
}

/// A file of the theme.
pub fn asset(name: &str) -> String {
    format!("/assets/{name}")
}

/// The file of the output folder that an address leads to.
pub fn output_path(address: &str) -> String {
    let path = address.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    }
}

/// The parts of addresses that each language words itself (content.md §6).
struct Words {
    page: &'static str,
    year: &'static str,
    kind: &'static str,
    unit: &'static str,
    topic: &'static str,
    site_map: &'static str,
    verify: &'static str,
}

impl Words {
    const fn of(language: Language) -> Self {
        match language {
            Language::Vi => Self {
                page: "trang",
                year: "nam",
                kind: "loai",
                unit: "don-vi",
                topic: "chu-de",
                site_map: "so-do",
                verify: "xac-thuc",
            },
            Language::En => Self {
                page: "page",
                year: "year",
                kind: "type",
                unit: "unit",
                topic: "topic",
                site_map: "sitemap",
                verify: "verify",
            },
            Language::Zh => Self {
                page: "ye",
                year: "nian",
                kind: "leixing",
                unit: "danwei",
                topic: "zhuti",
                site_map: "ditu",
                verify: "yanzheng",
            },
        }
    }
}

/// The items of every list, the newest first, equal days by name.
fn lists(catalogue: &Catalogue, project: &Project) -> BTreeMap<List, Vec<ItemIndex>> {
    let mut lists = BTreeMap::<List, Vec<ItemIndex>>::new();
    for section in &project.sections {
        lists.insert(List { section: section.name.clone(), filter: Filter::All }, Vec::new());
    }
    for (index, item) in catalogue.items() {
        let mut add = |filter| {
            let list = List { section: item.section().to_owned(), filter };
            lists.entry(list).or_default().push(index);
        };
        add(Filter::All);
        if let Details::Document(it) = &item.meta.details {
            if let Some(day) = item.day() {
                add(Filter::Year(day.year()));
            }
            if let Some(kind) = &it.kind {
                add(Filter::Type(kind.value.clone()));
            }
        }
        if let Some(owner) = &item.meta.owner {
            add(Filter::Unit(owner.value.clone()));
        }
        for topic in &item.meta.topics {
            add(Filter::Topic(topic.value.clone()));
        }
    }
    // An aspect that all items share is no choice, and has no page.
    let mut values = BTreeMap::<(String, u8), usize>::new();
    for list in lists.keys() {
        *values.entry((list.section.clone(), list.filter.aspect())).or_default() += 1;
    }
    lists.retain(|list, _| {
        list.filter == Filter::All
            || values.get(&(list.section.clone(), list.filter.aspect())).is_some_and(|it| *it > 1)
    });
    for items in lists.values_mut() {
        items.sort_by_cached_key(|it| (std::cmp::Reverse(catalogue.item(*it).day()), *it));
        items.dedup();
    }
    lists
}

/// Every address with its page and the place that a clash of addresses is reported at.
fn all(
    catalogue: &Catalogue,
    project: &Project,
    lists: &BTreeMap<List, Vec<ItemIndex>>,
) -> Vec<(String, Page, Option<Span>)> {
    let mut pages = vec![
        ("/".to_owned(), Page::Chooser, None),
        (VERIFY_INDEX.to_owned(), Page::VerifyIndex, None),
        ("/404.html".to_owned(), Page::NotFound, None),
        (register::script(project), Page::Publication(Publication::Script), None),
    ];
    for &language in &project.languages {
        pages.push((home(language), Page::Home(language), None));
        pages.push((site_map(language), Page::SiteMap(language), None));
        pages.push((verify_help(language), Page::VerifyHelp(language), None));
        for (key, items) in lists {
            let span = project.section(&key.section).map(|it| it.span);
            for number in 1..=items.len().div_ceil(PAGE_LENGTH).max(1) {
                let page = Page::List { language, list: key.clone(), number };
                pages.push((list(project, language, key, number), page, span));
            }
        }
        for (index, it) in catalogue.items() {
            let span = Some(Span::start_of(it.source_text().file));
            pages.push((item(project, language, it), Page::Item(index, language), span));
            for alias in &it.meta.aliases {
                let address = slug(project, language, it.section(), &alias.value);
                pages.push((address, Page::Former(index, language), Some(alias.span)));
            }
        }
    }
    for (index, it) in catalogue.items() {
        if let Some(code) = it.code() {
            pages.push((verify(code), Page::Verify(code), None));
            pages.push((symbol(code), Page::Symbol(code), None));
        }
        let mut named = Vec::new();
        for (at, name) in it.files().into_iter().enumerate() {
            if !named.contains(&&name.value) {
                let address = beside(project, it, &name.value);
                pages.push((address, Page::File(index, at), Some(name.span)));
                named.push(&name.value);
            }
        }
    }
    pages
}

/// Every file for machines with its address.
fn machines(
    catalogue: &Catalogue,
    parts: Parts<'_>,
    lists: &BTreeMap<List, Vec<ItemIndex>>,
) -> Vec<(String, Page, Option<Span>)> {
    let project = parts.project;
    let mut files = vec![(ROBOTS.to_owned(), Machine::Robots, None)];
    let mut channels = vec![(Channel::Site, None)];
    for section in &project.sections {
        channels.push((Channel::Section(section.name.clone()), Some(section.span)));
        if section.kinds.iter().any(|it| it == "alert") {
            let gate = |it: &crate::data::Gate| {
                let gate = Channel::Gate(section.name.clone(), it.id.value.clone());
                (gate, Some(it.id.span))
            };
            channels.extend(parts.data.gates.iter().map(gate));
        }
    }
    for &language in &project.languages {
        for (channel, span) in &channels {
            for syntax in [Syntax::Atom, Syntax::Json] {
                let address = feed(project, language, channel, syntax);
                files.push((address, Machine::Feed(language, channel.clone(), syntax), *span));
            }
        }
        files.push((calendar(language), Machine::Calendar(language), None));
    }
    files.push((sitemap(None), Machine::Sitemap(None), None));
    let parts_of_sitemap = pages_for_search(catalogue, project, lists).div_ceil(SITEMAP_LENGTH);
    if parts_of_sitemap > 1 {
        let part = |it| (sitemap(Some(it)), Machine::Sitemap(Some(it)), None);
        files.extend((1..=parts_of_sitemap).map(part));
    }
    if !project.office.email.is_empty() {
        files.push((SECURITY.to_owned(), Machine::Security, None));
    }
    for name in parts.data.published() {
        let grid = |it| (table(name, it), Machine::Table(name, it), None);
        files.extend([Grid::Json, Grid::Csv].map(grid));
    }
    files.extend(Host::ALL.map(|it| (headers(it).to_owned(), Machine::Headers(it), None)));
    files.into_iter().map(|(address, it, span)| (address, Page::Machine(it), span)).collect()
}

/// How many pages the sitemap names.
fn pages_for_search(
    catalogue: &Catalogue,
    project: &Project,
    lists: &BTreeMap<List, Vec<ItemIndex>>,
) -> usize {
    let of_lists = lists.values().map(|it| it.len().div_ceil(PAGE_LENGTH).max(1)).sum::<usize>();
    let languages = || project.languages.iter();
    let of_items = catalogue
        .items()
        .map(|(_, item)| languages().filter(|it| item.published(**it).is_indexed()).count());
    1 + project.languages.len() * (3 + of_lists) + of_items.sum::<usize>()
}

fn lost(
    catalogue: &Catalogue,
    (file, text): (FileId, &str),
    seen: &BTreeMap<String, Page>,
    diagnostics: &mut Diagnostics,
) {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let url = line.trim();
        if url.starts_with('/') && !seen.contains_key(url) && !catalogue.is_of_left_out(url) {
            let problem = Problem::AddressLost { url: url.to_owned() };
            diagnostics.push(problem, Span::new(file, at..at + line.trim_end().len()));
        }
        at += line.len();
    }
}

fn name(catalogue: &Catalogue, page: &Page) -> String {
    match page {
        Page::Item(it, _) | Page::Former(it, _) | Page::File(it, _) => {
            catalogue.item(*it).name.clone()
        }
        Page::List { list, .. } => list.section.clone(),
        Page::SiteMap(_) => "sitemap".to_owned(),
        Page::VerifyHelp(_) => "verify".to_owned(),
        Page::Machine(Machine::Feed(..)) => "feed".to_owned(),
        other => format!("{other:?}").to_lowercase(),
    }
}
