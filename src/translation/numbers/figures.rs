//! Numbers in digits, and the forms that are made of digits and signs alone.

use crate::language::Language;
use crate::language::fold;
use crate::translation::numbers::Kind;
use crate::translation::numbers::decimal::{Decimal, Numeral};
use crate::translation::numbers::draft::{Draft, When};
use crate::translation::numbers::letters::{Letters, is_letter};

/// No number has more groups of digits.
const MAX_GROUPS: usize = 12;

/// The number that begins with the digit here: `1.234,5` in Vietnamese, `1,234.5` in the others.
/// What only one of them writes is understood in all (`1.000.000`); what could be both is taken
/// as the language has it.
pub(super) fn numeral(text: &Letters, at: usize) -> Option<Numeral> {
    let whole_end = text.digits(at);
    if whole_end == at {
        return None;
    }
    if let Some(end) = spaced(text, at, whole_end) {
        let digits = text.text(at..end).replace(' ', "");
        return Some(Numeral { value: Decimal::parse(&digits, ""), end });
    }
    let whole = text.text(at..whole_end);
    let mut groups = Vec::new();
    let mut end = whole_end;
    while matches!(text.at(end), '.' | ',')
        && text.at(end + 1).is_ascii_digit()
        && groups.len() < MAX_GROUPS
    {
        let next = text.digits(end + 1);
        groups.push((text.at(end), text.text(end + 1..next), next));
        end = next;
    }
    // `khoản 1,2,3` are three numbers.
    let all_commas = groups.len() > 1 && groups.iter().all(|it| it.0 == ',');
    let is_row = all_commas && groups.iter().any(|it| it.1.len() != 3);
    let was_row = text.before(at) == ',' && at > 1 && text.at(at - 2).is_ascii_digit();
    if is_row || was_row {
        groups.clear();
    }
    // Of numbers in a row without spaces, the longest beginning that is one number.
    for length in (1..=groups.len()).rev() {
        let some = groups.get(..length).unwrap_or_default();
        let end = some.last().map_or(whole_end, |it| it.2);
        if let Some(value) = grouped(&whole, some, text.language) {
            return Some(Numeral { value, end });
        }
    }
    Some(Numeral { value: Decimal::parse(&whole, ""), end: whole_end })
}

/// `1 000 000`: at least two groups of three digits, or it may as well be two numbers.
fn spaced(text: &Letters, at: usize, whole_end: usize) -> Option<usize> {
    let (mut end, mut groups) = (whole_end, 0);
    while text.at(end) == ' ' && text.digits(end + 1) == end + 4 {
        end += 4;
        groups += 1;
    }
    (groups >= 2 && whole_end - at <= 3 && text.at(at) != '0').then_some(end)
}

/// What digits in groups say: nothing if they are no number, a number of no value if they count
/// something in steps (`2.3.1`).
#[expect(clippy::option_option, reason = "no number, a number without a value, a value")]
fn grouped(
    whole: &str,
    groups: &[(char, String, usize)],
    language: Language,
) -> Option<Option<Decimal>> {
    let thousands = if language == Language::Vi { '.' } else { ',' };
    let ((last_sign, last, _), others) = groups.split_last()?;
    let is_three = |it: &(char, String, usize)| it.1.len() == 3;
    let may_group = whole.len() <= 3 && !whole.starts_with('0');
    let joined = || -> String { others.iter().map(|it| it.1.as_str()).collect() };
    let Some((sign, ..)) = others.first() else {
        let is_grouped = *last_sign == thousands && last.len() == 3 && may_group;
        return match last_sign {
            _ if is_grouped => Some(Decimal::parse(&format!("{whole}{last}"), "")),
            ',' if thousands == ',' => None,
            _ => Some(Decimal::parse(whole, last)),
        };
    };
    if others.iter().any(|it| it.0 != *sign) {
        return None;
    }
    let is_grouped = may_group && others.iter().all(is_three);
    match last_sign == sign {
        true if is_grouped && last.len() == 3 => {
            Some(Decimal::parse(&format!("{whole}{}{last}", joined()), ""))
        }
        true if *sign == '.' => Some(None),
        false if is_grouped => Some(Decimal::parse(&format!("{whole}{}", joined()), last)),
        _ => None,
    }
}

/// A small whole number of at most so many digits, with nothing that makes it another number.
pub(super) fn small(text: &Letters, at: usize, digits: usize) -> Option<(u32, usize)> {
    let end = text.digits(at);
    let value = text.text(at..end).parse().ok()?;
    (end - at <= digits).then_some((value, end))
}

