//! `condau translation` through the binary, and what locks make of a site (translation.md §10).

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const VI: &str = "## Điều 1. Thời hạn\n\nSở trả lời phản ánh trong 15 ngày làm việc.\n\n\
    1. Nhận phản ánh qua đường dây nóng.\n2. Công bố kết quả trên trang thông tin.\n";
const ZH: &str = "## 第一条 期限\n\n外事厅在15个工作日内答复反映。\n\n\
    1. 通过热线接收反映。\n2. 在网站公布结果。\n";
const LOCK: &str = "content/about/thu/translations.lock.toml";

/// A fresh site with an item in Vietnamese and Chinese.
struct Office {
    site: PathBuf,
}

impl Office {
    fn new(name: &str) -> Self {
        let site = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("translation-{name}"));
        let _ = fs::remove_dir_all(&site);
        let office = Self { site };
        let init =
            Command::new(env!("CARGO_BIN_EXE_condau")).arg("init").arg(&office.site).output();
        assert!(init.unwrap().status.success());
        office.source(VI);
        office.translation(ZH, "2026-03-03");
        let en = "+++\ntitle = \"A trial\"\nsummary = \"A page to try.\"\n+++\n";
        fs::write(office.site.join("content/about/thu/index.en.md"), en).unwrap();
        office
    }

    fn source(&self, body: &str) {
        let folder = self.site.join("content/about/thu");
        fs::create_dir_all(&folder).unwrap();
        let front = "+++\nkind = \"page\"\ntitle = \"Bài thử\"\nsummary = \"Một trang để thử.\"\n\
            owner = \"van-phong\"\npublished = 2026-03-02\n+++\n\n";
        fs::write(folder.join("index.vi.md"), format!("{front}{body}")).unwrap();
    }

    fn translation(&self, body: &str, reviewed: &str) {
        let front = format!(
            "+++\ntitle = \"试文\"\nsummary = \"供试用的页面。\"\ntranslator = \"van-phong\"\n\
            translated = 2026-03-02\nreviewer = \"van-phong\"\nreviewed = {reviewed}\n+++\n\n{body}"
        );
        fs::write(self.site.join("content/about/thu/index.zh.md"), front).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> (i32, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_condau"));
        command.current_dir(&self.site).env("CONDAU_LANG", "en");
        let output = command.args(arguments).output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.code().unwrap(), String::from_utf8(said).unwrap())
    }

    fn status(&self) -> (i32, String) {
        self.run(&["translation", "status", "about/thu", "--lang", "zh", "--as-of", "2026-05-04"])
    }

    fn accept(&self, arguments: &[&str]) -> (i32, String) {
        let start = ["translation", "accept", "about/thu", "--lang", "zh", "--as-of", "2026-05-04"];
        self.run(&[&start, arguments].concat())
    }

    fn lock(&self) -> String {
        fs::read_to_string(self.site.join(LOCK)).unwrap_or_default()
    }
}

#[test]
fn from_nothing_accepted_to_all_accepted_and_back() {
    let office = Office::new("all");
    let (code, said) = office.status();
    assert!(code == 1 && said.contains("0 %") && said.contains("4 not accepted"), "{said}");

    let (code, said) = office.accept(&["--all", "--by", "van-phong", "--quality", "reviewed"]);
    assert!(code == 0 && said.matches("recorded").count() == 6, "{said}");
    let lock = office.lock();
    assert!(lock.contains("title Bài thử") && lock.contains("op Công bố"), "{lock}");
    let (code, said) = office.status();
    assert!(code == 0 && said.contains("100 %"), "{said}");
    office.accept(&["--all", "--by", "van-phong", "--quality", "reviewed"]);
    assert_eq!(office.lock(), lock, "accepted twice");

    office.source(&VI.replace("15 ngày", "10 ngày"));
    let (code, said) = office.status();
    assert!(code == 1 && said.contains("75 %") && said.contains("1 out of date"), "{said}");
    assert!(said.contains("oldest accepted on 2026-05-04"), "{said}");
    let (_, said) = office.run(&["check", "--rule", "translation-stale", "--format", "short"]);
    assert_eq!(said.matches("translation-stale").count(), 1, "{said}");
    let (code, said) = office.run(&["translation", "next", "about/thu", "--lang", "zh"]);
    assert!(
        code == 0 && said.contains("trong 15 ngày") && said.contains("trong 10 ngày"),
        "{said}"
    );

    // Changing the translation is not enough.
    office.translation(&ZH.replace("15", "10"), "2026-03-03");
    let (code, said) = office.status();
    assert!(code == 1 && said.contains("1 out of date"), "{said}");
    let (code, _) = office.accept(&["--block", "dieu-1-thoi-han.1", "--by", "van-phong"]);
    assert_eq!((code, office.status().0), (0, 0));
    let (code, said) = office.run(&["translation", "next", "about/thu", "--lang", "zh"]);
    assert!(code == 0 && said.contains("nothing left to do"), "{said}");
}

