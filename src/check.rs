//! Rules about content. Each is a function; [`RULES`] is the table of them.

mod agreements;
mod documents;
pub mod examples;
mod files;
mod notices;
mod numbers;
mod privacy;
mod relations;
mod seals;
mod site;
mod translations;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::catalogue::Catalogue;
use crate::data::Data;
use crate::date::Date;
use crate::diagnostic::problem::Problem;
use crate::diagnostic::report::{Reported, Severity};
use crate::diagnostic::{Diagnostic, Diagnostics, FileId};
use crate::document::Document;
use crate::language::Language;
use crate::language::messages::Messages;
use crate::project::Project;
use crate::register::Register;
use crate::source::Sources;

/// One row of the table of rules.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// The id: the kebab case of the `Problem`.
    pub id: &'static str,
    /// How serious it is unless the settings say otherwise.
    pub severity: Severity,
    /// Whether the settings may not make it less than an error. A build with such a problem
    /// writes nothing.
    pub locked: bool,
    /// The message that names what it is compared with (`source-…`); empty = condau's own rule.
    pub source: &'static str,
    /// Whether `check --fix` can mend it.
    pub fixable: bool,
}

const fn locked(id: &'static str, source: &'static str) -> Rule {
    Rule { id, severity: Severity::Error, locked: true, source, fixable: false }
}

const fn error(id: &'static str, source: &'static str) -> Rule {
    Rule { id, severity: Severity::Error, locked: false, source, fixable: false }
}

const fn warning(id: &'static str, source: &'static str) -> Rule {
    Rule { id, severity: Severity::Warning, locked: false, source, fixable: false }
}

const fn note(id: &'static str, source: &'static str) -> Rule {
    Rule { id, severity: Severity::Note, locked: false, source, fixable: false }
}

const fn fixable(rule: Rule) -> Rule {
    Rule { fixable: true, ..rule }
}

/// Every rule, by the id that `condau.toml`, `--rule` and `--explain` use (checks.md §3).
pub const RULES: &[Rule] = &[
    locked("file-encoding", "source-n30"),
    locked("file-large", ""),
    locked("file-link", ""),
    locked("private-key", ""),
    fixable(error("not-nfc", "source-n30")),
    fixable(locked("invisible-character", "")),
    error("lookalike-letter", "source-n30"),
    fixable(warning("full-width-latin", "")),
    locked("front-matter-missing", ""),
    locked("front-matter-syntax", ""),
    locked("unknown-key", ""),
    locked("missing-key", "source-n42"),
    locked("wrong-type", ""),
    locked("empty-value", ""),
    locked("unknown-value", ""),
    locked("misplaced-key", ""),
    error("file-name", ""),
    error("kind-in-section", ""),
    locked("source-missing", ""),
    locked("authentic-first", ""),
    warning("unused-file", ""),
    locked("raw-html", ""),
    error("empty-text", "source-n42"),
    warning("title-form", "source-n30"),
    error("number-form", "source-n30"),
    error("number-type", "source-n30"),
    error("number-issuer", "source-n30"),
    error("number-year", "source-n30"),
    locked("duplicate-number", "source-n30"),
    locked("specimen-number", ""),
    error("date-order", "source-n30"),
    error("date-in-future", "source-n30"),
    warning("date-precision", "source-n30"),
    error("attachment-none", "source-n42"),
    locked("attachment-missing", ""),
    locked("attachment-changed", ""),
    error("attachment-format", ""),
    warning("attachment-scan", "source-n42"),
    warning("attachment-large", ""),
    error("signer-authority", "source-n30"),
    warning("signer-title", "source-n30"),
    warning("recipients-missing", "source-n30"),
    locked("secrecy-marking", "source-l104"),
    fixable(warning("date-words", "source-n30")),
    warning("publication-late", ""),
    warning("review-due", ""),
    locked("broken-reference", ""),
    error("broken-anchor", ""),
    locked("relation-cycle", ""),
    error("relation-order", ""),
    error("status-differs", ""),
    warning("basis-ended", "source-n63"),
    note("instrument-unlisted", ""),
    locked("address-clash", ""),
    locked("address-lost", "source-n42"),
    error("mou-parties", "source-l70"),
    locked("mou-not-cleared", ""),
    error("authentic-missing", ""),
    error("authentic-texts-diverge", ""),
    error("prevails-not-authentic", ""),
    warning("mou-report-overdue", "source-l70"),
    warning("mou-expiring", ""),
    error("fee-missing", "source-n63"),
    error("alert-template", ""),
    error("translation-title", "source-n42"),
    note("translation-missing", ""),
    locked("lock-invalid", ""),
    warning("translation-edited", ""),
    warning("translation-identical", ""),
    warning("translation-stale", ""),
    warning("translation-orphan", ""),
    error("translation-unaligned", ""),
    locked("message-syntax", ""),
    locked("template-error", ""),
    error("image-alt", "source-t26"),
    error("link-address", ""),
    error("table-shape", ""),
    error("contrast", "source-w"),
    error("heading-order", "source-w"),
    locked("third-party-resource", "source-l91"),
    warning("csp-allow", "source-l91"),
    locked("personal-id", "source-l91"),
    locked("passport-number", "source-l91"),
    warning("personal-phone", "source-l91"),
    warning("personal-email", "source-l91"),
    error("bank-account", "source-l91"),
    error("form-notice", "source-l91"),
    error("required-information", "source-n42"),
    warning("section-old", "source-n42"),
    error("footer-incomplete", "source-t22"),
    error("unit-contact", "source-n42"),
    warning("holiday-year", ""),
    error("ddci-change", ""),
    note("data-unverified", ""),
    error("glossary-clash", ""),
    warning("unused-exception", ""),
    warning("page-weight", ""),
    locked("code-form", ""),
    locked("code-duplicate", ""),
    fixable(warning("code-missing", "")),
    warning("qr-size", ""),
    locked("register-fault", ""),
    locked("sealed-changed", ""),
    warning("sealed-edited", ""),
    locked("seal-fault", ""),
    note("unsealed", ""),
    locked("unlisted-leak", ""),
    locked("unlisted-fault", ""),
    locked("specimen-register", ""),
    warning("host-not-gov", ""),
    locked("specimen-in-production", ""),
    locked("base-url", ""),
    locked("placeholder", ""),
    locked("draft-in-production", ""),
];

