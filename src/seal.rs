//! Sealing: what an office adds to its register.

pub mod plan;
