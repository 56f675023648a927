//! Lists: the chooser, home pages, sections and their aspects, the site map.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::catalogue::routes::{self, Filter, List, PAGE_LENGTH};
use crate::catalogue::status::Status;
use crate::catalogue::{Item, ItemIndex, Presence};
use crate::diagnostic::Diagnostic;
use crate::document::meta::Details;
use crate::language::Language;
use crate::language::order::Order;
use crate::render::context::{Alternate, Chip, Entry, Group, Head, Link, Tile, Words};
use crate::render::head::{self, Subject};
use crate::render::voice::Voice;
use crate::render::{Press, context, item};

type Bytes = Result<Vec<u8>, Box<Diagnostic>>;
type Html = Result<String, Box<Diagnostic>>;

/// A part of pages in each language, in the order of [`Language::ALL`], rendered when first asked
/// for: by whichever page needs it first, with the same result.
type Part = [OnceLock<Html>; 3];

/// Parts that many lists show alike.
#[derive(Debug, Default)]
pub(super) struct Entries {
    /// The entry of each item.
    items: Vec<Part>,
    /// The ways to look at each section.
    browse: BTreeMap<String, Part>,
}

impl Entries {
    /// Room for the parts of a catalogue.
    pub(super) fn new(press: &Press) -> Self {
        let items = press.catalogue.items().map(|_| Part::default()).collect();
        let sections = press.project.sections.iter();
        Self { items, browse: sections.map(|it| (it.name.clone(), Part::default())).collect() }
    }

    fn entry(&self, press: &Press, voice: &Voice<'_>, index: ItemIndex) -> Html {
        let place = &self.items[index.0 as usize][voice.language.index()];
        place
            .get_or_init(|| {
                let of = tera::Value::from_serializable(&entry(press, voice, index));
                press.part_of(voice.language, "entry.html", &[("of", of)])
            })
            .clone()
    }

    fn browse(&self, press: &Press, voice: &Voice<'_>, section: &str) -> Html {
        let Some(part) = self.browse.get(section) else { return Ok(String::new()) };
        let place = &part[voice.language.index()];
        place
            .get_or_init(|| {
                let groups = browse(press, voice, section);
                if groups.is_empty() {
                    return Ok(String::new());
                }
                let of = tera::Value::from_serializable(&groups);
                press.part_of(voice.language, "browse.html", &[("of", of)])
            })
            .clone()
    }
}

/// Entries as HTML.
fn entries(
    press: &Press,
    voice: &Voice<'_>,
    items: &[ItemIndex],
) -> Result<Vec<String>, Box<Diagnostic>> {
    items.iter().map(|it| press.entries.entry(press, voice, *it)).collect()
}

/// `/`: three links, each in its own language.
pub(super) fn chooser(press: &Press) -> Bytes {
    let first = press.project.first_language();
    let voice = press.voice(first);
    let mut head = Head {
        title: voice.organization(press.data.organization(&press.project.office.organization)),
        description: String::new(),
        canonical: press.url("/"),
        languages: press.alternates(first, routes::home),
        crumbs: Vec::new(),
        noindex: press.project.specimen,
        machine: String::new(),
    };
    head.machine = head::machine(press, &voice, &head, &Subject::Site);
    let of = |&it: &Language| Choice {
        language: press.voice(it).tongue(),
        href: press.href(&routes::home(it)),
        office: press
            .voice(it)
            .organization(press.data.organization(&press.project.office.organization))
            .text,
        notice: press.voice(it).say("specimen-strip"),
    };
    let choices: Vec<_> = press.project.languages.iter().map(of).collect();
    let extra = [("choices", tera::Value::from_serializable(&choices))];
    press.render(first, "chooser.html", &head, &extra, "")
}

#[derive(serde::Serialize)]
struct Choice {
    language: context::Tongue,
    href: String,
    office: String,
    notice: String,
}

