//! Markdown and the HTML it becomes, side by side.

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::article::html::marks::{MarkWords, Marking};
use crate::article::html::{Href, Labels, write};
use crate::diagnostic::{Diagnostics, FileId, Span};
use crate::document::body::BlockKind;
use crate::document::markdown;
use crate::document::outline::{Anchors, Outline, anchors, heading_anchors};
use crate::language::Language;
use crate::translation::fill::Mark;

/// The HTML of a text, with its ids. Every destination leads where it says, but `nowhere`.
fn html(markdown: &str, language: Language) -> (String, Anchors) {
    let place = Span::new(FileId(0), 0..markdown.len());
    let body = markdown::parse(markdown, place, &mut Diagnostics::default());
    let outline = Outline::of(&body);
    let anchors = anchors(&body, &heading_anchors(&outline));
    let mut hrefs = BTreeMap::new();
    for link in outline.links.iter().chain(&outline.images) {
        let url = link.destination.clone();
        let external = url.contains("://");
        hrefs.insert(url.clone(), Href { url, external });
    }
    hrefs.remove("nowhere");
    let labels = Labels {
        table: "Bảng".to_owned(),
        wide: String::new(),
        footnotes: "Chú thích".to_owned(),
        back: "Về \"bài\"".to_owned(),
        checklist: Some("dossier"),
    };
    let mut html = String::new();
    write(&body, language, &anchors, &hrefs, &labels, None, &mut html);
    (html, anchors)
}

/// Compares without the line ends between elements.
fn check(markdown: &str, expected: &str) {
    let (html, _) = html(markdown, Language::Vi);
    assert_eq!(html.trim_end().replace(">\n<", "><"), expected, "{markdown}");
}

/// The HTML of a text in which the second part of everything has a mark.
fn check_marked(markdown: &str, mark: Mark, expected: &str) {
    let place = Span::new(FileId(0), 0..markdown.len());
    let body = markdown::parse(markdown, place, &mut Diagnostics::default());
    let anchors = anchors(&body, &heading_anchors(&Outline::of(&body)));
    let (mut blocks, mut parts) = (BTreeMap::new(), BTreeMap::new());
    blocks.extend(body.blocks.get(1).map(|it| (it.span, mark)));
    if let Some(first) = body.blocks.first() {
        match &first.kind {
            BlockKind::List { items, .. } => {
                parts.extend(items.get(1).map(|it| (it.span, mark)));
                blocks.extend(items[0].blocks.get(1).map(|it| (it.span, mark)));
            }
            BlockKind::Table { rows, .. } => parts.extend(rows.get(1).map(|it| (it.span, mark))),
            _ => {}
        }
    }
    let both = |it: &str| [it.to_owned(), format!("({it})")];
    let words = MarkWords { untranslated: both("not < translated"), orphan: both("gone") };
    let marking = Marking { source: Language::Vi, blocks, parts, words };
    let empty = String::new;
    let labels = Labels {
        table: empty(),
        wide: empty(),
        footnotes: empty(),
        back: empty(),
        checklist: None,
    };
    let (hrefs, mut html) = (BTreeMap::new(), String::new());
    write(&body, Language::En, &anchors, &hrefs, &labels, Some(&marking), &mut html);
    assert_eq!(html.trim_end().replace(">\n<", "><"), expected, "{markdown}");
}

#[test]
fn what_is_marked_says_so_once_and_has_its_language() {
    let untranslated = Mark::Untranslated;
    let label = "<p class=\"mark\" lang=\"en\">not &lt; translated</p>";
    let inner = "<span class=\"mark\" lang=\"en\">(not &lt; translated)</span>";
    check_marked(
        "a\n\n- Sở\n- b\n\nc",
        untranslated,
        &format!(
            "<p>a</p><div class=\"untranslated\" lang=\"vi\">{label}<ul><li>Sở</li><li>b</li></ul></div><p>c</p>"
        ),
    );
    check_marked(
        "- a\n- Sở\n- Sở",
        untranslated,
        &format!(
            "<ul><li>a</li><li class=\"untranslated\" lang=\"vi\">{inner} Sở</li><li><span lang=\"vi\">Sở</span></li></ul>"
        ),
    );
    check_marked(
        "1. a\n   - b\n2. c",
        untranslated,
        &format!(
            "<ol><li>a<div class=\"untranslated\" lang=\"vi\">{label}<ul><li>b</li></ul></div></li>\
             <li class=\"untranslated\" lang=\"vi\">{inner} c</li></ol>"
        ),
    );
    check_marked(
        "|a|b|\n|-|-:|\n|c|d|\n|đ|e|",
        untranslated,
        &format!(
            "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"1\"><table><thead>\
             <tr><th scope=\"col\">a</th><th scope=\"col\" class=\"right\">b</th></tr></thead><tbody>\
             <tr><td>c</td><td class=\"right\">d</td></tr>\
             <tr class=\"untranslated\" lang=\"vi\"><td>{inner} đ</td><td class=\"right\">e</td></tr>\
             </tbody></table></div>"
        ),
    );
    check_marked(
        "a\n\nb",
        Mark::Orphan,
        "<p>a</p><div class=\"orphan\"><p class=\"mark\">gone</p><p>b</p></div>",
    );
    check_marked(
        "- a\n- b",
        Mark::Orphan,
        "<ul><li>a</li><li class=\"orphan\"><span class=\"mark\">(gone)</span> b</li></ul>",
    );
}

