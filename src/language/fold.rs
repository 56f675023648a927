//! Words without marks, as people type them and as addresses carry them.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// Lower case, without accents, `đ` as `d` (search.md §2): `Đường dây nóng` → `duong day nong`.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\0'..='\u{7f}' => folded.push(letter.to_ascii_lowercase()),
            '\u{4e00}'..='\u{9fff}' => folded.push(letter),
            _ => match latin(letter) {
                Some(letter) => folded.push(letter),
                None => decompose(letter, &mut folded),
            },
        }
    }
    folded
}

/// The letters of Vietnamese and its neighbours: from À to ɏ and from Ḁ to ỿ.
const LATIN: [RangeInclusive<u32>; 2] = [0xc0..=0x24f, 0x1e00..=0x1eff];

/// What a Latin letter with marks becomes, if that is one letter. The tables of Unicode are asked
/// once for each of them.
fn latin(letter: char) -> Option<char> {
    static FOLDED: LazyLock<[Vec<Option<char>>; 2]> = LazyLock::new(|| {
        LATIN.map(|range| {
            let single = |it: u32| {
                let mut folded = String::new();
                decompose(char::from_u32(it)?, &mut folded);
                let mut letters = folded.chars();
                letters.next().filter(|_| letters.next().is_none())
            };
            range.map(single).collect()
        })
    });
    let code = u32::from(letter);
    let at = LATIN.iter().position(|it| it.contains(&code))?;
    let place = usize::try_from(code - LATIN[at].start()).ok()?;
    FOLDED[at].get(place).copied().flatten()
}

/// Writes the base letters of one character.
fn decompose(letter: char, into: &mut String) {
    let plain = letter.to_lowercase().nfd();
    for letter in plain.filter(|it| !('\u{300}'..='\u{36f}').contains(it)) {
        match letter {
            'đ' | 'ð' => into.push('d'),
            'ł' => into.push('l'),
            'ø' => into.push('o'),
            'ı' => into.push('i'),
            'ß' => into.push_str("ss"),
            'æ' => into.push_str("ae"),
            'œ' => into.push_str("oe"),
            other => into.push(other),
        }
    }
}

/// The folded words joined by `-`, cut after a whole word to at most `limit` characters:
/// `Điều 1. Thời hạn` → `dieu-1-thoi-han`. Letters of other scripts stay as they are.
pub fn slug(text: &str, limit: usize) -> String {
    let folded = fold(text);
    let words = folded.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    let mut slug = String::new();
    let mut length = 0;
    for word in words {
        let gap = usize::from(length > 0);
        let letters = word.chars().count();
        if length > 0 && length + gap + letters > limit {
            break;
        }
        if gap > 0 {
            slug.push('-');
        }
        slug.extend(word.chars().take(limit));
        length += gap + letters;
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::{decompose, fold, slug};

    #[test]
    fn marks_go_and_letters_stay() {
        assert_eq!(fold("Đường dây nóng"), "duong day nong");
        assert_eq!(fold("PHẢN ÁNH, KIẾN NGHỊ"), "phan anh, kien nghi");
        assert_eq!(fold("Quy chế\u{301} ơ\u{323}"), "quy che o");
        assert_eq!(fold("Straße Łódź Ærø ÐÓ"), "strasse lodz aero do");
        assert_eq!(fold("İI"), "ii");
        assert_eq!(fold("第三条"), "第三条");
    }

    #[test]
    fn each_letter_folds_as_its_decomposition_does() {
        for letter in (0..=0xffff).filter_map(char::from_u32) {
            let mut decomposed = String::new();
            decompose(letter, &mut decomposed);
            assert_eq!(fold(&letter.to_string()), decomposed, "{letter}");
        }
    }

    #[test]
    fn slugs_are_whole_words() {
        assert_eq!(slug("Điều 1. Thời hạn", 40), "dieu-1-thoi-han");
        assert_eq!(slug("  — Mở đầu —  ", 40), "mo-dau");
        assert_eq!(slug("第一条 期限", 40), "第一条-期限");
        assert_eq!(slug("…", 40), "");
        assert_eq!(slug("mot hai ba", 7), "mot-hai");
        assert_eq!(slug("mot hai ba", 6), "mot");
        assert_eq!(slug("motmotmot hai", 5), "motmo");
        let long = "Chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Sở Ngoại vụ";
        assert_eq!(slug(long, 40), "chuc-nang-nhiem-vu-quyen-han-va-co-cau");
    }
}
