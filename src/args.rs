//! What the command line takes.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use cnnic::write;

/// Turns the Statistical Report on China's Internet Development (CNNIC) into data.
#[derive(Debug, Parser)]
#[command(
    version,
    arg_required_else_help = true,
    after_help = "Examples:\n  \
        cnnic extract report.txt            writes cnnic-55/report.json\n  \
        cnnic show report.txt 表5           prints a table\n  \
        cnnic check report.txt              prints what does not hold\n\n\
        Exit status: 0 done; 1 done, but something does not hold; 2 could not be done."
)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read reports and write one folder cnnic-<edition> for each
    #[command(after_help = "Examples:\n  \
        cnnic extract cnnic-55.txt -o data          data/cnnic-55/report.json\n  \
        cnnic extract - -o - < cnnic-55.txt         report.json on standard output\n  \
        cnnic extract part.txt --edition 54         a part that names no edition\n  \
        cnnic extract cnnic-*.txt --strict          status 1 when a report has an error\n  \
        cnnic extract report.json -f csv,parquet    converts what was read before\n\n\
        Every failing check is printed, and the first problems of each kind; `cnnic check` prints all of them.\n\n\
        Exit status: 0 done; 1 some of several INPUTs failed or, with --strict, a report has an error (a\n\
        problem or a failing check printed as `error`); 2 nothing could be read and nothing was written.")]
    Extract(Extract),
    /// Print what does not hold in a report
    #[command(
        after_help = "Failing checks first, then problems, a line each: file:line: severity kind: what, \
        expected, found.\nThen how many checks of each kind passed, failed and were skipped, and the \
        ledger of numbers.\n\
        A check fails where printed numbers cannot be right together, whatever they were rounded from;\n\
        docs/checks.md lists the kinds.\n\n\
        Exit status: 0 when no error was found, 1 when one was, 2 when the input cannot be read."
    )]
    Check(Check),
    /// Show a report, or a part of it, in the terminal
    #[command(after_help = "ITEM is one of\n  \
        表5, 附表 10, 图10         a table or figure by its label\n  \
        tables figures outline     what there is\n  \
        bullets sentences          statements\n  \
        application_usage          a table by the id of its dataset\n  \
        observations               every statistical fact, one a row\n  \
        ledger                     what each printed number is, and those unexplained\n  \
        checks                     what has to hold between the numbers, and whether it does\n  \
        footnotes terms problems   what else was read\n\n\
        Without ITEM an overview. Tables are as wide as the terminal (or COLUMNS); elsewhere they are\n\
        printed whole. --indicator, --period and --origin go with observations.\n\n\
        Examples:\n  \
        cnnic show report.txt observations --indicator internet_users\n  \
        cnnic show report.txt observations --origin bullet --period 2024-12")]
    Show(Show),
    /// Load reports into a database, one transaction an edition
    #[cfg(any(feature = "sqlite", feature = "postgres"))]
    #[command(
        after_help = "INPUT is a report, a report.json, or a folder of them (a folder cnnic-55 stands for its\n\
        report.json). Tables are made on first use. Loading an edition again changes what differs\n\
        and removes what it no longer has; a load that fails leaves the database as it was.\n\n\
        Examples:\n  \
        cnnic load data --to sqlite:cnnic.sqlite\n  \
        cnnic load data/cnnic-55 --to postgres://me@localhost/statistics --dry-run\n  \
        PGPASSWORD=… cnnic load cnnic-55.txt --to postgres://me@db.example/statistics\n\n\
        Exit status: 0 done; 1 some of several INPUTs failed; 2 could not be done."
    )]
    Load(Load),
    /// Read a PDF from standard input for --cross-check
    #[cfg(feature = "cross-check")]
    #[command(hide = true)]
    SecondReading,
    /// Print a bundled JSON Schema
    Schema {
        /// `report`, or the id of a dataset (`cnnic catalog` lists them)
        #[arg(default_value = "report")]
        name: String,
    },
    /// List the datasets, indicators, dimensions and regions of the catalog
    #[command(after_help = "Examples:\n  \
        cnnic catalog                        ids, names and other names\n  \
        cnnic catalog --missing report.txt   labels of a report that no indicator has")]
    Catalog {
        /// List the labels of this report that the catalog has no indicator for, with
        /// suggested ids
        #[arg(long, value_name = "FILE")]
        missing: Option<PathBuf>,
    },
}

/// What to extract, and to where.
#[derive(Debug, Args)]
pub struct Extract {
    /// Reports as PDF or text (UTF-8, GB18030, UTF-16), or a report.json; `-` is standard input
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// Folder to write cnnic-<edition> into (cnnic-unknown without an edition), replacing an
    /// earlier one as a whole; `-` prints report.json of one INPUT
    #[arg(short, long, value_name = "DIR", default_value = ".")]
    pub output: PathBuf,
    /// Formats to write beside report.json, with commas between
    #[arg(
        short,
        long,
        value_name = "FORMAT",
        value_delimiter = ',',
        default_value = "json"
    )]
    pub format: Vec<Format>,
    /// Exit with 1 when a report has an error, which is a problem or a failing check printed as
    /// `error`; it is written all the same
    #[arg(long)]
    pub strict: bool,
    /// Read the numbers of a PDF a second time, with other code, and print as warnings those that
    /// the two readings of a page do not share
    #[cfg(feature = "cross-check")]
    #[arg(long)]
    pub cross_check: bool,
    /// Print no summary; problems are still printed
    #[arg(short, long)]
    pub quiet: bool,
    /// What to mend.
    #[command(flatten)]
    pub mended: Mended,
    /// What is known of the input beside its text.
    #[command(flatten)]
    pub known: Known,
}

