//! Markdown and the tree it becomes, side by side.

use crate::diagnostic::{Diagnostics, FileId, Span};
use crate::document::blocks;
use crate::document::body::{Alignment, Block, BlockKind, Body, Inline, Row};
use crate::document::markdown::parse;

/// Where the texts of these tests stand in their file.
const START: usize = 100;

fn read(text: &str) -> (Body, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let place = Span::new(FileId(3), START..START + text.len());
    let body = parse(text, place, &mut diagnostics);
    (body, diagnostics)
}

/// The tree in short: `h2#id(…)`, `p(…)`, `ul{…;…}` (`ul+` if loose), `ol3{…}`, `q{…}`,
/// `t<lcr>{a|b/c|d}`, `c(…)`, `---`, `fn{…}`; in running text `*…*`, `**…**`, `~…~`, `^1`, and
/// `/` and `//` for soft and hard breaks.
fn check(markdown: &str, tree: &str) {
    let (body, _) = read(markdown);
    assert_eq!(show(&body), tree, "{markdown}");
}

fn show(body: &Body) -> String {
    let footnotes = body.footnotes.iter().map(|it| format!("fn{{{}}}", show_blocks(&it.blocks)));
    let blocks = (!body.blocks.is_empty()).then(|| show_blocks(&body.blocks));
    blocks.into_iter().chain(footnotes).collect::<Vec<_>>().join(" ")
}

fn show_blocks(blocks: &[Block]) -> String {
    blocks.iter().map(show_block).collect::<Vec<_>>().join(" ")
}

fn show_block(block: &Block) -> String {
    match &block.kind {
        BlockKind::Heading { level, id, content } => {
            let id = id.as_ref().map(|it| format!("#{it}")).unwrap_or_default();
            format!("h{level}{id}({})", show_inlines(content))
        }
        BlockKind::Paragraph(content) => format!("p({})", show_inlines(content)),
        BlockKind::List { start, tight, items } => {
            let name = start.map_or("ul".to_owned(), |it| format!("ol{it}"));
            let loose = if *tight { "" } else { "+" };
            let items: Vec<_> = items.iter().map(|it| show_blocks(&it.blocks)).collect();
            format!("{name}{loose}{{{}}}", items.join(";"))
        }
        BlockKind::Quote(blocks) => format!("q{{{}}}", show_blocks(blocks)),
        BlockKind::Table { alignments, header, rows } => {
            let letter = |it: &Alignment| match it {
                Alignment::None => '-',
                Alignment::Left => 'l',
                Alignment::Center => 'c',
                Alignment::Right => 'r',
            };
            let row =
                |it: &Row| it.cells.iter().map(|it| show_inlines(it)).collect::<Vec<_>>().join("|");
            let rows: Vec<_> = std::iter::once(header).chain(rows).map(row).collect();
            let alignments: String = alignments.iter().map(letter).collect();
            format!("t<{alignments}>{{{}}}", rows.join("/"))
        }
        BlockKind::Code(text) => format!("c({text})"),
        BlockKind::Rule => "---".to_owned(),
    }
}

fn show_inlines(content: &[Inline]) -> String {
    let show = |it: &Inline| match it {
        Inline::Text(text) => text.clone(),
        Inline::Code(text) => format!("`{text}`"),
        Inline::Emphasis(content) => format!("*{}*", show_inlines(content)),
        Inline::Strong(content) => format!("**{}**", show_inlines(content)),
        Inline::Struck(content) => format!("~{}~", show_inlines(content)),
        Inline::Link { destination, content, .. } => {
            format!("[{}]({destination})", show_inlines(content))
        }
        Inline::Image { destination, alternative, .. } => {
            format!("![{alternative}]({destination})")
        }
        Inline::FootnoteReference(at) => format!("^{}", at + 1),
        Inline::SoftBreak => "/".to_owned(),
        Inline::HardBreak => "//".to_owned(),
    };
    content.iter().map(show).collect()
}

/// The problems of a text, each with the words it points at.
fn problems(markdown: &str) -> Vec<String> {
    let (_, diagnostics) = read(markdown);
    let problem = |it: crate::diagnostic::Diagnostic| {
        assert_eq!(it.span.file, FileId(3));
        let range = it.span.range();
        let place = &markdown[range.start - START..range.end - START];
        let mut fields = it.problem.fields();
        let id = fields.remove("id").unwrap_or_default();
        let fields: Vec<_> = fields.values().map(|it| it.to_string().replace('"', "")).collect();
        format!("{} {} at {place}", id.as_str().unwrap_or_default(), fields.join(" "))
    };
    diagnostics.sorted().into_iter().map(problem).collect()
}

