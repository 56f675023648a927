//! What each kind of item says about itself, as lines of label and value.

use std::collections::BTreeSet;

use crate::catalogue::relations::Basis;
use crate::catalogue::status::{EXPIRING_DAYS, Status};
use crate::catalogue::{Item, ItemIndex, routes};
use crate::data::Price;
use crate::date::Date;
use crate::diagnostic::Spanned;
use crate::document::Document;
use crate::document::meta::{Details, Fee, Mou, Paper, Procedure, Programme};
use crate::language::{Language, Text, numbers};
use crate::render::Press;
use crate::render::context::{Fact, Moment, Value, Words};
use crate::render::item::{basis_value, fact, item_value, section_link};
use crate::render::voice::Voice;

fn text(voice: &Voice<'_>, words: impl Into<String>) -> Value {
    Value { words: voice.own(words), ..Value::default() }
}

fn message(voice: &Voice<'_>, id: &str) -> Value {
    text(voice, voice.say(id))
}

fn time(voice: &Voice<'_>, moment: Moment) -> Value {
    Value { words: voice.own(moment.words), machine: Some(moment.machine), ..Value::default() }
}

fn date(voice: &Voice<'_>, day: Option<&Spanned<crate::date::Date>>) -> Vec<Value> {
    day.map(|it| time(voice, voice.date(it.value))).into_iter().collect()
}

fn number(voice: &Voice<'_>, it: Option<&Spanned<String>>) -> Vec<Value> {
    let value = |it: &Spanned<String>| Value { number: true, ..text(voice, it.value.clone()) };
    it.map(value).into_iter().collect()
}

fn organization(press: &Press, voice: &Voice<'_>, id: Option<&Spanned<String>>) -> Vec<Value> {
    let organization = id.and_then(|it| press.data.organization(&it.value));
    let value = |it| Value { words: voice.organization(Some(it)), ..Value::default() };
    organization.map(value).into_iter().collect()
}

fn localised(voice: &Voice<'_>, it: &Text) -> Vec<Value> {
    if it.is_empty() {
        return Vec::new();
    }
    vec![Value { words: voice.words(it), ..Value::default() }]
}

/// Number, day and issuer: the line under the title.
pub(super) fn byline(press: &Press, voice: &Voice<'_>, item: &Item) -> Vec<Value> {
    let mut line = number(voice, item.number());
    match &item.meta.details {
        Details::Document(it) => {
            line.extend(it.issued.as_ref().map(|it| time(voice, voice.day(it.value))));
            line.extend(organization(press, voice, it.issuer.as_ref()));
        }
        // A code says nothing without its label, which it has among the facts.
        Details::Procedure(_) => line.clear(),
        // Their days are no days of issue: what counts stands in the box below.
        Details::Page(_) | Details::Mou(_) | Details::Alert(_) => {}
        _ => line.extend(item.day().map(|it| time(voice, voice.date(it)))),
    }
    line
}

