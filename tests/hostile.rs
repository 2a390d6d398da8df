//! What a family typed is text in every format, whatever it looks like: no markup, no formula, no line of its own, no
//! sign that steers a terminal. Each answer meets each hostile text, on each page that it may stand on.
//!
//! A page is held against the same page of a plan whose answers are letters alone: what differs may only be words.

use std::fs;
use std::sync::LazyLock;

use assert_cmd::Command;
use chrono::NaiveDate;
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;
use steadfast::plan::Plan;
use steadfast::sheets::{self, EventTitles, Page, SheetKind};
use steadfast::text;
use steadfast::words::Words;

use crate::files::names;

/// What somebody types, or pastes, or what a file from elsewhere holds. The beginnings differ, since most signs mean
/// something only there. All but what is taken away is as wide as it is long.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>\r\n<img src=x onerror=alert(2)>\u{1b}[31m</td></style></title><!-- \"'>",
    "=1+1|cmd\r\n+a\n-b\n@c\u{202e}\t=d",
    "[a](javascript:alert) ![b](http://c.example/d.png) <http://e.example> [f]: http://g.example\r\n\n[h]: /i\n\n[h]",
    "| a | b |\n| --- | --- |\n| c\u{200b} | `d | e` |",
    "../../x\u{0}/\\..\\y\u{7f}\u{9b}1m\n# z\n===\n---\n***",
    "- a\n  - b\n1. c\n2) d\n> e\n```\nf\n~~~\n    g\n\tg",
    "\u{1b}]8;;http://a.example\u{7}b\u{1b}]8;;\u{1b}\\ \u{1b}]0;c\u{7}\u{2066}d\u{2069}\u{feff}**e** _f_ ~~g~~ ^h^ $i$ $$j$$",
    "\"a\";\r\nATTENDEE:mailto:b@c.example\r\nBEGIN:VALARM\u{85}X-D:e\u{2028}END:VCALENDAR\\n\\,",
    "{page} {name} {{x}} &lt;b&gt; &#60;i&#62; [^1]\n\n[^1]: c\n\n[ ] d\n: e\n--- \\\nwww.f.example g@h.example",
    "%x' onmouseover='y' style=\"z\" \\22 ; } @import url(//a.example); {{{ </p><p>\n:::b\n<details>\n!\\[c]",
];

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 16).unwrap()
}

static WORDS: LazyLock<Words> = LazyLock::new(|| Words::load("en", None).unwrap());

static EXAMPLE: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../prompts/en/example.json")).unwrap());

/// Pairs of plans of the same form, as files: hostile, and in letters. In each, every answer has another text.
static PAIRS: LazyLock<Vec<(Value, Value)>> = LazyLock::new(|| {
    let places = places(&EXAMPLE);
    assert!(places.len() > 100, "{}", places.len());
    (0..HOSTILE.len()).map(|turn| pair(&places, turn)).collect()
});

/// Every page of each pair, for every reader.
static PAGES: LazyLock<Vec<(String, Page, Page)>> = LazyLock::new(|| {
    let mut both = Vec::new();
    each(|hostile, letters| {
        let (hostile, letters) = (pages(hostile), pages(letters));
        assert_eq!(hostile.len(), letters.len());
        both.extend(
            hostile
                .into_iter()
                .zip(letters)
                .map(|((name, page), (_, calm))| (name, page, calm)),
        );
    });
    both
});

/// The same text in letters alone: as many lines, as wide. No two texts begin alike.
fn calm(at: usize) -> String {
    let letter = char::from(b'a' + u8::try_from(at).unwrap());
    let calm = |sign: char| if sign.is_whitespace() { sign } else { letter };
    text::sanitize_text(HOSTILE[at]).chars().map(calm).collect()
}

/// Where the texts of a file are: what can be anything, and comes back as it was typed but for its cleaning.
fn places(example: &Value) -> Vec<String> {
    let mut strings = Vec::new();
    gather(example, String::new(), &mut strings);
    strings.retain(|place| {
        let mut tried = example.clone();
        *tried.pointer_mut(place).unwrap() = HOSTILE[0].into();
        let Ok(plan) = serde_json::from_value::<Plan>(tried) else {
            return false;
        };
        let kept = serde_json::to_value(plan).unwrap();
        kept.pointer(place).and_then(Value::as_str) == Some(&text::sanitize_text(HOSTILE[0]))
    });
    strings
}

fn gather(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                gather(value, format!("{at}/{key}"), found);
            }
        }
        Value::Array(list) => {
            for (n, value) in list.iter().enumerate() {
                gather(value, format!("{at}/{n}"), found);
            }
        }
        Value::String(_) => found.push(at),
        _ => {}
    }
}

/// `turn` moves each text to the next answer.
fn pair(places: &[String], turn: usize) -> (Value, Value) {
    let (mut hostile, mut letters) = (EXAMPLE.clone(), EXAMPLE.clone());
    for (n, place) in places.iter().enumerate() {
        let at = (n + turn) % HOSTILE.len();
        *hostile.pointer_mut(place).unwrap() = HOSTILE[at].into();
        *letters.pointer_mut(place).unwrap() = calm(at).into();
    }
    (hostile, letters)
}

