//! QR codes: an address as a symbol, the smallest that is safe on paper (verification.md §2.5).

pub mod draw;

use qrcode::bits::{self, Bits};
use qrcode::canvas::{Canvas, Module};
use qrcode::types::QrError;
use qrcode::{EcLevel, Version, ec};

/// A QR Model 2 symbol, without its quiet zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// Modules on each side.
    pub width: u32,
    /// The version, 1 to 11.
    pub version: i16,
    /// The level of error correction.
    pub level: Level,
    /// One number a row; bit x is set where the module is dark.
    rows: Vec<u64>,
}

/// How much of a symbol may be spoilt and still be read. The weakest level, L, is never used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// About 15 %.
    M,
    /// About 25 %.
    Q,
    /// About 30 %.
    H,
}

/// The text does not fit into a symbol that can be printed small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong;

/// The largest version whose rows fit into 64 bits. Above version 5 the address is reported
/// anyway, because the modules become too small for paper.
const LARGEST: i16 = 11;

impl Symbol {
    /// Encodes a text: the smallest version at level M, then the highest level that it holds.
    pub fn encode(text: &str) -> Result<Self, TooLong> {
        let smallest = bits::encode_auto(text.as_bytes(), EcLevel::M).map_err(|_| TooLong)?;
        let Version::Normal(version @ 1..=LARGEST) = smallest.version() else {
            return Err(TooLong);
        };
        Self::in_version(text, version).map_err(|_| TooLong)
    }

    /// Whether a module is dark; outside the symbol none is.
    pub fn is_dark(&self, x: u32, y: u32) -> bool {
        self.rows.get(y as usize).is_some_and(|it| x < self.width && it >> x & 1 == 1)
    }

    fn in_version(text: &str, number: i16) -> Result<Self, QrError> {
        let version = Version::Normal(number);
        let mut bits = Bits::new(version);
        bits.push_optimal_data(text.as_bytes())?;
        let holds = |it: &Level| bits.max_len(it.of_crate()).is_ok_and(|max| bits.len() <= max);
        let level = [Level::H, Level::Q].into_iter().find(holds).unwrap_or(Level::M);
        bits.push_terminator(level.of_crate())?;
        let rows = Unmasked::new(bits, level)?.best();
        Ok(Self { width: version.width().unsigned_abs().into(), version: number, level, rows })
    }
}

impl Level {
    fn of_crate(self) -> EcLevel {
        match self {
            Self::M => EcLevel::M,
            Self::Q => EcLevel::Q,
            Self::H => EcLevel::H,
        }
    }

    /// The 15 bits that tell a reader level and mask (ISO/IEC 18004 §7.9).
    fn format(self, mask: usize) -> u64 {
        let level = match self {
            Self::M => 0b00,
            Self::Q => 0b11,
            Self::H => 0b10,
        };
        let data = level << 3 | mask as u64;
        let remainder = (0..5).rev().fold(data << 10, |rest, bit| {
            rest ^ if rest >> (bit + 10) & 1 == 1 { 0b101_0011_0111 << bit } else { 0 }
        });
        (data << 10 | remainder) ^ 0b101_0100_0001_0010
    }
}

/// A symbol before masking. The crate's own search for a mask looks at module after module and
/// costs more than all else that a page needs; this one looks at whole rows.
struct Unmasked {
    /// Dark modules.
    dark: Vec<u64>,
    /// Modules that a mask may turn.
    data: Vec<u64>,
    level: Level,
}

impl Unmasked {
    fn new(bits: Bits, level: Level) -> Result<Self, QrError> {
        let version = bits.version();
        let (data, correction) =
            ec::construct_codewords(&bits.into_bytes(), version, level.of_crate())?;
        let mut canvas = Canvas::new(version, level.of_crate());
        canvas.draw_all_functional_patterns();
        canvas.draw_data(&data, &correction);
        let side = version.width();
        let row = |y, chosen: fn(Module) -> bool| {
            (0..side).rev().fold(0, |row, x| row << 1 | u64::from(chosen(canvas.get(x, y))))
        };
        let rows = |chosen| (0..side).map(|y| row(y, chosen)).collect();
        // To the crate, what a mask must not turn is masked from the beginning.
        let data = rows(|it| !matches!(it, Module::Masked(_)));
        Ok(Self { dark: rows(Module::is_dark), data, level })
    }

    /// The rows under the mask with the least penalty; of equal ones the first wins.
    fn best(&self) -> Vec<u64> {
        let masked = (0..MASKS.len()).map(|it| self.masked(it));
        masked.min_by_key(|it| penalty(it)).unwrap_or_default()
    }

