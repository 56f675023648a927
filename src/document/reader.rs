//! Reads the front matter of one file, and reports what cannot be understood.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::problem::{Problem, Word};
use crate::diagnostic::{Diagnostic, Diagnostics, Span, Spanned};
use crate::document::meta::{self, Details, Meta};
use crate::document::{Folder, Surroundings, schema};
use crate::language::{Language, script};
use crate::project::KINDS;
use crate::schema::{self as closed, Table, missing};
use crate::verify::code::{Code, Fault};

/// Reads one front matter and reports what cannot be understood.
pub(super) struct Reader<'a, 'b> {
    pub(super) folder: &'a Folder<'a>,
    pub(super) surroundings: Surroundings<'a>,
    pub(super) diagnostics: &'b mut Diagnostics,
}

impl Reader<'_, '_> {
    /// The data of an item.
    pub(super) fn source(&mut self, table: Table<'_>, language: Language) -> Option<Meta> {
        let Some(kind) = self.kind(table) else {
            // Without a kind nothing else can be judged: one cause, one problem.
            return None;
        };
        let has_template = kind.value == "alert" && table.has("template");
        let keys = schema::keys(&kind.value);
        let mut found = Diagnostics::default();
        closed::check(table, keys, self.surroundings.known, &mut found);
        let found = found.sorted();
        let within = |outer: Span, it: Span| outer.start <= it.start && it.end <= outer.end;
        let written = table.keys();
        // What stands below `[[attachments]]` has no place inside the value of `attachments`.
        let owner = |it: Span| {
            let before = written.iter().rev().find(|key| key.span.start <= it.start);
            before.map(|key| key.value)
        };
        let absorbed = absorbed(&found, &written, keys);
        let slips = closed::meant_keys(table, keys);
        let is_unread = |key: &&str| {
            if table.has(key) {
                let place = table.value_span(key);
                let is_in = |it: Span| within(place, it) || owner(it) == Some(*key);
                found.iter().any(|it| is_in(it.span))
            } else {
                absorbed.contains_key(*key) || slips.iter().any(|it| it == key)
            }
        };
        let unread = keys.iter().map(|it| it.name).filter(is_unread).collect();
        let mut told = BTreeSet::new();
        for mut it in found {
            self.advise(&mut it.problem, within(table.value_span("type"), it.span));
            let generated = matches!(&it.problem, Problem::MissingKey { key, .. } if key == "title" || key == "summary");
            let elsewhere =
                matches!(&it.problem, Problem::UnknownKey { key, .. } if is_of_translation(key));
            match &it.problem {
                Problem::UnknownKey { key, .. } if absorbed.get(key) == Some(&it.span) => {
                    let table = owner(it.span).unwrap_or_default().to_owned();
                    told.insert(table.clone()).then(|| {
                        let (key, file) = (key.clone(), String::new());
                        self.diagnostics.push(Problem::MisplacedKey { key, file, table }, it.span);
                    });
                    continue;
                }
                Problem::MissingKey { key, .. } if absorbed.contains_key(key) => continue,
                _ => {}
            }
            if elsewhere {
                self.misplaced(table, it.span, language);
            } else if !(generated && has_template) {
                self.diagnostics.add(it);
            }
        }
        let id = self.code(table);
        let meta = Meta { unread, ..meta::meta(&table, kind, id, language) };
        let is_written = |key: &str| {
            table.has(key) || absorbed.contains_key(key) || slips.iter().any(|it| it == key)
        };
        self.conditions(table, &meta, is_written);
        Some(meta)
    }

    /// Makes what to write instead fit this document.
    fn advise(&self, problem: &mut Problem, is_type: bool) {
        match problem {
            // `KH` stands in numbers, and is meant as a type.
            Problem::UnknownValue { value, near, .. } if is_type && near.is_empty() => {
                *near = schema::type_of_abbreviation(value).map(str::to_owned).unwrap_or_default();
            }
            Problem::EmptyValue { key, example, .. }
            | Problem::WrongType { key, example, .. }
            | Problem::MissingKey { key, example, .. }
                if key == "number" && self.surroundings.project.specimen =>
            {
                *example = example.replace("\"12/", "\"M-12/");
            }
            _ => {}
        }
    }

    /// The kind, which must be one that the section takes.
    fn kind(&mut self, table: Table<'_>) -> Option<Spanned<String>> {
        let Some(kind) = table.str("kind") else {
            if table.has("kind") {
                closed::check(table, KIND_ONLY, self.surroundings.known, self.diagnostics);
            } else {
                self.missing_kind(table);
            }
            return None;
        };
        if !KINDS.contains(&kind.value.as_str()) {
            let near = closed::meant_word("kind-", KINDS, &kind.value).unwrap_or_default();
            let problem = Problem::UnknownValue { value: kind.value, list: KINDS.join(" "), near };
            self.diagnostics.push(problem, kind.span);
            return None;
        }
        let section = self.surroundings.project.section(self.folder.section);
        if let Some(section) = section.filter(|it| !it.kinds.contains(&kind.value)) {
            let problem = Problem::KindInSection {
                section: section.name.clone(),
                kind: kind.value.clone(),
                kinds: section.kinds.join(", "),
            };
            self.diagnostics.push(problem, kind.span);
        }
        Some(kind)
    }

