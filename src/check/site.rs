//! Rules about the site as a whole and its tables (checks.md §3.9, §3.11).

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::status::Status;
use crate::check::Facts;
use crate::date::{Date, Limit, TABLE_DAYS};
use crate::diagnostic::problem::{Name, Problem, Word};
use crate::diagnostic::report::Severity;
use crate::diagnostic::{Diagnostics, Span};
use crate::document::meta::Details;
use crate::language::{Language, numbers};
use crate::project::Project;
use crate::qr::Symbol;

/// Runs the rules of this family.
pub(super) fn run(facts: &Facts<'_>, found: &mut Diagnostics) {
    required_information(facts, found);
    section_old(facts, found);
    footer(facts, found);
    unit_contact(facts, found);
    holiday_year(facts, found);
    ddci(facts, found);
    unverified(facts, found);
    glossary(facts, found);
    qr_size(facts, found);
    csp_allow(facts, found);
    base_url(facts, found);
    if facts.production {
        production(facts, found);
    }
}

/// Severities that depend on what kind of site it is.
pub(super) fn severity(
    problem: &Problem,
    project: Option<&Project>,
    production: bool,
) -> Option<Severity> {
    let specimen = project.is_some_and(|it| it.specimen);
    match problem {
        Problem::RequiredInformation { .. } if specimen => Some(Severity::Warning),
        Problem::DataUnverified { .. } | Problem::Unsealed {} if production => {
            Some(Severity::Warning)
        }
        Problem::QrSize { version, .. } if *version > 5 => Some(Severity::Error),
        _ => None,
    }
}

/// `required-information`: a heading that no page answers in a language.
fn required_information(facts: &Facts<'_>, found: &mut Diagnostics) {
    for required in &facts.project.required {
        for &language in &required.languages {
            let answers = facts.catalogue.items().any(|(_, item)| {
                item.meta.fulfils.iter().any(|it| it.value == required.name)
                    && !item.lacks(language)
            });
            if !answers {
                let name = Word(format!("heading-{}", required.name));
                let problem = Problem::RequiredInformation { name, lang: language };
                found.push(problem, required.span);
            }
        }
    }
}

/// `section-old`: nothing changed for longer than the section allows.
fn section_old(facts: &Facts<'_>, found: &mut Diagnostics) {
    for section in &facts.project.sections {
        let Some(limit) = section.max_age_days else { continue };
        let items = facts.catalogue.items().filter(|(_, it)| it.section() == section.name);
        let Some(newest) = items.filter_map(|(_, it)| it.changed()).max() else { continue };
        let n = newest.days_until(facts.as_of);
        if n > limit {
            found.push(Problem::SectionOld { section: section.name.clone(), n }, section.span);
        }
    }
}

/// `footer-incomplete`.
fn footer(facts: &Facts<'_>, found: &mut Diagnostics) {
    let office = &facts.project.office;
    if office.organization.is_empty() {
        // The table is missing, or what it must hold: that was reported.
        return;
    }
    let missing = [
        ("responsible", office.responsible.is_empty()),
        ("address", office.address.is_empty()),
        ("email", office.email.is_empty()),
    ];
    let missing: Vec<_> = missing.iter().filter(|(_, it)| *it).map(|(it, _)| *it).collect();
    if !missing.is_empty() {
        let problem = Problem::FooterIncomplete { what: missing.join(", ") };
        found.push(problem, office.places.table);
    }
}

/// `unit-contact`: a unit that answers for items can be reached.
fn unit_contact(facts: &Facts<'_>, found: &mut Diagnostics) {
    let owners: BTreeSet<_> = facts
        .catalogue
        .items()
        .filter_map(|(_, it)| Some(&it.meta.owner.as_ref()?.value))
        .collect();
    for unit in facts.data.units.iter().filter(|it| owners.contains(&it.id.value)) {
        let office = &facts.project.office;
        let own = !(unit.phones.is_empty() && unit.email.is_empty());
        let reachable = own || !(office.email.is_empty() && office.hotline.is_empty());
        let enough = if facts.project.specimen { !unit.email.is_empty() } else { reachable };
        if !enough {
            found.push(Problem::UnitContact { unit: Name(unit.name.clone()) }, unit.id.span);
        }
    }
}

