//! Everything a template can see, as typed values. A page depends on these and on the theme.

use serde::{Serialize, Serializer};

use crate::article::typography::{Mail, escape, line};

/// What every page of one language shows alike; made once per language.
#[derive(Debug, Serialize)]
pub struct Frame {
    /// The language's code and tag.
    pub language: Tongue,
    /// The office's name.
    pub office: Words,
    /// The same without marks, for the title of the window.
    pub office_name: String,
    /// The home page.
    pub home: String,
    /// The style sheet.
    pub stylesheet: String,
    /// The file of symbols.
    pub icons: String,
    /// The picture of the site in the tab of a browser.
    pub icon: String,
    /// The sections.
    pub sections: Vec<Link>,
    /// Whether the whole site is a specimen.
    pub specimen: bool,
    /// The day on which everything said about time is true.
    pub as_of: Moment,
    /// Who answers for the site, by office.
    pub responsible: Words,
    /// The postal address.
    pub address: Words,
    /// The e-mail address; empty in none.
    pub email: String,
    /// The telephone, shown only if there is one and the site is no specimen.
    pub hotline: String,
    /// When it is answered.
    pub hotline_hours: Words,
    /// The form's address; empty where there is none.
    pub endpoint: String,
    /// The Zalo account; empty where there is none.
    pub zalo: String,
    /// How codes are checked.
    pub verify: String,
    /// The form for codes.
    pub verify_index: String,
    /// The site map.
    pub site_map: String,
    /// The privacy page, if there is one.
    pub privacy: Option<Link>,
    /// Whether the tool marks pages as not to be indexed.
    pub noindex: bool,
    /// What pages may load and run, as HTML for a `meta` element.
    pub policy: String,
}

/// A language as HTML names it.
#[derive(Debug, Clone, Serialize)]
pub struct Tongue {
    /// `vi`, `en`, `zh-Hans`.
    pub tag: &'static str,
    /// Its own name.
    pub name: String,
    /// The same, as short as it is understood.
    pub short: String,
}

/// A day for people and for machines.
#[derive(Debug, Clone, Serialize)]
pub struct Moment {
    /// `2026-05-04`, or with the time.
    pub machine: String,
    /// As the language writes it.
    pub words: String,
}

/// Words that may stand in another language than the page. A template sees them as HTML, escaped
/// and with their language, and prints them with `| safe`: a map for each of the fifty words of a
/// page would cost more than the rest of it.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// The words.
    pub text: String,
    /// Their tag, if it is not the page's.
    pub lang: Option<&'static str>,
}

impl Words {
    /// The words as HTML.
    pub fn html(&self) -> String {
        self.written(escape)
    }

    /// The same as a line of its own.
    fn line(&self, mail: Mail) -> String {
        self.written(|text, into| line(text, mail, into))
    }

    fn written(&self, write: impl FnOnce(&str, &mut String)) -> String {
        let mut html = String::with_capacity(self.text.len() + 32);
        match self.lang.filter(|_| !self.text.is_empty()) {
            Some(lang) => {
                html.extend(["<span lang=\"", lang, "\">"]);
                write(&self.text, &mut html);
                html.push_str("</span>");
            }
            None => write(&self.text, &mut html),
        }
        html
    }
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.html())
    }
}

/// A link with its words.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// Where it leads.
    pub href: String,
    /// Its words.
    pub title: Words,
}

/// What the head and the top of one page show.
#[derive(Debug, Serialize)]
pub struct Head {
    /// The title.
    pub title: Words,
    /// One or two sentences for search engines.
    pub description: String,
    /// The full address of the page itself, or of the one it repeats.
    pub canonical: String,
    /// The same page in each language.
    pub languages: Vec<Alternate>,
    /// The way from the home page, without the page itself.
    pub crumbs: Vec<Link>,
    /// Whether search engines are asked to leave it out.
    pub noindex: bool,
    /// What machines read of the page, as HTML: addresses, metadata, JSON-LD, feeds. Empty on
    /// pages that are not their own.
    pub machine: String,
}

/// The same page in one language.
#[derive(Debug, Clone, Serialize)]
pub struct Alternate {
    /// The language.
    pub language: Tongue,
    /// The address.
    pub href: String,
    /// The full address, for machines.
    pub url: String,
    /// Whether it is the page itself.
    pub current: bool,
    /// Whether it is a text of its own: no stub, no machine translation.
    pub indexed: bool,
}

/// One line of the table of facts.
#[derive(Debug, Serialize)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// What it says; several values stand under each other.
    pub values: Vec<Value>,
}

