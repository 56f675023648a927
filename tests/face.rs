//! What a reader sees of small sites: lists, key facts, letters, verification pages.

use condau::site::Build;

use crate::support::{Site, page};

/// An item of one language; `data` is what only its kind says.
fn item(site: Site, folder: &str, data: &str) -> Site {
    let text = format!(
        "+++\ntitle = \"Tên bài\"\nsummary = \"Tóm tắt.\"\nowner = \"van-phong\"\n\
         published = 2026-03-02\n{data}\n+++\n\nNội dung.\n"
    );
    site.write(&format!("content/{folder}/index.vi.md"), &text)
}

/// The page stands in the site, and the parts stand in it in this order.
fn in_order(build: &Build, path: &str, parts: &[&str]) {
    let html = page(build, &format!("{path}/index.html"));
    let mut rest = html.as_str();
    for part in parts {
        let at = rest.find(part).unwrap_or_else(|| panic!("no `{part}` in\n{rest}"));
        rest = &rest[at + part.len()..];
    }
}

/// A document of a year; `data` is what else it says.
fn document(site: Site, folder: &str, year: i32, data: &str) -> Site {
    let text = format!(
        "kind = \"document\"\ntype = \"plan\"\nnumber = \"M-12/KH-MAU\"\nissuer = \"so-mau\"\n\
         issued = {year}-03-02\neffective = {year}-03-02\nrecipients = [\"site\"]\n\
         signer = {{ authority = \"none\", role = \"Giám đốc\" }}\n\
         attachments = [{{ file = \"a.pdf\", label = {{ vi = \"Toàn văn\" }} }}]\n{data}"
    );
    item(site, folder, &text).attach(&format!("content/{folder}/a.pdf"), b"%PDF-1.4")
}

#[test]
fn ways_to_browse_are_folded_above_the_first_entry() {
    let site = document(Site::new(), "documents/mot", 2026, "");
    let build = document(site, "documents/hai", 2025, "").build();
    let parts = [
        "<details class=\"browse\"><summary>Xem theo nhóm</summary>",
        "<a href=\"/vi/van-ban/nam-2026/\">2026</a>",
        "<a href=\"/vi/van-ban/nam-2025/\">2025</a>",
        "</details>",
        "<ul class=\"entries\">",
    ];
    in_order(&build, "vi/van-ban", &parts);
    // A list of one group leads to the others.
    in_order(&build, "vi/van-ban/nam-2025", &parts);
}