fn check_problems(markdown: &str, expected: &[&str]) {
    assert_eq!(problems(markdown), expected, "{markdown}");
}

#[test]
fn blocks_become_a_tree() {
    check("", "");
    check("\n \n", "");
    check("Một\nhai  \nba\\\nbốn", "p(Một/hai//ba//bốn)");
    check("Một\r\nhai\r\n\r\nba", "p(Một/hai) p(ba)");
    check("## Mở đầu\n\nMột.", "h2(Mở đầu) p(Một.)");
    check("Mở đầu\n---\n\nMột.", "h2(Mở đầu) p(Một.)");
    check("***\n\n- - -", "--- ---");
    check("> Một\nhai\n>\n> > ba", "q{p(Một/hai) q{p(ba)}}");
    check("```sql\na\n\n  b\n```\n\n    c", "c(a\n\n  b\n) c(c)");
    check("```\r\na\r\nb\r\n```", "c(a\nb\n)");
    check("a &amp; b &lt; &#272; \\* \\[x]", "p(a & b < Đ * [x])");
    check("``a `b` * c``", "p(`a `b` * c`)");
    check("Hai \"nháy\" -- và...", "p(Hai \"nháy\" -- và...)");
    check(
        "<https://a.vn/x> <a@b.vn>",
        "p([https://a.vn/x](https://a.vn/x) [a@b.vn](mailto:a@b.vn))",
    );
    check("https://a.vn", "p(https://a.vn)");
    check("[a][b] [b]\n\n[b]: mau-1.pdf 'title'", "p([a](mau-1.pdf) [b](mau-1.pdf))");
}

#[test]
fn lists_know_whether_they_are_tight() {
    check("- a\n- b\n  c\n", "ul{p(a);p(b/c)}");
    check("- a\n\n- b", "ul+{p(a);p(b)}");
    check("3. a\n4. b\n   - c\n   - d\n5. e", "ol3{p(a);p(b) ul{p(c);p(d)};p(e)}");
    check("1. a\n\n   b\n2. c", "ol1+{p(a) p(b);p(c)}");
    check("- a\n  > b\n- ## c\n-", "ul{p(a) q{p(b)};h2(c);}");
    check("1) a\n2. b", "ol1{p(a)} ol2{p(b)}");
    check("- a\n  - b\n\n    c", "ul{p(a) ul+{p(b) p(c)}}");
    check("- a ***\n***", "ul{p(a ***)} ---");
}

#[test]
fn tables_are_rectangular() {
    check("|a|b|c|\n|:-|:-:|-:|\n|1|**2**|\n|x \\| y|z|1|2|", "t<lcr>{a|b|c/1|**2**|/x | y|z|1}");
    check("|a|b|\n|-|-|\nđoạn", "t<-->{a|b/đoạn|}");
    check("- |a|\n  |-|\n  |`x`|", "ul{t<->{a/`x`}}");
}

#[test]
fn explicit_ids_stand_at_the_end_of_headings() {
    check("## Các bước {#steps}", "h2#steps(Các bước)");
    check("## Các bước {#steps} ##", "h2#steps(Các bước)");
    check("## **Các bước**{#steps}", "h2#steps(**Các bước**)");
    check("Các\nbước {#steps}\n---", "h2#steps(Các/bước)");
    check("> a\n>   {#x}\n> ---", "q{h2#x(a)}");
    check("## A {#Các-Bước}", "h2#cac-buoc(A)");
    check("## 中**文。**{#x}", "h2#x(中**文。**)");
    check("## a \\{#x}", "h2(a {#x})");
    check("## a {\\#x}", "h2(a {#x})");
    check("## a `{#x}`", "h2(a `{#x}`)");
    check("## a {#}", "h2(a {#})");
    check("## a {#x} b", "h2(a {#x} b)");
    check("## a {.c}", "h2(a {.c})");
    check("## {#x}", "");
}

