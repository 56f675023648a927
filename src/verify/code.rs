//! Document codes: ten symbols that a person can read out, the last of which checks the others.
//!
//! verification.md §2.1: `0123456789ABCDEFGHJKMNPQRSTVWXYZ`, check symbol `Σ α^(i+1)·d_i` over
//! GF(32) with `x⁵+x²+1` and α = 2. Every wrong symbol and every swap of two different symbols
//! is detected.

use std::fmt;

/// The symbols by value: Crockford's base 32, without I, L, O and U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Hyphens that stand between groups: the one on keyboards, and what typesetting makes of it.
const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];

/// Symbols of a public code, and of one that nobody guesses.
const LENGTH: usize = 10;
const LONG: usize = 20;

/// A public document code whose check symbol is right, as the values of its symbols.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code([u8; LENGTH]);

/// Why a text is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It has not ten symbols.
    Length,
    /// It has a character that no code has.
    Symbol,
    /// The last symbol does not agree with the others.
    Check {
        /// What it would have to be.
        expected: char,
    },
}

impl Code {
    /// Reads a code exactly as it is written in a register: ten symbols in upper case.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        values(text).map(Self)
    }

    /// Reads what people type: any case, spaces and hyphens, O for 0, I and L for 1.
    pub fn read(text: &str) -> Result<Self, Fault> {
        Self::parse(&typed(text))
    }

    /// A new code from nine random bytes; the low five bits of each count.
    pub fn from_random(bytes: [u8; LENGTH - 1]) -> Self {
        Self(checked(&bytes))
    }

    /// In groups of four: `K7M2-9QX4-TB`.
    pub fn grouped(self) -> String {
        groups(&self.to_string())
    }

    /// The address of the verification page below an address that ends in `/`.
    pub fn address(self, base_url: &str) -> String {
        format!("{}/V/{self}/", base_url.trim_end_matches('/'))
    }

    /// What the QR code says: the address with scheme and host in upper case, so that the
    /// symbol stays small; a path keeps its case (§2.4).
    pub fn qr_text(self, base_url: &str) -> String {
        qr_text(&self.to_string(), base_url)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0.map(symbol).iter().collect::<String>())
    }
}

/// The code of an unlisted record whose check symbol is right: nobody guesses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unlisted([u8; LONG]);

impl Unlisted {
    /// Reads a code exactly as it is written in a note: twenty symbols in upper case.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        values(text).map(Self)
    }

    /// Reads what people type, as [`Code::read`] does.
    pub fn read(text: &str) -> Result<Self, Fault> {
        Self::parse(&typed(text))
    }

    /// A new code from nineteen random bytes; the low five bits of each count.
    pub fn from_random(bytes: [u8; LONG - 1]) -> Self {
        Self(checked(&bytes))
    }

    /// In groups of four: `M4T6-P0WQ-2X8Z-B5JH-7RKD`.
    pub fn grouped(self) -> String {
        groups(&self.to_string())
    }

    /// What the QR code says, as of [`Code::qr_text`].
    pub fn qr_text(self, base_url: &str) -> String {
        qr_text(&self.to_string(), base_url)
    }
}

impl fmt::Display for Unlisted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0.map(symbol).iter().collect::<String>())
    }
}

/// The values of so many symbols, the last of which checks the others.
fn values<const N: usize>(text: &str) -> Result<[u8; N], Fault> {
    if text.chars().count() != N {
        return Err(Fault::Length);
    }
    let mut values = [0; N];
    for (place, it) in values.iter_mut().zip(text.chars()) {
        *place = value(it).ok_or(Fault::Symbol)?;
    }
    let expected = check_symbol(&values[..N - 1]);
    if expected == symbol(values[N - 1]) { Ok(values) } else { Err(Fault::Check { expected }) }
}

/// The values of random symbols and of the one that checks them.
fn checked<const N: usize>(random: &[u8]) -> [u8; N] {
    let mut values = [0; N];
    for (place, byte) in values.iter_mut().zip(random) {
        *place = byte % 32;
    }
    values[N - 1] = check_value(&values[..N - 1]);
    values
}

/// What somebody typed, as codes are written.
fn typed(text: &str) -> String {
    let symbols = text.chars().filter(|it| !it.is_whitespace() && !HYPHENS.contains(it));
    let meant = |it: char| match it.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    symbols.map(meant).collect()
}

