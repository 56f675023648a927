//! The words that a reader of a sealed article sees, and what hides or adds words
//! (docs/FORMAT.md, "Visible words").

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization;

use crate::verify::entry::is_banned;
use crate::verify::note::hex;
use crate::verify::tags::{BLOCKS, Piece, Reader, SILENT, Tag, VOID};

/// Elements that a sealed article has none of, besides the silent ones.
const FORBIDDEN: &[&str] = &["form", "input", "embed"];

/// What a page shows of sealed articles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// The words of each article by its name, `CODE/n/L`, and the line on which it begins.
    pub articles: BTreeMap<String, Article>,
    /// What hides or adds words.
    pub faults: Vec<Fault>,
}

/// The words of a sealed article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article {
    /// The line on which it begins, counted from one.
    pub line: usize,
    /// One line of the page a line; cells of a table with tabs between them.
    pub words: String,
}

impl Article {
    /// `sha256:` and the hash of the words.
    pub fn hash(&self) -> String {
        format!("sha256:{}", hex(&Sha256::digest(&self.words)))
    }
}

/// Something that a sealed article may not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line of the page, counted from one.
    pub line: usize,
    /// What it is.
    pub text: String,
}

/// Reads the articles of a page.
pub fn read(html: &str) -> Page {
    let mut words = Words::default();
    for (line, piece) in Reader::new(html) {
        words.line = line;
        match piece {
            Piece::Start(tag) => words.start(&tag),
            Piece::End(name) => words.end(&name),
            Piece::Text(text) => words.text(&text),
            Piece::Undecoded(text) => words.undecoded(&text),
            Piece::Unreadable(text) => words.fault(text),
        }
    }
    if words.article.is_some() {
        words.fault("the article is not closed".to_owned());
    }
    let finish = |(name, (line, raw)): (String, (usize, String))| {
        (name, Article { line, words: settle(&raw) })
    };
    Page { articles: words.articles.into_iter().map(finish).collect(), faults: words.faults }
}

/// An element that is open, and what was read when it began.
struct Open {
    name: String,
    silent: bool,
    article: Option<String>,
}

#[derive(Default)]
struct Words {
    line: usize,
    open: Vec<Open>,
    article: Option<String>,
    silent: bool,
    articles: BTreeMap<String, (usize, String)>,
    faults: Vec<Fault>,
}

impl Words {
    fn fault(&mut self, text: String) {
        self.faults.push(Fault { line: self.line, text });
    }

    fn put(&mut self, text: &str) {
        if let Some(name) = self.article.as_ref().filter(|_| !self.silent)
            && let Some((_, words)) = self.articles.get_mut(name)
        {
            words.push_str(text);
        }
    }

    fn start(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        let is_void = VOID.contains(&name);
        if !is_void {
            let (silent, article) = (self.silent, self.article.clone());
            self.open.push(Open { name: tag.name.clone(), silent, article });
        }
        if let Some(sealed) = tag.attribute("data-seal").filter(|_| name == "article") {
            if self.article.is_some() {
                self.fault("sealed article inside a sealed article".to_owned());
            }
            if self.articles.contains_key(sealed) {
                self.fault(format!("second article {sealed}"));
            }
            self.articles.insert(sealed.to_owned(), (self.line, String::new()));
            self.article = Some(sealed.to_owned());
            self.silent = false;
        }
        if self.article.is_none() {
            return;
        }
        if tag
            .attributes
            .iter()
            .any(|(it, _)| it == "hidden" || it == "style" || it.starts_with("on"))
        {
            self.fault(format!("<{name}> carries hidden, style or an event handler"));
        }
        if tag.has_twice() {
            self.fault(format!("<{name}> carries an attribute twice"));
        }
        let is_silent = SILENT.contains(&name);
        if is_silent || FORBIDDEN.contains(&name) {
            self.fault(format!("<{name}> inside a sealed article"));
        }
        if is_silent || tag.attribute("data-seal-skip").is_some() {
            self.silent |= !is_void;
            return;
        }
        if BLOCKS.contains(&name) || name == "br" {
            self.put("\n");
        }
        match name {
            "td" | "th" => self.put("\t"),
            "img" => {
                let alternative = tag.attribute("alt").unwrap_or_default();
                self.put(&format!(" [{alternative}] "));
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if VOID.contains(&name) {
            return;
        }
        if !self.open.iter().any(|it| it.name == name) {
            if self.article.is_some() {
                self.fault(format!("</{name}> without a start tag"));
            }
            return;
        }
        while let Some(open) = self.open.pop() {
            if open.name != name && self.article.is_some() {
                self.fault(format!("<{}> is not closed", open.name));
            }
            if BLOCKS.contains(&open.name.as_str()) {
                self.put("\n");
            }
            self.silent = open.silent;
            self.article = open.article;
            if open.name == name {
                return;
            }
        }
    }

    fn undecoded(&mut self, text: &str) {
        if self.article.is_some() {
            self.fault(format!("unknown character reference in: {}", text.trim()));
        }
    }

    fn text(&mut self, text: &str) {
        if self.article.is_none() {
            return;
        }
        // What breaks a line in the source is a space to the reader.
        let is_white = |it: char| matches!(it, '\t' | '\n' | '\u{c}' | '\r');
        if text.chars().any(|it| is_banned(it) && !is_white(it)) {
            self.fault("forbidden character".to_owned());
        }
        if self.silent && text.chars().any(char::is_alphanumeric) {
            let shown: String = text.trim().chars().take(40).collect();
            self.fault(format!("letters or digits in skipped text: {shown}"));
        }
        self.put(&text.replace(is_white, " "));
    }
}

/// Lines and cells without the spaces around them.
fn settle(raw: &str) -> String {
    let raw: String = raw.nfc().collect();
    let mut settled = String::with_capacity(raw.len());
    for line in raw.split('\n') {
        let cell = |it: &str| {
            let words = it.split([' ', '\u{a0}']).filter(|it| !it.is_empty());
            words.collect::<Vec<_>>().join(" ")
        };
        let cells: Vec<_> = line.split('\t').map(cell).collect();
        let line = cells.join("\t");
        let line = line.trim_matches('\t');
        if !line.is_empty() {
            settled.push_str(line);
            settled.push('\n');
        }
    }
    settled
}
