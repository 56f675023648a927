//! Each kind of item as JSON-LD.
#![expect(clippy::struct_field_names, reason = "the names are schema.org's")]

use serde::Serialize;

use crate::catalogue::relations::Basis;
use crate::catalogue::status::Status;
use crate::catalogue::{Item, ItemIndex, routes};
use crate::date::{Date, Day, Moment};
use crate::document::meta::{Alert, Details, Fee, Mou, Paper, Procedure, Programme, Question};
use crate::language::{Language, Text};
use crate::render::Press;
use crate::render::context::Head;
use crate::render::linked::{Id, Named, Printed, dataset, node};
use crate::render::voice::Voice;
use crate::source::attachment::Nature;

/// What every kind says of its text: made once, used by the one that writes.
struct About<'a> {
    press: &'a Press,
    voice: &'a Voice<'a>,
    item: &'a Item,
    /// The language of the text that the page shows: a stub shows the source.
    language: Language,
    url: &'a str,
    name: &'a str,
    description: &'a str,
    office: Id<'a>,
    /// The address of the item in each language of the site.
    urls: &'a [(Language, &'a str)],
}

/// Writes the node of an item. A stub is about the text that it shows.
pub(in crate::render) fn item(
    press: &Press,
    voice: &Voice<'_>,
    item: &Item,
    head: &Head,
    into: &mut Vec<u8>,
) {
    let languages = press.project.languages.iter().copied();
    let urls: Vec<_> = languages.zip(head.languages.iter().map(|it| it.url.as_str())).collect();
    let is_stub = !urls.contains(&(voice.language, head.canonical.as_str()));
    let source = item.source_text();
    let (language, name, description) = if is_stub {
        (item.source, source.title(), source.summary())
    } else {
        (voice.language, head.title.text.as_str(), head.description.as_str())
    };
    let office = Id { id: &press.heads.office };
    let url = head.canonical.as_str();
    let about = About { press, voice, item, language, url, name, description, office, urls: &urls };
    match &item.meta.details {
        Details::Document(it) => node(&about.document(it), into),
        Details::Mou(it) => node(&about.mou(it), into),
        Details::Procedure(it) => node(&about.procedure(it), into),
        Details::Programme(it) => match about.event(it) {
            Some(event) => node(&event, into),
            None => node(&about.article("Article"), into),
        },
        Details::Question(it) => node(&about.question(it), into),
        Details::Alert(it) => node(&about.alert(it), into),
        Details::Page(page) => {
            node(&about.article("WebPage"), into);
            let is_shown = |table: &str| page.tables.iter().any(|it| it.value == table);
            for table in press.data.published().into_iter().filter(|it| is_shown(it)) {
                node(&dataset(press, voice, table), into);
            }
        }
    }
}

/// A document or an agreement.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Legislation<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: &'a str,
    url: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    in_language: &'static str,
    legislation_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    legislation_identifier: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    legislation_date: Option<Printed<Day>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    legislation_date_of_applicability: Option<Printed<Date>>,
    /// The day on which what is said of its force is true.
    legislation_date_version: Printed<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires: Option<Printed<Date>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<Printed<Date>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<Printed<Date>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    legislation_legal_force: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    legislation_legal_value: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    legislation_passed_by: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    legislation_changes: Vec<Cited<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    legislation_repeals: Vec<Cited<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    is_based_on: Vec<Cited<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    translation_of_work: Option<Id<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    work_translation: Vec<Id<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    encoding: Vec<Encoding<'a>>,
    publisher: Id<'a>,
}

/// Another document, by its number and page.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Cited<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    legislation_identifier: Option<&'a str>,
    name: &'a str,
}

/// A file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Encoding<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    content_url: String,
    encoding_format: &'static str,
    content_size: String,
    sha256: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_language: Option<&'static str>,
}

/// A procedure.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Service<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: &'a str,
    url: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<&'a str>,
    service_type: String,
    provider: Provider<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    service_operator: Vec<Named<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    audience: Vec<Audience>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    available_channel: Vec<Channel<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    offers: Vec<Offer<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    terms_of_service: Option<String>,
}

/// Who decides: a body by its name, or else the office.
#[derive(Serialize)]
struct Provider<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    name: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Audience {
    #[serde(rename = "@type")]
    kind: &'static str,
    audience_type: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Channel<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    service_url: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Offer<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    name: &'a str,
    price: i64,
    price_currency: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    availability: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    availability_ends: Option<Printed<Date>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Event<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: &'a str,
    url: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    in_language: &'static str,
    start_date: Printed<Moment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<Printed<Moment>>,
    event_status: &'static str,
    location: Place<'a>,
    organizer: Id<'a>,
}

