//! The price list: what holds today, what comes, what held before.

use serde::Serialize;

use crate::data::Price;
use crate::date::Date;
use crate::language::numbers;
use crate::render::Press;
use crate::render::context::{Moment, Value, Words};
use crate::render::data::{Contact, basis};
use crate::render::voice::Voice;

/// What the template sees.
#[derive(Serialize)]
pub(super) struct Prices {
    has_any: bool,
    current: Vec<Row>,
    coming: Vec<Row>,
    former: Vec<Row>,
    /// How many former prices there are, in words.
    former_words: String,
    contact: Contact,
}

#[derive(Serialize)]
struct Row {
    id: String,
    service: Words,
    unit: Words,
    amount: String,
    vat: String,
    from: Moment,
    to: Option<Moment>,
    basis: Vec<Value>,
    note: Words,
}

pub(super) fn table(press: &Press, voice: &Voice<'_>) -> Prices {
    let groups = groups(&press.data.prices, press.as_of());
    let rows = |prices: Vec<&Price>| -> Vec<Row> {
        prices.into_iter().map(|it| row(press, voice, it)).collect()
    };
    let former = rows(groups.iter().flat_map(|it| it.former.clone()).collect());
    let n = i64::try_from(former.len()).unwrap_or(i64::MAX);
    Prices {
        has_any: !groups.is_empty(),
        current: rows(groups.iter().flat_map(|it| it.current.clone()).collect()),
        coming: rows(groups.iter().flat_map(|it| it.coming.clone()).collect()),
        former,
        former_words: voice.say_count("prices-former", n),
        contact: Contact::of(press, voice),
    }
}

fn row(press: &Press, voice: &Voice<'_>, it: &Price) -> Row {
    Row {
        id: it.id.value.clone(),
        service: voice.words(&it.service),
        unit: voice.words(&it.unit),
        amount: numbers::money(voice.language, it.amount, &it.currency),
        vat: voice.say(if it.vat { "vat-included" } else { "vat-none" }),
        from: voice.short_date(it.from),
        to: it.to.map(|it| voice.short_date(it)),
        basis: basis(press, voice, &it.basis),
        note: voice.words(&it.note),
    }
}

/// The periods of one price.
#[derive(Debug, Default)]
struct Group<'a> {
    /// The one that holds: none, or one where periods do not overlap.
    current: Vec<&'a Price>,
    /// Those to come, the next first.
    coming: Vec<&'a Price>,
    /// Those that are over, the newest first.
    former: Vec<&'a Price>,
}

/// The prices by id, in the order in which the ids were first written.
fn groups(prices: &[Price], day: Date) -> Vec<Group<'_>> {
    let mut ids = Vec::new();
    let mut groups = Vec::<Group<'_>>::new();
    for price in prices {
        let id = &price.id.value;
        let at = ids.iter().position(|it| *it == id).unwrap_or_else(|| {
            ids.push(id);
            groups.push(Group::default());
            groups.len() - 1
        });
        let group = &mut groups[at];
        if day < price.from {
            group.coming.push(price);
        } else if price.to.is_some_and(|it| it < day) {
            group.former.push(price);
        } else {
            group.current.push(price);
        }
    }
    for group in &mut groups {
        group.coming.sort_by_key(|it| it.from);
        group.former.sort_by_key(|it| std::cmp::Reverse(it.from));
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{FileId, Span, Spanned};
    use crate::language::Text;

    fn price(id: &str, amount: i64, from: &str, to: Option<&str>) -> Price {
        let span = Span::start_of(FileId(0));
        Price {
            id: Spanned { value: id.to_owned(), span },
            service: Text::default(),
            unit: Text::default(),
            amount,
            currency: "VND".to_owned(),
            vat: true,
            from: Date::parse(from).expect("a day"),
            to: to.map(|it| Date::parse(it).expect("a day")),
            basis: Vec::new(),
            note: Text::default(),
        }
    }

    fn amounts(prices: &[&Price]) -> Vec<i64> {
        prices.iter().map(|it| it.amount).collect()
    }

    #[test]
    fn periods_of_one_price_stand_together() {
        let prices = [
            price("b", 1, "2024-01-01", Some("2024-12-31")),
            price("a", 10, "2026-01-01", None),
            price("b", 3, "2026-03-02", Some("2026-06-30")),
            price("b", 2, "2025-01-01", Some("2026-03-01")),
            price("b", 5, "2027-01-01", None),
            price("b", 4, "2026-07-01", Some("2026-12-31")),
        ];
        let day = Date::parse("2026-05-04").expect("a day");
        let groups = groups(&prices, day);
        assert_eq!(groups.len(), 2);
        assert_eq!(amounts(&groups[0].current), [3]);
        assert_eq!(amounts(&groups[0].coming), [4, 5]);
        assert_eq!(amounts(&groups[0].former), [2, 1]);
        assert_eq!(amounts(&groups[1].current), [10]);
    }

    #[test]
    fn a_price_holds_on_its_first_and_its_last_day() {
        let prices = [price("a", 1, "2026-05-04", Some("2026-05-05"))];
        let at = |day: &str| {
            let groups = groups(&prices, Date::parse(day).expect("a day"));
            (groups[0].coming.len(), groups[0].current.len(), groups[0].former.len())
        };
        assert_eq!(at("2026-05-03"), (1, 0, 0));
        assert_eq!(at("2026-05-04"), (0, 1, 0));
        assert_eq!(at("2026-05-05"), (0, 1, 0));
        assert_eq!(at("2026-05-06"), (0, 0, 1));
    }
}
