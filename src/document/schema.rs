//! The one table of kinds and keys: what an office can say in front matter (content.md §3).

use crate::project::{HEADINGS, KINDS};
use crate::schema::{Key, List, Need, Type};

const fn must(name: &'static str, kind: Type, example: &'static str) -> Key {
    Key::new(name, kind, Need::Required, example)
}

const fn may(name: &'static str, kind: Type, example: &'static str) -> Key {
    Key::new(name, kind, Need::Optional, example)
}

const TEXT: &str = "{ vi = \"…\", en = \"…\", zh = \"…\" }";
const LANGUAGES: Type = Type::Array(&Type::Enum(&["vi", "en", "zh"]));
const REFS: Type = Type::Array(&Type::Ref);
const UNIT: Type = Type::Id(List::Units);
const ORG: Type = Type::Id(List::Organizations);

/// Document types with the abbreviation of their numbers, after the annex of Decree 30/2020
/// (content.md §3.10). The label is the message `doctype-<type>`.
pub const DOCUMENT_TYPES: &[(&str, &str)] = &[
    ("resolution", "NQ"),
    ("decision", "QĐ"),
    ("directive", "CT"),
    ("regulation", "QC"),
    ("rules", "QyĐ"),
    ("communique", "TC"),
    ("notice", "TB"),
    ("guidance", "HD"),
    ("programme-paper", "CTr"),
    ("plan", "KH"),
    ("option", "PA"),
    ("scheme", "ĐA"),
    ("project", "DA"),
    ("report", "BC"),
    ("submission", "TTr"),
    ("letter", ""),
    ("circular", "TT"),
    ("decree", "NĐ-CP"),
    ("law", "QH"),
];

const TYPES: &[&str] = &{
    let mut names = [""; DOCUMENT_TYPES.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = DOCUMENT_TYPES[at].0;
        at += 1;
    }
    names
};

/// What `status` may assert.
pub const STATUSES: &[&str] = &[
    "not-yet",
    "in-force",
    "amended",
    "superseded",
    "expired",
    "expiring",
    "terminated",
    "withdrawn",
    "suspended",
    "revoked",
];

const CONVERTED: &[Key] =
    &[must("at", Type::Moment, "2026-04-01T09:00:00+07:00"), must("by", ORG, "\"so-mau\"")];

const ATTACHMENT: &[Key] = &[
    must("file", Type::File, "\"12-kh-mau.pdf\""),
    may("label", Type::Text, TEXT),
    may("lang", Type::Enum(&["vi", "en", "zh"]), "\"vi\"").worded("language-"),
    may("sha256", Type::Str, "\"…\""),
    may("signed", Type::Bool, "true"),
    may("scan", Type::Bool, "true"),
];

/// Keys of every item but an alert: those of the source file (§3.1).
const TITLE: Key = must("title", Type::Str, "\"Kế hoạch hỗ trợ doanh nghiệp năm 2026\"");
const SUMMARY: Key = must("summary", Type::Str, "\"Một đến ba câu nêu nội dung chính.\"");
const KIND: Key = must("kind", Type::Enum(KINDS), "\"document\"").worded("kind-");
const OWNER: Key = must("owner", UNIT, "\"van-phong\"");
const PUBLISHED: Key = must("published", Type::Date, "2026-03-02");
const UPDATED: Key = may("updated", Type::Date, "2026-04-01");
const REVIEW_BY: Key = may("review_by", Type::Date, "2027-01-01");
const AUTHENTIC: Key = may("authentic", LANGUAGES, "[\"vi\", \"zh\"]").worded("language-");
const PREVAILS: Key =
    may("prevails", Type::Enum(&["vi", "en", "zh"]), "\"en\"").worded("language-");
const ID: Key = may("id", Type::Str, "\"K7M29QX4TB\"");
const PAGES: Key = may("pages", Type::Int, "2");
const CONVERSION: Key =
    may("converted", Type::Table(CONVERTED), "{ at = 2026-04-01T09:00:00+07:00, by = \"so-mau\" }");
const TOPICS: Key = may("topics", Type::Array(&Type::Id(List::Topics)), "[\"logistics\"]");
const KEYWORDS: Key = may("keywords", Type::Array(&Type::Str), "[\"hộ chiếu\"]");
const FACTS: Key = may("facts", Type::Pairs, "[[\"Số bản\", \"02\"]]");
const SORT_KEY: Key = may("sort_key", Type::Str, "\"changsha\"");
const BASIS: Key = may("basis", Type::Array(&Type::Basis), "[\"42/2022/NĐ-CP\"]");
const RELATED: Key = may("related", REFS, "[\"documents/ke-hoach-2026\"]");
const ATTACHMENTS: Key =
    may("attachments", Type::Tables(ATTACHMENT), "[{ file = \"12-kh-mau.pdf\" }]");
const FULFILS: Key =
    may("fulfils", Type::Array(&Type::Enum(HEADINGS)), "[\"contacts\"]").worded("heading-");
