//! The words of the page for the one who drives.

use serde::Deserialize;

/// `pages/driver.toml`. Each key is a sentence or a label; its name says which.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct DriverPage {
    pub title: String,
    pub top_title: String,
    pub first_line: String,
    pub first_blank: String,
    pub two_line: String,
    pub stop_line: String,
    pub call_line: String,
    pub car_title: String,
    pub driver: String,
    pub second: String,
    pub first_title: String,
    pub backup_title: String,
    pub place: String,
    pub address: String,
    pub travel: String,
    pub way: String,
    pub contact: String,
    pub hours: String,
    pub soonest: String,
    pub held: String,
    pub along: String,
    pub call_title: String,
    pub number: String,
    pub door_title: String,
    pub rules_title: String,
    pub rules: Vec<String>,
    pub naloxone: Vec<String>,
    pub sleepy_title: String,
    pub sleepy: Vec<String>,
    pub sleepy_opioids: Vec<String>,
    pub sick_title: String,
    pub sick: Vec<String>,
    pub sick_opioids: Vec<String>,
    pub sick_call: Vec<String>,
    pub used_title: String,
    pub used: Vec<String>,
    pub out_title: String,
    pub out: Vec<String>,
    pub out_opioids: Vec<String>,
    pub bag_title: String,
    pub bag: Vec<String>,
}