/// What stands first on a phone.
pub(super) fn key_facts(
    press: &Press,
    voice: &Voice<'_>,
    item: &Item,
    (text, words): (&Document, &Document),
) -> Vec<Fact> {
    let facts = match &item.meta.details {
        Details::Procedure(it) => {
            vec![
                fact(voice, "key-time-limit", time_limit(voice, it)),
                fact(voice, "key-fees", fees(press, voice, it)),
                fact(voice, "key-receives", places(press, voice, it)),
                fact(voice, "apply-moves", moves(press, voice, it)),
            ]
        }
        Details::Mou(it) => vec![
            fact(voice, "key-expires", end(voice, press.as_of(), it)),
            fact(voice, "key-parties", parties(press, voice, it)),
            fact(voice, "for-enterprises", benefits(voice, item, text)),
            fact(voice, "key-signed", signed(voice, it)),
            fact(voice, "key-effective", date(voice, it.effective.as_ref())),
            fact(voice, "key-renewal", vec![message(voice, &format!("renewal-{}", it.renewal))]),
        ],
        Details::Programme(it) => programme(press, voice, item, it),
        Details::Alert(it) => {
            let gate = it.gate.as_ref().and_then(|it| press.data.gate(&it.value));
            let moment = |it: &Spanned<crate::date::Moment>| time(voice, voice.moment(it.value));
            vec![
                fact(
                    voice,
                    "key-severity",
                    vec![message(voice, &format!("severity-{}", it.severity))],
                ),
                fact(
                    voice,
                    "key-gate",
                    gate.map(|it| localised(voice, &it.name)).unwrap_or_default(),
                ),
                fact(voice, "key-from", it.from.as_ref().map(moment).into_iter().collect()),
                fact(voice, "key-to", it.to.as_ref().map(moment).into_iter().collect()),
            ]
        }
        Details::Page(_) => {
            let is_about_feedback = item.meta.fulfils.iter().any(|it| it.value == "feedback");
            let feedback = is_about_feedback.then(|| feedback(press, voice, item));
            feedback.into_iter().flatten().chain(own(voice, words)).collect()
        }
        Details::Document(_) | Details::Question(_) => Vec::new(),
    };
    facts.into_iter().flatten().collect()
}

/// How the office is told something, and within what time it means to answer.
fn feedback(press: &Press, voice: &Voice<'_>, item: &Item) -> [Option<Fact>; 2] {
    let office = &press.project.office;
    let owner = item.meta.owner.as_ref().and_then(|it| press.data.unit(&it.value));
    let email = owner.map(|it| it.email.as_str()).filter(|it| !it.is_empty());
    let email = email.unwrap_or(&office.email);
    let address = press.url(&routes::item(&press.project, voice.language, item));
    let zalo = press.project.forms.zalo_oa.as_str();
    let way = |words: Words, channel: &str, href: Option<String>| {
        let note = voice.say(&format!("channel-{channel}"));
        (!words.text.is_empty()).then(|| Value { words, href, note, ..Value::default() })
    };
    let ways = [
        way(voice.own(email), "email", Some(press.mailto(voice.language, email, &address))),
        way(voice.own(press.hotline()), "phone", Some(format!("tel:{}", press.hotline()))),
        way(voice.own(zalo), "zalo", Some(zalo.to_owned())),
        way(voice.words(&office.address), "post", None),
    ];
    let days = voice.say_count("time-working-day", press.project.targets.answer_days);
    let answer = Value { note: voice.say("feedback-target"), ..text(voice, days) };
    [
        fact(voice, "feedback-ways", ways.into_iter().flatten().collect()),
        fact(voice, "feedback-answer", vec![answer]),
    ]
}

/// What the author of a text adds of facts.
fn own(voice: &Voice<'_>, words: &Document) -> Vec<Option<Fact>> {
    let own = |(label, value): &(String, String)| {
        let words = voice.in_language(words.language, value);
        let values = vec![Value { words, ..Value::default() }];
        Some(Fact { label: label.clone(), values })
    };
    words.words.facts.iter().map(own).collect()
}

/// The day on which an agreement was signed, and where.
fn signed(voice: &Voice<'_>, it: &Mou) -> Vec<Value> {
    let place = voice.words(&it.place);
    let mut values = date(voice, it.signed.as_ref());
    if !place.text.is_empty() {
        values.push(Value { words: place, ..Value::default() });
    }
    values
}

/// What an applicant asks before all else: whether it is for them, and how to apply.
pub(super) fn opening(voice: &Voice<'_>, item: &Item) -> Vec<Fact> {
    let Details::Procedure(it) = &item.meta.details else { return Vec::new() };
    let messages = |prefix: &str, words: &[String]| {
        words.iter().map(|it| message(voice, &format!("{prefix}-{it}"))).collect::<Vec<_>>()
    };
    let facts = [
        fact(voice, "key-for", messages("applicant", &it.applicants)),
        fact(voice, "apply-channels", messages("apply-by", &it.channels)),
    ];
    facts.into_iter().flatten().collect()
}

