//! Verification pages: what a code leads to, the form for codes, the page of what is not there.

use std::collections::BTreeMap;

use crate::catalogue::{Item, routes};
use crate::date::Day;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::document::meta::Details;
use crate::language::Language;
use crate::render::context::{Comparison, Head, Value, Verification, Words};
use crate::render::head::{self, Subject};
use crate::render::voice::Voice;
use crate::render::{Press, Shared, item, lists};

type Bytes = Result<Vec<u8>, Box<Diagnostic>>;

/// The messages that verification pages say in all languages on one line.
const THREE: [&str; 17] = [
    "state-unsealed",
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
];

/// What stands between the words of two languages on one line.
const SEPARATOR: &str = " <span aria-hidden=\"true\">·</span> ";

/// What all verification pages show alike: made once.
#[derive(Debug, Default)]
pub(super) struct Trilingual {
    /// Messages in all languages on one line, as HTML.
    lines: BTreeMap<&'static str, String>,
    /// The values of the templates.
    values: Vec<(&'static str, tera::Value)>,
}

impl Trilingual {
    /// Makes them.
    pub(super) fn new(press: &Press, site: tera::Value) -> Result<Self, Box<Diagnostic>> {
        let each = |of: &dyn Fn(&Voice<'_>) -> String| {
            let words = press.project.languages.iter().map(|&it| {
                let voice = press.voice(it);
                let words = Words { text: of(&voice), lang: Some(it.tag()) };
                words.html()
            });
            words.collect::<Vec<_>>().join(SEPARATOR)
        };
        let lines: BTreeMap<_, _> =
            THREE.into_iter().map(|id| (id, each(&|voice| voice.say(id)))).collect();
        let mut three: BTreeMap<_, _> =
            lines.iter().map(|(id, it)| (id.replace('-', "_"), it.clone())).collect();
        let as_of = |voice: &Voice<'_>| {
            let date = voice.date(press.as_of()).words;
            voice.say_with("verify-as-of", &[("date", &date)])
        };
        three.insert("as_of".to_owned(), each(&as_of));
        let mut values = vec![
            ("three", tera::Value::from_serializable(&three)),
            ("tongues", tongues(press)),
            ("site", site),
        ];
        for (name, template) in [("band", "band.html"), ("notes", "verification-notes.html")] {
            let html = press.part_of(press.project.first_language(), template, &values)?;
            values.push((name, tera::Value::safe_string(&html)));
        }
        Ok(Self { lines, values })
    }

    fn line(&self, id: &str) -> String {
        self.lines.get(id).cloned().unwrap_or_default()
    }
}

