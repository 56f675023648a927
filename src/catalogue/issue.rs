//! What an `issue` entry would say of an item today: the working copy in the words of the register.
//!
//! `condau seal` writes it; the rule `sealed-edited` compares it with what was sealed last.

use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use crate::catalogue::{Catalogue, Item, Parts, Presence};
use crate::date::{Date, Day};
use crate::document::Document;
use crate::document::meta::{Details, Mou, Paper};
use crate::document::schema;
use crate::language::Language;
use crate::language::messages::{Args, Messages};
use crate::verify::code::Code;
use crate::verify::entry::{Entry, Fault, is_file_name, value_of};
use sha2::{Digest as _, Sha256};

use crate::verify::note::hex;

/// Why an item cannot be sealed as it stands; each has its words (`refused-…`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It has no code.
    NoCode,
    /// It is a draft.
    Draft,
    /// Nobody knows on which day it was issued.
    NoDay,
    /// It has neither a text nor a file that may be published.
    Empty,
    /// A name that no file of the register may have.
    FileName(String),
    /// A file that is not there.
    NoFile(String),
    /// Its article has something that hides or adds words.
    Fault(String),
    /// It would be no entry, for this reason.
    Entry(Fault),
}

impl Refusal {
    /// The message that says it, and its argument.
    pub fn words(&self) -> (&'static str, &str) {
        match self {
            Self::NoCode => ("refused-code", ""),
            Self::Draft => ("refused-draft", ""),
            Self::NoDay => ("refused-day", ""),
            Self::Empty => ("refused-empty", ""),
            Self::FileName(name) => ("refused-file-name", name),
            Self::NoFile(name) => ("refused-file", name),
            Self::Fault(what) => ("refused-fault", what),
            Self::Entry(fault) => ("refused-entry", fault.why),
        }
    }
}

/// What would be sealed of an item.
#[derive(Debug, Clone)]
pub struct Issue {
    /// The code.
    pub code: Code,
    /// The lines of the entry: keys with their values, without version, visible words and time.
    lines: Vec<(String, String)>,
    /// The texts that are frozen: what the hashes are of.
    pub texts: Vec<(Language, String)>,
    /// The files: their names, and where they stand in the project.
    pub files: Vec<(String, String)>,
}

/// The keys that do not say whether a document has changed.
const OF_THE_SEALING: [&str; 3] = ["version", "plain", "sealed"];

/// Composes the entry of an item.
pub fn compose(
    item: &Item,
    catalogue: &Catalogue,
    parts: Parts<'_>,
    messages: &[Arc<Messages>; 3],
) -> Result<Issue, Refusal> {
    let code = item.code().ok_or(Refusal::NoCode)?;
    if item.meta.draft {
        return Err(Refusal::Draft);
    }
    let composer = Composer { item, catalogue, parts, messages };
    let texts = composer.texts();
    let files = composer.files(&texts)?;
    if texts.is_empty() && files.is_empty() {
        return Err(Refusal::Empty);
    }
    let mut lines = vec![("id".to_owned(), code.to_string())];
    composer.head(&mut lines)?;
    composer.words(&mut lines);
    for (language, text) in &texts {
        lines.push((format!("text.{}", language.code()), sha256(text.as_bytes())));
    }
    for (name, path) in &files {
        let Some(it) = parts.sources.attachment(path) else {
            return Err(Refusal::NoFile(name.clone()));
        };
        lines.push(("file".to_owned(), format!("{name} {} sha256:{}", it.length, it.hex())));
    }
    composer.references(&mut lines);
    Ok(Issue { code, lines, texts, files })
}

impl Issue {
    /// The entry, with what only sealing knows: the hashes of the visible words and the time.
    pub fn entry(
        &self,
        version: u64,
        plain: &[(Language, String)],
        sealed: &str,
    ) -> Result<Entry, Refusal> {
        let mut text = "condau/1 issue\n".to_owned();
        let mut plain =
            Some(plain.iter().map(|(it, hash)| (format!("plain.{}", it.code()), hash.as_str())));
        for (key, value) in &self.lines {
            // The words stand after the texts, before the files.
            if matches!(key.as_str(), "file" | "amends" | "replaces") {
                plain.take().into_iter().flatten().for_each(|it| line(&mut text, &it.0, it.1));
            }
            line(&mut text, key, value);
            if key == "id" {
                line(&mut text, "version", &version.to_string());
            }
        }
        plain.take().into_iter().flatten().for_each(|it| line(&mut text, &it.0, it.1));
        line(&mut text, "sealed", sealed);
        Entry::parse(&text).map_err(Refusal::Entry)
    }

