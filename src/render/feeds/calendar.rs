//! The days of programmes, events and consultations as a calendar (RFC 5545).

use crate::catalogue::{Item, routes};
use crate::date::{Date, Moment};
use crate::document::meta::{Details, Programme};
use crate::language::Language;
use crate::render::feeds::{LENGTH, marked, published};
use crate::render::{Press, item};

/// How many bytes a line has at most, without its end.
const LINE: usize = 75;

/// The zone of all times of day: Viet Nam has had no other offset since 1975.
const ZONE: &str = "BEGIN:VTIMEZONE\r\nTZID:Asia/Ho_Chi_Minh\r\nBEGIN:STANDARD\r\n\
    DTSTART:19700101T000000\r\nTZOFFSETFROM:+0700\r\nTZOFFSETTO:+0700\r\nTZNAME:+07\r\n\
    END:STANDARD\r\nEND:VTIMEZONE\r\n";

/// The calendar of a language.
pub(in crate::render) fn file(press: &Press, language: Language) -> String {
    let name = marked(press.project.specimen, press.voice(language).office(press));
    let mut lines = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    text(
        &mut lines,
        "PRODID",
        &format!("-//{}//condau//{}", press.project.host(), language.code()),
    );
    lines.push_str("CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n");
    text(&mut lines, "NAME", &name);
    text(&mut lines, "X-WR-CALNAME", &name);
    lines.push_str("REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n");
    lines.push_str(ZONE);
    let programme = |it: &'_ Item| match &it.meta.details {
        Details::Programme(programme) => Some(span(programme)?),
        _ => None,
    };
    let mut dated: Vec<_> = press
        .catalogue
        .items()
        .filter_map(|(index, it)| Some((std::cmp::Reverse(published(it)?), index, programme(it)?)))
        .collect();
    dated.sort_unstable_by_key(|(published, index, _)| (*published, *index));
    for (_, index, when) in dated.into_iter().take(LENGTH) {
        event(press, language, press.catalogue.item(index), when, &mut lines);
    }
    lines.push_str("END:VCALENDAR\r\n");
    lines
}

/// When something is: whole days, or from one time of day to another.
#[derive(Debug, Clone, Copy)]
enum When {
    /// The first and the last day.
    Days(Date, Date),
    /// The beginning and the end.
    Times(Moment, Option<Moment>),
}

/// When a programme is; none for a notice without days.
fn span(it: &Programme) -> Option<When> {
    if let Some(from) = &it.from {
        return Some(When::Times(from.value, it.to.as_ref().map(|it| it.value)));
    }
    let (opens, closes) = (it.opens.as_ref(), it.closes.as_ref());
    let first = opens.or(closes)?.value;
    let last = closes.or(opens)?.value;
    Some(When::Days(first, last.max(first)))
}

fn event(press: &Press, language: Language, it: &Item, when: When, lines: &mut String) {
    let voice = press.voice(language);
    let words = it.published(language).words.unwrap_or(it.source_text());
    let specimen = press.project.specimen || it.meta.specimen;
    lines.push_str("BEGIN:VEVENT\r\n");
    text(lines, "UID", &format!("{}/{}@{}", it.name, language.code(), press.project.host()));
    if let Some(changed) = it.changed() {
        line(lines, &format!("DTSTAMP:{}T000000Z", compact(changed)));
    }
    match when {
        When::Days(first, last) => {
            line(lines, &format!("DTSTART;VALUE=DATE:{}", compact(first)));
            line(lines, &format!("DTEND;VALUE=DATE:{}", compact(last.next())));
            lines.push_str("TRANSP:TRANSPARENT\r\n");
        }
        When::Times(from, to) => {
            line(lines, &format!("DTSTART;{}", local(from)));
            if let Some(to) = to {
                line(lines, &format!("DTEND;{}", local(to)));
            }
        }
    }
    text(lines, "SUMMARY", &marked(specimen, &item::title(press, &voice, it).text));
    text(lines, "DESCRIPTION", &item::summary(press, &voice, it, words).text);
    if let Details::Programme(programme) = &it.meta.details {
        text(lines, "LOCATION", programme.place.answer(language).1);
        if let Some(kind) = &programme.kind {
            text(lines, "CATEGORIES", &voice.say(&format!("programme-{}", kind.value)));
        }
    }
    let url = press.url(&routes::item(&press.project, language, it));
    line(lines, &format!("URL:{url}"));
    lines.push_str("END:VEVENT\r\n");
}

fn compact(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// A moment in the time of Viet Nam.
fn local(it: Moment) -> String {
    let seconds = (it.unix_seconds() + 7 * 3600).rem_euclid(86_400);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("TZID=Asia/Ho_Chi_Minh:{}T{hour:02}{minute:02}{second:02}", compact(it.day()))
}

/// A property whose value is a text; nothing where there is none.
pub(super) fn text(lines: &mut String, name: &str, value: &str) {
    if value.is_empty() {
        return;
    }
    let mut escaped = format!("{name}:");
    for letter in value.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            '\r' => {}
            _ => escaped.push(letter),
        }
    }
    line(lines, &escaped);
}

/// A line, folded so that no part is longer than 75 bytes and no character is cut.
pub(super) fn line(lines: &mut String, mut rest: &str) {
    let mut room = LINE;
    while rest.len() > room {
        let mut at = room;
        while !rest.is_char_boundary(at) {
            at -= 1;
        }
        lines.push_str(&rest[..at]);
        lines.push_str("\r\n ");
        rest = &rest[at..];
        // The space that begins a folded line counts.
        room = LINE - 1;
    }
    lines.push_str(rest);
    lines.push_str("\r\n");
}
