//! What the writer promises, also when it is cut short after any of its operations.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use sha2::{Digest, Sha256};

use super::*;
use crate::changes::Change;
use crate::diagnostic::problem::Problem;
use crate::diagnostic::{FileId, Span};
use crate::site::{Content, Rendered};

/// A folder of its own, removed at the end.
struct Temp(PathBuf);

impl Temp {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("condau-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(path.join("content")).unwrap();
        Self(path)
    }

    fn out(&self) -> PathBuf {
        self.0.join("public")
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

impl Drop for Temp {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

type Site = BTreeMap<String, String>;

fn site(files: &[(&str, &str)]) -> Site {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// Writes a site, one task for two files.
fn build_on(disk: &Disk, temp: &Temp, out: &Path, site: &Site) -> Result<Report, Failure> {
    let files: Vec<_> = site.iter().collect();
    let render = |task: usize| {
        let part = &files[2 * task..files.len().min(2 * task + 2)];
        let content = |text: &String| Content::Bytes(text.clone().into_bytes());
        let files = part.iter().map(|(path, text)| ((*path).clone(), content(text))).collect();
        Ok(Rendered { files, warnings: Vec::new() })
    };
    run(&temp.0, out, disk, |place, standing| {
        let bench = Bench { root: &temp.0, place, standing, disk };
        prepare::all(files.len().div_ceil(2), render, |_, _| (), bench)
    })
}

fn build(temp: &Temp, site: &Site) -> Result<Report, Failure> {
    build_on(&Disk::default(), temp, &temp.out(), site)
}

/// The files below a folder.
fn read(folder: &Path) -> Site {
    let mut found = Site::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok) {
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            found.insert(path, fs::read_to_string(entry.path()).unwrap());
        }
    }
    found
}

fn cause(result: Result<Report, Failure>) -> String {
    match result {
        Err(Failure::Machine(error)) => error.cause().to_owned(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn only_what_differs_is_written_and_what_is_gone_is_removed() {
    let temp = Temp::new("differs");
    let first = site(&[("index.html", "1"), ("vi/a/index.html", "a"), ("vi/b/index.html", "b")]);
    let report = build(&temp, &first).unwrap();
    assert_eq!(report, Report { written: 3, ..Report::default() });
    assert_eq!(read(&temp.out()), first);
    let report = build(&temp, &first).unwrap();
    assert_eq!(report, Report { unchanged: 3, ..Report::default() });

    let second = site(&[("index.html", "2"), ("vi/a/index.html", "a"), ("vi/c/d/e.html", "e")]);
    let report = build(&temp, &second).unwrap();
    let expected = Report { written: 2, unchanged: 1, removed: 1, ..Report::default() };
    assert_eq!(report, expected);
    assert_eq!(read(&temp.out()), second);
    assert!(!temp.out().join("vi/b").exists(), "an empty folder is left");
    assert!(!temp.0.join("public.next").exists());
    let listed = fs::read_to_string(temp.0.join("public.manifest")).unwrap();
    assert_eq!(listed, "condau manifest 1\nindex.html\nvi/a/index.html\nvi/c/d/e.html\n");
}

#[test]
fn files_and_folders_change_places() {
    let temp = Temp::new("places");
    let sites = [
        site(&[("a", "file"), ("b/x", "x"), ("c/d/e", "e")]),
        site(&[("a/x", "x"), ("b", "file"), ("c/d", "d")]),
        site(&[("a/x/y/z", "z"), ("b/x/y", "y"), ("c", "c")]),
        site(&[("a/x/y", "y")]),
    ];
    for from in &sites {
        for to in &sites {
            build(&temp, from).unwrap();
            build(&temp, to).unwrap();
            assert_eq!(&read(&temp.out()), to, "{from:?}");
        }
    }
}

#[test]
fn files_of_others_are_left_alone_and_named() {
    let temp = Temp::new("others");
    build(&temp, &site(&[("index.html", "1")])).unwrap();
    temp.write("public/CNAME", "mau.example");
    temp.write("public/vi/ghi-chu.txt", "note");
    let report = build(&temp, &site(&[("index.html", "1"), ("vi/index.html", "2")])).unwrap();
    assert_eq!(report.foreign, ["CNAME", "vi/ghi-chu.txt"]);
    build(&temp, &site(&[("index.html", "1")])).unwrap();
    let expected =
        site(&[("index.html", "1"), ("CNAME", "mau.example"), ("vi/ghi-chu.txt", "note")]);
    assert_eq!(read(&temp.out()), expected);

    // What the site needs is not taken from them either, unless it is the same.
    for path in ["CNAME", "CNAME/x", "vi"] {
        let next = site(&[("index.html", "3"), (path, "other")]);
        assert_eq!(cause(build(&temp, &next)), "cause-exists", "{path}");
        assert_eq!(read(&temp.out()), expected, "{path}");
    }
    let same = site(&[("CNAME", "mau.example")]);
    assert_eq!(build(&temp, &same).unwrap().foreign, ["vi/ghi-chu.txt"]);
    assert_eq!(build(&temp, &site(&[("a", "a")])).unwrap().removed, 1);
}

#[test]
fn places_that_are_not_ours_are_refused() {
    let temp = Temp::new("refused");
    temp.write("content/x.md", "x");
    temp.write("other/file", "x");
    temp.write("file", "x");
    let new = site(&[("index.html", "1")]);
    let outs = ["", "content", "content/public", "themes/a/b", "other", "file", "x/../content/p"];
    let before = read(&temp.0);
    for out in outs {
        let out = temp.0.join(out);
        let result = build_on(&Disk::default(), &temp, &out, &new);
        assert!(matches!(result, Err(Failure::Machine(_))), "{}", out.display());
    }
    for out in ["/", "..", "."] {
        let result = build_on(&Disk::default(), &temp, &temp.0.join(out), &new);
        assert_eq!(cause(result), "cause-not-ours", "{out}");
    }
    assert_eq!(read(&temp.0), before);
    assert!(!temp.0.join("content/public").exists() && !temp.0.join("themes").exists());

    temp.write("public.next/thesis.txt", "x");
    assert_eq!(cause(build(&temp, &new)), "cause-not-ours");
    assert!(temp.0.join("public.next/thesis.txt").exists());
}

#[test]
fn folders_above_are_made_and_taken_back() {
    let temp = Temp::new("above");
    let out = temp.0.join("a/b/public");
    let full = Disk { room: 1.into(), ..Disk::default() };
    let new = site(&[("index.html", "1")]);
    assert_eq!(cause(build_on(&full, &temp, &out, &new)), "cause-disk-full");
    assert!(!temp.0.join("a").exists());
    build_on(&Disk::default(), &temp, &out, &new).unwrap();
    assert_eq!(read(&out), new);
}

#[test]
fn an_empty_folder_is_taken_with_its_rights() {
    let temp = Temp::new("empty");
    fs::create_dir(temp.out()).unwrap();
    let new = site(&[("index.html", "1")]);
    build(&temp, &new).unwrap();
    assert_eq!(read(&temp.out()), new);
}

#[test]
fn faults_of_pages_change_nothing() {
    let temp = Temp::new("faults");
    let old = site(&[("index.html", "1"), ("a/index.html", "2")]);
    build(&temp, &old).unwrap();
    let fault = |at| Diagnostic {
        problem: Problem::TemplateError { what: "x".to_owned() },
        span: Span::new(FileId(at), 0..0),
        related: None,
        fix: None,
    };
    let disk = Disk::default();
    let result = run(&temp.0, &temp.out(), &disk, |place, standing| {
        let bench = Bench { root: &temp.0, place, standing, disk: &disk };
        let render = |task: usize| match task % 2 {
            0 => Err(vec![fault(u32::try_from(task).unwrap())]),
            _ => {
                let files = vec![("index.html".to_owned(), Content::Bytes(b"new".to_vec()))];
                Ok(Rendered { files, warnings: Vec::new() })
            }
        };
        prepare::all(6, render, |_, _| (), bench)
    });
    let Err(Failure::Problems(found)) = result else { panic!("{result:?}") };
    assert_eq!(found, [0, 2, 4].map(fault));
    assert_eq!(read(&temp.out()), old);
    assert!(!temp.0.join("public.next").exists());
}

#[test]
fn a_path_never_leaves_the_folder() {
    let temp = Temp::new("leaves");
    for path in ["../x", "/tmp/condau-x", "a/../../x", "a//b", "", "a\nb"] {
        let result = build(&temp, &site(&[(path, "x")]));
        assert!(matches!(result, Err(Failure::Machine(_))), "{path}");
    }
    assert!(read(&temp.0).is_empty());
}

#[cfg(unix)]
#[test]
fn links_in_the_folder_are_not_followed() {
    let temp = Temp::new("links");
    temp.write("elsewhere/index.html", "mine");
    build(&temp, &site(&[("index.html", "1"), ("vi/index.html", "2")])).unwrap();
    fs::remove_dir_all(temp.out().join("vi")).unwrap();
    std::os::unix::fs::symlink(temp.0.join("elsewhere"), temp.out().join("vi")).unwrap();
    fs::remove_file(temp.out().join("index.html")).unwrap();
    std::os::unix::fs::symlink(temp.0.join("elsewhere/index.html"), temp.out().join("index.html"))
        .unwrap();
    let result = build(&temp, &site(&[("index.html", "1"), ("vi/index.html", "2")]));
    assert_eq!(cause(result), "cause-exists");
    build(&temp, &site(&[("index.html", "mine")])).unwrap();
    assert!(fs::symlink_metadata(temp.out().join("index.html")).unwrap().is_file());
    assert_eq!(fs::read_to_string(temp.0.join("elsewhere/index.html")).unwrap(), "mine");

    // The folder itself may be reached by one.
    std::os::unix::fs::symlink(temp.out(), temp.0.join("www")).unwrap();
    let new = site(&[("a", "a")]);
    build_on(&Disk::default(), &temp, &temp.0.join("www"), &new).unwrap();
    assert_eq!(read(&temp.out()), new);
}

#[test]
fn attachments_are_copied_as_they_were_read() {
    let temp = Temp::new("attachments");
    temp.write("content/a.pdf", "a paper");
    let copy = |bytes: &[u8]| {
        let disk = Disk::default();
        let render = |_| {
            let (length, sha256) = (bytes.len() as u64, Sha256::digest(bytes).into());
            let content = Content::Copy { from: "content/a.pdf".to_owned(), length, sha256 };
            Ok(Rendered { files: vec![("a.pdf".to_owned(), content)], warnings: Vec::new() })
        };
        run(&temp.0, &temp.out(), &disk, |place, standing| {
            let bench = Bench { root: &temp.0, place, standing, disk: &disk };
            prepare::all(1, render, |_, _| (), bench)
        })
    };
    assert_eq!(copy(b"a paper").unwrap().written, 1);
    assert_eq!(copy(b"a paper").unwrap().unchanged, 1);
    temp.write("content/a.pdf", "b paper");
    assert_eq!(cause(copy(b"another paper")), "cause-changed-meanwhile");
    assert_eq!(read(&temp.out()), site(&[("a.pdf", "a paper")]));
    assert_eq!(copy(b"b paper").unwrap().written, 1);
}

/// Runs of every length over one change of the site.
const OLD: &[(&str, &str)] = &[
    ("index.html", "old"),
    ("same", "same"),
    ("file", "old"),
    ("folder/a", "old"),
    ("folder/b/c", "old"),
    ("gone/a/b", "old"),
    ("vi/a/index.html", "old"),
];
const NEW: &[(&str, &str)] = &[
    ("index.html", "new"),
    ("same", "same"),
    ("file/a", "new"),
    ("file/b/c", "new"),
    ("folder", "new"),
    ("vi/a/index.html", "new"),
    ("vi/b/index.html", "new"),
    ("vi/b/c/index.html", "new"),
];

/// Every file is that of one of the sites, and nothing but what may be missing is missing.
fn assert_whole(found: &Site, old: &Site, new: &Site, about: &str) {
    for (path, text) in found {
        let known = old.get(path) == Some(text) || new.get(path) == Some(text);
        assert!(known, "{about}: {path} holds {text:?}");
    }
    for path in old.keys().filter(|it| new.contains_key(*it)) {
        assert!(found.contains_key(path), "{about}: {path} is missing");
    }
}

#[test]
fn a_run_killed_anywhere_leaves_whole_files_and_is_mended() {
    let (old, new) = (site(OLD), site(NEW));
    let third = site(&[("index.html", "third"), ("gone/a/b", "third"), ("folder/a", "third")]);
    for (from, to) in [(&Site::new(), &old), (&old, &new), (&new, &old)] {
        for operations in 0.. {
            let temp = Temp::new("killed");
            build(&temp, from).unwrap();
            let disk = Disk { left: operations.into(), ..Disk::default() };
            let ended = build_on(&disk, &temp, &temp.out(), to).is_ok();
            let about = format!("after {operations} operations");
            assert_whole(&read(&temp.out()), from, to, &about);
            let next = if operations % 2 == 0 { to } else { &third };
            build(&temp, next).unwrap_or_else(|it| panic!("{about}: {it:?}"));
            assert_eq!(&read(&temp.out()), next, "{about}");
            assert!(!temp.0.join("public.next").exists(), "{about}");
            if ended {
                assert!(operations > 10, "{about} it was done already");
                break;
            }
        }
    }
}

#[test]
fn a_run_killed_while_moving_is_finished_even_if_the_next_one_fails() {
    let (old, new) = (site(OLD), site(NEW));
    let mut finished = 0;
    for operations in 0..100 {
        let temp = Temp::new("finished");
        build(&temp, &old).unwrap();
        let disk = Disk { left: operations.into(), ..Disk::default() };
        let _ = build_on(&disk, &temp, &temp.out(), &new);
        let disk = Disk::default();
        let result = run(&temp.0, &temp.out(), &disk, |_, _| Err(Failure::Problems(Vec::new())));
        assert!(matches!(result, Err(Failure::Problems(_))), "{result:?}");
        let found = read(&temp.out());
        assert!(found == old || found == new, "after {operations} operations: {found:?}");
        finished += usize::from(found == new);
    }
    assert!(finished > 10);
}

#[test]
fn a_full_disk_changes_nothing() {
    let (old, new) = (site(OLD), site(NEW));
    for from in [&Site::new(), &old] {
        for files in 0.. {
            let temp = Temp::new("full");
            build(&temp, from).unwrap();
            let disk = Disk { room: files.into(), ..Disk::default() };
            let result = build_on(&disk, &temp, &temp.out(), &new);
            if result.is_ok() {
                assert_eq!(read(&temp.out()), new);
                break;
            }
            assert_eq!(cause(result), "cause-disk-full", "{files} files");
            assert_eq!(&read(&temp.out()), from, "{files} files");
            assert!(!temp.0.join("public.next").exists(), "{files} files");
        }
    }
}

#[test]
fn a_lost_journal_is_no_harm() {
    let (old, new) = (site(OLD), site(NEW));
    let third: Site = new.keys().map(|it| (it.clone(), "third".to_owned())).collect();
    for operations in 0..60 {
        let temp = Temp::new("lost");
        build(&temp, &old).unwrap();
        let disk = Disk { left: operations.into(), ..Disk::default() };
        let _ = build_on(&disk, &temp, &temp.out(), &new);
        let _ = fs::remove_dir_all(temp.0.join("public.next"));
        build(&temp, &third).unwrap_or_else(|it| panic!("{operations}: {it:?}"));
        assert_eq!(read(&temp.out()), third, "after {operations} operations");
    }
}

#[test]
fn a_run_may_be_killed_while_it_mends_another() {
    let (old, new) = (site(OLD), site(NEW));
    for first in (0..60).step_by(6) {
        for second in (0..30).step_by(2) {
            let temp = Temp::new("again");
            build(&temp, &old).unwrap();
            for operations in [first, second] {
                let disk = Disk { left: operations.into(), ..Disk::default() };
                let _ = build_on(&disk, &temp, &temp.out(), &new);
            }
            let about = format!("after {first} and {second} operations");
            assert_whole(&read(&temp.out()), &old, &new, &about);
            build(&temp, &new).unwrap_or_else(|it| panic!("{about}: {it:?}"));
            assert_eq!(read(&temp.out()), new, "{about}");
        }
    }
}

#[test]
fn a_move_that_fails_is_finished_by_the_next_run() {
    let temp = Temp::new("fails");
    let (old, new) = (site(&[("a", "1"), ("c", "1")]), site(&[("a", "2"), ("b", "2"), ("c", "2")]));
    build(&temp, &old).unwrap();
    let disk = Disk::default();
    let result = run(&temp.0, &temp.out(), &disk, |place, standing| {
        // Somebody puts a folder where a file is to go, after the folder was looked at.
        temp.write("public/b/x", "mine");
        let bench = Bench { root: &temp.0, place, standing, disk: &disk };
        let files = new.iter().map(|(path, it)| (path.clone(), Content::Bytes(it.clone().into())));
        let rendered = |_| Ok(Rendered { files: files.clone().collect(), warnings: Vec::new() });
        prepare::all(1, rendered, |_, _| (), bench)
    });
    assert!(matches!(result, Err(Failure::Machine(_))), "{result:?}");
    assert_eq!(read(&temp.out()), site(&[("a", "2"), ("b/x", "mine"), ("c", "1")]));
    fs::remove_file(temp.out().join("b/x")).unwrap();
    let result = run(&temp.0, &temp.out(), &disk, |_, _| Err(Failure::Problems(Vec::new())));
    assert!(matches!(result, Err(Failure::Problems(_))), "{result:?}");
    assert_eq!(read(&temp.out()), new);
}

#[test]
fn two_runs_follow_each_other() {
    let temp = Temp::new("two");
    let sites: Vec<_> = ["1", "2", "3", "4"]
        .map(|text| {
            let paths = (0..40).map(|it| (format!("{it}/index.html"), text.repeat(500)));
            paths.collect::<Site>()
        })
        .into();
    build(&temp, &sites[0]).unwrap();
    std::thread::scope(|scope| {
        for it in &sites {
            scope.spawn(|| build(&temp, it).unwrap());
        }
    });
    assert!(sites.contains(&read(&temp.out())));
}

/// A site of a few paths, of which none is a folder of another.
fn any_site() -> impl Strategy<Value = Site> {
    let path = prop::sample::select(vec!["a", "b", "a/b", "a/c", "a/b/c", "b/a", "b/a/c", "c/a/b"]);
    prop::collection::btree_map(path, "[xyz]{1,2}", 0..7).prop_map(|files| {
        let all: std::collections::BTreeSet<&str> = files.keys().copied().collect();
        let fits = |path: &&str| !above(path).any(|it| all.contains(it));
        let files = files.iter().filter(|(path, _)| fits(path));
        files.map(|(path, text)| ((*path).to_owned(), text.clone())).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

    #[test]
    fn any_history_with_kills_ends_like_a_fresh_build(
        steps in prop::collection::vec((any_site(), 0..50_usize), 1..5),
        last in any_site(),
    ) {
        let temp = Temp::new("history");
        let mut written = vec![Site::new()];
        for (site, operations) in steps {
            let disk = Disk { left: operations.into(), ..Disk::default() };
            let _ = build_on(&disk, &temp, &temp.out(), &site);
            written.push(site);
            for (path, text) in read(&temp.out()) {
                prop_assert!(written.iter().any(|it| it.get(&path) == Some(&text)), "{}", path);
            }
        }
        build(&temp, &last).unwrap();
        prop_assert_eq!(read(&temp.out()), last);
        prop_assert!(!temp.0.join("public.next").exists());
    }
}

#[test]
fn changes_are_made_all_or_none() {
    let temp = Temp::new("changes");
    temp.write("content/a.md", "old a");
    temp.write("content/b.md", "\u{feff}old b");
    let changes = || {
        Changes(vec![
            Change::create("content/new/x/index.vi.md", b"x".to_vec()),
            Change::replace("content/a.md", b"old a", b"new a".to_vec()),
            Change::replace("content/b.md", b"old b", b"new b".to_vec()),
            Change::write(Path::new("qr.svg"), b"<svg/>".to_vec()),
        ])
    };
    let before = read(&temp.0);
    for files in 0..4 {
        let full = Disk { room: files.into(), ..Disk::default() };
        let error = project::apply(&changes(), &temp.0, &full).unwrap_err();
        assert_eq!(error.cause(), "cause-disk-full");
        assert_eq!(read(&temp.0), before, "{files} files");
        assert!(!temp.0.join("content/new").exists());
    }
    // The last one fails, so those before it are taken back.
    let mut twice = changes();
    twice.0.push(Change::create("content/y.md", b"y".to_vec()));
    twice.0.push(Change::create("content/y.md", b"y".to_vec()));
    assert!(apply(&twice, &temp.0).is_err());
    assert_eq!(read(&temp.0), before);

    apply(&changes(), &temp.0).unwrap();
    let expected = site(&[
        ("content/a.md", "new a"),
        ("content/b.md", "new b"),
        ("content/new/x/index.vi.md", "x"),
        ("qr.svg", "<svg/>"),
    ]);
    assert_eq!(read(&temp.0), expected);
}

#[test]
fn changes_overwrite_nothing_that_they_do_not_know() {
    let temp = Temp::new("unknown");
    temp.write("a.md", "mine");
    temp.write("old.svg", "<svg></svg>");
    temp.write("signed.pdf", "%PDF-1.7 /ByteRange [0 1 2 3]");
    let new = || b"new".to_vec();
    let cases = [
        (Change::create("a.md", new()), "cause-exists"),
        (Change::replace("a.md", b"other", new()), "cause-changed-meanwhile"),
        (Change::replace("b.md", b"", new()), "cause-not-found"),
        (Change::write(Path::new("signed.pdf"), new()), "cause-signed-pdf"),
        (Change::write(Path::new("content"), new()), "cause-is-folder"),
        (Change::write(Path::new("a.md"), b"<svg/>".to_vec()), "cause-other-file"),
        (Change::write(Path::new("old.svg"), b"\x89PNG".to_vec()), "cause-other-file"),
    ];
    let before = read(&temp.0);
    for (change, expected) in cases {
        let path = change.path.clone();
        let changes = Changes(vec![Change::create("z.md", new()), change]);
        assert_eq!(apply(&changes, &temp.0).unwrap_err().cause(), expected, "{}", path.display());
    }
    assert_eq!(read(&temp.0), before);
    apply(&Changes(vec![Change::write(Path::new("/dev/null"), new())]), &temp.0).unwrap();
}

#[test]
fn changes_killed_anywhere_leave_whole_files() {
    let (old, new) = ("old a".to_owned(), "new a".to_owned());
    for operations in 0..40 {
        let temp = Temp::new("changes-killed");
        temp.write("content/a.md", &old);
        let changes = Changes(vec![
            Change::create("content/b/index.vi.md", b"b".to_vec()),
            Change::replace("content/a.md", old.as_bytes(), new.clone().into_bytes()),
        ]);
        let disk = Disk { left: operations.into(), ..Disk::default() };
        let _ = project::apply(&changes, &temp.0, &disk);
        let found = read(&temp.0);
        let seen = |path: &str| found.get(path).map(String::as_str);
        assert!([Some("old a"), Some("new a")].contains(&seen("content/a.md")), "{operations}");
        assert!([None, Some("b")].contains(&seen("content/b/index.vi.md")), "{operations}");
        let visible = |it: &&String| !it.rsplit('/').next().unwrap().starts_with('.');
        assert!(found.keys().filter(visible).count() <= 2, "{found:?}");
    }
}

/// A register that seals two documents in one run, with the folder of one.
mod sealing {
    use super::*;
    use crate::seal::keys::Signer;
    use crate::seal::ledger::{Broken, Ledger};
    use crate::source::register;
    use crate::verify::checkpoint::Policy;
    use crate::verify::replay::{Anchors, replay};

    const ORIGIN: &str = "so.example/so";

    fn signer(name: &str, seed: u8) -> Signer {
        Signer::new(name, &[seed; 32])
    }

    fn open() -> String {
        let key = |name: &str, seed| signer(name, seed).public();
        format!(
            "condau/1 open\norigin: {ORIGIN}\nspecimen: yes\nissuer.vi: S\u{1edf}\nhost: so.example\nroot: {}\nroot: {}\n\
             quorum: 2\nregistrar: {}\nlog: {}\nrules: 1\nsealed: 2026-11-02T01:00:00Z\n",
            key("so.example/root-1", 1),
            key("so.example/root-2", 2),
            key("so.example/registrar-1", 3),
            key(ORIGIN, 5)
        )
    }

    fn issue(code: &str) -> String {
        format!(
            "condau/1 issue\nid: {code}\nversion: 1\ntype: TB\ndate: 2026-11-20\nissuer: S\u{1edf}\ntitle.vi: T\n\
             authentic: vi\nfile: a.pdf 4 sha256:{}\nsealed: 2026-11-20T01:00:00Z\n",
            "ab".repeat(32)
        )
    }

    fn ledger(temp: &Temp, broken: Broken) -> Ledger {
        let stored = register::read(&temp.0.join("register"), "").unwrap().unwrap_or_default();
        Ledger::new(stored, Policy::default(), None, broken).unwrap()
    }

    /// A project with an open register.
    fn project(name: &str) -> Temp {
        let temp = Temp::new(name);
        let (text, mut ledger) = (open(), ledger(&temp, Broken::Refuse));
        let roots = [signer("so.example/root-1", 1), signer("so.example/root-2", 2)];
        ledger.append(&text, roots.map(|it| it.sign(&text)).into()).unwrap();
        ledger.sequence(&signer(ORIGIN, 5)).unwrap();
        apply(&ledger.changes(), &temp.0).unwrap();
        temp
    }

    /// One run of a command that seals two documents.
    fn seal(temp: &Temp, disk: &Disk) -> Result<(), Error> {
        let _lock = lock::register(&temp.0)?;
        let mut ledger = ledger(temp, Broken::Refuse);
        let mut changes = Vec::new();
        for code in ["000YFYQ1TR", "K7M29QX4TB"] {
            if ledger.state().records.contains_key(code) {
                continue;
            }
            let folder = format!("register/sealed/{code}/1");
            changes.push(Change::renew(&format!("{folder}/a.pdf"), b"%PDF".to_vec()));
            changes.push(Change::clear(&format!("{folder}/left.md")));
            let text = issue(code);
            let registrar = signer("so.example/registrar-1", 3);
            ledger.append(&text, vec![registrar.sign(&text)]).unwrap();
        }
        ledger.sequence(&signer(ORIGIN, 5)).unwrap();
        changes.extend(ledger.changes().0);
        project::apply(&Changes(changes), &temp.0, disk)
    }

    fn visible(temp: &Temp) -> Site {
        let mut found = read(&temp.0);
        found.retain(|it, _| !it.rsplit('/').next().unwrap().starts_with('.'));
        found
    }

    fn is_lawful(temp: &Temp) -> bool {
        let found = register::read(&temp.0.join("register"), "").unwrap().unwrap().found;
        replay(&found.entries, &found.checkpoint, &Anchors::default()).is_ok()
    }

    #[test]
    fn t22_interrupt() {
        let whole = project("sealed-whole");
        seal(&whole, &Disk::default()).unwrap();
        let expected = visible(&whole);
        assert_eq!(expected.len(), 7, "{expected:?}");
        for operations in 0.. {
            let temp = project("sealed-cut");
            temp.write("register/sealed/000YFYQ1TR/1/left.md", "of a run before");
            let disk = Disk { left: operations.into(), ..Disk::default() };
            let done = seal(&temp, &disk).is_ok();
            assert!(is_lawful(&temp), "{operations}");
            seal(&temp, &Disk::default()).unwrap();
            assert_eq!(visible(&temp), expected, "{operations}");
            let left = read(&temp.0);
            assert!(!left.keys().any(|it| it.contains(".condau-")) || done, "{left:?}");
            if done {
                assert!(operations > 20);
                break;
            }
        }
    }

    #[test]
    fn t22_interrupt_while_pending_entries_move_down() {
        let begin = || {
            let temp = project("dropped-cut");
            let note = |text: &str| {
                let registrar = signer("so.example/registrar-1", 3);
                format!("{text}\n{}\n", registrar.sign(text))
            };
            temp.write("register/000/000001.note", &note(&issue("000YFYQ1TR")));
            temp.write(
                "register/000/000002.note",
                &note(&issue("000YFYQ1TR").replace("T\n", "U\n")),
            );
            let status = "condau/1 status\nid: 000YFYQ1TR\nstatus: suspended\nreason.vi: L\nsealed: 2026-11-20T01:00:00Z\n";
            temp.write("register/000/000003.note", &note(status));
            temp.write("register/000/000004.note", &note(&issue("K7M29QX4TB")));
            temp
        };
        let drop = |temp: &Temp, disk: &Disk| {
            let _lock = lock::register(&temp.0)?;
            project::apply(&ledger(temp, Broken::Drop).changes(), &temp.0, disk)
        };
        let whole = begin();
        drop(&whole, &Disk::default()).unwrap();
        let expected = visible(&whole);
        assert_eq!(expected.len(), 5, "{expected:?}");
        for operations in 0.. {
            let temp = begin();
            let done = drop(&temp, &Disk { left: operations.into(), ..Disk::default() }).is_ok();
            assert!(is_lawful(&temp), "{operations}");
            drop(&temp, &Disk::default()).unwrap();
            assert_eq!(visible(&temp), expected, "{operations}");
            if done {
                break;
            }
        }
    }

    #[test]
    fn two_runs_at_once_are_told() {
        let temp = project("sealed-twice");
        let first = lock::register(&temp.0).unwrap();
        assert_eq!(lock::register(&temp.0).unwrap_err().cause(), "cause-locked");
        drop(first);
        lock::register(&temp.0).unwrap();
    }
}
