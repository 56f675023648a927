//! The theme: templates and assets, the built-in ones unless the site has its own.

mod colors;
mod fold;

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Kwargs, State, Tera, TeraResult};

use crate::diagnostic::problem::Problem;
use crate::diagnostic::{Diagnostic, Diagnostics, FileId, Span};
use crate::language::Language;
use crate::language::messages::{Arg, Args, Messages};
use crate::project::Project;
use crate::source::{Source, Sources};
use fold::Folds;

/// The templates that every theme has, compiled in.
const TEMPLATES: &[(&str, &str)] = &[
    ("404.html", include_str!("../themes/plain/templates/404.html")),
    ("band.html", include_str!("../themes/plain/templates/band.html")),
    ("base.html", include_str!("../themes/plain/templates/base.html")),
    ("browse.html", include_str!("../themes/plain/templates/browse.html")),
    ("chooser.html", include_str!("../themes/plain/templates/chooser.html")),
    ("data.html", include_str!("../themes/plain/templates/data.html")),
    ("entry.html", include_str!("../themes/plain/templates/entry.html")),
    ("footer.html", include_str!("../themes/plain/templates/footer.html")),
    ("home.html", include_str!("../themes/plain/templates/home.html")),
    ("item.html", include_str!("../themes/plain/templates/item.html")),
    ("list.html", include_str!("../themes/plain/templates/list.html")),
    ("map.html", include_str!("../themes/plain/templates/map.html")),
    ("moved.html", include_str!("../themes/plain/templates/moved.html")),
    ("navigation.html", include_str!("../themes/plain/templates/navigation.html")),
    ("paper-end.html", include_str!("../themes/plain/templates/paper-end.html")),
    ("paper-head.html", include_str!("../themes/plain/templates/paper-head.html")),
    ("part-channels.html", include_str!("../themes/plain/templates/part-channels.html")),
    ("part-charge.html", include_str!("../themes/plain/templates/part-charge.html")),
    ("part-deadlines.html", include_str!("../themes/plain/templates/part-deadlines.html")),
    ("part-forms.html", include_str!("../themes/plain/templates/part-forms.html")),
    ("part-form.html", include_str!("../themes/plain/templates/part-form.html")),
    ("part-join.html", include_str!("../themes/plain/templates/part-join.html")),
    ("parts.html", include_str!("../themes/plain/templates/parts.html")),
    ("table-ddci.html", include_str!("../themes/plain/templates/table-ddci.html")),
    ("table-feedback.html", include_str!("../themes/plain/templates/table-feedback.html")),
    ("table-gates.html", include_str!("../themes/plain/templates/table-gates.html")),
    ("table-glossary.html", include_str!("../themes/plain/templates/table-glossary.html")),
    ("table-holidays.html", include_str!("../themes/plain/templates/table-holidays.html")),
    (
        "table-organizations.html",
        include_str!("../themes/plain/templates/table-organizations.html"),
    ),
    ("table-instruments.html", include_str!("../themes/plain/templates/table-instruments.html")),
    ("table-prices.html", include_str!("../themes/plain/templates/table-prices.html")),
    ("table-translations.html", include_str!("../themes/plain/templates/table-translations.html")),
    ("table-units.html", include_str!("../themes/plain/templates/table-units.html")),
    ("unlisted.html", include_str!("../themes/plain/templates/unlisted.html")),
    ("verification.html", include_str!("../themes/plain/templates/verification.html")),
    ("verification-notes.html", include_str!("../themes/plain/templates/verification-notes.html")),
    ("verify-help.html", include_str!("../themes/plain/templates/verify-help.html")),
    ("verify-file.html", include_str!("../themes/plain/templates/verify-file.html")),
    ("verify-tools.html", include_str!("../themes/plain/templates/verify-tools.html")),
    ("verify.html", include_str!("../themes/plain/templates/verify.html")),
];

