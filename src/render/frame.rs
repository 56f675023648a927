//! What every page of one language shows alike: navigation, footer, the strip of a specimen.

use crate::catalogue::routes;
use crate::language::Language;
use crate::render::Press;
use crate::render::context::{Frame, Link};

/// The frames of all languages, ready for templates.
#[derive(Debug, Default)]
pub(super) struct Frames([Option<tera::Value>; 3]);

impl Frames {
    /// Makes the frame of each language once.
    pub(super) fn new(press: &Press) -> Self {
        Self(Language::ALL.map(|it| Some(tera::Value::from_serializable(&frame(press, it)))))
    }

    /// The frame of a language.
    pub(super) fn value(&self, language: Language) -> tera::Value {
        self.0[language.index()].clone().unwrap_or_else(tera::Value::none)
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
            title: super::item::title(&voice, item),
        }
    });
    let organization = press.data.organization(&office.organization);
    let hotline = if project.specimen { String::new() } else { office.hotline.clone() };
    Frame {
        language: voice.tongue(),
        office: voice.organization(organization),
        home: press.href(&routes::home(language)),
        stylesheet: press.href(&routes::asset("site.css")),
        sections: project.sections.iter().map(section).collect(),
        specimen: project.specimen,
        as_of: voice.date(press.as_of()),
        responsible: voice.words(&office.responsible),
        address: voice.words(&office.address),
        email: office.email.clone(),
        hotline,
        hotline_hours: voice.words(&office.hotline_hours),
        endpoint: project.forms.endpoint.clone(),
        zalo: project.forms.zalo_oa.clone(),
        verify: press.href(&routes::verify_help(language)),
        verify_index: press.href(routes::VERIFY_INDEX),
        site_map: press.href(&routes::site_map(language)),
        privacy,
        noindex: project.specimen,
    }
}
