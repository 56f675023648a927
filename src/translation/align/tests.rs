//! What structure decides, what it leaves open, and the anchors that follow from it.

use proptest::prelude::*;

use crate::diagnostic::{Diagnostics, FileId, Span};
use crate::document::body::Body;
use crate::document::markdown;
use crate::document::outline::{Outline, heading_anchors};
use crate::translation::align::{Alignment, Block, Row, align, chain};
use crate::translation::{anchors, blocks};

fn read(text: &str) -> Body {
    markdown::parse(text, Span::new(FileId(0), 0..text.len()), &mut Diagnostics::default())
}

/// `h2#id` is a heading with an id; blocks are parted by spaces.
fn listed(text: &str) -> Vec<Block<'_>> {
    let block = |it| match str::split_once(it, '#') {
        Some((kind, id)) => Block { kind, id: Some(id) },
        None => Block { kind: it, id: None },
    };
    text.split_whitespace().map(block).collect()
}

/// Rows as one writes them: `0=0 1~3 2- +1 {3 4|2}` for pair, moved pair, missing, orphan, group.
fn shown(alignment: &Alignment) -> String {
    let list = |it: &[usize]| it.iter().map(usize::to_string).collect::<Vec<_>>().join(" ");
    let row = |it: &Row| match it {
        Row::Pair { source, translation, moved: false } => format!("{source}={translation}"),
        Row::Pair { source, translation, moved: true } => format!("{source}~{translation}"),
        Row::Missing(source) => format!("{source}-"),
        Row::Orphan(translation) => format!("+{translation}"),
        Row::Group { source, translation } => format!("{{{}|{}}}", list(source), list(translation)),
    };
    alignment.rows.iter().map(row).collect::<Vec<_>>().join(" ")
}

fn check(source: &str, translation: &str, expected: &str) {
    let alignment = align(&listed(source), &listed(translation), None);
    assert_eq!(shown(&alignment), expected, "{source} / {translation}");
}

#[test]
fn equal_kinds_pair_one_by_one() {
    check("", "", "");
    check("p", "p", "0=0");
    check("h2 p op op", "h2 p op op", "0=0 1=1 2=2 3=3");
    check("rh r r", "rh r r", "0=0 1=1 2=2");
}

#[test]
fn an_empty_side_is_missing_or_orphan() {
    check("p op", "", "0- 1-");
    check("", "p op", "+0 +1");
    check("h2 p h2 p", "h2 h2 p", "0=0 1- 2=1 3=2");
    check("h2 h2 p", "h2 p p h2 p", "0=0 +1 +2 1=3 2=4");
    check("p h2", "h2", "0- 1=0");
    check("h2", "h2 p", "0=0 +1");
}

#[test]
fn nothing_is_guessed() {
    check("p p", "p", "{0 1|0}");
    check("p", "up", "{0|0}");
    check("h2 p op op h2 p", "h2 p op h2 p", "0=0 {1 2 3|1 2} 4=3 5=4");
    check("h2 rh r r", "h2 rh r", "0=0 {1 2 3|1 2}");
    // Which of the sections is missing cannot be seen.
    check("h2 p h2 p", "h2 p", "{0 1 2 3|0 1}");
    check("h2 p h3 p", "h3 p h2 p", "{0 1 2 3|0 1 2 3}");
    // A heading in a quotation is none of this text.
    check("h2 qh2", "h2 h2", "{0 1|0 1}");
}

#[test]
fn footnotes_stand_for_footnotes() {
    check("h2 p p np np", "h2 p np np", "0=0 {1 2|1} 3=2 4=3");
    check("p np", "p", "0=0 1-");
    check("p", "p np nup", "0=0 +1 +2");
    check("p np np", "p np", "0=0 {1 2|1}");
}

#[test]
fn explicit_ids_pair_and_cut() {
    check("h2#a p h2#b p p h2#c p", "h2#a p h2#c p", "0=0 {1 2 3 4|1} 5=2 6=3");
    check("h2#a p h2#b p h2#c p", "h2#a h2#b p h2#c p", "0=0 1- 2=1 3=2 4=3 5=4");
    check("h2 p h2#x p", "h2#x p", "0- 1- 2=0 3=1");
    check("h2#a h2#a", "h2#a h2#a", "0=0 1=1");
    check("h2#a", "h2#b", "0=0");
    check("h2#a p", "h3#a p", "0=0 1=1");
    check("p h2#a", "h2#a p", "0- 1=0 +1");
}

