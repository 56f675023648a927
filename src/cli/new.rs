//! `condau init` and `condau new`: a new office, a new item.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::cli::project::Settings;
use crate::cli::terminal::Terminal;
use crate::cli::{Outcome, as_of, pasted, random, site};
use crate::document::Surroundings;
use crate::error::{Attempt, Error};
use crate::new::{self, Site, Wish};
use crate::output;
use crate::schema::is_slug;
use crate::verify::code::Code;

/// `condau init DIR`.
pub(super) fn init(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Error> {
    let Some(folder) = matches.get_one::<PathBuf>("dir") else { return Ok(Outcome::Done) };
    let occupied = std::fs::read_dir(folder).is_ok_and(|mut it| it.next().is_some());
    if occupied || folder.is_file() {
        let path = folder.display().to_string();
        return Err(Error::new(Attempt::MakeFolder, path, "cause-not-empty"));
    }
    output::apply(&new::starter(), folder)?;
    terminal.say("init-done", &[("folder", pasted(folder))]);
    Ok(Outcome::Done)
}

/// `condau new KIND SLUG --title T`.
pub(super) fn new(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Error> {
    let root = site(matches);
    let text = |name: &str| matches.get_one::<String>(name).map_or("", String::as_str);
    let (kind, slug, title) = (text("kind"), text("slug"), text("title"));
    if !is_slug(slug) {
        return Err(Error::new(Attempt::Arguments, slug, "cause-slug"));
    }
    let Settings { sources, project, data, known, .. } = Settings::read(&root)?;
    let section = match matches.get_one::<String>("section") {
        Some(name) => match project.section(name) {
            Some(it) => Some(it.name.as_str()),
            None => {
                let names: Vec<_> = project.sections.iter().map(|it| it.name.as_str()).collect();
                let cause = [("sections", names.join(", "))];
                let cause = terminal.words("cause-unknown-section", &cause);
                return Err(Error::new(Attempt::Arguments, name.clone(), cause));
            }
        },
        None => new::section_for(&project, kind),
    };
    let Some(section) = section else {
        return Err(Error::new(Attempt::Arguments, kind, "cause-no-section"));
    };
    if !project.section(section).is_some_and(|it| it.kinds.iter().any(|it| it == kind)) {
        return Err(Error::new(Attempt::Arguments, section, "cause-kind-in-section"));
    }
    if root.join(folder(section, slug)).exists() {
        return Err(Error::new(Attempt::Write, folder(section, slug), "cause-exists"));
    }
    let code = match matches.get_one::<String>("id") {
        Some(text) => {
            let code = Code::read(text);
            Some(code.map_err(|_| Error::new(Attempt::Arguments, text.clone(), "cause-code"))?)
        }
        None if new::carries_code(kind) => Some(Code::from_random(random()?)),
        None => None,
    };
    let wish = Wish { kind, section, slug, title, code, day: as_of(matches) };
    let surroundings = Surroundings { project: &project, known: &known };
    let papers = new::papers(&sources, surroundings);
    let site = Site { project: &project, data: &data, papers: &papers, words: terminal.messages };
    let changes = new::item(&wish, &site);
    output::apply(&changes, Path::new(&root))?;
    terminal.say("new-done", &[("folder", folder(section, slug))]);
    Ok(Outcome::Done)
}

fn folder(section: &str, slug: &str) -> String {
    format!("content/{section}/{slug}")
}
