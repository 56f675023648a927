//! Emphasis beside Han characters, which the rules of `CommonMark` take for literal stars.
//!
//! In `**中文。**后` the closing stars stand between punctuation and a letter, and so may not
//! close. Between two punctuation marks they may. Hence a mark that is punctuation is put beside
//! such a run before parsing, and is taken out of what the parser gives.

use std::borrow::Cow;

use crate::language::script::is_wide;

/// Marks, of which the first is used that the text does not hold: rare dashes of old books.
const MARKS: [char; 4] = ['\u{2e43}', '\u{2e3d}', '\u{2e3e}', '\u{2e4e}'];

/// A text with marks beside some runs of `*` and `~~`.
#[derive(Debug)]
pub(super) struct Marked<'a> {
    /// What the parser reads.
    pub(super) text: Cow<'a, str>,
    mark: Option<char>,
    /// Where marks stand in the marked text.
    at: Vec<usize>,
}

impl<'a> Marked<'a> {
    /// Marks a text. Nearly always there is nothing to mark, and nothing is copied.
    pub(super) fn new(text: &'a str) -> Self {
        let places = places(text);
        let free = MARKS.into_iter().find(|it| !places.is_empty() && !text.contains(*it));
        let Some(mark) = free else {
            return Self { text: Cow::Borrowed(text), mark: None, at: Vec::new() };
        };
        let mut marked = String::with_capacity(text.len() + places.len() * mark.len_utf8());
        let mut at = Vec::with_capacity(places.len());
        let mut done = 0;
        for place in places {
            marked.push_str(&text[done..place]);
            at.push(marked.len());
            marked.push(mark);
            done = place;
        }
        marked.push_str(&text[done..]);
        Self { text: Cow::Owned(marked), mark: Some(mark), at }
    }

    /// The offset in the unmarked text.
    pub(super) fn original(&self, offset: usize) -> usize {
        let Some(mark) = self.mark else { return offset };
        let before = self.at.partition_point(|it| *it < offset);
        offset.saturating_sub(before * mark.len_utf8())
    }

    /// A piece of what the parser gave, without marks.
    pub(super) fn clean<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.mark {
            Some(mark) if text.contains(mark) => Cow::Owned(text.replace(mark, "")),
            _ => Cow::Borrowed(text),
        }
    }
}

/// Where a mark lets a run open or close: beside a run that has punctuation on one side, no
/// space on the other, and a Han or full-width character on one of both.
fn places(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut places = Vec::new();
    let mut at = 0;
    while let Some(next) = memchr::memchr3(b'\\', b'*', b'~', &bytes[at.min(bytes.len())..]) {
        at += next;
        let byte = bytes[at];
        if byte == b'\\' {
            at += 2;
            continue;
        }
        let length = bytes[at..].iter().take_while(|it| **it == byte).count();
        let end = at + length;
        // A single `~` stands for "about" or "to" far more often than for struck words.
        if byte == b'*' || length > 1 {
            let before = text[..at].chars().next_back();
            let after = text[end..].chars().next();
            if let Some((before, after)) = before.zip(after)
                && (is_cjk(before) || is_cjk(after))
                && !before.is_whitespace()
                && !after.is_whitespace()
            {
                match (is_punctuation(before), is_punctuation(after)) {
                    (true, false) => places.push(end),
                    (false, true) => places.push(at),
                    _ => {}
                }
            }
        }
        at = end;
    }
    places
}

fn is_cjk(c: char) -> bool {
    is_wide(c) || matches!(c, '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7af}')
}

/// Punctuation and symbols, as far as they stand in documents; the parser's own table is private.
fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c,
            '¡'..='©' | '«' | '¬' | '®'..='±' | '´' | '¶'..='¸' | '»' | '¿' | '×' | '÷'
            | '\u{2010}'..='\u{2027}'
            | '\u{2030}'..='\u{205e}'
            | '\u{20a0}'..='\u{20c0}'
            | '℃' | '℉' | '№'
            | '\u{2190}'..='\u{2426}'
            | '\u{249c}'..='\u{24e9}'
            | '\u{2500}'..='\u{2775}'
            | '\u{2794}'..='\u{2bff}'
            | '\u{2e00}'..='\u{2e2e}'
            | '\u{2e30}'..='\u{2e5d}'
            | '\u{3001}'..='\u{3004}'
            | '\u{3008}'..='\u{3020}'
            | '\u{3030}' | '\u{303d}'..='\u{303f}' | '\u{30a0}' | '\u{30fb}'
            | '\u{3200}'..='\u{321e}'
            | '\u{322a}'..='\u{3247}'
            | '\u{3260}'..='\u{327f}'
            | '\u{328a}'..='\u{32b0}'
            | '\u{32c0}'..='\u{33ff}'
            | '\u{fe10}'..='\u{fe19}'
            | '\u{fe30}'..='\u{fe6b}'
            | '\u{ff01}'..='\u{ff0f}'
            | '\u{ff1a}'..='\u{ff20}'
            | '\u{ff3b}'..='\u{ff40}'
            | '\u{ff5b}'..='\u{ff65}'
            | '\u{ffe0}'..='\u{ffe6}'
            | '\u{1f300}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::{MARKS, Marked};

    #[test]
    fn marks_stand_beside_runs_that_need_them() {
        let check = |text: &str, expected: &str| {
            let marked = Marked::new(text);
            assert_eq!(marked.text.replace(MARKS[0], "|"), expected, "{text}");
            assert_eq!(marked.clean(&marked.text), text);
        };
        check("**中文。**后", "**中文。**|后");
        check("根据**《规章》**规定", "根据|**《规章》**|规定");
        check("**(1)**第一", "**(1)**|第一");
        check("a~~「b」~~c", "a|~~「b」~~|c");
        check("**中** 文 **字**，", "**中** 文 **字|**，");
        check("3~（5）", "3~（5）");
        check("\\**（中）", "\\**（中）");
        check("**Điều 1.**Nội", "**Điều 1.**Nội");
        check("* 中\n* 文", "* 中\n* 文");
        check("中。**", "中。**");
    }

    #[test]
    fn offsets_lead_back() {
        let text = "**中。**后**（b）**";
        let marked = Marked::new(text);
        for (offset, c) in marked.text.char_indices().filter(|it| !MARKS.contains(&it.1)) {
            assert!(text[marked.original(offset)..].starts_with(c));
        }
        assert_eq!(marked.original(marked.text.len()), text.len());
    }

    #[test]
    fn a_text_that_holds_the_mark_gets_another() {
        let text = format!("{}**中。**后", MARKS[0]);
        let marked = Marked::new(&text);
        assert!(marked.text.contains(MARKS[1]));
        assert_eq!(marked.clean(&marked.text), text);
        let all: String = MARKS.into_iter().chain("**中。**后".chars()).collect();
        assert_eq!(Marked::new(&all).text, all);
    }
}
