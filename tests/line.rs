//! The line, from texts to files.

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
