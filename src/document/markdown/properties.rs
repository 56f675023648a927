//! What holds for every text, however it is written.

use proptest::prelude::*;

use crate::diagnostic::{Diagnostics, FileId, Span};
use crate::document::blocks;
use crate::document::body::Body;
use crate::document::markdown::parse;
use crate::document::packed::Packed;

/// Where the texts of these tests stand in their file.
const START: usize = 100;

fn read(text: &str) -> (Body, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let place = Span::new(FileId(3), START..START + text.len());
    let body = parse(text, place, &mut diagnostics);
    (body, diagnostics)
}

/// Pieces of Markdown that mean something, in any order.
fn pieces() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "*",
        "**",
        "_",
        "~~",
        "`",
        "```\n",
        "\n",
        "\n\n",
        "\r\n",
        "\n    ",
        "\n- ",
        "\n1. ",
        "> ",
        "\n## ",
        "#",
        "[",
        "]",
        "(",
        "](",
        "![",
        "[^1]",
        "\n[^1]: ",
        "<b>",
        "<!--",
        "-->",
        "<div>\n",
        "<http://a.vn>",
        "&amp;",
        "\\",
        "|",
        "\n|a|b|\n|-|-|\n",
        "\n---\n",
        "===",
        "a",
        "b c",
        "Điều 3",
        "\n## Điều 3\n",
        "a) ",
        "2. ",
        "中",
        "文。",
        "（",
        "「",
        "“",
        "\u{2e43}",
        "\u{a0}",
        "\u{3000}",
        " ",
        "\t",
        "{#x}",
        "15 ngày",
        "627/KH-SNgV",
        "javascript:",
        "\0",
        "e\u{301}",
    ];
    proptest::collection::vec(0..PIECES.len(), 0..60)
        .prop_map(|it| it.into_iter().map(|it| PIECES[it]).collect())
}

/// A paragraph of words and Han, and the same paragraph wrapped elsewhere and marked otherwise.
fn wrapped() -> impl Strategy<Value = (String, String)> {
    const WORDS: &[&str] = &["Sở", "trả", "lời", "*gấp*", "**15**", "ngày", "中", "文。", "[x](y)"];
    proptest::collection::vec((0..WORDS.len(), any::<bool>()), 1..30).prop_map(|words| {
        let (mut first, mut second) = (String::new(), String::new());
        let mut was_han = false;
        for (at, breaks) in words {
            let word = WORDS[at];
            let is_han = word.starts_with(['中', '文']);
            if !first.is_empty() {
                let joined = if is_han && was_han { "" } else { " " };
                first.push_str(joined);
                second.push_str(if breaks { "\n" } else { joined });
            }
            first.push_str(word);
            second.push_str(&word.replace("**", "__").replace("*gấp*", "_gấp_"));
            was_han = is_han;
        }
        (first, second)
    })
}

proptest! {
    #[test]
    fn a_packed_tree_is_the_tree(text in prop_oneof![pieces(), ".{0,200}", wrapped().prop_map(|it| it.1)]) {
        let (body, _) = read(&text);
        let place = Span::new(FileId(3), START..START + text.len());
        prop_assert_eq!(Packed::new(&body, &text, place).tree(&text, place), body);
    }

    #[test]
    fn no_text_makes_the_parser_fail(text in prop_oneof![pieces(), ".{0,200}"]) {
        let (body, diagnostics) = read(&text);
        for it in diagnostics.sorted() {
            let range = it.span.range();
            prop_assert!(text.get(range.start - START..range.end - START).is_some());
        }
        for leaf in blocks::leaves(&body) {
            let range = leaf.span.range();
            prop_assert!(text.get(range.start - START..range.end - START).is_some());
            prop_assert_eq!(blocks::settle(&leaf.text), leaf.text);
        }
    }

    #[test]
    fn bytes_of_any_kind_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let text = String::from_utf8_lossy(&bytes);
        let (body, _) = read(&text);
        blocks::leaves(&body);
    }

    #[test]
    fn wrapping_and_marking_change_no_leaf((first, second) in wrapped()) {
        let leaves = |text: &str| {
            let leaves = blocks::leaves(&read(text).0);
            leaves.into_iter().map(|it| (it.hash(), it.kind, it.text)).collect::<Vec<_>>()
        };
        let expected = leaves(&first);
        prop_assert_eq!(expected.len(), 1);
        prop_assert_eq!(&expected, &leaves(&second));
        prop_assert_eq!(&expected, &leaves(&second.replace('\n', "\r\n")));
        prop_assert_eq!(&expected, &leaves(&first.replace(' ', "\u{a0}")));
    }
}
