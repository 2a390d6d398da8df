//! The day after: six ways it can have gone, each to what follows from it.

use super::harness::{Home, Session};
use super::prompts::{row, sentence};

#[test]
fn each_way_the_day_can_have_gone_leads_to_what_follows_from_it() {
    for code in ["yes", "not_yet", "no", "walked_out", "we_stopped", "did_not_meet"] {
        let home = Home::new().with_example();
        let Some(mut it) = Session::start_with(&home, 24, 80, &["after", "--today", "2026-12-13"], &[]) else {
            return;
        };
        it.until("safety.changed");
        it.pick(&sentence("home.changed_no"));
        it.until("visit.met");
        it.pick(&row(&format!("met.{code}")));
        if code != "did_not_meet" {
            it.until("visit.safe_tonight");
            it.pick(&sentence("home.safe_tonight.yes"));
        }
        let said = sentence(&format!("home.outcome.{code}")).replace("{name}", "Robin");
        it.sees(said.split_inclusive(". ").next().unwrap().trim());
        it.press("\x03");
        assert!(it.end().tidy, "{code}");
        assert_eq!(home.answer("/visit/met"), code);
        assert_eq!(home.answer("/visit/met_day"), "2026-12-12");
    }
}
