//! What only one kind of item shows, besides facts: whom to call, how to join, when an answer is due.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::catalogue::Item;
use crate::catalogue::routes;
use crate::catalogue::status::Status;
use crate::date::{Date, Limit, TABLE_DAYS, WorkingDays};
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::document::meta::{Details, Fee, Procedure, Programme};
use crate::language::{Language, numbers};
use crate::render::Press;
use crate::render::context::{Link, Moment};
use crate::render::data::Contact;
use crate::render::item::facts::has_result;
use crate::render::item::{forms, section_link, title};
use crate::render::voice::Voice;

type Html = Result<String, Box<Diagnostic>>;

fn part<T: Serialize>(press: &Press, language: Language, template: &str, of: &T) -> Html {
    press.part_of(language, template, &[("of", tera::Value::from_serializable(of))])
}

/// What stands in the box of key facts, as HTML.
pub(super) fn key_part(press: &Press, voice: &Voice<'_>, item: &Item, text: &Document) -> Html {
    match &item.meta.details {
        Details::Procedure(_) => {
            part(press, voice.language, "part-charge.html", &Contact::of(press, voice))
        }
        Details::Programme(_) if matches!(item.status, Status::Open | Status::Upcoming) => {
            let join = Join {
                how: section_link(voice, item, text, "how"),
                calendar: press.href(&routes::calendar(voice.language)),
            };
            part(press, voice.language, "part-join.html", &join)
        }
        _ => Ok(String::new()),
    }
}

/// How to take part in a programme.
#[derive(Serialize)]
struct Join {
    how: Option<Link>,
    calendar: String,
}

/// What stands after the text, as HTML.
pub(super) fn parts(
    press: &Press,
    voice: &Voice<'_>,
    item: &Item,
) -> Result<Vec<String>, Box<Diagnostic>> {
    let mut parts = Vec::new();
    match &item.meta.details {
        Details::Procedure(it) => {
            let forms = forms(press, voice, item);
            if !forms.is_empty() {
                parts.push(part(press, voice.language, "part-forms.html", &forms)?);
            }
            if let Some(it) = deadlines(press, voice, item, it) {
                parts.push(part(press, voice.language, "part-deadlines.html", &it)?);
            }
        }
        Details::Programme(it) if !it.channels.is_empty() => {
            let channels = channels(voice, it);
            parts.push(part(press, voice.language, "part-channels.html", &channels)?);
        }
        Details::Page(_) if item.meta.fulfils.iter().any(|it| it.value == "feedback") => {
            if let Some(form) = form(press, voice, item) {
                parts.push(part(press, voice.language, "part-form.html", &form)?);
            }
        }
        _ => {}
    }
    Ok(parts)
}

/// A form that another server takes: what is said beside its button tells who keeps what is sent, for
/// what and how long (content.md §8).
#[derive(Serialize)]
struct Form {
    endpoint: String,
    page: String,
    language: &'static str,
    notice: String,
    privacy: Option<Link>,
}

fn form(press: &Press, voice: &Voice<'_>, item: &Item) -> Option<Form> {
    let forms = &press.project.forms;
    if forms.endpoint.is_empty() {
        return None;
    }
    let page = forms.privacy_page.as_ref().and_then(|it| press.catalogue.find(&it.value));
    let privacy = page.map(|it| {
        let item = press.catalogue.item(it);
        Link {
            href: press.href(&routes::item(&press.project, voice.language, item)),
            title: title(press, voice, item),
        }
    });
    let months = voice.say_count("months", forms.retention_months);
    let words = [("office", voice.office(press)), ("months", &months)];
    Some(Form {
        endpoint: forms.endpoint.clone(),
        page: press.url(&routes::item(&press.project, voice.language, item)),
        language: voice.language.code(),
        notice: voice.say_with("form-notice-words", &words),
        privacy,
    })
}

/// One way by which people were told, and when: the proof that all were told alike.
#[derive(Serialize)]
struct Told {
    channel: String,
    at: Moment,
}

