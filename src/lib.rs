//! Condau builds a site of official documents that anyone can verify.
//!
//! The program is one line, read from left to right:
//!
//! ```text
//!            ┌► Project, Data, Theme ─┐             ┌► check
//! Sources ───┼► Register ─────────────┼► Catalogue ─┤
//!            └► Documents ────────────┘             └► Pages ──► SiteFiles
//! ```
//!
//! [`site::build`] is that line. Before it, `source` reads the disk; after it, `output`
//! writes the disk; nothing between does either. It holds no key and asks no clock.
//!
//! The modules stand in reading order, and the order is the architecture: a module may use
//! only the modules above it (`tests/tidy.rs` checks this).

// What a stranger needs in order to trust one paper. Uses no other module.
pub mod verify;

// Words that every stage uses.
pub mod error;
pub mod date;
pub mod language;
pub mod diagnostic;
pub mod changes;

// What the office wrote, from files to one catalogue.
pub mod source;
pub mod schema;
pub mod project;
pub mod data;
pub mod theme;
pub mod register;
pub mod document;
pub mod translation;
pub mod catalogue;
pub mod article;

// What the public gets.
pub mod qr;
pub mod check;
pub mod render;
pub mod site;

// What the office does.
pub mod seal;
pub mod new;

// The hands: disk, network, terminal, clock.
pub mod output;
pub mod cli;