/// A year of four digits.
pub(super) fn year(text: &Letters, at: usize) -> Option<(u32, usize)> {
    let (year, end) = small(text, at, 4)?;
    (end == at + 4 && (1900..2200).contains(&year)).then_some((year, end))
}

/// `627/KH-SNgV`, `91/2025/QH15`, `M-21/QĐ-MAU`: at its first digit.
pub(super) fn document(text: &Letters, at: usize) -> Option<Draft> {
    let mut end = text.digits(at);
    if end - at > 6 || text.at(end) != '/' {
        return None;
    }
    if let Some((_, year_end)) = year(text, end + 1)
        && text.at(year_end) == '/'
    {
        end = year_end;
    }
    let symbol = end + 1;
    end = symbol_end(text, symbol);
    let capitals = text.text(symbol..end).chars().filter(|it| it.is_uppercase()).count();
    let is_joined = text.at(end) == '-' && is_letter(text.at(end + 1));
    if !text.at(symbol).is_uppercase() || (capitals < 2 && !is_joined) {
        return None;
    }
    while text.at(end) == '-' && is_letter(text.at(end + 1)) {
        end = symbol_end(text, end + 1);
    }
    let is_specimen = text.before(at) == '-'
        && at.checked_sub(2).is_some_and(|it| text.at(it) == 'M' && text.is_start(it));
    let start = if is_specimen { at - 2 } else { at };
    let written = text.text(start..end).to_uppercase();
    // In other languages Vietnamese letters are often written without their marks.
    let folded = fold::fold(&written).to_uppercase();
    Some(Draft::new(Kind::Document, written, start..end).or(folded))
}

fn symbol_end(text: &Letters, mut at: usize) -> usize {
    while is_letter(text.at(at)) || text.at(at).is_ascii_digit() || text.at(at) == '&' {
        at += 1;
    }
    at
}

/// Digits in a word of letters: `A4`, `Covid-19`, `PA-2025-0012`. They are a number only where
/// they are many, because the short ones are names, which languages write as they like.
pub(super) fn code(text: &Letters, at: usize) -> Option<(Option<Draft>, usize)> {
    let before = text.before(at);
    let hyphen = at.saturating_sub(1);
    let word = if before == '-' { word_start(text, hyphen) } else { at };
    // `mid-2026` has a number, `QL-18` has a name.
    let is_name = text.text(word..hyphen).chars().any(char::is_uppercase)
        || text.said(word, "covid").is_some();
    let start = match before {
        '_' => at,
        // `4x6`
        'x' | 'X' if at > 1 && text.at(at - 2).is_ascii_digit() => return None,
        _ if is_letter(before) => word_start(text, at),
        '-' if word < hyphen && is_name => word,
        _ => return None,
    };
    let is_part = |it: char| is_letter(it) || it.is_ascii_digit() || it == '_';
    let mut end = at;
    while is_part(text.at(end)) || (text.at(end) == '-' && is_part(text.at(end + 1))) {
        end += 1;
    }
    let written = text.text(start..end).to_uppercase();
    let digits = written.chars().filter(char::is_ascii_digit).count();
    let draft = Draft::new(Kind::Document, written, start..end);
    Some(((digits >= 4).then_some(draft), end))
}

/// Where the word begins that ends here.
fn word_start(text: &Letters, at: usize) -> usize {
    let mut start = at;
    while start > 0 && (is_letter(text.before(start)) || text.before(start) == '_') {
        start -= 1;
    }
    start
}

