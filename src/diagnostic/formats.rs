//! Diagnostics for programs: JSON (checks.md §4).

use serde::Serialize;

use crate::date::Date;
use crate::diagnostic::report::{Reported, Severity, Texts, place, words};
use crate::diagnostic::{Fix, Span};
use crate::language::messages::{Args, Messages};

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    as_of: String,
    counts: Counts,
    problems: Vec<Row<'a>>,
}

#[derive(Serialize, Default)]
struct Counts {
    error: usize,
    warning: usize,
    note: usize,
}

#[derive(Serialize)]
struct Row<'a> {
    id: String,
    severity: &'static str,
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: String,
    hint: String,
    source: String,
    related: Vec<Related<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<FixRow>,
}

#[derive(Serialize)]
struct Related<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    message: String,
}

/// Several replacements as one, from the first to the last of them.
fn joined(all: &[(Span, String)], text: &str) -> Option<FixRow> {
    let (start, mut at) = (all.first()?.0.start, all.first()?.0.range().start);
    let mut new = String::new();
    for (span, right) in all {
        new.push_str(text.get(at..span.range().start)?);
        new.push_str(right);
        at = span.range().end;
    }
    Some(FixRow { start, end: all.last()?.0.end, text: new })
}

/// Offsets in bytes of the file.
#[derive(Serialize)]
struct FixRow {
    start: u32,
    end: u32,
    text: String,
}

/// All problems as one JSON object with a line end.
pub fn json(reported: &[&Reported], texts: &dyn Texts, messages: &Messages, as_of: Date) -> String {
    let mut counts = Counts::default();
    for it in reported {
        match it.severity {
            Severity::Error => counts.error += 1,
            Severity::Warning => counts.warning += 1,
            Severity::Note => counts.note += 1,
            Severity::Off => {}
        }
    }
    let problems = reported.iter().map(|it| row(it, texts, messages)).collect();
    let report = Report { version: 1, as_of: as_of.to_string(), counts, problems };
    // Strings and numbers only: nothing here can fail to be written.
    let mut text = serde_json::to_string(&report).unwrap_or_default();
    text.push('\n');
    text
}

fn row<'a>(it: &Reported, texts: &'a dyn Texts, messages: &Messages) -> Row<'a> {
    let span = it.diagnostic.span;
    let text = texts.text(span.file);
    let (start, end) = (place(text, span.start as usize), place(text, span.end as usize));
    let (message, hint) = words(&it.diagnostic, messages);
    let related = |span: Span| {
        let at = place(texts.text(span.file), span.start as usize);
        let message = messages.text("see-also", &Args::new());
        Related { path: texts.path(span.file), line: at.line, column: at.column, message }
    };
    let fix = it.diagnostic.fix.as_ref().and_then(|it| match it {
        Fix::Replace { span, text } => {
            Some(FixRow { start: span.start, end: span.end, text: text.clone() })
        }
        Fix::ReplaceEach(all) => joined(all, text),
        // The code is drawn when it is written.
        Fix::AllocateCode { .. } => None,
    });
    let source = match it.source {
        "" => String::new(),
        id => messages.text(id, &Args::new()),
    };
    Row {
        id: it.diagnostic.problem.id(),
        severity: it.severity.word(),
        path: texts.path(span.file),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        message,
        hint: hint.unwrap_or_default(),
        source,
        related: it.diagnostic.related.map(related).into_iter().collect(),
        fix,
    }
}