fn groups(code: &str) -> String {
    let ends = (4..code.len()).step_by(4).chain([code.len()]);
    let groups: Vec<_> = (0..).step_by(4).zip(ends).map(|(from, to)| &code[from..to]).collect();
    groups.join("-")
}

fn qr_text(code: &str, base_url: &str) -> String {
    let url = base_url.trim_end_matches('/');
    let (scheme, rest) = url.split_once("://").unwrap_or(("https", url));
    let (host, path) = rest.find('/').map_or((rest, ""), |it| rest.split_at(it));
    let (scheme, host) = (scheme.to_ascii_uppercase(), host.to_ascii_uppercase());
    format!("{scheme}://{host}{path}/V/{code}/")
}

/// Whether a text is not empty and has only symbols of codes.
pub fn are_symbols(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|it| value(it).is_some())
}

/// The first word of a text that is the code of an unlisted record, in groups or not.
pub fn find_unlisted(text: &str) -> Option<&str> {
    let words = text.split(|it: char| !(it.is_alphanumeric() || it == '-'));
    words.filter(|it| it.len() >= 20).find(|it| is_unlisted(&it.replace('-', "")))
}

/// Whether a text is a code of an unlisted record: 20 symbols, the last of which is right.
pub fn is_unlisted(text: &str) -> bool {
    Unlisted::parse(text).is_ok()
}

/// The symbol that checks the others, which are given by their values 0 to 31; more than the
/// lowest five bits of a value do not count. Public codes have 9 others, unlisted ones 19.
pub fn check_symbol(values: &[u8]) -> char {
    symbol(check_value(values))
}

fn check_value(values: &[u8]) -> u8 {
    let terms = values.iter().scan(1, |power, value| {
        *power = times(*power, 2);
        Some(times(*power, value % 32))
    });
    terms.fold(0, |sum, it| sum ^ it)
}

fn symbol(value: u8) -> char {
    ALPHABET[usize::from(value % 32)].into()
}

fn value(symbol: char) -> Option<u8> {
    u8::try_from(ALPHABET.iter().position(|it| char::from(*it) == symbol)?).ok()
}

