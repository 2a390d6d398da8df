//! The rules about help lines, on every page there is.

use steadfast::plan::{Ages, Answer, Change, ChangeNote, Harm, Plan, Substance};
use steadfast::sheets::{self, Block, Page, SheetKind};
use steadfast::words::{COUNTRIES, HelpLine};

use crate::common::home::{date, words};

/// Plans that show different pages and lines. What the family typed is no number and no word of ours.
pub(super) fn plans(country: &str) -> Vec<Plan> {
    let typed = words().example.replace("911", "help");
    let theirs = [
        ("A counselor of", "Someone of"),
        ("Counselor at the health center", "A nurse"),
        ("leave form", "paper"),
        ("insurance card", "papers"),
    ];
    let typed = theirs
        .iter()
        .fold(typed, |typed, (own, other)| typed.replace(own, other));
    let plan = |alter: &dyn Fn(&mut Plan)| {
        let mut plan: Plan = serde_json::from_str(&typed).unwrap();
        plan.country = country.into();
        alter(&mut plan);
        plan
    };
    let changed = |kind: Change| {
        plan(&move |plan: &mut Plan| {
            let on = date("2026-11-16");
            plan.visit.changes.push(ChangeNote { kind: kind.clone(), on });
        })
    };
    vec![
        plan(&|_| {}),
        plan(&|plan| plan.safety.this_session.harm = Answer::Given(Harm::ByThem)),
        plan(&|plan| plan.person.ages = Answer::Given(Ages::PlannerUnder)),
        plan(&|plan| plan.person.substances = Answer::Given(vec![Substance::Alcohol])),
        changed(Change::Died),
        changed(Change::CannotFind),
        changed(Change::InJail),
    ]
}

/// Every page of a plan.
pub(super) fn pages(plan: &Plan) -> Vec<Page> {
    let today = date("2026-11-16");
    let readers = sheets::readers(plan);
    let mut pages = vec![sheets::blank(&plan.country, words(), today)];
    for kind in SheetKind::ALL {
        let each = readers.iter().filter(|_| kind.is_personal()).map(|(_, id)| Some(id));
        let readers: Vec<_> = each.chain((!kind.is_personal()).then_some(None)).collect();
        let all = readers
            .into_iter()
            .filter_map(|reader| sheets::compose(*kind, reader, plan, words(), today).ok());
        pages.extend(all);
    }
    assert!(pages.len() > 1);
    pages
}

/// A page as one line of words.
pub(super) fn flat(page: &Page) -> String {
    sheets::text(page).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All numbers of a country, as they are written.
fn numbers(country: &str) -> Vec<&'static str> {
    let all = |line: &'static HelpLine| [line.number, line.also, line.text, line.tty].into_iter().flatten();
    words().help_lines(country).line.iter().flat_map(all).collect()
}

