//! Tables of data on the pages of the demo, and what each kind of item shows of its own.

use condau::site::Build;

use crate::golden::demo;
use crate::support::{Site, page};

/// The text of a page without its marks, each cell and line ended by `|`.
fn text(build: &Build, path: &str) -> String {
    let page = page(build, &format!("{path}/index.html"));
    let main = page.split("<main").nth(1).unwrap().split("</main>").next().unwrap().to_owned();
    let mut text = String::new();
    for part in main.split('<') {
        let (tag, words) = part.split_once('>').unwrap_or(("", part));
        if ["/td", "/th", "/dt", "/dd", "/p", "/li", "/h2", "/h3", "/summary"].contains(&tag) {
            text.push('|');
        }
        text.push_str(words.trim_matches('\n'));
    }
    text
}

/// All parts stand in the text, in this order.
fn in_order(text: &str, parts: &[&str]) {
    let mut rest = text;
    for part in parts {
        let at = rest.find(part).unwrap_or_else(|| panic!("no `{part}` in\n{rest}"));
        rest = &rest[at + part.len()..];
    }
}

#[test]
fn each_table_shows_its_first_and_its_last_row() {
    let build = demo();
    let pages: [(&str, &[&str]); 10] = [
        (
            "vi/bang-gia/gia-dich-vu",
            &[
                "Mức đang áp dụng|",
                "Cấp hộ chiếu công vụ",
                "111.000\u{a0}đồng|quyển|Không chịu thuế|01/01/2026||",
                "Chuyển phát kết quả",
                "22.000\u{a0}đồng|lần|Đã gồm|02/03/2026|M-12/KH-MAU|",
                "Khi bị yêu cầu nộp thêm tiền, đề nghị gửi thư đến lienhe@songoaivu.example|",
                "Mức trước đây (4)|",
                "Dịch Việt – Trung",
                "555.000",
                "33.000\u{a0}đồng|lần|Đã gồm|01/01/2025|01/03/2026||",
                "CSV · JSON",
            ],
        ),
        (
            "zh/jiage/gia-dich-vu",
            &["签发公务护照", "11.1万越南盾|本|不征|2026年1月1日||", "原收费标准（4项）"],
        ),
        (
            "vi/minh-bach/chi-so-ddci",
            &[
                "Điểm 2024|Hạng 2024|Điểm tăng, giảm|Điểm 2023|Hạng 2023|",
                "Tính minh bạch và tiếp cận thông tin|8,35a|10a|+0,74|7,61|17|",
                "Cạnh tranh bình đẳng|6,40|14|\u{2212}3,60|10,00|1|",
                "Ứng dụng công nghệ thông tin|8,93|8|–|–|–|",
                "Điểm tổng hợp|80,17|11/25|–|–|–|",
                "Điểm từng thành phần",
                "phần lời ghi hạng 11.|",
                "Nguồn: văn bản số 627/KH-SNgV, tháng 4 năm 2025. ",
                "chưa đối chiếu với bản gốc.",
            ],
        ),
        (
            "vi/phap-ly/thuat-ngu",
            &["bản dịch tham khảo|reference translation · 参考译文", "xúc tiến thương mại|"],
        ),
        ("zh/falv/thuat-ngu", &["报关单|tờ khai hải quan · customs declaration|", "植物检疫|"]),
        (
            "en/feedback/nhat-ky-phan-anh",
            &[
                "2026|11|10|9 (90%)|1|1|",
                "2025|13|13|12 (92%)|1|0|",
                "PA-2026-011|24 April 2026|Customs clearance|Email|Under consideration for 3 working days||",
                "PA-2025-001|14 January 2025|Travel and visas|Email|5 February 2025 after 11 working days|",
            ],
        ),
        (
            "vi/phap-ly/van-ban-can-cu",
            &[
                "91/2025/QH15|",
                "|01/01/2026|Còn hiệu lực||",
                "43/2011/NĐ-CP|",
                "|Đã được thay thế|42/2022/NĐ-CP|",
                "20/2008/NĐ-CP|",
            ],
        ),
        (
            "en/about/lien-he",
            &["Leadership|", "lanh-dao@", "External Affairs Service Centre|", "Translation desk"],
        ),
        (
            "zh/kouan/gio-mo-cua-cua-khau",
            &[
                "样本一号口岸|07:00–17:00|样本一号口岸开放时间调整：06:30–19:30 至2026年5月20日20:00|",
                "样本二号口岸|07:00–17:00|",
                "对侧样本二号口岸|",
            ],
        ),
        (
            "vi/minh-bach/tinh-trang-ban-dich",
            &[
                "Giới thiệu|English|3|3 (100%)|0|0|0|",
                "Văn bản|English|8|6 (75%)|1|0|1|中文|8|6 (75%)|0|1|1|",
                "Toàn bộ trang thông tin|English|57|",
            ],
        ),
    ];
    for (path, parts) in pages {
        in_order(&text(&build, path), parts);
    }
}

