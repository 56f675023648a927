//! The published text of one language as HTML: what a reader sees, and later what is sealed.

pub mod html;
pub mod typography;

use std::collections::BTreeMap;

use crate::article::html::marks::{MarkWords, Marking};
use crate::article::html::{Href, Labels};
use crate::article::typography::Mail;
use crate::catalogue::{Catalogue, Item, routes};
use crate::diagnostic::Span;
use crate::document::body::{Block, BlockKind, Body};
use crate::document::meta::Details;
use crate::document::outline::Outline;
use crate::document::{Document, outline};
use crate::language::Language;
use crate::project::Project;
use crate::source::Sources;
use crate::translation::align::Alignment;
use crate::translation::fill::{self, Filled};

/// What an article is made of.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    /// All items, for links between them.
    pub catalogue: &'a Catalogue,
    /// The settings, for addresses.
    pub project: &'a Project,
    /// The texts.
    pub sources: &'a Sources,
}

/// What is asked of an article besides its text.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// The language of the page: links lead there.
    pub reader: Language,
    /// The words that are not in the text.
    pub labels: &'a Labels,
    /// The path of the site on its host.
    pub base: &'a str,
}

/// A translation that does not match its source, and the words that mark where.
#[derive(Debug, Clone)]
pub struct Gaps<'a> {
    /// The item.
    pub item: &'a Item,
    /// How its blocks stand to those of the source.
    pub alignment: &'a Alignment,
    /// The words.
    pub words: MarkWords,
}

/// A heading of an article.
#[derive(Debug)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its words.
    pub text: String,
    /// Its id.
    pub anchor: String,
    /// Its language.
    pub language: Language,
}

/// Writes a text, whose tree is `body`.
pub fn write(
    surroundings: Surroundings<'_>,
    item: Option<&Item>,
    text: &Document,
    body: &Body,
    wanted: Wanted<'_>,
    into: &mut String,
) {
    let own;
    let headings = match item {
        Some(item) => item.anchors(text.language),
        None => {
            own = outline::heading_anchors(&text.outline);
            &own
        }
    };
    let hrefs = hrefs(surroundings, item, &text.outline, wanted);
    let ids: BTreeMap<_, _> = outline::headings(body).into_iter().zip(headings).collect();
    let ordered;
    let (body, headings) = match item {
        Some(item) if is_procedure(item) => {
            let mut blocks = body.clone();
            dossier_first(&mut blocks.blocks, |it| ids.get(&it).map(|it| it.as_str()));
            let spans = outline::headings(&blocks);
            let headings = spans.iter().filter_map(|it| ids.get(it)).map(|it| (*it).clone());
            ordered = (blocks, headings.collect::<Vec<_>>());
            (&ordered.0, ordered.1.as_slice())
        }
        _ => (body, headings),
    };
    let anchors = outline::anchors(body, headings);
    html::write(body, text.language, &anchors, &hrefs, wanted.labels, None, into);
}

/// Writes a text as the article that is sealed: its title and its words, and nothing else. `name` is
/// `CODE/n/L` (docs/FORMAT.md, "Visible words").
pub fn write_sealed(
    surroundings: Surroundings<'_>,
    item: &Item,
    text: &Document,
    body: &Body,
    name: &str,
    wanted: Wanted<'_>,
    into: &mut String,
) {
    let tag = text.language.tag();
    into.extend(["<article class=\"sealed\" data-seal=\"", name, "\" lang=\"", tag, "\">\n<h1>"]);
    typography::line(text.title(), Mail::Plain, into);
    into.push_str("</h1>\n<div class=\"text\">");
    write(surroundings, Some(item), text, body, wanted, into);
    into.push_str("</div>\n</article>");
}

