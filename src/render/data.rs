//! The tables of `content/data/` on pages (content.md §4, §8).

mod ddci;
mod feedback;
mod gates;
mod glossary;
mod holidays;
mod instruments;
mod organizations;
mod prices;
mod translations;
mod units;

use serde::Serialize;

use crate::catalogue::relations::Basis;
use crate::catalogue::routes::{self, Grid};
use crate::catalogue::status::Status;
use crate::catalogue::{Catalogue, Item, ItemIndex};
use crate::data::Instrument;
use crate::date::Date;
use crate::diagnostic::{Diagnostic, Spanned};
use crate::document::meta::Details;
use crate::render::Press;
use crate::render::context::{Value, Words};
use crate::render::item::basis_value;
use crate::render::voice::Voice;

/// The tables that a page shows, each as HTML.
pub(super) fn tables(
    press: &Press,
    voice: &Voice<'_>,
    item: &Item,
) -> Result<Vec<String>, Box<Diagnostic>> {
    let Details::Page(page) = &item.meta.details else { return Ok(Vec::new()) };
    let names: Vec<_> = page.tables.iter().map(|it| it.value.as_str()).collect();
    let first = |(at, name): (usize, &&str)| !names[..at].contains(name);
    let names = names.iter().enumerate().filter(|it| first(*it)).map(|(_, it)| *it);
    names.map(|it| table(press, voice, item, it)).collect()
}

/// The first page that shows a table.
pub(super) fn page_of(catalogue: &Catalogue, table: &str) -> Option<ItemIndex> {
    let shows = |it: &Item| match &it.meta.details {
        Details::Page(page) => page.tables.iter().any(|it| it.value == table),
        _ => false,
    };
    catalogue.items().find(|(_, it)| shows(it)).map(|(index, _)| index)
}

fn table(
    press: &Press,
    voice: &Voice<'_>,
    item: &Item,
    name: &str,
) -> Result<String, Box<Diagnostic>> {
    let of = match name {
        "prices" => tera::Value::from_serializable(&prices::table(press, voice)),
        "ddci" => tera::Value::from_serializable(&ddci::table(press, voice)),
        "glossary" => tera::Value::from_serializable(&glossary::table(press, voice, item)),
        "feedback" => tera::Value::from_serializable(&feedback::table(press, voice)),
        "instruments" => tera::Value::from_serializable(&instruments::table(press, voice)),
        "units" => tera::Value::from_serializable(&units::table(press, voice)),
        "gates" => tera::Value::from_serializable(&gates::table(press, voice)),
        "holidays" => tera::Value::from_serializable(&holidays::table(press, voice)),
        "organizations" => tera::Value::from_serializable(&organizations::table(press, voice)),
        "translations" => tera::Value::from_serializable(&translations::table(press, voice)),
        // An unknown word was reported where it was read.
        _ => return Ok(String::new()),
    };
    let files = tera::Value::from_serializable(&Files::of(press, name));
    let template = format!("table-{name}.html");
    press.part_of(voice.language, &template, &[("of", of), ("files", files)])
}

/// What an instrument is on a day; `ended` says whether it no longer holds.
pub(super) fn status_of(it: &Instrument, ended: bool, day: Date) -> Status {
    instruments::status(it, ended, day)
}

/// The same table as files.
#[derive(Serialize)]
struct Files {
    csv: String,
    json: String,
}

impl Files {
    fn of(press: &Press, name: &str) -> Self {
        let file = |grid| press.href(&routes::table(name, grid));
        Self { csv: file(Grid::Csv), json: file(Grid::Json) }
    }
}

/// Whom to tell when more is asked than is due: the hotline, or the e-mail address where there is
/// none to call.
#[derive(Serialize)]
pub(super) struct Contact {
    hotline: String,
    hours: Words,
    email: String,
}

impl Contact {
    /// The office's.
    pub(super) fn of(press: &Press, voice: &Voice<'_>) -> Self {
        let office = &press.project.office;
        let hotline = press.hotline().to_owned();
        let hours = voice.words(&office.hotline_hours);
        Self { hotline, hours, email: office.email.clone() }
    }
}

/// What rows rely on, by number where there is one: a cell has little room.
fn basis(press: &Press, voice: &Voice<'_>, written: &[Spanned<String>]) -> Vec<Value> {
    let value = |it: &Spanned<String>| match press.catalogue.find(&it.value) {
        Some(index) => {
            let mut value = basis_value(press, voice, &Basis::Item(index));
            if let Some(number) = press.catalogue.item(index).number() {
                value.words = voice.own(number.value.clone());
                value.number = true;
            }
            value.note = String::new();
            value
        }
        None => instrument(press, voice, &it.value),
    };
    written.iter().map(value).collect()
}

/// An instrument by its number.
fn instrument(press: &Press, voice: &Voice<'_>, number: &str) -> Value {
    let row = press.data.instruments.get(number);
    let href = row.map(|it| it.url.clone()).filter(|it| !it.is_empty());
    Value { words: voice.own(number), href, number: true, ..Value::default() }
}

/// A list of texts as one.
fn join(voice: &Voice<'_>, texts: &[String]) -> String {
    texts.join(&voice.say("list-comma"))
}
