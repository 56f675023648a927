//! Ids, and lines of calendars.

use super::{calendar, id, marked};
use crate::date::Date;
use crate::language::Language;

#[test]
fn an_id_is_made_of_day_and_place() {
    let day = Date::parse("2026-03-02").unwrap();
    let id = id("so.example:8443", day, "documents/ke-hoach", Language::Zh);
    assert_eq!(id, "tag:so.example,2026-03-02:documents/ke-hoach:zh");
    assert_eq!(marked(true, "Kế hoạch"), "[MẪU] Kế hoạch");
}

fn text(value: &str) -> String {
    let mut lines = String::new();
    calendar::text(&mut lines, "SUMMARY", value);
    lines
}

#[test]
fn marks_of_the_format_are_escaped() {
    assert_eq!(text("a; b, c\\d\r\ne"), "SUMMARY:a\\; b\\, c\\\\d\\ne\r\n");
    assert_eq!(text(""), "");
}

proptest::proptest! {
    #[test]
    fn a_line_has_75_bytes_and_no_cut_character(value in "[a-zđếữ文字 ;,]{0,200}") {
        let lines = text(&value);
        for line in lines.split("\r\n") {
            proptest::prop_assert!(line.len() <= 75, "{}", line);
        }
        let unfolded = lines.replace("\r\n ", "");
        let plain = unfolded.replace("\\;", ";").replace("\\,", ",");
        let expected = if value.is_empty() { String::new() } else { format!("SUMMARY:{value}\r\n") };
        proptest::prop_assert_eq!(plain, expected);
    }
}
