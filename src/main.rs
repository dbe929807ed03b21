//! The command line of [`cnnic`].

mod args;
mod command;

use std::process::ExitCode;

use clap::Parser;

/// A report is a great many small strings, made on two threads.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    command::run(args::Arguments::parse().command)
}
