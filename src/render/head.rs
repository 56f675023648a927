//! What machines read in the head of a page: addresses, Dublin Core, Open Graph, JSON-LD and
//! feeds, written as one piece of HTML that a template prints once.

use std::collections::BTreeMap;

use crate::article::typography::escape;
use crate::catalogue::routes::{self, Channel, Syntax};
use crate::catalogue::{Item, ItemIndex};
use crate::document::meta::Details;
use crate::language::Language;
use crate::render::context::Head;
use crate::render::voice::Voice;
use crate::render::{Press, linked};

/// What a page is about.
pub(super) enum Subject<'a> {
    /// The whole site.
    Site,
    /// A list of a section, with the items that it shows.
    List(&'a str, &'a [ItemIndex]),
    /// The map of the site, where its tables are named.
    Map,
    /// Something else.
    Page,
    /// An item.
    Item(&'a Item),
}

/// What the heads of a language show alike: made once.
#[derive(Debug, Default)]
pub(super) struct Heads {
    /// What names the office in JSON-LD.
    pub(super) office: String,
    parts: [Parts; 3],
}

#[derive(Debug, Default)]
struct Parts {
    /// Metadata and feeds of the site.
    site: String,
    /// The feed of each section.
    sections: BTreeMap<String, String>,
    /// The beginning of JSON-LD, with the office.
    graph: Vec<u8>,
}

impl Heads {
    /// Makes them.
    pub(super) fn new(press: &Press) -> Self {
        let office = format!("{}#office", press.project.base_url.value);
        let parts = Language::ALL.map(|it| Parts::new(press, it, &office));
        Self { office, parts }
    }
}

impl Parts {
    fn new(press: &Press, language: Language, office: &str) -> Self {
        let voice = press.voice(language);
        let name = voice.office(press);
        let mut site = String::new();
        link(&mut site, "schema.DC", None, "http://purl.org/dc/elements/1.1/");
        meta(&mut site, "name", "DC.publisher", name);
        meta(&mut site, "name", "DC.language", language.tag());
        meta(&mut site, "property", "og:site_name", name);
        meta(&mut site, "property", "og:locale", locale(language));
        for (syntax, kind) in
            [(Syntax::Atom, "application/atom+xml"), (Syntax::Json, "application/feed+json")]
        {
            let href = press.href(&routes::feed(&press.project, language, &Channel::Site, syntax));
            feed(&mut site, kind, name, &href);
        }
        feed(&mut site, "text/calendar", name, &press.href(&routes::calendar(language)));
        let section = |it: &crate::project::Section| {
            let title = press.catalogue.section_title(&it.name, language);
            let title = format!("{} – {name}", title.answer(language).1);
            let of = Channel::Section(it.name.clone());
            let href = press.href(&routes::feed(&press.project, language, &of, Syntax::Atom));
            let mut html = String::new();
            feed(&mut html, "application/atom+xml", &title, &href);
            (it.name.clone(), html)
        };
        let sections = press.project.sections.iter().map(section).collect();
        let mut graph = br#"{"@context":"https://schema.org","@graph":["#.to_vec();
        linked::office(press, language, office, &mut graph);
        Self { site, sections, graph }
    }
}

/// The part of a page's head that machines read.
pub(super) fn machine(
    press: &Press,
    voice: &Voice<'_>,
    head: &Head,
    subject: &Subject<'_>,
) -> String {
    let parts = &press.heads.parts[voice.language.index()];
    let mut html = String::with_capacity(6 * 1024);
    addresses(press, head, subject, &mut html);
    dublin_core(press, voice, head, subject, &mut html);
    open_graph(press, head, subject, &mut html);
    html.push_str(&parts.site);
    let section = match subject {
        Subject::Item(it) => it.section(),
        Subject::List(section, _) => section,
        _ => "",
    };
    html.push_str(parts.sections.get(section).map_or("", String::as_str));
    if let Subject::Item(item) = subject
        && let Details::Alert(alert) = &item.meta.details
        && let Some(gate) = &alert.gate
    {
        let name = press.data.gate(&gate.value).map(|it| it.name.answer(voice.language).1);
        let of = Channel::Gate(section.to_owned(), gate.value.clone());
        let address = routes::feed(&press.project, voice.language, &of, Syntax::Atom);
        let title = name.unwrap_or(&gate.value);
        feed(&mut html, "application/atom+xml", title, &press.href(&address));
    }
    html.push_str("<script type=\"application/ld+json\">");
    html.push_str(&graph(press, voice, head, subject, &parts.graph));
    html.push_str("</script>");
    html
}

/// Where the page stands, and where it stands in other languages. A page that repeats another one,
/// or that a machine wrote, names no others: they do not name it. The choice of a language is named
/// by the home pages as the page for everyone else.
fn addresses(press: &Press, head: &Head, subject: &Subject<'_>, html: &mut String) {
    link(html, "canonical", None, &head.canonical);
    let is_own = |it: &crate::render::context::Alternate| it.current && it.indexed;
    let default = default_address(press, head, subject);
    let is_named = head.languages.iter().any(|it| is_own(it) && it.url == head.canonical);
    let is_choice = matches!(subject, Subject::Site) && head.canonical == default;
    if !is_named && !is_choice {
        return;
    }
    for it in head.languages.iter().filter(|it| it.indexed) {
        link(html, "alternate", Some(it.language.tag), &it.url);
    }
    link(html, "alternate", Some("x-default"), &default);
}

