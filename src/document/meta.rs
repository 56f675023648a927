//! Front matter, understood: the values of one item, each with the place where it stands.

use std::collections::BTreeMap;

use crate::date::{Date, Day, Moment};
use crate::diagnostic::{Span, Spanned};
use crate::language::{Language, Text};
use crate::schema::{Table, is_file_name};
use crate::verify::code::Code;

/// The words that each language's file has of its own.
#[derive(Debug, Default)]
pub struct Words {
    /// The title.
    pub title: Option<Spanned<String>>,
    /// The summary.
    pub summary: Option<Spanned<String>>,
    /// Extra search words.
    pub keywords: Vec<Spanned<String>>,
    /// Label and value pairs to compare with the paper.
    pub facts: Vec<(String, String)>,
    /// What lists sort by, instead of the title.
    pub sort_key: Option<String>,
}

/// What only a translation says.
#[derive(Debug, Default)]
pub struct Translation {
    /// The unit or organisation that translated.
    pub translator: Option<Spanned<String>>,
    /// When.
    pub translated: Option<Spanned<Date>>,
    /// The unit that reviewed.
    pub reviewer: Option<Spanned<String>>,
    /// When.
    pub reviewed: Option<Spanned<Date>>,
    /// The engine, if any part was drafted by one.
    pub machine: Option<Spanned<String>>,
}

/// What the source file says once for all languages.
#[derive(Debug)]
pub struct Meta {
    /// Where the front matter stands.
    pub span: Span,
    /// The kind, as written.
    pub kind: Spanned<String>,
    /// The unit that answers for the item.
    pub owner: Option<Spanned<String>>,
    /// First publication.
    pub published: Option<Spanned<Date>>,
    /// Last change of substance.
    pub updated: Option<Spanned<Date>>,
    /// When it is to be reviewed.
    pub review_by: Option<Spanned<Date>>,
    /// The authentic languages; never empty.
    pub authentic: Vec<Language>,
    /// The text that decides on divergence.
    pub prevails: Option<Spanned<Language>>,
    /// The document's code, if it is a lawful one.
    pub id: Option<Spanned<Code>>,
    /// Pages of the paper.
    pub pages: Option<i64>,
    /// When and by whom a scan was made from paper.
    pub converted: Option<(Moment, String)>,
    /// Topics.
    pub topics: Vec<Spanned<String>>,
    /// Instruments and items that the item relies on.
    pub basis: Vec<Spanned<String>>,
    /// Related items.
    pub related: Vec<Spanned<String>>,
    /// Files of the item.
    pub attachments: Vec<Attachment>,
    /// Headings of required information that the item answers.
    pub fulfils: Vec<Spanned<String>>,
    /// Components of the index, for the report.
    pub ddci: Vec<Spanned<String>>,
    /// Whether the item alone is a specimen.
    pub specimen: bool,
    /// Where that is said, if it is.
    pub specimen_place: Span,
    /// Whether it is a draft.
    pub draft: bool,
    /// Former slugs.
    pub aliases: Vec<Spanned<String>>,
    /// The status as asserted.
    pub status: Option<Spanned<String>>,
    /// Keys that are there but could not be read whole, which was reported: what they lack is
    /// not said again.
    pub unread: Vec<&'static str>,
    /// What only this kind says.
    pub details: Details,
}

/// One file of an item.
#[derive(Debug)]
pub struct Attachment {
    /// Its name in the item's folder.
    pub file: Spanned<String>,
    /// What it is, in words.
    pub label: Text,
    /// The language of its text.
    pub language: Option<Language>,
    /// The digest that was recorded.
    pub sha256: Option<Spanned<String>>,
    /// Whether it carries a digital signature.
    pub signed: bool,
    /// Whether it is a scan.
    pub scan: bool,
}

/// What only one kind says.
#[derive(Debug)]
pub enum Details {
    /// Policy, plan, decision, letter …
    Document(Box<Paper>),
    /// An agreement.
    Mou(Box<Mou>),
    /// A procedure.
    Procedure(Box<Procedure>),
    /// A programme, notice, event or consultation.
    Programme(Box<Programme>),
    /// A question and its answer.
    Question(Box<Question>),
    /// An alert of a border gate.
    Alert(Box<Alert>),
    /// A page.
    Page(Page),
}

/// What a page says (§3.9).
#[derive(Debug, Default)]
pub struct Page {
    /// The tables that it shows, in this order.
    pub tables: Vec<Spanned<String>>,
}

