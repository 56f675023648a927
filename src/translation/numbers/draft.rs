//! A number on the way to its token: what it says, and what else the same may be called.

use std::ops::Range;

use crate::translation::numbers::Kind;
use crate::translation::numbers::decimal::Decimal;

/// What is known of a number that was read. Its places are those of [`super::letters::Letters`].
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) kind: Kind,
    pub(super) canonical: String,
    /// What another language may say for it.
    pub(super) others: Vec<String>,
    /// Numbers that say the same together.
    pub(super) pieces: Vec<String>,
    pub(super) range: Range<usize>,
    /// What was counted, if anything was.
    pub(super) measure: Option<(Decimal, Unit)>,
}

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Nothing that is known.
    Plain,
    /// Thousands and their like, by their power of ten.
    Scale(u32),
    /// Money: the currency, and the power of ten.
    Money(&'static str, u32),
    Percent,
    Time {
        minute: u32,
        half: Half,
    },
}

/// Which half of the day a time belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    Unsaid,
    Morning,
    Noon,
    Afternoon,
    Night,
}

impl Draft {
    pub(super) fn new(kind: Kind, canonical: String, range: Range<usize>) -> Self {
        Self { kind, canonical, others: Vec::new(), pieces: Vec::new(), range, measure: None }
    }

    pub(super) fn number(value: Decimal, range: Range<usize>) -> Self {
        let measure = Some((value, Unit::Plain));
        Self { measure, ..Self::new(Kind::Number, value.write(), range) }
    }

    pub(super) fn amount(
        value: Decimal,
        currency: &'static str,
        power: u32,
        range: Range<usize>,
    ) -> Self {
        let measure = Some((value, Unit::Money(currency, power)));
        let canonical = format!("{currency} {}", value.write());
        // The currency may stand in the head of a table.
        Self { measure, ..Self::new(Kind::Amount, canonical, range) }.or(value.write())
    }

    pub(super) fn percent(value: Decimal, range: Range<usize>) -> Self {
        let measure = Some((value, Unit::Percent));
        let canonical = format!("{}%", value.write());
        Self { measure, ..Self::new(Kind::Percent, canonical, range) }.or(value.write())
    }

    /// A time of day; nothing for hours and minutes that no clock shows.
    pub(super) fn time(hour: u32, minute: u32, half: Half, range: Range<usize>) -> Option<Self> {
        let of_day = match (half, hour) {
            (Half::Afternoon, 1..=11) | (Half::Noon, 1..=3) | (Half::Night, 7..=11) => hour + 12,
            (Half::Morning | Half::Night, 12) => 0,
            _ => hour,
        };
        if of_day > 24 || minute > 59 {
            return None;
        }
        let value = Decimal::whole(u128::from(hour));
        let measure = Some((value, Unit::Time { minute, half }));
        let draft = Self { measure, ..Self::new(Kind::Time, clock(of_day, minute), range) };
        Some(match (of_day, minute) {
            (0, 0) => draft.or(clock(24, 0)),
            (24, 0) => draft.or(clock(0, 0)),
            (_, 0) if hour == of_day => draft.or(hour.to_string()),
            _ => draft,
        })
    }

    /// The same, said in another way.
    pub(super) fn or(mut self, other: String) -> Self {
        if other != self.canonical && !self.others.contains(&other) {
            self.others.push(other);
        }
        self
    }

    /// The same as these numbers together.
    pub(super) fn of(mut self, pieces: [u32; 2]) -> Self {
        self.pieces = pieces.iter().map(u32::to_string).collect();
        self
    }
}

/// A time of day as it is compared.
pub(super) fn clock(hour: u32, minute: u32) -> String {
    format!("{hour:02}:{minute:02}")
}

/// Year, month and day; what was not said is 0.
#[derive(Debug, Clone, Copy)]
pub(super) struct When {
    pub(super) year: u32,
    pub(super) month: u32,
    pub(super) day: u32,
}

impl When {
    pub(super) fn is_day(self) -> bool {
        let last = match self.month {
            2 => 29,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        (1..=12).contains(&self.month) && (1..=last).contains(&self.day)
    }

    pub(super) fn is_month(self) -> bool {
        (1..=12).contains(&self.month) && (1900..2200).contains(&self.year)
    }

    pub(super) fn is_date(self) -> bool {
        self.is_day() && self.is_month()
    }

    /// A date, day or month. In a row of days, month and year are said once, in Vietnamese and
    /// English with the last one, in Chinese with the first: each may be said in short.
    pub(super) fn draft(self, range: Range<usize>) -> Draft {
        let Self { year, month, day } = self;
        let of_year = format!("--{month:02}-{day:02}");
        match (year, day) {
            (_, 0) => Draft::new(Kind::Month, format!("{year:04}-{month:02}"), range)
                .or(month.to_string()),
            (0, _) => Draft::new(Kind::Day, of_year, range).or(day.to_string()),
            _ => Draft::new(Kind::Date, format!("{year:04}{}", &of_year[1..]), range)
                .or(of_year)
                .or(day.to_string()),
        }
    }
}