/// The assets that every theme has, compiled in.
const ASSETS: &[(&str, &str)] = &[
    ("icon.svg", include_str!("../themes/plain/assets/icon.svg")),
    ("icons.svg", include_str!("../themes/plain/assets/icons.svg")),
    ("site.css", include_str!("../themes/plain/assets/site.css")),
    (SCRIPT, include_str!("../themes/plain/assets/verify.js")),
    (STYLE, include_str!("../themes/plain/assets/verify.css")),
];

/// The script of the pages that check. It is published with the register.
pub const SCRIPT: &str = "verify.js";

/// How what it shows looks: the end of the style sheet, and all of it in the file that readers keep.
pub const STYLE: &str = "verify.css";

/// The words of a site in each language, in the order of [`Language::ALL`].
pub fn messages(sources: &Sources, diagnostics: &mut Diagnostics) -> [Arc<Messages>; 3] {
    let file = |(file, source): (FileId, &Source)| {
        let (code, name) = source.path.strip_prefix("i18n/")?.split_once('/')?;
        let language = Language::from_code(code)
            .filter(|_| name.rsplit_once('.').is_some_and(|(_, it)| it == "ftl"))?;
        Some((language, file))
    };
    let files: Vec<_> = sources.under("i18n/").filter_map(file).collect();
    Language::ALL.map(|language| {
        let texts = files.iter().map(|(language, file)| (*language, sources.file_text(*file)));
        let (messages, faults) = Messages::with(language, texts);
        for fault in faults.into_iter().filter(|it| files[it.file].0 == language) {
            let span = Span::new(files[fault.file].1, fault.range);
            diagnostics.push(Problem::MessageSyntax { what: fault.what }, span);
        }
        Arc::new(messages)
    })
}

/// Templates of each language, and assets.
#[derive(Debug)]
pub struct Theme {
    /// One engine a language, in the order of [`Language::ALL`]: `t` speaks that language.
    engines: Vec<Tera>,
    /// The templates that come from the site, for the places of errors.
    files: BTreeMap<String, FileId>,
    /// What was put into each template of a language before the engine read it.
    folds: Vec<BTreeMap<String, Folds>>,
    /// The assets that are text, by name.
    assets: BTreeMap<String, Vec<u8>>,
    /// The site's own assets that are copied as they are, pictures and fonts: their paths by name.
    copies: BTreeMap<String, String>,
    /// Where an error of a built-in template is reported.
    fallback: Span,
}

impl Theme {
    /// Compiles the templates. A template that is wrong is reported and the theme is none.
    pub fn parse(
        sources: &Sources,
        project: &Project,
        messages: &[Arc<Messages>; 3],
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let folder = format!("themes/{}/", project.theme);
        let mut templates: BTreeMap<String, &str> =
            TEMPLATES.iter().map(|(name, text)| ((*name).to_owned(), *text)).collect();
        let mut assets: BTreeMap<String, Vec<u8>> = ASSETS
            .iter()
            .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
            .collect();
        let (mut files, mut copies) = (BTreeMap::new(), BTreeMap::new());
        for (file, source) in sources.iter() {
            let Some(path) = source.path.strip_prefix(&folder) else { continue };
            if let Some(name) = path.strip_prefix("templates/") {
                templates.insert(name.to_owned(), &source.text);
                files.insert(name.to_owned(), file);
            } else if let Some(name) = path.strip_prefix("assets/") {
                if sources.attachment(&source.path).is_some() {
                    copies.insert(name.to_owned(), source.path.clone());
                } else {
                    assets.insert(name.to_owned(), source.text.as_bytes().to_vec());
                }
            }
        }
        let colors = colors::rules(project, diagnostics).into_bytes();
        if let Some(style) = assets.get(STYLE).cloned() {
            if let Some(sheet) = assets.get_mut("site.css") {
                *sheet = [&colors, sheet.as_slice(), &style].concat();
            }
            assets.insert(STYLE.to_owned(), [colors, style].concat());
        }
        if let Some(script) = assets.get_mut(SCRIPT) {
            *script = without_comments(&String::from_utf8_lossy(script)).into_bytes();
        }
        let fallback = project.file;
        let (engines, folds) = (Vec::new(), Vec::new());
        let mut theme = Self { engines, files, folds, assets, copies, fallback };
        for messages in messages {
            let (texts, folds) = fold::all(&templates, messages);
            theme.folds.push(folds);
            let mut engine = Tera::default();
            engine.autoescape_on(vec![".html"]);
            let messages = Arc::clone(messages);
            engine.register_function("t", move |it: Kwargs, _: &State| translate(&messages, &it));
            if let Err(error) = engine.add_raw_templates(texts) {
                diagnostics.add(theme.diagnostic(theme.engines.len(), &error));
                return None;
            }
            theme.engines.push(engine);
        }
        Some(theme)
    }