    /// `kind` is missing, or there is a slip in it.
    fn missing_kind(&mut self, table: Table<'_>) {
        let is_known = |it: &str| is_of_source(it) || is_of_translation(it);
        let mut strange = table.keys().into_iter().filter(|it| !is_known(it.value));
        let slip = strange.find(|it| {
            closed::meant_key(table, it.value, KIND_ONLY).is_some_and(|near| near == "kind")
        });
        match slip {
            Some(it) => {
                let (key, near) = (it.value.to_owned(), "kind".to_owned());
                let problem = Problem::UnknownKey { key, near, known: String::new() };
                self.diagnostics.push(problem, it.span);
            }
            None => missing(table, "kind", KIND_ONLY, self.diagnostics),
        }
    }

    fn code(&mut self, table: Table<'_>) -> Option<Spanned<Code>> {
        let id = table.str("id")?;
        let text = self.folder.files.values().find(|(file, _)| *file == id.span.file);
        let written = text.and_then(|(_, it)| it.get(id.span.range())).unwrap_or_default();
        let foreign: Vec<_> = script::foreign_letters(written).collect();
        if !foreign.is_empty() {
            // A letter of another alphabet is what is wrong with the code.
            for (at, letter) in foreign {
                let span = id.span.part(at..at + letter.len_utf8());
                self.diagnostics.push(Problem::lookalike(letter), span);
            }
            return None;
        }
        // The form in groups, which pages print, is read as well.
        match Code::read(&id.value) {
            Ok(value) => Some(Spanned { value, span: id.span }),
            Err(fault) => {
                let why = match fault {
                    Fault::Length => "why-length",
                    Fault::Symbol => "why-symbol",
                    Fault::Check { .. } => "why-check",
                };
                let problem = Problem::CodeForm { code: id.value, why: Word(why.to_owned()) };
                self.diagnostics.push(problem, id.span);
                None
            }
        }
    }

    /// Keys that other keys make required.
    fn conditions(&mut self, table: Table<'_>, meta: &Meta, is_written: impl Fn(&str) -> bool) {
        let keys = schema::keys(&meta.kind.value);
        let mut need = |key: &str| {
            if !is_written(key) {
                missing(table, key, keys, self.diagnostics);
            }
        };
        match &meta.details {
            Details::Programme(it) => {
                let keys: &[&str] = match it.kind.as_ref().map(|it| it.value.as_str()) {
                    Some("programme" | "consultation") => &["opens", "closes"],
                    Some("event") => &["from", "to", "place"],
                    _ => &[],
                };
                for key in keys {
                    need(key);
                }
            }
            Details::Mou(it) => {
                need("authentic");
                if it.renewal == "automatic" {
                    need("renewal_months");
                }
            }
            Details::Procedure(_) => {
                need("basis");
                if table.has("fees") && table.tables("fees").is_empty() {
                    self.diagnostics.push(Problem::FeeMissing {}, table.value_span("fees"));
                }
                for fee in table.tables("fees") {
                    if !(fee.has("price") || fee.has("amount")) {
                        missing(fee, "price", schema::FEE, self.diagnostics);
                    }
                }
            }
            _ => {}
        }
    }

    /// The front matter of a translation.
    pub(super) fn translation(&mut self, table: Table<'_>, source: Language, equal: bool) {
        let mut found = Diagnostics::default();
        closed::check(table, schema::TRANSLATION, self.surroundings.known, &mut found);
        for it in found.sorted() {
            let of_source =
                matches!(&it.problem, Problem::UnknownKey { key, .. } if is_of_source(key));
            if of_source {
                self.misplaced(table, it.span, source);
            } else {
                self.diagnostics.add(it);
            }
        }
        if equal {
            for key in ["translator", "reviewer", "machine"] {
                if let Some(span) = table.key_span(key) {
                    self.misplaced(table, span, source);
                }
            }
        }
    }

    /// A key that belongs into another file of the item.
    fn misplaced(&mut self, table: Table<'_>, span: Span, source: Language) {
        let key = table.keys().into_iter().find(|it| it.span == span);
        let key = key.map(|it| it.value.to_owned()).unwrap_or_default();
        let file = if is_of_source(&key) {
            format!("index.{}.md", source.code())
        } else {
            let other = self.folder.files.keys().find(|it| **it != source);
            format!("index.{}.md", other.map_or("en", |it| it.code()))
        };
        let table = String::new();
        self.diagnostics.push(Problem::MisplacedKey { key, file, table }, span);
    }
}

/// Keys of the item that a table took: they stand below its header, `[[attachments]]`.
fn absorbed(
    found: &[Diagnostic],
    written: &[Spanned<&str>],
    keys: &[closed::Key],
) -> BTreeMap<String, Span> {
    let is_inside = |it: &Span| !written.iter().any(|key| key.span == *it);
    let key = |it: &Diagnostic| match &it.problem {
        Problem::UnknownKey { key, .. }
            if is_inside(&it.span) && keys.iter().any(|it| it.name == key) =>
        {
            Some((key.clone(), it.span))
        }
        _ => None,
    };
    found.iter().filter_map(key).collect()
}

const KIND_ONLY: &[closed::Key] =
    &[closed::Key::new("kind", closed::Type::Enum(KINDS), closed::Need::Required, "\"document\"")];

/// Whether a key belongs in the file with the data of an item.
pub(super) fn is_of_source(key: &str) -> bool {
    KINDS.iter().flat_map(|it| schema::keys(it)).any(|it| it.name == key)
}

fn is_of_translation(key: &str) -> bool {
    schema::TRANSLATION.iter().any(|it| it.name == key) && !is_of_source(key)
}
