//! Numbers with a decimal fraction, exactly.

/// `units` divided by ten so many times as there are `places`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Decimal {
    units: u128,
    places: u32,
}

/// A number as it was read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numeral {
    /// Nothing where it is no quantity (`2.3.1`), or too great to be one.
    pub(super) value: Option<Decimal>,
    /// Where it ends.
    pub(super) end: usize,
}

impl Decimal {
    pub(super) fn whole(units: u128) -> Self {
        Self { units, places: 0 }
    }

    /// From the digits before and after the decimal sign; nothing where they are too many.
    pub(super) fn parse(whole: &str, fraction: &str) -> Option<Self> {
        let units = format!("{whole}{fraction}").parse().ok()?;
        Some(Self { units, places: u32::try_from(fraction.len()).ok()? })
    }

    /// With the decimal sign moved to the right: a thousand is a power of 3.
    pub(super) fn scaled(self, power: u32) -> Option<Self> {
        let units = self.units.checked_mul(10_u128.checked_pow(power)?)?;
        Some(Self { units, ..self })
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let places = self.places.max(other.places);
        let units = |it: Self| it.scaled(places - it.places).map(|it| it.units);
        Some(Self { units: units(self)?.checked_add(units(other)?)?, places })
    }

    /// The number, if it is whole and small: a day, an hour, an article.
    pub(super) fn small(self) -> Option<u32> {
        if self.places == 0 { self.units.try_into().ok() } else { None }
    }

    /// Digits with a point, without zeros that say nothing.
    pub(super) fn write(self) -> String {
        let digits = self.units.to_string();
        let places = self.places as usize;
        let digits = format!("{digits:0>width$}", width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        match fraction.trim_end_matches('0') {
            "" => whole.to_owned(),
            fraction => format!("{whole}.{fraction}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn decimals_are_exact() {
        let write = |whole, fraction, power| {
            Decimal::parse(whole, fraction).and_then(|it| it.scaled(power)).map(Decimal::write)
        };
        assert_eq!(write("1", "5", 8).as_deref(), Some("150000000"));
        assert_eq!(write("11", "10", 0).as_deref(), Some("11.1"));
        assert_eq!(write("0", "05", 0).as_deref(), Some("0.05"));
        assert_eq!(write("007", "", 0).as_deref(), Some("7"));
        assert_eq!(write("0", "00", 0).as_deref(), Some("0"));
        assert_eq!(write("999999999999999999999999999999999999999999", "", 0), None);
        assert_eq!(write("9", "", 200), None);
    }
}
