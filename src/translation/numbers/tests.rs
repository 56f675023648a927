//! Numbers of the three languages in canonical form.

use proptest::prelude::*;
use proptest::string::string_regex;

use super::{disagreement, tokens};
use crate::language::Language::{self, En, Vi, Zh};

#[track_caller]
fn check(text: &str, language: Language, expected: &[&str]) {
    let found: Vec<_> = tokens(text, language).into_iter().map(|it| it.canonical).collect();
    assert_eq!(found, expected, "{text}");
}

#[track_caller]
fn same(texts: &[(Language, &str)]) {
    for (a, source) in texts {
        for (b, translation) in texts {
            let found = disagreement(source, *a, translation, *b);
            assert_eq!(found, None, "{source} | {translation}");
        }
    }
}

#[track_caller]
fn differ(a: (Language, &str), b: (Language, &str), expected: (&str, &str)) {
    let found = disagreement(a.1, a.0, b.1, b.0).unwrap();
    let text = |text: &str, it: Option<&super::Token>| {
        it.map_or(String::new(), |it| text[it.range.clone()].to_owned())
    };
    let found_texts = (text(a.1, found.source.as_ref()), text(b.1, found.translation.as_ref()));
    assert_eq!((found_texts.0.as_str(), found_texts.1.as_str()), expected);
    assert!(disagreement(b.1, b.0, a.1, a.0).is_some(), "{} | {}", a.1, b.1);
}

#[test]
fn document_numbers() {
    for language in Language::ALL {
        check("627/KH-SNgV", language, &["627/KH-SNGV"]);
        check("(M-21/QĐ-MAU), 91/2025/QH15.", language, &["M-21/QĐ-MAU", "91/2025/QH15"]);
        check("42/2022/NĐ-CP; M-73/MAU-VP", language, &["42/2022/NĐ-CP", "M-73/MAU-VP"]);
    }
    check("第M-21/QĐ-MAU号决定，第104/2016/QH13号法律", Zh, &["M-21/QĐ-MAU", "104/2016/QH13"]);
    check("111.000 đồng/lần, 60 km/h, 5/Kg", Vi, &["VND 111000", "60", "5"]);
    check("dòng PA-2025-0012, khổ A4, Covid-19, QL-18", Vi, &["PA-2025-0012"]);
    check("mid-2026, a 15-day period", En, &["2026", "15"]);
    same(&[(Vi, "Nghị định số 42/2022/NĐ-CP"), (En, "Decree No. 42/2022/ND-CP")]);
    differ((Vi, "số 627/KH-SNgV"), (En, "No. 672/KH-SNgV"), ("627/KH-SNgV", "672/KH-SNgV"));
    differ((Vi, "số 627/KH-SNgV"), (Zh, "第627/QĐ-SNgV号"), ("627/KH-SNgV", "627/QĐ-SNgV"));
}

#[test]
fn dates() {
    let date = &["2026-02-05"];
    check("ngày 05 tháng 02 năm 2026", Vi, date);
    for language in Language::ALL {
        check("05/02/2026", language, date);
        check("5-2-2026", language, date);
        check("2026-02-05", language, date);
        check("4/2025", language, &["2025-04"]);
    }
    check("ngày 5.2.2026", Vi, date);
    check("Mẫu, ngày 05\u{a0}tháng\u{a0}02 năm 2026.", Vi, date);
    check("on 5 February 2026.", En, date);
    check("the 5th of February, 2026", En, date);
    check("February 5, 2026", En, date);
    check("Feb. 5, 2026; 5 Feb 2026", En, &["2026-02-05", "2026-02-05"]);
    check("02/25/2026", En, &["2026-02-25"]);
    check("2026年2月5日", Zh, date);
    check("2026 年 2 月 5 日", Zh, date);
    check("２０２６年２月５日", Zh, date);
    check("二〇二六年二月五日", Zh, date);
    check("二零二六年十二月二十一日", Zh, &["2026-12-21"]);
    check("tháng 4 năm 2025; tháng 4/2025; T4/2025", Vi, &["2025-04", "2025-04", "2025-04"]);
    check("tháng 11-2025", Vi, &["2025-11"]);
    check("in April 2025", En, &["2025-04"]);
    check("2025年4月", Zh, &["2025-04"]);
    check("ngày 5 tháng 2", Vi, &["--02-05"]);
    check("ngày 05/02", Vi, &["--02-05"]);
    check("5 February", En, &["--02-05"]);
    check("from 5 May. May 2 applicants come?", En, &["--05-05", "--05-02"]);
    check("they may 5", En, &["5"]);
    check("2月5日", Zh, &["--02-05"]);
    check("30/4–03/5/2026", Vi, &["--04-30", "2026-05-03"]);
    check("năm 2025-2030, 2025/2026", Vi, &["2025", "2030", "2025", "2026"]);
    check("31/11/2026, 45/2026", Vi, &["31", "2026-11", "45", "2026"]);
}

