//! A feed as Atom (RFC 4287) and as JSON Feed 1.1.

use serde::Serialize;

use crate::article::typography::escape;
use crate::date::Date;
use crate::render::context::Words;
use crate::render::feeds::{Entry, Feed};

/// Midnight in Viet Nam: what is known of a publication is its day.
fn moment(date: Date) -> String {
    format!("{date}T00:00:00+07:00")
}

pub(super) fn atom(feed: &Feed) -> String {
    let mut xml = String::with_capacity(1024 + feed.entries.len() * 768);
    xml.push_str("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    xml.push_str("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"");
    xml.push_str(feed.language.tag());
    xml.push_str("\">\n");
    element(&mut xml, "title", &feed.title);
    element(&mut xml, "id", &feed.address);
    element(&mut xml, "updated", &moment(feed.updated));
    xml.push_str("<author>");
    element(&mut xml, "name", &feed.author);
    xml.push_str("</author>\n");
    link(&mut xml, "self", "application/atom+xml", &feed.address);
    link(&mut xml, "alternate", "text/html", &feed.page);
    for it in &feed.entries {
        entry(&mut xml, it);
    }
    xml.push_str("</feed>\n");
    xml
}

fn entry(xml: &mut String, entry: &Entry) {
    xml.push_str("<entry>\n");
    words(xml, "title", &entry.title);
    element(xml, "id", &entry.id);
    link(xml, "alternate", "text/html", &entry.url);
    element(xml, "published", &moment(entry.published));
    element(xml, "updated", &moment(entry.updated));
    words(xml, "summary", &entry.summary);
    xml.push_str("</entry>\n");
}

fn element(xml: &mut String, name: &str, text: &str) {
    xml.extend(["<", name, ">"]);
    escape(text, xml);
    xml.extend(["</", name, ">\n"]);
}

/// Words that may stand in another language than the feed.
fn words(xml: &mut String, name: &str, words: &Words) {
    match words.lang {
        Some(lang) => {
            xml.extend(["<", name, " xml:lang=\"", lang, "\">"]);
            escape(&words.text, xml);
            xml.extend(["</", name, ">\n"]);
        }
        None => element(xml, name, &words.text),
    }
}

fn link(xml: &mut String, rel: &str, kind: &str, href: &str) {
    xml.extend(["<link rel=\"", rel, "\" type=\"", kind, "\" href=\""]);
    escape(href, xml);
    xml.push_str("\"/>\n");
}

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    language: &'static str,
    authors: [Author<'a>; 1],
    items: Vec<JsonItem<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct JsonItem<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    content_text: &'a str,
    date_published: String,
    date_modified: String,
    language: &'static str,
}

pub(super) fn json(feed: &Feed) -> String {
    let whole = JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: &feed.page,
        feed_url: &feed.address,
        language: feed.language.tag(),
        authors: [Author { name: &feed.author }],
        items: feed.entries.iter().map(|it| JsonItem::of(it, feed)).collect(),
    };
    // Texts and lists of them can always be written.
    let mut json = serde_json::to_string_pretty(&whole).unwrap_or_default();
    json.push('\n');
    json
}

impl<'a> JsonItem<'a> {
    fn of(it: &'a Entry, feed: &Feed) -> Self {
        Self {
            id: &it.id,
            url: &it.url,
            title: &it.title.text,
            content_text: &it.summary.text,
            date_published: moment(it.published),
            date_modified: moment(it.updated),
            language: it.title.lang.unwrap_or(feed.language.tag()),
        }
    }
}
