//! The instruments that items rely on, with what they are today.

use std::cmp::Reverse;

use serde::Serialize;

use crate::catalogue::relations::{self, Basis};
use crate::catalogue::status::Status;
use crate::data::Instrument;
use crate::date::Date;
use crate::render::Press;
use crate::render::context::{Chip, Moment, Value, Words};
use crate::render::data::instrument;
use crate::render::voice::Voice;

/// What the template sees.
#[derive(Serialize)]
pub(super) struct Instruments {
    rows: Vec<Row>,
    /// Whether every row was compared with its original.
    verified: bool,
}

#[derive(Serialize)]
struct Row {
    number: Value,
    kind: String,
    title: Words,
    issuer: Words,
    issued: Option<Moment>,
    effective: Option<Moment>,
    chip: Option<Chip>,
    replaced_by: Vec<Value>,
}

pub(super) fn table(press: &Press, voice: &Voice<'_>) -> Instruments {
    let mut all: Vec<_> = press.data.instruments.values().collect();
    all.sort_by_key(|it| (Reverse(it.issued), &it.number.value));
    Instruments {
        verified: all.iter().all(|it| it.verified),
        rows: all.into_iter().map(|it| row(press, voice, it)).collect(),
    }
}

fn row(press: &Press, voice: &Voice<'_>, it: &Instrument) -> Row {
    let ended = ended(press, it).is_some();
    Row {
        number: instrument(press, voice, &it.number.value),
        kind: voice.say(&format!("doctype-{}", it.kind)),
        title: voice.words(&it.title),
        issuer: voice.organization(press.data.organization(&it.issuer)),
        issued: it.issued.map(|it| voice.short_day(it)),
        effective: it.effective.map(|it| voice.short_date(it)),
        chip: voice.chip(status(it, ended, press.as_of())),
        replaced_by: it.replaced_by.iter().map(|it| instrument(press, voice, it)).collect(),
    }
}

fn ended(press: &Press, it: &Instrument) -> Option<(Date, String)> {
    let basis = Basis::Instrument(it.number.value.clone());
    relations::ended(&press.catalogue, &press.data, &basis)
}

/// What an instrument is. Nothing is said of one whose first day was not written.
pub(super) fn status(it: &Instrument, ended: bool, day: Date) -> Status {
    match it.effective {
        _ if ended && it.replaced_by.is_empty() => Status::Expired,
        _ if ended => Status::Superseded,
        Some(effective) if day < effective => Status::NotYet,
        Some(_) if !it.amended_by.is_empty() => Status::Amended,
        Some(_) => Status::InForce,
        None => Status::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{FileId, Span, Spanned};
    use crate::language::Text;

    #[test]
    fn what_an_instrument_is() {
        let day = |it: &str| Date::parse(it).expect("a day");
        let mut it = Instrument {
            number: Spanned { value: "1/2020/NĐ-CP".to_owned(), span: Span::start_of(FileId(0)) },
            kind: "decree".to_owned(),
            title: Text::default(),
            issuer: String::new(),
            issued: None,
            effective: None,
            expires: None,
            replaced_by: Vec::new(),
            amended_by: vec!["2/2021/NĐ-CP".to_owned()],
            url: String::new(),
            verified: false,
        };
        let today = day("2026-05-04");
        assert_eq!(status(&it, false, today), Status::None);
        assert_eq!(status(&it, true, today), Status::Expired);
        it.effective = Some(day("2026-05-05"));
        assert_eq!(status(&it, false, today), Status::NotYet);
        it.effective = Some(today);
        assert_eq!(status(&it, false, today), Status::Amended);
        it.amended_by.clear();
        assert_eq!(status(&it, false, today), Status::InForce);
        it.replaced_by.push("3/2025/NĐ-CP".to_owned());
        assert_eq!(status(&it, true, today), Status::Superseded);
    }
}
