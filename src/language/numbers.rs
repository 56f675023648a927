//! Dates, numbers and amounts as each language writes them (content.md §11).

use crate::date::{Date, Day, Moment};
use crate::language::Language;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// No-break space: number and unit stay on one line.
const NBSP: char = '\u{a0}';

/// A day in the form of an official text. In Vietnamese, days below 10 and the months 1 and 2
/// have a zero (Decree 30/2020/NĐ-CP).
pub fn date(language: Language, date: Date) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    match language {
        Language::Vi if month < 3 => format!("ngày {day:02} tháng {month:02} năm {year}"),
        Language::Vi => format!("ngày {day:02} tháng {month} năm {year}"),
        Language::En => format!("{day} {} {year}", month_name(month)),
        Language::Zh => format!("{year}年{month}月{day}日"),
    }
}

/// A day as it stands in tables.
pub fn short_date(language: Language, it: Date) -> String {
    match language {
        Language::Vi => format!("{:02}/{:02}/{}", it.day(), it.month(), it.year()),
        Language::En | Language::Zh => date(language, it),
    }
}

/// A moment as it stands in tables.
pub fn short_moment(language: Language, it: Moment) -> String {
    match language {
        Language::Vi => {
            let (hour, minute) = (it.hour, it.minute);
            format!("{hour:02}:{minute:02} ngày {}", short_date(language, it.date))
        }
        Language::En | Language::Zh => moment(language, it),
    }
}

/// A day, or a month where the day is not known.
pub fn day(language: Language, day: Day) -> String {
    let it = match day {
        Day::Known(it) => return date(language, it),
        Day::Month(it) => it,
    };
    match language {
        Language::Vi if it.month() < 3 => format!("tháng {:02} năm {}", it.month(), it.year()),
        Language::Vi => format!("tháng {} năm {}", it.month(), it.year()),
        Language::En => format!("{} {}", month_name(it.month()), it.year()),
        Language::Zh => format!("{}年{}月", it.year(), it.month()),
    }
}

fn month_name(month: u32) -> &'static str {
    month.checked_sub(1).and_then(|it| MONTHS.get(it as usize)).copied().unwrap_or_default()
}

/// A moment, to the minute.
pub fn moment(language: Language, moment: Moment) -> String {
    let time = time(language, moment.hour, moment.minute);
    let day = date(language, moment.date);
    match language {
        Language::Vi => format!("{time} {day}"),
        Language::En => format!("{time}, {day}"),
        Language::Zh => format!("{day}{time}"),
    }
}

/// A time of day as it stands in texts. Vietnamese offices spell the hour out there and write
/// digits in tables.
pub fn time(language: Language, hour: u8, minute: u8) -> String {
    match language {
        Language::Vi => format!("{hour}{NBSP}giờ{NBSP}{minute:02}"),
        Language::En | Language::Zh => format!("{hour:02}:{minute:02}"),
    }
}

/// A time of day that was given as `06:30`, as it stands in texts; nothing for other words.
pub fn given_time(language: Language, text: &str) -> Option<String> {
    let (hour, minute) = text.split_once(':')?;
    let digits = |it: &str| it.len() == 2 && it.bytes().all(|it| it.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour <= 24 && minute < 60).then(|| time(language, hour, minute))
}