    /// The same without references to documents that the register does not have (R9).
    #[must_use]
    pub fn referring(mut self, is_issued: impl Fn(Code) -> bool) -> Self {
        let is_reference = |key: &str| matches!(key, "amends" | "replaces");
        let is_known = |it: &str| Code::parse(it).is_ok_and(&is_issued);
        self.lines.retain(|(key, value)| !is_reference(key) || is_known(value));
        self
    }

    /// The keys whose values are others than in an entry.
    pub fn differences(&self, entry: &Entry) -> Vec<String> {
        let key_of = |it: &str| it.split('.').next().unwrap_or_default().to_owned();
        let sealed: Vec<_> = entry
            .lines()
            .filter(|(it, _)| !OF_THE_SEALING.contains(&key_of(it).as_str()))
            .collect();
        let values = |key: &str| -> Vec<&str> {
            self.lines.iter().filter(|it| it.0 == key).map(|it| it.1.as_str()).collect()
        };
        let theirs = |key: &str| -> Vec<&str> {
            sealed.iter().filter(|it| it.0 == key).map(|it| it.1).collect()
        };
        let mut keys: Vec<_> = self
            .lines
            .iter()
            .map(|it| &it.0)
            .chain(sealed.iter().map(|it| &it.0))
            .cloned()
            .collect();
        keys.dedup();
        let mut differing = Vec::new();
        for key in keys {
            if !differing.contains(&key) && values(&key) != theirs(&key) {
                differing.push(key);
            }
        }
        differing
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.lines.iter().find(|it| it.0 == key).map(|it| it.1.as_str())
    }
}

