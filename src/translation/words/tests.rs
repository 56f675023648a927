//! Words that two texts share, and where they differ.

use proptest::prelude::*;
use proptest::string::string_regex;
use unicode_normalization::UnicodeNormalization;

use super::Part::{self, Deleted, Inserted, Kept};
use super::{Bag, diff, is_surely_plain};
use crate::language::Language::{self, En, Vi, Zh};

fn dice(a: &str, b: &str, language: Language) -> f64 {
    Bag::new(a, language).dice(&Bag::new(b, language))
}

#[track_caller]
fn equal(a: &str, b: &str, language: Language) {
    assert_eq!(Bag::new(a, language), Bag::new(b, language), "{a} | {b}");
}

#[track_caller]
fn unequal(a: &str, b: &str, language: Language) {
    assert_ne!(Bag::new(a, language), Bag::new(b, language), "{a} | {b}");
}

#[test]
fn punctuation_case_and_forms_are_no_words() {
    equal("Nhận phản ánh qua đường dây nóng.", "nhận phản ánh, qua ĐƯỜNG DÂY NÓNG;", Vi);
    equal("Quy che\u{302}\u{301}", "quy chế", Vi);
    equal("ngày 05 tháng 02 năm 2026", "Ngày: 05/02/2026", Vi);
    equal("1.000.000 đồng", "1.000.000đ", Vi);
    equal("５天，１０％", "5天10%", Zh);
    equal("“24” hours…", "24 hours", En);
    equal("外事厅在15个工作日内答复。", "外事厅，在15个工作日内答复", Zh);
    unequal("trong 15 ngày", "trong 10 ngày", Vi);
    unequal("05/02/2026", "06/02/2026", Vi);
    unequal("khổ A4", "khổ A3", Vi);
    unequal("第三条", "第四条", Zh);
    unequal("Không, không.", "Không.", Vi);
    assert_eq!(Bag::new("第三条 期限 A4", Zh).len(), 6);
    assert!(Bag::new("… – «»", Vi).is_empty());
}

#[test]
fn plain_letters_are_plain() {
    for letter in ('\0'..='\u{ffff}').filter(|it| is_surely_plain(*it)) {
        assert!([letter].into_iter().nfkc().eq([letter]), "{letter}");
    }
}

#[test]
fn bags_say_how_much_texts_share() {
    let old = "Sở trả lời phản ánh trong 15 ngày làm việc.";
    let new = "Sở trả lời phản ánh trong 10 ngày làm việc.";
    assert!((dice(old, new, Vi) - 0.9).abs() < 1e-9);
    assert!(dice(old, "Trường hợp phức tạp, thời hạn là 20 ngày làm việc.", Vi) < 0.5);
    assert!((dice("a a b", "a c", En) - 0.4).abs() < 1e-9);
    assert!((dice("", "…", En) - 1.0).abs() < 1e-9);
    assert!(dice("", "a", En).abs() < 1e-9);
    assert!((dice("期限", "限期", Zh) - 1.0).abs() < 1e-9);
}

#[test]
fn changes_are_told_by_words() {
    let old = "Sở trả lời trong 15 ngày làm việc.";
    assert_eq!(
        diff(old, "Sở trả lời trong 10 ngày làm việc."),
        [Kept("Sở trả lời trong "), Deleted("15"), Inserted("10"), Kept(" ngày làm việc.")]
    );
    assert_eq!(
        diff("thu 1.000.000 đồng", "thu 1.500.000 đồng"),
        [Kept("thu "), Deleted("1.000.000"), Inserted("1.500.000"), Kept(" đồng")]
    );
    assert_eq!(
        diff("在15个工作日内答复", "在十个工作日内书面答复"),
        [
            Kept("在"),
            Deleted("15"),
            Inserted("十"),
            Kept("个工作日内"),
            Inserted("书面"),
            Kept("答复"),
        ]
    );
    assert_eq!(diff("a b c", "x y c"), [Deleted("a b"), Inserted("x y"), Kept(" c")]);
    assert_eq!(diff("a c", "a b c"), [Kept("a "), Inserted("b "), Kept("c")]);
    assert_eq!(diff("a b c", "a c"), [Kept("a "), Deleted("b "), Kept("c")]);
    assert_eq!(diff("a.", "a;"), [Kept("a"), Deleted("."), Inserted(";")]);
    assert_eq!(diff("a", "a"), [Kept("a")]);
    assert_eq!(diff("", "a"), [Inserted("a")]);
    assert_eq!(diff("a", ""), [Deleted("a")]);
    assert_eq!(diff("", ""), []);
    assert_eq!(
        diff("627/KH-SNgV", "628/KH-SNgV"),
        [Deleted("627/KH"), Inserted("628/KH"), Kept("-SNgV")]
    );
}

#[test]
fn texts_far_apart_are_told_whole() {
    let words = |letter: char| -> String {
        let words: Vec<_> = (0..2_000).map(|it| format!("{letter}{it} ")).collect();
        words.concat()
    };
    let (old, new) = (words('a'), words('b'));
    assert_eq!(diff(&old, &new), [Deleted(old.trim_end()), Inserted(new.trim_end()), Kept(" ")]);
}

fn texts() -> impl Strategy<Value = String> {
    let pieces = "[ab]|Sở|sở|ngày|15|1\\.000|10|，|[.,;]| |  |\u{a0}|[三条期限]|e\u{301}|\\PC";
    let piece = string_regex(pieces).unwrap();
    prop::collection::vec(piece, 0..30).prop_map(|it| it.concat())
}

proptest! {
    #[test]
    fn no_letter_is_lost(old in texts(), new in texts()) {
        let parts = diff(&old, &new);
        let with = |is_of: fn(&Part<'_>) -> bool| -> String {
            parts.iter().filter(|it| is_of(it)).map(Part::text).collect()
        };
        prop_assert_eq!(with(|it| !matches!(it, Inserted(_))), &*old);
        prop_assert_eq!(with(|it| !matches!(it, Deleted(_))), &*new);
        prop_assert!(parts.iter().all(|it| !it.text().is_empty()));
        let is_one = |it: &[Part<'_>]| {
            matches!(
                it,
                [Kept(_), Kept(_)]
                    | [Deleted(_) | Inserted(_), Deleted(_)]
                    | [Inserted(_), Inserted(_)]
            )
        };
        prop_assert!(!parts.windows(2).any(is_one), "{parts:?}");
    }

    #[test]
    fn shares_are_mutual(a in texts(), b in texts()) {
        for language in Language::ALL {
            let (x, y) = (Bag::new(&a, language), Bag::new(&b, language));
            prop_assert!((0.0..=1.0).contains(&x.dice(&y)));
            prop_assert!((x.dice(&y) - y.dice(&x)).abs() < 1e-12);
            prop_assert!((x.dice(&x) - 1.0).abs() < 1e-12);
            prop_assert_eq!(x == y, x.len() == y.len() && (x.dice(&y) - 1.0).abs() < 1e-12);
        }
    }
}
