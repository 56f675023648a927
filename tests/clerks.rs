//! The commands of an office that keeps a register, through the binary: keys, statuses, moves,
//! witnesses, two clerks with git.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use condau::seal::keys::Signer;
use condau::seal::ledger::{Broken, Ledger};
use condau::source::register;
use condau::verify::checkpoint::Policy;
use condau::verify::note::{Algorithm, Key, Note, Signature};
use condau::verify::receipt;
use condau::verify::replay::{Anchors, Role, State, replay};
use condau::verify::tree::{Tree, leaf};
use ed25519_dalek::SigningKey;

const PASSPHRASE: &str = "một mật khẩu chỉ để thử";

/// An office with its site, the folder of its keys, and what it says.
pub(crate) struct Office {
    pub(crate) site: PathBuf,
    pub(crate) keys: PathBuf,
}

impl Office {
    /// A fresh site with an open register.
    pub(crate) fn open(name: &str) -> Self {
        let office = Self::new(name);
        office.done(&["key", "init", "--sealed", "2026-11-02T01:00:00Z"]);
        office
    }

    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("office-{name}"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let office = Self { site: folder.join("site"), keys: folder.join("keys") };
        let init =
            Command::new(env!("CARGO_BIN_EXE_condau")).arg("init").arg(&office.site).output();
        assert!(init.unwrap().status.success());
        office
    }

    /// The exit code, and what was said on both streams.
    pub(crate) fn run(&self, arguments: &[&str]) -> (i32, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_condau"));
        command.current_dir(&self.site).env("CONDAU_LANG", "en");
        command.env("CONDAU_KEY_DIR", &self.keys).env("CONDAU_KEY_PASSPHRASE", PASSPHRASE);
        for name in ["CONDAU_REGISTRAR_KEY", "CONDAU_LOG_KEY"] {
            command.env_remove(name);
        }
        let output = command.args(arguments).output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.code().unwrap(), String::from_utf8(said).unwrap())
    }

    pub(crate) fn done(&self, arguments: &[&str]) -> String {
        let (code, said) = self.run(arguments);
        assert_eq!(code, 0, "{arguments:?}: {said}");
        said
    }

    pub(crate) fn refused(&self, arguments: &[&str], code: i32, words: &str) {
        let before = self.files();
        let (found, said) = self.run(arguments);
        assert!(found == code && said.contains(words), "{arguments:?}: {found} {said}");
        assert_eq!(self.files(), before, "{arguments:?}");
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.site.join(path)).unwrap()
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.site.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// All files of the register with their bytes.
    pub(crate) fn files(&self) -> Vec<(String, Vec<u8>)> {
        let folder = self.site.join("register");
        let paths = register::below(&folder).unwrap();
        let shown = paths.into_iter().filter(|it| it != ".lock");
        shown.map(|it| (it.clone(), fs::read(folder.join(&it)).unwrap())).collect()
    }

    pub(crate) fn state(&self) -> State {
        let stored = register::read(&self.site.join("register"), "").unwrap().unwrap();
        let (entries, checkpoint) = (stored.found.entries, stored.found.checkpoint);
        replay(&entries, &checkpoint, &Anchors::default()).unwrap()
    }

    /// What `condau seal` does for one document, with the key of the office's registrar.
    fn seal(&self, code: &str, number: &str, sealed: &str) {
        self.issue(code, 1, number, sealed, ("registrar-1", true));
    }

    fn issue(
        &self,
        code: &str,
        version: u32,
        number: &str,
        sealed: &str,
        (file, covers): (&str, bool),
    ) {
        let stored = register::read(&self.site.join("register"), "").unwrap().unwrap();
        let mut ledger = Ledger::new(stored, Policy::default(), None, Broken::Refuse).unwrap();
        let text = format!(
            "condau/1 issue\nid: {code}\nversion: {version}\ntype: TB\nnumber: {number}\ndate: 2026-11-20\nissuer: Sở mẫu\n\
             title.vi: Thông báo\nauthentic: vi\nfile: a.pdf 4 sha256:{}\nsealed: {sealed}\n",
            "ab".repeat(32)
        );
        let registrar = self.signer(ledger.state(), Role::Registrar, file);
        ledger.append(&text, vec![registrar.sign(&text)]).unwrap();
        if covers {
            let log = self.signer(ledger.state(), Role::Log, "log-1");
            ledger.sequence(&log).unwrap();
        }
        condau::output::apply(&ledger.changes(), &self.site).unwrap();
        self.write(&format!("register/sealed/{code}/{version}/a.pdf"), "%PDF");
    }

    fn signer(&self, state: &State, role: Role, file: &str) -> Signer {
        let pem = fs::read_to_string(self.keys.join(format!("{file}.pem"))).unwrap();
        let mut names = state.holders.iter().filter(|it| it.role == role);
        let name = names.find(|it| role == Role::Log || it.key.name().ends_with(file)).unwrap();
        Signer::open(name.key.name(), &pem, PASSPHRASE).unwrap()
    }

    /// The receipt of an entry, as the site publishes it.
    pub(crate) fn receipt(&self, index: usize) -> String {
        let found = register::read(&self.site.join("register"), "").unwrap().unwrap().found;
        let tree = Tree::new(found.entries.iter().map(|it| leaf(it)));
        let point = String::from_utf8(found.checkpoint).unwrap();
        receipt::write(&found.entries[index], index, &tree, tree.size(), &point)
    }

    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        let output = Command::new("git").current_dir(&self.site).args(arguments).output().unwrap();
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    }
}

