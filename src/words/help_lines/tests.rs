//! What the lines of each country say, and of which.

use chrono::NaiveDate;

use super::*;
use crate::words::COUNTRIES;

fn english() -> Words {
    Words::load("en", None).unwrap()
}

/// Each country in turn, and one that is not listed.
fn everywhere() -> impl Iterator<Item = &'static str> {
    COUNTRIES.iter().map(|(code, _)| *code).chain(["other"])
}

/// All numbers of a line.
fn numbers(line: &HelpLine) -> impl Iterator<Item = &'static str> {
    [line.number, line.also, line.text, line.tty].into_iter().flatten()
}

// Holds R-32
#[test]
fn r_32_when_the_numbers_were_read_is_said_and_what_is_more_than_a_year_old_says_so() {
    let words = english();
    let day = |date: &str| date.parse::<NaiveDate>().unwrap();
    for (code, _) in COUNTRIES {
        let said = |date| words.help_lines(code).last_checked(&words, day(date)).unwrap();
        let old = &words.lines.old;
        assert!(said("2027-10-31").contains("November 2026") && !said("2027-10-31").contains(old));
        assert!(said("2027-11-01").contains("November 2026") && said("2027-11-01").contains(old));
    }
    assert_eq!(words.help_lines("other").last_checked(&words, day("2026-11-27")), None);
}

#[test]
fn every_country_that_is_offered_has_a_sure_number_for_an_emergency_and_for_suicide_at_any_hour() {
    let words = english();
    for (code, _) in COUNTRIES {
        let lines = words.help_lines(code);
        assert_eq!(lines.line[0].id, "emergency", "{code}");
        assert_eq!(lines.line[1].id, "suicide", "{code}");
        for id in ["emergency", "suicide"] {
            let line = lines.nationwide(id).unwrap_or_else(|| panic!("{code} has no {id}"));
            assert!(line.number.is_some() && line.hours == Some("24/7"), "{code} {id}");
            assert!(!line.sources.is_empty(), "{code} {id}");
        }
        assert_eq!(
            lines.nationwide("emergency").unwrap().number.as_ref(),
            Some(&lines.emergency)
        );
        assert!(
            lines.nationwide("children").is_some_and(HelpLine::is_verified),
            "{code}"
        );
    }
}

// Holds R-54
#[test]
fn r_54_the_violence_line_in_a_sentence_is_that_of_the_place_and_never_one_for_women_as_if_for_anyone() {
    let words = english();
    for (country, said) in [
        ("us", "1-800-799-7233, where a trained advocate answers"),
        (
            "ca",
            "in Alberta 310-1818, in British Columbia 1-800-563-0808, in Manitoba 1-877-977-0007, \
             in Nova Scotia 1-855-225-0220, in Quebec 1-800-363-9010 and in Saskatchewan 211",
        ),
        (
            "gb",
            "in England 0808 2000 247 (for women), in Scotland 0800 027 1234, in Wales 0808 80 10 800 \
             and in Northern Ireland 0808 802 1414",
        ),
        ("ie", "1800 341 900 (for women)"),
        ("au", "1800 737 732, where a trained counselor answers"),
        (
            "nz",
            "0800 733 843 (for women) and 0800 456 450 (9 in the morning to 11 at night, every day)",
        ),
        ("other", words.lines.unlisted_violence),
    ] {
        assert_eq!(words.help_lines(country).fill_placeholders("{violence}", &words), said);
    }
}

#[test]
fn each_country_has_its_own_number_for_suicide_for_the_young_and_after_a_death() {
    let words = english();
    for (country, suicide, child, grief) in [
        ("us", "988", "Childhelp, 1-800-422-4453", "GRASP"),
        (
            "ca",
            "9-8-8",
            "Kids Help Phone, 1-800-668-6868",
            "Healing Hearts and GRASP",
        ),
        (
            "gb",
            "116 123",
            "Childline, 0800 1111",
            "Scottish Families, 08080 10 10 11 (in Scotland) and DrugFAM (in England, Wales and Northern Ireland)",
        ),
        ("ie", "116 123", "Childline, 1800 666 666", "a doctor or a counselor"),
        (
            "au",
            "13 11 14",
            "Kids Helpline, 1800 55 1800",
            "Family Drug Support, 1300 368 186",
        ),
        ("nz", "0508 828 865", "Youthline, 0800 376 633", "1737"),
        (
            "other",
            "a crisis line near you",
            "a free line for young people",
            "a doctor or a counselor",
        ),
    ] {
        let said = words
            .help_lines(country)
            .fill_placeholders("{suicide}|{child_line}|{grief}", &words);
        assert_eq!(said, format!("{suicide}|{child}|{grief}"));
    }
    let said = |country| words.help_lines(country).fill_placeholders("{suicide_line}", &words);
    assert_eq!(said("us"), "988, where a trained crisis counselor answers");
    assert_eq!(said("nz"), "0508 828 865", "who answers was not read");
}

