//! States of blocks after edits of either text.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{Given, Judged, Side, State, align, judge, spoken};
use crate::date::Date;
use crate::diagnostic::{Diagnostics, FileId, Span};
use crate::document::blocks::{self, Kinds, Leaf};
use crate::document::markdown;
use crate::document::outline::Outline;
use crate::language::Language;
use crate::translation::lock::{Entry, Hash, Lock, Quality, Wording};

/// A text taken apart.
struct Text {
    kinds: Kinds,
    outline: Outline,
    leaves: Vec<Leaf>,
}

impl Text {
    fn of(markdown: &str) -> Self {
        let place = Span::new(FileId(0), 0..markdown.len());
        let body = markdown::parse(markdown, place, &mut Diagnostics::default());
        let (kinds, _) = blocks::outline(&body);
        Self { kinds, outline: Outline::of(&body), leaves: blocks::leaves(&body) }
    }

    fn side(&self, language: Language) -> Side<'_> {
        Side::new(crate::translation::blocks(&self.kinds, &self.outline), &self.leaves, language)
    }
}

/// A lock that accepts two texts, which have the same blocks, one by one.
fn accepted(source: &str, translation: &str) -> Lock {
    let (source, translation) = (Text::of(source), Text::of(translation));
    assert_eq!(source.leaves.len(), translation.leaves.len());
    let mut lock = Lock::new(Language::Vi);
    let mut entries = Vec::new();
    for (ours, theirs) in source.leaves.iter().zip(&translation.leaves) {
        let hash = Hash::of(&ours.kind, &ours.text);
        lock.texts.insert(hash, Wording { kind: ours.kind.clone(), text: ours.text.clone() });
        entries.push(Entry {
            source: hash,
            target: Hash::of(&theirs.kind, &theirs.text),
            quality: Quality::Reviewed,
            by: "trung-tam".to_owned(),
            on: Date::new(2026, 5, 4).expect("a day"),
        });
    }
    lock.entries.insert(Language::Zh, entries);
    lock
}

fn states(source: &str, translation: &str, lock: &Lock) -> Vec<Judged> {
    let (source, translation) = (Text::of(source), Text::of(translation));
    let names = BTreeSet::from(["asean".to_owned()]);
    let given = Given { language: Language::Zh, lock, is_machine: false, names: &names };
    let (source, translation) = (source.side(Language::Vi), translation.side(Language::Zh));
    let alignment = align(&source, &translation, given);
    judge(&source, &translation, &alignment, given)
}

fn codes(source: &str, translation: &str, lock: &Lock) -> String {
    let code = |it: Judged| {
        let edited = if it.edited { "+edited" } else { "" };
        let moved = if it.moved { "+moved" } else { "" };
        format!("{}{edited}{moved}", it.state.code())
    };
    states(source, translation, lock).into_iter().map(code).collect::<Vec<_>>().join(" ")
}

const VI: &str = "## Điều 1. Thời hạn\n\nSở trả lời phản ánh trong **15** ngày làm việc.\n\n\
    1. Nhận phản ánh qua đường dây nóng.\n2. Công bố kết quả trên trang thông tin.\n";
const ZH: &str = "## 第一条 期限\n\n外事厅在15个工作日内答复反映。\n\n\
    1. 通过热线接收反映。\n2. 在网站公布结果。\n";

#[test]
fn the_worked_example() {
    let lock = accepted(VI, ZH);
    assert_eq!(codes(VI, ZH, &lock), "current current current current");
    let today = "## Điều 1. Thời hạn\n\nSở trả lời phản ánh trong **10** ngày làm việc.\n\n\
        Trường hợp phức tạp, thời hạn là 20 ngày làm việc.\n\n\
        1. Nhận phản ánh qua **đường dây nóng**;\n2. Công bố kết quả\n   trên trang thông tin.\n";
    assert_eq!(codes(today, ZH, &lock), "current stale missing touched current");
}

#[test]
fn what_reads_the_same_is_no_change() {
    let lock = accepted(VI, ZH);
    let other = VI.replace("**15**", "__15__").replace('\n', "\r\n").replace(' ', "\u{a0}");
    let nfd = unicode_normalization::UnicodeNormalization::nfd(other.as_str()).collect::<String>();
    // The marks of lists and headings are no words.
    let nfd =
        nfd.replace("##\u{a0}", "## ").replace(".\u{a0}Nh", ". Nh").replace("2.\u{a0}", "2. ");
    assert_eq!(codes(&nfd, ZH, &lock), "current current current current");
    assert_eq!(
        codes(&VI.replace("làm việc.", "làm việc;"), ZH, &lock),
        "current touched current current"
    );
}

#[test]
fn editing_a_translation_never_clears_a_stale_block() {
    let lock = accepted(VI, ZH);
    let edited = ZH.replace("反映。\n\n", "各项反映。\n\n");
    assert_eq!(codes(VI, &edited, &lock), "current edited current current");
    let changed = VI.replace("15", "10");
    assert_eq!(codes(&changed, &edited, &lock), "current stale+edited current current");
    let again = accepted(&changed, &edited);
    assert_eq!(codes(&changed, &edited, &again), "current current current current");
}