/// The end of the address of a page or a mailbox, if the digit here stands in one.
pub(super) fn address(text: &Letters, at: usize) -> Option<usize> {
    let range = text.unbroken(at);
    let end = range.end;
    let written = text.text(range);
    let host = written.split_once('/').map_or("", |it| it.0);
    let letters: Vec<_> = host.chars().collect();
    let has_path = letters
        .windows(3)
        .any(|it| matches!(it, [a, '.', b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic()));
    let is_address = written.contains("://") || written.contains('@') || has_path;
    (is_address || written.starts_with("www.")).then_some(end)
}

/// A telephone number: `0205 3812 345`, `(0205) 3812.345`, `+84 205 3812 345`, `1900 6789`. At its
/// first digit or the sign before it.
pub(super) fn telephone(text: &Letters, start: usize) -> Option<Draft> {
    let mut at = start;
    while matches!(text.at(at), '+' | '(') && at < start + 2 {
        at += 1;
    }
    let is_foreign = (start..at).any(|it| text.at(it) == '+');
    let is_open = (start..at).any(|it| text.at(it) == '(');
    let first = text.text(at..text.digits(at));
    let (least, most) = match first.as_str() {
        _ if is_foreign => (8, 15),
        "1900" | "1800" => (8, 10),
        "84" if is_open => (10, 11),
        _ if first.len() >= 2 && first.starts_with('0') => (9, 11),
        _ => return None,
    };
    let (mut digits, mut end) = (String::new(), at);
    loop {
        let group_end = text.digits(at);
        if group_end == at || digits.len() + (group_end - at) > most {
            break;
        }
        digits.push_str(&text.text(at..group_end));
        end = group_end;
        at = group_end;
        // One mark between two groups, or a bracket and a mark.
        while matches!(text.at(at), ' ' | '.' | '-' | '(' | ')') && at < group_end + 2 {
            at += 1;
        }
        if at == group_end + 2 && !text.text(group_end..at).contains(['(', ')']) {
            break;
        }
    }
    if digits.len() < least || text.at(end).is_ascii_digit() {
        return None;
    }
    let is_home = is_foreign || is_open;
    let national = digits.strip_prefix("84").filter(|_| is_home);
    let national = national.map(|it| it.strip_prefix('0').unwrap_or(it));
    let national = national.or(digits.strip_prefix('0')).unwrap_or(&digits);
    Some(Draft::new(Kind::Telephone, national.to_owned(), start..end))
}

/// A date or month of digits: `05/02/2026`, `5-2-2026`, `5.2.2026`, `2026-02-05`, `4/2025`.
pub(super) fn date(text: &Letters, at: usize) -> Option<Draft> {
    let (first, first_end) = small(text, at, 4)?;
    let sign = text.at(first_end);
    if !matches!(sign, '/' | '-' | '.') {
        return None;
    }
    let (second, second_end) = small(text, first_end + 1, 4)?;
    let (first_length, second_length) = (first_end - at, second_end - first_end - 1);
    let closes = |end: usize| {
        !(matches!(text.at(end), '/' | '-' | '.' | ',') && text.at(end + 1).is_ascii_digit())
    };
    if text.at(second_end) == sign
        && let Some((third, end)) = small(text, second_end + 1, 4)
        && closes(end)
        && second_length <= 2
    {
        let third_length = end - second_end - 1;
        let when = match (first_length, third_length) {
            (4, 1..=2) => When { year: first, month: second, day: third },
            (1..=2, 4) => When { year: third, month: second, day: first },
            (2, 2) if sign == '/' => When { year: 2000 + third, month: second, day: first },
            _ => return None,
        };
        // Americans write the month first.
        let turned = When { month: when.day, day: when.month, ..when };
        let may_turn = text.language == Language::En && third_length == 4;
        let when = [when, turned].into_iter().take(1 + usize::from(may_turn));
        return when.into_iter().find(|it| it.is_date()).map(|it| it.draft(at..end));
    }
    if !closes(second_end) {
        return None;
    }
    let is_said = || matches!(text.word_before(at).as_str(), "tháng" | "month");
    let when = match (first_length, second_length) {
        (1..=2, 4) if sign == '/' || is_said() => When { year: second, month: first, day: 0 },
        (4, 2) if sign != '.' => When { year: first, month: second, day: 0 },
        _ => return None,
    };
    when.is_month().then(|| when.draft(at..second_end))
}

/// `05/02` is a day. It may be two numbers as well (`2/3 số phiếu`, `24/7`), and then languages
/// say it in other ways.
pub(super) fn day(text: &Letters, at: usize) -> Option<Draft> {
    let (day, sign) = small(text, at, 2)?;
    let (month, end) = small(text, sign + 1, 2).filter(|_| text.at(sign) == '/')?;
    if matches!(text.at(end), '/' | '.' | ',') && text.at(end + 1).is_ascii_digit() {
        return None;
    }
    // Around the clock: one number, said twice.
    if day == month && day == 24 {
        return Some(Draft::number(Decimal::whole(24), at..end));
    }
    let when = When { year: 0, month, day };
    if !when.is_day() {
        return None;
    }
    let draft = when.draft(at..end);
    if text.language == Language::Vi && matches!(text.word_before(at).as_str(), "ngày" | "hôm") {
        return Some(draft);
    }
    Some(draft.or(format!("{day}/{month}")).of([day, month]))
}
