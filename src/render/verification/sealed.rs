//! What the page of a code says once the register knows it: all of it comes from the replayed state.

use crate::catalogue::Item;
use crate::catalogue::routes::{self, register};
use crate::date::{Date, Day};
use crate::language::{Language, numbers};
use crate::register::Register;
use crate::render::context::{
    Alternate, Comparison, FileRow, Link, Moment, Sealed, Verification, Version, Words,
};
use crate::render::item;
use crate::render::verification::{Lines, SEPARATOR, facts, three};
use crate::render::{Press, lists};
use crate::verify::code::Code;
use crate::verify::entry::Entry;
use crate::verify::replay::{Placed, Record, Shown};

/// The page of a code that the register has.
pub(super) fn verification(
    press: &Press,
    register: &Register,
    code: Code,
    record: &Record,
) -> Verification {
    let page = Page { press, register, code, record };
    let item = press.catalogue.by_code(code);
    let newest = record.newest();
    let compared = newest.or(record.versions.last());
    Verification {
        code: code.grouped(),
        state: Shown::Of(record.standing(register.day)).word(),
        state_words: state_words(press, &code.to_string(), page.standing()),
        successors: Vec::new(),
        compare: compared.map(|it| page.compare(&it.entry)).unwrap_or_default(),
        pages: pages(press, item),
        files: newest.map(|it| page.files(item, it)).unwrap_or_default(),
        sealed: Some(page.sealed(newest)),
    }
}

/// The words of a state in all languages, each marked for an audit.
pub(super) fn state_words(press: &Press, subject: &str, state: Shown) -> String {
    let words = press.project.languages.iter().filter_map(|it| {
        let words = state.words(it.tag())?;
        let word = state.word();
        Some(format!("<span lang=\"{}\" data-state=\"{subject} {word}\">{words}</span>", it.tag()))
    });
    words.collect::<Vec<_>>().join(SEPARATOR)
}

/// The pages of a document, by language; none where it is published no more.
pub(super) fn pages(press: &Press, item: Option<&Item>) -> Vec<Alternate> {
    let first = press.project.first_language();
    item.map(|it| lists::item_alternates(press, it, first)).unwrap_or_default()
}

struct Page<'a> {
    press: &'a Press,
    register: &'a Register,
    code: Code,
    record: &'a Record,
}