// Holds R-57
#[test]
fn r_57_a_line_says_where_it_serves_and_for_whom_it_truly_is() {
    let words = english();
    for (code, _) in COUNTRIES {
        let lines = words.help_lines(code);
        for line in lines.line {
            let (long, place) = (lines.format_long(line, &words), line.place(&words));
            let whom = |code: &&str| long.contains(words.lines.whom[code]);
            let there = line.region == *code || long.contains(&place);
            assert!(there && line.serves.iter().all(whom), "{long}");
            let short = lines.format_short(line, true, &words).words;
            assert_eq!(short.contains(&place), !lines.is_nationwide(line), "{short}");
            assert!(
                line.is_for_anyone() || short.contains(words.lines.whom[line.serves[0]]),
                "{short}"
            );
        }
    }
}

// Holds R-58
#[test]
fn r_58_what_a_country_has_no_line_for_is_said_above_those_there_are_and_in_the_whole_list() {
    let words = english();
    for (country, id, lines) in [
        ("ca", "violence", 6),
        ("ca", "poison", 2),
        ("gb", "violence", 4),
        ("gb", "poison", 0),
        ("gb", "health", 1),
        ("ie", "violence", 1),
        ("ie", "treatment_family", 1),
        ("ie", "grief", 0),
        ("nz", "grief", 1),
    ] {
        let said = words.help_lines(country).sentences(id, &words);
        let missing = &words.lines.without[country][id];
        assert!(
            said.len() == lines + 1 && said[0].ends_with(missing),
            "{country} {said:?}"
        );
        let whole = words.help_lines(country).paragraphs(&words).join("\n");
        assert_eq!(whole.matches(missing).count(), 1, "{country} {whole}");
    }
    let whole = words.help_lines("us").sentences("violence", &words);
    assert_eq!(whole.len(), 2, "{whole:?}");
    assert!(words.help_lines("us").without.is_empty());
}

// Holds R-59
#[test]
fn r_59_what_is_not_sure_stands_apart_and_never_among_crisis_lines_or_inside_a_sentence() {
    let words = english();
    let filled = "{emergency}|{suicide}|{suicide_line}|{violence}|{child_line}|{grief}";
    let mut apart = 0;
    for code in everywhere() {
        let lines = words.help_lines(code);
        let said: String = lines
            .line
            .iter()
            .flat_map(|line| lines.sentences(line.id, &words))
            .collect();
        for line in lines.line.iter().filter(|line| !line.is_verified()) {
            assert_eq!(
                line.confidence, "M",
                "{code} {}: what is less is not here",
                line.service
            );
            let crisis = [
                "emergency",
                "suicide",
                "crisis",
                "crisis_text",
                "crisis_indigenous",
                "poison",
            ];
            assert!(!crisis.contains(&line.id), "{code} {}", line.service);
            assert!(
                !said.contains(&lines.format_short(line, true, &words).words),
                "{code} {}",
                line.service
            );
            let check = lines.unverified_texts(&[line.id], &words);
            assert!(
                check.iter().any(|one| one.words.contains(line.service)),
                "{code} {}",
                line.service
            );
            apart += 1;
        }
        let sure: Vec<&str> = lines
            .line
            .iter()
            .filter(|line| line.is_verified())
            .flat_map(numbers)
            .collect();
        let filled = lines.fill_placeholders(filled, &words);
        let in_sentence = filled.split(|c: char| !c.is_ascii_digit() && !" -".contains(c));
        let long = in_sentence
            .map(|it| it.trim_matches([' ', '-']))
            .filter(|it| it.len() > 2);
        assert!(long.clone().all(|number| sure.contains(&number)), "{code} {filled}");
        assert_eq!(long.count() > 0, code != "other", "{filled}");
    }
    assert!(apart > 0);
}

#[test]
fn every_number_is_written_as_it_is_dialled_there() {
    let digits = |number: &str| number.chars().filter(char::is_ascii_digit).count();
    let words = english();
    for (code, _) in COUNTRIES {
        let mut shown = std::collections::BTreeMap::new();
        for line in words.help_lines(code).line {
            for number in numbers(line) {
                let plain = number.chars().all(|c| c.is_ascii_digit() || c == ' ' || c == '-');
                assert!(
                    plain && number == number.trim() && !number.contains("  "),
                    "{code} {number}"
                );
                let long = match (*code, digits(number)) {
                    (_, 3..=6) => true,
                    // Local, or toll-free behind a 1.
                    ("us" | "ca", 7 | 10) => !number.starts_with("1-"),
                    ("us" | "ca", 11) => number.starts_with("1-8"),
                    ("gb", 8) => number == "0800 1111",
                    ("gb", 11) => number.starts_with("08") || number.starts_with("03") || number.starts_with("07"),
                    ("ie", 9 | 10) => number.starts_with("1800 ") || number.starts_with("01 "),
                    ("au", 10) => ["1800 ", "1300 ", "04", "13 43"]
                        .iter()
                        .any(|begins| number.starts_with(begins)),
                    ("au", 8) => number.starts_with("13 "),
                    ("nz", 10) => number.starts_with("0800 ") || number.starts_with("0508 "),
                    _ => false,
                };
                assert!(long, "{code} {} {number}", line.service);
                // One number is written in one way.
                let key: String = number.chars().filter(char::is_ascii_digit).collect();
                assert_eq!(shown.entry(key).or_insert(number), &number, "{code}");
            }
        }
    }
}
