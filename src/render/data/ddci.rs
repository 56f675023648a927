//! The competitiveness index: its table, and its chart of which the table is the text.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::data::{Component, Ddci, Score};
use crate::date::Day;
use crate::language::numbers;
use crate::render::Press;
use crate::render::context::Words;
use crate::render::voice::Voice;

/// What the template sees.
#[derive(Serialize, Default)]
pub(super) struct Index {
    years: Vec<Year>,
    rows: Vec<Row>,
    /// The whole index as the source has it; it does not follow from the components.
    overall: Vec<Cell>,
    /// Whether the source has it.
    has_overall: bool,
    /// What is doubtful, in the order of the marks.
    notes: Vec<Words>,
    source: String,
    verified: bool,
    chart: Chart,
}

#[derive(Serialize)]
struct Year {
    score: String,
    rank: String,
}

#[derive(Serialize)]
struct Row {
    name: Words,
    /// The newest year first.
    cells: Vec<Cell>,
    change: String,
    change_note: Option<Mark>,
}

/// Score and rank of a year.
#[derive(Serialize)]
struct Cell {
    score: String,
    rank: String,
    /// Whether the rank is a figure: a note on a year is about score and rank.
    has_rank: bool,
    note: Option<Mark>,
}

/// The mark of a note. A letter: a small digit after a figure would be taken for a part of it.
#[derive(Serialize)]
struct Mark {
    number: usize,
    letter: String,
}

impl Mark {
    /// The mark of the last note.
    fn of(notes: &[Words]) -> Self {
        let mut left = notes.len();
        let mut letters = Vec::new();
        while left > 0 {
            left -= 1;
            letters.push(char::from(b'a' + u8::try_from(left % 26).unwrap_or(0)));
            left /= 26;
        }
        Self { number: notes.len(), letter: letters.into_iter().rev().collect() }
    }
}

/// What stands where nothing is known.
const UNKNOWN: &str = "–";

pub(super) fn table(press: &Press, voice: &Voice<'_>) -> Index {
    let Some(ddci) = &press.data.ddci else { return Index::default() };
    let years = years(ddci);
    let mut notes = Vec::new();
    let rows = ddci.components.iter().map(|it| row(voice, it, &years, &mut notes)).collect();
    let overall = years.iter().map(|it| cell(voice, ddci.overall.get(it), &mut notes)).collect();
    let of_year = |year: &i32| {
        let year = year.to_string();
        let say = |id| voice.say_with(id, &[("year", &year)]);
        Year { score: say("score-year"), rank: say("rank-year") }
    };
    let month = Day::parse_month(&ddci.source_month).map(|it| voice.day(it).words);
    let month = month.unwrap_or_default();
    Index {
        years: years.iter().map(of_year).collect(),
        rows,
        overall,
        has_overall: !ddci.overall.is_empty(),
        notes,
        source: voice
            .say_with("score-source", &[("number", &ddci.source_number), ("month", &month)]),
        verified: ddci.verified,
        chart: chart(voice, ddci, &years),
    }
}

/// The years of which anything is known. The newest comes first: it is what is asked for, and a
/// telephone shows the first columns.
fn years(ddci: &Ddci) -> Vec<i32> {
    let all = ddci.components.iter().flat_map(|it| it.years.keys()).chain(ddci.overall.keys());
    all.copied().collect::<BTreeSet<_>>().into_iter().rev().collect()
}

fn row(voice: &Voice<'_>, it: &Component, years: &[i32], notes: &mut Vec<Words>) -> Row {
    let (newest, earlier) = years.split_at(years.len().min(1));
    let mut cells: Vec<_> =
        newest.iter().map(|year| cell(voice, it.years.get(year), notes)).collect();
    let computed = change(it, years);
    let points = |it: i64| numbers::difference(voice.language, it);
    let printed = it.change.as_ref().map(|it| it.value);
    let change_note = match (computed, printed) {
        (Some(computed), Some(printed)) if computed != printed => {
            let values = [("printed", points(printed)), ("computed", points(computed))];
            let values = values.each_ref().map(|(name, it)| (*name, it.as_str()));
            notes.push(voice.own(voice.say_with("score-printed", &values)));
            Some(Mark::of(notes))
        }
        _ => None,
    };
    // The change stands beside the newest year, and marks are lettered in the order of reading.
    cells.extend(earlier.iter().map(|year| cell(voice, it.years.get(year), notes)));
    Row {
        name: voice.words(&it.name),
        cells,
        change: computed.map_or_else(|| UNKNOWN.to_owned(), points),
        change_note,
    }
}