fn channels(voice: &Voice<'_>, it: &Programme) -> Vec<Told> {
    let told = |(channel, at): &(String, crate::date::Moment)| Told {
        channel: voice.say(&format!("channel-{channel}")),
        at: voice.moment(*at),
    };
    it.channels.iter().map(|it| told(&it.value)).collect()
}

/// When an answer is due, by the day of filing.
#[derive(Serialize)]
struct Deadlines {
    /// The first row as a sentence.
    first: String,
    rows: Vec<Deadline>,
    /// How days and hours are counted.
    notes: Vec<String>,
    /// The page that shows the days off, if there is one.
    holidays: Option<String>,
}

#[derive(Serialize)]
struct Deadline {
    filed: Moment,
    due: Moment,
}

fn deadlines(press: &Press, voice: &Voice<'_>, item: &Item, it: &Procedure) -> Option<Deadlines> {
    if item.status.is_withdrawn() {
        return None;
    }
    let (value, unit) = it.time_limit.as_ref()?;
    let limit = Limit::of(*value, unit)?;
    let calendar = &press.data.working_days;
    let rows = calendar.due(press.as_of(), TABLE_DAYS, limit);
    let (filed, due) = *rows.first()?;
    let short = |it: Date| voice.short_date(it);
    let first = voice
        .say_with("deadlines-first", &[("filed", &short(filed).words), ("due", &short(due).words)]);
    let mut notes = vec![voice.say("deadlines-note")];
    if matches!(limit, Limit::Hours(_)) {
        notes.push(voice.say("deadlines-hours"));
    }
    let unknown = unknown_years(calendar, &rows);
    notes.extend(unknown.iter().map(|it| voice.say_with("deadlines-year", &[("year", it)])));
    let holidays = press.holidays.map(|it| {
        let page = press.catalogue.item(it);
        let address = routes::item(&press.project, voice.language, page);
        format!("{}#page_holidays", press.href(&address))
    });
    let row = |(filed, due): &(Date, Date)| Deadline { filed: short(*filed), due: short(*due) };
    Some(Deadlines { first, rows: rows.iter().map(row).collect(), notes, holidays })
}

/// The years of deadlines of which no holiday is known.
fn unknown_years(calendar: &WorkingDays, rows: &[(Date, Date)]) -> Vec<String> {
    let years: BTreeSet<_> = rows.iter().flat_map(|(a, b)| [a.year(), b.year()]).collect();
    years.into_iter().filter(|it| !calendar.knows(*it)).map(|it| it.to_string()).collect()
}

/// What lists say of an item's time instead of its day; none where the day says it. It stands after
/// the words of the status and does not repeat them.
pub(in crate::render) fn entry_note(
    press: &Press,
    voice: &Voice<'_>,
    item: &Item,
) -> Option<String> {
    let date = |it: Date| voice.short_date(it).words;
    match &item.meta.details {
        Details::Programme(it) => programme_note(voice, item, it),
        Details::Alert(it) => {
            let gate = press.data.gate(&it.gate.as_ref()?.value)?;
            let gate = voice.words(&gate.name).text;
            let is_said = title(press, voice, item).text.contains(&gate);
            let gate = if is_said { "none" } else { gate.as_str() };
            let to = voice.short_moment(it.to.as_ref()?.value).words;
            let id = if item.status == Status::Over { "entry-alert-over" } else { "entry-alert" };
            Some(voice.say_with(id, &[("gate", gate), ("date", &to)]))
        }
        Details::Procedure(it) if !item.status.is_withdrawn() => {
            let (n, unit) = it.time_limit.as_ref()?;
            let time = voice.say_count(&format!("time-{unit}"), *n);
            let (id, fee) = cost(press, voice, it);
            Some(voice.say_with(id, &[("time", &time), ("fee", &fee)]))
        }
        Details::Procedure(it) => {
            let since = date(it.withdrawn.as_ref()?.value);
            Some(voice.say_with("entry-withdrawn", &[("date", &since)]))
        }
        Details::Mou(it) => {
            // What is over is not said to last; the chip says why, the end says since when.
            let signed = date(it.signed.as_ref()?.value);
            let end = it.terminated.as_ref().or(it.expires.as_ref()).map(|it| it.value);
            let id = match (item.status, end) {
                (Status::Terminated | Status::Expired, Some(_)) => "entry-agreed-over",
                (_, Some(end)) if end < press.as_of() => "entry-agreed-renewed",
                (_, Some(_)) => "entry-agreed-until",
                (_, None) => "entry-agreed",
            };
            let end = end.map(date).unwrap_or_default();
            Some(voice.say_with(id, &[("signed", &signed), ("end", &end)]))
        }
        Details::Question(it) => {
            let (id, day) = match item.status {
                Status::Answered => ("entry-answered", it.answered.as_ref()?.value),
                _ => ("entry-waiting", it.asked.as_ref()?.value),
            };
            Some(voice.say_with(id, &[("date", &date(day))]))
        }
        _ => None,
    }
}

