//! What a reader sees of small sites: lists, key facts, letters, verification pages.

use condau::site::Build;

use crate::support::{SETTINGS, Site, page};

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

#[test]
fn late_answers_and_answers_whose_basis_changed_are_marked_in_lists_too() {
    let question = "kind = \"question\"\nasked = 2025-06-02\nchannel = \"email\"\nanswered = ";
    let site = document(Site::new(), "documents/moi", 2026, "replaces = [\"documents/cu\"]");
    let site = document(site, "documents/cu", 2025, "");
    let site = item(site, "questions/cham", &format!("{question}2025-06-24"));
    let site = item(site, "questions/kip", &format!("{question}2025-06-23"));
    let changed = format!("{question}2025-06-05\nbasis = [\"documents/cu\"]");
    let site = item(site, "questions/doi", &changed);
    let log = "[[entry]]\nref = \"PA-1\"\nreceived = 2025-06-02\nchannel = \"email\"\n\
        topic = \"trade\"\nowner = \"van-phong\"\nanswered = ";
    let log = format!("{log}2025-06-24\n{log}2025-06-23\n").replacen("PA-1", "PA-2", 1);
    let topic = "[topics.trade]\nname = { vi = \"Giao thương\" }\n";
    let site = site
        .write("condau.toml", &format!("{SETTINGS}{topic}"))
        .write("content/data/feedback.toml", &log);
    let build = item(site, "about/nhat-ky", "kind = \"page\"\ntables = [\"feedback\"]").build();
    let late = "<span class=\"chip chip-late\">Trả lời chậm</span>";
    let basis = "<span class=\"chip chip-basis-changed\">Căn cứ đã thay đổi</span>";
    let list = page(&build, "vi/hoi-dap/index.html");
    for (name, marks) in [("cham", [1, 0]), ("kip", [0, 0]), ("doi", [0, 1])] {
        let entry = list.split(&format!("<a href=\"/vi/hoi-dap/{name}/\">")).nth(1).unwrap();
        let entry = entry.split("</li>").next().unwrap();
        let own = page(&build, &format!("vi/hoi-dap/{name}/index.html"));
        for html in [entry, &own] {
            assert_eq!([late, basis].map(|it| html.matches(it).count()), marks, "{name}\n{html}");
        }
    }
    let log = page(&build, "vi/gioi-thieu/nhat-ky/index.html");
    assert_eq!(log.matches(late).count(), 1, "{log}");
    in_order(&build, "vi/gioi-thieu/nhat-ky", &["PA-2", "sau 16 ngày làm việc", late, "PA-1"]);
}

#[test]
fn an_alert_made_from_data_names_its_gate_and_says_nothing_twice() {
    let gate = "[[gate]]\nid = \"cua-mot\"\nname = { vi = \"Cửa Một\", en = \"Gate One\", zh = \"一号口岸\" }\n";
    let alert = "+++\nkind = \"alert\"\nowner = \"van-phong\"\npublished = 2026-05-01\n\
        gate = \"cua-mot\"\nseverity = \"closure\"\nfrom = 2026-05-03T06:00:00+07:00\n\
        to = 2026-05-06T18:00:00+07:00\ntemplate = \"tam-dung\"\nparams = { reason = \"A1\" }\n+++\n";
    let build = Site::new()
        .write("content/data/gates.toml", gate)
        .write("content/border/dung/index.vi.md", alert)
        .build();
    for (path, title, summary, text) in [
        (
            "vi/cua-khau",
            "Cửa Một tạm dừng thông quan",
            "Thời gian tạm dừng: từ 6\u{a0}giờ\u{a0}00 ngày 03 tháng 5 năm 2026 đến 18\u{a0}giờ\u{a0}00 ngày 06 tháng 5 năm 2026.",
            "Lý do: A1.",
        ),
        (
            "en/border",
            "Gate One: customs clearance suspended",
            "The suspension lasts from 06:00, 3 May 2026 to 18:00, 6 May 2026.",
            "Reason: A1.",
        ),
        (
            "zh/kouan",
            "一号口岸暂停通关",
            "暂停时间：自2026年5月3日06:00至2026年5月6日18:00。",
            "原因：A1。",
        ),
    ] {
        let html = page(&build, &format!("{path}/dung/index.html"));
        let main = html.split("<main").nth(1).unwrap();
        for once in [title, summary, text] {
            assert_eq!(main.matches(once).count(), 1, "{once}\n{main}");
        }
        let line = main.split("<ul class=\"language-line\"").nth(1).unwrap();
        assert!(!line.split("</ul>").next().unwrap().contains("class=\"note\""), "{line}");
        // The list does not name the gate again.
        let list = page(&build, &format!("{path}/index.html"));
        let entry = list.split("<li class=\"entry\">").nth(1).unwrap();
        let gate = entry.matches("Cửa Một").count() + entry.matches("Gate One").count();
        assert_eq!(gate + entry.matches("一号口岸").count(), 1, "{entry}");
    }
}

