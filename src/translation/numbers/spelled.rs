//! Numbers in words: `hai mươi`, `twenty-one`, `二十一`.

use crate::language::Language;
use crate::translation::numbers::decimal::{Decimal, Numeral};
use crate::translation::numbers::letters::{Letters, is_letter};

/// What a word does in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// 1 to 9.
    Unit(u32),
    /// 5, if it does not follow a ten: `mười năm` are ten years.
    Five,
    /// `a` before `hundred`; alone it is the article.
    Article,
    /// 10 to 19.
    Teen(u32),
    /// 20 to 90, before a unit.
    Tens(u32),
    /// What makes tens of the unit before.
    TimesTen,
    Hundred,
    /// Nothing but a joint.
    Link,
    /// A power of ten above a hundred.
    Scale(u32),
    /// A number that ends where it stands: an ordinal, or a word for several things.
    Whole(u32),
}

use Part::{Article, Five, Hundred, Link, Scale, Teen, Tens, TimesTen, Unit, Whole};

const VIETNAMESE: [(&str, Part); 33] = [
    ("không", Whole(0)),
    ("một", Unit(1)),
    ("mốt", Unit(1)),
    ("hai", Unit(2)),
    ("ba", Unit(3)),
    ("bốn", Unit(4)),
    ("tư", Unit(4)),
    ("năm", Five),
    ("lăm", Unit(5)),
    ("nhăm", Unit(5)),
    ("sáu", Unit(6)),
    ("bảy", Unit(7)),
    ("bẩy", Unit(7)),
    ("tám", Unit(8)),
    ("chín", Unit(9)),
    ("mười", Teen(10)),
    ("mươi", TimesTen),
    ("trăm", Hundred),
    ("linh", Link),
    ("lẻ", Link),
    ("nghìn", Scale(3)),
    ("ngàn", Scale(3)),
    ("vạn", Scale(4)),
    ("triệu", Scale(6)),
    ("tỷ", Scale(9)),
    ("tỉ", Scale(9)),
    ("nhất", Whole(1)),
    ("nhì", Whole(2)),
    ("đôi", Whole(2)),
    ("mỗi", Whole(1)),
    ("giêng", Whole(1)),
    ("chạp", Whole(12)),
    ("tá", Whole(12)),
];

const ENGLISH: [(&str, Part); 71] = [
    ("zero", Whole(0)),
    ("no", Whole(0)),
    ("none", Whole(0)),
    ("nil", Whole(0)),
    ("a", Article),
    ("an", Article),
    ("one", Unit(1)),
    ("two", Unit(2)),
    ("three", Unit(3)),
    ("four", Unit(4)),
    ("five", Unit(5)),
    ("six", Unit(6)),
    ("seven", Unit(7)),
    ("eight", Unit(8)),
    ("nine", Unit(9)),
    ("ten", Teen(10)),
    ("eleven", Teen(11)),
    ("twelve", Teen(12)),
    ("thirteen", Teen(13)),
    ("fourteen", Teen(14)),
    ("fifteen", Teen(15)),
    ("sixteen", Teen(16)),
    ("seventeen", Teen(17)),
    ("eighteen", Teen(18)),
    ("nineteen", Teen(19)),
    ("twenty", Tens(20)),
    ("thirty", Tens(30)),
    ("forty", Tens(40)),
    ("fifty", Tens(50)),
    ("sixty", Tens(60)),
    ("seventy", Tens(70)),
    ("eighty", Tens(80)),
    ("ninety", Tens(90)),
    ("hundred", Hundred),
    ("and", Link),
    ("thousand", Scale(3)),
    ("million", Scale(6)),
    ("billion", Scale(9)),
    ("trillion", Scale(12)),
    ("first", Whole(1)),
    ("firstly", Whole(1)),
    ("second", Whole(2)),
    ("secondly", Whole(2)),
    ("third", Whole(3)),
    ("thirds", Whole(3)),
    ("fourth", Whole(4)),
    ("fifth", Whole(5)),
    ("fifths", Whole(5)),
    ("sixth", Whole(6)),
    ("seventh", Whole(7)),
    ("eighth", Whole(8)),
    ("ninth", Whole(9)),
    ("tenth", Whole(10)),
    ("eleventh", Whole(11)),
    ("twelfth", Whole(12)),
    ("thirteenth", Whole(13)),
    ("fourteenth", Whole(14)),
    ("fifteenth", Whole(15)),
    ("sixteenth", Whole(16)),
    ("seventeenth", Whole(17)),
    ("eighteenth", Whole(18)),
    ("nineteenth", Whole(19)),
    ("twentieth", Whole(20)),
    ("thirtieth", Whole(30)),
    ("once", Whole(1)),
    ("single", Whole(1)),
    ("each", Whole(1)),
    ("twice", Whole(2)),
    ("both", Whole(2)),
    ("double", Whole(2)),
    ("dozen", Whole(12)),
];

