//! A folder that is replaced as a whole.
//!
//! A folder `NAME` is filled as `.NAME.tmp` and saved to the disk. Where there is an
//! old one, the new one is first renamed to `.NAME.new`, which says that it is
//! complete. Then it is put in the place of `NAME`. Whenever the program is killed,
//! `NAME` is wholly the old one, wholly the new one, or absent with the complete new
//! one beside it, which [`recover`] puts in place; so it does after the power failed.
//!
//! A file beside others that stay is [replaced](replace_file) in the same way.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::error::Error;

/// Replaces the folder `name` of `directory` by one that `fill` fills, and
/// returns its path.
///
/// What is in the old folder and has none of the names `ours` is kept: it is
/// somebody else's.
///
/// # Errors
/// Those of `fill`, and [`Error::Write`]; the old folder is then as it was.
pub fn replace(
    directory: &Path,
    name: &str,
    ours: &[&str],
    fill: impl FnOnce(&Path) -> Result<(), Error>,
) -> Result<PathBuf, Error> {
    let names = Names::of(directory, name);
    let written =
        |result: io::Result<()>| result.map_err(|source| Error::write(&names.place, source));
    written(fs::create_dir_all(directory))?;
    let _lock = lock(directory);
    written(names.finish())?;
    written(names.expect_folder())?;
    written(remove(&names.staging).and_then(|()| fs::create_dir(&names.staging)))?;
    let filled = fill(&names.staging).and_then(|()| {
        let kept = keep(&names.place, &names.staging, ours);
        written(kept.and_then(|()| save(&names.staging)))
    });
    if let Err(error) = filled {
        // What it says matters more than what is left behind, which the next
        // run removes.
        let _ = remove(&names.staging);
        return Err(error);
    }
    written(if names.place.exists() {
        names.put_in_place(directory)
    } else {
        fs::rename(&names.staging, &names.place).and_then(|()| sync_folder(directory))
    })?;
    Ok(names.place)
}

/// Writes a file whole or not at all, where it is not the same already. What a
/// run that was killed has left of it is removed.
///
/// # Errors
/// [`Error::Write`] when the operating system does not let it.
pub fn replace_file(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let part = folder.join(format!(".{name}.part"));
    let _lock = lock(folder);
    let save = || {
        match fs::remove_file(&part) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        if fs::read(path).is_ok_and(|found| found == bytes) {
            return Ok(());
        }
        let mut file = File::create_new(&part)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&part, path)?;
        sync_folder(folder)
    };
    save().map_err(|source| Error::write(path, source))
}

/// Puts in place the folders of `directory` that were complete when the program
/// was killed before it could do so itself.
///
/// # Errors
/// [`Error::Write`] when the operating system does not let it.
pub fn recover(directory: &Path) -> Result<(), Error> {
    let Ok(entries) = fs::read_dir(directory) else {
        return Ok(());
    };
    let complete = entries.flatten().filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        let name = name.strip_prefix('.')?.strip_suffix(".new")?;
        name.starts_with(super::PREFIX).then(|| name.to_owned())
    });
    let mut complete = complete.peekable();
    if complete.peek().is_none() {
        return Ok(());
    }
    let _lock = lock(directory);
    for name in complete {
        let names = Names::of(directory, &name);
        names
            .finish()
            .map_err(|source| Error::write(&names.place, source))?;
    }
    Ok(())
}

/// The names that a folder goes through.
struct Names {
    place: PathBuf,
    staging: PathBuf,
    complete: PathBuf,
    old: PathBuf,
}

impl Names {
    fn of(directory: &Path, name: &str) -> Names {
        let beside = |end: &str| directory.join(format!(".{name}.{end}"));
        Names {
            place: directory.join(name),
            staging: beside("tmp"),
            complete: beside("new"),
            old: beside("old"),
        }
    }

    /// Puts the folder that was filled in the place of the old one.
    fn put_in_place(&self, directory: &Path) -> io::Result<()> {
        fs::rename(&self.staging, &self.complete)?;
        // From here on the old one may go.
        sync_folder(directory)?;
        self.finish()
    }

    /// Puts a complete folder in place, if there is one. Should this be lost with
    /// the power, then the complete one is still there under its name.
    fn finish(&self) -> io::Result<()> {
        if self.complete.exists() {
            self.expect_folder()?;
            if self.place.exists() {
                remove(&self.old)?;
                fs::rename(&self.place, &self.old)?;
            }
            fs::rename(&self.complete, &self.place)?;
        }
        remove(&self.old)
    }

    fn expect_folder(&self) -> io::Result<()> {
        match fs::symlink_metadata(&self.place) {
            Ok(found) if !found.is_dir() => Err(io::ErrorKind::NotADirectory.into()),
            _ => Ok(()),
        }
    }
}

