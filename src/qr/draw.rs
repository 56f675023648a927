//! Symbols as pictures for paper: SVG and PNG with their size in millimetres.

use crate::qr::Symbol;

/// Light modules around a symbol, on each side (ISO/IEC 18004 §5.3.8).
const QUIET: u32 = 4;

/// Pixels a module has in a PNG.
const PIXELS: u32 = 8;

/// A symbol as an SVG file of `size_mm` millimetres, with its quiet zone.
pub fn svg(symbol: &Symbol, size_mm: u32, title: &str) -> String {
    let side = symbol.width + 2 * QUIET;
    let title = title.replace('&', "&amp;").replace('<', "&lt;");
    let path = path(symbol);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{size_mm}mm\" height=\"{size_mm}mm\" \
         viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\" role=\"img\">\
         <title>{title}</title><rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/>\
         <path d=\"{path}\"/></svg>"
    )
}

/// One path of horizontal runs of dark modules.
fn path(symbol: &Symbol) -> String {
    let mut path = String::with_capacity(4096);
    for y in 0..symbol.width {
        let mut x = 0;
        while x < symbol.width {
            let start = x;
            while symbol.is_dark(x, y) {
                x += 1;
            }
            if x > start {
                let length = x - start;
                path.push('M');
                decimal(start + QUIET, &mut path);
                path.push(' ');
                decimal(y + QUIET, &mut path);
                path.push('h');
                decimal(length, &mut path);
                path.push_str("v1h-");
                decimal(length, &mut path);
                path.push('z');
            }
            x += 1;
        }
    }
    path
}

/// A number below a thousand, which every side of a symbol is. The formatter of the standard
/// library would cost more than all else of a picture: it has some five hundred numbers.
fn decimal(number: u32, into: &mut String) {
    let digit = |it: u32| char::from_digit(it % 10, 10).unwrap_or('0');
    if number >= 100 {
        into.push(digit(number / 100));
    }
    if number >= 10 {
        into.push(digit(number / 10));
    }
    into.push(digit(number));
}

/// A symbol as a PNG file: one bit a pixel, and the resolution that makes it `size_mm` wide.
pub fn png(symbol: &Symbol, size_mm: u32) -> Vec<u8> {
    let side = (symbol.width + 2 * QUIET) * PIXELS;
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, side, side);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    // Pixels per metre, rounded.
    let density = (side * 2000 / size_mm.max(1)).div_ceil(2);
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: density,
        yppu: density,
        unit: png::Unit::Meter,
    }));
    // Writing into memory cannot fail; a fault would give an empty file.
    let written = encoder
        .write_header()
        .and_then(|mut writer| writer.write_image_data(&pixels(symbol, side)));
    if written.is_err() {
        return Vec::new();
    }
    file
}

/// Rows of pixels, eight to a byte, light = 1.
fn pixels(symbol: &Symbol, side: u32) -> Vec<u8> {
    let mut data = Vec::new();
    for y in 0..side {
        for byte in 0..side.div_ceil(8) {
            let bits = (0..8).fold(0, |bits, bit| {
                let (x, y) = ((byte * 8 + bit) / PIXELS, y / PIXELS);
                let inside = x >= QUIET && y >= QUIET;
                let dark = inside && symbol.is_dark(x - QUIET, y - QUIET);
                bits << 1 | u8::from(!dark)
            });
            data.push(bits);
        }
    }
    data
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_and_of_the_size_that_was_asked_for() {
        let symbol = Symbol::encode("HTTPS://SONGOAIVU.EXAMPLE/V/K7M29QX4TB/").unwrap();
        let svg = svg(&symbol, 22, "K7M2-9QX4-TB");
        assert!(svg.len() <= 4096, "{}", svg.len());
        assert!(svg.contains("width=\"22mm\" height=\"22mm\" viewBox=\"0 0 37 37\""));
        let png = png(&symbol, 22);
        let reader = png::Decoder::new(std::io::Cursor::new(&png)).read_info().unwrap();
        let info = reader.info();
        let dims = info.pixel_dims.unwrap();
        let mm = f64::from(info.width) * 1000.0 / f64::from(dims.xppu);
        assert!((mm - 22.0).abs() < 0.05, "{mm}");
        assert_eq!(png, super::png(&symbol, 22));
    }
}