/// What a procedure costs, as a message and its amount. Of several fees a list names the least: one
/// applicant pays one of them, another pays several, and which is told on the page.
fn cost(press: &Press, voice: &Voice<'_>, it: &Procedure) -> (&'static str, String) {
    let fees: Option<Vec<_>> = it.fees.iter().map(|it| amount(press, &it.value)).collect();
    let money =
        |(amount, currency): &(i64, &str)| numbers::money(voice.language, *amount, currency);
    match fees.as_deref() {
        None if it.fees.len() > 1 => ("entry-limit-fee-varies", String::new()),
        None | Some([]) => ("entry-limit", String::new()),
        Some(fees) if fees.iter().all(|(amount, _)| *amount == 0) => {
            ("entry-limit-free", String::new())
        }
        Some([fee]) => ("entry-limit-fee", money(fee)),
        Some([first, rest @ ..]) => match rest.iter().chain([first]).min() {
            Some(least) if least.0 > 0 && rest.iter().all(|(_, it)| *it == first.1) => {
                ("entry-limit-fee", voice.say_with("fee-from", &[("fee", &money(least))]))
            }
            _ => ("entry-limit-fee-varies", String::new()),
        },
    }
}

/// A fee with its currency; none where no price is in force.
fn amount<'a>(press: &'a Press, fee: &Fee) -> Option<(i64, &'a str)> {
    match fee {
        Fee::Amount(amount) => Some((*amount, "VND")),
        Fee::Price(id) => {
            let price = press.data.price(id, press.as_of())?;
            Some((price.amount, &price.currency))
        }
    }
}

fn programme_note(voice: &Voice<'_>, item: &Item, it: &Programme) -> Option<String> {
    let say = |id: &str, day: Date| voice.say_with(id, &[("date", &voice.short_date(day).words)]);
    let kind = it.kind.as_ref().map_or("programme", |it| &it.value);
    match (item.status, kind) {
        (Status::Over, _) if has_result(item, it) => Some(say("entry-ended", it.last_day()?)),
        (Status::Over, _) => Some(say("entry-ended-without-result", it.last_day()?)),
        (Status::Open | Status::Upcoming, "event") => {
            let from = voice.short_moment(it.from.as_ref()?.value).words;
            Some(voice.say_with("entry-event", &[("date", &from)]))
        }
        (Status::Upcoming, _) => {
            let day = |it: Date| voice.short_date(it).words;
            let (from, to) = (day(it.first_day()?), day(it.last_day()?));
            Some(voice.say_with("entry-opens", &[("from", &from), ("to", &to)]))
        }
        (Status::Open, "consultation") => Some(say("entry-comments", it.last_day()?)),
        (Status::Open, _) => Some(say("entry-registers", it.last_day()?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_without_holidays_is_named() {
        let day = |it: &str| Date::parse(it).expect("a day");
        let calendar =
            WorkingDays { holidays: [day("2026-01-01")].into(), ..WorkingDays::default() };
        let rows = calendar.due(day("2026-12-29"), 4, Limit::WorkingDays(2));
        assert_eq!(rows.first(), Some(&(day("2026-12-29"), day("2026-12-31"))));
        assert_eq!(unknown_years(&calendar, &rows), ["2027"]);
    }
}
