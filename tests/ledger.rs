//! The office's side of a register in memory: what is appended, what is pending, what is written.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;

use condau::changes::{Change, Changes};
use condau::seal::keys::Signer;
use condau::seal::ledger::{Broken, Ledger};
use condau::source::register::Stored;
use condau::verify::Found;
use condau::verify::checkpoint::{Checkpoint, Policy};
use condau::verify::note::{Algorithm, Key, Note, Signature};
use condau::verify::replay::{Anchors, Fault, Role, Rule, Standing, State, replay};
use condau::verify::time::Day;
use condau::verify::tree::Tree;
use ed25519_dalek::SigningKey;

const HOST: &str = "songoaivu.example";
const ORIGIN: &str = "songoaivu.example/so-con-dau";
const CODES: [&str; 3] = ["K7M29QX4TB", "000YFYQ1TR", "DVJZAS54P8"];

/// The signer of a name without its host; the log's name is the register's.
fn signer((of, seed): (&str, u8)) -> Signer {
    let name = if of == "log" { ORIGIN.to_owned() } else { format!("{HOST}/{of}") };
    Signer::new(&name, &[seed; 32])
}

const ROOTS: [(&str, u8); 2] = [("root-1", 1), ("root-2", 2)];
const REGISTRAR: (&str, u8) = ("registrar-1", 3);
const SECOND: (&str, u8) = ("registrar-2", 4);
const LOG: (&str, u8) = ("log", 5);
const NEW_LOG: (&str, u8) = ("log", 8);

fn open(specimen: &str) -> String {
    let key = |it| signer(it).public();
    format!(
        "condau/1 open\norigin: {ORIGIN}\n{specimen}issuer.vi: Sở mẫu\nhost: {HOST}\nroot: {}\nroot: {}\nquorum: 2\n\
         registrar: {}\nlog: {}\nrules: 1\nsealed: 2026-11-02T01:00:00Z\n",
        key(ROOTS[0]),
        key(ROOTS[1]),
        key(REGISTRAR),
        key(LOG)
    )
}

fn issue(code: &str, version: u32, number: &str, day: u32) -> String {
    format!(
        "condau/1 issue\nid: {code}\nversion: {version}\ntype: TB\nnumber: {number}\ndate: 2026-11-20\nissuer: Sở mẫu\n\
         title.vi: Thông báo\nauthentic: vi\nfile: a.pdf 4 sha256:{}\nsealed: 2026-11-{day:02}T01:00:00Z\n",
        "ab".repeat(32)
    )
}

fn status(code: &str, status: &str, day: u32) -> String {
    format!(
        "condau/1 status\nid: {code}\nstatus: {status}\nreason.vi: Lý do\nsealed: 2026-11-{day:02}T01:00:00Z\n"
    )
}

fn change(action: &str, role: &str, of: (&str, u8), from: Option<u32>, day: u32) -> String {
    let from = from.map_or_else(String::new, |it| format!("from-index: {it}\n"));
    format!(
        "condau/1 key\naction: {action}\nrole: {role}\nvkey: {}\n{from}reason.vi: Lý do\nsealed: 2026-11-{day:02}T01:00:00Z\n",
        signer(of).public()
    )
}

/// A register in memory that takes what a ledger writes.
#[derive(Clone, Default)]
struct Shelf {
    entries: Vec<Vec<u8>>,
    checkpoint: Vec<u8>,
    cosigned: Option<Vec<u8>>,
    sizes: Option<String>,
    policy: Policy,
}

impl Shelf {
    fn ledger(&self, broken: Broken) -> Result<Ledger, Fault> {
        let (entries, checkpoint) = (self.entries.clone(), self.checkpoint.clone());
        let found =
            Found { entries, checkpoint, cosigned: self.cosigned.clone(), ..Found::default() };
        let stored = Stored { found, sizes: self.sizes.clone(), ..Stored::default() };
        Ledger::new(stored, self.policy.clone(), None, broken)
    }

    fn open(specimen: &str) -> Result<Self, Fault> {
        let mut shelf = Self::default();
        shelf.add(&[(&open(specimen), &ROOTS)], Some(LOG))?;
        Ok(shelf)
    }

    /// Appends entries, covers them if a log signs, and writes what changes.
    fn add(
        &mut self,
        entries: &[(&str, &[(&str, u8)])],
        log: Option<(&str, u8)>,
    ) -> Result<(), Fault> {
        let mut ledger = self.ledger(Broken::Refuse)?;
        for (text, signers) in entries {
            let signatures = signers.iter().map(|it| signer(*it).sign(text)).collect();
            ledger.append(text, signatures)?;
        }
        log.map_or(Ok(()), |it| ledger.sequence(&signer(it)))?;
        ledger.changes().0.into_iter().for_each(|it| self.write(it));
        Ok(())
    }

