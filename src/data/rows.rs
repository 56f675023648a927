//! The keys of each table's rows, and the rows made of them.

use crate::data::{
    Component, Contact, Ddci, Feedback, Gate, Holiday, Instrument, Organization, Price, Role,
    Score, Term, Unit,
};
use crate::diagnostic::Spanned;
use crate::language::{Language, Text};
use crate::schema::{Key, List, Need, Table, Type};

const fn must(name: &'static str, kind: Type, example: &'static str) -> Key {
    Key::new(name, kind, Need::Required, example)
}

const fn may(name: &'static str, kind: Type, example: &'static str) -> Key {
    Key::new(name, kind, Need::Optional, example)
}

const TEXT: &str = "{ vi = \"…\", en = \"…\", zh = \"…\" }";
const WORDS: Type = Type::Array(&Type::Str);

const ORGANIZATION: &[Key] = &[
    must("id", Type::Str, "\"so-mau\""),
    must("name", Type::Text, TEXT),
    must("abbreviations", WORDS, "[\"MAU\"]"),
    must("country", Type::Str, "\"VN\""),
    must("role", Type::Enum(&["own", "provincial", "central", "foreign"]), "\"own\""),
    may("formerly", WORDS, "[\"…\"]"),
];

const CONTACT: &[Key] = &[
    must("role", Type::Text, TEXT),
    may("phone", Type::Str, "\"…\""),
    may("email", Type::Str, "\"…@songoaivu.example\""),
];

const UNIT: &[Key] = &[
    must("id", Type::Str, "\"van-phong\""),
    must("name", Type::Text, TEXT),
    may("head_role", Type::Text, TEXT),
    may("phones", WORDS, "[\"…\"]"),
    may("email", Type::Str, "\"van-phong@songoaivu.example\""),
    may("address", Type::Text, TEXT),
    must("duties", Type::Text, TEXT),
    may("contacts", Type::Tables(CONTACT), "[{ role = { vi = \"…\" } }]"),
];

const INSTRUMENT: &[Key] = &[
    must("number", Type::Str, "\"42/2022/NĐ-CP\""),
    must("type", Type::Str, "\"decree\""),
    must("title", Type::Text, TEXT),
    must("issuer", Type::Id(List::Organizations), "\"chinh-phu\""),
    must("issued", Type::Day, "2022-06-24"),
    may("effective", Type::Date, "2022-08-15"),
    may("expires", Type::Date, "2022-08-14"),
    may("replaced_by", WORDS, "[\"42/2022/NĐ-CP\"]"),
    may("amended_by", WORDS, "[\"92/2017/NĐ-CP\"]"),
    may("url", Type::Str, "\"https://…\""),
    must("verified", Type::Bool, "false"),
];

const PRICE: &[Key] = &[
    must("id", Type::Str, "\"phi-dich-vi-zh\""),
    must("service", Type::Text, TEXT),
    must("unit", Type::Text, TEXT),
    must("amount", Type::Int, "111000"),
    must("currency", Type::Str, "\"VND\""),
    must("vat", Type::Bool, "true"),
    must("from", Type::Date, "2026-01-01"),
    may("to", Type::Date, "2026-12-31"),
    must("basis", Type::Array(&Type::Basis), "[\"42/2022/NĐ-CP\"]"),
    may("note", Type::Text, TEXT),
];

const SCORE: &[Key] = &[
    must("score", Type::Decimal, "8.35"),
    may("rank", Type::Int, "10"),
    may("of", Type::Int, "25"),
    may("note", Type::Remark, TEXT),
];

const COMPONENT: &[Key] = &[
    must("id", Type::Str, "\"minh-bach\""),
    must("vi", Type::Str, "\"…\""),
    may("en", Type::Str, "\"…\""),
    may("zh", Type::Str, "\"…\""),
    may("y2023", Type::Table(SCORE), "{ score = 7.61, rank = 17 }"),
    may("y2024", Type::Table(SCORE), "{ score = 8.35, rank = 10 }"),
    may("y2025", Type::Table(SCORE), "{ score = 8.35, rank = 10 }"),
    may("y2026", Type::Table(SCORE), "{ score = 8.35, rank = 10 }"),
    may("change", Type::Decimal, "0.74"),
];

const OVERALL: &[Key] = &[
    may("y2023", Type::Table(SCORE), "{ score = 79.00, rank = 15, of = 25 }"),
    may("y2024", Type::Table(SCORE), "{ score = 80.17, rank = 11, of = 25 }"),
    may("y2025", Type::Table(SCORE), "{ score = 80.17, rank = 11, of = 25 }"),
    may("y2026", Type::Table(SCORE), "{ score = 80.17, rank = 11, of = 25 }"),
];

const DDCI_SOURCE: &[Key] =
    &[must("number", Type::Str, "\"627/KH-SNgV\""), must("month", Type::Str, "\"2025-04\"")];

