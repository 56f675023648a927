//! What the opening of a register changes outside it: settings, lists of git, and the sheet of paper
//! that says who keeps which key.

use crate::language::messages::{Arg, Args, Messages};
use crate::project;
use crate::seal::ledger::Ledger;
use crate::verify::note::{Key, hex};
use crate::verify::replay::Role;
use crate::verify::tree::Hash;

/// What git must be told: the bytes of the register stay as they are, and nothing is merged within
/// a file.
pub const ATTRIBUTES: &str = "register/** -text -merge";

/// A text with a line that it has or gets; none where it has it.
pub fn with_line(text: &str, line: &str) -> Option<String> {
    if text.lines().any(|it| it.trim() == line) {
        return None;
    }
    let end = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    Some(format!("{text}{end}{line}\n"))
}

/// The settings with the name and the fingerprint of the register in `[verify]`, all else as it was;
/// none where they cannot be written without losing something.
pub fn settings(text: &str, origin: &str, fingerprint: &Hash) -> Option<String> {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut text = text.to_owned();
    for (key, value) in [("fingerprint", hex(fingerprint)), ("origin", origin.to_owned())] {
        let verify = project::verify(&text);
        let before = if key == "origin" { verify.origin } else { verify.fingerprint };
        let line = format!("{key} = \"{value}\"");
        match before {
            Some(it) if it.value == value => {}
            Some(it) => {
                let written = text.get(it.span.range())?.starts_with(['"', '\'']);
                let value = if written { format!("\"{value}\"") } else { value };
                text.replace_range(it.span.range(), &value);
            }
            None => match header(&text) {
                Some(at) => text.insert_str(at, &format!("{line}{end}")),
                None => {
                    let gap = if text.ends_with('\n') { end } else { "\n\n" };
                    text.extend([gap, "[verify]", end, &line, end]);
                }
            },
        }
    }
    let read = project::verify(&text);
    let is_right = read.origin.is_some_and(|it| it.value == origin)
        && read.fingerprint.is_some_and(|it| it.value == hex(fingerprint));
    is_right.then_some(text)
}

/// Where the line after `[verify]` begins.
fn header(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        at += line.len();
        let words = line.split('#').next().unwrap_or_default().trim();
        if words == "[verify]" && line.ends_with('\n') {
            return Some(at);
        }
    }
    None
}

/// A key of the sheet: what it may do, its public half, its file.
#[derive(Debug)]
pub struct Kept {
    /// What it may do.
    pub role: Role,
    /// The public half.
    pub key: Key,
    /// The name of its file.
    pub file: String,
}

/// The sheet to print: which file goes where, who holds it, and what to do on loss or theft.
pub fn paper(ledger: &Ledger, keys: &[Kept], office: &str, messages: &Messages) -> String {
    let state = ledger.state();
    let text = |value: &str| Arg::Text(value.to_owned());
    let say = |id: &str, arguments: &[(&str, Arg)]| {
        let arguments = arguments.iter().map(|(name, it)| ((*name).to_owned(), it.clone()));
        messages.text(id, &arguments.collect::<Args>())
    };
    let mut lines = Vec::new();
    if state.specimen {
        lines.push(say("verify-specimen", &[]));
    }
    lines.push(say("paper-title", &[("office", text(office))]));
    lines.push(say("paper-register", &[("origin", text(&state.origin))]));
    lines.push(say("paper-fingerprint", &[]));
    lines.extend(grouped(&state.fingerprint().unwrap_or_default()));
    lines.push(String::new());
    lines.push(say("paper-keys", &[]));
    for it in keys {
        let role = say(&format!("role-{}", it.role.word()), &[]);
        lines.push(say("paper-key", &[("role", text(&role)), ("file", text(&it.file))]));
        lines.push(say(&format!("paper-place-{}", it.role.word()), &[]));
        lines.push(format!("    {}", it.key));
        lines.push(say("paper-holder", &[]));
    }
    let roots = keys.iter().filter(|it| it.role == Role::Root).count();
    let quorum = say(
        "paper-quorum",
        &[("quorum", text(&state.quorum.to_string())), ("roots", text(&roots.to_string()))],
    );
    lines.extend(["", &quorum, "", &say("paper-loss", &[])].map(str::to_owned));
    lines.push(String::new());
    lines.join("\n")
}

/// The fingerprint in groups of four, four lines of four groups.
pub fn grouped(fingerprint: &Hash) -> impl Iterator<Item = String> {
    let digits = hex(fingerprint);
    let groups: Vec<_> = (0..16).map(|it| digits[4 * it..4 * it + 4].to_owned()).collect();
    groups.chunks(4).map(|it| format!("    {}", it.join(" "))).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::{settings, with_line};

    #[test]
    fn settings_keep_what_else_they_say() {
        let (hash, hex) = ([0xab; 32], "ab".repeat(32));
        let of = |text: &str| settings(text, "a.example/so", &hash);
        let both = format!("origin = \"a.example/so\"\nfingerprint = \"{hex}\"\n");
        assert_eq!(of("[site]\n"), Some(format!("[site]\n\n[verify]\n{both}")));
        assert_eq!(of("[site]"), Some(format!("[site]\n\n[verify]\n{both}")));
        assert_eq!(
            of("[verify] # sổ\nqr_mm = 25 # to\n[site]\n"),
            Some(format!("[verify] # sổ\n{both}qr_mm = 25 # to\n[site]\n"))
        );
        let old = "[verify]\norigin = \"a.example/so\"\nfingerprint = \"old\"\n";
        assert_eq!(of(old), Some(format!("[verify]\n{both}")));
        assert_eq!(of(&format!("[verify]\n{both}")), Some(format!("[verify]\n{both}")));
        assert_eq!(of("verify = { qr_mm = 25 }\n"), None);
        assert_eq!(of("[verify]\r\nqr_mm = 25\r\n").map(|it| it.matches("\r\n").count()), Some(4));
    }

    #[test]
    fn lines_are_added_once() {
        assert_eq!(with_line("", "a").as_deref(), Some("a\n"));
        assert_eq!(with_line("b", "a").as_deref(), Some("b\na\n"));
        assert_eq!(with_line("a\r\nb\n", "a"), None);
    }
}
