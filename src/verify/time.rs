//! Days and moments as entries write them, and the seconds between them.

/// A day of the proleptic Gregorian calendar: `2026-11-20`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u16,
    month: u8,
    of_month: u8,
}

/// A second in UTC: `2026-11-20T01:15:00Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    day: Day,
    second: u32,
}

/// A day has this many seconds.
pub const DAY: i64 = 24 * 60 * 60;

impl Day {
    /// Reads a day.
    pub fn parse(text: &str) -> Option<Self> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
        let year = u16::from(two(*y1, *y2)?) * 100 + u16::from(two(*y3, *y4)?);
        let (month, day) = (two(*m1, *m2)?, two(*d1, *d2)?);
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let length = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u8::from(is_leap),
            _ => return None,
        };
        (1..=length).contains(&day).then_some(Self { year, month, of_month: day })
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The first second, counted from 1970 in UTC.
    pub fn start(self) -> i64 {
        // Howard Hinnant, days_from_civil: years that begin in March.
        let (year, month) =
            (i64::from(self.year) - i64::from(self.month <= 2), i64::from(self.month));
        let era = year.div_euclid(400);
        let of_era = year - era * 400;
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(self.of_month) - 1;
        let days = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468;
        days * DAY
    }

    /// The last second.
    pub fn end(self) -> i64 {
        self.start() + DAY - 1
    }
}

impl Moment {
    /// Reads a moment.
    pub fn parse(text: &str) -> Option<Self> {
        let (day, time) = text.split_once('T')?;
        let [h1, h2, b':', m1, m2, b':', s1, s2, b'Z'] = time.as_bytes() else { return None };
        let (hour, minute, second) = (two(*h1, *h2)?, two(*m1, *m2)?, two(*s1, *s2)?);
        let second = (u32::from(hour) * 60 + u32::from(minute)) * 60 + u32::from(second);
        let is_time = hour < 24 && minute < 60 && s1 < &b'6';
        is_time.then_some(Self { day: Day::parse(day)?, second })
    }

    /// The second, counted from 1970 in UTC.
    pub fn seconds(self) -> i64 {
        self.day.start() + i64::from(self.second)
    }
}

fn two(a: u8, b: u8) -> Option<u8> {
    (a.is_ascii_digit() && b.is_ascii_digit()).then(|| (a - b'0') * 10 + b - b'0')
}

#[cfg(test)]
mod tests {
    use super::{Day, Moment};

    #[test]
    fn days_and_moments() {
        let day = |it| Day::parse(it).map(Day::start);
        assert_eq!(day("1970-01-01"), Some(0));
        assert_eq!(day("2000-03-01"), Some(951_868_800));
        assert_eq!(day("2024-02-29"), Some(1_709_164_800));
        assert_eq!(day("1969-12-31"), Some(-86_400));
        for it in
            ["2023-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "2026-01-32", "26-01-01", ""]
        {
            assert_eq!(day(it), None, "{it}");
        }
        let second = |it| Moment::parse(it).map(Moment::seconds);
        assert_eq!(second("2026-11-20T01:15:00Z"), Some(1_795_137_300));
        for it in [
            "2026-11-20T24:00:00Z",
            "2026-11-20T01:60:00Z",
            "2026-11-20T01:00:60Z",
            "2026-11-20 01:00:00Z",
            "2026-11-20T01:00:00",
        ] {
            assert_eq!(second(it), None, "{it}");
        }
    }
}
