//! What an attachment really is: its content, not its name, decides.

use std::fs::File;
use std::io::{self, Read, Seek};

use sha2::{Digest, Sha256};

use crate::diagnostic::FileId;
use crate::source::archive;
use crate::source::pdf::{self, Pdf};
use crate::verify::note::hex;

/// How much of every file is looked at, and the largest PDF that is read whole.
const HEAD: usize = 1_000_000;
const PDF_LIMIT: u64 = 64_000_000;

/// One file that is published as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    Pdf(Pdf),
    /// A file that begins like a PDF and is none.
    BrokenPdf,
    /// A Word document.
    Docx {
        /// Whether it carries macros.
        macros: bool,
    },
    /// An Excel workbook.
    Xlsx {
        /// Whether it carries macros.
        macros: bool,
    },
    /// A presentation of `PowerPoint`.
    Pptx {
        /// Whether it carries macros.
        macros: bool,
    },
    /// A text, table or presentation of `LibreOffice`.
    OpenDocument {
        /// Whether it carries macros.
        macros: bool,
    },
    /// A file of Office 97 to 2003, or a newer one under a password.
    OldOffice,
    /// Another zip archive.
    Zip,
    /// A PNG picture.
    Png,
    /// A JPEG picture.
    Jpeg,
    /// A GIF picture.
    Gif,
    /// A WebP picture.
    Webp,
    /// An SVG drawing.
    Svg {
        /// Whether it carries a script.
        script: bool,
    },
    /// Text in UTF-8.
    Text,
    /// Anything else.
    Unknown,
    /// A PDF too large to be looked into.
    Large,
}

impl Attachment {
    /// An attachment of these bytes. Its place among the sources is given with the others.
    pub fn of(path: &str, bytes: &[u8]) -> Self {
        let length = bytes.len() as u64;
        let head = &bytes[..bytes.len().min(HEAD)];
        let nature = nature(&mut io::Cursor::new(bytes), head, length).unwrap_or(Nature::Unknown);
        let sha256 = Sha256::digest(bytes).into();
        Self { path: path.to_owned(), file: FileId(0), length, sha256, nature }
    }

    /// The digest in 64 hexadecimal digits.
    pub fn hex(&self) -> String {
        hex(&self.sha256)
    }

    /// What is known of it as a PDF.
    pub fn pdf(&self) -> Option<&Pdf> {
        match &self.nature {
            Nature::Pdf(pdf) => Some(pdf),
            _ => None,
        }
    }

    /// How many pages of a PDF show something, but no text; none if it is encrypted.
    pub fn pages_without_text(&self) -> Option<usize> {
        self.pdf().filter(|it| !it.encrypted).map(|it| it.pages_without_text)
    }

    /// A line of a PDF that marks the paper as secret.
    pub fn secrecy(&self) -> Option<&str> {
        self.pdf()?.secrecy.as_deref()
    }

    /// The format that the name promises and the content does not keep. With macros none is kept:
    /// they do not belong among published files.
    pub fn wrong_format(&self) -> Option<String> {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        let ending = name.rsplit_once('.')?.1.to_lowercase();
        let nature = &self.nature;
        let (format, fits) = match ending.as_str() {
            "pdf" => ("PDF", matches!(nature, Nature::Pdf(_))),
            "docx" => ("DOCX", *nature == Nature::Docx { macros: false }),
            "xlsx" => ("XLSX", *nature == Nature::Xlsx { macros: false }),
            "pptx" => ("PPTX", *nature == Nature::Pptx { macros: false }),
            "docm" | "dotm" => ("DOCX", false),
            "xlsm" | "xltm" => ("XLSX", false),
            "pptm" | "potm" => ("PPTX", false),
            "odt" | "ods" | "odp" => {
                ("OpenDocument", *nature == Nature::OpenDocument { macros: false })
            }
            "doc" | "xls" | "ppt" => ("Office 97–2003", *nature == Nature::OldOffice),
            "zip" => ("ZIP", matches!(nature, Nature::Zip)),
            "png" => ("PNG", *nature == Nature::Png),
            "jpg" | "jpeg" => ("JPEG", *nature == Nature::Jpeg),
            "gif" => ("GIF", *nature == Nature::Gif),
            "webp" => ("WebP", *nature == Nature::Webp),
            "svg" => ("SVG", *nature == Nature::Svg { script: false }),
            _ => return self.other_format(&ending),
        };
        (!fits && *nature != Nature::Large).then(|| format.to_owned())
    }

