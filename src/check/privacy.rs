//! Rules about personal data: what must never stand on a public page (checks.md §3.8).

use std::collections::BTreeSet;

use crate::check::Facts;
use crate::diagnostic::problem::Problem;
use crate::diagnostic::{Diagnostics, FileId, Span};

/// Runs the rules of this family.
pub(super) fn run(facts: &Facts<'_>, found: &mut Diagnostics) {
    let known = Known::of(facts);
    for (file, source) in facts.sources.under("content/") {
        if source.path.rsplit_once('.').is_some_and(|it| it.1 == "md") {
            numbers(file, &source.text, &known, found);
            emails(file, &source.text, &known, found);
        }
    }
    names(facts, found);
    form(facts, found);
}

/// Numbers and addresses of the office itself.
struct Known {
    phones: BTreeSet<String>,
    /// Domains of its addresses.
    domains: BTreeSet<String>,
}

impl Known {
    fn of(facts: &Facts<'_>) -> Self {
        let (project, data) = (facts.project, facts.data);
        let units = data.units.iter();
        let phones = units.clone().flat_map(|it| &it.phones).chain([&project.office.hotline]);
        let phones =
            phones.chain(units.clone().flat_map(|it| it.contacts.iter().map(|it| &it.phone)));
        let emails = units.clone().map(|it| &it.email).chain([&project.office.email]);
        let emails = emails.chain(units.flat_map(|it| it.contacts.iter().map(|it| &it.email)));
        let domain = |it: &String| Some(it.rsplit_once('@')?.1.to_lowercase());
        let own = [project.host().to_lowercase()];
        Self {
            phones: phones.map(|it| national(it)).collect(),
            domains: emails.filter_map(domain).chain(own).collect(),
        }
    }
}

/// `personal-id`, `passport-number`, `personal-phone`, `bank-account`.
fn numbers(file: FileId, text: &str, known: &Known, found: &mut Diagnostics) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(next) = first_digit(&bytes[at..]) {
        let start = at + next;
        let length = bytes[start..].iter().take_while(|it| it.is_ascii_digit()).count();
        at = start + length;
        // Most numbers are years, days and counts: too short, and no group of a longer one.
        if length < 7 && !is_group(&bytes[at..]) {
            continue;
        }
        let is_word = is_edge(text[..start].chars().next_back());
        if is_word && is_citizen_number(&text[start..at], &text[..start], bytes.get(at)) {
            found.push(Problem::PersonalId {}, Span::new(file, start..at));
            continue;
        }
        if let Some(letter) = passport(text, start, at) {
            let (span, number) = (letter..at, text[letter..at].to_owned());
            found.push(Problem::PassportNumber { text: number }, Span::new(file, span));
            continue;
        }
        let end = spaced(bytes, start);
        let whole = &text[start..end];
        let digits = whole.bytes().filter(u8::is_ascii_digit).count();
        if is_word && digits >= 8 && is_account(&text[..start]) {
            found.push(Problem::BankAccount {}, Span::new(file, start..end));
            at = end;
        } else if is_word && is_mobile(whole) && !known.phones.contains(&national(whole)) {
            let problem = Problem::PersonalPhone { text: whole.to_owned() };
            found.push(problem, Span::new(file, start..end));
            at = end;
        }
    }
}

/// Whether a word may begin or end beside a character.
fn is_edge(beside: Option<char>) -> bool {
    beside.is_none_or(|it| !(it.is_alphanumeric() || matches!(it, '_' | '-' | '/' | '.' | ':')))
}

/// A number of twelve digits that is said to be a citizen's, or is of the form of one: a province
/// of 001 to 096, the century and sex, the year.
fn is_citizen_number(digits: &str, before: &str, after: Option<&u8>) -> bool {
    if digits.len() != 12 || after.is_some_and(u8::is_ascii_alphanumeric) {
        return false;
    }
    let province = digits[..3].parse().is_ok_and(|it: u16| (1..=96).contains(&it));
    let century = matches!(digits.as_bytes()[3], b'0'..=b'3');
    (province && century) || is_said(before, &["cccd", "định danh", "căn cước", "citizen id"])
}

/// Where a passport number begins: one capital letter before seven or eight digits.
fn passport(text: &str, start: usize, end: usize) -> Option<usize> {
    let letter = text[..start].chars().next_back().filter(char::is_ascii_uppercase)?;
    let at = start - letter.len_utf8();
    let is_whole = is_edge(text[..at].chars().next_back()) && is_edge(text[end..].chars().next());
    ((7..=8).contains(&(end - start)) && is_whole).then_some(at)
}