#[test]
fn moved_headings_take_their_sections_along() {
    // Of two that changed places the earlier one stays.
    check("h2#a p h2#b up", "h2#b up h2#a p", "0=2 1=3 2~0 3~1");
    check("h2#a h2#b p p", "h2#b p h2#a p p", "0=2 +3 +4 1~0 {2 3|1}");
    check("h2#a h3 p h2#b h3", "h2#b h3 h2#a h3 p", "0=2 1=3 2=4 3~0 4~1");
    check("h2#a h2#b h2#c", "h2#b h2#c h2#a", "0~2 1=0 2=1");
    check("h2#a h2#b h2#c p", "h2#c h2#a h2#b p", "0=1 1=2 +3 2~0 3-");
    check("h2#a h2 h2#b h2#c h2", "h2#b h2#c h2 h2#a", "0~3 1- 2=0 3=1 4=2");
}

#[test]
fn the_chain_is_the_longest_and_of_those_the_earliest() {
    let check = |places: &[usize], expected: &[usize]| {
        let pairs: Vec<_> = places.iter().copied().enumerate().collect();
        let chain: Vec<_> = chain(&pairs).into_iter().map(|it| it.1).collect();
        assert_eq!(chain, expected, "{places:?}");
    };
    check(&[], &[]);
    check(&[0, 1, 2], &[0, 1, 2]);
    check(&[2, 1, 0], &[2]);
    check(&[1, 0, 3, 2], &[1, 3]);
    check(&[3, 0, 1, 2], &[0, 1, 2]);
    check(&[0, 4, 1, 5, 2, 3], &[0, 1, 2, 3]);
    check(&[2, 3, 0, 1], &[2, 3]);
}

/// The worked example of translation.md §6 without its lock: the heading is sure, the rest of the
/// section is one group.
#[test]
fn the_example_as_far_as_structure_goes() {
    let now = "## Điều 1. Thời hạn\n\nSở trả lời phản ánh trong **10** ngày làm việc.\n\n\
               Trường hợp phức tạp, thời hạn là 20 ngày làm việc.\n\n\
               1. Nhận phản ánh qua **đường dây nóng**;\n2. Công bố kết quả\n   trên trang thông tin.\n";
    let then = now.replace("Trường hợp phức tạp, thời hạn là 20 ngày làm việc.\n\n", "");
    let zh = "## 第一条 期限\n\n外事厅在15个工作日内答复反映。\n\n1. 通过热线接收反映。\n2. 在网站公布结果。\n";
    let check = |source: &str, expected: &str| {
        let (source, zh) = (read(source), read(zh));
        let (ours, theirs) = (Outline::of(&source), Outline::of(&zh));
        let (source, zh) = (blocks::outline(&source).0, blocks::outline(&zh).0);
        let (source, zh) = (blocks(&source, &ours), blocks(&zh, &theirs));
        assert_eq!(shown(&align(&source, &zh, None)), expected);
    };
    check(&then, "0=0 1=1 2=2 3=3");
    check(now, "0=0 {1 2 3 4|1 2 3}");
}

fn check_anchors(source: &str, translation: &str, expected: &str) {
    let (source, translation) = (read(source), read(translation));
    let (ours, theirs) = (Outline::of(&source), Outline::of(&translation));
    let own = heading_anchors(&ours);
    let (source, translation) = (blocks::outline(&source).0, blocks::outline(&translation).0);
    let (source, translation) = (blocks(&source, &ours), blocks(&translation, &theirs));
    let alignment = align(&source, &translation, None);
    let anchors = anchors(&source, &own, &translation, &alignment);
    assert_eq!(anchors.join(" "), expected);
}