/// A format to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// report.json, which is always written
    Json,
    /// A Data Package: datapackage.json, observations.csv, datasets/*.csv …
    Csv,
    /// observations.jsonl, an observation a line
    Jsonl,
    /// observations.parquet and datasets/*.parquet
    #[cfg(feature = "parquet")]
    Parquet,
    /// cnnic.sqlite, with metadata for Datasette
    #[cfg(feature = "sqlite")]
    Sqlite,
    /// cnnic.xlsx, a sheet a table
    #[cfg(feature = "xlsx")]
    Xlsx,
    /// sdmx.csv (SDMX-CSV 2.0), with its data structure in sdmx.xml
    SdmxCsv,
}

impl Format {
    /// What it is to the library; `report.json` is none, being always written.
    pub fn beside_json(self) -> Option<write::Format> {
        Some(match self {
            Format::Json => return None,
            Format::Csv => write::Format::Csv,
            Format::Jsonl => write::Format::Jsonl,
            #[cfg(feature = "parquet")]
            Format::Parquet => write::Format::Parquet,
            #[cfg(feature = "sqlite")]
            Format::Sqlite => write::Format::Sqlite,
            #[cfg(feature = "xlsx")]
            Format::Xlsx => write::Format::Xlsx,
            Format::SdmxCsv => write::Format::SdmxCsv,
        })
    }
}

/// What to load, and into what.
#[cfg(any(feature = "sqlite", feature = "postgres"))]
#[derive(Debug, Args)]
pub struct Load {
    /// Reports as PDF or text, report.json files, or folders of them; `-` is standard input
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// The database: sqlite:PATH or postgres://USER@HOST:PORT/DATABASE; the password may be in
    /// PGPASSWORD instead
    #[arg(long, value_name = "URL")]
    pub to: String,
    /// Print what would change, and change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Print no summary
    #[arg(short, long)]
    pub quiet: bool,
    /// What to mend.
    #[command(flatten)]
    pub mended: Mended,
    /// What is known of the input beside its text.
    #[command(flatten)]
    pub known: Known,
}

/// What to check.
#[derive(Debug, Args)]
pub struct Check {
    /// A report as PDF or text, or a report.json; `-` is standard input
    pub input: PathBuf,
    /// Print JSON, in the form of the frictionless validation report
    #[arg(long)]
    pub json: bool,
    /// Print no summary
    #[arg(short, long)]
    pub quiet: bool,
    /// What to mend.
    #[command(flatten)]
    pub mended: Mended,
    /// What is known of the input beside its text.
    #[command(flatten)]
    pub known: Known,
}

/// What to show.
#[derive(Debug, Args)]
pub struct Show {
    /// A report as PDF or text, a report.json or the folder of one; `-` is standard input
    pub input: PathBuf,
    /// The part to show
    pub item: Vec<String>,
    /// Print the canonical text, of a report or of any other document
    #[arg(long, conflicts_with = "item")]
    pub text: bool,
    /// Which observations.
    #[command(flatten)]
    pub which: Which,
    /// What is known of the input beside its text.
    #[command(flatten)]
    pub known: Known,
}

/// Which observations to show.
#[derive(Debug, Default, Args)]
pub struct Which {
    /// Only observations of this indicator; `none` for those without one
    #[arg(long, value_name = "ID")]
    pub indicator: Option<String>,
    /// Only observations of this period, such as 2024-12; `none` for those without one
    #[arg(long, value_name = "PERIOD")]
    pub period: Option<String>,
    /// Only observations of `table`, `bullet`, `sentence` or `figure`, of a table such as 表5 or of a
    /// statement such as bullet.3
    #[arg(long, value_name = "ORIGIN")]
    pub origin: Option<String>,
}

/// What to mend.
#[derive(Debug, Default, Args)]
pub struct Mended {
    /// Known misprints to mend before the report is checked: a CSV file with the columns
    /// edition, place, printed, corrected, reason (docs/checks.md)
    #[arg(long, value_name = "FILE")]
    pub corrections: Option<PathBuf>,
}

/// What is known of an input beside its text.
#[derive(Debug, Args)]
pub struct Known {
    /// Edition of a text that names none, and with it its data period; of a text that names
    /// another, that one is taken, with a warning
    #[arg(long, value_name = "N", value_parser = edition)]
    pub edition: Option<u32>,
    /// Password of a PDF that cannot be opened without one
    #[arg(long, value_name = "PASSWORD")]
    pub password: Option<String>,
}

impl From<&Known> for cnnic::Options {
    fn from(known: &Known) -> cnnic::Options {
        cnnic::Options {
            edition: known.edition,
            password: known.password.clone(),
        }
    }
}

/// The number of an edition.
fn edition(text: &str) -> Result<u32, String> {
    let latest = cnnic::edition::LATEST;
    let number = text
        .parse()
        .ok()
        .filter(|number| (1..=latest).contains(number));
    number.ok_or_else(|| format!("expected the number of an edition, 1 to {latest}"))
}
