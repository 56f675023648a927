//! Tiles: a register as plain files (C2SP tlog-tiles): hashes of a level, 256 to a file, and the
//! entries themselves, 256 to a bundle.

use crate::verify::tree::{Hash, Tree};

/// How many hashes or entries a whole tile has.
pub const WIDTH: usize = 256;

/// One file of a published register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tile {
    /// Which level of tiles; none for the entries.
    pub level: Option<usize>,
    /// Which tile of the level.
    pub number: usize,
    /// How many hashes or entries it has: 1 to 256.
    pub width: usize,
}

impl Tile {
    /// The tiles of a register of `size` entries: whole ones, and the last one of each level.
    pub fn all(size: usize) -> Vec<Self> {
        let mut tiles: Vec<_> = Self::bundles(size).collect();
        let mut count = size;
        for level in 0.. {
            tiles.extend(Self::row(Some(level), count));
            count /= WIDTH;
            if count == 0 {
                break;
            }
        }
        tiles
    }

    /// The bundles of so many entries, one after the other: what a checkpoint says of its size is
    /// believed no further than files are there.
    pub fn bundles(size: usize) -> impl Iterator<Item = Self> {
        Self::row(None, size)
    }

    fn row(level: Option<usize>, count: usize) -> impl Iterator<Item = Self> {
        let tile = move |number| Self { level, number, width: WIDTH.min(count - number * WIDTH) };
        (0..count.div_ceil(WIDTH)).map(tile)
    }

    /// Where it stands below the prefix: `tile/0/x001/067`, `tile/entries/000.p/7`.
    pub fn path(self) -> String {
        let level = self.level.map_or_else(|| "entries".to_owned(), |it| it.to_string());
        let mut number = format!("{:03}", self.number % 1000);
        let mut rest = self.number / 1000;
        while rest > 0 {
            number = format!("x{:03}/{number}", rest % 1000);
            rest /= 1000;
        }
        let part = if self.width < WIDTH { format!(".p/{}", self.width) } else { String::new() };
        format!("tile/{level}/{number}{part}")
    }

    /// The tile at a path, if the path is one.
    pub fn parse(path: &str) -> Option<Self> {
        let (level, rest) = path.strip_prefix("tile/")?.split_once('/')?;
        let level = if level == "entries" { None } else { Some(level.parse().ok()?) };
        let (digits, width) = match rest.split_once(".p/") {
            Some((digits, width)) => (digits, width.parse().ok()?),
            None => (rest, WIDTH),
        };
        let parts = digits.split('/').map(|it| it.trim_start_matches('x').parse::<usize>());
        let number = parts
            .into_iter()
            .try_fold(0_usize, |sum, it| sum.checked_mul(1000)?.checked_add(it.ok()?))?;
        let tile = Self { level, number, width };
        // Written again it has the same path: one tile, one name.
        (tile.path() == path && (1..=WIDTH).contains(&width)).then_some(tile)
    }

    /// The bytes of it; none where the register is too small.
    pub fn bytes(self, tree: &Tree, entries: &[Vec<u8>]) -> Option<Vec<u8>> {
        let start = self.number.checked_mul(WIDTH)?;
        let range = start..start.checked_add(self.width)?;
        match self.level {
            Some(level) => {
                let hashes = tree.level(level.checked_mul(8)?).get(range)?;
                Some(hashes.iter().flatten().copied().collect())
            }
            None => {
                let mut bytes = Vec::new();
                for entry in entries.get(range)? {
                    bytes.extend(u16::try_from(entry.len()).ok()?.to_be_bytes());
                    bytes.extend(entry);
                }
                Some(bytes)
            }
        }
    }
}

/// The entries of a bundle.
pub fn unpack(bytes: &[u8]) -> Option<Vec<Vec<u8>>> {
    let mut entries = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let (length, after) = rest.split_first_chunk()?;
        let (entry, after) = after.split_at_checked(u16::from_be_bytes(*length).into())?;
        entries.push(entry.to_vec());
        rest = after;
    }
    Some(entries)
}

/// A hash tile as hashes.
pub fn hashes(bytes: &[u8]) -> Option<Vec<Hash>> {
    let (hashes, rest) = bytes.as_chunks::<32>();
    rest.is_empty().then(|| hashes.to_vec())
}

#[cfg(test)]
mod tests {
    use super::Tile;

    #[test]
    fn paths() {
        let tile = |level, number, width| Tile { level, number, width };
        for (it, path) in [
            (tile(Some(0), 0, 256), "tile/0/000"),
            (tile(Some(1), 0, 1), "tile/1/000.p/1"),
            (tile(None, 1_234_067, 256), "tile/entries/x001/x234/067"),
            (tile(None, 1_000, 7), "tile/entries/x001/000.p/7"),
        ] {
            assert_eq!(it.path(), path);
            assert_eq!(Tile::parse(path), Some(it));
        }
        for wrong in [
            "tile/0/0",
            "tile/0/000.p/0",
            "tile/0/000.p/256",
            "tile/0/000.p/07",
            "tile/00/000",
            "tile/0/x000/001",
            "tile/0/001/000",
            "tile/x/000",
            "checkpoint",
            "tile/0/000/",
            "tile/0/../000",
        ] {
            assert_eq!(Tile::parse(wrong), None, "{wrong}");
        }
        let paths: Vec<_> = Tile::all(256).into_iter().map(Tile::path).collect();
        assert_eq!(paths, ["tile/entries/000", "tile/0/000", "tile/1/000.p/1"]);
        assert_eq!(Tile::all(0), []);
        let paths: Vec<_> = Tile::all(300).into_iter().map(Tile::path).collect();
        assert_eq!(paths[..2], ["tile/entries/000", "tile/entries/001.p/44"]);
    }
}
