//! Where the register stands among the files that are audited, and what is published beside it.

use std::convert::Infallible;

use crate::verify::audit::{Auditor, Files, Kind, starting};
use crate::verify::checkpoint::{Policy, decimal};
use crate::verify::note::{Key, hex};
use crate::verify::replay::{Fault, Role, Rule, State};
use crate::verify::tile::Tile;
use crate::verify::{Found, differing_tiles, files};

/// What is audited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// The register of an office: notes and frozen texts.
    Office,
    /// The folder that is published for it.
    Folder,
    /// A whole site, with that folder at this prefix, which ends in `/`.
    Site(String),
}

impl Place {
    /// Finds the register by its files.
    pub(super) fn of(files: &Files, prefix: &str) -> Option<Self> {
        let has = |start: &str| starting(files, start).next().is_some();
        if has("tile/") {
            return Some(Self::Folder);
        }
        if has("000/") || files.contains_key("checkpoint") {
            return Some(Self::Office);
        }
        let prefix = format!("{prefix}/");
        if files.contains_key(&format!("{prefix}checkpoint")) || has(&format!("{prefix}tile/")) {
            return Some(Self::Site(prefix));
        }
        let is_one = |it: &&str| it.matches('/').count() == 1 && has(&format!("{it}tile/"));
        let named = files.keys().filter_map(|it| it.strip_suffix("checkpoint")).find(is_one);
        named.map(|it| Self::Site(it.to_owned()))
    }

    /// The path of a file of the register.
    pub(super) fn path(&self, below: &str) -> String {
        match self {
            Self::Office | Self::Folder => below.to_owned(),
            Self::Site(prefix) => format!("{prefix}{below}"),
        }
    }

    /// Where an entry stands.
    pub(super) fn entry(&self, index: u64) -> String {
        match self {
            Self::Office => files::note(index),
            Self::Folder | Self::Site(_) => self.path("tile/entries"),
        }
    }

    /// The folder of a version.
    pub(super) fn version(&self, code: &str, version: u64) -> Option<String> {
        match self {
            Self::Office => Some(format!("sealed/{code}/{version}/")),
            Self::Folder => None,
            Self::Site(_) => Some(format!("V/{code}/{version}/")),
        }
    }

    pub(super) fn is_site(&self) -> bool {
        matches!(self, Self::Site(_))
    }

    /// The register that the files are.
    pub(super) fn register(&self, all: &Files) -> Found {
        let file = |below: &str| Ok::<_, Infallible>(all.get(&self.path(below)).cloned());
        if *self == Self::Office {
            let Ok(found) = files::kept(file);
            return found;
        }
        let Ok(mut found) = files::published(file);
        let start = self.path("tile/");
        let below = start.len() - "tile/".len();
        let tiles = starting(all, &start).map(|it| (it[below..].to_owned(), all[it].clone()));
        found.tiles = tiles.collect();
        found
    }
}

impl Auditor<'_> {
    /// R1 for tiles: each is the computed one, and those of the present size are there.
    pub(super) fn tiles(&mut self, state: &State) {
        if self.place == Place::Office {
            return;
        }
        for below in differing_tiles(self.found, &state.tree) {
            let text = format!("tile {below} differs");
            let path = self.place.path(below);
            self.broken(&path, &Fault { rule: Rule::Tree, index: None, text });
        }
        for tile in Tile::all(state.tree.size()) {
            self.must_exist(&self.place.path(&tile.path()));
        }
    }

    /// Whether a file is there; its absence is found.
    pub(super) fn must_exist(&mut self, path: &str) {
        if !self.files.contains_key(path) {
            self.find(Kind::Missing, (path, None), "", "");
        }
    }

    /// What stands beside the tiles, or beside the notes of an office.
    pub(super) fn published(&mut self, state: &State) {
        if self.place == Place::Office {
            self.sizes(state.size());
        } else {
            self.fingerprint(state);
            self.signers(state);
        }
        self.logs(state);
    }

    fn lines(&self, path: &str) -> Vec<(usize, String)> {
        let text = self.files.get(path).map(|it| String::from_utf8_lossy(it)).unwrap_or_default();
        (1..).zip(text.lines().map(str::to_owned)).collect()
    }

    fn fingerprint(&mut self, state: &State) {
        let path = self.place.path("fingerprint");
        if self.place.is_site() {
            self.must_exist(&path);
        }
        let expected = state.fingerprint().map(|it| hex(&it)).unwrap_or_default();
        let Some(bytes) = self.files.get(&path) else { return };
        if bytes.trim_ascii_end() != expected.as_bytes() {
            let found = String::from_utf8_lossy(bytes).trim_end().to_owned();
            self.find(Kind::File, (&path, Some(1)), found, expected);
        }
    }

    /// Each published key of a signer is one of a root or a registrar.
    fn signers(&mut self, state: &State) {
        let path = self.place.path("signers.vkey");
        let keys = || state.holders.iter().filter(|it| it.role != Role::Log).map(|it| &it.key);
        for (number, line) in self.lines(&path) {
            let is_known = Key::parse(&line).is_ok_and(|key| keys().any(|it| *it == key));
            if !is_known {
                self.find(Kind::Key, (&path, Some(number)), line, "");
            }
        }
    }

    /// The policy can be read, and trusts no other log than those of the register.
    fn logs(&mut self, state: &State) {
        let path = self.place.path("policy.txt");
        let lines = self.lines(&path);
        let text: String = lines.iter().flat_map(|it| [it.1.as_str(), "\n"]).collect();
        match Policy::parse(&text) {
            Err(line) => {
                let found = lines.get(line - 1).map(|it| it.1.clone()).unwrap_or_default();
                self.find(Kind::Form, (&path, Some(line)), found, "");
            }
            Ok(policy) => {
                let logs = || state.holders.iter().filter(|it| it.role == Role::Log);
                for key in policy.logs.iter().filter(|key| !logs().any(|it| it.key == **key)) {
                    self.find(Kind::Key, (&path, None), key.to_string(), "");
                }
            }
        }
    }

    /// Earlier sizes ascend to the present one.
    fn sizes(&mut self, size: u64) {
        let path = self.place.path("sizes");
        let mut before = 0;
        for (number, line) in self.lines(&path) {
            match decimal(&line).filter(|it| (before + 1..size).contains(it)) {
                Some(it) => before = it,
                None => return self.find(Kind::Form, (&path, Some(number)), line, ""),
            }
        }
    }
}
