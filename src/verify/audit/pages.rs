//! The pages: sealed words, and what is said of documents.

use std::collections::{BTreeMap, BTreeSet};

use crate::verify::audit::marks::{self, Mark, Marks};
use crate::verify::audit::{Auditor, Kind};
use crate::verify::code::{self, Unlisted};
use crate::verify::plain;
use crate::verify::replay::{Placed, Record, Shown, Standing, State};

/// The languages in which states have words.
const LANGUAGES: [&str; 3] = ["vi", "en", "zh"];

/// A sealed text: code, version, language.
type Name = (String, u64, String);

/// What a page `V/CODE/index.html` says.
struct StatusPage<'a> {
    path: &'a str,
    code: &'a str,
    languages: BTreeSet<String>,
    /// The languages in which it says what its document is.
    said: BTreeSet<String>,
}

impl<'a> StatusPage<'a> {
    fn of(path: &'a str, code: &'a str, marks: Marks) -> Self {
        let is_own = |it: &Mark| it.value.split(' ').next() == Some(code);
        let said = marks.states.into_iter().filter(is_own).map(|it| it.language).collect();
        Self { path, code, languages: marks.languages, said }
    }
}

impl Auditor<'_> {
    /// Every page of a site.
    pub(super) fn pages(&mut self, state: &State) {
        if !self.place.is_site() {
            return;
        }
        let files = self.files;
        let (mut shown, mut status_pages) = (BTreeSet::new(), Vec::new());
        for (path, bytes) in files.iter().filter(|it| is_page(it.0)) {
            let about = status_page(path);
            let is_sealed = has(bytes, b"data-seal");
            if !is_sealed && about.is_none() && !has(bytes, b"data-state") {
                continue;
            }
            let Ok(html) = str::from_utf8(bytes) else {
                self.find(Kind::Hidden, (path, None), "not UTF-8", "");
                continue;
            };
            let marks = marks::read(html);
            for (line, why) in &marks.faults {
                self.find(Kind::Hidden, (path, Some(*line)), why.as_str(), "");
            }
            for mark in &marks.states {
                self.state(state, path, mark);
            }
            self.agreeing(path, &marks);
            if is_sealed {
                self.articles(state, path, html, &marks, &mut shown);
            }
            if let Some(code) = about {
                status_pages.push(StatusPage::of(path, code, marks));
            }
        }
        self.status_pages(state, &status_pages);
        self.untold(state, &shown);
        let records = self.unlisted.iter().flat_map(BTreeMap::keys);
        for path in records.map(|it| format!("V/{it}/index.html")).collect::<Vec<_>>() {
            self.must_exist(&path);
        }
    }

    /// The sealed articles of a page.
    fn articles(
        &mut self,
        state: &State,
        path: &str,
        html: &str,
        marks: &Marks,
        shown: &mut BTreeSet<Name>,
    ) {
        let page = plain::read(html);
        let known = |it: &plain::Fault| {
            marks.faults.iter().any(|(at, why)| (*at, why) == (it.line, &it.text))
        };
        for fault in page.faults.iter().filter(|it| !known(it)) {
            self.find(Kind::Hidden, (path, Some(fault.line)), fault.text.as_str(), "");
        }
        for mark in &marks.articles {
            if !page.articles.contains_key(&mark.value) {
                self.find(Kind::Article, (path, Some(mark.line)), mark.value.as_str(), "");
            } else if mark.is_hidden {
                self.find(Kind::Hidden, (path, Some(mark.line)), mark.value.as_str(), "");
            } else if mark.value.rsplit('/').next() != Some(&mark.language) {
                let found = format!("{} lang={}", mark.value, mark.language);
                self.find(Kind::Article, (path, Some(mark.line)), found, "");
            }
        }
        for (name, article) in &page.articles {
            self.audit.articles += 1;
            let place = (path, Some(article.line));
            let Some((sealed, record, placed)) = named(state, name) else {
                self.find(Kind::Article, place, name.as_str(), "");
                continue;
            };
            let Some((_, hash)) = placed.entry.by_tag("plain").find(|it| it.0 == sealed.2) else {
                self.find(Kind::Article, place, name.as_str(), "");
                continue;
            };
            if article.hash() != hash {
                self.find(Kind::Words, place, format!("{name} {}", article.hash()), hash);
            }
            if !record.is_newest(placed) {
                let newest = record.newest().and_then(|it| it.entry.number("version"));
                let expected = newest.map(|it| format!("{}/{it}", sealed.0)).unwrap_or_default();
                self.find(Kind::OldArticle, place, name.as_str(), expected);
            }
            if !marks.states.iter().any(|it| code_of(&it.value) == sealed.0) {
                self.find(Kind::Stateless, place, sealed.2.as_str(), sealed.0.as_str());
            }
            shown.insert(sealed);
        }
    }

    /// What a marked element says is what the register says, in the words of the format.
    fn state(&mut self, state: &State, path: &str, mark: &Mark) {
        self.audit.states += 1;
        let place = (path, Some(mark.line));
        let (reference, word) = mark.value.split_once(' ').unwrap_or((&mark.value, ""));
        let lawful = match Unlisted::parse(reference) {
            Ok(code) => self.unlisted(code),
            Err(_) => lawful(state, reference, self.day),
        };
        let Some(shown) = lawful.iter().find(|it| it.word() == word) else {
            let expected: Vec<_> =
                lawful.iter().map(|it| format!("{reference} {}", it.word())).collect();
            return self.find(Kind::State, place, mark.value.as_str(), expected.join(" | "));
        };
        if mark.is_hidden {
            self.find(Kind::Hidden, place, mark.value.as_str(), "");
        }
        let expected = shown.words(&mark.language);
        if !expected.is_some_and(|it| begins(&mark.words, it, &mark.language)) {
            let found: String = mark.words.chars().take(40).collect();
            self.find(Kind::StateWords, place, found, expected.unwrap_or("lang=vi|en|zh"));
        }
    }

    /// What may be said of an unlisted record: what its folder says. Without the folder nobody knows, and
    /// any state may stand there.
    fn unlisted(&self, code: Unlisted) -> Vec<Shown> {
        let Some(records) = &self.unlisted else {
            return Shown::all().filter(|it| matches!(it, Shown::Of(_))).collect();
        };
        let record = records.get(&code).map(|it| Shown::Of(it.standing(self.day)));
        record.into_iter().collect()
    }

    /// A page says one thing of an unlisted record, in all languages.
    fn agreeing(&mut self, path: &str, marks: &Marks) {
        let mut said = BTreeMap::<&str, &str>::new();
        for mark in &marks.states {
            let (reference, word) = mark.value.split_once(' ').unwrap_or((&mark.value, ""));
            let first = *said.entry(reference).or_insert(word);
            if first != word && code::is_unlisted(reference) {
                let expected = format!("{reference} {first}");
                self.find(Kind::State, (path, Some(mark.line)), mark.value.as_str(), expected);
            }
        }
    }

    /// Each status page says what its document is in the languages of all of them, and in those in
    /// which the document has a title.
    fn status_pages(&mut self, state: &State, pages: &[StatusPage<'_>]) {
        let all: BTreeSet<_> = pages.iter().flat_map(|it| &it.languages).collect();
        for page in pages {
            let newest = state.records.get(page.code).and_then(Record::newest);
            let titles = newest.map(|it| it.entry.by_tag("title").map(|it| it.0));
            let titles: BTreeSet<_> = titles.into_iter().flatten().collect();
            let is_wanted = |it: &&str| titles.contains(it) || all.iter().any(|at| at == it);
            let mut wanted: Vec<_> = LANGUAGES.into_iter().filter(is_wanted).collect();
            if wanted.is_empty() {
                wanted.extend(LANGUAGES);
            }
            wanted.retain(|it| !page.said.contains(*it));
            if !wanted.is_empty() {
                self.find(Kind::Stateless, (page.path, None), wanted.join(" "), page.code);
            }
        }
    }

    /// The languages of a version are published together.
    fn untold(&mut self, state: &State, shown: &BTreeSet<Name>) {
        for (code, record) in &state.records {
            let Some(newest) = record.newest() else { continue };
            let version = newest.entry.number("version").unwrap_or_default();
            let name = |tag: &str| (code.clone(), version, tag.to_owned());
            let (there, lacking): (Vec<_>, Vec<_>) = newest
                .entry
                .by_tag("plain")
                .map(|it| it.0)
                .partition(|it| shown.contains(&name(it)));
            if there.is_empty() {
                continue;
            }
            for tag in lacking {
                let path = format!("V/{code}/index.html");
                self.find(Kind::Untold, (&path, None), "", format!("{code}/{version}/{tag}"));
            }
        }
    }
}