/// Hands each pair of plans to a look at them.
fn each(mut look: impl FnMut(&Plan, &Plan)) {
    let plan = |value: &Value| serde_json::from_value::<Plan>(value.clone()).unwrap();
    for (hostile, letters) in PAIRS.iter() {
        look(&plan(hostile), &plan(letters));
    }
}

/// Every page, for every reader.
fn pages(plan: &Plan) -> Vec<(String, Page)> {
    let mut pages = Vec::new();
    for kind in SheetKind::ALL {
        let readers = sheets::readers_of(*kind, plan).into_iter().map(|(_, id)| Some(id));
        let readers: Vec<_> = if kind.is_personal() {
            readers.collect()
        } else {
            vec![None]
        };
        for (n, reader) in readers.iter().enumerate() {
            let page = sheets::compose(*kind, reader.as_ref(), plan, &WORDS, today());
            let page = page.unwrap_or_else(|why| panic!("{}: {why:?}", kind.code()));
            pages.push((format!("{} {n}", kind.code()), page));
        }
    }
    pages
}

/// Hands each page of a hostile plan, drawn, to a look at it, beside the same page in letters.
fn each_page(draw: fn(&Page) -> String, look: fn(&str, &str, &str)) {
    for (name, page, calm) in PAGES.iter() {
        let drawn = draw(page);
        clean(name, &drawn);
        look(name, &drawn, &draw(calm));
    }
}

/// No control but the end of a line, nothing that turns or hides letters.
#[track_caller]
fn clean(name: &str, drawn: &str) {
    assert_eq!(text::sanitize_text(drawn), drawn.trim_end(), "{name}");
    assert!(!drawn.contains(['\u{1b}', '\r', '\t']), "{name}");
}

#[test]
fn text_has_no_control_and_no_line_is_too_wide() {
    each_page(sheets::text, |name, drawn, _| {
        for line in drawn.lines() {
            assert!(text::width(line) <= 80, "{name}: {line}");
        }
    });
}

#[test]
fn markdown_holds_what_we_wrote_and_no_markup_that_was_typed() {
    each_page(sheets::markdown, |name, drawn, calm| {
        assert_eq!(form(name, drawn), form(name, calm), "{name}: {drawn}");
    });
}

/// What a page in Markdown is made of, but for its words: each opening tag, and what has none. A cell is in it as such.
fn form(name: &str, drawn: &str) -> Vec<String> {
    let part = |event| match event {
        Event::Start(Tag::Link { dest_url, .. }) => {
            let digits = dest_url.strip_prefix("tel:").unwrap_or("none");
            assert!(
                digits.trim_start_matches('+').bytes().all(|sign| sign.is_ascii_digit()),
                "{name}: {dest_url}"
            );
            Some(dest_url.to_string())
        }
        Event::Start(
            tag @ (Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(None)
            | Tag::List(_)
            | Tag::Item
            | Tag::Strong
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell),
        ) => Some(format!("{tag:?}")),
        Event::Rule | Event::TaskListMarker(_) => Some(format!("{event:?}")),
        Event::End(_) | Event::Text(_) | Event::SoftBreak => None,
        other => panic!("{name} holds {other:?}: {drawn}"),
    };
    Parser::new_ext(drawn, Options::all()).filter_map(part).collect()
}

#[test]
fn html_holds_our_tags_and_attributes_and_no_other() {
    each_page(sheets::html, |name, drawn, calm| {
        let (drawn, calm) = (without_code(drawn), without_code(calm));
        assert_eq!(tags(&drawn), tags(&calm), "{name}")
    });
}

/// A page without the code that holds its words, which is another for each: nothing but our own signs is in it.
fn without_code(drawn: &str) -> String {
    let Some((before, rest)) = drawn.split_once("<figure class=\"code\"><svg ") else {
        return drawn.into();
    };
    let (code, after) = rest.split_once("</figcaption></figure>").unwrap();
    for path in code.split(" d=\"").skip(1) {
        let path = path.split('"').next().unwrap();
        assert!(
            path.bytes()
                .all(|sign| sign.is_ascii_digit() || b"Mhvz- ".contains(&sign)),
            "{path}"
        );
    }
    format!("{before}{after}")
}

/// Every tag as it is written, with all its attributes, and the style; but for where a long word may break.
fn tags(drawn: &str) -> Vec<&str> {
    let (before, after) = drawn.split_once("<style>").unwrap();
    let (style, after) = after.split_once("</style>").unwrap();
    let of = |html| {
        <str>::split(html, '<')
            .skip(1)
            .map(|rest| rest.split('>').next().unwrap())
    };
    let all = of(before).chain([style]).chain(of(after));
    all.filter(|tag| *tag != "wbr").collect()
}

