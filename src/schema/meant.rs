//! The word of a list that was meant by one that is not in it.

use std::sync::OnceLock;

use crate::diagnostic::near;
use crate::language::messages::{Args, Messages};
use crate::language::{Language, fold};
use crate::schema::{Key, Known, List};

/// The word of a list that was meant: one that is called so (the messages `<labels><word>`, in any
/// language), a language by its country, or the one that is nearest in its letters.
pub fn word(labels: &str, words: &[&str], written: &str) -> Option<String> {
    let language = || {
        let code = Language::meant(written.trim())?.code();
        words.contains(&code).then(|| code.to_owned())
    };
    by_label(labels, words, written)
        .or_else(language)
        .or_else(|| near::nearest(written, words.iter().copied()))
}

/// The key that is called so: `ngay_ban_hanh` or `"Ngày ban hành"` for `issued`.
pub(super) fn key(keys: &[Key], written: &str) -> Option<&'static str> {
    let written = fold::fold(written.trim()).replace(['_', '-'], " ");
    let is_label = |key: &Key| {
        let label = |of: &Messages| fold::fold(&of.text(&key.label().0, &Args::new()));
        messages().iter().any(|of| label(of) == written)
    };
    keys.iter().find(|it| is_label(it)).map(|it| it.name)
}

/// The word whose label was written, with or without its accents.
fn by_label(labels: &str, words: &[&str], written: &str) -> Option<String> {
    if labels.is_empty() {
        return None;
    }
    let written = fold::fold(written.trim());
    let label =
        |of: &Messages, word: &str| fold::fold(&of.text(&format!("{labels}{word}"), &Args::new()));
    let called =
        || words.iter().flat_map(|word| messages().iter().map(|of| (label(of, word), *word)));
    if let Some((_, word)) = called().find(|(it, _)| *it == written) {
        return Some(word.to_owned());
    }
    // A slip in a label, where no word of the list is nearer.
    if near::nearest(&written, words.iter().copied()).is_some() {
        return None;
    }
    let labels: Vec<_> = called().collect();
    let label = near::nearest(&written, labels.iter().map(|(it, _)| it.as_str()))?;
    labels.iter().find(|(it, _)| *it == label).map(|(_, word)| (*word).to_owned())
}

/// The words of the tool, read when somebody's word is looked for the first time.
fn messages() -> &'static [Messages; 3] {
    static MESSAGES: OnceLock<[Messages; 3]> = OnceLock::new();
    MESSAGES.get_or_init(|| Language::ALL.map(Messages::built_in))
}

impl Known {
    /// The id of the row that is called so.
    pub(super) fn called(&self, list: List, written: &str) -> Option<String> {
        let written = fold::fold(written.trim());
        let names = self.names.get(&list)?;
        let exact = names.iter().find(|(name, _)| *name == written);
        exact.map(|(_, id)| id.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::word;

    #[test]
    fn labels_countries_and_slips_are_understood() {
        let of = |labels: &str, words: &[&str], written: &str| word(labels, words, written);
        let types = ["plan", "decision", "letter"];
        assert_eq!(of("doctype-", &types, "Kế hoạch").as_deref(), Some("plan"));
        assert_eq!(of("doctype-", &types, "ke hoach ").as_deref(), Some("plan"));
        assert_eq!(of("doctype-", &types, "Quyêt đinhh").as_deref(), Some("decision"));
        assert_eq!(of("doctype-", &types, "公函").as_deref(), Some("letter"));
        assert_eq!(of("doctype-", &types, "plann").as_deref(), Some("plan"));
        assert_eq!(of("doctype-", &types, "Báo cáo"), None);
        let languages = ["vi", "en", "zh"];
        assert_eq!(of("language-", &languages, "cn").as_deref(), Some("zh"));
        assert_eq!(of("", &languages, "vn").as_deref(), Some("vi"));
        assert_eq!(of("language-", &languages, "tiếng Anh").as_deref(), Some("en"));
        assert_eq!(of("language-", &languages, "xx"), None);
    }
}
