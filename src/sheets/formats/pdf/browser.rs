//! Finds a browser on this computer, and says how it is started so that it prints one page and does nothing else.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::error::Error;

/// The names of browsers that print from a command line, as they are on a `PATH`.
const NAMES: &[&str] = &[
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "chromium",
    "chromium-browser",
    "microsoft-edge-stable",
    "microsoft-edge",
    "msedge",
    "brave-browser-stable",
    "brave-browser",
    "brave",
];

/// Where they stand where no `PATH` leads to them: the variable with the folder before, empty for none, and the rest.
const PLACES: &[(&str, &str)] = if cfg!(windows) {
    &[
        ("ProgramFiles", r"Google\Chrome\Application\chrome.exe"),
        ("ProgramFiles(x86)", r"Google\Chrome\Application\chrome.exe"),
        ("LOCALAPPDATA", r"Google\Chrome\Application\chrome.exe"),
        ("LOCALAPPDATA", r"Chromium\Application\chrome.exe"),
        ("ProgramFiles(x86)", r"Microsoft\Edge\Application\msedge.exe"),
        ("ProgramFiles", r"Microsoft\Edge\Application\msedge.exe"),
        ("ProgramFiles", r"BraveSoftware\Brave-Browser\Application\brave.exe"),
        ("LOCALAPPDATA", r"BraveSoftware\Brave-Browser\Application\brave.exe"),
    ]
} else if cfg!(target_os = "macos") {
    &[
        ("", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        ("HOME", "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        ("", "/Applications/Chromium.app/Contents/MacOS/Chromium"),
        ("HOME", "Applications/Chromium.app/Contents/MacOS/Chromium"),
        ("", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"),
        ("", "/Applications/Brave Browser.app/Contents/MacOS/Brave Browser"),
        ("HOME", "Applications/Brave Browser.app/Contents/MacOS/Brave Browser"),
    ]
} else {
    &[("", "/snap/bin/chromium")]
};

/// What a browser may still know of its surroundings. On Windows nothing starts without most of these; elsewhere it
/// finds its own parts by `PATH`.
const KEPT: &[&str] = if cfg!(windows) {
    &[
        "APPDATA",
        "LOCALAPPDATA",
        "PATH",
        "ProgramData",
        "ProgramFiles",
        "ProgramFiles(x86)",
        "SystemDrive",
        "SystemRoot",
        "USERPROFILE",
        "windir",
    ]
} else {
    &["PATH"]
};

/// What the browser is told, whatever it prints. Unknown ones are passed over, so that each may come or go with a
/// browser's version.
const TOLD: &[&str] = &[
    "--headless",
    // The page prints its own margins; the browser's would name the file. Headings become the file's contents.
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
    // The file would else name the browser and the computer as its creator.
    "--user-agent=-",
    // Offline: no name is found, and what needs none meets a proxy where nobody listens.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=http://127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--dns-over-https-mode=off",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-features=AutofillServerCommunication,CertificateTransparencyComponentUpdater,MediaRouter,\
     OptimizationHints,Translate",
    "--disable-field-trial-config",
    "--disable-sync",
    "--metrics-recording-only",
    "--no-pings",
    // Nothing of the person's own: no extension, no keyring that would ask for a password, no report of a crash.
    "--disable-breakpad",
    "--disable-crash-reporter",
    "--disable-default-apps",
    "--disable-extensions",
    "--incognito",
    "--no-default-browser-check",
    "--no-first-run",
    "--password-store=basic",
    "--use-mock-keychain",
    // Plain paper needs no graphics card, and shared memory stays in the private folder.
    "--disable-dev-shm-usage",
    "--disable-gpu",
];

/// The browser that was named, by its path or its name on the `PATH`, or the first that is found.
///
/// # Errors
/// [`Error::NoBrowser`] if there is none.
pub(super) fn find(named: Option<&Path>) -> Result<PathBuf, Error> {
    let found = match named {
        Some(path) if path.components().count() > 1 => Some(path.to_path_buf()).filter(|path| can_start(path)),
        Some(name) => on_path(name),
        None => NAMES
            .iter()
            .find_map(|name| on_path(Path::new(name)))
            .or_else(in_its_place),
    };
    found.ok_or_else(|| Error::NoBrowser {
        named: named.map(Path::to_path_buf),
    })
}

fn on_path(name: &Path) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let name = match name.extension() {
        None => name.with_extension(std::env::consts::EXE_EXTENSION),
        Some(_) => name.to_path_buf(),
    };
    // A folder without a full path would be one of the folder the program was started in.
    let mut paths = std::env::split_paths(&folders).filter(|folder| folder.is_absolute());
    paths.find_map(|folder| Some(folder.join(&name)).filter(|path| can_start(path)))
}

fn in_its_place() -> Option<PathBuf> {
    PLACES.iter().find_map(|(before, rest)| {
        let folder = match *before {
            "" => PathBuf::new(),
            name => std::env::var_os(name)?.into(),
        };
        Some(folder.join(rest)).filter(|path| path.is_absolute() && can_start(path))
    })
}

#[cfg(unix)]
fn can_start(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata()
        .is_ok_and(|file| file.is_file() && file.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn can_start(path: &Path) -> bool {
    path.is_file()
}

/// What the browser is told to print `page` as `paper`, with a profile of its own.
pub(super) fn arguments(page: &Path, paper: &Path, profile: &Path) -> Vec<OsString> {
    let with = |flag: &str, path: &Path| {
        let mut told = OsString::from(flag);
        told.push(path);
        told
    };
    let told = TOLD.iter().map(OsString::from);
    let root = refuses_its_sandbox().then(|| OsString::from("--no-sandbox"));
    let own = [with("--user-data-dir=", profile), with("--print-to-pdf=", paper)];
    told.chain(root).chain(own).chain([address(page).into()]).collect()
}

/// A browser does not start in its sandbox for root, and for root alone.
fn refuses_its_sandbox() -> bool {
    #[cfg(unix)]
    {
        rustix::process::geteuid().is_root()
    }
    #[cfg(not(unix))]
    {
        false
    }
}

/// The environment of the browser: what it cannot do without, and the private folder for all it would keep.
pub(super) fn surroundings(browser: &Path, private: &Path) -> Vec<(OsString, OsString)> {
    let kept = KEPT
        .iter()
        .filter_map(|name| Some((OsString::from(name), std::env::var_os(name)?)));
    let own = ["HOME", "TMPDIR", "TMP", "TEMP"].map(|name| {
        // A browser in a snap keeps to the home folder of its person, and does not start for another.
        let home = std::env::var_os("HOME").filter(|_| name == "HOME" && is_snap(browser));
        (name.into(), home.unwrap_or_else(|| private.into()))
    });
    kept.chain(own).collect()
}

fn is_snap(browser: &Path) -> bool {
    browser.starts_with("/snap")
}

/// The address of a file with a full path. What is no plain letter is written by its bytes.
fn address(path: &Path) -> String {
    let mut address = String::from("file://");
    if cfg!(windows) {
        address.push('/');
    }
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'\\' if cfg!(windows) => address.push('/'),
            b':' if cfg!(windows) => address.push(':'),
            b'/' | b'-' | b'.' | b'_' | b'~' => address.push(char::from(*byte)),
            letter if letter.is_ascii_alphanumeric() => address.push(char::from(*letter)),
            other => address.push_str(&format!("%{other:02X}")),
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_that_is_not_there_is_named_in_the_error() {
        for named in ["/nowhere/at/all", "no-such-browser-here", "/"] {
            let Err(Error::NoBrowser { named: Some(path) }) = find(Some(Path::new(named))) else {
                panic!("{named} was found");
            };
            assert_eq!(path, Path::new(named));
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_browser_is_found_by_its_name_and_by_its_path() {
        let by_name = find(Some(Path::new("sh"))).unwrap();
        assert!(by_name.is_absolute() && by_name.ends_with("sh"), "{by_name:?}");
        assert_eq!(find(Some(&by_name)).unwrap(), by_name);
        // A file that nobody may start is none.
        let plain = tempfile::NamedTempFile::new().unwrap();
        assert!(find(Some(plain.path())).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn an_address_holds_only_plain_letters() {
        let path = Path::new("/tmp/a b/50% #1?/é/page.html");
        assert_eq!(address(path), "file:///tmp/a%20b/50%25%20%231%3F/%C3%A9/page.html");
    }

    #[test]
    fn the_surroundings_hold_nothing_of_the_person() {
        let private = Path::new("/private");
        let around = surroundings(Path::new("/usr/bin/chromium"), private);
        for (name, value) in &around {
            let name = name.to_str().unwrap();
            assert!(KEPT.contains(&name) || value == private, "{name}");
        }
        assert!(around.contains(&("HOME".into(), "/private".into())));
    }

    #[cfg(unix)]
    #[test]
    fn the_sandbox_is_left_out_for_root_alone() {
        let told = arguments(Path::new("/a"), Path::new("/b"), Path::new("/c"));
        let without = told.contains(&OsString::from("--no-sandbox"));
        assert_eq!(without, rustix::process::geteuid().is_root());
    }
}
