//! From bytes to text: what spreadsheets of all ages and countries write.
//!
//! UTF-8 with and without byte order mark, UTF-16 in both orders with and without it, and Windows-1252 as what is
//! left. What is no text is refused by its kind, because "save it as CSV" helps more than a page of odd letters.

use super::refusal::{FileKind, FileRefused};

/// The bytes 0x80 to 0x9F of Windows-1252 (WHATWG Encoding, index windows-1252); all others are Latin-1.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// First bytes that tell a kind of file.
const MAGIC: [(&[u8], FileKind); 13] = [
    (b"\xD0\xCF\x11\xE0", FileKind::Excel),
    (b"%PDF", FileKind::Pdf),
    (b"\x1F\x8B", FileKind::Archive),
    (b"7z\xBC\xAF", FileKind::Archive),
    (b"Rar!", FileKind::Archive),
    (b"\x89PNG", FileKind::Image),
    (b"\xFF\xD8\xFF", FileKind::Image),
    (b"GIF8", FileKind::Image),
    (b"{\\rtf", FileKind::Document),
    (b"<!DOCTYPE", FileKind::WebPage),
    (b"<!doctype", FileKind::WebPage),
    (b"<html", FileKind::WebPage),
    (b"<table", FileKind::WebPage),
];

/// How much of a file is looked at to guess.
const SAMPLE: usize = 4096;

/// Reads a file of at most `limit_megabytes` MiB as text, without its byte order mark.
pub fn decode(bytes: &[u8], limit_megabytes: u16) -> Result<String, FileRefused> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    if size > u64::from(limit_megabytes) * 1_048_576 {
        return Err(FileRefused::TooLarge {
            limit_megabytes,
            bytes: size,
        });
    }
    if let Some(kind) = kind(bytes) {
        return Err(FileRefused::Binary(kind));
    }
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8_or_1252(rest)?,
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => match zeros(bytes) {
            Zeros::None => utf8_or_1252(bytes)?,
            Zeros::Odd => utf16(bytes, u16::from_le_bytes),
            Zeros::Even => utf16(bytes, u16::from_be_bytes),
            Zeros::Both => return Err(FileRefused::Binary(FileKind::Unknown)),
        },
    };
    if text.trim().is_empty() {
        return Err(FileRefused::Empty);
    }
    if is_noise(&text) {
        return Err(FileRefused::Binary(FileKind::Unknown));
    }
    Ok(text)
}

fn kind(bytes: &[u8]) -> Option<FileKind> {
    if bytes.starts_with(b"PK\x03\x04") {
        let start = bytes.get(..bytes.len().min(SAMPLE)).unwrap_or_default();
        let has = |needle: &[u8]| start.windows(needle.len()).any(|window| window == needle);
        return Some(if has(b"opendocument") {
            FileKind::OpenDocument
        } else if has(b"word/") {
            FileKind::Document
        } else if has(b"xl/") || has(b"[Content_Types].xml") {
            FileKind::Excel
        } else {
            FileKind::Archive
        });
    }
    MAGIC
        .iter()
        .find(|(magic, _)| bytes.starts_with(magic))
        .map(|(_, kind)| *kind)
}

fn utf8_or_1252(bytes: &[u8]) -> Result<String, FileRefused> {
    if bytes.contains(&0) {
        return Err(FileRefused::Binary(FileKind::Unknown));
    }
    Ok(std::str::from_utf8(bytes).map_or_else(
        |_| bytes.iter().map(|b| windows_1252(*b)).collect(),
        str::to_owned,
    ))
}

fn windows_1252(byte: u8) -> char {
    byte.checked_sub(0x80)
        .and_then(|i| WINDOWS_1252.get(usize::from(i)))
        .copied()
        .unwrap_or(char::from(byte))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, _) = bytes.as_chunks::<2>();
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

/// Where the zero bytes of a file are.
enum Zeros {
    None,
    /// As in UTF-16, low byte first: the delimiters and headers of every script have a zero in the second place.
    Odd,
    Even,
    Both,
}

fn zeros(bytes: &[u8]) -> Zeros {
    let sample = bytes.get(..bytes.len().min(SAMPLE)).unwrap_or_default();
    let (pairs, _) = sample.as_chunks::<2>();
    let even = pairs.iter().filter(|[first, _]| *first == 0).count();
    let odd = pairs.iter().filter(|[_, second]| *second == 0).count();
    let often = pairs.len().div_ceil(10);
    match (even, odd) {
        (0, 0) => Zeros::None,
        (even, odd) if odd >= often && even * 20 <= odd => Zeros::Odd,
        (even, odd) if even >= often && odd * 20 <= even => Zeros::Even,
        _ => Zeros::Both,
    }
}

/// Whether more than one character in a hundred is a control character or could not be decoded.
fn is_noise(text: &str) -> bool {
    let (mut all, mut noise) = (0_usize, 0_usize);
    for c in text.chars().take(SAMPLE) {
        all += 1;
        if c == char::REPLACEMENT_CHARACTER || c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{85}') {
            noise += 1;
        }
    }
    noise * 100 > all
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Name;Ort\r\nZoë €5;Žižkov\n";

    fn le(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }
    fn be(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_be_bytes).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let files = [
            TEXT.as_bytes().to_vec(),
            [b"\xEF\xBB\xBF", TEXT.as_bytes()].concat(),
            [vec![0xFF, 0xFE], le(TEXT)].concat(),
            [vec![0xFE, 0xFF], be(TEXT)].concat(),
            le(TEXT),
            be(TEXT),
            b"Name;Ort\r\nZo\xEB \x805;\x8Ei\x9Ekov\n".to_vec(),
        ];
        for file in files {
            assert_eq!(decode(&file, 1).as_deref(), Ok(TEXT), "{file:?}");
        }
    }

    #[test]
    fn other_scripts_in_utf16_need_no_mark() {
        let text = "email,firstname\n王@例子.中国,小明\n";
        assert_eq!(decode(&le(text), 1).as_deref(), Ok(text));
        assert_eq!(decode(&be(text), 1).as_deref(), Ok(text));
    }

    #[test]
    fn what_is_no_text_is_refused_by_its_kind() {
        for (bytes, kind) in [
            (b"PK\x03\x04\x14\0[Content_Types].xml".as_slice(), FileKind::Excel),
            (
                b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument",
                FileKind::OpenDocument,
            ),
            (b"PK\x03\x04people.csv", FileKind::Archive),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", FileKind::Excel),
            (b"%PDF-1.7", FileKind::Pdf),
            (b"\x89PNG\r\n", FileKind::Image),
            (b"<html><table>", FileKind::WebPage),
            (b"a,b\0c,d\n\0\0\0", FileKind::Unknown),
            (b"\x01\x02\x03\x04abc\x80\x81", FileKind::Unknown),
        ] {
            assert_eq!(decode(bytes, 1), Err(FileRefused::Binary(kind)), "{bytes:?}");
        }
        assert!(
            FileRefused::Binary(FileKind::Excel)
                .to_string()
                .contains("save it as CSV")
        );
    }

    #[test]
    fn nothing_and_too_much_are_refused() {
        assert_eq!(decode(b"", 1), Err(FileRefused::Empty));
        assert_eq!(decode(b"\xEF\xBB\xBF \r\n", 1), Err(FileRefused::Empty));
        let large = vec![b'a'; 1_048_577];
        assert!(matches!(
            decode(&large, 1),
            Err(FileRefused::TooLarge {
                limit_megabytes: 1,
                ..
            })
        ));
        assert!(decode(&large, 2).is_ok());
    }
}
