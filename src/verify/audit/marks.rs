//! What a page says of documents: the elements that are marked with a state, and where articles stand.

use std::collections::BTreeSet;

use crate::verify::tags::{BLOCKS, Piece, Reader, SILENT, Tag, VOID};

/// Elements whose content is not seen as it stands there, besides the silent ones.
const UNSEEN: &[&str] = &[
    "dialog",
    "head",
    "noembed",
    "noframes",
    "noscript",
    "plaintext",
    "select",
    "textarea",
    "title",
    "xmp",
];

/// Elements in which a tag may close itself.
const FOREIGN: [&str; 2] = ["svg", "math"];

/// The marks of a page.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Elements with `data-state`.
    pub(super) states: Vec<Mark>,
    /// Elements with `data-seal`; they have no words here.
    pub(super) articles: Vec<Mark>,
    /// The languages of the page.
    pub(super) languages: BTreeSet<String>,
    /// What browsers could read in another way: line and why.
    pub(super) faults: Vec<(usize, String)>,
}

/// An element that is marked.
#[derive(Debug, Default)]
pub(super) struct Mark {
    /// The line on which it begins, counted from one.
    pub(super) line: usize,
    /// The value of the mark.
    pub(super) value: String,
    /// The language, without script and region; empty where none is said.
    pub(super) language: String,
    /// The words in it, with one space between them.
    pub(super) words: String,
    /// Whether it, or something around it, is hidden.
    pub(super) is_hidden: bool,
}

/// Reads the marks of a page.
pub(super) fn read(html: &str) -> Marks {
    let mut page = Page::default();
    for (line, piece) in Reader::new(html) {
        match piece {
            Piece::Start(tag) => page.start(line, &tag),
            Piece::End(name) => page.end(&name),
            Piece::Text(text) | Piece::Undecoded(text) => page.text(&text),
            Piece::Unreadable(why) => page.marks.faults.push((line, why)),
        }
    }
    for mark in &mut page.marks.states {
        let words = mark.words.split_whitespace();
        mark.words = words.collect::<Vec<_>>().join(" ");
    }
    page.marks
}

/// An element that is open.
#[derive(Clone, Default)]
struct Open {
    name: String,
    language: String,
    is_hidden: bool,
    is_foreign: bool,
    /// Its place among the states, if it is one.
    state: Option<usize>,
}

#[derive(Default)]
struct Page {
    open: Vec<Open>,
    marks: Marks,
}

impl Page {
    fn start(&mut self, line: usize, tag: &Tag) {
        let name = tag.name.as_str();
        let around = self.open.last().cloned().unwrap_or_default();
        let language = tag.attribute("lang").map(|it| {
            let language = it.split('-').next().unwrap_or_default().to_ascii_lowercase();
            self.marks.languages.insert(language.clone());
            language
        });
        let language = language.unwrap_or(around.language);
        let is_hidden = around.is_hidden
            || tag.attribute("hidden").is_some()
            || tag.attribute("style").is_some()
            || SILENT.contains(&name)
            || UNSEEN.contains(&name);
        let is_foreign = around.is_foreign || FOREIGN.contains(&name);
        let mark = |value: &str| Mark {
            line,
            value: value.to_owned(),
            language: language.clone(),
            words: String::new(),
            is_hidden,
        };
        if let Some(value) = tag.attribute("data-seal") {
            self.marks.articles.push(mark(value));
        }
        let state = tag.attribute("data-state").map(|value| {
            self.marks.states.push(mark(value));
            self.marks.states.len() - 1
        });
        if is_break(name) {
            self.text(" ");
        }
        if VOID.contains(&name) {
            return;
        }
        if tag.closes_itself && !is_foreign {
            // To browsers it is open: what it hides, it hides from here on.
            self.marks.faults.push((line, format!("<{name}/> is not closed")));
        }
        self.open.push(Open { name: name.to_owned(), language, is_hidden, is_foreign, state });
    }

    fn end(&mut self, name: &str) {
        if is_break(name) {
            self.text(" ");
        }
        if let Some(at) = self.open.iter().rposition(|it| it.name == name) {
            self.open.truncate(at);
        }
    }

    fn text(&mut self, text: &str) {
        // Words that are hidden are not said; of what is hidden as a whole, that is found.
        let is_hidden = self.open.last().is_some_and(|it| it.is_hidden);
        for state in self.open.iter().filter_map(|it| it.state) {
            let mark = &mut self.marks.states[state];
            if mark.is_hidden || !is_hidden {
                mark.words.push_str(text);
            }
        }
    }
}

fn is_break(name: &str) -> bool {
    BLOCKS.contains(&name) || matches!(name, "br" | "td" | "th" | "img")
}
