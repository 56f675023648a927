//! New items and new sites, as changes of the project.

use crate::changes::{Change, Changes};
use crate::data::{Data, Role};
use crate::date::Date;
use crate::diagnostic::Diagnostics;
use crate::document::meta::{Details, Paper};
use crate::document::number::Number;
use crate::document::{self, Surroundings, schema};
use crate::language::Language;
use crate::language::messages::{Args, Messages};
use crate::project::Project;
use crate::schema::{Key, Need, Type};
use crate::source::Sources;
use crate::verify::code::Code;

/// What a new item is to be.
#[derive(Debug, Clone)]
pub struct Wish<'a> {
    /// The kind.
    pub kind: &'a str,
    /// The section's folder.
    pub section: &'a str,
    /// The slug.
    pub slug: &'a str,
    /// The title, in the site's first language.
    pub title: &'a str,
    /// The code, for kinds that carry one.
    pub code: Option<Code>,
    /// The day of publication.
    pub day: Date,
}

/// A document that stands already.
#[derive(Debug)]
pub struct Standing {
    /// `section/slug`.
    pub name: String,
    /// What it says of itself.
    pub paper: Paper,
}

/// The documents of a site, drafts too.
pub fn papers(sources: &Sources, surroundings: Surroundings<'_>) -> Vec<Standing> {
    // What is wrong with them is `check`'s to say.
    let mut found = Diagnostics::default();
    let mut papers = Vec::new();
    for folder in document::folders(sources, surroundings.project, &mut found) {
        let Some(slug) = folder.slug else { continue };
        let name = format!("{}/{slug}", folder.section);
        for it in document::parse(&folder, surroundings, &mut found, |_, _, _| {}) {
            if let document::Role::Source(meta) = it.role
                && let Details::Document(paper) = meta.details
            {
                papers.push(Standing { name: name.clone(), paper: *paper });
            }
        }
    }
    papers
}

/// What the site has that a new item may name.
#[derive(Debug)]
pub struct Site<'a> {
    /// The settings.
    pub project: &'a Project,
    /// The tables.
    pub data: &'a Data,
    /// The papers that stand there already.
    pub papers: &'a [Standing],
    /// The words of labels and comments.
    pub words: &'a Messages,
}

impl Site<'_> {
    /// The unit that stands first.
    fn unit(&self) -> &str {
        self.data.units.first().map_or("van-phong", |it| &it.id.value)
    }

    /// The office's own organisation.
    fn office(&self) -> &str {
        &self.project.office.organization
    }

    /// A body of another country, if one is known.
    fn partner(&self) -> &str {
        let foreign = self.data.organizations.iter().find(|it| it.role == Role::Foreign);
        // Without one, an id that is in no table: its problem says where to add the partner.
        foreign.map_or("doi-tac", |it| &it.id.value)
    }

    /// The next free number of the office's plans, in the year of a day.
    fn number(&self, day: Date) -> String {
        let of_year = |it: &&Standing| {
            let issued = it.paper.issued.as_ref().map(|it| it.value.date().year());
            issued.is_none_or(|it| it == day.year())
        };
        let is_ours =
            |it: &&Standing| it.paper.issuer.as_ref().is_none_or(|it| it.value == self.office());
        let running = |it: &Standing| {
            let is_letter = it.paper.kind.as_ref().is_some_and(|it| it.value == "letter");
            let number = Number::parse(&it.paper.number.as_ref()?.value, is_letter)?;
            number.running.parse::<u32>().ok()
        };
        let taken = self.papers.iter().filter(of_year).filter(is_ours).filter_map(running).max();
        let next = taken.unwrap_or_default() + 1;
        let mark = if self.project.specimen { "M-" } else { "" };
        format!("{mark}{next}/KH-{}", self.symbol())
    }

    /// A decision that may stand as the one that published a procedure, until its author names it.
    fn decision(&self) -> Option<&str> {
        let is_decision =
            |it: &&Standing| it.paper.kind.as_ref().is_some_and(|it| it.value == "decision");
        let own = self.papers.iter().find(is_decision).map(|it| it.name.as_str());
        own.or_else(|| self.data.instruments.keys().next().map(String::as_str))
    }

    /// The symbol of the office in numbers.
    fn symbol(&self) -> &str {
        let office = self.data.organization(self.office());
        office.and_then(|it| it.abbreviations.first()).map_or("MAU", String::as_str)
    }
}

/// Whether items of a kind carry a code.
pub fn carries_code(kind: &str) -> bool {
    matches!(kind, "document" | "mou" | "procedure")
}

/// The first section that takes items of a kind.
pub fn section_for<'a>(project: &'a Project, kind: &str) -> Option<&'a str> {
    let takes = |it: &&crate::project::Section| it.kinds.iter().any(|it| it == kind);
    project.sections.iter().find(takes).map(|it| it.name.as_str())
}

