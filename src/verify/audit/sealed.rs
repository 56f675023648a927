//! The files of sealed versions, their lists of hashes, and their receipts.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use crate::verify::audit::{Auditor, Kind, starting};
use crate::verify::note::{Note, hex};
use crate::verify::receipt::{self, Receipt};
use crate::verify::replay::{Placed, Record, State};
use crate::verify::rules;

/// The name of the list of hashes in the folder of a version.
const SUMS: &str = "SHA256SUMS";

/// The ending of receipts.
const RECEIPT: &str = ".tlog-proof";

impl Record {
    /// Whether the office took the words of the document away, and left only what the entries say.
    fn is_erased(&self) -> bool {
        self.status().is_some_and(|it| it.entry.get("erased").is_some())
    }
}

impl Auditor<'_> {
    /// The files of each version, and that there are no others.
    pub(super) fn sealed(&mut self, state: &State) {
        for (code, record) in &state.records {
            for placed in &record.versions {
                let version = placed.entry.number("version").unwrap_or_default();
                let Some(folder) = self.place.version(code, version) else { return };
                let may_lack = record.is_erased() || placed.disowned;
                self.version(&folder, placed, may_lack);
                if self.place.is_site() && !may_lack {
                    self.must_exist(&format!("V/{code}/{version}{RECEIPT}"));
                }
            }
            if self.place.is_site() {
                self.must_exist(&format!("V/{code}/index.html"));
            }
        }
        if self.place.is_site() {
            self.strays(state);
        }
    }

    fn version(&mut self, folder: &str, placed: &Placed, may_lack: bool) {
        let bare =
            |(name, hash): (String, &str)| (name, hash.trim_start_matches("sha256:").to_owned());
        let sealed: BTreeMap<_, _> = placed.entry.sealed_files().map(bare).collect();
        for (name, hash) in &sealed {
            let path = format!("{folder}{name}");
            match self.files.get(&path) {
                None if may_lack => {}
                None => self.must_exist(&path),
                Some(bytes) => {
                    let found = hex(&Sha256::digest(bytes));
                    if found != *hash {
                        self.find(Kind::File, (&path, None), found, hash.as_str());
                    }
                }
            }
        }
        let list = format!("{folder}{SUMS}");
        if self.place.is_site() {
            match self.files.get(&list) {
                None if may_lack => {}
                None => self.must_exist(&list),
                Some(bytes) => self.sums(&list, &String::from_utf8_lossy(bytes), &sealed),
            }
        }
        for path in starting(self.files, folder) {
            let name = &path[folder.len()..];
            if !sealed.contains_key(name) && path != list {
                self.find(Kind::Unexpected, (path, None), "", "");
            }
        }
    }

    /// A list names each of the files once, with its hash.
    fn sums(&mut self, path: &str, text: &str, sealed: &BTreeMap<String, String>) {
        let mut lacking: BTreeMap<_, _> = sealed
            .iter()
            .map(|(name, hash)| (name.as_str(), format!("{hash}  {name}\n")))
            .collect();
        let mut last = 0;
        for (number, line) in (1..).zip(text.split_inclusive('\n')) {
            last = number;
            let name = line.trim_end_matches('\n').get(66..).unwrap_or_default();
            let expected = lacking.remove(name).unwrap_or_default();
            if line != expected {
                self.find(Kind::Sums, (path, Some(number)), line.trim_end(), expected.trim_end());
            }
        }
        for line in lacking.into_values() {
            self.find(Kind::Sums, (path, Some(last + 1)), "", line.trim_end());
        }
    }

    /// Folders that look like versions, of versions that were never sealed.
    fn strays(&mut self, state: &State) {
        for path in starting(self.files, "V/") {
            let mut parts = path.split('/').skip(1);
            let (Some(code), Some(version), Some(_)) = (parts.next(), parts.next(), parts.next())
            else {
                continue;
            };
            let is_number = version.bytes().all(|it| it.is_ascii_digit());
            if is_number && placed(state, code, version).is_none() {
                self.find(Kind::Unexpected, (path, None), "", "");
            }
        }
    }

    /// Every receipt proves the entry of the register that its address promises.
    pub(super) fn receipts(&mut self, state: &State) {
        let files = self.files;
        // One checkpoint may stand in thousands of receipts.
        let mut judged = BTreeMap::new();
        for (path, bytes) in files.iter().filter(|it| it.0.ends_with(RECEIPT)) {
            if let Some(fault) = self.receipt(state, path, bytes, &mut judged) {
                self.find(Kind::Receipt, (path, None), fault, "");
            }
        }
    }

    fn receipt(
        &self,
        state: &State,
        path: &str,
        bytes: &[u8],
        judged: &mut BTreeMap<String, Option<String>>,
    ) -> Option<String> {
        let Some(receipt) = Receipt::parse(bytes) else { return Some("unreadable".to_owned()) };
        let is_site = self.place.is_site();
        let named = path.strip_prefix("V/").filter(|_| is_site).and_then(|it| {
            let (code, version) = it.strip_suffix(RECEIPT)?.split_once('/')?;
            Some(placed(state, code, version).map(|it| it.index))
        });
        if named.is_some_and(|it| it != Some(receipt.index)) {
            return Some(format!("index {}", receipt.index));
        }
        let index = usize::try_from(receipt.index).unwrap_or(usize::MAX);
        if self.found.entries.get(index) != Some(&receipt.entry) {
            return Some(format!("entry {index}"));
        }
        let size = usize::try_from(receipt.point.size).unwrap_or(usize::MAX);
        if size > state.tree.size() || size <= index {
            return Some(format!("size {size}"));
        }
        if state.tree.root(size) != receipt.point.root {
            return Some(format!("root at size {size}"));
        }
        let note = receipt.checkpoint.to_string();
        if receipt::write(&receipt.entry, index, &state.tree, size, &note).as_bytes() != bytes {
            return Some("proof".to_owned());
        }
        let judge = || self.checkpoint(state, &receipt);
        judged.entry(note).or_insert_with(judge).clone()
    }

    /// What is wrong with the signatures of a receipt's checkpoint.
    fn checkpoint(&self, state: &State, receipt: &Receipt) -> Option<String> {
        let Receipt { checkpoint: note, point, .. } = receipt;
        if let Err(fault) = rules::checkpoint(state, note, point) {
            return Some(fault.to_string());
        }
        let judged = self.policy.times(note).map(|it| self.policy.judge(&it).is_some());
        // Where witnesses have yet to see the newest checkpoint, that is found by itself.
        let is_newest = || Note::to_string(note).as_bytes() == self.found.checkpoint;
        match judged {
            Ok(meets) => (!meets && !is_newest()).then(|| "quorum".to_owned()),
            Err(fault) => Some(fault.to_string()),
        }
    }
}

fn placed<'a>(state: &'a State, code: &str, version: &str) -> Option<&'a Placed> {
    let mut versions = state.records.get(code)?.versions.iter();
    versions.find(|it| it.entry.get("version") == Some(version))
}
