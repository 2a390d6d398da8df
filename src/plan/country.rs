//! The country of the help lines as it may stand in a file: its code in any case, or a common name of it.

use serde::{Deserialize, Deserializer};

/// A country that was chosen and has no lines of its own.
const UNLISTED: &str = "other";

/// Codes of the countries with lines of their own, each with its common names, lower case and without dots.
const COMMON_NAMES: [(&str, &[&str]); 6] = [
    (
        "us",
        &[
            "usa",
            "united states",
            "united states of america",
            "america",
            "the us",
            "the usa",
            "the united states",
        ],
    ),
    ("ca", &["can", "canada"]),
    (
        "gb",
        &[
            "uk",
            "gbr",
            "united kingdom",
            "the uk",
            "the united kingdom",
            "great britain",
            "britain",
            "england",
            "scotland",
            "wales",
            "northern ireland",
        ],
    ),
    ("ie", &["irl", "ireland", "republic of ireland", "eire", "éire"]),
    ("au", &["aus", "australia"]),
    ("nz", &["nzl", "new zealand", "aotearoa"]),
];

/// The code of a country that is written in any case or by a common name; `None` if its lines are not known.
pub fn country_code(written: &str) -> Option<&'static str> {
    let folded = written.replace('.', "").replace(['_', '-'], " ").to_lowercase();
    let name = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    let known = COMMON_NAMES
        .iter()
        .find(|(code, names)| *code == name || names.contains(&name.as_str()));
    known.map(|(code, _)| *code)
}

/// True if what is in a plan is a country: one with lines, any other two letters, *another country*, or none.
pub(super) fn is_country(written: &str) -> bool {
    let two_letters = written.len() == 2 && written.bytes().all(|byte| byte.is_ascii_alphabetic());
    written.is_empty() || written == UNLISTED || two_letters || country_code(written).is_some()
}

/// Reads the country of a file. What is no country is kept as it stands, and no number of any country is shown for it.
pub(super) fn read<'de, D: Deserializer<'de>>(file: D) -> Result<String, D::Error> {
    let written = String::deserialize(file)?;
    Ok(country_code(&written).map_or(written, str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::super::{Plan, unknown_codes};

    #[test]
    fn the_country_is_read_in_any_case_and_by_its_common_names_and_named_where_it_is_none() {
        for (written, read, named) in [
            ("us", "us", false),
            ("USA", "us", false),
            ("U.S.A.", "us", false),
            (" United  States ", "us", false),
            ("Uk", "gb", false),
            ("England", "gb", false),
            ("NORTHERN IRELAND", "gb", false),
            ("Ireland", "ie", false),
            ("new-zealand", "nz", false),
            ("other", "other", false),
            ("", "", false),
            ("fr", "fr", false),
            ("Frannce", "Frannce", true),
            ("u", "u", true),
        ] {
            let plan: Plan = serde_json::from_value(serde_json::json!({ "country": written })).unwrap();
            assert_eq!(plan.country, read, "{written}");
            assert_eq!(unknown_codes(&plan).contains(&"country".to_owned()), named, "{written}");
        }
    }
}
