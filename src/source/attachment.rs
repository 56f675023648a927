//! What an attachment really is: its content, not its name, decides.

use lopdf::{Document, Object};
use sha2::{Digest, Sha256};

use crate::diagnostic::FileId;

/// One file that is published as it is.
#[derive(Debug)]
pub struct Attachment {
    /// The path, relative to the project.
    pub path: String,
    /// Its place among the sources.
    pub file: FileId,
    /// Its length in bytes.
    pub length: u64,
    /// Its digest.
    pub sha256: [u8; 32],
    /// What it is.
    pub nature: Nature,
}

/// What a file is by its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nature {
    /// A PDF that could be read.
    Pdf {
        /// Pages without a text layer; none if it is encrypted.
        without_text: Option<usize>,
        /// A line that marks the paper as secret.
        secrecy: Option<String>,
    },
    /// A PDF that cannot be read.
    BrokenPdf,
    /// A document of an office program.
    Office {
        /// Whether it carries macros.
        macros: bool,
    },
    /// A picture: the ending it should have.
    Picture(&'static str),
    /// Anything else.
    Other,
}

impl Attachment {
    /// An attachment of these bytes. Its place among the sources is given with the others.
    pub fn of(path: &str, bytes: &[u8]) -> Self {
        Self {
            path: path.to_owned(),
            file: FileId(0),
            length: bytes.len() as u64,
            sha256: Sha256::digest(bytes).into(),
            nature: nature(bytes),
        }
    }

    /// The digest in 64 hexadecimal digits.
    pub fn hex(&self) -> String {
        let digit = |it: u8| char::from_digit(it.into(), 16).unwrap_or('0');
        self.sha256.iter().flat_map(|it| [digit(it >> 4), digit(it & 15)]).collect()
    }

    /// How many pages of a PDF have no text layer.
    pub fn pages_without_text(&self) -> Option<usize> {
        match &self.nature {
            Nature::Pdf { without_text, .. } => *without_text,
            _ => None,
        }
    }

    /// A line of a PDF that marks the paper as secret.
    pub fn secrecy(&self) -> Option<&str> {
        match &self.nature {
            Nature::Pdf { secrecy, .. } => secrecy.as_deref(),
            _ => None,
        }
    }

    /// The format that the name promises and the content does not keep.
    pub fn wrong_format(&self) -> Option<String> {
        let ending =
            self.path.rsplit_once('.').map(|(_, it)| it.to_lowercase()).unwrap_or_default();
        let fits = match (ending.as_str(), &self.nature) {
            ("pdf", it) => matches!(it, Nature::Pdf { .. }),
            ("docx" | "xlsx" | "pptx", it) => matches!(it, Nature::Office { macros: false }),
            ("png", it) => *it == Nature::Picture("png"),
            ("jpg" | "jpeg", it) => *it == Nature::Picture("jpg"),
            ("docm" | "xlsm" | "pptm", _)
            | (_, Nature::Pdf { .. } | Nature::BrokenPdf | Nature::Picture(_)) => false,
            (_, Nature::Office { .. } | Nature::Other) => true,
        };
        (!fits).then(|| ending.to_uppercase())
    }
}

/// Names that stand in the directory of an office document.
const OFFICE: &[u8] = b"[Content_Types].xml";
const MACROS: &[u8] = b"vbaProject.bin";

fn nature(bytes: &[u8]) -> Nature {
    let has = |mark: &[u8]| bytes.windows(mark.len()).any(|it| it == mark);
    if bytes.starts_with(b"%PDF-") {
        pdf(bytes)
    } else if bytes.starts_with(b"PK\x03\x04") && has(OFFICE) {
        Nature::Office { macros: has(MACROS) }
    } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Nature::Picture("png")
    } else if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        Nature::Picture("jpg")
    } else {
        Nature::Other
    }
}

/// How many pages are looked at: more would let a hostile file hold up the build.
const PAGES: usize = 500;

fn pdf(bytes: &[u8]) -> Nature {
    let Ok(document) = Document::load_mem(bytes) else { return Nature::BrokenPdf };
    if document.is_encrypted() || document.was_encrypted() {
        return Nature::Pdf { without_text: None, secrecy: None };
    }
    let mut without_text = 0;
    let mut secrecy = None;
    let pages = document.get_pages();
    for (number, page) in pages.iter().take(PAGES) {
        if !has_fonts(&document, *page) {
            without_text += 1;
        } else if *number == 1 {
            // Marks of secrecy stand at the top of the first page.
            let text = document.extract_text(&[*number]).unwrap_or_default();
            secrecy = text.lines().map(str::trim).find(|it| is_marking(it)).map(str::to_owned);
        }
    }
    Nature::Pdf { without_text: Some(without_text), secrecy }
}

/// A page with a text layer names at least one font among its resources.
fn has_fonts(document: &Document, page: lopdf::ObjectId) -> bool {
    document.get_page_fonts(page).is_ok_and(|it| !it.is_empty())
        || document
            .get_dictionary(page)
            .is_ok_and(|it| matches!(it.get(b"Contents"), Err(_) | Ok(Object::Null)))
}

/// A line of its own that says that a paper is secret.
fn is_marking(line: &str) -> bool {
    let upper = line.to_uppercase();
    matches!(&*upper, "MẬT" | "TỐI MẬT" | "TUYỆT MẬT" | "LƯU HÀNH NỘI BỘ")
        || upper.starts_with("ĐỘ MẬT:")
}
