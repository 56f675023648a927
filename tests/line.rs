//! The line, from texts to files.

use condau::site::Build;

use crate::support::{Site, page};

const PAGE: &str = "+++\nkind = \"page\"\ntitle = \"Liên hệ\"\nsummary = \"Gửi thư đến đâu.\"\n\
    owner = \"van-phong\"\npublished = 2026-01-05\n+++\n\nSố 1 < Số 2. Xem [trang này](@/about/lien-he#a).\n\n## A {#a}\n\nB\n";
const EN: &str = "+++\ntitle = \"Contacts\"\nsummary = \"Where to write.\"\n+++\n\nNo. 1 < No. 2.\n\n## A {#a}\n\nB\n";
const ZH: &str = "+++\ntitle = \"联系方式\"\nsummary = \"来信地址。\"\n+++\n";

fn site() -> Site {
    Site::new()
        .write("content/about/lien-he/index.vi.md", PAGE)
        .write("content/about/lien-he/index.en.md", EN)
        .write("content/about/lien-he/index.zh.md", ZH)
}

#[test]
fn a_page_in_three_languages() {
    let build = site().build();
    let vi = page(&build, "vi/gioi-thieu/lien-he/index.html");
    assert!(vi.contains("<h1>Liên hệ</h1>"), "{vi}");
    assert!(
        vi.contains(
            "<p>Số 1 &lt; Số 2. Xem <a href=\"/vi/gioi-thieu/lien-he/#a\">trang này</a>.</p>"
        ),
        "{vi}"
    );
    let en = page(&build, "en/about/lien-he/index.html");
    assert!(en.contains("<h2 id=\"a\">A</h2>"), "{en}");
    // A stub is no text of its own: machines are not led to it, people are.
    assert!(!en.contains("hreflang=\"zh-Hans\" href=\"https:"), "{en}");
    assert!(en.contains("<a href=\"/zh/jieshao/lien-he/\" lang=\"zh-Hans\""), "{en}");
}

#[test]
fn a_stub_shows_the_source_under_its_own_title() {
    let zh = page(&site().build(), "zh/jieshao/lien-he/index.html");
    assert!(zh.contains("<h1>联系方式</h1>"), "{zh}");
    assert!(zh.contains("<div class=\"text\" lang=\"vi\"><p>Số 1"), "{zh}");
    assert!(
        zh.contains("rel=\"canonical\" href=\"https://songoaivu.example/vi/gioi-thieu/lien-he/\""),
        "{zh}"
    );
}

#[test]
fn a_site_may_stand_below_a_path() {
    let settings = crate::support::SETTINGS.replace("songoaivu.example/", "a.example/so/ngoai-vu/");
    let build = site().write("condau.toml", &settings).build();
    let vi = page(&build, "vi/gioi-thieu/lien-he/index.html");
    assert!(vi.contains("href=\"/so/ngoai-vu/vi/gioi-thieu/lien-he/#a\""), "{vi}");
    assert!(vi.contains("href=\"/so/ngoai-vu/assets/site.css\""), "{vi}");
}

#[test]
fn the_site_may_have_its_own_template_and_words() {
    let build = site()
        .write("themes/plain/templates/chooser.html", "<p>{{ t(m=\"home\") }}</p>")
        .write("i18n/vi/site.ftl", "home = Nhà\n")
        .build();
    assert_eq!(page(&build, "index.html"), "<p>Nhà</p>");
}

#[test]
fn pictures_and_fonts_of_a_theme_are_copied() {
    let font = b"wOF2\x00\x01";
    let build = site().attach("themes/plain/assets/letters.woff2", font).build();
    let files = build.files.as_ref().expect("a site");
    let all = (0..files.tasks()).flat_map(|it| files.render(it).expect("pages").files);
    let found: Vec<_> = all.filter(|(path, _)| path == "assets/letters.woff2").collect();
    match &found[..] {
        [(_, condau::site::Content::Copy { from, length, .. })] => {
            assert_eq!(from, "themes/plain/assets/letters.woff2");
            assert_eq!(*length, font.len() as u64);
        }
        other => panic!("{other:?}"),
    }
}

/// A page in Vietnamese, and a translation that lacks some of it.
fn partial(en: &str) -> Build {
    let vi = "+++\nkind = \"page\"\ntitle = \"Phí\"\nsummary = \"Các mức.\"\nowner = \"van-phong\"\n\
        published = 2026-01-05\n+++\n\n## Chung\n\nĐoạn 15 ngày.[^1]\n\n## Cách nộp\n\n1. Trực tiếp\n2. Bưu chính\n\n\
        ## Mức thu\n\n| Loại | Mức |\n|---|---:|\n| A | 1 |\n| B | 2 |\n\n## Cuối\n\nHết.\n\n[^1]: Chú thích.\n";
    let en = format!("+++\ntitle = \"Fees\"\nsummary = \"The rates.\"\n+++\n\n{en}");
    Site::new()
        .write("content/about/phi/index.vi.md", vi)
        .write("content/about/phi/index.en.md", &en)
        .build()
}

