//! The glossary, from A to Z in the order of the reader's language.

use serde::Serialize;

use crate::article::typography::{self, Mail};
use crate::catalogue::Item;
use crate::data::Term;
use crate::language::Language;
use crate::language::order::Order;
use crate::render::Press;
use crate::render::context::Words;
use crate::render::data::join;
use crate::render::voice::Voice;

/// What the template sees.
#[derive(Serialize)]
pub(super) struct Glossary {
    terms: Vec<Entry>,
    /// How many no responsible person has read, in words; empty if there are none.
    not_reviewed: String,
}

#[derive(Serialize)]
struct Entry {
    /// Where links lead; none where a heading of the text has the same id.
    id: Option<String>,
    term: Words,
    /// The term in the other languages.
    others: Vec<Other>,
    /// Other forms, as HTML.
    aliases: String,
    definition: Words,
}

#[derive(Serialize)]
struct Other {
    tag: &'static str,
    text: String,
    /// Traditional Chinese forms of a Chinese term.
    hant: Vec<String>,
}

pub(super) fn table(press: &Press, voice: &Voice<'_>, page: &Item) -> Glossary {
    let taken = page.anchors(page.published(voice.language).text.language);
    let terms = sorted(&press.data.glossary, voice.language);
    let open = terms.iter().filter(|it| !it.reviewed).count();
    let n = i64::try_from(open).unwrap_or(i64::MAX);
    Glossary {
        terms: terms.into_iter().map(|it| entry(voice, it, taken)).collect(),
        not_reviewed: match n {
            0 => String::new(),
            n => voice.say_count("glossary-not-reviewed", n),
        },
    }
}

/// The terms in the order of a language; those it has no word for stand by the word that is shown.
fn sorted(terms: &[Term], language: Language) -> Vec<&Term> {
    let order = Order::new(language);
    let mut terms: Vec<_> = terms.iter().collect();
    terms.sort_by_cached_key(|it| order.sort_key(it.name.answer(language).1));
    terms
}

fn entry(voice: &Voice<'_>, it: &Term, taken: &[String]) -> Entry {
    let (shown, _) = it.name.answer(voice.language);
    let other = |&language: &Language| {
        let text = it.name.get(language).filter(|_| language != shown)?.to_owned();
        Some(Other { tag: language.tag(), text, hant: hant(it, language) })
    };
    let mut aliases = String::new();
    let written: Vec<_> = it.aliases.iter().map(|it| it.value.clone()).collect();
    typography::write(&join(voice, &written), voice.language, Mail::Plain, &mut aliases);
    Entry {
        id: Some(it.id.value.clone()).filter(|it| !taken.contains(it)),
        term: voice.words(&it.name),
        others: Language::ALL.iter().filter_map(other).collect(),
        aliases,
        definition: voice.words(&it.definition),
    }
}

fn hant(it: &Term, language: Language) -> Vec<String> {
    if language == Language::Zh { it.zh_hant.clone() } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{FileId, Span, Spanned};
    use crate::language::Text;

    fn term(vi: &str, en: Option<&str>, zh: &str) -> Term {
        let span = Span::start_of(FileId(0));
        let own = |it: &str| Some(it.to_owned());
        Term {
            id: Spanned { value: vi.to_owned(), span },
            name: Text([own(vi), en.and_then(own), own(zh)]),
            zh_hant: Vec::new(),
            aliases: Vec::new(),
            definition: Text::default(),
            reviewed: false,
            spans: [None; 3],
        }
    }

    #[test]
    fn each_language_has_its_own_order() {
        let terms = [
            term("thị thực", Some("visa"), "签证"),
            term("đường dây nóng", Some("hotline"), "热线"),
            term("dịch thuật", None, "翻译"),
        ];
        let words = |language| {
            let sorted = sorted(&terms, language).into_iter();
            sorted.map(|it| it.id.value.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(words(Language::Vi), ["dịch thuật", "đường dây nóng", "thị thực"]);
        assert_eq!(words(Language::En), ["dịch thuật", "đường dây nóng", "thị thực"]);
        // fānyì, qiānzhèng, rèxiàn
        assert_eq!(words(Language::Zh), ["dịch thuật", "thị thực", "đường dây nóng"]);
    }
}
