//! Trees with what they lack. `*` stands before what was put in, `!` before an orphan, at the
//! outermost thing that is marked.

use proptest::prelude::*;

use crate::diagnostic::{Diagnostics, FileId, Span};
use crate::document::blocks;
use crate::document::body::{Block, BlockKind, Body, Footnote, Inline, Item, Row};
use crate::document::markdown;
use crate::document::outline::Outline;
use crate::translation::align::{self, Alignment, align};
use crate::translation::fill::{Filled, Mark, fill};

const SOURCE: FileId = FileId(1);

fn read(text: &str, file: FileId) -> Body {
    markdown::parse(text, Span::new(file, 0..text.len()), &mut Diagnostics::default())
}

fn structural(source: &Body, translation: &Body) -> Alignment {
    let (ours, theirs) = (blocks::outline(source).0, blocks::outline(translation).0);
    let (our_outline, their_outline) = (Outline::of(source), Outline::of(translation));
    align(
        &crate::translation::blocks(&ours, &our_outline),
        &crate::translation::blocks(&theirs, &their_outline),
        None,
    )
}

/// Rows as the lock will give them: `0=0 1- +1 2=2`.
fn given(rows: &str) -> Alignment {
    let number = |it: &str| it.parse().unwrap_or_else(|_| panic!("{rows}"));
    let row = |it: &str| match it.split_once('=') {
        Some((source, translation)) => align::Row::Pair {
            source: number(source),
            translation: number(translation),
            moved: false,
        },
        None => match it.strip_prefix('+') {
            Some(translation) => align::Row::Orphan(number(translation)),
            None => align::Row::Missing(number(it.trim_end_matches('-'))),
        },
    };
    Alignment { rows: rows.split_whitespace().map(row).collect(), is_apart: false }
}

struct Show<'a>(&'a Filled);

impl Show<'_> {
    fn body(&self) -> String {
        let mut parts = vec![self.blocks(&self.0.body.blocks)];
        parts.extend(
            self.0
                .body
                .footnotes
                .iter()
                .map(|it: &Footnote| format!("[^{}: {}]", it.label, self.blocks(&it.blocks))),
        );
        parts.join(" ")
    }

    fn blocks(&self, blocks: &[Block]) -> String {
        blocks.iter().map(|it| self.block(it)).collect::<Vec<_>>().join(" ")
    }

    fn block(&self, block: &Block) -> String {
        let mark = mark(self.0.blocks.get(&block.span).copied());
        let text = match &block.kind {
            BlockKind::Heading { content, .. } => format!("#{}", words(content)),
            BlockKind::Paragraph(content) => words(content),
            BlockKind::List { start, items, .. } => {
                let items: Vec<_> = items.iter().map(|it| self.item(it)).collect();
                let start = start.map_or(String::new(), |it| it.to_string());
                format!("{start}({})", items.join(", "))
            }
            BlockKind::Quote(blocks) => format!(">({})", self.blocks(blocks)),
            BlockKind::Table { header, rows, .. } => {
                let rows = std::iter::once(header).chain(rows).map(|it| self.row(it));
                format!("|{}|", rows.collect::<Vec<_>>().join("/"))
            }
            BlockKind::Code(text) => format!("`{}`", text.trim()),
            BlockKind::Rule => "---".to_owned(),
        };
        format!("{mark}{text}")
    }

    fn item(&self, item: &Item) -> String {
        format!("{}{}", mark(self.0.parts.get(&item.span).copied()), self.blocks(&item.blocks))
    }

    fn row(&self, row: &Row) -> String {
        let cells: Vec<_> = row.cells.iter().map(|it| words(it)).collect();
        format!("{}{}", mark(self.0.parts.get(&row.span).copied()), cells.join(";"))
    }
}

fn mark(mark: Option<Mark>) -> &'static str {
    match mark {
        None => "",
        Some(Mark::Untranslated) => "*",
        Some(Mark::Orphan) => "!",
    }
}

/// The words, with the numbers of footnotes counted from 1.
fn words(content: &[Inline]) -> String {
    let word = |it: &Inline| match it {
        Inline::Text(text) => text.clone(),
        Inline::FootnoteReference(at) => format!("^{}", at + 1),
        _ => "?".to_owned(),
    };
    content.iter().map(word).collect()
}

