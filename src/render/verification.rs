//! Verification pages: what a code leads to, the form for codes, the page of what is not there.

use crate::catalogue::{Item, routes};
use crate::date::Day;
use crate::diagnostic::Diagnostic;
use crate::document::meta::Details;
use crate::language::Language;
use crate::render::context::{Comparison, Head, Verification, Words};
use crate::render::{Press, Shared, item, lists};

type Bytes = Result<Vec<u8>, Box<Diagnostic>>;

/// `/V/CODE/`: the state and the words to compare, in all languages on one page without script.
pub(super) fn page(press: &Press, shared: &Shared) -> Bytes {
    let item = press.catalogue.item(shared.item);
    let first = press.project.first_language();
    let voice = press.voice(first);
    let Some(code) = item.code() else { return Ok(Vec::new()) };
    let head = Head {
        title: voice.own(voice.say_with("verify-title", &[("code", &code.grouped())])),
        description: String::new(),
        canonical: press.url(&routes::verify(code)),
        languages: Vec::new(),
        crumbs: Vec::new(),
        noindex: true,
    };
    let as_of = press.project.languages.iter().map(|&it| {
        let voice = press.voice(it);
        let date = voice.date(press.as_of()).words;
        Words { text: voice.say_with("verify-as-of", &[("date", &date)]), lang: Some(it.tag()) }
    });
    let verification = Verification {
        code: code.grouped(),
        host: press.host().to_owned(),
        compare: compare(press, item),
        pages: lists::item_alternates(press, item, first),
        files: item::files(press, &voice, item),
        svg: String::new(),
        as_of: as_of.collect(),
    };
    let extra = [
        ("verification", tera::Value::from_serializable(&verification)),
        ("tongues", tongues(press)),
    ];
    press.render(first, "verification.html", &head, &extra, "")
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
                state: say("state-unsealed"),
                meaning: say("state-unsealed-meaning"),
                address: voice.say_with(
                    if press.project.specimen { "address-band-specimen" } else { "address-band" },
                    &[("host", press.host())],
                ),
                compare: say("compare"),
                warning: say("compare-warning"),
                page: say("verify-page"),
                files: say("files"),
                not_found: say("not-found"),
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
    state: String,
    meaning: String,
    address: String,
    compare: String,
    warning: String,
    page: String,
    files: String,
    not_found: String,
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
    let labels = |id: &str| -> Vec<Words> {
        let label = |it: &Language| Words { text: press.voice(*it).say(id), lang: Some(it.tag()) };
        languages.iter().map(label).collect()
    };
    let mut lines = Vec::new();
    let mut line = |id: &str, values: Vec<Words>| {
        if !values.is_empty() {
            lines.push(Comparison { labels: labels(id), values });
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
        line("key-number", plain(&number.value));
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
            for party in &it.parties {
                line("key-parties", organization(Some(&party.value)));
            }
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
    for text in order.iter().filter_map(|it| item.text(*it)) {
        for (label, value) in &text.words.facts {
            let tag = Some(text.language.tag());
            lines.push(Comparison {
                labels: vec![Words { text: label.clone(), lang: tag }],
                values: vec![Words { text: value.clone(), lang: tag }],
            });
        }
    }
    lines
}

fn trilingual(press: &Press, template: &str, title: &str, address: &str) -> Bytes {
    let first = press.project.first_language();
    let voice = press.voice(first);
    let head = Head {
        title: voice.own(voice.say(title)),
        description: String::new(),
        canonical: press.url(address),
        languages: Vec::new(),
        crumbs: Vec::new(),
        noindex: true,
    };
    press.render(first, template, &head, &[("tongues", tongues(press))], "")
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
    let head = Head {
        title: voice.own(voice.say("verify-help")),
        description: voice.say("verify-how"),
        canonical: press.url(&routes::verify_help(language)),
        languages: press.alternates(language, routes::verify_help),
        crumbs: vec![lists::home_crumb(press, &voice)],
        noindex: press.project.specimen,
    };
    press.render(language, "verify-help.html", &head, &[], "")
}