/// A text without the numbers of its own country, so that none is found inside a longer one.
fn without(text: &str, own: &[&'static str]) -> String {
    let mut own = own.to_vec();
    own.sort_by_key(|number| std::cmp::Reverse(number.len()));
    own.into_iter()
        .fold(text.to_string(), |text, number| text.replace(number, "#"))
}

/// True if a number stands in a text by itself.
fn stands(text: &str, number: &str) -> bool {
    let alone = |(at, _): (usize, &str)| {
        let before = text[..at].chars().next_back();
        let after = text[at + number.len()..].chars().next();
        let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-');
        !part(before) && !part(after)
    };
    text.match_indices(number).any(alone)
}

/// What is said outside of pages, filled in for a country: danger cards, the home page, what is said once.
pub(super) fn spoken(country: &str) -> String {
    let words = words().spoken_in(country);
    let cards = &words.danger.card;
    let cards = [&cards.overdose, &cards.suicide, &cards.violence, &cards.all];
    let lines = words.help_lines(country);
    let listed = cards
        .iter()
        .flat_map(|card| card.lines.iter())
        .flat_map(|id| lines.sentences(id, words));
    let sentences = cards.iter().flat_map(|card| card.steps.iter().chain(card.after));
    let home = [&words.home.suicide_after, &words.home.suicide_yes, &words.home.harm_yes];
    let plan = Plan {
        country: country.into(),
        ..Plan::default()
    };
    let filled = sentences
        .chain(home)
        .chain(words.home.after_change.values())
        .map(|sentence| words.fill_names(sentence, &plan, ""));
    filled.chain(listed).collect::<Vec<_>>().join(" ")
}

// Holds R-54
#[test]
fn r_54_no_page_and_no_sentence_for_one_country_has_a_number_of_another() {
    let everywhere: Vec<&str> = COUNTRIES.iter().map(|(code, _)| *code).chain(["other"]).collect();
    for country in &everywhere {
        let own = numbers(country);
        // 112 is named for an unlisted country only.
        let foreign = everywhere
            .iter()
            .flat_map(|other| numbers(other))
            .filter(|number| !own.contains(number));
        let foreign: Vec<&str> = foreign
            .filter(|number| *country != "other" || *number != "112")
            .collect();
        let pages = plans(country)
            .iter()
            .flat_map(pages)
            .map(|page| flat(&page))
            .collect::<Vec<_>>();
        for text in pages.iter().chain([&spoken(country)]) {
            let left = without(text, &own);
            let wrong: Vec<_> = foreign.iter().filter(|number| stands(&left, number)).collect();
            assert!(wrong.is_empty(), "{country}: {wrong:?} in {text}");
        }
    }
}

#[test]
fn where_no_country_is_known_every_page_has_room_for_the_emergency_number() {
    let blank = &words().lines.unlisted_blank;
    for plan in &plans("other") {
        for page in pages(plan) {
            assert_eq!(flat(&page).matches(blank).count(), 1, "{}", flat(&page));
        }
    }
    for page in pages(&plans("gb")[0]) {
        assert!(!flat(&page).contains(blank));
    }
}

// Holds R-59
#[test]
fn r_59_what_is_to_be_checked_first_is_said_once_on_a_page_below_all_that_is_sure() {
    let check = &words().lines.check_first;
    let mut seen = 0;
    for (country, _) in COUNTRIES {
        let lines = words().help_lines(country);
        let unsure: Vec<&HelpLine> = lines.line.iter().filter(|line| !line.is_verified()).collect();
        for page in plans(country).iter().flat_map(pages) {
            let text = flat(&page);
            assert!(text.matches(check).count() <= 1, "{text}");
            let (above, below) = text.split_once(check).unwrap_or((&text, ""));
            let listed = |line: &&HelpLine, text: &str| {
                line.number
                    .as_ref()
                    .is_some_and(|number| text.contains(&format!("{}, call {number}", line.service)))
            };
            assert!(!unsure.iter().any(|line| listed(line, above)), "{country} {above}");
            seen += unsure.iter().filter(|line| listed(line, below)).count();
            let titled = |block: &&Block| matches!(block, Block::Numbers { title, .. } if title == check);
            for block in page.blocks.iter().filter(titled) {
                let Block::Numbers { lines: apart, .. } = block else {
                    continue;
                };
                let crisis = lines.sentences("suicide", words());
                assert!(apart.iter().all(|line| !crisis.contains(&line.words)), "{text}");
            }
        }
    }
    assert!(seen > 0);
}

// Holds R-58
#[test]
fn r_58_a_page_says_what_its_country_has_no_line_for() {
    let without = |country: &str, id: &str| words().spoken_in(country).lines.without[country][id];
    for (country, id) in [
        ("ca", "violence"),
        ("gb", "violence"),
        ("ie", "violence"),
        ("ie", "treatment_family"),
    ] {
        let said = flat(&sheets::checklist(&plans(country)[0], words(), date("2026-11-16")));
        assert!(said.contains(without(country, id)), "{country} {id}: {said}");
    }
    let died = |country: &str| flat(&sheets::checklist(&plans(country)[4], words(), date("2026-11-16")));
    for country in ["ie", "nz"] {
        assert!(died(country).contains(without(country, "grief")), "{country}");
    }
}

#[test]
fn a_planner_under_18_and_a_family_after_a_death_get_the_line_of_their_country() {
    for (country, child, grief) in [
        ("us", "call Childhelp, 1-800-422-4453.", "such as GRASP."),
        (
            "ca",
            "call Kids Help Phone, 1-800-668-6868.",
            "such as Healing Hearts and GRASP.",
        ),
        (
            "gb",
            "call Childline, 0800 1111.",
            "such as Scottish Families, 08080 10 10 11 (in Scotland) and DrugFAM",
        ),
        (
            "ie",
            "call Childline, 1800 666 666.",
            "such as a doctor or a counsellor.",
        ),
        (
            "au",
            "call Kids Helpline, 1800 55 1800.",
            "such as Family Drug Support, 1300 368 186.",
        ),
        ("nz", "call Youthline, 0800 376 633.", "such as 1737."),
        (
            "other",
            "call a free line for young people.",
            "such as a doctor or a counselor.",
        ),
    ] {
        let plans = plans(country);
        let said = |plan: &Plan| flat(&sheets::checklist(plan, words(), date("2026-11-16")));
        assert!(said(&plans[2]).contains(child), "{country} {}", said(&plans[2]));
        assert!(said(&plans[4]).contains(grief), "{country} {}", said(&plans[4]));
        assert_eq!(said(&plans[4]).contains("GRASP"), ["us", "ca"].contains(&country));
    }
}
