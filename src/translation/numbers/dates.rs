//! Dates with words in them.

use crate::language::Language;
use crate::translation::numbers::draft::{Draft, When};
use crate::translation::numbers::figures;
use crate::translation::numbers::reader::{Reader, Written};

const MONTHS: [(&str, u32); 24] = [
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("april", 4),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sept", 9),
    ("sep", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
];

impl Reader<'_> {
    /// A year; one after words is in digits all the same.
    fn year(&self, at: usize) -> Option<(u32, usize)> {
        figures::year(self.text, at).filter(|(_, end)| {
            !(matches!(self.text.at(*end), '.' | ',') && self.text.at(end + 1).is_ascii_digit())
        })
    }

    /// A date with words in it.
    pub(super) fn date(&self, at: usize) -> Option<Draft> {
        match self.text.language {
            Language::Vi => self.vietnamese_date(at),
            Language::En => self.day_first(at),
            Language::Zh => self.chinese_date(at),
        }
    }

    /// `05 tháng 02 năm 2026`, `5 tháng 2`; `4 năm 2025` after `tháng`.
    fn vietnamese_date(&self, at: usize) -> Option<Draft> {
        let text = self.text;
        let (first, first_end) = self.whole(at)?;
        let year_after = |end: usize| {
            let next = text.any(end, &["năm", "/", "-"])?;
            self.year(text.space(next))
        };
        if text.word_before(at) == "tháng" {
            let (year, end) = year_after(first_end)?;
            let when = When { year, month: first, day: 0 };
            return when.is_month().then(|| when.draft(at..end));
        }
        let (month, month_end) = self.whole(text.space(text.any(first_end, &["tháng"])?))?;
        let (year, end) = year_after(month_end).unwrap_or((0, month_end));
        let when = When { year, month, day: first };
        when.is_day().then(|| when.draft(at..end))
    }

    /// The name of a month. It has a capital letter, or it may be another word.
    pub(super) fn month(&self, at: usize) -> Option<(u32, usize)> {
        let text = self.text;
        let is_name = text.at(at).is_ascii_uppercase() && text.is_start(at);
        let (month, end) = text.find(at, &MONTHS).filter(|_| is_name)?;
        // `Feb.`, but not the full stop of a sentence.
        let is_short = end - at <= 4 && text.at(end) == '.';
        Some((month, end + usize::from(is_short)))
    }

    /// `5 February 2026`, `5th of February`.
    fn day_first(&self, at: usize) -> Option<Draft> {
        let text = self.text;
        let (day, end) = self.whole(at)?;
        let end = text.any(end, &["st", "nd", "rd", "th"]).unwrap_or(end);
        let end = text.any(end, &["of"]).unwrap_or(end);
        let (month, month_end) = self.month(text.space(end))?;
        let comma = month_end + usize::from(text.at(month_end) == ',');
        let (year, end) = self.year(text.space(comma)).unwrap_or((0, month_end));
        let when = When { year, month, day };
        when.is_day().then(|| when.draft(at..end))
    }

    /// `February 5, 2026`, `April 2025`, `April 10`.
    pub(super) fn month_first(&self, at: usize) -> Option<Draft> {
        let text = self.text;
        let (month, month_end) = self.month(at)?;
        let of = text.any(month_end, &["of", ","]).unwrap_or(month_end);
        if let Some((year, end)) = self.year(text.space(of)) {
            return Some(When { year, month, day: 0 }.draft(at..end));
        }
        let (day, end) = figures::small(text, text.space(month_end), 2)?;
        let is_other = matches!(text.at(end), '%' | ':' | '/')
            || matches!(text.at(end), '.' | ',') && text.at(end + 1).is_ascii_digit();
        let end = text.said(end, "st").or(text.said(end, "nd")).unwrap_or(end);
        let end = text.said(end, "rd").or(text.said(end, "th")).unwrap_or(end);
        let when = When { year: 0, month, day };
        if is_other || !when.is_day() {
            return None;
        }
        let year = if text.at(end) == ',' { self.year(text.space(end + 1)) } else { None };
        match year {
            Some((year, end)) => Some(When { year, ..when }.draft(at..end)),
            None => Some(when.draft(at..end)),
        }
    }

    /// `2026年2月5日`, `2025年4月`, `2月5日`.
    pub(super) fn chinese_date(&self, at: usize) -> Option<Draft> {
        const DAY: [&str; 2] = ["日", "号"];
        let text = self.text;
        let year = || match self.written {
            Written::Digits => figures::year(text, at),
            Written::Words => self.whole(at).filter(|it| (1900..2200).contains(&it.0)),
        };
        let of_year = year().and_then(|(year, end)| Some((year, text.any(end, &["年"])?)));
        let (year, month_at) = of_year.unwrap_or((0, at));
        let (month, month_end) = self.of_row(text.space(month_at), &["月"])?;
        let sign = text.any(month_end, &["月"]);
        if let Some((day, end)) = sign.and_then(|it| self.of_row(text.space(it), &DAY)) {
            let when = When { year, month, day };
            let end = text.any(end, &DAY).unwrap_or(end);
            return when.is_day().then(|| when.draft(at..end));
        }
        let when = When { year, month, day: 0 };
        when.is_month().then(|| when.draft(at..sign.unwrap_or(month_end)))
    }

    /// A number before its unit, or one of a row before it: `4至6月`, `10、12、15日`.
    fn of_row(&self, at: usize, units: &[&str]) -> Option<(u32, usize)> {
        let text = self.text;
        let (value, end) = self.whole(at)?;
        let mut last = end;
        // No row is longer than a month.
        for _ in 0..31 {
            if text.any(last, units).is_some() {
                return Some((value, end));
            }
            let joint = text.any(last, &["至", "到", "、", "和", "或", "-", "–", "—", "~"])?;
            last = self.whole(text.space(joint))?.1;
        }
        None
    }

    /// `T4/2026`, as a month is written in tables.
    pub(super) fn month_in_short(&self, at: usize) -> Option<Draft> {
        let text = self.text;
        let letter = at.checked_sub(1)?;
        let is_month =
            text.language == Language::Vi && text.at(letter) == 'T' && text.is_start(letter);
        let (month, end) = figures::small(text, at, 2).filter(|_| is_month)?;
        let (year, end) = figures::year(text, end + 1).filter(|_| text.at(end) == '/')?;
        let when = When { year, month, day: 0 };
        when.is_month().then(|| when.draft(at..end))
    }
}
