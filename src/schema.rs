//! Closed schemas: tables of TOML read against a list of the keys they may hold.
//!
//! [`check`] reports everything that cannot be understood; [`Table`] then gives the values that
//! could, each with its place. So parsing reports, and whoever reads values need not.

mod slip;

use std::collections::{BTreeMap, BTreeSet};

use toml::de::{DeTable, DeValue};
use toml::value::{Datetime, Offset};

use crate::date::{Date, Day, Moment};
use crate::diagnostic::problem::{Problem, Word};
use crate::diagnostic::{Diagnostics, Span, Spanned, near};
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
    /// Lists whose file could not be read, which was reported: any id may be in them.
    open: BTreeSet<List>,
}

impl Known {
    /// Adds the ids of one list.
    pub fn add(&mut self, list: List, ids: impl IntoIterator<Item = String>) {
        self.ids.entry(list).or_default().extend(ids);
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

/// Reports every key of a table that is not in the schema, is missing, or holds what it may not.
pub fn check(table: Table<'_>, keys: &'static [Key], known: &Known, diagnostics: &mut Diagnostics) {
    let mut meant = Vec::new();
    for written in table.keys() {
        if !keys.iter().any(|it| it.name == written.value) {
            let near = meant_key(table, written.value, keys).unwrap_or_default();
            meant.push(near.clone());
            diagnostics
                .push(Problem::UnknownKey { key: written.value.to_owned(), near }, written.span);
        }
    }
    for key in keys {
        match table.value(key.name) {
            Some(value) => {
                let place = Place { base: table.base, key, known };
                place.check(value, key.kind, diagnostics);
            }
            // A slip in the key is one problem: the key is not missing as well.
            None if key.need == Need::Required && !meant.iter().any(|it| it == key.name) => {
                absent(key.name, key.label(), table.span, diagnostics);
            }
            None => {}
        }
    }
}

/// The key that was meant by one that is not known; rather one that is not there yet.
pub fn meant_key(table: Table<'_>, written: &str, keys: &'static [Key]) -> Option<String> {
    let names = || keys.iter().map(|it| it.name);
    let absent = near::nearest(written, names().filter(|it| !table.has(it)));
    absent.or_else(|| near::nearest(written, names()))
}

/// The keys that were written with a slip, as they should have been written.
pub fn meant_keys(table: Table<'_>, keys: &'static [Key]) -> Vec<String> {
    let mut strange = table.keys();
    strange.retain(|it| !keys.iter().any(|key| key.name == it.value));
    strange.iter().filter_map(|it| meant_key(table, it.value, keys)).collect()
}

/// Reports a key that must be there and is not.
pub fn missing(key: &str, span: Span, diagnostics: &mut Diagnostics) {
    absent(key, label(key), span, diagnostics);
}

fn absent(key: &str, label: Word, span: Span, diagnostics: &mut Diagnostics) {
    let problem = Problem::MissingKey { key: key.to_owned(), label };
    diagnostics.push(problem, Span { end: span.start, ..span });
}

/// The message that names a key in words.
pub fn label(key: &str) -> Word {
    Word(format!("key-{}", key.replace('_', "-")))
}

/// The key whose value is being checked.
struct Place<'a> {
    base: Span,
    key: &'static Key,
    known: &'a Known,
}

impl Place<'_> {
    fn check(&self, value: &toml::Spanned<DeValue<'_>>, kind: Type, diagnostics: &mut Diagnostics) {
        let span = self.base.part(value.span());
        let value = value.get_ref();
        let fits = match kind {
            Type::Str => value.as_str().is_some_and(|it| !it.trim().is_empty()),
            Type::Blank => value.is_str(),
            Type::Day => day(value).is_some(),
            Type::Date => value.as_datetime().and_then(date).is_some(),
            Type::Moment => value.as_datetime().and_then(moment).is_some(),
            Type::Bool => value.is_bool(),
            Type::Int => int(value).is_some_and(|it| it >= 0),
            Type::Decimal => decimal(value).is_some(),
            Type::Ref => value.as_str().is_some_and(is_reference),
            Type::Basis => value.as_str().is_some_and(|it| it.contains('/')),
            Type::File => match value.as_str() {
                Some(name) if !is_file_name(name) => {
                    let (name, near) = (name.to_owned(), plain_file_name(name));
                    // Nothing may be taken from outside the folder: such a file is never found.
                    let problem = if name.contains(['/', '\\']) {
                        Problem::AttachmentMissing { file: name, near }
                    } else {
                        let form = Word("form-attachment".to_owned());
                        Problem::FileName { name, form, near }
                    };
                    diagnostics.push(problem, span);
                    true
                }
                Some(_) => true,
                None => false,
            },
            Type::Enum(words) => match value.as_str() {
                Some(word) => {
                    Self::one_of(word, words.iter().copied(), &words.join(" "), span, diagnostics)
                }
                None => false,
            },
            Type::Id(list) => match value.as_str() {
                Some(id) => self.id(id, list, span, diagnostics),
                None => false,
            },
            Type::IdOr(first, second, words) => match value.as_str() {
                Some(id) if self.known.has(first, id) || words.contains(&id) => true,
                Some(id) => self.id(id, second, span, diagnostics),
                None => false,
            },
            Type::Remark if value.is_str() => true,
            Type::Text | Type::Remark => return self.text(value, span, diagnostics),
            Type::Pairs => value.as_array().is_some_and(|it| {
                it.len() <= 8
                    && it.iter().all(|pair| {
                        pair.get_ref().as_array().is_some_and(|pair| {
                            pair.len() == 2 && pair.iter().all(|it| it.get_ref().is_str())
                        })
                    })
            }),
            Type::Array(of) => match value.as_array() {
                Some(array) => {
                    return array.iter().for_each(|it| self.check(it, *of, diagnostics));
                }
                None => false,
            },
            Type::Table(keys) => match value.as_table() {
                Some(values) => {
                    let table = Table { values, span, base: self.base };
                    return check(table, keys, self.known, diagnostics);
                }
                None => false,
            },
            Type::Tables(keys) => match value.as_array() {
                Some(array) => {
                    for it in array {
                        self.check(it, Type::Table(keys), diagnostics);
                    }
                    true
                }
                None => false,
            },
            Type::Named(keys) => match value.as_table() {
                Some(table) => {
                    table.iter().for_each(|(_, it)| self.check(it, Type::Table(keys), diagnostics));
                    true
                }
                None => false,
            },
            Type::Map(of) => match value.as_table() {
                Some(table) => {
                    return table.iter().for_each(|(_, it)| self.check(it, *of, diagnostics));
                }
                None => false,
            },
        };
        if !fits {
            diagnostics.push(self.wrong(kind, value), span);
        }
    }

