//! The bodies that the site names, in each language.

use serde::Serialize;

use crate::data::Organization;
use crate::language::Language;
use crate::language::order::Order;
use crate::render::Press;
use crate::render::context::Words;
use crate::render::data::join;
use crate::render::voice::Voice;

/// What the template sees.
#[derive(Serialize)]
pub(super) struct Organizations {
    count: String,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    name: Words,
    /// The name in the other languages.
    others: Vec<Words>,
    abbreviations: String,
    formerly: String,
}

/// The bodies from A to Z in the order of the reader's language.
pub(super) fn table(press: &Press, voice: &Voice<'_>) -> Organizations {
    let order = Order::new(voice.language);
    let mut all: Vec<_> = press.data.organizations.iter().collect();
    all.sort_by_cached_key(|it| order.sort_key(it.name.answer(voice.language).1));
    let n = i64::try_from(all.len()).unwrap_or(i64::MAX);
    Organizations {
        count: voice.say_count("organizations-count", n),
        rows: all.into_iter().map(|it| row(voice, it)).collect(),
    }
}

fn row(voice: &Voice<'_>, it: &Organization) -> Row {
    let (shown, _) = it.name.answer(voice.language);
    let other = |&language: &Language| {
        let text = it.name.get(language).filter(|_| language != shown)?;
        Some(voice.in_language(language, text))
    };
    Row {
        name: voice.words(&it.name),
        others: Language::ALL.iter().filter_map(other).collect(),
        abbreviations: join(voice, &it.abbreviations),
        formerly: join(voice, &it.formerly),
    }
}
