//! Days, months and moments as documents use them, and the arithmetic of deadlines.

use std::{collections::BTreeSet, fmt};

use serde::{Serialize, Serializer, ser::SerializeMap};

/// A calendar day of the proleptic Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// 1 January 1970.
    pub const EPOCH: Self = Self(jiff::civil::date(1970, 1, 1));

    /// The day, if it exists.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let (year, month, day) =
            (i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        jiff::civil::Date::new(year, month, day).ok().map(Self)
    }

    /// Reads `YYYY-MM-DD`, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let digits = |it: &str| it.bytes().all(|b| b.is_ascii_digit()).then(|| it.parse().ok())?;
        Self::new(
            i32::try_from(digits(&text[..4])?).ok()?,
            digits(&text[5..7])?,
            digits(&text[8..])?,
        )
    }

    /// The day on which a moment falls in Viet Nam (UTC+7), from seconds since 1970 in UTC.
    pub fn in_vietnam(unix_seconds: i64) -> Option<Self> {
        let days = (unix_seconds + 7 * 3600).div_euclid(86_400);
        Self::EPOCH.0.checked_add(jiff::Span::new().try_days(days).ok()?).ok().map(Self)
    }

    /// The year.
    pub fn year(self) -> i32 {
        i32::from(self.0.year())
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month().unsigned_abs().into()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day().unsigned_abs().into()
    }

    /// Whole days from this day to another; negative if that one is earlier.
    pub fn days_until(self, other: Self) -> i64 {
        self.0.duration_until(other.0).as_hours() / 24
    }

    /// The day after.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.tomorrow().unwrap_or(self.0))
    }

    /// Whole months from this day to another.
    pub fn months_until(self, other: Self) -> i64 {
        let months = (i64::from(other.year()) - i64::from(self.year())) * 12
            + i64::from(other.month())
            - i64::from(self.month());
        if other.day() < self.day() { months - 1 } else { months }
    }

    /// Whether offices are closed on the day of the week, whatever the calendar of holidays says.
    pub fn is_weekend(self) -> bool {
        matches!(self.0.weekday(), jiff::civil::Weekday::Saturday | jiff::civil::Weekday::Sunday)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

/// Written as `{"date": "2026-05-04"}`, so that whoever words a problem can tell it from a text.
impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry("date", &self.to_string())?;
        map.end()
    }
}

/// A day, or a month where the day is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Day {
    /// The day itself.
    Known(Date),
    /// Only the month: its first day stands for it in every comparison.
    Month(Date),
}

impl Day {
    /// Reads `YYYY-MM`, and nothing else.
    pub fn parse_month(text: &str) -> Option<Self> {
        if text.len() != 7 || !text.is_ascii() {
            return None;
        }
        Date::parse(&format!("{text}-01")).map(Self::Month)
    }

    /// The day, or the first day of the month.
    pub fn date(self) -> Date {
        match self {
            Self::Known(date) | Self::Month(date) => date,
        }
    }

    /// The day, or the last day of the month: for tests that must hold whatever the day was.
    pub fn latest(self) -> Date {
        match self {
            Self::Known(date) => date,
            Self::Month(date) => Date(date.0.last_of_month()),
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(date) => date.fmt(f),
            Self::Month(date) => write!(f, "{:04}-{:02}", date.year(), date.month()),
        }
    }
}

/// A moment with its offset from UTC, as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The local day.
    pub date: Date,
    /// The local hour, 0 to 23.
    pub hour: u8,
    /// The minute.
    pub minute: u8,
    /// The second.
    pub second: u8,
    /// Minutes east of UTC.
    pub offset: i16,
}

impl Moment {
    /// Seconds since 1970 in UTC: the order of moments.
    pub fn unix_seconds(self) -> i64 {
        let days = Date::EPOCH.days_until(self.date);
        days * 86_400
            + i64::from(self.hour) * 3600
            + i64::from(self.minute) * 60
            + i64::from(self.second)
            - i64::from(self.offset) * 60
    }

    /// In UTC, as entries of the register write it.
    pub fn utc(self) -> String {
        jiff::Timestamp::from_second(self.unix_seconds())
            .map(|it| it.to_string())
            .unwrap_or_default()
    }

