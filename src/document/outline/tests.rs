//! Headings and the anchors they get.

use proptest::prelude::*;

use crate::diagnostic::{Diagnostics, FileId, Span};
use crate::document::body::Body;
use crate::document::markdown;
use crate::document::outline::{Outline, anchors, heading_anchors, translated_anchors};

fn read(text: &str) -> Body {
    markdown::parse(text, Span::new(FileId(0), 0..text.len()), &mut Diagnostics::default())
}

fn check(markdown: &str, expected: &str) {
    let anchors = heading_anchors(&Outline::of(&read(markdown)));
    assert_eq!(anchors.join(" "), expected, "{markdown}");
}

/// Ids of clauses with the first words of what carries them.
fn check_clauses(markdown: &str, expected: &str) {
    let body = read(markdown);
    let outline = Outline::of(&body);
    let ids = anchors(&body, &heading_anchors(&outline));
    let show = |(span, id): (&Span, &String)| {
        let place: String = markdown[span.range()].chars().take(4).collect();
        format!("{id}={}", place.trim())
    };
    let shown: Vec<_> = ids.clauses.iter().map(show).collect();
    assert_eq!(shown.join(" "), expected, "{markdown}");
    assert_eq!(outline.clauses.len(), ids.clauses.len());
}

#[test]
fn an_outline_collects_in_order() {
    let text = "## Một [a](x.pdf) `b` {#mot}\n\n> ![c](y.png) [d](#mot)\n\n- ### Hai\n\n\
                |[e](@/a/b)|\n|-|\n|**[f](z)**|\n\nx[^1]\n\n[^1]: [g](h)\n";
    let outline = Outline::of(&read(text));
    let headings: Vec<_> =
        outline.headings.iter().map(|it| (it.level, it.text.as_str(), it.slug.as_str())).collect();
    assert_eq!(headings, [(2, "Một a b", "mot-a-b"), (3, "Hai", "hai")]);
    assert_eq!(outline.headings[0].explicit.as_deref(), Some("mot"));
    assert_eq!(&text[outline.headings[1].span.range()], "### Hai");
    let links: Vec<_> = outline.links.iter().map(|it| it.destination.as_str()).collect();
    assert_eq!(links, ["x.pdf", "#mot", "@/a/b", "z", "h"]);
    assert_eq!(&text[outline.links[2].span.range()], "[e](@/a/b)");
    assert_eq!(outline.images.len(), 1);
    assert_eq!(outline.footnotes, 1);
}

#[test]
fn headings_get_readable_anchors() {
    check("## Điều 1. Thời hạn\n\n## Các bước {#steps}", "dieu-1-thoi-han steps");
    check("## A\n\n## A\n\n### a!\n\n## A 2", "a a-2 a-3 a-2-2");
    check("## …\n\n## a\n\n## ???", "s-1 a s-3");
    check("## S 3\n\n## !\n\n## ?", "s-3 s-2 s-4");
    check("## Steps\n\n## b {#steps}\n\n## c {#steps}", "steps-2 steps steps-3");
    check("## Top\n\n## Fn 1\n\n## a {#fnref-2}\n\n## Fn x", "top-2 fn-1-2 fnref-2-2 fn-x");
    check("> ## a\n\n- ## b", "a b");
    let long = "## Chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức";
    check(
        &format!("{long}\n\n{long}"),
        "chuc-nang-nhiem-vu-quyen-han-va-co-cau chuc-nang-nhiem-vu-quyen-han-va-co-cau-2",
    );
}

#[test]
fn articles_clauses_and_points_are_anchored() {
    check_clauses(
        "## Điều 3. Thời hạn\n\n1. Một\n2. Hai:\n\n   a) x\n\n   b) y\n\n   đ) z\n3. Ba\n   - a) t\n   - u\n",
        "d3=## Đ d3-1=1. M d3-2=2. H d3-2-a=a) x d3-2-b=b) y d3-2-dd=đ) z d3-3=3. B d3-3-a=- a)",
    );
    check_clauses("## 第三条 期限\n\n1. 一\n2. 二", "d3=## 第 d3-1=1. 一 d3-2=2. 二");
    check_clauses(
        "## Điều 5\n\na) x\n\n1\\. Một\n\na) y\n\n2.Hai\n\n- b) z",
        "d5=## Đ d5-a=a) x d5-1=1\\. d5-1-a=a) y d5-2=2.Ha d5-2-b=- b)",
    );
    check_clauses("1. a\n\n## Mở đầu\n\n1. b\n\na) c", "");
}

#[test]
fn an_article_ends_where_the_next_part_begins() {
    check_clauses("### Điều 1\n\n#### Ghi chú\n\n1. a\n\n## Chương II\n\n1. b", "d1=### d1-1=1. a");
    check_clauses("## Điều 1\n\n1. a\n\n## Điều 2\n\n1. b", "d1=## Đ d1-1=1. a d2=## Đ d2-1=1. b");
}

#[test]
fn clauses_are_anchored_once_and_not_in_quotations() {
    check_clauses("## Điều 1\n\n1. a\n\n## Điều 1\n\n1. b\n2. c", "d1=## Đ d1-1=1. a");
    check_clauses("## Điều 1 {#d1}\n\n1. a\n1. b\n\n1) c", "d1-1=1. a d1-2=1. b");
    check_clauses("## Khác {#d2}\n\n## Điều 2\n\n1. a", "");
    check_clauses("## Điều 1\n\n> ## Điều 5\n>\n> 1. a\n\n1. b", "d1=## Đ d1-1=1. b");
}

#[test]
fn every_id_is_known() {
    let text = "## Điều 1. Thời hạn\n\n1. a[^1]\n\n[^1]: b";
    let body = read(text);
    let outline = Outline::of(&body);
    let headings = heading_anchors(&outline);
    let all: Vec<_> = anchors(&body, &headings).all().collect();
    assert_eq!(all.join(" "), "dieu-1-thoi-han d1 d1-1 fn-1 fnref-1");
    assert!(all.iter().all(|it| outline.has_anchor(&headings, it)));
    for id in ["", "d2", "fn-0", "fn-2", "fn-01", "fn-", "fnref-x", "dieu-1"] {
        assert!(!outline.has_anchor(&headings, id), "{id}");
    }
}

proptest! {
    #[test]
    fn anchors_of_a_text_differ(levels in proptest::collection::vec((1..4_usize, 0..6_usize), 0..20)) {
        let titles = ["A", "A 2", "…", "B {#a}", "Điều 1", "S 1"];
        let headings = levels.iter().map(|(level, at)| format!("{} {}", "#".repeat(*level), titles[*at]));
        let text = headings.collect::<Vec<_>>().join("\n\n1. x\n\n");
        let body = read(&text);
        let outline = Outline::of(&body);
        let own = heading_anchors(&outline);
        let mut all: Vec<_> = anchors(&body, &own).all().collect();
        let count = all.len();
        all.sort();
        all.dedup();
        prop_assert_eq!(count, all.len());
        // Any heading may stand for any other, or for none.
        let partners = (0..own.len()).rev().map(|it| (it % 3 > 0).then_some(it));
        let mut translated = translated_anchors(&own, partners);
        translated.sort();
        translated.dedup();
        prop_assert_eq!(own.len(), translated.len());
    }
}
