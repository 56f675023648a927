//! What the site says to programs that visit it: the sitemap, `robots.txt`, `security.txt`.

use crate::article::typography::escape;
use crate::catalogue::routes::{self, List, PAGE_LENGTH, SITEMAP_LENGTH};
use crate::date::Date;
use crate::language::Language;
use crate::render::Press;

/// The name spaces of a sitemap whose pages name their other languages.
const OPEN: &str = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
    xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// One page in the languages that it is led to.
struct Entry {
    /// The address in each of them.
    urls: Vec<(Language, String)>,
    /// The address for readers of other languages.
    default: String,
    /// Whether that is a page of its own: the choice of a language, beside the home pages.
    own_default: bool,
    changed: Option<Date>,
}

impl Entry {
    /// The addresses of the pages.
    fn pages(&self) -> impl Iterator<Item = &str> {
        let default = self.own_default.then_some(self.default.as_str());
        default.into_iter().chain(self.urls.iter().map(|(_, it)| it.as_str()))
    }
}

/// The sitemap, one part of it, or the list of its parts.
pub(super) fn sitemap(press: &Press, part: Option<usize>) -> String {
    let parts = count(press).div_ceil(SITEMAP_LENGTH);
    match part {
        None if parts > 1 => index(press, parts),
        part => {
            let first = (part.unwrap_or(1) - 1) * SITEMAP_LENGTH;
            addresses(press, first, first + SITEMAP_LENGTH)
        }
    }
}

/// How many addresses there are.
pub(super) fn count(press: &Press) -> usize {
    entries(press).map(|it| it.pages().count()).sum()
}

fn index(press: &Press, parts: usize) -> String {
    let mut xml = HEAD.to_owned();
    xml.push_str("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for part in 1..=parts {
        xml.push_str("<sitemap><loc>");
        escape(&press.url(&routes::sitemap(Some(part))), &mut xml);
        xml.push_str("</loc></sitemap>\n");
    }
    xml.push_str("</sitemapindex>\n");
    xml
}

/// The addresses from one position to another.
fn addresses(press: &Press, first: usize, end: usize) -> String {
    let mut xml = HEAD.to_owned();
    xml.push_str(OPEN);
    let mut at = 0;
    for entry in entries(press) {
        for url in entry.pages() {
            if (first..end).contains(&at) {
                address(&mut xml, &entry, url);
            }
            at += 1;
        }
        if at >= end {
            break;
        }
    }
    xml.push_str("</urlset>\n");
    xml
}

fn address(xml: &mut String, entry: &Entry, url: &str) {
    xml.push_str("<url><loc>");
    escape(url, xml);
    xml.push_str("</loc>");
    if let Some(changed) = entry.changed {
        xml.extend(["<lastmod>", &changed.to_string(), "</lastmod>"]);
    }
    let languages = entry.urls.iter().map(|(language, url)| (language.tag(), url.as_str()));
    for (tag, url) in languages.chain([("x-default", entry.default.as_str())]) {
        xml.extend(["<xhtml:link rel=\"alternate\" hreflang=\"", tag, "\" href=\""]);
        escape(url, xml);
        xml.push_str("\"/>");
    }
    xml.push_str("</url>\n");
}

/// Every page that search engines are led to, and no other: no stub, no machine translation, no
/// verification page.
fn entries(press: &Press) -> impl Iterator<Item = Entry> {
    let project = &press.project;
    let first = project.first_language();
    let in_all = move |of: &dyn Fn(Language) -> String| Entry {
        urls: project.languages.iter().map(|it| (*it, press.url(&of(*it)))).collect(),
        default: press.url(&of(first)),
        own_default: false,
        changed: None,
    };
    let homes = Entry { default: press.url("/"), own_default: true, ..in_all(&routes::home) };
    let single = [homes, in_all(&routes::site_map), in_all(&routes::verify_help)];
    let pages = |items: usize| 1..=items.div_ceil(PAGE_LENGTH).max(1);
    let list = move |(list, items): (&List, usize)| -> Vec<Entry> {
        let page = |number| in_all(&|it| routes::list(project, it, list, number));
        pages(items).map(page).collect()
    };
    let lists = press.catalogue.routes.lists.iter().map(|(it, items)| (it, items.len()));
    let item = move |item: &crate::catalogue::Item| {
        let indexed = |it: &&Language| item.published(**it).is_indexed();
        let url = |it: Language| press.url(&routes::item(project, it, item));
        let languages = project.languages.iter().filter(indexed);
        Entry {
            urls: languages.map(|it| (*it, url(*it))).collect(),
            default: url(item.source),
            own_default: false,
            changed: item.changed(),
        }
    };
    let items = press.catalogue.items().map(move |(_, it)| item(it));
    single.into_iter().chain(lists.flat_map(list)).chain(items)
}

/// `robots.txt`. A specimen is nobody's news.
pub(super) fn robots(press: &Press) -> String {
    if press.project.specimen {
        return "User-agent: *\nDisallow: /\n".to_owned();
    }
    format!("User-agent: *\nDisallow:\n\nSitemap: {}\n", press.url(&routes::sitemap(None)))
}

/// `security.txt` (RFC 9116): it holds for a year from the day of the build.
pub(super) fn security(press: &Press) -> String {
    let day = press.as_of();
    let (year, month) = (day.year() + 1, day.month());
    let expires = Date::new(year, month, day.day()).or_else(|| Date::new(year, month, 28));
    let languages: Vec<_> = press.project.languages.iter().map(|it| it.code()).collect();
    format!(
        "Contact: mailto:{}\nExpires: {}T00:00:00Z\nPreferred-Languages: {}\nCanonical: {}\n",
        press.project.office.email,
        expires.unwrap_or(day),
        languages.join(", "),
        press.url(routes::SECURITY),
    )
}