/// Keeps others from writing into a folder meanwhile, where the system can lock
/// one; the lock ends with the value.
fn lock(directory: &Path) -> Option<File> {
    let folder = File::open(directory).ok()?;
    folder.lock().ok()?;
    Some(folder)
}

/// Takes over what is not ours.
fn keep(from: &Path, to: &Path, ours: &[&str]) -> io::Result<()> {
    if !from.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        if !ours.iter().any(|known| name == *known) {
            link(&entry.path(), &to.join(name))?;
        }
    }
    Ok(())
}

/// A second name of a file; a copy where the file system has no such thing.
fn link(from: &Path, to: &Path) -> io::Result<()> {
    if fs::symlink_metadata(from)?.is_dir() {
        fs::create_dir(to)?;
        return keep(from, to, &[]);
    }
    match fs::hard_link(from, to) {
        Ok(()) => Ok(()),
        Err(_) => fs::copy(from, to).map(|_| ()),
    }
}

/// Brings a folder and all that is in it to the disk.
fn save(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() {
            save(&entry.path())?;
        } else if kind.is_file() {
            File::open(entry.path())?.sync_all()?;
        }
    }
    sync_folder(folder)
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Only Unix can.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: [&str; 2] = ["a", "b"];

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    fn put(directory: &Path, name: &str, text: &str) -> Result<PathBuf, Error> {
        replace(directory, "cnnic-1", &OURS, |folder| {
            fs::write(folder.join(name), text).map_err(|source| Error::write(folder, source))
        })
    }

    #[test]
    fn a_folder_is_replaced_whole_and_keeps_what_is_not_ours() {
        let directory = tempfile::tempdir().unwrap();
        let place = put(directory.path(), "a", "1").unwrap();
        fs::write(place.join("mine.txt"), "mine").unwrap();
        fs::create_dir(place.join("more")).unwrap();
        fs::write(place.join("more/b"), "mine too").unwrap();
        put(directory.path(), "b", "2").unwrap();
        assert_eq!(names(&place), ["b", "mine.txt", "more"]);
        assert_eq!(
            fs::read_to_string(place.join("more/b")).unwrap(),
            "mine too"
        );
        assert_eq!(names(directory.path()), ["cnnic-1"]);
    }

    #[test]
    fn a_failure_leaves_the_old_folder() {
        let directory = tempfile::tempdir().unwrap();
        let place = put(directory.path(), "a", "1").unwrap();
        assert!(put(directory.path(), "no/folder", "2").is_err());
        assert_eq!(fs::read_to_string(place.join("a")).unwrap(), "1");
        assert_eq!(names(directory.path()), ["cnnic-1"]);
    }

    /// Each state that a kill leaves, and what the next run makes of it.
    #[test]
    fn what_a_kill_leaves_is_put_right() {
        let cases: [(&str, &[&str], &str); 4] = [
            ("while filling", &["cnnic-1", ".cnnic-1.tmp"], "cnnic-1"),
            (
                "before the old one is away",
                &["cnnic-1", ".cnnic-1.new"],
                ".cnnic-1.new",
            ),
            ("between", &[".cnnic-1.new", ".cnnic-1.old"], ".cnnic-1.new"),
            (
                "before the old one is removed",
                &["cnnic-1", ".cnnic-1.old"],
                "cnnic-1",
            ),
        ];
        for (name, left, expected) in cases {
            let directory = tempfile::tempdir().unwrap();
            for folder in left {
                fs::create_dir(directory.path().join(folder)).unwrap();
                fs::write(directory.path().join(folder).join("a"), folder).unwrap();
            }
            recover(directory.path()).unwrap();
            let found = fs::read_to_string(directory.path().join("cnnic-1/a")).unwrap();
            assert_eq!(found, expected, "{name}");
            put(directory.path(), "a", "anew").unwrap();
            assert_eq!(names(directory.path()), ["cnnic-1"], "{name}");
        }
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("a.json");
        // Killed while it wrote.
        fs::write(directory.path().join(".a.json.part"), "{").unwrap();
        replace_file(&path, b"{}").unwrap();
        assert_eq!(names(directory.path()), ["a.json"]);
        assert_eq!(fs::read(&path).unwrap(), b"{}");
        let written = fs::metadata(&path).unwrap().modified().unwrap();
        fs::write(directory.path().join(".a.json.part"), "{").unwrap();
        replace_file(&path, b"{}").unwrap();
        assert_eq!(names(directory.path()), ["a.json"]);
        assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), written);
        replace_file(&path, b"[]").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"[]");
    }

    #[test]
    fn a_file_in_its_place_is_not_touched() {
        let directory = tempfile::tempdir().unwrap();
        fs::write(directory.path().join("cnnic-1"), "mine").unwrap();
        let error = put(directory.path(), "a", "1").unwrap_err().to_string();
        assert!(error.contains("where a folder is needed"), "{error}");
        assert_eq!(names(directory.path()), ["cnnic-1"]);
    }
}
