//! The tables of `content/data/` as files: one list of columns for JSON and CSV, machine values,
//! a text in a column for each language. Contacts of persons are left out.

#[cfg(test)]
mod tests;

use serde::{Serialize, Serializer, ser::SerializeMap};

use crate::catalogue::routes::Grid;
use crate::data::{Data, Role, Score};
use crate::language::{Language, Text};

/// The version of the format of the JSON files.
const VERSION: u32 = 1;

/// One table.
#[derive(Debug)]
pub(super) struct Table {
    name: &'static str,
    columns: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

/// One value.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Cell {
    /// Nothing was written.
    None,
    Text(String),
    Number(i64),
    /// A number of hundredths.
    Hundredths(i64),
    Bool(bool),
    List(Vec<String>),
}

/// A table as a file.
pub(super) fn file(data: &Data, name: &'static str, grid: Grid) -> String {
    let table = table(data, name);
    match grid {
        Grid::Json => table.json(),
        Grid::Csv => table.csv(),
    }
}

/// A row under construction: values with the names of their columns.
#[derive(Default)]
struct Row(Vec<(String, Cell)>);

impl Row {
    fn with(mut self, name: &str, cell: Cell) -> Self {
        self.0.push((name.to_owned(), cell));
        self
    }

    fn text(self, name: &str, text: &str) -> Self {
        let cell = if text.is_empty() { Cell::None } else { Cell::Text(text.to_owned()) };
        self.with(name, cell)
    }

    fn printed(self, name: &str, value: Option<impl std::fmt::Display>) -> Self {
        self.with(name, value.map_or(Cell::None, |it| Cell::Text(it.to_string())))
    }

    fn number(self, name: &str, value: Option<i64>) -> Self {
        self.with(name, value.map_or(Cell::None, Cell::Number))
    }

    fn list(self, name: &str, values: &[String]) -> Self {
        self.with(name, Cell::List(values.to_vec()))
    }

    /// A text in a column for each language: `name_vi`, `name_en`, `name_zh`.
    fn words(self, name: &str, text: &Text) -> Self {
        Language::ALL.into_iter().fold(self, |row, it| {
            row.text(&format!("{name}_{}", it.code()), text.get(it).unwrap_or_default())
        })
    }
}

fn table(data: &Data, name: &'static str) -> Table {
    let rows: Vec<Row> = match name {
        "organizations" => data.organizations.iter().map(organization).collect(),
        "units" => data.units.iter().map(unit).collect(),
        "instruments" => data.instruments.values().map(instrument).collect(),
        "prices" => data.prices.iter().map(price).collect(),
        "ddci" => data.ddci.as_ref().map(ddci).unwrap_or_default(),
        "glossary" => data.glossary.iter().map(term).collect(),
        "feedback" => data.feedback.iter().map(feedback).collect(),
        "holidays" => data.holidays.iter().map(holiday).collect(),
        "gates" => data.gates.iter().map(gate).collect(),
        _ => Vec::new(),
    };
    let columns = rows.first().map(|it| it.0.iter().map(|(name, _)| name.clone()).collect());
    let cells = |it: Row| it.0.into_iter().map(|(_, cell)| cell).collect();
    Table {
        name,
        columns: columns.unwrap_or_default(),
        rows: rows.into_iter().map(cells).collect(),
    }
}

fn organization(it: &crate::data::Organization) -> Row {
    let role = match it.role {
        Role::Own => "own",
        Role::Provincial => "provincial",
        Role::Central => "central",
        Role::Foreign => "foreign",
    };
    Row::default()
        .text("id", &it.id.value)
        .words("name", &it.name)
        .list("abbreviations", &it.abbreviations)
        .text("country", &it.country)
        .text("role", role)
        .list("formerly", &it.formerly)
}

/// A unit without its contacts: they are persons.
fn unit(it: &crate::data::Unit) -> Row {
    Row::default()
        .text("id", &it.id.value)
        .words("name", &it.name)
        .words("head_role", &it.head_role)
        .list("phones", &it.phones)
        .text("email", &it.email)
        .words("address", &it.address)
        .words("duties", &it.duties)
}

fn instrument(it: &crate::data::Instrument) -> Row {
    Row::default()
        .text("number", &it.number.value)
        .text("type", &it.kind)
        .words("title", &it.title)
        .text("issuer", &it.issuer)
        .printed("issued", it.issued)
        .printed("effective", it.effective)
        .printed("expires", it.expires)
        .list("replaced_by", &it.replaced_by)
        .list("amended_by", &it.amended_by)
        .text("url", &it.url)
        .with("verified", Cell::Bool(it.verified))
}

fn price(it: &crate::data::Price) -> Row {
    let basis: Vec<_> = it.basis.iter().map(|it| it.value.clone()).collect();
    Row::default()
        .text("id", &it.id.value)
        .words("service", &it.service)
        .words("unit", &it.unit)
        .number("amount", Some(it.amount))
        .text("currency", &it.currency)
        .with("vat", Cell::Bool(it.vat))
        .printed("from", Some(it.from))
        .printed("to", it.to)
        .list("basis", &basis)
        .words("note", &it.note)
}

