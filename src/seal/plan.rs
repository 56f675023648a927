//! What would be sealed, and why: the working copy against the register.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::issue::{self, Issue, Refusal};
use crate::catalogue::{Item, ItemIndex};
use crate::diagnostic::{Diagnostics, FileId, Span};
use crate::document::markdown;
use crate::language::messages::Arg;
use crate::language::{Language, Text};
use crate::register;
use crate::render::Press;
use crate::seal::entries::Status;
use crate::verify::code::Code;
use crate::verify::entry::Entry;
use crate::verify::plain;
use crate::verify::replay::{Record, State};

/// What sealing would do, in the order in which it would be done.
#[derive(Debug, Default)]
pub struct Plan {
    /// The entries that would be written.
    pub steps: Vec<Step>,
    /// Documents that would be sealed, and cannot: each with the reason.
    pub refused: Vec<(ItemIndex, Refusal)>,
}

/// One entry that would be written.
#[derive(Debug)]
pub enum Step {
    /// A version is sealed.
    Issue(Box<Version>),
    /// A document is superseded by another that replaces it.
    Superseded {
        /// The document.
        code: Code,
        /// What replaces it.
        by: Code,
        /// What is said of that.
        reason: Text,
    },
}

impl Step {
    /// The text of the entry, sealed at a time.
    pub fn text(&self, sealed: &str) -> Result<String, Refusal> {
        match self {
            Self::Issue(it) => it.entry(sealed).map(|it| it.to_string()),
            Self::Superseded { code, by, reason } => {
                let (code, by) = (code.to_string(), by.to_string());
                let status = Status {
                    code: &code,
                    status: "superseded",
                    by: Some(&by),
                    erased: false,
                    reason,
                    sealed,
                };
                Ok(status.text())
            }
        }
    }
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
}

impl Version {
    /// The entry, sealed at a time.
    pub fn entry(&self, sealed: &str) -> Result<Entry, Refusal> {
        self.issue.entry(self.number, &self.plain, sealed)
    }

    /// The folder of the frozen texts and files, with its `/`.
    pub fn folder(&self) -> String {
        register::frozen(self.code, self.number, "")
    }

    /// The texts as files of the folder: name and words.
    pub fn texts(&self) -> impl Iterator<Item = (String, &str)> {
        let texts = self.issue.texts.iter();
        texts.map(|(language, text)| (format!("{}.md", language.code()), text.as_str()))
    }

    /// The files to copy: from where in the project, under which name.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.issue.files.iter().map(|(name, from)| (from.as_str(), name.as_str()))
    }
}

/// Plans the sealing of everything that is published and differs from its last version, or of the
/// codes that are named. What replaces or amends another follows it; else the order is that of codes.
/// What the register says after its pending entries counts as written, so that a run that was cut
/// short is gone on with.
pub fn plan(press: &Press, state: &State, named: &BTreeSet<Code>) -> Plan {
    let mut planner = Planner { press, state, named, done: BTreeSet::new(), plan: Plan::default() };
    let items: BTreeMap<Code, ItemIndex> =
        press.catalogue.items().filter_map(|(at, it)| Some((it.code()?, at))).collect();
    for (code, index) in items {
        if planner.is_wanted(code) {
            planner.visit(index);
        }
    }
    planner.plan
}

struct Planner<'a> {
    press: &'a Press,
    state: &'a State,
    named: &'a BTreeSet<Code>,
    done: BTreeSet<ItemIndex>,
    plan: Plan,
}

impl Planner<'_> {
    fn is_wanted(&self, code: Code) -> bool {
        self.named.is_empty() || self.named.contains(&code)
    }

    fn record(&self, code: Code) -> Option<&Record> {
        self.state.records.get(&code.to_string())
    }

    /// Whether a document is sealed, or will be before what is planned next.
    fn is_issued(&self, code: Code) -> bool {
        let is_planned = |it: &Step| matches!(it, Step::Issue(it) if it.code == code);
        self.record(code).is_some() || self.plan.steps.iter().any(is_planned)
    }

    /// Whether a document may still be superseded.
    fn is_open(&self, code: Code) -> bool {
        let is_final = |it: &Record| matches!(it.status_word(), "superseded" | "revoked");
        let is_planned =
            |it: &Step| matches!(it, Step::Superseded { code: other, .. } if *other == code);
        !self.record(code).is_some_and(is_final) && !self.plan.steps.iter().any(is_planned)
    }

    /// Plans what a document refers to, itself, and what it replaces.
    fn visit(&mut self, index: ItemIndex) {
        if !self.done.insert(index) {
            return;
        }
        let press = self.press;
        let item = press.catalogue.item(index);
        let code = |it: &ItemIndex| press.catalogue.item(*it).code();
        for other in item.relations.amends.iter().chain(&item.relations.replaces) {
            if code(other).is_some_and(|it| self.is_wanted(it)) {
                self.visit(*other);
            }
        }
        match self.version(index, item) {
            Ok(version) => self.plan.steps.extend(version.map(|it| Step::Issue(Box::new(it)))),
            Err(refusal) => return self.plan.refused.push((index, refusal)),
        }
        let Some(by) = item.code().filter(|it| self.is_issued(*it)) else { return };
        let replaced: Vec<_> = item.relations.replaces.iter().filter_map(code).collect();
        for code in replaced {
            if self.is_issued(code) && self.is_open(code) {
                let reason = self.reason(item);
                self.plan.steps.push(Step::Superseded { code, by, reason });
            }
        }
    }

    /// The next version of a document; none where nothing has changed, or nothing may any more.
    fn version(&self, index: ItemIndex, item: &Item) -> Result<Option<Version>, Refusal> {
        let Some(code) = item.code() else { return Ok(None) };
        let record = self.record(code);
        if !self.is_open(code) {
            return Ok(None);
        }
        let press = self.press;
        let issue = issue::compose(item, &press.catalogue, press.parts(), &press.messages)?;
        let issue = issue.referring(|it| self.is_issued(it));
        let newest = record.and_then(Record::newest);
        let changed = newest.map(|it| issue.differences(&it.entry)).unwrap_or_default();
        if newest.is_some() && changed.is_empty() {
            return Ok(None);
        }
        let number = record.map_or(0, |it| it.versions.len() as u64) + 1;
        let words = visible(press, item, &issue, number)?;
        Ok(Some(Version { item: index, code, number, issue, plain: words, changed }))
    }

    /// What is said of a document that another one replaces, in the languages of the site.
    fn reason(&self, by: &Item) -> Text {
        let number = by.number().map(|it| format!("{} ", it.value)).unwrap_or_default();
        let languages = &self.press.project.languages;
        Text(Language::ALL.map(|language| {
            // The Vietnamese reason is required.
            let is_said = language == Language::Vi || languages.contains(&language);
            let text = by.text(language).unwrap_or(by.source_text());
            let title = format!("{number}{}", text.title());
            let arguments = [("title".to_owned(), Arg::Text(title))].into();
            let messages = &self.press.messages[language.index()];
            is_said.then(|| messages.text("superseded-reason", &arguments))
        }))
    }
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
