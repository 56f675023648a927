//! The words of one language, as pages need them.

use crate::catalogue::status::Status;
use crate::data::{Organization, Unit};
use crate::date::{Date, Day};
use crate::language::messages::{Arg, Args, Messages};
use crate::language::{Language, Text, numbers};
use crate::render::Press;
use crate::render::context::{Chip, Moment, Tongue, Words};

/// Speaks one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Voice<'a> {
    pub(super) messages: &'a Messages,
    pub(super) language: Language,
}

impl Voice<'_> {
    /// A message without arguments.
    pub(super) fn say(&self, id: &str) -> String {
        self.messages.text(id, &Args::new())
    }

    /// A message with arguments that are texts.
    pub(super) fn say_with(&self, id: &str, arguments: &[(&str, &str)]) -> String {
        let text =
            |(name, value): &(&str, &str)| ((*name).to_owned(), Arg::Text((*value).to_owned()));
        self.messages.text(id, &arguments.iter().map(text).collect())
    }

    /// A message about a number.
    pub(super) fn say_count(&self, id: &str, n: i64) -> String {
        self.messages.text(id, &Args::from([("n".to_owned(), Arg::Number(n))]))
    }

    /// A text in this language, or in the nearest one with its tag.
    pub(super) fn words(&self, text: &Text) -> Words {
        let (language, words) = text.answer(self.language);
        self.in_language(language, words)
    }

    /// Words of a language, tagged if it is not this one.
    pub(super) fn in_language(&self, language: Language, text: &str) -> Words {
        let lang = (language != self.language).then(|| language.tag());
        Words { text: text.to_owned(), lang }
    }

    /// Words of this language.
    pub(super) fn own(&self, text: impl Into<String>) -> Words {
        Words { text: text.into(), lang: None }
    }

    /// The language itself, by its own name.
    pub(super) fn tongue(&self) -> Tongue {
        let name = self.say("language-own-name");
        Tongue { tag: self.language.tag(), name, short: self.say("language-short-name") }
    }

    /// A day.
    pub(super) fn date(&self, date: Date) -> Moment {
        Moment { machine: date.to_string(), words: numbers::date(self.language, date) }
    }

    /// A day or a month.
    pub(super) fn day(&self, day: Day) -> Moment {
        Moment { machine: day.to_string(), words: numbers::day(self.language, day) }
    }

    /// A moment.
    pub(super) fn moment(&self, moment: crate::date::Moment) -> Moment {
        Moment { machine: moment.to_string(), words: numbers::moment(self.language, moment) }
    }

    /// A day as it stands in tables.
    pub(super) fn short_date(&self, date: Date) -> Moment {
        Moment { machine: date.to_string(), words: numbers::short_date(self.language, date) }
    }

    /// A day or a month as it stands in tables.
    pub(super) fn short_day(&self, day: Day) -> Moment {
        match day {
            Day::Known(it) => self.short_date(it),
            Day::Month(_) => self.day(day),
        }
    }

    /// A moment as it stands in tables.
    pub(super) fn short_moment(&self, moment: crate::date::Moment) -> Moment {
        Moment { machine: moment.to_string(), words: numbers::short_moment(self.language, moment) }
    }

    /// A status.
    pub(super) fn chip(&self, status: Status) -> Option<Chip> {
        let words = || self.say(&format!("status-{}", status.word()));
        (status != Status::None).then(|| Chip {
            status: status.word(),
            words: words(),
            state: None,
        })
    }

    /// An organisation's name.
    pub(super) fn organization(&self, it: Option<&Organization>) -> Words {
        it.map(|it| self.words(&it.name)).unwrap_or_default()
    }

    /// The office's name, without its language.
    pub(super) fn office<'p>(&self, press: &'p Press) -> &'p str {
        let office = press.data.organization(&press.project.office.organization);
        office.map_or("", |it| it.name.answer(self.language).1)
    }

    /// A unit's name.
    pub(super) fn unit(&self, it: &Unit) -> Words {
        self.words(&it.name)
    }
}