/// Where a dossier goes: the units with their addresses, and the hours where their page has them.
fn places(press: &Press, voice: &Voice<'_>, it: &Procedure) -> Vec<Value> {
    let page = press.units.map(|it| press.catalogue.item(it));
    let address = page.map(|it| press.href(&routes::item(&press.project, voice.language, it)));
    let place = |it: &Spanned<String>| {
        let unit = press.data.unit(&it.value)?;
        Some(Value {
            words: voice.unit(unit),
            href: address.as_ref().map(|it| format!("{it}#unit_{}", unit.id.value)),
            note: voice.words(&unit.address).text,
            ..Value::default()
        })
    };
    let mut places: Vec<_> = it.receives.iter().filter_map(place).collect();
    if let (Some(page), Some(address), false) = (page, address, places.is_empty()) {
        let hours = section_link(voice, page, page.published(voice.language).text, "hours");
        places.extend(hours.map(|it| Value {
            words: it.title,
            href: Some([address, it.href].concat()),
            ..Value::default()
        }));
    }
    places
}

/// Notices about the place: those that the page of the units and a procedure with the same desk
/// name, or that name both.
fn moves(press: &Press, voice: &Voice<'_>, it: &Procedure) -> Vec<Value> {
    let Some(page) = press.units.map(|it| press.catalogue.item(it)) else { return Vec::new() };
    let is_desk = |index: &ItemIndex| match &press.catalogue.item(*index).meta.details {
        Details::Procedure(other) => {
            let receives = |id: &str| it.receives.iter().any(|it| it.value == id);
            other.receives.iter().any(|it| receives(&it.value))
        }
        _ => false,
    };
    let is_notice = |index: &&ItemIndex| {
        let item = press.catalogue.item(**index);
        let Details::Programme(it) = &item.meta.details else { return false };
        it.kind.as_ref().is_some_and(|it| it.value == "notice")
            && item.relations.related.iter().any(is_desk)
    };
    let notices = page.relations.related.iter().filter(is_notice);
    notices.map(|it| item_value(press, voice, *it)).collect()
}

fn time_limit(voice: &Voice<'_>, it: &Procedure) -> Vec<Value> {
    let limit = it.time_limit.as_ref();
    limit
        .map(|(n, unit)| text(voice, voice.say_count(&format!("time-{unit}"), *n)))
        .into_iter()
        .collect()
}

fn fees(press: &Press, voice: &Voice<'_>, it: &Procedure) -> Vec<Value> {
    let value = |fee: &Spanned<Fee>| match &fee.value {
        Fee::Amount(0) => message(voice, "fee-free"),
        Fee::Amount(amount) => text(voice, numbers::money(voice.language, *amount, "VND")),
        Fee::Price(id) => match press.data.price(id, press.catalogue.as_of) {
            Some(price) => price_value(voice, price),
            None => message(voice, "fee-unknown"),
        },
    };
    it.fees.iter().map(value).collect()
}

fn price_value(voice: &Voice<'_>, price: &Price) -> Value {
    let amount = numbers::money(voice.language, price.amount, &price.currency);
    let unit = voice.words(&price.unit).text;
    let service = voice.words(&price.service).text;
    Value {
        note: service,
        ..text(voice, voice.say_with("price-per", &[("amount", &amount), ("unit", &unit)]))
    }
}

fn parties(press: &Press, voice: &Voice<'_>, it: &Mou) -> Vec<Value> {
    it.parties.iter().flat_map(|it| organization(press, voice, Some(it))).collect()
}

