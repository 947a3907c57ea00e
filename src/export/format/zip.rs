//! A zip archive of stored files (APPNOTE.TXT 6.3.10): local headers with their data, the central directory, its end.
//!
//! Nothing is compressed, so that no compressor weighs on the page. The time of each file is the first that the format
//! can write, so that the same files give the same bytes.

use super::Part;

/// Bit 11 of a header's flags: names are UTF-8.
const UTF8: u16 = 1 << 11;
/// 1 January 1980.
const FIRST_DAY: u16 = 1 << 5 | 1;
/// The version of the format that a reader has to know: the first.
const VERSION: u16 = 10;

pub(super) fn pack(parts: &[Part]) -> Vec<u8> {
    let mut archive = Vec::new();
    let mut directory = Vec::new();
    for part in parts {
        let offset = archive.len() as u32;
        let mut header = Vec::new();
        for field in [VERSION, UTF8, 0, 0, FIRST_DAY] {
            header.extend(field.to_le_bytes());
        }
        let size = part.text.len() as u32;
        for field in [checksum(part.text.as_bytes()), size, size] {
            header.extend(field.to_le_bytes());
        }
        header.extend((part.name.len() as u16).to_le_bytes());
        header.extend([0; 2]);

        archive.extend(b"PK\x03\x04");
        archive.extend(&header);
        archive.extend(part.name.as_bytes());
        archive.extend(part.text.as_bytes());

        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&header);
        // No comment, on the first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(part.name.as_bytes());
    }
    let count = (parts.len() as u16).to_le_bytes();
    let (start, size) = (archive.len() as u32, directory.len() as u32);
    archive.extend(directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend(count);
    archive.extend(count);
    archive.extend(size.to_le_bytes());
    archive.extend(start.to_le_bytes());
    archive.extend([0; 2]);
    archive
}

/// CRC-32 as zip has it, bit by bit: a table would weigh more than the milliseconds it saves.
fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = sum >> 1 ^ (0xedb8_8320 & (sum & 1).wrapping_neg());
        }
    }
    !sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_usual_one() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
        assert_eq!(checksum(b""), 0);
    }
}
