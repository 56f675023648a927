//! Relations between items, read both ways: who replaces, amends and relies on whom.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{Catalogue, Item, ItemIndex, Parts, status};
use crate::data::Data;
use crate::date::Date;
use crate::diagnostic::problem::Problem;
use crate::diagnostic::{Diagnostics, Spanned, near};
use crate::document::Document;
use crate::document::meta::Details;
use crate::document::number::Number;
use crate::document::{outline, schema};
use crate::schema::is_reference;

/// How one item stands to others. What it says of others is written; the inverse is computed.
#[derive(Debug, Default)]
pub struct Relations {
    /// Items it replaces.
    pub replaces: Vec<ItemIndex>,
    /// Items it amends.
    pub amends: Vec<ItemIndex>,
    /// Items it repeals.
    pub repeals: Vec<ItemIndex>,
    /// Items that replace it.
    pub replaced_by: Vec<ItemIndex>,
    /// Items that amend it.
    pub amended_by: Vec<ItemIndex>,
    /// Items that repeal it.
    pub repealed_by: Vec<ItemIndex>,
    /// Items it names as related, or that name it.
    pub related: Vec<ItemIndex>,
    /// What it relies on, in the order in which it was written.
    pub basis: Vec<Basis>,
    /// Items that rely on it.
    pub basis_of: Vec<ItemIndex>,
    /// The decision that announced a procedure.
    pub decision: Option<Basis>,
    /// Procedures of a question, questions of a procedure, read both ways.
    pub questions: Vec<ItemIndex>,
}

/// Something an item relies on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Basis {
    /// An item of the site.
    Item(ItemIndex),
    /// An instrument, by its number.
    Instrument(String),
}

/// Resolves every reference; those that lead nowhere are reported.
pub(super) fn join(catalogue: &mut Catalogue, data: &Data, diagnostics: &mut Diagnostics) {
    let mut all: Vec<Relations> = Vec::new();
    {
        let mut resolver = Resolver { catalogue, data, diagnostics };
        for (_, item) in catalogue.items() {
            all.push(resolver.relations(item));
        }
    }
    invert(&mut all);
    for (item, relations) in catalogue.items.iter_mut().zip(all) {
        item.relations = relations;
    }
    cycles(catalogue, diagnostics);
    order(catalogue, diagnostics);
}

struct Resolver<'a, 'b> {
    catalogue: &'a Catalogue,
    data: &'a Data,
    diagnostics: &'b mut Diagnostics,
}

impl Resolver<'_, '_> {
    fn relations(&mut self, item: &Item) -> Relations {
        let mut relations = Relations {
            related: self.items(&item.meta.related),
            basis: item.meta.basis.iter().filter_map(|it| self.basis(it)).collect(),
            ..Relations::default()
        };
        match &item.meta.details {
            Details::Document(it) => {
                relations.replaces = self.items(&it.replaces);
                relations.amends = self.items(&it.amends);
                relations.repeals = self.items(&it.repeals);
            }
            Details::Procedure(it) => {
                relations.questions = self.items(&it.questions);
                relations.decision = it.decision.as_ref().and_then(|it| self.basis(it));
            }
            Details::Question(it) => relations.questions = self.items(&it.procedures),
            _ => {}
        }
        relations
    }

    fn items(&mut self, written: &[Spanned<String>]) -> Vec<ItemIndex> {
        let mut items = Vec::new();
        for it in written {
            match self.catalogue.find(&it.value) {
                Some(index) if !items.contains(&index) => items.push(index),
                Some(_) => {}
                None => self.broken(it),
            }
        }
        items
    }

    fn basis(&mut self, written: &Spanned<String>) -> Option<Basis> {
        if let Some(index) = self.catalogue.find(&written.value) {
            return Some(Basis::Item(index));
        }
        if self.data.instruments.contains_key(&written.value) {
            return Some(Basis::Instrument(written.value.clone()));
        }
        if !self.data.unread.contains("instruments") || is_reference(&written.value) {
            self.broken(written);
        }
        None
    }

    fn broken(&mut self, written: &Spanned<String>) {
        if self.catalogue.is_left_out(&written.value) {
            return;
        }
        let names = self.catalogue.names();
        let names = names.chain(self.data.instruments.keys().map(String::as_str));
        let what = if is_reference(&written.value) { "item" } else { "instrument" };
        let problem = Problem::BrokenReference {
            r#ref: written.value.clone(),
            near: near::nearest(&written.value, names).unwrap_or_default(),
            what: what.to_owned(),
            kind: type_of_number(&written.value).to_owned(),
        };
        self.diagnostics.push(problem, written.span);
    }
}

/// The document type that a number says, as a row of `instruments.toml` names it.
pub fn type_of_number(number: &str) -> &'static str {
    let abbreviation = Number::parse(number, false).and_then(|it| it.abbreviation);
    abbreviation.and_then(|it| schema::type_of_abbreviation(&it)).unwrap_or("decision")
}