impl Page<'_> {
    fn standing(&self) -> Shown {
        Shown::Of(self.record.standing(self.register.day))
    }

    /// What the paper must say: the words of the entry, in the order in which an unsealed document
    /// has them.
    fn compare(&self, entry: &Entry) -> Vec<Comparison> {
        let mut lines = Lines::new(self.press);
        let plain = |it: &str| vec![Words { text: it.to_owned(), lang: None }];
        let key = |key: &str| entry.get(key).map(plain).unwrap_or_default();
        let is_procedure = entry.get("type") == Some("procedure");
        lines.add(if is_procedure { "key-code" } else { "key-number" }, key("number"));
        let date = entry.get("date").and_then(Date::parse);
        lines.add("key-issued", lines.days(date.map(Day::Known)));
        lines.add("key-signer", key("signer"));
        let authentic: Vec<_> = entry.get("authentic").unwrap_or_default().split(' ').collect();
        let mut titles: Vec<_> = entry.by_tag("title").collect();
        titles.sort_by_key(|(tag, _)| !authentic.contains(tag));
        let order: Vec<_> = titles.iter().filter_map(|(tag, _)| Language::from_code(tag)).collect();
        let title = |(tag, title): &(&str, &str)| Words {
            text: (*title).to_owned(),
            lang: Language::from_code(tag).map(Language::tag),
        };
        lines.add("key-title", titles.iter().map(title).collect());
        lines.add("key-issuer", key("issuer"));
        lines.add("key-pages", key("pages"));
        let of = |language: Language| -> Vec<(&str, &str)> {
            let own = entry.facts().filter(|(tag, ..)| *tag == language.code());
            own.map(|(_, label, value)| (label, value)).collect()
        };
        let all: Vec<_> = order.into_iter().map(|it| (it, of(it))).collect();
        lines.done.extend(facts(&all));
        lines.done
    }

    /// The files of the newest version. Where the document is published, with the words that the
    /// office has for them.
    fn files(&self, item: Option<&Item>, placed: &Placed) -> Vec<FileRow> {
        let voice = self.press.voice(self.press.project.first_language());
        if let Some(item) = item {
            return item::files(self.press, &voice, item);
        }
        let version = placed.entry.number("version").unwrap_or_default();
        let files = placed.entry.files().filter(|_| !self.register.is_erased(self.code));
        let row = |it: crate::verify::entry::File<'_>| FileRow {
            link: Link {
                href: self.press.href(&register::frozen(self.code, version, it.name)),
                title: voice.own(it.name),
            },
            language: String::new(),
            format: it.name.rsplit_once('.').map(|it| it.1.to_uppercase()).unwrap_or_default(),
            size: numbers::file_size(voice.language, it.size),
            sha256: item::groups_of_four(it.hash.strip_prefix("sha256:").unwrap_or(it.hash)),
        };
        files.map(row).collect()
    }

    fn sealed(&self, newest: Option<&Placed>) -> Sealed {
        let entry = newest.map(|it| &it.entry);
        let status = self.record.status();
        let by = status.and_then(|it| it.entry.get("by")).and_then(|it| Code::parse(it).ok());
        let amended = match self.standing() {
            Shown::Of(crate::verify::replay::Standing::InForce) => {
                self.register.amended_by(self.code)
            }
            _ => Vec::new(),
        };
        Sealed {
            term: entry.map(|it| self.term(it)).unwrap_or_default(),
            replaced_by: by.into_iter().flat_map(|it| self.document(it)).collect(),
            amended_by: amended.into_iter().flat_map(|it| self.document(it)).collect(),
            versions: self.record.versions.iter().rev().map(|it| self.version(it)).collect(),
            history: self.record.statuses.iter().rev().map(|it| self.status(it)).collect(),
            proof: newest.map(|it| self.proof(it)).unwrap_or_default(),
        }
    }

    /// From when and until when, in all languages.
    fn term(&self, entry: &Entry) -> String {
        let day = |key: &str| entry.get(key).and_then(Date::parse);
        // A term begins on the day of the document unless something else is said.
        let (from, until) = (day("from").or_else(|| day("date")), day("until"));
        three(self.press, |voice| {
            let words = |it: Option<Date>| it.map(|it| voice.date(it).words).unwrap_or_default();
            let (from_words, until_words) = (words(from), words(until));
            let id = match (from, until) {
                (_, None) => "term-from",
                (None, _) => "term-until",
                (Some(_), Some(_)) => "term-both",
            };
            voice.say_with(id, &[("from", &from_words), ("until", &until_words)])
        })
    }

    /// Another document: its code, and its title in every language where it is published.
    fn document(&self, code: Code) -> Vec<Link> {
        let href = self.press.href(&routes::verify(code));
        let code_words = Words { text: code.grouped(), lang: None };
        let mut links = vec![Link { href: href.clone(), title: code_words }];
        if let Some(item) = self.press.catalogue.by_code(code) {
            let title = |&language: &Language| {
                let title = item::title(self.press, &self.press.voice(language), item);
                Words { lang: title.lang.or(Some(language.tag())), ..title }
            };
            let mut titles: Vec<_> = self.press.project.languages.iter().map(title).collect();
            // What has no title of its own shows that of the source.
            titles.dedup_by(|a, b| a.text == b.text);
            links.extend(titles.into_iter().map(|title| Link { href: href.clone(), title }));
        }
        links
    }

    fn version(&self, placed: &Placed) -> Version {
        let number = placed.entry.number("version").unwrap_or_default();
        let date = sealed_on(&placed.entry);
        let line = three(self.press, |voice| {
            let date = date.map(|it| voice.date(it).words).unwrap_or_default();
            voice.say_with("version-line", &[("n", &number.to_string()), ("date", &date)])
        });
        let is_erased = self.register.is_erased(self.code);
        let href = |address: String| self.press.href(&address);
        let texts = placed.entry.by_tag("text").filter(|_| !is_erased);
        let texts = texts.map(|(tag, _)| Link {
            href: href(register::frozen(self.code, number, &format!("{tag}.md"))),
            title: match Language::from_code(tag) {
                Some(it) => Words {
                    text: self.press.voice(it).say("language-own-name"),
                    lang: Some(it.tag()),
                },
                None => Words { text: tag.to_owned(), lang: None },
            },
        });
        let subject = format!("{}/{number}", self.code);
        let shown = self.record.shown(placed, self.register.day);
        Version {
            line,
            state: state_words(self.press, &subject, shown),
            receipt: href(register::receipt(self.code, number)),
            sums: (!is_erased).then(|| href(register::frozen(self.code, number, "SHA256SUMS"))),
            texts: texts.collect(),
        }
    }

    /// A change of state: what, when, why. Words that no register vouches for stand nowhere here.
    fn status(&self, placed: &Placed) -> Comparison {
        let word = placed.entry.get("status").unwrap_or_default();
        let state = Shown::all().find(|it| it.word() == word).unwrap_or(Shown::Unsealed);
        let languages = &self.press.project.languages;
        let words = languages.iter().filter_map(|it| {
            let words = Words { text: state.words(it.tag())?.to_owned(), lang: Some(it.tag()) };
            Some(words.html())
        });
        let date = sealed_on(&placed.entry).map(|it| self.day(it).words).unwrap_or_default();
        let label = format!("{} · {}", date, words.collect::<Vec<_>>().join(SEPARATOR));
        let reasons = placed.entry.by_tag("reason").map(|(tag, text)| Words {
            text: text.to_owned(),
            lang: Language::from_code(tag).map(Language::tag),
        });
        Comparison { label, values: reasons.collect() }
    }

    fn day(&self, date: Date) -> Moment {
        self.press.voice(self.press.project.first_language()).date(date)
    }

    /// Where it stands in the register, and who saw that, in each language.
    fn proof(&self, placed: &Placed) -> Vec<Words> {
        let (index, size) = (placed.index.to_string(), self.register.state.size().to_string());
        let seen = &self.register.seen;
        let languages = self.press.project.languages.iter();
        let words = languages.map(|&language| {
            let voice = self.press.voice(language);
            let mut sentences =
                vec![voice.say_with("sealed-entry", &[("index", &index), ("size", &size)])];
            for (name, time) in &seen.times {
                let day = i64::try_from(*time).ok().and_then(Date::in_vietnam);
                let date = day.map(|it| voice.date(it).words).unwrap_or_default();
                let words = [("name", name.as_str()), ("date", &date)];
                sentences.push(voice.say_with("sealed-witness", &words));
            }
            if seen.times.is_empty() {
                sentences.push(voice.say("sealed-no-witness"));
            }
            sentences.push(voice.say("seal-is-not"));
            let gap = if language == Language::Zh { "" } else { " " };
            Words { text: sentences.join(gap), lang: Some(language.tag()) }
        });
        words.collect()
    }
}

/// The day in Viet Nam on which an entry was sealed.
pub(in crate::render) fn sealed_on(entry: &Entry) -> Option<Date> {
    let sealed = entry.get("sealed")?;
    let moment = crate::verify::time::Moment::parse(sealed);
    moment.map_or_else(|| Date::parse(sealed), |it| Date::in_vietnam(it.seconds()))
}
