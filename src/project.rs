//! The project: what `condau.toml` says, understood.

use std::collections::BTreeMap;

use crate::diagnostic::problem::{Problem, Word};
use crate::diagnostic::{Diagnostics, FileId, Span, Spanned, near};
use crate::language::{Language, Text};
use crate::schema::{self, Key, Known, List, Need, Parsed, Table, Type};

/// The settings of one site.
#[derive(Debug)]
pub struct Project {
    /// Where the settings stand: problems of the site as a whole point to its start.
    pub file: Span,
    /// The address of the site, ending in `/`.
    pub base_url: Spanned<String>,
    /// The languages; the first is the default one.
    pub languages: Vec<Language>,
    /// Pairs of languages read side by side.
    pub pairs: Vec<(Language, Language)>,
    /// The name of the theme's folder.
    pub theme: String,
    /// Whether the whole site is a specimen.
    pub specimen: bool,
    /// Where that is said, if it is.
    pub specimen_place: Span,
    /// Who publishes.
    pub office: Office,
    /// How people write to the office.
    pub forms: Forms,
    /// The sections, in the order of the settings.
    pub sections: Vec<Section>,
    /// The topics, in the order of the settings.
    pub topics: Vec<Topic>,
    /// What must be published, and in which languages.
    pub required: Vec<Required>,
    /// Internal targets, in days.
    pub targets: Targets,
    /// Severities by rule, as written.
    pub severities: BTreeMap<String, Spanned<String>>,
    /// Exceptions from rules.
    pub exceptions: Vec<Exception>,
    /// Limits and lists of the rules.
    pub limits: Limits,
    /// Codes and the register.
    pub verify: Verify,
    /// Other hosts whose scripts, pictures and data pages may load: `[csp] allow`.
    pub csp_allow: Vec<Spanned<String>>,
    /// Colours that replace the theme's: scheme → token → value.
    pub colors: BTreeMap<String, BTreeMap<String, Spanned<String>>>,
}

/// Who publishes: `[office]`.
#[derive(Debug)]
pub struct Office {
    /// The organisation's id.
    pub organization: String,
    /// The responsible person's office.
    pub responsible: Text,
    /// The postal address.
    pub address: Text,
    /// A telephone number, if there is one.
    pub hotline: String,
    /// When it is answered.
    pub hotline_hours: Text,
    /// The e-mail address.
    pub email: String,
    /// Where these stand.
    pub places: Places,
}

/// Where the settings of the office stand that rules speak of.
#[derive(Debug)]
pub struct Places {
    /// The name of the table.
    pub table: Span,
    /// The responsible person's office, by language.
    pub responsible: [Span; 3],
    /// The postal address, by language.
    pub address: [Span; 3],
    /// The e-mail address.
    pub email: Span,
}

/// How people write to the office: `[forms]`.
#[derive(Debug, Default)]
pub struct Forms {
    /// The https address that takes the form; empty = no form.
    pub endpoint: String,
    /// The address of the Zalo account.
    pub zalo_oa: String,
    /// How long messages are kept.
    pub retention_months: i64,
    /// The item that explains how personal data are protected.
    pub privacy_page: Option<Spanned<String>>,
}

/// One section: a folder of `content/`.
#[derive(Debug)]
pub struct Section {
    /// The folder.
    pub name: String,
    /// Where it is declared.
    pub span: Span,
    /// The part of the address, by language.
    pub path: Text,
    /// The kinds of items it takes.
    pub kinds: Vec<String>,
    /// After how many days without a change it is old.
    pub max_age_days: Option<i64>,
}

/// One topic.
#[derive(Debug)]
pub struct Topic {
    /// The id.
    pub id: String,
    /// The name.
    pub name: Text,
}

/// A heading of required information.
#[derive(Debug)]
pub struct Required {
    /// The heading.
    pub name: String,
    /// Where it is declared.
    pub span: Span,
    /// The languages in which a page must answer it.
    pub languages: Vec<Language>,
}

