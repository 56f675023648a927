//! The published text of one language as HTML: what a reader sees, and later what is sealed.

pub mod html;
pub mod typography;

use std::collections::BTreeMap;

use crate::article::html::{Href, Labels};
use crate::catalogue::{Catalogue, Item, routes};
use crate::diagnostic::Diagnostics;
use crate::document::{Document, markdown, outline};
use crate::language::Language;
use crate::project::Project;
use crate::source::Sources;

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

/// Writes a text. `reader` is the language of the page: links lead there.
pub fn write(
    surroundings: Surroundings<'_>,
    item: Option<&Item>,
    text: &Document,
    reader: Language,
    labels: &Labels,
    base: &str,
    into: &mut String,
) {
    // The first pass has reported what is wrong with the text.
    let mut silent = Diagnostics::default();
    let body = markdown::parse(surroundings.sources.text(text.body), text.body, &mut silent);
    let own;
    let headings = match item {
        Some(item) => item.anchors(text.language),
        None => {
            own = outline::heading_anchors(&text.outline);
            &own
        }
    };
    let anchors = outline::anchors(&body, headings);
    let hrefs = hrefs(surroundings, item, text, reader, base);
    html::write(&body, text.language, &anchors, &hrefs, labels, into);
}

/// Where each destination of a text leads.
fn hrefs(
    Surroundings { catalogue, project, .. }: Surroundings<'_>,
    item: Option<&Item>,
    text: &Document,
    reader: Language,
    base: &str,
) -> BTreeMap<String, Href> {
    let mut hrefs = BTreeMap::new();
    for link in text.outline.links.iter().chain(&text.outline.images) {
        let destination = &link.destination;
        let (target, anchor) = match destination.split_once('#') {
            Some((target, anchor)) => (target, format!("#{anchor}")),
            None => (destination.as_str(), String::new()),
        };
        let address = if let Some(name) = target.strip_prefix("@/") {
            let name = name.trim_end_matches('/');
            match catalogue.find(name) {
                Some(index) => routes::item(project, reader, catalogue.item(index)),
                None => routes::section(project, reader, name),
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