    /// An unknown ending promises nothing, but must not hide a known format.
    fn other_format(&self, ending: &str) -> Option<String> {
        let fits = matches!(
            self.nature,
            Nature::Text | Nature::Unknown | Nature::Zip | Nature::OldOffice | Nature::Large
        );
        (!fits).then(|| ending.to_uppercase())
    }
}

/// Reads a file from its start to its end, in pieces: its attachment, and its first bytes.
pub(super) fn read(mut file: File, path: &str) -> io::Result<(Attachment, Vec<u8>)> {
    let mut head = Vec::new();
    let mut hasher = Sha256::new();
    let mut length = 0;
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let read = file.read(&mut buffer)?;
        let piece = &buffer[..read];
        if piece.is_empty() {
            break;
        }
        hasher.update(piece);
        head.extend_from_slice(&piece[..read.min(HEAD - head.len())]);
        length += read as u64;
    }
    let nature = nature(&mut file, &head, length)?;
    let sha256 = hasher.finalize().into();
    let path = path.to_owned();
    Ok((Attachment { path, file: FileId(0), length, sha256, nature }, head))
}

/// Whether a file holds a private key, as every tool that writes one marks it.
pub(super) fn is_private_key(bytes: &[u8]) -> bool {
    const MARK: &[u8] = b"PRIVATE KEY-----";
    memchr::memmem::find(bytes, MARK).is_some()
}

fn nature(file: &mut (impl Read + Seek), head: &[u8], length: u64) -> io::Result<Nature> {
    if head.starts_with(b"%PDF-") {
        if length > PDF_LIMIT {
            return Ok(Nature::Large);
        }
        let mut whole = Vec::new();
        file.rewind()?;
        file.take(PDF_LIMIT).read_to_end(&mut whole)?;
        return Ok(pdf::inspect(&whole).map_or(Nature::BrokenPdf, Nature::Pdf));
    }
    if head.starts_with(b"PK\x03\x04") {
        return Ok(archive::names(file, length)?.map_or(Nature::Unknown, |it| of_parts(&it)));
    }
    Ok(of_head(head, length))
}

/// What an archive is by the names of its parts.
fn of_parts(names: &[String]) -> Nature {
    let has = |wanted: &str| names.iter().any(|it| it == wanted);
    let begins = |folder: &str| names.iter().any(|it| it.starts_with(folder));
    let macros = names.iter().any(|it| it.to_lowercase().ends_with("vbaproject.bin"));
    match has("[Content_Types].xml") {
        true if begins("word/") => Nature::Docx { macros },
        true if begins("xl/") => Nature::Xlsx { macros },
        true if begins("ppt/") => Nature::Pptx { macros },
        _ if has("mimetype") && has("META-INF/manifest.xml") => {
            Nature::OpenDocument { macros: begins("Basic/") || begins("Scripts/") }
        }
        _ => Nature::Zip,
    }
}

/// What a file is by its first bytes.
fn of_head(head: &[u8], length: u64) -> Nature {
    const MARKS: [(&[u8], Nature); 4] = [
        (b"\x89PNG\r\n\x1a\n", Nature::Png),
        (b"\xff\xd8\xff", Nature::Jpeg),
        (b"GIF8", Nature::Gif),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Nature::OldOffice),
    ];
    if let Some((_, nature)) = MARKS.iter().find(|(mark, _)| head.starts_with(mark)) {
        return nature.clone();
    }
    if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        return Nature::Webp;
    }
    match text(head, length) {
        Some(text) if is_svg(text) => Nature::Svg { script: has_script(text) },
        Some(_) => Nature::Text,
        None => Nature::Unknown,
    }
}

