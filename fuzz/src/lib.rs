//! The readers of the register for libFuzzer: `verify` uses no other module of condau, so it is built
//! here by itself, through links to its sources, and nothing of a site has to be.

extern crate self as condau;

pub mod verify;
mod readers;

pub use readers::*;
