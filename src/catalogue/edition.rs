//! The published edition: what was sealed takes the place of what was written since.
//!
//! Rules and `condau seal` see the working copy. Pages see what [`publish`] makes of it: of a sealed
//! item the frozen texts and files, and what the entry says; what the register does not know, its
//! address, topics and relations, stays that of the working copy (verification.md §7.5).

use std::collections::BTreeSet;

use crate::catalogue::status::Status;
use crate::catalogue::{Catalogue, Item, Parts};
use crate::date::{Date, Day};
use crate::diagnostic::{Diagnostics, Spanned};
use crate::document::meta::{Attachment, Details, Meta, Signer};
use crate::document::{Document, outline};
use crate::language::{Language, Text};
use crate::register::{self, Register};
use crate::source::Sources;
use crate::translation::{self, Tracked};
use crate::verify::code::Code;
use crate::verify::entry::Entry;
use crate::verify::replay::{Placed, Standing};

use super::routes::Routes;

/// How an item stands in the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// The code.
    pub code: Code,
    /// What it is on the day of the build.
    pub standing: Standing,
    /// The newest version that counts; none where every one is disowned.
    pub version: Option<u64>,
    /// Whether another document that counts amends it.
    pub is_amended: bool,
    /// The languages whose texts are published as they were sealed.
    languages: Vec<Language>,
}

impl Seal {
    /// What the register says of a code; none where it says nothing.
    pub(super) fn of(code: Code, register: &Register) -> Option<Self> {
        let record = register.record(code)?;
        let newest = record.newest();
        Some(Self {
            code,
            standing: record.standing(register.day),
            version: newest.and_then(|it| it.entry.number("version")),
            is_amended: !register.amended_by(code).is_empty(),
            languages: Vec::new(),
        })
    }

    /// The name of the article that shows the sealed text of a language: `CODE/n/L`.
    pub fn article(&self, language: Language) -> Option<String> {
        let version = self.version.filter(|_| self.languages.contains(&language))?;
        Some(format!("{}/{version}/{}", self.code, language.code()))
    }

    /// What a sealed item is, where the register decides alone; none where it is in force, which
    /// its own dates may say more exactly.
    pub(super) fn status(&self) -> Option<Status> {
        match self.standing {
            Standing::Disowned => Some(Status::Disowned),
            Standing::Revoked => Some(Status::Revoked),
            Standing::Superseded => Some(Status::Superseded),
            Standing::Suspended => Some(Status::Suspended),
            Standing::Expired => Some(Status::Expired),
            Standing::NotYet => Some(Status::NotYet),
            Standing::InForce => None,
        }
    }
}

/// Puts the sealed editions in the places of the working copies, and plans the addresses of both.
pub fn publish(catalogue: &mut Catalogue, register: &Register, parts: Parts<'_>) {
    let names = translation::shared_words(parts.data);
    for item in &mut catalogue.items {
        let Some(code) = item.seal.as_ref().map(|it| it.code) else { continue };
        if let Some(newest) = register.newest(code) {
            take(item, newest, register.is_erased(code), parts);
            compare(item, parts.sources, &names);
        }
    }
    // What is wrong with addresses was said of the working copy.
    catalogue.routes = Routes::plan(catalogue, parts, &mut Diagnostics::default());
}

/// One item becomes what was sealed of it.
fn take(item: &mut Item, placed: &Placed, is_erased: bool, parts: Parts<'_>) {
    let entry = &placed.entry;
    let (Some(seal), Some(version)) = (item.seal.as_mut(), entry.number("version")) else { return };
    seal.languages.clear();
    for language in Language::ALL {
        let tag = language.code();
        let of = |key: &str| entry.by_tag(key).find(|(it, _)| *it == tag).map(|it| it.1);
        let frozen = of("text").filter(|_| !is_erased);
        let path = register::frozen(seal.code, version, &format!("{tag}.md"));
        let frozen = frozen.and_then(|_| parts.sources.find(&path));
        if let Some(title) = of("title") {
            let text = item.texts.entry(language).or_insert_with(|| Document::bare(language));
            let span = text.words.title.as_ref().map_or(text.front, |it| it.span);
            text.words.title = Some(Spanned { value: title.to_owned(), span });
        }
        let Some(text) = item.texts.get_mut(&language) else { continue };
        let facts = entry.facts().filter(|(it, ..)| *it == tag);
        text.words.facts =
            facts.map(|(_, label, value)| (label.to_owned(), value.to_owned())).collect();
        match frozen {
            Some(file) => {
                text.take_body(file, parts.sources.file_text(file));
                seal.languages.push(language);
            }
            None => text.drop_body(),
        }
    }
    item.folder = register::frozen(seal.code, version, "");
    files(&mut item.meta, entry, is_erased);
    values(&mut item.meta, entry);
}

