//! The tables of `content/data/`, understood: organisations, prices, instruments and the rest.

mod rows;

use std::collections::{BTreeMap, BTreeSet};

use crate::date::{Date, Day, WorkingDays};
use crate::diagnostic::{Diagnostics, FileId, Span, Spanned};
use crate::language::Text;
use crate::schema::{self, Known, List, Parsed, Table};

/// All tables, each in the order of its file.
#[derive(Debug, Default)]
pub struct Data {
    /// Issuers and parties.
    pub organizations: Vec<Organization>,
    /// Units of the office.
    pub units: Vec<Unit>,
    /// Instruments that items rely on, by number.
    pub instruments: BTreeMap<String, Instrument>,
    /// Prices with their periods.
    pub prices: Vec<Price>,
    /// Scores of the competitiveness index.
    pub ddci: Option<Ddci>,
    /// Terms.
    pub glossary: Vec<Term>,
    /// The public log of what people said.
    pub feedback: Vec<Feedback>,
    /// Days off and days worked instead.
    pub working_days: WorkingDays,
    /// Names of the holidays, for the published table.
    pub holidays: Vec<Holiday>,
    /// Border gates.
    pub gates: Vec<Gate>,
    /// Files that are there but could not be read, which was reported.
    pub unread: BTreeSet<&'static str>,
}

/// One organisation.
#[derive(Debug)]
pub struct Organization {
    /// The id.
    pub id: Spanned<String>,
    /// The name.
    pub name: Text,
    /// Symbols in document numbers.
    pub abbreviations: Vec<String>,
    /// The country, ISO 3166-1 alpha-2.
    pub country: String,
    /// What it is to the office.
    pub role: Role,
    /// Former names.
    pub formerly: Vec<String>,
}

/// What an organisation is to the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The office itself, or a part of it.
    Own,
    /// A body of the province.
    Provincial,
    /// A body of the state.
    Central,
    /// A body of another country.
    Foreign,
}

/// One unit of the office.
#[derive(Debug)]
pub struct Unit {
    /// The id.
    pub id: Spanned<String>,
    /// The name.
    pub name: Text,
    /// The title of its head.
    pub head_role: Text,
    /// Telephone numbers.
    pub phones: Vec<String>,
    /// The e-mail address.
    pub email: String,
    /// The postal address.
    pub address: Text,
    /// What it does.
    pub duties: Text,
    /// Whom to ask.
    pub contacts: Vec<Contact>,
}

/// One contact of a unit, by role.
#[derive(Debug)]
pub struct Contact {
    /// The role.
    pub role: Text,
    /// A telephone number.
    pub phone: String,
    /// An e-mail address.
    pub email: String,
}

/// One legal instrument.
#[derive(Debug)]
pub struct Instrument {
    /// The number, which is its key.
    pub number: Spanned<String>,
    /// The document type.
    pub kind: String,
    /// The title.
    pub title: Text,
    /// Who issued it.
    pub issuer: String,
    /// When.
    pub issued: Option<Day>,
    /// From when it holds.
    pub effective: Option<Date>,
    /// Until when it holds.
    pub expires: Option<Date>,
    /// What replaced it.
    pub replaced_by: Vec<String>,
    /// What amended it.
    pub amended_by: Vec<String>,
    /// Where its text stands.
    pub url: String,
    /// Whether the row was compared with the original.
    pub verified: bool,
}

/// One price in one period.
#[derive(Debug)]
pub struct Price {
    /// The id, shared by the periods of one price.
    pub id: Spanned<String>,
    /// What is paid for.
    pub service: Text,
    /// Per what.
    pub unit: Text,
    /// How much.
    pub amount: i64,
    /// The currency, ISO 4217.
    pub currency: String,
    /// Whether value added tax is included.
    pub vat: bool,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Option<Date>,
    /// The instruments that set it.
    pub basis: Vec<Spanned<String>>,
    /// A remark.
    pub note: Text,
}