/// A procedure with these fees, in a site with prices.
fn procedure(site: Site, name: &str, fees: &str) -> Site {
    let text = format!(
        "kind = \"procedure\"\ncode = \"0.000001\"\nlevel = \"in-person\"\nauthority = \"so-mau\"\n\
         receives = [\"van-phong\"]\nfor = [\"individual\"]\nchannels = [\"in-person\"]\nsets = 1\n\
         time_limit = {{ value = 3, unit = \"working-day\" }}\nfees = [{fees}]\n\
         decision = \"63/2010/NĐ-CP\"\nbasis = [\"63/2010/NĐ-CP\"]"
    );
    let instrument = "[[instrument]]\nnumber = \"63/2010/NĐ-CP\"\ntype = \"decree\"\n\
        title = { vi = \"Kiểm soát thủ tục\" }\nissuer = \"chinh-phu\"\nissued = 2010-06-08\n\
        verified = true\n";
    let price = |(id, amount, currency): (&str, i64, &str)| {
        format!(
            "[[price]]\nid = \"{id}\"\nservice = {{ vi = \"Việc\" }}\nunit = {{ vi = \"bản\" }}\n\
             amount = {amount}\ncurrency = \"{currency}\"\nvat = false\nfrom = 2026-01-01\nbasis = []\n"
        )
    };
    let prices = [("re", 444_000, "VND"), ("dat", 555_000, "VND"), ("ngoai", 30, "USD")].map(price);
    item(site, &format!("procedures/{name}"), &text)
        .write("content/data/instruments.toml", instrument)
        .write("content/data/prices.toml", &prices.concat())
}

#[test]
fn a_list_names_the_least_of_several_fees() {
    let cases = [
        ("hai", "{ price = \"dat\" }, { price = \"re\" }", "phí từ 444.000\u{a0}đồng"),
        ("mot", "{ price = \"re\" }", "phí 444.000\u{a0}đồng"),
        ("khong", "{ amount = 0 }", "không thu phí"),
        ("co-khong", "{ amount = 0 }, { price = \"re\" }", "phí tùy trường hợp"),
        ("ngoai-te", "{ price = \"ngoai\" }, { price = \"re\" }", "phí tùy trường hợp"),
    ];
    let site = cases.iter().fold(Site::new(), |site, (name, fees, _)| procedure(site, name, fees));
    let build = site.build();
    for (name, _, said) in cases {
        let link = format!("<a href=\"/vi/thu-tuc/{name}/\">");
        in_order(&build, "vi/thu-tuc", &[&link, &format!("thời hạn 3 ngày làm việc, {said}<")]);
    }
    in_order(&build, "en/procedures", &["within 3 working days, fee from VND\u{a0}444,000<"]);
    in_order(&build, "zh/banshi", &["时限3个工作日，收费44.4万越南盾起<"]);
}

