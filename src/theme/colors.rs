//! The colours of a site: the theme's own, those of the settings, and whether people can read them.

use std::collections::BTreeMap;

use crate::diagnostic::problem::{Problem, Word};
use crate::diagnostic::{Diagnostics, Span};
use crate::project::Project;

/// Name, then the colour on a light screen, on a dark one, and on paper.
const TOKENS: &[(&str, [&str; 3])] = &[
    ("text", ["#1b1d21", "#eceae5", "#000000"]),
    ("muted", ["#565b64", "#a9afba", "#333333"]),
    ("background", ["#f6f5f2", "#14161a", "#ffffff"]),
    ("sheet", ["#ffffff", "#1b1e24", "#ffffff"]),
    ("line", ["#dcd9d2", "#343943", "#999999"]),
    ("accent", ["#17498c", "#8ab8ff", "#000000"]),
    ("accent-soft", ["#e9f0fa", "#1d2a3d", "#ffffff"]),
    ("seal", ["#a8201a", "#ff8a80", "#a8201a"]),
    ("seal-soft", ["#fbecea", "#3a1e1d", "#ffffff"]),
    ("good", ["#1f6b3a", "#7ed69a", "#000000"]),
    ("warn", ["#8a5a00", "#f0c265", "#000000"]),
];

/// The names of the schemes, as the settings write them; paper is not set.
const SCHEMES: [&str; 3] = ["light", "dark", "print"];

/// What stands on what. All of it is text, so all of it needs 4.5:1 (WCAG 2.2, 1.4.3).
const PAIRS: &[(&str, &str)] = &[
    ("text", "background"),
    ("text", "sheet"),
    ("text", "accent-soft"),
    ("text", "seal-soft"),
    ("muted", "background"),
    ("muted", "sheet"),
    ("muted", "accent-soft"),
    ("accent", "background"),
    ("accent", "sheet"),
    ("accent", "accent-soft"),
    ("sheet", "accent"),
    ("seal", "sheet"),
    ("seal", "seal-soft"),
    ("good", "sheet"),
    ("warn", "sheet"),
    ("sheet", "warn"),
];

const LEAST: f64 = 4.5;

/// The rules of the three schemes, for the start of the style sheet. What is no colour, and what
/// cannot be read on what it stands on, is reported.
pub(super) fn rules(project: &Project, diagnostics: &mut Diagnostics) -> String {
    let mut rules = String::new();
    for (scheme, name) in SCHEMES.iter().enumerate() {
        let mut colors: BTreeMap<&str, (&str, Option<Span>)> =
            TOKENS.iter().map(|(token, colors)| (*token, (colors[scheme], None))).collect();
        for (token, color) in project.colors.get(*name).into_iter().flatten() {
            if channels(&color.value).is_some() && crate::schema::is_slug(token) {
                colors.insert(token, (&color.value, Some(color.span)));
            } else {
                let problem = Problem::WrongType {
                    key: token.clone(),
                    r#type: Word("type-color".to_owned()),
                    example: format!("{token} = \"#1d4f91\""),
                };
                diagnostics.push(problem, color.span);
            }
        }
        contrast(&colors, diagnostics);
        let mut properties = String::new();
        for (token, (color, _)) in &colors {
            properties.extend(["--", token, ":", color, ";"]);
        }
        let rule = format!(":root{{{properties}}}");
        match *name {
            "light" => rules.extend([&rule, "\n"]),
            "dark" => rules.extend(["@media (prefers-color-scheme:dark){", &rule, "}\n"]),
            // Paper is white whatever the screen is: it stands last.
            _ => rules.extend(["@media print{", &rule, "}\n"]),
        }
    }
    rules
}

/// Reports each colour of the settings that is too faint, with the pair that is the faintest. The
/// theme's own pairs are a test's concern.
fn contrast(colors: &BTreeMap<&str, (&str, Option<Span>)>, diagnostics: &mut Diagnostics) {
    let mut faintest = BTreeMap::<Span, (f64, Problem)>::new();
    for (front, back) in PAIRS {
        let (Some((a, at)), Some((b, on))) = (colors.get(front), colors.get(back)) else {
            continue;
        };
        let (Some(ratio), Some(span)) = (ratio(a, b), at.or(*on)) else { continue };
        if ratio < LEAST {
            let problem = Problem::Contrast {
                a: format!("{front} {a}"),
                b: format!("{back} {b}"),
                ratio: format!("{ratio:.1}"),
            };
            match faintest.get(&span) {
                Some((other, _)) if *other <= ratio => {}
                _ => _ = faintest.insert(span, (ratio, problem)),
            }
        }
    }
    for (span, (_, problem)) in faintest {
        diagnostics.push(problem, span);
    }
}

/// `#rgb` or `#rrggbb` as red, green and blue.
fn channels(color: &str) -> Option<[u8; 3]> {
    let digits =
        color.strip_prefix('#').filter(|it| it.bytes().all(|it| it.is_ascii_hexdigit()))?;
    let channel = |text: &str| u8::from_str_radix(text, 16).ok();
    match digits.len() {
        3 => {
            let mut short = [0; 3];
            for (at, to) in short.iter_mut().enumerate() {
                *to = channel(&digits[at..=at])? * 17;
            }
            Some(short)
        }
        6 => Some([channel(&digits[..2])?, channel(&digits[2..4])?, channel(&digits[4..])?]),
        _ => None,
    }
}

/// The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio").
fn ratio(a: &str, b: &str) -> Option<f64> {
    let (a, b) = (luminance(channels(a)?), luminance(channels(b)?));
    Some((a.max(b) + 0.05) / (a.min(b) + 0.05))
}

/// WCAG 2.2, "relative luminance".
fn luminance(channels: [u8; 3]) -> f64 {
    let linear = |it: u8| {
        let it = f64::from(it) / 255.0;
        if it <= 0.04045 { it / 12.92 } else { ((it + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = channels.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_as_the_standard_computes_it() {
        let rounded = |a, b| ratio(a, b).map(|it| format!("{it:.2}"));
        assert_eq!(rounded("#000", "#ffffff").as_deref(), Some("21.00"));
        assert_eq!(rounded("#777777", "#fff").as_deref(), Some("4.48"));
        assert_eq!(rounded("#767676", "#fff").as_deref(), Some("4.54"));
        assert_eq!(ratio("red", "#fff"), None);
    }

    #[test]
    fn the_theme_can_be_read_in_every_scheme() {
        let color = |token: &str, scheme: usize| {
            TOKENS.iter().find(|(it, _)| *it == token).map(|(_, colors)| colors[scheme])
        };
        for (scheme, name) in SCHEMES.iter().enumerate() {
            for (front, back) in PAIRS {
                let pair = color(front, scheme).zip(color(back, scheme));
                let ratio = pair.and_then(|(a, b)| ratio(a, b)).expect("both are colours");
                assert!(ratio >= LEAST, "{name}: {front} on {back} is {ratio:.2}");
            }
        }
    }
}
