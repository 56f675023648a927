//! Which writing a character belongs to, as far as setting text needs to know.

use crate::verify::entry::is_banned;

/// A Han character.
pub fn is_han(c: char) -> bool {
    matches!(c,
        '\u{4e00}'..='\u{9fff}'
        | '々' | '〇'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3fffd}')
}

/// A Han or full-width character, punctuation included: one that is set without spaces around it.
pub fn is_wide(c: char) -> bool {
    is_han(c)
        || matches!(c,
            '\u{3001}'..='\u{312f}'
            | '\u{31a0}'..='\u{33ff}'
            | '\u{fe30}'..='\u{fe6f}'
            | '\u{ff01}'..='\u{ff60}'
            | '\u{ffe0}'..='\u{ffe6}')
}

/// A letter or digit of a writing that puts spaces between words.
pub fn is_narrow_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || !c.is_ascii() && c.is_alphanumeric() && !is_wide(c)
}

/// Whether a character is composed and stays so whatever follows: nearly every letter of our three
/// languages. Others are looked up in the tables of Unicode.
pub fn is_surely_composed(c: char) -> bool {
    c.is_ascii()
        || matches!(c, '\u{a0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{2030}'
            | '\u{3001}'..='\u{3029}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}')
}

/// For each byte whether it is of a kind.
pub type Bytes = [bool; 256];

/// The first byte of a kind. Eight are asked at once: most texts have none for a long way.
pub fn first_of(kind: &Bytes, text: &[u8]) -> Option<usize> {
    let is_it = |it: &u8| kind[usize::from(*it)];
    let (pieces, _) = text.as_chunks::<8>();
    let piece = pieces.iter().position(|it| it.iter().fold(false, |any, it| any | is_it(it)));
    let start = piece.unwrap_or(pieces.len()) * 8;
    text[start..].iter().position(is_it).map(|it| start + it)
}

/// Whether a text has nothing but white space. Nearly every text is told by its first character.
pub fn is_white(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

/// Letters that are taken for Vietnamese ones: Icelandic eth, Cyrillic, Greek.
pub fn is_foreign_letter(c: char) -> bool {
    matches!(c, 'Ð' | 'ð' | '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{52f}')
}

/// The foreign letters of a text, with their places.
pub fn foreign_letters(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices().filter(|(_, it)| is_foreign_letter(*it))
}

/// The letter that was meant, for the foreign ones that are most often taken for others.
pub fn meant_letter(c: char) -> Option<char> {
    const FOREIGN: &str = "ÐðАВЕКМНОРСТУХаеорсухіΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
    const MEANT: &str = "ĐđABEKMHOPCTYXaeopcyxiABEZHIKMNOPTYXo";
    FOREIGN.chars().zip(MEANT.chars()).find(|(it, _)| *it == c).map(|(_, it)| it)
}

/// The characters of verification.md §3.2 but for those that end a line or part its cells.
pub fn is_invisible(it: char) -> bool {
    is_banned(it) && !matches!(it, '\t' | '\n' | '\r')
}

#[cfg(test)]
mod tests {
    use super::{is_han, is_narrow_letter, is_wide};

    #[test]
    fn characters_know_their_writing() {
        assert!("第三条護々〇".chars().all(|it| is_han(it) && is_wide(it)));
        assert!("，。《》「」（）：１Ａ、かナ".chars().all(|it| is_wide(it) && !is_han(it)));
        assert!("aĐ9ữé".chars().all(|it| is_narrow_letter(it) && !is_wide(it)));
        assert!(" .-“”—…\u{3000}\u{a0}".chars().all(|it| !is_narrow_letter(it) && !is_wide(it)));
        assert!("第１，".chars().all(|it| !is_narrow_letter(it)));
    }
}
