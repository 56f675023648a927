//! Sealing: what the office adds to its register, and with which keys.
//!
//! Nothing here reads or writes a disk or asks a clock: what stands in the register comes in, and what
//! is to be written goes out as [`Changes`](crate::changes::Changes).

pub mod keys;
pub mod ledger;
pub mod entries;
pub mod draft;
pub mod witness;
pub mod opening;
pub mod plan;
pub mod unlisted;
