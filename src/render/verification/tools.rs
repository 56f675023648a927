//! What the script of verification pages needs: its words in all languages, the hashes of what is
//! sealed; and the one file with all of it, which readers keep.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::catalogue::routes::register;
use crate::register::Register;
use crate::render::context::Words;
use crate::render::verification::{Bytes, three};
use crate::render::voice::Voice;
use crate::render::{Press, publication};
use crate::theme;
use crate::verify::code::{Code, Unlisted};
use crate::verify::note::hex;
use crate::verify::replay::{Record, Shown, Standing};

/// What the script may say, and how it looks: right, wrong, of earlier times, or neither. What has
/// no look here is a step, which is right or wrong.
const SAYINGS: [(&str, &str); 22] = [
    ("yes", ""),
    ("no", ""),
    ("match", "yes"),
    ("older", "old"),
    ("same", "yes"),
    ("differs", "no"),
    ("unknown", "maybe"),
    ("missing", "maybe"),
    ("unreadable", "no"),
    ("proof", ""),
    ("log", ""),
    ("witness", ""),
    ("alone", "maybe"),
    ("signer", ""),
    ("other", "no"),
    ("sealed", ""),
    ("commit", ""),
    ("root", ""),
    ("first", ""),
    ("entries", ""),
    ("none", "no"),
    ("rest", "maybe"),
];

/// What the script says of an entry about the document.
const ENTRIES: [(&str, Option<Shown>); 6] = [
    ("issue", None),
    ("in-force", Some(Shown::Of(Standing::InForce))),
    ("suspended", Some(Shown::Of(Standing::Suspended))),
    ("superseded", Some(Shown::Of(Standing::Superseded))),
    ("revoked", Some(Shown::Of(Standing::Revoked))),
    ("disowned", Some(Shown::Of(Standing::Disowned))),
];

/// What the script fills in: it stands in the words between braces.
const FILLED: [&str; 12] = [
    "file",
    "name",
    "version",
    "index",
    "size",
    "origin",
    "names",
    "id",
    "at",
    "time",
    "fingerprint",
    "code",
];

/// The words of everything that can be done with the script, in all languages, as HTML.
#[derive(Debug, Serialize)]
pub(super) struct Tools {
    /// The address of the script.
    script: String,
    /// The folder of the register.
    prefix: String,
    /// The file that readers keep, where there is a register.
    kept: Option<String>,
    heading: String,
    cannot: String,
    choose: String,
    folder: String,
    document: String,
    register: String,
    host: String,
    keep: String,
    mistyped: String,
    meant: String,
    code: String,
    open: String,
    says: Vec<Saying>,
}

/// One thing that the script may say.
#[derive(Debug, Serialize)]
struct Saying {
    id: &'static str,
    class: &'static str,
    words: String,
}

impl Tools {
    pub(super) fn new(press: &Press) -> Self {
        let words = |id: &str| three(press, |voice| voice.say(id));
        let prefix = press.href(&register::prefix(&press.project));
        Self {
            script: press.href(&register::script(&press.project)),
            prefix: prefix.clone(),
            kept: press.register.as_ref().map(|_| prefix + register::CHECKER),
            heading: words("verify-tools"),
            cannot: words("verify-cannot"),
            choose: words("verify-choose"),
            folder: words("verify-folder"),
            document: words("verify-receipts"),
            register: words("verify-register"),
            host: words("verify-host"),
            keep: words("verify-keep"),
            mistyped: words("verify-mistyped"),
            meant: words("verify-meant"),
            code: words("verify-code"),
            open: words("verify-open"),
            says: sayings(press, "differs", "say-differs"),
        }
    }

    /// The same on the page of an unlisted record, whose files have no names.
    pub(super) fn nameless(press: &Press) -> Self {
        Self { says: sayings(press, "older", "say-older-nameless"), ..Self::new(press) }
    }
}

/// Everything that the script may say; for `other` a message that suits the page.
fn sayings(press: &Press, other: &str, message: &str) -> Vec<Saying> {
    let mut says: Vec<_> = SAYINGS
        .iter()
        .map(|&(id, class)| {
            let usual = format!("say-{id}");
            let message = if id == other { message } else { &usual };
            Saying { id, class, words: each(press, |voice| said(voice, message, "")) }
        })
        .collect();
    says.extend(ENTRIES.iter().map(|&(id, state)| {
        let class = if id == "disowned" { "old" } else { "" };
        let words = each(press, |voice| {
            let state = state.and_then(|it| it.words(voice.language.tag())).unwrap_or_default();
            let message = if state.is_empty() { "say-issue" } else { "say-status" };
            said(voice, message, state)
        });
        Saying { id, class, words }
    }));
    says
}

/// A message with the places that the script fills in.
fn said(voice: &Voice<'_>, message: &str, state: &str) -> String {
    let places = FILLED.map(|it| (it, format!("{{{it}}}")));
    let mut words: Vec<_> = places.iter().map(|(name, it)| (*name, it.as_str())).collect();
    words.push(("state", state));
    voice.say_with(message, &words)
}