/// The competitiveness index of departments.
#[derive(Debug)]
pub struct Ddci {
    /// Where the table stands.
    pub span: Span,
    /// Whether the figures were compared with the original.
    pub verified: bool,
    /// The number of the report they come from.
    pub source_number: String,
    /// The month of that report.
    pub source_month: String,
    /// The whole index, by year.
    pub overall: BTreeMap<i32, Score>,
    /// Its components.
    pub components: Vec<Component>,
}

/// One score of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// The score in hundredths of a point.
    pub hundredths: i64,
    /// The rank.
    pub rank: Option<i64>,
    /// Among how many.
    pub of: Option<i64>,
    /// What is doubtful about it.
    pub note: Text,
}

/// One component of the index.
#[derive(Debug)]
pub struct Component {
    /// The id.
    pub id: Spanned<String>,
    /// The name.
    pub name: Text,
    /// Scores by year.
    pub years: BTreeMap<i32, Score>,
    /// The change that the source prints, in hundredths of a point.
    pub change: Option<Spanned<i64>>,
}

/// One term of the glossary.
#[derive(Debug)]
pub struct Term {
    /// The id.
    pub id: Spanned<String>,
    /// The term.
    pub name: Text,
    /// Traditional Chinese forms.
    pub zh_hant: Vec<String>,
    /// Other forms.
    pub aliases: Vec<Spanned<String>>,
    /// What it means.
    pub definition: Text,
    /// Whether a responsible person has read it.
    pub reviewed: bool,
    /// Where each form stands.
    pub spans: [Option<Span>; 3],
}

/// One row of the feedback log.
#[derive(Debug)]
pub struct Feedback {
    /// The reference.
    pub reference: Spanned<String>,
    /// When it came.
    pub received: Date,
    /// By which way.
    pub channel: String,
    /// About what.
    pub topic: String,
    /// Which unit answers.
    pub owner: String,
    /// When it was answered.
    pub answered: Option<Spanned<Date>>,
    /// What came of it.
    pub outcome: Text,
}

/// One day off.
#[derive(Debug)]
pub struct Holiday {
    /// The day.
    pub date: Date,
    /// Its name.
    pub name: Text,
    /// The day worked instead.
    pub swapped_for: Option<Date>,
}

/// One border gate.
#[derive(Debug)]
pub struct Gate {
    /// The id.
    pub id: Spanned<String>,
    /// The name.
    pub name: Text,
    /// The gate on the other side.
    pub opposite: Text,
    /// When it is open.
    pub hours: String,
}

/// The parsed files of `content/data/`, before anything is understood.
#[derive(Debug, Default)]
pub struct Tables<'a> {
    parsed: BTreeMap<&'static str, Parsed<'a>>,
    /// Files that are there but could not be read.
    unread: BTreeSet<&'static str>,
}

/// The files, the name of their rows, and the list that the rows' ids make.
const FILES: &[(&str, &str, Option<List>)] = &[
    ("organizations", "organization", Some(List::Organizations)),
    ("units", "unit", Some(List::Units)),
    ("instruments", "instrument", None),
    ("prices", "price", Some(List::Prices)),
    ("ddci", "component", Some(List::Components)),
    ("glossary", "term", None),
    ("feedback", "entry", None),
    ("holidays", "holiday", None),
    ("gates", "gate", Some(List::Gates)),
];

/// The file names of `content/data/`, without their ending.
pub fn names() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(name, ..)| *name)
}

impl<'a> Tables<'a> {
    /// Parses the files that exist; `texts` gives the path's file and text, which is none where
    /// the file was refused.
    pub fn read(
        texts: impl IntoIterator<Item = (FileId, &'a str, Option<&'a str>)>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut tables = Self::default();
        for (file, path, text) in texts {
            let name = path.strip_prefix("content/data/").and_then(|it| it.strip_suffix(".toml"));
            let Some((name, ..)) = FILES.iter().find(|(it, ..)| Some(*it) == name) else {
                continue;
            };
            let place = |it: &str| Span::new(file, 0..it.len());
            match text.and_then(|it| Parsed::read(it, place(it), diagnostics)) {
                Some(parsed) => _ = tables.parsed.insert(name, parsed),
                None => _ = tables.unread.insert(name),
            }
        }
        tables
    }