/// One of the lists of an item's relations.
type List = fn(&mut Relations) -> &mut Vec<ItemIndex>;

/// Writes the inverse of every relation.
fn invert(all: &mut [Relations]) {
    for at in 0..all.len() {
        let own = ItemIndex(u32::try_from(at).unwrap_or(u32::MAX));
        let it = &all[at];
        let basis = it.basis.iter().filter_map(|it| match it {
            Basis::Item(it) => Some(*it),
            Basis::Instrument(_) => None,
        });
        let inverse: [(Vec<ItemIndex>, List); 6] = [
            (it.replaces.clone(), |it| &mut it.replaced_by),
            (it.amends.clone(), |it| &mut it.amended_by),
            (it.repeals.clone(), |it| &mut it.repealed_by),
            (it.related.clone(), |it| &mut it.related),
            (it.questions.clone(), |it| &mut it.questions),
            (basis.collect(), |it| &mut it.basis_of),
        ];
        for (targets, list) in inverse {
            for target in targets {
                let list = list(&mut all[target.0 as usize]);
                if !list.contains(&own) {
                    list.push(own);
                }
            }
        }
    }
}

fn effects(item: &Item) -> impl Iterator<Item = ItemIndex> {
    let it = &item.relations;
    it.replaces.iter().chain(&it.amends).chain(&it.repeals).copied()
}

/// The place where an item names another one as replaced, amended or repealed.
fn place<'a>(item: &'a Item, other: &str) -> Option<&'a Spanned<String>> {
    let Details::Document(it) = &item.meta.details else { return None };
    it.replaces.iter().chain(&it.amends).chain(&it.repeals).find(|it| it.value == other)
}

/// Reports each circle of effects once, at its first item.
fn cycles(catalogue: &Catalogue, diagnostics: &mut Diagnostics) {
    let mut done = BTreeSet::new();
    for (start, item) in catalogue.items() {
        let Some(path) = circle(catalogue, start) else { continue };
        if path.iter().any(|it| done.contains(it)) {
            continue;
        }
        done.extend(path.iter().copied());
        let names: Vec<_> = path.iter().map(|it| catalogue.item(*it).name.as_str()).collect();
        let next = names.get(1).copied().unwrap_or(&item.name);
        let Some(place) = place(item, next) else { continue };
        let path = format!("{} → {}", names.join(" → "), item.name);
        diagnostics.push(Problem::RelationCycle { path }, place.span);
    }
}

/// The shortest way from an item back to itself.
fn circle(catalogue: &Catalogue, start: ItemIndex) -> Option<Vec<ItemIndex>> {
    let mut from = BTreeMap::new();
    let mut front = vec![start];
    while let Some(at) = front.pop() {
        for next in effects(catalogue.item(at)) {
            if next == start {
                let mut path = vec![at];
                while let Some(before) = path.last().and_then(|it| from.get(it)) {
                    path.push(*before);
                }
                path.reverse();
                return Some(path);
            }
            if let std::collections::btree_map::Entry::Vacant(entry) = from.entry(next) {
                entry.insert(at);
                front.push(next);
            }
        }
    }
    None
}

/// Reports effects on later documents. One on itself is a circle.
fn order(catalogue: &Catalogue, diagnostics: &mut Diagnostics) {
    for (_, item) in catalogue.items() {
        for other in effects(item) {
            let target = catalogue.item(other);
            let (Some(own), Some(theirs)) = (item.day(), target.day()) else { continue };
            if own < theirs {
                let Some(place) = place(item, &target.name) else { continue };
                let (a, b) = (label(item), label(target));
                diagnostics.push(Problem::RelationOrder { a, d1: own, b, d2: theirs }, place.span);
            }
        }
    }
}

fn label(item: &Item) -> String {
    item.number().map_or_else(|| item.name.clone(), |it| it.value.clone())
}

/// Checks where every link of every text leads.
pub(super) fn links(catalogue: &Catalogue, parts: Parts<'_>, diagnostics: &mut Diagnostics) {
    for (_, item) in catalogue.items() {
        for text in item.texts() {
            for link in &text.outline.links {
                link_of(catalogue, parts, Some(item), text, link, diagnostics);
            }
            for image in &text.outline.images {
                file_of(parts, item, &image.destination, image.span, diagnostics);
            }
        }
        for file in item.files() {
            file_of(parts, item, &file.value, file.span, diagnostics);
        }
    }
    for (_, text) in catalogue.introductions() {
        for link in &text.outline.links {
            link_of(catalogue, parts, None, text, link, diagnostics);
        }
    }
}