/// A former address: leads on to the present one.
pub(super) fn former(press: &Press, index: ItemIndex, language: Language) -> Bytes {
    let target = press.catalogue.item(index);
    let voice = press.voice(language);
    let head = Head {
        title: item::title(press, &voice, target),
        description: String::new(),
        canonical: press.url(&routes::item(&press.project, language, target)),
        languages: press.alternates(language, |it| routes::item(&press.project, it, target)),
        crumbs: Vec::new(),
        noindex: true,
        machine: String::new(),
    };
    let href = press.href(&routes::item(&press.project, language, target));
    press.render(language, "moved.html", &head, &[("target", href.into())], "")
}

/// The home page.
pub(super) fn home(press: &Press, language: Language) -> Bytes {
    let voice = press.voice(language);
    let office = voice.organization(press.data.organization(&press.project.office.organization));
    let mut head = Head {
        description: voice.say_with("home-description", &[("office", &office.text)]),
        title: office,
        canonical: press.url(&routes::home(language)),
        languages: press.alternates(language, routes::home),
        crumbs: Vec::new(),
        noindex: press.project.specimen,
        machine: String::new(),
    };
    head.machine = head::machine(press, &voice, &head, &Subject::Site);
    let open = |item: &Item| item.status == Status::Open;
    let alerts = newest(press, |it| matches!(it.meta.details, Details::Alert(_)) && open(it), 10);
    let programmes =
        newest(press, |it| matches!(it.meta.details, Details::Programme(_)) && open(it), 10);
    let documents = newest(press, |it| matches!(it.meta.details, Details::Document(_)), 5);
    let entries =
        |of: &[ItemIndex]| entries(press, &voice, of).map(|it| tera::Value::from_serializable(&it));
    let extra = [
        ("tiles", tera::Value::from_serializable(&tiles(press, &voice))),
        ("alerts", entries(&alerts)?),
        ("programmes", entries(&programmes)?),
        ("documents", entries(&documents)?),
    ];
    press.render(language, "home.html", &head, &extra, "")
}