/// The files of the entry, with the labels that the working copy has for them.
fn files(meta: &mut Meta, entry: &Entry, is_erased: bool) {
    let is_sealed = |name: &str| !is_erased && entry.files().any(|it| it.name == name);
    meta.attachments.retain(|it| is_sealed(&it.file.value));
    if let Details::Procedure(it) = &mut meta.details {
        it.forms.retain(|it| is_sealed(&it.file.value));
    }
    let forms = match &meta.details {
        Details::Procedure(it) => it.forms.iter().map(|it| it.file.value.as_str()).collect(),
        _ => Vec::new(),
    };
    let is_named = |name: &str| {
        forms.contains(&name) || meta.attachments.iter().any(|it| it.file.value == name)
    };
    let others = entry.files().filter(|it| !is_erased && !is_named(it.name));
    let others = others.map(|it| Attachment {
        file: Spanned { value: it.name.to_owned(), span: meta.span },
        label: Text::default(),
        language: None,
        sha256: None,
        signed: false,
        scan: false,
    });
    let others: Vec<_> = others.collect();
    meta.attachments.extend(others);
}

/// What the entry says besides texts and files.
fn values(meta: &mut Meta, entry: &Entry) {
    let span = meta.span;
    let text = |key: &str| entry.get(key).map(|it| Spanned { value: it.to_owned(), span });
    let day = |key: &str| {
        let day = entry.get(key).and_then(Date::parse)?;
        Some(Spanned { value: day, span })
    };
    let tags = entry.get("authentic").unwrap_or_default().split(' ');
    meta.authentic = tags.filter_map(Language::from_code).collect();
    let prevails = entry.get("prevails").and_then(Language::from_code);
    meta.prevails = prevails.map(|value| Spanned { value, span });
    meta.pages = entry.number("pages").and_then(|it| i64::try_from(it).ok());
    match &mut meta.details {
        Details::Document(it) => {
            it.number = text("number");
            it.issued = day("date").map(|it| Spanned { value: Day::Known(it.value), span });
            // An entry leaves out a first day that is that of the document.
            it.effective = day("from").or_else(|| day("date"));
            it.expires = day("until");
            let signer = it.signer.as_ref().map(|it| it.value.words());
            if signer.as_deref() != entry.get("signer") {
                it.signer = text("signer").map(|it| Spanned { value: Signer::of(it.value), span });
            }
        }
        Details::Mou(it) => {
            it.number = text("number");
            it.signed = day("date");
            it.effective = day("from").or_else(|| day("date"));
            it.expires = day("until");
        }
        Details::Procedure(it) => it.code = text("number"),
        _ => {}
    }
}

/// How the sealed texts stand to each other.
fn compare(item: &mut Item, sources: &Sources, names: &BTreeSet<String>) {
    item.alignments.clear();
    item.judged.clear();
    let Some(original) = item.texts.get(&item.source) else { return };
    let own = outline::heading_anchors(&original.outline);
    for (&language, text) in item.texts.iter().filter(|(it, _)| **it != item.source) {
        let tracked = item.lock.as_ref().map(|lock| Tracked { lock, sources, names });
        let compared = translation::compare(original, &own, text, tracked);
        item.anchors.insert(language, compared.anchors);
        item.alignments.extend(compared.alignment.map(|it| (language, it)));
        if !compared.judged.is_empty() {
            item.judged.insert(language, compared.judged);
        }
    }
    item.anchors.insert(item.source, own);
}