/// Internal targets, not law: `[targets]`, in working days.
#[derive(Debug)]
pub struct Targets {
    /// Own documents, from issue to publication.
    pub publish_own_days: i64,
    /// Other bodies' documents, from receipt to publication.
    pub publish_others_days: i64,
    /// Policies, from issue to publication.
    pub publish_policy_days: i64,
    /// Questions, from receipt to answer.
    pub answer_days: i64,
    /// Notices, from announcement to closing.
    pub notice_lead_days: i64,
}

/// One exception from a rule: `[[check.except]]`.
#[derive(Debug)]
pub struct Exception {
    /// The rule.
    pub rule: Spanned<String>,
    /// The item, `section/slug`, or the path of a file.
    pub item: String,
}

/// Limits and lists of the rules: `[check]`.
#[derive(Debug)]
pub struct Limits {
    /// Hosts on which online services may stand.
    pub service_hosts: Vec<String>,
    /// The largest attachment that gives no warning, in megabytes.
    pub max_attachment_mb: i64,
    /// Days after signing until an agreement must have been reported.
    pub mou_report_days: i64,
}

const NAMES: &[Key] = &[key("name", Type::Text, Need::Required, "{ vi = \"…\" }")];

const SECTION: &[Key] = &[
    key(
        "path",
        Type::Text,
        Need::Required,
        "{ vi = \"van-ban\", en = \"documents\", zh = \"wenjian\" }",
    ),
    key("kinds", Type::Array(&Type::Enum(KINDS)), Need::Required, "[\"document\"]").worded("kind-"),
    key("max_age_days", Type::Int, Need::Optional, "60"),
];

/// The kinds of items.
pub const KINDS: &[&str] =
    &["document", "mou", "procedure", "programme", "question", "alert", "page"];

/// The headings of required information (content.md §7).
pub const HEADINGS: &[&str] = &[
    "about",
    "organisation",
    "leaders",
    "contacts",
    "news",
    "documents",
    "agreements",
    "procedures",
    "guidance",
    "plans",
    "procurement",
    "statistics",
    "consultation",
    "feedback",
    "disclosure-list",
    "finance",
    "sitemap",
];

const CODES: &[&str] = &["vi", "en", "zh"];

const HEADING: &[Key] =
    &[key("languages", Type::Array(&Type::Enum(CODES)), Need::Required, "[\"vi\", \"en\"]")];

/// `[required]` takes the headings as keys.
const REQUIRED: &[Key] = &{
    const NONE: Key = key("", Type::Table(HEADING), Need::Optional, "{ languages = [\"vi\"] }");
    let mut keys = [NONE; HEADINGS.len()];
    let mut at = 0;
    while at < HEADINGS.len() {
        keys[at].name = HEADINGS[at];
        at += 1;
    }
    keys
};

const EXCEPT: &[Key] = &[
    key("rule", Type::Str, Need::Required, "\"section-old\""),
    key("item", Type::Str, Need::Required, "\"documents/ke-hoach\""),
    key("reason", Type::Str, Need::Required, "\"…\""),
];

const SITE: &[Key] = &[
    key("base_url", Type::Str, Need::Required, "\"https://songoaivu.example/\""),
    key("languages", Type::Array(&Type::Enum(CODES)), Need::Required, "[\"vi\", \"en\", \"zh\"]"),
    key(
        "pairs",
        Type::Array(&Type::Array(&Type::Enum(CODES))),
        Need::Optional,
        "[[\"vi\", \"en\"]]",
    ),
    key("theme", Type::Str, Need::Optional, "\"plain\""),
    key("specimen", Type::Bool, Need::Optional, "true"),
];

const OFFICE: &[Key] = &[
    key("organization", Type::Id(List::Organizations), Need::Required, "\"so-mau\""),
    key("responsible", Type::Text, Need::Optional, "{ vi = \"…\" }"),
    key("address", Type::Text, Need::Optional, "{ vi = \"…\" }"),
    key("hotline", Type::Blank, Need::Optional, "\"\""),
    key("hotline_hours", Type::Text, Need::Optional, "{ vi = \"…\" }"),
    key("email", Type::Blank, Need::Optional, "\"lienhe@songoaivu.example\""),
];

