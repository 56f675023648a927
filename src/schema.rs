//! Closed schemas: tables of TOML read against a list of the keys they may hold.
//!
//! [`check`] reports everything that cannot be understood; [`Table`] then gives the values that
//! could, each with its place. So parsing reports, and whoever reads values need not.

mod check;
mod meant;
mod slip;

use std::collections::{BTreeMap, BTreeSet};

use toml::de::{DeTable, DeValue};
use toml::value::{Datetime, Offset};

pub use check::{check, label, meant_key, meant_keys, missing};
pub use meant::word as meant_word;

use crate::date::{Date, Day, Moment};
use crate::diagnostic::problem::Word;
use crate::diagnostic::{Diagnostics, Span, Spanned};
use crate::language::{Language, Text, fold};

/// One key of a table.
#[derive(Debug)]
pub struct Key {
    /// The key, as it is written.
    pub name: &'static str,
    /// The message that names it; empty = `key-<name>`. One name may mean two things in two kinds.
    pub label: &'static str,
    /// The beginning of the messages that name the values of an enumeration, with its hyphen.
    pub words: &'static str,
    /// What it may hold.
    pub kind: Type,
    /// Whether it must be there.
    pub need: Need,
    /// A value as it may be written, shown when another one does not fit.
    pub example: &'static str,
}

impl Key {
    /// A key whose label follows from its name.
    pub const fn new(name: &'static str, kind: Type, need: Need, example: &'static str) -> Self {
        Self { name, label: "", words: "", kind, need, example }
    }

    /// The same key again: what a list in a constant needs.
    pub(crate) const fn copy(&self) -> Self {
        Self { ..*self }
    }

    /// The key with a label of its own.
    #[must_use]
    pub const fn called(self, label: &'static str) -> Self {
        Self { label, ..self }
    }

    /// The key with the messages that name its values.
    #[must_use]
    pub const fn worded(self, words: &'static str) -> Self {
        Self { words, ..self }
    }

    /// The message that names it.
    pub fn label(&self) -> Word {
        if self.label.is_empty() { label(self.name) } else { Word(self.label.to_owned()) }
    }
}

/// Whether a key must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Always.
    Required,
    /// Depends on other keys, or never.
    Optional,
}

