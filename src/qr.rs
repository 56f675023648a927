//! QR codes: an address as a symbol, the smallest that is safe on paper (verification.md §2.5).

pub mod draw;

use qrcode::bits::Bits;
use qrcode::canvas::{Canvas, MaskPattern};
use qrcode::types::QrError;
use qrcode::{Color, EcLevel, Version, bits, ec};

/// A QR Model 2 symbol, without its quiet zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// Modules on each side.
    pub width: u32,
    /// The version, 1 to 25.
    pub version: i16,
    /// The level of error correction: `M`, `Q` or `H`.
    pub level: char,
    /// One number a row; bit x is set where the module is dark.
    rows: Vec<u128>,
}

/// The text does not fit into a symbol that can be printed small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong;

/// The largest version whose rows fit into 128 bits. Above version 5 the address is reported
/// anyway, because the modules become too small for paper.
const LARGEST: i16 = 25;

impl Symbol {
    /// Encodes a text: the smallest version at level M, then the highest level that it holds.
    pub fn encode(text: &str) -> Result<Self, TooLong> {
        let smallest = bits::encode_auto(text.as_bytes(), EcLevel::M).map_err(|_| TooLong)?;
        let version = smallest.version();
        let Version::Normal(number) = version else { return Err(TooLong) };
        if number > LARGEST {
            return Err(TooLong);
        }
        let levels = [('H', EcLevel::H), ('Q', EcLevel::Q)];
        let better = levels.iter().find_map(|(name, level)| {
            Some((*name, *level, in_version(text, version, *level).ok()?))
        });
        let (level, ec_level, bits) = better.unwrap_or(('M', EcLevel::M, smallest));
        let (width, rows) = best_mask(bits, version, ec_level).map_err(|_| TooLong)?;
        Ok(Self { width, version: number, level, rows })
    }

    /// Whether a module is dark; outside the symbol none is.
    pub fn is_dark(&self, x: u32, y: u32) -> bool {
        self.rows.get(y as usize).is_some_and(|it| x < self.width && it >> x & 1 == 1)
    }
}

fn in_version(text: &str, version: Version, level: EcLevel) -> Result<Bits, QrError> {
    let mut bits = Bits::new(version);
    bits.push_optimal_data(text.as_bytes())?;
    bits.push_terminator(level)?;
    Ok(bits)
}

/// Masks in the order of their numbers: of equal penalties the first wins.
const MASKS: [MaskPattern; 8] = [
    MaskPattern::Checkerboard,
    MaskPattern::HorizontalLines,
    MaskPattern::VerticalLines,
    MaskPattern::DiagonalLines,
    MaskPattern::LargeCheckerboard,
    MaskPattern::Fields,
    MaskPattern::Diamonds,
    MaskPattern::Meadow,
];

/// The symbol with the least penalty. The crate's own search looks at module after module and
/// costs more than all else that a page needs; this one looks at whole rows.
fn best_mask(bits: Bits, version: Version, level: EcLevel) -> Result<(u32, Vec<u128>), QrError> {
    let (data, correction) = ec::construct_codewords(&bits.into_bytes(), version, level)?;
    let mut canvas = Canvas::new(version, level);
    canvas.draw_all_functional_patterns();
    canvas.draw_data(&data, &correction);
    let width = usize::try_from(version.width()).unwrap_or_default();
    let mut best: Option<(u32, Vec<u128>)> = None;
    for mask in MASKS {
        let mut masked = canvas.clone();
        masked.apply_mask(mask);
        let rows = rows(&masked.into_colors(), width);
        let penalty = penalty(&rows);
        if best.as_ref().is_none_or(|(least, _)| penalty < *least) {
            best = Some((penalty, rows));
        }
    }
    let rows = best.map(|(_, it)| it).unwrap_or_default();
    Ok((u32::try_from(width).unwrap_or_default(), rows))
}

fn rows(colors: &[Color], width: usize) -> Vec<u128> {
    let row = |row: &[Color]| {
        row.iter().rev().fold(0, |bits, it| bits << 1 | u128::from(*it == Color::Dark))
    };
    colors.chunks(width).map(row).collect()
}

fn transposed(rows: &[u128]) -> Vec<u128> {
    let column =
        |x: usize| rows.iter().enumerate().fold(0, |bits, (y, row)| bits | (row >> x & 1) << y);
    (0..rows.len()).map(column).collect()
}

/// The penalty of ISO/IEC 18004 §7.8.3: runs, blocks, patterns like finders, imbalance.
fn penalty(rows: &[u128]) -> u32 {
    let columns = transposed(rows);
    let lines = rows.iter().chain(&columns);
    let lines: u32 = lines.map(|it| runs(*it, rows.len()) + finders(*it, rows.len())).sum();
    lines + blocks(rows) + imbalance(rows)
}

