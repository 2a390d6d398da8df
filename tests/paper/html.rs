//! The HTML of every page, by an independent validator and in a real browser.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use steadfast::sheets;
use tempfile::TempDir;

use super::pages;
use super::tools::{brought, browser, program, said, tools};

/// A page with one of each fault that must be found: without it a checker that looks at nothing would pass.
const BAD: &str = "<!DOCTYPE html><html><head><title></title></head><body><h1>a</h1><h4 align=left>b</h4>\
    <p style='color:#ccc;background:#fff;width:60rem'>some pale words<img src=a.png><script>alert(1)</script></body></html>";

/// One file for each page, and the bad one.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, page) in pages::all() {
        fs::write(folder.path().join(name).with_extension("html"), sheets::html(&page)).unwrap();
    }
    fs::write(folder.path().join("bad.html"), BAD).unwrap();
    folder
}

/// The findings of a checker: none but of the bad page, and there each of `expected`.
#[track_caller]
fn judge(found: &str, expected: &[&str]) {
    let (bad, others): (Vec<&str>, Vec<&str>) = found
        .lines()
        .filter(|line| !line.trim().is_empty())
        .partition(|line| line.contains("bad"));
    assert!(others.is_empty(), "{}", others.join("\n"));
    for fault in expected {
        assert!(
            bad.iter().any(|line| line.contains(fault)),
            "{fault} is not found: {bad:#?}"
        );
    }
}

#[test]
fn every_page_is_valid() {
    let (Some(java), Some(jar)) = (program(&["java"]), brought("vnu-jar/build/dist/vnu.jar")) else {
        return;
    };
    let folder = folder();
    let mut vnu = Command::new(java);
    vnu.arg("-jar")
        .arg(jar)
        .args(["--exit-zero-always", "--format", "gnu", "--no-langdetect"]);
    judge(
        &said(vnu.arg(folder.path())),
        &["Element “title” must not be empty", "align", "alt"],
    );
}

#[test]
fn every_page_is_for_everybody_in_a_real_browser_and_does_nothing_of_its_own() {
    let parts = (
        program(&["node"]),
        browser(),
        brought("axe-core/axe.min.js"),
        brought("puppeteer-core"),
    );
    let (Some(node), Some(browser), Some(_), Some(_)) = parts else {
        return;
    };
    let (folder, scratch) = (folder(), tempfile::tempdir().unwrap());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/paper/look.mjs");
    let mut look = Command::new(node);
    look.arg(script).arg(tools()).arg(browser).arg(folder.path());
    // What a browser leaves, it leaves in here.
    look.env("TMPDIR", scratch.path()).env("HOME", scratch.path());
    let expected = [
        "opens a dialog",
        "a script element",
        "a img element",
        "no title",
        "asks for 1 more",
        "wide: document-title",
        "wide: color-contrast",
        "320 px: scrolls sideways",
        "dark: color-contrast",
        "printed: color-contrast",
    ];
    let found = said(&mut look);
    judge(&found, &expected);
    let named: BTreeSet<&str> = found.lines().filter_map(|line| line.split(':').next()).collect();
    assert_eq!(named, BTreeSet::from(["bad"]));
}