/// Words in each language, with nothing between them: as HTML.
fn each(press: &Press, of: impl Fn(&Voice<'_>) -> String) -> String {
    let words = press.project.languages.iter();
    words.map(|&it| Words { text: of(&press.voice(it)), lang: Some(it.tag()) }.html()).collect()
}

/// What of a document the script compares and checks.
#[derive(Debug, Serialize)]
pub(super) struct Check {
    /// The code.
    code: String,
    /// The fingerprint of the register.
    fingerprint: String,
    /// The versions that have effect.
    versions: Vec<Version>,
}

#[derive(Debug, Serialize)]
struct Version {
    number: u64,
    /// Where its receipt is, if it is published.
    receipt: Option<String>,
    /// What was sealed in it: names and hashes.
    sums: Vec<Sum>,
}

#[derive(Debug, Serialize)]
struct Sum {
    name: String,
    sha256: String,
}

impl Check {
    /// The versions of a code. What a stolen key sealed is no sealed file.
    pub(super) fn new(press: &Press, register: &Register, code: Code, record: &Record) -> Self {
        let versions = record.versions.iter().filter(|it| !it.disowned).map(|it| {
            let number = it.entry.number("version").unwrap_or_default();
            let sums = it.entry.sealed_files();
            let sums = sums.map(|(name, hash)| Sum { name, sha256: bare(hash) });
            let receipt = press.href(&register::receipt(code, number));
            Version { number, receipt: Some(receipt), sums: sums.collect() }
        });
        Self::of(register, code.to_string(), versions.collect())
    }

    /// The versions of an unlisted record: hashes, without names of files and without receipts.
    pub(super) fn unlisted(register: &Register, code: Unlisted, record: &Record) -> Self {
        let versions = record.effective().map(|it| {
            let sum = |(_, hash): (String, &str)| Sum { name: String::new(), sha256: bare(hash) };
            let sums = it.entry.sealed_files().map(sum).collect();
            Version { number: it.entry.number("version").unwrap_or_default(), receipt: None, sums }
        });
        Self::of(register, code.to_string(), versions.collect())
    }

    fn of(register: &Register, code: String, versions: Vec<Version>) -> Self {
        let fingerprint = register.state.fingerprint().map(|it| hex(&it)).unwrap_or_default();
        Self { code, fingerprint, versions }
    }
}

/// The digits of a hash.
fn bare(hash: &str) -> String {
    hash.strip_prefix("sha256:").unwrap_or(hash).to_owned()
}

/// What the file that readers keep relies on, as it is published.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trusted<'a> {
    /// The hash of the first entry, in hex.
    pub(super) fingerprint: &'a str,
    /// Whose checkpoints count, and which witnesses have to have seen them.
    pub(super) policy: &'a str,
    /// The keys of roots and registrars, one a line.
    pub(super) signers: &'a str,
}

/// The file of a register.
pub(super) fn of_register(press: &Press, register: &Register) -> Bytes {
    let fingerprint = register.state.fingerprint().map(|it| hex(&it)).unwrap_or_default();
    let (policy, signers) = (publication::policy(register), publication::signers(register));
    file(press, Trusted { fingerprint: &fingerprint, policy: &policy, signers: &signers })
}

/// `verify.html`: all checks in one file, which asks nothing of any host and works without one.
pub(super) fn file(press: &Press, trusted: Trusted<'_>) -> Bytes {
    let text = |name| String::from_utf8_lossy(press.theme.asset(name)).into_owned();
    let (script, style) = (text(theme::SCRIPT), text(theme::STYLE));
    // Only the script and the style that stand in it, and no request to anywhere.
    let policy = format!(
        "default-src 'none'; script-src {}; style-src {}; base-uri 'none'; form-action 'none'",
        source(&script),
        source(&style)
    );
    let words = |id: &str| three(press, |voice| voice.say(id));
    let offices = each(press, |voice| {
        let organization = press.data.organization(&press.project.office.organization);
        voice.organization(organization).text
    });
    let specimen = press.project.specimen;
    let first = press.project.first_language();
    let mut values = press.frames.trilingual.values.clone();
    let more = [
        ("content_policy", policy),
        ("script", script),
        ("style", style),
        ("offices", offices),
        ("title", press.voice(first).say("verify-file")),
        ("heading", words("verify-file")),
        ("lead", words("verify-file-lead")),
        ("save", words("verify-file-save")),
        ("specimen", if specimen { words("specimen-mark") } else { String::new() }),
        ("fingerprint", trusted.fingerprint.to_owned()),
        ("groups", crate::render::item::groups_of_four(trusted.fingerprint)),
        ("policy", trusted.policy.to_owned()),
        ("signers", trusted.signers.to_owned()),
    ];
    values.extend(more.map(|(name, it)| (name, tera::Value::from(it))));
    let says = sayings(press, "differs", "say-differs-kept");
    values.push(("says", tera::Value::from_serializable(&says)));
    Ok(press.part_of(first, "verify-file.html", &values)?.into_bytes())
}

/// A text as a source of a content security policy (CSP3 §2.3.1).
fn source(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}
