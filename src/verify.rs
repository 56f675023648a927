//! Verification: what a stranger needs in order to trust one printed page.
//!
//! Uses nothing else of this crate, no file, no clock and no network. [`verify`] takes what somebody
//! holds, what the register says and what they trust, and gives a [`Finding`].

pub mod code;
pub mod note;
pub mod tree;
pub mod tile;
pub mod checkpoint;
pub mod time;
pub mod entry;
pub mod replay;
mod rules;
pub mod receipt;
pub mod unlisted;
mod tags;
pub mod plain;
pub mod verdict;
pub mod files;
pub mod audit;

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use checkpoint::Policy;
use code::{Code, Unlisted};
use entry::Entry;
use note::{Key, Note, hex, unhex};
use receipt::{Holder, Receipt};
use replay::{Anchors, Fault, Placed, Record, Shown, Standing, State};
use time::{DAY, Day};
use unlisted::Folder;
use verdict::{Finding, Reason, Verdict};

/// Reads a fingerprint: 64 hex digits, in groups or not, in either case.
pub fn fingerprint(text: &str) -> Option<tree::Hash> {
    let digits: String = text.chars().filter(|it| !it.is_whitespace() && *it != '-').collect();
    unhex(&digits.to_ascii_lowercase())
}

/// What somebody holds.
#[derive(Debug, Clone, Copy)]
pub enum Evidence<'a> {
    /// A code as it is typed.
    Code(&'a str),
    /// What a QR code says.
    Address(&'a str),
    /// The bytes of a file, and the code that stands on it, if that is known.
    File(&'a [u8], Option<&'a str>),
    /// A receipt.
    Receipt(&'a [u8]),
    /// The file of the holder of an unlisted record.
    Holder(&'a [u8]),
}

/// A register as it was found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// The entries, those that no checkpoint covers included.
    pub entries: Vec<Vec<u8>>,
    /// The checkpoint.
    pub checkpoint: Vec<u8>,
    /// The newest checkpoint that enough witnesses had seen, where it is another one.
    pub cosigned: Option<Vec<u8>>,
    /// The tiles that are published, by their paths below the prefix.
    pub tiles: Vec<(String, Vec<u8>)>,
    /// The codes that have a page, where that is known.
    pub published: Vec<String>,
    /// What the pages of unlisted records say, by their codes: no register vouches for it.
    pub unlisted: BTreeMap<String, Standing>,
}

/// What a reader trusts.
#[derive(Debug, Clone, Default)]
pub struct Trust {
    /// The hash of the first entry.
    pub fingerprint: Option<tree::Hash>,
    /// Whose checkpoints count, and which witnesses have to have seen them.
    pub policy: Option<Policy>,
    /// Root and registrar keys, for receipts without a register.
    pub signers: Vec<Key>,
    /// How many days the newest cosignature may be old.
    pub max_age: Option<u32>,
    /// The folders of unlisted records, where the office itself asks.
    pub unlisted: Option<Vec<Folder>>,
}

/// Says what is known of what somebody holds, on a day.
pub fn verify(
    evidence: Evidence<'_>,
    register: Option<&Found>,
    trust: &Trust,
    day: Day,
) -> Finding {
    if let Evidence::Code(text) = evidence
        && Unlisted::read(text).is_err()
        && let Err(fault) = Code::read(text)
    {
        let is_typing = !matches!(fault, code::Fault::Length);
        return Finding::of(if is_typing { Reason::Mistyped } else { Reason::UnknownCode });
    }
    let Some(register) = register else {
        return match evidence {
            Evidence::Receipt(bytes) => alone(bytes, trust).map_or_else(|it| *it, |it| it.1),
            Evidence::Holder(bytes) => holder(bytes, trust),
            _ => Finding::of(Reason::NoAnchor),
        };
    };
    let ready = match Ready::new(register, trust) {
        Ok(ready) => ready,
        Err(finding) => return *finding,
    };
    let finding = match evidence {
        Evidence::Code(text) => ready.typed(text, day),
        Evidence::Address(text) => ready.address(text, day),
        Evidence::File(bytes, code) => ready.file(bytes, code, day),
        Evidence::Receipt(bytes) => ready.receipt(bytes, trust, day),
        Evidence::Holder(bytes) => {
            let finding = holder(bytes, &ready.trusting(trust));
            let page = finding.code.as_ref().and_then(|it| register.unlisted.get(it)).copied();
            let standing = finding.standing.or(page);
            Finding { specimen: ready.state.specimen, standing, ..finding }
        }
    };
    ready.aged(finding, trust, day)
}

/// When witnesses saw a register.
#[derive(Debug, Default)]
struct Seen {
    /// Sizes of checkpoints and when enough witnesses had seen them.
    cosigned: Vec<(u64, u64)>,
    /// The newest time at which enough had, and who they were.
    newest: Option<u64>,
    cosignatures: BTreeMap<String, u64>,
}

impl Seen {
    /// Fails where a checkpoint cannot be read, or a witness did not sign it rightly.
    fn of(found: &Found, policy: &Policy) -> Result<Self, ()> {
        let mut seen = Self::default();
        for bytes in [Some(&found.checkpoint), found.cosigned.as_ref()].into_iter().flatten() {
            let read = policy.seen(bytes).ok_or(())?;
            if let Some(time) = read.newest {
                seen.cosigned.push((read.size, time));
                if seen.newest.is_none_or(|it| it < time) {
                    seen.newest = Some(time);
                    seen.cosignatures = read.times;
                }
            }
        }
        Ok(seen)
    }
}

/// A register that keeps its rules.
struct Ready<'a> {
    found: &'a Found,
    state: State,
    cosignatures: BTreeMap<String, u64>,
    /// The newest time at which enough witnesses saw it.
    seen: Option<u64>,
    /// How many entries enough witnesses saw, where any are asked for.
    witnessed: Option<u64>,
    no_witness: bool,
}

impl<'a> Ready<'a> {
    fn new(found: &'a Found, trust: &Trust) -> Result<Self, Box<Finding>> {
        if trust.fingerprint.is_none() {
            return Err(Box::new(Finding::of(Reason::NoAnchor)));
        }
        let nobody = Policy::default();
        let policy = trust.policy.as_ref().unwrap_or(&nobody);
        let seen =
            Seen::of(found, policy).map_err(|()| Box::new(Finding::of(Reason::Signature)))?;
        let anchors = Anchors { fingerprint: trust.fingerprint, cosigned: seen.cosigned };
        let state = replay::replay(&found.entries, &found.checkpoint, &anchors)
            .map_err(|it| Box::new(Finding::broken(it)))?;
        if let Some(path) = differing_tiles(found, &state.tree).next() {
            let text = format!("tile {path} differs");
            let fault = Fault { rule: replay::Rule::Tree, index: None, text };
            return Err(Box::new(Finding { specimen: state.specimen, ..Finding::broken(fault) }));
        }
        if policy.has_quorum() && seen.newest.is_none() {
            return Err(Box::new(Finding {
                specimen: state.specimen,
                ..Finding::of(Reason::Quorum)
            }));
        }
        let no_witness = !policy.has_quorum();
        let sizes = anchors.cosigned.iter().map(|it| it.0);
        let witnessed = sizes.max().filter(|_| !no_witness);
        let (cosignatures, seen) = (seen.cosignatures, seen.newest);
        Ok(Self { found, state, cosignatures, seen, witnessed, no_witness })
    }

    fn finding(&self, reason: Reason) -> Finding {
        Finding {
            specimen: self.state.specimen,
            size: Some(self.state.size()),
            cosignatures: self.cosignatures.clone(),
            no_witness: self.no_witness,
            ..Finding::of(reason)
        }
    }

    /// What is trusted, with the keys that the register itself names.
    fn trusting(&self, trust: &Trust) -> Trust {
        let mut policy = trust.policy.clone().unwrap_or_default();
        let keys = |role| {
            self.state.holders.iter().filter(move |it| it.role == role).map(|it| it.key.clone())
        };
        policy.logs.extend(keys(replay::Role::Log));
        let signers = keys(replay::Role::Registrar).collect();
        Trust { policy: Some(policy), signers, ..trust.clone() }
    }

    /// A code as it is typed, of either length.
    fn typed(&self, text: &str, day: Day) -> Finding {
        match (Code::read(text), Unlisted::read(text)) {
            (Ok(code), _) => self.code(&code.to_string(), day),
            (_, Ok(code)) => self.unlisted(code),
            (Err(code::Fault::Length), _) => self.finding(Reason::UnknownCode),
            _ => self.finding(Reason::Mistyped),
        }
    }

    /// The register knows no unlisted code. Its page says what it is, and nobody vouches for that.
    fn unlisted(&self, code: Unlisted) -> Finding {
        let code = code.to_string();
        let standing = self.found.unlisted.get(&code).copied();
        let reason = if standing.is_some() { Reason::Unlisted } else { Reason::UnknownCode };
        Finding { code: Some(code), standing, ..self.finding(reason) }
    }

    fn code(&self, code: &str, day: Day) -> Finding {
        let is_published = self.found.published.iter().any(|it| it == code);
        let missing = if is_published { Reason::Unsealed } else { Reason::UnknownCode };
        let Some(record) = self.state.records.get(code) else {
            return Finding { code: Some(code.to_owned()), ..self.finding(missing) };
        };
        match record.newest() {
            Some(newest) => self.version(record, newest, day),
            None => Finding { code: Some(code.to_owned()), ..self.finding(Reason::Disowned) },
        }
    }

    /// A version of a document.
    fn version(&self, record: &Record, placed: &Placed, day: Day) -> Finding {
        self.witnessed_version(record, placed, day, self.witnessed)
    }

    /// A version of a document, where enough witnesses saw so many entries, if any are asked for.
    fn witnessed_version(
        &self,
        record: &Record,
        placed: &Placed,
        day: Day,
        witnessed: Option<u64>,
    ) -> Finding {
        let reason = match record.shown(placed, day) {
            Shown::Unsealed => Reason::Unsealed,
            Shown::Earlier => Reason::Earlier,
            Shown::Of(Standing::Disowned) => Reason::Disowned,
            Shown::Of(Standing::Revoked) => Reason::Revoked,
            Shown::Of(Standing::Superseded) => Reason::Superseded,
            Shown::Of(Standing::Suspended) => Reason::Suspended,
            Shown::Of(Standing::Expired) => Reason::Expired,
            Shown::Of(Standing::NotYet) => Reason::NotYet,
            Shown::Of(Standing::InForce) => Reason::InForce,
        };
        // What takes a document back is believed at once. What it holds by, witnesses have to have seen.
        let is_seen = |it: &Placed| witnessed.is_none_or(|size| it.index < size);
        let holds = reason.verdict() == Verdict::Current;
        let is_known = is_seen(placed) && (!holds || record.status().is_none_or(is_seen));
        let reason = if is_known { reason } else { Reason::Quorum };
        let standing = Some(record.standing(day));
        Finding { standing, ..self.finding(reason).with(placed) }
    }

    fn address(&self, text: &str, day: Day) -> Finding {
        let Some((host, code)) = address(text) else { return self.finding(Reason::Host) };
        if !self.state.every_host.contains(&host) {
            return self.finding(Reason::Host);
        }
        self.typed(code, day)
    }

    fn file(&self, bytes: &[u8], code: Option<&str>, day: Day) -> Finding {
        let hash = format!("sha256:{}", hex(&Sha256::digest(bytes)));
        let has_it = |it: &&Placed| {
            it.entry.files().any(|it| it.hash == hash)
                || it.entry.by_tag("text").any(|it| it.1 == hash)
        };
        if let Some(code) = code {
            let code = match Code::read(code) {
                Ok(code) => code.to_string(),
                Err(_) => return self.finding(Reason::Mistyped),
            };
            let found =
                self.state.records.get(&code).map(|it| (it, it.versions.iter().rfind(has_it)));
            return match found {
                None => self.code(&code, day),
                Some((_, None)) => Finding { code: Some(code), ..self.finding(Reason::OtherBytes) },
                Some((record, Some(placed))) => self.version(record, placed, day),
            };
        }
        // One file may belong to several documents: the best answer counts.
        let found = self.state.records.values().filter_map(|record| {
            let placed = record.versions.iter().rfind(has_it)?;
            Some(self.version(record, placed, day))
        });
        found.min_by_key(|it| it.verdict).unwrap_or_else(|| self.finding(Reason::NoSuchBytes))
    }

    fn receipt(&self, bytes: &[u8], trust: &Trust, day: Day) -> Finding {
        let (receipt, finding) = match alone(bytes, &self.trusting(trust)) {
            Ok(it) => it,
            Err(finding) => return *finding,
        };
        let finding =
            Finding { specimen: self.state.specimen, size: Some(self.state.size()), ..finding };
        let Ok(size) = usize::try_from(receipt.point.size) else {
            return finding.because(Reason::Proof);
        };
        if size > self.state.tree.size() {
            return finding.because(Reason::OldRegister);
        }
        if receipt.point.origin != self.state.origin
            || self.state.tree.root(size) != receipt.point.root
        {
            return finding.because(Reason::Fork);
        }
        let code = finding.code.clone().unwrap_or_default();
        let record = self.state.records.get(&code);
        let placed = record.and_then(|it| it.versions.iter().find(|it| it.index == receipt.index));
        // They saw what the receipt leads to as well.
        let witnessed = self.witnessed.map(|it| it.max(receipt.point.size));
        match record.zip(placed) {
            Some((record, placed)) => self.witnessed_version(record, placed, day, witnessed),
            None => finding.because(Reason::Unlisted),
        }
    }

    /// What no witness has seen for too long may have changed since.
    fn aged(&self, finding: Finding, trust: &Trust, day: Day) -> Finding {
        let Some(days) = trust.max_age.filter(|_| finding.verdict == Verdict::Current) else {
            return finding;
        };
        let seen = self.seen.and_then(|it| i64::try_from(it).ok());
        let is_fresh = seen.is_some_and(|it| it >= day.start() - i64::from(days) * DAY);
        if is_fresh { finding } else { finding.because(Reason::Stale) }
    }
}

/// The published tiles that are not what the entries give.
fn differing_tiles<'a>(found: &'a Found, tree: &tree::Tree) -> impl Iterator<Item = &'a str> {
    let is_right = |path: &str, bytes: &[u8]| {
        let computed = tile::Tile::parse(path).and_then(|it| it.bytes(tree, &found.entries));
        computed.is_some_and(|it| it == bytes)
    };
    let tiles = found.tiles.iter().filter(move |(path, bytes)| !is_right(path, bytes));
    tiles.map(|it| it.0.as_str())
}

