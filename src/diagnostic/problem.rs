//! Everything that can be wrong with content: one variant, one message in each language.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer, ser::SerializeMap};

use crate::date::Date;
use crate::language::{Language, Text, script};

/// The name of a message that says a value in words: a type, a label, a reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word(pub String);

/// Written as `{"word": "…"}`; whoever words a problem looks the message up.
impl Serialize for Word {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry("word", &self.0)?;
        map.end()
    }
}

/// The name of an organisation or unit, as the office writes it in each language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name(pub Text);

/// Written as `{"name": {"vi": "…"}}`; whoever words a problem picks the language.
impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let of = |it: Language| Some((it.code(), self.0.get(it)?));
        let names: BTreeMap<_, _> = Language::ALL.into_iter().filter_map(of).collect();
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry("name", &names)?;
        map.end()
    }
}

/// Everything that can be wrong with content. The kebab case of a variant is the id of its rule
/// and of its message in `diagnostics.ftl`; its fields are the message's arguments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "id", rename_all = "kebab-case")]
#[non_exhaustive]
#[expect(missing_docs, reason = "each variant is explained in three languages by its `.explain`")]
pub enum Problem {
    // Files and front matter (checks.md §3.1).
    FileEncoding { font: Word },
    FileLarge { mb: i64, limit: i64 },
    FileLink { name: String },
    PrivateKey {},
    NotNfc { text: String, n: i64 },
    InvisibleCharacter { code: String },
    LookalikeLetter { c: String, code: String, d: String },
    FullWidthLatin { text: String },
    FrontMatterMissing { cause: String, line: i64 },
    FrontMatterSyntax { what: String, text: String, right: String },
    UnknownKey { key: String, near: String, known: String },
    MissingKey { key: String, label: Word, example: String, front: bool },
    WrongType { key: String, r#type: Word, example: String },
    EmptyValue { key: String, label: Word, example: String, required: bool },
    UnknownValue { value: String, list: String, near: String },
    MisplacedKey { key: String, file: String, table: String },
    FileName { name: String, form: Word, near: String },
    KindInSection { section: String, kind: String, kinds: String },
    SourceMissing { file: String },
    AuthenticFirst { first: String, file: String },
    UnusedFile { file: String },
    RawHtml { tag: String },
    EmptyText {},
    TitleForm { why: Word },
    // Documents (§3.2).
    NumberForm { number: String, letter: bool, right: String, example: String },
    NumberType { abbr: String, type1: Word, type2: Word, key: String, right: String },
    NumberIssuer { org: String, issuer: Name, right: String },
    NumberYear { a: String, b: String, right: String },
    DuplicateNumber { number: String, year: String, file: String },
    SpecimenNumber { number: String, specimen: bool, right: String },
    DateOrder { a: String, d1: Date, b: String, d2: Date },
    DateInFuture { key: String, date: Date },
    DatePrecision { month: String },
    AttachmentNone {},
    AttachmentMissing { file: String, near: String, what: String },
    AttachmentChanged { file: String },
    AttachmentFormat { file: String, format: String },
    AttachmentScan { file: String },
    AttachmentLarge { file: String, mb: i64 },
    SignerAuthority {},
    SignerTitle { text: String },
    RecipientsMissing {},
    SecrecyMarking { text: String },
    DateWords { right: String },
    PublicationLate { n: i64, t: i64 },
    ReviewDue { date: Date },
    // Relations and status (§3.3).
    BrokenReference { r#ref: String, near: String, what: String, kind: String },
    BrokenAnchor { page: String, anchor: String },
    RelationCycle { path: String },
    RelationOrder { a: String, d1: Date, b: String, d2: Date },
    StatusDiffers { a: Word, b: Word, why: Word },
    BasisEnded { number: String, date: Date, new: String },
    InstrumentUnlisted { number: String, kind: String },
    AddressClash { a: String, b: String, url: String },
    AddressLost { url: String },
    // Agreements (§3.4).
    MouParties {},
    MouNotCleared {},
    AuthenticMissing { lang: Language },
    AuthenticTextsDiverge { anchor: String },
    PrevailsNotAuthentic {},
    MouReportOverdue { n: i64 },
    MouExpiring { date: Date },
    // Procedures, prices, alerts: what the schema itself demands (§3.5).
    FeeMissing {},
    AlertTemplate { template: String, name: String },
    // Translations (§3.6) and reading (§3.7), as far as the line needs them.
    TranslationTitle { lang: Language, file: String },
    LockInvalid { what: Word },
    TranslationEdited {},
    TranslationIdentical {},
    TranslationStale { line: i64 },
    TranslationMissing { n: i64 },
    TranslationOrphan {},
    TranslationUnaligned { file: String, line: i64 },
    MessageSyntax { what: String },
    TemplateError { what: String },
    ImageAlt { file: String },
    Contrast { a: String, b: String, ratio: String },
    LinkAddress { address: String, what: String, right: String },
    TableShape { what: String, cells: i64, columns: i64, right: String },
    HeadingOrder { a: i64, b: i64 },
    ThirdPartyResource { host: String },
    CspAllow { host: String },
    // Personal data (§3.8).
    PersonalId {},
    PassportNumber { text: String },
    PersonalPhone { text: String },
    PersonalEmail { text: String },
    BankAccount {},
    FormNotice {},
    // Site and data (§3.9).
    RequiredInformation { name: Word, lang: Language },
    SectionOld { section: String, n: i64 },
    FooterIncomplete { what: String },
    UnitContact { unit: Name },
    HolidayYear { year: String },
    DdciChange { name: String, a: String, b: String },
    DataUnverified { name: String },
    GlossaryClash { term: String },
    UnusedException { rule: String },
    PageWeight { page: String, kb: i64, max: i64 },
    // Codes (§3.10; verification.md §2).
    CodeForm { code: String, why: Word },
    CodeDuplicate { code: String, file: String },
    CodeMissing {},
    QrSize { version: i64, size: String },
    // The register (§3.10; verification.md §5 to §8).
    RegisterFault { what: String, rule: String, text: String },
    SealedChanged { name: String, what: String },
    SealedEdited { version: i64, keys: Vec<Word> },
    SealFault { what: String },
    Unsealed {},
    UnlistedLeak { code: String },
    UnlistedFault { what: String, rule: String, text: String },
    SpecimenRegister { site: bool },
    HostNotGov { host: String },
    // Only with `--production` (§3.11).
    SpecimenInProduction {},
    BaseUrl { url: String, right: String },
    Placeholder { text: String },
    DraftInProduction {},
}

impl Problem {
    /// The id of the rule and of the message: the kebab case of the variant.
    pub fn id(&self) -> String {
        // The id is the first thing that is written of a problem, and holds no quotation mark.
        let written = serde_json::to_string(self).unwrap_or_default();
        let id = written.strip_prefix("{\"id\":\"").and_then(|it| it.split('"').next());
        id.unwrap_or_default().to_owned()
    }

    /// A letter of another alphabet that is taken for one of ours.
    pub fn lookalike(letter: char) -> Self {
        Self::LookalikeLetter {
            c: letter.to_string(),
            code: format!("{:04X}", u32::from(letter)),
            d: script::meant_letter(letter).unwrap_or('?').to_string(),
        }
    }

    /// The id and the fields, as the arguments of the message.
    pub fn fields(&self) -> Fields {
        match serde_json::to_value(self) {
            Ok(serde_json::Value::Object(map)) => map.into_iter().collect(),
            _ => Fields::new(),
        }
    }
}

/// Named values of one problem: strings, numbers, `{"date": …}` or `{"word": …}`.
pub type Fields = std::collections::BTreeMap<String, serde_json::Value>;
