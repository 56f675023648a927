//! The names in a zip archive, read from its directory: enough to tell office files apart.

use std::io::{self, Read, Seek, SeekFrom};

/// The end of an archive with its longest comment, and the longest directory that is read.
const TAIL: u64 = 22 + 0xffff;
const DIRECTORY: u64 = 16_000_000;

/// The names of all parts of an archive; none where its directory cannot be read.
pub(super) fn names(file: &mut (impl Read + Seek), length: u64) -> io::Result<Option<Vec<String>>> {
    let start = length.saturating_sub(TAIL);
    let tail = part(file, start, length - start)?;
    let end = tail.windows(4).rposition(|it| it == b"PK\x05\x06");
    let place = end.and_then(|at| directory(&tail[at..]));
    match place.filter(|(size, at)| *size <= DIRECTORY && at.saturating_add(*size) <= length) {
        Some((size, at)) => Ok(Some(listed(&part(file, at, size)?))),
        None => Ok(None),
    }
}

fn part(file: &mut (impl Read + Seek), start: u64, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(start))?;
    file.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Size and place of the directory.
fn directory(end: &[u8]) -> Option<(u64, u64)> {
    Some((number(end, 12, 4)?, number(end, 16, 4)?))
}

/// The names of a directory, as far as it can be understood.
fn listed(directory: &[u8]) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = directory;
    while rest.starts_with(b"PK\x01\x02") {
        let lengths = [28, 30, 32].map(|at| number(rest, at, 2));
        let [Some(name), Some(extra), Some(comment)] = lengths else { break };
        let length = |it: u64| usize::try_from(it).unwrap_or(usize::MAX);
        let Some(bytes) = rest.get(46..46 + length(name)) else { break };
        names.push(String::from_utf8_lossy(bytes).into_owned());
        let Some(next) = rest.get(46 + length(name + extra + comment)..) else { break };
        rest = next;
    }
    names
}

/// A number of two or four bytes, the lowest first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let bytes = bytes.get(at..at + length)?;
    Some(bytes.iter().rev().fold(0, |sum, it| sum << 8 | u64::from(*it)))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    fn entry(name: &str) -> Vec<u8> {
        let mut bytes = b"PK\x01\x02".to_vec();
        bytes.resize(46, 0);
        bytes[28] = u8::try_from(name.len()).unwrap();
        bytes.extend_from_slice(name.as_bytes());
        bytes
    }

    /// An archive of which only the directory is real.
    pub(in crate::source) fn archive(names: &[&str]) -> Vec<u8> {
        let directory: Vec<u8> = names.iter().flat_map(|it| entry(it)).collect();
        let mut bytes = b"PK\x03\x04".to_vec();
        let at = u32::try_from(bytes.len()).unwrap().to_le_bytes();
        let size = u32::try_from(directory.len()).unwrap().to_le_bytes();
        bytes.extend(directory);
        bytes.extend(b"PK\x05\x06\0\0\0\0\0\0\0\0");
        bytes.extend(size);
        bytes.extend(at);
        bytes.extend([0; 2]);
        bytes
    }

    #[test]
    fn a_directory_cut_short_is_read_as_far_as_it_goes() {
        let whole = [entry("a"), entry("b")].concat();
        for length in 0..whole.len() {
            assert!(listed(&whole[..length]).len() < 2, "{length}");
        }
        assert_eq!(listed(&whole), ["a", "b"]);
    }
}