const TERM: &[Key] = &[
    must("id", Type::Str, "\"ho-chieu\""),
    must("vi", Type::Str, "\"hộ chiếu\""),
    may("en", Type::Str, "\"passport\""),
    may("zh", Type::Str, "\"护照\""),
    may("zh_hant", WORDS, "[\"護照\"]"),
    may("aliases", WORDS, "[\"…\"]"),
    may("definition", Type::Text, TEXT),
    may("reviewed", Type::Bool, "false"),
];

const CHANNELS: &[&str] = &["form", "email", "phone", "zalo", "meeting", "post"];

const FEEDBACK: &[Key] = &[
    must("ref", Type::Str, "\"PA-2026-001\""),
    must("received", Type::Date, "2026-01-05"),
    must("channel", Type::Enum(CHANNELS), "\"email\""),
    must("topic", Type::Id(List::Topics), "\"logistics\""),
    must("owner", Type::Id(List::Units), "\"van-phong\""),
    may("answered", Type::Date, "2026-01-12"),
    may("outcome", Type::Text, TEXT),
];

const HOLIDAY: &[Key] = &[
    must("date", Type::Date, "2026-09-02"),
    must("name", Type::Text, TEXT),
    may("swapped_for", Type::Date, "2026-08-22"),
];

const GATE: &[Key] = &[
    must("id", Type::Str, "\"cua-khau-mau-1\""),
    must("name", Type::Text, TEXT),
    may("opposite", Type::Text, TEXT),
    may("hours", Type::Str, "\"07:00–17:00\""),
];

const ORGANIZATIONS: &[Key] = &[may("organization", Type::Tables(ORGANIZATION), "")];
const UNITS: &[Key] = &[may("unit", Type::Tables(UNIT), "")];
const INSTRUMENTS: &[Key] = &[may("instrument", Type::Tables(INSTRUMENT), "")];
const PRICES: &[Key] = &[may("price", Type::Tables(PRICE), "")];
const DDCI: &[Key] = &[
    must("verified", Type::Bool, "false"),
    must("source", Type::Table(DDCI_SOURCE), "{ number = \"…\", month = \"2025-04\" }"),
    may("overall", Type::Table(OVERALL), ""),
    may("component", Type::Tables(COMPONENT), ""),
];
const GLOSSARY: &[Key] = &[may("term", Type::Tables(TERM), "")];
const LOG: &[Key] = &[may("entry", Type::Tables(FEEDBACK), "")];
const HOLIDAYS: &[Key] = &[may("holiday", Type::Tables(HOLIDAY), "")];
const GATES: &[Key] = &[may("gate", Type::Tables(GATE), "")];

/// The keys of one file.
pub(super) fn file(name: &str) -> &'static [Key] {
    match name {
        "organizations" => ORGANIZATIONS,
        "units" => UNITS,
        "instruments" => INSTRUMENTS,
        "prices" => PRICES,
        "ddci" => DDCI,
        "glossary" => GLOSSARY,
        "feedback" => LOG,
        "holidays" => HOLIDAYS,
        "gates" => GATES,
        _ => &[],
    }
}

/// The rows that could be understood.
pub(super) fn all<T>(rows: &[Table<'_>], of: impl Fn(&Table<'_>) -> Option<T>) -> Vec<T> {
    rows.iter().filter_map(of).collect()
}

/// What people call the thing of a row: its names in each language and its symbols.
pub(super) fn names(row: &Table<'_>) -> Vec<String> {
    let texts = ["name", "service"].into_iter().filter_map(|it| row.text(it));
    let texts = texts.flat_map(|it| it.value.0.into_iter().flatten());
    let own = spread(row).0.into_iter().flatten();
    texts.chain(own).chain(values(row, "abbreviations")).chain(values(row, "formerly")).collect()
}

fn value(row: &Table<'_>, key: &str) -> String {
    row.str(key).map(|it| it.value).unwrap_or_default()
}

fn text(row: &Table<'_>, key: &str) -> Text {
    row.text(key).map(|it| it.value).unwrap_or_default()
}

fn values(row: &Table<'_>, key: &str) -> Vec<String> {
    row.strs(key).into_iter().map(|it| it.value).collect()
}

fn is(row: &Table<'_>, key: &str) -> bool {
    row.bool(key).is_some_and(|it| it.value)
}

/// A text whose languages are keys of the row itself.
fn spread(row: &Table<'_>) -> Text {
    Text(Language::ALL.map(|it| Some(row.str(it.code())?.value)))
}

pub(super) fn organization(row: &Table<'_>) -> Option<Organization> {
    let role = match row.str("role")?.value.as_str() {
        "own" => Role::Own,
        "provincial" => Role::Provincial,
        "central" => Role::Central,
        "foreign" => Role::Foreign,
        _ => return None,
    };
    Some(Organization {
        id: row.str("id")?,
        name: text(row, "name"),
        abbreviations: values(row, "abbreviations"),
        country: value(row, "country"),
        role,
        formerly: values(row, "formerly"),
    })
}