    /// A value that fits nothing, with one that would: a day in another form is turned into ours.
    fn wrong(&self, kind: Type, value: &DeValue<'_>) -> Problem {
        let meant = value.as_str().and_then(day_as_people_write);
        let example = match (kind, meant) {
            (Type::Date | Type::Day, Some(date)) => format!("{} = {date}", self.key.name),
            _ => format!("{} = {}", self.key.name, self.key.example),
        };
        Problem::WrongType { key: self.key.name.to_owned(), r#type: type_word(kind), example }
    }

    fn id(&self, id: &str, list: List, span: Span, diagnostics: &mut Diagnostics) -> bool {
        if self.known.has(list, id) {
            return true;
        }
        Self::one_of(id, self.known.ids(list), list.place(), span, diagnostics)
    }

    /// Reports a word that is not in a list; true, since it was understood as a word.
    fn one_of<'w>(
        word: &str,
        words: impl Iterator<Item = &'w str> + Clone,
        list: &str,
        span: Span,
        diagnostics: &mut Diagnostics,
    ) -> bool {
        if !words.clone().any(|it| it == word) {
            let near = near::nearest(word, words).unwrap_or_default();
            let (value, list) = (word.to_owned(), list.to_owned());
            diagnostics.push(Problem::UnknownValue { value, list, near }, span);
        }
        true
    }

    fn text(&self, value: &DeValue<'_>, span: Span, diagnostics: &mut Diagnostics) {
        let Some(table) = value.as_table() else {
            return diagnostics.push(self.wrong(Type::Text, value), span);
        };
        for (key, value) in table {
            let known = Language::from_code(key.get_ref()).is_some();
            if !known {
                let codes = Language::ALL.map(Language::code);
                let near = near::nearest(key.get_ref(), codes.into_iter()).unwrap_or_default();
                let problem = Problem::UnknownKey { key: key.get_ref().to_string(), near };
                diagnostics.push(problem, self.base.part(key.span()));
            } else if !value.get_ref().is_str() {
                let problem = self.wrong(Type::Text, value.get_ref());
                diagnostics.push(problem, self.base.part(value.span()));
            }
        }
        let first = Language::ALL[0].code();
        if table.get(first).is_none_or(|it| it.get_ref().as_str().is_some_and(str::is_empty)) {
            let key = format!("{}.{first}", self.key.name);
            let problem = Problem::MissingKey { key, label: self.key.label() };
            diagnostics.push(problem, span);
        }
    }
}

/// The message that names a type in words.
fn type_word(kind: Type) -> Word {
    let name = match kind {
        Type::Str | Type::Blank => "type-str",
        Type::Day => "type-day",
        Type::Date => "type-date",
        Type::Moment => "type-moment",
        Type::Bool => "type-bool",
        Type::Int => "type-int",
        Type::Decimal => "type-decimal",
        Type::Text | Type::Remark => "type-text",
        Type::Enum(_) | Type::Id(_) | Type::IdOr(..) => "type-word",
        Type::Ref => "type-ref",
        Type::Basis => "type-basis",
        Type::File => "type-file",
        Type::Array(_) => "type-array",
        Type::Pairs => "type-pairs",
        Type::Table(_) | Type::Named(_) | Type::Map(_) => "type-table",
        Type::Tables(_) => "type-tables",
    };
    Word(name.to_owned())
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

/// `17/4/2025`, `17-4-2025` or `2025-04-17` in a text: the day that was meant.
pub fn day_as_people_write(text: &str) -> Option<Date> {
    if let Some(date) = Date::parse(text.trim()) {
        return Some(date);
    }
    let mut parts = text.trim().split(['/', '-', '.']).map(str::parse::<u32>);
    let (day, month, year) = (parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?);
    if parts.next().is_some() {
        return None;
    }
    Date::new(i32::try_from(year).ok()?, month, day)
}
