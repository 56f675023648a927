//! Rules about the register: what is sealed, and what differs from it (checks.md §3.10).

use crate::catalogue::{Item, Parts, issue};
use crate::check::{Facts, start};
use crate::diagnostic::problem::{Problem, Word};
use crate::diagnostic::{Diagnostics, Span};
use crate::register::Register;
use crate::verify::audit::leaks::Known;
use crate::verify::code::{self, Unlisted};

/// Runs the rules of this family.
pub(super) fn run(facts: &Facts<'_>, found: &mut Diagnostics) {
    if let Some(folder) = &facts.project.verify.unlisted {
        leaks(facts, &format!("{}/", folder.value), found);
    }
    let Some(register) = facts.register else { return };
    register.check(facts.sources, found);
    settings(facts, register, found);
    for (_, item) in facts.catalogue.items() {
        match &item.seal {
            Some(_) => edited(facts, register, item, found),
            None => unsealed(item, found),
        }
    }
}

/// `specimen-register`, `host-not-gov`, and the host that codes are printed with.
fn settings(facts: &Facts<'_>, register: &Register, found: &mut Diagnostics) {
    let project = facts.project;
    if register.state.specimen != project.specimen {
        let span = project.specimen_place;
        found.push(Problem::SpecimenRegister { site: project.specimen }, span);
    }
    let verify = &project.verify;
    let place = verify.host.as_ref().map_or(project.base_url.span, |it| it.span);
    let host = project.host();
    if register.state.hosts.first().is_none_or(|it| it != host) {
        let first = register.state.hosts.first().cloned().unwrap_or_default();
        found.push(fault("host", &format!("{host} ≠ {first}")), place);
    }
    if let Some(origin) = verify.origin.as_ref().filter(|it| it.value != register.state.origin) {
        found.push(fault("origin", &register.state.origin), origin.span);
    }
    if !(project.specimen || host.ends_with(".gov.vn")) {
        found.push(Problem::HostNotGov { host: host.to_owned() }, place);
    }
}

/// `unlisted-leak`: the code of an unlisted result in a file that is public, outside their folder.
fn leaks(facts: &Facts<'_>, folder: &str, found: &mut Diagnostics) {
    let codes = facts.register.iter().flat_map(|it| it.unlisted.keys().map(Unlisted::to_string));
    let known = Known::new(codes.collect());
    for (file, source) in facts.sources.iter().filter(|it| !it.1.path.starts_with(folder)) {
        if let Some(code) = code::find_unlisted(&source.text) {
            let start = code.as_ptr() as usize - source.text.as_ptr() as usize;
            let problem = Problem::UnlistedLeak { code: code.to_owned() };
            found.push(problem, Span::new(file, start..start + code.len()));
        } else if let Some((line, code)) = known.find(&source.text).into_iter().next() {
            found.push(Problem::UnlistedLeak { code }, facts.sources.line(file, line));
        }
    }
}

fn fault(what: &str, text: &str) -> Problem {
    Problem::RegisterFault { what: what.to_owned(), rule: String::new(), text: text.to_owned() }
}

/// `sealed-edited`: the working copy differs from the version that was sealed last. What is not in
/// the front matter stays as it was sealed: a move of the office edits no document.
fn edited(facts: &Facts<'_>, register: &Register, item: &Item, found: &mut Diagnostics) {
    let newest = item.code().and_then(|it| register.newest(it));
    let Some((newest, version)) = newest.and_then(|it| Some((it, it.entry.number("version")?)))
    else {
        return;
    };
    let parts = Parts {
        project: facts.project,
        data: facts.data,
        sources: facts.sources,
        register: Some(register),
        as_of: facts.as_of,
    };
    let differing = match issue::compose(item, facts.catalogue, parts, facts.messages) {
        Ok(it) => it.referring(|code| register.record(code).is_some()).differences(&newest.entry),
        // Why it cannot be sealed again is said when somebody tries.
        Err(_) => vec!["else".to_owned()],
    };
    if !differing.is_empty() {
        let version = i64::try_from(version).unwrap_or(i64::MAX);
        let keys = issue::words_of(&differing).into_iter().map(Word).collect();
        found.push(Problem::SealedEdited { version, keys }, place(item));
    }
}

/// `unsealed`.
fn unsealed(item: &Item, found: &mut Diagnostics) {
    if item.code().is_some() {
        found.push(Problem::Unsealed {}, place(item));
    }
}

fn place(item: &Item) -> Span {
    item.meta.id.as_ref().map_or_else(|| start(item.source_text().file), |it| it.span)
}
