//! The page of an unlisted record: what it is today, and the hash of its file. Whoever has the code sees
//! it, so it says nothing of the person (verification.md §11).

use serde::Serialize;

use crate::catalogue::routes;
use crate::date::{Date, Day};
use crate::render::Press;
use crate::render::context::{Head, Words};
use crate::render::item::groups_of_four;
use crate::render::verification::{Bytes, sealed, tongues, tools};
use crate::verify::code::Unlisted;
use crate::verify::replay::{Record, Shown, Standing};

/// What the page says.
#[derive(Debug, Serialize)]
struct Shelf {
    /// The code in groups of four.
    code: String,
    /// The word of the state.
    state: &'static str,
    /// The state in all languages, as HTML.
    state_words: String,
    /// Whether the office no longer stands by it.
    is_withdrawn: bool,
    /// The month of the newest version, in each language.
    month: Vec<Words>,
    /// The hashes of its files, in groups of four.
    sums: Vec<String>,
    /// What is said of a person's result, in each language.
    details: Vec<Words>,
}

/// `/V/CODE/` of an unlisted record, in all languages on one page without script.
pub(in crate::render) fn page(press: &Press, code: Unlisted) -> Bytes {
    let Some((register, record)) =
        press.register.as_ref().and_then(|it| Some((it, it.unlisted.get(&code)?)))
    else {
        return Ok(Vec::new());
    };
    let first = press.project.first_language();
    let voice = press.voice(first);
    let head = Head {
        title: voice.own(voice.say_with("verify-title", &[("code", &code.grouped())])),
        description: voice.say("unlisted-details"),
        canonical: press.url(&routes::unlisted(code)),
        languages: Vec::new(),
        crumbs: Vec::new(),
        noindex: true,
        machine: String::new(),
    };
    let standing = record.standing(register.day);
    let shelf = shelf(press, code, record, standing);
    let check = tools::Check::unlisted(register, code, record);
    let mut extra = press.frames.trilingual.values.clone();
    extra.push(("tongues", tongues(press, Shown::Of(standing))));
    extra.push(("tools", tera::Value::from_serializable(&tools::Tools::nameless(press))));
    extra.push(("check", tera::Value::from_serializable(&check)));
    extra.push(("unlisted", tera::Value::from_serializable(&shelf)));
    press.render(first, "unlisted.html", &head, &extra, "")
}

fn shelf(press: &Press, code: Unlisted, record: &Record, standing: Standing) -> Shelf {
    let each = |of: &dyn Fn(&crate::render::voice::Voice<'_>) -> String| -> Vec<Words> {
        let languages = press.project.languages.iter();
        let words = languages.map(|&it| Words { text: of(&press.voice(it)), lang: Some(it.tag()) });
        words.collect()
    };
    let newest = record.newest().or(record.versions.last());
    let date = newest.and_then(|it| it.entry.get("date")).and_then(Date::parse);
    let month = date.map(|it| each(&|voice| voice.day(Day::Month(it)).words));
    let sums = record.newest().into_iter().flat_map(|it| it.entry.sealed_files());
    let sums = sums.map(|(_, hash)| groups_of_four(hash.strip_prefix("sha256:").unwrap_or(hash)));
    let shown = Shown::Of(standing);
    Shelf {
        code: code.grouped(),
        state: shown.word(),
        state_words: sealed::state_words(press, &code.to_string(), shown),
        is_withdrawn: matches!(standing, Standing::Revoked | Standing::Disowned),
        month: month.unwrap_or_default(),
        sums: sums.collect(),
        details: each(&|voice| voice.say("unlisted-details")),
    }
}
