//! Running text as HTML, with what only a typesetter sees: no-break spaces and language marks.
//!
//! Document numbers break at their hyphens unless they are held together; a number must not part
//! from its unit; a screen reader must know that a word is Chinese or Vietnamese. The words that
//! a reader sees stay as they were written.

#[cfg(test)]
mod tests;

use crate::language::Language;
use crate::language::script::{Bytes, first_of, is_han, is_narrow_letter, is_wide};

/// What becomes of an e-mail address in running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mail {
    /// A link to write to it.
    Linked,
    /// Words like others: inside a link.
    Plain,
}

/// Writes a piece of running text of a language.
pub fn write(text: &str, language: Language, mail: Mail, into: &mut String) {
    let bytes = text.as_bytes();
    let notable = &NOTABLE[language.index()];
    let mut pen = Pen { text, done: 0, into };
    let mut at = 0;
    while let Some(next) = first_of(notable, &bytes[at..]) {
        at += next;
        at = match bytes[at] {
            b'&' | b'<' | b'>' => pen.escaped(at),
            b'0'..=b'9' => pen.digits(at, language != Language::Zh),
            b'@' if mail == Mail::Linked => pen.mail(at),
            b'@' => at + 1,
            0xe3..=0xf0 => pen.chinese(at),
            _ => pen.vietnamese(at),
        };
    }
    pen.copy(text.len());
}

/// The bytes at which running text of each language is looked at: the first byte of a character
/// says enough of its script to pass over nearly all of them.
const NOTABLE: [Bytes; 3] = [notable(Language::Vi), notable(Language::En), notable(Language::Zh)];

const fn notable(language: Language) -> Bytes {
    let mut table = [false; 256];
    let mut byte: u8 = 0;
    while byte < 0xff {
        table[byte as usize] = match byte {
            b'&' | b'<' | b'>' | b'@' | b'0'..=b'9' => true,
            0xe3..=0xf0 => !matches!(language, Language::Zh),
            0xc4 | 0xc6 | 0xe1 => !matches!(language, Language::Vi),
            _ => false,
        };
        byte += 1;
    }
    table
}

/// Writes a fact, which stands in a line of its own: its addresses and numbers as in running text,
/// all else as it is.
pub fn line(text: &str, mail: Mail, into: &mut String) {
    let mut pen = Pen { text, done: 0, into };
    let mut at = 0;
    while let Some(next) = text[at..].find(|it: char| it.is_ascii_digit() || "&<>@".contains(it)) {
        at += next;
        at = match text.as_bytes()[at] {
            b'@' if mail == Mail::Linked => pen.mail(at),
            b'@' => at + 1,
            b'0'..=b'9' => pen.digits(at, false),
            _ => pen.escaped(at),
        };
    }
    pen.copy(text.len());
}

/// Writes a text so that it means itself in HTML, also between double quotes.
pub fn escape(text: &str, into: &mut String) {
    let bytes = text.as_bytes();
    let mut done = 0;
    while let Some(next) = first_of(&SPECIAL, &bytes[done..]) {
        let at = done + next;
        into.push_str(&text[done..at]);
        into.push_str(reference(bytes[at]).unwrap_or_default());
        done = at + 1;
    }
    into.push_str(&text[done..]);
}

/// The bytes that mean something in HTML.
const SPECIAL: Bytes = {
    let mut table = [false; 256];
    let mut byte: u8 = 0;
    while byte < 0xff {
        table[byte as usize] = reference(byte).is_some();
        byte += 1;
    }
    table
};

const fn reference(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        _ => None,
    }
}

/// Writes a text piece by piece. Each step is given a place in the text, and says where to go on.
struct Pen<'a> {
    text: &'a str,
    /// What stands before this is written.
    done: usize,
    into: &'a mut String,
}