/// The ids of all rules.
pub fn ids() -> Vec<&'static str> {
    RULES.iter().map(|it| it.id).collect()
}

/// The rule of an id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|it| it.id == id)
}

/// Everything a rule may look at.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The items.
    pub catalogue: &'a Catalogue,
    /// The settings.
    pub project: &'a Project,
    /// The tables.
    pub data: &'a Data,
    /// All files.
    pub sources: &'a Sources,
    /// What is sealed.
    pub register: Option<&'a Register>,
    /// The words of each language, in the order of [`Language::ALL`].
    pub messages: &'a [Arc<Messages>; 3],
    /// The day of the build.
    pub as_of: Date,
    /// Whether the site is to go public, with drafts or without.
    pub production: bool,
    /// Whether drafts are published.
    pub drafts: bool,
}

/// Runs every rule that looks at the words of one file.
pub fn text(document: &Document, text: &str, diagnostics: &mut Diagnostics) {
    files::characters(document.file, document.language, text, diagnostics);
    files::escaped(document, text, diagnostics);
    files::secrecy(document, text, diagnostics);
    files::title(document, diagnostics);
    if document.language == Language::Vi {
        files::date_words(document, text, diagnostics);
    }
}

/// Runs every rule that looks at the whole.
pub fn run(facts: &Facts<'_>, diagnostics: &mut Diagnostics) {
    type Family = fn(&Facts<'_>, &mut Diagnostics);
    // The dearest first, so that the others fill the time of the other cores.
    const FAMILIES: [Family; 9] = [
        translations::run,
        relations::run,
        documents::run,
        files::run,
        agreements::run,
        notices::run,
        privacy::run,
        seals::run,
        site::run,
    ];
    let found = FAMILIES.par_iter().with_max_len(1).map(|family| {
        let mut found = Diagnostics::default();
        family(facts, &mut found);
        found
    });
    found.collect::<Vec<_>>().into_iter().for_each(|it| diagnostics.append(it));
}

/// Gives every problem its severity, takes out the exceptions, and reports those that took out
/// nothing.
pub fn judge(
    diagnostics: Vec<Diagnostic>,
    project: Option<&Project>,
    sources: &Sources,
    production: bool,
) -> Vec<Reported> {
    let mut used = BTreeSet::new();
    let mut kept = Diagnostics::default();
    for it in diagnostics {
        match exception(&it, project, sources) {
            Some(at) => _ = used.insert(at),
            None => kept.add(it),
        }
    }
    for (at, it) in project.map(|it| &it.exceptions).into_iter().flatten().enumerate() {
        if !used.contains(&at) {
            let rule = it.rule.value.clone();
            kept.push(Problem::UnusedException { rule }, it.rule.span);
        }
    }
    let reported = kept.sorted().into_iter().map(|it| report(it, project, production));
    reported.filter(|it| it.severity != Severity::Off).collect()
}

fn report(diagnostic: Diagnostic, project: Option<&Project>, production: bool) -> Reported {
    let id = diagnostic.problem.id();
    let rule = rule(&id);
    let usual = rule.map_or(Severity::Error, |it| it.severity);
    let set = project.and_then(|it| it.severities.get(&id)).map(|it| match it.value.as_str() {
        "error" => Severity::Error,
        "warning" => Severity::Warning,
        "note" => Severity::Note,
        _ => Severity::Off,
    });
    let locked = rule.is_none_or(|it| it.locked);
    let special = site::severity(&diagnostic.problem, project, production);
    let severity = if locked { usual } else { set.or(special).unwrap_or(usual) };
    let source = match (&diagnostic.problem, rule) {
        // No law says what a table or the settings must hold.
        (Problem::MissingKey { front: false, .. }, _) | (_, None) => "",
        (_, Some(rule)) => rule.source,
    };
    Reported { severity, source, fixable: diagnostic.fix.is_some(), diagnostic }
}

/// Whether a severity of the rule's own may stop a build that is not for production.
pub fn blocks(reported: &Reported) -> bool {
    rule(&reported.diagnostic.problem.id()).is_none_or(|it| it.locked)
}

/// The position of the exception that covers a problem. Locked rules have none.
fn exception(
    diagnostic: &Diagnostic,
    project: Option<&Project>,
    sources: &Sources,
) -> Option<usize> {
    let exceptions = &project?.exceptions;
    if exceptions.is_empty() {
        return None;
    }
    let id = diagnostic.problem.id();
    if rule(&id).is_none_or(|it| it.locked) {
        return None;
    }
    let path = sources.path(diagnostic.span.file);
    let item = |it: &str| {
        path == it || path.strip_prefix("content/").is_some_and(|path| is_below(path, it))
    };
    exceptions.iter().position(|it| it.rule.value == id && item(&it.item))
}

fn is_below(path: &str, item: &str) -> bool {
    path.strip_prefix(item).is_some_and(|it| it.starts_with('/'))
}

/// The first place of an item: where problems of the whole item are reported.
fn start(file: FileId) -> crate::diagnostic::Span {
    crate::diagnostic::Span::start_of(file)
}
