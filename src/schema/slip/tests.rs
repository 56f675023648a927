//! Each cause of a slip, by what an office would have typed.

use toml::de::DeTable;

use super::slip;

/// The slip that is found in the text of a front matter.
fn found(text: &str) -> (String, String, String) {
    let error = DeTable::parse(text).unwrap_err();
    let it = slip(text, error.span().unwrap_or(0..0).start, error.message());
    (it.cause.to_owned(), it.text, it.right)
}

#[test]
fn each_slip_has_its_cause_and_what_to_write() {
    let cases = [
        ("title = “Bài”", "smart-quotes", "“Bài”", "\"Bài\""),
        ("title = \"Bài”", "smart-quotes", "\"Bài”", "\"Bài\""),
        ("keywords = [“a, b”, \"c\"]", "smart-quotes", "“a, b”", "\"a, b\""),
        ("keywords = [\n  “a”,\n  \"b\",\n]", "smart-quotes", "“a”", "\"a\""),
        ("signer = { authority = “none”, role = \"R\" }", "smart-quotes", "“none”", "\"none\""),
        ("published = 2/3/2026", "date-form", "2/3/2026", "2026-03-02"),
        ("published = 2026-3-2", "date-form", "2026-3-2", "2026-03-02"),
        (
            "published = ngày 01 tháng 5 năm 2026",
            "date-form",
            "ngày 01 tháng 5 năm 2026",
            "2026-05-01",
        ),
        ("published = 2026年5月1日", "date-form", "2026年5月1日", "2026-05-01"),
        ("days = [\n  2/3/2026,\n]", "date-form", "2/3/2026", "2026-03-02"),
        ("published = 2026-02-30", "date-none", "2026-02-30", ""),
        ("at = 2026-04-01 9:00", "moment", "2026-04-01 9:00", "2026-04-01T09:00:00+07:00"),
        (
            "c = { at = 2026-4-1T09:00:00+07:00, by = \"x\" }",
            "moment",
            "2026-4-1T09:00:00+07:00",
            "2026-04-01T09:00:00+07:00",
        ),
        ("draft = True", "boolean", "True", "true"),
        ("draft = Có", "boolean", "Có", "true"),
        ("a = [{ file = \"a.pdf\", signed = True }]", "boolean", "True", "true"),
        ("a = [\n  { file = \"a.pdf\",\n   signed = TRUE },\n]", "boolean", "TRUE", "true"),
        ("pages = 012", "number", "012", "12"),
        ("amount = 1.000.000", "number", "1.000.000", "1000000"),
        ("kind = \"page\"\nkind = \"page\"", "duplicate", "kind", ""),
        ("keywords = [\"a\" \"b\"]", "comma", "[\"a\" \"b\"]", ""),
        ("keywords = [\n  \"a\"\n  \"b\"\n]", "comma", "\"b\"", ""),
        ("s = { a = \"x\" b = \"y\" }", "comma", "{ a = \"x\" b = \"y\" }", ""),
        ("keywords = [\"a\",, \"b\"]", "commas", "[\"a\",, \"b\"]", ""),
        ("title = \"B\",", "comma-after", "\"B\",", "\"B\""),
        ("keywords = [\"a\", \"b\"", "bracket", "[\"a\", \"b\"", ""),
        ("keywords = [\n \"a\",\nupdated = 2026-03-03", "bracket", "keywords = [", ""),
        ("s = { a = \"x\"", "bracket", "{ a = \"x\"", ""),
        ("[site", "bracket", "[site", ""),
        ("title \"Bài\"", "equals", "title \"Bài\"", ""),
        ("Nội dung bài viết", "equals", "Nội dung bài viết", ""),
        ("title: Kế hoạch", "colon", "title: Kế hoạch", "title = \"Kế hoạch\""),
        ("published: 2026-03-02", "colon", "published: 2026-03-02", "published = 2026-03-02"),
        ("title =", "empty", "title", "title = \"…\""),
        ("title = \"Bài", "quote", "\"Bài", "\"Bài\""),
        ("title = Kế hoạch năm", "quote", "Kế hoạch năm", "\"Kế hoạch năm\""),
        ("s = { authority = none, role = \"R\" }", "quote", "none", "\"none\""),
        (
            "summary = \"Dòng một\ndòng hai\"",
            "lines",
            "summary = \"Dòng một",
            "summary = \"Dòng một dòng hai\"",
        ),
        (
            "summary = \"Năm \"mới\" đến\"",
            "inner-quotes",
            "\"Năm \"mới\" đến\"",
            "\"Năm “mới” đến\"",
        ),
        ("summary = \"C:\\Users\"", "backslash", "\"C:\\Users\"", "\"C:/Users\""),
        ("keywords = [\"a\"，\"b\"]", "full-width", "[\"a\"，\"b\"]", "keywords = [\"a\",\"b\"]"),
        ("title ＝ \"x\"", "full-width", "title ＝ \"x\"", "title = \"x\""),
        ("owner\u{a0}= \"x\"", "space", "U+00A0", "owner = \"x\""),
        ("owner = \u{3000}\"x\"", "space", "U+3000", "owner =  \"x\""),
        ("// ghi chú", "remark", "// ghi chú", "# ghi chú"),
        ("review by = 2026-03-03", "key", "review by", "review_by"),
        ("tiêu đề = \"x\"", "key", "tiêu đề", ""),
    ];
    let mut faults = Vec::new();
    for (text, cause, written, right) in cases {
        let expected = (cause.to_owned(), written.to_owned(), right.to_owned());
        let actual = found(text);
        if actual != expected {
            let error = DeTable::parse(text).unwrap_err();
            faults.push(format!("{text:?}: {actual:?}, not {expected:?}; {}", error.message()));
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn no_text_makes_it_fall_over() {
    for text in ["", "=", "\n=", "a=\u{feff}", "“", "a = “", "[", "a = [\n“", "a = \"\\", "à", "＝"]
    {
        if DeTable::parse(text).is_err() {
            found(text);
        }
        for at in 0..=text.len() + 1 {
            slip(text, at, "");
        }
    }
}
