//! Makes the words of the program from `prompts/`: a type for every table, and an expression for every value.
//!
//! A fault in any file of any language stops the build, and all faults are told at once. English is the reference: its
//! keys are the fields of the types, so a key that the code asks for and English lacks does not compile. `build.rs`
//! calls this with the files, a test with small languages of its own.

pub mod check;
pub mod emit;
pub mod fault;
pub mod language;
pub mod schema;
pub mod types;

#[path = "../src/words/catalog/arrange.rs"]
pub mod arrange;
#[path = "../src/words/catalog/compare.rs"]
pub mod compare;
#[path = "../src/words/catalog/placeholder.rs"]
pub mod placeholder;
#[path = "../src/words/catalog/tree.rs"]
pub mod tree;

use std::collections::BTreeMap;
use std::fmt::Write;

use fault::Fault;
use language::Language;
use tree::Tree;
use types::{Kind, Types};

/// The reference.
const ENGLISH: &str = "en";

/// Files by their names without ending.
pub type FileTexts = BTreeMap<String, String>;

/// The Rust of every language. `visible` is the visibility of a field.
///
/// # Errors
/// Every fault in any file, sorted by its place.
pub fn generate(
    languages: &BTreeMap<String, FileTexts>,
    help_lines: &FileTexts,
    visible: &str,
) -> Result<String, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut read: Vec<Language> = languages
        .iter()
        .map(|(code, texts)| Language::parse(code, texts, &mut faults))
        .collect();
    let lines = Language::parse("lines", help_lines, &mut faults);
    faults.extend(read.iter().flat_map(check::alone));
    let english = read.iter().position(|language| language.code == ENGLISH);
    let english = read.remove(english.expect("there is English"));
    faults.extend(read.iter().flat_map(|own| check::against(&english, own)));
    read.insert(0, english);
    let mut types = Types::default();
    let kinds = kinds_of(&mut types, &read[0], &[]);
    let line_kinds = kinds_of(&mut types, &lines, &["help_lines"]);
    faults.append(&mut types.faults);
    if !faults.is_empty() {
        faults.sort();
        faults.dedup();
        return Err(faults);
    }
    let mut out = emit::types(&types, visible);
    out += &catalog_type(&kinds, visible);
    for language in &read {
        out += &catalog(&types, &kinds, language);
    }
    out += &tables(&read);
    out +=
        "/// The help lines of each country.\npub static HELP_LINES: WordsFile<Map<crate::words::HelpLines>> =\n    ";
    out += "WordsFile::new(|| Map(&*vec![";
    for (country, kind) in &line_kinds {
        let _ = write!(out, "({country:?}, ");
        emit::value(&types, ENGLISH, kind, lines.files.get(country), &mut out);
        out += "), ";
    }
    out += "].leak()));\n";
    Ok(out)
}

/// The values of a file in English as one expression, for tests in rooms that may not name the words.
///
/// # Errors
/// The faults in it.
pub fn english_value(file: &str, text: &str) -> Result<String, Vec<Fault>> {
    let (mut faults, mut types, mut out) = (Vec::new(), Types::default(), String::new());
    let texts = FileTexts::from([(file.to_string(), text.to_string())]);
    let language = Language::parse(ENGLISH, &texts, &mut faults);
    for (file, kind) in kinds_of(&mut types, &language, &[]) {
        emit::value(&types, ENGLISH, &kind, language.files.get(&file), &mut out);
    }
    faults.append(&mut types.faults);
    if faults.is_empty() { Ok(out) } else { Err(faults) }
}

/// The kind of each file. `before` are the steps of the path above it.
fn kinds_of(types: &mut Types, language: &Language, before: &[&str]) -> BTreeMap<String, Kind> {
    let kind = |(file, tree): (&String, &Tree)| {
        let mut path: Vec<String> = before.iter().map(|step| (*step).to_string()).collect();
        path.extend(schema::path_of(file));
        let tree = arrange::arrange(file, tree.clone());
        (file.clone(), types.kind_of(&language.path(file), &mut path, &tree))
    };
    language.files.iter().map(kind).collect()
}

/// A file in the catalog: alone, or in a folder.
fn folder_of(file: &str) -> Option<(&str, &str)> {
    file.split_once('/')
}

/// The folders, each with its files.
fn folders(kinds: &BTreeMap<String, Kind>) -> BTreeMap<&str, Vec<(&str, &str, &Kind)>> {
    let mut folders: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for (file, kind) in kinds {
        if let Some((folder, name)) = folder_of(file) {
            folders.entry(folder).or_default().push((file.as_str(), name, kind));
        }
    }
    folders
}

fn is_by_code(folder: &str) -> bool {
    schema::FOLDERS_BY_CODE.contains(&folder)
}

