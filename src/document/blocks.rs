//! The leaf blocks of a text: what is compared, translated and tracked one by one.

use std::borrow::Cow;

use sha2::{Digest, Sha256};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::diagnostic::{FileId, Span};
use crate::document::body::{Block, BlockKind, Body, Inline, Row};
use crate::language::script::{is_surely_composed, is_white, is_wide};

/// A leaf of the tree (translation.md §2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// The path of containers and the letter of the leaf: `h2`, `p`, `oup`, `rh`. Footnotes are
    /// containers with the letter `n`.
    pub kind: String,
    /// The normal text.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

impl Leaf {
    /// The hash of kind and normal text. Made when it is asked for: most readers of a text never
    /// ask.
    pub fn hash(&self) -> [u8; 8] {
        hash(&self.kind, &self.text)
    }
}

/// All leaf blocks in order, those of footnotes last. Rules and empty blocks are none; every
/// heading is one.
pub fn leaves(body: &Body) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    walk(body, |path, letter, words, span| {
        leaves.push(Leaf { kind: format!("{path}{letter}"), text: words.normal(), span });
    });
    leaves
}

/// The places of all leaf blocks, in the order of [`leaves`].
pub fn spans(body: &Body) -> Vec<Span> {
    let mut spans = Vec::new();
    walk(body, |_, _, _, span| spans.push(span));
    spans
}

