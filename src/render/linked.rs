//! What a page is about, as JSON-LD of schema.org (content.md §9).
//!
//! It is on every page: so structs in the order of their fields, borrowed words, no trees.

mod kinds;
#[cfg(test)]
mod tests;

use std::fmt::Display;
use std::io;

use serde::{Serialize, Serializer};
use serde_json::ser::Formatter;

use crate::catalogue::routes;
use crate::catalogue::status::Status;
use crate::catalogue::{Item, ItemIndex};
use crate::language::Language;
use crate::language::script::{Bytes, first_of};
use crate::render::context::Head;
use crate::render::voice::Voice;
use crate::render::{Press, item};

pub(super) use kinds::item as of_item;

/// One node, written after the others of its page.
pub(super) fn node(it: &impl Serialize, into: &mut Vec<u8>) {
    into.push(b',');
    value(it, into);
}

/// A value as JSON that can stand in a `script` element: nothing in it ends the element, begins a
/// comment or breaks a line.
pub(super) fn value(it: &impl Serialize, into: &mut Vec<u8>) {
    let mut serializer = serde_json::Serializer::with_formatter(into, Inert);
    // Writing into memory does not fail, and all keys are texts.
    let _ = it.serialize(&mut serializer);
}

/// Writes what HTML could take for its own as escapes.
struct Inert;

impl Formatter for Inert {
    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let bytes = fragment.as_bytes();
        let (mut done, mut from) = (0, 0);
        while let Some(next) = first_of(&ACTIVE, &bytes[from..]) {
            let at = from + next;
            let (escape, length): (&[u8], usize) = match bytes[at] {
                b'<' => (b"\\u003c", 1),
                b'>' => (b"\\u003e", 1),
                b'&' => (b"\\u0026", 1),
                _ if bytes[at..].starts_with("\u{2028}".as_bytes()) => (b"\\u2028", 3),
                _ if bytes[at..].starts_with("\u{2029}".as_bytes()) => (b"\\u2029", 3),
                _ => {
                    from = at + 1;
                    continue;
                }
            };
            writer.write_all(&bytes[done..at])?;
            writer.write_all(escape)?;
            done = at + length;
            from = done;
        }
        writer.write_all(&bytes[done..])
    }
}

/// The bytes that begin what is escaped.
const ACTIVE: Bytes = {
    let mut table = [false; 256];
    table[b'<' as usize] = true;
    table[b'>' as usize] = true;
    table[b'&' as usize] = true;
    table[0xe2] = true;
    table
};

/// A day or moment as it is printed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Printed<T>(pub(super) T);

impl<T: Display> Serialize for Printed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// Something that is described elsewhere in the page or on another one.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Id<'a> {
    #[serde(rename = "@id")]
    pub(super) id: &'a str,
}

/// Something of which no more than the name is said.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Named<'a> {
    #[serde(rename = "@type")]
    pub(super) kind: &'static str,
    pub(super) name: &'a str,
}

#[derive(Serialize)]
struct Office<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: &'a str,
    name: &'a str,
    url: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    email: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    telephone: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    address: &'a str,
}

/// Who publishes.
pub(super) fn office(press: &Press, language: Language, id: &str, into: &mut Vec<u8>) {
    let office = &press.project.office;
    let name = press.data.organization(&office.organization).map(|it| it.name.answer(language).1);
    let office = Office {
        kind: "GovernmentOrganization",
        id,
        name: name.unwrap_or_default(),
        url: &press.project.base_url.value,
        email: &office.email,
        telephone: press.hotline(),
        address: office.address.answer(language).1,
    };
    value(&office, into);
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Crumbs<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    item_list_element: Vec<Crumb<'a>>,
}

#[derive(Serialize)]
struct Crumb<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    position: usize,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
}

/// The way from the home page to the page itself.
pub(super) fn crumbs(press: &Press, head: &Head, into: &mut Vec<u8>) {
    let kind = "ListItem";
    let way = head.crumbs.iter().map(|it| (it.title.text.as_str(), Some(press.absolute(&it.href))));
    let way = way.chain([(head.title.text.as_str(), None)]).enumerate();
    let crumb = |(at, (name, item))| Crumb { kind, position: at + 1, name, item };
    let item_list_element = way.map(crumb).collect();
    node(&Crumbs { kind: "BreadcrumbList", item_list_element }, into);
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WebPage<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    url: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    in_language: &'static str,
    publisher: Id<'a>,
}