    fn masked(&self, mask: usize) -> Vec<u64> {
        let turned = MASKS[mask].iter().cycle();
        let modules = self.dark.iter().zip(&self.data).zip(turned);
        let mut rows: Vec<u64> = modules.map(|((dark, data), it)| dark ^ data & it).collect();
        let format = self.level.format(mask);
        let width = rows.len();
        for bit in (0..15).filter(|it| format >> it & 1 == 1) {
            // Twice: along row 8 and along column 8, each broken by a timing pattern.
            let across = match bit {
                0..=7 => width - 1 - bit,
                8 => 7,
                _ => 14 - bit,
            };
            let down = match bit {
                0..=5 => bit,
                6 | 7 => bit + 1,
                _ => width - 15 + bit,
            };
            rows[8] |= 1 << across;
            rows[down] |= 1 << 8;
        }
        rows
    }
}

/// The rows of the eight masks of ISO/IEC 18004 table 10; each repeats after twelve.
const MASKS: [[u64; 12]; 8] = {
    let mut masks = [[0; 12]; 8];
    let mut at = 0;
    while at < 8 * 12 * 64 {
        let (mask, y, x) = (at / (12 * 64), at / 64 % 12, at % 64);
        let turns = match mask {
            0 => (x + y) % 2 == 0,
            1 => y % 2 == 0,
            2 => x % 3 == 0,
            3 => (x + y) % 3 == 0,
            4 => (x / 3 + y / 2) % 2 == 0,
            5 => x * y % 2 + x * y % 3 == 0,
            6 => (x * y % 2 + x * y % 3) % 2 == 0,
            _ => ((x + y) % 2 + x * y % 3) % 2 == 0,
        };
        masks[mask][y] |= (turns as u64) << x;
        at += 1;
    }
    masks
};

/// The penalty of ISO/IEC 18004 §7.8.3: runs, blocks, patterns like finders, imbalance.
fn penalty(rows: &[u64]) -> u32 {
    runs(rows) + blocks(rows) + finders(rows) + imbalance(rows)
}

/// The lowest `count` bits, at most all.
fn low(count: usize) -> u64 {
    !(u64::MAX.checked_shl(u32::try_from(count).unwrap_or(u32::MAX)).unwrap_or(0))
}

/// N1: a run of n ≥ 5 equal modules costs n - 2: one for each five in it, and two for the run.
fn runs(rows: &[u64]) -> u32 {
    let cost = |fives: u64, before: u64| fives.count_ones() + 2 * (fives & !before).count_ones();
    let (four_fewer, all) = (low(rows.len().saturating_sub(4)), low(rows.len()));
    let across = rows.iter().map(|row| {
        let fives = equal(std::array::from_fn(|it| row >> it)) & four_fewer;
        cost(fives, fives << 1)
    });
    let down = rows.array_windows().scan(0, |before, window| {
        let fives = equal(*window) & all;
        Some(cost(fives, std::mem::replace(before, fives)))
    });
    across.chain(down).sum()
}

/// Where five modules, one from each number, are equal.
fn equal(five: [u64; 5]) -> u64 {
    let (all, any) = five.iter().fold((u64::MAX, 0), |(all, any), it| (all & it, any | it));
    all | !any
}

/// N2: each square of two by two equal modules costs 3.
fn blocks(rows: &[u64]) -> u32 {
    let one_fewer = low(rows.len().saturating_sub(1));
    let pair = |[upper, lower]: &[u64; 2]| {
        let across = (upper ^ upper >> 1) | (lower ^ lower >> 1);
        (!(across | (upper ^ lower)) & one_fewer).count_ones()
    };
    3 * rows.array_windows().map(pair).sum::<u32>()
}

/// N3: dark-light 1:1:3:1:1 with four light modules before or after it costs 40.
fn finders(rows: &[u64]) -> u32 {
    let ten_fewer = low(rows.len().saturating_sub(10));
    let across = rows
        .iter()
        .flat_map(|row| like_finders(std::array::from_fn(|it| row >> it)).map(|it| it & ten_fewer));
    let down = rows.array_windows().flat_map(|it| like_finders(*it));
    40 * across.chain(down).map(|it| it.count_ones()).sum::<u32>()
}

/// Where eleven modules, one from each number, are a finder with the light ones after it, and
/// where with them before it.
fn like_finders(it: [u64; 11]) -> [u64; 2] {
    let finder = |at: usize| {
        it[at] & !it[at + 1] & it[at + 2] & it[at + 3] & it[at + 4] & !it[at + 5] & it[at + 6]
    };
    let light = |at: usize| !(it[at] | it[at + 1] | it[at + 2] | it[at + 3]);
    [finder(0) & light(7), light(0) & finder(4)]
}

