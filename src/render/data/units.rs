//! The units of the office and how they are reached.

use serde::Serialize;

use crate::data::{Contact, Unit};
use crate::language::Text;
use crate::render::Press;
use crate::render::context::{Fact, Value, Words};
use crate::render::item::fact;
use crate::render::voice::Voice;

/// What the template sees.
#[derive(Serialize)]
pub(super) struct Units {
    units: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    id: String,
    name: Words,
    facts: Vec<Fact>,
}

pub(super) fn table(press: &Press, voice: &Voice<'_>) -> Units {
    Units { units: press.data.units.iter().map(|it| row(press, voice, it)).collect() }
}

fn row(press: &Press, voice: &Voice<'_>, it: &Unit) -> Row {
    // A specimen has no telephone that anyone could call by mistake.
    let phones = if press.project.specimen { &[][..] } else { &it.phones };
    let contact = |it: &Contact| contact(press, voice, it);
    let facts = [
        fact(voice, "key-duties", text(voice, &it.duties)),
        fact(voice, "unit-head", text(voice, &it.head_role)),
        fact(voice, "unit-phones", phones.iter().map(|it| phone(voice, it)).collect()),
        fact(voice, "key-email", email(voice, &it.email)),
        fact(voice, "key-address", text(voice, &it.address)),
        fact(voice, "unit-contacts", it.contacts.iter().map(contact).collect()),
    ];
    Row {
        id: it.id.value.clone(),
        name: voice.unit(it),
        facts: facts.into_iter().flatten().collect(),
    }
}

fn text(voice: &Voice<'_>, it: &Text) -> Vec<Value> {
    let words = voice.words(it);
    if words.text.is_empty() { Vec::new() } else { vec![Value { words, ..Value::default() }] }
}

fn phone(voice: &Voice<'_>, it: &str) -> Value {
    let digits: String = it.chars().filter(|it| it.is_ascii_digit() || *it == '+').collect();
    Value { words: voice.own(it), href: Some(format!("tel:{digits}")), ..Value::default() }
}

fn email(voice: &Voice<'_>, it: &str) -> Vec<Value> {
    if it.is_empty() {
        return Vec::new();
    }
    vec![Value { words: voice.own(it), href: Some(format!("mailto:{it}")), ..Value::default() }]
}

/// Whom to ask, by role.
fn contact(press: &Press, voice: &Voice<'_>, it: &Contact) -> Value {
    let phone = if press.project.specimen { "" } else { it.phone.as_str() };
    let ways: Vec<_> = [phone, &it.email].into_iter().filter(|it| !it.is_empty()).collect();
    Value { words: voice.words(&it.role), note: ways.join(" · "), ..Value::default() }
}