/// `/V/CODE/`: the state and the words to compare, in all languages on one page without script.
pub(super) fn page(press: &Press, shared: &Shared) -> Bytes {
    let item = press.catalogue.item(shared.item);
    let first = press.project.first_language();
    let voice = press.voice(first);
    let Some(code) = item.code() else { return Ok(Vec::new()) };
    let head = Head {
        title: voice.own(voice.say_with("verify-title", &[("code", &code.grouped())])),
        description: voice.say("verify-how"),
        canonical: press.url(&routes::verify(code)),
        languages: Vec::new(),
        crumbs: Vec::new(),
        noindex: true,
        machine: String::new(),
    };
    let verification = Verification {
        code: code.grouped(),
        successors: successors(press, item),
        compare: compare(press, item),
        pages: lists::item_alternates(press, item, first),
        files: item::files(press, &voice, item),
    };
    let mut extra = press.frames.trilingual.values.clone();
    extra.push(("verification", tera::Value::from_serializable(&verification)));
    press.render(first, "verification.html", &head, &extra, "")
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

/// The languages of the site, each with the words of the unsealed state.
fn tongues(press: &Press) -> tera::Value {
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
                meaning: say("state-unsealed-meaning"),
                address: voice.say_with(
                    if press.project.specimen { "address-band-specimen" } else { "address-band" },
                    &[("host", press.host())],
                ),
                warning: say("compare-warning"),
                not_found_meaning: say("not-found-meaning"),
                enter: say("verify-enter"),
                how: say("verify-how"),
                specimen: say("specimen-strip"),
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
    specimen: String,
    specimen_effect: String,
    help: String,
    help_words: String,
}

/// The lines to compare: number, day, issuer, signer, titles, pages, facts. The authentic
/// languages come first (verification.md §10).
fn compare(press: &Press, item: &Item) -> Vec<Comparison> {
    let languages = &press.project.languages;
    let mut lines = Vec::new();
    let mut line = |id: &str, values: Vec<Words>| {
        if !values.is_empty() {
            lines.push(Comparison { label: press.frames.trilingual.line(id), values });
        }
    };
    let each = |of: &dyn Fn(Language) -> Option<String>| -> Vec<Words> {
        let value = |&it: &Language| Some(Words { text: of(it)?, lang: Some(it.tag()) });
        languages.iter().filter_map(value).collect()
    };
    let plain = |it: &str| vec![Words { text: it.to_owned(), lang: None }];
    let day = |day: Option<Day>| each(&|it| Some(press.voice(it).day(day?).words));
    let organization = |id: Option<&str>| {
        each(&|it| {
            let organization = press.data.organization(id?)?;
            organization.name.get(it).map(str::to_owned)
        })
    };
    if let Some(number) = item.number() {
        let is_procedure = matches!(item.meta.details, Details::Procedure(_));
        line(if is_procedure { "key-code" } else { "key-number" }, plain(&number.value));
    }
    match &item.meta.details {
        Details::Document(it) => {
            line("key-issued", day(it.issued.as_ref().map(|it| it.value)));
            line("key-issuer", organization(it.issuer.as_ref().map(|it| it.value.as_str())));
            if let Some(signer) = &it.signer {
                let name =
                    signer.value.name.as_ref().map(|it| format!(", {it}")).unwrap_or_default();
                let text = format!("{}{name}", signer.value.role);
                line("key-signer", vec![Words { text, lang: Some(Language::Vi.tag()) }]);
            }
        }
        Details::Mou(it) => {
            line("key-signed", day(it.signed.as_ref().map(|it| Day::Known(it.value))));
            let names = it.parties.iter().flat_map(|it| organization(Some(&it.value)));
            line("key-parties", names.collect());
        }
        Details::Procedure(it) => {
            line("key-authority", organization(it.authority.as_ref().map(|it| it.value.as_str())));
        }
        _ => {}
    }
    let mut order: Vec<_> = languages.clone();
    order.sort_by_key(|it| !item.meta.authentic.contains(it));
    let titles = order.iter().filter_map(|it| {
        let text = item.text(*it)?;
        Some(Words { text: text.title().to_owned(), lang: Some(it.tag()) })
    });
    line("key-title", titles.collect());
    if let Some(pages) = item.meta.pages {
        line("key-pages", plain(&pages.to_string()));
    }
    let texts: Vec<_> = order.iter().filter_map(|it| item.text(*it)).collect();
    lines.extend(facts(&texts));
    lines
}

/// The facts of all languages: those at one place of their lists stand for each other, where the
/// lists are equally long. What is the same in all languages is said once.
fn facts(texts: &[&Document]) -> Vec<Comparison> {
    let counts = texts.iter().map(|it| it.words.facts.len()).filter(|it| *it > 0);
    let is_parallel = counts.clone().min() == counts.clone().max();
    let said = |language: Language, text: &str| Words {
        text: text.to_owned(),
        lang: Some(language.tag()),
    };
    let mut rows: Vec<Vec<(Language, &str, &str)>> = Vec::new();
    for text in texts {
        for (at, (label, value)) in text.words.facts.iter().enumerate() {
            let fact = (text.language, label.as_str(), value.as_str());
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
