//! Verification pages: what a code leads to, the form for codes, the page of what is not there.

pub(super) mod sealed;
mod tools;
mod unlisted;

pub(super) use unlisted::page as unlisted;

use std::collections::BTreeMap;

use crate::catalogue::{Item, routes};
use crate::date::Day;
use crate::diagnostic::Diagnostic;
use crate::document::meta::Details;
use crate::language::Language;
use crate::render::context::{Comparison, Head, Value, Verification, Words};
use crate::render::head::{self, Subject};
use crate::render::voice::Voice;
use crate::render::{Press, item, lists};
use crate::verify::code::Code;
use crate::verify::replay::Shown;

type Bytes = Result<Vec<u8>, Box<Diagnostic>>;

/// The messages that verification pages say in all languages on one line.
const THREE: [&str; 26] = [
    "verify-term",
    "verify-replaced-by",
    "verify-amended-by",
    "verify-versions",
    "verify-history",
    "receipt",
    "checksums",
    "sealed-texts",
    "verify-ask",
    "compare",
    "verify-page",
    "files",
    "verify-help",
    "not-found",
    "superseded-by",
    "key-number",
    "key-code",
    "key-issued",
    "key-issuer",
    "key-signer",
    "key-signed",
    "key-parties",
    "key-authority",
    "key-title",
    "key-pages",
    "unlisted-month",
];

/// What stands between the words of two languages on one line; none begins with it.
const SEPARATOR: &str = "<span aria-hidden=\"true\">\u{a0}·</span> ";

/// What all verification pages show alike: made once.
#[derive(Debug, Default)]
pub(super) struct Trilingual {
    /// Messages in all languages on one line, as HTML.
    lines: BTreeMap<&'static str, String>,
    /// The values of the templates.
    values: Vec<(&'static str, tera::Value)>,
    /// What each state means for who holds the paper, as HTML, by its word.
    notes: BTreeMap<&'static str, tera::Value>,
}

impl Trilingual {
    /// Makes them.
    pub(super) fn new(press: &Press, site: &tera::Value) -> Result<Self, Box<Diagnostic>> {
        let lines: BTreeMap<_, _> =
            THREE.into_iter().map(|id| (id, three(press, |voice| voice.say(id)))).collect();
        let mut words: BTreeMap<_, _> =
            lines.iter().map(|(id, it)| (id.replace('-', "_"), it.clone())).collect();
        let as_of = |voice: &Voice<'_>| {
            let date = voice.date(press.as_of()).words;
            voice.say_with("verify-as-of", &[("date", &date)])
        };
        words.insert("as_of".to_owned(), three(press, as_of));
        let first = press.project.first_language();
        let mut values = vec![
            ("three", tera::Value::from_serializable(&words)),
            ("tongues", tongues(press, Shown::Unsealed)),
            ("site", site.clone()),
            ("tools", tera::Value::from_serializable(&tools::Tools::new(press))),
        ];
        let band = press.part_of(first, "band.html", &values)?;
        values.push(("band", tera::Value::safe_string(&band)));
        let mut notes = BTreeMap::new();
        // Without a register there is one state.
        for state in Shown::all().filter(|it| press.register.is_some() || *it == Shown::Unsealed) {
            let of_state = [("tongues", tongues(press, state)), ("site", site.clone())];
            let html = press.part_of(first, "verification-notes.html", &of_state)?;
            notes.insert(state.word(), tera::Value::safe_string(&html));
        }
        Ok(Self { lines, values, notes })
    }

    fn line(&self, id: &str) -> String {
        self.lines.get(id).cloned().unwrap_or_default()
    }
}