/// N4: each whole 5 % by which the share of dark modules differs from half costs 10.
fn imbalance(rows: &[u64]) -> u32 {
    let dark: u32 = rows.iter().map(|it| it.count_ones()).sum();
    let all = u32::try_from(rows.len() * rows.len()).unwrap_or(u32::MAX).max(1);
    (2 * dark).abs_diff(all) * 10 / all * 10
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};
    use qrcode::{Color, canvas::MaskPattern};

    use super::*;

    const PATTERNS: [MaskPattern; 8] = [
        MaskPattern::Checkerboard,
        MaskPattern::HorizontalLines,
        MaskPattern::VerticalLines,
        MaskPattern::DiagonalLines,
        MaskPattern::LargeCheckerboard,
        MaskPattern::Fields,
        MaskPattern::Diamonds,
        MaskPattern::Meadow,
    ];

    const ADDRESS: &str = "HTTPS://SONGOAIVU.EXAMPLE/V/K7M29QX4TB/";

    #[test]
    fn the_smallest_version_then_the_highest_level() {
        let at = |length: usize| {
            let symbol = Symbol::encode(&"A".repeat(length)).unwrap();
            (symbol.version, symbol.level)
        };
        // ISO/IEC 18004 table 7, alphanumeric: what each version holds at M, Q and H.
        let table = [(1, 20, 16, 10), (2, 38, 29, 20), (3, 61, 47, 35), (4, 90, 67, 50)];
        let mut before = 0;
        for (version, m, q, h) in table {
            for length in before + 1..=m {
                let level = match length {
                    _ if length <= h => Level::H,
                    _ if length <= q => Level::Q,
                    _ => Level::M,
                };
                assert_eq!(at(length), (version, level), "{length}");
            }
            before = m;
        }
        let symbol = Symbol::encode(ADDRESS).unwrap();
        assert_eq!((symbol.version, symbol.level, symbol.width), (3, Level::Q, 29));
    }

    #[test]
    fn too_long_is_an_answer() {
        assert_eq!(Symbol::encode(&"A".repeat(366)).map(|it| it.version), Ok(11));
        assert_eq!(Symbol::encode(&"A".repeat(367)), Err(TooLong));
        assert_eq!(Symbol::encode(&"x".repeat(5000)), Err(TooLong));
    }

    #[test]
    fn outside_no_module_is_dark() {
        let symbol = Symbol::encode(ADDRESS).unwrap();
        assert!(symbol.is_dark(0, 0) && symbol.is_dark(28, 0) && symbol.is_dark(0, 28));
        assert!((0..99).all(|it| !symbol.is_dark(29, it) && !symbol.is_dark(it, 29)));
        assert!(!symbol.is_dark(64, 0) && !symbol.is_dark(u32::MAX, u32::MAX));
    }

    /// In every version and level the modules under each mask are those of the crate.
    #[test]
    fn modules_are_those_of_the_crate() {
        let levels = [Level::M, Level::Q, Level::H];
        let all = (1..=LARGEST).flat_map(|it| levels.map(|level| (Version::Normal(it), level)));
        for (version, level) in all {
            let text = if version == Version::Normal(1) { "DAU 2026" } else { "CONDAU.VN/V 2026" };
            let unmasked = Unmasked::new(bits(text, version, level), level).unwrap();
            let canvas = canvas(text, version, level);
            for (mask, pattern) in PATTERNS.iter().enumerate() {
                let mut theirs = canvas.clone();
                theirs.apply_mask(*pattern);
                let colors = theirs.into_colors();
                let rows = colors.chunks(unmasked.dark.len()).map(|row| {
                    row.iter().rev().fold(0, |bits, it| bits << 1 | u64::from(*it == Color::Dark))
                });
                assert!(rows.eq(unmasked.masked(mask)), "{version:?} {level:?} mask {mask}");
            }
        }
    }

    fn bits(text: &str, version: Version, level: Level) -> Bits {
        let mut bits = Bits::new(version);
        bits.push_optimal_data(text.as_bytes()).unwrap();
        bits.push_terminator(level.of_crate()).unwrap();
        bits
    }

    fn canvas(text: &str, version: Version, level: Level) -> Canvas {
        let bits = bits(text, version, level).into_bytes();
        let (data, correction) = ec::construct_codewords(&bits, version, level.of_crate()).unwrap();
        let mut canvas = Canvas::new(version, level.of_crate());
        canvas.draw_all_functional_patterns();
        canvas.draw_data(&data, &correction);
        canvas
    }

    /// ISO/IEC 18004 annex I: "01234567" as version 1-M under mask 010.
    #[test]
    fn the_example_of_the_standard() {
        let version = Version::Normal(1);
        let unmasked = Unmasked::new(bits("01234567", version, Level::M), Level::M).unwrap();
        let rows = unmasked.masked(0b010);
        let line = |row: &u64| (0..21).map(|x| if row >> x & 1 == 1 { '#' } else { '.' }).collect();
        let lines: Vec<String> = rows.iter().map(line).collect();
        assert_eq!(lines[0], "#######..#.##.#######");
        assert_eq!(lines[8], "#.#####..#..#.#####..");
        assert_eq!(lines[20], "#######.####.#..#.#..");
    }

    #[test]
    fn the_chosen_mask_has_the_least_penalty() {
        for text in [ADDRESS, "HTTPS://A.VN/V/000YFYQ1TR/", "https://a.vn/Sở/V/000YFYQ1TR/", ""] {
            let symbol = Symbol::encode(text).unwrap();
            let bits = bits(text, Version::Normal(symbol.version), symbol.level);
            let unmasked = Unmasked::new(bits, symbol.level).unwrap();
            let masked: Vec<_> = (0..8).map(|it| unmasked.masked(it)).collect();
            let least = masked.iter().map(|it| told_slowly(it)).min().unwrap();
            let first = masked.iter().find(|it| told_slowly(it) == least);
            assert_eq!(first, Some(&symbol.rows), "{text}");
        }
    }

    /// The standard gives 0 for 45 to 55 % and 10 for 40 to 60 %; the ends belong to the outside.
    #[test]
    fn imbalance_in_whole_steps_of_five_per_cent() {
        // Twenty rows of twenty modules, of which the first are dark.
        let square = |dark: u32| -> Vec<u64> {
            (0..20).map(|y| low(dark.saturating_sub(y * 20).min(20) as usize)).collect()
        };
        let expected = [(200, 0), (182, 0), (181, 0), (180, 10), (219, 0), (220, 10), (160, 20)];
        for (dark, penalty) in expected {
            assert_eq!(imbalance(&square(dark)), penalty, "{dark}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// Squares of any modules, not only those of symbols: long runs and finders are frequent.
        #[test]
        fn penalties_are_those_of_the_standard(
            width in 11_usize..=64,
            seeds in proptest::collection::vec((proptest::num::u64::ANY, 0_usize..6), 64),
        ) {
            const FINDER: u64 = 0b0000_1011_1010_0001_0111_0100_0010_1110_1000_0000_1011_1010_0001_0111;
            let row = |(seed, kind): &(u64, usize)| match kind {
                0 => 0,
                1 => u64::MAX,
                2 => FINDER.rotate_left(u32::try_from(seed % 64).unwrap_or(0)),
                3 => seed & seed >> 1,
                _ => *seed,
            };
            let rows: Vec<u64> = seeds[..width].iter().map(|it| row(it) & low(width)).collect();
            let turned: Vec<u64> = (0..width)
                .map(|x| (0..width).fold(0, |line, y| line | (rows[y] >> x & 1) << y))
                .collect();
            prop_assert_eq!(penalty(&rows), told_slowly(&rows));
            prop_assert_eq!(penalty(&turned), penalty(&rows));
        }
    }

    /// The penalty, module after module, as the standard tells it.
    fn told_slowly(rows: &[u64]) -> u32 {
        let width = rows.len();
        let dark = |x: usize, y: usize| rows[y] >> x & 1 == 1;
        let mut sum = 0;
        for (y, x) in (0..width - 1).flat_map(|y| (0..width - 1).map(move |x| (y, x))) {
            let one = dark(x, y);
            if dark(x + 1, y) == one && dark(x, y + 1) == one && dark(x + 1, y + 1) == one {
                sum += 3;
            }
        }
        for turned in [false, true] {
            for y in 0..width {
                let line: Vec<bool> =
                    (0..width).map(|x| if turned { dark(y, x) } else { dark(x, y) }).collect();
                for run in line.chunk_by(|a, b| a == b).filter(|it| it.len() >= 5) {
                    sum += u32::try_from(run.len()).unwrap() - 2;
                }
                let finder = [true, false, true, true, true, false, true];
                let light = |it: &[bool]| it.iter().all(|it| !it);
                for it in line.windows(11) {
                    sum += if it[..7] == finder && light(&it[7..]) { 40 } else { 0 };
                    sum += if light(&it[..4]) && it[4..] == finder { 40 } else { 0 };
                }
            }
        }
        let dark = (0..width * width).filter(|it| dark(it % width, it / width)).count();
        let steps = (0..10)
            .rev()
            .find(|k| (dark * 100).abs_diff(width * width * 50) >= k * 5 * width * width);
        sum + 10 * u32::try_from(steps.unwrap()).unwrap()
    }
}