/// The change between the last two years, in hundredths: computed, whatever the source prints.
fn change(it: &Component, years: &[i32]) -> Option<i64> {
    let [now, before, ..] = years else { return None };
    Some(it.years.get(now)?.hundredths - it.years.get(before)?.hundredths)
}

fn cell(voice: &Voice<'_>, score: Option<&Score>, notes: &mut Vec<Words>) -> Cell {
    let unknown = || UNKNOWN.to_owned();
    let Some(it) = score else {
        return Cell { score: unknown(), rank: unknown(), has_rank: false, note: None };
    };
    let number = |it: i64| numbers::integer(voice.language, it);
    let note = (!it.note.is_empty()).then(|| {
        notes.push(voice.words(&it.note));
        Mark::of(notes)
    });
    Cell {
        score: numbers::hundredths(voice.language, it.hundredths),
        rank: match (it.rank, it.of) {
            (Some(rank), Some(of)) => format!("{}/{}", number(rank), number(of)),
            (Some(rank), None) => number(rank),
            (None, _) => unknown(),
        },
        has_rank: it.rank.is_some(),
        note,
    }
}

/// A chart of bars that lie: names are long, and a telephone is narrow.
#[derive(Serialize, Default)]
struct Chart {
    width: i64,
    height: i64,
    groups: Vec<Group>,
}

#[derive(Serialize)]
struct Group {
    name: String,
    lang: Option<&'static str>,
    y: i64,
    bars: Vec<Bar>,
}

#[derive(Serialize)]
struct Bar {
    /// 1 for the last year, 2 for the one before.
    number: usize,
    year: String,
    value: String,
    y: i64,
    width: i64,
    text_y: i64,
    value_x: i64,
}

/// Sizes in units of the picture, which is as wide as the narrowest telephone: its letters are never
/// smaller than 13 pixels.
const WIDTH: i64 = 328;
const BAR_X: i64 = 44;
const BAR_LONGEST: i64 = 230;
const BAR_HEIGHT: i64 = 14;
const BAR_STEP: i64 = 18;
const NAME_HEIGHT: i64 = 20;
const GAP: i64 = 12;
/// Each component is scored out of ten points.
const FULL: i64 = 1000;

fn chart(voice: &Voice<'_>, ddci: &Ddci, years: &[i32]) -> Chart {
    let years = &years[..years.len().min(2)];
    let scores = ddci.components.iter().flat_map(|it| it.years.values());
    let full = scores.map(|it| it.hundredths).max().unwrap_or(FULL).max(FULL);
    let mut y = 0;
    let mut groups = Vec::new();
    for component in &ddci.components {
        let name = voice.words(&component.name);
        let mut top = y + NAME_HEIGHT;
        let mut bars = Vec::new();
        for (number, year) in (1..).zip(years) {
            let score = component.years.get(year).map(|it| it.hundredths);
            let width = score.map_or(0, |it| it.max(0) * BAR_LONGEST / full);
            let value = score.map(|it| numbers::hundredths(voice.language, it));
            bars.push(Bar {
                number,
                year: year.to_string(),
                value: value.unwrap_or_else(|| UNKNOWN.to_owned()),
                y: top,
                width,
                text_y: top + BAR_HEIGHT - 2,
                value_x: BAR_X + width + 5,
            });
            top += BAR_STEP;
        }
        groups.push(Group { name: name.text, lang: name.lang, y: y + NAME_HEIGHT - 6, bars });
        y = top + GAP;
    }
    Chart { width: WIDTH, height: (y - GAP).max(0), groups }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::diagnostic::{FileId, Span, Spanned};
    use crate::language::Text;

    fn component(scores: &[(i32, i64)]) -> Component {
        let score = |it: &(i32, i64)| {
            (it.0, Score { hundredths: it.1, rank: None, of: None, note: Text::default() })
        };
        let span = Span::start_of(FileId(0));
        Component {
            id: Spanned { value: "a".to_owned(), span },
            name: Text::default(),
            years: scores.iter().map(score).collect::<BTreeMap<_, _>>(),
            change: None,
        }
    }

    #[test]
    fn the_change_is_between_the_last_two_years_of_the_table() {
        let it = component(&[(2022, 100), (2023, 761), (2024, 835)]);
        assert_eq!(change(&it, &[2024, 2023, 2022]), Some(74));
        assert_eq!(change(&it, &[2024]), None);
        assert_eq!(change(&component(&[(2024, 893)]), &[2024, 2023]), None);
        // A component without a score of the year before has no change, not one since long ago.
        assert_eq!(change(&component(&[(2022, 1), (2024, 2)]), &[2024, 2023, 2022]), None);
    }
}
