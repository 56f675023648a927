//! The messages of one language: what the tool and the pages say, from Fluent files.

use std::collections::{BTreeMap, BTreeSet};

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::language::{Language, numbers};

/// A value that a message says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A text.
    Text(String),
    /// A whole number, which messages also select on; printed as the language writes numbers.
    Number(i64),
}

/// Values by the names that messages use.
pub type Args = BTreeMap<String, Arg>;

/// Messages by their ids.
#[expect(clippy::disallowed_types, reason = "each page asks a hundred times; never walked through")]
type Plain = std::collections::HashMap<String, String>;

/// The files of each language, compiled in.
const FILES: [[(&str, &str); 8]; 3] = [
    [
        ("site", include_str!("../../i18n/vi/site.ftl")),
        ("schema", include_str!("../../i18n/vi/schema.ftl")),
        ("alerts", include_str!("../../i18n/vi/alerts.ftl")),
        ("diagnostics", include_str!("../../i18n/vi/diagnostics.ftl")),
        ("register", include_str!("../../i18n/vi/register.ftl")),
        ("verify", include_str!("../../i18n/vi/verify.ftl")),
        ("cli", include_str!("../../i18n/vi/cli.ftl")),
        ("translation", include_str!("../../i18n/vi/translation.ftl")),
    ],
    [
        ("site", include_str!("../../i18n/en/site.ftl")),
        ("schema", include_str!("../../i18n/en/schema.ftl")),
        ("alerts", include_str!("../../i18n/en/alerts.ftl")),
        ("diagnostics", include_str!("../../i18n/en/diagnostics.ftl")),
        ("register", include_str!("../../i18n/en/register.ftl")),
        ("verify", include_str!("../../i18n/en/verify.ftl")),
        ("cli", include_str!("../../i18n/en/cli.ftl")),
        ("translation", include_str!("../../i18n/en/translation.ftl")),
    ],
    [
        ("site", include_str!("../../i18n/zh/site.ftl")),
        ("schema", include_str!("../../i18n/zh/schema.ftl")),
        ("alerts", include_str!("../../i18n/zh/alerts.ftl")),
        ("diagnostics", include_str!("../../i18n/zh/diagnostics.ftl")),
        ("register", include_str!("../../i18n/zh/register.ftl")),
        ("verify", include_str!("../../i18n/zh/verify.ftl")),
        ("cli", include_str!("../../i18n/zh/cli.ftl")),
        ("translation", include_str!("../../i18n/zh/translation.ftl")),
    ],
];

/// A place in a file that is no Fluent.
#[derive(Debug)]
pub struct Fault {
    /// Which of the files.
    pub file: usize,
    /// The bytes.
    pub range: std::ops::Range<usize>,
    /// What is wrong, in the words of the parser.
    pub what: String,
}

/// The messages of one language, then those of the languages that stand in for it.
pub struct Messages {
    language: Language,
    bundles: Vec<FluentBundle<FluentResource>>,
    /// Messages without arguments, resolved once.
    plain: Plain,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Messages").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Messages {
    /// The messages that are compiled in.
    pub fn built_in(language: Language) -> Self {
        let bundles = language.chain().map(built_in).into_iter().collect();
        Self { language, bundles, plain: Plain::default() }
    }

    /// The messages of a site: its own files stand before the built-in ones, message by message.
    /// What cannot be read in a file is a [`Fault`]; the rest of the file counts.
    pub fn with<'a>(
        language: Language,
        files: impl Iterator<Item = (Language, &'a str)>,
    ) -> (Self, Vec<Fault>) {
        let mut messages = Self::built_in(language);
        let mut faults = Vec::new();
        for (number, (of, text)) in files.enumerate() {
            let place = language.chain().into_iter().position(|it| it == of);
            let Some(bundle) = place.and_then(|it| messages.bundles.get_mut(it)) else { continue };
            let (resource, errors) = match FluentResource::try_new(text.to_owned()) {
                Ok(resource) => (resource, Vec::new()),
                Err((resource, errors)) => (resource, errors),
            };
            faults.extend(errors.iter().map(|error| Fault {
                file: number,
                range: error.pos.clone(),
                what: error.kind.to_string(),
            }));
            bundle.add_resource_overriding(resource);
        }
        messages.plain = messages.resolve_plain();
        (messages, faults)
    }

