//! Key files: PKCS#8 in PEM, encrypted with a passphrase, as `openssl` reads them.

use std::fmt;

use ed25519_dalek::SigningKey;
use pkcs8::der::asn1::OctetStringRef;
use pkcs8::pkcs5::{pbes2, scrypt};
use pkcs8::spki::AlgorithmIdentifierRef;
use pkcs8::{EncryptedPrivateKeyInfoRef, LineEnding, ObjectIdentifier, PrivateKeyInfoRef};
use pkcs8::{SecretDocument, der::Decode as _};
use zeroize::Zeroizing;

use crate::verify::note::{Algorithm, Key, Signature};
use crate::verify::replay::{Keyholder, Role, State};

/// Ed25519 (RFC 8410).
const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");

/// What stands before the 32 bytes of a key: an octet string within the octet string.
const WRAP: [u8; 2] = [0x04, 0x20];

/// The cost of a guess: N = 2¹⁴, r = 8, p = 1. OpenSSL refuses a larger N.
const COST: (u8, u32, u32) = (14, 8, 1);

const PLAIN: &str = "PRIVATE KEY";
const ENCRYPTED: &str = "ENCRYPTED PRIVATE KEY";

/// A name and the private key that signs under it: the only holder of one. The key is wiped when it
/// is dropped, and nothing prints it.
pub struct Signer {
    name: String,
    key: SigningKey,
}

/// The name of the `number`th key of a role, counted from one. All keys of the log bear the name of
/// the register.
pub fn name(role: Role, number: usize, host: &str, origin: &str) -> String {
    match role {
        Role::Log => origin.to_owned(),
        _ => format!("{host}/{}-{number}", role.word()),
    }
}

/// The file of the `number`th key of a role.
pub fn file(role: Role, number: usize) -> String {
    format!("{}-{number}.pem", role.word())
}

/// The keys of a role that may sign the next entry, each with its number among those that ever were.
pub fn active(state: &State, role: Role) -> impl Iterator<Item = (usize, &Keyholder)> {
    let all = state.holders.iter().filter(move |it| it.role == role);
    (1..).zip(all).filter(|it| it.1.is_active(state.size()))
}

/// Why a key file gives no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Locked {
    /// It is no PEM of an encrypted private key.
    NotAKey,
    /// It is a key of another kind than Ed25519.
    OtherKind,
    /// Its passphrase is another one.
    Passphrase,
}

impl Locked {
    /// The message that says it.
    pub fn message(self) -> &'static str {
        match self {
            Self::NotAKey => "cause-key-file",
            Self::OtherKind => "cause-key-kind",
            Self::Passphrase => "cause-passphrase",
        }
    }
}

impl Signer {
    /// The signer of a name and 32 random bytes.
    pub fn new(name: &str, seed: &[u8; 32]) -> Self {
        Self { name: name.to_owned(), key: SigningKey::from_bytes(seed) }
    }

    /// Opens a key file with its passphrase.
    pub fn open(name: &str, pem: &str, passphrase: &str) -> Result<Self, Locked> {
        let (label, document) = SecretDocument::from_pem(pem).map_err(|_| Locked::NotAKey)?;
        if label != ENCRYPTED {
            return Err(Locked::NotAKey);
        }
        let sealed = EncryptedPrivateKeyInfoRef::from_der(document.as_bytes());
        let sealed = sealed.map_err(|_| Locked::NotAKey)?;
        let opened = sealed.decrypt(passphrase).map_err(|_| Locked::Passphrase)?;
        Self::read(name, &opened)
    }

    /// A key that is not encrypted. Only for keys that never were a file.
    pub fn unlocked(name: &str, pem: &str) -> Result<Self, Locked> {
        let (label, document) = SecretDocument::from_pem(pem).map_err(|_| Locked::NotAKey)?;
        if label == PLAIN { Self::read(name, &document) } else { Err(Locked::NotAKey) }
    }

