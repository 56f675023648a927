//! The order of words in lists: Vietnamese as Vietnamese, Chinese by pinyin, numbers by value.

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;

use crate::language::Language;

/// The order of one language (CLDR; for Chinese the default of zh, pinyin).
pub struct Order(Option<CollatorBorrowed<'static>>);

impl Order {
    /// The order of a language.
    pub fn new(language: Language) -> Self {
        let locale = match language {
            Language::Vi => locale!("vi"),
            Language::En => locale!("en"),
            Language::Zh => locale!("zh"),
        };
        let mut preferences = CollatorPreferences::from(&locale);
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        Self(Collator::try_new(preferences, CollatorOptions::default()).ok())
    }

    /// What texts are sorted by: bytes that compare as the texts do.
    pub fn sort_key(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::new();
        if let Some(collator) = &self.0
            && collator.write_sort_key_to(text, &mut key).is_ok()
        {
            return key;
        }
        text.as_bytes().to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(language: Language, sorted: &[&str]) {
        let order = Order::new(language);
        let mut words = sorted.to_vec();
        words.reverse();
        words.sort_by_cached_key(|it| order.sort_key(it));
        assert_eq!(words, sorted);
    }

    #[test]
    fn vietnamese_letters_and_tones() {
        check(
            Language::Vi,
            &["a", "à", "ả", "ã", "á", "ạ", "ă", "â", "b", "d", "đ", "e", "ê", "o", "ô", "ơ"],
        );
        check(Language::Vi, &["Dầu Tiếng", "Đà Nẵng", "Đắk Lắk"]);
    }

    #[test]
    fn numbers_by_value_and_chinese_by_pinyin() {
        check(Language::Vi, &["9/KH-MAU", "62/KH-MAU", "627/KH-MAU"]);
        check(Language::Zh, &["北京", "重庆", "广西", "上海"]);
    }
}