#[test]
fn a_spreadsheet_has_its_columns_and_no_formula() {
    each(|hostile, letters| {
        let rows = cells(&sheets::csv(hostile, &WORDS, today()));
        let calm = cells(&sheets::csv(letters, &WORDS, today()));
        let lengths = |rows: &[Vec<String>]| rows.iter().map(Vec::len).collect::<Vec<_>>();
        assert_eq!(lengths(&rows), lengths(&calm));
        assert!(rows.len() > 40 && rows.iter().all(|row| row.len() == 6));
        for cell in rows.iter().flatten() {
            clean("csv", cell);
            assert!(!cell.trim_start().starts_with(['=', '+', '-', '@', '|', '%']), "{cell}");
        }
    });
}

/// The cells of a table (RFC 4180).
fn cells(table: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut signs = table
        .trim_start_matches('\u{feff}')
        .trim_end_matches("\r\n")
        .chars()
        .peekable();
    while let Some(sign) = signs.next() {
        let row = rows.last_mut().unwrap();
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => row.last_mut().unwrap().extend(signs.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\n' if !quoted => rows.push(vec![String::new()]),
            '\r' if !quoted => {}
            other => row.last_mut().unwrap().push(other),
        }
    }
    rows
}

#[test]
fn json_has_our_keys_and_clean_texts() {
    each(|hostile, letters| {
        let json = |plan| serde_json::from_str::<Value>(&sheets::json(plan, &WORDS, today())).unwrap();
        let (value, calm) = (json(hostile), json(letters));
        let (mut here, mut there) = (Vec::new(), Vec::new());
        gather(&value, String::new(), &mut here);
        gather(&calm, String::new(), &mut there);
        assert_eq!(here, there);
        for place in here {
            clean(&place, value.pointer(&place).and_then(Value::as_str).unwrap());
        }
    });
}

#[test]
fn a_calendar_has_our_lines_and_no_other() {
    let lines = |plan: &Plan, titles| {
        let events = sheets::calendar(plan, &WORDS, today(), titles);
        let drawn = sheets::ics(&events, &plan.calendar, false);
        let whole = drawn.replace("\r\n ", "");
        clean("calendar", &whole.replace("\r\n", "\n"));
        let name = |line: &str| line.split([':', ';']).next().unwrap().to_string();
        whole.lines().map(name).collect::<Vec<_>>()
    };
    each(|hostile, letters| {
        for titles in [EventTitles::Neutral, EventTitles::Plain] {
            let drawn = lines(hostile, titles);
            assert!(drawn.len() > 100);
            assert_eq!(drawn, lines(letters, titles));
        }
    });
}

#[test]
fn files_are_named_by_kind_and_number_and_nothing_is_said_that_steers_a_terminal() {
    let home = tempfile::tempdir().unwrap();
    for (turn, (hostile, _)) in PAIRS.iter().enumerate() {
        let folder = home.path().join(turn.to_string());
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("plan.json"), hostile.to_string()).unwrap();
        let mut all = Command::cargo_bin("steadfast").unwrap();
        all.args(["sheet", "all", "plan.json", "--out", "pages", "--format", "markdown"]);
        let output = all.env("HOME", home.path()).current_dir(&folder).output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{said}");
        clean("said", &said);
        assert_eq!(names(&folder), [".plan.json.before", "pages", "plan.json"]);
        let pages = names(&folder.join("pages"));
        assert!(pages.len() > 10, "{pages:?}");
        for page in pages {
            let name = page.strip_suffix(".md").unwrap();
            let kind = name
                .trim_end_matches(|sign: char| sign.is_ascii_digit())
                .trim_end_matches('-');
            assert!(SheetKind::from_code(kind).is_some(), "{page}");
        }
    }
}

/// Whoever was taken out of the file by hand is named nowhere: not by name, and not by what the file calls them.
#[test]
fn a_reference_to_nobody_stands_on_no_page() {
    let is_reference = |place: &&String| {
        let value = EXAMPLE.pointer(place).and_then(Value::as_str).unwrap_or_default();
        let number = value.strip_prefix('a').unwrap_or_default();
        !place.ends_with("/id") && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut strings = Vec::new();
    gather(&EXAMPLE, String::new(), &mut strings);
    let references: Vec<&String> = strings.iter().filter(is_reference).collect();
    assert!(references.len() > 15, "{references:?}");
    let mut stray = EXAMPLE.clone();
    for place in references {
        *stray.pointer_mut(place).unwrap() = "a99".into();
    }
    let plan: Plan = serde_json::from_value(stray.clone()).unwrap();
    assert!(!steadfast::plan::dangling_references(&plan).is_empty());
    for (name, page) in pages(&plan) {
        for drawn in [sheets::text(&page), sheets::markdown(&page), sheets::html(&page)] {
            assert!(!drawn.contains("a99"), "{name}: {drawn}");
        }
    }
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("plan.json"), stray.to_string()).unwrap();
    let shown = Command::cargo_bin("steadfast")
        .unwrap()
        .env("STEADFAST_HOME", folder.path())
        .arg("show")
        .output()
        .unwrap();
    let shown = String::from_utf8(shown.stdout).unwrap();
    assert!(shown.len() > 1000 && !shown.contains("a99"), "{shown}");
}
