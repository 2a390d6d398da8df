//! Turns the result of [`steadfast`] into an exit code.

use std::io;
use std::process::ExitCode;
use std::time::SystemTime;

use steadfast::{ExitMessage, Now, Surroundings, World, run, terminal_guard};

/// A core file or a debugger would show what was typed. Where this cannot be had, the program is no worse than others.
#[cfg(unix)]
fn leave_no_core() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    let _ = setrlimit(Resource::Core, none);
    // A limit does not stop a core that is piped to a collector of crashes; this does.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}

fn main() -> ExitCode {
    #[cfg(unix)]
    leave_no_core();
    // The message of a panic may hold words of a plan; `run` says what can be said.
    std::panic::set_hook(Box::new(|_| terminal_guard::restore()));
    let exit_message = ExitMessage::default();
    // Without the watch a signal ends the program all the same, only less politely.
    let _ = terminal_guard::watch(exit_message.clone(), steadfast::tidy);
    let exit = run(World {
        args: std::env::args_os().collect(),
        out: &mut io::stdout(),
        err: &mut io::stderr(),
        home: std::env::var_os("STEADFAST_HOME"),
        locale: sys_locale::get_locale(),
        around: Surroundings::from_env(),
        now: Now::at(SystemTime::now()),
        prompter: None,
        exit_message,
    });
    terminal_guard::restore();
    ExitCode::from(exit.code())
}