#[test]
fn the_chart_has_its_table_as_text_and_no_style_of_its_own() {
    let page = page(&demo(), "zh/gongkai/chi-so-ddci/index.html");
    let chart = page.split("<svg").nth(1).unwrap().split("</svg>").next().unwrap();
    assert!(chart.contains("role=\"img\" aria-labelledby=\"ddci_chart ddci_chart-text\""));
    assert!(chart.contains("<title id=\"ddci_chart\">各分项得分（满分10分）</title>"));
    // Eight components have both years, one has the last only, which comes first.
    assert_eq!(chart.matches("class=\"bar-1\"").count(), 9);
    assert_eq!(chart.matches("class=\"bar-2\"").count(), 8);
    assert!(!chart.contains("style"), "{chart}");
}

#[test]
fn a_procedure_says_when_an_answer_is_due() {
    let build = demo();
    in_order(
        &text(&build, "vi/thu-tuc/cap-ho-chieu-cong-vu"),
        &[
            "3 ngày làm việc|",
            "Khi bị yêu cầu nộp thêm tiền, đề nghị gửi thư đến",
            "Biểu mẫu|",
            "Nộp ngày 04/05/2026 thì trả chậm nhất ngày 07/05/2026|",
            "04/05/2026|07/05/2026|",
            "29/05/2026|03/06/2026|",
        ],
    );
    // What is no longer offered has no deadline.
    assert!(!text(&build, "vi/thu-tuc/hoi-nghi-quoc-te").contains("trả chậm nhất"));
}

#[test]
fn each_kind_says_what_it_is_about() {
    let build = demo();
    in_order(
        &text(&build, "en/notices/ket-noi-giao-thuong-mua-vai"),
        &[
            "Open for registration, closes in 25 days|",
            "29 May 2026|",
            "Calendar of programmes and events (ICS file)|",
            "Announced by|",
            "This site|09:00, 23 March 2026|",
        ],
    );
    in_order(
        &text(&build, "vi/thong-bao/ho-tro-dich-thuat-2025"),
        &["Đã kết thúc", "Đã kết thúc ngày 28 tháng 11 năm 2025|"],
    );
    in_order(
        &text(&build, "vi/hop-tac/bien-ban-ghi-nho-nong-san-2026"),
        &[
            "Ngày hết hiệu lực|ngày 08 tháng 01 năm 2029|",
            "Các bên|",
            "Dành cho doanh nghiệp|Nội dung doanh nghiệp được hưởng|",
            "Ngày ký|ngày 08 tháng 01 năm 2026|Tỉnh Mẫu|",
            "Gia hạn|",
            "Các bản tiếng Việt và Trung có giá trị như nhau.|",
            "Điều 1. ",
            "chưa đối chiếu với bản gốc|",
        ],
    );
    in_order(
        &text(&build, "en/border/keo-dai-gio-lam-viec"),
        &["English", "06:00, 1 May 2026|", "Main facts|", "Opposite gate 1 (specimen)|"],
    );
    in_order(
        &text(&build, "vi/hoi-dap/the-abtc-ai-duoc-cap"),
        &[
            "Ngày hỏi|",
            "Ngày trả lời|",
            "2 ngày làm việc|",
            "Thủ tục liên quan|Cho phép sử dụng thẻ",
        ],
    );
}

#[test]
fn an_alert_worded_by_a_template_is_a_text_of_each_language() {
    let page = page(&demo(), "en/border/keo-dai-gio-lam-viec/index.html");
    assert!(page.contains("rel=\"canonical\" href=\"https://songoaivu.example/en/border/keo-dai"));
    assert!(page.contains("<div class=\"text\"><p>Please plan vehicles and papers"), "{page}");
    assert!(!page.contains("Original text"), "{page}");
    assert!(page.contains("<span class=\"chip chip-info\">Information</span>"), "{page}");
}