/// What stands in the article.
fn article(page: &str) -> &str {
    let text = page.split("<div class=\"text\">").nth(1).unwrap_or_default();
    text.split("</div>\n<footer").next().unwrap_or_default().trim_end()
}

#[test]
fn a_partial_translation_shows_what_it_lacks() {
    let build = partial(
        "## General\n\n## How to apply\n\n1. In person\n\n## Rates\n\n| Kind | Rate |\n|---|---:|\n| A | 1 |\n\n\
         ## End\n\nThe end.\n\nMore.\n",
    );
    let en = page(&build, "en/about/phi/index.html");
    let label = "<p class=\"mark\" lang=\"en\">not translated</p>";
    let expected = format!(
        "<h2 id=\"chung\">General</h2>
<div class=\"untranslated\" lang=\"vi\">
{label}
<p>Đoạn 15\u{a0}ngày.<sup><a href=\"#fn-1\" id=\"fnref-1\">1</a></sup></p>
</div>
<h2 id=\"cach-nop\">How to apply</h2>
<ol>
<li>In person</li>
</ol>
<div class=\"untranslated\" lang=\"vi\">
{label}
<ol>
<li>Trực tiếp</li>
<li>Bưu chính</li>
</ol>
</div>
<h2 id=\"muc-thu\">Rates</h2>"
    );
    assert!(article(&en).starts_with(&expected), "{}", article(&en));
    // The rows of the table are shown once in each language, and the note where it belongs.
    assert_eq!(en.matches("<table").count(), 2, "{en}");
    assert_eq!(en.matches("<p>Hết.").count(), 1, "{en}");
    let note = "<li id=\"fn-1\"><div class=\"untranslated\" lang=\"vi\">";
    assert!(en.contains(note), "{en}");
    assert!(en.contains("8 passages are not translated yet and are shown in Vietnamese."), "{en}");
    assert!(en.contains("translation not complete: 4 of 12 passages"), "{en}");
    assert!(en.contains("<a href=\"#muc-thu\">Rates</a>"), "{en}");
}

#[test]
fn a_translation_that_is_divided_differently_throughout_stands_alone() {
    let build = partial("## Fees and how to pay\n\nAll in one paragraph.[^1]\n\n[^1]: A note.\n");
    let en = page(&build, "en/about/phi/index.html");
    assert!(article(&en).contains("<p>All in one paragraph."), "{en}");
    assert!(!en.contains("Đoạn 15") && !en.contains("not translated"), "{en}");
    assert!(en.contains("cannot be matched with it passage by passage"), "{en}");
    assert!(en.contains("reference translation, not matched passage by passage"), "{en}");
    let found: Vec<_> = build.reported.iter().map(|it| it.diagnostic.problem.id()).collect();
    assert!(found.iter().any(|it| it == "translation-unaligned"), "{found:?}");
    assert!(!found.iter().any(|it| it == "translation-missing"), "{found:?}");
}

#[test]
fn one_missing_passage_is_spoken_of_as_one() {
    let build = partial(
        "## General\n\n## How to apply\n\n1. In person\n2. By post\n\n## Rates\n\n\
         | Kind | Rate |\n|---|---:|\n| A | 1 |\n| B | 2 |\n\n## End\n\nThe end.[^1]\n\n[^1]: A note.\n",
    );
    let en = page(&build, "en/about/phi/index.html");
    // It has the note of its source, which the translation refers to elsewhere.
    assert!(article(&en).contains("<p>Đoạn 15\u{a0}ngày."), "{}", article(&en));
    assert!(en.contains("1 passage is not translated yet and is shown in Vietnamese."), "{en}");
    assert_eq!(en.matches("class=\"mark\"").count(), 1, "{en}");
}

#[test]
fn what_the_original_no_longer_has_is_marked() {
    let text = "## General\n\nA paragraph.[^1]\n\n## How to apply\n\n1. In person\n2. By post\n\n## Rates\n\n\
         | Kind | Rate |\n|---|---:|\n| A | 1 |\n| B | 2 |\n\n## End\n\nThe end.\n\n[^1]: A note.\n";
    let whole = page(&partial(text), "en/about/phi/index.html");
    assert!(!whole.contains("class=\"mark\""), "{whole}");
    let build = partial(&text.replace("## General", "A foreword.\n\n- x\n- y\n\n## General"));
    let en = page(&build, "en/about/phi/index.html");
    let expected = "<div class=\"orphan\">\n<p class=\"mark\">no longer in the original</p>\n<p>A foreword.</p>\n\
                    <ul>\n<li>x</li>\n<li>y</li>\n</ul>\n</div>\n<h2 id=\"chung\">";
    assert!(article(&en).starts_with(expected), "{}", article(&en));
    assert!(!en.contains("not translated yet"), "{en}");
}
