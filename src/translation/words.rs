//! The words of two texts: how much they share, and which of them changed.

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::cmp::Ordering;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::language::Language;
use crate::language::script::is_han;
use crate::translation::numbers;

/// The words W of a text (translation.md §2): how often each stands in it, not in which order.
/// Punctuation, case and forms of numbers are none of them.
///
/// Bags are compared more often than they are made, so a word is kept as a number of 64 bits. Two
/// words of one office with the same number would be a wonder, and no harm: bags say which blocks
/// are alike, seals rest on hashes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bag {
    /// In rising order.
    words: Vec<u64>,
}

impl Bag {
    /// The words of a normal text without the destinations of its links and images.
    pub fn new(text: &str, language: Language) -> Self {
        let is_plain = text.chars().all(is_surely_plain);
        let text = if is_plain { Cow::Borrowed(text) } else { text.nfkc().collect() };
        let mut words = Vec::with_capacity(text.len() / 4);
        let mut at = 0;
        for number in numbers::tokens(&text, language) {
            let before = text.get(at..number.range.start).unwrap_or_default();
            words.extend(runs(before).map(key));
            words.push(key(&number.canonical));
            at = number.range.end;
        }
        words.extend(runs(text.get(at..).unwrap_or_default()).map(key));
        words.sort_unstable();
        Self { words }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How much two texts share: 0 where they have no word in common, 1 where they have the same
    /// words. Two texts without words are the same.
    #[expect(clippy::cast_precision_loss, reason = "no text has 2^52 words")]
    pub fn dice(&self, other: &Self) -> f64 {
        let all = self.len() + other.len();
        if all == 0 { 1.0 } else { (2 * self.shared(other)) as f64 / all as f64 }
    }

    /// How many words are in both.
    fn shared(&self, other: &Self) -> usize {
        let (mut ours, mut theirs) = (self.words.iter().peekable(), other.words.iter().peekable());
        let mut shared = 0;
        while let (Some(our), Some(their)) = (ours.peek(), theirs.peek()) {
            match our.cmp(their) {
                Ordering::Less => ours.next(),
                Ordering::Greater => theirs.next(),
                Ordering::Equal => {
                    shared += 1;
                    theirs.next();
                    ours.next()
                }
            };
        }
        shared
    }
}

/// The words of a text that are no numbers, in lower case.
pub fn letters(text: &str, language: Language) -> Vec<String> {
    let text: String = text.nfkc().collect();
    let mut words = Vec::new();
    let mut at = 0;
    let mut add = |text: &str| words.extend(runs(text).map(str::to_lowercase));
    for number in numbers::tokens(&text, language) {
        add(text.get(at..number.range.start).unwrap_or_default());
        at = number.range.end;
    }
    add(text.get(at..).unwrap_or_default());
    words
}

/// Whether a character is itself in NFKC, whatever follows: nearly every one of our texts. Others
/// are looked up in the tables of Unicode.
fn is_surely_plain(letter: char) -> bool {
    letter.is_ascii()
        || matches!(letter, 'à'..='ý' | 'À'..='Ý' | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ'
            | 'Ơ' | 'ơ' | 'Ư' | 'ư' | 'Ạ'..='ỹ' | '–' | '—' | '‘' | '’' | '“' | '”' | '、' | '。'
            | '\u{4e00}'..='\u{9fff}')
}

/// A word in lower case, as a number (FNV-1a): the same on every machine.
fn key(word: &str) -> u64 {
    let letters = word.chars().flat_map(char::to_lowercase);
    letters.fold(0xcbf2_9ce4_8422_2325, |key, letter| {
        (key ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Runs of letters and digits; Han characters one by one.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    text.split(|it| !is_part(it)).flat_map(Pieces)
}

/// A letter, with its marks, or a digit.
fn is_part(letter: char) -> bool {
    letter.is_ascii_alphanumeric()
        || !letter.is_ascii() && (letter.is_alphanumeric() || is_combining_mark(letter))
}

/// The pieces of a text as a reader sees it change: words, Han characters, spaces, signs. The signs
/// within a number are a part of it.
struct Pieces<'a>(&'a str);

impl<'a> Iterator for Pieces<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let mut letters = self.0.char_indices().peekable();
        let (_, first) = letters.next()?;
        let mut last = first;
        while let Some(&(at, letter)) = letters.peek() {
            let goes_on = if first.is_whitespace() {
                letter.is_whitespace()
            } else if is_part(first) && !is_han(first) {
                let after = || self.0.get(at + 1..).and_then(|it| it.chars().next());
                let is_joint =
                    last.is_ascii_digit() && matches!(letter, '.' | ',' | ':' | '/' | '-');
                is_word(letter) || is_joint && after().is_some_and(is_word)
            } else {
                false
            };
            if !goes_on {
                break;
            }
            last = letter;
            letters.next();
        }
        let end = letters.peek().map_or(self.0.len(), |it| it.0);
        let (piece, rest) = self.0.split_at(end);
        self.0 = rest;
        Some(piece)
    }
}

/// A part of a word of several letters.
fn is_word(letter: char) -> bool {
    is_part(letter) && !is_han(letter)
}

/// A piece of a text beside another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// In both.
    Kept(&'a str),
    /// In the old text alone.
    Deleted(&'a str),
    /// In the new text alone.
    Inserted(&'a str),
}

impl<'a> Part<'a> {
    /// The words.
    pub fn text(&self) -> &'a str {
        match self {
            Self::Kept(text) | Self::Deleted(text) | Self::Inserted(text) => text,
        }
    }
}

/// What was deleted from a text and inserted into it, by words, Chinese by characters. Kept and
/// deleted parts together are the old text, kept and inserted ones the new text. Where both change
/// in one place, the deletion comes first; between two changes a word at least is kept.
pub fn diff<'a>(old: &'a str, new: &'a str) -> Vec<Part<'a>> {
    let before: Vec<_> = Pieces(old).collect();
    let after: Vec<_> = Pieces(new).collect();
    let mut parts = Vec::new();
    let (mut old, mut new) = (Rest(old), Rest(new));
    let (mut x, mut y) = (0, 0);
    for run in kept_runs(&before, &after) {
        let deleted = old.take(before.get(x..run.old));
        let inserted = new.take(after.get(y..run.new));
        (x, y) = (run.old + run.length, run.new + run.length);
        old.take(before.get(run.old..x));
        let kept = new.take(after.get(run.new..y));
        let all = [Part::Deleted(deleted), Part::Inserted(inserted), Part::Kept(kept)];
        parts.extend(all.into_iter().filter(|it| !it.text().is_empty()));
    }
    parts
}

/// What is left of a text from which pieces are taken.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    /// So much of the text as the next pieces are.
    fn take(&mut self, pieces: Option<&[&str]>) -> &'a str {
        let length = pieces.unwrap_or_default().iter().map(|it| it.len()).sum();
        let (taken, rest) = self.0.split_at_checked(length).unwrap_or((self.0, ""));
        self.0 = rest;
        taken
    }
}

