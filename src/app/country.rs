//! Which country the computer seems to be in.

use crate::plan::Plan;
use crate::words::COUNTRIES;

use super::Context;

/// The country of the locale, where its lines are known: `en-US` is `us`.
pub fn country_of(locale: Option<&str>) -> String {
    let region = locale.and_then(|locale| {
        locale
            .split(['-', '_', '.'])
            .find(|part| part.len() == 2 && part.chars().all(|c| c.is_ascii_uppercase()))
    });
    let code = region.unwrap_or_default().to_lowercase();
    COUNTRIES
        .iter()
        .find(|(known, _)| *known == code)
        .map(|(known, _)| known.to_string())
        .unwrap_or_default()
}

/// Stands in for a plan that is not open: it knows the country the computer seems to be in, for the numbers.
pub fn plan_of_country(context: &Context) -> Plan {
    Plan {
        country: country_of(context.locale.as_deref()),
        ..Plan::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::test_context::TestContext;

    #[test]
    fn the_country_comes_from_the_locale_where_its_lines_are_known() {
        for (locale, code) in [
            (Some("en-US"), "us"),
            (Some("en_GB.UTF-8"), "gb"),
            (Some("fr-FR"), ""),
            (Some("C"), ""),
            (None, ""),
        ] {
            assert_eq!(country_of(locale), code, "{locale:?}");
        }
    }

    #[test]
    fn where_no_plan_is_open_the_numbers_are_those_of_the_computers_country() {
        let mut trial = TestContext::new();
        trial.run(|context| {
            context.locale = Some("en-GB".into());
            assert_eq!(plan_of_country(context).country, "gb");
        });
    }
}