    fn write(&mut self, change: Change) {
        let path = change.path.to_str().unwrap().strip_prefix("register/").unwrap().to_owned();
        let index: Option<usize> =
            path.strip_prefix("000/").and_then(|it| it.strip_suffix(".note")?.parse().ok());
        match (index, path.as_str(), change.bytes) {
            (Some(index), _, None) => assert_eq!(self.entries.len(), index + 1, "the last goes"),
            (Some(index), _, Some(bytes)) if index < self.entries.len() => {
                self.entries[index] = bytes;
                return;
            }
            (Some(index), _, Some(bytes)) => {
                assert_eq!(self.entries.len(), index, "in their order");
                self.entries.push(bytes);
                return;
            }
            (None, "checkpoint", Some(bytes)) => return self.checkpoint = bytes,
            (None, "cosigned", Some(bytes)) => return self.cosigned = Some(bytes),
            (None, "sizes", Some(bytes)) => return self.sizes = String::from_utf8(bytes).ok(),
            _ => panic!("{path}"),
        }
        self.entries.pop();
    }

    fn state(&self) -> Result<State, Fault> {
        replay(&self.entries, &self.checkpoint, &Anchors::default())
    }

    fn add_one(&mut self, text: &str, by: (&str, u8)) {
        self.add(&[(text, &[by])], Some(LOG)).unwrap();
    }
}

fn paths(changes: &Changes) -> Vec<&str> {
    changes.0.iter().filter_map(|it| it.path.to_str()).collect()
}

const SPECIMEN: &str = "specimen: yes\n";

#[test]
fn a_register_is_opened_and_grows() {
    let mut shelf = Shelf::open(SPECIMEN).unwrap();
    assert_eq!(shelf.sizes, None);
    shelf.add_one(&issue(CODES[0], 1, "1/TB-MAU", 20), REGISTRAR);
    assert_eq!(shelf.sizes.as_deref(), Some("1\n"));
    shelf.add(&[(&status(CODES[0], "suspended", 21), &[REGISTRAR])], None).unwrap();
    // Pending: signed, and without effect.
    assert_eq!((shelf.entries.len(), shelf.state().unwrap().size()), (3, 2));
    let ledger = shelf.ledger(Broken::Refuse).unwrap();
    assert_eq!((ledger.size(), ledger.pending()), (2, 1));
    assert_eq!(ledger.state().records[CODES[0]].status_word(), "suspended");
    shelf.add(&[], Some(LOG)).unwrap();
    assert_eq!(shelf.sizes.as_deref(), Some("1\n2\n"));
    assert_eq!(shelf.state().unwrap().size(), 3);
    // Where nothing is pending, nothing is written.
    let mut ledger = shelf.ledger(Broken::Refuse).unwrap();
    ledger.sequence(&signer(LOG)).unwrap();
    assert!(ledger.changes().0.is_empty());
}

#[test]
fn changes_stand_in_the_order_in_which_a_run_may_be_cut_short() {
    let mut shelf = Shelf::open(SPECIMEN).unwrap();
    let witness = Key::new(
        "w.example",
        Algorithm::Cosignature,
        SigningKey::from_bytes(&[6; 32]).verifying_key(),
    );
    shelf.policy = Policy::parse(&format!("witness w {witness}\nquorum w\n")).unwrap();
    let mut note = Note::parse(&shelf.checkpoint).unwrap();
    let seen = u64::try_from(Day::parse("2026-11-03").unwrap().start()).unwrap();
    note.signatures.push(Signature::cosign(
        "w.example",
        &SigningKey::from_bytes(&[6; 32]),
        &note.text,
        seen,
    ));
    shelf.checkpoint = note.to_string().into_bytes();
    let before = shelf.checkpoint.clone();
    let mut ledger = shelf.ledger(Broken::Refuse).unwrap();
    for (code, number) in [(CODES[0], "1/TB-MAU"), (CODES[1], "2/TB-MAU")] {
        let text = issue(code, 1, number, 20);
        ledger.append(&text, vec![signer(REGISTRAR).sign(&text)]).unwrap();
    }
    ledger.sequence(&signer(LOG)).unwrap();
    let changes = ledger.changes();
    let order = ["000/000001.note", "000/000002.note", "sizes", "cosigned", "checkpoint"];
    assert_eq!(paths(&changes), order.map(|it| format!("register/{it}")));
    assert_eq!(changes.0[3].bytes.as_ref(), Some(&before));
    changes.0.into_iter().for_each(|it| shelf.write(it));
    // The next one was seen by nobody: the one before it stays.
    let mut ledger = shelf.ledger(Broken::Refuse).unwrap();
    let text = status(CODES[0], "revoked", 21);
    ledger.append(&text, vec![signer(REGISTRAR).sign(&text)]).unwrap();
    ledger.sequence(&signer(LOG)).unwrap();
    assert_eq!(
        paths(&ledger.changes()),
        ["register/000/000003.note", "register/sizes", "register/checkpoint"]
    );
    // A witness whose signature does not verify is no witness.
    let broken = shelf.cosigned.as_mut().unwrap();
    let last = broken.len() - 10;
    broken[last] ^= 1;
    assert_eq!(shelf.ledger(Broken::Refuse).unwrap_err().rule, Rule::Signer);
}

