//! The command line: reads arguments, calls the library, speaks to the terminal.
#![expect(clippy::disallowed_methods, reason = "the hands: clock, environment, entropy, terminal")]

mod arguments;
mod audit;
mod build;
mod check;
mod explain;
mod fix;
mod key;
mod keys;
mod mark;
mod new;
mod opening;
mod project;
mod qr;
mod register;
mod relocate;
mod roots;
mod seal;
mod sequence;
mod terminal;
mod translation;
mod unlisted;
mod verify;
mod witness;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ArgMatches;

use crate::date::Date;
use crate::error::{Attempt, Error};
use crate::language::Language;
use crate::language::messages::Messages;
use crate::verify::verdict::Verdict;
use terminal::Terminal;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// What was asked for is done.
    Done,
    /// The content has problems that forbid it.
    Problems,
    /// What was asked for is answered with a number of its own (docs/FORMAT.md, "Verdicts").
    Verdict(u8),
}

/// Runs the command: 0 done, 1 problems in the content, 2 a broken machine or a wrong command.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let mut arguments = asked_for_help(arguments.collect());
    let language = language(&arguments);
    // There `--lang` is the language of the translation; before the command it is the tool's.
    if let Some(at) = of_translations(&arguments) {
        arguments.drain(1..at);
    }
    let messages = Messages::built_in(language);
    let terminal = Terminal::new(&messages);
    let matches = match arguments::command(&messages).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return terminal.usage(&error),
    };
    let outcome = match matches.subcommand() {
        Some(("build", it)) => build::run(it, &terminal),
        Some(("check", it)) => check::run(it, &terminal),
        Some(("init", it)) => new::init(it, &terminal),
        Some(("new", it)) => new::new(it, &terminal),
        Some(("qr", it)) => qr::run(it, &terminal),
        Some(("key", it)) => key::run(it, &terminal),
        Some(("seal", it)) => seal::run(it, &terminal),
        Some(("issue", it)) => unlisted::run(it, &terminal),
        Some(("mark", it)) => mark::run(it, &terminal),
        Some(("move", it)) => relocate::run(it, &terminal),
        Some(("sequence", it)) => sequence::run(it, &terminal),
        Some(("translation", it)) => translation::run(it, &terminal),
        Some(("witness-request", it)) => witness::request(it, &terminal),
        Some(("witness-add", it)) => witness::add(it, &terminal),
        Some(("verify", it)) => {
            verify::run(it, &terminal).or_else(|it| Ok(cannot_check(&it, &terminal)))
        }
        Some(("audit", it)) => {
            audit::run(it, &terminal).or_else(|it| Ok(cannot_check(&it, &terminal)))
        }
        _ => Ok(Outcome::Done),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Problems) => ExitCode::from(1),
        Ok(Outcome::Verdict(number)) => ExitCode::from(number),
        Err(error) => {
            terminal.error(&error);
            ExitCode::from(2)
        }
    }
}

/// Nothing can be said of what was given: that is an answer too.
fn cannot_check(error: &Error, terminal: &Terminal<'_>) -> Outcome {
    terminal.error(error);
    Outcome::Verdict(Verdict::CannotCheck as u8)
}

/// `condau help build` is `condau build --help`.
fn asked_for_help(mut arguments: Vec<OsString>) -> Vec<OsString> {
    let text = |it: &OsString| it.to_string_lossy().into_owned();
    let at = match arguments.get(1).map(text).as_deref() {
        Some("--lang") => 3,
        Some(it) if it.starts_with("--lang=") => 2,
        _ => 1,
    };
    if arguments.get(at).is_some_and(|it| it == "help") {
        arguments.remove(at);
        arguments.push("--help".into());
    }
    arguments
}

/// Where the word `translation` stands, if it is the command.
fn of_translations(arguments: &[OsString]) -> Option<usize> {
    let text = |at: usize| arguments.get(at).map(|it| it.to_string_lossy().into_owned());
    let at = match text(1)?.as_str() {
        "--lang" => 3,
        it if it.starts_with("--lang=") => 2,
        _ => 1,
    };
    (text(at)? == "translation").then_some(at)
}

/// The tool's own language: `--lang`, else `CONDAU_LANG`, else the site's first language.
fn language(arguments: &[OsString]) -> Language {
    let text = |it: &OsString| it.to_string_lossy().into_owned();
    let after = |name: &str, arguments: &[OsString]| {
        let joined = format!("{name}=");
        arguments.iter().enumerate().find_map(|(at, it)| {
            let it = text(it);
            match it.strip_prefix(&joined) {
                Some(value) => Some(value.to_owned()),
                None if it == name => arguments.get(at + 1).map(text),
                None => None,
            }
        })
    };
    let own = of_translations(arguments).map(|it| &arguments[..it]);
    let chosen =
        after("--lang", own.unwrap_or(arguments)).or_else(|| std::env::var("CONDAU_LANG").ok());
    // The environment may say `EN` or `vi_VN.UTF-8`.
    let code = chosen.map(|it| it.to_lowercase());
    let code = code.as_deref().map(|it| it.split(['_', '-', '.']).next().unwrap_or_default());
    if let Some(language) = code.and_then(Language::from_code) {
        return language;
    }
    let site = after("--site", arguments).map_or_else(|| PathBuf::from("."), PathBuf::from);
    first_language(&site).unwrap_or(Language::Vi)
}

/// The first language of a site, found without understanding its settings.
fn first_language(site: &Path) -> Option<Language> {
    let text = std::fs::read_to_string(site.join("condau.toml")).ok()?;
    let line = text.lines().find(|it| it.trim_start().starts_with("languages"))?;
    Language::from_code(line.split('"').nth(1)?)
}

/// The folder of the site.
fn site(matches: &ArgMatches) -> PathBuf {
    matches.get_one::<PathBuf>("site").cloned().unwrap_or_else(|| PathBuf::from("."))
}

/// The day of the build: `--as-of`, else today in Viet Nam.
fn as_of(matches: &ArgMatches) -> Date {
    matches.get_one::<Date>("as-of").copied().unwrap_or_else(today)
}

fn today() -> Date {
    Date::in_vietnam(now()).unwrap_or(Date::EPOCH)
}

/// Seconds since 1970.
fn now() -> i64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    i64::try_from(now.map_or(0, |it| it.as_secs())).unwrap_or_default()
}

/// Seconds since 1970 as entries write them.
fn moment(seconds: i64) -> String {
    jiff::Timestamp::from_second(seconds).map(|it| it.to_string()).unwrap_or_default()
}

/// A path as someone pastes it into a shell.
fn pasted(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = |it: char| it.is_ascii_alphanumeric() || matches!(it, '/' | '.' | '_' | '-');
    if path.chars().all(is_plain) { path } else { format!("'{}'", path.replace('\'', "'\\''")) }
}

/// Random bytes from the system.
fn random<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|it| Error::new(Attempt::Random, "", it))?;
    Ok(bytes)
}

/// Sets the number of worker threads.
fn threads(matches: &ArgMatches) -> Result<(), Error> {
    let Some(&jobs) = matches.get_one::<usize>("jobs") else { return Ok(()) };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs);
    pool.build_global().map_err(|it| Error::new(Attempt::Threads, jobs.to_string(), it))
}
