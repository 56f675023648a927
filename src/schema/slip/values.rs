//! What is wrong with a value, by the piece of the line at which the parser stopped.

use crate::date::Date;
use crate::schema::day_as_people_write;

/// A cause, what was written, and what to write instead, if that is known.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Slip {
    pub(super) cause: &'static str,
    pub(super) text: String,
    pub(super) right: String,
}

impl Slip {
    pub(super) fn new(cause: &'static str, text: &str) -> Self {
        Self::with(cause, text, String::new())
    }

    pub(super) fn with(cause: &'static str, text: &str, right: String) -> Self {
        Self { cause, text: text.to_owned(), right }
    }
}

/// Quotation marks that word processors make of straight ones.
fn is_smart(it: char) -> bool {
    matches!(it, '“' | '”' | '„' | '‘' | '’' | '«' | '»')
}

/// Punctuation of Chinese keyboards, and what it stands for in TOML.
fn narrow(it: char) -> Option<char> {
    Some(match it {
        '，' | '、' => ',',
        '＝' => '=',
        '［' | '【' => '[',
        '］' | '】' => ']',
        '｛' => '{',
        '｝' => '}',
        _ => return None,
    })
}

/// Whether the parser stopped at the value although it stands at the key.
pub(super) fn is_value(key: &str, message: &str) -> bool {
    super::is_bare_key(key) && !message.contains("missing assignment")
}

/// The characters of a line that stand in no straight quotes, and before a remark.
pub(super) fn outside_quotes(line: &str) -> impl Iterator<Item = (usize, char)> {
    let mut quote = None;
    let mut escaped = false;
    let mut ended = false;
    line.char_indices().filter(move |(_, it)| {
        let outside = quote.is_none() && !ended;
        match (*it, quote) {
            _ if escaped => escaped = false,
            ('\\', Some('"')) => escaped = true,
            ('"' | '\'', None) => quote = Some(*it),
            (_, Some(open)) if open == *it => quote = None,
            ('#', None) => ended = true,
            _ => {}
        }
        outside && !ended && !matches!(it, '"' | '\'')
    })
}

/// The slip in the value of a line, at a byte of the line.
pub(super) fn slip(line: &str, place: usize, message: &str) -> Slip {
    let value = line.split_once('=').map_or(line, |(_, it)| it).trim();
    let key = line.split('=').next().unwrap_or_default().trim();
    if value.is_empty() {
        return Slip::with("empty", key, format!("{key} = \"…\""));
    }
    if let Some((at, _)) = outside_quotes(line).find(|(_, it)| narrow(*it).is_some()) {
        let wide =
            |(here, it): (usize, char)| if here >= at { narrow(it).unwrap_or(it) } else { it };
        return Slip::with("full-width", value, line.char_indices().map(wide).collect());
    }
    let piece = piece(line, place);
    if piece.contains(is_smart) && !(piece.starts_with('"') && piece.ends_with('"')) {
        let right = piece.trim_matches(|it| is_smart(it) || it == '"');
        return Slip::with("smart-quotes", piece, format!("\"{right}\""));
    }
    if (message.contains("escape") || message.contains("unicode")) && piece.contains('\\') {
        return Slip::with("backslash", piece, piece.replace('\\', "/"));
    }
    if let Some(slip) = of_plain(piece) {
        return slip;
    }
    if let Some(slip) = of_quotes(line, value, place) {
        return slip;
    }
    if message.contains("missing comma") {
        return Slip::new("comma", value);
    }
    if message.starts_with("unclosed") {
        return Slip::new("bracket", value);
    }
    if message.contains("extra comma") || message.contains("double comma") {
        return Slip::new("commas", value);
    }
    if message.starts_with("key with no value") || message.contains("missing assignment") {
        return Slip::new("equals", value);
    }
    let is_word = piece.chars().any(char::is_alphabetic) && !piece.contains(['"', '\'', '[', '{']);
    if is_word || message.contains("basic string") || message.contains("literal string") {
        return Slip::with("quote", piece, quoted(piece));
    }
    Slip::new("other", value)
}

/// The value at a place: what stands between commas, brackets and the equals sign around it.
fn piece(line: &str, place: usize) -> &str {
    let is_border = |it: char| matches!(it, '=' | ',' | '[' | ']' | '{' | '}');
    let borders = || outside_quotes(line).filter(|(_, it)| is_border(*it));
    let start =
        borders().filter(|(at, _)| *at < place).last().map_or(0, |(at, it)| at + it.len_utf8());
    // A comma inside curved quotes belongs to the words.
    let rest = &line[start..];
    let words = rest.trim_start();
    let opened = words.starts_with(is_smart).then(|| {
        let from = start + (rest.len() - words.len());
        let first = words.chars().next().map_or(0, char::len_utf8);
        words[first..].find(is_smart).map_or(from, |it| from + first + it)
    });
    let from = opened.unwrap_or(start);
    let end = borders().find(|(at, _)| *at >= place.max(from)).map_or(line.len(), |(at, _)| at);
    line[start..end.max(start)].trim()
}

