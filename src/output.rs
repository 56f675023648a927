//! Writing: a folder becomes equal to the built site, and what is equal is left alone.
//!
//! Three things stand beside a folder `public`:
//!
//! - `public.manifest` names the files that condau wrote into it. It is kept beside the folder, for
//!   the folder is published as it is; and not within the site, for another copy of the site that
//!   builds into the same folder must find it. Files that it does not name are left alone, and a
//!   folder without it is not touched unless it is empty.
//! - `public.next`, while a build runs: the files that differ, under `files/`.
//! - `public.next/journal`, while they are moved in: what is still to be done.
//!
//! A run that is cut short before its journal is complete has changed nothing, and what it left is
//! thrown away by the next; one that is cut short later is finished by the next, before it begins.
#![expect(clippy::disallowed_methods, reason = "the module that writes the disk")]

mod disk;
mod journal;
pub mod lock;
mod place;
mod prepare;
mod project;

use std::collections::BTreeSet;
use std::path::Path;

use crate::changes::Changes;
use crate::diagnostic::Diagnostic;
use crate::error::{Attempt, Error};
use crate::output::disk::Disk;
use crate::output::journal::Journal;
use crate::output::place::{Place, Standing};
use crate::output::prepare::{Bench, Prepared};
use crate::site::SiteFiles;

/// What a run did.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Files written.
    pub written: usize,
    /// Files that were equal already.
    pub unchanged: usize,
    /// Files of an earlier build that the site no longer has.
    pub removed: usize,
    /// Files in the folder that condau did not write. They are left alone.
    pub foreign: Vec<String>,
    /// Problems that are seen on finished pages only.
    pub warnings: Vec<Diagnostic>,
}

/// Why nothing was written.
#[derive(Debug)]
pub enum Failure {
    /// The machine failed.
    Machine(Error),
    /// Pages could not be made.
    Problems(Vec<Diagnostic>),
}

/// Makes the folder `out` equal to the site of the project at `root`. `progress` hears how many
/// tasks are done, and of how many.
///
/// Refused are folders in which the project itself stands, and folders with files that condau did
/// not write. Two runs into one place follow each other.
pub fn write(
    files: &SiteFiles,
    root: &Path,
    out: &Path,
    progress: impl Fn(usize, usize) + Sync,
) -> Result<Report, Failure> {
    let disk = Disk::default();
    run(root, out, &disk, |place, standing| {
        let bench = Bench { root, place, standing, disk: &disk };
        prepare::all(files.tasks(), |task| files.render(task), progress, bench)
    })
}

/// Carries out changes of the project at `root` in their order, all or none.
pub fn apply(changes: &Changes, root: &Path) -> Result<(), Error> {
    project::apply(changes, root, &Disk::default())
}

/// Begins, prepares and settles; what fails in between leaves nothing behind.
fn run(
    root: &Path,
    out: &Path,
    disk: &Disk,
    prepare: impl FnOnce(&Place, &Standing) -> Result<Prepared, Failure>,
) -> Result<Report, Failure> {
    let mut place = Place::new(root, out).map_err(Failure::Machine)?;
    let result = begin(&mut place, disk).map_err(Failure::Machine).and_then(|standing| {
        let prepared = prepare(&place, &standing)?;
        settle(&place, &standing, prepared, disk).map_err(Failure::Machine)
    });
    if result.is_err() {
        place.give_up(disk);
    }
    result
}

/// Ends what an earlier run left, sees what stands in the folder, and makes room beside it.
fn begin(place: &mut Place, disk: &Disk) -> Result<Standing, Error> {
    place.claim(disk)?;
    if let Some(journal) = Journal::read(place)? {
        journal.carry_out(place, disk)?;
    }
    place.drop_next(disk)?;
    let standing = place.look()?;
    place.make_next(disk)?;
    Ok(standing)
}

/// Moves what was prepared into the folder, and removes what the site no longer has.
fn settle(
    place: &Place,
    standing: &Standing,
    prepared: Prepared,
    disk: &Disk,
) -> Result<Report, Error> {
    let Prepared { changed, unchanged, warnings } = prepared;
    let site: BTreeSet<&str> = changed.iter().chain(&unchanged).map(String::as_str).collect();
    let (written, unchanged) = (changed.len(), unchanged.len());
    let mut report = Report { written, unchanged, warnings, ..Report::default() };
    if standing.is_empty {
        place.list(&site, disk)?;
        place.move_whole(disk)?;
        place.drop_next(disk)?;
        return Ok(report);
    }
    let is_foreign = |it: &&String| !standing.ours.contains(*it);
    let foreign: BTreeSet<&str> =
        standing.files.keys().filter(is_foreign).map(String::as_str).collect();
    if let Some(path) = changed.iter().find(|it| meets(it, &foreign)) {
        let path = place.out.join(path).display().to_string();
        return Err(Error::new(Attempt::Replace, path, "cause-exists"));
    }
    let is_stale = |it: &&str| standing.ours.contains(*it) && !site.contains(it);
    let stale: BTreeSet<&str> =
        standing.files.keys().map(String::as_str).filter(is_stale).collect();
    report.removed = stale.len();
    report.foreign =
        foreign.iter().filter(|it| !site.contains(*it)).map(|it| (*it).to_owned()).collect();
    let ours: BTreeSet<&str> = standing.ours.iter().map(String::as_str).collect();
    if site != ours {
        // Until the end both are condau's, even if the journal is lost.
        place.list(&(&ours | &site), disk)?;
    }
    if !(changed.is_empty() && stale.is_empty()) {
        let journal = Journal::new(&changed, &stale, standing);
        journal.write(place, &site, disk)?;
        journal.carry_out(place, disk)?;
    } else if site != ours {
        place.list(&site, disk)?;
    }
    place.drop_next(disk)?;
    Ok(report)
}

/// Whether a path cannot be written without touching one of these: it is one, or is below one, or
/// is a folder of one.
fn meets(path: &str, files: &BTreeSet<&str>) -> bool {
    let folder = format!("{path}/");
    files.contains(path)
        || above(path).any(|it| files.contains(it))
        || files.range(folder.as_str()..).next().is_some_and(|it| it.starts_with(&folder))
}

/// The folders of a path, the nearest first.
fn above(path: &str) -> impl Iterator<Item = &str> {
    path.rmatch_indices('/').map(|(at, _)| &path[..at])
}

#[cfg(test)]
mod tests;
