//! Addresses of the register, and of what is sealed in it (verification.md §8).

use crate::catalogue::routes::{self, Page};
use crate::project::Project;
use crate::register::Register;
use crate::verify::code::Code;
use crate::verify::tile::Tile;

/// A file of the published register, or of a sealed version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Publication {
    /// The newest checkpoint.
    Checkpoint,
    /// A tile or a bundle.
    Tile(Tile),
    /// Whose checkpoints count, and which witnesses have to have seen them.
    Policy,
    /// The keys of roots and registrars.
    Signers,
    /// The hash of the first entry.
    Fingerprint,
    /// The receipt of a version.
    Receipt(Code, u64),
    /// The hashes of the files of a version.
    Sums(Code, u64),
    /// A file of a version, as it was sealed.
    Frozen(Code, u64, String),
    /// What checks in the browser.
    Script,
    /// The same with the keys in one file, for readers to keep.
    Checker,
}

/// The name of the file that readers keep.
pub const CHECKER: &str = "verify.html";

/// The folder in which the register is published, with its `/`.
pub fn prefix(project: &Project) -> String {
    format!("/{}/", project.verify.prefix)
}

/// What checks in the browser. Pages without a register have it too: it reads codes.
pub fn script(project: &Project) -> String {
    prefix(project) + crate::theme::SCRIPT
}

/// The receipt of a version.
pub fn receipt(code: Code, version: u64) -> String {
    format!("/V/{code}/{version}.tlog-proof")
}

/// A file of a version.
pub fn frozen(code: Code, version: u64, name: &str) -> String {
    format!("/V/{code}/{version}/{name}")
}

/// Every file of the register and of its versions, and the pages of codes that no item has, unlisted
/// ones included.
pub(super) fn all(register: &Register, project: &Project) -> Vec<(String, Page)> {
    let prefix = prefix(project);
    let fixed = [
        ("checkpoint", Publication::Checkpoint),
        ("policy.txt", Publication::Policy),
        ("signers.vkey", Publication::Signers),
        ("fingerprint", Publication::Fingerprint),
        (CHECKER, Publication::Checker),
    ];
    let mut pages: Vec<_> = fixed.map(|(name, it)| (format!("{prefix}{name}"), it)).into();
    // Who saw an earlier checkpoint finds what it covered.
    let sizes = register.sizes.iter().copied().filter(|it| *it <= register.entries.len());
    for tile in sizes.chain([register.entries.len()]).flat_map(Tile::all) {
        pages.push((format!("{prefix}{}", tile.path()), Publication::Tile(tile)));
    }
    let mut codes = Vec::new();
    for (code, _, placed) in register.versions() {
        let version = placed.entry.number("version").unwrap_or_default();
        pages.push((receipt(code, version), Publication::Receipt(code, version)));
        if !register.is_erased(code) {
            for (name, _) in placed.entry.sealed_files() {
                let address = frozen(code, version, &name);
                pages.push((address, Publication::Frozen(code, version, name)));
            }
            let address = frozen(code, version, "SHA256SUMS");
            pages.push((address, Publication::Sums(code, version)));
        }
        codes.push(code);
    }
    let mut pages: Vec<_> =
        pages.into_iter().map(|(address, it)| (address, Page::Publication(it))).collect();
    codes.dedup();
    for code in codes {
        pages.push((routes::verify(code), Page::Verify(code)));
        pages.push((routes::symbol(code), Page::Symbol(code)));
    }
    let unlisted = register.unlisted.keys();
    pages.extend(unlisted.map(|it| (routes::unlisted(*it), Page::Unlisted(*it))));
    // Two sizes share tiles; what stands twice is one file.
    pages.sort_by(|a, b| a.0.cmp(&b.0));
    pages.dedup_by(|a, b| a.0 == b.0);
    pages
}