#[test]
fn emphasis_works_beside_han() {
    check("**中文。**后", "p(**中文。**后)");
    check("**注意：**请填写", "p(**注意：**请填写)");
    check("这是**「重要」**的", "p(这是**「重要」**的)");
    check("根据**《外事规章》**规定", "p(根据**《外事规章》**规定)");
    check("**(1)**第一", "p(**(1)**第一)");
    check("**中。**后又。**前**", "p(**中。**后又。**前**)");
    check("*中。*后*「文」*的", "p(*中。*后*「文」*的)");
    check("***中。***后", "p(***中。***后)");
    check("~~中。~~后~~（文）~~的", "p(~中。~后~（文）~的)");
    check("**中“引”**后", "p(**中“引”**后)");
    check("他说**“好。”**吧", "p(他说**“好。”**吧)");
    check("|**中。**后|甲**（乙）**|\n|-|-|", "t<-->{**中。**后|甲**（乙）**}");
    check("[**中。**后](x.pdf)", "p([**中。**后](x.pdf))");
    check("## **第一条。**期限", "h2(**第一条。**期限)");
    check("- 甲**（乙）**丙", "ul{p(甲**（乙）**丙)}");
    check("**한국。**어", "p(**한국。**어)");
    check("**甲*乙。*丙**丁", "p(**甲*乙。*丙**丁)");
    check("**中**、**文**", "p(**中**、**文**)");
}

#[test]
fn literal_stars_and_marks_stay_beside_han() {
    check("中\\**。后", "p(中**。后)");
    check("`**中。**后`", "p(`**中。**后`)");
    check("    **中。**后", "c(**中。**后)");
    check("[中](a*。*后.pdf)", "p([中](a*。*后.pdf))");
    check("![中*。*后](a*。*后.png)", "p(![中。后](a*。*后.png))");
    check("中** 。**后", "p(中** 。**后)");
    check("3~5个，10~15天", "p(3~5个，10~15天)");
    check("**Điều 1.**Nội", "p(**Điều 1.**Nội)");
    check("\u{2e43}**中。**后\u{2e43}", "p(\u{2e43}**中。**后\u{2e43})");
    check("中[^a*。*后]\n\n[^a*。*后]: 文", "p(中^1) fn{p(文)}");
    let all = "\u{2e43}\u{2e3d}\u{2e3e}\u{2e4e}";
    check(&format!("{all}**中。**后"), &format!("p({all}**中。**后)"));
}

#[test]
fn every_mark_counts_as_punctuation() {
    let used = "\u{2e43}\u{2e3d}\u{2e3e}";
    for at in (0..=used.len()).step_by(3) {
        let (_, diagnostics) = read("");
        assert!(diagnostics.is_empty());
        check(&format!("{}**中。**后", &used[..at]), &format!("p({}**中。**后)", &used[..at]));
    }
}

#[test]
fn footnotes_are_numbered_by_their_first_reference() {
    check("a[^x] b[^y] c[^X]\n\n[^y]: hai\n\n[^x]: một", "p(a^1 b^2 c^1) fn{p(một)} fn{p(hai)}");
    check("a[^1] b[^2]\n\n[^2]: x", "p(a[^1] b^1) fn{p(x)}");
    check("a\n\n[^1]: x", "p(a)");
    check("a[^1]\n\n[^1]: x[^2]\n\n[^2]: y[^1]\n\n[^3]: z[^3]", "p(a^1) fn{p(x^2)} fn{p(y^1)}");
    check("a[^1]\n\n[^1]: x\n\n[^1]: y", "p(a^1) fn{p(x)}");
    check("a[^1]\n\n[^1]: x\n\n    - y\n\n    z", "p(a^1) fn{p(x) ul{p(y)} p(z)}");
    check("> a[^1]\n> \n> [^1]: x", "q{p(a^1)} fn{p(x)}");
    check("## a[^1]\n\n|b[^2]|\n|-|\n\n[^2]: y\n[^1]: x", "h2(a^1) t<->{b^2} fn{p(x)} fn{p(y)}");
}

#[test]
fn raw_html_is_reported_and_left_out() {
    check("a<br>b <b class='x'>c</b> <!-- d --> e", "p(ab c  e)");
    check("<div>\nchữ\n</div>\n\nsau", "p(sau)");
    check("<b></b>", "");
    check("> <p>\n\n*<i></i>*", "");
    check("a < b và c > d", "p(a < b và c > d)");
    check_problems("Một<br>hai", &["raw-html <br> at <br>"]);
    check_problems("中文<br />\n后", &["raw-html <br> at <br />"]);
    check_problems("a <b class=\"x\">c</b>", &["raw-html <b> at <b class=\"x\">"]);
    check_problems("  <div\n  id=x>\nchữ\n</div>", &["raw-html <div> at <div\n  id=x>"]);
    check_problems("a <!-- b --> c", &["raw-html <!-- --> at <!-- b -->"]);
    check_problems("<!-- a\nb -->\n", &["raw-html <!-- --> at <!-- a\nb -->"]);
    check_problems("<!-- a\nb", &["raw-html <!-- --> at <!-- a"]);
    check_problems("<?php x ?>", &["raw-html <?php> at <?php x ?>"]);
    check_problems("<script>\nalert(1)\n</script>", &["raw-html <script> at <script>"]);
    check_problems("**中。**后<u>x", &["raw-html <u> at <u>"]);
}

