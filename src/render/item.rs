//! The page of one item in one language.

mod facts;
pub(super) mod parts;

use crate::article;
use crate::catalogue::relations::{Basis, changed_since};
use crate::catalogue::routes;
use crate::catalogue::status::{self, Status};
use crate::catalogue::{Item, ItemIndex, Presence, Published};
use crate::date::Date;
use crate::diagnostic::Diagnostic;
use crate::document::meta::{Attachment, Details};
use crate::document::{Document, Role, outline};
use crate::language::messages::{Arg, Args};
use crate::language::{Language, Text, numbers};
use crate::render::context::{
    self, Chip, Fact, FileRow, Head, LanguageNote, Link, Moment, Owner, Stamp, Value, Words,
};
use crate::render::head::{self, Subject};
use crate::render::voice::Voice;
use crate::render::{Press, Shared, data, lists, print, verification};
use crate::verify::code::Code;
use crate::verify::replay::{Shown, Standing};

/// The title in the language of the voice, or in the source's.
pub(super) fn title(press: &Press, voice: &Voice<'_>, item: &Item) -> Words {
    if let Some(words) = generated(press, voice, item, "title") {
        return words;
    }
    let published = item.published(voice.language);
    let text = published.words.unwrap_or(item.source_text());
    voice.in_language(text.language, text.title())
}

/// The summary of a text, or the generated one of an alert.
pub(super) fn summary(press: &Press, voice: &Voice<'_>, item: &Item, text: &Document) -> Words {
    generated(press, voice, item, "summary")
        .unwrap_or_else(|| voice.in_language(text.language, text.summary()))
}

/// What the template of an alert says: a message of `alerts.ftl` and its attributes.
fn generated(press: &Press, voice: &Voice<'_>, item: &Item, attribute: &str) -> Option<Words> {
    let Details::Alert(alert) = &item.meta.details else { return None };
    let template = &alert.template.as_ref()?.value;
    let words = |it: &String| numbers::given_time(voice.language, it).unwrap_or(it.clone());
    let params = alert.params.iter().map(|(name, it)| (name.clone(), Arg::Text(words(it))));
    let mut arguments: Args = params.collect();
    for (name, moment) in [("from", &alert.from), ("to", &alert.to)] {
        if let Some(it) = moment {
            arguments.insert(name.to_owned(), Arg::Text(voice.moment(it.value).words));
        }
    }
    if let Some(gate) = alert.gate.as_ref().and_then(|it| press.data.gate(&it.value)) {
        arguments.insert("gate".to_owned(), Arg::Text(voice.words(&gate.name).text));
    }
    let text = voice.messages.attribute(template, attribute, &arguments)?;
    Some(voice.own(text))
}

