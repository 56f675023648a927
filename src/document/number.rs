//! Document numbers and types after Decree 30/2020: what a number says, taken apart.

/// A document number, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// Whether it begins with `M-`, the mark of a specimen.
    pub specimen: bool,
    /// The running number.
    pub running: String,
    /// The year, in normative documents.
    pub year: Option<i32>,
    /// The abbreviation of the type; none in letters.
    pub abbreviation: Option<String>,
    /// The symbol of the issuer.
    pub issuer: String,
    /// The unit, in letters.
    pub unit: Option<String>,
}

impl Number {
    /// Reads `<n>/<TYPE>-<ORG>`, `<n>/<year>/<TYPE>-<ORG>`, or for letters `<n>/<ORG>-<UNIT>`.
    /// `<n>` has no leading zero but in 01 to 09.
    pub fn parse(text: &str, letter: bool) -> Option<Self> {
        let (specimen, rest) = text.strip_prefix("M-").map_or((false, text), |it| (true, it));
        let (running, rest) = rest.split_once('/')?;
        if !is_running(running) {
            return None;
        }
        let running = running.to_owned();
        if letter {
            let (issuer, unit) = rest.split_once('-')?;
            if !(is_symbol(issuer) && unit.split('-').all(is_symbol)) {
                return None;
            }
            let (issuer, unit) = (issuer.to_owned(), Some(unit.to_owned()));
            return Some(Self { specimen, running, year: None, abbreviation: None, issuer, unit });
        }
        let (year, rest) = match rest.split_once('/') {
            Some((year, rest)) => (Some(year_of(year)?), rest),
            None => (None, rest),
        };
        // Laws and resolutions of the National Assembly carry the term: 104/2016/QH13.
        let term = rest.strip_prefix("QH").filter(|it| is_running(it) && year.is_some());
        let (abbreviation, issuer) = if term.is_some() {
            ("QH".to_owned(), rest.to_owned())
        } else {
            let (kind, issuer) = rest.split_once('-')?;
            if !(is_symbol(kind) && issuer.split('-').all(is_symbol)) {
                return None;
            }
            let kind = if kind == "NĐ" && issuer == "CP" { "NĐ-CP" } else { kind };
            (kind.to_owned(), issuer.to_owned())
        };
        let abbreviation = Some(abbreviation);
        Some(Self { specimen, running, year, abbreviation, issuer, unit: None })
    }

    /// The number as it is written.
    pub fn write(&self) -> String {
        let mark = if self.specimen { "M-" } else { "" };
        let year = self.year.map(|it| format!("{it}/")).unwrap_or_default();
        let symbols = match (&self.unit, self.abbreviation.as_deref()) {
            (Some(unit), _) => format!("{}-{unit}", self.issuer),
            (None, Some("QH")) if self.issuer.starts_with("QH") => self.issuer.clone(),
            (None, Some("NĐ-CP")) => "NĐ-CP".to_owned(),
            (None, Some(kind)) => format!("{kind}-{}", self.issuer),
            (None, None) => self.issuer.clone(),
        };
        format!("{mark}{}/{year}{symbols}", self.running)
    }
}

fn is_running(text: &str) -> bool {
    let digits = !text.is_empty() && text.len() <= 6 && text.bytes().all(|it| it.is_ascii_digit());
    digits && (!text.starts_with('0') || (text.len() == 2 && text != "00"))
}

fn year_of(text: &str) -> Option<i32> {
    let digits = text.len() == 4 && text.bytes().all(|it| it.is_ascii_digit());
    text.parse().ok().filter(|it| digits && (1945..=2200).contains(it))
}

fn is_symbol(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_alphabetic)
        && text.chars().all(|it| it.is_alphanumeric() || it == '&')
}

#[cfg(test)]
mod tests {
    use super::Number;

    fn parts(text: &str, letter: bool) -> Option<(String, Option<String>, String, Option<i32>)> {
        let it = Number::parse(text, letter)?;
        Some((it.running, it.abbreviation, it.issuer, it.year))
    }

    #[test]
    fn numbers_say_what_they_say() {
        let some = |a: &str, b: &str, c: &str, d| {
            Some((a.to_owned(), Some(b.to_owned()), c.to_owned(), d))
        };
        assert_eq!(parts("627/KH-SNgV", false), some("627", "KH", "SNgV", None));
        assert_eq!(parts("05/TB-SNgV", false), some("05", "TB", "SNgV", None));
        assert_eq!(parts("M-12/KH-MAU", false), some("12", "KH", "MAU", None));
        assert_eq!(parts("42/2022/NĐ-CP", false), some("42", "NĐ-CP", "CP", Some(2022)));
        assert_eq!(parts("01/2023/TT-VPCP", false), some("01", "TT", "VPCP", Some(2023)));
        assert_eq!(parts("104/2016/QH13", false), some("104", "QH", "QH13", Some(2016)));
        let letter = Number::parse("M-73/MAU-VP", true).unwrap();
        assert_eq!(letter.write(), "M-73/MAU-VP");
        for text in ["M-12/KH-MAU", "42/2022/NĐ-CP", "104/2016/QH13", "01/2023/TT-VPCP"] {
            assert_eq!(Number::parse(text, false).unwrap().write(), text);
        }
        assert_eq!((letter.issuer.as_str(), letter.unit.as_deref()), ("MAU", Some("VP")));
    }

    #[test]
    fn other_forms_are_refused() {
        for text in [
            "627-KH/SNgV",
            "0627/KH-SNgV",
            "/KH-SNgV",
            "627/KH",
            "627/KH-",
            "00/KH-A",
            "7/22/NĐ-CP",
            "",
        ] {
            assert_eq!(Number::parse(text, false), None, "{text}");
        }
        assert_eq!(Number::parse("73/MAU", true), None);
    }
}