/// What a key may hold.
#[derive(Debug, Clone, Copy)]
pub enum Type {
    /// Any text that is not empty.
    Str,
    /// Any text, the empty one too.
    Blank,
    /// A day, or a month in quotation marks.
    Day,
    /// A day.
    Date,
    /// A moment with its offset.
    Moment,
    /// `true` or `false`.
    Bool,
    /// A whole number that is not negative.
    Int,
    /// Any number.
    Decimal,
    /// A text in some languages; the first language is required.
    Text,
    /// A text in some languages, or one text for all of them.
    Remark,
    /// One of these words.
    Enum(&'static [&'static str]),
    /// The id of a row of a data file or table of the settings.
    Id(List),
    /// `section/slug` of an item. Joined later, by the catalogue.
    Ref,
    /// An instrument's number or `section/slug`. Joined later.
    Basis,
    /// A row's id, or one of these words.
    IdOr(List, List, &'static [&'static str]),
    /// The name of a file in the same folder.
    File,
    /// A list of values of one type.
    Array(&'static Type),
    /// `[label, value]` pairs.
    Pairs,
    /// A table of its own.
    Table(&'static [Key]),
    /// A list of tables.
    Tables(&'static [Key]),
    /// Named tables, each with these keys.
    Named(&'static [Key]),
    /// Named values of one type.
    Map(&'static Type),
}

/// A list of ids that keys refer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// `content/data/organizations.toml`.
    Organizations,
    /// `content/data/units.toml`.
    Units,
    /// `content/data/gates.toml`.
    Gates,
    /// `content/data/prices.toml`.
    Prices,
    /// The components of `content/data/ddci.toml`.
    Components,
    /// `[topics]` of `condau.toml`.
    Topics,
}

impl List {
    /// Where the ids of the list stand.
    pub fn place(self) -> &'static str {
        match self {
            Self::Organizations => "content/data/organizations.toml",
            Self::Units => "content/data/units.toml",
            Self::Gates => "content/data/gates.toml",
            Self::Prices => "content/data/prices.toml",
            Self::Components => "content/data/ddci.toml",
            Self::Topics => "condau.toml [topics]",
        }
    }
}

/// The ids that exist, by list.
#[derive(Debug, Default)]
pub struct Known {
    ids: BTreeMap<List, BTreeSet<String>>,
    /// What else the rows are called, folded, with their ids.
    names: BTreeMap<List, Vec<(String, String)>>,
    /// Lists whose file could not be read, which was reported: any id may be in them.
    open: BTreeSet<List>,
}

impl Known {
    /// Adds the ids of one list.
    pub fn add(&mut self, list: List, ids: impl IntoIterator<Item = String>) {
        self.ids.entry(list).or_default().extend(ids);
    }

    /// Adds what a row is called besides its id: a name in some language, a symbol.
    pub fn call(&mut self, list: List, id: &str, names: impl IntoIterator<Item = String>) {
        let names = names.into_iter().map(|it| (fold::fold(it.trim()), id.to_owned()));
        self.names.entry(list).or_default().extend(names);
    }

    /// Takes any id for one of a list.
    pub fn open(&mut self, list: List) {
        self.open.insert(list);
    }

    fn ids(&self, list: List) -> impl Iterator<Item = &str> + Clone {
        self.ids.get(&list).into_iter().flatten().map(String::as_str)
    }

    fn has(&self, list: List, id: &str) -> bool {
        self.open.contains(&list) || self.ids.get(&list).is_some_and(|it| it.contains(id))
    }
}

/// A parsed TOML text, with the place of each value.
#[derive(Debug)]
pub struct Parsed<'a> {
    root: toml::Spanned<DeTable<'a>>,
    place: Span,
}

impl<'a> Parsed<'a> {
    /// Parses the TOML text that stands at `place`. Syntax errors are reported; what could still
    /// be read is given only if there were none, so that one slip is one problem.
    pub fn read(text: &'a str, place: Span, diagnostics: &mut Diagnostics) -> Option<Self> {
        match DeTable::parse(text) {
            Ok(root) => Some(Self { root, place }),
            Err(error) => {
                let span = error.span().unwrap_or(0..0);
                let end = span.end.min(text.len()).max(span.start);
                let problem = slip::problem(text, span.start, error.message());
                diagnostics.push(problem, place.part(span.start..end));
                None
            }
        }
    }

    /// The whole text as a table.
    pub fn table(&self) -> Table<'_> {
        Table { values: self.root.get_ref(), span: self.place, base: self.place }
    }
}

/// One table and the places of its values.
#[derive(Debug, Clone, Copy)]
pub struct Table<'a> {
    values: &'a DeTable<'a>,
    span: Span,
    /// The place of the whole parsed text: what the parser's offsets count from.
    base: Span,
}

