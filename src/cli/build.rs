//! `condau build`: the site, from the sources to the folder.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::cli::terminal::Terminal;
use crate::cli::{Outcome, as_of, pasted, project, site, threads};
use crate::diagnostic::Diagnostics;
use crate::diagnostic::report::{self, Reported, Severity, Style, Summary, Texts};
use crate::error::Error;
use crate::output::{self, Failure, Report};
use crate::site::{self as line, Options, SiteFiles};
use crate::source::Sources;

/// How many problems a build shows; `condau check` shows them all.
const SHOWN: usize = 40;

pub(super) fn run(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Error> {
    threads(matches)?;
    let root = site(matches);
    let out = matches.get_one::<PathBuf>("out").cloned().unwrap_or_else(|| root.join("public"));
    let options = Options {
        as_of: as_of(matches),
        drafts: matches.get_flag("drafts"),
        production: matches.get_flag("production"),
    };
    let mut found = Diagnostics::default();
    let sources = project::whole(&root, &mut found, true)?;
    let build = line::build(sources, found, options);
    if let Some(sources) = build.sources() {
        show(&build.reported, sources, terminal);
    }
    let Some(files) = &build.files else {
        terminal.warn("build-stopped", &[]);
        return Ok(Outcome::Problems);
    };
    let progress = terminal.progress();
    let written = output::write(files, &root, &out, |done, all| progress.at(done, all));
    progress.end();
    let outcome = tell(written, files, &out, options, terminal);
    // The process ends here: taking the site apart piece by piece would only cost time.
    std::mem::forget(build);
    outcome
}

/// Says what was done.
fn tell(
    written: Result<Report, Failure>,
    files: &SiteFiles,
    out: &Path,
    options: Options,
    terminal: &Terminal<'_>,
) -> Result<Outcome, Error> {
    match written {
        Ok(report) => {
            if !report.warnings.is_empty() {
                let project = files.project();
                let reported = crate::check::judge(
                    report.warnings,
                    Some(project),
                    files.sources(),
                    options.production,
                );
                let seen = reported.iter().filter(|it| it.diagnostic.problem.id() == "page-weight");
                let seen: Vec<_> = seen.collect();
                let style = Style { color: terminal.colors() };
                terminal.complain(&report::human(&seen, files.sources(), terminal.messages, style));
            }
            for path in &report.foreign {
                terminal.warn("foreign-file", &[("path", path.clone())]);
            }
            let folder = out.display().to_string();
            terminal.say(
                "built",
                &[
                    ("pages", files.pages().to_string()),
                    ("written", report.written.to_string()),
                    ("removed", report.removed.to_string()),
                    ("folder", folder),
                ],
            );
            terminal.say("built-open", &[("folder", pasted(out))]);
            Ok(Outcome::Done)
        }
        Err(Failure::Machine(error)) => Err(error),
        Err(Failure::Problems(faults)) => {
            let reported = crate::check::judge(faults, None, files.sources(), options.production);
            show(&reported, files.sources(), terminal);
            terminal.warn("build-stopped", &[]);
            Ok(Outcome::Problems)
        }
    }
}

/// The first problems and how many there are. Notes are for `check`.
pub(super) fn show(reported: &[Reported], sources: &Sources, terminal: &Terminal<'_>) {
    let mut shown: Vec<_> = reported.iter().filter(|it| it.severity != Severity::Note).collect();
    if shown.is_empty() {
        return;
    }
    shown.sort_by_key(|it| it.severity != Severity::Error);
    let hidden = shown.len().saturating_sub(SHOWN);
    shown.truncate(SHOWN);
    let style = Style { color: terminal.colors() };
    let texts: &dyn Texts = sources;
    terminal.complain(&report::human(&shown, texts, terminal.messages, style));
    if hidden > 0 {
        terminal.warn("build-more-problems", &[("n", hidden.to_string())]);
    }
    let summary = Summary::of(reported, sources.iter().count(), terminal.elapsed());
    terminal.complain(&report::summary(&summary, terminal.messages));
}
