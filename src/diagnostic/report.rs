//! Diagnostics as text for people: with the line that they are about, or on one line each.

use std::fmt::Write;
use std::time::Duration;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::diagnostic::problem::Fields;
use crate::diagnostic::{Diagnostic, FileId, Span};
use crate::language::Language;
use crate::language::messages::{Arg, Args, Messages};
use crate::language::numbers;

/// Finds the path and the text of a file. `Sources` implements it, from below.
pub trait Texts {
    /// The path, relative to the project.
    fn path(&self, file: FileId) -> &str;
    /// The text.
    fn text(&self, file: FileId) -> &str;
}

/// How serious a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It has to be mended.
    Error,
    /// It ought to be mended.
    Warning,
    /// It is worth knowing.
    Note,
    /// It is not reported.
    Off,
}

impl Severity {
    /// The word in JSON, in the settings, and in messages (`severity-word-<word>`).
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
            Self::Off => "off",
        }
    }

    /// The message that says it.
    pub fn message(self) -> &'static str {
        match self {
            Self::Error => "severity-word-error",
            Self::Warning => "severity-word-warning",
            Self::Note | Self::Off => "severity-word-note",
        }
    }

    fn color(self) -> &'static str {
        match self {
            Self::Error => "\u{1b}[1;31m",
            Self::Warning => "\u{1b}[1;33m",
            Self::Note | Self::Off => "\u{1b}[1;34m",
        }
    }
}

/// A problem with its severity, as it is shown.
#[derive(Debug)]
pub struct Reported {
    /// The problem and its place.
    pub diagnostic: Diagnostic,
    /// How serious it is on this site.
    pub severity: Severity,
    /// The message that names what it is compared with; may be empty.
    pub source: &'static str,
    /// Whether `--fix` can mend it.
    pub fixable: bool,
}

/// How a report looks.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Whether colours are used; they never carry meaning alone.
    pub color: bool,
}

/// A place in a text, for people: all counted from one, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// The place of a byte.
pub fn place(text: &str, offset: usize) -> Place {
    let offset = floor(text, offset);
    let before = &text[..offset];
    let start = before.rfind('\n').map_or(0, |it| it + 1);
    let mark = before[start..].starts_with('\u{feff}');
    let column = before[start..].chars().count() + 1 - usize::from(mark);
    Place { line: memchr::memchr_iter(b'\n', before.as_bytes()).count() + 1, column }
}

/// The nearest boundary of characters at or before a byte.
fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// The words of a problem, and its hint.
pub fn words(diagnostic: &Diagnostic, messages: &Messages) -> (String, Option<String>) {
    let id = diagnostic.problem.id();
    let args = args(&diagnostic.problem.fields(), messages);
    (messages.text(&id, &args), messages.attribute(&id, "hint", &args))
}

/// The values of a problem, in words.
fn args(fields: &Fields, messages: &Messages) -> Args {
    use serde_json::Value;
    let word = |it: &Value| messages.text(it["word"].as_str().unwrap_or_default(), &Args::new());
    let words = |value: &Value| match value {
        // Messages select on `none` where nothing is to be said.
        Value::String(text) if text.is_empty() => Arg::Text("none".to_owned()),
        Value::String(text) => Arg::Text(text.clone()),
        Value::Number(number) => Arg::Number(number.as_i64().unwrap_or_default()),
        Value::Array(all) => {
            let comma = messages.text("list-comma", &Args::new());
            Arg::Text(all.iter().map(word).collect::<Vec<_>>().join(&comma))
        }
        Value::Object(map) => match (map.get("word"), map.get("date")) {
            (Some(Value::String(id)), _) => Arg::Text(messages.text(id, &Args::new())),
            (_, Some(Value::String(date))) => {
                let date = crate::date::Date::parse(date);
                let words = date.map(|it| numbers::date(messages.language(), it));
                Arg::Text(words.unwrap_or_default())
            }
            _ if map.contains_key("name") => {
                let name = |it: Language| map["name"].get(it.code())?.as_str();
                let name = messages.language().chain().into_iter().find_map(name);
                Arg::Text(name.unwrap_or_default().to_owned())
            }
            _ => Arg::Text(String::new()),
        },
        other => Arg::Text(other.to_string()),
    };
    fields.iter().map(|(name, value)| (name.clone(), words(value))).collect()
}