/// The last day of an agreement, and near it how many days are left: in years to come their number
/// says nothing.
fn end(voice: &Voice<'_>, day: Date, it: &Mou) -> Vec<Value> {
    let Some(end) = it.terminated.as_ref().or(it.expires.as_ref()) else {
        return vec![message(voice, "indefinite")];
    };
    let days = day.days_until(end.value);
    let is_near = (0..EXPIRING_DAYS).contains(&days);
    let note = if is_near { voice.say_count("days-left", days) } else { String::new() };
    vec![Value { note, ..time(voice, voice.date(end.value)) }]
}

fn days_taken(
    press: &Press,
    voice: &Voice<'_>,
    it: &crate::document::meta::Question,
) -> Vec<Value> {
    let (Some(asked), Some(answered)) = (&it.asked, &it.answered) else { return Vec::new() };
    let n = press.data.working_days.between(asked.value, answered.value);
    vec![text(voice, voice.say_count("time-working-day", n))]
}

/// What enterprises can use, in plain words: a section that is no part of the signed text.
fn benefits(voice: &Voice<'_>, item: &Item, text: &Document) -> Vec<Value> {
    let link = section_link(voice, item, text, "benefits");
    link.map(|it| Value { words: it.title, href: Some(it.href), ..Value::default() })
        .into_iter()
        .collect()
}

fn programme(press: &Press, voice: &Voice<'_>, item: &Item, it: &Programme) -> Vec<Option<Fact>> {
    let moment = |it: &Spanned<crate::date::Moment>| time(voice, voice.moment(it.value));
    let state = state(voice, press.as_of(), item, it);
    vec![
        fact(voice, "key-status", state.map(|it| text(voice, it)).into_iter().collect()),
        fact(voice, "key-opens", date(voice, it.opens.as_ref())),
        fact(voice, "key-closes", date(voice, it.closes.as_ref())),
        fact(voice, "key-from", it.from.as_ref().map(moment).into_iter().collect()),
        fact(voice, "key-to", it.to.as_ref().map(moment).into_iter().collect()),
        fact(voice, "key-place", localised(voice, &it.place)),
    ]
}

/// Whether a programme takes registrations, and how long still, in words.
fn state(voice: &Voice<'_>, day: Date, item: &Item, it: &Programme) -> Option<String> {
    let kind = it.kind.as_ref().map_or("programme", |it| &it.value);
    let (opens, closes) = (it.first_day(), it.last_day());
    Some(match item.status {
        Status::Over => {
            let date = voice.date(closes?).words;
            let id = if has_result(item, it) { "ended-on" } else { "ended-without-result" };
            voice.say_with(id, &[("date", &date)])
        }
        Status::Upcoming => voice.say_count(&format!("{kind}-upcoming"), day.days_until(opens?)),
        Status::Open if kind == "event" => voice.say("event-open"),
        Status::Open => voice.say_count(&format!("{kind}-open"), day.days_until(closes?)),
        _ => return None,
    })
}

/// Whether a programme says what came of it: in a section, or by how many took part.
pub(super) fn has_result(item: &Item, it: &Programme) -> bool {
    it.participants.is_some() || item.anchors(item.source).iter().any(|it| it == "outcome")
}