const FORMS: &[Key] = &[
    key("endpoint", Type::Blank, Need::Optional, "\"\""),
    key("zalo_oa", Type::Blank, Need::Optional, "\"\""),
    key("retention_months", Type::Int, Need::Optional, "24"),
    key("privacy_page", Type::Ref, Need::Optional, "\"about/bao-ve-du-lieu-ca-nhan\""),
];

const TARGETS: &[Key] = &[
    key("publish_own_days", Type::Int, Need::Optional, "2"),
    key("publish_others_days", Type::Int, Need::Optional, "10"),
    key("publish_policy_days", Type::Int, Need::Optional, "15"),
    key("answer_days", Type::Int, Need::Optional, "15"),
    key("notice_lead_days", Type::Int, Need::Optional, "7"),
];

const TRANSLATION: &[Key] =
    &[key("stale", Type::Enum(&["keep", "source", "withhold"]), Need::Optional, "\"keep\"")];

const VERIFY: &[Key] = &[
    key("origin", Type::Str, Need::Optional, "\"songoaivu.example/so-con-dau\""),
    key("host", Type::Str, Need::Optional, "\"songoaivu.example\""),
    key("unlisted", Type::Str, Need::Optional, "\"../khong-niem-yet\""),
    key("fingerprint", Type::Str, Need::Optional, "\"f08e549f…\""),
    key("prefix", Type::Str, Need::Optional, "\"so-con-dau\""),
    key("qr_mm", Type::Int, Need::Optional, "22"),
];

const CSP: &[Key] =
    &[key("allow", Type::Array(&Type::Str), Need::Optional, "[\"https://thongke.example\"]")];

const COLORS: &[Key] = &[
    key("light", Type::Map(&Type::Str), Need::Optional, "{ text = \"#1b1b1b\" }"),
    key("dark", Type::Map(&Type::Str), Need::Optional, "{ text = \"#eceae5\" }"),
];

const THEME: &[Key] = &[key("colors", Type::Table(COLORS), Need::Optional, "")];

/// The keys of `condau.toml`. `[check]` also takes every rule's id; see [`Project::parse`].
const SETTINGS: &[Key] = &[
    key("site", Type::Table(SITE), Need::Required, ""),
    key("office", Type::Table(OFFICE), Need::Required, ""),
    key("forms", Type::Table(FORMS), Need::Optional, ""),
    key("sections", Type::Named(SECTION), Need::Required, ""),
    key("topics", Type::Named(NAMES), Need::Optional, ""),
    key("required", Type::Table(REQUIRED), Need::Optional, ""),
    key("targets", Type::Table(TARGETS), Need::Optional, ""),
    key("translation", Type::Table(TRANSLATION), Need::Optional, ""),
    key("check", Type::Table(CHECK), Need::Optional, ""),
    key("search", Type::Table(&[]), Need::Optional, ""),
    key("verify", Type::Table(VERIFY), Need::Optional, ""),
    key("csp", Type::Table(CSP), Need::Optional, ""),
    key("theme", Type::Table(THEME), Need::Optional, ""),
];

const CHECK: &[Key] = &[
    key("service_hosts", Type::Array(&Type::Str), Need::Optional, "[\"dichvucong.gov.vn\"]"),
    key("max_attachment_mb", Type::Int, Need::Optional, "10"),
    key("mou_report_days", Type::Int, Need::Optional, "15"),
    key("except", Type::Tables(EXCEPT), Need::Optional, ""),
];

/// What a rule may be set to.
pub const SEVERITIES: &[&str] = &["error", "warning", "note", "off"];

const fn key(name: &'static str, kind: Type, need: Need, example: &'static str) -> Key {
    Key::new(name, kind, need, example)
}