/// The number in words that begins here.
pub(super) fn numeral(text: &Letters, at: usize) -> Option<Numeral> {
    match text.language {
        Language::Vi => in_words(text, at, &VIETNAMESE),
        Language::En => in_words(text, at, &ENGLISH),
        Language::Zh => han(text, at),
    }
}

fn in_words(text: &Letters, at: usize, table: &[(&str, Part)]) -> Option<Numeral> {
    if !text.is_start(at) {
        return None;
    }
    let mut number = Words::default();
    let (mut next, mut end) = (at, at);
    while let Some((part, word_end)) = word(text, next, table) {
        if !number.take(part) {
            break;
        }
        if part != Link {
            end = word_end;
        }
        // A building A is no article.
        if part == Article && (text.at(word_end), is_letter(text.at(word_end + 1))) != (' ', true) {
            return None;
        }
        let is_joint = matches!(text.at(word_end), ' ' | '-') && is_letter(text.at(word_end + 1));
        if !is_joint || matches!(part, Whole(_)) {
            break;
        }
        next = word_end + 1;
    }
    let value = number.value().filter(|_| end > at)?;
    Some(Numeral { value: Some(Decimal::whole(value)), end })
}

fn word(text: &Letters, at: usize, table: &[(&str, Part)]) -> Option<(Part, usize)> {
    let end = text.word(at);
    let word = text.text(at..end).to_lowercase();
    table.iter().find(|it| it.0 == word).map(|it| (it.1, end))
}

/// A number of words on the way.
#[derive(Debug, Default)]
struct Words {
    /// What lies above the last scale.
    above: u128,
    /// What lies below it.
    below: u128,
    last: Option<Part>,
}

impl Words {
    /// Takes one more word, unless the number has ended before it.
    fn take(&mut self, part: Part) -> bool {
        let is_free = matches!(self.last, None | Some(Hundred | Link | Scale(_)));
        let after_ten = matches!(self.last, Some(Teen(10) | Tens(_) | TimesTen));
        let after_unit = matches!(self.last, Some(Unit(_) | Five | Article));
        match part {
            Unit(it) if is_free || after_ten => self.below += u128::from(it),
            Five if matches!(self.last, None | Some(Link)) => self.below += 5,
            Article if self.last.is_none() => self.below = 1,
            Teen(it) | Tens(it) if is_free => self.below += u128::from(it),
            TimesTen if after_unit => self.below += self.below % 10 * 9,
            Hundred if after_unit && self.below < 10 => self.below *= 100,
            Hundred if self.last.is_none() => self.below = 100,
            Scale(power) if self.last.is_some_and(|it| it != Link) => {
                let below = self.below.checked_mul(10_u128.pow(power));
                // `nghìn tỷ` multiplies, `1 tỷ 200 triệu` adds.
                let above = if self.below == 0 {
                    self.above.saturating_mul(10_u128.pow(power))
                } else {
                    self.above
                };
                self.above = above.saturating_add(below.unwrap_or_default());
                self.below = 0;
            }
            Link if matches!(self.last, Some(Hundred | Scale(_))) => {}
            Whole(it) if is_free || matches!(self.last, Some(Tens(_))) => {
                self.below += u128::from(it);
            }
            _ => return false,
        }
        self.last = Some(part);
        true
    }

