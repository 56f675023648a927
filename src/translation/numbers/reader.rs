//! Reads the numbers of a text from its beginning to its end.

use crate::language::Language;
use crate::translation::numbers::Kind;
use crate::translation::numbers::decimal::{Decimal, Numeral};
use crate::translation::numbers::draft::{Draft, Half, Unit, clock};
use crate::translation::numbers::figures;
use crate::translation::numbers::letters::{Letters, is_letter};
use crate::translation::numbers::spelled;

/// Which numbers are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    /// Those that must be the same in every language: in digits, and in the words that stand for
    /// digits in one of them (`Chương II`, `第三条`, `百分之五点五`).
    Digits,
    /// Those in words, which another language may write in digits.
    Words,
}

/// The numbers of a text in their order.
pub(super) fn read(text: &Letters, written: Written) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let reader = Reader { text, written };
        let next = match written {
            Written::Digits => reader.digits(at, &mut drafts),
            Written::Words => reader.words(at, &mut drafts),
        };
        at = next.max(at + 1);
    }
    shared_units(text, &mut drafts);
    half_days(&mut drafts);
    drafts
}

/// What has a number in one language and a name in another: days of the week, which Vietnamese
/// counts from Sunday, the first; holidays; halves. What the name may say besides comes after it.
const NAMES: [(&str, &[&str]); 38] = [
    ("monday", &["weekday 2"]),
    ("tuesday", &["weekday 3"]),
    ("wednesday", &["weekday 4"]),
    ("thursday", &["weekday 5"]),
    ("friday", &["weekday 6"]),
    ("saturday", &["weekday 7"]),
    ("星期一", &["weekday 2"]),
    ("星期二", &["weekday 3"]),
    ("星期三", &["weekday 4"]),
    ("星期四", &["weekday 5"]),
    ("星期五", &["weekday 6"]),
    ("星期六", &["weekday 7"]),
    ("周一", &["weekday 2"]),
    ("周二", &["weekday 3"]),
    ("周三", &["weekday 4"]),
    ("周四", &["weekday 5"]),
    ("周五", &["weekday 6"]),
    ("周六", &["weekday 7"]),
    ("giải phóng miền nam", &["--04-30"]),
    ("thống nhất đất nước", &["--04-30"]),
    ("reunification day", &["--04-30"]),
    ("统一日", &["--04-30"]),
    ("quốc tế lao động", &["--05-01"]),
    ("labour day", &["--05-01"]),
    ("劳动节", &["--05-01"]),
    ("quốc khánh", &["--09-02"]),
    ("national day", &["--09-02"]),
    ("国庆", &["--09-02"]),
    ("quốc tế phụ nữ", &["--03-08"]),
    ("women's day", &["--03-08"]),
    ("women’s day", &["--03-08"]),
    ("妇女节", &["--03-08"]),
    ("một nửa", &["1/2", "50%"]),
    ("half", &["1/2", "50%", "6"]),
    ("一半", &["1/2", "50%"]),
    ("半数", &["1/2", "50%"]),
    ("半年", &["6"]),
    ("noon", &["12:00", "12"]),
];

/// What stands before a Roman numeral that is a number.
const NUMBERED: [&str; 13] = [
    "chương", "phần", "mục", "lục", "quý", "chapter", "part", "section", "annex", "appendix",
    "title", "schedule", "quarter",
];

/// Reads what stands at one place.
pub(super) struct Reader<'a> {
    pub(super) text: &'a Letters,
    pub(super) written: Written,
}