fn check(source: &str, translation: &str, rows: &str, expected: &str) {
    let (source, translation) = (read(source, SOURCE), read(translation, FileId(2)));
    let alignment = if rows.is_empty() { structural(&source, &translation) } else { given(rows) };
    let filled = fill(translation, source, &alignment, SOURCE);
    assert_eq!(Show(&filled).body(), expected);
}

#[test]
fn whole_blocks_stand_where_they_belong() {
    check("## A\n\na\n\n- b\n\n## B", "## X\n\n## Y", "", "#X *a *(b) #Y");
    check("## A\n\n## B\n\nb", "## X\n\n## Y", "", "#X #Y *b");
    check("a\n\n## A", "## X", "", "*a #X");
    check("## A\n\n|a|\n|-|\n|b|\n", "## X", "", "#X *|a/b|");
    check("## A\n\n> a\n\n***\n\n```\nc\n```", "## X", "", "#X *>(a) *`c`");
}

#[test]
fn a_group_follows_what_is_translated_of_it() {
    check(
        "## A\n\na\n\n1. b\n2. c\n\n## B",
        "## X\n\nx\n\n1. y\n\n## Y",
        "",
        "#X x 1(y) *a *1(b, c) #Y",
    );
    check("a\n\nb", "x", "", "x *a *b");
    check("## A\n\n|a|\n|-|\n|b|\n|c|\n", "## X\n\n|x|\n|-|\n|y|", "", "#X |x/y| *|a/b/c|");
}

#[test]
fn orphans_are_marked() {
    check("## A\n\n## B", "## X\n\nx\n\n- y\n\n## Y", "", "#X !x !(y) #Y");
    check("- a\n- b", "- x\n- y\n- z", "0=0 +1 1=2", "(x, !y, z)");
    check("- a", "- x\n- y\n- z", "0=1 +0 +2", "(!x, y, !z)");
}

#[test]
fn moved_sections_keep_what_they_lack() {
    check(
        "## A {#a}\n\na\n\n## B {#b}\n\nb\n\n## C {#c}\n\nc",
        "## B {#b}\n\n## A {#a}\n\nx\n\n## C {#c}\n\nz",
        "",
        "#B *b #A x #C z",
    );
}

#[test]
fn items_stand_in_their_list() {
    check("1. a\n2. b\n3. c", "1. x\n2. z", "0=0 1- 2=1", "1(x, *b, z)");
    check("1. a\n2. b", "1. y", "0- 1=0", "1(*a, y)");
    check("- a\n- b\n\nc", "- x\n\nz", "0=0 1- 2=1", "(x, *b) z");
    check("- a\n  - b\n  - c\n- d", "- x\n  - y\n- u", "0=0 1=1 2- 3=2", "(x (y, *c), u)");
    check("- a\n  - b\n- d", "- x\n- u", "0=0 1- 2=1", "(x *(b), u)");
    check("1. a\n2. b\n3. c", "x", "0=0 1- 2-", "x *2(b, c)");
    check("- a\n\nb\n\n- c", "- x\n- z", "0=0 1- 2=1", "(x, z) *b");
    check("> a\n>\n> b", "> x", "0=0 1-", ">(x *b)");
}

#[test]
fn rows_stand_in_their_table() {
    let source = "|a|b|\n|-|-|\n|c|d|\n|e|f|\n|g|h|";
    check(source, "|x|y|\n|-|-|\n|z|w|\n|u|v|", "0=0 1=1 2- 3=2", "|x;y/z;w/*e;f/u;v|");
    check(source, "|x|y|\n|-|-|\n|z|w|", "0=0 1- 2- 3=1", "|x;y/*c;d/*e;f/z;w|");
    check(source, "|x|y|\n|-|-|\n|z|w|", "0- 1=1 2- 3- +0", "|!x;y/*a;b/z;w/*e;f/*g;h|");
    check(source, "x", "0=0 1- 2- 3-", "x *|a;b/c;d/e;f/g;h|");
}

#[test]
fn footnotes_are_counted_as_they_stand() {
    let source = "a[^1]\n\n## A\n\nb[^2]\n\n[^1]: c\n\n[^2]: d";
    check(source, "x[^2]\n\n## X\n\n[^2]: z", "", "x^1 #X *b^2 [^2: z] [^2: *d] [^1: *c]");
    check(source, "## X\n\ny[^1]\n\n[^1]: w", "0- 1=0 2=1 3- 4=2", "*a^1 #X y^2 [^1: *c] [^1: w]");
    // The reference is missing, its text is not lost.
    check("a[^1]\n\n[^1]: b", "x", "", "x [^1: *b]");
    check("a[^1]\n\n[^1]: b\n\n    c", "x[^1]\n\n[^1]: y", "0=0 1=1 2-", "x^1 [^1: y *c]");
    check("a[^1] b[^1]\n\nc\n\n[^1]: b", "x[^1]\n\n[^1]: y", "0=0 1- 2=1", "x^1 *c [^1: y]");
}

