//! Small sites in memory, and what a build makes of them.

use condau::date::Date;
use condau::diagnostic::Diagnostics;
use condau::diagnostic::report::{self, Reported, Texts};
use condau::language::Language;
use condau::language::messages::Messages;
use condau::site::{self, Build, Options};
use condau::source::attachment::Attachment;
use condau::source::{Source, Sources};

/// The smallest lawful site.
pub(crate) const SETTINGS: &str = r#"[site]
base_url = "https://songoaivu.example/"
languages = ["vi", "en", "zh"]
specimen = true
[office]
organization = "so-mau"
responsible = { vi = "Giám đốc (mẫu)" }
address = { vi = "Địa chỉ (mẫu)" }
email = "lienhe@songoaivu.example"
[sections.documents]
path = { vi = "van-ban", en = "documents", zh = "wenjian" }
kinds = ["document"]
[sections.cooperation]
path = { vi = "hop-tac", en = "cooperation", zh = "hezuo" }
kinds = ["mou", "page"]
[sections.procedures]
path = { vi = "thu-tuc", en = "procedures", zh = "banshi" }
kinds = ["procedure"]
[sections.border]
path = { vi = "cua-khau", en = "border", zh = "kouan" }
kinds = ["alert", "page"]
[sections.notices]
path = { vi = "thong-bao", en = "notices", zh = "tongzhi" }
kinds = ["programme"]
[sections.questions]
path = { vi = "hoi-dap", en = "questions", zh = "wenda" }
kinds = ["question"]
[sections.about]
path = { vi = "gioi-thieu", en = "about", zh = "jieshao" }
kinds = ["page"]
"#;

const ORGANIZATIONS: &str = r#"[[organization]]
id = "so-mau"
name = { vi = "Sở Ngoại vụ tỉnh Mẫu", en = "Department (specimen)", zh = "样本省外事厅" }
abbreviations = ["MAU"]
country = "VN"
role = "own"
[[organization]]
id = "doi-tac"
name = { vi = "Đối tác mẫu" }
abbreviations = ["DT"]
country = "CN"
role = "foreign"
[[organization]]
id = "chinh-phu"
name = { vi = "Chính phủ" }
abbreviations = ["CP"]
country = "VN"
role = "central"
"#;

const UNITS: &str = r#"[[unit]]
id = "van-phong"
name = { vi = "Văn phòng" }
email = "vanphong@songoaivu.example"
duties = { vi = "Tiếp nhận thư." }
"#;

/// A site in memory.
#[derive(Clone)]
pub(crate) struct Site {
    texts: Vec<(String, String)>,
    attachments: Vec<(String, Vec<u8>)>,
}

impl Site {
    /// The smallest lawful site.
    pub(crate) fn new() -> Self {
        let site = Self { texts: Vec::new(), attachments: Vec::new() };
        site.write("condau.toml", SETTINGS)
            .write("content/data/organizations.toml", ORGANIZATIONS)
            .write("content/data/units.toml", UNITS)
    }

    /// Adds or replaces a file.
    pub(crate) fn write(mut self, path: &str, text: &str) -> Self {
        self.texts.retain(|(it, _)| it != path);
        self.texts.push((path.to_owned(), text.to_owned()));
        self
    }

    /// Adds a file that is not there yet: for sites of many.
    pub(crate) fn add(mut self, path: &str, text: &str) -> Self {
        self.texts.push((path.to_owned(), text.to_owned()));
        self
    }

    /// Changes a file that is there.
    pub(crate) fn edit(mut self, path: &str, change: impl Fn(&str) -> String) -> Self {
        let (_, text) = self.texts.iter_mut().find(|(it, _)| it == path).unwrap();
        *text = change(text);
        self
    }

    /// Adds a file that is published as it is.
    pub(crate) fn attach(mut self, path: &str, bytes: &[u8]) -> Self {
        self.attachments.push((path.to_owned(), bytes.to_vec()));
        self
    }

    /// Takes a file away that is published as it is.
    pub(crate) fn without(mut self, path: &str) -> Self {
        self.attachments.retain(|(it, _)| it != path);
        self
    }

    /// The text of a file.
    pub(crate) fn text(&self, path: &str) -> &str {
        &self.texts.iter().find(|(it, _)| it == path).unwrap().1
    }

    /// The bytes of a file that is published as it is.
    pub(crate) fn attachment(&self, path: &str) -> &[u8] {
        &self.attachments.iter().find(|(it, _)| it == path).unwrap().1
    }

    pub(crate) fn sources(self) -> Sources {
        let source = |(path, text)| Source { path, text };
        let attachments = self.attachments.iter().map(|(path, it)| Attachment::of(path, it));
        Sources::new(self.texts.into_iter().map(source).collect(), attachments.collect())
    }

    /// Builds it as at 4 May 2026.
    pub(crate) fn build(self) -> Build {
        self.build_with(Options { as_of: day("2026-05-04"), drafts: false, production: false })
    }

    /// Builds it.
    pub(crate) fn build_with(self, options: Options) -> Build {
        site::build(self.sources(), Diagnostics::default(), options)
    }
}

/// The problems of a build: `path:line:column: severity[id]: words` in Vietnamese.
pub(crate) fn lines(build: &Build) -> Vec<String> {
    let messages = Messages::built_in(Language::Vi);
    let reported: Vec<&Reported> = build.reported.iter().collect();
    let texts: &dyn Texts = build.sources().unwrap();
    report::short(&reported, texts, &messages).lines().map(str::to_owned).collect()
}

/// What to write instead, in Vietnamese: one text for each problem of [`lines`].
pub(crate) fn hints(build: &Build) -> Vec<String> {
    let messages = Messages::built_in(Language::Vi);
    let hint = |it: &Reported| report::words(&it.diagnostic, &messages).1.unwrap_or_default();
    build.reported.iter().map(hint).collect()
}

/// The paths of the files of a build.
pub(crate) fn files(build: &Build) -> Vec<String> {
    build.files.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(build))).paths().collect()
}

/// A page of a build as text.
pub(crate) fn page(build: &Build, path: &str) -> String {
    let files = build.files.as_ref().unwrap_or_else(|| panic!("{:#?}", lines(build)));
    String::from_utf8(files.bytes(path).unwrap_or_else(|| panic!("no page {path}"))).unwrap()
}

/// A day.
pub(crate) fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}
