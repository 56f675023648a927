//! Reports what a table holds and its schema does not, or holds in another way.

use toml::de::DeValue;

use crate::diagnostic::problem::{Problem, Word};
use crate::diagnostic::{Diagnostics, Span, near};
use crate::language::Language;
use crate::schema::{
    Key, Known, List, Need, Table, Type, date, day, day_as_people_write, decimal, int,
    is_file_name, is_reference, meant, moment, plain_file_name,
};

/// The languages as keys of a text.
const CODES: &[&str] = &["vi", "en", "zh"];

/// Reports every key of a table that is not in the schema, is missing, or holds what it may not.
pub fn check(table: Table<'_>, keys: &'static [Key], known: &Known, diagnostics: &mut Diagnostics) {
    let mut meant = Vec::new();
    for written in table.keys() {
        if !keys.iter().any(|it| it.name == written.value) {
            let near = meant_key(table, written.value, keys).unwrap_or_default();
            meant.push(near.clone());
            let known = if keys.len() > FEW { String::new() } else { names(keys) };
            let problem = Problem::UnknownKey { key: written.value.to_owned(), near, known };
            diagnostics.push(problem, written.span);
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
                diagnostics.push(absent(table, key), before(table.span));
            }
            None => {}
        }
    }
}

/// The key that was meant by one that is not known; rather one that is not there yet.
pub fn meant_key(table: Table<'_>, written: &str, keys: &'static [Key]) -> Option<String> {
    if let Some(key) = meant::key(keys, written) {
        return Some(key.to_owned());
    }
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

/// As many keys as a message may list.
const FEW: usize = 16;

fn names(keys: &[Key]) -> String {
    keys.iter().map(|it| it.name).collect::<Vec<_>>().join(", ")
}

/// Reports a key of a table that must be there and is not.
pub fn missing(table: Table<'_>, key: &str, keys: &'static [Key], diagnostics: &mut Diagnostics) {
    if let Some(key) = keys.iter().find(|it| it.name == key) {
        diagnostics.push(absent(table, key), before(table.span));
    }
}

fn absent(table: Table<'_>, key: &Key) -> Problem {
    // A file that is all TOML begins with it; front matter begins after its first line.
    let front = table.base.start > 0 && table.span == table.base;
    let example = match key.example {
        // A table of the settings: its header is what is missing.
        "" => format!("[{}]", key.name),
        example => format!("{} = {example}", key.name),
    };
    Problem::MissingKey { key: key.name.to_owned(), label: key.label(), example, front }
}

/// The place before the first byte of a table.
fn before(span: Span) -> Span {
    Span { end: span.start, ..span }
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
        let is_empty = value.as_str().is_some_and(|it| it.trim().is_empty());
        if is_empty && !matches!(kind, Type::Blank | Type::Remark) {
            return diagnostics.push(self.empty(self.key.name), span);
        }
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
                        Problem::AttachmentMissing { file: name, near, what: "outside".to_owned() }
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
                    if !words.contains(&word) {
                        let near = meant::word(self.key.words, words, word);
                        Self::unknown(word, &words.join(" "), near, span, diagnostics);
                    }
                    true
                }
                None => false,
            },
            Type::Id(list) => match value.as_str() {
                Some(id) => {
                    self.id(id, &[list], &[], span, diagnostics);
                    true
                }
                None => false,
            },
            Type::IdOr(first, second, words) => match value.as_str() {
                Some(id) => {
                    self.id(id, &[first, second], words, span, diagnostics);
                    true
                }
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

    /// A value that fits nothing, with one that would: what was written, in the form of the type.
    fn wrong(&self, kind: Type, value: &DeValue<'_>) -> Problem {
        // One value of a list is not the whole of it.
        let is_part = matches!(self.key.kind, Type::Array(_)) && !matches!(kind, Type::Array(_));
        let example = match in_form(kind, value).filter(|_| !is_part) {
            Some(right) => format!("{} = {right}", self.key.name),
            None => self.example(),
        };
        Problem::WrongType { key: self.key.name.to_owned(), r#type: type_word(kind), example }
    }

    /// A value that holds nothing, with one that says something.
    fn empty(&self, key: &str) -> Problem {
        Problem::EmptyValue {
            key: key.to_owned(),
            label: self.key.label(),
            example: self.example(),
            required: self.key.need == Need::Required,
        }
    }

    fn example(&self) -> String {
        format!("{} = {}", self.key.name, self.key.example)
    }

    /// Reports an id that is in none of the lists and not one of the words.
    fn id(
        &self,
        id: &str,
        lists: &[List],
        words: &[&str],
        span: Span,
        diagnostics: &mut Diagnostics,
    ) {
        if words.contains(&id) || lists.iter().any(|it| self.known.has(*it, id)) {
            return;
        }
        let ids = lists.iter().flat_map(|it| self.known.ids(*it)).chain(words.iter().copied());
        let called = lists.iter().find_map(|it| self.known.called(*it, id));
        let near = called.or_else(|| near::nearest(id, ids));
        let places: Vec<_> =
            lists.iter().map(|it| it.place()).chain(words.iter().copied()).collect();
        Self::unknown(id, &places.join(", "), near, span, diagnostics);
    }

    /// Reports a word that is in no list.
    fn unknown(
        word: &str,
        list: &str,
        near: Option<String>,
        span: Span,
        diagnostics: &mut Diagnostics,
    ) {
        let (value, list) = (word.to_owned(), list.to_owned());
        let near = near.unwrap_or_default();
        diagnostics.push(Problem::UnknownValue { value, list, near }, span);
    }

    fn text(&self, value: &DeValue<'_>, span: Span, diagnostics: &mut Diagnostics) {
        let Some(table) = value.as_table() else {
            return diagnostics.push(self.wrong(Type::Text, value), span);
        };
        for (key, value) in table {
            let known = Language::from_code(key.get_ref()).is_some();
            if !known {
                let near = meant::word("language-", CODES, key.get_ref()).unwrap_or_default();
                let (key_of, known) = (key.get_ref().to_string(), CODES.join(", "));
                let problem = Problem::UnknownKey { key: key_of, near, known };
                diagnostics.push(problem, self.base.part(key.span()));
            } else if !value.get_ref().is_str() {
                let problem = self.wrong(Type::Text, value.get_ref());
                diagnostics.push(problem, self.base.part(value.span()));
            }
        }
        let first = Language::ALL[0].code();
        let key = format!("{}.{first}", self.key.name);
        match table.get(first) {
            None => {
                let (label, example) = (self.key.label(), self.example());
                let problem = Problem::MissingKey { key, label, example, front: false };
                diagnostics.push(problem, span);
            }
            Some(it) if it.get_ref().as_str().is_some_and(|it| it.trim().is_empty()) => {
                diagnostics.push(self.empty(&key), self.base.part(it.span()));
            }
            Some(_) => {}
        }
    }
}

/// A value of another type as this type writes it, where that is plain.
fn in_form(kind: Type, value: &DeValue<'_>) -> Option<String> {
    let plain = |text: &str| !text.contains(['"', '\\', '\n']);
    let text = value.as_str().filter(|it| plain(it));
    let number = match value {
        DeValue::Integer(it) => Some(it.as_str()),
        DeValue::Float(it) => Some(it.as_str()),
        _ => None,
    };
    match (kind, text, number) {
        (Type::Date | Type::Day, Some(text), _) => Some(day_as_people_write(text)?.to_string()),
        (Type::Str, None, Some(number)) => Some(format!("\"{number}\"")),
        (Type::Int, Some(text), _) => {
            let digits = text.bytes().all(|it| it.is_ascii_digit()) && !text.starts_with('0');
            digits.then(|| text.to_owned())
        }
        (Type::Bool, Some(text), _) => match text.to_lowercase().as_str() {
            "true" | "có" | "đúng" | "yes" => Some("true".to_owned()),
            "false" | "không" | "sai" | "no" => Some("false".to_owned()),
            _ => None,
        },
        (Type::Text, Some(text), _) => {
            Some(format!("{{ {} = \"{text}\" }}", Language::ALL[0].code()))
        }
        (
            Type::Array(Type::Str | Type::Enum(_) | Type::Id(_) | Type::Ref | Type::Basis),
            Some(text),
            _,
        ) => Some(format!("[\"{text}\"]")),
        _ => None,
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