    /// The day in Viet Nam.
    pub fn day(self) -> Date {
        Date::in_vietnam(self.unix_seconds()).unwrap_or(self.date)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, offset) = (if self.offset < 0 { '-' } else { '+' }, self.offset.abs());
        write!(f, "{}T{:02}:{:02}:{:02}", self.date, self.hour, self.minute, self.second)?;
        write!(f, "{sign}{:02}:{:02}", offset / 60, offset % 60)
    }
}

/// How long an office may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Days on which offices work.
    WorkingDays(i64),
    /// Days of the calendar.
    Days(i64),
    /// Hours of work.
    Hours(i64),
}

impl Limit {
    /// A number and its unit, as front matter writes them.
    pub fn of(value: i64, unit: &str) -> Option<Self> {
        match unit {
            "working-day" => Some(Self::WorkingDays(value)),
            "day" => Some(Self::Days(value)),
            "hour" => Some(Self::Hours(value)),
            _ => None,
        }
    }
}

/// For how many working days the page of a procedure says when an answer is due.
pub const TABLE_DAYS: usize = 20;

/// Hours of work a day (Labour Code 2019, article 105).
const DAY_HOURS: i64 = 8;

/// No limit is longer than ten years: what is written beyond is a slip, and must not cost time.
const LONGEST: i64 = 3660;

/// The days on which offices work: all but weekends and holidays, and the days worked instead.
#[derive(Debug, Default)]
pub struct WorkingDays {
    /// Days off.
    pub holidays: BTreeSet<Date>,
    /// Weekend days that are worked instead of a day off.
    pub worked: BTreeSet<Date>,
}

impl WorkingDays {
    /// Whether offices work on the day.
    pub fn is_working(&self, day: Date) -> bool {
        self.worked.contains(&day) || !(day.is_weekend() || self.holidays.contains(&day))
    }

    /// Working days after `from` up to and including `to`; 0 if `to` is not later.
    pub fn between(&self, from: Date, to: Date) -> i64 {
        let mut count = 0;
        let mut day = from;
        while day < to {
            day = day.next();
            count += i64::from(self.is_working(day));
        }
        count
    }

    /// The first working day on or after a day.
    pub fn on_or_after(&self, day: Date) -> Date {
        let mut day = day;
        // No calendar closes offices for a year; a broken one must not hold the build.
        for _ in 0..366 {
            if self.is_working(day) {
                break;
            }
            day = day.next();
        }
        day
    }

    /// The next working days, the first on or after a day.
    pub fn from(&self, day: Date, count: usize) -> Vec<Date> {
        let first = self.on_or_after(day);
        let next = |it: &Date| Some(self.on_or_after(it.next()));
        std::iter::successors(Some(first), next).take(count).collect()
    }

    /// The next working days, each with the last day on which what is filed on it may be answered.
    pub fn due(&self, day: Date, count: usize, limit: Limit) -> Vec<(Date, Date)> {
        self.from(day, count).into_iter().map(|it| (it, self.deadline(it, limit))).collect()
    }

    /// The last day on which something filed on `day` may be answered. The day of filing does not
    /// count.
    pub fn deadline(&self, day: Date, limit: Limit) -> Date {
        match limit {
            Limit::WorkingDays(n) => self.working_days_after(day, n),
            // A limit that would end on a day off ends on the next working day (Civil Code 2015,
            // article 148, paragraph 5).
            Limit::Days(n) => {
                let mut end = day;
                for _ in 0..n.clamp(0, LONGEST) {
                    end = end.next();
                }
                self.on_or_after(end)
            }
            // Hours are hours of work. Nobody knows at what time of the day a dossier will be filed:
            // counted from the end of that day, the answer is never later.
            Limit::Hours(n) => self.working_days_after(day, (n + DAY_HOURS - 1) / DAY_HOURS),
        }
    }

    fn working_days_after(&self, day: Date, n: i64) -> Date {
        let mut end = day;
        for _ in 0..n.clamp(0, LONGEST) {
            end = self.on_or_after(end.next());
        }
        end
    }

