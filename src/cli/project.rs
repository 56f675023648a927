//! The settings and the tables of a project, for commands that need no texts.

use std::path::Path;

use crate::data::{Data, Tables};
use crate::diagnostic::Diagnostics;
use crate::error::{Attempt, Error};
use crate::project::Project;
use crate::schema::Known;
use crate::source::Sources;

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
