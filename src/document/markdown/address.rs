//! What a link or an image may lead to.

use crate::diagnostic::problem::Problem;

/// Why a link may not be published, if it may not. Links lead by http, https, mail and telephone,
/// to items of the site (`@/`), to places of the page and to files of the item.
pub(super) fn fault_of_link(destination: &str) -> Option<Problem> {
    let scheme = scheme(destination)?;
    let known = ["http:", "https:", "mailto:", "tel:"].contains(&scheme.as_str());
    (!known).then_some(Problem::RawHtml { tag: scheme })
}

/// Why an image may not be shown, if it may not: it must be a file of the item.
pub(super) fn fault_of_image(destination: &str) -> Option<Problem> {
    let scheme = scheme(destination)?;
    match scheme.as_str() {
        "http:" | "https:" | "//" => {
            Some(Problem::ThirdPartyResource { host: host(destination).to_owned() })
        }
        _ => Some(Problem::RawHtml { tag: scheme }),
    }
}

/// The scheme with its colon, in lower case, as a browser understands it: it drops spaces and
/// control characters, and takes `\` for `/`. An address on another host without a scheme is `//`.
fn scheme(destination: &str) -> Option<String> {
    let mut scheme = String::new();
    for c in destination.chars().filter(|it| *it > ' ' && *it != '\u{7f}') {
        match c {
            ':' if !scheme.is_empty() && scheme != "/" => return Some(scheme + ":"),
            '/' | '\\' if scheme.is_empty() => scheme.push('/'),
            '/' | '\\' if scheme == "/" => return Some("//".to_owned()),
            'a'..='z' | 'A'..='Z' if scheme != "/" => scheme.push(c.to_ascii_lowercase()),
            '0'..='9' | '+' | '-' | '.' if !scheme.is_empty() && scheme != "/" => scheme.push(c),
            _ => return None,
        }
    }
    None
}

fn host(destination: &str) -> &str {
    let rest = destination.trim_start().split_once("//").map_or("", |(_, it)| it);
    let authority = rest.split(['/', '\\', '?', '#']).next().unwrap_or(rest);
    authority.rsplit('@').next().unwrap_or(authority)
}

#[cfg(test)]
mod tests {
    use super::{fault_of_image, fault_of_link};
    use crate::diagnostic::problem::Problem;

    fn tag(problem: Option<Problem>) -> String {
        match problem {
            Some(Problem::RawHtml { tag }) => tag,
            Some(Problem::ThirdPartyResource { host }) => format!("host {host}"),
            _ => String::new(),
        }
    }

    #[test]
    fn links_lead_to_known_kinds_of_places() {
        let good = "https://a.vn http://a.vn HTTPS://a.vn mailto:a@b.vn tel:+84205 @/documents/x \
                    #d3 mau-1.pdf ./mau:1.pdf ? 10:30";
        for destination in good.split_whitespace().chain(["", "không có"]) {
            assert_eq!(tag(fault_of_link(destination)), "", "{destination}");
        }
        let bad = [
            ("javascript:alert(1)", "javascript:"),
            ("JAVAscript:alert(1)", "javascript:"),
            (" java\tscript\n:alert(1)", "javascript:"),
            ("\u{1}data:text/html,x", "data:"),
            ("vbscript:x", "vbscript:"),
            ("file:///etc/passwd", "file:"),
            ("//evil.example", "//"),
            ("/\\evil.example", "//"),
            ("\\\\evil.example", "//"),
        ];
        for (destination, expected) in bad {
            assert_eq!(tag(fault_of_link(destination)), expected, "{destination}");
        }
    }

    #[test]
    fn images_are_files_of_the_item() {
        assert_eq!(tag(fault_of_image("bieu-do.png")), "");
        assert_eq!(
            tag(fault_of_image("https://u@cdn.example:8080/a.png")),
            "host cdn.example:8080"
        );
        assert_eq!(tag(fault_of_image("//cdn.example?x")), "host cdn.example");
        assert_eq!(tag(fault_of_image("data:image/png;base64,AA")), "data:");
        assert_eq!(tag(fault_of_image("mailto:a@b.vn")), "mailto:");
    }
}