/// The page.
pub(super) fn page(
    press: &Press,
    shared: &Shared,
    language: Language,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    let item = press.catalogue.item(shared.item);
    let voice = press.voice(language);
    let published = item.published(language);
    let words = published.words.unwrap_or(item.source_text());
    let summary = summary(press, &voice, item, words);
    let is_stub = published.presence == Presence::Stub;
    let is_generated = item.is_generated();
    let section = Link {
        href: press.href(&routes::section(&press.project, language, item.section())),
        title: voice.words(&press.catalogue.section_title(item.section(), language)),
    };
    // A stub repeats the source: search engines are led there.
    let own = if is_stub { item.source } else { language };
    let mut head = Head {
        title: title(press, &voice, item),
        description: summary.text.clone(),
        canonical: press.url(&routes::item(&press.project, own, item)),
        languages: lists::item_alternates(press, item, language),
        crumbs: vec![lists::home_crumb(press, &voice), section],
        noindex: press.project.specimen || published.is_machine(),
        machine: String::new(),
    };
    head.machine = head::machine(press, &voice, &head, &Subject::Item(item));
    let text = published.text;
    let sealed = item.seal.as_ref().and_then(|it| it.article(text.language)).filter(|_| !is_stub);
    let (article, headings) = match (generated(press, &voice, item, "body"), published.alignment) {
        (Some(body), _) => (format!("<p>{}</p>", escape(&body.text)), None),
        (None, _) if !text.has_text() => (String::new(), None),
        (None, _) if sealed.is_some() => {
            let name = sealed.as_deref().unwrap_or_default();
            let body = text.tree(&press.sources);
            (press.sealed_article(item, text, &body, name), None)
        }
        (None, None) => {
            let body = shared.source.as_ref().filter(|_| text.language == item.source);
            (press.article(Some(shared.item), text, body, language), None)
        }
        (None, Some(alignment)) => {
            let (article, headings) = press.filled_article(shared, alignment, text);
            (article, Some(headings))
        }
    };
    let tables = data::tables(press, &voice, item)?;
    let contents = match headings {
        // A table is what the reader came for; nothing stands between it and the summary.
        _ if !tables.is_empty() => Vec::new(),
        Some(headings) => contents_of_filled(&voice, &headings),
        None => contents(item, text),
    };
    let context = context::Item {
        kind: item.meta.kind.value.clone(),
        kind_words: kind_words(&voice, item),
        chip: chip(&voice, item),
        marks: marks(press, &voice, item),
        number: item.number().map(|it| it.value.clone()).unwrap_or_default(),
        byline: facts::byline(press, &voice, item),
        languages: language_notes(press, item, language),
        notices: notices(&voice, item, published),
        banner: banner(press, &voice, item),
        // The time limit and the fee of what is no longer offered would mislead.
        key_facts: match item.status {
            it if it.is_withdrawn() => Vec::new(),
            _ => facts::key_facts(press, &voice, item, (text, words)),
        },
        opening: facts::opening(&voice, item),
        apply: apply(item),
        key_part: match item.status {
            it if it.is_withdrawn() => String::new(),
            _ => parts::key_part(press, &voice, item, text)?,
        },
        tables,
        parts: parts::parts(press, &voice, item)?,
        facts: facts::facts(press, &voice, item, words),
        relations: facts::relations(press, &voice, item),
        files: attachments(press, &voice, item),
        stamp: stamp(press, &voice, item),
        address: press.url(&routes::item(&press.project, language, item)),
        successors: successors(press, item)
            .into_iter()
            .map(|it| item_value(press, &voice, it))
            .collect(),
        feed: gate_feed(press, language, item),
        paper: print::paper(press, &voice, item),
        owner: owner(press, &voice, item),
        contents,
        text_lang: (text.language != language && !is_generated).then(|| text.language.tag()),
        has_text: !article.is_empty(),
        sealed: sealed.is_some(),
        changed: changed(&voice, item),
        summary,
    };
    let extra = [("item", tera::Value::from_serializable(&context))];
    press.render(language, "item.html", &head, &extra, &article)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn kind_words(voice: &Voice<'_>, item: &Item) -> String {
    match &item.meta.details {
        Details::Document(it) => {
            it.kind.as_ref().map(|it| voice.say(&format!("doctype-{}", it.value)))
        }
        Details::Programme(it) => {
            it.kind.as_ref().map(|it| voice.say(&format!("programme-{}", it.value)))
        }
        // "Page" would tell nobody anything.
        Details::Page(_) => Some(String::new()),
        _ => None,
    }
    .unwrap_or_else(|| voice.say(&format!("kind-{}", item.meta.kind.value)))
}

/// What an item is today. An alert that holds is as serious as it says; an event is not "open".
pub(super) fn chip(voice: &Voice<'_>, item: &Item) -> Option<Chip> {
    match (&item.meta.details, item.status) {
        (Details::Alert(it), Status::Open) => {
            let severity = SEVERITIES.iter().find(|word| **word == it.severity)?;
            let words = voice.say(&format!("severity-{severity}"));
            Some(Chip { status: severity, words, state: None })
        }
        (Details::Programme(it), Status::Open | Status::Upcoming)
            if it.kind.as_ref().is_some_and(|it| it.value == "event") =>
        {
            let open = item.status == Status::Open;
            let words = voice.say(if open { "event-open" } else { "event-soon" });
            Some(Chip { status: item.status.word(), words, state: None })
        }
        _ => voice.chip(item.status).map(|it| Chip { state: marked(item), ..it }),
    }
}

/// What a sealed item is, where even a bare mention of it must say so: anything but in force.
pub(super) fn caution(voice: &Voice<'_>, item: &Item) -> Option<Chip> {
    let seal = item.seal.as_ref();
    seal.filter(|it| it.standing != Standing::InForce).and_then(|_| chip(voice, item))
}

/// Code and state of a sealed item, where its status is said in the words of the register.
fn marked(item: &Item) -> Option<String> {
    let seal = item.seal.as_ref()?;
    let is_of_register =
        !matches!(item.status, Status::Expiring | Status::Terminated | Status::Withdrawn);
    is_of_register.then(|| format!("{} {}", seal.code, Shown::Of(seal.standing).word()))
}

/// What a reader must see of an answer besides its status: that it came late, and that what it relies
/// on has changed since.
pub(super) fn marks(press: &Press, voice: &Voice<'_>, item: &Item) -> Vec<Chip> {
    let Details::Question(it) = &item.meta.details else { return Vec::new() };
    let days = it.asked.as_ref().zip(it.answered.as_ref());
    let days = days.filter(|_| item.status == Status::Answered);
    let late = days.and_then(|(asked, answered)| late(press, voice, asked.value, answered.value));
    let changed = changed_since(&press.catalogue, &press.data, item);
    let changed = changed.map(|_| Chip {
        status: "basis-changed",
        words: voice.say("mark-basis-changed"),
        state: None,
    });
    late.into_iter().chain(changed).collect()
}

/// The mark of an answer that took more working days than the office means to take.
pub(super) fn late(
    press: &Press,
    voice: &Voice<'_>,
    received: Date,
    answered: Date,
) -> Option<Chip> {
    let days = press.data.working_days.between(received, answered);
    let is_late = days > press.project.targets.answer_days;
    is_late.then(|| Chip { status: "late", words: voice.say("log-late"), state: None })
}

const SEVERITIES: [&str; 3] = ["info", "warning", "closure"];

/// What the text of each language is (content.md §5, authenticity).
fn language_notes(press: &Press, item: &Item, current: Language) -> Vec<LanguageNote> {
    let note = |&language: &Language| {
        let voice = press.voice(language);
        let address = routes::item(&press.project, language, item);
        LanguageNote {
            language: voice.tongue(),
            href: press.href(&address),
            current: language == current,
            state: state(&voice, item, item.published(language)),
        }
    };
    press.project.languages.iter().map(note).collect()
}

fn state(voice: &Voice<'_>, item: &Item, published: Published<'_>) -> String {
    let authentic = &item.meta.authentic;
    let id = match published.presence {
        // Each text is as much the original as the others.
        _ if item.is_generated() => return String::new(),
        Presence::Stub => "text-stub",
        _ if authentic.contains(&published.language) && authentic.len() > 1 => "text-equal",
        _ if published.language == item.source => "text-original",
        _ if published.is_machine() => "text-machine",
        Presence::Partial => {
            let all = item.source_text().kinds.iter().count();
            let done = all - untranslated(published);
            let (done, all) = (done.to_string(), all.to_string());
            return voice.say_with("text-partial", &[("done", &done), ("all", &all)]);
        }
        Presence::Apart => "text-apart",
        Presence::Full if is_reviewed(published) => "text-reference",
        Presence::Full => "text-draft",
    };
    voice.say(id)
}

/// How many blocks of the source a translation lacks.
fn untranslated(published: Published<'_>) -> usize {
    published.alignment.map_or(0, |it| it.untranslated().count())
}

fn is_reviewed(published: Published<'_>) -> bool {
    matches!(&published.text.role, Role::Translation(it) if it.reviewed.is_some())
}

/// Sentences above the text; only those whose case holds (translation.md §7).
fn notices(voice: &Voice<'_>, item: &Item, published: Published<'_>) -> Vec<String> {
    let mut notices = Vec::new();
    let authentic = &item.meta.authentic;
    let name = |it: Language| voice.say(&format!("{}-adjective", it.message()));
    if item.is_generated() {
        return notices;
    }
    if authentic.len() > 1 {
        let names: Vec<_> = authentic.iter().map(|it| name(*it)).collect();
        notices.push(voice.say_with("notice-equal", &[("languages", &join(voice, &names))]));
        if let Some(prevails) = &item.meta.prevails {
            notices.push(voice.say_with("notice-prevails", &[("language", &name(prevails.value))]));
        }
    }
    if authentic.contains(&published.language) || !item.source_text().has_text() {
        return notices;
    }
    let source = name(item.source);
    if published.presence == Presence::Stub {
        notices.push(voice.say_with("notice-stub", &[("language", &source)]));
        return notices;
    }
    notices.push(match authentic.len() {
        1 => voice.say_with("notice-reference", &[("language", &source)]),
        // The texts that count were named above.
        _ => voice.say("notice-reference-only"),
    });
    if published.presence == Presence::Apart {
        notices.push(voice.say_with("notice-apart", &[("language", &source)]));
    }
    if published.presence == Presence::Partial {
        let n = i64::try_from(untranslated(published)).unwrap_or(i64::MAX);
        let arguments = [("n", Arg::Number(n)), ("language", Arg::Text(source))];
        let arguments = arguments.map(|(name, it)| (name.to_owned(), it));
        notices.push(voice.messages.text("notice-missing", &Args::from(arguments)));
    }
    if published.is_machine() {
        notices.push(voice.say("notice-machine"));
    } else if !is_reviewed(published) {
        notices.push(voice.say("notice-not-reviewed"));
    }
    notices
}

fn join(voice: &Voice<'_>, names: &[String]) -> String {
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            let rest = rest.join(&voice.say("list-comma"));
            voice.say_with("list-and", &[("first", &rest), ("last", last)])
        }
        _ => names.concat(),
    }
}