impl Pen<'_> {
    /// Writes what stands before a place as it is.
    fn copy(&mut self, until: usize) {
        self.into.push_str(&self.text[self.done..until]);
        self.done = until;
    }

    /// Writes a piece between an opening and a closing tag.
    fn wrap(&mut self, start: usize, end: usize, open: &str, close: &str) -> usize {
        self.copy(start);
        self.into.push_str(open);
        escape(&self.text[start..end], self.into);
        self.into.push_str(close);
        self.done = end;
        end
    }

    fn escaped(&mut self, at: usize) -> usize {
        self.copy(at);
        self.into.push_str(reference(self.text.as_bytes()[at]).unwrap_or_default());
        self.done = at + 1;
        self.done
    }

    /// A document number, or a number with its unit.
    fn digits(&mut self, at: usize, is_latin: bool) -> usize {
        let before = &self.text[..at];
        let rest = &self.text[at..];
        let digits = number(rest);
        if before.ends_with(is_narrow_letter) {
            return at + digits;
        }
        if let Some(length) = document_number(rest).filter(|_| !before.ends_with('/')) {
            let start = specimen_mark(before).filter(|it| *it >= self.done).unwrap_or(at);
            return self.wrap(start, at + length, NUMBER, "</span>");
        }
        if let Some(end) = self.held(at) {
            return end;
        }
        if is_latin {
            if let Some(space) = space_after_currency(before).filter(|it| *it >= self.done) {
                self.no_break(space);
            }
            if rest[digits..].starts_with(' ') && starts_with_unit(&rest[digits + 1..]) {
                return self.no_break(at + digits);
            }
        }
        at + digits
    }

    /// A telephone number, or a Chinese amount, which has no spaces: held together.
    fn held(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        if self.text[..at].ends_with(|it: char| is_narrow_letter(it) || matches!(it, '/' | '-')) {
            return None;
        }
        if let Some(length) = telephone(rest, self.text[..at].ends_with('+')) {
            let start = at - usize::from(self.text[self.done..at].ends_with('+'));
            return Some(self.wrap(start, at + length, NUMBER, "</span>"));
        }
        let length = amount(rest)?;
        Some(self.wrap(at, at + length, "<span class=\"sum\">", "</span>"))
    }

    /// An e-mail address around its sign.
    fn mail(&mut self, at: usize) -> usize {
        let before = &self.text[self.done..at];
        let name = before.trim_end_matches(is_of_mail).len();
        let name = name
            + (before[name..].len() - before[name..].trim_start_matches(is_joint_of_mail).len());
        let after = &self.text[at + 1..];
        let host = &after[..after.find(|it| !is_of_mail(it)).unwrap_or(after.len())];
        let host = host.trim_end_matches(is_joint_of_mail);
        let end_of_host = host.rsplit_once('.').map_or("", |it| it.1);
        let is_host =
            end_of_host.len() > 1 && end_of_host.bytes().all(|it| it.is_ascii_alphabetic());
        if name == before.len() || !is_host || host.starts_with(is_joint_of_mail) {
            return at + 1;
        }
        let (start, end) = (self.done + name, at + 1 + host.len());
        let open = format!("<a href=\"mailto:{}\">", &self.text[start..end]);
        self.wrap(start, end, &open, "</a>")
    }

    /// Writes a no-break space in place of a space.
    fn no_break(&mut self, space: usize) -> usize {
        self.copy(space);
        self.into.push('\u{a0}');
        self.done = space + 1;
        self.done
    }

    /// A run of Chinese, with the punctuation and digits inside it.
    fn chinese(&mut self, at: usize) -> usize {
        let (mut end, mut has_han) = (at, false);
        let mut joints = 0;
        for (offset, c) in self.text[at..].char_indices() {
            if is_wide(c) {
                end = at + offset + c.len_utf8();
                has_han |= is_han(c);
                joints = 0;
            } else if offset > 0 && joints < 8 && is_joint(c) {
                joints += 1;
            } else {
                break;
            }
        }
        if has_han {
            return self.wrap(at, end, "<span lang=\"zh-Hans\">", "</span>");
        }
        end.max(at + 1)
    }

    /// A run of words with Vietnamese letters, at least one of which only Vietnamese has.
    fn vietnamese(&mut self, at: usize) -> usize {
        let letter = self.text[at..].chars().next().unwrap_or_default();
        if !is_vietnamese_only(letter) {
            return at + letter.len_utf8();
        }
        let mut start = self.word_start(at);
        while let Some(before) = self.text[self.done..start].strip_suffix(is_gap) {
            let end = self.done + before.len();
            let word = self.word_start(end);
            if !has_accent(&self.text[word..end]) {
                break;
            }
            start = word;
        }
        let mut end = at + word_length(&self.text[at..]);
        while let Some(after) = self.text[end..].strip_prefix(is_gap) {
            let length = word_length(after);
            if !has_accent(&after[..length]) {
                break;
            }
            end = self.text.len() - after.len() + length;
        }
        self.wrap(start, end, "<span lang=\"vi\">", "</span>")
    }

    /// Where the word begins that ends at a place; not before what is written.
    fn word_start(&self, end: usize) -> usize {
        let open = &self.text[self.done..end];
        end - (open.len() - open.trim_end_matches(is_word).len())
    }
}

/// What holds a number together.
const NUMBER: &str = "<span class=\"number\" translate=\"no\">";

fn is_of_mail(it: char) -> bool {
    it.is_ascii_alphanumeric() || is_joint_of_mail(it)
}

fn is_joint_of_mail(it: char) -> bool {
    matches!(it, '.' | '-' | '_' | '+')
}

