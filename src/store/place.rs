//! Where plans live on this computer. Reads no environment but `HOME`, and what the crate reads that knows the
//! platform's folders.

use crate::error::Error;
use etcetera::BaseStrategy;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// The name of the plan on this computer, in its folder. It says nothing of what the file is about.
pub const DEFAULT_PLAN: &str = "plan.json";

/// The folder for plans, with its full path; it need not exist. `home` is the value of `STEADFAST_HOME`; without one
/// (or with an empty one) it is `steadfast` in the platform's local data folder, which no cloud copies.
///
/// Fails with `NoHome` when the computer names no folder, or names one by half a path: plans would then be scattered
/// over the folders the program is started in.
pub fn plans_folder(home: Option<&OsStr>) -> Result<PathBuf, Error> {
    match home.filter(|home| !home.is_empty()) {
        // Half a path is here what somebody typed and meant; it is made whole so that it can be said. From a file that no
        // shell reads, the home folder comes as it was written there.
        Some(home) => match home.to_str() {
            Some(text) => typed(text),
            None => std::path::absolute(home).map_err(|_| Error::NoHome),
        },
        None => in_data_folder(local_data_folder().as_deref()),
    }
}

/// The plan on this computer; see [`plans_folder`].
pub fn default_plan(home: Option<&OsStr>) -> Result<PathBuf, Error> {
    Ok(plans_folder(home)?.join(DEFAULT_PLAN))
}

/// The full path of what somebody typed as a place: `~/` is their home folder, as in a shell, and half a path begins in
/// the folder that the program was started in, which the next one may not be.
///
/// Fails with `Unexpanded` where the computer names no home folder, or another login's is meant.
pub fn typed(place: &str) -> Result<PathBuf, Error> {
    whole(place, std::env::var_os("HOME").as_deref())
}

/// The home folder in an option such as `--plan=~/plan.json`, which a shell leaves as it is.
pub fn expand_option(argument: &mut OsString) {
    let Some((option, path)) = argument.to_str().and_then(|text| text.split_once("=~/")) else {
        return;
    };
    if option.starts_with("--")
        && let Ok(path) = typed(&format!("~/{path}"))
    {
        let mut whole = OsString::from(format!("{option}="));
        whole.push(path);
        *argument = whole;
    }
}

fn whole(place: &str, home: Option<&OsStr>) -> Result<PathBuf, Error> {
    let home = home.map(Path::new).filter(|home| home.is_absolute());
    match (place.strip_prefix('~'), home) {
        (Some(""), Some(home)) => Ok(home.into()),
        (Some(rest), Some(home)) if rest.starts_with('/') => Ok(home.join(rest.trim_start_matches('/'))),
        // A folder called `~robin` beside whatever else is here is what nobody meant.
        (Some(_), _) => Err(Error::Unexpanded(place.into())),
        _ => std::path::absolute(place).map_err(|_| Error::NoHome),
    }
}

fn in_data_folder(data: Option<&Path>) -> Result<PathBuf, Error> {
    match data {
        Some(data) if data.is_absolute() => Ok(data.join("steadfast")),
        _ => Err(Error::NoHome),
    }
}

fn local_data_folder() -> Option<PathBuf> {
    // Without it the crate asks the computer's list of users, which may be a service behind a socket.
    if cfg!(unix) && std::env::var_os("HOME").is_none_or(|home| home.is_empty()) {
        return None;
    }
    let folders = etcetera::base_strategy::choose_native_strategy().ok()?;
    // On Windows the data folder travels with the account; the one that stays is called a cache.
    Some(if cfg!(windows) {
        folders.cache_dir()
    } else {
        folders.data_dir()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_that_was_named_is_the_folder() {
        let named = default_plan(Some(OsStr::new("/somewhere")));
        assert_eq!(named.unwrap(), Path::new("/somewhere/plan.json"));
        let here = std::env::current_dir().unwrap();
        let half = plans_folder(Some(OsStr::new("plans")));
        assert_eq!(half.unwrap(), here.join("plans"));
        let (empty, none) = (plans_folder(Some(OsStr::new(""))), plans_folder(None));
        assert_eq!(empty.unwrap(), none.unwrap());
    }

    #[test]
    fn what_is_typed_is_a_full_path_and_a_wave_is_the_home_folder() {
        let home = Some(OsStr::new("/home/a"));
        for (typed, path) in [
            ("~/safe/plan.json", "/home/a/safe/plan.json"),
            ("~//safe", "/home/a/safe"),
            ("~", "/home/a"),
            ("/stick/~/plan.json", "/stick/~/plan.json"),
        ] {
            assert_eq!(whole(typed, home).unwrap(), Path::new(path), "{typed}");
        }
        let here = std::env::current_dir().unwrap();
        assert_eq!(whole("safe/plan.json", None).unwrap(), here.join("safe/plan.json"));
        for none in [None, Some(OsStr::new("")), Some(OsStr::new("home"))] {
            assert!(matches!(whole("~/safe", none), Err(Error::Unexpanded(_))), "{none:?}");
        }
        for typed in ["~robin", "~robin/plans", "~+"] {
            assert!(matches!(whole(typed, home), Err(Error::Unexpanded(_))), "{typed}");
        }
    }

    #[test]
    fn the_home_folder_is_meant_where_no_shell_has_read_it() {
        let home = std::env::var("HOME").unwrap();
        let named = default_plan(Some(OsStr::new("~/plans")));
        assert_eq!(named.unwrap(), Path::new(&home).join("plans/plan.json"));
        for (given, meant) in [
            ("--plan=~/a b.json", format!("--plan={home}/a b.json")),
            ("--out=x~/y", "--out=x~/y".into()),
            ("who=~/y", "who=~/y".into()),
        ] {
            let mut argument = OsString::from(given);
            expand_option(&mut argument);
            assert_eq!(argument, OsString::from(meant));
        }
    }

    // Holds R-16 (speaks)
    #[test]
    fn r_16_the_name_of_the_plan_says_nothing() {
        let telling = [
            "drug",
            "heroin",
            "naloxone",
            "intervention",
            "family",
            "care",
            "help",
            "meeting",
        ];
        let path = default_plan(Some(OsStr::new("/somewhere"))).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().to_lowercase();
        assert!(telling.iter().all(|word| !name.contains(word)), "{name}");
    }

    #[test]
    fn half_a_home_is_no_home() {
        let relative = in_data_folder(Some(Path::new("relative/.local/share")));
        assert!(matches!(relative, Err(Error::NoHome)));
        assert!(matches!(in_data_folder(None), Err(Error::NoHome)));
        let whole = in_data_folder(Some(Path::new("/home/a/.local/share")));
        assert_eq!(whole.unwrap(), Path::new("/home/a/.local/share/steadfast"));
    }

    #[cfg(unix)]
    #[test]
    fn half_a_home_from_the_environment_is_no_home() {
        let name = "store::place::tests::half_a_home_from_the_environment_is_no_home";
        let script = "unset XDG_DATA_HOME; HOME=relative exec \"$0\" \"$@\"";
        if crate::store::sample::again(name, script) {
            assert!(matches!(plans_folder(None), Err(Error::NoHome)));
            let empty = plans_folder(Some(OsStr::new("")));
            assert!(matches!(empty, Err(Error::NoHome)));
        }
    }
}
