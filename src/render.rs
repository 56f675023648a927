//! Pages: a page for every address, and the bytes of one. Pure: data in, bytes out.

pub mod context;
mod crawlers;
mod data;
mod feeds;
mod frame;
mod head;
mod headers;
mod item;
mod linked;
mod lists;
mod print;
mod publication;
mod tables;
mod verification;
mod voice;

use std::sync::Arc;

use crate::article;
use crate::article::html::Labels;
use crate::article::html::marks::MarkWords;
use crate::catalogue::routes::register::Publication;
use crate::catalogue::routes::{self, Machine, Page};
use crate::catalogue::{Catalogue, Item, ItemIndex, Parts};
use crate::data::Data;
use crate::date::Date;
use crate::diagnostic::Diagnostic;
use crate::document::body::Body;
use crate::language::Language;
use crate::language::messages::Messages;
use crate::project::Project;
use crate::qr::Symbol;
use crate::register::{self, Register};
use crate::source::Sources;
use crate::theme::{self, Theme};
use crate::translation::align::Alignment;
use crate::verify::code::Code;
use context::{Alternate, Head};
use feeds::Newest;
use frame::Frames;
use head::Heads;
use lists::Entries;
use voice::Voice;

/// What pages are made of.
#[derive(Debug)]
pub struct Press {
    /// The files.
    pub sources: Sources,
    /// The settings.
    pub project: Project,
    /// The tables.
    pub data: Data,
    /// What is sealed.
    pub register: Option<Register>,
    /// The items.
    pub catalogue: Catalogue,
    /// Templates and assets.
    pub theme: Theme,
    /// The words of each language, in the order of [`Language::ALL`].
    pub messages: [Arc<Messages>; 3],
    /// The path of the site on its host, without the last `/`.
    base: String,
    heads: Heads,
    newest: Newest,
    frames: Frames,
    entries: Entries,
    /// The page that shows the days off.
    holidays: Option<ItemIndex>,
    /// The page that shows the units and how they are reached.
    units: Option<ItemIndex>,
}

/// A frame that could not be made, and the sources to show it in.
#[derive(Debug)]
pub struct Failed {
    /// What is wrong with the theme.
    pub fault: Diagnostic,
    /// The files.
    pub sources: Sources,
}

/// The place of the article in what a template gives: the bytes are put in afterwards, so that
/// long texts never pass through the template engine.
const ARTICLE: &str = "\u{1}ARTICLE\u{1}";

impl Press {
    /// Prepares what all pages share.
    pub fn new(
        sources: Sources,
        project: Project,
        data: Data,
        register: Option<Register>,
        mut catalogue: Catalogue,
        theme: Theme,
        messages: [Arc<Messages>; 3],
    ) -> Result<Self, Box<Failed>> {
        catalogue.routes.add_assets(&theme.asset_names());
        let base = base_path(&project.base_url.value);
        let mut press = Self {
            sources,
            project,
            data,
            register,
            catalogue,
            theme,
            messages,
            base,
            heads: Heads::default(),
            newest: Newest::default(),
            frames: Frames::default(),
            entries: Entries::default(),
            holidays: None,
            units: None,
        };
        press.holidays = data::page_of(&press.catalogue, "holidays");
        press.units = data::page_of(&press.catalogue, "units");
        press.heads = Heads::new(&press);
        press.newest = Newest::new(&press);
        let entries = Entries::new(&press);
        match Frames::new(&press) {
            Ok(frames) => Ok(Self { frames, entries, ..press }),
            Err(fault) => Err(Box::new(Failed { fault: *fault, sources: press.sources })),
        }
    }

