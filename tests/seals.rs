//! Sealed documents on pages: what was sealed is published, and what the register says is shown.

use condau::site::Build;

use crate::office::Office;
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