impl<'a> Table<'a> {
    /// The place of the table.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The keys in the order in which they were written, with their places.
    pub fn keys(&self) -> Vec<Spanned<&'a str>> {
        let mut keys: Vec<_> = self
            .values
            .iter()
            .map(|(key, _)| Spanned { value: &**key.get_ref(), span: self.base.part(key.span()) })
            .collect();
        keys.sort_by_key(|it| it.span);
        keys
    }

    /// Whether the key was written, whatever it holds.
    pub fn has(&self, key: &str) -> bool {
        self.values.contains_key(key)
    }

    /// The place of a key.
    pub fn key_span(&self, key: &str) -> Option<Span> {
        self.keys().into_iter().find(|it| it.value == key).map(|it| it.span)
    }

    /// The place of a value, or of the table where it is not.
    pub fn value_span(&self, key: &str) -> Span {
        self.value(key).map_or(self.span, |it| self.base.part(it.span()))
    }

    fn value(&self, key: &str) -> Option<&'a toml::Spanned<DeValue<'a>>> {
        self.values.get(key)
    }

    fn read<T>(&self, key: &str, of: impl Fn(&'a DeValue<'a>) -> Option<T>) -> Option<Spanned<T>> {
        let value = self.value(key)?;
        Some(Spanned { value: of(value.get_ref())?, span: self.base.part(value.span()) })
    }

    /// A text that is not empty.
    pub fn str(&self, key: &str) -> Option<Spanned<String>> {
        self.read(key, |it| it.as_str().filter(|it| !it.trim().is_empty()).map(str::to_owned))
    }

    /// A day.
    pub fn date(&self, key: &str) -> Option<Spanned<Date>> {
        self.read(key, |it| date(it.as_datetime()?))
    }

    /// A day or a month.
    pub fn day(&self, key: &str) -> Option<Spanned<Day>> {
        self.read(key, day)
    }

    /// A moment.
    pub fn moment(&self, key: &str) -> Option<Spanned<Moment>> {
        self.read(key, |it| moment(it.as_datetime()?))
    }

    /// Yes or no.
    pub fn bool(&self, key: &str) -> Option<Spanned<bool>> {
        self.read(key, DeValue::as_bool)
    }

    /// A whole number.
    pub fn int(&self, key: &str) -> Option<Spanned<i64>> {
        self.read(key, int)
    }

    /// A number as it was written, without `_`.
    pub fn decimal(&self, key: &str) -> Option<Spanned<String>> {
        self.read(key, decimal)
    }

    /// A text in several languages; one text for all of them counts as the first language's.
    pub fn text(&self, key: &str) -> Option<Spanned<Text>> {
        self.read(key, |it| {
            if let Some(text) = it.as_str().filter(|it| !it.is_empty()) {
                let first = |of: Language| (of == Language::ALL[0]).then(|| text.to_owned());
                return Some(Text(Language::ALL.map(first)));
            }
            let table = it.as_table()?;
            let of = |language: Language| {
                Some(table.get(language.code())?.get_ref().as_str()?.to_owned())
                    .filter(|it| !it.is_empty())
            };
            Some(Text(Language::ALL.map(of)))
        })
    }

    /// A list of texts, each with its place.
    pub fn strs(&self, key: &str) -> Vec<Spanned<String>> {
        let array = self.value(key).and_then(|it| it.get_ref().as_array());
        let strings = array.into_iter().flat_map(|it| it.iter()).filter_map(|it| {
            let value = it.get_ref().as_str()?.to_owned();
            Some(Spanned { value, span: self.base.part(it.span()) })
        });
        strings.collect()
    }

    /// A list of languages, each with its place.
    pub fn languages(&self, key: &str) -> Vec<Spanned<Language>> {
        let language = |it: Spanned<String>| {
            Some(Spanned { value: Language::from_code(&it.value)?, span: it.span })
        };
        self.strs(key).into_iter().filter_map(language).collect()
    }

    /// A list of pairs of texts.
    pub fn pairs(&self, key: &str) -> Vec<(String, String)> {
        let array = self.value(key).and_then(|it| it.get_ref().as_array());
        let pair = |it: &toml::Spanned<DeValue<'a>>| {
            let pair = it.get_ref().as_array()?;
            Some((
                pair.first()?.get_ref().as_str()?.to_owned(),
                pair.get(1)?.get_ref().as_str()?.to_owned(),
            ))
        };
        array.into_iter().flat_map(|it| it.iter()).filter_map(pair).collect()
    }

    /// A table inside this one.
    pub fn table(&self, key: &str) -> Option<Table<'a>> {
        let value = self.value(key)?;
        Some(self.inside(value.get_ref().as_table()?, value.span()))
    }

    /// A list of tables inside this one.
    pub fn tables(&self, key: &str) -> Vec<Table<'a>> {
        let array = self.value(key).and_then(|it| it.get_ref().as_array());
        let table = |it: &'a toml::Spanned<DeValue<'a>>| {
            Some(self.inside(it.get_ref().as_table()?, it.span()))
        };
        array.into_iter().flat_map(|it| it.iter()).filter_map(table).collect()
    }

    /// Named tables inside a table of this one, in the order in which they were written.
    pub fn named(&self, key: &str) -> Vec<(Spanned<&'a str>, Table<'a>)> {
        let Some(outer) = self.table(key) else { return Vec::new() };
        let named = |it: Spanned<&'a str>| {
            let table = outer.table(it.value)?;
            Some((it, table))
        };
        outer.keys().into_iter().filter_map(named).collect()
    }

    fn inside(&self, values: &'a DeTable<'a>, range: std::ops::Range<usize>) -> Table<'a> {
        Table { values, span: self.base.part(range), base: self.base }
    }
}