#[test]
fn a_programme_that_ended_without_a_result_says_so() {
    let programme = |kind: &str, more: &str| {
        format!(
            "kind = \"programme\"\ntype = \"{kind}\"\nannounced = 2026-03-02T08:00:00+07:00\n\
             opens = 2026-03-02\ncloses = 2026-03-31\n{more}\
             channels = [{{ channel = \"site\", at = 2026-03-02T08:00:00+07:00 }}]"
        )
    };
    let site = item(Site::new(), "notices/chua", &programme("programme", ""));
    let site = item(site, "notices/thong-bao", &programme("notice", ""));
    let site = item(site, "notices/da-co", &programme("programme", "participants = 18\n"));
    let told = programme("programme", "");
    let told = format!(
        "+++\ntitle = \"Tên bài\"\nsummary = \"Tóm tắt.\"\nowner = \"van-phong\"\n\
         published = 2026-03-02\n{told}\n+++\n\n## Kết quả {{#outcome}}\n\nĐã xong.\n"
    );
    let build = site.write("content/notices/da-noi/index.vi.md", &told).build();
    for (name, is_told) in
        [("chua", false), ("thong-bao", false), ("da-co", true), ("da-noi", true)]
    {
        let link = format!("<a href=\"/vi/thong-bao/{name}/\">");
        let (list, own) = if is_told {
            ("<span>ngày 31/03/2026</span>", "Đã kết thúc ngày 31 tháng 3 năm 2026</dd>")
        } else {
            (
                "<span>ngày 31/03/2026, chưa công bố kết quả</span>",
                "Đã kết thúc ngày 31 tháng 3 năm 2026, chưa công bố kết quả</dd>",
            )
        };
        in_order(&build, "vi/thong-bao", &[&link, list]);
        in_order(&build, &format!("vi/thong-bao/{name}"), &["<div class=\"key\">", own]);
    }
    in_order(&build, "en/notices", &["on 31 March 2026, no result published yet"]);
    in_order(&build, "zh/tongzhi", &["2026年3月31日，尚未公布结果"]);
}

#[test]
fn days_left_of_an_agreement_are_counted_when_fewer_than_ninety() {
    let agreement = |more: &str| {
        format!(
            "kind = \"mou\"\nparties = [\"so-mau\", \"doi-tac\"]\nlevel = \"department\"\n\
             signed = 2024-01-08\nplace = {{ vi = \"Hà Nội\" }}\neffective = 2024-01-08\n\
             renewal = \"none\"\ncleared = true\nauthentic = [\"vi\"]\nreported = 2024-01-10\n{more}"
        )
    };
    // As at 4 May 2026.
    for (more, end) in [
        (
            "expires = 2026-05-04",
            "ngày 04 tháng 5 năm 2026</time> <span class=\"note\">hôm nay là ngày cuối<",
        ),
        (
            "expires = 2026-08-01",
            "ngày 01 tháng 8 năm 2026</time> <span class=\"note\">còn 89 ngày</span><",
        ),
        ("expires = 2026-08-02", "ngày 02 tháng 8 năm 2026</time></dd>"),
        ("expires = 2026-05-03", "ngày 03 tháng 5 năm 2026</time></dd>"),
        ("expires = 2029-01-08\nterminated = 2026-04-01", "ngày 01 tháng 4 năm 2026</time></dd>"),
        ("", "Không xác định thời hạn</dd>"),
    ] {
        let build = item(Site::new(), "cooperation/mot", &agreement(more)).build();
        in_order(
            &build,
            "vi/hop-tac/mot",
            &["<dt>Ngày hết hiệu lực</dt><dd>", end, "<dt>Các bên<"],
        );
        let html = page(&build, "vi/hop-tac/mot/index.html");
        assert_eq!(html.matches("<dt>Ngày hết hiệu lực</dt>").count(), 1, "{html}");
    }
}

/// What stands in an address, read again.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || char::from(rest.next().unwrap()).to_digit(16).unwrap();
        bytes.push(if byte == b'%' { u8::try_from(digit() * 16 + digit()).unwrap() } else { byte });
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_letter_about_a_page_asks_for_what_an_answer_needs() {
    let build = item(Site::new(), "about/mot", "kind = \"page\"").build();
    for (path, subject, asked) in [
        (
            "vi/gioi-thieu/mot",
            "[https://songoaivu.example/vi/gioi-thieu/mot/ · vi]",
            ["Việc gì đã xảy ra:", "Ở đâu (", "Ngày, giờ:", "Trả lời tôi qua ("],
        ),
        (
            "en/about/mot",
            "[https://songoaivu.example/vi/gioi-thieu/mot/ · en]",
            ["What happened:", "Where (", "When:", "How to reply to me ("],
        ),
        (
            "zh/jieshao/mot",
            "[https://songoaivu.example/vi/gioi-thieu/mot/ · zh]",
            ["发生了什么：", "地点（", "时间：", "回复方式（"],
        ),
    ] {
        let html = page(&build, &format!("{path}/index.html"));
        let link = html.split("<a href=\"mailto:lienhe@songoaivu.example?").nth(1).unwrap();
        let fields = link.split('"').next().unwrap();
        let allowed = |it: char| it.is_ascii_alphanumeric() || "%-._~=&;".contains(it);
        assert!(fields.chars().all(allowed), "{fields}");
        let (own, body) =
            fields.strip_prefix("subject=").unwrap().split_once("&amp;body=").unwrap();
        assert_eq!(decoded(own), subject);
        let body = decoded(body);
        let lines: Vec<_> = body.split("\r\n\r\n").collect();
        assert_eq!(lines.len(), 4, "{body:?}");
        for (line, asked) in lines.iter().zip(asked) {
            assert!(line.starts_with(asked) && !line.contains(['\r', '\n']), "{line:?}");
        }
    }
}

