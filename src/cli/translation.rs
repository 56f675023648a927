//! `condau translation`: what is translated, what is to be done next, and what was accepted.

use std::path::Path;

use clap::ArgMatches;
use serde::Serialize;

use crate::catalogue::progress::{self, BlockProgress, Progress};
use crate::catalogue::{Catalogue, Item};
use crate::changes::{Change, Changes};
use crate::cli::terminal::Terminal;
use crate::cli::{Outcome, as_of, site};
use crate::data::Data;
use crate::date::Date;
use crate::diagnostic::problem::Problem;
use crate::diagnostic::report::{self, Style};
use crate::diagnostic::{Diagnostics, Span};
use crate::document::LOCK;
use crate::document::blocks::Leaf;
use crate::error::{Attempt, Error};
use crate::language::Language;
use crate::output;
use crate::project::Project;
use crate::site::{self as line, Options};
use crate::source::Sources;
use crate::translation;
use crate::translation::lock::{Lock, Quality};
use crate::translation::state::State;
use crate::translation::words::{Part, diff};

pub(super) fn run(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Error> {
    let Some((name, matches)) = matches.subcommand() else { return Ok(Outcome::Done) };
    let root = site(matches);
    let Some(desk) = Desk::read(&root, as_of(matches), terminal)? else {
        return Ok(Outcome::Problems);
    };
    match name {
        "status" => desk.status(matches, terminal),
        "next" => desk.next(matches, terminal),
        "align" => desk.align(matches, terminal),
        _ if matches.get_flag("from-review") => desk.accept_reviews(matches, &root, terminal),
        _ => desk.accept(matches, &root, terminal),
    }
}

/// The items, and what is said of their translations.
struct Desk {
    sources: Sources,
    project: Project,
    data: Data,
    catalogue: Catalogue,
    names: std::collections::BTreeSet<String>,
    as_of: Date,
}

/// One translation of one item.
struct Work<'a> {
    item: &'a Item,
    progress: Progress,
}

impl Desk {
    /// Reads the project; none where a lock is damaged, which is told.
    fn read(root: &Path, as_of: Date, terminal: &Terminal<'_>) -> Result<Option<Self>, Error> {
        let mut found = Diagnostics::default();
        let sources = Sources::read(root, &mut found)?;
        let options = Options { as_of, drafts: true, production: false };
        let Some((project, data, catalogue)) = line::joined(&sources, options, &mut found) else {
            let root = root.display().to_string();
            return Err(Error::new(Attempt::FindSite, root, "cause-settings"));
        };
        let damaged: Vec<_> = found
            .sorted()
            .into_iter()
            .filter(|it| matches!(it.problem, Problem::LockInvalid { .. }))
            .collect();
        if !damaged.is_empty() {
            let reported = crate::check::judge(damaged, Some(&project), &sources, false);
            let reported: Vec<_> = reported.iter().collect();
            let style = Style { color: terminal.colors() };
            terminal.complain(&report::human(&reported, &sources, terminal.messages, style));
            return Ok(None);
        }
        let names = translation::shared_words(&data);
        Ok(Some(Self { sources, project, data, catalogue, names, as_of }))
    }

