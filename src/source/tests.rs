//! What is read of a project, and what is refused.

use std::fs;
use std::path::PathBuf;

use super::*;
use crate::diagnostic::problem::{Problem, Word};
use crate::source::attachment::Nature;

/// A project of its own, removed at the end.
struct Temp(PathBuf);

impl Temp {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("condau-{}-read-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        let temp = Self(path);
        temp.write("condau.toml", b"[site]\n");
        temp
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn read(&self) -> (Sources, Vec<(String, Problem)>) {
        let mut found = Diagnostics::default();
        let sources = Sources::read(&self.0, &mut found).unwrap();
        let place =
            |it: crate::diagnostic::Diagnostic| (sources.path(it.span.file).to_owned(), it.problem);
        let problems = found.sorted().into_iter().map(place).collect();
        (sources, problems)
    }
}

impl Drop for Temp {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn the_files_of_a_project_are_read_in_order() {
    let temp = Temp::new("order");
    temp.write("content/b/x/index.vi.md", b"\xef\xbb\xbf+++\n");
    temp.write("content/b/x/so-lieu.txt", b"12");
    temp.write("content/b-c/_index.vi.md", b"");
    temp.write("content/data/units.toml", b"a = 1\n");
    temp.write("themes/plain/assets/logo.svg", b"<svg/>");
    temp.write("themes/plain/assets/font.woff2", b"wOF2\0");
    temp.write("i18n/vi/site.ftl", b"a = b\n");
    temp.write("addresses.txt", b"/vi/\n");
    for skipped in [
        "README.md",
        "content/.git/config",
        "content/b/x/.index.vi.md.swp",
        "content/b/x/index.vi.md~",
        "content/b/x/#index.vi.md#",
        "content/b/x/~$to-trinh.docx",
        "content/b/x/Thumbs.db",
        "content/.DS_Store",
    ] {
        temp.write(skipped, b"\xff");
    }
    let (sources, problems) = temp.read();
    assert_eq!(problems, []);
    let paths: Vec<_> = sources.iter().map(|(_, it)| it.path.as_str()).collect();
    let expected = [
        "addresses.txt",
        "condau.toml",
        "content/b-c/_index.vi.md",
        "content/b/x/index.vi.md",
        "content/b/x/so-lieu.txt",
        "content/data/units.toml",
        "i18n/vi/site.ftl",
        "themes/plain/assets/font.woff2",
        "themes/plain/assets/logo.svg",
    ];
    assert_eq!(paths, expected);
    assert_eq!(sources.get("content/b/x/index.vi.md"), Some((FileId(3), "+++\n")));
    assert_eq!(sources.get("content/b/x/index.en.md"), None);
    assert_eq!(sources.text(Span::new(FileId(5), 0..1)), "a");
    assert_eq!(sources.text(Span::new(FileId(5), 5..99)), "");
    assert_eq!(sources.path(FileId(99)), "");
    let below: Vec<_> = sources.under("content/b/").map(|(file, _)| file.0).collect();
    assert_eq!(below, [3, 4]);
    let attachment = sources.attachment("content/b/x/so-lieu.txt").unwrap();
    assert_eq!((attachment.file, attachment.length), (FileId(4), 2));
    assert_eq!(attachment.nature, Nature::Text);
    assert_eq!(sources.attachments().count(), 2);
}

#[test]
fn refused_files_are_named_once_and_kept_without_text() {
    let temp = Temp::new("refused");
    temp.write("content/a/x/index.vi.md", b"S\xeb Ngo\xb9i v\xf4 th\xabng b\xb8o v\xd2 vi\xd6c");
    temp.write("content/a/x/key.pem", b"-----BEGIN PRIVATE KEY-----\nMC4\n");
    temp.write("content/a/y/index.vi.md", b"-----BEGIN ENCRYPTED PRIVATE KEY-----\n");
    temp.write("content/a/z\n/index.vi.md", b"x");
    temp.write("content/large.toml", b"");
    fs::File::options()
        .write(true)
        .open(temp.0.join("content/large.toml"))
        .unwrap()
        .set_len(50_000_000)
        .unwrap();
    let (sources, problems) = temp.read();
    let word = |text: &str| Word(text.to_owned());
    let name = "content/a/z\u{fffd}".to_owned();
    let expected = [
        ("content/a/x/index.vi.md", Problem::FileEncoding { font: word("font-tcvn3") }),
        ("content/a/x/key.pem", Problem::PrivateKey {}),
        ("content/a/y/index.vi.md", Problem::PrivateKey {}),
        (
            name.as_str(),
            Problem::FileName {
                name: name.clone(),
                form: word("form-attachment"),
                near: String::new(),
            },
        ),
        ("content/large.toml", Problem::FileLarge { mb: 50, limit: 4 }),
    ];
    let found: Vec<_> = problems.iter().map(|(path, it)| (path.as_str(), it.clone())).collect();
    assert_eq!(found, expected);
    let refused: Vec<_> = sources.iter().filter(|(it, _)| sources.is_refused(*it)).collect();
    assert_eq!(refused.len(), 4);
    assert!(refused.iter().all(|(_, it)| it.text.is_empty()));
    assert_eq!(sources.get("content/large.toml"), None);
}

#[cfg(unix)]
#[test]
fn links_and_devices_are_refused_and_not_followed() {
    use std::ffi::OsStr;
    use std::os::unix::{ffi::OsStrExt, fs::symlink, net::UnixListener};

    let temp = Temp::new("links");
    temp.write("content/a/index.vi.md", b"x");
    temp.write("secret/passwords.md", b"x");
    symlink("/etc/passwd", temp.0.join("content/a/passwd.md")).unwrap();
    symlink("index.vi.md", temp.0.join("content/a/index.en.md")).unwrap();
    symlink(&temp.0, temp.0.join("content/a/loop")).unwrap();
    symlink(temp.0.join("secret"), temp.0.join("themes")).unwrap();
    let _socket = UnixListener::bind(temp.0.join("content/a/s.md")).unwrap();
    fs::write(temp.0.join("content/a").join(OsStr::from_bytes(b"t\xea.md")), b"x").unwrap();
    let (sources, problems) = temp.read();
    let link = |name: &str| (name.to_owned(), Problem::FileLink { name: name.to_owned() });
    let name = "content/a/t\u{fffd}.md".to_owned();
    let form = Word("form-utf8".to_owned());
    let expected = [
        link("content/a/index.en.md"),
        link("content/a/loop"),
        link("content/a/passwd.md"),
        link("content/a/s.md"),
        (name.clone(), Problem::FileName { name, form, near: String::new() }),
        link("themes"),
    ];
    assert_eq!(problems, expected);
    assert_eq!(sources.get("content/a/index.vi.md").map(|it| it.1), Some("x"));
    assert_eq!(sources.iter().filter(|(_, it)| !it.text.is_empty()).count(), 2);

    fs::remove_file(temp.0.join("condau.toml")).unwrap();
    symlink("/etc/passwd", temp.0.join("condau.toml")).unwrap();
    let (sources, problems) = temp.read();
    assert_eq!(problems[0], link("condau.toml"));
    assert_eq!(sources.get("condau.toml"), None);
}

#[test]
fn a_folder_without_settings_is_no_site() {
    let temp = Temp::new("none");
    let cause = |root: &Path| {
        let error = Sources::read(root, &mut Diagnostics::default()).unwrap_err();
        assert_eq!(Sources::read_settings(root).unwrap_err().cause(), error.cause());
        error.cause().to_owned()
    };
    assert_eq!(cause(&temp.0.join("absent")), "cause-no-site");
    fs::remove_file(temp.0.join("condau.toml")).unwrap();
    assert_eq!(cause(&temp.0), "cause-no-site");
    fs::create_dir(temp.0.join("condau.toml")).unwrap();
    assert_eq!(cause(&temp.0), "cause-is-folder");
}

#[test]
fn a_file_in_the_place_of_a_folder_is_an_error() {
    let temp = Temp::new("file");
    temp.write("content", b"x");
    let error = Sources::read(&temp.0, &mut Diagnostics::default()).unwrap_err();
    assert_eq!(error.cause(), "cause-not-folder");
}
