//! The days off that working days are counted by, year by year.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::data::Holiday;
use crate::render::Press;
use crate::render::context::{Moment, Words};
use crate::render::voice::Voice;

/// What the template sees.
#[derive(Serialize)]
pub(super) struct Holidays {
    /// The newest first.
    years: Vec<Year>,
}

#[derive(Serialize)]
struct Year {
    /// In digits, for ids.
    number: i32,
    words: String,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    day: Moment,
    name: Words,
    /// The day worked instead, in words.
    worked: Option<String>,
}

pub(super) fn table(press: &Press, voice: &Voice<'_>) -> Holidays {
    let mut years = BTreeMap::<_, Vec<&Holiday>>::new();
    for it in &press.data.holidays {
        years.entry(Reverse(it.date.year())).or_default().push(it);
    }
    let year = |(Reverse(number), mut rows): (Reverse<i32>, Vec<&Holiday>)| {
        rows.sort_by_key(|it| it.date);
        Year {
            number,
            words: voice.say_with("holidays-year", &[("year", &number.to_string())]),
            rows: rows.into_iter().map(|it| row(voice, it)).collect(),
        }
    };
    Holidays { years: years.into_iter().map(year).collect() }
}

fn row(voice: &Voice<'_>, it: &Holiday) -> Row {
    Row {
        day: voice.short_date(it.date),
        name: voice.words(&it.name),
        worked: it
            .swapped_for
            .map(|it| voice.say_with("holidays-worked", &[("date", &voice.short_date(it).words)])),
    }
}
