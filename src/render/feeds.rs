//! What is new, for programs that follow a site: Atom, JSON Feed and a calendar.
//!
//! They are made of light records: dates, titles and summaries, never a body.

mod calendar;
mod syntax;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::catalogue::routes::{self, Channel, Syntax};
use crate::catalogue::status::Status;
use crate::catalogue::{Item, ItemIndex};
use crate::date::Date;
use crate::document::meta::Details;
use crate::language::Language;
use crate::render::context::Words;
use crate::render::{Press, item};

pub(super) use calendar::file as calendar;

/// How many entries a feed has.
const LENGTH: usize = 50;

/// What the titles of a specimen begin with, so that nobody takes one for news.
const SPECIMEN: &str = "[MẪU] ";

/// The newest items of every channel: found once for all languages.
#[derive(Debug, Default)]
pub(super) struct Newest(BTreeMap<Channel, Vec<ItemIndex>>);

impl Newest {
    /// Finds them. An alert that is over is no news.
    pub(super) fn new(press: &Press) -> Self {
        let mut items: Vec<_> = press
            .catalogue
            .items()
            .filter(|(_, it)| !is_past_alert(it))
            .filter_map(|(index, it)| Some((Reverse((published(it)?, it.day())), index)))
            .collect();
        items.sort_unstable();
        let mut newest = BTreeMap::<Channel, Vec<ItemIndex>>::new();
        let mut add = |channel, index| {
            let list = newest.entry(channel).or_default();
            if list.len() < LENGTH {
                list.push(index);
            }
        };
        for (_, index) in items {
            let item = press.catalogue.item(index);
            add(Channel::Site, index);
            add(Channel::Section(item.section().to_owned()), index);
            if let Details::Alert(alert) = &item.meta.details
                && let Some(gate) = &alert.gate
            {
                add(Channel::Gate(item.section().to_owned(), gate.value.clone()), index);
            }
        }
        Self(newest)
    }

    fn of(&self, channel: &Channel) -> &[ItemIndex] {
        self.0.get(channel).map_or(&[], Vec::as_slice)
    }
}

fn is_past_alert(item: &Item) -> bool {
    matches!(item.meta.details, Details::Alert(_)) && item.status == Status::Over
}

fn published(item: &Item) -> Option<Date> {
    item.meta.published.as_ref().map(|it| it.value)
}

/// A feed, before it is written.
struct Feed {
    language: Language,
    title: String,
    /// The office's name.
    author: String,
    /// The address of the feed, which is also its id.
    address: String,
    /// The page that shows the same.
    page: String,
    /// The newest day of the entries.
    updated: Date,
    entries: Vec<Entry>,
}

/// One entry of a feed.
struct Entry {
    /// Made of the day of publication and the place in the project: no title, so that it stays.
    id: String,
    url: String,
    title: Words,
    summary: Words,
    published: Date,
    updated: Date,
}

/// A feed as a file.
pub(super) fn file(press: &Press, language: Language, of: &Channel, syntax: Syntax) -> String {
    let feed = feed(press, language, of, syntax);
    match syntax {
        Syntax::Atom => syntax::atom(&feed),
        Syntax::Json => syntax::json(&feed),
    }
}

fn feed(press: &Press, language: Language, of: &Channel, syntax: Syntax) -> Feed {
    let voice = press.voice(language);
    let project = &press.project;
    let office = voice.office(press);
    let section =
        |name: &str| press.catalogue.section_title(name, language).answer(language).1.to_owned();
    let (title, page) = match of {
        Channel::Site => (office.to_owned(), routes::home(language)),
        Channel::Section(name) => {
            (format!("{} – {office}", section(name)), routes::section(project, language, name))
        }
        Channel::Gate(name, gate) => {
            let gate = press.data.gate(gate).map(|it| it.name.answer(language).1);
            let title = format!("{} – {office}", gate.unwrap_or_default());
            (title, routes::section(project, language, name))
        }
    };
    let newest = press.newest.of(of);
    let entries: Vec<_> = newest.iter().filter_map(|it| entry(press, language, *it)).collect();
    Feed {
        language,
        title: marked(project.specimen, &title),
        author: office.to_owned(),
        address: press.url(&routes::feed(project, language, of, syntax)),
        page: press.url(&page),
        updated: entries.iter().map(|it| it.updated).max().unwrap_or(press.as_of()),
        entries,
    }
}

fn entry(press: &Press, language: Language, index: ItemIndex) -> Option<Entry> {
    let item = press.catalogue.item(index);
    let voice = press.voice(language);
    let published = published(item)?;
    let words = item.published(language).words.unwrap_or(item.source_text());
    let mut title = item::title(press, &voice, item);
    if let Some(chip) = item::caution(&voice, item) {
        title.text = format!("{}{}{}", chip.words, voice.say("colon"), title.text);
    }
    title.text = marked(press.project.specimen || item.meta.specimen, &title.text);
    Some(Entry {
        id: id(press.project.host(), published, &item.name, language),
        url: press.url(&routes::item(&press.project, language, item)),
        title,
        summary: item::summary(press, &voice, item, words),
        published,
        updated: item.changed().unwrap_or(published),
    })
}

/// `tag:<host>,<published>:<section>/<slug>:<lang>` (RFC 4151).
fn id(host: &str, published: Date, name: &str, language: Language) -> String {
    let host = host.split(':').next().unwrap_or(host);
    format!("tag:{host},{published}:{name}:{}", language.code())
}

fn marked(is_specimen: bool, title: &str) -> String {
    format!("{}{title}", if is_specimen { SPECIMEN } else { "" })
}
