//! The settings and the tables of a project, for commands that need no texts.

use std::path::Path;

use crate::data::{Data, Tables};
use crate::diagnostic::Diagnostics;
use crate::error::{Attempt, Error};
use crate::project::{self, Project};
use crate::schema::Known;
use crate::source::{Source, Sources, unlisted};

/// Everything that pages are made of: the project at `root`, and the unlisted results beside it.
/// Where those are named and not there, a site would be published without them.
pub(super) fn whole(
    root: &Path,
    found: &mut Diagnostics,
    must_be_there: bool,
) -> Result<Sources, Error> {
    let text = Sources::settings(root)?.unwrap_or_default();
    let mut beside = Vec::new();
    if let Some(folder) = project::verify(&text).unlisted.map(|it| it.value) {
        match unlisted::read(root, &folder)? {
            Some(files) => beside = files,
            None if must_be_there => {
                let place = root.join(&folder).display().to_string();
                return Err(Error::new(Attempt::Read, place, "cause-unlisted-missing"));
            }
            None => {}
        }
        let path = |it: Source| Source { path: format!("{folder}/{}", it.path), ..it };
        beside = beside.into_iter().map(path).collect();
    }
    Sources::read_beside(root, beside, found)
}

/// What a project says of itself, understood.
pub(super) struct Settings {
    pub(super) sources: Sources,
    /// The text of `condau.toml`.
    pub(super) text: String,
    pub(super) project: Project,
    pub(super) data: Data,
    pub(super) known: Known,
}

impl Settings {
    /// Reads the project at `root`. Settings with errors are `check`'s to explain.
    pub(super) fn read(root: &Path) -> Result<Self, Error> {
        let mut found = Diagnostics::default();
        let sources = Sources::read(root, &mut found)?;
        let text = |file| (!sources.is_refused(file)).then(|| sources.file_text(file));
        let tables = sources.iter().map(|(file, it)| (file, it.path.as_str(), text(file)));
        let tables = Tables::read(tables, &mut found);
        let mut known = tables.known();
        let settings = sources.get("condau.toml");
        let project = settings.and_then(|(file, text)| {
            let project = Project::parse(file, text, &mut known, &crate::check::ids(), &mut found);
            Some((text.to_owned(), project?))
        });
        let Some((text, project)) = project else {
            return Err(Error::new(
                Attempt::FindSite,
                root.display().to_string(),
                "cause-settings",
            ));
        };
        let data = Data::parse(&tables, &known, &mut found);
        Ok(Self { sources, text, project, data, known })
    }
}