/// Words in all languages on one line, as HTML.
fn three(press: &Press, of: impl Fn(&Voice<'_>) -> String) -> String {
    let words = press.project.languages.iter().map(|&it| {
        let words = Words { text: of(&press.voice(it)), lang: Some(it.tag()) };
        words.html()
    });
    words.collect::<Vec<_>>().join(SEPARATOR)
}

/// `/V/CODE/`: the state and the words to compare, in all languages on one page without script.
pub(super) fn page(press: &Press, code: Code) -> Bytes {
    let first = press.project.first_language();
    let voice = press.voice(first);
    let head = Head {
        title: voice.own(voice.say_with("verify-title", &[("code", &code.grouped())])),
        description: voice.say("verify-how"),
        canonical: press.url(&routes::verify(code)),
        languages: Vec::new(),
        crumbs: Vec::new(),
        noindex: true,
        machine: String::new(),
    };
    let record = press.register.as_ref().and_then(|it| Some((it, it.record(code)?)));
    let mut extra = press.frames.trilingual.values.clone();
    let verification = match (record, press.catalogue.by_code(code)) {
        (Some((register, record)), _) => {
            let check = tools::Check::new(press, register, code, record);
            extra.push(("check", tera::Value::from_serializable(&check)));
            sealed::verification(press, register, code, record)
        }
        (None, Some(item)) => unsealed(press, &voice, code, item),
        (None, None) => return Ok(Vec::new()),
    };
    let notes = press.frames.trilingual.notes.get(verification.state).cloned();
    extra.push(("notes", notes.unwrap_or_else(tera::Value::none)));
    extra.push(("verification", tera::Value::from_serializable(&verification)));
    press.render(first, "verification.html", &head, &extra, "")
}

/// What is published, and not in the register: nothing is proved.
fn unsealed(press: &Press, voice: &Voice<'_>, code: Code, item: &Item) -> Verification {
    Verification {
        code: code.grouped(),
        state: Shown::Unsealed.word(),
        state_words: sealed::state_words(press, &code.to_string(), Shown::Unsealed),
        successors: successors(press, item),
        compare: compare(press, item),
        pages: sealed::pages(press, Some(item)),
        files: item::files(press, voice, item),
        sealed: None,
    }
}

/// The pages of what has taken the place of an item, each by its title in its language.
fn successors(press: &Press, item: &Item) -> Vec<Value> {
    let page = |(language, other): (Language, &Item)| {
        let voice = press.voice(language);
        let name = item::name(press, &voice, other);
        Value {
            words: Words { lang: name.lang.or(Some(language.tag())), ..name },
            href: Some(press.href(&routes::item(&press.project, language, other))),
            ..Value::default()
        }
    };
    let others = item::successors(press, item).into_iter().map(|it| press.catalogue.item(it));
    let languages = &press.project.languages;
    let pages = others.flat_map(|other| languages.iter().map(move |it| (*it, other)));
    pages.map(page).collect()
}

/// The languages of the site, each with what a state means.
fn tongues(press: &Press, state: Shown) -> tera::Value {
    let words: Vec<_> = press
        .project
        .languages
        .iter()
        .map(|&it| {
            let voice = press.voice(it);
            let say = |id: &str| voice.say(id);
            Tongue {
                tag: it.tag(),
                home: press.href(&routes::home(it)),
                name: say("language-own-name"),
                meaning: say(&format!("state-{}-meaning", state.word())),
                address: voice.say_with(
                    if press.project.specimen { "address-band-specimen" } else { "address-band" },
                    &[("host", press.project.host())],
                ),
                warning: say("compare-warning"),
                not_found_meaning: say("not-found-meaning"),
                enter: say("verify-enter"),
                how: say("verify-how"),
                specimen_mark: say("specimen-mark"),
                specimen_effect: say("specimen-no-effect"),
                help: press.href(&routes::verify_help(it)),
                help_words: say("verify-help"),
            }
        })
        .collect();
    tera::Value::from_serializable(&words)
}

#[derive(serde::Serialize)]
struct Tongue {
    tag: &'static str,
    home: String,
    name: String,
    meaning: String,
    address: String,
    warning: String,
    not_found_meaning: String,
    enter: String,
    how: String,
    specimen_mark: String,
    specimen_effect: String,
    help: String,
    help_words: String,
}

/// Lines to compare with the paper, as they are gathered.
struct Lines<'a> {
    press: &'a Press,
    done: Vec<Comparison>,
}

impl<'a> Lines<'a> {
    fn new(press: &'a Press) -> Self {
        Self { press, done: Vec::new() }
    }

    /// A line with a label of all languages, unless it has nothing to say.
    fn add(&mut self, id: &str, values: Vec<Words>) {
        if !values.is_empty() {
            let label = self.press.frames.trilingual.line(id);
            self.done.push(Comparison { label, values });
        }
    }

    /// What each language has to say.
    fn each(&self, of: impl Fn(Language) -> Option<String>) -> Vec<Words> {
        let value = |&it: &Language| Some(Words { text: of(it)?, lang: Some(it.tag()) });
        self.press.project.languages.iter().filter_map(value).collect()
    }

    /// A day in each language.
    fn days(&self, day: Option<Day>) -> Vec<Words> {
        self.each(|it| Some(self.press.voice(it).day(day?).words))
    }

    /// The name of a body in each language.
    fn organization(&self, id: Option<&str>) -> Vec<Words> {
        self.each(|it| {
            let organization = self.press.data.organization(id?)?;
            organization.name.get(it).map(str::to_owned)
        })
    }
}