/// What has replaced or repealed an item: the way on, at the top of its page.
pub(super) fn successors(press: &Press, item: &Item) -> Vec<ItemIndex> {
    let by = item.relations.replaced_by.iter().chain(&item.relations.repealed_by);
    let holds = |it: &ItemIndex| {
        let since = status::effective(press.catalogue.item(*it));
        since.is_some_and(|it| it <= press.as_of())
    };
    by.copied().filter(holds).collect()
}

/// The feed of the gate that an alert is about.
fn gate_feed(press: &Press, language: Language, item: &Item) -> Option<String> {
    let Details::Alert(it) = &item.meta.details else { return None };
    let of = routes::Channel::Gate(item.section().to_owned(), it.gate.as_ref()?.value.clone());
    let address = routes::feed(&press.project, language, &of, routes::Syntax::Atom);
    Some(press.href(&address))
}

/// What a reader must know before anything else.
fn banner(press: &Press, voice: &Voice<'_>, item: &Item) -> String {
    if let Details::Procedure(it) = &item.meta.details
        && let Some(withdrawn) = it.withdrawn.as_ref().filter(|it| it.value <= press.as_of())
    {
        let date = voice.date(withdrawn.value).words;
        return voice.say_with("banner-withdrawn", &[("date", &date)]);
    }
    if let Details::Mou(it) = &item.meta.details
        && it.cleared.as_ref().is_some_and(|it| !it.value)
    {
        return voice.say("banner-not-cleared");
    }
    if let Details::Alert(it) = &item.meta.details
        && item.status == Status::Over
        && let Some(to) = &it.to
    {
        return voice.say_with("ended-on", &[("date", &voice.moment(to.value).words)]);
    }
    match changed_since(&press.catalogue, &press.data, item) {
        Some(date) => voice.say_with("banner-basis-changed", &[("date", &voice.date(date).words)]),
        None => String::new(),
    }
}

