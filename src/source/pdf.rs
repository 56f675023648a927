//! What a PDF is: its pages, its text layer, its signature, and marks of secrecy.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Encoding, LoadOptions, Object, ObjectId, Stream};
use unicode_normalization::UnicodeNormalization;

/// What is known of a PDF.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pdf {
    /// How many pages it has; of an encrypted one it is not known.
    pub pages: usize,
    /// How many of them show something, but no text.
    pub pages_without_text: usize,
    /// Whether it carries a digital signature, which no change survives.
    pub signed: bool,
    /// Whether it is encrypted: little else is known then.
    pub encrypted: bool,
    /// A line of its first pages that marks the paper as secret.
    pub secrecy: Option<String>,
}

/// Limits, so that no crafted file holds up a build: pages looked at, drawings inside drawings, and
/// bytes that one compressed part may become.
const PAGES: usize = 1_000;
const DEPTH: usize = 4;
const DRAWINGS: usize = 200;
const PART: usize = 32_000_000;

/// From how many bytes on a page without any picture may show letters drawn as outlines.
const OUTLINES: usize = 2_000;

/// On how many pages marks of secrecy are looked for: they stand at the top of the first.
const FIRST_PAGES: usize = 2;

/// Looks into a PDF. One that the library cannot bear is none.
pub(super) fn inspect(bytes: &[u8]) -> Option<Pdf> {
    std::panic::catch_unwind(|| look(bytes)).ok().flatten()
}

fn look(bytes: &[u8]) -> Option<Pdf> {
    let options = LoadOptions::with_max_decompressed_size(PART);
    let has = |mark: &[u8]| bytes.windows(mark.len()).any(|it| it == mark);
    // A signature says which bytes it covers, so it is never inside a compressed part.
    let mut pdf = Pdf { signed: has(b"/ByteRange"), ..Pdf::default() };
    let Ok(document) = Document::load_mem_with_options(bytes, options) else {
        // Ways of encryption that the library does not know.
        pdf.encrypted = has(b"/Encrypt");
        return pdf.encrypted.then_some(pdf);
    };
    // Files without a password are decrypted on loading, without a word.
    pdf.encrypted = document.is_encrypted() || document.was_encrypted();
    if pdf.encrypted {
        return Some(pdf);
    }
    for (at, page) in document.page_iter().enumerate() {
        pdf.pages += 1;
        if at >= PAGES {
            continue;
        }
        let content = document.get_page_content_with_limit(page, PART).unwrap_or_default();
        if !shows_text(&content) {
            let drawings = drawings(&document, page);
            let is_blank = content.len() < OUTLINES && drawings.is_empty();
            if !is_blank && !show_text(&document, drawings, DEPTH, &mut BTreeSet::new()) {
                pdf.pages_without_text += 1;
            }
        }
        if at < FIRST_PAGES && pdf.secrecy.is_none() {
            pdf.secrecy = lines(&document, page, &content).iter().find_map(|it| marking(it));
        }
    }
    (pdf.pages > 0).then_some(pdf)
}

/// Whether a page or drawing shows any text: one of the four operators after a string or list.
fn shows_text(content: &[u8]) -> bool {
    let mut before = 0;
    let mut at = 0;
    while let Some(byte) = content.get(at) {
        let after_string = matches!(before, b')' | b'>' | b']');
        let rest = &content[at..];
        if after_string && [&b"Tj"[..], b"TJ", b"'", b"\""].iter().any(|it| rest.starts_with(it)) {
            return true;
        }
        if !byte.is_ascii_whitespace() {
            before = *byte;
        }
        at += 1;
    }
    false
}

/// The pictures and drawings that a page may use.
fn drawings(document: &Document, page: ObjectId) -> Vec<ObjectId> {
    let Ok((own, inherited)) = document.get_page_resources(page) else { return Vec::new() };
    let inherited = inherited.iter().filter_map(|it| document.get_dictionary(*it).ok());
    own.into_iter().chain(inherited).flat_map(|it| named(document, it)).collect()
}

fn named(document: &Document, resources: &Dictionary) -> Vec<ObjectId> {
    let named = resources.get_deref(b"XObject", document).and_then(Object::as_dict);
    let id = |(_, it): (&Vec<u8>, &Object)| it.as_reference().ok();
    named.map(|it| it.iter().filter_map(id).collect()).unwrap_or_default()
}

/// Whether one of the drawings shows text: some programs put whole pages into one.
fn show_text(
    document: &Document,
    drawings: Vec<ObjectId>,
    depth: usize,
    seen: &mut BTreeSet<ObjectId>,
) -> bool {
    drawings.into_iter().any(|id| {
        if depth == 0 || seen.len() >= DRAWINGS || !seen.insert(id) {
            return false;
        }
        let Ok(drawing) = document.get_object(id).and_then(Object::as_stream) else { return false };
        let is_form = drawing.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Form");
        let below = drawing.dict.get_deref(b"Resources", document).and_then(Object::as_dict);
        is_form
            && (shows_text(&plain(drawing))
                || below.is_ok_and(|it| show_text(document, named(document, it), depth - 1, seen)))
    })
}

