//! Rules about document numbers, and the number that was meant (checks.md §3.2).

use std::collections::BTreeMap;

use crate::catalogue::Item;
use crate::check::Facts;
use crate::data::Organization;
use crate::diagnostic::problem::{Name, Problem, Word};
use crate::diagnostic::{Diagnostics, Span, Spanned};
use crate::document::meta::{Details, Paper};
use crate::document::number::Number;
use crate::document::schema::{self, DOCUMENT_TYPES};
use crate::language::{Language, fold, script};

/// `lookalike-letter`, `specimen-number`, `number-form`, `number-type`, `number-issuer`,
/// `number-year`: of what is wrong with a number, the first. What follows from it is not said too.
pub(super) fn number(facts: &Facts<'_>, item: &Item, paper: &Paper, found: &mut Diagnostics) {
    let Some(number) = &paper.number else { return };
    if is_on(facts, "lookalike-letter") && has_lookalike(facts, number, found) {
        return;
    }
    let office = Office::of(facts, item, paper);
    let parts = Number::parse(&number.value, office.is_letter()).filter(|it| office.may_write(it));
    let problem = specimen(&office, &number.value, parts.as_ref())
        .or_else(|| form(&office, &number.value, parts.as_ref()));
    if let Some(problem) = problem {
        return found.push(problem, number.span);
    }
    let Some(parts) = parts else { return };
    if is_on(facts, "number-type")
        && let Some(problem) = of_other_type(&office, &parts)
    {
        return found.push(problem, number.span);
    }
    if let Some(issuer) = office.issuer
        && !issuer.abbreviations.contains(&parts.issuer)
        && is_on(facts, "number-issuer")
    {
        let problem = Problem::NumberIssuer {
            org: parts.issuer.clone(),
            issuer: Name(issuer.name.clone()),
            right: office.right(&number.value).unwrap_or_default(),
        };
        return found.push(problem, number.span);
    }
    if let Some((year, issued)) = parts.year.zip(paper.issued.as_ref())
        && year != issued.value.date().year()
    {
        let of_issue = issued.value.date().year();
        let (a, b) = (year.to_string(), of_issue.to_string());
        let right = Number { year: Some(of_issue), ..parts }.write();
        found.push_related(Problem::NumberYear { a, b, right }, number.span, issued.span);
    }
}

/// Whether the settings leave a rule on: only then it may stand for those after it.
fn is_on(facts: &Facts<'_>, rule: &str) -> bool {
    facts.project.severities.get(rule).is_none_or(|it| it.value != "off")
}

/// Whether a letter of another alphabet stands in a number, which is then what is wrong with it.
fn has_lookalike(facts: &Facts<'_>, number: &Spanned<String>, found: &mut Diagnostics) -> bool {
    let written = facts.sources.text(number.span);
    let mut any = false;
    for (at, letter) in script::foreign_letters(written) {
        any = true;
        let span = number.span.part(at..at + letter.len_utf8());
        found.push(Problem::lookalike(letter), span);
    }
    any
}

fn specimen(office: &Office<'_>, written: &str, parts: Option<&Number>) -> Option<Problem> {
    if written.starts_with("M-") == office.specimen {
        return None;
    }
    let right = match parts {
        Some(it) => Number { specimen: office.specimen, ..it.clone() }.write(),
        None => office.right(written).unwrap_or_default(),
    };
    let (number, specimen) = (written.to_owned(), office.specimen);
    Some(Problem::SpecimenNumber { number, specimen, right })
}

fn form(office: &Office<'_>, written: &str, parts: Option<&Number>) -> Option<Problem> {
    parts.is_none().then(|| Problem::NumberForm {
        number: written.to_owned(),
        letter: office.is_letter(),
        right: office.right(written).unwrap_or_default(),
        example: office.right("12").unwrap_or_default(),
    })
}

fn of_other_type(office: &Office<'_>, parts: &Number) -> Option<Problem> {
    let (written, kind) = parts.abbreviation.as_deref().zip(office.kind)?;
    let right = schema::abbreviation(kind).filter(|it| *it != written)?;
    let other = schema::type_of_abbreviation(written);
    let word = |it: Option<&str>| Word(format!("doctype-{}", it.unwrap_or("unknown")));
    Some(Problem::NumberType {
        abbr: written.to_owned(),
        type1: word(other),
        type2: word(Some(kind)),
        key: other.unwrap_or_default().to_owned(),
        right: Number { abbreviation: Some(right.to_owned()), ..parts.clone() }.write(),
    })
}

/// What a number of one document has to say.
struct Office<'a> {
    specimen: bool,
    /// The document type, if it is known.
    kind: Option<&'a str>,
    /// The issuer, if it is known.
    issuer: Option<&'a Organization>,
    /// The letters that stand for the unit which answers for the document.
    unit: String,
}

impl<'a> Office<'a> {
    fn of(facts: &Facts<'a>, item: &Item, paper: &'a Paper) -> Self {
        let owner = item.meta.owner.as_ref().and_then(|it| facts.data.unit(&it.value));
        let name = owner.and_then(|it| it.name.get(Language::Vi)).unwrap_or_default();
        Self {
            specimen: facts.project.specimen || item.meta.specimen,
            kind: paper.kind.as_ref().map(|it| it.value.as_str()),
            issuer: paper.issuer.as_ref().and_then(|it| facts.data.organization(&it.value)),
            unit: initials(name),
        }
    }

