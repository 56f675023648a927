//! Problems in what the office wrote, each tied to the place where it stands.
//!
//! A diagnostic carries no prose. Its words live in `i18n/*/diagnostics.ftl`, one message per
//! [`Problem`], so that the tool speaks the language of whoever reads it.

pub mod formats;
pub mod near;
pub mod problem;
pub mod report;

use crate::diagnostic::problem::Problem;

/// A file that was read, by its position in `Sources`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// A byte range of one file. Lines and columns are worked out when shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A range of a file. Offsets fit: `source` leaves out files of 4 GiB and more.
    pub fn new(file: FileId, range: std::ops::Range<usize>) -> Self {
        let byte = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { file, start: byte(range.start), end: byte(range.end) }
    }

    /// The place before the first byte of a file.
    pub fn start_of(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }

    /// The bytes of the file's text.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// A part of this range, by offsets from its start.
    #[must_use]
    pub fn part(self, range: std::ops::Range<usize>) -> Self {
        let start = self.start as usize;
        Self::new(self.file, start + range.start..start + range.end)
    }
}

/// A value together with the place where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// A change of a source file that mends a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fix {
    /// Replace a range of a file by this text.
    Replace {
        /// What goes.
        span: Span,
        /// What comes.
        text: String,
    },
    /// Replace several ranges of a file, in their order.
    ReplaceEach(Vec<(Span, String)>),
    /// Write a new document code (`id = "…"`) as a line of its own at this place.
    AllocateCode {
        /// The place: the start of a line of the front matter.
        at: Span,
    },
}

/// A problem, its place, and what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Problem,
    /// Where.
    pub span: Span,
    /// A second place that explains the first.
    pub related: Option<Span>,
    /// What would mend it without asking.
    pub fix: Option<Fix>,
}

/// Collects diagnostics while the line runs. Stages add; nobody returns early.
#[derive(Debug, Default)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Adds one problem.
    pub fn push(&mut self, problem: Problem, span: Span) {
        self.add(Diagnostic { problem, span, related: None, fix: None });
    }

    /// Adds one problem about two places.
    pub fn push_related(&mut self, problem: Problem, span: Span, related: Span) {
        self.add(Diagnostic { problem, span, related: Some(related), fix: None });
    }

    /// Adds one problem that a program can mend.
    pub fn push_fixable(&mut self, problem: Problem, span: Span, fix: Fix) {
        self.add(Diagnostic { problem, span, related: None, fix: Some(fix) });
    }

    /// Adds a character that is not seen, however it is written there; without it all is well.
    pub fn push_invisible(&mut self, it: char, span: Span) {
        let problem = Problem::InvisibleCharacter { code: format!("{:04X}", u32::from(it)) };
        self.push_fixable(problem, span, Fix::Replace { span, text: String::new() });
    }

    /// Adds one diagnostic.
    pub fn add(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds all that another collection holds.
    pub fn append(&mut self, mut other: Self) {
        self.0.append(&mut other.0);
    }

    /// All problems in the order of files and places, each once.
    pub fn sorted(mut self) -> Vec<Diagnostic> {
        // Two problems at one place are rare: only then their words decide.
        let words = |it: &Diagnostic| (it.problem.id(), format!("{:?}", it.problem));
        self.0.sort_by(|a, b| a.span.cmp(&b.span).then_with(|| words(a).cmp(&words(b))));
        self.0.dedup_by(|a, b| a.problem == b.problem && a.span == b.span);
        self.0
    }

    /// Whether a problem of some kind was reported.
    pub fn any(&self, is_it: impl Fn(&Problem) -> bool) -> bool {
        self.0.iter().any(|it| is_it(&it.problem))
    }

    /// Whether nothing was reported.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
