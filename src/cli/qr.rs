//! `condau qr`: the code of a document as a picture for paper.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::changes::{Change, Changes};
use crate::cli::terminal::Terminal;
use crate::cli::{Outcome, random, site};
use crate::diagnostic::Diagnostics;
use crate::error::{Attempt, Error};
use crate::output;
use crate::project::base_url;
use crate::qr::{Symbol, draw};
use crate::source::Sources;
use crate::verify::code::Code;

pub(super) fn run(matches: &ArgMatches, terminal: &Terminal<'_>) -> Result<Outcome, Error> {
    let root = site(matches);
    let code = match matches.get_one::<String>("code") {
        Some(text) => Code::read(text)
            .map_err(|_| Error::new(Attempt::Arguments, text.clone(), "cause-code"))?,
        None => Code::from_random(random()?),
    };
    let sources = Sources::read_settings(&root)?;
    let Some(base) = sources.get("condau.toml").and_then(|(_, text)| base_url(text)) else {
        return Err(Error::new(Attempt::FindSite, root.display().to_string(), "cause-no-base-url"));
    };
    let symbol = Symbol::encode(&code.qr_text(&base))
        .map_err(|_| Error::new(Attempt::Arguments, base.clone(), "cause-address-long"))?;
    let size = matches.get_one::<u32>("size-mm").copied().unwrap_or(22);
    // The symbol and its quiet zone of four modules on each side (verification.md §2.6).
    let hundredths = size * 100 / (symbol.width + 8);
    if hundredths < 33 {
        return Err(Error::new(Attempt::Arguments, format!("{size} mm"), "cause-code-small"));
    }
    if hundredths < 45 {
        terminal.warn("qr-small", &[]);
    }
    if !matches.get_flag("new") && !is_known(&root, code) {
        terminal.warn("qr-unknown", &[("code", code.grouped())]);
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
        terminal.say("qr-new", &[("code", code.to_string())]);
    }
    Ok(Outcome::Done)
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
