//! The nearest known word, for suggestions.

/// The word that needs the fewest letters changed, or none where none is near.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let distance = |it: &str| strsim::damerau_levenshtein(word, it);
    let limit = (word.chars().count() / 3).max(2);
    let nearest = known.map(|it| (distance(it), it)).min()?;
    // A word of which no letter is left is another word.
    (nearest.0 <= limit && nearest.0 < word.chars().count()).then(|| nearest.1.to_owned())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_mended_and_a_stranger_is_not() {
        let keys = ["issued", "issuer", "effective"];
        assert_eq!(nearest("isued", keys.into_iter()).as_deref(), Some("issued"));
        assert_eq!(nearest("efective", keys.into_iter()).as_deref(), Some("effective"));
        assert_eq!(nearest("telephone", keys.into_iter()), None);
        assert_eq!(nearest("x", [].into_iter()), None);
        assert_eq!(nearest("xx", ["vi", "en"].into_iter()), None);
    }
}