const DDCI: Key = may("ddci", Type::Array(&Type::Id(List::Components)), "[\"minh-bach\"]");
const SPECIMEN: Key = may("specimen", Type::Bool, "true");
const DRAFT: Key = may("draft", Type::Bool, "true");
const ALIASES: Key = may("aliases", Type::Array(&Type::Str), "[\"ten-cu\"]");

/// The common keys, the first two of which an alert with a template does not need.
const COMMON: [Key; 25] = [
    KIND,
    TITLE,
    SUMMARY,
    OWNER,
    PUBLISHED,
    UPDATED,
    REVIEW_BY,
    AUTHENTIC,
    PREVAILS,
    ID,
    PAGES,
    CONVERSION,
    TOPICS,
    KEYWORDS,
    FACTS,
    SORT_KEY,
    BASIS,
    RELATED,
    ATTACHMENTS,
    FULFILS,
    DDCI,
    SPECIMEN,
    DRAFT,
    ALIASES,
    STATUS,
];
const STATUS: Key = may("status", Type::Enum(STATUSES), "\"in-force\"").worded("status-");

/// The common keys and those of one kind, as one list.
const fn with<const M: usize>(own: &[Key]) -> [Key; M] {
    const BLANK: Key = may("", Type::Str, "");
    let mut keys = [BLANK; M];
    let mut at = 0;
    while at < M {
        let key = if at < COMMON.len() { &COMMON[at] } else { &own[at - COMMON.len()] };
        keys[at] = key.copy();
        at += 1;
    }
    keys
}

const SIGNER: &[Key] = &[
    must("authority", Type::Enum(&["none", "TM", "KT", "TL", "TUQ", "Q"]), "\"none\"")
        .called("key-signing")
        .worded("signing-"),
    must("role", Type::Str, "\"Giám đốc\""),
    may("name", Type::Str, "\"…\""),
];

const DOCUMENT: &[Key] = &with::<38>(&[
    must("type", Type::Enum(TYPES), "\"plan\"").worded("doctype-"),
    must("number", Type::Str, "\"12/KH-MAU\""),
    must("issuer", ORG, "\"so-mau\""),
    must("issued", Type::Day, "2026-03-02"),
    must("effective", Type::Date, "2026-03-02"),
    may("retroactive", Type::Bool, "true"),
    may("expires", Type::Date, "2026-12-31"),
    may("signer", Type::Table(SIGNER), "{ authority = \"none\", role = \"Giám đốc\" }"),
    may(
        "recipients",
        Type::Array(&Type::IdOr(List::Organizations, List::Units, &["site"])),
        "[\"site\"]",
    ),
    may("replaces", REFS, "[\"documents/ke-hoach-2026\"]"),
    may("amends", REFS, "[\"documents/ke-hoach-2026\"]"),
    may("repeals", REFS, "[\"documents/ke-hoach-2026\"]"),
    may("received", Type::Date, "2026-03-05"),
]);

const MOU: &[Key] = &with::<37>(&[
    must("parties", Type::Array(&ORG), "[\"so-mau\", \"so-doi-tac-mau\"]"),
    must("level", Type::Enum(&["state", "province", "department", "locality"]), "\"department\"")
        .called("key-level-mou")
        .worded("level-"),
    must("signed", Type::Date, "2026-01-08"),
    must("place", Type::Text, TEXT),
    must("effective", Type::Date, "2026-01-08"),
    may("expires", Type::Date, "2029-01-08"),
    must("renewal", Type::Enum(&["none", "automatic", "by-agreement"]), "\"by-agreement\"")
        .worded("renewal-"),
    may("renewal_months", Type::Int, "36"),
    may("terminated", Type::Date, "2027-01-01"),
    must("cleared", Type::Bool, "true"),
    may("reported", Type::Date, "2026-01-16"),
    may("number", Type::Str, "\"…\""),
]);

const TIME_LIMIT: &[Key] = &[
    must("value", Type::Int, "3"),
    must("unit", Type::Enum(&["working-day", "day", "hour"]), "\"working-day\"")
        .worded("timeunit-"),
];
/// What a fee says.
pub const FEE: &[Key] =
    &[may("price", Type::Id(List::Prices), "\"phi-abtc\""), may("amount", Type::Int, "0")];
const FORM: &[Key] =
    &[must("file", Type::File, "\"to-khai.pdf\""), must("label", Type::Text, TEXT)];
const ONLINE: &[Key] = &[must("payment", Type::Bool, "true"), must("result", Type::Bool, "true")];