fn is_page(path: &str) -> bool {
    let ending = path.rsplit_once('.').map(|it| it.1.to_ascii_lowercase());
    matches!(ending.as_deref(), Some("html" | "htm" | "xhtml"))
}

/// What a page says that an unlisted record is, if it says one thing.
pub fn shown(html: &str, code: &str) -> Option<Standing> {
    let marks = marks::read(html);
    let own = marks.states.iter().filter_map(|it| it.value.strip_prefix(code)?.strip_prefix(' '));
    let words: BTreeSet<_> = own.collect();
    let mut said = Shown::all().filter(|it| words.len() == 1 && words.contains(it.word()));
    said.find_map(|it| match it {
        Shown::Of(standing) => Some(standing),
        _ => None,
    })
}

/// The code that a page `V/CODE/index.html` is about.
fn status_page(path: &str) -> Option<&str> {
    let code = path.strip_prefix("V/")?.strip_suffix("/index.html")?;
    (!code.contains('/')).then_some(code)
}

/// Whether bytes have a word, in either case.
fn has(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|it| it.eq_ignore_ascii_case(word))
}

/// The code of `CODE STATE` or `CODE/n STATE`.
fn code_of(value: &str) -> &str {
    value.split([' ', '/']).next().unwrap_or_default()
}