/// The length of a telephone number: a zero or a plus, then nine digits or more in groups with
/// one space, point or hyphen between them.
fn telephone(text: &str, has_plus: bool) -> Option<usize> {
    if !has_plus && !text.starts_with('0') {
        return None;
    }
    let bytes = text.as_bytes();
    let (mut at, mut digits, mut groups) = (0, 0, 0);
    loop {
        let group = bytes[at..].iter().take_while(|it| it.is_ascii_digit()).count();
        (at, digits, groups) = (at + group, digits + group, groups + 1);
        match bytes[at..] {
            [b' ' | b'.' | b'-', b'0'..=b'9', ..] if digits < 13 => at += 1,
            _ => break,
        }
    }
    ((9..=13).contains(&digits) && groups > 1).then_some(at)
}

/// The length of an amount of money in Chinese: `11.1万越南盾`.
fn amount(text: &str) -> Option<usize> {
    let digits = number(text);
    let rest = &text[digits..];
    let after = rest.strip_prefix(['万', '亿']).unwrap_or(rest);
    let currency =
        ["越南盾", "人民币", "美元", "元"].into_iter().find(|it| after.starts_with(it))?;
    Some(text.len() - after.len() + currency.len())
}

/// The length of a number with its separators: `1.234,5`.
fn number(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut length = 0;
    loop {
        length += bytes[length..].iter().take_while(|it| it.is_ascii_digit()).count();
        match bytes[length..] {
            [b'.' | b',', b'0'..=b'9', ..] => length += 1,
            _ => return length,
        }
    }
}

/// The length of a document number without the mark of a specimen: `627/KH-SNgV`,
/// `42/2022/NĐ-CP`, `104/2016/QH13`.
fn document_number(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = bytes.iter().take(7).take_while(|it| it.is_ascii_digit()).count();
    if at > 6 || bytes.get(at) != Some(&b'/') {
        return None;
    }
    at += 1;
    let has_year = bytes.len() > at + 4
        && bytes[at..at + 4].iter().all(u8::is_ascii_digit)
        && bytes[at + 4] == b'/';
    if has_year {
        at += 5;
    }
    let symbol = text.get(at..)?;
    let is_symbol = |it: char| is_narrow_letter(it) || matches!(it, '-' | '&');
    let end = symbol.find(|it| !is_symbol(it)).unwrap_or(symbol.len());
    let symbol = symbol[..end].trim_end_matches(['-', '&']);
    let mut parts = symbol.split('-');
    let has_capital = |it: &str| it.chars().next().is_some_and(char::is_uppercase);
    let term = symbol.strip_prefix("QH").filter(|it| !it.is_empty() && has_year);
    let is_term = term.is_some_and(|it| it.bytes().all(|it| it.is_ascii_digit()));
    let is_number = is_term || (symbol.contains('-') && parts.all(has_capital));
    (is_number && symbol.len() <= 60).then_some(at + symbol.len())
}

/// Where `M-` begins at the end of a text.
fn specimen_mark(text: &str) -> Option<usize> {
    let before = text.strip_suffix("M-")?;
    (!before.ends_with(|it| is_narrow_letter(it) || it == '-')).then_some(before.len())
}

/// Where the space stands after a currency that comes before its amount: `VND 1,000,000`.
fn space_after_currency(text: &str) -> Option<usize> {
    let before = text.strip_suffix(' ')?;
    let word = before.rsplit(|it| !is_narrow_letter(it)).next()?;
    matches!(word, "VND" | "VNĐ" | "USD" | "CNY" | "EUR").then_some(before.len())
}

/// Whether a text begins with a word that belongs to the number before it.
fn starts_with_unit(text: &str) -> bool {
    let is_unit = |it: char| it.is_alphabetic() || matches!(it, '%' | '‰' | '°' | '²' | '³');
    let end = text.find(|it| !is_unit(it)).unwrap_or(text.len());
    UNITS.contains(&&text[..end])
}

/// Money, magnitudes, time, measures, counts.
const UNITS: [&str; 66] = [
    "đồng", "đ", "VND", "VNĐ", "USD", "CNY", "EUR", "NDT", "dong", "yuan", "dollars", "%", "‰",
    "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "thousand", "million", "billion", "percent", "giây",
    "phút", "giờ", "ngày", "tuần", "tháng", "quý", "năm", "second", "seconds", "minute", "minutes",
    "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years", "mm",
    "cm", "m", "km", "m²", "km²", "m³", "ha", "g", "kg", "tấn", "tạ", "lít", "tonnes", "kW", "kWh",
    "MW", "KB", "MB", "GB", "°C", "lần",
];

/// What may stand inside a run of Chinese without ending it.
fn is_joint(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}

fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '-')
}

fn is_word(c: char) -> bool {
    is_narrow_letter(c) && !c.is_ascii_digit()
}

fn word_length(text: &str) -> usize {
    text.find(|it| !is_word(it)).unwrap_or(text.len())
}

fn has_accent(word: &str) -> bool {
    !word.is_ascii()
}

/// A letter that no other language of such documents has; `é` may be French, `ệ` may not.
fn is_vietnamese_only(c: char) -> bool {
    matches!(c, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{1ea0}'..='\u{1ef9}')
}