/// The table of facts.
pub(super) fn facts(press: &Press, voice: &Voice<'_>, item: &Item, words: &Document) -> Vec<Fact> {
    let mut facts = match &item.meta.details {
        Details::Document(it) => paper(press, voice, it),
        Details::Mou(it) => vec![
            fact(voice, "key-number", number(voice, it.number.as_ref())),
            fact(voice, "key-level-mou", vec![message(voice, &format!("level-{}", it.level))]),
        ],
        Details::Procedure(it) => procedure(press, voice, it),
        Details::Programme(it) => {
            let participants =
                it.participants.map(|it| text(voice, numbers::integer(voice.language, it)));
            vec![
                fact(
                    voice,
                    "key-announced",
                    it.announced.iter().map(|it| time(voice, voice.moment(it.value))).collect(),
                ),
                fact(voice, "key-participants", participants.into_iter().collect()),
            ]
        }
        Details::Question(it) => vec![
            fact(voice, "key-asked", date(voice, it.asked.as_ref())),
            fact(voice, "key-answered", date(voice, it.answered.as_ref())),
            fact(voice, "days-taken", days_taken(press, voice, it)),
            fact(voice, "key-channel", vec![message(voice, &format!("channel-{}", it.channel))]),
            fact(
                voice,
                "key-forwarded",
                it.forwarded
                    .iter()
                    .filter_map(|it| press.data.organization(it))
                    .map(|it| Value { words: voice.organization(Some(it)), ..Value::default() })
                    .collect(),
            ),
        ],
        Details::Alert(it) => {
            let gate = it.gate.as_ref().and_then(|it| press.data.gate(&it.value));
            let opposite = gate.map(|it| localised(voice, &it.opposite)).unwrap_or_default();
            vec![fact(voice, "key-opposite", opposite)]
        }
        Details::Page(_) => Vec::new(),
    };
    let topic = |id: &Spanned<String>| {
        let topic = press.project.topics.iter().find(|it| it.id == id.value)?;
        let filter = routes::Filter::Topic(id.value.clone());
        let list = routes::List { section: item.section().to_owned(), filter };
        let href = press
            .catalogue
            .routes
            .lists
            .contains_key(&list)
            .then(|| press.href(&routes::list(&press.project, voice.language, &list, 1)));
        Some(Value { words: voice.words(&topic.name), href, ..Value::default() })
    };
    facts.push(fact(voice, "key-topics", item.meta.topics.iter().filter_map(topic).collect()));
    // Those of a page stand in its box.
    if !matches!(item.meta.details, Details::Page(_)) {
        facts.extend(own(voice, words));
    }
    facts.into_iter().flatten().collect()
}

fn paper(press: &Press, voice: &Voice<'_>, it: &Paper) -> Vec<Option<Fact>> {
    let kind = it.kind.as_ref().map(|it| message(voice, &format!("doctype-{}", it.value)));
    let issued = it.issued.as_ref().map(|it| time(voice, voice.day(it.value)));
    let signer = it.signer.as_ref().map(|it| {
        let signer = &it.value;
        let authority = if signer.authority == "none" {
            String::new()
        } else {
            format!("{}. ", signer.authority)
        };
        let name = signer.name.as_ref().map(|it| format!(": {it}")).unwrap_or_default();
        let role = signer.role.to_lowercase();
        let is_head = |it: &&crate::data::Unit| {
            it.head_role.get(Language::Vi).is_some_and(|it| it.to_lowercase() == role)
        };
        let translated = press.data.units.iter().find(is_head).map(|it| voice.words(&it.head_role));
        // Other languages have the office in their own words, then as the paper has it.
        let translated =
            translated.filter(|it| voice.language != Language::Vi && it.lang.is_none());
        let printed = Value {
            words: voice.in_language(Language::Vi, &format!("{authority}{}{name}", signer.role)),
            ..Value::default()
        };
        let translated = translated.map(|words| Value { words, ..Value::default() });
        translated.into_iter().chain([printed]).collect::<Vec<_>>()
    });
    let recipient = |it: &Spanned<String>| match it.value.as_str() {
        "site" => message(voice, "recipient-site"),
        id => match (press.data.organization(id), press.data.unit(id)) {
            (Some(it), _) => Value { words: voice.organization(Some(it)), ..Value::default() },
            (_, Some(it)) => Value { words: voice.unit(it), ..Value::default() },
            _ => text(voice, id),
        },
    };
    vec![
        fact(voice, "key-type", kind.into_iter().collect()),
        fact(voice, "key-number", number(voice, it.number.as_ref())),
        fact(voice, "key-issuer", organization(press, voice, it.issuer.as_ref())),
        fact(voice, "key-issued", issued.into_iter().collect()),
        fact(voice, "key-effective", date(voice, it.effective.as_ref())),
        fact(voice, "key-expires", date(voice, it.expires.as_ref())),
        fact(voice, "key-signer", signer.unwrap_or_default()),
        fact(voice, "key-recipients", it.recipients.iter().map(recipient).collect()),
    ]
}

