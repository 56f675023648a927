//! What is read as a lock, and what is written.

use super::{Fault, Lock, Quality};
use crate::language::Language;

/// The worked example of translation.md §6.
const EXAMPLE: &str = r#"version = 1
source = "vi"

zh = [
  { source = "28fd6f44b6e97014", target = "21b4a9a0b63ab74f", quality = "reviewed", by = "trung-tam", on = 2026-05-04 },
  { source = "b91db8d90ddc86fb", target = "f70314e0d090c199", quality = "reviewed", by = "trung-tam", on = 2026-05-04 },
  { source = "1dce5734b74f19d1", target = "5076213a4728e5e0", quality = "draft", by = "trung-tam", on = 2026-05-04 },
  { source = "e58f28548ede830b", target = "7dfed926f5e5d868", quality = "draft", by = "trung-tam", on = 2026-05-04 },
]

[texts]
"1dce5734b74f19d1" = "op Nhận phản ánh qua đường dây nóng."
"28fd6f44b6e97014" = "h2 Điều 1. Thời hạn"
"b91db8d90ddc86fb" = "p Sở trả lời phản ánh trong 15 ngày làm việc."
"e58f28548ede830b" = "op Công bố kết quả trên trang thông tin."
"#;

fn fault(text: &str) -> (&'static str, &str) {
    match Lock::parse(text, Language::Vi) {
        Ok(_) => ("", ""),
        Err(Fault { what, range }) => (what, text.get(range).unwrap_or("?")),
    }
}

#[test]
fn the_worked_example_is_read_and_written() {
    let lock = Lock::parse(EXAMPLE, Language::Vi).expect("a lock");
    assert_eq!(lock.of(Language::Zh).len(), 4);
    assert_eq!(lock.of(Language::Zh)[2].quality, Quality::Draft);
    assert!(lock.of(Language::En).is_empty());
    assert_eq!(lock.write(), EXAMPLE);
}

#[test]
fn what_was_accepted_twice_is_written_once_and_what_nobody_names_not_at_all() {
    let mut lock = Lock::parse(EXAMPLE, Language::Vi).expect("a lock");
    let entries = lock.entries.get_mut(&Language::Zh).expect("entries");
    let last = entries.pop().expect("one");
    entries.push(entries[0].clone());
    let written = lock.write();
    assert_eq!(written.matches("28fd6f44b6e97014").count(), 2);
    assert!(!written.contains(&last.source.to_string()));
    assert_eq!(Lock::parse(&written, Language::Vi).expect("a lock").write(), written);
}

#[test]
fn a_damaged_lock_is_named_with_its_place() {
    let changed = |from: &str, to: &str| {
        let text = EXAMPLE.replacen(from, to, 1);
        assert_ne!(text, EXAMPLE, "{from}");
        text
    };
    let check = |from: &str, to: &str, expected: (&str, &str)| {
        assert_eq!(fault(&changed(from, to)), expected, "{to}");
    };
    check("version = 1", "version = 2", ("version", "2"));
    check("source = \"vi\"", "source = \"en\"", ("source", "\"en\""));
    check("zh = [", "<<<<<<< HEAD\nzh = [", ("conflict", "<<<<<<< HEAD"));
    check("zh = [", "=======\nzh = [", ("conflict", "======="));
    check("15 ngày", "10 ngày", ("hash", "\"p Sở trả lời phản ánh trong 10 ngày làm việc.\""));
    check("op Công", "up Công", ("hash", "\"up Công bố kết quả trên trang thông tin.\""));
    for (from, to) in [("\"draft\"", "\"good\""), ("7dfed926f5e5d868", "7DFED926F5E5D868")] {
        assert_eq!(fault(&changed(from, to)).0, "entry", "{to}");
    }
    assert_eq!(fault(&changed("on = 2026-05-04", "on = 2026-05-04T10:00:00")).0, "entry");
    let line = "\"e58f28548ede830b\" = \"op Công bố kết quả trên trang thông tin.\"\n";
    assert_eq!(fault(&changed(line, "")).0, "wording");
    assert_eq!(fault(&changed("zh = [", "vi = [")).0, "entry");
    assert_eq!(fault(&changed("zh = [", "zh = {")).0, "syntax");
    assert_eq!(fault(&changed("[texts]", "note = 1\n[texts]")).0, "key");
    assert_eq!(fault("").0, "syntax");
}
