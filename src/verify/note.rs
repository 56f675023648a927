//! Signed notes: a text, and who vouches for it (C2SP signed-note, tlog-cosignature).
//!
//! As strict as the strictest known reader: what is not written exactly as the formats say is
//! refused, and a signature of a known key that does not verify spoils the note.

use std::fmt;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use ed25519_dalek::{Signature as Ed25519, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest as _, Sha256};

/// The largest note, in bytes.
pub const NOTE_LIMIT: usize = 64 * 1024;

/// The most lines with signatures.
const SIGNATURE_LIMIT: usize = 64;

/// What a key signs, by the byte that stands before it in its written form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    /// The text itself: 0x01.
    Ed25519 = 1,
    /// The text with the time at which a witness saw it: 0x04.
    Cosignature = 4,
}

/// The public half of a key, with its name: `NAME+ID+BASE64`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    name: String,
    id: [u8; 4],
    algorithm: Algorithm,
    public: VerifyingKey,
}

/// Why something is not a key, a note, or signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A key that is not written as one, whose id is not its own, or which proves nothing.
    Key,
    /// More than [`NOTE_LIMIT`] bytes or too many signatures.
    Large,
    /// Not UTF-8, a control character, or no line feed at the end.
    Text,
    /// No empty line before the signatures, or no signature.
    NoSignature,
    /// A line among the signatures that is none, counted from one.
    Line(usize),
    /// Two signatures by one key.
    Twice(String),
    /// A signature of a known key that does not verify.
    Wrong(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key => write!(f, "not a verifier key"),
            Self::Large => write!(f, "too large"),
            Self::Text => write!(f, "not a text"),
            Self::NoSignature => write!(f, "no signature"),
            Self::Line(line) => write!(f, "line {line} is not a signature"),
            Self::Twice(name) => write!(f, "{name} signed twice"),
            Self::Wrong(name) => write!(f, "{name} does not verify"),
        }
    }
}

impl Key {
    /// The key of a name and a public key.
    pub fn new(name: &str, algorithm: Algorithm, key: VerifyingKey) -> Self {
        let name = name.to_owned();
        let hash = Sha256::new()
            .chain_update(&name)
            .chain_update([b'\n', algorithm as u8])
            .chain_update(key.as_bytes())
            .finalize();
        Self { name, id: [hash[0], hash[1], hash[2], hash[3]], algorithm, public: key }
    }

    /// Reads a written key.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let parts =
            text.split_once('+').and_then(|(name, rest)| Some((name, rest.split_once('+')?)));
        let Some((name, (_, bytes))) = parts else { return Err(Fault::Key) };
        let bytes = BASE64_STANDARD.decode(bytes).map_err(|_| Fault::Key)?;
        let [algorithm, key @ ..] = &bytes[..] else { return Err(Fault::Key) };
        let algorithm = match algorithm {
            1 => Algorithm::Ed25519,
            4 => Algorithm::Cosignature,
            _ => return Err(Fault::Key),
        };
        let key = key.try_into().map_err(|_| Fault::Key)?;
        let key = VerifyingKey::from_bytes(key).map_err(|_| Fault::Key)?;
        let read = Self::new(name, algorithm, key);
        // A key of small order lets anybody sign. The id is compared with the rest.
        let fits = is_name(name) && !key.is_weak() && read.to_string() == text;
        fits.then_some(read).ok_or(Fault::Key)
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What it signs.
    pub fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// Whether it claims to have made a signature.
    fn made(&self, signature: &Signature) -> bool {
        self.name == signature.name && self.id == signature.id
    }

    /// The time of a cosignature in seconds since 1970, or none, if the signature verifies.
    fn verify(&self, text: &str, signature: &Signature) -> Result<Option<u64>, Fault> {
        let wrong = || Fault::Wrong(self.name.clone());
        let (time, bytes) = match self.algorithm {
            Algorithm::Ed25519 => (None, &signature.bytes[..]),
            Algorithm::Cosignature => {
                let (time, bytes) = signature.bytes.split_first_chunk().ok_or_else(wrong)?;
                (Some(u64::from_be_bytes(*time)), bytes)
            }
        };
        let text = match time {
            Some(time) => cosigned(text, time),
            None => text.to_owned(),
        };
        let signature = Ed25519::from_slice(bytes).map_err(|_| wrong())?;
        self.public.verify_strict(text.as_bytes(), &signature).map_err(|_| wrong())?;
        Ok(time)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = vec![self.algorithm as u8];
        bytes.extend(self.public.as_bytes());
        write!(f, "{}+{}+{}", self.name, hex(&self.id), BASE64_STANDARD.encode(bytes))
    }
}

/// What a witness signs: the time stands before the text.
fn cosigned(text: &str, time: u64) -> String {
    format!("cosignature/v1\ntime {time}\n{text}")
}

