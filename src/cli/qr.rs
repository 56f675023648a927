//! `condau qr`: the code of a document as a picture for paper.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::changes::{Change, Changes};
use crate::cli::terminal::Terminal;
use crate::cli::{Outcome, random, site};
use crate::diagnostic::Diagnostics;
use crate::error::{Attempt, Error};
use crate::output;
use crate::project::{self, base_url};
use crate::qr::{Symbol, draw};
use crate::source::Sources;
use crate::verify::code::{Code, Unlisted};

pub(super) fn run(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Error> {
    let root = site(matches);
    let code = Which::of(matches)?;
    let sources = Sources::read_settings(&root)?;
    let settings = sources.get("condau.toml").map(|it| it.1).unwrap_or_default();
    let Some(base) = base_url(settings) else {
        return Err(Error::new(Attempt::FindSite, root.display().to_string(), "cause-no-base-url"));
    };
    let symbol = Symbol::encode(&code.qr_text(&base))
        .map_err(|_| Error::new(Attempt::Arguments, base.clone(), "cause-address-long"))?;
    let size = matches.get_one::<u32>("size-mm").copied().unwrap_or(code.size());
    // The symbol and its quiet zone of four modules on each side (verification.md §2.6).
    let hundredths = size * 100 / (symbol.width + 8);
    if hundredths < 33 {
        return Err(Error::new(Attempt::Arguments, format!("{size} mm"), "cause-code-small"));
    }
    if hundredths < 45 {
        terminal.warn("qr-small", &[]);
    }
    if !matches.get_flag("new") && !code.is_known(&root, settings) {
        terminal.warn(code.words("qr-unknown"), &[("code", code.grouped())]);
    }
    let mut changes = Changes::default();
    if let Some(path) = matches.get_one::<PathBuf>("svg") {
        let title = format!("{} · {base}V", code.grouped());
        changes.0.push(Change::write(path, draw::svg(&symbol, size, &title).into_bytes()));
    }
    if let Some(path) = matches.get_one::<PathBuf>("png") {
        changes.0.push(Change::write(path, draw::png(&symbol, size)));
    }
    output::apply(&changes, Path::new(""))?;
    let address = base.trim_end_matches('/').rsplit("://").next().unwrap_or_default().to_owned();
    terminal.say("qr-caption", &[("code", code.grouped()), ("address", format!("{address}/V"))]);
    if matches.get_flag("new") {
        terminal.say(code.words("qr-new"), &[("code", code.text())]);
    }
    Ok(Outcome::Done)
}

/// The code that is drawn.
#[derive(Clone, Copy)]
enum Which {
    Public(Code),
    Unlisted(Unlisted),
}

impl Which {
    /// The code that was typed, or a new one.
    fn of(matches: &ArgMatches) -> Result<Self, Error> {
        let Some(text) = matches.get_one::<String>("code") else {
            return Ok(if matches.get_flag("unlisted") {
                Self::Unlisted(Unlisted::from_random(random()?))
            } else {
                Self::Public(Code::from_random(random()?))
            });
        };
        let unlisted = Unlisted::read(text).map(Self::Unlisted);
        unlisted
            .or_else(|_| Code::read(text).map(Self::Public))
            .map_err(|_| Error::new(Attempt::Arguments, text.clone(), "cause-code"))
    }

    fn text(self) -> String {
        match self {
            Self::Public(it) => it.to_string(),
            Self::Unlisted(it) => it.to_string(),
        }
    }

    fn grouped(self) -> String {
        match self {
            Self::Public(it) => it.grouped(),
            Self::Unlisted(it) => it.grouped(),
        }
    }

    fn qr_text(self, base: &str) -> String {
        match self {
            Self::Public(it) => it.qr_text(base),
            Self::Unlisted(it) => it.qr_text(base),
        }
    }

    /// The usual side in millimetres: a longer text has smaller modules.
    fn size(self) -> u32 {
        match self {
            Self::Public(_) => 22,
            Self::Unlisted(_) => 25,
        }
    }

    fn words(self, message: &'static str) -> &'static str {
        match (self, message) {
            (Self::Unlisted(_), "qr-new") => "qr-new-unlisted",
            (Self::Unlisted(_), "qr-unknown") => "qr-unknown-unlisted",
            _ => message,
        }
    }

    /// Whether an item of the site has it, or a folder of unlisted results is called so.
    fn is_known(self, root: &Path, settings: &str) -> bool {
        match self {
            Self::Public(it) => is_known(root, it),
            Self::Unlisted(it) => {
                let folder = project::verify(settings).unlisted;
                folder.is_some_and(|at| root.join(at.value).join(it.to_string()).is_dir())
            }
        }
    }
}

/// Whether a text of the site, draft or not, carries the code. A site with faults has its codes too,
/// so the line is looked for, and nothing is understood.
fn is_known(root: &Path, code: Code) -> bool {
    let Ok(sources) = Sources::read(root, &mut Diagnostics::default()) else { return false };
    let carries = |line: &str| {
        let value = line.trim_start().strip_prefix("id").map(str::trim_start);
        let value = value.and_then(|it| it.strip_prefix('=')?.split('"').nth(1));
        value.is_some_and(|it| Code::read(it) == Ok(code))
    };
    sources.under("content/").any(|(_, it)| it.text.lines().any(carries))
}