/// Pieces that are in both texts, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    old: usize,
    new: usize,
    length: usize,
}

/// The runs of pieces that are kept; the last one ends both texts, if with nothing. Signs and
/// spaces between two changes are no run: a change of three words in a row is one change.
fn kept_runs(old: &[&str], new: &[&str]) -> Vec<Run> {
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (ours, theirs) = (&old[start..], &new[start..]);
    let end = ours.iter().rev().zip(theirs.iter().rev()).take_while(|(a, b)| a == b).count();
    let (ours, theirs) = (&ours[..ours.len() - end], &theirs[..theirs.len() - end]);
    let mut runs = vec![Run { old: 0, new: 0, length: start }];
    for (x, y) in common(ours, theirs) {
        let (x, y) = (start + x, start + y);
        match runs.last_mut() {
            Some(run) if (run.old + run.length, run.new + run.length) == (x, y) => run.length += 1,
            _ => runs.push(Run { old: x, new: y, length: 1 }),
        }
    }
    let has_word = |it: &Run| {
        let pieces = &old[it.old..it.old + it.length];
        pieces.iter().any(|it| it.starts_with(is_part))
    };
    runs.retain(|it| it.old == 0 && it.new == 0 || has_word(it));
    runs.push(Run { old: old.len() - end, new: new.len() - end, length: end });
    runs
}

/// So many changes are looked for. Texts that differ in more are shown whole, one after the other.
const MAX_CHANGES: usize = 1_000;

/// A longest row of pieces that stands in both texts in the same order (Myers 1986).
fn common(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let limit = MAX_CHANGES.min(old.len() + new.len());
    // On the diagonal `k`, where `x - y` is `k - middle`, the farthest `x` that was reached.
    let middle = limit + 1;
    let mut farthest = vec![0; 2 * middle + 1];
    let mut history = Vec::new();
    for changes in 0..=limit {
        history.push(farthest[middle - changes - 1..=middle + changes + 1].to_vec());
        for k in (middle - changes..=middle + changes).step_by(2) {
            let mut x = step(&farthest, k, middle - changes, middle + changes).1;
            let mut y = x + middle - k;
            while old.get(x).is_some_and(|it| new.get(y) == Some(it)) {
                (x, y) = (x + 1, y + 1);
            }
            farthest[k] = x;
            if (x, y) == (old.len(), new.len()) {
                return way_back(&history, x, y);
            }
        }
    }
    Vec::new()
}

/// From which diagonal one more change leads to this one, and how far.
fn step(farthest: &[usize], k: usize, first: usize, last: usize) -> (usize, usize) {
    if k == first || (k != last && farthest[k - 1] < farthest[k + 1]) {
        (k + 1, farthest[k + 1])
    } else {
        (k - 1, farthest[k - 1] + 1)
    }
}

/// The pieces on the shortest way, from the end back to the beginning.
fn way_back(history: &[Vec<usize>], mut x: usize, mut y: usize) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (changes, farthest) in history.iter().enumerate().rev() {
        // In this row the middle is just after its changes.
        let middle = changes + 1;
        let k = middle + x - y;
        let (from, start) = step(farthest, k, middle - changes, middle + changes);
        while x > start {
            (x, y) = (x - 1, y - 1);
            pairs.push((x, y));
        }
        if changes > 0 {
            x = farthest[from];
            y = x + middle - from;
        }
    }
    pairs.reverse();
    pairs
}