/// `holiday-year`: a deadline runs through a year of which no holiday is known.
fn holiday_year(facts: &Facts<'_>, found: &mut Diagnostics) {
    let has_file = facts.sources.get("content/data/holidays.toml").is_some();
    let is_unread = facts.data.unread.contains("holidays");
    if is_unread || (facts.data.holidays.is_empty() && !has_file) {
        return;
    }
    let mut years = BTreeMap::<i32, Span>::new();
    let mut uses = |from: Option<Date>, to: Option<Date>, span: Span| {
        let (Some(from), Some(to)) = (from, to) else { return };
        for year in from.year()..=to.year().min(from.year() + 50) {
            years.entry(year).or_insert(span);
        }
    };
    for (_, item) in facts.catalogue.items() {
        let published = item.meta.published.as_ref();
        match &item.meta.details {
            Details::Document(it) => {
                if let Some(issued) = &it.issued {
                    uses(Some(issued.value.latest()), published.map(|it| it.value), issued.span);
                }
            }
            Details::Question(it) => {
                if let Some(asked) = &it.asked {
                    let end = it.answered.as_ref().map_or(facts.as_of, |it| it.value);
                    uses(Some(asked.value), Some(end), asked.span);
                }
            }
            // The table of deadlines that the page shows.
            Details::Procedure(it) if item.status != Status::Withdrawn => {
                let limit = it.time_limit.as_ref().and_then(|(n, unit)| Limit::of(*n, unit));
                let (Some(limit), Some(code)) = (limit, &it.code) else { continue };
                let due = facts.data.working_days.due(facts.as_of, TABLE_DAYS, limit);
                uses(Some(facts.as_of), due.last().map(|(_, it)| *it), code.span);
            }
            _ => {}
        }
    }
    for (year, span) in years {
        if !facts.data.working_days.knows(year) {
            found.push(Problem::HolidayYear { year: year.to_string() }, span);
        }
    }
}

/// `ddci-change`: the printed change against the difference of the scores.
fn ddci(facts: &Facts<'_>, found: &mut Diagnostics) {
    for component in facts.data.ddci.iter().flat_map(|it| &it.components) {
        let mut newest = component.years.values().rev();
        let (Some(change), Some(now), Some(before)) =
            (&component.change, newest.next(), newest.next())
        else {
            continue;
        };
        let computed = now.hundredths - before.hundredths;
        if computed != change.value {
            let points = |it: i64| numbers::hundredths(Language::En, it);
            let (a, b) = (points(change.value), points(computed));
            let name = component.id.value.clone();
            found.push(Problem::DdciChange { name, a, b }, change.span);
        }
    }
}

/// `data-unverified`: rows that nobody compared with the original, once a table.
fn unverified(facts: &Facts<'_>, found: &mut Diagnostics) {
    let mut report = |name: &str, span: Span| {
        found.push(Problem::DataUnverified { name: name.to_owned() }, span);
    };
    if let Some(it) = facts.data.ddci.as_ref().filter(|it| !it.verified) {
        report("ddci", it.span);
    }
    let mut instruments = facts.data.instruments.values();
    if let Some(it) = instruments.find(|it| !it.verified) {
        report("instruments", it.number.span);
    }
}

/// `glossary-clash`: one form under two entries.
fn glossary(facts: &Facts<'_>, found: &mut Diagnostics) {
    let mut forms = BTreeMap::<(usize, String), (usize, Span)>::new();
    for (at, term) in facts.data.glossary.iter().enumerate() {
        let own = Language::ALL.iter().filter_map(|it| {
            Some((it.index(), term.name.get(*it)?.to_owned(), term.spans[it.index()]?))
        });
        let aliases = term.aliases.iter().map(|it| (3, it.value.clone(), it.span));
        for (language, form, span) in own.chain(aliases) {
            let key = (language, form.to_lowercase());
            match forms.get(&key) {
                Some((other, place)) if *other != at => {
                    found.push_related(Problem::GlossaryClash { term: form }, span, *place);
                }
                Some(_) => {}
                None => _ = forms.insert(key, (at, span)),
            }
        }
    }
}