    /// What the catalogue was joined from.
    pub fn parts(&self) -> Parts<'_> {
        Parts {
            project: &self.project,
            data: &self.data,
            sources: &self.sources,
            register: self.register.as_ref(),
            as_of: self.as_of(),
        }
    }

    /// The day of the build.
    fn as_of(&self) -> Date {
        self.catalogue.as_of
    }

    /// The address as a link on the site's host.
    fn href(&self, address: &str) -> String {
        [self.base.as_str(), address].concat()
    }

    /// The full address.
    fn url(&self, address: &str) -> String {
        [self.project.base_url.value.as_str(), address.trim_start_matches('/')].concat()
    }

    /// The full address of a link on the site's host.
    fn absolute(&self, href: &str) -> String {
        self.url(href.strip_prefix(&self.base).unwrap_or(href))
    }

    /// What speaks one language.
    fn voice(&self, language: Language) -> Voice<'_> {
        Voice { messages: &self.messages[language.index()], language }
    }

    /// The telephone of the office; none of a specimen, which nobody shall call by mistake.
    fn hotline(&self) -> &str {
        if self.project.specimen { "" } else { &self.project.office.hotline }
    }

    /// The bytes of a page that belongs to no item.
    pub fn page(&self, page: &Page) -> Result<Vec<u8>, Box<Diagnostic>> {
        match page {
            Page::Chooser => lists::chooser(self),
            Page::Home(language) => lists::home(self, *language),
            Page::List { language, list, number } => lists::list(self, *language, list, *number),
            Page::SiteMap(language) => lists::site_map(self, *language),
            Page::VerifyHelp(language) => verification::help(self, *language),
            Page::VerifyIndex => verification::index(self),
            Page::NotFound => verification::not_found(self),
            Page::Former(item, language) => lists::former(self, *item, *language),
            Page::Asset(name) => Ok(self.theme.asset(name).to_vec()),
            Page::Item(item, language) => item::page(self, &self.article_maker(*item), *language),
            Page::Verify(code) => verification::page(self, *code),
            Page::Unlisted(code) => verification::unlisted(self, *code),
            Page::Symbol(code) => Ok(self.symbol(*code).into_bytes()),
            Page::Publication(Publication::Script) => Ok(self.theme.asset(theme::SCRIPT).to_vec()),
            Page::Publication(Publication::Checker) => verification::checker(self),
            Page::Publication(it) => Ok(publication::file(self, it)),
            Page::Machine(it) => Ok(self.machine(it).into_bytes()),
            Page::File(..) => Ok(Vec::new()),
        }
    }

    /// A file that machines read.
    fn machine(&self, file: &Machine) -> String {
        match file {
            Machine::Feed(language, of, syntax) => feeds::file(self, *language, of, *syntax),
            Machine::Calendar(language) => feeds::calendar(self, *language),
            Machine::Sitemap(part) => crawlers::sitemap(self, *part),
            Machine::Robots => crawlers::robots(self),
            Machine::Security => crawlers::security(self),
            Machine::Table(name, grid) => tables::file(&self.data, name, *grid),
            Machine::Headers(host) => headers::file(&self.project, &self.base, *host),
        }
    }

    /// What the pages of one item share: made once, used for all its languages.
    pub fn article_maker(&self, item: ItemIndex) -> Shared {
        let it = self.catalogue.item(item);
        let source = it.has_gaps().then(|| it.source_text().tree(&self.sources));
        Shared { item, source }
    }

    /// A code as a file of its own.
    fn symbol(&self, code: Code) -> String {
        let symbol = Symbol::encode(&code.qr_text(&self.project.base_url.value));
        let mm = u32::try_from(self.project.verify.qr_mm).unwrap_or(22);
        symbol.map(|it| crate::qr::draw::svg(&it, mm, "QR")).unwrap_or_default()
    }

    /// All pages of one item, each with its address.
    pub fn pages_of(&self, shared: &Shared, page: &Page) -> Result<Vec<u8>, Box<Diagnostic>> {
        match page {
            Page::Item(_, language) => item::page(self, shared, *language),
            other => self.page(other),
        }
    }

    /// Renders a template and puts the article where its mark stands.
    fn render(
        &self,
        language: Language,
        template: &str,
        head: &Head,
        extra: &[(&'static str, tera::Value)],
        article: &str,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let mut context = tera::Context::new();
        let frame = self.frames.of(language);
        context.insert_value("site", frame.site.clone());
        context.insert_value("navigation", frame.navigation.clone());
        context.insert_value("footer", frame.footer.clone());
        context.insert("page", head);
        context.insert_value("title", tera::Value::from(head.title.text.as_str()));
        context.insert("article", ARTICLE);
        context.insert(
            "feedback",
            &self.mailto(language, &self.project.office.email, &head.canonical),
        );
        for (name, value) in extra {
            context.insert_value(*name, value.clone());
        }
        let page = self.theme.render(language, template, &context, article.len())?;
        Ok(splice(page, article))
    }

    /// A part of pages that many of them show alike.
    fn part_of(
        &self,
        language: Language,
        template: &str,
        values: &[(&'static str, tera::Value)],
    ) -> Result<String, Box<Diagnostic>> {
        let mut context = tera::Context::new();
        for (name, value) in values {
            context.insert_value(*name, value.clone());
        }
        let html = self.theme.render(language, template, &context, 0)?;
        Ok(String::from_utf8_lossy(&html).into_owned())
    }

    /// A letter about a page (RFC 6068): its subject names the address and the language, its body asks
    /// for what an answer needs (content.md §8). Empty without an address to write to.
    fn mailto(&self, language: Language, email: &str, address: &str) -> String {
        if email.is_empty() {
            return String::new();
        }
        let subject = percent_encoded(&format!("[{address} · {}]", language.code()));
        let body = &self.frames.of(language).letter;
        ["mailto:", email, "?subject=", &subject, "&body=", body].concat()
    }

    /// An article as HTML; `text` stands in a page whose reader reads `reader`.
    fn article(
        &self,
        item: Option<ItemIndex>,
        text: &crate::document::Document,
        body: Option<&Body>,
        reader: Language,
    ) -> String {
        let labels = self.labels(item, reader);
        let wanted = article::Wanted { reader, labels: &labels, base: &self.base };
        let length = text.body.range().len();
        let mut html = String::with_capacity(length + length / 2);
        let item = item.map(|it| self.catalogue.item(it));
        let own;
        let body = match body {
            Some(body) => body,
            None => {
                own = text.tree(&self.sources);
                &own
            }
        };
        article::write(self.surroundings(), item, text, body, wanted, &mut html);
        html
    }

    /// The article that shows a text as it was sealed, or would be.
    pub fn sealed_article(
        &self,
        item: &Item,
        text: &crate::document::Document,
        body: &Body,
        name: &str,
    ) -> String {
        let reader = text.language;
        let labels = Labels { checklist: None, ..self.labels(None, reader) };
        let wanted = article::Wanted { reader, labels: &labels, base: &self.base };
        let length = text.body.range().len();
        let mut html = String::with_capacity(length + length / 2);
        article::write_sealed(self.surroundings(), item, text, body, name, wanted, &mut html);
        html
    }

    /// A translation that does not match its source, with what it lacks, and its headings.
    fn filled_article(
        &self,
        shared: &Shared,
        alignment: &Alignment,
        text: &crate::document::Document,
    ) -> (String, Vec<article::Heading>) {
        let reader = text.language;
        let voice = self.voice(reader);
        let words = |id: &str| {
            let words = voice.say(id);
            let inline = voice.say_with("in-parentheses", &[("text", &words)]);
            [words, inline]
        };
        let words =
            MarkWords { untranslated: words("mark-untranslated"), orphan: words("mark-orphan") };
        let item = self.catalogue.item(shared.item);
        let gaps = article::Gaps { item, alignment, words };
        let labels = self.labels(Some(shared.item), reader);
        let wanted = article::Wanted { reader, labels: &labels, base: &self.base };
        // Both texts, and their marks.
        let mut html = String::with_capacity(text.body.range().len() * 3);
        let source = shared.source.clone().unwrap_or_default();
        let surroundings = self.surroundings();
        let headings = article::write_filled(surroundings, gaps, text, source, wanted, &mut html);
        (html, headings)
    }

    fn labels(&self, item: Option<ItemIndex>, reader: Language) -> Labels {
        let voice = self.voice(reader);
        Labels {
            table: voice.say("table-label"),
            wide: voice.say("table-wide"),
            footnotes: voice.say("footnotes-label"),
            back: voice.say("footnote-back"),
            checklist: item.and_then(|it| item::checklist(self.catalogue.item(it))),
        }
    }

    fn surroundings(&self) -> article::Surroundings<'_> {
        article::Surroundings {
            catalogue: &self.catalogue,
            project: &self.project,
            sources: &self.sources,
        }
    }

    /// The same page in every language, by a function of the language.
    fn alternates(
        &self,
        current: Language,
        address: impl Fn(Language) -> String,
    ) -> Vec<Alternate> {
        let alternate = |&language: &Language| {
            let address = address(language);
            Alternate {
                language: self.voice(language).tongue(),
                href: self.href(&address),
                url: self.url(&address),
                current: language == current,
                indexed: true,
            }
        };
        self.project.languages.iter().map(alternate).collect()
    }

    /// The file of the project that stands at an address, where it is copied as it is.
    pub fn copied(&self, page: &Page) -> Option<&crate::source::attachment::Attachment> {
        match page {
            Page::File(item, at) => {
                let item = self.catalogue.item(*item);
                self.sources.attachment(&item.file_path(&item.files().get(*at)?.value))
            }
            Page::Asset(name) => self.sources.attachment(self.theme.copied(name)?),
            Page::Publication(Publication::Frozen(code, version, name)) => {
                self.sources.attachment(&register::frozen(*code, *version, name))
            }
            _ => None,
        }
    }
}

/// What the pages of one item share.
#[derive(Debug)]
pub struct Shared {
    item: ItemIndex,
    /// The tree of the source, where pages of translations show some of it.
    source: Option<Body>,
}

/// The path of an address on its host, without the last `/`.
fn base_path(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, it)| it);
    let path = rest.find('/').map_or("", |it| &rest[it..]);
    path.trim_end_matches('/').to_owned()
}

