//! The state of the translations: for each section and language, how much there is.

use serde::Serialize;

use crate::catalogue::{Item, Presence};
use crate::language::{Language, numbers};
use crate::render::Press;
use crate::render::context::{Tongue, Words};
use crate::render::voice::Voice;

/// What the template sees.
#[derive(Serialize)]
pub(super) struct Translations {
    sections: Vec<Section>,
    total: Vec<Row>,
}

#[derive(Serialize)]
struct Section {
    title: Words,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    language: Tongue,
    items: String,
    complete: String,
    percent: String,
    machine: String,
    partial: String,
    stubs: String,
}

/// What was counted. Each item is counted once.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Counts {
    complete: usize,
    machine: usize,
    partial: usize,
    stubs: usize,
}

impl Counts {
    fn all(self) -> usize {
        self.complete + self.machine + self.partial + self.stubs
    }

    fn add(&mut self, item: &Item, language: Language) {
        // A source is no translation.
        if item.source == language {
            return;
        }
        let published = item.published(language);
        *match published.presence {
            Presence::Stub => &mut self.stubs,
            Presence::Partial | Presence::Apart => &mut self.partial,
            Presence::Full if published.is_machine() => &mut self.machine,
            Presence::Full => &mut self.complete,
        } += 1;
    }
}

pub(super) fn table(press: &Press, voice: &Voice<'_>) -> Translations {
    let languages = &press.project.languages;
    let mut total = vec![Counts::default(); languages.len()];
    let mut sections = vec![total.clone(); press.project.sections.len()];
    for (_, item) in press.catalogue.items() {
        let at = press.project.sections.iter().position(|it| it.name == item.section());
        for (number, &language) in languages.iter().enumerate() {
            total[number].add(item, language);
            if let Some(at) = at {
                sections[at][number].add(item, language);
            }
        }
    }
    let rows = |counts: &[Counts]| -> Vec<Row> {
        let counted = languages.iter().zip(counts).filter(|(_, it)| it.all() > 0);
        counted.map(|(language, it)| row(press, voice, *language, *it)).collect()
    };
    let section = |(it, counts): (&crate::project::Section, &Vec<Counts>)| Section {
        title: voice.words(&press.catalogue.section_title(&it.name, voice.language)),
        rows: rows(counts),
    };
    let sections = press.project.sections.iter().zip(&sections).map(section);
    Translations {
        sections: sections.filter(|it| !it.rows.is_empty()).collect(),
        total: rows(&total),
    }
}

fn row(press: &Press, voice: &Voice<'_>, language: Language, it: Counts) -> Row {
    let count = |it: usize| numbers::integer(voice.language, i64::try_from(it).unwrap_or(0));
    Row {
        language: press.voice(language).tongue(),
        items: count(it.all()),
        complete: count(it.complete),
        percent: numbers::percent(it.complete, it.all()),
        machine: count(it.machine),
        partial: count(it.partial),
        stubs: count(it.stubs),
    }
}
