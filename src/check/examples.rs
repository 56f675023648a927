//! Examples of the rules: what is wrong, and how it is written right.
//!
//! They are lines as an office writes them, the same in every language of the tool.

/// A wrong and a right example of a rule, if it has any.
pub fn example(id: &str) -> Option<(&'static str, &'static str)> {
    EXAMPLES.iter().find(|(it, ..)| *it == id).map(|(_, wrong, right)| (*wrong, *right))
}

/// Rule, wrong, right; every rule about files, front matter and documents is among them.
pub const EXAMPLES: &[(&str, &str, &str)] = &[
    ("file-encoding", "KÕ ho¹ch n¨m 2026", "Kế hoạch năm 2026"),
    ("file-link", "index.en.md -> ../bai-khac/index.en.md", "index.en.md"),
    ("not-nfc", "\"Va◌\u{306}n bản\"", "\"Văn bản\""),
    ("invisible-character", "issuer = \"co-‹U+200B›quan\"", "issuer = \"co-quan\""),
    (
        "lookalike-letter",
        "number = \"12/QÐ-MAU\"  (Ð = U+00D0)",
        "number = \"12/QĐ-MAU\"  (Đ = U+0110)",
    ),
    ("full-width-latin", "ngày １２ tháng ６", "ngày 12 tháng 6"),
    (
        "front-matter-missing",
        "# Kế hoạch năm 2026",
        "+++\nkind = \"document\"\ntitle = \"Kế hoạch năm 2026\"\n…\n+++",
    ),
    ("front-matter-syntax", "title = \"Kế hoạch năm 2026", "title = \"Kế hoạch năm 2026\""),
    ("unknown-key", "isued = 2026-03-02", "issued = 2026-03-02"),
    ("missing-key", "issued = 2026-03-02", "issued = 2026-03-02\neffective = 2026-03-02"),
    ("wrong-type", "issued = \"17/4/2025\"", "issued = 2025-04-17"),
    ("empty-value", "title = \"\"", "title = \"Kế hoạch năm 2026\""),
    ("unknown-value", "type = \"plann\"", "type = \"plan\""),
    ("misplaced-key", "index.en.md: number = \"12/KH-MAU\"", "index.vi.md: number = \"12/KH-MAU\""),
    (
        "file-name",
        "content/documents/ke-hoach/index.cn.md",
        "content/documents/ke-hoach/index.zh.md",
    ),
    (
        "kind-in-section",
        "content/documents/…: kind = \"alert\"",
        "content/border/…: kind = \"alert\"",
    ),
    (
        "authentic-first",
        "index.vi.md: authentic = [\"zh\", \"vi\"]",
        "index.vi.md: authentic = [\"vi\", \"zh\"]",
    ),
    ("source-missing", "ke-hoach/index.en.md", "ke-hoach/index.vi.md\nke-hoach/index.en.md"),
    (
        "unused-file",
        "ke-hoach/12-kh-mau.pdf",
        "ke-hoach/12-kh-mau.pdf\nattachments = [{ file = \"12-kh-mau.pdf\" }]",
    ),
    ("raw-html", "<b>Điều 1.</b><br>", "**Điều 1.**"),
    ("empty-text", "+++\n…\n+++", "+++\n…\n+++\n\nĐiều 1. Kế hoạch này…"),
    ("title-form", "title = \"KẾ HOẠCH NĂM 2026.\"", "title = \"Kế hoạch năm 2026\""),
    ("number-form", "number = \"627-KH/SNgV\"", "number = \"627/KH-SNgV\""),
    (
        "number-type",
        "type = \"decision\"\nnumber = \"12/KH-MAU\"",
        "type = \"plan\"\nnumber = \"12/KH-MAU\"",
    ),
    (
        "number-issuer",
        "issuer = \"so-mau\"\nnumber = \"12/KH-UBND\"",
        "issuer = \"so-mau\"\nnumber = \"12/KH-MAU\"",
    ),
    (
        "number-year",
        "number = \"42/2021/NĐ-CP\"\nissued = 2022-06-24",
        "number = \"42/2022/NĐ-CP\"\nissued = 2022-06-24",
    ),
    (
        "duplicate-number",
        "ke-hoach-a: number = \"12/KH-MAU\"\nke-hoach-b: number = \"12/KH-MAU\"",
        "ke-hoach-a: number = \"12/KH-MAU\"\nke-hoach-b: number = \"13/KH-MAU\"",
    ),
    (
        "specimen-number",
        "specimen = true\nnumber = \"12/KH-MAU\"",
        "specimen = true\nnumber = \"M-12/KH-MAU\"",
    ),
    (
        "date-order",
        "issued = 2026-03-02\neffective = 2026-03-01",
        "issued = 2026-03-02\neffective = 2026-03-02",
    ),
    (
        "date-in-future",
        "--as-of 2026-05-04\npublished = 2027-03-02",
        "--as-of 2026-05-04\npublished = 2026-03-02",
    ),
    ("date-precision", "issued = \"2025-04\"", "issued = 2025-04-17"),
    ("attachment-none", "attachments = []", "attachments = [{ file = \"12-kh-mau.pdf\" }]"),
    (
        "attachment-missing",
        "attachments = [{ file = \"12-kh.pdf\" }]\nke-hoach/12-kh-mau.pdf",
        "attachments = [{ file = \"12-kh-mau.pdf\" }]\nke-hoach/12-kh-mau.pdf",
    ),
    (
        "attachment-changed",
        "attachments = [{ file = \"12-kh-mau.pdf\", sha256 = \"9f86d081…\" }]",
        "attachments = [{ file = \"12-kh-mau.pdf\" }]",
    ),
    ("attachment-format", "ke-hoach.docx -> ke-hoach.pdf", "ke-hoach.docx"),
    (
        "attachment-scan",
        "attachments = [{ file = \"12-kh-mau.pdf\" }]",
        "attachments = [{ file = \"12-kh-mau.pdf\", scan = true }]",
    ),
    ("attachment-large", "12-kh-mau.pdf, 48 MB", "12-kh-mau.pdf, 2 MB"),
    (
        "signer-authority",
        "signer = { authority = \"none\", role = \"Phó Giám đốc\" }",
        "signer = { authority = \"KT\", role = \"Phó Giám đốc\" }",
    ),
    (
        "signer-title",
        "signer = { …, name = \"TS. Nguyễn Văn A\" }",
        "signer = { …, name = \"Nguyễn Văn A\" }",
    ),
    ("recipients-missing", "recipients = []", "recipients = [\"site\"]"),
    ("secrecy-marking", "MẬT\n\nĐiều 1. …", "Điều 1. …"),
    ("date-words", "ngày 5 tháng 02 năm 2026", "ngày 05 tháng 02 năm 2026"),
    (
        "publication-late",
        "issued = 2026-03-02\npublished = 2026-04-20",
        "issued = 2026-03-02\npublished = 2026-03-04",
    ),
    (
        "review-due",
        "--as-of 2026-05-04\nreview_by = 2026-01-01",
        "--as-of 2026-05-04\nreview_by = 2027-01-01",
    ),
    (
        "broken-reference",
        "replaces = [\"documents/ke-hoach-205\"]",
        "replaces = [\"documents/ke-hoach-2025\"]",
    ),
    ("mou-parties", "parties = [\"so-mau\"]", "parties = [\"so-mau\", \"so-doi-tac-mau\"]"),
    ("code-form", "id = \"K7M29QX4T8\"", "id = \"K7M29QX4TB\""),
    ("image-alt", "![](ban-do.png)", "![Sơ đồ đường đến cửa khẩu](ban-do.png)"),
    (
        "link-address",
        "[mẫu đơn](mẫu đơn 1.pdf)",
        "mẫu đơn 1.pdf -> mau-don-1.pdf\n[mẫu đơn](mau-don-1.pdf)",
    ),
    ("heading-order", "## Điều 1\n#### Khoản 1", "## Điều 1\n### Khoản 1"),
];
