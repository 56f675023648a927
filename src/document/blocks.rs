//! The leaf blocks of a text: what is compared, translated and tracked one by one.

use std::borrow::Cow;

use sha2::{Digest, Sha256};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::diagnostic::Span;
use crate::document::body::{Block, BlockKind, Body, Inline, Row};
use crate::language::script::is_wide;

/// A leaf of the tree (translation.md §2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// The path of containers and the letter of the leaf: `h2`, `p`, `oup`, `rh`. Footnotes are
    /// containers with the letter `n`.
    pub kind: String,
    /// The normal text.
    pub text: String,
    /// The hash of kind and normal text; [`hex`] writes it.
    pub hash: [u8; 8],
    /// Where it stands.
    pub span: Span,
}

/// All leaf blocks in order, those of footnotes last. Rules and empty blocks are none.
pub fn leaves(body: &Body) -> Vec<Leaf> {
    let mut walk = Walk { path: String::new(), leaves: Vec::new() };
    walk.blocks(&body.blocks);
    for footnote in &body.footnotes {
        walk.inside('n', &footnote.blocks);
    }
    walk.leaves
}

/// The hash of a block: the first 8 bytes of SHA-256 of kind, line feed and normal text.
pub fn hash(kind: &str, text: &str) -> [u8; 8] {
    let digest = Sha256::new().chain_update(kind).chain_update("\n").chain_update(text).finalize();
    let mut hash = [0; 8];
    hash.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
    hash
}

/// A hash as it is written: 16 hex digits.
pub fn hex(hash: [u8; 8]) -> String {
    format!("{:016x}", u64::from_be_bytes(hash))
}

/// The normal text of running text: with code marks, destinations of links and images, without
/// emphasis and footnote references.
pub fn normal(content: &[Inline]) -> String {
    settled(content, Form::Normal)
}

/// The words of running text alone: the normal text without code marks and destinations.
pub fn words(content: &[Inline]) -> String {
    settled(content, Form::Words)
}

/// A text in NFC, with one space for every white space, none between full-width characters, and
/// none around it.
pub fn settle(text: &str) -> String {
    let text = match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        _ => Cow::Owned(text.nfc().collect()),
    };
    let mut settled = String::with_capacity(text.len());
    for word in text.split(char::is_whitespace).filter(|it| !it.is_empty()) {
        let is_joined = settled.ends_with(is_wide) && word.starts_with(is_wide);
        if !settled.is_empty() && !is_joined {
            settled.push(' ');
        }
        settled.push_str(word);
    }
    settled
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Normal,
    Words,
}

fn settled(content: &[Inline], form: Form) -> String {
    match content {
        [] => String::new(),
        [Inline::Text(text)] => settle(text),
        _ => {
            let mut raw = String::new();
            collect(content, form, &mut raw);
            settle(&raw)
        }
    }
}

fn collect(content: &[Inline], form: Form, into: &mut String) {
    let is_normal = form == Form::Normal;
    for inline in content {
        match inline {
            Inline::Code(text) if is_normal => into.extend(["`", text, "`"]),
            Inline::Text(text) | Inline::Code(text) => into.push_str(text),
            Inline::Emphasis(content) | Inline::Strong(content) | Inline::Struck(content) => {
                collect(content, form, into);
            }
            Inline::Link { destination, content, .. } if is_normal => {
                into.push('[');
                collect(content, form, into);
                into.extend(["](", destination, ")"]);
            }
            Inline::Link { content, .. } => collect(content, form, into),
            Inline::Image { destination, alternative, .. } if is_normal => {
                into.extend(["![", alternative, "](", destination, ")"]);
            }
            Inline::Image { alternative, .. } => into.push_str(alternative),
            Inline::FootnoteReference(_) => {}
            Inline::SoftBreak | Inline::HardBreak => into.push(' '),
        }
    }
}

struct Walk {
    /// The letters of the containers around.
    path: String,
    leaves: Vec<Leaf>,
}

impl Walk {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading { level, content, .. } => {
                    self.leaf(&format!("h{level}"), normal(content), block.span);
                }
                BlockKind::Paragraph(content) => {
                    let letter = if is_only_image(content) { "f" } else { "p" };
                    self.leaf(letter, normal(content), block.span);
                }
                BlockKind::List { start, items, .. } => {
                    let letter = if start.is_some() { 'o' } else { 'u' };
                    for item in items {
                        self.inside(letter, &item.blocks);
                    }
                }
                BlockKind::Quote(blocks) => self.inside('q', blocks),
                BlockKind::Table { header, rows, .. } => {
                    self.row("rh", header);
                    for row in rows {
                        self.row("r", row);
                    }
                }
                BlockKind::Code(text) => self.leaf("c", settle(text), block.span),
                BlockKind::Rule => {}
            }
        }
    }

    fn inside(&mut self, letter: char, blocks: &[Block]) {
        self.path.push(letter);
        self.blocks(blocks);
        self.path.pop();
    }

    fn row(&mut self, letter: &str, row: &Row) {
        let cells: Vec<_> = row.cells.iter().map(|it| normal(it)).collect();
        if cells.iter().any(|it| !it.is_empty()) {
            self.leaf(letter, settle(&cells.join(" | ")), row.span);
        }
    }

    fn leaf(&mut self, letter: &str, text: String, span: Span) {
        if text.is_empty() {
            return;
        }
        let kind = format!("{}{letter}", self.path);
        let hash = hash(&kind, &text);
        self.leaves.push(Leaf { kind, text, hash, span });
    }
}

fn is_only_image(content: &[Inline]) -> bool {
    let mut rest = content.iter().filter(|it| !is_blank(it)).peekable();
    rest.peek().is_some() && rest.all(|it| matches!(it, Inline::Image { .. }))
}

/// Whether a piece of running text shows nothing.
pub(super) fn is_blank(inline: &Inline) -> bool {
    match inline {
        Inline::Text(text) => text.trim().is_empty(),
        Inline::SoftBreak | Inline::HardBreak => true,
        _ => false,
    }
}
