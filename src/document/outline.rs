//! What others need to know of a text: its headings, its anchors, and where its links lead.

mod clauses;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Span;
use crate::document::body::{Block, BlockKind, Body, Inline};
use crate::document::{Document, blocks};
use crate::language::fold;

/// The headings, links and images of one text, each in the order in which they stand. The text
/// of footnotes comes after everything else.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The headings, also those in quotations and lists.
    pub headings: Vec<Heading>,
    /// The links.
    pub links: Vec<Link>,
    /// The images.
    pub images: Vec<Link>,
    /// The anchors of articles, clauses and points that the text's own headings give.
    pub clauses: Vec<String>,
    /// How many footnotes there are.
    pub footnotes: usize,
}

/// One heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// The explicit `{#id}`.
    pub explicit: Option<String>,
    /// Its words, without what stands behind links.
    pub text: String,
    /// Its folded words joined by `-`; empty if it has none.
    pub slug: String,
    /// Where it stands.
    pub span: Span,
}

/// A link or an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it leads, as it was written.
    pub destination: String,
    /// Where it stands.
    pub span: Span,
}

/// The ids that a text carries in its page.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Anchors {
    /// The id of each heading, in the order of [`Outline::headings`].
    pub headings: Vec<String>,
    /// Ids of articles, clauses and points (`d3`, `d3-2`, `d3-2-a`) by the place of the heading,
    /// item or paragraph that carries them. An article's stands beside the id of its heading.
    pub clauses: BTreeMap<Span, String>,
    /// How many footnotes there are.
    pub footnotes: usize,
}

impl Anchors {
    /// Every id.
    pub fn all(&self) -> impl Iterator<Item = String> {
        let notes = (1..=self.footnotes).flat_map(|it| [note_id(it), reference_id(it)]);
        self.headings.iter().chain(self.clauses.values()).cloned().chain(notes)
    }
}

/// The id of a footnote, counted from 1.
pub fn note_id(number: usize) -> String {
    format!("fn-{number}")
}

/// The id of the first reference to a footnote, counted from 1.
pub fn reference_id(number: usize) -> String {
    format!("fnref-{number}")
}

impl Outline {
    /// The outline of a body.
    pub fn of(body: &Body) -> Self {
        let mut outline = Self { footnotes: body.footnotes.len(), ..Self::default() };
        outline.blocks(&body.blocks);
        for footnote in &body.footnotes {
            outline.blocks(&footnote.blocks);
        }
        let clauses = clauses::ids(body, &heading_anchors(&outline));
        outline.clauses = clauses.into_values().collect();
        outline
    }

    /// Whether the text, whose headings have these anchors, carries an id.
    pub fn has_anchor(&self, headings: &[String], anchor: &str) -> bool {
        headings.iter().chain(&self.clauses).any(|it| it == anchor)
            || footnote(anchor).is_some_and(|it| (1..=self.footnotes).contains(&it))
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading { level, id, content } => {
                    let text = blocks::shown(content);
                    let slug = fold::slug(&blocks::words(content), SLUG_LIMIT);
                    let explicit = id.clone();
                    let (level, span) = (*level, block.span);
                    self.headings.push(Heading { level, explicit, text, slug, span });
                    self.inlines(content);
                }
                BlockKind::Paragraph(content) => self.inlines(content),
                BlockKind::List { items, .. } => {
                    for item in items {
                        self.blocks(&item.blocks);
                    }
                }
                BlockKind::Quote(blocks) => self.blocks(blocks),
                BlockKind::Table { header, rows, .. } => {
                    let rows = std::iter::once(header).chain(rows);
                    rows.flat_map(|it| &it.cells).for_each(|it| self.inlines(it));
                }
                BlockKind::Code(_) | BlockKind::Rule => {}
            }
        }
    }

    fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Emphasis(content) | Inline::Strong(content) | Inline::Struck(content) => {
                    self.inlines(content);
                }
                Inline::Link { destination, content, span } => {
                    self.links.push(Link { destination: destination.clone(), span: *span });
                    self.inlines(content);
                }
                Inline::Image { destination, span, .. } => {
                    self.images.push(Link { destination: destination.clone(), span: *span });
                }
                _ => {}
            }
        }
    }
}

/// The longest anchor made of words, in characters.
const SLUG_LIMIT: usize = 40;

