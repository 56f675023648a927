//! `condau check`: the proof-reader.

use std::collections::BTreeMap;

use clap::ArgMatches;

use crate::changes::{Change, Changes};
use crate::check::RULES;
use crate::cli::terminal::Terminal;
use crate::cli::{Outcome, as_of, random, site, threads};
use crate::diagnostic::report::{self, Reported, Severity, Style, Summary, Texts};
use crate::diagnostic::{Diagnostics, FileId, Fix, formats};
use crate::error::{Attempt, Error};
use crate::language::messages::Args;
use crate::output;
use crate::site::{self as line, Options};
use crate::source::Sources;
use crate::verify::code::Code;

pub(super) fn run(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Error> {
    if matches.get_flag("rules") {
        rules(terminal);
        return Ok(Outcome::Done);
    }
    if let Some(id) = matches.get_one::<String>("explain") {
        return explain(id, terminal);
    }
    threads(matches)?;
    let root = site(matches);
    let options = Options {
        as_of: as_of(matches),
        drafts: matches.get_flag("drafts"),
        production: matches.get_flag("production"),
    };
    let mut found = Diagnostics::default();
    let sources = Sources::read(&root, &mut found)?;
    let build = line::build(sources, found, options);
    let Some(sources) = build.sources() else { return Ok(Outcome::Done) };
    let wanted = Wanted::of(matches)?;
    let reported: Vec<_> = build.reported.iter().filter(|it| wanted.has(it, sources)).collect();
    if matches.get_flag("fix") {
        let changes = fixes(&reported, sources)?;
        for (path, before, after) in &changes.shown {
            terminal.print(&difference(path, before, after));
        }
        output::apply(&changes.changes, &root)?;
        terminal.say("fixed", &[("n", changes.count.to_string())]);
        return Ok(Outcome::Done);
    }
    let texts: &dyn Texts = sources;
    let summary = Summary::of(reported.iter().copied(), sources.iter().count(), terminal.elapsed());
    match matches.get_one::<String>("format").map_or("human", String::as_str) {
        "json" => {
            terminal.print(&formats::json(&reported, texts, terminal.messages, options.as_of));
        }
        "short" => terminal.print(&report::short(&reported, texts, terminal.messages)),
        _ => {
            let style = Style { color: terminal.colors() };
            terminal.print(&report::human(&reported, texts, terminal.messages, style));
            terminal.print(&report::summary(&summary, terminal.messages));
        }
    }
    let too_many =
        matches.get_one::<usize>("max-warnings").is_some_and(|it| summary.warnings > *it);
    Ok(if summary.errors > 0 || too_many { Outcome::Problems } else { Outcome::Done })
}

/// Which problems were asked for.
struct Wanted {
    paths: Vec<String>,
    rules: Vec<String>,
}

impl Wanted {
    fn of(matches: &ArgMatches) -> Result<Self, Error> {
        let all = |name: &str| -> Vec<String> {
            matches.get_many::<String>(name).into_iter().flatten().cloned().collect()
        };
        let rules = all("rule");
        if let Some(unknown) = rules.iter().find(|it| crate::check::rule(it).is_none()) {
            return Err(Error::new(Attempt::Arguments, unknown.clone(), "cause-unknown-rule"));
        }
        let tidy = |it: String| it.trim_start_matches("./").trim_end_matches('/').to_owned();
        Ok(Self { paths: all("paths").into_iter().map(tidy).collect(), rules })
    }

    fn has(&self, it: &Reported, sources: &Sources) -> bool {
        let path = sources.path(it.diagnostic.span.file);
        let below = |folder: &String| {
            folder == "."
                || path
                    .strip_prefix(folder.as_str())
                    .is_some_and(|it| it.is_empty() || it.starts_with('/'))
        };
        (self.paths.is_empty() || self.paths.iter().any(below))
            && (self.rules.is_empty() || self.rules.contains(&it.diagnostic.problem.id()))
    }
}

/// The table of rules, one line each.
fn rules(terminal: &Terminal<'_>) {
    for rule in RULES {
        let severity = terminal.words(rule.severity.message(), &[]);
        let mark = if rule.locked { "!" } else { " " };
        let fix = if rule.fixable { " --fix" } else { "" };
        terminal.print(&format!("{}{mark} {severity}{fix}\n", rule.id));
    }
}

fn explain(id: &str, terminal: &Terminal<'_>) -> Result<Outcome, Error> {
    let explanation = terminal.messages.attribute(id, "explain", &Args::new());
    let (Some(rule), Some(text)) = (crate::check::rule(id), explanation) else {
        return Err(Error::new(Attempt::Arguments, id, "cause-unknown-rule"));
    };
    let severity = terminal.words(rule.severity.message(), &[]);
    terminal.print(&format!("{id} ({severity})\n{text}\n"));
    if !rule.source.is_empty() {
        let source = terminal.words(rule.source, &[]);
        terminal.print(&format!("{} {source}\n", terminal.words("compared-with", &[])));
    }
    if rule.fixable {
        terminal.say("explain-fixable", &[]);
    }
    let setting = if rule.locked { "explain-locked" } else { "explain-severity" };
    terminal.say(setting, &[("rule", id.to_owned())]);
    Ok(Outcome::Done)
}

/// What `--fix` will write.
struct Fixes {
    changes: Changes,
    /// Path, text before and text after, of each file.
    shown: Vec<(String, String, String)>,
    count: usize,
}

/// Collects the fixes of all files; of two that overlap, the first is taken.
fn fixes(reported: &[&Reported], sources: &Sources) -> Result<Fixes, Error> {
    let mut edits = BTreeMap::<FileId, Vec<(std::ops::Range<usize>, String)>>::new();
    for it in reported.iter().filter(|it| it.severity != Severity::Off) {
        match &it.diagnostic.fix {
            Some(Fix::Replace { span, text }) => {
                edits.entry(span.file).or_default().push((span.range(), text.clone()));
            }
            Some(Fix::AllocateCode { at }) => {
                let code = Code::from_random(random()?);
                let line = format!("id = \"{code}\"\n");
                edits.entry(at.file).or_default().push((at.range(), line));
            }
            None => {}
        }
    }
    let mut fixes = Fixes { changes: Changes::default(), shown: Vec::new(), count: 0 };
    for (file, mut edits) in edits {
        edits.sort_by_key(|(range, _)| range.start);
        let before = sources.file_text(file);
        let mut after = String::with_capacity(before.len());
        let mut at = 0;
        for (range, text) in edits {
            if range.start >= at {
                after.push_str(&before[at..range.start]);
                after.push_str(&text);
                at = range.end;
                fixes.count += 1;
            }
        }
        after.push_str(&before[at..]);
        let path = sources.path(file).to_owned();
        fixes.changes.0.push(Change::replace(&path, before.as_bytes(), after.clone().into_bytes()));
        fixes.shown.push((path, before.to_owned(), after));
    }
    Ok(fixes)
}

/// The lines that differ, for people: both texts have the same order, and few lines change.
fn difference(path: &str, before: &str, after: &str) -> String {
    let mut text = format!("--- {path}\n+++ {path}\n");
    let (mut old, mut new) = (before.lines().peekable(), after.lines().peekable());
    while old.peek().is_some() || new.peek().is_some() {
        match (old.peek().copied(), new.peek().copied()) {
            (Some(a), Some(b)) if a == b => {
                old.next();
                new.next();
            }
            // A line that a fix has put in: the old one follows it.
            (Some(a), Some(b)) if after_next(&new, a) => {
                text.extend(["+", b, "\n"]);
                new.next();
            }
            (a, b) => {
                for (mark, line) in a.map(|it| ('-', it)).into_iter().chain(b.map(|it| ('+', it))) {
                    text.extend([mark].iter());
                    text.extend([line, "\n"]);
                }
                old.next();
                new.next();
            }
        }
    }
    text
}

fn after_next(lines: &std::iter::Peekable<std::str::Lines<'_>>, wanted: &str) -> bool {
    lines.clone().nth(1) == Some(wanted)
}