/// The files of a new item: one a language, a draft until its author says otherwise.
pub fn item(wish: &Wish<'_>, site: &Site<'_>) -> Changes {
    let folder = format!("content/{}/{}", wish.section, wish.slug);
    let first = site.project.first_language();
    let mut changes = Changes::default();
    for &language in &site.project.languages {
        let text = if language == first {
            source(wish, site)
        } else {
            translation(wish, language, site.words)
        };
        let path = format!("{folder}/index.{}.md", language.code());
        changes.0.push(Change::create(&path, text.into_bytes()));
    }
    changes
}

/// The source file: required keys first, then the others as comments, each with its label.
fn source(wish: &Wish<'_>, site: &Site<'_>) -> String {
    let words = site.words;
    let keys = schema::keys(wish.kind);
    let mut text = String::from("+++\n");
    let wanted = |it: &&Key| it.need == Need::Required || ALSO.contains(&(wish.kind, it.name));
    for key in keys.iter().filter(wanted) {
        let value = given(wish, site, key.name).unwrap_or_else(|| key.example.to_owned());
        text.push_str(&line(key, &value, words, ""));
    }
    if let Some(code) = wish.code {
        let id = keys.iter().find(|it| it.name == "id");
        let line = id.map(|it| line(it, &format!("\"{code}\""), words, ""));
        text.push_str(&line.unwrap_or_default());
    }
    text.extend(["draft = true  # ", &words.text("new-draft", &Args::new()), "\n"]);
    let written = |it: &&Key| !(wanted(it) || matches!(it.name, "id" | "draft"));
    for key in keys.iter().filter(written) {
        let value = given(wish, site, key.name).unwrap_or_else(|| key.example.to_owned());
        text.push_str(&line(key, &value, words, "# "));
    }
    text.push_str("+++\n");
    text.push_str(&body(wish.kind, words));
    text
}

/// Keys that the schema demands only of some items, and a new one of the kind among them.
const ALSO: [(&str, &str); 4] = [
    ("document", "signer"),
    ("document", "recipients"),
    ("mou", "authentic"),
    ("procedure", "basis"),
];

/// A value that is known already, so that a new draft has no problem of its own.
fn given(wish: &Wish<'_>, site: &Site<'_>, key: &str) -> Option<String> {
    let moment = format!("{}T09:00:00+07:00", wish.day);
    Some(match key {
        "kind" => quoted(wish.kind),
        "title" => quoted(wish.title),
        "owner" | "reviewer" => quoted(site.unit()),
        "published" | "issued" | "effective" | "signed" | "asked" => wish.day.to_string(),
        "issuer" | "authority" | "forwarded" => quoted(site.office()),
        "parties" => format!("[{}, {}]", quoted(site.office()), quoted(site.partner())),
        "receives" => format!("[{}]", quoted(site.unit())),
        "authentic" => format!("[{}]", quoted(site.project.first_language().code())),
        "basis" => "[]".to_owned(),
        "announced" | "from" | "to" => moment,
        "channels" if wish.kind == "programme" => {
            format!("[{{ channel = \"site\", at = {moment} }}]")
        }
        "gate" => quoted(site.data.gates.first().map_or("cua-khau", |it| &it.id.value)),
        "number" if wish.kind == "document" => quoted(&site.number(wish.day)),
        "decision" => quoted(site.decision()?),
        "converted" => format!("{{ at = {moment}, by = {} }}", quoted(site.office())),
        "code" if !site.project.specimen => quoted("1.000001"),
        "code" => quoted("0.000001"),
        _ => return None,
    })
}

fn line(key: &Key, value: &str, words: &Messages, mark: &str) -> String {
    let label = words.text(&key.label().0, &Args::new());
    let mut text = format!("{mark}{} = {value}  # {label}\n", key.name);
    // The kind is not for choosing: another one has other keys.
    if key.name != "kind" {
        values(key, "", words, &mut text);
    }
    text
}

/// How wide a line of values is, in characters, so that it can be read in any editor.
const WIDTH: usize = 100;