#[test]
fn blocks_are_written() {
    check(
        "Một *hai* **ba** ~~bốn~~ `n < ă`",
        "<p>Một <em>hai</em> <strong>ba</strong> <s>bốn</s> <code>n &lt; ă</code></p>",
    );
    check(
        "> a\n\n---\n\n    <b>\n    c",
        "<blockquote><p>a</p></blockquote><hr><pre><code>&lt;b&gt;\nc</code></pre>",
    );
    check("a\\\nb", "<p>a<br>\nb</p>");
    check("# a\n\n###### b", "<h1 id=\"a\">a</h1><h6 id=\"b\">b</h6>");
    check("", "");
}

#[test]
fn papers_to_gather_can_be_ticked_off() {
    let table = "| a | b |\n|---|---|\n| c | d |\n";
    let (html, _) = html(
        &format!("## A {{#dossier}}\n\n{table}\n### B\n\n{table}\n## C\n\n{table}"),
        Language::Vi,
    );
    let row = "<tr><td><label><input type=\"checkbox\"> c</label></td><td>d</td></tr>";
    assert_eq!(html.matches(row).count(), 2, "{html}");
    assert_eq!(html.matches("<tr><td>c</td><td>d</td></tr>").count(), 1, "{html}");
}

#[test]
fn lists_are_tight_or_loose() {
    check("- a\n- b", "<ul><li>a</li><li>b</li></ul>");
    check("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>");
    check("1. a", "<ol><li>a</li></ol>");
    check("3. a\n   - b", "<ol start=\"3\"><li>a\n<ul><li>b</li></ul></li></ol>");
    check("0. a", "<ol start=\"0\"><li>a</li></ol>");
    check(
        "- ## a\n- > b",
        "<ul><li><h2 id=\"a\">a</h2></li><li><blockquote><p>b</p></blockquote></li></ul>",
    );
}

#[test]
fn headings_and_clauses_carry_ids() {
    check(
        "## Điều 3. Thời hạn\n\n1. Một\n2. Hai\n\n   a) x\n\na) y",
        "<h2 id=\"dieu-3-thoi-han\"><span id=\"d3\"></span>Điều 3. Thời hạn</h2>\
         <ol><li id=\"d3-1\"><p>Một</p></li>\
         <li id=\"d3-2\"><p>Hai</p><p id=\"d3-2-a\">a) x</p></li></ol><p>a) y</p>",
    );
    check(
        "## Điều 1\n\n1. a) x\n   - b) y",
        "<h2 id=\"dieu-1\"><span id=\"d1\"></span>Điều 1</h2>\
         <ol><li id=\"d1-1\"><p id=\"d1-1-a\">a) x</p><ul><li id=\"d1-1-b\">b) y</li></ul></li></ol>",
    );
}

#[test]
fn tables_can_be_scrolled_and_named() {
    check(
        "|a||\n|-|-:|\n|b|c|\n\n|d|\n|:-:|",
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Bảng 1\"><table class=\"counted\">\
         <thead><tr><th scope=\"col\">a</th><td class=\"right\"></td></tr></thead>\
         <tbody><tr><td>b</td><td class=\"right\">c</td></tr></tbody></table></div>\
         <div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Bảng 2\"><table class=\"counted\">\
         <thead><tr><th scope=\"col\" class=\"center\">d</th></tr></thead></table></div>",
    );
}

#[test]
fn lines_of_han_are_joined() {
    check("Một\nhai", "<p>Một\nhai</p>");
    check(
        "外事厅\n公开",
        "<p><span lang=\"zh-Hans\">外事厅</span><span lang=\"zh-Hans\">公开</span></p>",
    );
    let zh = |text: &str| html(text, Language::Zh).0.trim_end().to_owned();
    assert_eq!(zh("外事厅\n公开"), "<p>外事厅公开</p>");
    assert_eq!(zh("**外事厅。**\n*公开*"), "<p><strong>外事厅。</strong><em>公开</em></p>");
    assert_eq!(zh("中\nabc\n文"), "<p>中\nabc\n文</p>");
    assert_eq!(zh("中[文](x)\n[件](y)"), "<p>中<a href=\"x\">文</a><a href=\"y\">件</a></p>");
    assert_eq!(
        zh("中\n![文](x)\n件"),
        "<p>中\n<img src=\"x\" alt=\"文\" loading=\"lazy\">\n件</p>"
    );
    let note = "<p>中<sup><a href=\"#fn-1\" id=\"fnref-1\">1</a></sup>文</p>\n<section";
    assert!(zh("中[^1]\n文\n\n[^1]: a").starts_with(note));
}

