//! `condau check --rules` and `--explain`: what the rules are.

use crate::check::RULES;
use crate::check::examples::example;
use crate::cli::Outcome;
use crate::cli::terminal::Terminal;
use crate::error::{Attempt, Error};
use crate::language::messages::Args;

/// The table of rules, one line each, and what its marks mean.
pub(super) fn rules(terminal: &Terminal<'_>) {
    let width = RULES.iter().map(|it| it.id.len()).max().unwrap_or_default();
    for rule in RULES {
        let severity = terminal.words(rule.severity.message(), &[]);
        let mark = if rule.locked { "!" } else { " " };
        let fix = if rule.fixable { " --fix" } else { "" };
        let about = about(rule.id, terminal);
        terminal.print(&format!("{:width$} {mark} {severity}{fix}: {about}\n", rule.id));
    }
    terminal.say("rules-legend", &[]);
}

/// What a rule says, with a mark in the place of what it would name.
fn about(id: &str, terminal: &Terminal<'_>) -> String {
    let text = terminal.messages.text(id, &Args::new());
    let mut parts = text.split("{$");
    let mut about = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        about.push('…');
        about.push_str(part.split_once('}').map_or("", |(_, it)| it));
    }
    about
}

/// What a rule is for, with an example of each kind.
pub(super) fn one(id: &str, terminal: &Terminal<'_>) -> Result<Outcome, Error> {
    let explanation = terminal.messages.attribute(id, "explain", &Args::new());
    let (Some(rule), Some(text)) = (crate::check::rule(id), explanation) else {
        return Err(Error::new(Attempt::Arguments, id, "cause-unknown-rule"));
    };
    let severity = terminal.words(rule.severity.message(), &[]);
    terminal.print(&format!("{id} ({severity})\n{text}\n"));
    if let Some((wrong, right)) = example(id) {
        for (label, text) in [("explain-wrong", wrong), ("explain-right", right)] {
            terminal.say(label, &[]);
            for line in text.lines() {
                terminal.print(&format!("    {line}\n"));
            }
        }
    }
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