/// A receipt by itself: the proof, the log's signature, the witnesses, the signature of the entry.
fn alone(bytes: &[u8], trust: &Trust) -> Result<(Receipt, Finding), Box<Finding>> {
    let fail = |reason| Box::new(Finding::of(reason));
    let receipt = Receipt::parse(bytes).ok_or_else(|| fail(Reason::Unreadable))?;
    let policy =
        trust.policy.as_ref().filter(|it| !it.logs.is_empty() && !trust.signers.is_empty());
    let policy = policy.ok_or_else(|| fail(Reason::NoAnchor))?;
    if !receipt.is_included() {
        return Err(fail(Reason::Proof));
    }
    let logs = policy.logs.iter().filter(|it| it.name() == receipt.point.origin);
    let signed = receipt.checkpoint.signed_by(logs).map_err(|_| fail(Reason::Signature))?;
    let times = policy.times(&receipt.checkpoint).map_err(|_| fail(Reason::Signature))?;
    if signed.is_empty() {
        return Err(fail(Reason::Signature));
    }
    policy.judge(&times).ok_or_else(|| fail(Reason::Quorum))?;
    let note = Note::parse(&receipt.entry).map_err(|_| fail(Reason::Signature))?;
    let signers = note.signed_by(&trust.signers).map_err(|_| fail(Reason::Signature))?;
    let entry = Entry::parse(&note.text).map_err(|_| fail(Reason::Rule))?;
    if signers.len() != 1 || note.signatures.len() != 1 {
        return Err(fail(Reason::Signature));
    }
    let finding = Finding {
        code: entry.get("id").map(str::to_owned),
        version: entry.number("version"),
        index: Some(receipt.index),
        size: Some(receipt.point.size),
        signers: signers.iter().map(|it| it.key.name().to_owned()).collect(),
        cosignatures: times.iter().map(|(name, time)| ((*name).to_owned(), *time)).collect(),
        no_witness: !policy.has_quorum(),
        entry: Some(entry),
        ..Finding::of(Reason::NoRegister)
    };
    Ok((receipt, finding))
}