/// The messages that say in words which keys of entries differ, each once: `seal-key-title` for
/// `title.vi` and `title.en`.
pub fn words_of(keys: &[String]) -> Vec<String> {
    let mut words = Vec::new();
    for key in keys {
        let word = format!("seal-key-{}", key.split('.').next().unwrap_or_default());
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

fn line(text: &mut String, key: &str, value: &str) {
    text.extend([key, ": ", value, "\n"]);
}

fn sha256(bytes: &[u8]) -> String {
    format!("sha256:{}", hex(&Sha256::digest(bytes)))
}

struct Composer<'a> {
    item: &'a Item,
    catalogue: &'a Catalogue,
    parts: Parts<'a>,
    messages: &'a [Arc<Messages>; 3],
}

impl Composer<'_> {
    /// The texts that are whole, as they are frozen.
    fn texts(&self) -> Vec<(Language, String)> {
        let is_whole = |it: Language| {
            let published = self.item.published(it);
            published.presence == Presence::Full && !published.is_machine()
        };
        let languages = Language::ALL.into_iter().filter(|it| is_whole(*it));
        let texts = languages.filter_map(|it| self.item.text(it)).filter(|it| it.has_text());
        texts.map(|it| (it.language, self.frozen(it))).collect()
    }

    /// The body of a text as it is sealed: NFC, line feeds, one at the end and none at the start.
    fn frozen(&self, text: &Document) -> String {
        let body: String = self.parts.sources.text(text.body).nfc().collect();
        let body = body.replace("\r\n", "\n").replace('\r', "\n");
        format!("{}\n", body.trim_start_matches('\n').trim_end())
    }

    /// Attachments, forms, and the pictures in the texts.
    fn files(&self, texts: &[(Language, String)]) -> Result<Vec<(String, String)>, Refusal> {
        let mut names: Vec<&str> =
            self.item.files().into_iter().map(|it| it.value.as_str()).collect();
        for (language, _) in texts {
            let images = self.item.text(*language).into_iter().flat_map(|it| &it.outline.images);
            names.extend(images.map(|it| it.destination.as_str()));
        }
        let mut files: Vec<(String, String)> = Vec::new();
        for name in names {
            if files.iter().any(|it| it.0 == name) {
                continue;
            }
            if !is_file_name(name) {
                return Err(Refusal::FileName(name.to_owned()));
            }
            files.push((name.to_owned(), self.item.file_path(name)));
        }
        Ok(files)
    }

    fn name(&self, id: Option<&str>) -> Option<&str> {
        let organization = self.parts.data.organization(id?)?;
        Some(organization.name.answer(self.item.source).1)
    }

    /// Type, number, date, issuer, signer, conversion.
    fn head(&self, lines: &mut Vec<(String, String)>) -> Result<(), Refusal> {
        let mut put = |key: &str, value: String| lines.push((key.to_owned(), value));
        let office = Some(self.parts.project.office.organization.as_str());
        let (kind, date, issuer) = match &self.item.meta.details {
            Details::Document(it) => (kind(it), issued(it), it.issuer.as_ref()),
            Details::Mou(it) => ("mou", it.signed.as_ref().map(|it| it.value), None),
            Details::Procedure(it) => {
                let published = self.item.meta.published.as_ref();
                ("procedure", published.map(|it| it.value), it.authority.as_ref())
            }
            _ => ("page", self.item.meta.published.as_ref().map(|it| it.value), None),
        };
        put("type", kind.to_owned());
        if let Some(number) = self.item.number() {
            put("number", value_of(&number.value));
        }
        put("date", date.ok_or(Refusal::NoDay)?.to_string());
        let issuer = issuer.map(|it| it.value.as_str()).or(office);
        put("issuer", value_of(self.name(issuer).unwrap_or_default()));
        if let Details::Document(it) = &self.item.meta.details
            && let Some(signer) = &it.signer
        {
            put("signer", value_of(&signer.value.words()));
        }
        if let Some((moment, by)) = &self.item.meta.converted {
            put("converted", format!("{} {}", moment.utc(), value_of(by)));
        }
        Ok(())
    }

    /// Titles, authenticity, term, pages, facts.
    fn words(&self, lines: &mut Vec<(String, String)>) {
        let mut put = |key: String, value: String| lines.push((key, value));
        let texts: Vec<_> = Language::ALL.into_iter().filter_map(|it| self.item.text(it)).collect();
        for text in texts.iter().filter(|it| !it.title().is_empty()) {
            put(format!("title.{}", text.language.code()), value_of(text.title()));
        }
        let meta = &self.item.meta;
        let authentic = Language::ALL.into_iter().filter(|it| meta.authentic.contains(it));
        let authentic: Vec<_> = authentic.map(Language::code).collect();
        put("authentic".to_owned(), authentic.join(" "));
        if let Some(it) = &meta.prevails {
            put("prevails".to_owned(), it.value.code().to_owned());
        }
        let (date, from, until) = match &meta.details {
            Details::Document(it) => (issued(it), it.effective.as_ref(), it.expires.as_ref()),
            Details::Mou(it) => {
                (it.signed.as_ref().map(|it| it.value), it.effective.as_ref(), it.expires.as_ref())
            }
            _ => (None, None, None),
        };
        // A term begins on the day of the document unless something else is said.
        if let Some(from) = from.filter(|it| Some(it.value) != date) {
            put("from".to_owned(), from.value.to_string());
        }
        if let Some(until) = until {
            put("until".to_owned(), until.value.to_string());
        }
        if let Some(pages) = meta.pages {
            put("pages".to_owned(), pages.to_string());
        }
        for text in texts {
            let key = format!("fact.{}", text.language.code());
            if let Details::Mou(it) = &meta.details {
                put(key.clone(), self.parties(it, text.language));
            }
            for (label, value) in &text.words.facts {
                put(key.clone(), format!("{} = {}", value_of(label), value_of(value)));
            }
        }
    }

    /// The parties of an agreement, which the paper names as well.
    fn parties(&self, mou: &Mou, language: Language) -> String {
        let label = self.messages[language.index()].text("key-parties", &Args::new());
        let organizations =
            mou.parties.iter().filter_map(|it| self.parts.data.organization(&it.value));
        let names: Vec<_> = organizations.map(|it| value_of(it.name.answer(language).1)).collect();
        format!("{label} = {}", names.join("; "))
    }

    /// The documents with codes that it amends and replaces.
    fn references(&self, lines: &mut Vec<(String, String)>) {
        let relations = &self.item.relations;
        for (key, items) in [("amends", &relations.amends), ("replaces", &relations.replaces)] {
            let codes = items.iter().filter_map(|it| self.catalogue.item(*it).code());
            lines.extend(codes.map(|it| (key.to_owned(), it.to_string())));
        }
    }
}

/// The abbreviation of a document type, or the type where it has none.
fn kind(paper: &Paper) -> &str {
    let kind = paper.kind.as_ref().map_or("", |it| it.value.as_str());
    schema::abbreviation(kind).filter(|it| !it.is_empty()).unwrap_or(kind)
}

/// The day of a document, where it is known.
fn issued(paper: &Paper) -> Option<Date> {
    match paper.issued.as_ref()?.value {
        Day::Known(it) => Some(it),
        Day::Month(_) => None,
    }
}
