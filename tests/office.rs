//! An office with keys from seeds: a key is its seed 32 times.

use std::collections::BTreeSet;

use condau::diagnostic::Diagnostics;
use condau::seal::plan::{self, Step};
use condau::site::{self, Options};
use condau::verify::checkpoint::Checkpoint;
use condau::verify::files;
use condau::verify::note::{Algorithm, Key, Note, Signature, hex};
use condau::verify::tree::{Tree, leaf};
use ed25519_dalek::SigningKey;

use crate::support::{Site, day};

pub(crate) const HOST: &str = "songoaivu.example";
pub(crate) const ORIGIN: &str = "songoaivu.example/so-con-dau";

/// The keys, by name and seed.
pub(crate) const ROOTS: [(&str, u8); 3] = [("root-1", 1), ("root-2", 2), ("root-3", 7)];
pub(crate) const REGISTRAR: (&str, u8) = ("registrar-1", 3);
pub(crate) const LOG: (&str, u8) = ("log", 5);

pub(crate) fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

fn name(of: &str) -> String {
    if of == "log" { ORIGIN.to_owned() } else { format!("{HOST}/{of}") }
}

pub(crate) fn vkey((of, seed): (&str, u8)) -> String {
    Key::new(&name(of), Algorithm::Ed25519, key(seed).verifying_key()).to_string()
}

/// A text as a note that these keys signed.
pub(crate) fn sign(text: &str, keys: &[(&str, u8)]) -> Vec<u8> {
    let signatures = keys.iter().map(|(of, seed)| Signature::new(&name(of), &key(*seed), text));
    Note { text: text.to_owned(), signatures: signatures.collect() }.to_string().into_bytes()
}

/// The first entry of a specimen's register with so many roots.
pub(crate) fn open(roots: usize) -> Vec<u8> {
    let roots = &ROOTS[..roots];
    let lines: String = roots.iter().map(|it| format!("root: {}\n", vkey(*it))).collect();
    let text = format!(
        "condau/1 open\norigin: {ORIGIN}\nspecimen: yes\nissuer.vi: Sở mẫu\nhost: {HOST}\n{lines}quorum: 2\n\
         registrar: {}\nlog: {}\nrules: 1\nsealed: 2026-11-02T01:00:00Z\n",
        vkey(REGISTRAR),
        vkey(LOG)
    );
    sign(&text, &roots[..2])
}

/// The checkpoint of all these entries.
pub(crate) fn checkpoint(entries: &[Vec<u8>], log: (&str, u8)) -> Vec<u8> {
    let tree = Tree::new(entries.iter().map(|it| leaf(it)));
    let size = entries.len();
    let point = Checkpoint { origin: ORIGIN.to_owned(), size: size as u64, root: tree.root(size) };
    sign(&point.to_string(), &[log])
}

/// A site whose office keeps a register.
pub(crate) struct Office {
    pub(crate) site: Site,
    pub(crate) entries: Vec<Vec<u8>>,
    sizes: Vec<usize>,
}

impl Office {
    /// Opens the register of a site.
    pub(crate) fn open(site: Site) -> Self {
        let entries = vec![open(2)];
        let fingerprint = hex(&leaf(&entries[0]));
        let settings = site.text("condau.toml").to_owned();
        let settings = format!("{settings}[verify]\nfingerprint = \"{fingerprint}\"\n");
        Self { site: site.write("condau.toml", &settings), entries, sizes: Vec::new() }.kept()
    }

    /// What its settings pin.
    pub(crate) fn fingerprint(&self) -> String {
        hex(&leaf(&self.entries[0]))
    }

    /// The register as it stands in the folder of the project.
    fn kept(mut self) -> Self {
        for (index, note) in self.entries.iter().enumerate() {
            let path = format!("register/{}", files::note(index as u64));
            self.site = self.site.write(&path, str::from_utf8(note).unwrap());
        }
        let point = checkpoint(&self.entries, LOG);
        let sizes: String = self.sizes.iter().map(|it| format!("{it}\n")).collect();
        self.site = self
            .site
            .write("register/checkpoint", str::from_utf8(&point).unwrap())
            .write("register/sizes", &sizes);
        self
    }

    /// Adds entries that a registrar signs.
    pub(crate) fn add(mut self, texts: impl IntoIterator<Item = String>) -> Self {
        self.sizes.push(self.entries.len());
        self.entries.extend(texts.into_iter().map(|it| sign(&it, &[REGISTRAR])));
        self.kept()
    }

    /// Seals what the site publishes and differs from its last version.
    pub(crate) fn seal(mut self) -> Self {
        let options = Options { as_of: day("2026-05-04"), drafts: false, production: false };
        let sources = self.site.clone().sources();
        let (press, reported) = site::working_copy(sources, Diagnostics::default(), options);
        let press = press.unwrap_or_else(|_| panic!("{reported:#?}"));
        let state = press.register.as_ref().unwrap().state.clone();
        let plan = plan::plan(&press, &state, &BTreeSet::new());
        assert_eq!(plan.refused, []);
        let time = format!("2026-11-{:02}T01:00:00Z", 2 + self.sizes.len());
        let texts: Vec<_> = plan.steps.iter().map(|it| it.text(&time).unwrap()).collect();
        for step in &plan.steps {
            let Step::Issue(version) = step else { continue };
            let folder = version.folder();
            for (name, text) in version.texts() {
                self.site = self.site.write(&format!("{folder}{name}"), text);
            }
            for (from, name) in version.files() {
                let bytes = self.site.attachment(from).to_vec();
                self.site = self.site.attach(&format!("{folder}{name}"), &bytes);
            }
        }
        self.add(texts)
    }
}