/// A page that is about no item: `WebSite`, `CollectionPage`, `WebPage`.
pub(super) fn page(
    press: &Press,
    head: &Head,
    language: Language,
    kind: &'static str,
    into: &mut Vec<u8>,
) {
    let page = WebPage {
        kind,
        url: &head.canonical,
        name: &head.title.text,
        description: &head.description,
        in_language: language.tag(),
        publisher: Id { id: &press.heads.office },
    };
    node(&page, into);
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Faq<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    url: &'a str,
    name: &'a str,
    in_language: &'static str,
    main_entity: Vec<Answered>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answered {
    #[serde(rename = "@type")]
    kind: &'static str,
    url: String,
    name: String,
    accepted_answer: Answer,
}

#[derive(Serialize)]
struct Answer {
    #[serde(rename = "@type")]
    kind: &'static str,
    text: String,
}

/// The questions of a list that have answers; nothing where there are none.
pub(super) fn faq(
    press: &Press,
    voice: &Voice<'_>,
    head: &Head,
    items: &[ItemIndex],
    into: &mut Vec<u8>,
) {
    let answered = |it: &&Item| it.status == Status::Answered;
    let question = |it: &Item| {
        let words = it.published(voice.language).words.unwrap_or(it.source_text());
        Answered {
            kind: "Question",
            url: press.url(&routes::item(&press.project, voice.language, it)),
            name: item::title(press, voice, it).text,
            accepted_answer: Answer { kind: "Answer", text: words.summary().to_owned() },
        }
    };
    let items = items.iter().map(|it| press.catalogue.item(*it));
    let main_entity: Vec<_> = items.filter(answered).map(question).collect();
    if main_entity.is_empty() {
        return;
    }
    let faq = Faq {
        kind: "FAQPage",
        url: &head.canonical,
        name: &head.title.text,
        in_language: voice.language.tag(),
        main_entity,
    };
    node(&faq, into);
}

#[derive(Serialize)]
struct Tables<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    url: &'a str,
    name: String,
    publisher: Id<'a>,
    dataset: Vec<Dataset<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Dataset<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    description: String,
    in_language: Vec<&'static str>,
    is_accessible_for_free: bool,
    creator: Id<'a>,
    distribution: Vec<Download>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Download {
    #[serde(rename = "@type")]
    kind: &'static str,
    encoding_format: &'static str,
    content_url: String,
}

/// The tables of the site with their files.
pub(super) fn tables(press: &Press, voice: &Voice<'_>, head: &Head, into: &mut Vec<u8>) {
    let office = Id { id: &press.heads.office };
    let dataset: Vec<_> =
        press.data.published().into_iter().map(|it| dataset(press, voice, it)).collect();
    if dataset.is_empty() {
        return;
    }
    let tables = Tables {
        kind: "DataCatalog",
        url: &head.canonical,
        name: voice.say("data-tables"),
        publisher: office,
        dataset,
    };
    node(&tables, into);
}

/// One table with its files.
fn dataset<'a>(press: &'a Press, voice: &Voice<'_>, table: &str) -> Dataset<'a> {
    let name = voice.say(&format!("data-{table}"));
    let download = |(grid, encoding_format)| Download {
        kind: "DataDownload",
        encoding_format,
        content_url: press.url(&routes::table(table, grid)),
    };
    let grids = [(routes::Grid::Json, "application/json"), (routes::Grid::Csv, "text/csv")];
    Dataset {
        kind: "Dataset",
        description: voice
            .say_with("data-description", &[("table", &name), ("office", voice.office(press))]),
        name,
        in_language: press.project.languages.iter().map(|it| it.tag()).collect(),
        is_accessible_for_free: true,
        creator: Id { id: &press.heads.office },
        distribution: grids.map(download).into(),
    }
}