/// One value of a fact. A template sees it as HTML, like [`Words`].
#[derive(Debug, Default)]
pub struct Value {
    /// The words.
    pub words: Words,
    /// Where they lead.
    pub href: Option<String>,
    /// The day or number for machines.
    pub machine: Option<String>,
    /// Whether it is a number of a document: kept on one line, not translated.
    pub number: bool,
    /// A remark after it.
    pub note: String,
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let words = match (&self.href, &self.machine) {
            _ if self.number => self.words.html(),
            (None, None) => self.words.line(Mail::Linked),
            _ => self.words.line(Mail::Plain),
        };
        let mut html = String::with_capacity(words.len() + 96);
        let mut element = |name: &str, attribute: &str, value: &str| {
            html.extend(["<", name, " ", attribute, "=\""]);
            escape(value, &mut html);
            let tag = name.split(' ').next().unwrap_or(name);
            html.extend(["\">", &words, "</", tag, ">"]);
        };
        match (&self.href, &self.machine) {
            (Some(href), _) if self.number => {
                element("a class=\"number\" translate=\"no\"", "href", href);
            }
            (Some(href), _) => element("a", "href", href),
            (None, Some(machine)) => element("time", "datetime", machine),
            (None, None) if self.number => {
                html.extend(["<span class=\"number\" translate=\"no\">", &words, "</span>"]);
            }
            (None, None) => html.push_str(&words),
        }
        if !self.note.is_empty() {
            html.push_str(" <span class=\"note\">");
            line(&self.note, Mail::Linked, &mut html);
            html.push_str("</span>");
        }
        serializer.serialize_str(&html)
    }
}

/// What an item is today: icon, word and colour.
#[derive(Debug, Clone, Serialize)]
pub struct Chip {
    /// `in-force`, `expired` …
    pub status: &'static str,
    /// In words.
    pub words: String,
    /// Code and state, where the register says it: what an audit compares.
    pub state: Option<String>,
}

/// One entry of a list.
#[derive(Debug, Serialize)]
pub struct Entry {
    /// Its page.
    pub link: Link,
    /// What it is today.
    pub chip: Option<Chip>,
    /// What else must be seen of it: a late answer, a changed basis.
    pub marks: Vec<Chip>,
    /// Its number.
    pub number: String,
    /// What matters of its time, in words, where its day would mislead: the last day of a
    /// programme, the limit of a procedure.
    pub note: String,
    /// Its day, where there is no such note.
    pub day: Option<Moment>,
    /// One to three sentences.
    pub summary: Words,
    /// The codes of the languages in which its text exists.
    pub languages: Vec<Tongue>,
}

/// The language line under the title.
#[derive(Debug, Serialize)]
pub struct LanguageNote {
    /// The language.
    pub language: Tongue,
    /// The page.
    pub href: String,
    /// Whether it is this page.
    pub current: bool,
    /// `original`, `equal`, `reference`, `draft`, `machine`, `partial`, `stub`: in words. Empty where
    /// all texts were made from the same data.
    pub state: String,
}

/// One file to download.
#[derive(Debug, Serialize)]
pub struct FileRow {
    /// Its words and address.
    pub link: Link,
    /// The language of its text, in words; empty where it is not said.
    pub language: String,
    /// `PDF`, `DOCX` …
    pub format: String,
    /// In words.
    pub size: String,
    /// The digest in groups of four, for comparison.
    pub sha256: String,
}

/// The stamp: the code as a picture and in words.
#[derive(Debug, Serialize)]
pub struct Stamp {
    /// The verification page.
    pub href: String,
    /// The code in groups of four.
    pub code: String,
    /// The code as it stands in addresses.
    pub plain: String,
    /// The address for people: `host/V`.
    pub address: String,
    /// The picture: one file for all languages, so that a reader loads it once.
    pub picture: String,
    /// What the document is by the register; none in a site without one.
    pub state: Option<Chip>,
    /// Which version is shown, and when it was sealed.
    pub sealed: String,
}

/// The unit that answers for an item.
#[derive(Debug, Serialize)]
pub struct Owner {
    /// Its name.
    pub name: Words,
    /// Its e-mail address.
    pub email: String,
}

/// The frame of an own document on paper (content.md §11).
#[derive(Debug, Serialize)]
pub struct Paper {
    /// Who issues it.
    pub issuer: Words,
    /// Its number and symbol.
    pub number: String,
    /// The day of issue, in words.
    pub date: String,
    /// The type in capitals; none for a letter.
    pub kind: String,
    /// The title without the type that stands above it.
    pub title: String,
    /// Authority, role and name of who signs, each on a line.
    pub signer: Vec<String>,
    /// "Nơi nhận".
    pub recipients: Vec<Words>,
}

/// One of the ways that the home page offers.
#[derive(Debug, Serialize)]
pub struct Tile {
    /// Where it leads.
    pub href: String,
    /// The symbol in `icons.svg`.
    pub icon: &'static str,
    /// What is done there.
    pub words: String,
}