#[test]
fn dates_agree() {
    same(&[
        (Vi, "05/02/2026"),
        (Vi, "ngày 05 tháng 02 năm 2026"),
        (En, "5 February 2026"),
        (Zh, "2026年2月5日"),
    ]);
    same(&[
        (Vi, "từ ngày 10 đến hết ngày 15 tháng 4 năm 2026"),
        (Vi, "từ ngày 10/4 đến ngày 15/4/2026"),
        (Vi, "từ ngày 10-15/4/2026"),
        (En, "from 10 to 15 April 2026"),
        (En, "from 10 April to 15 April 2026"),
        (En, "April 10–15, 2026"),
        (Zh, "2026年4月10日至15日"),
        (Zh, "2026年4月10至15日"),
        (Zh, "2026年4月10日至2026年4月15日"),
    ]);
    same(&[
        (Vi, "ngày 30/4 đến ngày 03/5/2026"),
        (En, "30 April to 3 May 2026"),
        (Zh, "2026年4月30日至5月3日"),
    ]);
    same(&[
        (Vi, "từ tháng 4 đến tháng 6 năm 2026"),
        (Vi, "tháng 4–6/2026"),
        (En, "from April to June 2026"),
        (Zh, "2026年4月至6月"),
        (Zh, "2026年4至6月"),
    ]);
    same(&[(Vi, "trong tháng 7"), (En, "in July"), (Zh, "7月"), (Vi, "trong tháng Bảy")]);
    same(&[
        (Vi, "Năm 2026: ngày 05/02 và ngày 07/3"),
        (En, "On 5 February 2026 and 7 March 2026"),
        (Zh, "2026年2月5日和3月7日"),
    ]);
    differ((Vi, "ngày 05/02"), (En, "5 March"), ("05/02", "5 March"));
    differ((Vi, "ngày 05/02"), (Vi, "ngày 02/05"), ("05/02", "02/05"));
    differ((Vi, "05/02/2026"), (En, "2 May 2026"), ("05/02/2026", "2 May 2026"));
    differ((Vi, "năm 2025"), (Zh, "2026年"), ("2025", "2026"));
    differ(
        (Vi, "từ năm 2025 đến năm 2026, từ 2025"),
        (Zh, "2025年至2026年，自2026年"),
        ("2025", "2026"),
    );
    differ((Vi, "05/02/2026"), (Zh, "2025年2月5日"), ("05/02/2026", "2025年2月5日"));
    differ((Vi, "tháng 7"), (En, "August"), ("7", ""));
}