    /// The ids that the rows declare.
    pub fn known(&self) -> Known {
        let mut known = Known::default();
        for (name, row, list) in FILES {
            let Some(list) = list else { continue };
            let ids = self.rows(name, row).into_iter().filter_map(|it| Some(it.str("id")?.value));
            known.add(*list, ids.collect::<Vec<_>>());
            for it in self.rows(name, row) {
                if let Some(id) = it.str("id") {
                    known.call(*list, &id.value, rows::names(&it));
                }
            }
            if self.unread.contains(name) {
                known.open(*list);
            }
        }
        known
    }

    fn rows(&self, name: &str, row: &str) -> Vec<Table<'_>> {
        self.parsed.get(name).map(|it| it.table().tables(row)).unwrap_or_default()
    }

    fn table(&self, name: &str) -> Option<Table<'_>> {
        self.parsed.get(name).map(Parsed::table)
    }
}

impl Data {
    /// Understands the tables.
    pub fn parse(tables: &Tables<'_>, known: &Known, diagnostics: &mut Diagnostics) -> Self {
        for (name, _, _) in FILES {
            if let Some(table) = tables.table(name) {
                schema::check(table, rows::file(name), known, diagnostics);
            }
        }
        let rows = |name: &str, row: &str| tables.rows(name, row);
        let holidays = rows::all(&rows("holidays", "holiday"), rows::holiday);
        Self {
            organizations: rows::all(&rows("organizations", "organization"), rows::organization),
            units: rows::all(&rows("units", "unit"), rows::unit),
            instruments: rows::all(&rows("instruments", "instrument"), rows::instrument)
                .into_iter()
                .map(|it| (it.number.value.clone(), it))
                .collect(),
            prices: rows::all(&rows("prices", "price"), rows::price),
            ddci: tables.table("ddci").map(|it| rows::ddci(&it)),
            glossary: rows::all(&rows("glossary", "term"), rows::term),
            feedback: rows::all(&rows("feedback", "entry"), rows::feedback),
            working_days: WorkingDays {
                holidays: holidays.iter().map(|it| it.date).collect(),
                worked: holidays.iter().filter_map(|it| it.swapped_for).collect(),
            },
            holidays,
            gates: rows::all(&rows("gates", "gate"), rows::gate),
            unread: tables.unread.clone(),
        }
    }

    /// The names of the tables that have rows: those that are published as files.
    pub fn published(&self) -> Vec<&'static str> {
        let rows = |name: &str| match name {
            "organizations" => self.organizations.len(),
            "units" => self.units.len(),
            "instruments" => self.instruments.len(),
            "prices" => self.prices.len(),
            "ddci" => self.ddci.as_ref().map_or(0, |it| it.components.len()),
            "glossary" => self.glossary.len(),
            "feedback" => self.feedback.len(),
            "holidays" => self.holidays.len(),
            "gates" => self.gates.len(),
            _ => 0,
        };
        names().filter(|it| rows(it) > 0).collect()
    }

    /// The organisation with an id.
    pub fn organization(&self, id: &str) -> Option<&Organization> {
        self.organizations.iter().find(|it| it.id.value == id)
    }

    /// The unit with an id.
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.units.iter().find(|it| it.id.value == id)
    }

    /// The gate with an id.
    pub fn gate(&self, id: &str) -> Option<&Gate> {
        self.gates.iter().find(|it| it.id.value == id)
    }

    /// The price with an id that holds on a day.
    pub fn price(&self, id: &str, day: Date) -> Option<&Price> {
        let holds = |it: &&Price| it.from <= day && it.to.is_none_or(|to| day <= to);
        self.prices.iter().filter(|it| it.id.value == id).find(holds)
    }
}