/// What a `document` says (content.md §3.3).
#[derive(Debug)]
pub struct Paper {
    /// The document type.
    pub kind: Option<Spanned<String>>,
    /// The number.
    pub number: Option<Spanned<String>>,
    /// The issuer's id.
    pub issuer: Option<Spanned<String>>,
    /// When it was issued.
    pub issued: Option<Spanned<Day>>,
    /// From when it holds.
    pub effective: Option<Spanned<Date>>,
    /// Whether it says itself that it held before.
    pub retroactive: bool,
    /// Until when it holds.
    pub expires: Option<Spanned<Date>>,
    /// Who signed.
    pub signer: Option<Spanned<Signer>>,
    /// Who receives it.
    pub recipients: Vec<Spanned<String>>,
    /// Items it replaces.
    pub replaces: Vec<Spanned<String>>,
    /// Items it amends.
    pub amends: Vec<Spanned<String>>,
    /// Items it repeals.
    pub repeals: Vec<Spanned<String>>,
    /// When another body's document came to the office.
    pub received: Option<Spanned<Date>>,
}

/// Who signed a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// `none TM KT TL TUQ Q`.
    pub authority: String,
    /// The role as printed.
    pub role: String,
    /// The name as printed; absent in specimens.
    pub name: Option<String>,
}

impl Signer {
    /// As an entry of the register has it: the name, then the role.
    pub fn words(&self) -> String {
        match &self.name {
            Some(name) => format!("{name}, {}", self.role),
            None => self.role.clone(),
        }
    }

    /// What an entry says of who signed.
    pub fn of(words: String) -> Self {
        Self { authority: "none".to_owned(), role: words, name: None }
    }
}

/// What an agreement says (§3.4).
#[derive(Debug)]
pub struct Mou {
    /// The parties' ids.
    pub parties: Vec<Spanned<String>>,
    /// At which level it was concluded.
    pub level: String,
    /// When it was signed.
    pub signed: Option<Spanned<Date>>,
    /// Where.
    pub place: Text,
    /// From when it holds.
    pub effective: Option<Spanned<Date>>,
    /// Until when; none = indefinite.
    pub expires: Option<Spanned<Date>>,
    /// How it is renewed.
    pub renewal: String,
    /// By how many months.
    pub renewal_months: Option<i64>,
    /// When it was ended.
    pub terminated: Option<Spanned<Date>>,
    /// Whether both sides agreed to publish the text.
    pub cleared: Option<Spanned<bool>>,
    /// When it was reported.
    pub reported: Option<Spanned<Date>>,
    /// Its number, if it has one.
    pub number: Option<Spanned<String>>,
}

/// What a procedure says (§3.5).
#[derive(Debug)]
pub struct Procedure {
    /// The code of the national database.
    pub code: Option<Spanned<String>>,
    /// How far it is online.
    pub level: String,
    /// Where to apply.
    pub apply_url: Option<Spanned<String>>,
    /// Who decides.
    pub authority: Option<Spanned<String>>,
    /// Where the dossier goes.
    pub receives: Vec<Spanned<String>>,
    /// Who may apply.
    pub applicants: Vec<String>,
    /// How to apply.
    pub channels: Vec<String>,
    /// Number of dossiers.
    pub sets: i64,
    /// How long it takes.
    pub time_limit: Option<(i64, String)>,
    /// What it costs.
    pub fees: Vec<Spanned<Fee>>,
    /// Forms to fill in.
    pub forms: Vec<Form>,
    /// Whether payment and result are online.
    pub online: Option<(bool, bool)>,
    /// The announcing decision.
    pub decision: Option<Spanned<String>>,
    /// Since when it is no longer offered.
    pub withdrawn: Option<Spanned<Date>>,
    /// Questions about it.
    pub questions: Vec<Spanned<String>>,
}

/// One fee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fee {
    /// A price of the price list.
    Price(String),
    /// An amount in đồng; 0 = free of charge.
    Amount(i64),
}

/// One form.
#[derive(Debug)]
pub struct Form {
    /// Its file.
    pub file: Spanned<String>,
    /// What it is.
    pub label: Text,
}

/// What a programme, notice, event or consultation says (§3.6).
#[derive(Debug)]
pub struct Programme {
    /// Which of the four.
    pub kind: Option<Spanned<String>>,
    /// When it was announced.
    pub announced: Option<Spanned<Moment>>,
    /// First day.
    pub opens: Option<Spanned<Date>>,
    /// Last day.
    pub closes: Option<Spanned<Date>>,
    /// When the event begins.
    pub from: Option<Spanned<Moment>>,
    /// When it ends.
    pub to: Option<Spanned<Moment>>,
    /// Where it is.
    pub place: Text,
    /// Who was told, and when.
    pub channels: Vec<Spanned<(String, Moment)>>,
    /// How many took part.
    pub participants: Option<i64>,
}