#[test]
fn the_page_about_feedback_begins_with_how_to_send_it_and_when_it_is_answered() {
    let page_of =
        "kind = \"page\"\nfulfils = [\"feedback\"]\nfacts = [[\"Chi phí\", \"Không thu phí\"]]";
    let targets =
        "[targets]\nanswer_days = 7\n[forms]\nzalo_oa = \"https://zalo.example/so-mau\"\n";
    let site = Site::new().write("condau.toml", &format!("{SETTINGS}{targets}"));
    let site = item(site, "about/khac", "kind = \"page\"");
    let build = item(site, "about/gop-y", page_of).build();
    in_order(
        &build,
        "vi/gioi-thieu/gop-y",
        &[
            "<div class=\"key\">",
            "<dt>Cách gửi</dt>",
            // The unit that answers for the page, not the office.
            "<dd><a href=\"mailto:vanphong@songoaivu.example?subject=%5Bhttps",
            "&amp;body=Vi%E1%BB%87c%20g%C3%AC",
            ">vanphong@songoaivu.example</a> <span class=\"note\">Thư điện tử</span></dd>",
            "<dd><a href=\"https://zalo.example/so-mau\">",
            "<dd>Địa chỉ (mẫu) <span class=\"note\">Bưu chính</span></dd>",
            "<dt>Thời hạn trả lời</dt><dd>7",
            "làm việc <span class=\"note\">mục tiêu của cơ quan</span>",
            "<dt>Chi phí</dt><dd>Không thu phí</dd>",
            "</div>",
            "Tóm tắt.",
        ],
    );
    let html = page(&build, "vi/gioi-thieu/gop-y/index.html");
    // A specimen has no telephone, and the author's facts stand once.
    assert!(!html.contains("tel:"), "{html}");
    assert_eq!(html.matches("<dt>Chi phí</dt>").count(), 1, "{html}");
    let other = page(&build, "vi/gioi-thieu/khac/index.html");
    assert!(!other.contains("class=\"key\""), "{other}");
}

