//! Sealed documents on pages: what was sealed is published, and what the register says is shown.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use condau::site::Build;
use sha2::{Digest as _, Sha256};

use crate::office::{self, Office};
use crate::support::{Site, page};

const CODE: &str = "K7M29QX4TB";
const PAPER: &str = "content/documents/a/index.vi.md";

/// A site with one document in three languages.
pub(crate) fn site() -> Site {
    let front = "+++\nkind = \"document\"\ntitle = \"Kế hoạch mẫu\"\nsummary = \"Tóm tắt.\"\nowner = \"van-phong\"\n\
        published = 2026-03-02\nid = \"K7M29QX4TB\"\ntype = \"plan\"\nnumber = \"M-12/KH-MAU\"\nissuer = \"so-mau\"\n\
        issued = 2026-03-02\neffective = 2026-03-02\nsigner = { authority = \"none\", role = \"Giám đốc\" }\n\
        recipients = [\"site\"]\nattachments = [{ file = \"a.txt\", label = { vi = \"Bản ký\" } }]\n\
        facts = [[\"Nơi nhận\", \"Văn phòng\"]]\n+++\n";
    let other = |title: &str| format!("+++\ntitle = \"{title}\"\nsummary = \"S.\"\n+++\n");
    Site::new()
        .write(PAPER, &format!("{front}\n## 1. Thời gian\n\nTừ ngày **01/12/2026**.\n"))
        .write(
            "content/documents/a/index.en.md",
            &format!("{}\n## 1. Time\n\nFrom **1 December 2026**.\n", other("Specimen plan")),
        )
        .write("content/documents/a/index.zh.md", &other("样本计划"))
        .attach("content/documents/a/a.txt", "Văn bản.\n".as_bytes())
}

fn built(office: Office) -> Build {
    office.site.build()
}

#[test]
fn what_was_sealed_is_published() {
    let office = Office::open(site()).seal();
    let build = built(office);
    let vi = page(&build, "vi/van-ban/a/index.html");
    assert!(
        vi.contains("<article class=\"sealed\" data-seal=\"K7M29QX4TB/1/vi\" lang=\"vi\">"),
        "{vi}"
    );
    assert!(page(&build, "en/documents/a/index.html").contains("data-seal=\"K7M29QX4TB/1/en\""));
    assert!(!page(&build, "zh/wenjian/a/index.html").contains("data-seal="));
    let status = page(&build, &format!("V/{CODE}/index.html"));
    assert!(status.contains("data-state=\"K7M29QX4TB in-force\">CÒN HIỆU LỰC"), "{status}");
}

#[test]
fn pages_of_codes_have_what_the_script_needs() {
    let office = Office::open(site()).seal();
    let (fingerprint, build) = (office.fingerprint(), built(office));
    let status = page(&build, &format!("V/{CODE}/index.html"));
    assert!(status.contains(&format!("data-code=\"{CODE}\"")), "{status}");
    assert!(status.contains(&format!("data-fingerprint=\"{fingerprint}\"")));
    assert!(status.contains(&format!("data-receipt=\"/V/{CODE}/1.tlog-proof\"")));
    for name in ["vi.md", "en.md", "a.txt"] {
        assert!(status.contains(&format!("data-name=\"{name}\" data-version=\"1\"")), "{name}");
    }
    // What the script fills in stands in the words of every language.
    assert!(status.contains("<span lang=\"en\">{file} is {name} of version {version}.</span>"));
    assert!(status.contains(
        "data-say=\"suspended\"><span lang=\"vi\">Mục {index}, {time}: TẠM NGƯNG HIỆU LỰC"
    ));
    assert!(page(&build, "404.html").contains("/so-con-dau/verify.js"));
}

#[test]
fn the_file_that_readers_keep_runs_nothing_but_its_own_script() {
    let office = Office::open(site()).seal();
    let (fingerprint, build) = (office.fingerprint(), built(office));
    let file = page(&build, "so-con-dau/verify.html");
    let inside = |from: &str, to: &str| {
        let start = file.find(from).unwrap() + from.len();
        &file[start..start + file[start..].find(to).unwrap()]
    };
    let source = |text: &str| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
    let (script, style) = (inside("<script>", "</script>"), inside("<style>", "</style>"));
    let policy = format!(
        "content=\"default-src 'none'; script-src {}; style-src {}; base-uri 'none'; form-action 'none'\"",
        source(script),
        source(style)
    );
    assert!(file.contains(&policy), "{policy}");
    assert_eq!(script, page(&build, "so-con-dau/verify.js"));
    assert!(file.contains(&format!("data-fingerprint=\"{fingerprint}\"")));
    for key in [office::vkey(office::REGISTRAR), office::vkey(office::LOG)] {
        // The template writes `/` as a reference.
        assert!(file.contains(&key.replace('/', "&#x2F;")) || file.contains(&key), "{key}");
    }
    for asked in ["src=", "href=", "url(", "@import"] {
        assert!(!file.contains(asked), "{asked}");
    }
}
