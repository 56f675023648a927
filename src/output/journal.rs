//! The journal: what is still to be done in the folder, so that a run cut short can be finished.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use crate::error::{Attempt, Error};
use crate::output::disk::{Disk, unless_gone};
use crate::output::place::{Place, Standing, manifest};
use crate::output::prepare::is_below;
use crate::output::{above, meets};

/// The first and the last line: what lacks one of them says nothing.
const HEADER: &str = "condau journal 1";
const FOOTER: &str = "end";

/// The steps in their order. Each can be done twice without harm.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Journal(Vec<Step>);

/// One change of the folder.
#[derive(Debug, PartialEq, Eq)]
enum Step {
    /// A file or a whole new folder moves in.
    Move(String),
    /// A file goes, and the folders that it leaves empty.
    Remove(String),
}

impl Journal {
    /// First goes what stands in the way: a file where a folder is needed, or the other way round.
    pub(super) fn new(changed: &[String], stale: &BTreeSet<&str>, standing: &Standing) -> Self {
        let new: BTreeSet<&str> = changed.iter().map(String::as_str).collect();
        let (first, last): (Vec<_>, Vec<_>) = stale.iter().partition(|it| meets(it, &new));
        let moves: BTreeSet<&str> = changed.iter().map(|it| unit(it, standing)).collect();
        let remove = |it: &&str| Step::Remove((*it).to_owned());
        let steps = first.into_iter().map(remove);
        let steps = steps.chain(moves.into_iter().map(|it| Step::Move(it.to_owned())));
        Self(steps.chain(last.into_iter().map(remove)).collect())
    }

    /// Writes the journal and the manifest that follows it. From here on the folder will change.
    pub(super) fn write(
        &self,
        place: &Place,
        site: &BTreeSet<&str>,
        disk: &Disk,
    ) -> Result<(), Error> {
        let write = |path: &Path, text: &str| {
            disk.write(path, text.as_bytes()).map_err(|it| Error::io(Attempt::Write, path, &it))
        };
        write(&place.next.join("manifest"), &manifest(site))?;
        let (new, path) = (place.next.join("journal.new"), place.next.join("journal"));
        write(&new, &self.text())?;
        disk.rename(&new, &path).map_err(|it| Error::io(Attempt::Write, &path, &it))
    }

    /// The journal of a run that was cut short.
    pub(super) fn read(place: &Place) -> Result<Option<Self>, Error> {
        let path = place.next.join("journal");
        match fs::read(&path) {
            Ok(bytes) => Ok(String::from_utf8(bytes).ok().and_then(|it| Self::parse(&it))),
            Err(it) if it.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(it) => Err(Error::io(Attempt::Read, &path, &it)),
        }
    }

    /// Does all steps, then lists the files and takes the journal away.
    pub(super) fn carry_out(&self, place: &Place, disk: &Disk) -> Result<(), Error> {
        for step in &self.0 {
            let (Step::Move(path) | Step::Remove(path)) = step;
            let done = match step {
                Step::Move(path) => move_in(place, path, disk),
                Step::Remove(path) => remove(place, path, disk),
            };
            done.map_err(|it| Error::io(Attempt::Replace, &place.out.join(path), &it))?;
        }
        place.relist(&place.next.join("manifest"), disk)?;
        let path = place.next.join("journal");
        disk.remove_file(&path).map_err(|it| Error::io(Attempt::Replace, &path, &it))
    }

    fn text(&self) -> String {
        let mut text = format!("{HEADER}\n");
        for step in &self.0 {
            let (word, path) = match step {
                Step::Move(path) => ("move ", path),
                Step::Remove(path) => ("remove ", path),
            };
            text.extend([word, path, "\n"]);
        }
        text + FOOTER + "\n"
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines: Vec<_> = text.strip_suffix('\n')?.split('\n').collect();
        if lines.pop() != Some(FOOTER) || lines.first() != Some(&HEADER) {
            return None;
        }
        let step = |line: &&str| {
            let (word, path) = line.split_once(' ')?;
            match word {
                _ if !is_below(path) => None,
                "move" => Some(Step::Move(path.to_owned())),
                "remove" => Some(Step::Remove(path.to_owned())),
                _ => None,
            }
        };
        lines[1..].iter().map(step).collect::<Option<_>>().map(Self)
    }
}

/// What moves in at once: the outermost folder that is not there yet, or the file alone.
fn unit<'a>(path: &'a str, standing: &Standing) -> &'a str {
    above(path).take_while(|it| !standing.folders.contains(*it)).last().unwrap_or(path)
}

fn move_in(place: &Place, path: &str, disk: &Disk) -> io::Result<()> {
    let (from, to) = (place.files.join(path), place.out.join(path));
    if fs::symlink_metadata(&from).is_err() {
        // The run that was cut short had done it.
        return Ok(());
    }
    if fs::symlink_metadata(&to).is_ok_and(|it| it.is_dir()) {
        remove_empty(&to, disk)?;
    }
    match disk.rename(&from, &to) {
        Err(it) if it.kind() == io::ErrorKind::NotFound => {
            to.parent().map_or(Ok(()), |it| disk.create_dir_all(it))?;
            disk.rename(&from, &to)
        }
        other => other,
    }
}

/// Removes a folder in which there is nothing but folders.
fn remove_empty(folder: &Path, disk: &Disk) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            remove_empty(&entry.path(), disk)?;
        }
    }
    disk.remove_dir(folder)
}

fn remove(place: &Place, path: &str, disk: &Disk) -> io::Result<()> {
    let file = place.out.join(path);
    match fs::symlink_metadata(&file) {
        // What has moved in since then stays.
        Ok(meta) if meta.is_dir() => return Ok(()),
        Ok(_) => unless_gone(disk.remove_file(&file))?,
        Err(_) => {}
    }
    for folder in above(path) {
        // Not empty: something else stands in it.
        if disk.remove_dir(&place.out.join(folder)).is_err() {
            break;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journal_is_read_as_it_was_written() {
        let steps = [Step::Remove("a b".to_owned()), Step::Move("vi/x/index.html".to_owned())];
        let journal = Journal(steps.into());
        let text = journal.text();
        assert_eq!(Journal::parse(&text), Some(journal));
        for length in 0..text.len() {
            assert_eq!(Journal::parse(&text[..length]), None, "{length}");
        }
        for path in ["../x", "/etc/x", "a/../../x", "", "a//b", "./a"] {
            assert_eq!(Journal::parse(&format!("{HEADER}\nmove {path}\nend\n")), None, "{path}");
        }
    }
}