/// The struct that holds every file, and how a private copy takes the place of some.
fn catalog_type(kinds: &BTreeMap<String, Kind>, visible: &str) -> String {
    let (mut structs, mut fields, mut replaced) = (String::new(), String::new(), String::new());
    let own = |file: &str, built_in: &str| format!("own({file:?}, {built_in}, language, read)");
    for (file, kind) in kinds.iter().filter(|(file, _)| folder_of(file).is_none()) {
        let of = emit::kind_as_type(kind);
        let _ = writeln!(
            fields,
            "    /// `{file}.toml`.\n    {visible} {file}: &'static WordsFile<{of}>, // {file}.toml"
        );
        let _ = writeln!(replaced, "            {file}: {},", own(file, &format!("self.{file}")));
    }
    for (folder, files) in folders(kinds) {
        if is_by_code(folder) {
            let of = emit::kind_as_type(files[0].2);
            let _ = writeln!(
                fields,
                "    /// `{folder}/`, by code.\n    {visible} {folder}: Map<&'static WordsFile<{of}>>,"
            );
            let entry = |(file, name, _): &(&str, &str, _)| {
                format!("({name:?}, {})", own(file, &format!("self.{folder}[{name:?}]")))
            };
            let entries: Vec<String> = files.iter().map(entry).collect();
            let _ = writeln!(
                replaced,
                "            {folder}: Map(vec![{}].leak()),",
                entries.join(", ")
            );
            continue;
        }
        let name = format!("{}Files", schema::type_name(&[folder.into()]).trim_end_matches("Words"));
        let _ = writeln!(structs, "/// `{folder}/`.\npub struct {name} {{");
        let _ = writeln!(replaced, "            {folder}: {name} {{");
        for (file, field, kind) in files {
            let of = emit::kind_as_type(kind);
            let _ = writeln!(
                structs,
                "    /// `{file}.toml`.\n    {visible} {field}: &'static WordsFile<{of}>, // {file}.toml"
            );
            let _ = writeln!(
                replaced,
                "                {field}: {},",
                own(file, &format!("self.{folder}.{field}"))
            );
        }
        structs += "}\n";
        replaced += "            },\n";
        let _ = writeln!(fields, "    /// `{folder}/`.\n    {visible} {folder}: {name},");
    }
    format!(
        "{structs}/// Every file of a language.\npub struct Catalog {{\n{fields}}}\nimpl Catalog {{\n    \
         /// The same with each file that `read` has in place of the one that is built in.\n    \
         pub fn replaced(&self, language: &'static str, read: &dyn Fn(&str) -> Option<Tree>) -> Catalog {{\n        \
         Catalog {{\n{replaced}        }}\n    }}\n}}\n"
    )
}

/// The values of a language.
fn catalog(types: &Types, kinds: &BTreeMap<String, Kind>, language: &Language) -> String {
    let code = &language.code;
    let mut out = format!("mod lang_{code} {{\n    use super::*;\n");
    let mut fields = String::new();
    let constant = |file: &str| file.replace('/', "_").to_uppercase();
    for (file, kind) in kinds {
        let (name, of) = (constant(file), emit::kind_as_type(kind));
        let _ = write!(out, "    static {name}: WordsFile<{of}> = WordsFile::new(|| ");
        let tree = arrange::arrange(file, language.files[file].clone());
        emit::value(types, code, kind, Some(&tree), &mut out);
        out += ");\n";
        if folder_of(file).is_none() {
            let _ = write!(fields, "{file}: &{}, ", constant(file));
        }
    }
    for (folder, files) in folders(kinds) {
        let by_code = is_by_code(folder);
        let one = |(file, name, _): &(&str, &str, _)| match by_code {
            true => format!("({name:?}, &{}), ", constant(file)),
            false => format!("{name}: &{}, ", constant(file)),
        };
        let files: String = files.iter().map(one).collect();
        let name = schema::type_name(&[folder.into()]);
        let _ = match by_code {
            true => write!(fields, "{folder}: Map(&[{files}]), "),
            false => write!(
                fields,
                "{folder}: {}Files {{ {files} }}, ",
                name.trim_end_matches("Words")
            ),
        };
    }
    let _ = writeln!(out, "    pub static CATALOG: Catalog = Catalog {{ {fields} }};\n}}");
    out
}

/// The languages with their catalogs and texts, and what is protected.
fn tables(languages: &[Language]) -> String {
    let mut out = String::from("/// Every language that is offered.\npub static LANGUAGES: &[Language] = &[\n");
    for Language { code, files } in languages {
        let at =
            |path: String| format!("include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/prompts/{code}/{path}\"))");
        let texts: String = files
            .keys()
            .map(|file| format!("({file:?}, {}), ", at(format!("{file}.toml"))))
            .collect();
        let (example, passphrase) = (at("example.json".into()), at("passphrase.txt".into()));
        let _ = writeln!(
            out,
            "    Language {{ code: {code:?}, catalog: &lang_{code}::CATALOG, files: &[{texts}], \
             example: {example}, passphrase_words: {passphrase} }},"
        );
    }
    out +=
        "];\n/// What a private copy leaves as it is: the file, and the way to each value in English that is marked.\n";
    out += "pub const PROTECTED: &[(&str, &[&[&str]])] = &[\n";
    for (file, tree) in &languages[0].files {
        let mut paths = Vec::new();
        protected(tree, &mut Vec::new(), &mut paths);
        if !paths.is_empty() {
            let paths: String = paths.iter().map(|path| format!("&{path:?}, ")).collect();
            let _ = writeln!(out, "    ({file:?}, &[{paths}]),");
        }
    }
    out + "];\n"
}

fn protected(tree: &Tree, path: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    if tree.protected {
        found.push(path.clone());
        return;
    }
    for (key, below) in tree.entries() {
        path.push(key.clone());
        protected(below, path, found);
        path.pop();
    }
}