impl Meta {
    /// Whether a key is there but could not be read whole.
    pub fn is_unread(&self, key: &str) -> bool {
        self.unread.contains(&key)
    }

    /// Whether files are named that could not be read.
    pub fn has_unread_files(&self) -> bool {
        self.is_unread("attachments") || self.is_unread("forms")
    }
}

impl Programme {
    /// From when one may register or attend.
    pub fn first_day(&self) -> Option<Date> {
        let opens = self.opens.as_ref().map(|it| it.value);
        opens.or(self.from.as_ref().map(|it| it.value.day()))
    }

    /// Until when.
    pub fn last_day(&self) -> Option<Date> {
        let closes = self.closes.as_ref().map(|it| it.value);
        closes.or(self.to.as_ref().map(|it| it.value.day()))
    }
}

/// What a question says (§3.7).
#[derive(Debug)]
pub struct Question {
    /// When it was asked.
    pub asked: Option<Spanned<Date>>,
    /// By which way.
    pub channel: String,
    /// When it was answered.
    pub answered: Option<Spanned<Date>>,
    /// Procedures it is about.
    pub procedures: Vec<Spanned<String>>,
    /// To whom it was passed on.
    pub forwarded: Option<String>,
}

/// What an alert says (§3.8).
#[derive(Debug)]
pub struct Alert {
    /// The gate.
    pub gate: Option<Spanned<String>>,
    /// How serious it is.
    pub severity: String,
    /// From when.
    pub from: Option<Spanned<Moment>>,
    /// Until when.
    pub to: Option<Spanned<Moment>>,
    /// The message of `alerts.ftl` that words it.
    pub template: Option<Spanned<String>>,
    /// Its arguments.
    pub params: BTreeMap<String, String>,
}

/// The words of any file.
pub(super) fn words(table: &Table<'_>) -> Words {
    Words {
        title: table.str("title"),
        summary: table.str("summary"),
        keywords: table.strs("keywords"),
        facts: table.pairs("facts"),
        sort_key: table.str("sort_key").map(|it| it.value),
    }
}

/// What a translation says.
pub(super) fn translation(table: &Table<'_>) -> Translation {
    Translation {
        translator: table.str("translator"),
        translated: table.date("translated"),
        reviewer: table.str("reviewer"),
        reviewed: table.date("reviewed"),
        machine: table.str("machine"),
    }
}

/// What a source file says; `id` was read by the caller, who reports a wrong one.
pub(super) fn meta(
    table: &Table<'_>,
    kind: Spanned<String>,
    id: Option<Spanned<Code>>,
    first: Language,
) -> Meta {
    let mut authentic: Vec<_> =
        table.languages("authentic").into_iter().map(|it| it.value).collect();
    if authentic.is_empty() {
        authentic.push(first);
    }
    let details = match kind.value.as_str() {
        "document" => Details::Document(Box::new(paper(table))),
        "mou" => Details::Mou(Box::new(mou(table))),
        "procedure" => Details::Procedure(Box::new(procedure(table))),
        "programme" => Details::Programme(Box::new(programme(table))),
        "question" => Details::Question(Box::new(question(table))),
        "alert" => Details::Alert(Box::new(alert(table))),
        _ => Details::Page(Page { tables: table.strs("tables") }),
    };
    let converted = table.table("converted");
    let prevails = table.str("prevails");
    let prevails = prevails
        .and_then(|it| Some(Spanned { value: Language::from_code(&it.value)?, span: it.span }));
    Meta {
        span: table.span(),
        owner: table.str("owner"),
        published: table.date("published"),
        updated: table.date("updated"),
        review_by: table.date("review_by"),
        authentic,
        prevails,
        id,
        pages: table.int("pages").map(|it| it.value),
        converted: converted.and_then(|it| Some((it.moment("at")?.value, it.str("by")?.value))),
        topics: table.strs("topics"),
        basis: table.strs("basis"),
        related: table.strs("related"),
        attachments: table.tables("attachments").iter().filter_map(attachment).collect(),
        fulfils: table.strs("fulfils"),
        ddci: table.strs("ddci"),
        specimen: is(table, "specimen"),
        specimen_place: table.value_span("specimen"),
        draft: is(table, "draft"),
        aliases: table.strs("aliases"),
        status: table.str("status"),
        kind,
        unread: Vec::new(),
        details,
    }
}

fn is(table: &Table<'_>, key: &str) -> bool {
    table.bool(key).is_some_and(|it| it.value)
}

fn value(table: &Table<'_>, key: &str) -> String {
    table.str(key).map(|it| it.value).unwrap_or_default()
}

