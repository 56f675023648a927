//! The commands and their arguments, worded from `cli.ftl`.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgGroup, Command, builder::NonEmptyStringValueParser, value_parser};

use crate::date::Date;
use crate::language::messages::{Args, Messages};
use crate::project::KINDS;
use crate::verify::time::Moment;

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
                    words.flag("unlisted").requires("new"),
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
                words.path("old", "file").help(words.say("arg-audit-old")),
                words.path("state", "file"),
                words.value("fingerprint", "hex"),
                words.path("policy", "file"),
                words.flag("json").help(words.say("arg-audit-json")),
                words.as_of().help(words.say("arg-audit-as-of")),
            ]),
            key(&words),
            words.command("seal", &["[code]…"]).args([
                words.site(),
                words.position("codes", "code").required(false).num_args(0..),
                words.flag("yes"),
                words.flag("drop-pending"),
                words.sealed(),
                words.as_of(),
            ]),
            words.command("issue", &["<code>", "<file>…", "--type <abbr>", "--date <date>"]).args(
                [
                    words.site(),
                    words.position("code", "code").help(words.say("arg-issue-code")),
                    words
                        .position("files", "file")
                        .num_args(1..)
                        .value_parser(value_parser!(PathBuf)),
                    words.value("type", "abbr").required(true),
                    words.value("number", "text"),
                    words.value("date", "date").value_parser(date).required(true),
                    words.value("title", "text").required(true).help(words.say("arg-issue-title")),
                    words.value("title-en", "text"),
                    words.value("title-zh", "text"),
                    words.value("signer", "text"),
                    words.value("until", "date").value_parser(date),
                    words.flag("yes"),
                    words.sealed(),
                ],
            ),
            words.command("mark", &["<code>", "<status>", "--reason <text>"]).args([
                words.site(),
                words.position("code", "code"),
                words.position("status", "status").hide_possible_values(true).value_parser([
                    "in-force",
                    "suspended",
                    "superseded",
                    "revoked",
                ]),
                words.value("reason", "text").required(true),
                words.value("reason-en", "text"),
                words.value("reason-zh", "text"),
                words.value("by", "code"),
                words.flag("erase"),
                words.sealed(),
            ]),
            words.command("move", &["--host <host>", "--reason <text>"]).args([
                words.site(),
                words.value("host", "host").num_args(1..).required_unless_present("sign"),
                words.value("issuer-vi", "text").long("issuer.vi"),
                words.value("issuer-en", "text").long("issuer.en"),
                words.value("issuer-zh", "text").long("issuer.zh"),
                words.value("successor", "text").num_args(2),
                words.value("reason", "text").required_unless_present("sign"),
                words.sealed(),
                words.path("draft", "file"),
                words.path("sign", "file").conflicts_with_all(["host", "reason", "draft"]),
            ]),
            words.command("sequence", &[]).args([
                words.site(),
                words.path("old", "file"),
                words.flag("drop-pending"),
            ]),
            translation(&words),
            words.command("witness-request", &[]).args([
                words.site(),
                words.value("old-size", "n").long("old").value_parser(value_parser!(usize)),
            ]),
            words.command("witness-add", &["<file>"]).args([
                words.site(),
                words.position("answer", "file").value_parser(value_parser!(PathBuf)),
            ]),
        ])
}

/// `condau key`, whose commands have options of their own.
fn key(words: &Words<'_>) -> Command {
    let reason = || words.value("reason", "text").required(true);
    let taken = |name| {
        words.below("key", name, &["<name>", "--reason <text>"]).args([
            words.site(),
            words.position("name", "name"),
            reason(),
            words.sealed(),
            words.path("draft", "file"),
        ])
    };
    words
        .command("key", &["<command>"])
        .args([words.site(), words.path("sign", "file")])
        .args_conflicts_with_subcommands(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(words.say("heading-commands"))
        .subcommands([
            words.below("key", "init", &[]).args([
                words.site(),
                words.value("roots", "n").value_parser(roots),
                words.path("paper", "file"),
                words.path("predecessor", "file"),
                words.sealed(),
            ]),
            words.below("key", "new", &["--role <role>", "--reason <text>"]).args([
                words.site(),
                words
                    .value("role", "role")
                    .value_parser(["root", "registrar", "log"])
                    .required(true),
                reason(),
                words.sealed(),
                words.path("draft", "file"),
            ]),
            taken("retire"),
            taken("compromised")
                .arg(words.value("from-index", "n").value_parser(value_parser!(u64))),
            words.below("key", "show", &[]).arg(words.site()),
        ])
}

/// `condau translation`, in whose commands `--lang` is the language of the translation.
fn translation(words: &Words<'_>) -> Command {
    let below = |name, parts: &[&str]| {
        let command = words.below("translation", name, parts).args([words.site(), words.as_of()]);
        command.mut_arg("lang", |it| it.help(words.say("arg-translation-lang")))
    };
    let items = || words.position("item", "item").required(false).num_args(0..);
    let item = || words.position("item", "item");
    let needed = |it: Command| it.mut_arg("lang", |it| it.required_unless_present("from-review"));
    words
        .command("translation", &["<command>"])
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(words.say("heading-commands"))
        .subcommands([
            below("status", &["[item]…"]).arg(items()).arg(
                words
                    .value("format", "format")
                    .value_parser(["human", "json"])
                    .help(words.say("arg-translation-format")),
            ),
            below("next", &["[item]…"]).arg(items()),
            needed(below("accept", &["<item> --lang <lang> --all --by <unit>"]))
                .args([
                    item().required(false).required_unless_present("from-review").num_args(1),
                    words.value("block", "anchor").action(ArgAction::Append).num_args(1..),
                    words.flag("all"),
                    words.flag("from-review"),
                    words.flag("identical"),
                    words.value("by", "unit").help(words.say("arg-accept-by")),
                    words
                        .value("quality", "quality")
                        .value_parser(["machine", "draft", "reviewed"]),
                    words.value("on", "date").value_parser(date),
                ])
                .mut_arg("by", |it| it.required_unless_present("from-review"))
                .group(
                    ArgGroup::new("which-blocks")
                        .args(["block", "all", "from-review"])
                        .required(true),
                ),
            below("align", &["<item> --lang <lang>"])
                .arg(item())
                .mut_arg("lang", |it| it.required(true)),
        ])
}

/// How many roots a register may be opened with.
pub(super) const ROOTS: RangeInclusive<usize> = 2..=9;

fn roots(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(roots) if ROOTS.contains(&roots) => Ok(roots),
        _ => Err(String::new()),
    }
}

fn moment(text: &str) -> Result<String, String> {
    Moment::parse(text).map(|_| text.to_owned()).ok_or_else(String::new)
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
        self.named(name, &format!("cmd-{name}"), &self.usage(name, parts))
    }

    /// A command of a command.
    fn below(&self, above: &str, name: &'static str, parts: &[&str]) -> Command {
        let usage = self.usage(&format!("{above} {name}"), parts);
        self.named(name, &format!("cmd-{above}-{name}"), &usage)
    }

    fn named(&self, name: &'static str, about: &str, usage: &str) -> Command {
        Command::new(name)
            .about(self.say(about))
            .help_template(self.template())
            .override_usage(usage.to_owned())
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

    /// A value that stands by its place.
    fn position(&self, name: &'static str, placeholder: &str) -> Arg {
        Arg::new(name)
            .value_name(self.placeholder(placeholder))
            .required(true)
            .help(self.say(&format!("arg-{name}")))
    }

    fn sealed(&self) -> Arg {
        self.value("sealed", "time").value_parser(moment)
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