fn plain(stream: &Stream) -> Vec<u8> {
    stream.decompressed_content_with_limit(PART).unwrap_or_default()
}

/// The lines of a page, as well as its operators tell them. Fonts that keep their letters to
/// themselves say nothing.
fn lines(document: &Document, page: ObjectId, content: &[u8]) -> Vec<String> {
    let fonts = document.get_page_fonts(page).unwrap_or_default();
    let mut encodings = BTreeMap::new();
    for (name, font) in fonts {
        if let Ok(encoding) = font.get_font_encoding_with_limit(document, PART) {
            encodings.insert(name, encoding);
        }
    }
    let Ok(content) = Content::decode(content) else { return Vec::new() };
    let mut text = String::new();
    let mut current = None;
    let mut height = 0.0;
    for operation in &content.operations {
        match operation.operator.as_str() {
            "Tf" => {
                let name = operation.operands.first().and_then(|it| it.as_name().ok());
                current = name.and_then(|it| encodings.get(it));
            }
            "T*" | "ET" => text.push('\n'),
            "Td" | "TD" if number(operation, 1) != 0.0 => text.push('\n'),
            "Tm" => {
                let new = number(operation, 5);
                if (new - height).abs() > 0.5 {
                    text.push('\n');
                }
                height = new;
            }
            "'" | "\"" => {
                text.push('\n');
                show(&mut text, current, &operation.operands);
            }
            "Tj" | "TJ" => show(&mut text, current, &operation.operands),
            _ => {}
        }
    }
    text.lines().map(|it| it.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn number(operation: &Operation, at: usize) -> f32 {
    operation.operands.get(at).and_then(|it| it.as_float().ok()).unwrap_or_default()
}

/// Adds the strings of an operator. A wide gap between two of them is a space.
fn show(text: &mut String, encoding: Option<&Encoding<'_>>, operands: &[Object]) {
    const GAP: f32 = -180.0;
    for operand in operands {
        match operand {
            Object::String(bytes, _) => {
                let decoded = encoding.and_then(|it| Document::decode_text(it, bytes).ok());
                text.push_str(&decoded.unwrap_or_default());
            }
            // Lists hold no lists: what a crafted file has below is not followed.
            Object::Array(list) => {
                for it in list {
                    match it {
                        Object::String(..) => show(text, encoding, std::slice::from_ref(it)),
                        it if it.as_float().is_ok_and(|it| it < GAP) => text.push(' '),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
}

/// What a line of its own says, if it says that a paper is secret. Its letters may stand apart.
fn marking(line: &str) -> Option<String> {
    let line: String = line.nfc().collect();
    let joined: String = line.split_whitespace().collect();
    match joined.as_str() {
        "MẬT" => return Some("MẬT".to_owned()),
        "TỐIMẬT" => return Some("TỐI MẬT".to_owned()),
        "TUYỆTMẬT" => return Some("TUYỆT MẬT".to_owned()),
        _ => {}
    }
    let is_capital = joined.chars().next().is_some_and(char::is_uppercase);
    let upper = joined.to_uppercase();
    let is_marking = upper == "LƯUHÀNHNỘIBỘ" || upper.starts_with("ĐỘMẬT:");
    (is_capital && is_marking).then_some(line)
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    #[test]
    fn operators_that_show_text_are_found() {
        let cases: [(&[u8], bool); 7] = [
            (b"BT /F1 12 Tf (So 12) Tj ET", true),
            (b"BT [(So) -20 (12)]TJ ET", true),
            (b"BT <0102> ' ET", true),
            (b"BT 1 0 (a) \" ET", true),
            (b"q 612 0 0 792 0 0 cm /Im1 Do Q", false),
            (b"/TJ gs 0 0 m", false),
            (b"", false),
        ];
        for (content, expected) in cases {
            let shown = String::from_utf8_lossy(content);
            assert_eq!(shows_text(content), expected, "{shown}");
        }
    }

    #[test]
    fn marks_of_secrecy_stand_on_a_line_of_their_own() {
        let cases = [
            ("MẬT", Some("MẬT")),
            ("M Ậ T", Some("MẬT")),
            ("TUYỆT MẬT", Some("TUYỆT MẬT")),
            ("Lưu hành nội bộ", Some("Lưu hành nội bộ")),
            ("Độ mật: Tối mật", Some("Độ mật: Tối mật")),
            ("Mật", None),
            ("mật ong rừng", None),
            ("BẢO MẬT THÔNG TIN", None),
            ("", None),
        ];
        for (line, expected) in cases {
            assert_eq!(marking(line).as_deref(), expected, "{line}");
        }
    }

    /// A PDF of one page with these objects from the fourth on, of which the fourth is its content.
    fn made(resources: &str, objects: &[&str]) -> Vec<u8> {
        let page =
            format!("<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << {resources} >> >>");
        let catalogue = "<< /Type /Catalog /Pages 2 0 R >>";
        let pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
        let stream = |it: &&str| match it.split_once('|') {
            Some((dictionary, body)) => {
                format!("<< {dictionary} /Length {} >>\nstream\n{body}\nendstream", body.len())
            }
            None => (*it).to_owned(),
        };
        let mut all = vec![catalogue.to_owned(), pages.to_owned(), page];
        all.extend(objects.iter().map(stream));
        let size = all.len() + 1;
        let mut text = "%PDF-1.4\n".to_owned();
        let mut table = format!("xref\n0 {size}\n0000000000 65535 f \n");
        for (number, object) in (1..).zip(&all) {
            writeln!(table, "{:010} 00000 n ", text.len()).unwrap();
            write!(text, "{number} 0 obj\n{object}\nendobj\n").unwrap();
        }
        let start = text.len();
        let trailer = format!("trailer\n<< /Size {size} /Root 1 0 R >>");
        write!(text, "{table}{trailer}\nstartxref\n{start}\n%%EOF\n").unwrap();
        text.into_bytes()
    }

    #[test]
    fn pages_without_text_are_counted() {
        let picture = "/Type /XObject /Subtype /Image /Width 1 /Height 1|x";
        let form = "/Type /XObject /Subtype /Form|BT (So 12) Tj ET";
        let outer = "/Type /XObject /Subtype /Form /Resources << /XObject << /F 6 0 R >> >>|/F Do";
        let itself = "/Type /XObject /Subtype /Form /Resources << /XObject << /F 5 0 R >> >>|/F Do";
        let outlines = format!("|{}", "0 0 m 1 1 l f ".repeat(200));
        let drawing = "/XObject << /A 5 0 R >>";
        let cases: [(&str, &str, &[&str], usize); 7] = [
            ("text", "", &["|BT (So 12) Tj ET"], 0),
            ("blank", "", &["|q Q"], 0),
            ("picture", drawing, &["|/A Do", picture], 1),
            ("form", drawing, &["|/A Do", form], 0),
            ("form in form", drawing, &["|/A Do", outer, form], 0),
            ("form in itself", drawing, &["|/A Do", itself], 1),
            ("outlines", "", &[&outlines], 1),
        ];
        for (name, resources, objects, expected) in cases {
            let pdf = inspect(&made(resources, objects)).unwrap();
            assert_eq!((pdf.pages, pdf.pages_without_text), (1, expected), "{name}");
        }
    }

    #[test]
    fn marks_of_secrecy_are_read_with_the_letters_of_the_font() {
        let font = "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H \
            /ToUnicode 6 0 R /DescendantFonts [] >>";
        let letters = "|/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n\
            /CMapName /A def /CMapType 2 def\n\
            1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
            3 beginbfchar\n<0001> <004D>\n<0002> <1EAC>\n<0003> <0054>\nendbfchar\n\
            endcmap CMapName currentdict /CMap defineresource pop end end";
        let cases = [
            ("|BT /F 12 Tf 1 0 0 1 50 700 Tm <000100020003> Tj ET", Some("MẬT")),
            (
                "|BT /F 12 Tf 50 700 Td [<0001> -20 <0002> <0003>] TJ 0 -20 Td <0001> Tj ET",
                Some("MẬT"),
            ),
            ("|BT /F 12 Tf <000100020003> Tj [-400 <0001>] TJ ET", None),
            ("|BT /F 12 Tf <0001> Tj ET", None),
        ];
        for (content, expected) in cases {
            let pdf = inspect(&made("/Font << /F 5 0 R >>", &[content, font, letters])).unwrap();
            assert_eq!(pdf.secrecy.as_deref(), expected, "{content}");
            assert_eq!(pdf.pages_without_text, 0);
        }
    }

    #[test]
    fn signed_and_encrypted_files_are_known() {
        let signature = "<< /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >>";
        let pdf = inspect(&made("", &["|BT (a) Tj ET", signature])).unwrap();
        assert!(pdf.signed && !pdf.encrypted);
        let text = String::from_utf8(made("", &["|BT (a) Tj ET"])).unwrap();
        let locked = text.replace("/Root", "/Encrypt << /Filter /Standard /V 4 /R 4 >> /Root");
        let pdf = inspect(locked.as_bytes());
        assert!(pdf.is_none_or(|it| it.encrypted));
    }

    #[test]
    fn files_cut_anywhere_do_no_harm() {
        let whole = made("/XObject << /A 5 0 R >>", &["|/A Do", "/Subtype /Form|BT (a) Tj ET"]);
        for length in 0..whole.len() {
            let _ = inspect(&whole[..length]);
        }
    }

    #[test]
    fn broken_files_are_broken() {
        for bytes in [&b"%PDF-"[..], b"%PDF-1.7\n%%EOF\n", b"%PDF-1.4\n1 0 obj <<"] {
            assert_eq!(inspect(bytes), None);
        }
    }
}