/// One line each: `path:line:column: error[id]: message`.
pub fn short(reported: &[&Reported], texts: &dyn Texts, messages: &Messages) -> String {
    let mut report = String::new();
    for it in reported {
        let span = it.diagnostic.span;
        let at = place(texts.text(span.file), span.start as usize);
        let (words, _) = words(&it.diagnostic, messages);
        let id = it.diagnostic.problem.id();
        let severity = it.severity.word();
        let path = texts.path(span.file);
        let _ = writeln!(report, "{path}:{}:{}: {severity}[{id}]: {words}", at.line, at.column);
    }
    report
}

/// Each problem with its line, a mark under its place, and what to write instead.
pub fn human(
    reported: &[&Reported],
    texts: &dyn Texts,
    messages: &Messages,
    style: Style,
) -> String {
    let mut report = String::new();
    let say = |id: &str| messages.text(id, &Args::new());
    for it in reported {
        let span = it.diagnostic.span;
        let text = texts.text(span.file);
        let at = place(text, span.start as usize);
        let (words, hint) = words(&it.diagnostic, messages);
        let (color, end) = if style.color { (it.severity.color(), "\u{1b}[0m") } else { ("", "") };
        let severity = say(it.severity.message());
        let id = it.diagnostic.problem.id();
        let path = texts.path(span.file);
        let _ = writeln!(
            report,
            "{path}:{}:{}: {color}{severity}[{id}]{end}: {words}",
            at.line, at.column
        );
        excerpt(&mut report, text, span, at);
        if let Some(other) = it.diagnostic.related {
            let text = texts.text(other.file);
            let at = place(text, other.start as usize);
            let path = texts.path(other.file);
            let _ = writeln!(report, "  {} {path}:{}:{}", say("see-also"), at.line, at.column);
            excerpt(&mut report, text, other, at);
        }
        if let Some(hint) = hint {
            let _ = writeln!(report, "  {} {}", say("how-to-fix"), hint.replace('\n', "\n  "));
        }
        if !it.source.is_empty() {
            let _ = writeln!(report, "  {} {}", say("compared-with"), say(it.source));
        }
        report.push('\n');
    }
    report
}

/// How wide an excerpt may be.
const WIDTH: usize = 100;

/// The line of a place, and marks under the place by the width of the characters.
fn excerpt(report: &mut String, text: &str, span: Span, at: Place) {
    let range = floor(text, span.start as usize)..floor(text, span.end as usize);
    let start = text[..range.start].rfind('\n').map_or(0, |it| it + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    if line.trim().is_empty() && range.is_empty() {
        return;
    }
    let from = (range.start - start).min(line.len());
    let to = (range.end.saturating_sub(start)).clamp(from, line.len());
    let (shown, from, to) = window(line, from, to);
    let blank = |it: &str| -> String {
        // A tab stays a tab, so that the mark stands under its place whatever a tab is worth.
        it.chars()
            .map(|it| if it == '\t' { "\t".to_owned() } else { " ".repeat(width(it)) })
            .collect()
    };
    let marks = "^".repeat(shown[from..to].width().max(1));
    let number = at.line.to_string();
    let _ = writeln!(report, "  {number} | {shown}");
    let _ = writeln!(report, "  {} | {}{marks}", " ".repeat(number.len()), blank(&shown[..from]));
}

fn width(it: char) -> usize {
    it.width().unwrap_or(0)
}

/// A line cut to a window around the place, with `…` where something was left out.
fn window(line: &str, from: usize, to: usize) -> (String, usize, usize) {
    if line.width() <= WIDTH {
        return (line.to_owned(), from, to);
    }
    let mut start = from;
    while start > 0 && line[start..from].width() < WIDTH / 3 {
        start = floor(line, start - 1);
    }
    let mut end = start;
    for (at, it) in line[start..].char_indices() {
        let next = start + at + it.len_utf8();
        if line[start..next].width() > WIDTH {
            break;
        }
        end = next;
    }
    let lead = if start > 0 { "…" } else { "" };
    let tail = if end < line.len() { "…" } else { "" };
    let to = to.min(end).max(from.min(end));
    let shift = |it: usize| it.min(end) - start + lead.len();
    (format!("{lead}{}{tail}", &line[start..end]), shift(from), shift(to))
}

/// How many problems of each severity there are, in how many files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
    files: usize,
    elapsed: Option<Duration>,
    example: Option<String>,
}