/// What people come for, each with the first section that serves it.
fn tiles(press: &Press, voice: &Voice<'_>) -> Vec<Tile> {
    let tile = |icon, kind: &str, id: &str| {
        let section = press.project.sections.iter().find(|it| it.kinds.iter().any(|it| it == kind));
        let address = match kind {
            "verify" => routes::verify_help(voice.language),
            _ => routes::section(&press.project, voice.language, &section?.name),
        };
        Some(Tile { href: press.href(&address), icon, words: voice.say(id) })
    };
    [
        tile("form", "procedure", "tile-procedures"),
        tile("paper", "document", "tile-documents"),
        tile("talk", "question", "tile-questions"),
        tile("seal", "verify", "tile-verify"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The newest items that fit, of the lists that are sorted already.
fn newest(press: &Press, fits: impl Fn(&Item) -> bool, count: usize) -> Vec<ItemIndex> {
    let mut found = Vec::new();
    for (list, items) in &press.catalogue.routes.lists {
        if list.filter == Filter::All {
            let fitting = items.iter().filter(|it| fits(press.catalogue.item(**it)));
            found.extend(fitting.take(count).copied());
        }
    }
    found.sort_by_key(|it| (std::cmp::Reverse(press.catalogue.item(*it).day()), *it));
    found.truncate(count);
    found
}

/// One entry of a list.
fn entry(press: &Press, voice: &Voice<'_>, index: ItemIndex) -> Entry {
    let it = press.catalogue.item(index);
    let published = it.published(voice.language);
    let summary = published.words.unwrap_or(published.text);
    let has = |language: &&Language| it.published(**language).presence != Presence::Stub;
    let languages = press.project.languages.iter().filter(has);
    let note = item::parts::entry_note(press, voice, it).unwrap_or_default();
    Entry {
        link: Link {
            href: press.href(&routes::item(&press.project, voice.language, it)),
            title: item::title(press, voice, it),
        },
        chip: item::chip(voice, it),
        marks: item::marks(press, voice, it),
        number: it.number().map(|it| it.value.clone()).unwrap_or_default(),
        day: it.day().filter(|_| note.is_empty()).map(|it| voice.short_date(it)),
        note,
        summary: item::summary(press, voice, it, summary),
        languages: languages.map(|it| press.voice(*it).tongue()).collect(),
    }
}

/// One page of a list.
pub(super) fn list(press: &Press, language: Language, list: &List, number: usize) -> Bytes {
    let voice = press.voice(language);
    let items = press.catalogue.routes.lists.get(list).map_or(&[][..], Vec::as_slice);
    let first = (number - 1) * PAGE_LENGTH;
    let shown = &items[first.min(items.len())..items.len().min(first + PAGE_LENGTH)];
    let entries = entries(press, &voice, shown)?;
    // Questions are told to machines once: on the list of all.
    let about = if list.filter == Filter::All { shown } else { &[] };
    let introduction = press.catalogue.introduction(&list.section, language);
    let introduction = introduction.filter(|_| list.filter == Filter::All && number == 1);
    let has_text = introduction.is_some_and(|it| it.has_text());
    let pages = items.len().div_ceil(PAGE_LENGTH).max(1);
    let at = |number| press.href(&routes::list(&press.project, language, list, number));
    let position = if pages > 1 { format!("{number} / {pages}") } else { String::new() };
    let context = context::List {
        summary: introduction
            .map(|it| voice.in_language(it.language, it.summary()))
            .unwrap_or_default(),
        has_text,
        text_lang: introduction.filter(|it| it.language != language).map(|it| it.language.tag()),
        total: voice.say_count("list-total", i64::try_from(items.len()).unwrap_or(i64::MAX)),
        browse: match number {
            1 => press.entries.browse(press, &voice, &list.section)?,
            _ => String::new(),
        },
        previous: (number > 1).then(|| at(number - 1)),
        next: (number < pages).then(|| at(number + 1)),
        position,
        entries,
    };
    let section = voice.words(&press.catalogue.section_title(&list.section, language));
    let title = match filter_words(press, &voice, &list.filter) {
        Some(words) => Words {
            text: voice
                .say_with("list-title", &[("section", &section.text), ("aspect", &words.text)]),
            lang: None,
        },
        None => section.clone(),
    };
    let mut crumbs = vec![home_crumb(press, &voice)];
    if list.filter != Filter::All {
        let href = press.href(&routes::section(&press.project, language, &list.section));
        crumbs.push(Link { href, title: section });
    }
    let address = |it| routes::list(&press.project, it, list, number);
    let mut head = Head {
        description: press
            .catalogue
            .introduction(&list.section, language)
            .map(|it| it.summary().to_owned())
            .unwrap_or_default(),
        title,
        canonical: press.url(&address(language)),
        languages: press.alternates(language, address),
        crumbs,
        noindex: press.project.specimen,
        machine: String::new(),
    };
    head.machine = head::machine(press, &voice, &head, &Subject::List(&list.section, about));
    let article = match introduction.filter(|_| has_text) {
        Some(it) => press.article(None, it, None, language),
        None => String::new(),
    };
    let extra = [("list", tera::Value::from_serializable(&context))];
    press.render(language, "list.html", &head, &extra, &article)
}

/// The way home.
pub(super) fn home_crumb(press: &Press, voice: &Voice<'_>) -> Link {
    Link { href: press.href(&routes::home(voice.language)), title: voice.own(voice.say("home")) }
}

fn filter_words(press: &Press, voice: &Voice<'_>, filter: &Filter) -> Option<Words> {
    Some(match filter {
        Filter::All => return None,
        Filter::Year(year) => voice.own(year.to_string()),
        Filter::Type(id) => voice.own(voice.say(&format!("doctype-{id}"))),
        Filter::Unit(id) => press.data.unit(id).map(|it| voice.unit(it)).unwrap_or_default(),
        Filter::Topic(id) => {
            let topic = press.project.topics.iter().find(|it| it.id == *id);
            topic.map(|it| voice.words(&it.name)).unwrap_or_default()
        }
    })
}

/// Number, message and lists of one way to look at a section.
type Aspect<'a> = (u8, &'a str, Vec<(Words, &'a List)>);

/// The aspects of a section that have items, each group in the order of its language.
fn browse(press: &Press, voice: &Voice<'_>, section: &str) -> Vec<Group> {
    let mut groups: Vec<Aspect<'_>> = vec![
        (0, "browse-year", Vec::new()),
        (1, "browse-type", Vec::new()),
        (2, "browse-unit", Vec::new()),
        (3, "browse-topic", Vec::new()),
    ];
    let from = List { section: section.to_owned(), filter: Filter::All };
    for (list, _) in
        press.catalogue.routes.lists.range(from..).take_while(|(it, _)| it.section == section)
    {
        let Some(group) = usize::from(list.filter.aspect()).checked_sub(1) else { continue };
        if let Some(words) = filter_words(press, voice, &list.filter) {
            groups[group].2.push((words, list));
        }
    }
    let order = Order::new(voice.language);
    let link = |(title, list): (Words, &List)| Link {
        href: press.href(&routes::list(&press.project, voice.language, list, 1)),
        title,
    };
    let group = |(kind, title, mut links): Aspect<'_>| {
        links.sort_by_cached_key(|(words, _)| order.sort_key(&words.text));
        if kind == 0 {
            links.reverse();
        }
        let title = voice.own(voice.say(title));
        (!links.is_empty()).then(|| Group { title, links: links.into_iter().map(link).collect() })
    };
    groups.into_iter().filter_map(group).collect()
}

/// The site map: every section with its newest items, A to Z by language.
pub(super) fn site_map(press: &Press, language: Language) -> Bytes {
    let voice = press.voice(language);
    let order = Order::new(language);
    let groups: Vec<_> = press
        .project
        .sections
        .iter()
        .map(|section| {
            let list = List { section: section.name.clone(), filter: Filter::All };
            let items = press.catalogue.routes.lists.get(&list).map_or(&[][..], Vec::as_slice);
            let mut entries: Vec<_> = items
                .iter()
                .take(PAGE_LENGTH)
                .map(|it| {
                    let item = press.catalogue.item(*it);
                    let title = item::title(press, &voice, item);
                    let sort =
                        item.published(language).words.and_then(|it| it.words.sort_key.clone());
                    let key = order.sort_key(sort.as_deref().unwrap_or(&title.text));
                    let href = press.href(&routes::item(&press.project, language, item));
                    (key, MapLink { chip: item::caution(&voice, item), link: Link { href, title } })
                })
                .collect();
            entries.sort_by(|a, b| a.0.cmp(&b.0));
            MapGroup {
                section: Link {
                    href: press.href(&routes::section(&press.project, language, &section.name)),
                    title: voice.words(&press.catalogue.section_title(&section.name, language)),
                },
                links: entries.into_iter().map(|(_, it)| it).collect(),
                more: items.len() > PAGE_LENGTH,
            }
        })
        .collect();
    let mut head = Head {
        title: voice.own(voice.say("site-map")),
        description: voice.say("site-map-description"),
        canonical: press.url(&routes::site_map(language)),
        languages: press.alternates(language, routes::site_map),
        crumbs: vec![home_crumb(press, &voice)],
        noindex: press.project.specimen,
        machine: String::new(),
    };
    head.machine = head::machine(press, &voice, &head, &Subject::Map);
    let extra = [("groups", tera::Value::from_serializable(&groups))];
    press.render(language, "map.html", &head, &extra, "")
}

#[derive(serde::Serialize)]
struct MapGroup {
    section: Link,
    links: Vec<MapLink>,
    more: bool,
}

#[derive(serde::Serialize)]
struct MapLink {
    link: Link,
    /// What it is, where it is not in force.
    chip: Option<Chip>,
}

/// Languages in which an item has a page of its own words.
pub(super) fn item_alternates(press: &Press, it: &Item, current: Language) -> Vec<Alternate> {
    let mut alternates =
        press.alternates(current, |language| routes::item(&press.project, language, it));
    for (alternate, &language) in alternates.iter_mut().zip(&press.project.languages) {
        alternate.indexed = it.published(language).is_indexed();
    }
    alternates
}