#[test]
fn sections_move() {
    let vi = "## Một\n\nđoạn một\n\n## Hai\n\nđoạn hai\n\n## Ba\n\nđoạn ba\n";
    let zh = "## 一\n\n第一段\n\n## 二\n\n第二段\n\n## 三\n\n第三段\n";
    let lock = accepted(vi, zh);
    let vi_moved = "## Hai\n\nđoạn hai\n\n## Một\n\nđoạn một\n\n## Ba\n\nđoạn ba\n";
    let zh_moved = "## 二\n\n第二段\n\n## 一\n\n第一段\n\n## 三\n\n第三段\n";
    assert!(!codes(vi_moved, zh_moved, &lock).contains("stale"));
    assert!(!codes(vi_moved, zh_moved, &lock).contains("moved"));
    let found = states(vi_moved, zh, &lock);
    assert!(found.iter().all(|it| it.state == State::Current), "{found:?}");
    assert_eq!(found.iter().filter(|it| it.moved).count(), 2);
}

#[test]
fn without_a_lock_nothing_is_accepted_and_copies_are_seen() {
    let none = Lock::new(Language::Vi);
    assert_eq!(codes(VI, ZH, &none), "untracked untracked untracked untracked");
    let copied = "Một đoạn chép.\n\nASEAN\n\n627/KH-SNgV\n\n2026\n";
    assert_eq!(codes(copied, copied, &none), "identical untracked untracked untracked");
}

#[test]
fn repeated_blocks_are_left_to_what_stands_around_them() {
    let vi = "## Một\n\nKhông.\n\n## Hai\n\nKhông.\n";
    let zh = "## 一\n\n无。\n\n## 二\n\n无。\n";
    assert_eq!(codes(vi, zh, &accepted(vi, zh)), "current current current current");
}

#[test]
fn destinations_are_not_read_aloud() {
    assert_eq!(
        spoken("Xem [quy chế](@/documents/a) và ![ảnh](b(1).png)."),
        "Xem [quy chế và ![ảnh."
    );
    assert_eq!(spoken("a](b"), "a](b");
}

/// Paragraphs and headings, each with a word that no other has.
fn document() -> impl Strategy<Value = Vec<(bool, u32)>> {
    proptest::collection::vec((prop::bool::weighted(0.25), 0_u32..1_000_000), 1..24).prop_map(
        |mut it| {
            it.sort_by_key(|it| it.1);
            it.dedup_by_key(|it| it.1);
            it
        },
    )
}

/// An edit of a source: what is done, and where.
fn edits() -> impl Strategy<Value = Vec<(u8, prop::sample::Index, prop::sample::Index)>> {
    proptest::collection::vec(
        (0_u8..5, any::<prop::sample::Index>(), any::<prop::sample::Index>()),
        0..6,
    )
}

fn written(blocks: &[(bool, String)]) -> String {
    let block = |(is_heading, text): &(bool, String)| {
        if *is_heading { format!("## {text}\n") } else { format!("{text}\n") }
    };
    blocks.iter().map(block).collect::<Vec<_>>().join("\n")
}

proptest! {
    /// For random edits of a random document: every pair whose wordings are known to the lock and
    /// stand once is that pair, and what was changed is never shown as current (translation.md §10.4).
    #[test]
    fn no_pair_is_wrong_where_the_right_one_is_known(document in document(), edits in edits()) {
        let word = |number: u32| format!("t{}x", (b'a' + (number % 26) as u8) as char).repeat(3) + &number.to_string();
        let vi: Vec<_> = document.iter().map(|(h, n)| (*h, format!("câu {} của văn bản số ấy", word(*n)))).collect();
        let zh: Vec<_> = document.iter().map(|(h, n)| (*h, format!("译文 {} 段落", word(*n)))).collect();
        let lock = accepted(&written(&vi), &written(&zh));
        let mut today = vi.clone();
        for (what, at, to) in edits {
            if today.is_empty() { break }
            let at = at.index(today.len());
            match what {
                0 => today.insert(at, (false, format!("đoạn mới chèn vào {at}"))),
                1 => _ = today.remove(at),
                2 => today[at].1 += " thêm chữ",
                3 => { let it = today.remove(at); let to = to.index(today.len() + 1); today.insert(to, it); }
                _ => { let (h, text) = today[at].clone(); let half: String = text.chars().take(text.chars().count() / 2).collect();
                    today.insert(at + 1, (h, half.trim_end().to_owned())); }
            }
        }
        let (source, translation) = (Text::of(&written(&today)), Text::of(&written(&zh)));
        let found = states(&written(&today), &written(&zh), &lock);
        for it in &found {
            let (Some(s), Some(t)) = (it.source, it.translation) else { continue };
            let ours = &source.leaves[s].text;
            let theirs = &translation.leaves[t].text;
            let of_theirs = zh.iter().position(|it| it.1 == *theirs).expect("a block");
            let is_right = vi[of_theirs].1 == *ours;
            // Only the right pair may be current; every other must tell the reader.
            prop_assert!(it.state != State::Current || is_right, "{ours} = {theirs}");
            let is_known = source.leaves.iter().filter(|it| it.text == vi[of_theirs].1).count() == 1;
            if is_known {
                prop_assert!(is_right, "{ours} = {theirs}, not {}", vi[of_theirs].1);
            }
        }
        let blocks: Vec<_> = found.iter().filter_map(|it| it.source).collect();
        prop_assert_eq!(blocks.len(), source.leaves.len());
    }
}
