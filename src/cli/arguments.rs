//! The commands and their arguments, worded from `cli.ftl`.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgGroup, Command, builder::NonEmptyStringValueParser, value_parser};

use crate::date::Date;
use crate::language::messages::{Args, Messages};
use crate::project::KINDS;

/// The whole command line.
pub(super) fn command(messages: &Messages) -> Command {
    let words = Words(messages);
    Command::new("condau")
        .about(words.say("about"))
        .help_template(words.template())
        .version(env!("CARGO_PKG_VERSION"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .subcommand_help_heading(words.say("heading-commands"))
        .next_help_heading(words.say("heading-options"))
        .arg(words.lang())
        .arg(words.help())
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help(words.say("arg-version")),
        )
        .subcommands([
            words.command("build").args([
                words.site(),
                words.path("out", "DIR"),
                words.value("jobs", "N").value_parser(jobs),
                words.as_of(),
                words.flag("drafts"),
                words.flag("production"),
            ]),
            words.command("check").args([
                words.site(),
                Arg::new("paths")
                    .value_name("PATH")
                    .num_args(0..)
                    .value_parser(value_parser!(PathBuf))
                    .help(words.say("arg-paths")),
                words.value("rule", "ID").action(ArgAction::Append).num_args(1..),
                words.value("format", "FORMAT").value_parser(["human", "short", "json"]),
                words.flag("production").help(words.say("arg-check-production")),
                words.flag("drafts").help(words.say("arg-check-drafts")),
                words.flag("fix"),
                words.value("max-warnings", "N").value_parser(value_parser!(usize)),
                words.as_of(),
                words.value("jobs", "N").value_parser(jobs),
                words.value("explain", "ID").exclusive(false),
                words.flag("rules"),
            ]),
            words.command("init").arg(
                Arg::new("dir")
                    .value_name("DIR")
                    .required(true)
                    .value_parser(value_parser!(PathBuf))
                    .help(words.say("arg-dir")),
            ),
            words.command("new").args([
                words.site(),
                Arg::new("kind")
                    .value_name("KIND")
                    .required(true)
                    .hide_possible_values(true)
                    .value_parser(clap::builder::PossibleValuesParser::new(KINDS))
                    .help(words.say("arg-kind")),
                Arg::new("slug").value_name("SLUG").required(true).help(words.say("arg-slug")),
                words.value("title", "TITLE").required(true),
                words.value("section", "SECTION"),
                words.value("id", "CODE"),
                words.as_of(),
            ]),
            words
                .command("qr")
                .args([
                    words.site(),
                    Arg::new("code").value_name("CODE").help(words.say("arg-code")),
                    words.flag("new"),
                    words.path("svg", "FILE"),
                    words.path("png", "FILE"),
                    words.value("size-mm", "N").value_parser(value_parser!(u32).range(sizes())),
                ])
                .group(ArgGroup::new("which").args(["code", "new"]).required(true))
                .group(ArgGroup::new("images").args(["svg", "png"]).required(true).multiple(true)),
        ])
}

/// How many worker threads may be asked for.
pub(super) const JOBS: RangeInclusive<usize> = 1..=256;

/// How wide the picture of a code may be, in millimetres.
pub(super) const SIZES: RangeInclusive<u32> = 5..=500;

fn sizes() -> RangeInclusive<i64> {
    i64::from(*SIZES.start())..=i64::from(*SIZES.end())
}

fn jobs(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(jobs) if JOBS.contains(&jobs) => Ok(jobs),
        // How it should be is said by `Terminal::usage`, in words.
        _ => Err(String::new()),
    }
}

fn date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(String::new)
}

struct Words<'a>(&'a Messages);

impl Words<'_> {
    fn say(&self, id: &str) -> String {
        self.0.text(id, &Args::new())
    }

    fn command(&self, name: &'static str) -> Command {
        Command::new(name)
            .about(self.say(&format!("cmd-{name}")))
            .help_template(self.template())
            .disable_help_flag(true)
            .next_help_heading(self.say("heading-options"))
            .arg(self.help())
            .arg(self.lang())
    }

    /// How a help page is laid out, with its heading in words.
    fn template(&self) -> String {
        format!("{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}", self.say("heading-usage"))
    }

    fn flag(&self, name: &'static str) -> Arg {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(self.say(&format!("arg-{name}")))
    }

    fn value(&self, name: &'static str, placeholder: &'static str) -> Arg {
        Arg::new(name)
            .long(name)
            .value_name(placeholder)
            .hide_possible_values(true)
            .value_parser(NonEmptyStringValueParser::new())
            .help(self.say(&format!("arg-{name}")))
    }

    fn path(&self, name: &'static str, placeholder: &'static str) -> Arg {
        self.value(name, placeholder).value_parser(value_parser!(PathBuf))
    }

    fn site(&self) -> Arg {
        self.path("site", "DIR")
    }

    fn as_of(&self) -> Arg {
        self.value("as-of", "DATE").value_parser(date)
    }

    fn lang(&self) -> Arg {
        self.value("lang", "LANG").value_parser(["vi", "en", "zh"])
    }

    fn help(&self) -> Arg {
        Arg::new("help").long("help").short('h').action(ArgAction::Help).help(self.say("arg-help"))
    }
}
