//! HTML as tags and text: enough to read pages that close every element, and to say of others that
//! they cannot be read.

/// Elements that begin and end a line.
pub(super) const BLOCKS: &[&str] = &[
    "address",
    "aside",
    "blockquote",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "tr",
    "ul",
];

/// Elements without an end.
pub(super) const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// Elements that give no words.
pub(super) const SILENT: &[&str] =
    &["script", "style", "template", "svg", "math", "iframe", "object", "canvas", "video", "audio"];

/// A start tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag {
    /// The name in lower case.
    pub(super) name: String,
    /// Names in lower case, and values with their references decoded.
    pub(super) attributes: Vec<(String, String)>,
    /// Whether it is written `<p/>`.
    pub(super) closes_itself: bool,
}

impl Tag {
    /// The value of an attribute; of several, the first, as browsers take it.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|it| it.0 == name).map(|it| it.1.as_str())
    }

    /// Whether an attribute stands twice.
    pub(super) fn has_twice(&self) -> bool {
        let names = || self.attributes.iter().map(|it| &it.0);
        names().enumerate().any(|(at, it)| names().skip(at + 1).any(|other| other == it))
    }
}

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// `<p>`.
    Start(Tag),
    /// `</p>`.
    End(String),
    /// Text with its references decoded.
    Text(String),
    /// Text with a reference that is not known here.
    Undecoded(String),
    /// What browsers could read in more than one way, and all that follows.
    Unreadable(String),
}

/// The pieces of a page with their lines, counted from one.
pub(super) struct Reader<'a> {
    rest: &'a str,
    line: usize,
    /// The element whose content is no markup.
    raw: Option<&'static str>,
    /// A tag `<p/>` gives its end as well.
    end: Option<String>,
}

/// Elements whose content is text to their end tag.
const RAW: [&str; 5] = ["script", "style", "textarea", "title", "noscript"];

impl<'a> Reader<'a> {
    /// Begins at the start of a page.
    pub(super) fn new(html: &'a str) -> Self {
        Self { rest: html, line: 1, raw: None, end: None }
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (piece, rest) = self.rest.split_at(length);
        self.line += piece.matches('\n').count();
        self.rest = rest;
        piece
    }

    /// The content of an element that has no markup in it.
    fn raw(&mut self, name: &str) -> Piece {
        let is_end = |at: usize| {
            let end = at + 2 + name.len();
            let is_name =
                self.rest.get(at + 2..end).is_some_and(|it| it.eq_ignore_ascii_case(name));
            // `</titles>` ends no title.
            let next = self.rest.as_bytes().get(end);
            is_name && next.is_none_or(|it| it.is_ascii_whitespace() || matches!(it, b'/' | b'>'))
        };
        let mut ends = self.rest.match_indices("</").map(|it| it.0);
        let end = ends.find(|at| is_end(*at)).unwrap_or(self.rest.len());
        let text = self.take(end);
        Piece::Text(if name == "title" || name == "textarea" {
            decode(text).0
        } else {
            text.to_owned()
        })
    }

    fn tag(&mut self) -> Option<Piece> {
        let bytes = self.rest.as_bytes();
        match bytes.get(1) {
            Some(b'!') if self.rest.starts_with("<!--") => {
                let end = self.rest[4..].find("-->");
                let comment = &self.rest[4..4 + end.unwrap_or_default()];
                // Browsers end a comment at these as well, and show what follows.
                let is_plain = !comment.starts_with('>')
                    && !comment.starts_with("->")
                    && !comment.contains("--!>");
                match end.filter(|_| is_plain) {
                    Some(end) => _ = self.take(end + 7),
                    None => return Some(self.unreadable("a comment is not closed")),
                }
                None
            }
            Some(b'!' | b'?') => {
                let end = self.rest.find('>').map_or(self.rest.len(), |it| it + 1);
                self.take(end);
                None
            }
            Some(b'/') if bytes.get(2).is_some_and(u8::is_ascii_alphabetic) => {
                let end = self.rest.find('>').map_or(self.rest.len(), |it| it + 1);
                let text = &self.take(end)[2..];
                let name = text
                    .trim_end_matches('>')
                    .split(|it: char| it.is_ascii_whitespace() || it == '/');
                Some(Piece::End(name.into_iter().next().unwrap_or_default().to_ascii_lowercase()))
            }
            Some(it) if it.is_ascii_alphabetic() => Some(self.start()),
            _ => Some(Piece::Text(self.take(1).to_owned())),
        }
    }