/// The anchors of a source text's headings: the explicit id, else the folded words, else `s-<n>`;
/// with `-2`, `-3` … where that is taken (translation.md §2).
pub fn heading_anchors(outline: &Outline) -> Vec<String> {
    let mut taken = Taken::default();
    // Who writes an id by hand gets it, also if a heading above folds to the same word.
    for id in outline.headings.iter().filter_map(|it| it.explicit.as_ref()) {
        taken.keep(id);
    }
    let mut given = BTreeSet::new();
    let mut anchors = Vec::with_capacity(outline.headings.len());
    for (number, heading) in (1..).zip(&outline.headings) {
        anchors.push(match &heading.explicit {
            Some(id) if !is_reserved(id) && given.insert(id) => id.clone(),
            Some(id) => taken.another(id),
            None if heading.slug.is_empty() => taken.numbered(number),
            None => taken.first(&heading.slug),
        });
    }
    anchors
}

/// The anchors of a translation's headings. A heading takes the anchor of the source heading that
/// it stands for, by its position; others get `s-<n>`.
pub fn translated_anchors(
    source_anchors: &[String],
    partners: impl Iterator<Item = Option<usize>>,
) -> Vec<String> {
    let mut taken = Taken::default();
    for id in source_anchors {
        taken.keep(id);
    }
    let anchor = |(number, partner): (usize, Option<usize>)| {
        let anchor = partner.and_then(|it| source_anchors.get(it));
        anchor.cloned().unwrap_or_else(|| taken.numbered(number))
    };
    (1..).zip(partners).map(anchor).collect()
}

/// The places of the headings of a body, in the order of [`Outline::headings`].
pub fn headings(body: &Body) -> Vec<Span> {
    fn collect(blocks: &[Block], into: &mut Vec<Span>) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading { .. } => into.push(block.span),
                BlockKind::List { items, .. } => {
                    for item in items {
                        collect(&item.blocks, into);
                    }
                }
                BlockKind::Quote(blocks) => collect(blocks, into),
                _ => {}
            }
        }
    }
    let mut headings = Vec::new();
    collect(&body.blocks, &mut headings);
    body.footnotes.iter().for_each(|it| collect(&it.blocks, &mut headings));
    headings
}

/// The ids of a body whose headings have these anchors.
pub fn anchors(body: &Body, headings: &[String]) -> Anchors {
    Anchors {
        headings: headings.to_vec(),
        clauses: clauses::ids(body, headings),
        footnotes: body.footnotes.len(),
    }
}

/// Whether the page of a text, whose headings have these anchors, has an id.
pub fn has_anchor(text: &Document, headings: &[String], anchor: &str) -> bool {
    text.outline.has_anchor(headings, anchor)
}

/// Ids that headings may not have: the top of the page, and those of footnotes.
fn is_reserved(id: &str) -> bool {
    id == "top" || footnote(id).is_some()
}

/// The number in the id of a footnote or of a reference to one.
fn footnote(id: &str) -> Option<usize> {
    let number = id.strip_prefix("fn-").or_else(|| id.strip_prefix("fnref-"))?;
    number.parse().ok().filter(|it: &usize| it.to_string() == number)
}

/// Ids that are given away.
#[derive(Default)]
struct Taken {
    ids: BTreeSet<String>,
    /// The number to try next for an id that was asked for before: `-2`, `-3` …
    next: BTreeMap<String, usize>,
}

impl Taken {
    fn keep(&mut self, id: &str) {
        self.ids.insert(id.to_owned());
    }

    fn is_free(&self, id: &str) -> bool {
        !self.ids.contains(id) && !is_reserved(id)
    }

    /// The id itself, or another if it is taken.
    fn first(&mut self, id: &str) -> String {
        if self.is_free(id) {
            self.keep(id);
            return id.to_owned();
        }
        self.another(id)
    }

    /// The id with the next number that is free.
    fn another(&mut self, id: &str) -> String {
        let next = self.next.get(id).copied().unwrap_or(2);
        let mut number = next;
        while !self.is_free(&format!("{id}-{number}")) {
            number += 1;
        }
        self.next.insert(id.to_owned(), number + 1);
        let id = format!("{id}-{number}");
        self.keep(&id);
        id
    }

    /// `s-<n>` for the n-th heading, or with the next number that is free.
    fn numbered(&mut self, mut number: usize) -> String {
        while !self.is_free(&format!("s-{number}")) {
            number += 1;
        }
        let id = format!("s-{number}");
        self.keep(&id);
        id
    }
}