/// A row for each component and year; the whole index is the component `overall`.
fn ddci(it: &crate::data::Ddci) -> Vec<Row> {
    let row = |id: &str, name: &Text, year: i32, score: &Score, change: Option<i64>| {
        Row::default()
            .text("id", id)
            .words("name", name)
            .number("year", Some(year.into()))
            .with("score", Cell::Hundredths(score.hundredths))
            .number("rank", score.rank)
            .number("of", score.of)
            .with("printed_change", change.map_or(Cell::None, Cell::Hundredths))
            .words("note", &score.note)
            .text("source_number", &it.source_number)
            .text("source_month", &it.source_month)
            .with("verified", Cell::Bool(it.verified))
    };
    let none = Text::default();
    let overall = it.overall.iter().map(|(year, score)| row("overall", &none, *year, score, None));
    let components = it.components.iter().flat_map(|component| {
        // The source prints the change to the last year once.
        let last = component.years.keys().next_back().copied();
        component.years.iter().map(move |(year, score)| {
            let change = component.change.as_ref().filter(|_| last == Some(*year));
            (component, *year, score, change.map(|it| it.value))
        })
    });
    let of = |(it, year, score, change): (&crate::data::Component, _, _, _)| {
        row(&it.id.value, &it.name, year, score, change)
    };
    overall.chain(components.map(of)).collect()
}

fn term(it: &crate::data::Term) -> Row {
    let aliases: Vec<_> = it.aliases.iter().map(|it| it.value.clone()).collect();
    Row::default()
        .text("id", &it.id.value)
        .words("name", &it.name)
        .list("zh_hant", &it.zh_hant)
        .list("aliases", &aliases)
        .words("definition", &it.definition)
        .with("reviewed", Cell::Bool(it.reviewed))
}

fn feedback(it: &crate::data::Feedback) -> Row {
    Row::default()
        .text("ref", &it.reference.value)
        .printed("received", Some(it.received))
        .text("channel", &it.channel)
        .text("topic", &it.topic)
        .text("owner", &it.owner)
        .printed("answered", it.answered.as_ref().map(|it| it.value))
        .words("outcome", &it.outcome)
}

fn holiday(it: &crate::data::Holiday) -> Row {
    Row::default()
        .printed("date", Some(it.date))
        .words("name", &it.name)
        .printed("swapped_for", it.swapped_for)
}

fn gate(it: &crate::data::Gate) -> Row {
    Row::default()
        .text("id", &it.id.value)
        .words("name", &it.name)
        .words("opposite", &it.opposite)
        .text("hours", &it.hours)
}

impl Table {
    fn json(&self) -> String {
        let rows = self.rows.iter().map(|cells| Object { columns: &self.columns, cells });
        let whole = Whole { version: VERSION, table: self.name, rows: rows.collect() };
        let mut json = serde_json::to_string_pretty(&whole).unwrap_or_default();
        json.push('\n');
        json
    }

    /// RFC 4180, in UTF-8 with its mark: without it spreadsheets take Vietnamese for something
    /// else.
    fn csv(&self) -> String {
        let mut csv = String::from("\u{feff}");
        record(&mut csv, self.columns.iter().cloned());
        for row in &self.rows {
            record(&mut csv, row.iter().map(Cell::plain));
        }
        csv
    }
}

fn record(csv: &mut String, fields: impl Iterator<Item = String>) {
    for (at, mut field) in fields.enumerate() {
        if at > 0 {
            csv.push(',');
        }
        // A spreadsheet would take it for a formula: a telephone number, or worse.
        if field.starts_with(['=', '+', '@', '\t', '\r']) {
            field.insert(0, '\'');
        }
        if field.contains([',', '"', '\r', '\n']) {
            csv.extend(["\"", &field.replace('"', "\"\""), "\""]);
        } else {
            csv.push_str(&field);
        }
    }
    csv.push_str("\r\n");
}

impl Cell {
    /// As it stands in CSV.
    fn plain(&self) -> String {
        match self {
            Self::None => String::new(),
            Self::Text(it) => it.clone(),
            Self::Number(it) => it.to_string(),
            Self::Hundredths(it) => decimal(*it),
            Self::Bool(it) => it.to_string(),
            Self::List(it) => it.join("; "),
        }
    }
}

/// `835` as `8.35`.
fn decimal(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let digits = hundredths.unsigned_abs();
    format!("{sign}{}.{:02}", digits / 100, digits % 100)
}

#[derive(Serialize)]
struct Whole<'a> {
    version: u32,
    table: &'a str,
    rows: Vec<Object<'a>>,
}

/// A row as an object in the order of the columns.
struct Object<'a> {
    columns: &'a [String],
    cells: &'a [Cell],
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.columns.len()))?;
        for (name, cell) in self.columns.iter().zip(self.cells) {
            map.serialize_entry(name, cell)?;
        }
        map.end()
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::None => serializer.serialize_none(),
            Self::Text(it) => serializer.serialize_str(it),
            Self::Number(it) => serializer.serialize_i64(*it),
            // Two decimals are a number that every reader takes for the same.
            Self::Hundredths(it) => match decimal(*it).parse::<f64>() {
                Ok(number) => serializer.serialize_f64(number),
                Err(_) => serializer.serialize_none(),
            },
            Self::Bool(it) => serializer.serialize_bool(*it),
            Self::List(it) => it.serialize(serializer),
        }
    }
}
