//! New items and new sites, as changes of the project.

use crate::changes::{Change, Changes};
use crate::data::{Data, Role};
use crate::date::Date;
use crate::document::schema;
use crate::language::Language;
use crate::language::messages::{Args, Messages};
use crate::project::Project;
use crate::schema::{Key, Need, label};
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

/// What the site has that a new item may name.
#[derive(Debug)]
pub struct Site<'a> {
    /// The settings.
    pub project: &'a Project,
    /// The tables.
    pub data: &'a Data,
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
        foreign.map_or(self.office(), |it| &it.id.value)
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
        text.push_str(&line(key, key.example, words, "# "));
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
        "owner" => quoted(site.unit()),
        "published" | "issued" | "effective" | "signed" | "asked" => wish.day.to_string(),
        "issuer" | "authority" => quoted(site.office()),
        "parties" => format!("[{}, {}]", quoted(site.office()), quoted(site.partner())),
        "receives" => format!("[{}]", quoted(site.unit())),
        "authentic" => format!("[{}]", quoted(site.project.first_language().code())),
        "basis" => "[]".to_owned(),
        "announced" | "from" | "to" => moment,
        "channels" if wish.kind == "programme" => {
            format!("[{{ channel = \"site\", at = {moment} }}]")
        }
        "gate" => quoted(site.data.gates.first().map_or("cua-khau", |it| &it.id.value)),
        "number" if site.project.specimen => quoted(&format!("M-1/KH-{}", site.symbol())),
        "number" => quoted(&format!("1/KH-{}", site.symbol())),
        "code" if !site.project.specimen => quoted("1.000001"),
        "code" => quoted("0.000001"),
        _ => return None,
    })
}

fn line(key: &Key, value: &str, words: &Messages, mark: &str) -> String {
    let label = words.text(&label(key.name).0, &Args::new());
    format!("{mark}{} = {value}  # {label}\n", key.name)
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
    format!("+++\ntitle = {0}  # {comment}\nsummary = {0}  # {comment}\n+++\n", quoted(wish.title))
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
    ("content/questions/_index.vi.md", include_str!("new/starter/questions.vi.md")),
    ("content/questions/_index.en.md", include_str!("new/starter/questions.en.md")),
    ("content/questions/_index.zh.md", include_str!("new/starter/questions.zh.md")),
];
