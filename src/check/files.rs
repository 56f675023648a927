//! Rules about files and the characters in them (checks.md §3.1).

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::check::{Facts, start};
use crate::diagnostic::problem::{Problem, Word};
use crate::diagnostic::{Diagnostics, FileId, Fix, Span};
use crate::document::meta::Details;
use crate::document::{self, Document};
use crate::language::Language;
use crate::language::script::{
    self, Bytes, first_of, is_foreign_letter, is_invisible, is_surely_composed,
};

/// Runs the rules of this family that need the whole site.
pub(super) fn run(facts: &Facts<'_>, diagnostics: &mut Diagnostics) {
    empty_text(facts, diagnostics);
    unused_file(facts, diagnostics);
    translation_title(facts, diagnostics);
    settings(facts, diagnostics);
}

/// The rules about characters for the settings and the tables, whose words are published too. Chinese
/// stands in all of them, so full-width letters are let pass.
fn settings(facts: &Facts<'_>, found: &mut Diagnostics) {
    for (file, source) in facts.sources.iter() {
        let is_table = source.path.starts_with("content/data/");
        if is_table || file == facts.project.file.file {
            characters(file, Language::Zh, &source.text, found);
        }
    }
}

/// `not-nfc`, `invisible-character`, `lookalike-letter`, `full-width-latin`.
pub(super) fn characters(file: FileId, language: Language, text: &str, found: &mut Diagnostics) {
    let mut composed = true;
    let mut strange = false;
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(next) = first_of(&NOTABLE, &bytes[at..]) {
        at += next;
        if let [0xc3 | 0xe1, second, ..] = bytes[at..]
            && is_usual(bytes[at], second)
        {
            at += 2;
            continue;
        }
        let Some(it) = text[at..].chars().next() else { break };
        at += it.len_utf8();
        composed &= is_surely_composed(it);
        strange |= is_invisible(it) || is_foreign_letter(it) || is_full_width(it);
    }
    if !(composed || is_nfc(text)) {
        not_nfc(file, text, found);
    }
    if strange {
        invisible(file, text, found);
        lookalike(file, text, found);
        if language != Language::Zh {
            full_width(file, text, found);
        }
    }
}

/// The bytes at which a text is looked at: those that can begin a character of which anything is
/// to be asked. Printable ASCII, the Latin letters from Ā to Ɏ and the Han characters from 倀 on
/// cannot; nor can what continues a character.
const NOTABLE: Bytes = {
    let mut table = [false; 256];
    let mut byte: u8 = 0;
    while byte < 0xff {
        table[byte as usize] = !matches!(byte,
            b' '..=b'~' | b'\n' | 0x80..=0xbf | 0xc4..=0xc8 | 0xe5..=0xe9);
        byte += 1;
    }
    table
};

/// Whether two bytes begin a Latin letter of U+00C0 to U+00FF, but for eth, or of U+1E00 to U+1EFF.
fn is_usual(first: u8, second: u8) -> bool {
    match first {
        0xc3 => !matches!(second, 0x90 | 0xb0),
        _ => matches!(second, 0xb8..=0xbb),
    }
}