fn link_of(
    catalogue: &Catalogue,
    parts: Parts<'_>,
    item: Option<&Item>,
    text: &Document,
    link: &outline::Link,
    diagnostics: &mut Diagnostics,
) {
    let (target, anchor) = match link.destination.split_once('#') {
        Some((target, anchor)) => (target, Some(anchor)),
        None => (link.destination.as_str(), None),
    };
    if let Some(name) = target.strip_prefix("@/") {
        let name = name.trim_end_matches('/');
        if parts.project.section(name).is_some() && anchor.is_none() {
            return;
        }
        if catalogue.is_left_out(name) {
            return;
        }
        let Some(index) = catalogue.find(name) else {
            let names = catalogue.names();
            let near = near::nearest(name, names).map(|it| format!("@/{it}"));
            let problem = Problem::BrokenReference {
                r#ref: link.destination.clone(),
                near: near.unwrap_or_default(),
                what: "link".to_owned(),
                kind: String::new(),
            };
            return diagnostics.push(problem, link.span);
        };
        let target = catalogue.item(index);
        let known =
            |it: &str| outline::has_anchor(target.source_text(), target.anchors(target.source), it);
        if let Some(anchor) = anchor.filter(|it| !known(it)) {
            let (page, anchor) = (target.name.clone(), anchor.to_owned());
            diagnostics.push(Problem::BrokenAnchor { page, anchor }, link.span);
        }
    } else if target.is_empty() {
        let Some((item, anchor)) = item.zip(anchor) else { return };
        // The page of a translation that does not match its source has every heading of both.
        let filled = item.published(text.language).alignment.is_some();
        let of_source = || filled && item.anchors(item.source).iter().any(|it| it == anchor);
        if !(outline::has_anchor(text, item.anchors(text.language), anchor) || of_source()) {
            let (page, anchor) = (item.name.clone(), anchor.to_owned());
            diagnostics.push(Problem::BrokenAnchor { page, anchor }, link.span);
        }
    } else if !target.contains(':') {
        match item {
            Some(item) => file_of(parts, item, target, link.span, diagnostics),
            None => {
                let (file, near) = (target.to_owned(), String::new());
                let what = "folder".to_owned();
                diagnostics.push(Problem::AttachmentMissing { file, near, what }, link.span);
            }
        }
    }
}

fn file_of(
    parts: Parts<'_>,
    item: &Item,
    file: &str,
    span: crate::diagnostic::Span,
    diagnostics: &mut Diagnostics,
) {
    // That a file was refused was said at the file.
    let is_elsewhere = file.contains("://") || parts.sources.refuses(&item.file_path(file));
    if !is_elsewhere && parts.sources.attachment(&item.file_path(file)).is_none() {
        let near = item.near_file(file, parts.sources).unwrap_or_default();
        let (file, what) = (file.to_owned(), "folder".to_owned());
        diagnostics.push(Problem::AttachmentMissing { file, near, what }, span);
    }
}

/// Since when, and by what, a thing that an item relies on no longer holds; none if it does.
pub fn ended(catalogue: &Catalogue, data: &Data, basis: &Basis) -> Option<(Date, String)> {
    let day = catalogue.as_of;
    match basis {
        Basis::Instrument(number) => {
            let instrument = data.instruments.get(number)?;
            let replaced = instrument.replaced_by.iter().filter_map(|it| {
                let effective = data.instruments.get(it)?.effective?;
                Some((effective, it.clone()))
            });
            let expired = instrument.expires.map(|it| (it.next(), String::new()));
            replaced.chain(expired).filter(|(since, _)| *since <= day).min()
        }
        Basis::Item(index) => {
            let item = catalogue.item(*index);
            let relations = &item.relations;
            let by = relations.replaced_by.iter().chain(&relations.repealed_by).filter_map(|it| {
                let other = catalogue.item(*it);
                Some((status::effective(other)?, label(other)))
            });
            let expires = match &item.meta.details {
                Details::Document(it) => it.expires.as_ref().map(|it| it.value.next()),
                Details::Mou(it) => {
                    it.terminated.as_ref().or(it.expires.as_ref()).map(|it| it.value)
                }
                Details::Procedure(it) => it.withdrawn.as_ref().map(|it| it.value),
                _ => None,
            };
            by.chain(expires.map(|it| (it, String::new()))).filter(|(since, _)| *since <= day).min()
        }
    }
}

/// When something a question relies on changed after the answer was given.
pub fn changed_since(catalogue: &Catalogue, data: &Data, item: &Item) -> Option<Date> {
    let Details::Question(question) = &item.meta.details else { return None };
    let answered = question.answered.as_ref()?.value;
    let day = catalogue.as_of;
    let items = item.relations.basis.iter().filter_map(|it| match it {
        Basis::Item(it) => Some(*it),
        Basis::Instrument(_) => None,
    });
    let changes = items.chain(item.relations.questions.iter().copied()).flat_map(|it| {
        let other = catalogue.item(it);
        let amended = other.relations.amended_by.iter().chain(&other.relations.replaced_by);
        let effects = amended.filter_map(|it| status::effective(catalogue.item(*it)));
        effects.chain(other.meta.updated.as_ref().map(|it| it.value)).collect::<Vec<_>>()
    });
    let ends = item.relations.basis.iter().filter_map(|it| Some(ended(catalogue, data, it)?.0));
    changes.chain(ends).filter(|it| answered < *it && *it <= day).max()
}