impl Summary {
    /// Counts problems.
    pub fn of<'a>(
        reported: impl IntoIterator<Item = &'a Reported>,
        files: usize,
        elapsed: Option<Duration>,
    ) -> Self {
        let mut summary = Self { errors: 0, warnings: 0, notes: 0, files, elapsed, example: None };
        for it in reported {
            match it.severity {
                Severity::Error => summary.errors += 1,
                Severity::Warning => summary.warnings += 1,
                Severity::Note => summary.notes += 1,
                Severity::Off => continue,
            }
            summary.example.get_or_insert_with(|| it.diagnostic.problem.id());
        }
        summary
    }
}

/// The closing line; the time only where someone waited for it.
pub fn summary(summary: &Summary, messages: &Messages) -> String {
    let count = |n: usize| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
    let time = summary.elapsed.map(|it| {
        let tenths = format!("{:.1}", it.as_secs_f64());
        let args = Args::from([("seconds".to_owned(), Arg::Text(tenths))]);
        messages.text("check-time", &args)
    });
    let args = Args::from([
        ("errors".to_owned(), count(summary.errors)),
        ("warnings".to_owned(), count(summary.warnings)),
        ("notes".to_owned(), count(summary.notes)),
        ("files".to_owned(), count(summary.files)),
        ("time".to_owned(), Arg::Text(time.unwrap_or_default())),
    ]);
    let mut line = messages.text("check-summary", &args);
    if let Some(id) = &summary.example {
        let args = Args::from([("rule".to_owned(), Arg::Text(id.clone()))]);
        line.push(' ');
        line.push_str(&messages.text("check-explain", &args));
    }
    line.push('\n');
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, part: &str, expected: &str) {
        let start = line.find(part).unwrap();
        let span = Span::new(FileId(0), start..start + part.len());
        let mut report = String::new();
        excerpt(&mut report, line, span, place(line, start));
        assert_eq!(report, expected);
    }

    #[test]
    fn marks_stand_under_their_place() {
        check("a = \"x\"", "\"x\"", "  1 | a = \"x\"\n    |     ^^^\n");
        check("甲方：乙", "乙", "  1 | 甲方：乙\n    |       ^^\n");
        check("tie\u{302}\u{301}ng x", "x", "  1 | tie\u{302}\u{301}ng x\n    |       ^\n");
        check("\tx", "x", "  1 | \tx\n    | \t^\n");
    }

    #[test]
    fn columns_are_characters_from_one() {
        assert_eq!(place("một\n甲乙x", "một\n甲乙".len()), Place { line: 2, column: 3 });
        assert_eq!(place("\u{feff}+++", 3), Place { line: 1, column: 1 });
        assert_eq!(place("x", 99), Place { line: 1, column: 2 });
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let line = format!("{}X{}", "甲 ".repeat(200), "乙 ".repeat(200));
        let start = line.find('X').unwrap();
        let (shown, from, to) = window(&line, start, start + 1);
        assert_eq!(&shown[from..to], "X");
        assert!(shown.width() <= WIDTH + 4 && shown.starts_with('…') && shown.ends_with('…'));
    }
}
