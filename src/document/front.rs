//! Where the front matter of a file ends and its body begins, and why it may not be found.

use crate::diagnostic::problem::Problem;
use crate::diagnostic::{Diagnostics, FileId, Span};

/// The line before and after the front matter.
const FENCE: &str = "+++";

/// The places of front matter and body.
pub(super) fn split(
    file: FileId,
    text: &str,
    diagnostics: &mut Diagnostics,
) -> Option<(Span, Span)> {
    // A byte order mark at the start is not text.
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut lines = lines(text, start);
    let (_, first) = lines.next().unwrap_or_default();
    if first.trim_end() != FENCE {
        unopened(file, text, start, diagnostics);
        return None;
    }
    let front = start + first.len();
    for (at, line) in lines {
        if line.trim_end() == FENCE {
            let body = at + line.len();
            return Some((Span::new(file, front..at), Span::new(file, body..text.len())));
        }
    }
    unclosed(file, text, front, diagnostics);
    None
}

/// The lines from a place on, each with its place and its end.
fn lines(text: &str, from: usize) -> impl Iterator<Item = (usize, &str)> {
    let mut at = from;
    text[from..].split_inclusive('\n').map(move |line| {
        at += line.len();
        (at - line.len(), line)
    })
}

/// Reports that the file does not begin with the front matter: by what stands there instead.
fn unopened(file: FileId, text: &str, start: usize, diagnostics: &mut Diagnostics) {
    let is_blank = |it: char| it.is_whitespace() || it == '\u{feff}';
    let (at, line) = lines(text, start)
        .find(|(_, it)| !it.trim_matches(is_blank).is_empty())
        .unwrap_or((start, ""));
    let line_end = at + line.trim_end().len();
    let cause = match line.trim_matches(is_blank) {
        // The first line is right but for what stands before it.
        FENCE => "late",
        "---" => "dashes",
        it if is_nearly_fence(it) => "fence",
        _ => "none",
    };
    report(cause, text, Span::new(file, at..line_end), diagnostics);
}

/// Reports that the front matter has no end, where it seems to end.
fn unclosed(file: FileId, text: &str, front: usize, diagnostics: &mut Diagnostics) {
    let mut last = front..front;
    let mut quoted = false;
    for (at, line) in lines(text, front) {
        let words = line.trim();
        let place = at..at + line.trim_end().len();
        if !quoted && is_nearly_fence(words) {
            return report("fence", text, Span::new(file, place), diagnostics);
        }
        if !(quoted || is_of_front_matter(words)) {
            return report("unclosed", text, Span::new(file, place), diagnostics);
        }
        quoted ^= words.matches("\"\"\"").count() % 2 == 1;
        if !words.is_empty() {
            last = place;
        }
    }
    report("unclosed-end", text, Span::new(file, last), diagnostics);
}

fn report(cause: &str, text: &str, span: Span, diagnostics: &mut Diagnostics) {
    let before = text.get(..span.range().start).unwrap_or_default();
    let line = i64::try_from(before.matches('\n').count() + 1).unwrap_or(i64::MAX);
    diagnostics.push(Problem::FrontMatterMissing { cause: cause.to_owned(), line }, span);
}

/// `---`, `++`, `++++`, `+ + +`, `***`, `===`: a line between parts that is not ours.
fn is_nearly_fence(line: &str) -> bool {
    let marks = line.chars().filter(|it| !it.is_whitespace());
    let first = marks.clone().next();
    first.is_some_and(|it| "+-=*＋–—".contains(it))
        && marks.clone().count() >= 2
        && marks.clone().all(|it| Some(it) == first)
}

/// Whether a line may stand in TOML: a key, a table, a remark, or the middle of a list. Headings
/// of a body have two `#`, remarks one.
fn is_of_front_matter(line: &str) -> bool {
    let is_key = |it: &str| {
        let it = it.trim();
        !it.is_empty() && it.chars().all(|it| it.is_ascii_alphanumeric() || "_-.\"'".contains(it))
    };
    let is_remark = line.starts_with('#') && !line.starts_with("##");
    line.is_empty()
        || is_remark
        || line.split_once('=').is_some_and(|(it, _)| is_key(it))
        || line.starts_with(['{', '}', ']', '"', '\''])
        || (line.starts_with('[') && !line.contains("]("))
        || line.ends_with(',')
}
