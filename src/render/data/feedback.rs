//! The log of what people said: figures by year, then every entry, the newest first.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::data::Feedback;
use crate::date::{Date, WorkingDays};
use crate::language::numbers;
use crate::render::Press;
use crate::render::context::{Chip, Moment, Words};
use crate::render::item::late;
use crate::render::voice::Voice;

/// What the template sees.
#[derive(Serialize)]
pub(super) struct Log {
    /// The heading of the answers within the target, which names it.
    in_time_words: String,
    years: Vec<Line>,
    entries: Vec<Entry>,
}

#[derive(Serialize)]
struct Line {
    year: String,
    received: String,
    answered: String,
    in_time: String,
    /// The part of those answered that was answered in time.
    percent: String,
    late: String,
    waiting: String,
}

#[derive(Serialize)]
struct Entry {
    reference: String,
    received: Moment,
    topic: Words,
    channel: String,
    answered: Option<Moment>,
    /// After how many working days, or for how many it has been waiting.
    days: String,
    /// The mark of a late answer.
    late: Option<Chip>,
    outcome: Words,
}

pub(super) fn table(press: &Press, voice: &Voice<'_>) -> Log {
    let target = press.project.targets.answer_days;
    let day = press.as_of();
    let entries = newest(&press.data.feedback, day);
    let count = |it: usize| numbers::integer(voice.language, i64::try_from(it).unwrap_or(0));
    let year = |(year, it): (i32, Figures)| Line {
        year: year.to_string(),
        received: count(it.received),
        answered: count(it.answered()),
        in_time: count(it.in_time),
        percent: match it.answered() {
            0 => String::new(),
            all => numbers::percent(it.in_time, all),
        },
        late: count(it.late),
        waiting: count(it.received - it.answered()),
    };
    let figures = figures(&entries, &press.data.working_days, target);
    Log {
        in_time_words: voice.say_count("log-in-time", target),
        years: figures.into_iter().rev().map(year).collect(),
        entries: entries.iter().map(|it| entry(press, voice, it)).collect(),
    }
}

/// An entry as it stood on a day: what came later is not known.
struct Known<'a> {
    row: &'a Feedback,
    answered: Option<Date>,
}

/// The entries that had come by a day, the newest first, equal days by reference.
fn newest(rows: &[Feedback], day: Date) -> Vec<Known<'_>> {
    let known = |row| {
        let it: &Feedback = row;
        Known { row: it, answered: it.answered.as_ref().map(|it| it.value).filter(|it| *it <= day) }
    };
    let mut known: Vec<_> = rows.iter().filter(|it| it.received <= day).map(known).collect();
    known.sort_by_key(|it| (Reverse(it.row.received), Reverse(&it.row.reference.value)));
    known
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Figures {
    received: usize,
    in_time: usize,
    late: usize,
}

impl Figures {
    fn answered(&self) -> usize {
        self.in_time + self.late
    }
}

/// The figures by the year in which entries came.
fn figures(entries: &[Known<'_>], days: &WorkingDays, target: i64) -> BTreeMap<i32, Figures> {
    let mut years = BTreeMap::<i32, Figures>::new();
    for it in entries {
        let figures = years.entry(it.row.received.year()).or_default();
        figures.received += 1;
        match it.answered.map(|answered| days.between(it.row.received, answered)) {
            Some(n) if n <= target => figures.in_time += 1,
            Some(_) => figures.late += 1,
            None => {}
        }
    }
    years
}

fn entry(press: &Press, voice: &Voice<'_>, it: &Known<'_>) -> Entry {
    let row = it.row;
    let n = press.data.working_days.between(row.received, it.answered.unwrap_or(press.as_of()));
    let message = if it.answered.is_some() { "log-days" } else { "log-waiting-days" };
    let topic = press.project.topics.iter().find(|it| it.id == row.topic);
    Entry {
        reference: row.reference.value.clone(),
        received: voice.short_date(row.received),
        topic: topic.map(|it| voice.words(&it.name)).unwrap_or_default(),
        channel: voice.say(&format!("channel-{}", row.channel)),
        answered: it.answered.map(|it| voice.short_date(it)),
        days: voice.say_count(message, n),
        late: it.answered.and_then(|it| late(press, voice, row.received, it)),
        outcome: voice.words(&row.outcome),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{FileId, Span, Spanned};
    use crate::language::Text;

    fn day(text: &str) -> Date {
        Date::parse(text).expect("a day")
    }

    fn row(reference: &str, received: &str, answered: Option<&str>) -> Feedback {
        let span = Span::start_of(FileId(0));
        Feedback {
            reference: Spanned { value: reference.to_owned(), span },
            received: day(received),
            channel: "email".to_owned(),
            topic: "trade".to_owned(),
            owner: "van-phong".to_owned(),
            answered: answered.map(|it| Spanned { value: day(it), span }),
            outcome: Text::default(),
        }
    }

    #[test]
    fn newest_first_and_nothing_from_the_future() {
        let rows = [
            row("PA-1", "2026-04-01", Some("2026-04-03")),
            row("PA-2", "2026-04-02", Some("2026-05-05")),
            row("PA-3", "2026-04-02", None),
            row("PA-4", "2026-05-06", None),
        ];
        let known = newest(&rows, day("2026-05-04"));
        let references: Vec<_> = known.iter().map(|it| it.row.reference.value.as_str()).collect();
        assert_eq!(references, ["PA-3", "PA-2", "PA-1"]);
        assert_eq!(known[1].answered, None);
    }

    #[test]
    fn figures_by_year() {
        let rows = [
            row("a", "2025-12-31", Some("2026-01-05")),
            row("b", "2026-03-02", Some("2026-03-09")),
            row("c", "2026-03-02", Some("2026-03-10")),
            row("d", "2026-03-02", None),
        ];
        let entries = newest(&rows, day("2026-05-04"));
        let figures = figures(&entries, &WorkingDays::default(), 5);
        assert_eq!(figures[&2025], Figures { received: 1, in_time: 1, late: 0 });
        assert_eq!(figures[&2026], Figures { received: 3, in_time: 1, late: 1 });
    }
}