const PROCEDURE: &[Key] = &with::<40>(&[
    must("code", Type::Str, "\"1.002345\""),
    must("level", Type::Enum(&["in-person", "partial", "full"]), "\"partial\"")
        .called("key-level-procedure")
        .worded("online-"),
    may("apply_url", Type::Str, "\"https://dichvucong.gov.vn/\""),
    must("authority", ORG, "\"so-mau\""),
    must("receives", Type::Array(&UNIT), "[\"trung-tam\"]"),
    must(
        "for",
        Type::Array(&Type::Enum(&["individual", "enterprise", "organisation", "foreigner"])),
        "[\"enterprise\"]",
    )
    .worded("applicant-"),
    must(
        "channels",
        Type::Array(&Type::Enum(&["in-person", "post", "online"])),
        "[\"in-person\", \"online\"]",
    )
    .called("key-channels-procedure")
    .worded("apply-by-"),
    must("sets", Type::Int, "1"),
    must("time_limit", Type::Table(TIME_LIMIT), "{ value = 3, unit = \"working-day\" }"),
    must("fees", Type::Tables(FEE), "[{ amount = 0 }]"),
    may("forms", Type::Tables(FORM), "[{ file = \"to-khai.pdf\", label = { vi = \"…\" } }]"),
    may("online", Type::Table(ONLINE), "{ payment = true, result = true }"),
    must("decision", Type::Basis, "\"documents/quyet-dinh-2026\""),
    may("withdrawn", Type::Date, "2026-03-01"),
    may("questions", REFS, "[\"questions/ten-cau-hoi\"]"),
]);

const CHANNEL: &[Key] = &[
    must(
        "channel",
        Type::Enum(&["site", "email", "zalo", "sms", "press", "post", "association"]),
        "\"site\"",
    )
    .worded("channel-"),
    must("at", Type::Moment, "2026-04-01T09:00:00+07:00"),
];

const PROGRAMME: &[Key] = &with::<34>(&[
    must("type", Type::Enum(&["programme", "notice", "event", "consultation"]), "\"notice\"")
        .called("key-type-programme")
        .worded("programme-"),
    must("announced", Type::Moment, "2026-04-01T09:00:00+07:00"),
    may("opens", Type::Date, "2026-04-02"),
    may("closes", Type::Date, "2026-04-20"),
    may("from", Type::Moment, "2026-05-20T08:00:00+07:00"),
    may("to", Type::Moment, "2026-05-20T11:30:00+07:00"),
    may("place", Type::Text, TEXT),
    must(
        "channels",
        Type::Tables(CHANNEL),
        "[{ channel = \"site\", at = 2026-04-01T09:00:00+07:00 }]",
    )
    .called("key-channels-programme"),
    may("participants", Type::Int, "42"),
]);

const QUESTION: &[Key] = &with::<30>(&[
    must("asked", Type::Date, "2026-04-24"),
    must(
        "channel",
        Type::Enum(&["form", "email", "phone", "zalo", "meeting", "post"]),
        "\"email\"",
    )
    .worded("channel-"),
    may("answered", Type::Date, "2026-04-28"),
    may("procedures", REFS, "[\"procedures/ten-thu-tuc\"]"),
    may("forwarded", ORG, "\"ubnd-tinh-mau\""),
]);

const ALERT: &[Key] = &with::<31>(&[
    must("gate", Type::Id(List::Gates), "\"cua-khau-mau-1\""),
    must("severity", Type::Enum(&["info", "warning", "closure"]), "\"info\"").worded("severity-"),
    must("from", Type::Moment, "2026-05-01T06:00:00+07:00"),
    must("to", Type::Moment, "2026-05-10T18:00:00+07:00"),
    may("template", Type::Str, "\"gio-lam-viec\""),
    may("params", Type::Map(&Type::Str), "{ opens = \"06:30\" }"),
]);

/// Tables of `content/data/` that a page may show, and the state of the translations.
pub const TABLES: &[&str] = &[
    "prices",
    "ddci",
    "glossary",
    "feedback",
    "instruments",
    "units",
    "gates",
    "holidays",
    "organizations",
    "translations",
];

const PAGE: &[Key] =
    &with::<26>(&[may("tables", Type::Array(&Type::Enum(TABLES)), "[\"prices\"]")]);

/// The keys of a translation (§3.2).
pub const TRANSLATION: &[Key] = &[
    TITLE,
    SUMMARY,
    KEYWORDS,
    FACTS,
    SORT_KEY,
    may("translator", Type::Str, "\"trung-tam\""),
    may("translated", Type::Date, "2026-03-05"),
    may("reviewer", UNIT, "\"lanh-su\""),
    may("reviewed", Type::Date, "2026-03-06"),
    may("machine", Type::Str, "\"…\""),
];

/// The keys of a section's introduction.
pub const SECTION: &[Key] = &[TITLE, SUMMARY];

/// The keys of a source file of one kind.
pub fn keys(kind: &str) -> &'static [Key] {
    match kind {
        "document" => DOCUMENT,
        "mou" => MOU,
        "procedure" => PROCEDURE,
        "programme" => PROGRAMME,
        "question" => QUESTION,
        "alert" => ALERT,
        _ => PAGE,
    }
}

/// The label of a document type is a message; its abbreviation stands in numbers.
pub fn abbreviation(document_type: &str) -> Option<&'static str> {
    DOCUMENT_TYPES.iter().find(|(it, _)| *it == document_type).map(|(_, it)| *it)
}

/// The document type whose numbers carry an abbreviation.
pub fn type_of_abbreviation(abbreviation: &str) -> Option<&'static str> {
    DOCUMENT_TYPES.iter().find(|(_, it)| !it.is_empty() && *it == abbreviation).map(|(it, _)| *it)
}