    /// The translations that were asked for, in the order of the items.
    fn works(&self, matches: &ArgMatches) -> Result<Vec<Work<'_>>, Error> {
        let asked = matches.get_many::<String>("item").into_iter().flatten();
        let asked = asked.map(|it| self.item(it)).collect::<Result<Vec<_>, _>>()?;
        let language = self.language(matches)?;
        let of_item =
            |item: &Item| asked.is_empty() || asked.iter().any(|it| std::ptr::eq(*it, item));
        let mut works = Vec::new();
        for (_, item) in self.catalogue.items().filter(|it| of_item(it.1)) {
            for &it in self.project.languages.iter().filter(|it| language.is_none_or(|l| l == **it))
            {
                let progress = Progress::of(item, it, &self.sources, &self.names);
                works.extend(progress.map(|progress| Work { item, progress }));
            }
        }
        Ok(works)
    }

    /// An item by its name, or by the path of its folder or of a file in it.
    fn item(&self, typed: &str) -> Result<&Item, Error> {
        let name = typed.trim_start_matches("./").trim_start_matches("content/");
        let name = name.trim_end_matches('/');
        let parts: Vec<_> = name.splitn(3, '/').take(2).collect();
        let found = self.catalogue.find(&parts.join("/"));
        let unknown = || Error::new(Attempt::Arguments, typed, "cause-unknown-item");
        found.map(|it| self.catalogue.item(it)).ok_or_else(unknown)
    }

    fn language(&self, matches: &ArgMatches) -> Result<Option<Language>, Error> {
        let Some(code) = matches.get_one::<String>("lang") else { return Ok(None) };
        let language = Language::from_code(code).filter(|it| self.project.languages.contains(it));
        let unknown = || Error::new(Attempt::Arguments, code.as_str(), "cause-language");
        Ok(Some(language.ok_or_else(unknown)?))
    }

    /// A place as people look it up: file and line.
    fn place(&self, span: Span) -> String {
        format!("{}:{}", self.sources.path(span.file), self.line(span))
    }

    fn line(&self, span: Span) -> usize {
        report::place(self.sources.file_text(span.file), span.range().start).line
    }

    fn status(&self, matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Error> {
        let works = self.works(matches)?;
        let is_done = works.iter().all(|it| it.progress.is_done());
        if matches.get_one::<String>("format").is_some_and(|it| it == "json") {
            terminal.print(&self.json(&works));
        } else {
            for it in &works {
                terminal.say("translation-row", &self.row(it, terminal));
            }
            let done = works.iter().filter(|it| it.progress.is_done()).count();
            let counts = [("done", done.to_string()), ("all", works.len().to_string())];
            terminal.say("translation-summary", &counts);
        }
        Ok(if is_done { Outcome::Done } else { Outcome::Problems })
    }

    /// One line of the table.
    fn row(&self, work: &Work<'_>, terminal: &Terminal<'_>) -> Vec<(&'static str, String)> {
        let counts = work.progress.counts();
        let count = |(state, n): (&State, &usize)| {
            terminal.words(&format!("state-{}", state.code()), &[("n", n.to_string())])
        };
        let counts: Vec<_> = counts.iter().map(count).collect();
        let oldest = work.progress.oldest_stale().map_or("none".to_owned(), |it| it.to_string());
        vec![
            ("item", work.item.name.clone()),
            ("language", work.progress.language.code().to_owned()),
            ("percent", work.progress.percent().to_string()),
            ("counts", counts.join(", ")),
            ("oldest", oldest),
        ]
    }

    fn json(&self, works: &[Work<'_>]) -> String {
        let block = |it: &'_ BlockProgress| Row {
            anchor: it.anchor.clone(),
            kind: it.kind.clone(),
            state: it.judged.state.code(),
            quality: it.judged.quality.code(),
            edited: (it.judged.state == State::Stale).then_some(it.judged.edited),
            moved: it.judged.moved.then_some(true),
            source_line: it.source.as_ref().map(|it| self.line(it.span)),
            target_line: it.target.as_ref().map(|it| self.line(it.span)),
        };
        let item = |it: &Work<'_>| {
            let counts = it.progress.counts();
            ItemRow {
                item: it.item.name.clone(),
                lang: it.progress.language.code(),
                source: it.item.source.code(),
                percent: it.progress.percent(),
                counts: counts.into_iter().map(|(state, n)| (state.code(), n)).collect(),
                blocks: it.progress.blocks.iter().map(block).collect(),
            }
        };
        let items = works.iter().map(item).collect();
        let report = Report { version: 1, as_of: self.as_of.to_string(), items };
        let mut json = serde_json::to_string(&report).unwrap_or_default();
        json.push('\n');
        json
    }

    fn next(&self, matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Error> {
        let works = self.works(matches)?;
        let mut best: Option<(Rank, &Work<'_>, &BlockProgress)> = None;
        for work in &works {
            for it in &work.progress.blocks {
                let Some(rank) = rank(it) else { continue };
                if best.as_ref().is_none_or(|best| rank < best.0) {
                    best = Some((rank, work, it));
                }
            }
        }
        let Some((_, work, block)) = best else {
            terminal.say("translation-nothing", &[]);
            return Ok(Outcome::Done);
        };
        let (item, language) = (work.item, work.progress.language);
        let place = block.target.as_ref().or(block.source.as_ref());
        let place = place.map_or_else(String::new, |it| self.place(it.span));
        let state = terminal.words(&format!("state-word-{}", block.judged.state.code()), &[]);
        let anchor = block.anchor.clone().unwrap_or_default();
        terminal.say(
            "translation-next",
            &[
                ("place", place),
                ("item", item.name.clone()),
                ("language", language.code().to_owned()),
                ("anchor", anchor),
                ("state", state),
            ],
        );
        let old = block.judged.entry.as_ref().and_then(|it| item.lock()?.texts.get(&it.source));
        let line = |id: &str, text: &str| terminal.say(id, &[("text", text.to_owned())]);
        let says = |it: &Option<Leaf>| it.as_ref().map(|it| it.text.clone());
        if let Some(old) = old.filter(|_| block.judged.state == State::Stale) {
            line("translation-source-then", &old.text);
            let now = block.source.as_ref().map_or("", |it| it.text.as_str());
            line("translation-difference", &difference(&old.text, now));
        }
        if let Some(it) = says(&block.source) {
            line("translation-source-now", &it);
        }
        if let Some(it) = says(&block.target) {
            line("translation-present", &it);
        }
        if let Some(source) = says(&block.source) {
            let source = source.to_lowercase();
            for term in &self.data.glossary {
                let forms = term.name.get(item.source).zip(term.name.get(language));
                if let Some((ours, theirs)) =
                    forms.filter(|it| source.contains(&it.0.to_lowercase()))
                {
                    let form = [("term", ours.to_owned()), ("form", theirs.to_owned())];
                    terminal.say("translation-term", &form);
                }
            }
        }
        Ok(Outcome::Done)
    }

    fn align(&self, matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Error> {
        let work = self.one(matches)?;
        let mut first = None;
        for it in &work.progress.blocks {
            let line = |it: &Option<Leaf>| {
                it.as_ref().map_or("–".to_owned(), |it| self.line(it.span).to_string())
            };
            let row = [
                ("anchor", it.anchor.clone().unwrap_or_else(|| "–".to_owned())),
                ("kind", it.kind.clone()),
                ("source", line(&it.source)),
                ("target", line(&it.target)),
            ];
            terminal.say("translation-pair", &row);
            if first.is_none() && (it.source.is_none() || it.target.is_none()) {
                first = Some(it);
            }
        }
        let Some(first) = first else {
            terminal.say("translation-aligned", &[]);
            return Ok(Outcome::Done);
        };
        let shown = |it: &Option<Leaf>| match it {
            Some(it) => format!("{}  {}", self.place(it.span), excerpt(&it.text)),
            None => "–".to_owned(),
        };
        let diverges = [
            ("state", terminal.words(&format!("state-word-{}", first.judged.state.code()), &[])),
            ("source", shown(&first.source)),
            ("target", shown(&first.target)),
            ("what", first.judged.state.code().to_owned()),
        ];
        terminal.say("translation-diverges", &diverges);
        Ok(Outcome::Problems)
    }

    /// The only translation that a command is about.
    fn one(&self, matches: &ArgMatches) -> Result<Work<'_>, Error> {
        let typed = matches.get_one::<String>("item").map_or("", String::as_str);
        let item = self.item(typed)?;
        let language = self.language(matches)?.unwrap_or(item.source);
        let refused = |cause| Error::new(Attempt::Arguments, language.code(), cause);
        if language == item.source {
            return Err(refused("cause-language-source"));
        }
        let progress = Progress::of(item, language, &self.sources, &self.names);
        Ok(Work { item, progress: progress.ok_or_else(|| refused("cause-no-translation"))? })
    }

    fn accept(
        &self,
        matches: &ArgMatches,
        root: &Path,
        terminal: &Terminal<'_>,
    ) -> Result<Outcome, Error> {
        let work = self.one(matches)?;
        let text = |name: &str| matches.get_one::<String>(name).map_or("", String::as_str);
        let quality = Quality::from_code(text("quality")).unwrap_or(Quality::Draft);
        let by = text("by");
        let is_unit = self.data.units.iter().any(|it| it.id.value == by);
        if quality == Quality::Reviewed && !is_unit {
            return Err(Error::new(Attempt::Arguments, by, "cause-unknown-unit"));
        }
        let on = matches.get_one::<Date>("on").copied().unwrap_or(self.as_of);
        let wanted: Vec<_> = matches.get_many::<String>("block").into_iter().flatten().collect();
        let is_pair = |it: &BlockProgress| it.source.is_some() && it.target.is_some();
        let named =
            |it: &BlockProgress| wanted.iter().any(|name| it.anchor.as_ref() == Some(*name));
        let refused: Vec<_> = wanted
            .iter()
            .filter(|name| {
                let mut blocks = work.progress.blocks.iter();
                !blocks.any(|it| it.anchor.as_ref() == Some(**name) && is_pair(it))
            })
            .collect();
        if !refused.is_empty() {
            for name in refused {
                terminal.warn("translation-refused", &[("block", (**name).clone())]);
            }
            return Ok(Outcome::Problems);
        }
        let identical = matches.get_flag("identical");
        let is_left = |it: &BlockProgress| it.judged.state == State::Identical && !identical;
        let takes = |it: &BlockProgress| {
            if wanted.is_empty() { !is_left(it) } else { named(it) }
        };
        let (written, accepted) = self.write(&work, None, takes, (quality, by, on))?;
        output::apply(&Changes(written.into_iter().collect()), root)?;
        for it in accepted {
            self.say_block("translation-accepted", it, terminal);
        }
        if wanted.is_empty() {
            for it in work.progress.blocks.iter().filter(|it| !is_pair(it) || is_left(it)) {
                self.say_block("translation-left", it, terminal);
            }
        }
        Ok(Outcome::Done)
    }

    fn accept_reviews(
        &self,
        matches: &ArgMatches,
        root: &Path,
        terminal: &Terminal<'_>,
    ) -> Result<Outcome, Error> {
        let mut changes = Changes::default();
        let mut count = 0;
        let mut said = Vec::new();
        let works = self.works(matches)?;
        for work in &works {
            let text = work.item.text(work.progress.language);
            let Some((by, on)) = text.and_then(|it| progress::new_review(work.item, it)) else {
                continue;
            };
            let review = (Quality::Reviewed, by.as_str(), on);
            // Two languages of one item share a file: each takes the lock as the one before left it.
            let path = lock_path(work.item);
            let before = changes.0.iter().position(|it: &Change| it.path == Path::new(&path));
            let left = before.and_then(|it| changes.0.remove(it).bytes);
            let (written, accepted) = self.write(work, left, Progress::is_for_review, review)?;
            said.extend(accepted);
            count += usize::from(written.is_some());
            changes.0.extend(written);
        }
        output::apply(&changes, root)?;
        for it in said {
            self.say_block("translation-accepted", it, terminal);
        }
        terminal.say("translation-reviews", &[("n", count.to_string())]);
        Ok(Outcome::Done)
    }

    /// The lock with what is accepted of one translation, none where it would be the same; and what
    /// is accepted. `left` is the lock as a translation before has left it.
    fn write<'w>(
        &self,
        work: &'w Work<'_>,
        left: Option<Vec<u8>>,
        takes: impl Fn(&BlockProgress) -> bool,
        review: (Quality, &str, Date),
    ) -> Result<(Option<Change>, Vec<&'w BlockProgress>), Error> {
        let item = work.item;
        let path = lock_path(item);
        let before = self.sources.find(&path).map(|it| self.sources.file_text(it));
        let left = left.and_then(|it| String::from_utf8(it).ok());
        let read = left.as_deref().map(|it| Lock::parse(it, item.source)).transpose();
        let read = read.map_err(|it| Error::new(Attempt::Read, path.as_str(), it.what))?;
        let known = || item.lock().cloned().unwrap_or_else(|| Lock::new(item.source));
        let mut lock = read.unwrap_or_else(known);
        let accepted = work.progress.accept(&mut lock, takes, review);
        let bytes = lock.write();
        let change = match before {
            Some(before) if before == bytes => None,
            Some(before) => Some(Change::replace(&path, before.as_bytes(), bytes.into_bytes())),
            None => Some(Change::create(&path, bytes.into_bytes())),
        };
        Ok((change, accepted))
    }

    fn say_block(&self, id: &str, block: &BlockProgress, terminal: &Terminal<'_>) {
        let leaf = block.target.as_ref().or(block.source.as_ref());
        let arguments = [
            ("place", leaf.map_or_else(String::new, |it| self.place(it.span))),
            ("anchor", block.anchor.clone().unwrap_or_else(|| "–".to_owned())),
            ("state", terminal.words(&format!("state-word-{}", block.judged.state.code()), &[])),
            ("text", leaf.map_or_else(String::new, |it| excerpt(&it.text))),
        ];
        terminal.say(id, &arguments);
    }
}