fn values(table: &Table<'_>, key: &str) -> Vec<String> {
    table.strs(key).into_iter().map(|it| it.value).collect()
}

fn text(table: &Table<'_>, key: &str) -> Text {
    table.text(key).map(|it| it.value).unwrap_or_default()
}

/// A name that leads out of the folder was reported, and names no file of it.
fn file(table: &Table<'_>) -> Option<Spanned<String>> {
    table.str("file").filter(|it| is_file_name(&it.value))
}

fn attachment(table: &Table<'_>) -> Option<Attachment> {
    Some(Attachment {
        file: file(table)?,
        label: text(table, "label"),
        language: table.str("lang").and_then(|it| Language::from_code(&it.value)),
        sha256: table.str("sha256"),
        signed: is(table, "signed"),
        scan: is(table, "scan"),
    })
}

fn paper(table: &Table<'_>) -> Paper {
    let signer = table.table("signer").map(|it| Spanned {
        value: Signer {
            authority: value(&it, "authority"),
            role: value(&it, "role"),
            name: it.str("name").map(|it| it.value),
        },
        span: it.span(),
    });
    Paper {
        kind: table.str("type"),
        number: table.str("number"),
        issuer: table.str("issuer"),
        issued: table.day("issued"),
        effective: table.date("effective"),
        retroactive: is(table, "retroactive"),
        expires: table.date("expires"),
        signer,
        recipients: table.strs("recipients"),
        replaces: table.strs("replaces"),
        amends: table.strs("amends"),
        repeals: table.strs("repeals"),
        received: table.date("received"),
    }
}

fn mou(table: &Table<'_>) -> Mou {
    Mou {
        parties: table.strs("parties"),
        level: value(table, "level"),
        signed: table.date("signed"),
        place: text(table, "place"),
        effective: table.date("effective"),
        expires: table.date("expires"),
        renewal: value(table, "renewal"),
        renewal_months: table.int("renewal_months").map(|it| it.value),
        terminated: table.date("terminated"),
        cleared: table.bool("cleared"),
        reported: table.date("reported"),
        number: table.str("number"),
    }
}

fn procedure(table: &Table<'_>) -> Procedure {
    let time_limit = table.table("time_limit");
    let online = table.table("online");
    let fee = |it: &Table<'_>| {
        let price = it.str("price").map(|it| Fee::Price(it.value));
        let fee = price.or_else(|| Some(Fee::Amount(it.int("amount")?.value)))?;
        Some(Spanned { value: fee, span: it.span() })
    };
    let form = |it: &Table<'_>| Some(Form { file: file(it)?, label: text(it, "label") });
    Procedure {
        code: table.str("code"),
        level: value(table, "level"),
        apply_url: table.str("apply_url"),
        authority: table.str("authority"),
        receives: table.strs("receives"),
        applicants: values(table, "for"),
        channels: values(table, "channels"),
        sets: table.int("sets").map_or(1, |it| it.value),
        time_limit: time_limit.and_then(|it| Some((it.int("value")?.value, it.str("unit")?.value))),
        fees: table.tables("fees").iter().filter_map(fee).collect(),
        forms: table.tables("forms").iter().filter_map(form).collect(),
        online: online.map(|it| (is(&it, "payment"), is(&it, "result"))),
        decision: table.str("decision"),
        withdrawn: table.date("withdrawn"),
        questions: table.strs("questions"),
    }
}

fn programme(table: &Table<'_>) -> Programme {
    let channel = |it: &Table<'_>| {
        let value = (it.str("channel")?.value, it.moment("at")?.value);
        Some(Spanned { value, span: it.span() })
    };
    Programme {
        kind: table.str("type"),
        announced: table.moment("announced"),
        opens: table.date("opens"),
        closes: table.date("closes"),
        from: table.moment("from"),
        to: table.moment("to"),
        place: text(table, "place"),
        channels: table.tables("channels").iter().filter_map(channel).collect(),
        participants: table.int("participants").map(|it| it.value),
    }
}

fn question(table: &Table<'_>) -> Question {
    Question {
        asked: table.date("asked"),
        channel: value(table, "channel"),
        answered: table.date("answered"),
        procedures: table.strs("procedures"),
        forwarded: table.str("forwarded").map(|it| it.value),
    }
}

fn alert(table: &Table<'_>) -> Alert {
    let params = table.table("params");
    let params = params.map(|it| {
        it.keys().into_iter().map(|key| (key.value.to_owned(), value(&it, key.value))).collect()
    });
    Alert {
        gate: table.str("gate"),
        severity: value(table, "severity"),
        from: table.moment("from"),
        to: table.moment("to"),
        template: table.str("template"),
        params: params.unwrap_or_default(),
    }
}