#[test]
fn a_procedure_says_where_to_apply_and_that_the_place_has_moved() {
    let unit = |id: &str, more: &str| {
        format!(
            "[[unit]]\nid = \"{id}\"\nname = {{ vi = \"Đơn vị {id}\" }}\nduties = {{ vi = \"Nhận.\" }}\n{more}"
        )
    };
    let address = "address = { vi = \"Số 1, đường Mẫu\", zh = \"样本街1号\" }\n";
    let units = [unit("van-phong", address), unit("khac", "")].concat();
    let notice = |related: &str| {
        format!(
            "kind = \"programme\"\ntype = \"notice\"\nannounced = 2026-03-02T08:00:00+07:00\n\
             related = [{related}]\n\
             channels = [{{ channel = \"site\", at = 2026-03-02T08:00:00+07:00 }}]"
        )
    };
    let contacts = "+++\nkind = \"page\"\ntitle = \"Liên hệ\"\nsummary = \"Tóm tắt.\"\n\
        owner = \"van-phong\"\npublished = 2026-03-02\ntables = [\"units\"]\n\
        related = [\"notices/doi\", \"notices/noi-khac\"]\n+++\n\n## Giờ nhận hồ sơ {#hours}\n\nSáng.\n";
    let free = "{ amount = 0 }";
    let site = procedure(Site::new(), "mot", free);
    let site = procedure(site, "cung-noi", free);
    // One whose papers go to another desk.
    let site = procedure(site, "noi-khac", free);
    let other = "content/procedures/noi-khac/index.vi.md";
    let site = site.edit(other, |it| it.replace("[\"van-phong\"]", "[\"khac\"]"));
    let site = item(site, "notices/doi", &notice("\"procedures/cung-noi\""));
    let site = item(site, "notices/noi-khac", &notice("\"procedures/noi-khac\""));
    // Of a notice that the page of the units does not name, nobody knows that it is about them.
    let site = item(site, "notices/viec-khac", &notice("\"procedures/mot\""));
    let site = site.write("content/data/units.toml", &units);
    let without = page(&site.clone().build(), "vi/thu-tuc/mot/index.html");
    let place = "<dt>Nơi tiếp nhận</dt><dd>";
    // Without a page of the units there is nothing to link to.
    assert!(
        without.contains(&format!("{place}Đơn vị van-phong <span class=\"note\">Số 1")),
        "{without}"
    );
    assert!(!without.contains("Thay đổi nơi nộp hồ sơ"), "{without}");
    let build = site.write("content/about/lien-he/index.vi.md", contacts).build();
    in_order(
        &build,
        "vi/thu-tuc/mot",
        &[
            "<div class=\"key\">",
            place,
            "<a href=\"/vi/gioi-thieu/lien-he/#unit_van-phong\">Đơn vị van-phong</a>",
            " <span class=\"note\">Số 1, đường Mẫu</span></dd>",
            "<dd><a href=\"/vi/gioi-thieu/lien-he/#hours\">Giờ nhận hồ sơ</a></dd>",
            "<dt>Thay đổi nơi nộp hồ sơ</dt><dd><a href=\"/vi/thong-bao/doi/\">",
            "</dl>",
        ],
    );
    let html = page(&build, "vi/thu-tuc/mot/index.html");
    let moves = html.split("Thay đổi nơi nộp hồ sơ").nth(1).unwrap().split("</dl>").next().unwrap();
    assert_eq!(moves.matches("<dd>").count(), 1, "{moves}");
    in_order(&build, "vi/thu-tuc/noi-khac", &["#unit_khac", "/vi/thong-bao/noi-khac/", "</dl>"]);
    in_order(&build, "zh/banshi/mot", &["<span class=\"note\">样本街1号</span>"]);
}

#[test]
fn each_file_of_an_agreement_names_the_language_of_its_text() {
    let agreement = "kind = \"mou\"\nparties = [\"so-mau\", \"doi-tac\"]\nlevel = \"department\"\n\
        signed = 2026-01-08\nplace = { vi = \"Hà Nội\" }\neffective = 2026-01-08\nrenewal = \"none\"\n\
        cleared = true\nauthentic = [\"vi\", \"zh\"]\nreported = 2026-01-10\n\
        attachments = [{ file = \"vi.pdf\", lang = \"vi\" }, { file = \"zh.pdf\", lang = \"zh\" }, \
        { file = \"so-do.pdf\" }]";
    let site = item(Site::new(), "cooperation/mot", agreement).write(
        "content/cooperation/mot/index.zh.md",
        "+++\ntitle = \"标题\"\nsummary = \"摘要。\"\n+++\n\n正文。\n",
    );
    let attach = |site: Site, it: &str| {
        site.attach(&format!("content/cooperation/mot/{it}.pdf"), b"%PDF-1.4")
    };
    let build = ["vi", "zh", "so-do"].into_iter().fold(site, attach).build();
    for (path, vi, zh) in [
        ("vi/hop-tac/mot", "bản tiếng Việt", "bản tiếng Trung"),
        ("en/cooperation/mot", "Vietnamese text", "Chinese text"),
        ("zh/hezuo/mot", "越南文版", "中文版"),
    ] {
        let row = |name: &str, language: &str| {
            format!(
                "<a href=\"/vi/hop-tac/mot/{name}.pdf\">{name}.pdf</a> \
                 <span class=\"note\">{language}PDF · 8\u{a0}B</span>"
            )
        };
        let rows =
            [row("vi", &format!("{vi} · ")), row("zh", &format!("{zh} · ")), row("so-do", "")];
        in_order(&build, path, &rows.each_ref().map(String::as_str));
    }
}

