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
        .override_usage(words.usage("", &["<command>"]))
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
            words.command("build", &[]).args([
                words.site(),
                words.path("out", "dir"),
                words.value("jobs", "n").value_parser(jobs),
                words.as_of(),
                words.flag("drafts"),
                words.flag("production"),
            ]),
            words.command("check", &["[paths]"]).args([
                words.site(),
                Arg::new("paths")
                    .value_name(words.placeholder("path"))
                    .num_args(0..)
                    .value_parser(value_parser!(PathBuf))
                    .help(words.say("arg-paths")),
                words.value("rule", "rule").action(ArgAction::Append).num_args(1..),
                words.value("format", "format").value_parser(["human", "short", "json"]),
                words.flag("production").help(words.say("arg-check-production")),
                words.flag("drafts").help(words.say("arg-check-drafts")),
                words.flag("fix"),
                words.value("max-warnings", "n").value_parser(value_parser!(usize)),
                words.as_of(),
                words.value("jobs", "n").value_parser(jobs),
                words.value("explain", "rule").exclusive(false),
                words.flag("rules"),
            ]),
            words.command("init", &["<dir>"]).arg(
                Arg::new("dir")
                    .value_name(words.placeholder("dir"))
                    .required(true)
                    .value_parser(value_parser!(PathBuf))
                    .help(words.say("arg-dir")),
            ),
            words.command("new", &["<kind>", "<slug>", "--title <title>"]).args([
                words.site(),
                Arg::new("kind")
                    .value_name(words.placeholder("kind"))
                    .required(true)
                    .hide_possible_values(true)
                    .value_parser(clap::builder::PossibleValuesParser::new(KINDS))
                    .help(words.say("arg-kind")),
                Arg::new("slug")
                    .value_name(words.placeholder("slug"))
                    .required(true)
                    .help(words.say("arg-slug")),
                words.value("title", "title").required(true),
                words.value("section", "section"),
                words.value("id", "code"),
                words.as_of(),
            ]),
            words
                .command("qr", &["<code>|--new", "--svg|--png <file>"])
                .args([
                    words.site(),
                    Arg::new("code")
                        .value_name(words.placeholder("code"))
                        .help(words.say("arg-code")),
                    words.flag("new"),
                    words.path("svg", "file"),
                    words.path("png", "file"),
                    words.value("size-mm", "n").value_parser(value_parser!(u32).range(sizes())),
                ])
                .group(ArgGroup::new("which").args(["code", "new"]).required(true))
                .group(ArgGroup::new("images").args(["svg", "png"]).required(true).multiple(true)),
            words.command("verify", &["<what>"]).args([
                words.site(),
                Arg::new("what")
                    .value_name(words.placeholder("what"))
                    .required(true)
                    .num_args(1..)
                    .help(words.say("arg-what")),
                words.value("id", "code").help(words.say("arg-verify-id")),
                words.path("register", "dir"),
                words.value("fingerprint", "hex"),
                words.path("policy", "file"),
                words.path("signers", "file"),
                words.value("max-age", "n").value_parser(value_parser!(u32)),
                words.flag("json"),
                words.as_of().help(words.say("arg-verify-as-of")),
            ]),
            words.command("audit", &["<dir>"]).args([
                words.site(),
                Arg::new("dir")
                    .value_name(words.placeholder("dir"))
                    .required(true)
                    .value_parser(value_parser!(PathBuf))
                    .help(words.say("arg-audit-dir")),
                words.path("old", "file"),
                words.path("state", "file"),
                words.value("fingerprint", "hex"),
                words.path("policy", "file"),
                words.flag("json").help(words.say("arg-audit-json")),
                words.as_of().help(words.say("arg-audit-as-of")),
            ]),
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

    /// A command; `parts` is what has to be said besides options: `--title <title>`, `[path…]`.
    fn command(&self, name: &'static str, parts: &[&str]) -> Command {
        Command::new(name)
            .about(self.say(&format!("cmd-{name}")))
            .help_template(self.template())
            .override_usage(self.usage(name, parts))
            .disable_help_flag(true)
            .next_help_heading(self.say("heading-options"))
            .arg(self.help())
            .arg(self.lang())
    }

    /// The name of a value, in words.
    fn placeholder(&self, name: &str) -> String {
        self.say(&format!("value-{name}"))
    }

    /// How a command is typed: what stands in `<…>` and `[…]` is the name of a value.
    fn usage(&self, name: &str, parts: &[&str]) -> String {
        let mut usage = "condau".to_owned();
        for part in [name, "[options]"].iter().chain(parts).filter(|it| !it.is_empty()) {
            usage.push(' ');
            for (at, piece) in part.split(['<', '>', '[', ']']).enumerate() {
                // Every second piece stands between brackets.
                let open = if part.contains('[') { ['[', ']'] } else { ['<', '>'] };
                if at % 2 == 1 {
                    usage.push(open[0]);
                    usage.push_str(&self.placeholder(piece));
                    usage.push(open[1]);
                } else {
                    usage.push_str(piece);
                }
            }
        }
        usage
    }

    /// How a help page is laid out, with its heading in words.
    fn template(&self) -> String {
        format!("{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}", self.say("heading-usage"))
    }

    fn flag(&self, name: &'static str) -> Arg {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(self.say(&format!("arg-{name}")))
    }

    fn value(&self, name: &'static str, placeholder: &str) -> Arg {
        Arg::new(name)
            .long(name)
            .value_name(self.placeholder(placeholder))
            .hide_possible_values(true)
            .value_parser(NonEmptyStringValueParser::new())
            .help(self.say(&format!("arg-{name}")))
    }

    fn path(&self, name: &'static str, placeholder: &str) -> Arg {
        self.value(name, placeholder).value_parser(value_parser!(PathBuf))
    }

    fn site(&self) -> Arg {
        self.path("site", "dir")
    }

    fn as_of(&self) -> Arg {
        self.value("as-of", "date").value_parser(date)
    }

    fn lang(&self) -> Arg {
        self.value("lang", "lang").value_parser(["vi", "en", "zh"])
    }

    fn help(&self) -> Arg {
        Arg::new("help").long("help").short('h').action(ArgAction::Help).help(self.say("arg-help"))
    }
}
