//! What the commands say: results on standard output, problems and progress on standard error.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use clap::error::{ContextKind, ErrorKind};

use crate::cli::arguments::{JOBS, ROOTS, SIZES};
use crate::error::Error;
use crate::language::messages::{Arg, Args, Messages};
use crate::schema::day_as_people_write;

/// The two streams and the language spoken on them.
pub(super) struct Terminal<'a> {
    pub(super) messages: &'a Messages,
    /// Whether someone watches standard error.
    pub(super) watched: bool,
    started: Instant,
}

impl<'a> Terminal<'a> {
    pub(super) fn new(messages: &'a Messages) -> Self {
        let watched = io::stderr().is_terminal();
        Self { messages, watched, started: Instant::now() }
    }

    /// Whether colours may be used.
    pub(super) fn colors(&self) -> bool {
        self.watched && std::env::var_os("NO_COLOR").is_none()
    }

    /// The time since the start, only where someone watches.
    pub(super) fn elapsed(&self) -> Option<Duration> {
        self.watched.then(|| self.started.elapsed())
    }

    /// A message on standard output.
    pub(super) fn say(&self, id: &str, arguments: &[(&str, String)]) {
        self.print(&format!("{}\n", self.words(id, arguments)));
    }

    /// A message on standard error.
    pub(super) fn warn(&self, id: &str, arguments: &[(&str, String)]) {
        self.complain(&format!("{}\n", self.words(id, arguments)));
    }

    /// A message with arguments that are texts or, if they look so, numbers.
    pub(super) fn words(&self, id: &str, arguments: &[(&str, String)]) -> String {
        let argument = |(name, value): &(&str, String)| {
            // A code may be of digits only; it is no number.
            let value = match value.parse::<i64>() {
                Ok(number) if value.len() < 10 && number.to_string() == *value => {
                    Arg::Number(number)
                }
                _ => Arg::Text(value.clone()),
            };
            ((*name).to_owned(), value)
        };
        self.messages.text(id, &arguments.iter().map(argument).collect::<Args>())
    }

    /// Text on standard output. A closed pipe is no failure: the reader has seen enough.
    pub(super) fn print(&self, text: &str) {
        let _ = io::stdout().lock().write_all(text.as_bytes());
    }

    /// Text on standard error.
    pub(super) fn complain(&self, text: &str) {
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }

    /// A failure of the machine.
    pub(super) fn error(&self, error: &Error) {
        let cause = if self.messages.has(error.cause()) {
            self.words(error.cause(), &[])
        } else {
            error.cause().to_owned()
        };
        let attempt = self.words(error.attempt().message(), &[("path", error.path().to_owned())]);
        self.warn("error-line", &[("attempt", attempt), ("cause", cause)]);
    }

    /// A wrong command line, or the help that was asked for.
    pub(super) fn usage(&self, error: &clap::Error) -> ExitCode {
        if !error.use_stderr() {
            self.print(&error.render().to_string());
            return ExitCode::SUCCESS;
        }
        if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
            self.complain(&error.render().to_string());
            return ExitCode::from(2);
        }
        let about = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
        let first = |kinds: &[ContextKind]| {
            kinds.iter().map(|it| about(*it)).find(|it| !it.is_empty()).unwrap_or_default()
        };
        let name = first(&[ContextKind::InvalidSubcommand, ContextKind::InvalidArg]);
        let other = about(ContextKind::PriorArg);
        let id = match error.kind() {
            ErrorKind::InvalidSubcommand => "usage-command",
            ErrorKind::UnknownArgument if !name.starts_with('-') => "usage-extra",
            ErrorKind::UnknownArgument => "usage-argument",
            ErrorKind::InvalidValue | ErrorKind::ValueValidation
                if about(ContextKind::InvalidValue).is_empty() =>
            {
                "usage-value-missing"
            }
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
                match about(ContextKind::InvalidArg).split(' ').next().unwrap_or_default() {
                    "--as-of" => "usage-date",
                    "--sealed" => "usage-moment",
                    "--jobs" | "--size-mm" | "--max-warnings" | "--roots" | "--from-index"
                    | "--old" => "usage-number",
                    _ => "usage-value",
                }
            }
            ErrorKind::MissingRequiredArgument => "usage-missing",
            ErrorKind::ArgumentConflict if other == name => "usage-twice",
            ErrorKind::ArgumentConflict => "usage-conflict",
            ErrorKind::TooManyValues => "usage-no-value",
            _ => "usage-other",
        };
        let none = |text: String| if text.is_empty() { "none".to_owned() } else { text };
        let near = first(&[ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg]);
        let meant = day_as_people_write(&about(ContextKind::InvalidValue));
        let meant = meant.map_or_else(|| "2026-05-04".to_owned(), |it| it.to_string());
        let range = match name.split(' ').next().unwrap_or_default() {
            "--jobs" => format!("{}–{}", JOBS.start(), JOBS.end()),
            "--size-mm" => format!("{}–{}", SIZES.start(), SIZES.end()),
            "--roots" => format!("{}–{}", ROOTS.start(), ROOTS.end()),
            _ => "0, 1, 2, …".to_owned(),
        };
        let arguments = [
            ("name", name),
            ("date", meant),
            ("range", range),
            ("other", other),
            ("value", about(ContextKind::InvalidValue)),
            ("valid", none(about(ContextKind::ValidValue))),
            ("near", none(near)),
        ];
        self.warn(id, &arguments);
        ExitCode::from(2)
    }

    /// Shows how far work has come, for work that takes longer than a second.
    pub(super) fn progress(&self) -> Progress<'_, 'a> {
        Progress { terminal: self, last: Mutex::new(self.started) }
    }
}

/// A line that is written again and again, and wiped at the end.
pub(super) struct Progress<'t, 'a> {
    terminal: &'t Terminal<'a>,
    last: Mutex<Instant>,
}

impl Progress<'_, '_> {
    /// Reports that `done` of `all` pieces are done.
    pub(super) fn at(&self, done: usize, all: usize) {
        let terminal = self.terminal;
        if !terminal.watched || terminal.started.elapsed() < Duration::from_secs(1) {
            return;
        }
        let Ok(mut last) = self.last.try_lock() else { return };
        if last.elapsed() < Duration::from_millis(100) {
            return;
        }
        *last = Instant::now();
        let percent = (done * 100 / all.max(1)).to_string();
        let words = terminal.words("progress", &[("percent", percent)]);
        terminal.complain(&format!("\r\u{1b}[K{words}"));
    }

    /// Wipes the line.
    pub(super) fn end(&self) {
        if self.terminal.watched {
            self.terminal.complain("\r\u{1b}[K");
        }
    }
}
