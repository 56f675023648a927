//! What `condau check --fix` writes.

use std::collections::BTreeMap;

use crate::changes::{Change, Changes};
use crate::cli::random;
use crate::diagnostic::report::{Reported, Severity};
use crate::diagnostic::{FileId, Fix};
use crate::error::Error;
use crate::source::Sources;
use crate::verify::code::Code;

/// What `--fix` will write.
pub(super) struct Fixes {
    pub(super) changes: Changes,
    /// Path, text before and text after, of each file.
    pub(super) shown: Vec<(String, String, String)>,
    pub(super) count: usize,
}

/// Collects the fixes of all files; of two that overlap, the first is taken.
pub(super) fn fixes(reported: &[&Reported], sources: &Sources) -> Result<Fixes, Error> {
    let mut edits = BTreeMap::<FileId, Vec<(std::ops::Range<usize>, String)>>::new();
    for it in reported.iter().filter(|it| it.severity != Severity::Off) {
        match &it.diagnostic.fix {
            Some(Fix::Replace { span, text }) => {
                edits.entry(span.file).or_default().push((span.range(), text.clone()));
            }
            Some(Fix::ReplaceEach(all)) => {
                for (span, text) in all {
                    edits.entry(span.file).or_default().push((span.range(), text.clone()));
                }
            }
            Some(Fix::AllocateCode { at }) => {
                let code = Code::from_random(random()?);
                let before = &sources.file_text(at.file)[..at.range().start];
                let end = if before.ends_with("\r\n") { "\r\n" } else { "\n" };
                let line = format!("id = \"{code}\"{end}");
                edits.entry(at.file).or_default().push((at.range(), line));
            }
            None => {}
        }
    }
    let mut fixes = Fixes { changes: Changes::default(), shown: Vec::new(), count: 0 };
    for (file, mut edits) in edits {
        edits.sort_by_key(|(range, _)| range.start);
        let before = sources.file_text(file);
        let mut after = String::with_capacity(before.len());
        let mut at = 0;
        for (range, text) in edits {
            if range.start >= at {
                after.push_str(&before[at..range.start]);
                after.push_str(&text);
                at = range.end;
                fixes.count += 1;
            }
        }
        after.push_str(&before[at..]);
        let path = sources.path(file).to_owned();
        fixes.changes.0.push(Change::replace(&path, before.as_bytes(), after.clone().into_bytes()));
        fixes.shown.push((path, before.to_owned(), after));
    }
    Ok(fixes)
}

/// The lines that differ, for people: both texts have the same order, and few lines change.
pub(super) fn difference(path: &str, before: &str, after: &str) -> String {
    let mut text = format!("--- {path}\n+++ {path}\n");
    let (mut old, mut new) = (before.lines().peekable(), after.lines().peekable());
    while old.peek().is_some() || new.peek().is_some() {
        match (old.peek().copied(), new.peek().copied()) {
            (Some(a), Some(b)) if a == b => {
                old.next();
                new.next();
            }
            // A line that a fix has put in: the old one follows it.
            (Some(a), Some(b)) if after_next(&new, a) => {
                text.extend(["+", b, "\n"]);
                new.next();
            }
            (a, b) => {
                for (mark, line) in a.map(|it| ('-', it)).into_iter().chain(b.map(|it| ('+', it))) {
                    text.extend([mark].iter());
                    text.extend([line, "\n"]);
                }
                old.next();
                new.next();
            }
        }
    }
    text
}

fn after_next(lines: &std::iter::Peekable<std::str::Lines<'_>>, wanted: &str) -> bool {
    lines.clone().nth(1) == Some(wanted)
}