#[test]
fn times() {
    let time = &["07:30"];
    for text in
        ["7h30", "07h30", "7 giờ 30", "7 giờ 30 phút", "7:30", "07:30", "7g30", "7 giờ rưỡi"]
    {
        check(text, Vi, time);
    }
    for text in ["7:30", "7:30 a.m.", "7.30 am", "07:30"] {
        check(text, En, time);
    }
    for text in ["7时30分", "7点30分", "7点半", "上午7:30", "７：３０"] {
        check(text, Zh, time);
    }
    check("từ 7h30 sáng đến 5 giờ chiều", Vi, &["07:30", "17:00"]);
    check("from 7:30 a.m. to 5 p.m., 12 p.m., 12:15 am", En, &["07:30", "17:00", "12:00", "00:15"]);
    check("下午1点30分、晚上8时", Zh, &["13:30", "20:00"]);
    check("07:30:15", Vi, &["07:30:15"]);
    check("tỷ lệ 1:50.000, 16:9, ISO 9001:2015", Vi, &["1", "50000", "16", "9", "9001", "2015"]);
    check("8 giờ ngày 05/02/2026", Vi, &["8", "2026-02-05"]);
    check("06:30 ngày 01/05/2026", Vi, &["06:30", "2026-05-01"]);
    check("2 giờ 5 phút", Vi, &["02:05"]);
    same(&[(Vi, "24 giờ"), (En, "24 hours"), (Zh, "24小时")]);
    same(&[
        (Vi, "8 giờ sáng"),
        (Vi, "8h"),
        (En, "8 a.m."),
        (En, "8:00"),
        (Zh, "上午8点"),
        (Zh, "8时"),
    ]);
    same(&[
        (Vi, "từ 14 giờ đến 17 giờ"),
        (Vi, "14h–17h"),
        (En, "from 2 to 5 p.m."),
        (En, "2–5 p.m."),
        (En, "2:00–5:00 p.m."),
        (En, "14:00 to 17:00"),
        (Zh, "下午2点至5点"),
    ]);
    same(&[(Vi, "họp 1 giờ 30 phút"), (En, "1 hour 30 minutes"), (Zh, "1小时30分钟")]);
    same(&[(Vi, "1 giờ rưỡi"), (En, "one and a half hours"), (Zh, "1.5小时")]);
    same(&[(Vi, "trước 12 giờ trưa"), (En, "before noon"), (Zh, "中午12点前")]);
    differ((Vi, "7h30"), (En, "7:20"), ("7h30", "7:20"));
    differ((Vi, "7h30"), (En, "7:30 p.m."), ("7h30", "7:30 p.m."));
    differ((Vi, "7h30"), (Zh, "下午7点30分"), ("7h30", "7点30分"));
}

#[test]
fn amounts() {
    let million = &["VND 1000000"];
    for text in ["1.000.000 đồng", "1.000.000đ", "1.000.000 VND", "1 triệu đồng", "VNĐ 1.000.000"]
    {
        check(text, Vi, million);
    }
    for text in [
        "VND 1,000,000",
        "1,000,000 dong",
        "VND 1 million",
        "VND1,000,000",
        "1 million Vietnamese dong",
    ] {
        check(text, En, million);
    }
    for text in ["1,000,000越南盾", "100万越南盾", "１００万越南盾", "1000000盾"] {
        check(text, Zh, million);
    }
    check("2 triệu rưỡi đồng, 1,5 tỷ đồng", Vi, &["VND 2500000", "VND 1500000000"]);
    check("1 tỷ 200 triệu đồng; 5 nghìn tỷ đồng", Vi, &["VND 1200000000", "VND 5000000000000"]);
    check("1.5亿越南盾，1亿2000万元，3千万", Zh, &["VND 150000000", "CNY 120000000", "30000000"]);
    check("11.1万越南盾", Zh, &["VND 111000"]);
    check("100 USD, US$100, 100 đô la Mỹ", Vi, &["USD 100", "USD 100", "USD 100"]);
    check("人民币100元", Zh, &["CNY 100"]);
    check("5 đồng chí, 1 tỷ lệ, 15 triệu tập viên", Vi, &["5", "1", "15"]);
    check("5千米，3万千瓦，5千克", Zh, &["5", "30000", "5"]);
    same(&[
        (Vi, "1.000.000 đồng"),
        (Vi, "một triệu đồng"),
        (En, "VND 1,000,000"),
        (En, "one million dong"),
        (Zh, "100万越南盾"),
        (Zh, "一百万越南盾"),
    ]);
    same(&[
        (Vi, "từ 1 đến 2 triệu đồng"),
        (En, "from 1 to 2 million dong"),
        (En, "VND 1–2 million"),
        (En, "VND 1 million to VND 2 million"),
        (Zh, "100万至200万越南盾"),
    ]);
    same(&[(Vi, "111.000 | trang"), (En, "VND 111,000 | page"), (Zh, "11.1万越南盾 | 页")]);
    differ((Vi, "1.000.000 đồng"), (En, "VND 100,000"), ("1.000.000 đồng", "VND 100,000"));
    differ((Vi, "1.000.000 đồng"), (Zh, "100万美元"), ("1.000.000 đồng", "100万美元"));
    differ((Vi, "1.000.000 đồng"), (En, "1.000 dong"), ("1.000.000 đồng", "1.000 dong"));
}