impl Project {
    /// Understands the text of `condau.toml`. `rules` are the ids that `[check]` may name.
    pub fn parse(
        file: FileId,
        text: &str,
        known: &mut Known,
        rules: &[&str],
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let place = Span::new(file, 0..text.len());
        let parsed = Parsed::read(text, place, diagnostics)?;
        let root = parsed.table();
        let topics = topics(&root);
        known.add(List::Topics, topics.iter().map(|it| it.id.clone()));
        for it in &topics {
            known.call(List::Topics, &it.id, it.name.0.clone().into_iter().flatten());
        }
        let severities = severities(&root, rules);
        let mut found = Diagnostics::default();
        schema::check(root, SETTINGS, known, &mut found);
        let check = root.table("check");
        for mut it in found.sorted() {
            let is_in_check =
                check.is_some_and(|table| table.keys().iter().any(|key| key.span == it.span));
            if let Problem::UnknownKey { key, near, .. } = &mut it.problem
                && is_in_check
            {
                // `[check]` takes the ids of rules as keys; they were read above.
                if severities.contains_key(key) {
                    continue;
                }
                if let Some(table) = check.filter(|_| rules.contains(&key.as_str())) {
                    diagnostics.push(unknown_severity(&table, key), table.value_span(key));
                    continue;
                }
                if near.is_empty() {
                    *near = near::nearest(key, rules.iter().copied()).unwrap_or_default();
                }
            }
            diagnostics.add(it);
        }
        let site = root.table("site")?;
        let base_url = site.str("base_url")?;
        Some(Self {
            file: Span::start_of(file),
            base_url: Spanned { value: with_slash(&base_url.value), span: base_url.span },
            languages: languages(&site),
            pairs: pairs(&site),
            theme: site.str("theme").map_or_else(|| "plain".to_owned(), |it| it.value),
            specimen: site.bool("specimen").is_some_and(|it| it.value),
            specimen_place: site.value_span("specimen"),
            office: office(&root),
            forms: root.table("forms").map(|it| forms(&it)).unwrap_or_default(),
            sections: root.named("sections").iter().map(|(name, it)| section(name, it)).collect(),
            topics,
            required: root.named("required").iter().map(|(name, it)| required(name, it)).collect(),
            targets: targets(root.table("targets").as_ref()),
            severities,
            exceptions: exceptions(root.table("check").as_ref()),
            limits: limits(root.table("check").as_ref()),
            verify: Verify::of(root.table("verify").as_ref()),
            csp_allow: csp_allow(&root, diagnostics),
            colors: colors(&root),
        })
    }

    /// The section of a folder.
    pub fn section(&self, name: &str) -> Option<&Section> {
        self.sections.iter().find(|it| it.name == name)
    }

    /// The host that codes lead to, and that people see and type.
    pub fn host(&self) -> &str {
        match &self.verify.host {
            Some(it) => &it.value,
            None => host_of(&self.base_url.value),
        }
    }

    /// The default language.
    pub fn first_language(&self) -> Language {
        self.languages.first().copied().unwrap_or(Language::Vi)
    }
}

/// The host of an address, with its port.
pub fn host_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, it)| it);
    rest.split('/').next().unwrap_or(rest)
}

/// The address of a site, from the text of its settings: all that a code needs.
pub fn base_url(text: &str) -> Option<String> {
    let mut silent = Diagnostics::default();
    let parsed = Parsed::read(text, Span::new(FileId(0), 0..text.len()), &mut silent)?;
    let url = parsed.table().table("site")?.str("base_url")?.value;
    Some(with_slash(&url))
}

/// What is said of codes and of the register: `[verify]`.
#[derive(Debug, Clone)]
pub struct Verify {
    /// The name of the register, which never changes.
    pub origin: Option<Spanned<String>>,
    /// The hash of its first entry, in hex.
    pub fingerprint: Option<Spanned<String>>,
    /// The host that codes lead to, where it is another one than that of the site.
    pub host: Option<Spanned<String>>,
    /// The folder of the site in which the register is published.
    pub prefix: String,
    /// The folder of unlisted results, beside the project, without a `/` at its end.
    pub unlisted: Option<Spanned<String>>,
    /// The width of codes in millimetres.
    pub qr_mm: i64,
}

impl Default for Verify {
    fn default() -> Self {
        Self::of(None)
    }
}

