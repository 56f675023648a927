//! `condau check`: the proof-reader.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::cli::explain;
use crate::cli::fix::{difference, fixes};
use crate::cli::terminal::Terminal;
use crate::cli::{Outcome, as_of, project, site, threads};
use crate::diagnostic::report::{self, Reported, Style, Summary, Texts};
use crate::diagnostic::{Diagnostics, formats};
use crate::error::{Attempt, Error};
use crate::output;
use crate::site::{self as line, Build, Options};
use crate::source::Sources;

pub(super) fn run(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Error> {
    if matches.get_flag("rules") {
        explain::rules(terminal);
        return Ok(Outcome::Done);
    }
    if let Some(id) = matches.get_one::<String>("explain") {
        return explain::one(id, terminal);
    }
    threads(matches)?;
    let root = site(matches);
    let options = Options {
        as_of: as_of(matches),
        drafts: matches.get_flag("drafts"),
        production: matches.get_flag("production"),
    };
    let wanted = Wanted::of(matches, &root)?;
    let build = if matches.get_flag("fix") {
        mend(matches, &root, options, &wanted, terminal)?
    } else {
        read(&root, options)?
    };
    let Some(sources) = build.sources() else { return Ok(Outcome::Done) };
    let reported = wanted.of_all(&build.reported, sources);
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

fn read(root: &Path, options: Options) -> Result<Build, Error> {
    let mut found = Diagnostics::default();
    // Who writes documents need not have the results of persons.
    let sources = project::whole(root, &mut found, false)?;
    Ok(line::build(sources, found, options))
}

/// How often `--fix` looks again: a mended value may let a rule see what it could not see before.
const ROUNDS: usize = 8;

/// Mends what can be mended, and gives what the site is afterwards.
fn mend(
    matches: &ArgMatches,
    root: &Path,
    options: Options,
    wanted: &Wanted,
    terminal: &Terminal<'_>,
) -> Result<Build, Error> {
    // What a program reads on standard output stays its own.
    let aside = matches.get_one::<String>("format").is_some_and(|it| it != "human");
    let tell = |text: &str| if aside { terminal.complain(text) } else { terminal.print(text) };
    let mut count = 0;
    let mut build = read(root, options)?;
    for _ in 0..ROUNDS {
        let Some(sources) = build.sources() else { break };
        let fixes = fixes(&wanted.of_all(&build.reported, sources), sources)?;
        if fixes.count == 0 {
            break;
        }
        for (path, before, after) in &fixes.shown {
            tell(&difference(path, before, after));
        }
        output::apply(&fixes.changes, root)?;
        count += fixes.count;
        build = read(root, options)?;
    }
    tell(&format!("{}\n", terminal.words("fixed", &[("n", count.to_string())])));
    Ok(build)
}

/// Which problems were asked for.
struct Wanted {
    /// From the folder of the site.
    paths: Vec<PathBuf>,
    rules: Vec<String>,
}

impl Wanted {
    fn of(matches: &ArgMatches, root: &Path) -> Result<Self, Error> {
        let rules: Vec<String> = matches.get_many("rule").into_iter().flatten().cloned().collect();
        if let Some(unknown) = rules.iter().find(|it| crate::check::rule(it).is_none()) {
            return Err(Error::new(Attempt::Arguments, unknown.clone(), "cause-unknown-rule"));
        }
        let paths = matches.get_many::<PathBuf>("paths").into_iter().flatten();
        let paths = paths.map(|it| within(root, it)).collect::<Result<_, _>>()?;
        Ok(Self { paths, rules })
    }

    fn of_all<'r>(&self, reported: &'r [Reported], sources: &Sources) -> Vec<&'r Reported> {
        reported.iter().filter(|it| self.has(it, sources)).collect()
    }

    fn has(&self, it: &Reported, sources: &Sources) -> bool {
        let path = Path::new(sources.path(it.diagnostic.span.file));
        (self.paths.is_empty() || self.paths.iter().any(|it| path.starts_with(it)))
            && (self.rules.is_empty() || self.rules.contains(&it.diagnostic.problem.id()))
    }
}

/// A path as it was typed, seen from the site: people stand in the site, in one of its folders, or
/// elsewhere, and mean what they see from there.
fn within(root: &Path, typed: &Path) -> Result<PathBuf, Error> {
    let refused = |cause| Error::new(Attempt::Arguments, typed.display().to_string(), cause);
    let whole = std::fs::canonicalize(root).map_err(|it| Error::io(Attempt::Read, root, &it))?;
    let found: Vec<_> =
        [typed.to_owned(), root.join(typed)].iter().filter_map(|it| real(it)).collect();
    let inside = found.iter().find_map(|it| it.strip_prefix(&whole).ok());
    match inside {
        Some(path) => Ok(path.to_owned()),
        None if found.is_empty() => Err(refused("cause-not-found")),
        None => Err(refused("cause-outside-site")),
    }
}

/// The whole path of what is there. A link is itself, not what it stands for: rules are about it.
fn real(path: &Path) -> Option<PathBuf> {
    let is_link = std::fs::symlink_metadata(path).ok()?.is_symlink();
    match (path.parent(), path.file_name()) {
        (Some(folder), Some(name)) if is_link => {
            let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
            Some(std::fs::canonicalize(folder).ok()?.join(name))
        }
        _ => std::fs::canonicalize(path).ok(),
    }
}