#[test]
fn numbers() {
    check(
        "1.234,5; 1.000; 0,5; 05; 1.234.567,89; 8,35",
        Vi,
        &["1234.5", "1000", "0.5", "5", "1234567.89", "8.35"],
    );
    check("1,234.5; 1,000; 0.50; 1.000", En, &["1234.5", "1000", "0.5", "1"]);
    check("1,234.5；1234.5；共1.000个", Zh, &["1234.5", "1234.5", "1"]);
    check("1,000,000 và 1,234.5", Vi, &["1000000", "1234.5"]);
    check("1.000.000", En, &["1000000"]);
    check("mục 2.3.1, khoản 1,2,3, bản 2.0", Vi, &["2.3.1", "1", "2", "3", "2"]);
    check("1, 2 and 3; 1,2", En, &["1", "2", "3", "1", "2"]);
    check("增至100，200人", Zh, &["100", "200"]);
    check("1 000 000; 2025 100", Vi, &["1000000", "2025", "100"]);
    check("5,5%, 5 %, 100 phần trăm", Vi, &["5.5%", "5%", "100%"]);
    check("5.5%, 5 per cent, 2 percentage points", En, &["5.5%", "5%", "2"]);
    check("5.5%，百分之五点五，百分之5.5，百分之二十", Zh, &["5.5%", "5.5%", "5.5%", "20%"]);
    check("5–7 ngày; 4×6 cm; 4x6 cm; 20kg", Vi, &["5", "7", "4", "6", "4", "6", "20"]);
    check("(−3,60) | +0,74 | -2,35 | 3-5", Vi, &["-3.6", "+0.74", "-2.35", "3", "5"]);
    check("https://a.example/2026/05 b@c12.example 7", Vi, &["7"]);
    check(
        "123456789012345678901234567890123456789012",
        Vi,
        &["123456789012345678901234567890123456789012"],
    );
    same(&[(Vi, "5–7%"), (En, "5% to 7%"), (Zh, "百分之五至百分之七"), (Zh, "5%至7%")]);
    same(&[
        (Vi, "trực 24/7"),
        (En, "24/7"),
        (En, "24 hours a day, seven days a week"),
        (Zh, "每周7天、每天24小时"),
    ]);
    same(&[(Vi, "24/24 giờ"), (En, "24 hours a day"), (Zh, "全天24小时")]);
    same(&[(Vi, "2/3 số phiếu"), (En, "two thirds of the votes"), (En, "2/3"), (Zh, "三分之二")]);
    same(&[(Vi, "15/20 doanh nghiệp"), (En, "15 of 20 enterprises"), (Zh, "20家企业中有15家")]);
    same(&[(Vi, "+0,74"), (En, "0.74"), (Zh, "上升0.74")]);
    same(&[
        (Vi, "1/2 số thành viên"),
        (En, "half of the members"),
        (Zh, "半数成员"),
        (Vi, "một nửa"),
    ]);
    same(&[(Vi, "hơn 3.000 tỷ đồng"), (En, "over VND 3 trillion"), (Zh, "3万多亿越南盾")]);
    same(&[(Vi, "gần 1,2 nghìn lượt"), (En, "nearly 1,200 visits"), (Zh, "近1200人次")]);
    same(&[(Vi, "1,5 triệu USD"), (En, "USD 1.5 million"), (Zh, "150万美元")]);
    same(&[(Vi, "50 - 100 triệu đồng"), (En, "VND 50–100 million"), (Zh, "5000万至1亿越南盾")]);
    differ((Vi, "Tầng 2, nhà A, số 1"), (En, "Second floor, Building A, No. 2"), ("1", ""));
    differ((Vi, "trong 15 ngày"), (Zh, "10个工作日内"), ("15", "10"));
    differ((Vi, "+3,6"), (En, "-3.6"), ("+3,6", "-3.6"));
    differ((Vi, "5,5%"), (En, "55%"), ("5,5%", "55%"));
    differ((Vi, "1.000 người"), (En, "1.000 people"), ("1.000", "1.000"));
    differ((Vi, "trong 15 ngày"), (Zh, "及时"), ("15", ""));
    differ((Vi, "kịp thời"), (Zh, "15天内"), ("", "15"));
}