    fn is_letter(&self) -> bool {
        self.kind == Some("letter")
    }

    /// Whether the parts of a number are what they seem: a letter has no type before its issuer.
    fn may_write(&self, number: &Number) -> bool {
        let is_symbol = self.issuer.is_some_and(|it| it.abbreviations.contains(&number.issuer));
        let is_type =
            number.issuer == "CV" || schema::type_of_abbreviation(&number.issuer).is_some();
        !self.is_letter() || is_symbol || !is_type
    }

    /// The number that was meant, if there is a running number in what was written.
    fn right(&self, written: &str) -> Option<String> {
        let parts: Vec<&str> =
            written.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
        let (numbers, mut words): (Vec<&str>, Vec<&str>) =
            parts.into_iter().partition(|it| it.bytes().all(|it| it.is_ascii_digit()));
        // `M12` is `M-12`.
        words.retain(|it| !it.eq_ignore_ascii_case("M"));
        let glued = words.first().and_then(|it| it.strip_prefix(['M', 'm']));
        let glued = glued.filter(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit()));
        if glued.is_some() {
            words.remove(0);
        }
        let mut numbers = glued.into_iter().chain(numbers);
        let running = numbers.next()?;
        let year = numbers.next().filter(|it| it.len() == 4).and_then(|it| it.parse().ok());
        let issuer = self.take_issuer(&mut words);
        let kind = self.take_kind(&mut words);
        let short = running.trim_start_matches('0');
        let number = Number {
            specimen: self.specimen,
            running: if running.len() == 2 { running } else { short }.to_owned(),
            year: year.filter(|_| !self.is_letter()),
            abbreviation: if self.is_letter() { None } else { Some(kind?) },
            // What is left is the symbol of an issuer that is not known.
            issuer: issuer.or_else(|| words.pop().map(str::to_owned))?,
            unit: self.is_letter().then(|| match words.pop() {
                Some(it) => it.to_owned(),
                None => self.unit.clone(),
            }),
        };
        let right = number.write();
        Number::parse(&right, self.is_letter()).is_some().then_some(right)
    }

    /// The symbol of the issuer, taken out of what was written.
    fn take_issuer(&self, words: &mut Vec<&str>) -> Option<String> {
        let symbols = &self.issuer?.abbreviations;
        let same = |symbol: &String, word: &str| fold::fold(symbol) == fold::fold(word);
        let found = words.iter().position(|word| symbols.iter().any(|it| same(it, word)));
        let word = found.map(|it| words.remove(it));
        let symbol = word.and_then(|word| symbols.iter().find(|it| same(it, word)));
        symbol.or(symbols.first()).cloned()
    }

    /// The abbreviation of the type, taken out of what was written; else that of the document.
    fn take_kind(&self, words: &mut Vec<&str>) -> Option<String> {
        // `CV` is no type in a number, but is often written as one.
        words.retain(|it| !it.eq_ignore_ascii_case("CV"));
        let own = self.kind.and_then(schema::abbreviation).filter(|it| !it.is_empty());
        let all = || own.into_iter().chain(DOCUMENT_TYPES.iter().map(|(_, it)| *it));
        let exact = |word: &&str| all().find(|it| it == word);
        let alike =
            |word: &&str| all().find(|it| !it.is_empty() && fold::fold(it) == fold::fold(word));
        let by = |find: &dyn Fn(&&str) -> Option<&'static str>| {
            words.iter().enumerate().find_map(|(at, it)| Some((at, find(it)?)))
        };
        match by(&exact).or_else(|| by(&alike)) {
            Some((at, kind)) => {
                words.remove(at);
                Some(kind.to_owned())
            }
            None => own.map(str::to_owned),
        }
    }
}

/// The letters that stand for a unit: `Văn phòng` is VP, `Phòng Lãnh sự` is LS.
fn initials(name: &str) -> String {
    let words: Vec<_> = name.split_whitespace().collect();
    let words = match words.as_slice() {
        [first, rest @ ..] if *first == "Phòng" && rest.len() > 1 => rest,
        all => all,
    };
    let letters = words.iter().filter_map(|it| it.chars().next()).filter(|it| it.is_alphabetic());
    let letters: String = letters.flat_map(char::to_uppercase).collect();
    if letters.is_empty() { "VP".to_owned() } else { letters }
}

/// `duplicate-number`: one number, issuer and year in two items.
pub(super) fn duplicates(facts: &Facts<'_>, found: &mut Diagnostics) {
    let mut first = BTreeMap::<(String, i32, String), Span>::new();
    for (_, item) in facts.catalogue.items() {
        let Details::Document(paper) = &item.meta.details else { continue };
        let (Some(number), Some(issuer), Some(day)) = (&paper.number, &paper.issuer, &paper.issued)
        else {
            continue;
        };
        let year = day.value.date().year();
        let key = (issuer.value.clone(), year, number.value.clone());
        if let Some(&other) = first.get(&key) {
            let problem = Problem::DuplicateNumber {
                number: number.value.clone(),
                year: year.to_string(),
                file: facts.sources.path(other.file).to_owned(),
            };
            found.push_related(problem, number.span, other);
        } else {
            first.insert(key, number.span);
        }
    }
}