fn lock_path(item: &Item) -> String {
    format!("content/{}/{LOCK}", item.name)
}

/// Which words of the source have changed: `[-old-]{+new+}`.
fn difference(old: &str, new: &str) -> String {
    let parts = diff(old, new).into_iter().map(|part| match part {
        Part::Kept(it) => it.to_owned(),
        Part::Deleted(it) => format!("[-{it}-]"),
        Part::Inserted(it) => format!("{{+{it}+}}"),
    });
    parts.collect()
}

/// The beginning of a text: enough to know it by.
fn excerpt(text: &str) -> String {
    const LENGTH: usize = 60;
    match text.char_indices().nth(LENGTH) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The order in which blocks are to be done: by state, then the oldest first.
type Rank = (u8, Option<Date>);

fn rank(block: &BlockProgress) -> Option<Rank> {
    let on = block.judged.entry.as_ref().map(|it| it.on);
    let state = match block.judged.state {
        State::Stale => 0,
        State::Missing => 1,
        State::Unaligned => 2,
        State::Identical => 3,
        State::Edited => 4,
        State::Untracked => 5,
        State::Orphan => 6,
        State::Current | State::Touched => return None,
    };
    Some((state, on))
}

#[derive(Serialize)]
struct Report {
    version: u32,
    as_of: String,
    items: Vec<ItemRow>,
}

#[derive(Serialize)]
struct ItemRow {
    item: String,
    lang: &'static str,
    source: &'static str,
    percent: usize,
    counts: std::collections::BTreeMap<&'static str, usize>,
    blocks: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    anchor: Option<String>,
    kind: String,
    state: &'static str,
    quality: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    edited: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    moved: Option<bool>,
    source_line: Option<usize>,
    target_line: Option<usize>,
}
