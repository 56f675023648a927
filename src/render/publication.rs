//! The register as it is published: for stock clients of C2SP tlog-tiles, and for `sha256sum -c`.

use crate::catalogue::routes::register::Publication;
use crate::register::{self, Register};
use crate::render::Press;
use crate::verify::code::Code;
use crate::verify::note::hex;
use crate::verify::receipt;
use crate::verify::replay::Role;

/// The bytes of a file. Copies of sealed files are made where files are written.
pub(super) fn file(press: &Press, publication: &Publication) -> Vec<u8> {
    let Some(register) = &press.register else { return Vec::new() };
    match publication {
        Publication::Checkpoint => register.checkpoint.clone().into_bytes(),
        Publication::Tile(tile) => {
            tile.bytes(&register.state.tree, &register.entries).unwrap_or_default()
        }
        Publication::Policy => policy(register).into_bytes(),
        Publication::Signers => signers(register).into_bytes(),
        Publication::Fingerprint => {
            let fingerprint = register.state.fingerprint().map(|it| hex(&it));
            format!("{}\n", fingerprint.unwrap_or_default()).into_bytes()
        }
        Publication::Receipt(code, version) => {
            receipt(register, *code, *version).unwrap_or_default().into_bytes()
        }
        Publication::Sums(code, version) => sums(register, *code, *version).into_bytes(),
        Publication::Frozen(code, version, name) => {
            let path = register::frozen(*code, *version, name);
            press.sources.get(&path).map(|it| it.1.as_bytes().to_vec()).unwrap_or_default()
        }
        // These two are pages: `Press::page` makes them.
        Publication::Script | Publication::Checker => Vec::new(),
    }
}

/// The office's policy; without one, the keys of the log, and no witness.
pub(super) fn policy(register: &Register) -> String {
    if let Some((text, _)) = &register.policy {
        return text.clone();
    }
    let logs = register.state.active(Role::Log, register.state.size());
    let logs = logs.map(|it| format!("log {}\n", it.key));
    logs.chain(["quorum none\n".to_owned()]).collect()
}

/// Every key that ever signed an entry, the oldest first: old entries still verify.
pub(super) fn signers(register: &Register) -> String {
    let holders = register.state.holders.iter().filter(|it| it.role != Role::Log);
    let keys: Vec<_> = holders.map(|it| it.key.to_string()).collect();
    keys.join("\n") + "\n"
}

/// The receipt of a version: for the newest checkpoint that enough witnesses saw and that covers it,
/// else for the newest of all (verification.md §8.2).
fn receipt(register: &Register, code: Code, version: u64) -> Option<String> {
    let versions = &register.record(code)?.versions;
    let placed = versions.iter().find(|it| it.entry.number("version") == Some(version))?;
    let index = usize::try_from(placed.index).ok()?;
    let (size, checkpoint) = register.witnessed(placed.index);
    Some(receipt::write(&register.entries[index], index, &register.state.tree, size, checkpoint))
}

/// What `sha256sum -c` reads in the folder of a version.
fn sums(register: &Register, code: Code, version: u64) -> String {
    let versions = register.record(code).map(|it| it.versions.as_slice()).unwrap_or_default();
    let placed = versions.iter().find(|it| it.entry.number("version") == Some(version));
    let files = placed.into_iter().flat_map(|it| it.entry.sealed_files());
    let line = |(name, hash): (String, &str)| {
        format!("{}  {name}\n", hash.strip_prefix("sha256:").unwrap_or(hash))
    };
    files.map(line).collect()
}