#[test]
fn what_breaks_a_rule_is_not_kept() {
    let mut shelf = Shelf::open(SPECIMEN).unwrap();
    let mut ledger = shelf.ledger(Broken::Refuse).unwrap();
    let text = issue(CODES[0], 2, "1/TB-MAU", 20);
    let fault = ledger.append(&text, vec![signer(REGISTRAR).sign(&text)]).unwrap_err();
    assert_eq!((fault.rule, ledger.state().size()), (Rule::Exists, 1));
    let right = issue(CODES[0], 1, "1/TB-MAU", 20);
    assert_eq!(
        ledger.append(&right, vec![signer(SECOND).sign(&right)]).unwrap_err().rule,
        Rule::Signer
    );
    assert_eq!(ledger.append(&right, vec![signer(REGISTRAR).sign(&right)]).unwrap(), 1);
    // A log key of another register, and one that nobody added.
    assert_eq!(ledger.sequence(&signer(NEW_LOG)).unwrap_err().rule, Rule::Signer);
    assert_eq!(ledger.sequence(&Signer::new("a/b", &[5; 32])).unwrap_err().rule, Rule::Signer);
    assert!(ledger.changes().0.len() == 1 && ledger.pending() == 1);
    // Pending ones that break a rule stop everything, until they are dropped.
    shelf.add(&[(&right, &[REGISTRAR])], None).unwrap();
    let foreign = shelf.entries[1].clone();
    shelf.entries.insert(1, b"not a note".to_vec());
    shelf.entries.push(foreign);
    assert_eq!(shelf.ledger(Broken::Refuse).unwrap_err().rule, Rule::Form);
    let ledger = shelf.ledger(Broken::Drop).unwrap();
    assert_eq!(ledger.dropped().iter().map(|it| it.index).collect::<Vec<_>>(), [Some(1), Some(3)]);
    ledger.changes().0.into_iter().for_each(|it| shelf.write(it));
    assert_eq!((shelf.entries.len(), shelf.ledger(Broken::Refuse).unwrap().pending()), (2, 1));
}

#[test]
fn t22_interrupt_written_entries_are_not_written_again() {
    let mut whole = Shelf::open(SPECIMEN).unwrap();
    let texts = [
        issue(CODES[0], 1, "1/TB-MAU", 20),
        issue(CODES[1], 1, "2/TB-MAU", 20),
        status(CODES[0], "suspended", 20),
    ];
    let entries = texts.each_ref().map(|it| (it.as_str(), &[REGISTRAR][..]));
    let begun = whole.clone();
    whole.add(&entries, Some(LOG)).unwrap();
    for done in 0..=3 {
        let mut cut = begun.clone();
        cut.add(&entries[..done], None).unwrap();
        cut.state().unwrap();
        cut.add(&entries, Some(LOG)).unwrap();
        assert_eq!(cut.entries, whole.entries, "{done}");
        assert_eq!(cut.checkpoint, whole.checkpoint, "{done}");
        assert_eq!(cut.sizes, whole.sizes, "{done}");
    }
}

