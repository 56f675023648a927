//! The border gates with their hours, and what is different now.

use serde::Serialize;

use crate::catalogue::status::Status;
use crate::catalogue::{Item, ItemIndex, routes};
use crate::data::Gate;
use crate::document::meta::Details;
use crate::render::Press;
use crate::render::context::{Value, Words};
use crate::render::item::title;
use crate::render::voice::Voice;

/// What the template sees.
#[derive(Serialize)]
pub(super) struct Gates {
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    id: String,
    name: Words,
    opposite: Words,
    hours: String,
    alerts: Vec<Value>,
}

pub(super) fn table(press: &Press, voice: &Voice<'_>) -> Gates {
    let current: Vec<_> = press
        .catalogue
        .items()
        .filter(|(_, it)| it.status == Status::Open && gate_of(it).is_some())
        .map(|(index, _)| index)
        .collect();
    Gates { rows: press.data.gates.iter().map(|it| row(press, voice, it, &current)).collect() }
}

fn gate_of(item: &Item) -> Option<&str> {
    match &item.meta.details {
        Details::Alert(it) => Some(&it.gate.as_ref()?.value),
        _ => None,
    }
}

fn row(press: &Press, voice: &Voice<'_>, gate: &Gate, current: &[ItemIndex]) -> Row {
    let of_gate = current.iter().map(|it| press.catalogue.item(*it));
    let of_gate = of_gate.filter(|it| gate_of(it) == Some(&gate.id.value));
    Row {
        id: gate.id.value.clone(),
        name: voice.words(&gate.name),
        opposite: voice.words(&gate.opposite),
        hours: gate.hours.clone(),
        alerts: of_gate.map(|it| alert(press, voice, it)).collect(),
    }
}

fn alert(press: &Press, voice: &Voice<'_>, item: &Item) -> Value {
    let Details::Alert(it) = &item.meta.details else { return Value::default() };
    let to = it.to.as_ref().map(|it| voice.short_moment(it.value).words);
    let note = to.map(|it| voice.say_with("until", &[("date", &it)]));
    Value {
        words: title(press, voice, item),
        href: Some(press.href(&routes::item(&press.project, voice.language, item))),
        note: note.unwrap_or_default(),
        ..Value::default()
    }
}
