//! Rules about agreements (checks.md §3.4).

use std::collections::BTreeSet;

use crate::catalogue::Item;
use crate::catalogue::status::Status;
use crate::check::{Facts, start};
use crate::data::Role;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::problem::Problem;
use crate::document::Document;
use crate::document::meta::{Details, Mou};

/// Runs the rules of this family.
pub(super) fn run(facts: &Facts<'_>, found: &mut Diagnostics) {
    for (_, item) in facts.catalogue.items() {
        authentic(item, found);
        if let Details::Mou(mou) = &item.meta.details {
            parties(facts, item, mou, found);
            cleared(item, mou, found);
            reported(facts, mou, found);
            ending(item, mou, found);
        }
    }
}

/// `mou-parties`.
fn parties(facts: &Facts<'_>, item: &Item, mou: &Mou, found: &mut Diagnostics) {
    // What could not be read was reported.
    if item.meta.is_unread("parties") || facts.data.unread.contains("organizations") {
        return;
    }
    let ids: BTreeSet<_> = mou.parties.iter().map(|it| &it.value).collect();
    let role = |it: &&String| facts.data.organization(it).map(|it| it.role);
    let foreign = ids.iter().any(|it| role(it) == Some(Role::Foreign));
    if mou.parties.len() < 2 || ids.len() < mou.parties.len() || !foreign {
        let span = mou.parties.first().map_or(start(item.source_text().file), |it| it.span);
        found.push(Problem::MouParties {}, span);
    }
}

/// `mou-not-cleared`: nothing of the text may be there.
fn cleared(item: &Item, mou: &Mou, found: &mut Diagnostics) {
    let Some(cleared) = mou.cleared.as_ref().filter(|it| !it.value) else { return };
    for text in item.texts().filter(|it| it.has_text()) {
        let place = text.first_block.unwrap_or(text.body);
        found.push_related(Problem::MouNotCleared {}, place, cleared.span);
    }
    if let Some(attachment) = item.meta.attachments.first() {
        found.push_related(Problem::MouNotCleared {}, attachment.file.span, cleared.span);
    }
}

/// `authentic-missing`, `prevails-not-authentic`.
fn authentic(item: &Item, found: &mut Diagnostics) {
    let excepted = match &item.meta.details {
        Details::Mou(it) => it.cleared.as_ref().is_none_or(|it| !it.value),
        _ => !item.source_text().has_text(),
    };
    // Nothing is written yet: that is another problem.
    let is_empty = !item.source_text().has_text() && item.files().is_empty();
    for &language in item.meta.authentic.iter().filter(|_| !(excepted || is_empty)) {
        let has_text = item.text(language).is_some_and(Document::has_text);
        if !has_text && (item.text(language).is_some() || item.lacks(language)) {
            let problem = Problem::AuthenticMissing { lang: language };
            found.push(problem, start(item.source_text().file));
        }
    }
    if let Some(prevails) = &item.meta.prevails
        && !(item.meta.authentic.len() > 1 && item.meta.authentic.contains(&prevails.value))
    {
        found.push(Problem::PrevailsNotAuthentic {}, prevails.span);
    }
}

/// `mou-report-overdue` (Law 70/2020/QH14).
fn reported(facts: &Facts<'_>, mou: &Mou, found: &mut Diagnostics) {
    let Some(signed) = mou.signed.as_ref().filter(|_| mou.reported.is_none()) else { return };
    let n = signed.value.days_until(facts.as_of);
    if n > facts.project.limits.mou_report_days {
        found.push(Problem::MouReportOverdue { n }, signed.span);
    }
}

/// `mou-expiring`.
fn ending(item: &Item, mou: &Mou, found: &mut Diagnostics) {
    if item.status == Status::Expiring
        && mou.renewal != "automatic"
        && let Some(expires) = &mou.expires
    {
        found.push(Problem::MouExpiring { date: expires.value }, expires.span);
    }
}
