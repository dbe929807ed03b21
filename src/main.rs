//! The command line of [`cnnic`].

mod args;
mod command;

use std::process::ExitCode;

use clap::Parser;
use mimalloc::MiMalloc;

/// A report is a great many small strings, made on two threads.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    command::run(args::Arguments::parse().command)
}
