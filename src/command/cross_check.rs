//! `cnnic extract --cross-check`: the second reading of a PDF, in a process of its own.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use cnnic::crosscheck::{Reading, differences};
use cnnic::document::pdf::{bytes_to_pages, page_to_text, second_reading};
use cnnic::{Kind, Options, Source};

use super::{Failure, Outcome, say};

/// The hidden subcommand that reads, as clap names it.
const SUBCOMMAND: &str = "second-reading";
/// The variable that hands it the password, which others may not see among arguments.
const PASSWORD: &str = "CNNIC_SECOND_READING_PASSWORD";
/// How long the second reading may take.
const TIME: Duration = Duration::from_secs(60);
/// How much memory it may take.
#[cfg(unix)]
const MEMORY: u64 = 1 << 30;
/// How much it may print.
const OUTPUT: u64 = 64 << 20;

/// Prints the numbers that the two readings of a PDF do not share. Whatever goes
/// wrong with the second reading is a warning.
pub fn run(source: &Source, options: &Options) -> Result<(), cnnic::Error> {
    let name = source.name();
    if source.kind() != Kind::Pdf {
        say(&format!(
            "{name}: warning: not cross-checked: expected a PDF, which alone has a second reading"
        ));
        return Ok(());
    }
    let password = options.password.as_deref();
    let first = bytes_to_pages(name, source.bytes(), password)?;
    let second = match second_texts(source, options) {
        Ok(texts) => texts,
        Err(found) => {
            say(&format!(
                "{name}: warning: not cross-checked: the second reading failed: {found}"
            ));
            return Ok(());
        }
    };
    for (at, first) in first.iter().enumerate() {
        let page = at + 1;
        let Some(Some(second)) = second.get(at) else {
            say(&format!(
                "{name}: page {page}: warning: not cross-checked: the second reading failed on it"
            ));
            continue;
        };
        for difference in differences(page, &page_to_text(first), second) {
            let (has, lacks) = match difference.reading {
                Reading::First => ("first", "second"),
                Reading::Second => ("second", "first"),
            };
            say(&format!(
                "{name}: page {page}: warning: the {has} reading has the number {}, the {lacks} has \
                 not",
                difference.number
            ));
        }
    }
    Ok(())
}

/// The pages as the process reads them, as far as it gets.
fn second_texts(source: &Source, options: &Options) -> Result<Vec<Option<String>>, String> {
    let mut child = start(options).map_err(|error| error.to_string())?;
    let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
        return Err("it has no standard input or output".to_owned());
    };
    let bytes = source.bytes().to_vec();
    // It may end before it has read everything; that is told by its output.
    let writer = thread::spawn(move || drop(input.write_all(&bytes)));
    let reader = thread::spawn(move || {
        let lines = BufReader::new(output.take(OUTPUT)).lines();
        let texts = lines.map_while(Result::ok);
        let texts = texts.map_while(|line| serde_json::from_str(&line).ok());
        texts.collect::<Vec<Option<String>>>()
    });
    let ended = wait(&mut child);
    let texts = reader.join().unwrap_or_default();
    // The pipe is closed now, whether all of it was taken or not.
    let _ = writer.join();
    if texts.is_empty() {
        return Err(ended.unwrap_or_else(|| "it read no page".to_owned()));
    }
    Ok(texts)
}

fn start(options: &Options) -> std::io::Result<Child> {
    let mut command = Command::new(std::env::current_exe()?);
    command
        .arg(SUBCOMMAND)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    match &options.password {
        Some(password) => command.env(PASSWORD, password),
        None => command.env_remove(PASSWORD),
    };
    command.spawn()
}

/// Waits for the process, and ends it when its time is up; how it failed.
fn wait(child: &mut Child) -> Option<String> {
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return None,
            Ok(Some(status)) => return Some(status.to_string()),
            Ok(None) if start.elapsed() < TIME => thread::sleep(Duration::from_millis(5)),
            Ok(None) => {
                let _ = child.kill();
                let _ = child.wait();
                return Some(format!("it took longer than {} seconds", TIME.as_secs()));
            }
            Err(error) => return Some(error.to_string()),
        }
    }
}

/// Reads a PDF from standard input and prints a line of JSON for each page: its
/// text, or null.
pub fn read() -> Result<Outcome, Failure> {
    limit();
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    let password = std::env::var(PASSWORD).ok();
    // What the library prints of its panics is of no use to anybody.
    std::panic::set_hook(Box::new(|_| {}));
    let mut output = std::io::stdout().lock();
    let mut printed = Ok(());
    let read = second_reading(&bytes, password.as_deref(), |text| {
        let line = serde_json::to_string(&text).unwrap_or_default();
        if printed.is_ok() {
            printed = writeln!(output, "{line}").and_then(|()| output.flush());
        }
    });
    printed?;
    read.map_err(Failure::NotThere)?;
    Ok(Outcome::Done)
}

/// Keeps this process within its memory and time.
fn limit() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let most = |value| Rlimit {
            current: Some(value),
            maximum: Some(value),
        };
        // Where a limit cannot be set, the parent still keeps the time.
        let _ = setrlimit(Resource::As, most(MEMORY));
        let _ = setrlimit(Resource::Cpu, most(TIME.as_secs()));
        let _ = setrlimit(Resource::Core, most(0));
    }
}