#[test]
fn ordinals_and_words() {
    check(
        "Điều 3 khoản 2 điểm a Chương II, Phụ lục IV, quý I/2026",
        Vi,
        &["3", "2", "2", "4", "1", "2026"],
    );
    check("Article 3, Chapter II, I agree, Class V", En, &["3", "2"]);
    check("第三条第二款、第二章、第十二条、第3条、第一条件", Zh, &["3", "2", "2", "12", "3"]);
    same(&[(Vi, "Điều 3 Chương II"), (En, "Article 3 of Chapter II"), (Zh, "第二章第三条")]);
    same(&[
        (Vi, "điểm a khoản 2 Điều 12"),
        (En, "point (a) of Article 12(2)"),
        (Zh, "第十二条第二款第a项"),
    ]);
    same(&[
        (Vi, "lần thứ hai"),
        (Vi, "lần 2"),
        (En, "the second time"),
        (En, "twice"),
        (Zh, "第二次"),
        (Zh, "第2次"),
    ]);
    same(&[
        (Vi, "quý II năm 2026"),
        (En, "second quarter of 2026"),
        (En, "Q2/2026"),
        (Zh, "2026年第二季度"),
    ]);
    same(&[(Vi, "I. Mục tiêu"), (En, "I. Objectives"), (Zh, "一、目标"), (Vi, "1. Mục tiêu")]);
    same(&[
        (Vi, "15 ngày"),
        (Vi, "mười lăm ngày"),
        (En, "fifteen days"),
        (Zh, "十五日"),
        (En, "fifteen (15) days"),
    ]);
    same(&[(Vi, "20 ngày"), (Vi, "hai mươi ngày"), (En, "twenty days"), (Zh, "二十日")]);
    same(&[(Vi, "21 bản"), (Vi, "hai mươi mốt bản"), (En, "twenty-one copies"), (Zh, "二十一份")]);
    same(&[(Vi, "120"), (Vi, "một trăm hai mươi"), (En, "a hundred and twenty"), (Zh, "一百二十")]);
    same(&[(Vi, "2 bên"), (Vi, "hai bên"), (En, "both parties"), (Zh, "双方"), (Zh, "两方")]);
    same(&[(Vi, "01 bản chính"), (Vi, "1 bản"), (En, "an original"), (Zh, "一份正本")]);
    same(&[
        (Vi, "từ thứ 2 đến thứ 6"),
        (En, "Monday to Friday"),
        (Zh, "星期一至星期五"),
        (Vi, "T2–T6"),
    ]);
    same(&[(Vi, "10 năm"), (Vi, "mười năm"), (En, "ten years"), (Zh, "十年")]);
    same(&[(Vi, "Quốc hội khóa XV"), (En, "the 15th National Assembly"), (Zh, "第十五届国会")]);
    same(&[
        (Vi, "6 tháng đầu năm"),
        (En, "first half of the year"),
        (En, "first six months"),
        (Zh, "上半年"),
    ]);
    differ((Vi, "Chương II"), (Zh, "第三章"), ("II", "三"));
    differ((Vi, "Điều 3"), (En, "Article 4"), ("3", "4"));
    differ((Vi, "từ thứ 2"), (En, "Tuesday"), ("2", ""));
    differ((Vi, "15 ngày"), (En, "ten days"), ("15", ""));
}

