//! The command line of [`cnnic`].

mod args;
mod command;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    command::run(args::Arguments::parse().command)
}