impl Verify {
    fn of(table: Option<&Table<'_>>) -> Self {
        let value = |key: &str| table.and_then(|it| it.str(key));
        let prefix = value("prefix").map(|it| it.value.trim_matches('/').to_owned());
        Self {
            origin: value("origin"),
            fingerprint: value("fingerprint"),
            host: value("host"),
            prefix: prefix.unwrap_or_else(|| "so-con-dau".to_owned()),
            unlisted: value("unlisted").map(|it| Spanned {
                value: it.value.trim_end_matches('/').to_owned(),
                span: it.span,
            }),
            qr_mm: number(table, "qr_mm", 22),
        }
    }
}

/// What is said of the register in the text of settings: all that a verifier needs.
pub fn verify(text: &str) -> Verify {
    let mut silent = Diagnostics::default();
    let parsed = Parsed::read(text, Span::new(FileId(0), 0..text.len()), &mut silent);
    Verify::of(parsed.as_ref().and_then(|it| it.table().table("verify")).as_ref())
}

/// Whether the text of settings says that the site is a specimen.
pub fn is_specimen(text: &str) -> bool {
    let mut silent = Diagnostics::default();
    let parsed = Parsed::read(text, Span::new(FileId(0), 0..text.len()), &mut silent);
    let specimen = parsed.and_then(|it| it.table().table("site")?.bool("specimen"));
    specimen.is_some_and(|it| it.value)
}

fn with_slash(url: &str) -> String {
    if url.ends_with('/') { url.to_owned() } else { format!("{url}/") }
}

fn languages(site: &Table<'_>) -> Vec<Language> {
    let mut languages = Vec::new();
    for it in site.languages("languages") {
        if !languages.contains(&it.value) {
            languages.push(it.value);
        }
    }
    if languages.is_empty() { Language::ALL.to_vec() } else { languages }
}

fn pairs(site: &Table<'_>) -> Vec<(Language, Language)> {
    let pair =
        |(a, b): (String, String)| Some((Language::from_code(&a)?, Language::from_code(&b)?));
    site.pairs("pairs").into_iter().filter_map(pair).collect()
}

fn value(table: &Table<'_>, key: &str) -> String {
    table.str(key).map(|it| it.value).unwrap_or_default()
}

fn text(table: &Table<'_>, key: &str) -> Text {
    table.text(key).map(|it| it.value).unwrap_or_default()
}

fn number(table: Option<&Table<'_>>, key: &str, default: i64) -> i64 {
    table.and_then(|it| it.int(key)).map_or(default, |it| it.value)
}

fn office(root: &Table<'_>) -> Office {
    let table = root.table("office");
    let value = |key| table.map(|it| value(&it, key)).unwrap_or_default();
    let text = |key| table.map(|it| text(&it, key)).unwrap_or_default();
    // Without the table, which was reported, nothing of it has a place of its own.
    let place = root.key_span("office").unwrap_or_else(|| Span { end: 0, ..root.span() });
    Office {
        organization: value("organization"),
        responsible: text("responsible"),
        address: text("address"),
        hotline: value("hotline"),
        hotline_hours: text("hotline_hours"),
        email: value("email"),
        places: Places {
            table: place,
            responsible: table.map_or([place; 3], |it| places(&it, "responsible")),
            address: table.map_or([place; 3], |it| places(&it, "address")),
            email: table.map_or(place, |it| it.value_span("email")),
        },
    }
}

/// Where a text stands in each language; the whole value where it has no parts.
fn places(table: &Table<'_>, key: &str) -> [Span; 3] {
    let whole = table.value_span(key);
    let part = |of: Language| match table.table(key) {
        Some(it) if it.has(of.code()) => it.value_span(of.code()),
        _ => whole,
    };
    Language::ALL.map(part)
}

fn forms(table: &Table<'_>) -> Forms {
    Forms {
        endpoint: value(table, "endpoint"),
        zalo_oa: value(table, "zalo_oa"),
        retention_months: number(Some(table), "retention_months", 24),
        privacy_page: table.str("privacy_page"),
    }
}

fn section(name: &Spanned<&str>, table: &Table<'_>) -> Section {
    Section {
        name: name.value.to_owned(),
        span: name.span,
        path: text(table, "path"),
        kinds: table.strs("kinds").into_iter().map(|it| it.value).collect(),
        max_age_days: table.int("max_age_days").map(|it| it.value),
    }
}