#[test]
fn what_is_no_pair_is_refused_and_nothing_is_written() {
    let office = Office::new("refused");
    let (code, said) = office.accept(&["--block", "d9", "--by", "van-phong"]);
    assert!(code == 1 && said.contains("d9"), "{said}");
    let (code, said) = office.accept(&["--all", "--by", "ban-nao-do", "--quality", "reviewed"]);
    assert!(code == 2 && said.contains("units.toml"), "{said}");
    let (code, _) = office.accept(&["--by", "van-phong"]);
    assert_eq!(code, 2);
    let of_source =
        ["translation", "accept", "about/thu", "--lang", "vi", "--all", "--by", "van-phong"];
    assert_eq!(office.run(&of_source).0, 2);
    assert_eq!(office.run(&["translation", "status", "about/khong-co"]).0, 2);
    assert_eq!(office.lock(), "");
}

#[test]
fn a_damaged_lock_changes_nothing() {
    let office = Office::new("damaged");
    office.accept(&["--all", "--by", "van-phong"]);
    let damaged = office.lock().replace("15 ngày", "16 ngày");
    fs::write(office.site.join(LOCK), &damaged).unwrap();
    for run in [office.status(), office.accept(&["--all", "--by", "van-phong"])] {
        assert!(run.0 == 1 && run.1.contains("lock-invalid"), "{}", run.1);
    }
    let (code, said) = office.run(&["build", "--as-of", "2026-05-04"]);
    assert!(code == 1 && said.contains("lock-invalid"), "{said}");
    assert_eq!(office.lock(), damaged);
}

#[test]
fn the_day_of_review_accepts_what_was_changed() {
    let office = Office::new("review");
    let review = ["translation", "accept", "--from-review", "--as-of", "2026-05-04"];
    let (code, said) = office.run(&review);
    assert!(code == 0 && said.contains("recorded content/about/thu"), "{said}");
    assert_eq!(office.status().0, 0);
    assert!(office.lock().contains("on = 2026-03-03"), "{}", office.lock());
    let lock = office.lock();
    office.run(&review);
    assert_eq!(office.lock(), lock);
    // A stale block stays stale until its translation is changed and reviewed again.
    office.source(&VI.replace("15 ngày", "10 ngày"));
    office.translation(ZH, "2026-04-04");
    office.run(&review);
    assert_eq!(office.status().0, 1);
    office.translation(&ZH.replace("15", "10"), "2026-04-05");
    office.run(&review);
    assert_eq!(office.status().0, 0);
}

#[test]
fn programs_read_what_people_read() {
    let office = Office::new("json");
    office.accept(&["--all", "--by", "van-phong", "--quality", "reviewed"]);
    office.source(&VI.replace("15 ngày", "10 ngày").replace("1. Nhận", "Đoạn mới.\n\n1. Nhận"));
    let (code, said) = office.run(&[
        "translation",
        "status",
        "about/thu",
        "--lang",
        "zh",
        "--format",
        "json",
        "--as-of",
        "2026-05-04",
    ]);
    assert_eq!(code, 1);
    let json: serde_json::Value = serde_json::from_str(&said).unwrap();
    let item = &json["items"][0];
    assert_eq!((&json["version"], &json["as_of"]), (&1.into(), &"2026-05-04".into()));
    assert_eq!(
        (&item["item"], &item["lang"], &item["percent"]),
        (&"about/thu".into(), &"zh".into(), &60.into())
    );
    assert_eq!(item["counts"], serde_json::json!({"current": 3, "stale": 1, "missing": 1}));
    let blocks: Vec<_> =
        item["blocks"].as_array().unwrap().iter().map(|it| &it["anchor"]).collect();
    assert_eq!(blocks[..3], ["title", "summary", "dieu-1-thoi-han"]);
    let stale = &item["blocks"][3];
    assert_eq!(
        (&stale["state"], &stale["edited"], &stale["quality"]),
        (&"stale".into(), &false.into(), &"reviewed".into())
    );
    assert_eq!((&stale["source_line"], &stale["target_line"]), (&11.into(), &12.into()));
}

#[test]
fn texts_that_diverge_are_shown_side_by_side() {
    let office = Office::new("align");
    let align = ["translation", "align", "about/thu", "--lang", "zh"];
    assert_eq!(office.run(&align).0, 0);
    office.accept(&["--all", "--by", "van-phong"]);
    office.source(&format!("{VI}\n## Điều 2. Phí\n\nKhông thu phí.\n"));
    let (code, said) = office.run(&align);
    assert!(code == 1 && said.contains("Điều 2. Phí") && said.contains("index.vi.md:"), "{said}");
}
