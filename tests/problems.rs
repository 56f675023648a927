//! Every problem, each with the smallest input that has it.
//!
//! A file of `tests/problems/` holds the files of a small site, each after a line `=== path`, and
//! after `=== expected` the problems: `path:line:column: severity[id]`. What is not given is taken
//! from the smallest lawful site. `=== options` may name `production` and `drafts`, and `words`:
//! then the words of each problem and its hint, in Vietnamese, are expected too. With `sealed` the
//! office seals its documents; files after lines `=== then path` are written after that.

use std::collections::BTreeSet;
use std::fs;

use condau::check::ids;
use condau::diagnostic::report;
use condau::language::Language;
use condau::language::messages::Messages;
use condau::site::{Build, Options};

use crate::office::Office;
use crate::support::{Site, day, hints, lines};

struct Fixture {
    name: String,
    parts: Vec<(String, String)>,
}

fn fixtures() -> Vec<Fixture> {
    let mut fixtures = Vec::new();
    for entry in fs::read_dir("tests/problems").unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(&path).unwrap();
        let mut parts: Vec<(String, String)> = Vec::new();
        for line in text.split_inclusive('\n') {
            match line.strip_prefix("=== ") {
                Some(path) => parts.push((path.trim_end().to_owned(), String::new())),
                None => parts.last_mut().unwrap().1.push_str(line),
            }
        }
        fixtures.push(Fixture { name, parts });
    }
    fixtures.sort_by(|a, b| a.name.cmp(&b.name));
    fixtures
}

/// The build of a fixture, and whether its words are expected too.
fn built(fixture: &Fixture) -> (Build, bool) {
    let mut site = Site::new();
    let (mut with_words, mut is_sealed) = (false, false);
    let mut options = Options { as_of: day("2026-05-04"), drafts: false, production: false };
    for (path, text) in &fixture.parts {
        match path.as_str() {
            "expected" => {}
            "options" => {
                options.production = text.contains("production");
                options.drafts = text.contains("drafts");
                with_words = text.contains("words");
                is_sealed = text.contains("sealed");
            }
            _ if path.starts_with("then ") => {}
            _ if path.ends_with(".pdf") || path.ends_with("mau.txt") => {
                site = site.attach(path, &unescaped(text));
            }
            _ => site = site.write(path, text),
        }
    }
    let mut fingerprint = String::new();
    if is_sealed {
        let office = Office::open(site).seal();
        fingerprint = office.fingerprint();
        site = office.site;
    }
    for (path, text) in &fixture.parts {
        if let Some(path) = path.strip_prefix("then ") {
            site = site.write(path, &text.replace("FINGERPRINT", &fingerprint));
        }
    }
    (site.build_with(options), with_words)
}

fn actual(fixture: &Fixture) -> Vec<String> {
    let (build, with_words) = built(fixture);
    let words = lines(&build);
    if with_words {
        let hint = |it: String| it.lines().map(|it| format!("  {it}")).collect::<Vec<_>>();
        let hints = hints(&build).into_iter().map(hint);
        return words
            .into_iter()
            .zip(hints)
            .flat_map(|(it, hint)| [vec![it], hint])
            .flatten()
            .collect();
    }
    let place = |it: &String| it.split_inclusive(']').next().unwrap_or_default().to_owned();
    words.iter().map(place).collect()
}

/// `pdf` alone stands for a small PDF with a text layer, `scan` for one without.
fn unescaped(text: &str) -> Vec<u8> {
    match text.trim() {
        "pdf" => pdf("<< /Font << /F1 4 0 R >> >>"),
        "scan" => pdf("<< /XObject << /Im1 4 0 R >> >>"),
        _ => text.as_bytes().to_vec(),
    }
}

/// The smallest PDF with one page that has these resources.
fn pdf(resources: &str) -> Vec<u8> {
    let page = format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources {resources} >>"
    );
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page.as_str(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Length 3 >>\nstream\nq Q\nendstream",
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut table = "xref\n0 6\n0000000000 65535 f \n".to_owned();
    for (number, object) in (1..).zip(objects) {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let start = file.len();
    file.push_str(&table);
    file.push_str(&format!("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
    file.into_bytes()
}

/// Writes what was found as what is expected.
fn update(name: &str, actual: &[String]) {
    let path = format!("tests/problems/{name}.txt");
    let text = fs::read_to_string(&path).unwrap();
    let input = text.split("=== expected\n").next().unwrap();
    fs::write(
        path,
        format!(
            "{input}=== expected\n{}",
            actual.iter().map(|it| format!("{it}\n")).collect::<String>()
        ),
    )
    .unwrap();
}

#[test]
fn every_fixture_has_its_problems_and_no_other() {
    let mut faults = Vec::new();
    let all = fixtures();
    for fixture in &all {
        let expected = fixture.parts.iter().find(|(it, _)| it == "expected");
        let expected: Vec<_> =
            expected.map(|(_, it)| it.lines().map(str::to_owned).collect()).unwrap_or_default();
        let actual = actual(fixture);
        // What is right already is left alone: other tests read the same files meanwhile.
        if actual != expected && std::env::var("UPDATE").is_ok() {
            update(&fixture.name, &actual);
            continue;
        }
        if actual != expected {
            faults.push(format!("{}: expected {expected:#?}, got {actual:#?}", fixture.name));
        }
    }
    assert!(all.len() > 20, "nothing was read");
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn every_message_is_whole_in_every_language() {
    let mut faults = Vec::new();
    for fixture in fixtures() {
        let (build, _) = built(&fixture);
        for language in Language::ALL {
            let messages = Messages::built_in(language);
            for it in &build.reported {
                let (words, hint) = report::words(&it.diagnostic, &messages);
                let hint = hint.unwrap_or_default();
                // A value that is missing is printed as its name; an empty one as `none`.
                let is_odd = |it: &str| {
                    it.is_empty()
                        || it.contains("{$")
                        || it.split([' ', '"', '“']).any(|it| it == "none")
                };
                let hint_is_odd = is_odd(&hint.replace("= \"none\"", ""));
                if is_odd(&words) || hint_is_odd {
                    faults.push(format!("{} {}: {words} | {hint}", fixture.name, language.code()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// Problems that need a disk or a whole finished site; `tests/tools/broken.py` and unit tests have them.
const ELSEWHERE: [&str; 7] = [
    "file-encoding",
    "file-large",
    "file-link",
    "private-key",
    "page-weight",
    "attachment-large",
    "seal-fault",
];

#[test]
fn every_rule_has_a_fixture() {
    let named: BTreeSet<String> = fixtures()
        .iter()
        .flat_map(|it| {
            let expected =
                it.parts.iter().find(|(it, _)| it == "expected").map(|(_, it)| it.clone());
            let expected = expected.unwrap_or_default();
            let id = |it: &str| Some(it.split_once('[')?.1.split_once(']')?.0.to_owned());
            expected.lines().filter_map(id).collect::<Vec<_>>()
        })
        .collect();
    let missing: Vec<_> =
        ids().into_iter().filter(|it| !(named.contains(*it) || ELSEWHERE.contains(it))).collect();
    assert!(missing.is_empty(), "no fixture in tests/problems/ for {missing:?}");
}
