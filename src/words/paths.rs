//! How a path is written, for people and for a shell.

use std::path::Path;

use crate::text;

/// A path as it can be shown.
pub fn display_path(path: &Path) -> String {
    text::sanitize_line(&path.to_string_lossy())
}

/// A path as it can be typed in a shell.
pub fn quote_path(path: &Path) -> String {
    let name = display_path(path);
    let plain = |c: char| c.is_alphanumeric() || "/\\._-:".contains(c);
    match (name.chars().all(plain) && !name.contains('\\'), cfg!(windows)) {
        (true, _) => name,
        (false, true) => format!("\"{name}\""),
        (false, false) => format!("'{}'", name.replace('\'', "'\\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_quoted_where_a_shell_would_part_it() {
        assert_eq!(quote_path(Path::new("/a/b-1.json")), "/a/b-1.json");
        #[cfg(unix)]
        assert_eq!(quote_path(Path::new("my 'plan'")), r"'my '\''plan'\'''");
    }
}