#[test]
fn translations_take_the_anchors_of_their_source() {
    check_anchors(
        "## Điều 1\n\n### Một\n\n## Điều 2",
        "## 第一条\n\n### 一\n\n## 第二条",
        "dieu-1 mot dieu-2",
    );
    check_anchors("## A\n\n## B {#x}\n\n## C", "## B {#x}\n\n## C", "x c");
    check_anchors("## A\n\n## B\n\n## C {#x}", "## B\n\n## C {#x}", "s-1 x");
    check_anchors("## A\n\n### B", "### B\n\n## A", "s-1 s-2");
    check_anchors("## S 1\n\n## x", "## y", "s-2");
    check_anchors("## A", "## B {#khac}", "a");
    check_anchors("", "## B", "s-1");
    check_anchors("## A", "", "");
    // Paragraphs do not matter, nor does a heading that is only a footnote.
    check_anchors("a\n\n## A\n\nb\n\n## B", "## A\n\n- b\n\n## B", "a b");
    check_anchors("## [^1]\n\n## A\n\n[^1]: x", "## [^1]\n\n## B\n\n[^1]: x", "s-1 a");
}

#[test]
fn moved_headings_keep_their_anchors() {
    check_anchors(
        "## A {#a}\n\n## m\n\n## B {#b}\n\n## C {#c}\n\n## n",
        "## B {#b}\n\n## C {#c}\n\n## N\n\n## A {#a}",
        "b c n a",
    );
    check_anchors(
        "## A {#a}\n\n## B {#b}\n\n### x",
        "## B {#b}\n\n## A {#a}\n\n### X\n",
        "b a s-3",
    );
    check_anchors("## A {#a}", "## A {#a}\n\n## A {#a}", "a s-2");
}

/// The blocks of each section of a text, and what its translation does to the section.
#[derive(Debug, Clone)]
struct Edited {
    sections: Vec<(Vec<&'static str>, Edit)>,
}

#[derive(Debug, Clone, Copy)]
enum Edit {
    /// All blocks stay.
    Keep,
    /// All blocks but the heading go.
    Empty,
    /// One block goes or comes, as its position says.
    Delete(usize),
    Insert(usize),
    /// The section goes with its heading.
    Drop,
    /// The section goes to the end.
    Move,
}

fn edited() -> impl Strategy<Value = Edited> {
    let kind = prop_oneof![Just("p"), Just("up"), Just("op"), Just("r"), Just("c")];
    let edit = prop_oneof![
        3 => Just(Edit::Keep),
        1 => Just(Edit::Empty),
        1 => (0..8_usize).prop_map(Edit::Delete),
        1 => (0..8_usize).prop_map(Edit::Insert),
        1 => Just(Edit::Drop),
        1 => Just(Edit::Move),
    ];
    let section = (proptest::collection::vec(kind, 0..7), edit);
    proptest::collection::vec(section, 0..12).prop_map(|sections| Edited { sections })
}

/// The kind of a block, and the number of what it was made as. A translated block has the number of
/// its source, one that was put in has a number of its own.
type Made = (&'static str, usize);

/// The source and the translation.
fn texts(edited: &Edited) -> [Vec<Made>; 2] {
    let (mut source, mut translation, mut end) = (Vec::new(), Vec::new(), Vec::new());
    let mut number = 0;
    let mut next = |kind| {
        number += 1;
        (kind, number)
    };
    for (blocks, edit) in &edited.sections {
        let heading = next("h2");
        let blocks: Vec<_> = blocks.iter().map(|it| next(it)).collect();
        let mut own = blocks.clone();
        match edit {
            Edit::Empty | Edit::Drop => own.clear(),
            Edit::Delete(at) if *at < own.len() => _ = own.remove(*at),
            Edit::Insert(at) => own.insert(*at % (own.len() + 1), next("p")),
            Edit::Keep | Edit::Move | Edit::Delete(_) => {}
        }
        source.push(heading);
        source.extend(blocks);
        let place = match edit {
            Edit::Drop => continue,
            Edit::Move => &mut end,
            _ => &mut translation,
        };
        place.push(heading);
        place.extend(own);
    }
    translation.extend(end);
    [source, translation]
}

/// The blocks as they are aligned, with ids on headings or without.
fn with_ids<'a>(text: &[Made], ids: &'a [String]) -> Vec<Block<'a>> {
    let id = |(kind, number): &Made| ids.get(*number).filter(|_| *kind == "h2");
    text.iter().map(|it| Block { kind: it.0, id: id(it).map(String::as_str) }).collect()
}