/// The section of the papers that an applicant gathers. A text with a code will be sealed, and boxes
/// are not words.
pub(super) fn checklist(item: &Item) -> Option<&'static str> {
    let is_procedure = matches!(item.meta.details, Details::Procedure(_));
    (is_procedure && item.code().is_none()).then_some("dossier")
}

fn apply(item: &Item) -> String {
    match &item.meta.details {
        Details::Procedure(it) if it.withdrawn.is_none() => {
            it.apply_url.as_ref().map(|it| it.value.clone()).unwrap_or_default()
        }
        _ => String::new(),
    }
}

/// The files of an item with what they are: attachments, and forms.
pub(super) fn files(press: &Press, voice: &Voice<'_>, item: &Item) -> Vec<FileRow> {
    let mut rows = attachments(press, voice, item);
    rows.extend(forms(press, voice, item));
    rows
}

fn attachments(press: &Press, voice: &Voice<'_>, item: &Item) -> Vec<FileRow> {
    let attachments = item.meta.attachments.iter();
    let row = |it: &Attachment| {
        let row = file(press, voice, item, &it.file.value, &it.label)?;
        let name = it.language.map(|it| voice.say(&format!("{}-adjective", it.message())));
        let language = name.map(|it| voice.say_with("file-language", &[("language", &it)]));
        Some(FileRow { language: language.unwrap_or_default(), ..row })
    };
    attachments.filter_map(row).collect()
}