/// One signature of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The name of the key.
    pub name: String,
    id: [u8; 4],
    bytes: Vec<u8>,
}

impl Signature {
    /// Signs a text.
    pub fn new(name: &str, key: &SigningKey, text: &str) -> Self {
        let public = Key::new(name, Algorithm::Ed25519, key.verifying_key());
        let bytes = key.sign(text.as_bytes()).to_bytes().to_vec();
        Self { name: public.name, id: public.id, bytes }
    }

    /// Signs a text as a witness that sees it at a time, in seconds since 1970.
    pub fn cosign(name: &str, key: &SigningKey, text: &str, time: u64) -> Self {
        let public = Key::new(name, Algorithm::Cosignature, key.verifying_key());
        let mut bytes = time.to_be_bytes().to_vec();
        bytes.extend(key.sign(cosigned(text, time).as_bytes()).to_bytes());
        Self { name: public.name, id: public.id, bytes }
    }

    fn parse(line: &str) -> Option<Self> {
        let (name, bytes) = line.strip_prefix("— ")?.split_once(' ')?;
        let bytes = BASE64_STANDARD.decode(bytes).ok()?;
        let (id, bytes) = bytes.split_first_chunk()?;
        let (name, id, bytes) = (name.to_owned(), *id, bytes.to_vec());
        (is_name(&name) && !bytes.is_empty()).then_some(Self { name, id, bytes })
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = self.id.to_vec();
        bytes.extend(&self.bytes);
        write!(f, "— {} {}", self.name, BASE64_STANDARD.encode(bytes))
    }
}

/// A text with its signatures. Written, it is the bytes that were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The text, which ends with a line feed.
    pub text: String,
    /// The signatures, in their order.
    pub signatures: Vec<Signature>,
}

/// A known key that signed a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signed<'a> {
    /// The key.
    pub key: &'a Key,
    /// When, if it is a witness: seconds since 1970.
    pub time: Option<u64>,
}

impl Note {
    /// Reads a note.
    pub fn parse(bytes: &[u8]) -> Result<Self, Fault> {
        if bytes.len() > NOTE_LIMIT {
            return Err(Fault::Large);
        }
        let whole = str::from_utf8(bytes).map_err(|_| Fault::Text)?;
        if !whole.ends_with('\n') || whole.bytes().any(|it| it < b' ' && it != b'\n') {
            return Err(Fault::Text);
        }
        let split = whole.rfind("\n\n").ok_or(Fault::NoSignature)?;
        let (text, lines) = (&whole[..=split], &whole[split + 2..]);
        let first = text.matches('\n').count() + 2;
        let mut signatures = Vec::<Signature>::new();
        for (number, line) in (first..).zip(lines.lines()) {
            let signature = Signature::parse(line).ok_or(Fault::Line(number))?;
            let is_same = |it: &Signature| it.name == signature.name && it.id == signature.id;
            if signatures.iter().any(is_same) {
                return Err(Fault::Twice(signature.name));
            }
            if signatures.len() == SIGNATURE_LIMIT {
                return Err(Fault::Large);
            }
            signatures.push(signature);
        }
        let note = Self { text: text.to_owned(), signatures };
        if note.signatures.is_empty() {
            return Err(Fault::NoSignature);
        }
        // What a reader could take in two ways would be written in another way.
        (note.to_string() == whole).then_some(note).ok_or(Fault::Line(first))
    }

    /// The known keys that signed. A signature of one of them that does not verify is a fault;
    /// those of others are passed over.
    pub fn signed_by<'a>(
        &self,
        keys: impl IntoIterator<Item = &'a Key>,
    ) -> Result<Vec<Signed<'a>>, Fault> {
        let mut signed = Vec::new();
        for key in keys {
            for signature in self.signatures.iter().filter(|it| key.made(it)) {
                signed.push(Signed { key, time: key.verify(&self.text, signature)? });
            }
        }
        Ok(signed)
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures.iter().try_for_each(|it| writeln!(f, "{it}"))
    }
}

/// Whether a key may have a name: something, without spaces and `+`.
fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(|it: char| it.is_whitespace() || it == '+')
}

/// Bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |it: u8| char::from_digit(it.into(), 16).unwrap_or_default();
    bytes.iter().flat_map(|it| [digit(it >> 4), digit(it & 15)]).collect()
}

/// So many bytes from lower-case hexadecimal digits.
pub fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digit = |it: &u8| match it {
        b'0'..=b'9' => Some(it - b'0'),
        b'a'..=b'f' => Some(it - b'a' + 10),
        _ => None,
    };
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let bytes = pairs.iter().map(|[high, low]| Some(digit(high)? << 4 | digit(low)?));
    let bytes: Option<Vec<u8>> = bytes.collect();
    bytes.filter(|_| rest.is_empty())?.try_into().ok()
}