/// What an article `CODE/n/L` is of.
fn named<'a>(state: &'a State, name: &str) -> Option<(Name, &'a Record, &'a Placed)> {
    let mut parts = name.split('/');
    let (code, version, language) = (parts.next()?, parts.next()?, parts.next()?);
    let record = state.records.get(code)?;
    let placed = record.versions.iter().find(|it| it.entry.get("version") == Some(version))?;
    let name = (code.to_owned(), placed.entry.number("version")?, language.to_owned());
    parts.next().is_none().then_some((name, record, placed))
}

/// What may be said of `CODE` or `CODE/n`.
fn lawful(state: &State, reference: &str, day: crate::verify::time::Day) -> Vec<Shown> {
    let Some((code, version)) = reference.split_once('/') else {
        return vec![state.shown(reference, day)];
    };
    let Some(record) = state.records.get(code) else { return Vec::new() };
    let mut versions = record.versions.iter();
    let Some(placed) = versions.find(|it| it.entry.get("version") == Some(version)) else {
        return Vec::new();
    };
    let shown = record.shown(placed, day);
    // An earlier version of what was taken back is an earlier version all the same.
    let is_earlier = !placed.disowned && !record.is_newest(placed) && shown != Shown::Earlier;
    [Some(shown), is_earlier.then_some(Shown::Earlier)].into_iter().flatten().collect()
}

/// Whether words begin with others, whatever their case, and do not go on within a word. Chinese
/// words have no space between them.
fn begins(words: &str, expected: &str, language: &str) -> bool {
    use unicode_normalization::UnicodeNormalization as _;
    let words: String = words.nfc().flat_map(char::to_lowercase).collect();
    let rest = words.strip_prefix(&expected.to_lowercase());
    rest.is_some_and(|it| language == "zh" || !it.starts_with(char::is_alphanumeric))
}