/// The lines to compare: number, day, signer, titles, then whose it is, pages, facts. The
/// authentic languages come first. What a forger changes stands on the first screen of a
/// telephone, and the names of bodies, long in three languages, below it (verification.md §10).
fn compare(press: &Press, item: &Item) -> Vec<Comparison> {
    let mut lines = Lines::new(press);
    let plain = |it: &str| vec![Words { text: it.to_owned(), lang: None }];
    if let Some(number) = item.number() {
        let is_procedure = matches!(item.meta.details, Details::Procedure(_));
        lines.add(if is_procedure { "key-code" } else { "key-number" }, plain(&number.value));
    }
    let (body, names) = match &item.meta.details {
        Details::Document(it) => {
            lines.add("key-issued", lines.days(it.issued.as_ref().map(|it| it.value)));
            if let Some(signer) = &it.signer {
                let lang = Some(Language::Vi.tag());
                lines.add("key-signer", vec![Words { text: signer.value.words(), lang }]);
            }
            let issuer = it.issuer.as_ref().map(|it| it.value.as_str());
            ("key-issuer", lines.organization(issuer))
        }
        Details::Mou(it) => {
            lines.add("key-signed", lines.days(it.signed.as_ref().map(|it| Day::Known(it.value))));
            let names = it.parties.iter().flat_map(|it| lines.organization(Some(&it.value)));
            ("key-parties", names.collect())
        }
        Details::Procedure(it) => {
            let authority = it.authority.as_ref().map(|it| it.value.as_str());
            ("key-authority", lines.organization(authority))
        }
        _ => ("", Vec::new()),
    };
    let mut order = press.project.languages.clone();
    order.sort_by_key(|it| !item.meta.authentic.contains(it));
    let titles = order.iter().filter_map(|it| {
        let text = item.text(*it)?;
        Some(Words { text: text.title().to_owned(), lang: Some(it.tag()) })
    });
    lines.add("key-title", titles.collect());
    lines.add(body, names);
    if let Some(pages) = item.meta.pages {
        lines.add("key-pages", plain(&pages.to_string()));
    }
    let texts = order.iter().filter_map(|it| item.text(*it)).map(|it| {
        let facts = it.words.facts.iter().map(|(label, it)| (label.as_str(), it.as_str()));
        (it.language, facts.collect())
    });
    let texts: Vec<_> = texts.collect();
    lines.done.extend(facts(&texts));
    lines.done
}

/// The facts of all languages: those at one place of their lists stand for each other, where the
/// lists are equally long. What is the same in all languages is said once.
fn facts(texts: &[(Language, Vec<(&str, &str)>)]) -> Vec<Comparison> {
    let counts = texts.iter().map(|it| it.1.len()).filter(|it| *it > 0);
    let is_parallel = counts.clone().min() == counts.clone().max();
    let said = |language: Language, text: &str| Words {
        text: text.to_owned(),
        lang: Some(language.tag()),
    };
    let mut rows: Vec<Vec<(Language, &str, &str)>> = Vec::new();
    for (language, facts) in texts {
        for (at, (label, value)) in facts.iter().enumerate() {
            let fact = (*language, *label, *value);
            match rows.get_mut(at) {
                Some(row) if is_parallel => row.push(fact),
                _ => rows.push(vec![fact]),
            }
        }
    }
    let row = |row: Vec<(Language, &str, &str)>| {
        let labels: Vec<_> = row.iter().map(|(it, label, _)| said(*it, label).html()).collect();
        let mut values = row;
        let is_same = values.iter().all(|it| it.2 == values[0].2);
        values.truncate(if is_same { 1 } else { usize::MAX });
        let values = values.into_iter().map(|(it, _, value)| said(it, value));
        Comparison { label: labels.join(SEPARATOR), values: values.collect() }
    };
    rows.into_iter().map(row).collect()
}

fn trilingual(press: &Press, template: &str, title: &str, address: &str) -> Bytes {
    let first = press.project.first_language();
    let voice = press.voice(first);
    let head = Head {
        title: voice.own(voice.say(title)),
        description: voice.say("verify-how"),
        canonical: press.url(address),
        languages: Vec::new(),
        crumbs: Vec::new(),
        noindex: true,
        machine: String::new(),
    };
    press.render(first, template, &head, &press.frames.trilingual.values, "")
}

/// `/V/`: how to check a code, in all languages.
pub(super) fn index(press: &Press) -> Bytes {
    trilingual(press, "verify.html", "verify-help", routes::VERIFY_INDEX)
}

/// `/PREFIX/verify.html`: what readers keep, to check without this site.
pub(super) fn checker(press: &Press) -> Bytes {
    press.register.as_ref().map_or(Ok(Vec::new()), |it| tools::of_register(press, it))
}

/// `/404.html`: nothing here: mistyped, not yet published, or forged.
pub(super) fn not_found(press: &Press) -> Bytes {
    trilingual(press, "404.html", "not-found", "/404.html")
}

/// `/<lang>/xac-thuc/`: how a document is checked.
pub(super) fn help(press: &Press, language: Language) -> Bytes {
    let voice = press.voice(language);
    let mut head = Head {
        title: voice.own(voice.say("verify-help")),
        description: voice.say("verify-how"),
        canonical: press.url(&routes::verify_help(language)),
        languages: press.alternates(language, routes::verify_help),
        crumbs: vec![lists::home_crumb(press, &voice)],
        noindex: press.project.specimen,
        machine: String::new(),
    };
    head.machine = head::machine(press, &voice, &head, &Subject::Page);
    press.render(language, "verify-help.html", &head, &[], "")
}
