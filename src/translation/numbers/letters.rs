//! A text letter by letter, as its numbers are read.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::language::Language;
use crate::language::script::is_wide;

/// The letters of a text, full-width forms and odd spaces folded, each with its place in the text.
/// A place beyond the end has the letter `\0`, which is no part of any number.
#[derive(Debug)]
pub(super) struct Letters {
    chars: Vec<char>,
    places: Vec<usize>,
    pub(super) language: Language,
}

impl Letters {
    pub(super) fn new(text: &str, language: Language) -> Self {
        let chars = text.chars().map(plain).collect();
        let places = text.char_indices().map(|it| it.0).chain([text.len()]).collect();
        Self { chars, places, language }
    }

    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    pub(super) fn at(&self, at: usize) -> char {
        self.chars.get(at).copied().unwrap_or_default()
    }

    /// The letter before a place.
    pub(super) fn before(&self, at: usize) -> char {
        at.checked_sub(1).map_or('\0', |it| self.at(it))
    }

    /// The letters as they are read.
    pub(super) fn text(&self, range: Range<usize>) -> String {
        self.chars.get(range).unwrap_or_default().iter().collect()
    }

    /// Where letters stand in the text.
    pub(super) fn range(&self, range: Range<usize>) -> Range<usize> {
        let place = |it: usize| self.places.get(it).or(self.places.last()).copied();
        place(range.start).unwrap_or_default()..place(range.end).unwrap_or_default()
    }

    fn run(&self, at: usize, is_part: impl Fn(char) -> bool) -> usize {
        let rest = self.chars.get(at..).unwrap_or_default();
        at + rest.iter().take_while(|it| is_part(**it)).count()
    }

    /// The end of a run of digits.
    pub(super) fn digits(&self, at: usize) -> usize {
        self.run(at, |it| it.is_ascii_digit())
    }

    /// The end of white space.
    pub(super) fn space(&self, at: usize) -> usize {
        self.run(at, |it| it == ' ')
    }

    /// The end of a word of letters.
    pub(super) fn word(&self, at: usize) -> usize {
        self.run(at, is_letter)
    }

    /// The letters around a place up to a space or what is not ASCII; of long ones, the nearest.
    pub(super) fn unbroken(&self, at: usize) -> Range<usize> {
        const LENGTH: usize = 200;
        let before = self.chars.get(at.saturating_sub(LENGTH)..at).unwrap_or_default();
        let start = at - before.iter().rev().take_while(|it| it.is_ascii_graphic()).count();
        let after = self.chars.get(at..).unwrap_or_default().iter().take(LENGTH);
        start..at + after.take_while(|it| it.is_ascii_graphic()).count()
    }

    /// The word before a place in lower case; spaces between do not count.
    pub(super) fn word_before(&self, at: usize) -> String {
        let before = self.chars.get(..at).unwrap_or_default();
        let end = at - before.iter().rev().take_while(|it| **it == ' ').count();
        let before = before.get(..end).unwrap_or_default();
        let start = end - before.iter().rev().take_while(|it| is_letter(**it)).count();
        self.text(start..end).to_lowercase()
    }

    /// Whether a word may begin here.
    pub(super) fn is_start(&self, at: usize) -> bool {
        let before = self.before(at);
        !is_letter(before) && !before.is_ascii_digit()
    }

    /// The end of a phrase, if it stands here in whatever case. A phrase that ends with a letter
    /// is no part of a longer word.
    pub(super) fn said(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut end = at;
        for letter in phrase.chars() {
            if lower(self.at(end)) != letter {
                return None;
            }
            end += 1;
        }
        let is_whole = !is_letter(self.before(end)) || !is_letter(self.at(end));
        is_whole.then_some(end)
    }

    /// What a table has for the first of its phrases that stands here, with the end. Spaces before
    /// do not count.
    pub(super) fn find<T: Copy>(&self, at: usize, table: &[(&str, T)]) -> Option<(T, usize)> {
        let at = self.space(at);
        table.iter().find_map(|(phrase, it)| Some((*it, self.said(at, phrase)?)))
    }

    /// The end of the first phrase that stands here. Spaces before do not count.
    pub(super) fn any(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        let at = self.space(at);
        phrases.iter().find_map(|it| self.said(at, it))
    }

    /// Whether nothing but words that join numbers stands between two places: `5–7`, `5 đến 7`.
    pub(super) fn joins(&self, range: Range<usize>) -> bool {
        const JOINS: [&str; 17] = [
            "-", "–", "—", "~", ",", "đến", "tới", "và", "hoặc", "to", "and", "or", "至", "到",
            "和", "或", "、",
        ];
        JOINS.contains(&self.text(range).trim().to_lowercase().as_str())
    }
}

/// A letter of a writing that puts spaces between words, or a mark on one.
pub(super) fn is_letter(it: char) -> bool {
    match it {
        '\0'..='\u{7f}' => it.is_ascii_alphabetic(),
        // Nearly every other letter of our languages is told by its range.
        '\u{c0}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}' => !matches!(it, '×' | '÷'),
        '\u{4e00}'..='\u{9fff}' => false,
        _ => (it.is_alphabetic() || is_combining_mark(it)) && !is_wide(it),
    }
}

fn lower(it: char) -> char {
    if it.is_ascii() { it.to_ascii_lowercase() } else { it.to_lowercase().next().unwrap_or(it) }
}

/// Full-width forms become those of ASCII, all but the comma: in Chinese it parts clauses, and
/// `增至100，200人` are two numbers.
fn plain(it: char) -> char {
    match it {
        '，' => it,
        '！'..='～' => char::from_u32(u32::from(it) - 0xfee0).unwrap_or(it),
        '￥' => '¥',
        '‐' | '‑' => '-',
        _ if it.is_whitespace() => ' ',
        _ => it,
    }
}