/// An item in one language.
#[derive(Debug, Serialize)]
pub struct Item {
    /// `document`, `mou` …
    pub kind: String,
    /// What it is, in words.
    pub kind_words: String,
    /// What it is today.
    pub chip: Option<Chip>,
    /// What else must be seen of it.
    pub marks: Vec<Chip>,
    /// The number.
    pub number: String,
    /// The summary.
    pub summary: Words,
    /// The line under the title: number, day, issuer.
    pub byline: Vec<Value>,
    /// The languages and what each text is.
    pub languages: Vec<LanguageNote>,
    /// Sentences about the translation.
    pub notices: Vec<String>,
    /// A banner above everything: withdrawn, basis changed.
    pub banner: String,
    /// What stands first: time limit, fees, dates.
    pub key_facts: Vec<Fact>,
    /// What stands above the text: whom a procedure is for, how and where to apply.
    pub opening: Vec<Fact>,
    /// Where to apply online.
    pub apply: String,
    /// What else stands in that box, as HTML: whom to call, how to join.
    pub key_part: String,
    /// The tables of data that the page shows, each as HTML.
    pub tables: Vec<String>,
    /// What its kind has after the text, each as HTML: deadlines, forms, channels.
    pub parts: Vec<String>,
    /// The table of facts.
    pub facts: Vec<Fact>,
    /// Effects and relations.
    pub relations: Vec<Fact>,
    /// Files.
    pub files: Vec<FileRow>,
    /// The stamp.
    pub stamp: Option<Stamp>,
    /// The full address of this page, also where it repeats another.
    pub address: String,
    /// The feed of the gate, for an alert.
    pub feed: Option<String>,
    /// What has taken the place of the item.
    pub successors: Vec<Value>,
    /// What only paper shows.
    pub paper: Option<Paper>,
    /// The unit that answers.
    pub owner: Option<Owner>,
    /// Whether the article is the sealed one, which has its title in it.
    pub sealed: bool,
    /// The headings of the text, if it has several.
    pub contents: Vec<Link>,
    /// The text's tag, if it is not the page's: a stub shows the source.
    pub text_lang: Option<&'static str>,
    /// Whether there is a text.
    pub has_text: bool,
    /// The last change.
    pub changed: Option<Moment>,
}

/// One group of links: browse pages, sections of the site map.
#[derive(Debug, Serialize)]
pub struct Group {
    /// What they are.
    pub title: Words,
    /// The links.
    pub links: Vec<Link>,
}

/// A list of entries.
#[derive(Debug, Serialize)]
pub struct List {
    /// The introduction of the section, on its first page.
    pub summary: Words,
    /// Whether the section has an introduction with a text.
    pub has_text: bool,
    /// The tag of that text, if it is not the page's.
    pub text_lang: Option<&'static str>,
    /// The entries of this page, each as HTML: an entry is rendered once for all lists.
    pub entries: Vec<String>,
    /// How many there are in all.
    pub total: String,
    /// Other ways to look at the section, as HTML: alike for all lists of the section.
    pub browse: String,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// Where this page stands: "2 / 5"; empty with one page.
    pub position: String,
}

/// A verification page in its three languages.
#[derive(Debug, Serialize)]
pub struct Verification {
    /// The code in groups of four.
    pub code: String,
    /// The word of the state: `unsealed`, `in-force` …
    pub state: &'static str,
    /// The state in all languages, as HTML.
    pub state_words: String,
    /// What has taken the place of an unsealed document, in each language.
    pub successors: Vec<Value>,
    /// The words to compare, label and values, in the authentic languages first.
    pub compare: Vec<Comparison>,
    /// The pages of the document, by language.
    pub pages: Vec<Alternate>,
    /// Files.
    pub files: Vec<FileRow>,
    /// What the register says; none where it says nothing.
    pub sealed: Option<Sealed>,
}

/// What the register says of a document, besides its words and its state.
#[derive(Debug, Serialize)]
pub struct Sealed {
    /// From when and until when it holds, in all languages, as HTML.
    pub term: String,
    /// What replaced it.
    pub replaced_by: Vec<Link>,
    /// What amends it.
    pub amended_by: Vec<Link>,
    /// The versions, the newest first.
    pub versions: Vec<Version>,
    /// The changes of state with their reasons, the newest first.
    pub history: Vec<Comparison>,
    /// Where it stands in the register, and who saw that, in each language.
    pub proof: Vec<Words>,
}

/// One sealed version.
#[derive(Debug, Serialize)]
pub struct Version {
    /// Its number and the day, in all languages, as HTML.
    pub line: String,
    /// What it is, in all languages, as HTML.
    pub state: String,
    /// The receipt.
    pub receipt: String,
    /// The hashes of its files; none where they were taken back.
    pub sums: Option<String>,
    /// Its texts.
    pub texts: Vec<Link>,
}

/// One line to compare with the paper.
#[derive(Debug, Serialize)]
pub struct Comparison {
    /// What it is, in each language, as HTML.
    pub label: String,
    /// What the paper must say.
    pub values: Vec<Words>,
}
