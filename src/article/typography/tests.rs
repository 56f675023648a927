//! What is set, in each language, and what is left alone.

use proptest::prelude::*;

use crate::article::typography::{Mail, escape, line, write};
use crate::language::Language::{self, En, Vi, Zh};

/// Compares in short: `_` is a no-break space, `[…]` a document number, `{…}` Chinese, `<…>`
/// Vietnamese.
fn check(language: Language, text: &str, expected: &str) {
    let mut html = String::new();
    write(text, language, Mail::Linked, &mut html);
    let short = html
        .replace("<span class=\"number\" translate=\"no\">", "[")
        .replace("<span lang=\"zh-Hans\">", "{")
        .replace("<span lang=\"vi\">", "<")
        .replace('\u{a0}', "_");
    // Each span ends in the way it began.
    let mut ends = Vec::new();
    let mut shown = String::new();
    let mut rest = short.as_str();
    while let Some(c) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix("</span>") {
            shown.push(ends.pop().unwrap());
            rest = after;
            continue;
        }
        ends.extend(
            [('[', ']'), ('{', '}'), ('<', '>')].iter().find(|it| it.0 == c).map(|it| it.1),
        );
        shown.push(c);
        rest = &rest[c.len_utf8()..];
    }
    assert_eq!(shown, expected, "{text}");
}

#[test]
fn characters_of_html_are_escaped() {
    check(En, "a & b", "a &amp; b");
    let mut html = String::new();
    write("a < b > \"c\"", Vi, Mail::Linked, &mut html);
    assert_eq!(html, "a &lt; b &gt; \"c\"");
    let mut html = String::new();
    escape("<&\">'đ中", &mut html);
    assert_eq!(html, "&lt;&amp;&quot;&gt;'đ中");
}

#[test]
fn document_numbers_are_held_together() {
    check(Vi, "Kế hoạch 627/KH-SNgV.", "Kế hoạch [627/KH-SNgV].");
    check(Vi, "số 42/2022/NĐ-CP, 104/2016/QH13", "số [42/2022/NĐ-CP], [104/2016/QH13]");
    check(Vi, "(M-12/KH-MAU)", "([M-12/KH-MAU])");
    check(Vi, "M-73/MAU-VP và AM-12/KH-MAU", "[M-73/MAU-VP] và AM-[12/KH-MAU]");
    check(En, "No. 01/2023/TT-VPCP;", "No. [01/2023/TT-VPCP];");
    check(Zh, "依据627/KH-SNgV号", "依据[627/KH-SNgV]号");
    check(Vi, "15/QĐ-UBND-VP- và", "[15/QĐ-UBND-VP]- và");
    check(Vi, "1/A&B-C", "[1/A&amp;B-C]");
}

#[test]
fn what_only_looks_like_a_number_is_left_alone() {
    for text in [
        "05/02/2026",
        "24/7",
        "1/2",
        "12/KH",
        "a12/KH-MAU",
        "5/a-b",
        "12/KH-mau",
        "1234567/KH-MAU",
        "x/12/KH-MAU",
        "12/QH13",
        "3/-A",
        "10:30",
    ] {
        check(Vi, text, text);
    }
}

#[test]
fn numbers_stay_with_their_units() {
    check(Vi, "trong 15 ngày làm việc", "trong 15_ngày làm việc");
    check(Vi, "1.000.000 đồng, 5,5 %", "1.000.000_đồng, 5,5_%");
    check(Vi, "ngày 05 tháng 02 năm 2026", "ngày 05_tháng 02_năm 2026");
    check(Vi, "5 kmh, 5 kilômét, 5  km, 5, km", "5 kmh, 5 kilômét, 5  km, 5, km");
    check(Vi, "5 km² và 20 °C", "5_km² và 20_°C");
    check(En, "VND 1,000,000 and 5 days", "VND_1,000,000 and 5_days");
    check(En, "AVND 5; USD 5 million", "AVND 5; USD_5_million");
    check(Vi, "Điều 15 đồng ý", "Điều 15_đồng ý");
    check(Vi, "A4 ngày", "A4 ngày");
    check(Zh, "5 km", "5 km");
}