/// Writes a translation with what it lacks in the words of its source, whose tree is `theirs`. Gives the headings of the
/// whole, as they stand.
pub fn write_filled(
    surroundings: Surroundings<'_>,
    gaps: Gaps<'_>,
    text: &Document,
    theirs: Body,
    wanted: Wanted<'_>,
    into: &mut String,
) -> Vec<Heading> {
    let source = gaps.item.source_text();
    let ours = text.tree(surroundings.sources);
    let Filled { mut body, blocks, parts } = fill::fill(ours, theirs, gaps.alignment, source.file);
    let known: BTreeMap<_, _> = [text, source]
        .into_iter()
        .flat_map(|it| it.outline.headings.iter().zip(gaps.item.anchors(it.language)))
        .map(|(heading, anchor)| (heading.span, (heading, anchor)))
        .collect();
    if is_procedure(gaps.item) {
        dossier_first(&mut body.blocks, |it| known.get(&it).map(|(_, it)| it.as_str()));
    }
    let heading = |span: Span| {
        let (heading, anchor) = known.get(&span)?;
        Some(Heading {
            level: heading.level,
            text: heading.text.clone(),
            anchor: (*anchor).clone(),
            language: if span.file == text.file { text.language } else { source.language },
        })
    };
    let headings: Vec<_> = outline::headings(&body).into_iter().filter_map(heading).collect();
    let ids: Vec<_> = headings.iter().map(|it| it.anchor.clone()).collect();
    let anchors = outline::anchors(&body, &ids);
    let mut hrefs = hrefs(surroundings, Some(gaps.item), &source.outline, wanted);
    hrefs.append(&mut self::hrefs(surroundings, Some(gaps.item), &text.outline, wanted));
    let marking = Marking { source: source.language, blocks, parts, words: gaps.words };
    html::write(&body, text.language, &anchors, &hrefs, wanted.labels, Some(&marking), into);
    headings
}

fn is_procedure(item: &Item) -> bool {
    matches!(item.meta.details, Details::Procedure(_))
}

/// Puts the section of the papers before that of the steps. An office writes a procedure in the order
/// of its decision; an applicant first gathers the papers (content.md §8).
fn dossier_first<'a>(blocks: &mut [Block], anchor: impl Fn(Span) -> Option<&'a str>) {
    let tops: Vec<_> = (0..)
        .zip(blocks.iter())
        .filter(|(_, it)| matches!(it.kind, BlockKind::Heading { level: ..=2, .. }))
        .map(|(at, it): (usize, _)| (at, anchor(it.span)))
        .collect();
    let at = |id: &str| tops.iter().position(|(_, it)| *it == Some(id));
    let (Some(steps), Some(dossier)) = (at("steps"), at("dossier")) else { return };
    let end = tops.get(dossier + 1).map_or(blocks.len(), |it| it.0);
    let (steps, dossier) = (tops[steps].0, tops[dossier].0);
    if steps < dossier {
        blocks[steps..end].rotate_right(end - dossier);
    }
}

/// Where each destination of a text leads.
fn hrefs(
    Surroundings { catalogue, project, .. }: Surroundings<'_>,
    item: Option<&Item>,
    outline: &Outline,
    Wanted { reader, base, .. }: Wanted<'_>,
) -> BTreeMap<String, Href> {
    let mut hrefs = BTreeMap::new();
    for link in outline.links.iter().chain(&outline.images) {
        let destination = &link.destination;
        let (target, anchor) = match destination.split_once('#') {
            Some((target, anchor)) => (target, format!("#{anchor}")),
            None => (destination.as_str(), String::new()),
        };
        let address = if let Some(name) = target.strip_prefix("@/") {
            let name = name.trim_end_matches('/');
            match catalogue.find(name) {
                Some(index) => routes::item(project, reader, catalogue.item(index)),
                None if project.section(name).is_some() => routes::section(project, reader, name),
                // What a sealed text leads to may be gone: its words stay.
                None => continue,
            }
        } else if target.is_empty() || target.contains(':') {
            let href = Href { url: destination.clone(), external: target.contains("://") };
            hrefs.insert(destination.clone(), href);
            continue;
        } else {
            match item {
                Some(item) => routes::file(project, item, target),
                None => continue,
            }
        };
        let href = Href { url: format!("{base}{address}{anchor}"), external: false };
        hrefs.insert(destination.clone(), href);
    }
    hrefs
}
