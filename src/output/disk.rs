//! The operations that change the disk, counted, so that a test can cut a run short at any of them.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The disk, as far as it is changed.
#[derive(Debug)]
pub(super) struct Disk {
    /// Operations until everything stops, as if the program were killed. Without end but in tests.
    pub(super) left: AtomicUsize,
    /// Files that still have room. Without end but in tests.
    pub(super) room: AtomicUsize,
}

impl Default for Disk {
    fn default() -> Self {
        Self { left: usize::MAX.into(), room: usize::MAX.into() }
    }
}

/// Takes one from a number that is not zero.
fn spend(from: &AtomicUsize) -> bool {
    from.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |it| it.checked_sub(1)).is_ok()
}

impl Disk {
    fn operation(&self) -> io::Result<()> {
        if spend(&self.left) { Ok(()) } else { Err(io::Error::other("stopped")) }
    }

    /// Whether another file can be written; else half of one is left, as by a real disk.
    fn file(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let result = self.operation().and_then(|()| {
            if spend(&self.room) { Ok(()) } else { Err(io::ErrorKind::StorageFull.into()) }
        });
        if result.is_err() {
            let _ = fs::write(path, &bytes[..bytes.len() / 2]);
        }
        result
    }

    /// Writes a whole file.
    pub(super) fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.file(path, bytes)?;
        fs::write(path, bytes)
    }

    /// Makes a file that is filled piece by piece.
    pub(super) fn create(&self, path: &Path) -> io::Result<fs::File> {
        self.file(path, b"cut")?;
        fs::File::create(path)
    }

    /// Makes what was moved in a folder outlast a loss of power. Some systems cannot say so of folders.
    pub(super) fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.operation()?;
        let here = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        match fs::File::open(here).and_then(|it| it.sync_all()) {
            Err(it) if it.kind() == io::ErrorKind::StorageFull => Err(it),
            _ => Ok(()),
        }
    }

    pub(super) fn create_dir(&self, path: &Path) -> io::Result<()> {
        self.operation()?;
        fs::create_dir(path)
    }

    pub(super) fn create_dir_all(&self, path: &Path) -> io::Result<()> {
        self.operation()?;
        fs::create_dir_all(path)
    }

    pub(super) fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.operation()?;
        fs::rename(from, to)
    }

    pub(super) fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.operation()?;
        fs::hard_link(from, to)
    }

    pub(super) fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.operation()?;
        fs::remove_file(path)
    }

    pub(super) fn remove_dir(&self, path: &Path) -> io::Result<()> {
        self.operation()?;
        fs::remove_dir(path)
    }

    pub(super) fn remove_dir_all(&self, path: &Path) -> io::Result<()> {
        self.operation()?;
        fs::remove_dir_all(path)
    }
}

/// A thing that is not there is as good as removed.
pub(super) fn unless_gone(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(it) if it.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}