/// The product in GF(32) with the polynomial `x⁵+x²+1`.
fn times(mut a: u8, mut b: u8) -> u8 {
    let mut product = 0;
    while b > 0 {
        if b & 1 == 1 {
            product ^= a;
        }
        a = (a << 1) ^ if a & 16 > 0 { 0b10_0101 } else { 0 };
        b >>= 1;
    }
    product
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors() {
        for (symbols, check) in
            [("K7M29QX4T", 'B'), ("M4T6P0WQ2X8ZB5JH7RK", 'D'), ("000000000", '0')]
        {
            assert_eq!(check_symbol(&of(symbols)), check, "{symbols}");
        }
    }

    fn of(symbols: &str) -> Vec<u8> {
        symbols.chars().map(|it| value(it).unwrap()).collect()
    }

    #[test]
    fn the_symbols_by_value() {
        let all: String = (0..32).map(symbol).collect();
        assert_eq!(all, "0123456789ABCDEFGHJKMNPQRSTVWXYZ");
        assert!((0..32).all(|it| value(symbol(it)) == Some(it)));
        assert!("ILOUilou a-é".chars().all(|it| value(it).is_none()));
    }

    #[test]
    fn in_unlisted_codes_too_every_wrong_symbol_and_every_swap_is_found() {
        let holds = |it: &[u8]| check_symbol(&it[..19]) == symbol(it[19]);
        let code = of("M4T6P0WQ2X8ZB5JH7RKD");
        for at in 0..20 {
            for other in 0..32 {
                let mut wrong = code.clone();
                wrong[at] = other;
                assert_eq!(holds(&wrong), wrong == code, "{at} {other}");
            }
            for other in 0..20 {
                let mut swapped = code.clone();
                swapped.swap(at, other);
                assert_eq!(holds(&swapped), swapped == code, "{at} {other}");
            }
        }
    }

    #[test]
    fn new_codes_count_the_low_five_bits() {
        let bytes = [19, 7 + 32, 20 + 64, 2 + 96, 9 + 128, 23 + 160, 29 + 192, 4 + 224, 26];
        assert_eq!(Code::from_random(bytes).to_string(), "K7M29QX4TB");
        for it in 0..=255 {
            let code = Code::from_random([it, 1, it, 3, it, 5, it, 7, it]);
            assert_eq!(Code::parse(&code.to_string()), Ok(code));
            assert_eq!(Code::read(&code.grouped().to_lowercase()), Ok(code));
        }
    }

    #[test]
    fn every_wrong_symbol_and_every_swap_is_found() {
        for text in ["K7M29QX4TB", "000YFYQ1TR", "DVJZAS54P8"] {
            assert_eq!(Code::parse(text).unwrap().to_string(), text);
            for at in 0..LENGTH {
                for symbol in ALPHABET {
                    let mut wrong = text.as_bytes().to_vec();
                    wrong[at] = *symbol;
                    let wrong = String::from_utf8(wrong).unwrap();
                    assert_eq!(Code::parse(&wrong).is_ok(), wrong == text, "{wrong}");
                }
                for other in 0..LENGTH {
                    let mut swapped = text.as_bytes().to_vec();
                    swapped.swap(at, other);
                    let swapped = String::from_utf8(swapped).unwrap();
                    assert_eq!(Code::parse(&swapped).is_ok(), swapped == text, "{swapped}");
                }
            }
        }
    }

    #[test]
    fn codes_that_nobody_guesses() {
        let code = Unlisted::read("m4t6-pOwq 2x8z-b5jh-7rkd").unwrap();
        assert_eq!(code.to_string(), "M4T6P0WQ2X8ZB5JH7RKD");
        assert_eq!(code.grouped(), "M4T6-P0WQ-2X8Z-B5JH-7RKD");
        assert_eq!(code.qr_text("https://a.vn/"), "HTTPS://A.VN/V/M4T6P0WQ2X8ZB5JH7RKD/");
        assert_eq!(Unlisted::read("K7M29QX4TB"), Err(Fault::Length));
        for it in 0..=255 {
            let code = Unlisted::from_random([it; 19]);
            assert_eq!(Unlisted::parse(&code.to_string()), Ok(code));
        }
    }

    #[test]
    fn people_may_type_as_they_like() {
        let code = Code::parse("K7M29QX4TB").unwrap();
        assert_eq!(Code::read(" k7m2-9qx4 tb "), Ok(code));
        assert_eq!(Code::read("K7M2\u{2011}9QX4\u{2010}TB"), Ok(code));
        assert_eq!(Code::read("oooyfyqitr"), Code::parse("000YFYQ1TR"));
        assert_eq!(code.grouped(), "K7M2-9QX4-TB");
        assert_eq!(Code::read("lO0"), Err(Fault::Length));
        assert_eq!(Code::read(""), Err(Fault::Length));
        assert_eq!(Code::read("M4T6P0WQ2X8ZB5JH7RKD"), Err(Fault::Length));
        assert_eq!(Code::read("K7M29QX4TU"), Err(Fault::Symbol));
        assert_eq!(Code::read("K7M29QX4TC"), Err(Fault::Check { expected: 'B' }));
        assert_eq!(Code::parse("k7m29qx4tb"), Err(Fault::Symbol));
        assert_eq!(Code::parse("K7M2-9QX4-TB"), Err(Fault::Length));
        assert_eq!(Code::parse(" K7M29QX4TB"), Err(Fault::Length));
        assert_eq!(Code::parse("K7M29QX4TĐ"), Err(Fault::Symbol));
    }

    #[test]
    fn addresses() {
        let code = Code::parse("K7M29QX4TB").unwrap();
        let url = "https://songoaivu.example/";
        assert_eq!(code.qr_text(url), "HTTPS://SONGOAIVU.EXAMPLE/V/K7M29QX4TB/");
        assert_eq!(code.address(url), "https://songoaivu.example/V/K7M29QX4TB/");
        assert_eq!(code.address("https://a.vn/Sub"), "https://a.vn/Sub/V/K7M29QX4TB/");
        assert_eq!(code.qr_text("https://a.vn"), "HTTPS://A.VN/V/K7M29QX4TB/");
        assert_eq!(code.qr_text("http://a.vn:8080/"), "HTTP://A.VN:8080/V/K7M29QX4TB/");
        assert_eq!(code.qr_text("https://a.vn/Sub/"), "HTTPS://A.VN/Sub/V/K7M29QX4TB/");
    }
}