fn procedure(press: &Press, voice: &Voice<'_>, it: &Procedure) -> Vec<Option<Fact>> {
    vec![
        fact(voice, "key-code", number(voice, it.code.as_ref())),
        fact(voice, "key-authority", organization(press, voice, it.authority.as_ref())),
        fact(voice, "key-sets", vec![text(voice, numbers::integer(voice.language, it.sets))]),
        fact(voice, "online-level", vec![message(voice, &format!("online-{}", it.level))]),
    ]
}

/// Effects and relations with their days, both ways.
pub(super) fn relations(press: &Press, voice: &Voice<'_>, item: &Item) -> Vec<Fact> {
    let it = &item.relations;
    let items = |list: &[crate::catalogue::ItemIndex]| {
        list.iter().map(|it| item_value(press, voice, *it)).collect::<Vec<_>>()
    };
    let basis =
        |list: &[Basis]| list.iter().map(|it| basis_value(press, voice, it)).collect::<Vec<_>>();
    let is_question = matches!(item.meta.details, Details::Question(_));
    let questions = if is_question { "key-procedures" } else { "key-questions" };
    let decision: Vec<_> = it.decision.iter().cloned().collect();
    let others = [&it.replaced_by, &it.repealed_by, &it.amended_by, &it.replaces, &it.repeals];
    let others = others.into_iter().chain([&it.amends, &it.basis_of, &it.questions]);
    let others: BTreeSet<_> = others.flatten().copied().collect();
    // What was said of it above is not said again.
    let related: Vec<_> = it.related.iter().filter(|it| !others.contains(it)).copied().collect();
    let grounds = it.basis.iter().chain(&decision).filter_map(|it| match it {
        Basis::Item(it) => Some(it),
        Basis::Instrument(_) => None,
    });
    let listed = others.iter().chain(&related).chain(grounds).copied().collect();
    let facts = [
        fact(voice, "replaced-by", items(&it.replaced_by)),
        fact(voice, "repealed-by", items(&it.repealed_by)),
        fact(voice, "amended-by", items(&it.amended_by)),
        fact(voice, "key-replaces", items(&it.replaces)),
        fact(voice, "key-repeals", items(&it.repeals)),
        fact(voice, "key-amends", items(&it.amends)),
        fact(voice, "key-basis", basis(&it.basis)),
        fact(voice, "key-decision", basis(&decision)),
        fact(voice, "basis-of", items(&it.basis_of)),
        fact(voice, questions, items(&it.questions)),
        fact(voice, "key-related", items(&related)),
        fact(voice, "mentions-ended", items(&mentions(press, voice, item, &listed))),
    ];
    facts.into_iter().flatten().collect()
}

/// Sealed documents that the text leads to and that are not in force, but for those listed: no word
/// may be added to a text that is sealed, and every page that mentions one says what it is
/// (verification.md §8.4).
fn mentions(
    press: &Press,
    voice: &Voice<'_>,
    item: &Item,
    listed: &BTreeSet<ItemIndex>,
) -> Vec<ItemIndex> {
    let text = item.published(voice.language).text;
    let named = text.outline.links.iter().filter_map(|it| {
        let name = it.destination.strip_prefix("@/")?;
        let name = name.split_once('#').map_or(name, |it| it.0);
        press.catalogue.find(name.trim_end_matches('/'))
    });
    let is_told = |it: &ItemIndex| {
        let other = press.catalogue.item(*it);
        !listed.contains(it) && super::caution(voice, other).is_some()
    };
    let named: BTreeSet<_> = named.filter(is_told).collect();
    named.into_iter().collect()
}
