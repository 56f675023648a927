//! Rules about relations and status (checks.md §3.3).

use std::collections::BTreeSet;

use crate::catalogue::Item;
use crate::catalogue::relations::{Basis, ended, type_of_number};
use crate::catalogue::status::Status;
use crate::check::Facts;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::problem::{Problem, Word};
use crate::document::number::Number;
use crate::document::schema::STATUSES;

/// Runs the rules of this family.
pub(super) fn run(facts: &Facts<'_>, found: &mut Diagnostics) {
    for (_, item) in facts.catalogue.items() {
        status(item, found);
        basis(facts, item, found);
        instruments(facts, item, found);
    }
}

/// `status-differs`: the asserted status against the derived one.
fn status(item: &Item, found: &mut Diagnostics) {
    let Some(asserted) = &item.meta.status else { return };
    // A word that is none was reported as such.
    let is_word = STATUSES.contains(&asserted.value.as_str());
    if !is_word || asserted.value == item.status.word() {
        return;
    }
    let why = match item.status {
        Status::Superseded => "why-replaced",
        Status::Amended => "why-amended",
        Status::Expired
        | Status::Terminated
        | Status::Withdrawn
        | Status::Revoked
        | Status::Over => "why-ended",
        Status::NotYet | Status::Upcoming => "why-not-begun",
        Status::Expiring => "why-ending",
        _ => "why-nothing-ends-it",
    };
    let word = |it: &str| Word(format!("status-{it}"));
    let problem = Problem::StatusDiffers {
        a: word(&asserted.value),
        b: word(item.status.word()),
        why: Word(why.to_owned()),
    };
    found.push(problem, asserted.span);
}

/// `basis-ended`: an item that still counts relies on something that does not.
fn basis(facts: &Facts<'_>, item: &Item, found: &mut Diagnostics) {
    let past = matches!(
        item.status,
        Status::Superseded
            | Status::Expired
            | Status::Terminated
            | Status::Withdrawn
            | Status::Revoked
            | Status::Disowned
            | Status::Over
    );
    if past {
        return;
    }
    for written in &item.meta.basis {
        let basis = match facts.catalogue.find(&written.value) {
            Some(index) => Basis::Item(index),
            None => Basis::Instrument(written.value.clone()),
        };
        if let Some((date, new)) = ended(facts.catalogue, facts.data, &basis) {
            let number = written.value.clone();
            found.push(Problem::BasisEnded { number, date, new }, written.span);
        }
    }
}

/// `instrument-unlisted`: a normative number in the text that the table does not have.
fn instruments(facts: &Facts<'_>, item: &Item, found: &mut Diagnostics) {
    let text = item.source_text();
    let body = facts.sources.text(text.body);
    let own = item.number().map(|it| it.value.as_str());
    let mut seen = BTreeSet::new();
    for (at, word) in words_with_two_slashes(body) {
        let Some(number) = Number::parse(word, false).filter(|it| it.year.is_some()) else {
            continue;
        };
        let listed = facts.data.unread.contains("instruments")
            || facts.data.instruments.contains_key(word)
            || own == Some(word);
        if !(listed || number.specimen) && seen.insert(word) {
            let kind = type_of_number(word).to_owned();
            let problem = Problem::InstrumentUnlisted { number: word.to_owned(), kind };
            found.push(problem, text.body.part(at..at + word.len()));
        }
    }
}

/// Words such as `42/2022/NĐ-CP`, with their places; found by their slashes, which are rare.
fn words_with_two_slashes(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_part = |it: char| it.is_alphanumeric() || matches!(it, '/' | '-');
    text.match_indices('/').filter_map(move |(at, _)| {
        let start = text[..at]
            .rfind(|it: char| !it.is_ascii_digit())
            .map_or(0, |it| it + text[it..].chars().next().map_or(1, char::len_utf8));
        let word = &text[start..];
        let end = word.find(|it| !is_part(it)).unwrap_or(word.len());
        let word = word[..end].trim_end_matches('-');
        (start < at && word.matches('/').count() == 2).then_some((start, word))
    })
}