/// The page for readers of other languages: the choice of a language, the source of an item, or
/// the page of the default language.
fn default_address(press: &Press, head: &Head, subject: &Subject<'_>) -> String {
    let language = match subject {
        Subject::Site => return press.project.base_url.value.clone(),
        Subject::Item(item) => item.source,
        _ => press.project.first_language(),
    };
    let of = |it: &&crate::render::context::Alternate| it.language.tag == language.tag();
    head.languages.iter().find(of).map_or_else(|| head.canonical.clone(), |it| it.url.clone())
}

fn dublin_core(
    press: &Press,
    voice: &Voice<'_>,
    head: &Head,
    subject: &Subject<'_>,
    html: &mut String,
) {
    let item = match subject {
        Subject::Item(it) => Some(*it),
        _ => None,
    };
    let dc = |html: &mut String, name, value: &str| meta(html, "name", name, value);
    dc(html, "DC.title", &head.title.text);
    dc(
        html,
        "DC.creator",
        item.map_or_else(|| voice.office(press), |it| creator(press, voice, it)),
    );
    let date = item.and_then(Item::day).unwrap_or_else(|| press.as_of());
    dc(html, "DC.date", &date.to_string());
    dc(html, "DC.description", &head.description);
    let number = item.and_then(Item::number).map(|it| it.value.as_str());
    dc(html, "DC.identifier", number.unwrap_or(&head.canonical));
    // A translation comes from the authentic text; everything else from the office's site.
    let is_translated =
        |it: &&Item| !(it.meta.authentic.contains(&voice.language) || it.is_generated());
    let translated = item.filter(is_translated);
    let source = translated.map(|_| default_address(press, head, subject));
    dc(html, "DC.source", source.as_deref().unwrap_or(&press.project.base_url.value));
}

/// Who wrote it: the issuer of a document, the unit that answers for anything else.
fn creator<'a>(press: &'a Press, voice: &Voice<'_>, item: &'a Item) -> &'a str {
    let issuer = match &item.meta.details {
        Details::Document(it) => it.issuer.as_ref(),
        _ => None,
    };
    let issuer = issuer.and_then(|it| press.data.organization(&it.value)).map(|it| &it.name);
    let owner = || Some(&press.data.unit(&item.meta.owner.as_ref()?.value)?.name);
    let name = issuer.or_else(owner).map(|it| it.answer(voice.language).1);
    name.unwrap_or_else(|| voice.office(press))
}

fn open_graph(press: &Press, head: &Head, subject: &Subject<'_>, html: &mut String) {
    let kind = if matches!(subject, Subject::Item(_)) { "article" } else { "website" };
    meta(html, "property", "og:type", kind);
    meta(html, "property", "og:title", &head.title.text);
    meta(html, "property", "og:description", &head.description);
    meta(html, "property", "og:url", &head.canonical);
    let languages = press.project.languages.iter().zip(&head.languages);
    for (&language, _) in languages.filter(|(_, it)| it.indexed && !it.current) {
        meta(html, "property", "og:locale:alternate", locale(language));
    }
}

/// The office, the way to the page, and what it is about.
fn graph(
    press: &Press,
    voice: &Voice<'_>,
    head: &Head,
    subject: &Subject<'_>,
    begun: &[u8],
) -> String {
    let mut graph = Vec::with_capacity(4 * 1024);
    graph.extend_from_slice(begun);
    linked::crumbs(press, head, &mut graph);
    let page = |kind, into: &mut Vec<u8>| linked::page(press, head, voice.language, kind, into);
    match subject {
        Subject::Site => page("WebSite", &mut graph),
        Subject::Page => page("WebPage", &mut graph),
        Subject::Map => {
            page("WebPage", &mut graph);
            linked::tables(press, voice, head, &mut graph);
        }
        Subject::List(_, items) => {
            page("CollectionPage", &mut graph);
            linked::faq(press, voice, head, items, &mut graph);
        }
        Subject::Item(item) => linked::of_item(press, voice, item, head, &mut graph),
    }
    graph.extend_from_slice(b"]}");
    String::from_utf8(graph).unwrap_or_default()
}

fn meta(html: &mut String, attribute: &str, name: &str, content: &str) {
    if content.is_empty() {
        return;
    }
    html.extend(["<meta ", attribute, "=\"", name, "\" content=\""]);
    escape(content, html);
    html.push_str("\">\n");
}

fn link(html: &mut String, rel: &str, language: Option<&str>, href: &str) {
    html.extend(["<link rel=\"", rel, "\""]);
    if let Some(language) = language {
        html.extend([" hreflang=\"", language, "\""]);
    }
    html.push_str(" href=\"");
    escape(href, html);
    html.push_str("\">\n");
}

fn feed(html: &mut String, kind: &str, title: &str, href: &str) {
    html.extend(["<link rel=\"alternate\" type=\"", kind, "\" title=\""]);
    escape(title, html);
    html.push_str("\" href=\"");
    escape(href, html);
    html.push_str("\">\n");
}

/// Language and country, as Open Graph names them (content.md §9).
fn locale(language: Language) -> &'static str {
    match language {
        Language::Vi => "vi_VN",
        Language::En => "en_GB",
        Language::Zh => "zh_CN",
    }
}