fn forms(press: &Press, voice: &Voice<'_>, item: &Item) -> Vec<FileRow> {
    let Details::Procedure(it) = &item.meta.details else { return Vec::new() };
    let forms = it.forms.iter();
    forms.filter_map(|it| file(press, voice, item, &it.file.value, &it.label)).collect()
}

fn file(
    press: &Press,
    voice: &Voice<'_>,
    item: &Item,
    name: &str,
    label: &Text,
) -> Option<FileRow> {
    let real = press.sources.attachment(&item.file_path(name))?;
    let title = if label.is_empty() { voice.own(name) } else { voice.words(label) };
    Some(FileRow {
        link: Link { href: press.href(&routes::file(&press.project, item, name)), title },
        language: String::new(),
        format: name.rsplit_once('.').map(|(_, it)| it.to_uppercase()).unwrap_or_default(),
        size: numbers::file_size(voice.language, real.length),
        sha256: groups_of_four(&real.hex()),
    })
}

/// A digest as it is compared by eye.
pub(super) fn groups_of_four(text: &str) -> String {
    let chunks = text.as_bytes().chunks(4).map(|it| String::from_utf8_lossy(it).into_owned());
    chunks.collect::<Vec<_>>().join(" ")
}

/// The stamp: picture, code in words, address.
fn stamp(press: &Press, voice: &Voice<'_>, item: &Item) -> Option<Stamp> {
    let code = item.code()?;
    let shown = match &item.seal {
        Some(it) => Some(Shown::Of(it.standing)),
        // An office without a register seals nothing.
        None => press.register.is_some().then_some(Shown::Unsealed),
    };
    let state = shown.and_then(|it| {
        let words = it.words(voice.language.tag())?.to_owned();
        let state = Some(format!("{code} {}", it.word()));
        Some(Chip { status: it.word(), words, state })
    });
    Some(Stamp {
        href: press.href(&routes::verify(code)),
        picture: press.href(&routes::symbol(code)),
        address: format!("{}{}/V", press.project.host(), press.base),
        plain: code.to_string(),
        code: code.grouped(),
        state,
        sealed: sealed(press, voice, code).unwrap_or_default(),
    })
}

/// Which version is shown, and when it was sealed.
fn sealed(press: &Press, voice: &Voice<'_>, code: Code) -> Option<String> {
    let newest = press.register.as_ref()?.newest(code)?;
    let date = voice.date(verification::sealed::sealed_on(&newest.entry)?).words;
    let number = newest.entry.number("version")?.to_string();
    Some(voice.say_with("stamp-sealed", &[("n", &number), ("date", &date)]))
}

fn owner(press: &Press, voice: &Voice<'_>, item: &Item) -> Option<Owner> {
    let unit = press.data.unit(&item.meta.owner.as_ref()?.value)?;
    Some(Owner { name: voice.unit(unit), email: unit.email.clone() })
}

/// The headings of the second level, if there are at least three.
fn contents(item: &Item, text: &Document) -> Vec<Link> {
    let anchors = item.anchors(text.language);
    let headings = text.outline.headings.iter().zip(anchors).filter(|(it, _)| it.level == 2);
    let link = |(heading, anchor): (&outline::Heading, &String)| Link {
        href: format!("#{anchor}"),
        title: Words { text: heading.text.clone(), lang: None },
    };
    let mut links: Vec<_> = headings.map(link).collect();
    let at = |id: &str| links.iter().position(|it| it.href.strip_prefix('#') == Some(id));
    // As the article has it.
    if matches!(item.meta.details, Details::Procedure(_))
        && let (Some(steps), Some(dossier)) = (at("steps"), at("dossier"))
        && steps < dossier
    {
        links[steps..=dossier].rotate_right(1);
    }
    at_least_three(links)
}