const CODES: [&str; 4] = ["K7M29QX4TB", "000YFYQ1TR", "DVJZAS54P8", "0000000000"];

#[test]
fn a_register_is_opened_once_and_says_who_keeps_what() {
    let office = Office::new("opened");
    office.refused(&["sequence"], 2, "there is no register yet");
    let inside = office.site.join("keys");
    let mut command = Command::new(env!("CARGO_BIN_EXE_condau"));
    command.current_dir(&office.site).env("CONDAU_KEY_DIR", &inside).env("CONDAU_LANG", "en");
    let output = command.args(["key", "init"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8_lossy(&output.stderr).contains("must not lie in the folder of the site")
    );
    assert!(!inside.exists() && !office.site.join("register").exists());

    let said = office.done(&[
        "key",
        "init",
        "--paper",
        "../to-khoa.txt",
        "--roots",
        "3",
        "--sealed",
        "2026-11-02T01:00:00Z",
    ]);
    assert!(said.contains("to-khoa.txt") && !said.contains("PRIVATE"), "{said}");
    let sheet = fs::read_to_string(office.site.join("../to-khoa.txt")).unwrap();
    let settings = office.read("condau.toml");
    let state = office.state();
    let print = condau::verify::note::hex(&state.fingerprint().unwrap());
    assert!(settings.contains(&format!("fingerprint = \"{print}\"")), "{settings}");
    assert!(settings.contains(&format!("origin = \"{}\"", state.origin)), "{settings}");
    // The sheet is in the language of the office.
    for words in [
        &print[..4],
        &print[60..],
        "root-3.pem",
        "registrar-1.pem",
        "log-1.pem",
        "khóa gốc",
        "MẪU (SPECIMEN)",
    ] {
        assert!(sheet.contains(words), "{words}: {sheet}");
    }
    assert!(state.specimen && state.holders.len() == 5 && state.quorum == 2);
    assert!(state.issuer.iter().any(|it| it.0 == "vi") && state.hosts.len() == 1);
    assert!(office.read(".gitattributes").lines().any(|it| it == "register/** -text -merge"));
    assert!(office.read(".gitignore").lines().any(|it| it == "register/.lock"));
    #[cfg(unix)]
    for it in fs::read_dir(&office.keys).unwrap() {
        use std::os::unix::fs::PermissionsExt as _;
        let path = it.unwrap().path();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(fs::read_to_string(path).unwrap().starts_with("-----BEGIN ENCRYPTED PRIVATE KEY"));
    }
    office.refused(&["key", "init"], 2, "there is a register already");
    let shown = office.done(&["key", "show"]);
    assert!(
        shown.contains("SPECIMEN") && shown.contains("root-2+") && !shown.contains("PRIVATE"),
        "{shown}"
    );
    // Without the site being called a specimen any more, nothing is written.
    office.write("condau.toml", &settings.replace("specimen  = true", "specimen  = false"));
    office.refused(&["sequence"], 2, "specimen");
    // Another fingerprint is another register.
    office.write("condau.toml", &settings.replace(&print, &"ab".repeat(32)));
    office.refused(&["sequence"], 1, "other register");
    // Two at once: the second one is told, and changes nothing.
    let lock = fs::File::open(office.site.join("register/.lock")).unwrap();
    lock.lock().unwrap();
    office.write("condau.toml", &settings);
    office.refused(&["sequence"], 2, "another condau command is working");
    drop(lock);
    office.done(&["sequence"]);
    office.refused(&["key"], 2, "Usage");
    office.refused(&["key", "--lang", "en"], 2, "init, new");
    // Keys that stand there are not used again.
    fs::remove_dir_all(office.site.join("register")).unwrap();
    let (code, said) = office.run(&["key", "init"]);
    assert!(code == 2 && said.contains("a key file stands there already"), "{said}");
}

#[test]
fn what_a_document_is_from_now_on() {
    let office = Office::open("marks");
    office.seal(CODES[0], "1/TB-MAU", "2026-11-20T01:00:00Z");
    office.seal(CODES[1], "2/TB-MAU", "2026-11-20T01:00:00Z");
    let at = |it: &'static str| ["--sealed", it];
    let mark = |rest: &[&str], sealed| office.run(&[&["mark"], rest, &at(sealed)[..]].concat());
    let (code, said) =
        mark(&["k7m2-9qx4-tb", "suspended", "--reason", "Chờ  kết luận"], "2026-11-21T01:00:00Z");
    assert!(code == 0 && said.contains("in force → suspended. Reason: Chờ kết luận"), "{said}");
    assert_eq!(office.state().records[CODES[0]].status_word(), "suspended");
    // The same words again are no news.
    let before = office.files();
    let (code, said) =
        mark(&[CODES[0], "suspended", "--reason", "Chờ kết luận"], "2026-11-22T01:00:00Z");
    assert!(code == 0 && said.contains("Nothing to do") && office.files() == before, "{said}");
    let sealed = &at("2026-11-22T01:00:00Z")[..];
    let refused = |rest: &[&str], code, words| {
        office.refused(&[&["mark"], rest, sealed].concat(), code, words);
    };
    refused(&[CODES[2], "revoked", "--reason", "x"], 1, "R4 exists");
    refused(&["K7M29QX4TC", "revoked", "--reason", "x"], 2, "no valid code");
    refused(&[CODES[0], "superseded", "--reason", "x"], 2, "--by");
    refused(&[CODES[0], "superseded", "--by", CODES[2], "--reason", "x"], 1, "R9 reference");
    refused(&[CODES[0], "suspended", "--erase", "--reason", "x"], 2, "revoked");
    refused(&[CODES[0], "revoked", "--reason", "M4T6P0WQ2X8ZB5JH7RKD"], 1, "R10 privacy");
    refused(&[CODES[0], "revoked"], 2, "--reason");
    office.refused(
        &["mark", CODES[0], "revoked", "--reason", "x", "--sealed", "2026-11-20T23:00:00Z"],
        2,
        "clock",
    );
    office.refused(
        &["mark", CODES[0], "revoked", "--reason", "x", "--sealed", "today"],
        2,
        "2026-05-04T01:30:00Z",
    );
    let (code, said) = mark(
        &[CODES[1], "superseded", "--by", CODES[0], "--reason", "Thay"],
        "2026-11-22T01:00:00Z",
    );
    assert!(code == 0 && said.contains("superseded by K7M29QX4TB"), "{said}");

    // While the key of the log is elsewhere, nothing has an effect, and no word goes.
    fs::rename(office.keys.join("log-1.pem"), office.keys.join("away")).unwrap();
    let erase = [CODES[0], "revoked", "--erase", "--reason", "Sai", "--reason-en", "Wrong"];
    let (code, said) = mark(&erase, "2026-11-23T01:00:00Z");
    assert!(code == 0 && said.contains("one entry is pending"), "{said}");
    assert!(office.site.join("register/sealed/K7M29QX4TB/1/a.pdf").exists());
    assert_eq!(office.state().records[CODES[0]].status_word(), "suspended");
    fs::rename(office.keys.join("away"), office.keys.join("log-1.pem")).unwrap();
    let (code, said) = mark(&erase, "2026-11-24T01:00:00Z");
    assert!(code == 0 && said.contains("all covered"), "{said}");
    assert!(!office.site.join("register/sealed/K7M29QX4TB").exists());
    assert!(office.site.join("register/sealed/000YFYQ1TR/1/a.pdf").exists());
    let status = office.state().records[CODES[0]].status().unwrap().entry.clone();
    assert_eq!((status.get("erased"), status.by_tag("reason").count()), (Some("yes"), 2));
    let again = office.files();
    assert_eq!(mark(&erase, "2026-11-25T01:00:00Z").0, 0);
    assert_eq!(office.files(), again);
}

#[test]
fn wrong_passphrases_and_missing_keys_change_nothing() {
    let office = Office::open("locked");
    office.seal(CODES[0], "1/TB-MAU", "2026-11-20T01:00:00Z");
    let before = office.files();
    let run = |name: &str, value: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_condau"));
        command
            .current_dir(&office.site)
            .env("CONDAU_LANG", "en")
            .env("CONDAU_KEY_DIR", &office.keys);
        command.env("CONDAU_KEY_PASSPHRASE", PASSPHRASE).env(name, value);
        let output = command
            .args([
                "mark",
                CODES[0],
                "revoked",
                "--reason",
                "x",
                "--sealed",
                "2026-11-21T01:00:00Z",
            ])
            .output();
        let output = output.unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(office.files(), before);
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(run("CONDAU_KEY_PASSPHRASE", "sai").contains("the passphrase is wrong"));
    assert!(
        run("CONDAU_KEY_DIR", office.site.parent().unwrap().to_str().unwrap())
            .contains("this key is not here")
    );
    // A key in the environment may be without a lock; it must be the register's.
    let other = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIAcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcH\n-----END PRIVATE KEY-----\n";
    let said = run("CONDAU_REGISTRAR_KEY", other);
    assert!(
        said.contains("another key than the register names") && !said.contains("MC4C"),
        "{said}"
    );
    assert!(run("CONDAU_REGISTRAR_KEY", "no key").contains("no key file"));
    // As a file it is refused.
    fs::write(office.keys.join("registrar-1.pem"), other).unwrap();
    assert!(run("CONDAU_LANG", "en").contains("no key file"));
}

#[test]
fn t11_rotate_by_commands() {
    let office = Office::open("rotate");
    let at = |it: &'static str| ["--sealed", it];
    office.seal(CODES[0], "1/TB-MAU", "2026-11-20T01:00:00Z");
    office.seal(CODES[1], "2/TB-MAU", "2026-11-20T02:00:00Z");
    office.refused(
        &["key", "retire", "registrar-1", "--reason", "x", "--sealed", "2026-11-21T01:00:00Z"],
        1,
        "too few keys",
    );
    let said = office.done(
        &[
            &["key", "new", "--role", "registrar", "--reason", "Người mới"],
            &at("2026-11-21T01:00:00Z")[..],
        ]
        .concat(),
    );
    assert!(said.contains("registrar-2.pem") && said.contains("all covered"), "{said}");
    let bare = ["key", "compromised", "registrar-1", "--reason", "x"];
    office.refused(&[&bare[..], &at("2026-11-21T02:00:00Z")[..]].concat(), 2, "--from-index");
    office.refused(&["key", "retire", "registrar-9", "--reason", "x"], 2, "no such active key");
    // What was sealed from entry 2 on was sealed by a thief.
    let said = office.done(
        &[
            &["key", "compromised", "registrar-1", "--from-index", "2", "--reason", "Mất máy"],
            &at("2026-11-22T01:00:00Z")[..],
        ]
        .concat(),
    );
    assert!(
        said.contains("000YFYQ1TR, version 1 (entry 2)") && !said.contains("K7M29QX4TB"),
        "{said}"
    );
    office.issue(CODES[1], 2, "2/TB-MAU", "2026-11-22T02:00:00Z", ("registrar-2", true));
    let state = office.state();
    assert!(
        state.records[CODES[1]].versions[0].disowned && state.records[CODES[1]].newest().is_some()
    );
    // The log key moves to another person; what takes the old one away is covered by the new one.
    office.done(
        &[
            &["key", "new", "--role", "log", "--reason", "Người khác"],
            &at("2026-11-23T01:00:00Z")[..],
        ]
        .concat(),
    );
    office.refused(
        &["key", "retire", &state.origin, "--reason", "x", "--sealed", "2026-11-23T02:00:00Z"],
        2,
        "log-1",
    );
    fs::remove_file(office.keys.join("log-1.pem")).unwrap();
    office.done(
        &[&["key", "retire", "log-1", "--reason", "Mất"], &at("2026-11-23T02:00:00Z")[..]].concat(),
    );
    let (state, said) = (office.state(), office.done(&["key", "show"]));
    assert_eq!(state.active(Role::Log, state.size()).count(), 1);
    assert!(said.contains("stolen, not trusted from entry 2 on"), "{said}");
    // A run that was cut short between the key file and the entry is taken up again.
    let entries = office.files();
    office.done(
        &[
            &["key", "new", "--role", "root", "--reason", "Thêm", "--draft", "../bỏ.txt"],
            &at("2026-11-24T01:00:00Z")[..],
        ]
        .concat(),
    );
    assert_eq!(office.files(), entries);
    office.done(
        &[&["key", "new", "--role", "root", "--reason", "Thêm"], &at("2026-11-24T01:00:00Z")[..]]
            .concat(),
    );
    assert_eq!(office.state().active(Role::Root, 99).count(), 3);
}

#[test]
fn roots_sign_one_after_the_other_each_at_its_place() {
    let office = Office::open("apart");
    let other = office.site.join("../elsewhere");
    fs::create_dir_all(&other).unwrap();
    let to = |from: &Path, to: &Path| {
        fs::rename(from.join("root-2.pem"), to.join("root-2.pem")).unwrap();
    };
    to(&office.keys, &other);
    let new = [
        "key",
        "new",
        "--role",
        "registrar",
        "--reason",
        "Người mới",
        "--sealed",
        "2026-11-21T01:00:00Z",
    ];
    let before = office.files();
    let (code, said) = office.run(&new);
    assert!(code == 2 && said.contains("root-2") && said.contains("--draft"), "{said}");
    assert_eq!(office.files(), before);
    let draft = office.site.join("../khoa.txt");
    let draft = draft.to_str().unwrap();
    office.done(&[&new[..], &["--draft", draft]].concat());
    let said = office.done(&["key", "--sign", draft]);
    assert!(said.contains("action: add") && said.contains("signatures missing: 1"), "{said}");
    assert_eq!(office.files(), before);
    office.refused(&["key", "--sign", draft], 2, "root-2");
    to(&other, &office.keys);
    let half = fs::read(draft).unwrap();
    let said = office.done(&["key", "--sign", draft]);
    assert!(said.contains("all covered") && !Path::new(draft).exists(), "{said}");
    assert_eq!(office.state().active(Role::Registrar, 2).count(), 2);
    // Cut short before the file went: the same command again ends in the same.
    let whole = office.files();
    fs::write(draft, half).unwrap();
    office.done(&["key", "--sign", draft]);
    assert!(office.files() == whole && !Path::new(draft).exists());
    // What is no draft is not signed.
    let seal = office.site.join("register/000/000001.note");
    fs::write(draft, "condau/1 status\n").unwrap();
    office.refused(&["key", "--sign", draft], 2, "no draft");
    office.refused(&["move", "--sign", "condau.toml"], 2, "no draft");
    assert!(seal.exists());
}

#[test]
fn t12_move() {
    let office = Office::open("moved");
    office.seal(CODES[0], "1/TB-MAU", "2026-11-20T01:00:00Z");
    let old = office.state().hosts[0].clone();
    office.write("../1.tlog-proof", &office.receipt(1));
    let said = office.done(&[
        "move",
        "--host",
        "moi.example",
        &old,
        "--issuer.vi",
        "Sở Mới",
        "--issuer.zh",
        "新厅",
        "--reason",
        "Hợp nhất",
        "--sealed",
        "2026-11-25T01:00:00Z",
    ]);
    assert!(
        said.contains("moi.example") && said.contains("[verify] host = \"moi.example\""),
        "{said}"
    );
    let said = office.done(&[
        "move",
        "--host",
        "moi.example",
        "--reason",
        "Bỏ tên cũ",
        "--sealed",
        "2026-11-26T01:00:00Z",
    ]);
    assert!(said.contains(&format!("stay valid: {old}")), "{said}");
    let state = office.state();
    assert_eq!(state.hosts, ["moi.example"]);
    assert!(state.issuer.contains(&("vi".to_owned(), "Sở Mới".to_owned())));
    assert!(state.issuer.iter().any(|it| it.0 == "en"));
    let before = office.files();
    let again = [
        "move",
        "--host",
        "moi.example",
        "--issuer.vi",
        "Sở Mới",
        "--reason",
        "x",
        "--sealed",
        "2026-11-26T02:00:00Z",
    ];
    assert!(office.done(&again).contains("Nothing to do") && office.files() == before);
    // Old papers lead to the old host, new ones to the new one: the same verdict.
    for host in [old.as_str(), "moi.example"] {
        let (code, said) = office.run(&[
            "verify",
            &format!("HTTPS://{}/V/{}/", host.to_uppercase(), CODES[0]),
            "--as-of",
            "2026-12-01",
        ]);
        assert_eq!(code, 0, "{said}");
    }
    let (code, said) = office.run(&["verify", "../1.tlog-proof", "--as-of", "2026-12-01"]);
    assert!(code == 0 && said.contains("GENUINE AND CURRENT"), "{said}");
    assert_eq!(office.run(&["verify", &format!("https://la.example/V/{}/", CODES[0])]).0, 22);
    office.refused(
        &["move", "--host", "Ha Noi", "--reason", "x", "--sealed", "2026-11-26T01:00:00Z"],
        1,
        "R2 form",
    );
    // Merged into an office with a register of its own.
    let print = "ab".repeat(32);
    office.done(&[
        "move",
        "--host",
        "moi.example",
        "--successor",
        "moi.example/so",
        &print,
        "--reason",
        "Sáp nhập",
        "--sealed",
        "2026-11-27T01:00:00Z",
    ]);
    // Keys that are named after the move bear the new host; the register keeps its name.
    office.done(&[
        "key",
        "new",
        "--role",
        "registrar",
        "--reason",
        "x",
        "--sealed",
        "2026-11-27T01:00:00Z",
    ]);
    assert!(office.state().holders.iter().any(|it| it.key.name() == "moi.example/registrar-2"));
    assert_eq!(office.state().origin, state.origin);
}

#[test]
fn a_register_whose_roots_are_lost_has_a_successor() {
    let office = Office::open("lost");
    let state = office.state();
    let old = office.site.join("../old-checkpoint");
    fs::rename(office.site.join("register/checkpoint"), &old).unwrap();
    fs::remove_dir_all(office.site.join("register")).unwrap();
    fs::rename(&office.keys, office.site.join("../old-keys")).unwrap();
    office.refused(&["key", "init", "--predecessor", old.to_str().unwrap()], 2, "needs a new name");
    office
        .write("condau.toml", &office.read("condau.toml").replace(&state.origin, "hai.example/so"));
    office.done(&[
        "key",
        "init",
        "--predecessor",
        old.to_str().unwrap(),
        "--sealed",
        "2026-12-02T01:00:00Z",
    ]);
    let note = Note::parse(office.read("register/000/000000.note").as_bytes()).unwrap();
    assert!(note.text.contains(&format!("\npredecessor: {} 1 ", state.origin)), "{}", note.text);
    assert_eq!(office.state().origin, "hai.example/so");
}

#[test]
fn t10_quorum() {
    let office = Office::open("witnesses");
    let key = |seed: u8| SigningKey::from_bytes(&[seed; 32]);
    let vkey = |name: &str, seed| Key::new(name, Algorithm::Cosignature, key(seed).verifying_key());
    let (one, two) = (vkey("w1.example", 41), vkey("w2.example", 42));
    office.write(
        "register/policy.txt",
        &format!("witness w1 {one}\nwitness w2 {two}\ngroup both all w1 w2\nquorum both\n"),
    );
    let body = office.done(&["witness-request"]);
    let (head, note) = body.split_once("\n\n").unwrap();
    assert_eq!(head, "old 0");
    assert_eq!(note, office.read("register/checkpoint"));
    // Nobody has seen it: whoever asks for witnesses does not believe it.
    let verify = || office.run(&["verify", CODES[0], "--as-of", "2026-12-01"]).0;
    assert_eq!(verify(), 30);
    let text = Note::parse(note.as_bytes()).unwrap().text;
    let answer = |name: &str, seed: u8, text: &str| {
        let line = Signature::cosign(name, &key(seed), text, 1_795_000_000);
        office.write("../answer", &format!("{line}\n"));
    };
    let add = ["witness-add", "../answer"];
    answer("w1.example", 43, &text);
    office.refused(&add, 1, "no line of");
    answer("w1.example", 41, "another\n1\n\n");
    office.refused(&add, 1, "another checkpoint");
    office.write("../answer", "502 Bad Gateway\n");
    office.refused(&add, 1, "no line of");
    answer("w1.example", 41, &text);
    assert!(office.done(&add).contains("w1.example"));
    assert_eq!(verify(), 30);
    assert!(office.done(&add).contains("Nothing to do"));
    answer("w2.example", 42, &text);
    office.done(&add);
    assert_eq!(verify(), 21);
    // Who has seen it again says so in the place of the older signature.
    let again = Signature::cosign("w2.example", &key(42), &text, 1_795_000_600);
    office.write("../answer", &format!("{again}\n"));
    office.done(&add);
    assert!(office.read("register/checkpoint").contains(&again.to_string()));
    answer("w2.example", 42, &text);
    assert!(office.done(&add).contains("Nothing to do"));
    // The next checkpoint keeps the one that they saw, and the request starts from it.
    let seen = office.read("register/checkpoint");
    office.done(&[
        "key",
        "new",
        "--role",
        "registrar",
        "--reason",
        "x",
        "--sealed",
        "2026-11-18T01:00:00Z",
    ]);
    assert_eq!(office.read("register/cosigned"), seen);
    assert!(office.done(&["witness-request"]).starts_with("old 1\n"));
    assert_eq!(office.done(&["witness-request", "--old", "2"]).lines().nth(1), Some(""));
    office.refused(&["witness-request", "--old", "3"], 2, "not that large");
    assert_eq!(verify(), 21);
    // Without a quorum, what nobody saw is believed with a warning: a code, and a receipt.
    office.seal(CODES[0], "1/TB-MAU", "2026-11-20T01:00:00Z");
    office.write("../1.tlog-proof", &office.receipt(2));
    let on = ["--as-of", "2026-12-01"];
    let verify = |what: &str| office.run(&[&["verify", what][..], &on].concat());
    // The checkpoint that witnesses saw stands before it.
    assert_eq!((verify(CODES[0]).0, verify("../1.tlog-proof").0), (30, 30));
    let request = office.done(&["witness-request"]);
    let text = Note::parse(request.split_once("\n\n").unwrap().1.as_bytes()).unwrap().text;
    for (name, seed) in [("w1.example", 41), ("w2.example", 42)] {
        let line = Signature::cosign(name, &key(seed), &text, 1_795_200_000);
        office.write("../answer", &format!("{line}\n"));
        office.done(&add);
    }
    assert_eq!((verify(CODES[0]).0, verify("../1.tlog-proof").0), (0, 30));
    office.write("../2.tlog-proof", &office.receipt(2));
    assert_eq!(verify("../2.tlog-proof").0, 0);
    // A receipt brings along who saw it.
    let (point, seen) = (office.read("register/checkpoint"), office.read("register/cosigned"));
    let log_line = point.split_inclusive('\n').take(5).collect::<String>();
    office.write("register/checkpoint", &log_line);
    assert!(seen.contains("\n1\n") && !log_line.contains("w1.example"), "{log_line}");
    assert_eq!((verify(CODES[0]).0, verify("../2.tlog-proof").0), (30, 0));
    office.write("register/checkpoint", &point);
    // What nobody has seen takes back, and gives nothing.
    let mark = |status: &str, sealed: &str| {
        office.done(&["mark", CODES[0], status, "--reason", "x", "--sealed", sealed]);
    };
    mark("suspended", "2026-11-21T01:00:00Z");
    assert_eq!(verify(CODES[0]).0, 10);
    mark("in-force", "2026-11-21T02:00:00Z");
    assert_eq!(verify(CODES[0]).0, 30);
    fs::remove_file(office.site.join("register/policy.txt")).unwrap();
    for what in [CODES[0], "../1.tlog-proof"] {
        let (code, said) = verify(what);
        assert!(code == 0 && said.contains("no outside witness is asked for"), "{code} {said}");
    }
}

#[test]
fn a_checkpoint_that_is_no_beginning_is_refused() {
    let office = Office::open("fork");
    let old = office.read("register/checkpoint");
    office.write("../old", &old);
    office.seal(CODES[0], "1/TB-MAU", "2026-11-20T01:00:00Z");
    assert!(office.done(&["sequence", "--old", "../old"]).contains("Nothing to do"));
    let other = Office::open("fork-other");
    office.write("../old", &other.read("register/checkpoint"));
    office.refused(&["sequence", "--old", "../old"], 1, "does not begin with");
    office.refused(&["sequence", "--old", "condau.toml"], 2, "no checkpoint");
    // Pending entries that break a rule stop everything until they are left out.
    let first = office.read("register/000/000001.note");
    office.write("register/000/000002.note", &first);
    office.refused(&["sequence"], 1, "R4 exists");
    let said = office.done(&["sequence", "--drop-pending"]);
    assert!(
        said.contains("pending entry 2") && !office.site.join("register/000/000002.note").exists(),
        "{said}"
    );
}

#[test]
fn a_pending_entry_that_somebody_deleted_leaves_no_hole() {
    let office = Office::open("hole");
    let seal = |at: usize, number| {
        office.issue(CODES[at], 1, number, "2026-11-20T01:00:00Z", ("registrar-1", false));
    };
    seal(0, "1/TB-MAU");
    seal(1, "2/TB-MAU");
    fs::remove_file(office.site.join("register/000/000001.note")).unwrap();
    office.refused(&["sequence"], 1, "entry 1 missing");
    let moved = office.read("register/000/000002.note");
    assert!(office.done(&["sequence", "--drop-pending"]).contains("2 entries"));
    assert_eq!(office.read("register/000/000001.note"), moved);
    assert!(!office.site.join("register/000/000002.note").exists());
    assert!(office.state().records.contains_key(CODES[1]));
}

#[test]
fn a_key_may_stand_in_the_environment_without_a_lock() {
    let office = Office::open("environment");
    office.seal(CODES[0], "1/TB-MAU", "2026-11-20T01:00:00Z");
    let plain = |file: &str| {
        let pass = format!("pass:{PASSPHRASE}");
        let path = office.keys.join(file);
        let arguments = ["pkey", "-in", path.to_str().unwrap(), "-passin", &pass];
        let output = Command::new("openssl").args(arguments).output().ok()?;
        String::from_utf8(output.stdout).ok()
    };
    let Some((registrar, log)) = plain("registrar-1.pem").zip(plain("log-1.pem")) else { return };
    let mut command = Command::new(env!("CARGO_BIN_EXE_condau"));
    command.current_dir(&office.site).env("CONDAU_KEY_DIR", office.site.join("../none"));
    command.env("CONDAU_REGISTRAR_KEY", registrar).env("CONDAU_LOG_KEY", log);
    let mark = ["mark", CODES[0], "revoked", "--reason", "Sai", "--sealed", "2026-11-21T01:00:00Z"];
    let output = command.args(mark).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(office.state().records[CODES[0]].status_word(), "revoked");
}

/// One way in which two clerks meet.
struct Meeting {
    first: usize,
    second: usize,
    rebase: bool,
}

#[test]
fn t18_merge() {
    if Command::new("git").arg("--version").output().is_err() {
        return;
    }
    for (number, (first, second, rebase)) in [
        (1, 1, false),
        (1, 2, false),
        (2, 1, false),
        (2, 2, false),
        (1, 1, true),
        (1, 2, true),
        (2, 1, true),
        (2, 2, true),
    ]
    .into_iter()
    .enumerate()
    {
        meet(&format!("merge-{number}"), &Meeting { first, second, rebase });
    }
}

/// Two clerks seal from the same state; the second one to publish takes the other side's files and
/// seals again what was lost.
fn meet(name: &str, meeting: &Meeting) {
    let office = Office::open(name);
    for (key, value) in
        [("user.name", "x"), ("user.email", "x@x.example"), ("core.autocrlf", "false")]
    {
        office.git(&["init", "-q", "-b", "main"]);
        office.git(&["config", key, value]);
    }
    let commit = |what: &str| {
        office.git(&["add", "-A"]);
        let said = office.git(&["commit", "-qm", what]);
        assert!(said.is_empty(), "{said}");
    };
    commit("opened");
    let numbers = ["1/TB-MAU", "2/TB-MAU", "3/TB-MAU", "4/TB-MAU"];
    let seal = |of: std::ops::Range<usize>| {
        for at in of.clone() {
            let covers = at + 1 == of.end;
            office.issue(
                CODES[at],
                1,
                numbers[at],
                "2026-11-20T01:00:00Z",
                ("registrar-1", covers),
            );
        }
    };
    office.git(&["branch", "other"]);
    seal(0..meeting.first);
    commit("first clerk");
    office.git(&["checkout", "-q", "other"]);
    seal(2..2 + meeting.second);
    commit("second clerk");
    let said = office.git(if meeting.rebase { &["rebase", "main"] } else { &["merge", "main"] });
    assert!(said.contains("CONFLICT"), "{said}");
    let status = office.git(&["status", "--porcelain"]);
    let conflicts = status.lines().filter(|it| it.starts_with("AA") || it.starts_with("UU"));
    let mut paths: Vec<_> = conflicts.map(|it| it[3..].to_owned()).collect();
    assert!(paths.iter().any(|it| it == "register/checkpoint"), "{status}");
    paths.retain(|it| it != "register/checkpoint");
    assert!(paths.iter().any(|it| it == "register/000/000001.note"), "{status}");
    let upstream = ["checkout", "main", "--", "register/checkpoint"];
    office.git(&[&upstream[..], &paths.iter().map(String::as_str).collect::<Vec<_>>()].concat());
    if office.git(&["ls-tree", "--name-only", "main", "register/sizes"]).is_empty() {
        fs::remove_file(office.site.join("register/sizes")).unwrap();
    } else {
        office.git(&["checkout", "main", "--", "register/sizes"]);
    }
    // Lawful at once: what is left of the second clerk's is pending.
    assert_eq!(office.state().size(), 1 + meeting.first as u64, "{status}");
    let stored = register::read(&office.site.join("register"), "").unwrap().unwrap();
    let ledger = Ledger::new(stored, Policy::default(), None, Broken::Refuse).unwrap();
    let lost: Vec<_> = (2..2 + meeting.second)
        .filter(|it| !ledger.state().records.contains_key(CODES[*it]))
        .collect();
    assert!(!lost.is_empty());
    for at in lost {
        office.issue(CODES[at], 1, numbers[at], "2026-11-20T01:00:00Z", ("registrar-1", false));
    }
    office.done(&["sequence"]);
    let state = office.state();
    assert_eq!(state.size(), 1 + (meeting.first + meeting.second) as u64);
    assert_eq!(state.records.len(), meeting.first + meeting.second);
    office.git(&["add", "-A"]);
    let said = if meeting.rebase {
        office.git(&["-c", "core.editor=true", "rebase", "--continue"])
    } else {
        office.git(&["commit", "-qm", "both"])
    };
    assert!(office.git(&["status", "--porcelain"]).is_empty(), "{said}");
}