#[test]
fn telephone_numbers() {
    for text in [
        "0205 3812 345",
        "+84 205 3812 345",
        "(0205) 3812 345",
        "0205.3812.345",
        "(+84) 205 3812345",
        "+84 (0)205 3812 345",
    ] {
        for language in Language::ALL {
            check(text, language, &["2053812345"]);
        }
    }
    check(
        "gọi 1900 6789 hoặc 1022; 024 3812 3456, máy lẻ 12",
        Vi,
        &["19006789", "1022", "2438123456", "12"],
    );
    check("+86 10 1234 5678", Zh, &["861012345678"]);
    differ((Vi, "0205 3812 345"), (En, "+84 205 3812 354"), ("0205 3812 345", "+84 205 3812 354"));
}

#[test]
fn long_rows_are_read() {
    for piece in [
        "1 tỷ ",
        "1万",
        "nghìn ",
        "hai trăm ",
        "1.",
        "1,1.",
        "0 ",
        "第",
        "+",
        "10至",
        "一",
        "a-1",
        "x1",
    ] {
        for language in Language::ALL {
            let text = piece.repeat(1_000);
            assert_eq!(disagreement(&text, language, &text, language), None);
        }
    }
}

#[test]
fn places_are_those_of_the_text() {
    let text = "自２０２６年２月５日起１５日";
    let found: Vec<_> = tokens(text, Zh).into_iter().map(|it| &text[it.range]).collect();
    assert_eq!(found, ["２０２６年２月５日", "１５"]);
    let text = "Số M-21/QĐ-MAU ngày 05 tháng 02 năm 2026, thu 1.000.000 đồng";
    let found: Vec<_> = tokens(text, Vi).into_iter().map(|it| &text[it.range]).collect();
    assert_eq!(found, ["M-21/QĐ-MAU", "05 tháng 02 năm 2026", "1.000.000 đồng"]);
}

/// Texts of the pieces of which numbers are made: random letters would seldom meet one.
fn texts() -> impl Strategy<Value = String> {
    let pieces = "[0-9]{1,4}|[.,:/ –+(-]|ngày |tháng |năm | giờ |h|%| triệu| đồng|VND |April |\
        May |, | p\\.m\\.|年|月|日|第|条|[一二三十百万亿〇点]|百分之|分之|下午|thứ |mười |hai |\
        trăm |nghìn |tỷ |hundred |twenty-|II|M-|QĐ|T|rưỡi|[０-９]|\\PC";
    let piece = string_regex(pieces).unwrap();
    prop::collection::vec(piece, 0..12).prop_map(|it| it.concat())
}

fn wide(text: &str) -> String {
    let wide = |it: char| match it {
        '0'..='9' | '.' | ':' | '/' | '%' | '-' | '+' => {
            char::from_u32(u32::from(it) + 0xfee0).unwrap()
        }
        _ => it,
    };
    text.chars().map(wide).collect()
}

