//! The numbers of a text as they are compared between languages (translation.md §5).

mod dates;
mod decimal;
mod draft;
mod figures;
mod letters;
mod measures;
mod reader;
mod spelled;
#[cfg(test)]
mod tests;
mod times;

use std::ops::Range;

use crate::language::Language;
use draft::Draft;
use letters::Letters;
use reader::Written;

/// What a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The number of a document, or another mark of letters and digits.
    Document,
    /// A day of a year.
    Date,
    /// A month of a year.
    Month,
    /// A day of any year.
    Day,
    /// A time of day.
    Time,
    /// Money.
    Amount,
    /// A part of a hundred.
    Percent,
    /// Any other number: how many, or which.
    Number,
    /// A telephone number.
    Telephone,
}

/// A number in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// The form that is the same in all languages.
    pub canonical: String,
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// What a right translation may have for it instead, in canonical form: the day of a date
    /// whose month is said elsewhere, the digits of an amount whose currency is.
    others: Vec<String>,
    /// Numbers that say the same together.
    pieces: Vec<String>,
}

impl Token {
    /// Whether another number may say the same. What both may only be in short proves nothing.
    fn may_be(&self, other: &Self) -> bool {
        self.others.contains(&other.canonical) || other.others.contains(&self.canonical)
    }

    /// Whether a number in words may say the same. A word for the day of a date does not: days
    /// are small numbers, and words for those stand everywhere.
    fn may_be_word(&self, word: &Self) -> bool {
        let is_day = matches!(self.kind, Kind::Date | Kind::Day);
        let is_small = word.canonical.bytes().all(|it| it.is_ascii_digit());
        self.canonical == word.canonical
            || word.others.contains(&self.canonical)
            || !(is_day && is_small) && self.others.contains(&word.canonical)
    }

    /// The year, if it is one or has one.
    fn year(&self) -> Option<&str> {
        match self.kind {
            Kind::Date | Kind::Month => self.canonical.get(..4),
            Kind::Number if self.is_year() => Some(&self.canonical),
            _ => None,
        }
    }

    /// Whether it may be nothing but a year.
    fn is_year(&self) -> bool {
        let is_number = self.kind == Kind::Number && self.canonical.len() == 4;
        is_number && self.canonical.parse().is_ok_and(|it: u32| (1900..2200).contains(&it))
    }
}

/// The numbers of a normal text in canonical form: those in digits, and those in words that stand
/// for digits in another language (`Chương II`, `第三条`, `百分之五点五`). They do not overlap.
pub fn tokens(text: &str, language: Language) -> Vec<Token> {
    if may_have_numbers(text) { read(text, language, Written::Digits) } else { Vec::new() }
}

/// Digits, capital letters of Roman numerals, and what is beyond Latin: no other text has numbers.
fn may_have_numbers(text: &str) -> bool {
    text.bytes().any(|it| it.is_ascii_digit() || matches!(it, b'I' | b'V' | b'X' | 0xe3..))
}

fn read(text: &str, language: Language, written: Written) -> Vec<Token> {
    let letters = Letters::new(text, language);
    let token = |it: Draft| Token {
        kind: it.kind,
        canonical: it.canonical,
        range: letters.range(it.range),
        others: it.others,
        pieces: it.pieces,
    };
    reader::read(&letters, written).into_iter().map(token).collect()
}

/// Where two texts that should say the same have different numbers. A side that has nothing for
/// the number of the other has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// The number of the source.
    pub source: Option<Token>,
    /// The number of the translation.
    pub translation: Option<Token>,
}

/// The first disagreement of the numbers of a text and its translation. A false alarm would teach
/// people to ignore the true ones, so what two right texts may do differently is no disagreement:
/// a number in words, a year or unit said once for several numbers, a time in halves of the day.
pub fn disagreement(
    source: &str,
    source_language: Language,
    translation: &str,
    translation_language: Language,
) -> Option<Disagreement> {
    let mut ours = tokens(source, source_language);
    let mut theirs = tokens(translation, translation_language);
    // Nearly always: the same numbers, in the same order.
    if ours.iter().map(|it| &it.canonical).eq(theirs.iter().map(|it| &it.canonical)) {
        return None;
    }
    let (all_ours, all_theirs) = (years(&ours), years(&theirs));
    pair(&mut ours, &mut theirs, |a, b| a.canonical == b.canonical);
    if ours.is_empty() && theirs.is_empty() {
        return None;
    }
    let mut our_words = words(source, source_language);
    let mut their_words = words(translation, translation_language);
    pieces(&mut ours, &mut theirs, &mut their_words);
    pieces(&mut theirs, &mut ours, &mut our_words);
    pair(&mut ours, &mut theirs, Token::may_be);
    pair(&mut ours, &mut their_words, Token::may_be_word);
    pair(&mut theirs, &mut our_words, Token::may_be_word);
    // A year is said once or with each date, as a language likes.
    if theirs.iter().all(|it| it.year().is_none()) {
        ours.retain(|it| !(it.is_year() && all_theirs.contains(&it.canonical)));
    }
    if ours.iter().all(|it| it.year().is_none()) {
        theirs.retain(|it| !(it.is_year() && all_ours.contains(&it.canonical)));
    }
    first(ours, theirs)
}

/// The years that a text names.
fn years(tokens: &[Token]) -> Vec<String> {
    tokens.iter().filter_map(|it| it.year().map(str::to_owned)).collect()
}

/// The numbers of a text in words, but for those that count as digits.
fn words(text: &str, language: Language) -> Vec<Token> {
    let digits = tokens(text, language);
    let mut words = read(text, language, Written::Words);
    let meets = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
    words.retain(|word| !digits.iter().any(|it| meets(&it.range, &word.range)));
    words
}

/// Takes out of both what stands for each other.
fn pair(ours: &mut Vec<Token>, theirs: &mut Vec<Token>, is_same: impl Fn(&Token, &Token) -> bool) {
    ours.retain(|our| match theirs.iter().position(|it| is_same(our, it)) {
        Some(at) => {
            theirs.remove(at);
            false
        }
        None => true,
    });
}

/// Takes out what the other side says in two numbers, in digits or words.
fn pieces(ours: &mut Vec<Token>, theirs: &mut Vec<Token>, their_words: &mut Vec<Token>) {
    ours.retain(|our| {
        let place = |pieces: &mut Vec<Token>, piece: &String| {
            pieces.iter().position(|it| it.canonical == *piece)
        };
        let (mut digits, mut words) = (theirs.clone(), their_words.clone());
        let is_said = our.pieces.iter().all(|piece| {
            if let Some(at) = place(&mut digits, piece) {
                digits.remove(at);
                return true;
            }
            let at = place(&mut words, piece);
            at.map(|it| words.remove(it)).is_some()
        });
        if our.pieces.is_empty() || !is_said {
            return true;
        }
        (*theirs, *their_words) = (digits, words);
        false
    });
}

/// The first number that has no partner, with the one that most likely stands in its place.
fn first(ours: Vec<Token>, mut theirs: Vec<Token>) -> Option<Disagreement> {
    let Some(source) = ours.into_iter().next() else {
        let translation = theirs.into_iter().next()?;
        return Some(Disagreement { source: None, translation: Some(translation) });
    };
    let same = theirs.iter().position(|it| it.kind == source.kind).unwrap_or(0);
    let translation = if theirs.is_empty() { None } else { Some(theirs.swap_remove(same)) };
    Some(Disagreement { source: Some(source), translation })
}