#[test]
fn t11_rotate() {
    let mut shelf = Shelf::open(SPECIMEN).unwrap();
    shelf.add_one(&issue(CODES[0], 1, "1/TB-MAU", 20), REGISTRAR);
    let receipt = {
        let tree = Tree::new(shelf.entries.iter().map(|it| condau::verify::tree::leaf(it)));
        let point = String::from_utf8(shelf.checkpoint.clone()).unwrap();
        condau::verify::receipt::write(&shelf.entries[1], 1, &tree, 2, &point)
    };
    // The registrar's key is lost: the roots add another one and take the lost one away.
    let rotate = [
        change("add", "registrar", SECOND, None, 21),
        change("retire", "registrar", REGISTRAR, None, 21),
    ];
    shelf.add(&rotate.each_ref().map(|it| (it.as_str(), &ROOTS[..])), Some(LOG)).unwrap();
    let late = issue(CODES[1], 1, "2/TB-MAU", 22);
    assert_eq!(shelf.add(&[(&late, &[REGISTRAR])], Some(LOG)).unwrap_err().rule, Rule::Signer);
    shelf.add_one(&late, SECOND);
    // The log's key is lost as well. What takes it away is covered by the new one.
    let rotate = [change("add", "log", NEW_LOG, None, 23), change("retire", "log", LOG, None, 23)];
    let entries = rotate.each_ref().map(|it| (it.as_str(), &ROOTS[..]));
    assert_eq!(shelf.add(&entries, Some(LOG)).unwrap_err().rule, Rule::Signer);
    shelf.add(&entries, Some(NEW_LOG)).unwrap();
    let state = shelf.state().unwrap();
    assert_eq!(state.active(Role::Log, state.size()).count(), 1);
    // What was sealed before is as it was, and so is its receipt.
    assert_eq!(
        state.records[CODES[0]].standing(Day::parse("2026-12-01").unwrap()),
        Standing::InForce
    );
    let found = Found {
        entries: shelf.entries.clone(),
        checkpoint: shelf.checkpoint.clone(),
        ..Found::default()
    };
    let trust = condau::verify::Trust { fingerprint: state.fingerprint(), ..Default::default() };
    let evidence = condau::verify::Evidence::Receipt(receipt.as_bytes());
    let day = Day::parse("2026-12-01").unwrap();
    let finding = condau::verify::verify(evidence, Some(&found), &trust, day);
    assert_eq!(finding.verdict as u8, 0, "{finding:?}");
}

#[test]
fn t09_disown_is_sealed_again_as_the_next_version() {
    let mut shelf = Shelf::open(SPECIMEN).unwrap();
    shelf.add_one(&issue(CODES[0], 1, "1/TB-MAU", 20), REGISTRAR);
    shelf.add_one(&issue(CODES[1], 1, "2/TB-MAU", 20), REGISTRAR);
    let stolen = [
        change("add", "registrar", SECOND, None, 21),
        change("compromised", "registrar", REGISTRAR, Some(2), 21),
    ];
    shelf.add(&stolen.each_ref().map(|it| (it.as_str(), &ROOTS[..])), Some(LOG)).unwrap();
    let day = Day::parse("2026-12-01").unwrap();
    let standing = |shelf: &Shelf, code| shelf.state().unwrap().records[code].standing(day);
    assert_eq!(standing(&shelf, CODES[0]), Standing::InForce);
    assert_eq!(standing(&shelf, CODES[1]), Standing::Disowned);
    shelf.add_one(&issue(CODES[1], 2, "2/TB-MAU", 22), SECOND);
    assert_eq!(standing(&shelf, CODES[1]), Standing::InForce);
    // Whoever opens another register after a loss names the old one.
    let point = Checkpoint::parse(&Note::parse(&shelf.checkpoint).unwrap().text).unwrap();
    let last = point.to_string().lines().nth(2).unwrap().to_owned();
    let text = open(SPECIMEN)
        .replace("issuer.vi", &format!("predecessor: {ORIGIN} {} {last}\nissuer.vi", point.size));
    let mut other = Shelf::default();
    other.add(&[(&text, &ROOTS)], Some(LOG)).unwrap();
    assert_eq!(other.state().unwrap().size(), 1);
}

#[test]
fn t21_time() {
    let mut shelf = Shelf::open(SPECIMEN).unwrap();
    shelf.add_one(&issue(CODES[0], 1, "1/TB-MAU", 20), REGISTRAR);
    // A clock that is two days behind.
    let early = issue(CODES[1], 1, "2/TB-MAU", 18);
    assert_eq!(shelf.add(&[(&early, &[REGISTRAR])], Some(LOG)).unwrap_err().rule, Rule::Time);
    // An hour is what clocks of two clerks may differ by.
    let text = issue(CODES[1], 1, "2/TB-MAU", 20).replace("T01", "T00");
    shelf.add(&[(&text, &[REGISTRAR])], Some(LOG)).unwrap();
}

#[test]
fn keys_of_the_vectors_keep_no_real_register() {
    let shelf = Shelf::open("").unwrap();
    assert_eq!(shelf.ledger(Broken::Refuse).unwrap_err().rule, Rule::Signer);
}

#[test]
fn openssl_reads_a_key_file() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("openssl-registrar-1.pem");
    let pem = signer(REGISTRAR).lock("một mật khẩu dài", &[11; 16], [12; 16]);
    fs::write(&path, &pem).unwrap();
    let check = |passphrase: &str| {
        let pass = format!("pass:{passphrase}");
        let arguments = ["pkey", "-in", path.to_str().unwrap(), "-passin", &pass, "-noout"];
        Command::new("openssl").args(arguments).output().map(|it| it.status.success())
    };
    match check("một mật khẩu dài") {
        Ok(is_read) => assert!(is_read && !check("khác").unwrap()),
        Err(it) => assert_eq!(it.kind(), ErrorKind::NotFound, "openssl"),
    }
}