/// How many leaf blocks stand in these blocks.
pub fn count(blocks: &[Block]) -> usize {
    let mut count = 0;
    Walk { path: String::new(), each: |_: &str, _: &str, _: Words<'_>, _| count += 1 }
        .blocks(blocks);
    count
}

/// Whether a row of a table is a leaf block: an empty one is none.
pub fn is_leaf(row: &Row) -> bool {
    !Words::Row(row).is_empty()
}

/// The kinds of the leaf blocks of a text in their order, one after the other: `h2 p op op`. This
/// is what is kept of a tree, and it is short: most kinds are one or two letters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kinds(Box<str>);

/// Where the leaf blocks of a text stand in its file, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places(Box<[(u32, u32)]>);

impl Places {
    /// The place of one of them; the start of the file where there is no such block.
    pub fn span(&self, file: FileId, block: usize) -> Span {
        let place = self.0.get(block);
        place.map_or(Span::start_of(file), |&(start, end)| Span { file, start, end })
    }
}

/// The kinds of the leaf blocks of a body and their places.
pub fn outline(body: &Body) -> (Kinds, Places) {
    let (mut kinds, mut places) = (String::new(), Vec::new());
    walk(body, |path, letter, _, span| {
        if !kinds.is_empty() {
            kinds.push(' ');
        }
        kinds.extend([path, letter]);
        places.push((span.start, span.end));
    });
    (Kinds(kinds.into_boxed_str()), Places(places.into_boxed_slice()))
}

impl Kinds {
    /// Each kind.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.split_ascii_whitespace()
    }

    /// Whether there is no leaf block.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Whether a kind is that of a heading: no other ends with a digit.
pub fn is_heading(kind: &str) -> bool {
    kind.ends_with(|it: char| it.is_ascii_digit())
}

/// The hash of a block: the first 8 bytes of SHA-256 of kind, line feed and normal text.
pub fn hash(kind: &str, text: &str) -> [u8; 8] {
    let digest = Sha256::new().chain_update(kind).chain_update("\n").chain_update(text).finalize();
    let mut hash = [0; 8];
    hash.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
    hash
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

/// Running text in words, as it is shown where no more than words can stand: the spaces between Han
/// characters that were typed stay.
pub fn shown(content: &[Inline]) -> String {
    let mut raw = String::new();
    collect(content, Form::Words, &mut raw);
    raw.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text in NFC, with one space for every white space, none between full-width characters, and
/// none around it.
pub fn settle(text: &str) -> String {
    // Nearly every text consists of letters that are surely composed: nothing has to be looked up.
    let composed =
        text.chars().all(is_surely_composed) || is_nfc_quick(text.chars()) == IsNormalized::Yes;
    let text = if composed { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) };
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

/// What a leaf block says, as it stands in the tree.
#[derive(Clone, Copy)]
enum Words<'a> {
    Running(&'a [Inline]),
    Row(&'a Row),
    Code(&'a str),
}

impl Words<'_> {
    fn normal(self) -> String {
        match self {
            Words::Running(content) => normal(content),
            Words::Row(row) => {
                let cells: Vec<_> = row.cells.iter().map(|it| normal(it)).collect();
                settle(&cells.join(" | "))
            }
            Words::Code(text) => settle(text),
        }
    }

    /// Whether the normal text, of a row that of its cells, is empty.
    fn is_empty(self) -> bool {
        match self {
            Words::Running(content) => content.iter().all(shows_nothing),
            Words::Row(row) => row.cells.iter().flatten().all(shows_nothing),
            Words::Code(text) => is_white(text),
        }
    }
}

/// Whether a piece of running text adds nothing to the normal text but white space.
fn shows_nothing(inline: &Inline) -> bool {
    match inline {
        Inline::Text(text) => is_white(text),
        Inline::Emphasis(content) | Inline::Strong(content) | Inline::Struck(content) => {
            content.iter().all(shows_nothing)
        }
        Inline::FootnoteReference(_) | Inline::SoftBreak | Inline::HardBreak => true,
        Inline::Code(_) | Inline::Link { .. } | Inline::Image { .. } => false,
    }
}

/// Shows every leaf block: the letters of its containers, its own, what it says, where it stands.
fn walk<'a>(body: &'a Body, each: impl FnMut(&str, &str, Words<'a>, Span)) {
    let mut walk = Walk { path: String::new(), each };
    walk.blocks(&body.blocks);
    for footnote in &body.footnotes {
        walk.inside('n', &footnote.blocks);
    }
}

struct Walk<F> {
    /// The letters of the containers around.
    path: String,
    each: F,
}

impl<'a, F: FnMut(&str, &str, Words<'a>, Span)> Walk<F> {
    fn blocks(&mut self, blocks: &'a [Block]) {
        const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
        for block in blocks {
            match &block.kind {
                BlockKind::Heading { level, content, .. } => {
                    let letter = HEADINGS[usize::from(*level).clamp(1, 6) - 1];
                    // Also where a footnote is all it says: it has an anchor, and the headings
                    // of an outline are counted like those of the blocks.
                    (self.each)(&self.path, letter, Words::Running(content), block.span);
                }
                BlockKind::Paragraph(content) => {
                    let letter = if is_only_image(content) { "f" } else { "p" };
                    self.leaf(letter, Words::Running(content), block.span);
                }
                BlockKind::List { start, items, .. } => {
                    let letter = if start.is_some() { 'o' } else { 'u' };
                    for item in items {
                        self.inside(letter, &item.blocks);
                    }
                }
                BlockKind::Quote(blocks) => self.inside('q', blocks),
                BlockKind::Table { header, rows, .. } => {
                    self.leaf("rh", Words::Row(header), header.span);
                    for row in rows {
                        self.leaf("r", Words::Row(row), row.span);
                    }
                }
                BlockKind::Code(text) => self.leaf("c", Words::Code(text), block.span),
                BlockKind::Rule => {}
            }
        }
    }

    fn inside(&mut self, letter: char, blocks: &'a [Block]) {
        self.path.push(letter);
        self.blocks(blocks);
        self.path.pop();
    }

    fn leaf(&mut self, letter: &str, words: Words<'a>, span: Span) {
        if !words.is_empty() {
            (self.each)(&self.path, letter, words, span);
        }
    }
}

fn is_only_image(content: &[Inline]) -> bool {
    let mut rest = content.iter().filter(|it| !is_blank(it)).peekable();
    rest.peek().is_some() && rest.all(|it| matches!(it, Inline::Image { .. }))
}

/// Whether a piece of running text shows nothing.
pub(super) fn is_blank(inline: &Inline) -> bool {
    match inline {
        Inline::Text(text) => is_white(text),
        Inline::SoftBreak | Inline::HardBreak => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{count, hash, is_heading, leaves, outline, settle, spans};
    use crate::diagnostic::{Diagnostics, FileId, Span};
    use crate::document::markdown;
    use crate::verify::note::hex;

    fn check(markdown: &str, expected: &[&str]) {
        let mut diagnostics = Diagnostics::default();
        let place = Span::new(FileId(0), 0..markdown.len());
        let body = markdown::parse(markdown, place, &mut diagnostics);
        let leaves = leaves(&body);
        let shown: Vec<_> = leaves.iter().map(|it| format!("{} {}", it.kind, it.text)).collect();
        assert_eq!(shown, expected, "{markdown}");
        let (kinds, places) = outline(&body);
        assert!(kinds.iter().eq(leaves.iter().map(|it| it.kind.as_str())), "{markdown}");
        assert!(spans(&body).into_iter().eq(leaves.iter().map(|it| it.span)), "{markdown}");
        let of = |it: usize| places.span(place.file, it);
        assert!((0..leaves.len()).map(of).eq(leaves.iter().map(|it| it.span)), "{markdown}");
        let notes: usize = body.footnotes.iter().map(|it| count(&it.blocks)).sum();
        assert_eq!(count(&body.blocks) + notes, leaves.len(), "{markdown}");
    }

    /// The worked example of translation.md §6.
    #[test]
    fn hashes_are_those_of_the_example() {
        let check = |kind: &str, text: &str, expected: &str| {
            assert_eq!(hex(&hash(kind, text)), expected, "{kind} {text}");
        };
        check("h2", "Điều 1. Thời hạn", "28fd6f44b6e97014");
        check("p", "Sở trả lời phản ánh trong 15 ngày làm việc.", "b91db8d90ddc86fb");
        check("p", "Sở trả lời phản ánh trong 10 ngày làm việc.", "3b37b50d31a4a6f5");
        check("p", "Trường hợp phức tạp, thời hạn là 20 ngày làm việc.", "36bf5e3273718e80");
        check("op", "Nhận phản ánh qua đường dây nóng.", "1dce5734b74f19d1");
        check("op", "Công bố kết quả trên trang thông tin.", "e58f28548ede830b");
        check("h2", "第一条 期限", "21b4a9a0b63ab74f");
        check("p", "外事厅在15个工作日内答复反映。", "f70314e0d090c199");
        check("op", "通过热线接收反映。", "5076213a4728e5e0");
        check("op", "在网站公布结果。", "7dfed926f5e5d868");
        assert_eq!(hex(&[0, 1, 2, 3, 4, 5, 6, 255]), "00010203040506ff");
    }

    #[test]
    fn leaves_of_a_text_have_the_hashes_of_the_example() {
        let text = "## Điều 1. Thời hạn\n\nSở trả lời phản ánh trong **15** ngày\nlàm việc.\n\n\
                    1. Nhận phản ánh qua *đường dây nóng*.\n2. Công bố kết quả\n   trên trang thông tin.\n";
        let mut diagnostics = Diagnostics::default();
        let body = markdown::parse(text, Span::new(FileId(0), 0..text.len()), &mut diagnostics);
        let hashes: Vec<_> = leaves(&body).iter().map(|it| hex(&it.hash())).collect();
        let expected =
            ["28fd6f44b6e97014", "b91db8d90ddc86fb", "1dce5734b74f19d1", "e58f28548ede830b"];
        assert_eq!(hashes, expected);
    }

    #[test]
    fn kinds_are_paths() {
        check("1. a\n   - b\n2. > c\n\n> ## d\n", &["op a", "oup b", "oqp c", "qh2 d"]);
        check("|a|b|\n|-|-|\n|c||\n||d|\n|||", &["rh a | b", "r c |", "r | d"]);
        check(
            "```\na\n b\n```\n\n![a](b.png)\n\n![a](b.png) c",
            &["c a b", "f ![a](b.png)", "p ![a](b.png) c"],
        );
        check("![a](b.png)\n![c](d.png)", &["f ![a](b.png) ![c](d.png)"]);
        check("- a[^1]\n\n[^1]: b\n\n    - c", &["up a", "np b", "nup c"]);
        check("## [^1]\n\n[^1]: a", &["h2 ", "np a"]);
        assert!(is_heading("h2") && is_heading("oqh3") && !is_heading("rh") && !is_heading("oup"));
        check("***\n\n<br>\n\n-\n\n```\n```", &[]);
    }

    #[test]
    fn normal_text_keeps_what_matters() {
        check("a `x  y` [b *c*](d#e) ~~f~~\\\ng", &["p a `x y` [b c](d#e) f g"]);
        check("中文\n**换行** a\n后  ， 文", &["p 中文换行 a 后，文"]);
        check("e\u{301} \u{a0} o\u{323}\u{302}", &["p é ộ"]);
        assert_eq!(settle("\u{3000}文 \u{2003}件\ta\u{a0}b\n"), "文件 a b");
        assert_eq!(settle("（一） a 。"), "（一） a 。");
    }
}
