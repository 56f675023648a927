//! A register as files: at which path each part of it stands.

use crate::verify::Found;
use crate::verify::checkpoint;
use crate::verify::tile::{self, Tile};

/// How many entries have a name: six digits.
const ENTRIES: usize = 1_000_000;

/// Where an entry stands below the folder of an office.
pub fn note(index: u64) -> String {
    format!("{:03}/{index:06}.note", index / 1000)
}

/// The register that an office keeps. `file` gives what stands at a path below its folder.
pub fn kept<E>(mut file: impl FnMut(&str) -> Result<Option<Vec<u8>>, E>) -> Result<Found, E> {
    let mut found = Found {
        checkpoint: file("checkpoint")?.unwrap_or_default(),
        cosigned: file("cosigned")?,
        ..Found::default()
    };
    while found.entries.len() < ENTRIES
        && let Some(entry) = file(&note(found.entries.len() as u64))?
    {
        found.entries.push(entry);
    }
    Ok(found)
}

/// A register that is published, without its tiles. `file` gives what stands at a path below its
/// prefix.
pub fn published<E>(mut file: impl FnMut(&str) -> Result<Option<Vec<u8>>, E>) -> Result<Found, E> {
    let checkpoint = file("checkpoint")?.unwrap_or_default();
    let size = checkpoint::read(&checkpoint).and_then(|it| usize::try_from(it.1.size).ok());
    let mut found = Found { checkpoint, ..Found::default() };
    for tile in Tile::bundles(size.unwrap_or_default()) {
        // A bundle that is missing or broken shows as entries that are missing.
        let Some(bytes) = file(&tile.path())? else { break };
        found.entries.extend(tile::unpack(&bytes).unwrap_or_default());
    }
    Ok(found)
}