    fn value(&self) -> Option<u128> {
        self.last.map(|_| self.above.saturating_add(self.below))
    }
}

/// A Chinese number: `二十一`, `一百二十`, `二〇二六`, `五点五`.
pub(super) fn han(text: &Letters, at: usize) -> Option<Numeral> {
    let (whole, mut end) = han_whole(text, at)?;
    let mut fraction = String::new();
    if text.at(end) == '点' {
        let mut next = end + 1;
        while let Some(digit) = han_digit(text.at(next)) {
            fraction.push_str(&digit.to_string());
            next += 1;
        }
        // `七点三十分` is a time.
        if fraction.is_empty() || han_unit(text.at(next)).is_some() || text.at(next) == '分' {
            fraction.clear();
        } else {
            end = next;
        }
    }
    Some(Numeral { value: Decimal::parse(&whole.to_string(), &fraction), end })
}

fn han_whole(text: &Letters, at: usize) -> Option<(u128, usize)> {
    let (mut total, mut section, mut digit) = (0_u128, 0_u128, None);
    let (mut end, mut units) = (at, 0);
    loop {
        let letter = text.at(end);
        if let Some(it) = han_digit(letter) {
            // Digit by digit, as years are read.
            digit = Some(match digit {
                Some(before) if units == 0 => u128::checked_add(10_u128.checked_mul(before)?, it)?,
                _ => it,
            });
        } else if let Some(power) = han_unit(letter) {
            if end == at && power != 1 {
                return None;
            }
            units += 1;
            let factor = 10_u128.pow(power);
            let before = digit.take();
            if power < 4 {
                // `十二` begins with its unit; `百` does not.
                let tens = before.unwrap_or(1).checked_mul(factor)?;
                section = section.checked_add(tens)?;
            } else {
                section = section.checked_add(before.unwrap_or(0))?;
                // `万亿` multiplies what stands before it.
                total = match section {
                    0 => total.checked_mul(factor)?,
                    _ => total.checked_add(section.checked_mul(factor)?)?,
                };
                section = 0;
            }
        } else {
            break;
        }
        end += 1;
    }
    (end > at).then_some((total.checked_add(section)?.checked_add(digit.unwrap_or(0))?, end))
}

/// The value of a Chinese digit.
pub(super) fn han_digit(it: char) -> Option<u128> {
    const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let place = match it {
        '零' => 0,
        '两' | '双' => 2,
        _ => DIGITS.iter().position(|digit| *digit == it)?,
    };
    u128::try_from(place).ok()
}

fn han_unit(it: char) -> Option<u32> {
    match it {
        '十' => Some(1),
        '百' => Some(2),
        '千' => Some(3),
        '万' => Some(4),
        '亿' => Some(8),
        _ => None,
    }
}

/// Roman numerals from I to XXXIX.
pub(super) fn roman(text: &Letters, at: usize) -> Option<(u32, usize)> {
    const TENS: [&str; 4] = ["", "X", "XX", "XXX"];
    const UNITS: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let end = text.word(at);
    let word = text.text(at..end);
    let tens = word.chars().take_while(|it| *it == 'X').count();
    let ones = UNITS.iter().position(|it| Some(*it) == word.get(tens..))?;
    let value = u32::try_from(TENS.iter().position(|it| it.len() == tens)? * 10 + ones).ok()?;
    let is_alone = text.is_start(at) && !text.at(end).is_ascii_digit();
    (value > 0 && is_alone).then_some((value, end))
}