fn pairs_of(alignment: &Alignment) -> Vec<(usize, usize)> {
    let pair = |it: &Row| match it {
        Row::Pair { source, translation, .. } => Some((*source, *translation)),
        _ => None,
    };
    alignment.rows.iter().filter_map(pair).collect()
}

/// Every block stands in one row, and rows keep the order of the source.
fn check_complete(alignment: &Alignment, source: usize, translation: usize) {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for row in &alignment.rows {
        match row {
            Row::Pair { source, translation, .. } => {
                ours.push(*source);
                theirs.push(*translation);
            }
            Row::Missing(source) => ours.push(*source),
            Row::Orphan(translation) => theirs.push(*translation),
            Row::Group { source, translation } => {
                assert!(!source.is_empty() && !translation.is_empty());
                ours.extend(source);
                theirs.extend(translation);
            }
        }
    }
    ours.sort_unstable();
    theirs.sort_unstable();
    assert!(ours.into_iter().eq(0..source), "{alignment:?}");
    assert!(theirs.into_iter().eq(0..translation), "{alignment:?}");
}

proptest! {
    /// With ids on headings the sections are known, and one block less or more in a section does
    /// not give the same kinds again: no pair is wrong, and no heading is without its own.
    #[test]
    fn with_ids_no_pair_is_wrong(edited in edited()) {
        let [source, translation] = texts(&edited);
        let ids: Vec<_> = (0..200).map(|it: usize| it.to_string()).collect();
        let alignment = align(&with_ids(&source, &ids), &with_ids(&translation, &ids), None);
        check_complete(&alignment, source.len(), translation.len());
        let pairs = pairs_of(&alignment);
        let headings = translation.iter().filter(|it| it.0 == "h2").count();
        prop_assert!(pairs.len() >= headings);
        for (s, t) in pairs {
            prop_assert_eq!(source[s].1, translation[t].1);
        }
    }

    /// Without ids a section that is gone leaves everything open, and no pair is wrong either. That
    /// a section was moved cannot be seen.
    #[test]
    fn without_ids_no_pair_is_wrong(mut edited in edited()) {
        edited.sections.retain(|it| !matches!(it.1, Edit::Move));
        let [source, translation] = texts(&edited);
        let alignment = align(&with_ids(&source, &[]), &with_ids(&translation, &[]), None);
        check_complete(&alignment, source.len(), translation.len());
        for (s, t) in pairs_of(&alignment) {
            prop_assert_eq!(source[s].1, translation[t].1);
        }
    }

    /// Whatever two texts are, every block has its row; equal texts pair throughout; and the same
    /// question has the same answer.
    #[test]
    fn any_texts_align(
        source in proptest::collection::vec(0..9_usize, 0..40),
        translation in proptest::collection::vec(0..9_usize, 0..40),
    ) {
        const BLOCKS: [(&str, Option<&str>); 9] = [
            ("p", None), ("op", None), ("h2", None), ("h3", None), ("r", None),
            ("h2", Some("a")), ("h2", Some("b")), ("h3", Some("c")), ("h2", Some("d")),
        ];
        let blocks = |it: &[usize]| -> Vec<Block<'_>> {
            it.iter().map(|at| Block { kind: BLOCKS[*at].0, id: BLOCKS[*at].1 }).collect()
        };
        let (source, translation) = (blocks(&source), blocks(&translation));
        let alignment = align(&source, &translation, None);
        check_complete(&alignment, source.len(), translation.len());
        prop_assert_eq!(&alignment, &align(&source, &translation, None));
        prop_assert!(align(&source, &source, None).is_whole());
        for (s, t) in pairs_of(&alignment) {
            let same_id = source[s].id.is_some() && source[s].id == translation[t].id;
            prop_assert!(same_id || source[s].kind == translation[t].kind);
        }
    }
}