/// The file of a holder: the receipt of the commitment, and what was committed to.
fn holder(bytes: &[u8], trust: &Trust) -> Finding {
    let Some(holder) = Holder::parse(bytes) else { return Finding::of(Reason::Unreadable) };
    let (_, finding) = match alone(&holder.proof, trust) {
        Ok(it) => it,
        Err(finding) => return *finding,
    };
    let commit = receipt::commitment(&holder.salt, &holder.entry);
    if finding.entry.as_ref().and_then(|it| it.get("commit")) != Some(&commit) {
        return finding.because(Reason::Proof);
    }
    let note = Note::parse(&holder.entry).ok();
    let is_signed = |it: &Note| it.signed_by(&trust.signers).is_ok_and(|it| it.len() == 1);
    let entry = note.filter(is_signed).and_then(|it| Entry::parse(&it.text).ok());
    match entry {
        Some(entry) => {
            // What is taken back for good is not in force whatever came later (R6).
            let (reason, standing) = match entry.get("status") {
                Some("revoked") => (Reason::Revoked, Some(Standing::Revoked)),
                Some("superseded") => (Reason::Superseded, Some(Standing::Superseded)),
                _ => (Reason::Unlisted, None),
            };
            Finding {
                code: entry.get("id").map(str::to_owned),
                version: entry.number("version"),
                entry: Some(entry),
                standing,
                ..finding.because(reason)
            }
        }
        None => finding.because(Reason::Signature),
    }
}

/// The host, in lower case, and the code of an address; none where it is not plainly
/// `https://HOST/…/V/CODE/`.
fn address(text: &str) -> Option<(String, &str)> {
    let (scheme, rest) = text.split_once("://")?;
    let (host, path) = rest.split_once('/')?;
    let code = path
        .trim_end_matches('/')
        .rsplit_once("V/")
        .filter(|(before, _)| before.is_empty() || before.ends_with('/'));
    let (_, code) = code?;
    (scheme.eq_ignore_ascii_case("https") && !code.contains(['/', '?', '#']))
        .then(|| (host.to_ascii_lowercase(), code))
}
