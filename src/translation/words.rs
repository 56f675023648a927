//! The words of a block (translation.md §2).

use unicode_normalization::UnicodeNormalization;

use crate::language::script::is_han;

/// A multiset of words: letters and numbers, sorted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bag {
    words: Vec<String>,
}

impl Bag {
    /// The words of a text.
    pub fn of(text: &str) -> Self {
        let text: String = text.nfkc().flat_map(char::to_lowercase).collect();
        let mut words = Vec::new();
        let mut word = String::new();
        for it in text.chars() {
            if it.is_alphanumeric() && !is_han(it)
                || unicode_normalization::char::is_combining_mark(it)
            {
                word.push(it);
                continue;
            }
            if !word.is_empty() {
                words.push(std::mem::take(&mut word));
            }
            if is_han(it) {
                words.push(it.to_string());
            }
        }
        if !word.is_empty() {
            words.push(word);
        }
        words.sort_unstable();
        Self { words }
    }

    /// How much two bags have in common, from 0 to 1.
    pub fn dice(&self, other: &Self) -> f64 {
        let (mut a, mut b, mut common) = (0, 0, 0_u32);
        while let (Some(x), Some(y)) = (self.words.get(a), other.words.get(b)) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => a += 1,
                std::cmp::Ordering::Greater => b += 1,
                std::cmp::Ordering::Equal => {
                    common += 1;
                    a += 1;
                    b += 1;
                }
            }
        }
        let all = u32::try_from(self.words.len() + other.words.len()).unwrap_or(u32::MAX);
        if all == 0 { 1.0 } else { f64::from(2 * common) / f64::from(all) }
    }

    /// The words that are letters.
    pub fn letters(&self) -> impl Iterator<Item = &str> {
        self.words
            .iter()
            .map(String::as_str)
            .filter(|it| !it.contains(|c: char| c.is_ascii_digit()))
    }
}