proptest! {
    #[test]
    fn any_text_is_read(text in texts(), other in texts()) {
        for language in Language::ALL {
            let mut end = 0;
            for token in tokens(&text, language) {
                prop_assert!(text.get(token.range.clone()).is_some_and(|it| !it.is_empty()));
                prop_assert!(end <= token.range.start, "{text} {token:?}");
                prop_assert!(!token.canonical.is_empty());
                end = token.range.end;
            }
            prop_assert_eq!(disagreement(&text, language, &text, language), None);
            for other_language in Language::ALL {
                disagreement(&text, language, &other, other_language);
            }
        }
    }

    #[test]
    fn full_width_digits_are_digits(text in texts()) {
        for language in Language::ALL {
            let canonical = |it: &str| -> Vec<_> {
                tokens(it, language).into_iter().map(|it| it.canonical).collect()
            };
            prop_assert_eq!(canonical(&text), canonical(&wide(&text)));
        }
    }

    #[test]
    fn another_number_is_seen(a in 0_u32..10_000_000, b in 0_u32..10_000_000) {
        prop_assume!(a != b);
        for (x, y) in [(Vi, Zh), (Vi, En), (En, Zh)] {
            let found = disagreement(&format!("là {a} người"), x, &format!("共{b}人"), y);
            prop_assert!(found.is_some());
        }
    }

    #[test]
    fn dates_are_the_same_in_every_form(a in (1_u32..29, 1_u32..13, 2020_u32..2030), b in (1_u32..29, 1_u32..13, 2020_u32..2030)) {
        agree_if(a == b, &date_forms(a), &date_forms(b));
        let days = |it: (u32, u32, u32)| (it.0, it.1);
        agree_if(days(a) == days(b), &day_forms(a), &day_forms(b));
    }

    #[test]
    fn times_are_the_same_in_every_form(a in (0_u32..24, 0_u32..60), b in (0_u32..24, 0_u32..60)) {
        agree_if(a == b, &time_forms(a), &time_forms(b));
    }

    #[test]
    fn amounts_are_the_same_in_every_form(a in 1_u64..9_999, b in 1_u64..9_999) {
        agree_if(a == b, &amount_forms(a), &amount_forms(b));
    }
}

fn date_forms((day, month, year): (u32, u32, u32)) -> Vec<(Language, String)> {
    let name = MONTHS[month as usize - 1];
    vec![
        (Vi, format!("từ ngày {day:02} tháng {month} năm {year} trở đi")),
        (Vi, format!("từ {day:02}/{month:02}/{year}.")),
        (En, format!("from {day} {name} {year} on")),
        (En, format!("from {name} {day}, {year}")),
        (Zh, format!("自{year}年{month}月{day}日起")),
    ]
}

fn day_forms((day, month, _): (u32, u32, u32)) -> Vec<(Language, String)> {
    let name = MONTHS[month as usize - 1];
    vec![
        (Vi, format!("từ ngày {day:02} tháng {month}, trở đi")),
        (Vi, format!("từ ngày {day:02}/{month:02}.")),
        (En, format!("from {day} {name} on")),
        (Zh, format!("自{month}月{day}日起")),
    ]
}

fn time_forms((hour, minute): (u32, u32)) -> Vec<(Language, String)> {
    let (half, mark, of_half) =
        if hour < 12 { ("上午", "a.m.", hour) } else { ("下午", "p.m.", hour - 12) };
    let of_half = if of_half == 0 { 12 } else { of_half };
    vec![
        (Vi, format!("lúc {hour}h{minute:02}")),
        (Vi, format!("lúc {hour} giờ {minute:02} phút.")),
        (En, format!("at {hour}:{minute:02}")),
        (En, format!("at {of_half}:{minute:02} {mark} sharp")),
        (Zh, format!("{half}{hour}时{minute:02}分")),
    ]
}

fn amount_forms(thousands: u64) -> Vec<(Language, String)> {
    let group = |sign| match (thousands / 1_000, thousands % 1_000) {
        (0, rest) => format!("{rest}{sign}000"),
        (millions, rest) => format!("{millions}{sign}{rest:03}{sign}000"),
    };
    vec![
        (Vi, format!("thu {} đồng/lần", group('.'))),
        (Vi, format!("thu {thousands} nghìn đồng")),
        (En, format!("VND {} each", group(','))),
        (Zh, format!("{}越南盾", group(','))),
        (Zh, format!("{}.{}万越南盾", thousands / 10, thousands % 10)),
    ]
}

#[track_caller]
fn agree_if(is_same: bool, ours: &[(Language, String)], theirs: &[(Language, String)]) {
    for (a, source) in ours {
        for (b, translation) in theirs {
            let found = disagreement(source, *a, translation, *b);
            assert_eq!(found.is_none(), is_same, "{source} | {translation}: {found:?}");
        }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
