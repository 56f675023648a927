//! What every page of one language shows alike: navigation, footer, the strip of a specimen.

use crate::catalogue::routes;
use crate::diagnostic::Diagnostic;
use crate::language::Language;
use crate::render::context::{Frame, Link};
use crate::render::verification::Trilingual;
use crate::render::{Press, percent_encoded};

/// The frames of all languages, ready for templates.
#[derive(Debug, Default)]
pub(super) struct Frames {
    parts: [Parts; 3],
    /// What verification pages show alike.
    pub(super) trilingual: Trilingual,
}

/// What the pages of one language share: the values, and the parts that are rendered once.
#[derive(Debug, Clone)]
pub(super) struct Parts {
    /// The values of [`Frame`].
    pub(super) site: tera::Value,
    /// The navigation, as HTML.
    pub(super) navigation: tera::Value,
    /// The footer, as HTML.
    pub(super) footer: tera::Value,
    /// The body of a letter to the office, as it stands in an address.
    pub(super) letter: String,
}

impl Default for Parts {
    fn default() -> Self {
        let none = tera::Value::none;
        Self { site: none(), navigation: none(), footer: none(), letter: String::new() }
    }
}

impl Frames {
    /// Makes the frame of each language once.
    pub(super) fn new(press: &Press) -> Result<Self, Box<Diagnostic>> {
        let mut frames = Self::default();
        for language in Language::ALL {
            let site = tera::Value::from_serializable(&frame(press, language));
            let values = [("site", site.clone())];
            let part = |template| {
                let html = press.part_of(language, template, &values);
                html.map(|it| tera::Value::safe_string(&it))
            };
            frames.parts[language.index()] = Parts {
                navigation: part("navigation.html")?,
                footer: part("footer.html")?,
                letter: percent_encoded(&press.voice(language).say("feedback-letter")),
                site,
            };
        }
        let first = frames.of(press.project.first_language()).site.clone();
        frames.trilingual = Trilingual::new(press, &first)?;
        Ok(frames)
    }

    /// The frame of a language.
    pub(super) fn of(&self, language: Language) -> &Parts {
        &self.parts[language.index()]
    }
}

fn frame(press: &Press, language: Language) -> Frame {
    let voice = press.voice(language);
    let project = &press.project;
    let office = &project.office;
    let section = |it: &crate::project::Section| Link {
        href: press.href(&routes::section(project, language, &it.name)),
        title: voice.words(&press.catalogue.section_title(&it.name, language)),
    };
    let privacy = project.forms.privacy_page.as_ref();
    let privacy = privacy.and_then(|it| press.catalogue.find(&it.value)).map(|it| {
        let item = press.catalogue.item(it);
        Link {
            href: press.href(&routes::item(project, language, item)),
            title: super::item::title(press, &voice, item),
        }
    });
    let organization = press.data.organization(&office.organization);
    let name = voice.organization(organization);
    Frame {
        language: voice.tongue(),
        office_name: name.text.clone(),
        office: name,
        home: press.href(&routes::home(language)),
        stylesheet: press.href(&routes::asset("site.css")),
        icon: press.href(&routes::asset("icon.svg")),
        icons: press.href(&routes::asset("icons.svg")),
        sections: project.sections.iter().map(section).collect(),
        specimen: project.specimen,
        as_of: voice.date(press.as_of()),
        responsible: voice.words(&office.responsible),
        address: voice.words(&office.address),
        email: office.email.clone(),
        hotline: press.hotline().to_owned(),
        hotline_hours: voice.words(&office.hotline_hours),
        endpoint: project.forms.endpoint.clone(),
        zalo: project.forms.zalo_oa.clone(),
        verify: press.href(&routes::verify_help(language)),
        verify_index: press.href(routes::VERIFY_INDEX),
        site_map: press.href(&routes::site_map(language)),
        privacy,
        noindex: project.specimen,
        policy: super::headers::policy(project),
    }
}