#[test]
fn links_lead_to_known_places_only() {
    let good = "[a](https://a.vn) [b](mailto:a@b.vn) [c](tel:0205) [d](@/documents/x#d3) [e](#d3) \
                [f](mau-1.pdf)";
    check(good, &format!("p({good})"));
    check_problems(good, &[]);
    check("[a **b**](javascript:x)", "p(a **b**)");
    check_problems("中 [a](javascript:x) b", &["raw-html javascript: at [a](javascript:x)"]);
    check_problems(
        "[a](java&#115;cript&colon;x)",
        &["raw-html javascript: at [a](java&#115;cript&colon;x)"],
    );
    check_problems("<data:text/html,x>", &["raw-html data: at <data:text/html,x>"]);
    check_problems("[a]\n\n[a]: //evil.example", &["raw-html // at [a]"]);
}

#[test]
fn images_have_words_and_stand_here() {
    check("![Biểu *đồ*\n1](a.png \"x\")", "p(![Biểu đồ 1](a.png))");
    check_problems("中![](a.png)", &["image-alt a.png at ![](a.png)"]);
    check_problems("![ ](a.png)", &["image-alt a.png at ![ ](a.png)"]);
    check("a ![b](https://x.vn/a.png) c", "p(a b c)");
    check_problems(
        "![b](https://x.vn/a.png)",
        &["third-party-resource x.vn at ![b](https://x.vn/a.png)"],
    );
    check_problems("![b](data:x)", &["raw-html data: at ![b](data:x)"]);
    check("[![b](a.png)](https://a.vn)", "p([![b](a.png)](https://a.vn))");
}

#[test]
fn headings_keep_their_order() {
    check_problems("## a\n\n### b\n\n## c\n\n### d\n\n#### e", &[]);
    check_problems("## a\n\n#### b\n\n##### c\n", &["heading-order 4 2 at #### b"]);
    check_problems("# a\n\n## b", &["heading-order 1 1 at # a"]);
    check_problems("### 中 ###\n", &["heading-order 3 1 at ### 中 ###"]);
    check_problems("## a\n\n> b\n> ===\n", &["heading-order 1 2 at b\n> ==="]);
}

#[test]
fn spans_point_at_what_was_written() {
    let text = "Một **中。**后 [x](y.pdf)\n\n- **「a」**b\n\n## 根据**《…》**规定 {#x}  \n";
    let (body, _) = read(text);
    let place = |span: Span| &text[span.range().start - START..span.range().end - START];
    let places: Vec<_> = body.blocks.iter().map(|it| place(it.span)).collect();
    let expected = ["Một **中。**后 [x](y.pdf)", "- **「a」**b", "## 根据**《…》**规定 {#x}"];
    assert_eq!(places, expected);
    let BlockKind::Paragraph(content) = &body.blocks[0].kind else { panic!("{body:?}") };
    let Some(Inline::Link { span, .. }) = content.last() else { panic!("{body:?}") };
    assert_eq!(place(*span), "[x](y.pdf)");
    let BlockKind::List { items, .. } = &body.blocks[1].kind else { panic!("{body:?}") };
    assert_eq!(place(items[0].span), "- **「a」**b");
    assert_eq!(place(items[0].blocks[0].span), "**「a」**b");
}

#[test]
fn rows_and_open_paragraphs_have_places() {
    let text = "|a|b|\n|-|-|\n|c|d|\n\n- x [y](z)\n  w\n\n  > 1";
    let (body, _) = read(text);
    let places: Vec<_> = blocks::leaves(&body)
        .iter()
        .map(|it| &text[it.span.range().start - START..it.span.range().end - START])
        .collect();
    assert_eq!(places, ["|a|b|", "|c|d|", "x [y](z)\n  w", "1"]);
}

#[test]
fn depth_is_limited_and_words_stay() {
    let deep =
        |open: &str, close: &str| format!("{}chữ{}", open.repeat(5_000), close.repeat(5_000));
    let mut nested = String::new();
    for level in 0..200 {
        nested.extend([" ".repeat(2 * level).as_str(), "- chữ\n"]);
    }
    let texts = [deep("> ", ""), deep("*a **", "** b*"), deep("- ", ""), deep("[", "](x)"), nested];
    for text in texts {
        let (body, _) = read(&text);
        let leaves = blocks::leaves(&body);
        assert!(leaves.iter().any(|it| it.text.contains("chữ")));
        assert!(leaves.iter().all(|it| it.kind.len() <= 40));
    }
}