/// The same for a translation with what it lacks.
fn contents_of_filled(voice: &Voice<'_>, headings: &[article::Heading]) -> Vec<Link> {
    let link = |it: &article::Heading| Link {
        href: format!("#{}", it.anchor),
        title: voice.in_language(it.language, &it.text),
    };
    at_least_three(headings.iter().filter(|it| it.level == 2).map(link).collect())
}

fn at_least_three(links: Vec<Link>) -> Vec<Link> {
    if links.len() < 3 { Vec::new() } else { links }
}

/// A link to the section of a text with an anchor, by the words of its heading.
fn section_link(voice: &Voice<'_>, item: &Item, text: &Document, anchor: &str) -> Option<Link> {
    let at = item.anchors(text.language).iter().position(|it| it == anchor)?;
    let heading = text.outline.headings.get(at)?;
    Some(Link {
        href: format!("#{anchor}"),
        title: voice.in_language(text.language, &heading.text),
    })
}

fn changed(voice: &Voice<'_>, item: &Item) -> Option<Moment> {
    item.changed().map(|it| voice.date(it))
}

/// The title of an item after its number, if that says anything.
pub(super) fn name(press: &Press, voice: &Voice<'_>, item: &Item) -> Words {
    // The code of a procedure names nothing that a reader knows.
    let is_procedure = matches!(item.meta.details, Details::Procedure(_));
    let number = item.number().filter(|_| !is_procedure);
    let number = number.map(|it| format!("{} ", it.value)).unwrap_or_default();
    let mut words = title(press, voice, item);
    words.text = format!("{number}{}", words.text);
    words
}

/// A link to another item.
pub(super) fn item_value(press: &Press, voice: &Voice<'_>, index: ItemIndex) -> Value {
    let item = press.catalogue.item(index);
    let status = chip(voice, item).map(|it| it.words);
    let note: Vec<_> = match parts::entry_note(press, voice, item) {
        Some(note) => status.into_iter().chain([note]).collect(),
        None => item.day().map(|it| voice.date(it).words).into_iter().chain(status).collect(),
    };
    Value {
        words: name(press, voice, item),
        href: Some(press.href(&routes::item(&press.project, voice.language, item))),
        note: match note.as_slice() {
            [first, second] => {
                let second = voice.say_with("in-parentheses", &[("text", second)]);
                [first, voice.say("gap").as_str(), &second].concat()
            }
            _ => note.concat(),
        },
        ..Value::default()
    }
}

/// A link to something an item relies on.
pub(super) fn basis_value(press: &Press, voice: &Voice<'_>, basis: &Basis) -> Value {
    let ended = crate::catalogue::relations::ended(&press.catalogue, &press.data, basis);
    let note = ended.map(|(date, by)| {
        let date = voice.date(date).words;
        let by = if by.is_empty() { "none" } else { &by };
        voice.say_with("basis-ended-note", &[("date", &date), ("by", by)])
    });
    let mut value = match basis {
        Basis::Item(index) => item_value(press, voice, *index),
        Basis::Instrument(number) => {
            let instrument = press.data.instruments.get(number);
            let mut words = instrument.map(|it| voice.words(&it.title)).unwrap_or_default();
            words.text = format!("{number} {}", words.text);
            let url = instrument.map(|it| it.url.clone()).filter(|it| !it.is_empty());
            let status = instrument.map(|it| data::status_of(it, note.is_some(), press.as_of()));
            let status = status.and_then(|it| voice.chip(it)).map(|it| it.words);
            Value { words, href: url, note: status.unwrap_or_default(), ..Value::default() }
        }
    };
    if let Some(note) = note {
        value.note = note;
    }
    // What was never compared with the original is said with that.
    if let Basis::Instrument(number) = basis
        && press.data.instruments.get(number).is_some_and(|it| !it.verified)
    {
        value.note = match value.note.as_str() {
            "" => voice.say("basis-not-compared"),
            state => voice.say_with("basis-state-not-compared", &[("state", state)]),
        };
    }
    value
}

/// A fact, unless it has nothing to say.
pub(super) fn fact(voice: &Voice<'_>, label: &str, values: Vec<Value>) -> Option<Fact> {
    (!values.is_empty()).then(|| Fact { label: voice.say(label), values })
}