    fn start(&mut self) -> Piece {
        let Some((tag, length)) = start_tag(self.rest) else {
            return self.unreadable("a tag is not closed");
        };
        self.take(length);
        self.raw = RAW.into_iter().find(|it| *it == tag.name);
        if tag.closes_itself {
            self.raw = None;
            self.end = Some(tag.name.clone());
        }
        Piece::Start(tag)
    }

    fn unreadable(&mut self, why: &str) -> Piece {
        self.take(self.rest.len());
        Piece::Unreadable(why.to_owned())
    }
}

impl Iterator for Reader<'_> {
    type Item = (usize, Piece);

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(name) = self.end.take() {
            return Some((self.line, Piece::End(name)));
        }
        while !self.rest.is_empty() {
            let line = self.line;
            if let Some(name) = self.raw.take() {
                return Some((line, self.raw(name)));
            }
            if self.rest.starts_with('<') {
                if let Some(piece) = self.tag() {
                    return Some((line, piece));
                }
                continue;
            }
            let length = self.rest.find('<').unwrap_or(self.rest.len());
            let (text, is_known) = decode(self.take(length));
            return Some((line, if is_known { Piece::Text(text) } else { Piece::Undecoded(text) }));
        }
        None
    }
}

/// A start tag at the beginning of a text, and its length.
fn start_tag(text: &str) -> Option<(Tag, usize)> {
    let bytes = text.as_bytes();
    let is_space = |it: u8| it.is_ascii_whitespace();
    let mut at = 1 + bytes[1..].iter().position(|it| is_space(*it) || matches!(it, b'/' | b'>'))?;
    let mut tag = Tag {
        name: text[1..at].to_ascii_lowercase(),
        attributes: Vec::new(),
        closes_itself: false,
    };
    loop {
        at += bytes[at..].iter().position(|it| !is_space(*it))?;
        match bytes[at] {
            b'>' => return Some((tag, at + 1)),
            b'/' => {
                tag.closes_itself = bytes.get(at + 1) == Some(&b'>');
                at += 1;
                continue;
            }
            _ => {}
        }
        let start = at;
        // A `=` that begins a name belongs to it.
        at += 1 + bytes[at + 1..]
            .iter()
            .position(|it| is_space(*it) || matches!(it, b'/' | b'>' | b'='))?;
        while !text.is_char_boundary(at) {
            at += 1;
        }
        let name = text[start..at].to_lowercase();
        let after = at + bytes[at..].iter().position(|it| !is_space(*it))?;
        let mut value = "";
        if bytes[after] == b'=' {
            at = after + 1;
            at += bytes[at..].iter().position(|it| !is_space(*it))?;
            let (from, length) = match bytes[at] {
                quote @ (b'"' | b'\'') => {
                    (at + 1, bytes[at + 1..].iter().position(|it| *it == quote)?)
                }
                _ => (at, bytes[at..].iter().position(|it| is_space(*it) || *it == b'>')?),
            };
            value = &text[from..from + length];
            at = from + length + usize::from(from > at);
        }
        tag.attributes.push((name, decode(value).0));
    }
}

/// A text with its character references decoded, and whether all of them are known here: numbers,
/// and the few names that pages need.
fn decode(text: &str) -> (String, bool) {
    let mut decoded = String::with_capacity(text.len());
    let mut is_known = true;
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(12).position(|it| it == b';');
        let reference = end.and_then(|end| Some((referred(&rest[1..end])?, end + 1)));
        match reference {
            Some((letter, length)) => {
                decoded.push(letter);
                rest = &rest[length..];
            }
            None => {
                let next = rest.as_bytes().get(1);
                is_known &= !next.is_some_and(|it| it.is_ascii_alphanumeric() || *it == b'#');
                decoded.push('&');
                rest = &rest[1..];
            }
        }
    }
    decoded.push_str(rest);
    (decoded, is_known)
}

fn referred(name: &str) -> Option<char> {
    let number = match name.strip_prefix('#') {
        Some(it) => match it.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => it.parse().ok()?,
        },
        None => {
            return match name {
                "amp" => Some('&'),
                "lt" => Some('<'),
                "gt" => Some('>'),
                "quot" => Some('"'),
                "apos" => Some('\''),
                "nbsp" => Some('\u{a0}'),
                _ => None,
            };
        }
    };
    // Browsers read other characters for these.
    char::from_u32(number).filter(|it| !matches!(it, '\0' | '\u{80}'..='\u{9f}'))
}
