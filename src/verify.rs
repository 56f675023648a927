//! Verification: what a stranger needs in order to trust one printed page.
//!
//! Uses nothing else of this crate, no file, no clock and no network.

pub mod code;
pub mod note;
pub mod tree;
pub mod checkpoint;
pub mod time;
pub mod entry;
pub mod replay;
mod rules;
pub mod receipt;
pub mod plain;
