//! What does not match in a translation, marked in words: not translated, or no longer in the
//! original.

use std::collections::BTreeMap;

use crate::article::html::Writer;
use crate::article::typography::escape;
use crate::diagnostic::Span;
use crate::document::body::Block;
use crate::language::Language;
use crate::translation::fill::Mark;

/// What is marked in a translation that does not match its source, and with which words. Unlike
/// the other labels these are seen.
#[derive(Debug)]
pub struct Marking {
    /// The language of the source.
    pub source: Language,
    /// The marks of whole blocks, by their places.
    pub blocks: BTreeMap<Span, Mark>,
    /// The marks of list items and table rows.
    pub parts: BTreeMap<Span, Mark>,
    /// The words of the marks.
    pub words: MarkWords,
}

/// The words of marks in the language of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkWords {
    /// What is not translated: above blocks, and inside an item or a row.
    pub untranslated: [String; 2],
    /// What is no longer in the original.
    pub orphan: [String; 2],
}

impl MarkWords {
    fn of(&self, mark: Mark) -> &[String; 2] {
        match mark {
            Mark::Untranslated => &self.untranslated,
            Mark::Orphan => &self.orphan,
        }
    }
}

impl Writer<'_> {
    /// Writes blocks that stand side by side, those that have one mark under one label.
    pub(super) fn runs(&mut self, blocks: &[Block], mut plain: impl FnMut(&mut Self, &[Block])) {
        let Some(marking) = self.marking else { return plain(self, blocks) };
        let mark = |it: &Block| marking.blocks.get(&it.span).copied();
        for run in blocks.chunk_by(|a, b| mark(a) == mark(b)) {
            let Some(mark) = mark(&run[0]) else {
                plain(self, run);
                continue;
            };
            self.put("<div");
            self.mark(mark);
            self.put(">\n<p");
            self.label(mark, &marking.words.of(mark)[0]);
            self.put("</p>\n");
            self.inside(mark, |writer| writer.blocks(run));
            self.put("</div>\n");
        }
    }

    /// The mark of a list item or a table row.
    pub(super) fn part(&self, span: Span) -> Option<Mark> {
        self.marking?.parts.get(&span).copied()
    }

    /// The attributes of what is marked.
    pub(super) fn mark(&mut self, mark: Mark) {
        self.attribute(
            "class",
            match mark {
                Mark::Untranslated => "untranslated",
                Mark::Orphan => "orphan",
            },
        );
        if let Some(marking) = self.marking.filter(|_| mark == Mark::Untranslated) {
            self.attribute("lang", marking.source.tag());
        }
    }

    /// The rest of an open tag, and the words of a mark in the language of the page.
    pub(super) fn label(&mut self, mark: Mark, words: &str) {
        self.attribute("class", "mark");
        if mark == Mark::Untranslated {
            self.attribute("lang", self.language.tag());
        }
        self.put(">");
        escape(words, self.into);
    }

    /// The label inside a list item or a table row.
    pub(super) fn inner_label(&mut self, mark: Option<Mark>) {
        let (Some(mark), Some(marking)) = (mark, self.marking) else { return };
        self.put("<span");
        self.label(mark, &marking.words.of(mark)[1]);
        self.put("</span> ");
    }

    /// Writes what is marked. Inside a mark nothing is marked again.
    pub(super) fn inside(&mut self, mark: Mark, write: impl FnOnce(&mut Self)) {
        let (language, marking) = (self.language, self.marking.take());
        if let Some(marking) = marking.filter(|_| mark == Mark::Untranslated) {
            self.language = marking.source;
        }
        write(self);
        (self.language, self.marking) = (language, marking);
    }
}
