//! Links that are none: an address with a space in it leaves the brackets as words on the page.

use crate::diagnostic::problem::Problem;
use crate::document::body::Inline;
use crate::language::fold;
use crate::schema::plain_file_name;

/// The addresses with spaces that stand in these words, as they were written.
pub(super) fn addresses(content: &[Inline]) -> Vec<&str> {
    let mut found = Vec::new();
    for inline in content {
        match inline {
            Inline::Text(text) => of_text(text, &mut found),
            Inline::Emphasis(content) | Inline::Strong(content) | Inline::Struck(content) => {
                found.extend(addresses(content));
            }
            _ => {}
        }
    }
    found
}

/// Whether a source may have such an address: nearly none has.
pub(super) fn may_have(source: &str) -> bool {
    let mut found = Vec::new();
    of_text(source, &mut found);
    !found.is_empty()
}

fn of_text<'a>(text: &'a str, found: &mut Vec<&'a str>) {
    for at in memchr::memchr_iter(b']', text.as_bytes()) {
        let Some(rest) = text[at + 1..].strip_prefix('(') else { continue };
        let address = rest.split(')').next().unwrap_or_default();
        let is_closed = rest.len() > address.len();
        if is_closed && address.trim().contains(char::is_whitespace) {
            found.push(address);
        }
    }
}

/// The problem of such an address, with one that works.
pub(super) fn problem(address: &str) -> Problem {
    // A title in quotes may follow.
    let bare = address.split(" \"").next().unwrap_or_default().trim();
    let (what, right) = if bare.contains("://") {
        ("url", bare.replace(' ', "%20"))
    } else if let Some(item) = bare.strip_prefix("@/") {
        let parts: Vec<_> = item.split('/').map(|it| fold::slug(it, 60)).collect();
        ("item", format!("@/{}", parts.join("/")))
    } else {
        ("file", plain_file_name(bare))
    };
    Problem::LinkAddress { address: address.to_owned(), what: what.to_owned(), right }
}