fn topics(root: &Table<'_>) -> Vec<Topic> {
    let topic = |(name, table): (Spanned<&str>, Table<'_>)| Topic {
        id: name.value.to_owned(),
        name: text(&table, "name"),
    };
    root.named("topics").into_iter().map(topic).collect()
}

fn required(name: &Spanned<&str>, table: &Table<'_>) -> Required {
    let languages = table.languages("languages").into_iter().map(|it| it.value).collect();
    Required { name: name.value.to_owned(), span: name.span, languages }
}

fn targets(table: Option<&Table<'_>>) -> Targets {
    Targets {
        publish_own_days: number(table, "publish_own_days", 2),
        publish_others_days: number(table, "publish_others_days", 10),
        publish_policy_days: number(table, "publish_policy_days", 15),
        answer_days: number(table, "answer_days", 15),
        notice_lead_days: number(table, "notice_lead_days", 7),
    }
}

fn severities(root: &Table<'_>, rules: &[&str]) -> BTreeMap<String, Spanned<String>> {
    let Some(check) = root.table("check") else { return BTreeMap::new() };
    let rule = |it: Spanned<&str>| {
        let severity = check.str(it.value)?;
        let known = rules.contains(&it.value) && SEVERITIES.contains(&severity.value.as_str());
        known.then(|| (it.value.to_owned(), severity))
    };
    check.keys().into_iter().filter_map(rule).collect()
}

/// A rule that is set to what is no severity.
fn unknown_severity(check: &Table<'_>, rule: &str) -> Problem {
    let value = check.str(rule).map(|it| it.value).unwrap_or_default();
    let near = schema::meant_word("severity-word-", SEVERITIES, &value).unwrap_or_default();
    Problem::UnknownValue { value, list: SEVERITIES.join(" "), near }
}

fn exceptions(check: Option<&Table<'_>>) -> Vec<Exception> {
    let exception =
        |it: Table<'_>| Some(Exception { rule: it.str("rule")?, item: it.str("item")?.value });
    check.map(|it| it.tables("except")).into_iter().flatten().filter_map(exception).collect()
}

fn limits(check: Option<&Table<'_>>) -> Limits {
    let hosts = check.map(|it| it.strs("service_hosts")).unwrap_or_default();
    Limits {
        service_hosts: hosts.into_iter().map(|it| it.value).collect(),
        max_attachment_mb: number(check, "max_attachment_mb", 10),
        mou_report_days: number(check, "mou_report_days", 15),
    }
}

/// Hosts that pages may load from. What is no origin is reported and left out.
fn csp_allow(root: &Table<'_>, diagnostics: &mut Diagnostics) -> Vec<Spanned<String>> {
    let mut origins = root.table("csp").map(|it| it.strs("allow")).unwrap_or_default();
    origins.retain(|it| {
        if !is_origin(&it.value) {
            let problem = Problem::WrongType {
                key: "allow".to_owned(),
                r#type: Word("type-origin".to_owned()),
                example: CSP[0].example.to_owned(),
            };
            diagnostics.push(problem, it.span);
        }
        is_origin(&it.value)
    });
    origins
}

/// `https://host`, perhaps with a port, and nothing after it.
pub fn is_origin(text: &str) -> bool {
    let letter = |it: u8| it.is_ascii_alphanumeric() || matches!(it, b'-' | b'.' | b':');
    text.strip_prefix("https://").is_some_and(|it| !it.is_empty() && it.bytes().all(letter))
}

fn colors(root: &Table<'_>) -> BTreeMap<String, BTreeMap<String, Spanned<String>>> {
    let colors = root.table("theme").and_then(|it| it.table("colors"));
    let mut schemes = BTreeMap::new();
    for scheme in ["light", "dark"] {
        let Some(table) = colors.and_then(|it| it.table(scheme)) else { continue };
        let color = |it: Spanned<&str>| Some((it.value.to_owned(), table.str(it.value)?));
        schemes.insert(scheme.to_owned(), table.keys().into_iter().filter_map(color).collect());
    }
    schemes
}