#[test]
fn a_list_of_one_orphan_is_not_the_whole_list() {
    check("- a\n- b", "- x", "0- 1- +0", "!(x) *(a, b)");
    check("- a\n- b\n- c", "- y\n- x", "0- 1=0 2- +1", "(*a, y, !x, *c)");
}

/// Pieces of Markdown, by which texts are made and edited.
const PIECES: [&str; 9] = [
    "## A\n\n",
    "a\n\n",
    "- b\n- c\n  - d\n\n",
    "1. e\n2. f\n\n",
    "> g\n>\n> - h\n\n",
    "|i|j|\n|-|-|\n|k|l|\n|m|n|\n\n",
    "o[^1]\n\n",
    "```\np\n```\n\n",
    "## B {#b}\n\n",
];

fn written(pieces: &[usize]) -> String {
    let text: String = pieces.iter().map(|it| PIECES[*it]).collect();
    text + "[^1]: q\n"
}

proptest! {
    /// Whatever is missing is shown once, and nothing of the translation is lost or changes its
    /// order.
    #[test]
    fn nothing_is_lost(
        source in proptest::collection::vec(0..PIECES.len(), 0..14),
        translation in proptest::collection::vec(0..PIECES.len(), 0..14),
        picks in proptest::collection::vec(any::<bool>(), 60),
        by_structure in any::<bool>(),
    ) {
        let (source, translation) = (written(&source), written(&translation));
        let (ours, theirs) = (read(&source, SOURCE), read(&translation, FileId(2)));
        let mut alignment = structural(&ours, &theirs);
        if !by_structure {
            // As a lock might: any leaf blocks of equal kinds, in order.
            let (ours, theirs) = (blocks::leaves(&ours), blocks::leaves(&theirs));
            let mut rows = Vec::new();
            let mut next = 0;
            for (at, leaf) in ours.iter().enumerate() {
                let found = theirs[next..].iter().position(|it| it.kind == leaf.kind);
                match found.filter(|_| picks[at % picks.len()]) {
                    Some(found) => {
                        rows.extend((next..next + found).map(align::Row::Orphan));
                        let translation = next + found;
                        rows.push(align::Row::Pair { source: at, translation, moved: false });
                        next = translation + 1;
                    }
                    None => rows.push(align::Row::Missing(at)),
                }
            }
            rows.extend((next..theirs.len()).map(align::Row::Orphan));
            alignment = Alignment { rows, is_apart: false };
        }
        let shown: Vec<_> = alignment.untranslated().collect();
        let (our_spans, their_spans) = (blocks::spans(&ours), blocks::spans(&theirs));
        let in_body = blocks::count(&theirs.blocks);
        let filled = fill(theirs, ours, &alignment, SOURCE);
        let spans = blocks::spans(&filled.body);
        let mut put_in: Vec<_> = spans.iter().filter(|it| it.file == SOURCE).copied().collect();
        put_in.sort();
        let mut expected: Vec<_> = shown.iter().map(|it| our_spans[*it]).collect();
        // Rows bring their header along where their own table is missing.
        let is_header = |it: &Span| {
            blocks::leaves(&read(&source, SOURCE)).iter().any(|leaf| leaf.span == *it && leaf.kind == "rh")
        };
        put_in.retain(|it| expected.contains(it) || !is_header(it));
        expected.sort();
        prop_assert_eq!(put_in, expected);
        let own: Vec<_> = spans.iter().filter(|it| it.file != SOURCE).copied().collect();
        prop_assert_eq!(&own[..in_body], &their_spans[..in_body]);
        prop_assert_eq!(own.len(), their_spans.len());
        // Every reference leads to a footnote.
        let mut body = filled.body;
        let notes = body.footnotes.len();
        crate::document::body::each_reference(&mut body.blocks, &mut |it| {
            assert!(matches!(it, Inline::FootnoteReference(at) if *at < notes));
        });
    }
}
