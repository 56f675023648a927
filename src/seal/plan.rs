//! What would be sealed, and why: the working copy against the register.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::issue::{self, Issue, Refusal};
use crate::catalogue::{Item, ItemIndex};
use crate::diagnostic::{Diagnostics, FileId, Span};
use crate::document::markdown;
use crate::language::Language;
use crate::language::messages::Arg;
use crate::render::Press;
use crate::verify::code::Code;
use crate::verify::entry::{self, Entry};
use crate::verify::plain;
use crate::verify::replay::Record;

/// What sealing would do, in the order in which it would be done.
#[derive(Debug, Default)]
pub struct Plan {
    /// The versions that would be sealed.
    pub versions: Vec<Version>,
    /// Documents that would be, and cannot: each with the reason.
    pub refused: Vec<(ItemIndex, Refusal)>,
}

/// One version that would be sealed.
#[derive(Debug)]
pub struct Version {
    /// The document.
    pub item: ItemIndex,
    /// Its code.
    pub code: Code,
    /// The number of the version.
    pub number: u64,
    /// What its entry would say.
    pub issue: Issue,
    /// The hashes of the visible words.
    plain: Vec<(Language, String)>,
    /// The keys that differ from the version before; none where it is the first.
    pub changed: Vec<String>,
    /// Documents that it takes the place of, which the register does not yet say.
    pub supersedes: Vec<Code>,
}

impl Version {
    /// The entry, sealed at a time.
    pub fn entry(&self, sealed: &str) -> Result<Entry, Refusal> {
        self.issue.entry(self.number, &self.plain, sealed)
    }

    /// The texts as files of the project: path and words.
    pub fn texts(&self) -> impl Iterator<Item = (String, &str)> {
        let path = |it: Language| {
            crate::register::frozen(self.code, self.number, &format!("{}.md", it.code()))
        };
        self.issue.texts.iter().map(move |(language, text)| (path(*language), text.as_str()))
    }

    /// The files to copy: from where in the project, to where.
    pub fn files(&self) -> impl Iterator<Item = (&str, String)> {
        let to = |it: &str| crate::register::frozen(self.code, self.number, it);
        self.issue.files.iter().map(move |(name, from)| (from.as_str(), to(name)))
    }

    /// The entries that say that other documents are superseded, sealed at a time.
    pub fn statuses(&self, press: &Press, sealed: &str) -> Result<Vec<Entry>, entry::Fault> {
        let title = |it: Language| {
            let key = format!("title.{}", it.code());
            let vi = || self.issue.get("title.vi");
            let number = self.issue.get("number").map(|it| format!("{it} ")).unwrap_or_default();
            format!("{number}{}", self.issue.get(&key).or_else(vi).unwrap_or_default())
        };
        let reason = |it: &Language| {
            let arguments = [("title".to_owned(), Arg::Text(title(*it)))].into();
            let words = press.messages[it.index()].text("superseded-reason", &arguments);
            format!("reason.{}: {words}\n", it.code())
        };
        let mut languages = press.project.languages.clone();
        // The Vietnamese reason is required.
        if !languages.contains(&Language::Vi) {
            languages.push(Language::Vi);
        }
        languages.sort_unstable();
        let reasons: String = languages.iter().map(reason).collect();
        let status = |it: &Code| {
            let by = self.code;
            Entry::parse(&format!(
                "condau/1 status\nid: {it}\nstatus: superseded\nby: {by}\n{reasons}sealed: {sealed}\n"
            ))
        };
        self.supersedes.iter().map(status).collect()
    }
}

/// Plans the sealing of everything that is published and differs from its last version, or of the
/// codes that are named. What replaces or amends another follows it; else the order is that of codes.
pub fn plan(press: &Press, named: &BTreeSet<Code>) -> Plan {
    let mut plan = Plan::default();
    let mut done = BTreeSet::new();
    let items: BTreeMap<Code, ItemIndex> =
        press.catalogue.items().filter_map(|(at, it)| Some((it.code()?, at))).collect();
    let wanted = |it: &Code| named.is_empty() || named.contains(it);
    for &index in items.iter().filter(|(it, _)| wanted(it)).map(|it| it.1) {
        visit(press, index, &wanted, &mut done, &mut plan);
    }
    plan
}

/// Plans what a document refers to, then itself.
fn visit(
    press: &Press,
    index: ItemIndex,
    wanted: &impl Fn(&Code) -> bool,
    done: &mut BTreeSet<ItemIndex>,
    plan: &mut Plan,
) {
    if !done.insert(index) {
        return;
    }
    let item = press.catalogue.item(index);
    for other in item.relations.amends.iter().chain(&item.relations.replaces) {
        if press.catalogue.item(*other).code().is_some_and(|it| wanted(&it)) {
            visit(press, *other, wanted, done, plan);
        }
    }
    match version(press, index, plan) {
        Ok(version) => plan.versions.extend(version),
        Err(refusal) => plan.refused.push((index, refusal)),
    }
}

/// The next version of a document; none where nothing has changed, or nothing may any more.
fn version(press: &Press, index: ItemIndex, plan: &Plan) -> Result<Option<Version>, Refusal> {
    let item = press.catalogue.item(index);
    let Some(code) = item.code() else { return Ok(None) };
    let record = press.register.as_ref().and_then(|it| it.record(code));
    let is_final = |it: &Record| matches!(it.status_word(), "superseded" | "revoked");
    if record.is_some_and(is_final) {
        return Ok(None);
    }
    let is_issued = |it: Code| {
        let is_planned = plan.versions.iter().any(|planned| planned.code == it);
        is_planned || press.register.as_ref().is_some_and(|register| register.record(it).is_some())
    };
    let issue = issue::compose(item, &press.catalogue, press.parts(), &press.messages)?;
    let issue = issue.referring(is_issued);
    let newest = record.and_then(Record::newest);
    let changed = newest.map(|it| issue.differences(&it.entry)).unwrap_or_default();
    if newest.is_some() && changed.is_empty() {
        return Ok(None);
    }
    let number = record.map_or(0, |it| it.versions.len() as u64) + 1;
    let words = visible(press, item, &issue, number)?;
    let is_open = |it: &Code| {
        let record = press.register.as_ref().and_then(|register| register.record(*it));
        record.is_none_or(|it| matches!(it.status_word(), "in-force" | "suspended"))
    };
    let replaced = item.relations.replaces.iter();
    let replaced = replaced.filter_map(|it| press.catalogue.item(*it).code());
    let supersedes = replaced.filter(|it| is_issued(*it) && is_open(it)).collect();
    Ok(Some(Version { item: index, code, number, issue, plain: words, changed, supersedes }))
}

/// The hashes of the words that readers of the frozen texts will see.
fn visible(
    press: &Press,
    item: &Item,
    issue: &Issue,
    number: u64,
) -> Result<Vec<(Language, String)>, Refusal> {
    let mut hashes = Vec::new();
    for (language, frozen) in &issue.texts {
        let Some(text) = item.text(*language) else { continue };
        let span = Span::new(FileId(0), 0..frozen.len());
        let body = markdown::parse(frozen, span, &mut Diagnostics::default());
        let name = format!("{}/{number}/{}", issue.code, language.code());
        let page = plain::read(&press.sealed_article(item, text, &body, &name));
        if let Some(fault) = page.faults.into_iter().next() {
            return Err(Refusal::Fault(fault.text));
        }
        hashes.extend(page.articles.get(&name).map(|it| (*language, it.hash())));
    }
    Ok(hashes)
}