#[test]
fn a_verification_page_says_what_took_the_place_of_a_document() {
    let site = document(Site::new(), "documents/cu", 2025, "id = \"K7M29QX4TB\"");
    let site = document(site, "documents/moi", 2026, "replaces = [\"documents/cu\"]").write(
        "content/documents/moi/index.en.md",
        "+++\ntitle = \"New\"\nsummary = \"S.\"\n+++\n",
    );
    let banner = "<span lang=\"vi\">Được thay thế bởi</span>";
    let link = |href: &str, lang: &str, title: &str| {
        let number = "<span class=\"number\" translate=\"no\">M-12/KH-MAU</span>";
        format!("<li><a href=\"{href}\"><span lang=\"{lang}\">{number} {title}</span></a></li>")
    };
    let build = site.clone().build();
    in_order(
        &build,
        "V/K7M29QX4TB",
        &[
            banner,
            &link("/vi/van-ban/moi/", "vi", "Tên bài"),
            &link("/en/documents/moi/", "en", "New"),
            &link("/zh/wenjian/moi/", "vi", "Tên bài"),
            "So sánh với văn bản trên tay",
        ],
    );
    in_order(&build, "vi/van-ban/cu", &["Được thay thế bởi", "/vi/van-ban/moi/"]);
    // What does not hold yet takes no place, and nothing took the place of what holds.
    let later = |it: &str| it.replace("effective = 2026-03-02", "effective = 2026-06-02");
    let build = site.edit("content/documents/moi/index.vi.md", later).build();
    assert!(!page(&build, "V/K7M29QX4TB/index.html").contains(banner));
    assert!(!page(&build, "vi/van-ban/cu/index.html").contains("class=\"banner\""));
}

#[test]
fn the_code_of_a_procedure_is_named_as_one() {
    let free = "{ amount = 0 }";
    let site = procedure(Site::new(), "mot", free)
        .edit("content/procedures/mot/index.vi.md", |it| {
            it.replacen("sets", "id = \"K7M29QX4TB\"\nsets", 1)
        });
    let build = document(site, "documents/mot", 2026, "id = \"J58J66D4Z0\"").build();
    let line = |labels: [&str; 3], number: &str| {
        let labels = ["vi", "en", "zh-Hans"].iter().zip(labels);
        let labels: Vec<_> =
            labels.map(|(tag, it)| format!("<span lang=\"{tag}\">{it}</span>")).collect();
        let dot = "<span aria-hidden=\"true\">\u{a0}·</span> ";
        format!("<dt>{}</dt><dd>{number}</dd>", labels.join(dot))
    };
    let code = line(["Mã thủ tục", "Procedure code", "事项编码"], "0.000001");
    let number = line(["Số, ký hiệu", "Number", "文号"], "M-12/KH-MAU");
    in_order(&build, "V/K7M29QX4TB", &[&code]);
    in_order(&build, "V/J58J66D4Z0", &[&number]);
    in_order(&build, "vi/thu-tuc/mot", &["<dt>Mã thủ tục</dt>"]);
    in_order(&build, "zh/banshi/mot", &["<dt>事项编码</dt>"]);
}

#[test]
fn a_form_says_beside_its_button_who_keeps_what_is_sent() {
    let page_of = |settings: &str| {
        let settings = format!("{}{settings}", crate::support::SETTINGS);
        let text = "+++\nkind = \"page\"\ntitle = \"Gửi phản ánh\"\nsummary = \"S.\"\nowner = \"van-phong\"\n\
            published = 2026-03-02\nfulfils = [\"feedback\"]\n+++\n\nNội dung.\n";
        let site = Site::new().write("condau.toml", &settings);
        page(
            &site.write("content/about/gui/index.vi.md", text).build(),
            "vi/gioi-thieu/gui/index.html",
        )
    };
    assert!(!page_of("").contains("<form method"));
    let with = page_of(
        "[forms]\nendpoint = \"https://nhan.songoaivu.example/gui\"\nretention_months = 24\n\
         privacy_page = \"about/gui\"\n",
    );
    assert!(
        with.contains("<form method=\"post\" action=\"https://nhan.songoaivu.example/gui\""),
        "{with}"
    );
    assert!(with.contains("Sở Ngoại vụ tỉnh Mẫu giữ nội dung này trong 24 tháng"), "{with}");
    assert!(with.contains("form-action 'self' https://nhan.songoaivu.example"), "{with}");
}