/// The beginning of a file as text. A letter that was cut off at its end does no harm.
fn text(head: &[u8], length: u64) -> Option<&str> {
    let text = match std::str::from_utf8(head) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() && length > HEAD as u64 => {
            std::str::from_utf8(&head[..error.valid_up_to()]).ok()?
        }
        Err(_) => return None,
    };
    (!text.contains('\0')).then_some(text)
}

fn is_svg(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let opens = ["<?xml", "<!--", "<!DOCTYPE", "<svg"].iter().any(|it| start.starts_with(it));
    opens && start.contains("<svg")
}

/// Scripts of a drawing run when it is opened by itself, with the rights of the site.
fn has_script(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let is_handler = |word: &str| {
        let name = word.strip_prefix("on").and_then(|it| it.split_once('=')).map(|it| it.0);
        name.is_some_and(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_lowercase()))
    };
    text.contains("<script")
        || text.contains("javascript:")
        || text.split(|it: char| it.is_ascii_whitespace() || "\"'/".contains(it)).any(is_handler)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::archive::tests::archive;

    fn wrong(path: &str, bytes: &[u8]) -> Option<String> {
        Attachment::of(path, bytes).wrong_format()
    }

    #[test]
    fn office_files_are_known_by_their_parts() {
        let types = "[Content_Types].xml";
        let cases: [(&[&str], Nature); 6] = [
            (&[types, "word/document.xml"], Nature::Docx { macros: false }),
            (&[types, "word/document.xml", "word/vbaProject.bin"], Nature::Docx { macros: true }),
            (&[types, "xl/workbook.xml"], Nature::Xlsx { macros: false }),
            (
                &["mimetype", "content.xml", "META-INF/manifest.xml"],
                Nature::OpenDocument { macros: false },
            ),
            (&["a.txt"], Nature::Zip),
            (&[], Nature::Zip),
        ];
        for (parts, expected) in cases {
            assert_eq!(Attachment::of("a", &archive(parts)).nature, expected, "{parts:?}");
        }
        assert_eq!(Attachment::of("a", b"PK\x03\x04 and no directory").nature, Nature::Unknown);
    }

    #[test]
    fn a_name_must_keep_its_promise() {
        let word = archive(&["[Content_Types].xml", "word/document.xml"]);
        let macros = archive(&["[Content_Types].xml", "word/a.xml", "word/vbaProject.bin"]);
        let drawing = b"<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>";
        let script = b"<?xml version='1.0'?><svg onload='a()'></svg>";
        let old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
        let png = b"\x89PNG\r\n\x1a\n";
        let cases: [(&str, &[u8], Option<&str>); 16] = [
            ("x/a.pdf", b"So 12/KH", Some("PDF")),
            ("x/a.pdf", b"%PDF-1.7 cut", Some("PDF")),
            ("x/a.docx", &word, None),
            ("x/A.DOCX", &word, None),
            ("x/a.docx", &macros, Some("DOCX")),
            ("x/a.docm", &macros, Some("DOCX")),
            ("x/a.docx", old, Some("DOCX")),
            ("x/a.doc", old, None),
            ("x/a.xlsx", &word, Some("XLSX")),
            ("x/a.svg", drawing, None),
            ("x/a.svg", script, Some("SVG")),
            ("x/a.png", png, None),
            ("x/a.jpg", png, Some("JPEG")),
            ("x/a.csv", "tên,số".as_bytes(), None),
            ("x/a.dat", png, Some("DAT")),
            ("x.y/a", png, None),
        ];
        for (path, bytes, expected) in cases {
            assert_eq!(wrong(path, bytes).as_deref(), expected, "{path}");
        }
    }

    #[test]
    fn a_letter_cut_at_the_end_of_what_is_read_is_no_fault() {
        for shift in 0..3 {
            let text = "a".repeat(shift) + &"ế".repeat(HEAD / 2);
            assert_eq!(Attachment::of("a.txt", text.as_bytes()).nature, Nature::Text);
        }
    }
}
