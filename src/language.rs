//! Languages of a site, and texts written in several of them.

pub mod fold;
pub mod messages;
pub mod numbers;
pub mod order;
pub mod script;

use serde::{Serialize, Serializer, ser::SerializeMap};

/// A language of the site. File names and addresses use its code, HTML its tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// Vietnamese.
    Vi,
    /// English.
    En,
    /// Simplified Chinese.
    Zh,
}

impl Language {
    /// All languages, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Vi, Self::En, Self::Zh];

    /// The language of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// The language that was meant by a code, a country or a name: `cn` and `zh-CN` are Chinese.
    pub fn meant(text: &str) -> Option<Self> {
        match text.to_lowercase().as_str() {
            "vi" | "vn" | "vie" | "vi-vn" | "tiếng việt" => Some(Self::Vi),
            "en" | "eng" | "gb" | "uk" | "us" | "en-us" | "en-gb" | "tiếng anh" => Some(Self::En),
            "zh" | "cn" | "zho" | "chi" | "ch" | "zh-cn" | "zh-hans" | "hans" | "tiếng trung"
            | "tiếng hoa" | "中文" => Some(Self::Zh),
            _ => None,
        }
    }

    /// The code in file names and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
            Self::Zh => "zh",
        }
    }

    /// The tag of BCP 47 in HTML, feeds and metadata.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-Hans",
            other => other.code(),
        }
    }

    /// The languages in which a message or text is sought, the best first.
    pub fn chain(self) -> [Self; 3] {
        match self {
            Self::Vi => [Self::Vi, Self::En, Self::Zh],
            Self::En => [Self::En, Self::Vi, Self::Zh],
            Self::Zh => [Self::Zh, Self::En, Self::Vi],
        }
    }

    /// The position in [`Language::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// The message that names the language.
    pub fn message(self) -> &'static str {
        match self {
            Self::Vi => "language-vi",
            Self::En => "language-en",
            Self::Zh => "language-zh",
        }
    }
}

/// Written as `{"word": "language-vi"}`: a message that names the language.
impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry("word", self.message())?;
        map.end()
    }
}

/// One text in some of the languages: `{ vi = "", en = "", zh = "" }`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text(pub [Option<String>; 3]);

impl Text {
    /// The text in one language, if it was written.
    pub fn get(&self, language: Language) -> Option<&str> {
        self.0[language.index()].as_deref()
    }

    /// The text in the language or the nearest one, and which language answered.
    pub fn answer(&self, language: Language) -> (Language, &str) {
        let found = language.chain().into_iter().find_map(|it| Some((it, self.get(it)?)));
        found.unwrap_or((language, ""))
    }

    /// The words that every language writes alike.
    pub fn shared(&self) -> Option<&str> {
        let [Some(first), Some(second), Some(third)] = &self.0 else { return None };
        (first == second && second == third).then_some(first)
    }

    /// Whether nothing was written in any language.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }
}
