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
