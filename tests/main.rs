//! One test binary: it links the library once.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may panic and read files"
)]
mod golden;
mod line;
mod problems;
mod support;
mod tidy;
mod words;