#[derive(Serialize)]
struct Place<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    address: &'a str,
}

/// A notice, a programme or a page.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Article<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: &'a str,
    url: &'a str,
    name: &'a str,
    headline: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    in_language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<Printed<Date>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<Printed<Date>>,
    author: Id<'a>,
    publisher: Id<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct QaPage<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: &'a str,
    url: &'a str,
    name: &'a str,
    in_language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<Printed<Date>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<Printed<Date>>,
    main_entity: Asked<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Asked<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    text: &'a str,
    answer_count: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_created: Option<Printed<Date>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accepted_answer: Option<Answer<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    text: &'a str,
    url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_created: Option<Printed<Date>>,
    author: Id<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Announcement<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: &'a str,
    url: &'a str,
    name: &'a str,
    text: &'a str,
    in_language: &'static str,
    category: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_posted: Option<Printed<Moment>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires: Option<Printed<Moment>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    spatial_coverage: Option<Named<'a>>,
    publisher: Id<'a>,
}

impl<'a> About<'a> {
    fn document(&self, it: &'a Paper) -> Legislation<'a> {
        let kind = it.kind.as_ref().map_or("document", |it| it.value.as_str());
        let issuer = it.issuer.as_ref().and_then(|it| self.organization(&it.value));
        let relations = &self.item.relations;
        let changes = relations.amends.iter().chain(&relations.replaces);
        Legislation {
            legislation_type: self.voice.say(&format!("doctype-{kind}")),
            legislation_date: it.issued.as_ref().map(|it| Printed(it.value)),
            legislation_date_of_applicability: it.effective.as_ref().map(|it| Printed(it.value)),
            expires: it.expires.as_ref().map(|it| Printed(it.value)),
            legislation_passed_by: issuer.into_iter().collect(),
            legislation_changes: changes.map(|it| self.cited(*it)).collect(),
            legislation_repeals: relations.repeals.iter().map(|it| self.cited(*it)).collect(),
            ..self.legislation()
        }
    }

    fn mou(&self, it: &'a Mou) -> Legislation<'a> {
        Legislation {
            legislation_type: "Memorandum of understanding".to_owned(),
            legislation_date: it.signed.as_ref().map(|it| Printed(Day::Known(it.value))),
            legislation_date_of_applicability: it.effective.as_ref().map(|it| Printed(it.value)),
            expires: it.terminated.as_ref().or(it.expires.as_ref()).map(|it| Printed(it.value)),
            legislation_passed_by: it
                .parties
                .iter()
                .filter_map(|it| self.organization(&it.value))
                .collect(),
            ..self.legislation()
        }
    }

    /// What documents and agreements say alike.
    fn legislation(&self) -> Legislation<'a> {
        let item = self.item;
        let authentic = &item.meta.authentic;
        let translated = |it: &&(Language, &str)| {
            it.0 != self.language && !authentic.contains(&it.0) && item.published(it.0).is_indexed()
        };
        let is_authentic = authentic.contains(&self.language);
        let source = self.urls.iter().find(|it| it.0 == item.source);
        let number = item.number().map(|it| it.value.as_str());
        Legislation {
            kind: "Legislation",
            id: self.url,
            url: self.url,
            name: self.name,
            description: self.description,
            in_language: self.language.tag(),
            legislation_type: String::new(),
            identifier: number,
            legislation_identifier: number,
            legislation_date: None,
            legislation_date_of_applicability: None,
            legislation_date_version: Printed(self.press.as_of()),
            expires: None,
            date_published: self.published(),
            date_modified: self.modified(),
            legislation_legal_force: legal_force(item.status),
            legislation_legal_value: legal_value(item, self.language),
            legislation_passed_by: Vec::new(),
            legislation_changes: Vec::new(),
            legislation_repeals: Vec::new(),
            is_based_on: item.relations.basis.iter().filter_map(|it| self.basis(it)).collect(),
            translation_of_work: source.filter(|_| !is_authentic).map(|it| Id { id: it.1 }),
            work_translation: if is_authentic {
                self.urls.iter().filter(translated).map(|it| Id { id: it.1 }).collect()
            } else {
                Vec::new()
            },
            encoding: self.encodings(),
            publisher: self.office,
        }
    }

    fn procedure(&self, it: &'a Procedure) -> Service<'a> {
        let authority = it.authority.as_ref().and_then(|it| self.organization(&it.value));
        let office = &self.press.project.office.organization;
        let is_office = it.authority.as_ref().is_none_or(|it| it.value == *office);
        let unit = |id: &str| {
            let name = self.text(&self.press.data.unit(id)?.name);
            Some(Named { kind: "GovernmentOrganization", name })
        };
        let is_open = |by: &str| by == "online" && !self.item.status.is_withdrawn();
        let channel = |it: &'a Procedure, by: &String| Channel {
            kind: "ServiceChannel",
            name: self.voice.say(&format!("apply-by-{by}")),
            service_url: it.apply_url.as_ref().filter(|_| is_open(by)).map(|it| it.value.as_str()),
        };
        let audience = |it: &String| Audience {
            kind: "Audience",
            audience_type: self.voice.say(&format!("applicant-{it}")),
        };
        let conditions = self.item.anchors(self.language).iter().any(|it| it == "conditions");
        Service {
            kind: "GovernmentService",
            id: self.url,
            url: self.url,
            name: self.name,
            description: self.description,
            identifier: self.item.number().map(|it| it.value.as_str()),
            service_type: self.voice.say("kind-procedure"),
            provider: Provider {
                kind: "GovernmentOrganization",
                id: is_office.then_some(self.office.id),
                name: authority.map_or_else(|| self.voice.office(self.press), |it| it.name),
            },
            service_operator: it.receives.iter().filter_map(|it| unit(&it.value)).collect(),
            audience: it.applicants.iter().map(audience).collect(),
            available_channel: it.channels.iter().map(|by| channel(it, by)).collect(),
            offers: it.fees.iter().filter_map(|fee| self.offer(it, &fee.value)).collect(),
            terms_of_service: conditions.then(|| format!("{}#conditions", self.url)),
        }
    }

    /// A fee. That of a procedure that is offered no longer says so.
    fn offer(&self, it: &Procedure, fee: &'a Fee) -> Option<Offer<'a>> {
        let (name, price, price_currency) = match fee {
            Fee::Amount(amount) => ("", *amount, "VND"),
            Fee::Price(id) => {
                let price = self.press.data.price(id, self.press.as_of())?;
                (self.text(&price.service), price.amount, price.currency.as_str())
            }
        };
        let withdrawn = it.withdrawn.as_ref().filter(|_| self.item.status.is_withdrawn());
        Some(Offer {
            kind: "Offer",
            name,
            price,
            price_currency,
            availability: withdrawn.map(|_| "https://schema.org/Discontinued"),
            availability_ends: withdrawn.map(|it| Printed(it.value)),
        })
    }

    /// An event, if it has a beginning.
    fn event(&self, it: &'a Programme) -> Option<Event<'a>> {
        let start_date = Printed(it.from.as_ref()?.value);
        let place = self.text(&it.place);
        Some(Event {
            kind: "Event",
            id: self.url,
            url: self.url,
            name: self.name,
            description: self.description,
            in_language: self.language.tag(),
            start_date,
            end_date: it.to.as_ref().map(|it| Printed(it.value)),
            event_status: "https://schema.org/EventScheduled",
            location: Place { kind: "Place", name: place, address: place },
            organizer: self.office,
        })
    }

    fn article(&self, kind: &'static str) -> Article<'a> {
        Article {
            kind,
            id: self.url,
            url: self.url,
            name: self.name,
            headline: self.name,
            description: self.description,
            in_language: self.language.tag(),
            date_published: self.published(),
            date_modified: self.modified(),
            author: self.office,
            publisher: self.office,
        }
    }

    /// A question; its answer in short is the summary.
    fn question(&self, it: &Question) -> QaPage<'a> {
        let is_answered = self.item.status == Status::Answered;
        let answer = Answer {
            kind: "Answer",
            text: self.description,
            url: self.url,
            date_created: it.answered.as_ref().map(|it| Printed(it.value)),
            author: self.office,
        };
        QaPage {
            kind: "QAPage",
            id: self.url,
            url: self.url,
            name: self.name,
            in_language: self.language.tag(),
            date_published: self.published(),
            date_modified: self.modified(),
            main_entity: Asked {
                kind: "Question",
                name: self.name,
                text: self.name,
                answer_count: u8::from(is_answered),
                date_created: it.asked.as_ref().map(|it| Printed(it.value)),
                accepted_answer: is_answered.then_some(answer),
            },
        }
    }

    fn alert(&self, it: &Alert) -> Announcement<'a> {
        let gate = it.gate.as_ref().and_then(|it| self.press.data.gate(&it.value));
        Announcement {
            kind: "SpecialAnnouncement",
            id: self.url,
            url: self.url,
            name: self.name,
            text: self.description,
            in_language: self.language.tag(),
            category: self.voice.say(&format!("severity-{}", it.severity)),
            date_posted: it.from.as_ref().map(|it| Printed(it.value)),
            expires: it.to.as_ref().map(|it| Printed(it.value)),
            spatial_coverage: gate.map(|it| Named { kind: "Place", name: self.text(&it.name) }),
            publisher: self.office,
        }
    }

    /// A text in the language of the page, or the nearest one.
    fn text(&self, it: &'a Text) -> &'a str {
        it.answer(self.voice.language).1
    }

    fn organization(&self, id: &str) -> Option<Named<'a>> {
        let name = self.text(&self.press.data.organization(id)?.name);
        Some(Named { kind: "Organization", name })
    }

    fn published(&self) -> Option<Printed<Date>> {
        self.item.meta.published.as_ref().map(|it| Printed(it.value))
    }

    fn modified(&self) -> Option<Printed<Date>> {
        self.item.changed().map(Printed)
    }

    /// Another item, by its page in the language of this one.
    fn cited(&self, index: ItemIndex) -> Cited<'a> {
        let item = self.press.catalogue.item(index);
        let words = item.published(self.voice.language).words.unwrap_or(item.source_text());
        Cited {
            kind: "Legislation",
            id: Some(self.press.url(&routes::item(&self.press.project, item.source, item))),
            legislation_identifier: item.number().map(|it| it.value.as_str()),
            name: words.title(),
        }
    }

    /// What the item relies on.
    fn basis(&self, basis: &'a Basis) -> Option<Cited<'a>> {
        match basis {
            Basis::Item(index) => Some(self.cited(*index)),
            Basis::Instrument(number) => {
                let instrument = self.press.data.instruments.get(number)?;
                Some(Cited {
                    kind: "Legislation",
                    id: Some(instrument.url.clone()).filter(|it| !it.is_empty()),
                    legislation_identifier: Some(number),
                    name: self.text(&instrument.title),
                })
            }
        }
    }

    fn encodings(&self) -> Vec<Encoding<'a>> {
        let item = self.item;
        let encoding = |it: &'a crate::document::meta::Attachment| {
            let file = &it.file.value;
            let real = self.press.sources.attachment(&item.file_path(file))?;
            let label = self.text(&it.label);
            Some(Encoding {
                kind: "MediaObject",
                name: if label.is_empty() { file } else { label },
                content_url: self.press.url(&routes::file(&self.press.project, item, file)),
                encoding_format: media_type(&real.nature),
                content_size: real.length.to_string(),
                sha256: real.hex(),
                in_language: it.language.map(Language::tag),
            })
        };
        item.meta.attachments.iter().filter_map(encoding).collect()
    }
}