fn is_full_width(it: char) -> bool {
    matches!(it, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// Reports that words are not composed: once, at the first of them. Whoever types like this types
/// the whole file like this.
fn not_nfc(file: FileId, text: &str, found: &mut Diagnostics) {
    let mut all = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let start = at;
        at += word.len();
        if is_nfc(word) {
            continue;
        }
        let (word, start) = without_marks(word, start);
        all.push((Span::new(file, start..start + word.len()), word.nfc().collect::<String>()));
    }
    let Some((span, text)) = all.first().cloned() else { return };
    let n = i64::try_from(all.len()).unwrap_or(i64::MAX);
    found.push_fixable(Problem::NotNfc { text, n }, span, Fix::ReplaceEach(all));
}

/// A word without the quotation marks and punctuation around it, and where it begins.
fn without_marks(word: &str, start: usize) -> (&str, usize) {
    let is_mark =
        |it: char| it.is_whitespace() || it.is_ascii_punctuation() || "“”‘’«»…–—".contains(it);
    let bare = word.trim_matches(is_mark);
    // A mark of punctuation may be what is not composed.
    let bare = if is_nfc(bare) { word.trim() } else { bare };
    (bare, start + word.find(bare).unwrap_or_default())
}

fn invisible(file: FileId, text: &str, found: &mut Diagnostics) {
    for (at, it) in text.char_indices() {
        if is_invisible(it) && !(at == 0 && it == '\u{feff}') {
            found.push_invisible(it, Span::new(file, at..at + it.len_utf8()));
        }
    }
}

/// `invisible-character`, where the front matter writes it by its number: `\u200B`.
pub(super) fn escaped(document: &Document, text: &str, found: &mut Diagnostics) {
    let front = &text[document.front.range()];
    for at in memchr::memchr_iter(b'\\', front.as_bytes()) {
        let before = &front[..at];
        let line = before.rsplit('\n').next().unwrap_or_default();
        let is_escaped = (before.len() - before.trim_end_matches('\\').len()) % 2 == 1;
        // Between single quotes a backslash is a backslash.
        let is_literal = line.find(['"', '\'']).is_some_and(|it| line[it..].starts_with('\''));
        if is_escaped || is_literal {
            continue;
        }
        if let Some((it, length)) = escape(&front[at + 1..]).filter(|it| is_invisible(it.0)) {
            found.push_invisible(it, document.front.part(at..at + 1 + length));
        }
    }
}

/// The character that an escape of TOML stands for, and how long it is after the backslash.
fn escape(text: &str) -> Option<(char, usize)> {
    let digits = match text.bytes().next()? {
        b'b' => return Some(('\u{8}', 1)),
        b'e' => return Some(('\u{1b}', 1)),
        b'f' => return Some(('\u{c}', 1)),
        b'x' => 2,
        b'u' => 4,
        b'U' => 8,
        _ => return None,
    };
    let number = u32::from_str_radix(text.get(1..=digits)?, 16).ok()?;
    Some((char::from_u32(number)?, digits + 1))
}

/// Reports eth for Đ, and a Cyrillic or Greek letter in a word with Latin letters.
fn lookalike(file: FileId, text: &str, found: &mut Diagnostics) {
    let mut at = 0;
    for word in text.split_inclusive(|it: char| !it.is_alphabetic()) {
        let latin = word.chars().any(|it| is_latin(it) && !matches!(it, 'Ð' | 'ð'));
        for (offset, it) in script::foreign_letters(word) {
            let is_eth = matches!(it, 'Ð' | 'ð');
            if !(is_eth || latin) {
                continue;
            }
            let span = Span::new(file, at + offset..at + offset + it.len_utf8());
            found.push(Problem::lookalike(it), span);
        }
        at += word.len();
    }
}

fn is_latin(it: char) -> bool {
    it.is_ascii_alphabetic() || matches!(it, 'À'..='ɏ' | 'Ḁ'..='ỿ')
}

fn full_width(file: FileId, text: &str, found: &mut Diagnostics) {
    let mut rest = text;
    while let Some(start) = rest.find(is_full_width) {
        let offset = text.len() - rest.len() + start;
        let run = rest[start..].find(|it| !is_full_width(it)).unwrap_or(rest.len() - start);
        let written = &rest[start..start + run];
        let span = Span::new(file, offset..offset + run);
        let fix = Fix::Replace { span, text: written.nfkc().collect() };
        found.push_fixable(Problem::FullWidthLatin { text: written.to_owned() }, span, fix);
        rest = &rest[start + run..];
    }
}

/// Marks of secrecy, each on a line of its own (Law 104/2016/QH13).
const MARKS: &[&str] = &["MẬT", "TỐI MẬT", "TUYỆT MẬT", "LƯU HÀNH NỘI BỘ"];

/// `secrecy-marking`.
pub(super) fn secrecy(document: &Document, text: &str, found: &mut Diagnostics) {
    let body = &text[document.body.range()];
    let is_around = |it: char| it.is_whitespace() || "*_#>|[]()".contains(it);
    let mut at = 0;
    for end in memchr::memchr_iter(b'\n', body.as_bytes()).chain([body.len()]) {
        let line = &body[at..end];
        let start = at + line.find(|it| !is_around(it)).unwrap_or(line.len());
        if begins_marking(&body[start..end]) {
            let words = body[start..end].trim_end_matches(is_around);
            if is_marking(words) {
                let span = document.body.part(start..start + words.len());
                found.push(Problem::SecrecyMarking { text: words.to_owned() }, span);
            }
        }
        at = (end + 1).min(body.len());
    }
    if let Some(title) = document.words.title.as_ref().filter(|it| is_marking(it.value.trim())) {
        found.push(Problem::SecrecyMarking { text: title.value.clone() }, title.span);
    }
}

/// Whether a line begins with a letter of a marking. Nearly every line begins with another.
fn begins_marking(line: &str) -> bool {
    line.starts_with(['M', 'm', 'T', 't', 'L', 'l', 'Đ', 'đ'])
}

/// Whether a line says that a paper is secret.
pub(crate) fn is_marking(line: &str) -> bool {
    begins_marking(line)
        && line.len() < 80
        && (line.to_lowercase().starts_with("độ mật:")
            || MARKS.contains(&line.to_uppercase().as_str())
                && (line.chars().next().is_some_and(char::is_uppercase)))
}

/// `title-form`.
pub(super) fn title(document: &Document, found: &mut Diagnostics) {
    let Some(title) = &document.words.title else { return };
    let text = title.value.trim();
    let letters = text.chars().filter(|it| it.is_alphabetic());
    // Chinese has no case: capitals in it are names.
    let has_case = letters.clone().all(|it| it.is_lowercase() || it.is_uppercase());
    let why = if text.chars().count() > 200 {
        "why-long"
    } else if text.ends_with(['.', '。']) {
        "why-full-stop"
    } else if has_case && letters.clone().count() > 8 && !letters.clone().any(char::is_lowercase) {
        "why-capitals"
    } else {
        return;
    };
    found.push(Problem::TitleForm { why: Word(why.to_owned()) }, title.span);
}

/// `date-words`: days below 10 and months 1 and 2 have a zero, other months have none (N30).
pub(super) fn date_words(document: &Document, text: &str, found: &mut Diagnostics) {
    let body = &text[document.body.range()];
    for (at, _) in body.match_indices("ngày ") {
        let Some((length, day, month, year)) = date_after(&body[at..]) else { continue };
        let (Ok(day_number), Ok(month_number)) = (day.parse::<u32>(), month.parse::<u32>()) else {
            continue;
        };
        let month_right =
            if month_number < 3 { format!("{month_number:02}") } else { month_number.to_string() };
        let right = format!("ngày {day_number:02} tháng {month_right} năm {year}");
        if body[at..at + length] != right {
            let span = document.body.part(at..at + length);
            let fix = Fix::Replace { span, text: right.clone() };
            found.push_fixable(Problem::DateWords { right }, span, fix);
        }
    }
}

/// `ngày D tháng M năm YYYY` at the start of a text: its length and three numbers.
fn date_after(text: &str) -> Option<(usize, &str, &str, &str)> {
    let digits = |text: &'_ str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut rest = text.strip_prefix("ngày ")?;
    let day = &rest[..digits(rest)];
    rest = rest[day.len()..].strip_prefix(" tháng ")?;
    let month = &rest[..digits(rest)];
    rest = rest[month.len()..].strip_prefix(" năm ")?;
    let year = &rest[..digits(rest)];
    let fits = (1..=2).contains(&day.len()) && (1..=2).contains(&month.len()) && year.len() == 4;
    fits.then(|| (text.len() - rest.len() + 4, day, month, year))
}

/// `empty-text`: the source has neither a body nor a file.
fn empty_text(facts: &Facts<'_>, found: &mut Diagnostics) {
    for (_, item) in facts.catalogue.items() {
        let excepted = match &item.meta.details {
            Details::Alert(_) => true,
            Details::Mou(it) => it.cleared.as_ref().is_some_and(|it| !it.value),
            _ => false,
        };
        let has_files = !item.files().is_empty() || item.meta.has_unread_files();
        if !(excepted || item.source_text().has_text() || has_files) {
            found.push(Problem::EmptyText {}, start(item.source_text().file));
        }
    }
}

/// `unused-file`: a file in the item's folder that no text and no key names.
fn unused_file(facts: &Facts<'_>, found: &mut Diagnostics) {
    for attachment in facts.sources.attachments() {
        let Some(path) = attachment.path.strip_prefix("content/") else { continue };
        let Some((folder, name)) = path.rsplit_once('/') else { continue };
        // A text under a wrong name was reported as one.
        if document::is_meant_as_text(name) {
            continue;
        }
        let is_unused = match facts.catalogue.find(folder) {
            Some(it) => {
                let item = facts.catalogue.item(it);
                // Where the names could not be read, or one is nearly this one, that was reported.
                let is_meant = || {
                    let mut names = item.file_names();
                    names.any(|it| item.near_file(it, facts.sources).as_deref() == Some(name))
                };
                let is_named = item.file_names().any(|it| it == name);
                // A link with a space in its address is none, which was reported.
                let is_typed = || {
                    let link = format!("]({name}");
                    item.texts().any(|it| facts.sources.text(it.body).contains(&link))
                };
                !(is_named || item.meta.has_unread_files() || is_meant() || is_typed())
            }
            // Without its item the folder has another problem already.
            None => !folder.contains('/'),
        };
        if is_unused {
            found.push(Problem::UnusedFile { file: name.to_owned() }, start(attachment.file));
        }
    }
}

/// `translation-title`: a language without title and summary. What an alert's template words has.
fn translation_title(facts: &Facts<'_>, found: &mut Diagnostics) {
    for (_, item) in facts.catalogue.items() {
        let has_template =
            matches!(&item.meta.details, Details::Alert(it) if it.template.is_some());
        if has_template {
            continue;
        }
        for &language in &facts.project.languages {
            if item.lacks(language) {
                let file = format!("index.{}.md", language.code());
                let problem = Problem::TranslationTitle { lang: language, file };
                found.push(problem, start(item.source_text().file));
            }
        }
    }
}
