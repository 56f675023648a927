//! One test binary: it links the library once.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::format_collect,
    clippy::format_push_string,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "a test may panic, read files and take its time"
)]
mod audit;
mod clerks;
mod commands;
mod face;
mod fuzz;
mod golden;
mod ledger;
mod line;
mod machine;
mod model;
mod office;
mod problems;
mod register;
mod rules;
mod seals;
mod support;
mod tables;
mod threats;
mod tidy;
mod translation;
mod unlisted;
mod verify;
mod words;
