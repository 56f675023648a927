//! Quoting, and values that machines read.

use super::{Cell, Row, Table, decimal, record};
use crate::language::Text;

fn table(rows: Vec<Row>) -> Table {
    let columns = rows[0].0.iter().map(|(name, _)| name.clone()).collect();
    let cells = |it: Row| it.0.into_iter().map(|(_, cell)| cell).collect();
    Table { name: "prices", columns, rows: rows.into_iter().map(cells).collect() }
}

#[test]
fn fields_are_quoted_where_they_must_be() {
    let mut csv = String::new();
    let fields = ["a,b", "nói \"có\"", "hai\ndòng", "c", ""];
    record(&mut csv, fields.into_iter().map(str::to_owned));
    assert_eq!(csv, "\"a,b\",\"nói \"\"có\"\"\",\"hai\ndòng\",c,\r\n");
}

#[test]
fn no_field_is_a_formula() {
    let mut csv = String::new();
    record(&mut csv, ["+84 24 1", "=1+1", "-5"].into_iter().map(str::to_owned));
    assert_eq!(csv, "'+84 24 1,'=1+1,-5\r\n");
}

#[test]
fn a_table_in_both_forms() {
    let name = Text([Some("Dịch".to_owned()), None, Some("翻译".to_owned())]);
    let row = Row::default()
        .words("name", &name)
        .number("amount", Some(111_000))
        .with("score", Cell::Hundredths(-5))
        .with("vat", Cell::Bool(true))
        .list("basis", &["1/2026".to_owned(), "2/2026".to_owned()]);
    let table = table(vec![row]);
    assert_eq!(
        table.csv(),
        "\u{feff}name_vi,name_en,name_zh,amount,score,vat,basis\r\n\
         Dịch,,翻译,111000,-0.05,true,1/2026; 2/2026\r\n"
    );
    let json: serde_json::Value = serde_json::from_str(&table.json()).unwrap();
    assert_eq!(json["version"], 1);
    let row = &json["rows"][0];
    assert_eq!((&row["name_en"], &row["amount"]), (&serde_json::Value::Null, &111_000.into()));
    assert_eq!((&row["score"], &row["basis"][1]), (&(-0.05).into(), &"2/2026".into()));
}

#[test]
fn hundredths_are_written_as_decimals() {
    assert_eq!([835, 1000, -5, 0].map(decimal), ["8.35", "10.00", "-0.05", "0.00"]);
}