pub(super) fn unit(row: &Table<'_>) -> Option<Unit> {
    let contact = |it: &Table<'_>| Contact {
        role: text(it, "role"),
        phone: value(it, "phone"),
        email: value(it, "email"),
    };
    Some(Unit {
        id: row.str("id")?,
        name: text(row, "name"),
        head_role: text(row, "head_role"),
        phones: values(row, "phones"),
        email: value(row, "email"),
        address: text(row, "address"),
        duties: text(row, "duties"),
        contacts: row.tables("contacts").iter().map(contact).collect(),
    })
}

pub(super) fn instrument(row: &Table<'_>) -> Option<Instrument> {
    Some(Instrument {
        number: row.str("number")?,
        kind: value(row, "type"),
        title: text(row, "title"),
        issuer: value(row, "issuer"),
        issued: row.day("issued").map(|it| it.value),
        effective: row.date("effective").map(|it| it.value),
        expires: row.date("expires").map(|it| it.value),
        replaced_by: values(row, "replaced_by"),
        amended_by: values(row, "amended_by"),
        url: value(row, "url"),
        verified: is(row, "verified"),
    })
}

pub(super) fn price(row: &Table<'_>) -> Option<Price> {
    Some(Price {
        id: row.str("id")?,
        service: text(row, "service"),
        unit: text(row, "unit"),
        amount: row.int("amount")?.value,
        currency: value(row, "currency"),
        vat: is(row, "vat"),
        from: row.date("from")?.value,
        to: row.date("to").map(|it| it.value),
        basis: row.strs("basis"),
        note: text(row, "note"),
    })
}

/// `8.35` as 835: the table prints two decimals, and sums of them must be exact.
fn hundredths(text: &str) -> Option<i64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |it| (-1, it));
    let digits = digits.trim_start_matches('+');
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let part = format!("{part:0<2}");
    let known = part.len() == 2 || part[2..].bytes().all(|it| it == b'0');
    let value = whole.parse::<i64>().ok()? * 100 + part.get(..2)?.parse::<i64>().ok()?;
    known.then_some(sign * value)
}

fn score(table: &Table<'_>) -> Option<Score> {
    Some(Score {
        hundredths: hundredths(&table.decimal("score")?.value)?,
        rank: table.int("rank").map(|it| it.value),
        of: table.int("of").map(|it| it.value),
        note: text(table, "note"),
    })
}

fn years(table: &Table<'_>) -> std::collections::BTreeMap<i32, Score> {
    let year = |it: Spanned<&str>| {
        let year = it.value.strip_prefix('y')?.parse().ok()?;
        Some((year, score(&table.table(it.value)?)?))
    };
    table.keys().into_iter().filter_map(year).collect()
}

pub(super) fn ddci(table: &Table<'_>) -> Ddci {
    let source = table.table("source");
    let of_source = |key| source.map(|it| value(&it, key)).unwrap_or_default();
    Ddci {
        span: table.value_span("verified"),
        verified: is(table, "verified"),
        source_number: of_source("number"),
        source_month: of_source("month"),
        overall: table.table("overall").map(|it| years(&it)).unwrap_or_default(),
        components: all(&table.tables("component"), component),
    }
}

fn component(row: &Table<'_>) -> Option<Component> {
    let change = row.decimal("change");
    let change =
        change.and_then(|it| Some(Spanned { value: hundredths(&it.value)?, span: it.span }));
    Some(Component { id: row.str("id")?, name: spread(row), years: years(row), change })
}

pub(super) fn term(row: &Table<'_>) -> Option<Term> {
    Some(Term {
        id: row.str("id")?,
        name: spread(row),
        zh_hant: values(row, "zh_hant"),
        aliases: row.strs("aliases"),
        definition: text(row, "definition"),
        reviewed: is(row, "reviewed"),
        spans: Language::ALL.map(|it| Some(row.str(it.code())?.span)),
    })
}

pub(super) fn feedback(row: &Table<'_>) -> Option<Feedback> {
    Some(Feedback {
        reference: row.str("ref")?,
        received: row.date("received")?.value,
        channel: value(row, "channel"),
        topic: value(row, "topic"),
        owner: value(row, "owner"),
        answered: row.date("answered"),
        outcome: text(row, "outcome"),
    })
}

pub(super) fn holiday(row: &Table<'_>) -> Option<Holiday> {
    Some(Holiday {
        date: row.date("date")?.value,
        name: text(row, "name"),
        swapped_for: row.date("swapped_for").map(|it| it.value),
    })
}

pub(super) fn gate(row: &Table<'_>) -> Option<Gate> {
    Some(Gate {
        id: row.str("id")?,
        name: text(row, "name"),
        opposite: text(row, "opposite"),
        hours: value(row, "hours"),
    })
}

#[cfg(test)]
mod tests {
    use super::hundredths;

    #[test]
    fn scores_are_exact() {
        assert_eq!(hundredths("8.35"), Some(835));
        assert_eq!(hundredths("10.0"), Some(1000));
        assert_eq!(hundredths("-3.6"), Some(-360));
        assert_eq!(hundredths("8"), Some(800));
        assert_eq!(hundredths("8.355"), None);
    }
}