/// `qr-size`: the address of the site decides how large a code's symbol is (verification.md §2.5).
fn qr_size(facts: &Facts<'_>, found: &mut Diagnostics) {
    let Some((_, code)) = facts.catalogue.items().find_map(|(at, it)| Some((at, it.code()?)))
    else {
        return;
    };
    let base = &facts.project.base_url;
    let Ok(symbol) = Symbol::encode(&code.qr_text(&base.value)) else {
        let problem = Problem::QrSize { version: 40, size: "0".to_owned() };
        return found.push(problem, base.span);
    };
    // In hundredths of a millimetre: the symbol and its quiet zone of four modules on each side.
    let module = facts.project.verify.qr_mm * 100 / i64::from(symbol.width + 8);
    let version = i64::from(symbol.version);
    if version > 4 || module < 45 {
        let size = format!("0.{:02}", module.clamp(0, 99));
        found.push(Problem::QrSize { version, size }, base.span);
    }
}

/// `csp-allow`: another host learns who reads the site. The settings allow it, so it is said.
fn csp_allow(facts: &Facts<'_>, found: &mut Diagnostics) {
    for origin in &facts.project.csp_allow {
        found.push(Problem::CspAllow { host: origin.value.clone() }, origin.span);
    }
}

/// `base-url`: every address that the site prints begins with it. A site that goes public needs
/// more of it than one for trying out.
fn base_url(facts: &Facts<'_>, found: &mut Diagnostics) {
    let url = &facts.project.base_url;
    let (scheme, rest) = url.value.split_once("://").unwrap_or(("", &url.value));
    let host = rest.split('/').next().unwrap_or_default();
    let is_host = !host.is_empty() && !rest.contains(char::is_whitespace);
    let is_public = is_host
        && host.contains('.')
        && !host.ends_with(".example")
        && !host.starts_with("localhost");
    let is_usable = if facts.production {
        is_public && scheme == "https" && !host.chars().any(char::is_uppercase)
    } else {
        is_host && matches!(scheme, "https" | "http")
    };
    if !is_usable {
        let known = if facts.production { is_public } else { is_host };
        let path = rest.strip_prefix(host).unwrap_or_default();
        let right = known.then(|| format!("https://{}{path}", host.to_lowercase()));
        let (url_of, right) = (url.value.clone(), right.unwrap_or_default());
        found.push(Problem::BaseUrl { url: url_of, right }, url.span);
    }
}

/// `specimen-in-production`, `placeholder`, `draft-in-production`.
fn production(facts: &Facts<'_>, found: &mut Diagnostics) {
    let project = facts.project;
    if project.specimen {
        found.push(Problem::SpecimenInProduction {}, project.specimen_place);
    }
    if facts.drafts {
        found.push(Problem::DraftInProduction {}, project.file);
    }
    for (_, item) in facts.catalogue.items() {
        if item.meta.specimen {
            found.push(Problem::SpecimenInProduction {}, item.meta.specimen_place);
        }
        for text in item.texts() {
            for words in [&text.words.title, &text.words.summary].into_iter().flatten() {
                placeholder(&words.value, words.span, found);
            }
        }
    }
    let office = &project.office;
    let texts = [
        (&office.address, office.places.address),
        (&office.responsible, office.places.responsible),
    ];
    for (text, places) in texts {
        for language in Language::ALL {
            let words = text.get(language).unwrap_or_default();
            placeholder(words, places[language.index()], found);
        }
    }
    placeholder(&office.email, office.places.email, found);
}

fn placeholder(text: &str, span: Span, found: &mut Diagnostics) {
    const MARKS: &[&str] = &["…", "todo", "xxx", "lorem", ".example"];
    let lower = text.to_lowercase();
    if let Some(mark) = MARKS.iter().find(|it| lower.contains(**it)) {
        found.push(Problem::Placeholder { text: (*mark).to_owned() }, span);
    }
}
