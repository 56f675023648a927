//! Tables that lose words: cells beyond the columns, which Markdown leaves out, and rows without the
//! line below the header, which are no table.

use std::ops::Range;

use crate::diagnostic::problem::Problem;

/// A row with more cells than the table has columns: the problem, and where the first of them stands.
pub(super) fn surplus(row: &str, columns: usize) -> Option<(Problem, Range<usize>)> {
    let trimmed = row.trim();
    let borders = memchr::memchr_iter(b'|', trimmed.as_bytes()).count();
    let outer = usize::from(trimmed.starts_with('|')) + usize::from(trimmed.ends_with('|'));
    // Nearly every row has as many cells as the table has columns.
    if borders < columns + outer {
        return None;
    }
    let cells = cells(row);
    let first = cells.get(columns)?.clone();
    let number = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
    let problem = Problem::TableShape {
        what: "cells".to_owned(),
        cells: number(cells.len()),
        columns: number(columns),
        right: String::new(),
    };
    Some((problem, first))
}

/// A paragraph that was meant as a table, with the line that it lacks.
pub(super) fn without_line(paragraph: &str) -> Option<Problem> {
    // Nearly every paragraph is told by its first character.
    if !paragraph.trim_start().starts_with('|') {
        return None;
    }
    let header = paragraph.lines().next()?.trim();
    if !header.starts_with('|') || !header.ends_with('|') {
        return None;
    }
    let cells = cells(header);
    let columns = i64::try_from(cells.len()).unwrap_or(i64::MAX);
    (cells.len() > 1).then(|| Problem::TableShape {
        what: "line".to_owned(),
        cells: columns,
        columns,
        right: format!("|{}", "---|".repeat(cells.len())),
    })
}

/// Where the cells of a row stand, without the spaces around them. `\\|` is a letter of a cell.
fn cells(row: &str) -> Vec<Range<usize>> {
    let bytes = row.as_bytes();
    let is_border = |at: &usize| bytes[*at] == b'|' && (*at == 0 || bytes[at - 1] != b'\\');
    let end = row.trim_end().len();
    let mut starts: Vec<_> = (0..end).filter(is_border).collect();
    let first = row.len() - row.trim_start().len();
    if starts.first() == Some(&first) {
        starts.remove(0);
    }
    if starts.last().is_some_and(|it| it + 1 == end) {
        starts.pop();
    }
    let mut from = first + usize::from(row[first..].starts_with('|'));
    let last = if row[..end].ends_with('|') && end > from { end - 1 } else { end };
    let mut cells = Vec::new();
    for until in starts.into_iter().chain([last]) {
        let cell = &row[from.min(until)..until];
        let start = from + (cell.len() - cell.trim_start().len());
        cells.push(start..start + cell.trim().len());
        from = until + 1;
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::cells;

    #[test]
    fn cells_stand_between_borders() {
        let texts =
            |row: &'static str| cells(row).into_iter().map(|it| &row[it]).collect::<Vec<_>>();
        assert_eq!(texts("| a | b |"), ["a", "b"]);
        assert_eq!(texts("a | b"), ["a", "b"]);
        assert_eq!(texts("| a \\| b | c"), ["a \\| b", "c"]);
        assert_eq!(texts("|a||b|  "), ["a", "", "b"]);
        assert_eq!(texts("| a |"), ["a"]);
        assert_eq!(texts("|"), [""]);
    }
}