/// The words that a key may hold, each with what it means; those of the keys inside it too.
fn values(key: &Key, outer: &str, words: &Messages, text: &mut String) {
    let mut kind = key.kind;
    while let Type::Array(of) = kind {
        kind = *of;
    }
    let path = format!("{outer}{}", key.name);
    match kind {
        Type::Enum(all) => {
            let mut line = format!("#   {path}, {}", words.text("new-values", &Args::new()));
            for (at, value) in all.iter().enumerate() {
                let label = format!("{}{value}", key.words);
                let meaning = if !key.words.is_empty() && words.has(&label) {
                    format!(" ({})", words.text(&label, &Args::new()))
                } else {
                    String::new()
                };
                let end = if at + 1 == all.len() { "" } else { "," };
                let piece = format!(" {value}{meaning}{end}");
                if line.chars().count() + piece.chars().count() > WIDTH {
                    text.extend([line.as_str(), "\n"]);
                    "#    ".clone_into(&mut line);
                }
                line.push_str(&piece);
            }
            text.extend([line.as_str(), "\n"]);
        }
        Type::Table(keys) | Type::Tables(keys) => {
            for it in keys {
                values(it, &format!("{path}."), words, text);
            }
        }
        _ => {}
    }
}

/// A text as a TOML string.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// A translation: title and summary to be translated.
fn translation(wish: &Wish<'_>, language: Language, words: &Messages) -> String {
    let name = words.text(language.message(), &Args::new());
    let args = Args::from([("language".to_owned(), crate::language::messages::Arg::Text(name))]);
    let comment = words.text("new-translate", &args);
    let summary = Messages::built_in(language).text("new-summary", &Args::new());
    format!(
        "+++\ntitle = {}  # {comment}\nsummary = {}  # {comment}\n+++\n",
        quoted(wish.title),
        quoted(&summary)
    )
}

/// The text to begin with: the sections that the kind demands.
fn body(kind: &str, words: &Messages) -> String {
    let heading = |id: &str| {
        let words = words.text(&format!("new-section-{id}"), &Args::new());
        format!("\n## {words} {{#{id}}}\n")
    };
    match kind {
        "procedure" => ["steps", "how", "dossier", "conditions", "result"].map(heading).concat(),
        "programme" => heading("eligibility"),
        _ => "\n".to_owned(),
    }
}

/// The files of a new office.
pub fn starter() -> Changes {
    let change = |(path, text): &(&str, &str)| Change::create(path, text.as_bytes().to_vec());
    Changes(STARTER.iter().map(change).collect())
}

/// The starter, compiled in: a specimen that builds without a warning.
const STARTER: &[(&str, &str)] = &[
    ("condau.toml", include_str!("new/starter/condau.toml")),
    (".gitignore", "/public\n/public.next\n/public.manifest\n"),
    ("content/data/organizations.toml", include_str!("new/starter/organizations.toml")),
    ("content/data/gates.toml", include_str!("new/starter/gates.toml")),
    ("content/data/instruments.toml", include_str!("new/starter/instruments.toml")),
    ("content/data/units.toml", include_str!("new/starter/units.toml")),
    ("content/about/_index.vi.md", include_str!("new/starter/about.vi.md")),
    ("content/about/_index.en.md", include_str!("new/starter/about.en.md")),
    ("content/about/_index.zh.md", include_str!("new/starter/about.zh.md")),
    ("content/about/lien-he/index.vi.md", include_str!("new/starter/contacts.vi.md")),
    ("content/about/lien-he/index.en.md", include_str!("new/starter/contacts.en.md")),
    ("content/about/lien-he/index.zh.md", include_str!("new/starter/contacts.zh.md")),
    ("content/documents/_index.vi.md", include_str!("new/starter/documents.vi.md")),
    ("content/documents/_index.en.md", include_str!("new/starter/documents.en.md")),
    ("content/documents/_index.zh.md", include_str!("new/starter/documents.zh.md")),
    ("content/cooperation/_index.vi.md", include_str!("new/starter/cooperation.vi.md")),
    ("content/cooperation/_index.en.md", include_str!("new/starter/cooperation.en.md")),
    ("content/cooperation/_index.zh.md", include_str!("new/starter/cooperation.zh.md")),
    ("content/procedures/_index.vi.md", include_str!("new/starter/procedures.vi.md")),
    ("content/procedures/_index.en.md", include_str!("new/starter/procedures.en.md")),
    ("content/procedures/_index.zh.md", include_str!("new/starter/procedures.zh.md")),
    ("content/notices/_index.vi.md", include_str!("new/starter/notices.vi.md")),
    ("content/notices/_index.en.md", include_str!("new/starter/notices.en.md")),
    ("content/notices/_index.zh.md", include_str!("new/starter/notices.zh.md")),
    ("content/border/_index.vi.md", include_str!("new/starter/border.vi.md")),
    ("content/border/_index.en.md", include_str!("new/starter/border.en.md")),
    ("content/border/_index.zh.md", include_str!("new/starter/border.zh.md")),
    ("content/questions/_index.vi.md", include_str!("new/starter/questions.vi.md")),
    ("content/questions/_index.en.md", include_str!("new/starter/questions.en.md")),
    ("content/questions/_index.zh.md", include_str!("new/starter/questions.zh.md")),
];