/// `section/slug`, both in the form that folders have.
pub fn is_reference(text: &str) -> bool {
    text.split_once('/').is_some_and(|(section, slug)| is_slug(section) && is_slug(slug))
}

/// `[a-z0-9]+(-[a-z0-9]+)*`, at most 60 characters (content.md §2).
pub fn is_slug(text: &str) -> bool {
    let part = |it: &str| {
        !it.is_empty() && it.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    text.len() <= 60 && text.split('-').all(part)
}

/// `[A-Za-z0-9][A-Za-z0-9._-]{0,99}`: a plain name that leads nowhere else (verification.md §3.4).
pub fn is_file_name(text: &str) -> bool {
    let inner = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
    let first = text.bytes().next().is_some_and(|b| b.is_ascii_alphanumeric());
    first && text.len() <= 100 && text.bytes().all(inner)
}

/// The name that a file would have here; empty where there is none.
pub fn plain_file_name(text: &str) -> String {
    let name = text.rsplit(['/', '\\']).next().unwrap_or_default();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let (stem, ending) = (fold::slug(stem, 80), fold::slug(ending, 10));
    let name = if ending.is_empty() { stem } else { format!("{stem}.{ending}") };
    if is_file_name(&name) { name } else { String::new() }
}

fn date(value: &Datetime) -> Option<Date> {
    let date = value.date.filter(|_| value.time.is_none() && value.offset.is_none())?;
    Date::new(date.year.into(), date.month.into(), date.day.into())
}

fn day(value: &DeValue<'_>) -> Option<Day> {
    match value {
        DeValue::Datetime(it) => date(it).map(Day::Known),
        DeValue::String(it) => Day::parse_month(it),
        _ => None,
    }
}

fn moment(value: &Datetime) -> Option<Moment> {
    let (date, time, offset) = (value.date?, value.time?, value.offset?);
    let offset = match offset {
        Offset::Z => 0,
        Offset::Custom { minutes } => minutes,
    };
    let date = Date::new(date.year.into(), date.month.into(), date.day.into())?;
    let second = time.second.unwrap_or_default();
    Some(Moment { date, hour: time.hour, minute: time.minute, second, offset })
}

fn int(value: &DeValue<'_>) -> Option<i64> {
    let it = value.as_integer()?;
    i64::from_str_radix(&it.as_str().replace('_', ""), it.radix()).ok()
}

fn decimal(value: &DeValue<'_>) -> Option<String> {
    let text = match value {
        DeValue::Float(it) => it.as_str().replace('_', ""),
        _ => int(value)?.to_string(),
    };
    text.parse::<f64>().is_ok_and(f64::is_finite).then_some(text)
}

/// `17/4/2025`, `17-4-2025`, `2025-04-17`, `ngày 17 tháng 4 năm 2025` or `2025年4月17日` in a text: the day
/// that was meant.
pub fn day_as_people_write(text: &str) -> Option<Date> {
    if let Some(date) = Date::parse(text.trim()) {
        return Some(date);
    }
    if let Some(date) = day_in_words(text.trim()) {
        return Some(date);
    }
    let mut parts = text.trim().split(['/', '-', '.']).map(str::parse::<u32>);
    let (day, month, year) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    if parts.next().is_some() {
        return None;
    }
    Date::new(i32::try_from(year).ok()?, month, day)
}

/// A day as documents write it, in Vietnamese or Chinese.
fn day_in_words(text: &str) -> Option<Date> {
    let text = text.to_lowercase();
    let chinese = text.strip_suffix('日').and_then(|it| it.split_once('年'));
    let (day, month, year) = match chinese.and_then(|(year, it)| Some((year, it.split_once('月')?)))
    {
        Some((year, (month, day))) => (day, month, year),
        None => {
            let (day, rest) = text.trim_start_matches("ngày").split_once("tháng")?;
            let (month, year) = rest.split_once("năm")?;
            (day, month, year)
        }
    };
    Date::new(year.trim().parse().ok()?, month.trim().parse().ok()?, day.trim().parse().ok()?)
}