    /// Whether the calendar says anything about a year.
    pub fn knows(&self, year: i32) -> bool {
        self.holidays.iter().any(|it| it.year() == year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn only_real_days_are_read() {
        for text in
            ["2026-02-29", "2026-13-01", "2026-1-01", "26-01-01", "2026-01-01 ", "２026-1-1"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        assert_eq!(date("2024-02-29").to_string(), "2024-02-29");
        assert_eq!(Day::parse_month("2025-04").unwrap().latest(), date("2025-04-30"));
    }

    #[test]
    fn the_day_of_vietnam_begins_seven_hours_earlier() {
        assert_eq!(Date::in_vietnam(0), Date::parse("1970-01-01"));
        assert_eq!(Date::in_vietnam(17 * 3600), Date::parse("1970-01-02"));
        let moment =
            Moment { date: date("2026-01-01"), hour: 1, minute: 0, second: 0, offset: 480 };
        assert_eq!(moment.day(), date("2026-01-01"));
        assert_eq!(moment.to_string(), "2026-01-01T01:00:00+08:00");
    }

    #[test]
    fn working_days_leave_out_weekends_and_holidays() {
        let mut days = WorkingDays::default();
        assert_eq!(days.between(date("2026-04-24"), date("2026-05-04")), 6);
        days.holidays.extend(["2026-04-27", "2026-04-30", "2026-05-01"].map(date));
        assert_eq!(days.between(date("2026-04-24"), date("2026-05-04")), 3);
        days.worked.insert(date("2026-05-02"));
        assert_eq!(days.between(date("2026-04-24"), date("2026-05-04")), 4);
        assert_eq!(days.between(date("2026-05-04"), date("2026-04-24")), 0);
    }

    fn spring() -> WorkingDays {
        let holidays = ["2026-04-27", "2026-04-30", "2026-05-01"].map(date);
        WorkingDays { holidays: holidays.into(), worked: [date("2026-05-02")].into() }
    }

    fn deadline(filed: &str, limit: Limit) -> String {
        spring().deadline(date(filed), limit).to_string()
    }

    #[test]
    fn deadlines_in_working_days_skip_holidays_and_count_days_worked_instead() {
        assert_eq!(deadline("2026-05-04", Limit::WorkingDays(3)), "2026-05-07");
        assert_eq!(deadline("2026-05-04", Limit::WorkingDays(5)), "2026-05-11");
        // Saturday 2 May is worked instead of a holiday.
        assert_eq!(deadline("2026-04-29", Limit::WorkingDays(1)), "2026-05-02");
        assert_eq!(deadline("2026-04-29", Limit::WorkingDays(2)), "2026-05-04");
        assert_eq!(deadline("2026-04-24", Limit::WorkingDays(1)), "2026-04-28");
        assert_eq!(deadline("2026-05-04", Limit::WorkingDays(0)), "2026-05-04");
    }

    #[test]
    fn a_deadline_in_days_does_not_end_on_a_day_off() {
        assert_eq!(deadline("2026-04-20", Limit::Days(2)), "2026-04-22");
        assert_eq!(deadline("2026-04-20", Limit::Days(5)), "2026-04-28");
        assert_eq!(deadline("2026-04-20", Limit::Days(10)), "2026-05-02");
    }

    #[test]
    fn hours_are_hours_of_work() {
        assert_eq!(deadline("2026-05-04", Limit::Hours(4)), "2026-05-05");
        assert_eq!(deadline("2026-05-04", Limit::Hours(8)), "2026-05-05");
        assert_eq!(deadline("2026-05-08", Limit::Hours(9)), "2026-05-12");
        assert_eq!(Limit::of(4, "hour"), Some(Limit::Hours(4)));
        assert_eq!(Limit::of(4, "week"), None);
    }

    #[test]
    fn the_next_working_days() {
        let days: Vec<_> =
            spring().from(date("2026-04-30"), 3).iter().map(Date::to_string).collect();
        assert_eq!(days, ["2026-05-02", "2026-05-04", "2026-05-05"]);
    }

    proptest! {
        #[test]
        fn written_and_read_again(year in 1i32..=9999, month in 1u32..=12, day in 1u32..=28) {
            let date = Date::new(year, month, day).unwrap();
            prop_assert_eq!(Date::parse(&date.to_string()), Some(date));
        }

        #[test]
        fn days_and_seconds_agree(days in 0i64..40_000) {
            let first = date("1970-01-01");
            let later = Date::in_vietnam(days * 86_400).unwrap();
            prop_assert_eq!(first.days_until(later), days);
        }
    }
}
