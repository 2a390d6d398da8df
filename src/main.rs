//! Turns the result of [`steadfast`] into an exit code.

use std::io;
use std::process::ExitCode;

use steadfast::ask::Surroundings;
use steadfast::ask::leaving::{self, Farewell};
use steadfast::{Now, World, run};

fn main() -> ExitCode {
    // The message of a panic may hold words of a plan; `run` says what can be said.
    std::panic::set_hook(Box::new(|_| leaving::restore()));
    let farewell = Farewell::default();
    // Without the watch a signal ends the program all the same, only less politely.
    let _ = leaving::watch(farewell.clone(), steadfast::sheets::tidy);
    let exit = run(World {
        args: std::env::args_os().collect(),
        out: &mut io::stdout(),
        err: &mut io::stderr(),
        home: std::env::var_os("STEADFAST_HOME"),
        locale: sys_locale::get_locale(),
        around: Surroundings::here(),
        now: Now {
            date: chrono::Local::now().date_naive(),
        },
        asker: None,
        farewell,
    });
    leaving::restore();
    ExitCode::from(exit.code())
}
