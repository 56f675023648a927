//! Rules about documents: numbers, dates, files, signers (checks.md §3.2).

use crate::catalogue::Item;
use unicode_normalization::UnicodeNormalization;

use crate::check::{Facts, files, numbers, start};
use crate::data::Role;
use crate::date::Date;
use crate::diagnostic::problem::Problem;
use crate::diagnostic::{Diagnostics, Fix, Span, Spanned};
use crate::document::meta::{Details, Paper};
use crate::schema::label;

/// Runs the rules of this family.
pub(super) fn run(facts: &Facts<'_>, found: &mut Diagnostics) {
    for (_, item) in facts.catalogue.items() {
        if let Details::Document(paper) = &item.meta.details {
            numbers::number(facts, item, paper, found);
            signer(facts, item, paper, found);
            recipients(facts, item, paper, found);
            publication(facts, item, paper, found);
        }
        dates(facts, item, found);
        attachments(facts, item, found);
        code_missing(facts, item, found);
        if let Some(it) = item.meta.review_by.as_ref().filter(|it| it.value < facts.as_of) {
            found.push(Problem::ReviewDue { date: it.value }, it.span);
        }
    }
    numbers::duplicates(facts, found);
}

/// Whether the office itself, or a part of it, issued a document.
fn is_own(facts: &Facts<'_>, paper: &Paper) -> bool {
    let issuer = paper.issuer.as_ref().and_then(|it| facts.data.organization(&it.value));
    issuer.is_some_and(|it| it.role == Role::Own)
}