impl Reader<'_> {
    /// Reads what stands here in digits and gives the place to go on from.
    fn digits(&self, at: usize, drafts: &mut Vec<Draft>) -> usize {
        let text = self.text;
        let is_digit = text.at(at).is_ascii_digit();
        if is_digit {
            if let Some(end) = figures::address(text, at) {
                return end;
            }
            if let Some(draft) = self.month_in_short(at) {
                return keep(draft, drafts);
            }
            if let Some((draft, end)) = figures::code(text, at) {
                // A document number may follow the mark of a specimen.
                if let Some(document) = figures::document(text, at) {
                    return keep(document, drafts);
                }
                let last = drafts.last().map_or(0, |it| it.range.end);
                drafts.extend(draft.filter(|it| last <= it.range.start));
                return end;
            }
        }
        let found = match text.at(at) {
            '+' | '(' => figures::telephone(text, at),
            _ if is_digit => figures::document(text, at)
                .or_else(|| figures::telephone(text, at))
                .or_else(|| figures::date(text, at))
                .or_else(|| self.time(at))
                .or_else(|| figures::day(text, at))
                .or_else(|| self.date(at))
                .or_else(|| self.number(at)),
            _ if !text.is_start(at) => return text.word(at),
            _ => self.in_other_signs(at),
        };
        match found {
            Some(draft) => keep(draft, drafts),
            None if is_digit => text.digits(at),
            None => text.word(at),
        }
    }

    /// What must be the same in every language and does not begin with a digit. Nearly every word
    /// is told by its first letter.
    fn in_other_signs(&self, at: usize) -> Option<Draft> {
        let letter = self.text.at(at);
        let language = self.text.language;
        if "VUCREvucre$€¥₫人越".contains(letter)
            && let Some(draft) = self.amount_after_currency(at)
        {
            return Some(draft);
        }
        match language {
            Language::En if letter.is_ascii_uppercase() => {
                self.month_first(at).or_else(|| self.numbered(at))
            }
            Language::Vi => self.numbered(at),
            Language::Zh if letter == '百' => self.percent_before(at),
            Language::Zh => self.han(at),
            Language::En => None,
        }
    }

    /// `第三条`, `第二章`; `二〇二六年二月五日`.
    fn han(&self, at: usize) -> Option<Draft> {
        let text = self.text;
        spelled::han_digit(text.at(at)).or((text.at(at) == '十').then_some(10))?;
        if text.before(at) == '第' {
            let numeral = spelled::han(text, at)?;
            let is_other = ["条件", "条例", "条线", "章程", "款项"];
            let is_numbered = text.any(numeral.end, &["条", "章", "款"]).is_some()
                && text.any(numeral.end, &is_other).is_none();
            let value = numeral.value.filter(|_| is_numbered)?;
            return Some(Draft::number(value, at..numeral.end));
        }
        let is_first = spelled::han_digit(text.before(at)).is_none() && text.before(at) != '十';
        let words = Reader { text, written: Written::Words };
        if is_first { words.chinese_date(at) } else { None }
    }

    /// Reads what stands here in words and gives the place to go on from.
    fn words(&self, at: usize, drafts: &mut Vec<Draft>) -> usize {
        let text = self.text;
        if text.at(at).is_ascii_digit() {
            let end = text.digits(at);
            // Short names with numbers: `Q1`, `T4`, `G20`.
            if is_letter(text.before(at))
                && let Some((value, end)) = figures::small(text, at, 2)
            {
                let draft = Draft::number(Decimal::whole(value.into()), at..end);
                let is_weekday = text.before(at) == 'T' && (2..8).contains(&value);
                drafts.push(if is_weekday { draft.or(weekday(value)) } else { draft });
            }
            return end;
        }
        if is_letter(text.at(at)) && !text.is_start(at) {
            return text.word(at);
        }
        let found = self.named(at).or_else(|| {
            self.fraction(at).into_iter().for_each(|it| drafts.push(it));
            self.percent_before(at)
                .or_else(|| self.time(at))
                .or_else(|| self.date(at))
                .or_else(|| self.number(at))
        });
        match found {
            Some(draft) => keep(draft, drafts),
            None => text.word(at).max(at + 1),
        }
    }

    /// What has a name: months, days, halves; Roman numerals.
    fn named(&self, at: usize) -> Option<Draft> {
        let text = self.text;
        let number = |value: u32, end| Draft::number(Decimal::whole(value.into()), at..end);
        if text.at(at) == ' ' {
            return None;
        }
        if let Some((said, end)) = text.find(at, &NAMES) {
            let (first, others) = said.split_first()?;
            let draft = Draft::new(Kind::Number, (*first).to_owned(), at..end);
            return Some(others.iter().fold(draft, |draft, it| draft.or((*it).to_owned())));
        }
        if let Some((value, end)) = spelled::roman(text, at) {
            return Some(number(value, end));
        }
        if text.language != Language::En {
            return None;
        }
        if let Some((month, end)) = self.month(at) {
            return Some(number(month, end));
        }
        Draft::time(0, 0, Half::Unsaid, at..text.said(at, "midnight")?)
    }

    /// `hai phần ba`, `two thirds`, `三分之二`; `two and a half`.
    fn fraction(&self, at: usize) -> Option<Draft> {
        const PARTS: [(&str, u32); 6] = [
            ("thirds", 3),
            ("third", 3),
            ("quarters", 4),
            ("quarter", 4),
            ("fifths", 5),
            ("fifth", 5),
        ];
        let text = self.text;
        let (first, end) = self.whole(at)?;
        if let Some(end) = text.any(end, &["and a half"]) {
            return Some(Draft::new(Kind::Number, format!("{first}.5"), at..end));
        }
        let (above, below, end) = if let Some(next) = text.said(end, "分之") {
            let (above, end) = self.whole(next)?;
            (above, first, end)
        } else if let Some(next) = text.any(end, &["phần"]) {
            let (below, end) = self.whole(text.space(next))?;
            (first, below, end)
        } else {
            let gap = end + usize::from(text.at(end) == '-');
            let (below, end) = text.find(gap, &PARTS)?;
            (first, below, end)
        };
        Some(Draft::new(Kind::Number, format!("{above}/{below}"), at..end))
    }

    /// The number that begins here.
    pub(super) fn numeral(&self, at: usize) -> Option<Numeral> {
        match self.written {
            Written::Digits => figures::numeral(self.text, at),
            Written::Words => spelled::numeral(self.text, at),
        }
    }

    /// The small whole number that begins here: a day, a month, an hour.
    pub(super) fn whole(&self, at: usize) -> Option<(u32, usize)> {
        match self.written {
            Written::Digits => figures::small(self.text, at, 2),
            Written::Words => {
                let numeral = spelled::numeral(self.text, at)?;
                Some((numeral.value?.small()?, numeral.end))
            }
        }
    }

    /// `Chương II`, `Chapter II`, `quý I`.
    fn numbered(&self, at: usize) -> Option<Draft> {
        let text = self.text;
        if !matches!(text.at(at), 'I' | 'V' | 'X') {
            return None;
        }
        let (value, end) = spelled::roman(text, at)?;
        let is_numbered = NUMBERED.contains(&text.word_before(at).as_str());
        is_numbered.then(|| Draft::number(Decimal::whole(value.into()), at..end))
    }
}