/// Whether it is in force on the day of the build. What an item amends stays in force.
fn legal_force(status: Status) -> Option<&'static str> {
    match status {
        Status::InForce | Status::Amended | Status::Expiring => Some("https://schema.org/InForce"),
        Status::NotYet | Status::Superseded | Status::Expired | Status::Terminated => {
            Some("https://schema.org/NotInForce")
        }
        _ => None,
    }
}

/// What the text of a language is worth (content.md §5): a machine's is worth nothing.
fn legal_value(item: &Item, language: Language) -> Option<&'static str> {
    if item.meta.authentic.contains(&language) {
        return Some("https://schema.org/OfficialLegalValue");
    }
    let is_machine = item.published(language).is_machine();
    (!is_machine).then_some("https://schema.org/UnofficialLegalValue")
}

fn media_type(nature: &Nature) -> &'static str {
    match nature {
        Nature::Pdf(_) | Nature::BrokenPdf | Nature::Large => "application/pdf",
        Nature::Docx { .. } => {
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        }
        Nature::Xlsx { .. } => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Nature::Pptx { .. } => {
            "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        }
        Nature::OpenDocument { .. } | Nature::Zip => "application/zip",
        Nature::Png => "image/png",
        Nature::Jpeg => "image/jpeg",
        Nature::Gif => "image/gif",
        Nature::Webp => "image/webp",
        Nature::Svg { .. } => "image/svg+xml",
        Nature::Text => "text/plain",
        Nature::OldOffice | Nature::Unknown => "application/octet-stream",
    }
}