/// The lowest `count` bits.
fn low(count: usize) -> u128 {
    u128::MAX.checked_shr(u32::try_from(128 - count.min(128)).unwrap_or(0)).unwrap_or(0)
}

/// N1: a run of n ≥ 5 equal modules costs n - 2.
fn runs(line: u128, width: usize) -> u32 {
    let equal = !(line ^ line >> 1) & low(width - 1);
    let five = equal & equal >> 1 & equal >> 2 & equal >> 3;
    let starts = five & !(five << 1);
    five.count_ones() + 2 * starts.count_ones()
}

/// N3: dark-light 1:1:3:1:1 with four light modules on one side costs 40.
fn finders(line: u128, width: usize) -> u32 {
    const PATTERNS: [u16; 2] = [0b000_0101_1101, 0b101_1101_0000];
    let mut found = 0;
    for pattern in PATTERNS {
        let mut at = low(width - 10);
        for bit in 0..11 {
            let dark = line >> bit;
            at &= if pattern >> bit & 1 == 1 { dark } else { !dark };
        }
        found += at.count_ones();
    }
    40 * found
}

/// N2: each square of two by two equal modules costs 3.
fn blocks(rows: &[u128]) -> u32 {
    let equal = |row: u128| !(row ^ row >> 1) & low(rows.len() - 1);
    let pair = |it: &[u128]| (equal(it[0]) & equal(it[1]) & !(it[0] ^ it[1])).count_ones();
    3 * rows.windows(2).map(pair).sum::<u32>()
}

/// N4: each whole 5 % by which dark modules differ from half costs 10.
fn imbalance(rows: &[u128]) -> u32 {
    let dark: u32 = rows.iter().map(|it| it.count_ones()).sum();
    let all = u32::try_from(rows.len() * rows.len()).unwrap_or(u32::MAX);
    let percent = dark * 100 / all.max(1);
    percent.abs_diff(50) / 5 * 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_version_then_the_highest_level() {
        let symbol = Symbol::encode("HTTPS://SONGOAIVU.EXAMPLE/V/K7M29QX4TB/").unwrap();
        assert_eq!((symbol.version, symbol.level, symbol.width), (3, 'Q', 29));
        assert_eq!(Symbol::encode(&"x".repeat(3000)), Err(TooLong));
    }

    /// Under each mask our modules are those of the crate, and the chosen mask is one of them.
    #[test]
    fn modules_are_those_of_the_crate() {
        for text in ["HTTPS://A.VN/V/K7M29QX4TB/", "HTTPS://SONGOAIVU.EXAMPLE/V/000YFYQ1TR/"] {
            let symbol = Symbol::encode(text).unwrap();
            let version = Version::Normal(symbol.version);
            let level = if symbol.level == 'H' { EcLevel::H } else { EcLevel::Q };
            let bits = in_version(text, version, level).unwrap();
            let (data, correction) =
                ec::construct_codewords(&bits.into_bytes(), version, level).unwrap();
            let mut canvas = Canvas::new(version, level);
            canvas.draw_all_functional_patterns();
            canvas.draw_data(&data, &correction);
            let masked = MASKS.map(|mask| {
                let mut masked = canvas.clone();
                masked.apply_mask(mask);
                rows(&masked.into_colors(), symbol.width as usize)
            });
            assert!(masked.contains(&symbol.rows), "{text}");
            let least = masked.iter().map(|it| slow_penalty(it)).min().unwrap();
            assert_eq!(slow_penalty(&symbol.rows), least, "{text}");
        }
    }

    /// The penalty, module after module, as the standard tells it.
    fn slow_penalty(rows: &[u128]) -> u32 {
        let width = rows.len();
        let dark = |x: usize, y: usize| rows[y] >> x & 1 == 1;
        let mut sum = imbalance(rows);
        for (y, x) in (0..width - 1).flat_map(|y| (0..width - 1).map(move |x| (y, x))) {
            let one = dark(x, y);
            if dark(x + 1, y) == one && dark(x, y + 1) == one && dark(x + 1, y + 1) == one {
                sum += 3;
            }
        }
        for turned in [false, true] {
            let at = |x, y| if turned { dark(y, x) } else { dark(x, y) };
            for y in 0..width {
                let line: Vec<bool> = (0..width).map(|x| at(x, y)).collect();
                for run in line.chunk_by(|a, b| a == b).filter(|it| it.len() >= 5) {
                    sum += u32::try_from(run.len()).unwrap() - 2;
                }
                let finder = [true, false, true, true, true, false, true];
                for it in line.windows(11) {
                    let light = |it: &[bool]| it.iter().all(|it| !it);
                    if (it[..7] == finder && light(&it[7..]))
                        || (light(&it[..4]) && it[4..] == finder)
                    {
                        sum += 40;
                    }
                }
            }
        }
        assert_eq!(sum, penalty(rows));
        sum
    }
}