/// Slips in days, moments, truths and numbers, which stand without quotes.
fn of_plain(piece: &str) -> Option<Slip> {
    let day = day_as_people_write(piece).or_else(|| year_first(piece));
    if let Some(day) = day.map(|it| it.to_string()).filter(|it| it != piece) {
        return Some(Slip::with("date-form", piece, day));
    }
    if let Some(right) = moment(piece).filter(|it| it != piece) {
        return Some(Slip::with("moment", piece, right));
    }
    // Three numbers are a day only with a whole year: `1.2.3` and `2/3/26` are not.
    let digits = piece.split(['-', '/', '.']).any(|it| it.len() == 4)
        && piece.chars().all(|it| it.is_ascii_digit() || matches!(it, '-' | '/' | '.'));
    if digits && day.is_none() && piece.split(['-', '/', '.']).count() == 3 {
        return Some(Slip::new("date-none", piece));
    }
    match piece.to_lowercase().as_str() {
        "true" | "có" | "đúng" | "yes" if piece != "true" => {
            Some(Slip::with("boolean", piece, "true".to_owned()))
        }
        "false" | "không" | "sai" | "no" if piece != "false" => {
            Some(Slip::with("boolean", piece, "false".to_owned()))
        }
        _ => number(piece).map(|it| Slip::with("number", piece, it)),
    }
}

/// `012` is 12, `1.000.000` is 1000000.
fn number(piece: &str) -> Option<String> {
    let is_number = piece.bytes().all(|it| it.is_ascii_digit() || it == b'.');
    let mut groups = piece.split('.');
    let first = groups.next().filter(|it| (1..=3).contains(&it.len()) || !piece.contains('.'))?;
    let right = format!("{first}{}", groups.clone().collect::<String>());
    let right = right.trim_start_matches('0');
    (is_number && groups.all(|it| it.len() == 3) && !right.is_empty() && right != piece)
        .then(|| right.to_owned())
}

/// `2026-04-01 9:00`, `1/4/2026 9h30`: with seconds and the offset of Viet Nam.
fn moment(piece: &str) -> Option<String> {
    let (day, time) = piece.split_once([' ', 'T'])?;
    let day = day_as_people_write(day).or_else(|| year_first(day))?;
    let time = time.trim();
    let (clock, offset) = match time.find(['+', 'Z']) {
        Some(at) => time.split_at(at),
        None => (time, "+07:00"),
    };
    let parts: Option<Vec<u32>> = clock
        .split([':', 'h', 'g'])
        .map(|it| if it.is_empty() { Some(0) } else { it.parse().ok() })
        .collect();
    let parts = parts.filter(|it| it.len() <= 3)?;
    let part = |at: usize| parts.get(at).copied().unwrap_or_default();
    let is_time = part(0) < 24 && part(1) < 60 && part(2) < 60;
    is_time.then(|| format!("{day}T{:02}:{:02}:{:02}{offset}", part(0), part(1), part(2)))
}

/// Quotes in quotes, and what stands after a value.
fn of_quotes(line: &str, value: &str, place: usize) -> Option<Slip> {
    if value.starts_with(['[', '{']) || !value.starts_with('"') {
        return None;
    }
    let count = value.matches('"').count();
    let before = &line[..place.min(line.len())];
    if value.ends_with(',') && count == 2 {
        return Some(Slip::with("comma-after", value, value.trim_end_matches(',').to_owned()));
    }
    if count > 2
        && count.is_multiple_of(2)
        && value.ends_with('"')
        && before.matches('"').count() >= 2
    {
        return Some(Slip::with("inner-quotes", value, curved(value)));
    }
    None
}

/// A text in quotes, with the quotes inside it curved.
fn curved(value: &str) -> String {
    let inner = value.trim_matches('"');
    let mut right = String::from("\"");
    let mut opens = true;
    for it in inner.chars() {
        right.push(match it {
            '"' if opens => '“',
            '"' => '”',
            other => other,
        });
        opens ^= it == '"';
    }
    right.push('"');
    right
}

/// A value as TOML has it: what is a day, a number, a truth or in quotes stays.
pub(super) fn quoted(value: &str) -> String {
    let value = value.trim();
    let is_plain = Date::parse(value).is_some()
        || matches!(value, "true" | "false")
        || (!value.is_empty() && value.bytes().all(|it| it.is_ascii_digit()))
        || value.starts_with(['[', '{'])
        || (value.len() > 1 && value.starts_with('"') && value.ends_with('"'));
    if is_plain {
        return value.to_owned();
    }
    format!("\"{}\"", value.trim_matches(|it| matches!(it, '"' | '\'') || is_smart(it)))
}

/// `2026-3-2`, `2026/03/02`.
fn year_first(value: &str) -> Option<Date> {
    let parts: Vec<_> = value.split(['/', '-', '.']).rev().collect();
    day_as_people_write(&parts.join("/"))
}