/// Keeps a number and gives the place after it.
fn keep(draft: Draft, drafts: &mut Vec<Draft>) -> usize {
    let end = draft.range.end;
    drafts.push(draft);
    end
}

pub(super) fn weekday(value: u32) -> String {
    format!("weekday {value}")
}

/// In a row, what was counted may be said once, with the last number: `1–2 triệu đồng`, `5–7%`,
/// `from 2 to 5 p.m.` In Chinese it may be said with each.
fn shared_units(text: &Letters, drafts: &mut [Draft]) {
    for at in 1..drafts.len() {
        let [first, second] = drafts.get_mut(at - 1..=at).unwrap_or_default() else { continue };
        let gap = first.range.end..second.range.start;
        if gap.start > gap.end || !text.joins(gap) {
            continue;
        }
        let Some((own, Unit::Plain | Unit::Money(_, 0))) = first.measure else { continue };
        let scaled = |power: u32| own.scaled(power).unwrap_or(own).write();
        let money = |currency: &str, power| format!("{currency} {}", scaled(power));
        let more = match (first.measure, second.measure) {
            (Some((_, Unit::Money(currency, _))), Some((_, Unit::Scale(power)))) => {
                vec![scaled(power), money(currency, power)]
            }
            (_, Some((_, Unit::Scale(power)))) => vec![scaled(power)],
            (_, Some((_, Unit::Money(currency, power)))) => {
                vec![scaled(power), money(currency, power), money(currency, 0)]
            }
            (_, Some((_, Unit::Percent))) => vec![format!("{}%", scaled(0))],
            (_, Some((_, Unit::Time { half, .. }))) => of_clock(own, half),
            _ => continue,
        };
        first.others.extend(more);
    }
}

/// The times that an hour may mean before a time of this half of the day.
fn of_clock(hour: Decimal, half: Half) -> Vec<String> {
    let Some(hour) = hour.small().filter(|it| *it <= 24) else { return Vec::new() };
    let is_late = half == Half::Afternoon && hour < 12;
    let later = is_late.then(|| [clock(hour + 12, 0), (hour + 12).to_string()]);
    [clock(hour, 0)].into_iter().chain(later.into_iter().flatten()).collect()
}

/// Where one time says which half of the day it means, another may leave it to be understood.
fn half_days(drafts: &mut [Draft]) {
    let times = drafts.iter().filter_map(|it| it.measure);
    let is_late = |it: (Decimal, Unit)| matches!(it.1, Unit::Time { half: Half::Afternoon, .. });
    if !times.into_iter().any(is_late) {
        return;
    }
    for draft in drafts {
        if let Some((hour, Unit::Time { minute, half: Half::Unsaid })) = draft.measure
            && let Some(hour) = hour.small().filter(|it| *it < 12)
        {
            draft.others.push(clock(hour + 12, minute));
            if minute == 0 {
                draft.others.push((hour + 12).to_string());
            }
        }
    }
}