type Written = Option<(&'static str, Spanned<Date>)>;

fn day(key: &'static str, it: Option<&Spanned<Date>>) -> Written {
    it.map(|it| (key, it.clone()))
}

/// `date-order`, `date-in-future`, `date-precision`.
fn dates(facts: &Facts<'_>, item: &Item, found: &mut Diagnostics) {
    let published = day("published", item.meta.published.as_ref());
    let updated = day("updated", item.meta.updated.as_ref());
    not_after(&published, &updated, found);
    not_future(facts, &published, found);
    match &item.meta.details {
        Details::Document(it) => paper_dates(facts, it, found),
        Details::Mou(it) => {
            let signed = day("signed", it.signed.as_ref());
            let effective = day("effective", it.effective.as_ref());
            not_after(&signed, &effective, found);
            not_after(&effective, &day("expires", it.expires.as_ref()), found);
            not_after(&signed, &day("reported", it.reported.as_ref()), found);
            not_future(facts, &signed, found);
        }
        Details::Programme(it) => {
            let opens = day("opens", it.opens.as_ref());
            not_after(&opens, &day("closes", it.closes.as_ref()), found);
            moments("from", it.from.as_ref(), "to", it.to.as_ref(), found);
        }
        Details::Question(it) => {
            let answered = day("answered", it.answered.as_ref());
            not_after(&day("asked", it.asked.as_ref()), &answered, found);
            not_future(facts, &answered, found);
        }
        Details::Alert(it) => moments("from", it.from.as_ref(), "to", it.to.as_ref(), found),
        Details::Procedure(_) | Details::Page(_) => {}
    }
}

fn paper_dates(facts: &Facts<'_>, it: &Paper, found: &mut Diagnostics) {
    let effective = day("effective", it.effective.as_ref());
    if let Some(issued) = &it.issued {
        if let crate::date::Day::Month(_) = issued.value {
            let problem = Problem::DatePrecision { month: issued.value.to_string() };
            found.push(problem, issued.span);
        }
        let first = Spanned { value: issued.value.date(), span: issued.span };
        let first = Some(("issued", first));
        if !it.retroactive {
            not_after(&first, &effective, found);
        }
        not_after(&first, &day("received", it.received.as_ref()), found);
        not_future(facts, &first, found);
    }
    let expires = day("expires", it.expires.as_ref());
    if let Some(((a, from), (b, to))) = effective.as_ref().zip(expires.as_ref())
        && from.value >= to.value
    {
        order(a, from, b, to, found);
    }
}

fn moments(
    a: &'static str,
    from: Option<&Spanned<crate::date::Moment>>,
    b: &'static str,
    to: Option<&Spanned<crate::date::Moment>>,
    found: &mut Diagnostics,
) {
    let Some((from, to)) = from.zip(to) else { return };
    if from.value.unix_seconds() > to.value.unix_seconds() {
        let day =
            |it: &Spanned<crate::date::Moment>| Spanned { value: it.value.date, span: it.span };
        order(a, &day(from), b, &day(to), found);
    }
}

fn not_after(first: &Written, second: &Written, found: &mut Diagnostics) {
    if let (Some((a, first)), Some((b, second))) = (first, second)
        && first.value > second.value
    {
        order(a, first, b, second, found);
    }
}

fn order(a: &str, first: &Spanned<Date>, b: &str, second: &Spanned<Date>, found: &mut Diagnostics) {
    let (a, b) = (a.to_owned(), b.to_owned());
    let problem = Problem::DateOrder { a, d1: first.value, b, d2: second.value };
    found.push_related(problem, second.span, first.span);
}

fn not_future(facts: &Facts<'_>, it: &Written, found: &mut Diagnostics) {
    if let Some((key, it)) = it
        && it.value > facts.as_of
    {
        let problem = Problem::DateInFuture { key: (*key).to_owned(), date: it.value };
        found.push(problem, it.span);
    }
}

/// `attachment-none`, `-changed`, `-format`, `-scan`, `-large`, and marks of secrecy inside.
fn attachments(facts: &Facts<'_>, item: &Item, found: &mut Diagnostics) {
    if matches!(item.meta.details, Details::Document(_))
        && item.meta.attachments.is_empty()
        && !item.meta.is_unread("attachments")
    {
        found.push(Problem::AttachmentNone {}, start(item.source_text().file));
    }
    for attachment in &item.meta.attachments {
        let path = item.file_path(&attachment.file.value);
        let Some(real) = facts.sources.attachment(&path) else { continue };
        if let Some(recorded) = &attachment.sha256 {
            let digest = real.hex();
            if !recorded.value.trim_start_matches("sha256:").eq_ignore_ascii_case(&digest) {
                let problem = Problem::AttachmentChanged { file: attachment.file.value.clone() };
                found.push(problem, recorded.span);
            }
        }
        if !attachment.scan && real.pages_without_text().is_some_and(|it| it > 0) {
            let problem = Problem::AttachmentScan { file: attachment.file.value.clone() };
            found.push(problem, attachment.file.span);
        }
    }
    for file in item.files() {
        let Some(real) = facts.sources.attachment(&item.file_path(&file.value)) else { continue };
        if let Some(format) = real.wrong_format() {
            let problem = Problem::AttachmentFormat { file: file.value.clone(), format };
            found.push(problem, file.span);
        }
        let mb = i64::try_from(real.length / 1_000_000).unwrap_or(i64::MAX);
        if mb > facts.project.limits.max_attachment_mb {
            found.push(Problem::AttachmentLarge { file: file.value.clone(), mb }, file.span);
        }
        if let Some(text) = real.secrecy().filter(|it| files::is_marking(it)) {
            found.push(Problem::SecrecyMarking { text: text.to_owned() }, file.span);
        }
    }
}

/// Academic titles, which do not stand before the name of who signs.
const TITLES: &[&str] = &["GS.", "PGS.", "TS.", "ThS.", "Tiến sĩ", "Thạc sĩ", "Giáo sư"];

/// `signer-authority`, `signer-title`, and the key that an own document needs.
fn signer(facts: &Facts<'_>, item: &Item, paper: &Paper, found: &mut Diagnostics) {
    if !is_own(facts, paper) {
        return;
    }
    let Some(signer) = &paper.signer else {
        if let Some(issuer) = paper.issuer.as_ref().filter(|_| !item.meta.is_unread("signer")) {
            let problem = Problem::MissingKey {
                key: "signer".to_owned(),
                label: label("signer"),
                example: "signer = { authority = \"none\", role = \"Giám đốc\" }".to_owned(),
                front: true,
            };
            found.push(problem, issuer.span);
        }
        return;
    };
    if item.meta.is_unread("signer") {
        return;
    }
    let heads =
        facts.data.units.iter().filter_map(|it| it.head_role.get(crate::language::Language::Vi));
    // Marks may be typed beside their letters: that is another problem, and told.
    let role: String = signer.value.role.nfc().collect();
    let is_head = role == "Giám đốc" || heads.into_iter().any(|it| it == role);
    if signer.value.authority == "none" && !is_head {
        found.push(Problem::SignerAuthority {}, signer.span);
    }
    let name = signer.value.name.as_deref().unwrap_or_default().trim();
    if let Some(title) = TITLES.iter().find(|it| name.starts_with(**it)) {
        found.push(Problem::SignerTitle { text: (*title).to_owned() }, signer.span);
    }
}

/// `recipients-missing`.
fn recipients(facts: &Facts<'_>, item: &Item, paper: &Paper, found: &mut Diagnostics) {
    let has_none = paper.recipients.is_empty() && !item.meta.is_unread("recipients");
    if is_own(facts, paper) && has_none {
        found.push(Problem::RecipientsMissing {}, start(item.source_text().file));
    }
}

/// `publication-late`, against the office's own targets; `holiday-year` where they are computed.
fn publication(facts: &Facts<'_>, item: &Item, paper: &Paper, found: &mut Diagnostics) {
    let Some(published) = &item.meta.published else { return };
    let targets = &facts.project.targets;
    let (from, target) = if is_own(facts, paper) {
        (paper.issued.as_ref().map(|it| it.value.latest()), targets.publish_own_days)
    } else {
        (paper.received.as_ref().map(|it| it.value), targets.publish_others_days)
    };
    let Some(from) = from else { return };
    let days = facts.data.working_days.between(from, published.value);
    if days > target {
        found.push(Problem::PublicationLate { n: days, t: target }, published.span);
    }
}

/// `code-missing`: our own documents, agreements and procedures carry a code.
fn code_missing(facts: &Facts<'_>, item: &Item, found: &mut Diagnostics) {
    let wanted = match &item.meta.details {
        Details::Document(it) => is_own(facts, it),
        Details::Mou(_) | Details::Procedure(_) => true,
        _ => false,
    };
    let text = item.source_text();
    let front = facts.sources.text(text.front);
    let has_key = front.lines().any(|it| {
        it.trim_start().strip_prefix("id").is_some_and(|it| it.trim_start().starts_with('='))
    });
    if wanted && !has_key {
        let kind = item.meta.kind.span;
        let line =
            front[(kind.end - text.front.start) as usize..].find('\n').map_or(0, |it| it + 1);
        let at = Span { start: kind.end + u32::try_from(line).unwrap_or(0), ..kind };
        let at = Span { end: at.start, ..at };
        found.push_fixable(Problem::CodeMissing {}, kind, Fix::AllocateCode { at });
    }
}