    /// The names of the assets that have an address of their own.
    pub fn asset_names(&self) -> Vec<String> {
        let names = self.assets.keys().chain(self.copies.keys());
        names.filter(|it| ![SCRIPT, STYLE].contains(&it.as_str())).cloned().collect()
    }

    /// The path in the project of an asset that is copied.
    pub fn copied(&self, name: &str) -> Option<&str> {
        self.copies.get(name).map(String::as_str)
    }

    /// One asset that is text.
    pub fn asset(&self, name: &str) -> &[u8] {
        self.assets.get(name).map_or(&[], Vec::as_slice)
    }

    /// Renders a template; `more` bytes will be added to the page afterwards.
    pub fn render(
        &self,
        language: Language,
        template: &str,
        context: &tera::Context,
        more: usize,
    ) -> Result<Vec<u8>, Box<Diagnostic>> {
        let mut page = Vec::with_capacity(16 * 1024 + more);
        let engine = &self.engines[language.index()];
        match engine.render_to(template, context, &mut page) {
            Ok(()) => Ok(page),
            Err(error) => Err(Box::new(self.diagnostic(language.index(), &error))),
        }
    }

    /// An error of the engine as a problem, in the template where it arose.
    fn diagnostic(&self, engine: usize, error: &tera::Error) -> Diagnostic {
        let (name, what, range) = match error.kind() {
            tera::ErrorKind::SyntaxError(it) | tera::ErrorKind::RenderingError(it) => {
                (it.filename(), it.message().to_owned(), it.span().range.clone())
            }
            _ => ("", error.to_string(), 0..0),
        };
        let span = match self.files.get(name) {
            Some(&file) => {
                let folds = self.folds.get(engine).and_then(|it| it.get(name));
                Span::new(file, folds.map_or(range.clone(), |it| it.original(range)))
            }
            None => self.fallback,
        };
        let what = if self.files.contains_key(name) { what } else { format!("{name}: {what}") };
        Diagnostic { problem: Problem::TemplateError { what }, span, related: None, fix: None }
    }
}

/// A script as it is sent: without lines that are comments, and without indentation.
fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    lines
        .filter(|it| !it.is_empty() && !it.starts_with("//"))
        .fold(String::new(), |text, it| text + it + "\n")
}

/// `t(m="message", name=value, …)`: the message in the language of the page.
fn translate(messages: &Messages, arguments: &Kwargs) -> TeraResult<String> {
    let id: &str = arguments.must_get("m")?;
    let mut args = Args::new();
    for (key, value) in arguments.iter() {
        let name = key.to_string();
        if name == "m" {
            continue;
        }
        let value = match (value.as_i64(), value.as_str()) {
            (Some(number), _) => Arg::Number(number),
            (None, Some(text)) => Arg::Text(text.to_owned()),
            _ => Arg::Text(value.to_string()),
        };
        args.insert(name, value);
    }
    if !messages.has(id) {
        return Err(tera::Error::message(format!("no message `{id}` in i18n/*/site.ftl")));
    }
    Ok(messages.text(id, &args))
}