#[test]
fn links_lead_or_are_words() {
    check(
        "[a](https://b.vn/?x&y=\"1\")",
        "<p><a href=\"https://b.vn/?x&amp;y=&quot;1&quot;\" rel=\"noreferrer\">a</a></p>",
    );
    check("[a *b*](#d3)", "<p><a href=\"#d3\">a <em>b</em></a></p>");
    check("[a *b*](nowhere)", "<p>a <em>b</em></p>");
    check("x[](y)", "<p>x</p>");
    check("[![](a.png)](y)", "<p><img src=\"a.png\" alt=\"\" loading=\"lazy\"></p>");
    check("[a](javascript:x)", "<p>a</p>");
    check(
        "![Biểu đồ \"1\"](a.png)",
        "<p><img src=\"a.png\" alt=\"Biểu đồ &quot;1&quot;\" loading=\"lazy\"></p>",
    );
    check("![Sơ đồ](nowhere)", "<p>Sơ đồ</p>");
}

#[test]
fn footnotes_lead_there_and_back() {
    let back = |number: u32| {
        format!(
            "<a class=\"back\" data-seal-skip href=\"#fnref-{number}\" aria-label=\"Về &quot;bài&quot;\">↩\u{fe0e}</a>"
        )
    };
    check(
        "a[^x] b[^x]\n\n[^x]: một\n\n    hai",
        &format!(
            "<p>a<sup><a href=\"#fn-1\" id=\"fnref-1\">1</a></sup> \
             b<sup><a href=\"#fn-1\">1</a></sup></p>\
             <section class=\"footnotes\" aria-label=\"Chú thích\"><ol>\
             <li id=\"fn-1\"><p>một</p><p>hai {}</p></li></ol></section>",
            back(1)
        ),
    );
    check(
        "a[^1]\n\n[^1]:\n    - x",
        &format!(
            "<p>a<sup><a href=\"#fn-1\" id=\"fnref-1\">1</a></sup></p>\
             <section class=\"footnotes\" aria-label=\"Chú thích\"><ol>\
             <li id=\"fn-1\"><ul><li>x</li></ul>{}</li></ol></section>",
            back(1)
        ),
    );
}

#[test]
fn typography_reaches_every_text() {
    check(
        "**15 ngày** [627/KH-SNgV](x)",
        "<p><strong>15\u{a0}ngày</strong> <a href=\"x\"><span class=\"number\" translate=\"no\">627/KH-SNgV</span></a></p>",
    );
    check("`15 ngày`", "<p><code>15 ngày</code></p>");
}

#[test]
fn nothing_that_a_sealed_article_may_not_hold_is_written() {
    let text = "## a <b onclick=x style=y>\n\n<script>x</script>\n\n![a](x \"y\")\n\n<!-- hidden -->\n\n\
                ```js\nx\n```\n\n[a](x 'onclick=\"y\"')\n";
    let (html, _) = html(text, Language::En);
    for it in ["<b", "onclick", "style", "script", "<!--", "hidden", "title"] {
        assert!(!html.contains(it), "{it}: {html}");
    }
}

/// The elements of a page, opened and closed; void ones only opened.
fn tags(html: &str) -> Vec<&str> {
    html.split('<').skip(1).map(|it| it.split('>').next().unwrap()).collect()
}

proptest! {
    #[test]
    fn every_element_is_closed_and_every_id_is_known(
        pieces in proptest::collection::vec(0..PIECES.len(), 0..60),
    ) {
        let text: String = pieces.into_iter().map(|it| PIECES[it]).collect();
        for language in Language::ALL {
            let (html, anchors) = html(&text, language);
            let mut open = Vec::new();
            let mut ids = Vec::new();
            for tag in tags(&html) {
                let name = tag.split(' ').next().unwrap();
                if let Some((_, id)) = tag.split_once(" id=\"") {
                    ids.push(id.split('"').next().unwrap().to_owned());
                }
                match name.strip_prefix('/') {
                    Some(name) => prop_assert_eq!(open.pop(), Some(name)),
                    None if !["br", "hr", "img"].contains(&name) => open.push(name),
                    None => {}
                }
            }
            prop_assert!(open.is_empty());
            let mut all: Vec<_> = anchors.all().collect();
            all.sort();
            ids.sort();
            prop_assert_eq!(ids, all);
        }
    }
}

const PIECES: &[&str] = &[
    "*",
    "**",
    "~~",
    "`",
    "\n",
    "\n\n",
    "\n    ",
    "\n- ",
    "\n1. ",
    "> ",
    "\n## ",
    "[",
    "](x)",
    "![",
    "](nowhere)",
    "[^1]",
    "\n[^1]: ",
    "[^2]",
    "\n[^2]: ",
    "<b>",
    "|",
    "\n|a|b|\n|-|:-:|\n",
    "\n---\n",
    "a",
    "b c",
    "\n## Điều 3\n",
    "\na) ",
    "\n2\\. ",
    "中",
    "文。",
    "“",
    " ",
    "{#d3}\n",
    "15 ngày",
    "627/KH-SNgV",
    "Sở Ngoại vụ",
    "&lt;",
    "\\<",
    "http://a.vn",
];