/// A whole number with its groups of three digits. Four digits alone stay together in Chinese.
pub fn integer(language: Language, number: i64) -> String {
    let separator = match language {
        Language::Vi => '.',
        Language::En | Language::Zh => ',',
    };
    let digits = number.unsigned_abs().to_string();
    let mut text = String::new();
    if number < 0 {
        text.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// A number of hundredths: `835` is 8.35.
pub fn hundredths(language: Language, number: i64) -> String {
    let point = if language == Language::Vi { ',' } else { '.' };
    let sign = if number < 0 { "-" } else { "" };
    let whole = i64::try_from(number.unsigned_abs() / 100).unwrap_or(i64::MAX);
    format!("{sign}{}{point}{:02}", integer(language, whole), number.unsigned_abs() % 100)
}

/// A difference of hundredths with its sign; the minus is the true one.
pub fn difference(language: Language, number: i64) -> String {
    let sign = match number {
        0 => "",
        it if it < 0 => "\u{2212}",
        _ => "+",
    };
    format!("{sign}{}", hundredths(language, number.saturating_abs()))
}

/// A part of a whole in whole percent, rounded down: only all of it is 100%.
pub fn percent(part: usize, whole: usize) -> String {
    format!("{}%", (part * 100).checked_div(whole).unwrap_or(0))
}

/// An amount of money. Chinese counts in ten thousands where one decimal is enough.
pub fn money(language: Language, amount: i64, currency: &str) -> String {
    let digits = integer(language, amount);
    match (language, currency) {
        (Language::Vi, "VND") => format!("{digits}{NBSP}đồng"),
        (Language::Vi, other) => format!("{digits}{NBSP}{other}"),
        (Language::En, other) => format!("{other}{NBSP}{digits}"),
        (Language::Zh, other) => {
            let name = match other {
                "VND" => "越南盾",
                "CNY" => "元",
                "USD" => "美元",
                other => other,
            };
            if amount >= 10_000 && amount % 10_000 == 0 {
                format!("{}万{name}", integer(language, amount / 10_000))
            } else if amount >= 10_000 && amount % 1_000 == 0 {
                format!(
                    "{}.{}万{name}",
                    integer(language, amount / 10_000),
                    amount % 10_000 / 1_000
                )
            } else {
                format!("{digits}{name}")
            }
        }
    }
}

/// The size of a file, with one decimal below ten.
pub fn file_size(language: Language, bytes: u64) -> String {
    let point = if language == Language::Vi { ',' } else { '.' };
    for (unit, size) in [("GB", 1_000_000_000), ("MB", 1_000_000), ("KB", 1_000)] {
        if bytes >= size {
            let tenths = bytes * 10 / size;
            return if tenths < 100 && !tenths.is_multiple_of(10) {
                format!("{}{point}{}{NBSP}{unit}", tenths / 10, tenths % 10)
            } else {
                format!("{}{NBSP}{unit}", tenths / 10)
            };
        }
    }
    format!("{bytes}{NBSP}B")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn three(of: impl Fn(Language) -> String) -> [String; 3] {
        Language::ALL.map(of)
    }

    #[test]
    fn days() {
        let february = Date::parse("2026-02-05").unwrap();
        let expected = ["ngày 05 tháng 02 năm 2026", "5 February 2026", "2026年2月5日"];
        assert_eq!(three(|it| date(it, february)), expected);
        let november = Date::parse("2026-11-20").unwrap();
        assert_eq!(date(Language::Vi, november), "ngày 20 tháng 11 năm 2026");
        let april = Date::parse("2025-04-09").unwrap();
        assert_eq!(date(Language::Vi, april), "ngày 09 tháng 4 năm 2025");
        assert_eq!(short_date(Language::Vi, april), "09/04/2025");
        assert_eq!(short_date(Language::Zh, april), "2025年4月9日");
        let month = Day::parse_month("2025-04").unwrap();
        assert_eq!(three(|it| day(it, month)), ["tháng 4 năm 2025", "April 2025", "2025年4月"]);
    }

    #[test]
    fn times() {
        let date = Date::parse("2026-05-01").unwrap();
        let it = Moment { date, hour: 6, minute: 30, second: 0, offset: 420 };
        let expected = [
            "6\u{a0}giờ\u{a0}30 ngày 01 tháng 5 năm 2026",
            "06:30, 1 May 2026",
            "2026年5月1日06:30",
        ];
        assert_eq!(three(|language| moment(language, it)), expected);
        assert_eq!(short_moment(Language::Vi, it), "06:30 ngày 01/05/2026");
        assert_eq!(given_time(Language::Vi, "06:30").unwrap(), "6\u{a0}giờ\u{a0}30");
        for other in ["6:30", "06:60", "06:30:00", "sửa đường", "a:b", ""] {
            assert_eq!(given_time(Language::Vi, other), None);
        }
    }

    #[test]
    fn amounts() {
        let million = ["1.000.000\u{a0}đồng", "VND\u{a0}1,000,000", "100万越南盾"];
        assert_eq!(three(|it| money(it, 1_000_000, "VND")), million);
        assert_eq!(money(Language::Zh, 111_000, "VND"), "11.1万越南盾");
        assert_eq!(money(Language::Zh, 111_500, "VND"), "111,500越南盾");
        assert_eq!(three(|it| hundredths(it, -235)), ["-2,35", "-2.35", "-2.35"]);
        assert_eq!(three(|it| difference(it, 74)), ["+0,74", "+0.74", "+0.74"]);
        assert_eq!(difference(Language::Vi, -360), "\u{2212}3,60");
        assert_eq!(difference(Language::En, 0), "0.00");
        assert_eq!((percent(199, 200), percent(0, 0)), ("99%".to_owned(), "0%".to_owned()));
        assert_eq!(file_size(Language::Vi, 1_250_000), "1,2\u{a0}MB");
        assert_eq!(file_size(Language::En, 999), "999\u{a0}B");
    }

    proptest! {
        #[test]
        fn no_digit_is_lost(number: i64) {
            for language in Language::ALL {
                let digits: String =
                    integer(language, number).chars().filter(char::is_ascii_digit).collect();
                prop_assert_eq!(digits, number.unsigned_abs().to_string());
            }
        }
    }
}
