//! A folder of its own for the real program, and what came of running it.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Output;

use assert_cmd::Command;

use super::EXAMPLE;

/// A home of its own for one test.
pub struct Home(pub tempfile::TempDir);

impl Home {
    pub fn new() -> Self {
        Home(tempfile::tempdir().unwrap())
    }

    /// With the example as the plan on this computer.
    pub fn with_plan() -> Self {
        let home = Home::new();
        fs::write(home.plan(), EXAMPLE).unwrap();
        close(&home.plan());
        home
    }

    pub fn plan(&self) -> PathBuf {
        self.0.path().join("plan.json")
    }

    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        fs::write(&path, bytes).unwrap();
        close(&path);
        path
    }

    fn command(&self) -> Command {
        let mut command = Command::cargo_bin("steadfast").unwrap();
        command
            .env_clear()
            .env("STEADFAST_HOME", self.0.path())
            .env("HOME", self.0.path())
            .env("TERM", "dumb")
            .args(["--today", "2026-11-21"])
            .timeout(std::time::Duration::from_secs(20));
        command
    }

    pub fn run(&self, line: &str) -> Ran {
        self.run_with(line.split_whitespace().map(OsString::from).collect(), "")
    }

    /// With the home as the folder that it is started in.
    pub fn run_inside(&self, line: &str) -> Ran {
        let mut command = self.command();
        command.current_dir(self.0.path()).args(line.split_whitespace());
        Ran::from(command.output().unwrap())
    }

    /// On the day that it is where this is the time zone.
    pub fn run_in_zone(&self, zone: &str, line: &str) -> Ran {
        let mut command = Command::cargo_bin("steadfast").unwrap();
        command.env_clear().env("STEADFAST_HOME", self.0.path()).env("TZ", zone);
        Ran::from(command.args(line.split_whitespace()).output().unwrap())
    }

    pub fn run_with(&self, args: Vec<OsString>, typed: &str) -> Ran {
        Ran::from(
            self.command()
                .args(args)
                .write_stdin(typed)
                .ok()
                .unwrap_or_else(|error| error.as_output().unwrap().clone()),
        )
    }
}

/// What came of it.
#[derive(Debug)]
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Ran {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// As Steadfast itself leaves a file.
pub fn close(path: &std::path::Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o600)).unwrap();
    }
    #[cfg(not(unix))]
    let _ = path;
}

impl Ran {
    /// The exit code, with the streams at hand if it is another.
    pub fn ends(self, code: i32) -> Ran {
        assert_eq!(self.code, Some(code), "{self:?}");
        self
    }

    /// An error is one or two sentences beside the results, and no debug print.
    pub fn refused(self, code: i32) -> Ran {
        let ran = self.ends(code);
        assert_eq!(ran.out, "", "{ran:?}");
        assert_eq!(ran.err.lines().count(), 1, "{ran:?}");
        assert!(!ran.err.contains(['{', '}', '!', '\u{1b}']), "{ran:?}");
        assert!(!ran.err.contains("Err(") && !ran.err.starts_with("error:"), "{ran:?}");
        ran
    }
}