/// The first digit. Many are asked at once: most texts have none for a long way.
fn first_digit(text: &[u8]) -> Option<usize> {
    let is_it = |it: &u8| it.wrapping_sub(b'0') < 10;
    let (pieces, _) = text.as_chunks::<32>();
    let piece = pieces.iter().position(|it| it.iter().fold(false, |any, it| any | is_it(it)));
    let start = piece.unwrap_or(pieces.len()) * 32;
    text[start..].iter().position(is_it).map(|it| start + it)
}

/// Whether what follows a group of digits may belong to the same number.
fn is_group(after: &[u8]) -> bool {
    matches!(after, [b' ' | b'.' | b'-', b'0'..=b'9', ..])
}

/// The end of a number whose digits may stand in groups.
fn spaced(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    for (at, byte) in bytes.iter().enumerate().skip(start) {
        match byte {
            b'0'..=b'9' => end = at + 1,
            // One mark between two groups.
            b' ' | b'.' | b'-' if end == at => {}
            _ => break,
        }
    }
    end
}

/// Whether words close before a number say what it is.
fn is_said(before: &str, words: &[&str]) -> bool {
    let start = before.char_indices().rev().nth(30).map_or(0, |it| it.0);
    let clause = before[start..].rsplit(['\n', '.', ';']).next().unwrap_or_default();
    let line = clause.to_lowercase();
    words.iter().any(|it| line.contains(it))
}

fn is_account(before: &str) -> bool {
    is_said(before, &["stk", "số tài khoản", "account no", "bank account", "账号"])
}

/// The digits of a telephone number as they are dialled in Viet Nam.
fn national(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix("84") {
        Some(rest) if digits.len() == 11 => format!("0{rest}"),
        _ => digits,
    }
}

/// A mobile number: 0 or +84, then 3, 5, 7, 8 or 9, then eight digits.
fn is_mobile(text: &str) -> bool {
    let digits = national(text);
    digits.len() == 10
        && digits.starts_with('0')
        && matches!(digits.as_bytes()[1], b'3' | b'5' | b'7' | b'8' | b'9')
}

/// `personal-email`: an address of another domain than those of the office.
fn emails(file: FileId, text: &str, known: &Known, found: &mut Diagnostics) {
    for at in memchr::memchr_iter(b'@', text.as_bytes()) {
        let is_part = |it: &char| it.is_ascii_alphanumeric() || matches!(it, '.' | '_' | '-' | '+');
        let local: usize = text[..at].chars().rev().take_while(is_part).count();
        let domain: usize = text[at + 1..].chars().take_while(is_part).count();
        let domain = text[at + 1..at + 1 + domain].trim_end_matches(['.', '-', '_']);
        if local == 0 || !domain.contains('.') {
            continue;
        }
        if !known.domains.contains(&domain.to_lowercase()) {
            let span = at - local..at + 1 + domain.len();
            let problem = Problem::PersonalEmail { text: text[span.clone()].to_owned() };
            found.push(problem, Span::new(file, span));
        }
    }
}

/// `personal-id` in what a register keeps for ever: titles, facts and names of files of documents
/// with codes (verification.md §7.7).
fn names(facts: &Facts<'_>, found: &mut Diagnostics) {
    for (_, item) in facts.catalogue.items().filter(|(_, it)| it.code().is_some()) {
        let span = Span::start_of(item.source_text().file);
        for text in item.texts() {
            if let Some(title) = text.words.title.as_ref().filter(|it| is_personal(&it.value)) {
                found.push(Problem::PersonalId {}, title.span);
            }
            if text.words.facts.iter().any(|(label, it)| is_personal(label) || is_personal(it)) {
                found.push(Problem::PersonalId {}, Span::start_of(text.file));
            }
        }
        if item.files().iter().any(|it| is_personal(&it.value)) {
            found.push(Problem::PersonalId {}, span);
        }
    }
}

/// Twelve digits, or ten that begin with 0: numbers of citizens and their telephones.
fn is_personal(text: &str) -> bool {
    let runs = text.split(|it: char| !it.is_ascii_digit());
    runs.into_iter().any(|it| it.len() == 12 || (it.len() == 10 && it.starts_with('0')))
}

/// `form-notice`: a form that takes personal data says how they are protected.
fn form(facts: &Facts<'_>, found: &mut Diagnostics) {
    let forms = &facts.project.forms;
    if forms.endpoint.is_empty() {
        return;
    }
    let is_safe = forms.endpoint.starts_with("https://");
    if !is_safe || forms.privacy_page.is_none() || forms.retention_months <= 0 {
        found.push(Problem::FormNotice {}, facts.project.file);
    }
}