    /// The language of these messages.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether a message exists in any language.
    pub fn has(&self, id: &str) -> bool {
        self.bundles.iter().any(|it| it.has_message(id))
    }

    /// A message; its own id where there is none.
    pub fn text(&self, id: &str, args: &Args) -> String {
        if args.is_empty()
            && let Some(text) = self.plain.get(id)
        {
            return text.clone();
        }
        self.find(id, None, args).unwrap_or_else(|| id.to_owned())
    }

    /// A message that has no arguments, if there is one and no engine could take it for its own.
    pub fn plain(&self, id: &str) -> Option<&str> {
        self.plain.get(id).map(String::as_str).filter(|it| !it.contains('{'))
    }

    /// An attribute of a message.
    pub fn attribute(&self, id: &str, attribute: &str, args: &Args) -> Option<String> {
        // The text of an alert is the message itself.
        let attribute = (attribute != "body").then_some(attribute);
        self.find(id, attribute, args)
    }

    /// The variables that a message and its attributes name.
    pub fn variables(&self, id: &str) -> BTreeSet<String> {
        let text = self.find(id, None, &Args::new()).unwrap_or_default();
        let mut names = BTreeSet::new();
        let attributes = ["title", "summary"].map(|it| self.find(id, Some(it), &Args::new()));
        for text in std::iter::once(text).chain(attributes.into_iter().flatten()) {
            // Fluent prints a variable that was not given as `{$name}`.
            for part in text.split("{$").skip(1) {
                names.extend(part.split('}').next().map(|it| it.trim().to_owned()));
            }
        }
        names
    }

    fn find(&self, id: &str, attribute: Option<&str>, args: &Args) -> Option<String> {
        self.bundles.iter().find_map(|bundle| {
            let message = bundle.get_message(id)?;
            let pattern = match attribute {
                Some(name) => message.get_attribute(name)?.value(),
                None => message.value()?,
            };
            let mut errors = Vec::new();
            let args = (!args.is_empty()).then(|| Self::fluent(args));
            Some(bundle.format_pattern(pattern, args.as_ref(), &mut errors).into_owned())
        })
    }

    fn fluent(args: &Args) -> FluentArgs<'static> {
        let value = |it: &Arg| match it {
            Arg::Text(text) => FluentValue::from(text.clone()),
            Arg::Number(number) => FluentValue::from(*number),
        };
        args.iter().map(|(name, it)| (name.clone(), value(it))).collect()
    }

    fn resolve_plain(&self) -> Plain {
        let mut plain = Plain::default();
        for text in FILES.iter().flatten().map(|(_, text)| *text) {
            let ids = text.lines().filter_map(|it| it.split_once(" =")).map(|(id, _)| id);
            for id in ids.filter(|it| it.starts_with(|it: char| it.is_ascii_lowercase())) {
                if let Some(text) = self.find(id, None, &Args::new())
                    && !text.contains("{$")
                {
                    plain.insert(id.to_owned(), text);
                }
            }
        }
        plain
    }
}

/// The compiled-in bundle of one language.
fn built_in(language: Language) -> FluentBundle<FluentResource> {
    let id: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::Vi => |value, _| written(value, Language::Vi),
        Language::En => |value, _| written(value, Language::En),
        Language::Zh => |value, _| written(value, Language::Zh),
    }));
    for (_, text) in FILES[language.index()] {
        // A built-in file is whole: `tests/words.rs` reads every one of them.
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(it, _)| it);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// A number as the language writes it.
fn written(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 => {
            let whole = format!("{:.0}", number.value);
            Some(numbers::integer(language, whole.parse().ok()?))
        }
        _ => None,
    }
}
