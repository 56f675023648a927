//! Codes of unlisted records where they must not stand: whoever knows the code may open the page.

use crate::verify::audit::{Auditor, Files, Kind, starting};
use crate::verify::code;

/// Symbols of an unlisted code, and of a group of them.
const LENGTH: usize = 20;
const GROUP: usize = 4;

impl Auditor<'_> {
    /// No text, and no path, outside the folder of an unlisted record has its code.
    pub(super) fn leaks(&mut self) {
        let known = Known::of(self.files);
        let files = self.files;
        for (path, bytes) in files {
            let own = path.strip_prefix("V/").and_then(|it| it.split_once('/')).map(|it| it.0);
            let below = own.filter(|it| code::is_unlisted(it));
            // The path to the own folder is no leak, what stands below it may be one.
            let name = below.map_or(path.as_str(), |it| &path["V/".len() + it.len()..]);
            for (_, code) in known.find(name).into_iter().chain(words(name)) {
                self.leak(path, None, &code);
            }
            let Some(text) = str::from_utf8(bytes).ok().filter(|it| !it.contains('\0')) else {
                continue;
            };
            let mut found = known.find(text);
            found.extend(words(text));
            found.sort();
            found.dedup();
            for (line, code) in found.iter().filter(|it| below != Some(it.1.as_str())) {
                self.leak(path, Some(*line), code);
            }
        }
    }

    /// What says where a code leaks does not say the code.
    fn leak(&mut self, path: &str, line: Option<usize>, code: &str) {
        let masked = format!("{}…", &code[..GROUP]);
        let path = path.replace(code, &masked);
        self.find(Kind::Leak, (&path, line), masked, "");
    }
}

/// Codes that are known: they are found however they are written.
#[derive(Debug)]
pub struct Known {
    codes: Vec<String>,
    /// Whether a code begins with three symbols, by their numbers.
    starts: Vec<bool>,
}

impl Known {
    /// The codes that have a folder.
    fn of(files: &Files) -> Self {
        let folder = |it: &str| Some(it["V/".len()..].split_once('/')?.0.to_owned());
        let folders = starting(files, "V/").filter_map(folder);
        Self::new(folders.filter(|it| code::is_unlisted(it)).collect())
    }

    /// These codes, each with twenty symbols.
    pub fn new(mut codes: Vec<String>) -> Self {
        codes.sort();
        codes.dedup();
        let mut starts = vec![false; 1 << 15];
        for code in &codes {
            starts[number(code.as_bytes())] = true;
        }
        Self { codes, starts }
    }

    /// The lines of a text on which one begins, counted from one, each with the code.
    pub fn find(&self, text: &str) -> Vec<(usize, String)> {
        if self.codes.is_empty() {
            return Vec::new();
        }
        let symbols: Vec<u8> = text.chars().filter_map(symbol).collect();
        let code_at = |it: &[u8]| {
            let at = self.codes.binary_search_by(|code| code.as_bytes().cmp(it)).ok();
            at.filter(|_| self.starts[number(it)]).map(|at| self.codes[at].clone())
        };
        let windows = symbols.windows(LENGTH).enumerate();
        let found = windows.filter(|it| self.starts[number(it.1)]);
        let found = found.filter_map(|(at, it)| Some((line_of(text, at), code_at(it)?)));
        found.collect()
    }
}

/// A number of the first three symbols.
fn number(symbols: &[u8]) -> usize {
    symbols.iter().take(3).fold(0, |sum, it| sum << 5 | usize::from(it & 31))
}

/// A letter or digit as codes have it; nothing else counts between the symbols of a code.
fn symbol(it: char) -> Option<u8> {
    match it.to_ascii_uppercase() {
        'O' => Some(b'0'),
        'I' | 'L' => Some(b'1'),
        other => u8::try_from(other).ok().filter(u8::is_ascii_alphanumeric),
    }
}

/// The line on which a symbol stands.
fn line_of(text: &str, at: usize) -> usize {
    let place = text.char_indices().filter(|it| symbol(it.1).is_some()).nth(at);
    text[..place.map_or(0, |it| it.0)].matches('\n').count() + 1
}

/// Codes that have no folder here, with their lines: as a whole word, or in groups of four.
fn words(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (number, line) in (1..).zip(text.split('\n')) {
        // Whatever stands between, a code has as many symbols.
        if line.len() < LENGTH {
            continue;
        }
        let mut groups = Vec::new();
        for word in line.split(|it: char| !it.is_alphanumeric() && !is_hyphen(it)) {
            found.extend(whole(word).map(|it| (number, it)));
            if word.len() == GROUP && word.bytes().all(|it| it.is_ascii_alphanumeric()) {
                groups.push(word);
            } else {
                found.extend(grouped(&groups).map(|it| (number, it)));
                groups.clear();
            }
        }
        found.extend(grouped(&groups).map(|it| (number, it)));
    }
    found
}

fn is_hyphen(it: char) -> bool {
    matches!(it, '-' | '\u{2010}' | '\u{2011}')
}

/// A word, its hyphens left out. In lower case only groups of four: many a name has hyphens.
fn whole(word: &str) -> Option<String> {
    if word.len() < LENGTH {
        return None;
    }
    let joined: String = word.chars().filter(|it| !is_hyphen(*it)).collect();
    let is_even = || word.split(is_hyphen).all(|it| it.len() == GROUP || it.len() == LENGTH);
    let is_upper = !joined.bytes().any(|it| it.is_ascii_lowercase());
    plausible(&joined).filter(|_| is_upper || is_even())
}

/// Five groups of four, no more: hashes are shown in groups too.
fn grouped(groups: &[&str]) -> Option<String> {
    (groups.len() * GROUP == LENGTH).then(|| plausible(&groups.concat()))?
}

/// A code in one case. Of those without a letter or without a digit there is one in two thousand;
/// of numbers and words that look like one there are many.
fn plausible(joined: &str) -> Option<String> {
    if joined.len() != LENGTH {
        return None;
    }
    let has = |is: fn(&u8) -> bool| joined.bytes().any(|it| is(&it));
    let is_mixed = has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase);
    let code = joined.to_ascii_uppercase();
    let is_one = has(u8::is_ascii_digit) && has(u8::is_ascii_alphabetic) && !is_mixed;
    (is_one && code::is_unlisted(&code)).then_some(code)
}