#[test]
fn entries_say_what_matters_of_their_time() {
    let build = demo();
    let parts: [(&str, &[&str]); 5] = [
        (
            "vi/thong-bao",
            &[
                "Sắp diễn ra lúc 08:00 ngày 10/06/2026",
                "Đang mở nhận ý kiến đến 15/05/2026",
                "Đang mở nhận đăng ký đến 22/05/2026",
                "Đã kết thúc ngày 31/10/2025",
            ],
        ),
        ("vi/cua-khau", &["Tạm dừng đến 18:00 ngày 06/05/2026 VI EN 中文"]),
        (
            "en/procedures",
            &["Revoked 0.000005 since 1 March 2026", "0.000003 within 5 working days"],
        ),
        ("en/cooperation", &["Ending soon signed on 20 June 2023, in force until 20 June 2026"]),
        ("zh/wenda", &["待答复 2026年4月24日提问", "已答复 依据已变更 2025年9月5日"]),
    ];
    for (path, parts) in parts {
        in_order(&text(&build, path), parts);
    }
}

#[test]
fn a_procedure_begins_with_whom_it_is_for_and_the_papers() {
    let build = demo();
    in_order(
        &text(&build, "en/procedures/cap-ho-chieu-cong-vu"),
        &["Who may apply|", "Contents|Papers|Steps|", "Papers|Paper|", "Steps|", "How to apply|"],
    );
    let page = page(&build, "zh/banshi/cap-ho-chieu-cong-vu/index.html");
    assert!(page.contains("href=\"/zh/jieshao/lien-he/#page_holidays\""), "{page}");
    in_order(&text(&build, "zh/jieshao/lien-he"), &["2026年1月2日|调休 2026年1月10日补班|"]);
}

const PROCEDURE: &str = "+++\nkind = \"procedure\"\ntitle = \"Cấp thẻ\"\nsummary = \"Cấp thẻ.\"\n\
    owner = \"van-phong\"\npublished = 2026-01-05\nID\ncode = \"0.000001\"\nlevel = \"in-person\"\n\
    authority = \"so-mau\"\nreceives = [\"van-phong\"]\nfor = [\"individual\"]\n\
    channels = [\"in-person\"]\nsets = 1\ntime_limit = { value = 8, unit = \"hour\" }\n\
    fees = [{ amount = 0 }]\ndecision = \"63/2010/NĐ-CP\"\nbasis = [\"63/2010/NĐ-CP\"]\n+++\n\n## Hồ sơ {#dossier}\n\n| Giấy tờ | Số lượng |\n|---|---|\n| Tờ khai | 01 |\n";

const INSTRUMENT: &str = "[[instrument]]\nnumber = \"63/2010/NĐ-CP\"\ntype = \"decree\"\n\
    title = { vi = \"Kiểm soát thủ tục\" }\nissuer = \"chinh-phu\"\nissued = 2010-06-08\nverified = true\n";

#[test]
fn only_what_will_not_be_sealed_has_boxes_to_tick() {
    let box_of = "<label><input type=\"checkbox\"> Tờ khai</label>";
    let build = |id: &str| {
        let text = PROCEDURE.replace("ID", id);
        let words = "+++\ntitle = \"T\"\nsummary = \"S.\"\n+++\n";
        let site = Site::new()
            .write("content/data/instruments.toml", INSTRUMENT)
            .write("content/procedures/cap-the/index.vi.md", &text)
            .write("content/procedures/cap-the/index.en.md", words)
            .write("content/procedures/cap-the/index.zh.md", words);
        page(&site.build(), "vi/thu-tuc/cap-the/index.html")
    };
    assert!(build("").contains(box_of));
    assert!(!build("id = \"K7M29QX4TB\"").contains("checkbox"));
    // Hours are explained, and a calendar without holidays is owned up to.
    let page = build("");
    assert!(page.contains("Giờ là giờ làm việc"), "{page}");
    assert!(page.contains("Chưa có lịch nghỉ năm 2026"), "{page}");
}

#[test]
fn a_table_without_rows_says_so() {
    let text = "+++\nkind = \"page\"\ntitle = \"Bảng\"\nsummary = \"Mọi bảng.\"\nowner = \"van-phong\"\n\
        published = 2026-01-05\ntables = [\"prices\", \"ddci\", \"glossary\", \"feedback\", \
        \"instruments\", \"gates\", \"prices\"]\n+++\n";
    let build = Site::new().write("content/about/bang/index.vi.md", text).build();
    let page = page(&build, "vi/gioi-thieu/bang/index.html");
    // Each once, whatever was written twice.
    assert_eq!(page.matches("<p>Chưa có mục nào.</p>").count(), 6, "{page}");
    assert!(!page.contains("/data/"), "{page}");
}
