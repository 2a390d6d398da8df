//! Gives what was made to a file, whole or not at all, and never over another one.

use std::path::Path;

use crate::error::Error;
use crate::store::file;

/// Writes `content` to `path`, for its owner only. What is there stays unless `force` says that it may go.
///
/// # Errors
/// [`Error::IsThere`], and as [`file::write_whole`].
pub fn write(path: &Path, content: &[u8], force: bool) -> Result<(), Error> {
    if !force && path.symlink_metadata().is_ok() {
        return Err(Error::IsThere { path: path.into() });
    }
    file::write_whole(path, content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_written_over_unless_it_may_be() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.html");
        write(&path, b"one", false).unwrap();
        assert!(matches!(write(&path, b"two", false), Err(Error::IsThere { .. })));
        assert_eq!(std::fs::read(&path).unwrap(), b"one");
        write(&path, b"two", true).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
    }
}