#[test]
fn chinese_in_latin_text_is_marked() {
    check(Vi, "trang 外事厅 của", "trang {外事厅} của");
    check(En, "the 《规章》, 中“文”件。", "the {《规章》}, {中“文”件。}");
    check(Vi, "第12条 và 2026年5月", "{第12条} và 2026{年5月}");
    check(Vi, "“中” 护", "“{中}” {护}");
    check(En, "full-width ，。 stays", "full-width ，。 stays");
    check(Zh, "外事厅", "外事厅");
    check(Vi, "中<b>", "{中}&lt;b&gt;");
}

#[test]
fn vietnamese_in_other_text_is_marked() {
    check(En, "the Sở Ngoại vụ of", "the <Sở Ngoại vụ> of");
    check(En, "Nghị định and Hội đồng nhân dân", "<Nghị định> and <Hội đồng nhân dân>");
    check(En, "Cà phê, café, communiqué", "Cà phê, café, communiqué");
    check(En, "Hà Nội, Đà Nẵng.", "<Hà Nội>, <Đà Nẵng>.");
    check(Zh, "越南Cao Bằng省（Sở Ngoại vụ）", "越南Cao <Bằng>省（<Sở Ngoại vụ>）");
    check(Vi, "Sở Ngoại vụ", "Sở Ngoại vụ");
    check(En, "Điều-ước 15 ngày", "<Điều-ước> 15_ngày");
    check(En, "5 đồng", "5_<đồng>");
}

#[test]
fn addresses_are_links_and_are_not_parted() {
    let html = |text: &str, mail| {
        let mut html = String::new();
        write(text, Vi, mail, &mut html);
        html
    };
    let link = "Thư: <a href=\"mailto:bien-gioi@so.vn\">bien-gioi@so.vn</a>.";
    assert_eq!(html("Thư: bien-gioi@so.vn.", Mail::Linked), link);
    assert_eq!(html("Thư: bien-gioi@so.vn.", Mail::Plain), "Thư: bien-gioi@so.vn.");
    for text in ["a@", "@b.vn", "a@b", "a@-b.vn", "a @b.vn", "a@b.c1"] {
        assert_eq!(html(text, Mail::Linked), text);
    }
    let mut fact = String::new();
    line("致信a@b.vn，11.1万越南盾／份 <&", Mail::Linked, &mut fact);
    let expected = "致信<a href=\"mailto:a@b.vn\">a@b.vn</a>，<span class=\"sum\">11.1万越南盾</span>／份 &lt;&amp;";
    assert_eq!(fact, expected);
}

#[test]
fn telephone_numbers_are_held_together() {
    check(Vi, "Gọi 0204 3 999 999.", "Gọi [0204 3 999 999].");
    check(Vi, "Gọi 0204 3999 999, +84 204 3999 999.", "Gọi [0204 3999 999], [+84 204 3999 999].");
    check(En, "0204.399.9999 or 02043999999", "[0204.399.9999] or 02043999999");
    check(Vi, "01 02 ngày 03/05", "01 02_ngày 03/05");
}

fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        rest = after.split_once('>').unwrap().1;
    }
    text.push_str(rest);
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

proptest! {
    #[test]
    fn words_stay_as_they_are(
        text in "([ a-c0-3/.,&<>\"M@+-]|NĐ|KH|đồng|ngày|VND |a@b.vn|万越南盾|中|第|，|“|ở|é|Sở|\u{a0}|\u{300}|😀){0,40}",
    ) {
        for language in Language::ALL {
            let mut html = String::new();
            write(&text, language, Mail::Linked, &mut html);
            prop_assert_eq!(plain(&html).replace('\u{a0}', " "), text.replace('\u{a0}', " "));
            prop_assert_eq!(html.matches("<span").count(), html.matches("</span>").count());
        }
    }
}