    fn read(name: &str, document: &SecretDocument) -> Result<Self, Locked> {
        let info = PrivateKeyInfoRef::from_der(document.as_bytes());
        let info = info.map_err(|_| Locked::NotAKey)?;
        if info.algorithm.oid != ED25519 {
            return Err(Locked::OtherKind);
        }
        let seed = info.private_key.as_bytes().strip_prefix(&WRAP);
        let seed = seed.and_then(|it| <&[u8; 32]>::try_from(it).ok()).ok_or(Locked::NotAKey)?;
        Ok(Self::new(name, seed))
    }

    /// The key file: encrypted with a passphrase, with random bytes that no other file has.
    ///
    /// # Panics
    ///
    /// Never: only 32 bytes are encrypted, at a cost that is a constant.
    pub fn lock(&self, passphrase: &str, salt: &[u8; 16], iv: [u8; 16]) -> String {
        let mut wrapped = Zeroizing::new([0; WRAP.len() + 32]);
        wrapped[..WRAP.len()].copy_from_slice(&WRAP);
        wrapped[WRAP.len()..].copy_from_slice(self.key.as_bytes());
        let algorithm = AlgorithmIdentifierRef { oid: ED25519, parameters: None };
        let (log_n, r, p) = COST;
        let write = || {
            let cost = scrypt::Params::new(log_n, r, p).ok()?;
            let scheme = pbes2::Parameters::generate_scrypt_aes256cbc(cost, salt, iv).ok()?;
            // Without its public half it is version 0, which every OpenSSL reads.
            let info = PrivateKeyInfoRef::new(algorithm, OctetStringRef::new(&*wrapped).ok()?);
            let sealed = info.encrypt_with_params(scheme, passphrase).ok()?;
            Some(sealed.to_pem(ENCRYPTED, LineEnding::LF).ok()?.as_str().to_owned())
        };
        write().expect("32 bytes and constants of ours are always encrypted")
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The public half.
    pub fn public(&self) -> Key {
        Key::new(&self.name, Algorithm::Ed25519, self.key.verifying_key())
    }

    /// Signs the text of a note.
    pub fn sign(&self, text: &str) -> Signature {
        Signature::new(&self.name, &self.key, text)
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.public())
    }
}

#[cfg(test)]
mod tests {
    use super::{Locked, Signer};

    const OTHER: &str = "-----BEGIN PRIVATE KEY-----\n\
        MC4CAQAwBQYDK2VuBCIEIAcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcH\n\
        -----END PRIVATE KEY-----\n";

    #[test]
    fn a_locked_key_is_opened_by_its_passphrase_alone() {
        let signer = Signer::new("songoaivu.example/registrar-1", &[3; 32]);
        let pem = signer.lock("mật khẩu", &[1; 16], [2; 16]);
        assert!(pem.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
        let opened = Signer::open(signer.name(), &pem, "mật khẩu").unwrap();
        assert_eq!(opened.public(), signer.public());
        assert_eq!(opened.sign("a\n"), signer.sign("a\n"));
        assert_eq!(Signer::open("a/b", &pem, "mat khau").unwrap_err(), Locked::Passphrase);
        assert_eq!(Signer::open("a/b", &pem[..200], "mật khẩu").unwrap_err(), Locked::NotAKey);
        assert_eq!(Signer::open("a/b", "", "").unwrap_err(), Locked::NotAKey);
        assert_eq!(Signer::unlocked("a/b", &pem).unwrap_err(), Locked::NotAKey);
        assert_ne!(pem, signer.lock("mật khẩu", &[2; 16], [2; 16]));
    }

    #[test]
    fn keys_of_another_kind_and_keys_without_a_lock_are_told_apart() {
        // X25519: for encryption, not for signatures.
        assert_eq!(Signer::unlocked("a/b", OTHER).unwrap_err(), Locked::OtherKind);
        assert_eq!(Signer::open("a/b", OTHER, "").unwrap_err(), Locked::NotAKey);
        let plain = OTHER.replace("ZuBC", "ZwBC").replace("K2Vu", "K2Vw");
        let signer = Signer::unlocked("a/b", &plain).unwrap();
        assert_eq!(signer.public(), Signer::new("a/b", &[7; 32]).public());
        let shown = format!("{signer:?}");
        assert!(shown.starts_with("a/b+") && !shown.contains("0707") && !shown.contains("BwcH"));
    }
}