/// A text inside an address (RFC 3986 §2.1); its lines end as those of letters do (RFC 6068 §5).
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() * 2);
    let hex = |it: u8| char::from(b"0123456789ABCDEF"[usize::from(it & 15)]);
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(char::from(byte));
            }
            b'\n' => encoded.push_str("%0D%0A"),
            _ => encoded.extend(['%', hex(byte >> 4), hex(byte)]),
        }
    }
    encoded
}

fn splice(page: Vec<u8>, article: &str) -> Vec<u8> {
    let mark = ARTICLE.as_bytes();
    // The mark begins with a byte that no page has otherwise: input with it is refused.
    let start = memchr::memchr(mark[0], &page);
    let Some(at) = start.filter(|it| page[*it..].starts_with(mark)) else { return page };
    let mut whole = Vec::with_capacity(page.len() + article.len());
    whole.extend_from_slice(&page[..at]);
    whole.extend_from_slice(article.as_bytes());
    whole.extend_from_slice(&page[at + mark.len()..]);
    whole
}

/// The output path of an address.
pub fn output_path(address: &str) -> String {
    routes::output_path(address)
}

#[cfg(test)]
mod tests {
    use super::percent_encoded;

    #[test]
    fn an_address_has_no_character_of_its_own_and_lines_end_as_in_letters() {
        assert_eq!(percent_encoded("a-b_c.d~e"), "a-b_c.d~e");
        assert_eq!(percent_encoded("ở ?&=#%+"), "%E1%BB%9F%20%3F%26%3D%23%25%2B");
        assert_eq!(percent_encoded("một\nhai"), "m%E1%BB%99t%0D%0Ahai");
    }
}
